"""The one table of formats. The first row that recognises the first bytes of a file reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader import docx, html, json, mail, markdown, odt, package, pdf, text
from protokollgraph.extract.reader.content import Content

HEAD = 65_536
"""A format is told by so many bytes at the beginning of a file."""

MAX_BYTES = 5_000_000
"""No protocol has as much text; a file above this is not read, unless its format says otherwise."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be read."""

    name: str
    """As a message says it: "PDF"."""
    media_type: str
    suffixes: tuple[str, ...]
    """Files with these are taken from a folder. Lower case, with the dot; "" is a name without one."""
    recognises: Callable[[bytes], bool]
    """Tells the format by the first :data:`HEAD` bytes of a file."""
    read: Callable[[bytes], Content]
    """The whole file's content; FormatError if it cannot be read."""
    max_bytes: int = MAX_BYTES
    """A larger file is refused unread."""
    signed: bool = True
    """True if its bytes cannot be taken for another format's: a folder's file is then taken whatever its name."""
    paragraphs: bool = False
    """True if each line of its text is a paragraph, never one of several that a program has wrapped."""


def _attached(data: bytes) -> Content:
    """The content of a file in a mail. FormatError if it cannot be read."""
    kind = told(data[:HEAD])
    if len(data) > kind.max_bytes:
        raise FormatError("is larger than a protocol can be.", "Save it as a file and split it.")
    content = kind.read(data)
    return content if content.paragraphs is not None else replace(content, paragraphs=kind.paragraphs)


READERS: tuple[Format, ...] = (
    Format("PDF", "application/pdf", (".pdf",), pdf.recognises, pdf.read, pdf.MAX_BYTES, paragraphs=True),
    Format(
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm"),
        docx.recognises,
        docx.read,
        max_bytes=package.MAX_BYTES,
        paragraphs=True,
    ),
    Format(
        "ODT",
        "application/vnd.oasis.opendocument.text",
        (".odt", ".ott", ".fodt"),
        odt.recognises,
        odt.read,
        max_bytes=package.MAX_BYTES,
        paragraphs=True,
    ),
    Format(
        "e-mail",
        "message/rfc822",
        (".eml", ".mht", ".mhtml"),
        mail.recognises,
        partial(mail.read, read_attachment=_attached),
        max_bytes=mail.MAX_BYTES,
    ),
    Format(
        "JSON",
        "application/json",
        (".json", ".jsonl"),
        json.recognises,
        json.read,
        max_bytes=20_000_000,
        signed=False,
    ),
    Format(
        "HTML",
        "text/html",
        (".html", ".htm", ".xhtml"),
        html.recognises,
        html.read,
        max_bytes=10_000_000,
        signed=False,
        paragraphs=True,
    ),
    Format("Markdown", "text/markdown", (".md", ".markdown"), markdown.recognises, markdown.read, signed=False),
    Format(
        "text",
        "text/plain",
        (".txt", ".text", ".asc", ""),
        text.recognises,
        text.read,
        signed=False,
    ),
)


LARGEST = max(each.max_bytes for each in READERS)
"""A file above this is refused whatever its format."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """A kind of file that holds no text to read."""

    magic: bytes
    problem: str
    remedy: str


_REFUSED = (
    _Refused(b"PK\x03\x04", "is a ZIP container, but no DOCX or ODT.", "Unpack it and give the files in it."),
    _Refused(
        b"\xd0\xcf\x11\xe0",
        "is an Office document of the old format (DOC), one with a password, or a mail of Outlook (MSG).",
        "Open it and save it as DOCX without a password, or the mail as EML.",
    ),
    _Refused(b"{\\rtf", "is RTF, no text.", "Save the document as plain text."),
    _Refused(b"\x89PNG", "is an image, no text.", "Recognise its text first."),
    _Refused(b"\xff\xd8\xff", "is an image, no text.", "Recognise its text first."),
)


def told(head: bytes) -> Format:
    """The format of a file that begins with ``head``, its first :data:`HEAD` bytes. FormatError if it is none."""
    for each in READERS:
        if each.signed and each.recognises(head):
            return each
    for kind in _REFUSED:
        if head.startswith(kind.magic):
            raise FormatError(kind.problem, kind.remedy)
    for each in READERS:
        if each.recognises(head):
            return each
    raise FormatError("is binary, no text.", "Save the protocol as plain text.")


def wanted(suffix: str) -> bool:
    """True if a folder's files with this suffix are taken without a look at their content."""
    return any(suffix.lower() in each.suffixes for each in READERS)


def signed(head: bytes) -> bool:
    """True if ``head`` can only be a format that is read: such a file is taken from a folder whatever its name."""
    return any(each.signed and each.recognises(head) for each in READERS)
