"""One file, or the bytes of one, as a document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from protokollgraph.errors import DocumentError, FormatError
from protokollgraph.extract.reader import formats
from protokollgraph.model import Document


def read(path: str | Path) -> Document:
    """The document in a file. DocumentError, naming the file and the remedy, if it holds no text that can be read."""
    path = Path(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(formats.HEAD)
            limit = _limit(str(path), head)
            data = head + stream.read(max(0, limit + 1 - len(head)))
            if len(data) > limit:
                raise _too_large(str(path), max(path.stat().st_size, len(data)))
    except OSError as error:
        raise DocumentError(
            str(path), f"cannot be read ({error.strerror}).", "Check the path and the permissions."
        ) from error
    return read_bytes(path.name, data, str(path))


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


def _limit(shown: str, head: bytes) -> int:
    """How many bytes a file that begins like this may have."""
    try:
        return formats.told(head).max_bytes
    except FormatError as error:
        raise DocumentError(shown, error.problem, error.remedy) from error


def _too_large(shown: str, size: int) -> DocumentError:
    problem = f"has {size // 1_000_000} MB, more than a protocol can have."
    return DocumentError(shown, problem, "Split it into one file per session.")
