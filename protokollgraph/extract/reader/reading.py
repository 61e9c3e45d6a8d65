"""One source, or the bytes of one, as a document."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from protokollgraph.errors import DocumentError, FormatError
from protokollgraph.extract.reader import formats, web
from protokollgraph.extract.reader.sources import Address, Piped, Source, source
from protokollgraph.model import Document


def read(given: str | Path | Source, stdin: BinaryIO | None = None) -> Document:
    """The document in a file, at an address, or in standard input, for which ``-`` stands.

    DocumentError, naming the source and the remedy, if it holds no text that can be read.
    """
    if isinstance(given, str):
        given = source(given, stdin or sys.stdin.buffer, formats.LARGEST)
    shown = str(given)
    if isinstance(given, Piped):
        return read_bytes(given.name, given.data, shown)
    if isinstance(given, Address):
        return read_bytes(given.name, web.fetched(given.url, lambda stream: _bytes(shown, stream)), shown)
    try:
        with given.open("rb") as stream:
            return read_bytes(given.name, _bytes(shown, stream, _size(stream)), shown)
    except OSError as error:
        raise DocumentError(
            shown, f"cannot be read ({error.strerror}).", "Check the path and the permissions."
        ) from error


def read_bytes(name: str, data: bytes, shown: str | None = None) -> Document:
    """The document in these bytes; ``shown`` is what an error calls it. DocumentError as for :func:`read`."""
    shown = shown or name
    limit = _limit(shown, data[: formats.HEAD])
    if len(data) > limit:
        raise _too_large(shown, len(data))
    try:
        if not data.strip():
            raise FormatError("is empty.", "Remove it or put the protocol's text in it.")
        kind = formats.told(data[: formats.HEAD])
        content = kind.read(data)
    except FormatError as error:
        raise DocumentError(shown, error.problem, error.remedy) from error
    paragraphs = kind.paragraphs if content.paragraphs is None else content.paragraphs
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(name, content.text, sha256, kind.media_type, content.pages, content.notes, paragraphs)


def _bytes(shown: str, stream: BinaryIO, size: int = 0) -> bytes:
    """All of the stream, unless it is larger than its format may be; ``size`` is what is known of that before."""
    head = stream.read(formats.HEAD)
    limit = _limit(shown, head)
    if size > limit:
        raise _too_large(shown, size)
    data = head + stream.read(max(0, limit + 1 - len(head)))
    if len(data) > limit:
        raise _too_large(shown, len(data))
    return data


def _size(stream: BinaryIO) -> int:
    """The size of a file; 0 for a pipe or a device, whose size nobody knows."""
    found = os.fstat(stream.fileno())
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _limit(shown: str, head: bytes) -> int:
    """How many bytes a file that begins like this may have."""
    try:
        return formats.told(head).max_bytes
    except FormatError as error:
        raise DocumentError(shown, error.problem, error.remedy) from error


def _too_large(shown: str, size: int) -> DocumentError:
    problem = f"has {size // 1_000_000} MB, more than a protocol can have."
    return DocumentError(shown, problem, "Split it into one file per session.")
