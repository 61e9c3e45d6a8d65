"""From the bytes of a web page to its text: the mark at the beginning, what the page says of itself, else what fits."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<html>[\w.:-]{2,40})|encoding\s*=\s*[\"'](?P<xml>[\w.:-]{2,40})", re.I
)
_HEAD = 4096
# Browsers read these as Windows-1252 (WHATWG Encoding, 4.2).
_AS_WINDOWS = frozenset(
    ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso-8859-15", "windows-1252")
)


def decoded(data: bytes) -> str:
    """The text of a page. What the declared charset cannot hold is tried as UTF-8, then read as Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    declared = _DECLARED.search(data, 0, _HEAD)
    name = ((declared["html"] or declared["xml"]).decode("ascii") if declared else "utf-8").lower()
    for each in (name, "utf-8"):
        if each in _AS_WINDOWS and each != "iso-8859-15":
            break
        try:
            return data.decode(each)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
