"""ODT: what LibreOffice and others print of a document, with the numbers of its lists.

Tracked changes are read as accepted: what was deleted stands apart in the file. Comments and hidden text are left out;
footnotes and endnotes follow the paragraph or table that they belong to. Heads and feet of pages are left out, unless
they hold the title or the date that the body lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.layout import text_of
from protokollgraph.extract.reader.margins import with_margins
from protokollgraph.extract.reader.odt import lists, styles
from protokollgraph.extract.reader.odt.body import Body
from protokollgraph.extract.reader.odt.names import META, OFFICE, STYLE
from protokollgraph.extract.reader.package import Package, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MIME = b"application/vnd.oasis.opendocument."
_OTHERS = {
    "spreadsheet": "a spreadsheet",
    "presentation": "a presentation",
    "graphics": "a drawing",
    "database": "a database",
}


def recognises(head: bytes) -> bool:
    """True for OpenDocument, packed or flat; whether it is a text document, :func:`read` says."""
    if head.startswith(b"PK\x03\x04"):
        return head[30:38] == b"mimetype" and b"epub" not in head[38:70]
    return b"<office:document" in head[:2000] and _MIME in head[:8000]


def read(data: bytes) -> Content:
    """The text of an ODT. FormatError if it is another kind of document, damaged, locked or too large."""
    if not data.startswith(b"PK"):
        root = parsed(data, "the document")
        return _content(root, [root])
    with Package(data) as package:
        manifest = "META-INF/manifest.xml"
        if manifest in package.names and b"encryption-data" in package.read(manifest):
            raise FormatError("is protected with a password.", "Open it and save it without one.")
        main = package.xml("content.xml")
        more = (package.optional("styles.xml"), package.optional("meta.xml"))
        return _content(main, [main, *(root for root in more if root is not None)])


def _content(main: Element, roots: list[Element]) -> Content:
    root = main.find(f"{OFFICE}body/{OFFICE}text")
    if root is None:
        kinds = (kind for tag, kind in _OTHERS.items() if main.find(f"{OFFICE}body/{OFFICE}{tag}") is not None)
        raise FormatError(f"is {next(kinds, 'no text document')}.", "Copy the protocol into a text document.")
    body = Body(styles.read(roots), lists.read(roots))
    blocks = tuple(body.blocks(root))
    heads = [block for each in _margins(roots, "header") for block in body.blocks(each)]
    feet = [block for each in _margins(roots, "footer") for block in body.blocks(each)]
    text, pages = text_of(with_margins(blocks, heads, feet))
    if not text.strip():
        raise FormatError("holds no text.", "If it holds pictures of pages, recognise their text first.")
    return Content(text, pages if len(pages) > 1 and len(pages) == _page_count(roots) else ())


def _margins(roots: list[Element], kind: str) -> list[Element]:
    return [each for root in roots for page in root.iter(STYLE + "master-page") for each in page.iterfind(STYLE + kind)]


def _page_count(roots: list[Element]) -> int | None:
    """How many pages the program that saved the document says it has."""
    for root in roots:
        for each in root.iter(META + "document-statistic"):
            pages = each.get(META + "page-count")
            return int(pages) if pages and pages.isdecimal() and len(pages) < 6 else None
    return None
