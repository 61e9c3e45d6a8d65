"""PDF with a text layer, read in a process of its own.

::

    characters ──words──▶ fragments ──lines, tables──▶ pages ──furniture, flow──▶ paragraphs and rows ──▶ text

What a PDF does not say is told by where its letters stand: what is a line, a cell, a column, a page head, and where a
paragraph goes on. A line goes on below if the next word would not have fitted into it.
"""

from __future__ import annotations

from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.limited import limited

__all__ = ["MAX_BYTES", "read", "recognises"]

MAX_BYTES = 100_000_000
"""Pictures are large; a file above this is not read."""
SECONDS = 60.0
"""After so long a PDF is given up."""


def recognises(head: bytes) -> bool:
    """True if the signature stands in the first kilobyte, where readers of PDF look for it."""
    return b"%PDF-" in head[:1024]


def read(data: bytes) -> Content:
    """The text of a PDF with its pages. FormatError if it cannot be read, or not in time."""
    return limited("protokollgraph.extract.reader.pdf.document:content", data, SECONDS)
