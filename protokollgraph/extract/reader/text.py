"""Plain text, and text with HTML fragments in it: UTF-8, UTF-16 or UTF-32 with a mark, else Windows-1252."""

from __future__ import annotations

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.content import Content

_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MARKS_OF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


def recognises(head: bytes) -> bool:
    """True if these first bytes of a file are no binary data."""
    return head.startswith((*_MARKS, *_MARKS_OF_32)) or not _looks_binary(head)


def read(data: bytes) -> Content:
    """The text as it stands. FormatError if it is none."""
    if data.startswith((*_MARKS, *_MARKS_OF_32)):
        try:
            return Content(data.decode("utf-32" if data.startswith(_MARKS_OF_32) else "utf-16"))
        except UnicodeDecodeError as error:
            raise FormatError("is binary, no text.", "Save the protocol as plain text.") from error
    try:
        return Content(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Content(data.decode("cp1252", errors="replace"))


def _looks_binary(sample: bytes) -> bool:
    if b"\x00" in sample:
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample)
    return control * 50 > len(sample)
