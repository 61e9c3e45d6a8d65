"""From files to documents: the format is told by the content, the text is kept with its pages.

A format is one row of the table in ``formats`` and one module with ``read(data) -> Content``. What all of them keep to:

* One line for a paragraph or a printed line; rows of a table are one line each, their cells parted by a tab.
* ``Content.pages`` says where each page begins, if the format has pages. A paragraph or row may run over the border.
* Evidence points into this text. The checksum of a document is that of the file's bytes.
* What cannot be read is refused with :class:`~protokollgraph.errors.FormatError`, which says what to do next; what was
  read in part, or left out, is a note.
* A library that not everybody needs is an extra, imported inside ``read``.
"""

from __future__ import annotations

from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.formats import MAX_BYTES, READERS, Format
from protokollgraph.extract.reader.reading import read, read_bytes
from protokollgraph.extract.reader.sources import Address, Piped, Source, identity, is_address, may_remain
from protokollgraph.extract.reader.wanted import Files, files

__all__ = [
    "MAX_BYTES",
    "READERS",
    "Address",
    "Content",
    "Files",
    "Format",
    "Piped",
    "Source",
    "files",
    "identity",
    "is_address",
    "may_remain",
    "read",
    "read_bytes",
]
