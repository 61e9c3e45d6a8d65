"""Lines put together: words that were broken at the end of a line become whole, real hyphens stay."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract import words

_LAST = re.compile(r"[^\s\-/–(]+(?=-$)")


def joined(above: str, below: str, border: str = "") -> str:
    """The text of two lines as one; ``border`` is put where the second one begins."""
    if not above or not below:
        return above + border + below
    if above[-1] in "/–" and above[-2:-1].strip():
        return f"{above}{border}{below}"
    last = _LAST.search(above) if above[-1] == "-" else None
    if last is None:
        return f"{above} {border}{below}"
    if below[0].islower():
        if below.split(None, 1)[0].rstrip(",;") in _conjunctions():
            return f"{above} {border}{below}"
        if not _is_name_of_letters(last.group()):
            return f"{above[:-1]}{border}{below}"
    return f"{above}{border}{below}"


def is_broken(above: str, below: str) -> bool:
    """True if a line ends in a hyphen and the one below begins in small letters, as nothing does that stands alone."""
    return above[-1:] == "-" and below[:1].islower() and bool(_LAST.search(above))


def is_within_word(above: str, below: str) -> bool:
    """True if a line ends behind the hyphen of a word that goes on below."""
    if above[-1:] != "-" or not below[:1].isalpha() or not _LAST.search(above):
        return False
    return below.split(None, 1)[0].rstrip(",;") not in _conjunctions()


def _is_name_of_letters(part: str) -> bool:
    """ "EU-weit", "CO2-neutral": the hyphen is part of the word wherever it stands."""
    return part[-1].isdigit() or (len(part) > 1 and part.isupper())


@cache
def _conjunctions() -> frozenset[str]:
    return frozenset(words.load("hyphens")["conjunctions"])
