"""Spellings that count as the same: case, quotation marks, dashes and white space do not matter, letters do.

>>> folded("„Grüne  Mitte“ – Teil 2.")
'grüne mitte - teil 2'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_MARKS = str.maketrans("‐‑–—", "----", "\"'„“”‚‘’«»")
_BLANKS = re.compile(r"\s+")
_ENDS = " .,;:"


def folded(text: str) -> str:
    """The text as it is compared."""
    letters = unicodedata.normalize("NFC", text).casefold()
    return _BLANKS.sub(" ", letters.translate(_MARKS)).strip(_ENDS)


def only(text: str) -> frozenset[str]:
    """The one spelling of a text."""
    return frozenset([folded(text)])


class Aliases:
    """The names that mean the same in one document, folded: whoever is called by one is called by all."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._known: dict[str, set[str]] = {}
        for group in groups:
            names = set(map(folded, group))
            for name in names:
                self._known.setdefault(name, set()).update(names)

    def of(self, name: str) -> frozenset[str]:
        """Every folded name of what is called ``name``, that one among them."""
        own = folded(name)
        return frozenset(self._known.get(own, ())) | {own}
