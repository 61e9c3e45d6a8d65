"""Where a document comes from: a file, an address on the web, or standard input."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

PIPED = "standard-input"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A file on the web."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """The last part of its path, else its host."""
        parts = urlsplit(self.url)
        return unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.netloc


@dataclass(frozen=True, slots=True)
class Piped:
    """What came from standard input: it has no name, so its first digits tell it from others."""

    data: bytes

    def __str__(self) -> str:
        return "standard input"

    @property
    def name(self) -> str:
        """ "standard-input-1a2b3c4d", from the checksum."""
        return f"{PIPED}-{hashlib.sha256(self.data).hexdigest()[:8]}"


Source = Path | Address | Piped


def source(given: str | Path, stdin: BinaryIO, most: int) -> Source:
    """The source that somebody names: ``-`` is ``stdin``, of which at most one byte more than ``most`` is read."""
    if str(given) == "-":
        return Piped(stdin.read(most + 1))
    return Address(str(given)) if is_address(given) else Path(given)


def is_address(given: str | Path) -> bool:
    """True for "https://…" and for any other scheme."""
    return isinstance(given, str) and _SCHEME.match(given) is not None


def identity(of: Source) -> str:
    """What tells the document from all others: the absolute path, the address, or the checksum of what was piped."""
    if isinstance(of, Path):
        return str(of.absolute())
    return of.url if isinstance(of, Address) else of.name


def may_remain(known: str) -> bool:
    """True if the document with this identity is still where it was, or if that cannot be told."""
    return is_address(known) or known.startswith(f"{PIPED}-") or Path(known).exists()
