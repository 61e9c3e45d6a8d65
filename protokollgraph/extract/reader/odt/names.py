"""Names of OpenDocument 1.3 (OASIS standard, part 3), as lxml writes them."""

from __future__ import annotations

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"

OFFICE = _NAMESPACE.format("office")
STYLE = _NAMESPACE.format("style")
TEXT = _NAMESPACE.format("text")
TABLE = _NAMESPACE.format("table")
DRAW = _NAMESPACE.format("drawing")
META = _NAMESPACE.format("meta")
FO = _NAMESPACE.format("xsl-fo-compatible")
MANIFEST = _NAMESPACE.format("manifest")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(text: str | None, most: int, least: int = 1) -> int:
    """A number of columns, rows or spaces: at least one, however many a file claims."""
    return max(least, min(most, int(text))) if text and text.isdecimal() and len(text) < 10 else least
