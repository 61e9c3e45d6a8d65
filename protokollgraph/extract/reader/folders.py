"""Which files paths lead to: files themselves, folders with all below them that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protokollgraph.extract.reader import formats


@dataclass(frozen=True, slots=True)
class Files:
    """The files behind some paths, each once, sorted; and what the folders hold besides."""

    taken: tuple[Path, ...]
    left_out: tuple[Path, ...]
    missing: tuple[Path, ...] = ()
    """Paths that lead to no file or folder."""


def files(paths: list[Path]) -> Files:
    """The files that paths name. A file that is named itself is taken whatever it is."""
    missing: list[Path] = []
    taken: dict[Path, None] = {}
    left_out: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(_below(path)):
                (taken if _readable(file) else left_out)[file] = None
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


def _readable(file: Path) -> bool:
    """Its suffix is known, or its first bytes are those of a format that can be read."""
    if formats.wanted(file.suffix):
        return True
    try:
        with file.open("rb") as stream:
            return formats.signed(stream.read(formats.HEAD))
    except OSError:
        return False
