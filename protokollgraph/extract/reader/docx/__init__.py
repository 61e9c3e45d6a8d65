"""DOCX: what Word prints of a document, with the numbers of its lists.

Tracked changes are read as accepted, comments and hidden text left out. Footnotes and endnotes follow the paragraph or
table that they belong to, text boxes the paragraph that they hang on. Heads and feet of pages are left out, unless
they hold the title or the date that the body lacks.
"""

from __future__ import annotations

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.docx import styles
from protokollgraph.extract.reader.docx.body import Body
from protokollgraph.extract.reader.docx.numbering import Numbering
from protokollgraph.extract.reader.docx.parts import Parts
from protokollgraph.extract.reader.layout import text_of
from protokollgraph.extract.reader.margins import with_margins
from protokollgraph.extract.reader.package import Package
from protokollgraph.model import Finding, Severity

_OTHERS = {
    "xl/": ("is an Excel workbook, no text document.", "Copy the protocol into a text document."),
    "ppt/": ("is a PowerPoint presentation, no text document.", "Copy the protocol into a text document."),
    "visio/": ("is a Visio drawing, no text document.", "Copy the protocol into a text document."),
}


def recognises(head: bytes) -> bool:
    """True for Office Open XML; whether it is a text document, :func:`read` says."""
    return head.startswith(b"PK\x03\x04") and (b"[Content_Types].xml" in head or b"word/" in head)


def read(data: bytes) -> Content:
    """The text of a DOCX. FormatError if it is another kind of document, damaged or too large."""
    with Package(data) as package:
        for folder, (problem, remedy) in _OTHERS.items():
            if any(name.startswith(folder) for name in package.names) and "word/document.xml" not in package.names:
                raise FormatError(problem, remedy)
        parts = Parts(package)
        sheet = parts.related("styles")
        body = Body(styles.read(sheet), styles.default(sheet), Numbering(parts.related("numbering")), parts.notes())
        blocks = tuple(body.blocks(parts.body))
        heads, feet = parts.margins(body)
        text, pages = text_of(with_margins(blocks, heads, feet))
        if not text.strip():
            raise FormatError("holds no text.", "If it holds pictures of pages, recognise their text first.")
        notes = (_left_out(body.foreign),) if body.foreign else ()
        return Content(text, pages if len(pages) > 1 and len(pages) == parts.page_count() else (), notes)


def _left_out(count: int) -> Finding:
    return Finding(
        "part-not-read",
        f"The document has {count} part(s) of another format built in, which were not read; save it again in Word.",
        Severity.WARNING,
    )
