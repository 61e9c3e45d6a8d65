"""Passages of a protocol as a reader wants to see them; the graph keeps them as they are printed.

>>> plain("Die <b>Verfah-\\nren</b> der Haupt-\\nund Nebenorte")
'Die Verfahren der Haupt- und Nebenorte'
"""

from __future__ import annotations

import re

_TAG = re.compile(r"</?(?:a|b|br|div|em|font|i|li|p|span|strong|sub|sup|td|tr|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie|bis)\b)")
"""A word parted at the end of a line; "Haupt- und Nebenorte" is none."""


def plain(text: str) -> str:
    """The text without inline mark-up, hyphenation and line breaks. What is no known tag stays as it is printed."""
    return joined(_TAG.sub(" ", _HYPHENATED.sub("", text)))


def joined(text: str) -> str:
    """The text on one line, without soft hyphens."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()
