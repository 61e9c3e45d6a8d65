"""Which documents are meant by what somebody names: files, folders with all below them, patterns, addresses, ``-``."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from protokollgraph.errors import DocumentError
from protokollgraph.extract.reader import formats
from protokollgraph.extract.reader.sources import Address, Piped, Source, source


@dataclass(frozen=True, slots=True)
class Files:
    """The documents that are meant, each once, files first and sorted; and what the folders hold besides."""

    taken: tuple[Source, ...]
    left_out: tuple[Path, ...]
    missing: tuple[DocumentError, ...] = ()
    """What leads to no document, and why."""


def files(given: Iterable[str | Path], stdin: BinaryIO | None = None) -> Files:
    """The documents meant by ``given``. A file that is named itself is taken whatever it is.

    Patterns have ``*``, ``?``, ``[…]``, and ``**`` for any number of folders; what is the name of a file is no pattern.
    ``-`` is ``stdin``, by default that of the process.
    """
    found = _Found()
    for each in given:
        wanted = source(each, stdin or sys.stdin.buffer, formats.LARGEST)
        if isinstance(wanted, Path):
            found.path(wanted)
        else:
            found.others[wanted] = None
    return found.files()


class _Found:
    def __init__(self) -> None:
        self.taken: dict[Path, None] = {}
        self.others: dict[Address | Piped, None] = {}
        self.left_out: dict[Path, None] = {}
        self.missing: dict[str, DocumentError] = {}

    def path(self, path: Path) -> None:
        """A file, all below a folder, or all that fits a pattern."""
        if path.is_dir():
            for file in _below(path):
                self._if_readable(file)
        elif path.exists():
            self.taken[path] = None
        elif glob.has_magic(str(path)):
            self._pattern(str(path))
        else:
            self.missing[str(path)] = DocumentError(str(path), "there is no such file or folder.", "Check the path.")

    def _pattern(self, pattern: str) -> None:
        """What fits; where the pattern tells no ending, only what can be read."""
        matches = list(_fitting(Path(pattern)))
        if not matches:
            self.missing[pattern] = DocumentError(pattern, "no file fits this pattern.", "Check the pattern.")
        for match in matches:
            if match.is_dir():
                for file in _below(match):
                    self._if_readable(file)
            elif Path(pattern).suffix:
                self.taken[match] = None
            else:
                self._if_readable(match)

    def _if_readable(self, file: Path) -> None:
        (self.taken if _readable(file) else self.left_out)[file] = None

    def files(self) -> Files:
        others = sorted(self.others, key=lambda each: (isinstance(each, Piped), each.name, str(each)))
        left_out = sorted(path for path in self.left_out if path not in self.taken)
        missing = (error for _, error in sorted(self.missing.items()))
        return Files((*sorted(self.taken), *others), tuple(left_out), tuple(missing))


def _fitting(pattern: Path) -> Iterator[Path]:
    """Files and folders; hidden ones only if the pattern names them."""
    start, parts = Path(pattern.anchor), pattern.relative_to(pattern.anchor).parts
    named = {part for part in parts if part.startswith(".")}
    try:
        for match in start.glob("/".join(parts)):
            if all(part in named or not part.startswith(".") for part in match.parts):
                yield match
    except ValueError:
        return


def _below(folder: Path) -> Iterator[Path]:
    return (
        p
        for p in folder.rglob("*")
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )


def _readable(file: Path) -> bool:
    """Its suffix is known, or its first bytes are those of a format that can be read."""
    if formats.wanted(file.suffix):
        return True
    try:
        with file.open("rb") as stream:
            return formats.signed(stream.read(formats.HEAD))
    except OSError:
        return False
