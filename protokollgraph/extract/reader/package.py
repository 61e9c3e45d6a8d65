"""Documents that are ZIP containers of XML (Office Open XML, OpenDocument): opened within limits, parsed without reach.

A container of a stranger may claim to hold gigabytes, millions of members or XML that grows while it is read (a "zip
bomb", "billion laughs"). Nothing is unpacked before its size is known, never more than :data:`MOST_BYTES`, and the XML
parser knows no entities, no files and no network. Depth is limited to 256 elements by libxml2.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from types import TracebackType
from typing import TYPE_CHECKING, Self

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.extras import library

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_BYTES = 100_000_000
"""Of the container: it may hold pictures, which are not unpacked."""
MOST_BYTES = 25_000_000
"""Of one part, unpacked."""
MOST_TAGS = 500_000
"""Of one part: memory and time grow with them, a hundred pages have some 50,000."""
MOST_MEMBERS = 10_000
MOST_RATIO = 400
"""How many times as large as packed a part may be, if it is larger than :data:`_ANY_RATIO`."""
_ANY_RATIO = 4_000_000

_DAMAGED = "Open it in the office program and save it again."
_TOO_LARGE = "If it is a protocol, open it and save it as plain text."

# Office Open XML has two sets of namespaces that mean the same (ISO/IEC 29500-1 "strict" and -4 "transitional").
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(?P<name>[\w/]+)")
_TRANSITIONAL = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


class Package:
    """The parts of a container, by name. FormatError, saying what to do, for whatever cannot be read."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > MOST_MEMBERS:
            raise FormatError(f"is a container of more than {MOST_MEMBERS} files.", _TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise FormatError("is damaged: the container cannot be opened.", _DAMAGED) from error
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            info = self._zip.getinfo(name)
        except KeyError as error:
            raise FormatError(f"is damaged: it has no {name}.", _DAMAGED) from error
        if info.flag_bits & 1:
            raise FormatError("is protected with a password.", "Open it and save it without one.")
        if info.file_size > MOST_BYTES or (
            info.file_size > _ANY_RATIO and info.file_size > MOST_RATIO * max(1, info.compress_size)
        ):
            raise FormatError(
                f"unpacks to {info.file_size // 1_000_000} MB, more than a protocol can have.", _TOO_LARGE
            )
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise FormatError(f"is damaged: {name} cannot be unpacked.", _DAMAGED) from error
        if len(data) > MOST_BYTES:
            raise FormatError("unpacks to more than a protocol can have.", _TOO_LARGE)
        return data

    def xml(self, name: str) -> Element:
        """The root of a part."""
        data = self.read(name)
        if b"purl.oclc.org/ooxml" in data[:4096]:
            data = _STRICT.sub(lambda match: _TRANSITIONAL.get(match["name"], match.group()), data)
        return parsed(data, name)

    def optional(self, name: str) -> Element | None:
        """The root of a part that need not be there."""
        return self.xml(name) if name in self.names else None


def parsed(data: bytes, name: str) -> Element:
    """The root of an XML document: no entities, no document type, nothing from outside."""
    if data.count(b"<") > MOST_TAGS:
        raise FormatError(f"has more than {MOST_TAGS} tags in {name}, more than a protocol can have.", _TOO_LARGE)
    etree = library("lxml.etree", "office")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"is damaged: {name} is no sound XML ({error}).", _DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError(f"declares entities in {name}, which no office program does.", "Do not trust it.")
    return root
