"""Markdown, told by headings, tables or bold print; its text is kept as it stands, ``extract.markdown`` reads it."""

from __future__ import annotations

import re

from protokollgraph.extract.reader import text
from protokollgraph.extract.reader.content import Content

_SURE = re.compile(rb"(?m)^#{1,6}[ \t]+\S|^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*\r?$")
_BOLD = re.compile(rb"\*\*[^\s*][^*\n]*\*\*")


def recognises(head: bytes) -> bool:
    """True for a text with a heading, a table or bold print of Markdown."""
    return text.recognises(head) and b"\0" not in head and bool(_SURE.search(head) or len(_BOLD.findall(head)) > 1)


def read(data: bytes) -> Content:
    """The text as it stands."""
    return text.read(data)
