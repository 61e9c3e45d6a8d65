"""From files to documents: plain text and text with HTML fragments, decoded soundly; anything else is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protokollgraph.errors import DocumentError
from protokollgraph.model import Document

MAX_BYTES = 5_000_000
"""No protocol is as long; a file above this is not read."""

SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".asc", ""))
"""What is taken from a folder. A file that is named itself is read whatever its name."""

_BINARY = (
    (b"%PDF", "is a PDF", "Save its text as .txt first (pdftotext -layout FILE)."),
    (b"PK\x03\x04", "is a ZIP container (DOCX, ODT …)", "Save the document as plain text."),
    (b"\xd0\xcf\x11\xe0", "is an old Office document", "Save the document as plain text."),
    (b"{\\rtf", "is RTF", "Save the document as plain text."),
    (b"\x89PNG", "is an image", "Recognise its text first."),
    (b"\xff\xd8\xff", "is an image", "Recognise its text first."),
)


@dataclass(frozen=True, slots=True)
class Files:
    """The files behind some paths, each once, sorted; and what the folders hold besides."""

    taken: tuple[Path, ...]
    left_out: tuple[Path, ...]
    missing: tuple[Path, ...] = ()
    """Paths that lead to no file or folder."""


def files(paths: list[Path]) -> Files:
    """The files that paths name: files themselves, folders with all below them."""
    missing: list[Path] = []
    taken: dict[Path, None] = {}
    left_out: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(_below(path)):
                (taken if file.suffix.lower() in SUFFIXES else left_out)[file] = None
        elif path.exists():
            taken[path] = None
        else:
            missing.append(path)
    return Files(tuple(sorted(taken)), tuple(sorted(left_out)), tuple(sorted(missing)))


def _below(folder: Path) -> Iterator[Path]:
    return (
        p
        for p in folder.rglob("*")
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )


def read(path: str | Path) -> Document:
    """The document in a file. DocumentError, naming the file and the remedy, if it holds no text that can be read."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(
                str(path),
                f"has {size // 1_000_000} MB, more than a protocol can have.",
                "Split it into one file per session.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            str(path), f"cannot be read ({error.strerror}).", "Check the path and the permissions."
        ) from error
    return decoded(path.name, data, str(path))


def decoded(name: str, data: bytes, shown: str | None = None) -> Document:
    """The document in these bytes; ``shown`` is what an error calls it."""
    shown = shown or name
    if not data.strip():
        raise DocumentError(shown, "is empty.", "Remove it or put the protocol's text in it.")
    for magic, kind, remedy in _BINARY:
        if data.startswith(magic):
            raise DocumentError(shown, f"{kind}, no text.", remedy)
    text = _text(data)
    if text is None:
        raise DocumentError(shown, "is binary, no text.", "Save the protocol as plain text.")
    media_type = "text/html" if re.search(r"<(?:html|body|!doctype)\b", text[:2000], re.IGNORECASE) else "text/plain"
    return Document(name, text, hashlib.sha256(data).hexdigest(), media_type)


def _text(data: bytes) -> str | None:
    """UTF-8, UTF-16 with a mark, else Windows-1252; None if it is none of them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    if _looks_binary(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _looks_binary(data: bytes) -> bool:
    sample = data[:65536]
    if b"\x00" in sample:
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample)
    return control * 50 > len(sample)
