"""Where an export goes: it is written beside its place and takes it at the end, so that a failure destroys nothing."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from protokollgraph.errors import GraphError

MARK = "protokollgraph: "
"""With this the README.txt of each folder that we wrote begins."""
_README = "README.txt"
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in every folder that somebody looked at."""
_FILE_REMEDY = "Choose another file with -o."
_FOLDER_REMEDY = "Choose a new folder with -o."


def write_file(out: Path, content: bytes) -> None:
    """Write a file, ``-`` for standard output. GraphError if it cannot be written; what was there is then still there.

    A link is followed; a device or a pipe is written to and not replaced.
    """
    if str(out) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    with _told(out, _FILE_REMEDY):
        if out.is_dir():
            raise GraphError(f"{out} is a folder.", "Give the name of a file with -o, or a format that is a folder.")
        if out.exists() and not out.is_file():
            out.write_bytes(content)
        else:
            _replace_file(Path(os.path.realpath(out)), content)


def write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files, one of which is a README.txt that begins with :data:`MARK`.

    An earlier export of the same kind is replaced as a whole. GraphError if something else lies there or the folder
    cannot be written; what was there is then still there.
    """
    if str(out) == "-":
        raise GraphError("This format is a folder of files.", "Give a folder with -o, not standard output.")
    with _told(out, _FOLDER_REMEDY):
        if not _is_free(out, files):
            raise GraphError(f"{out} holds something else.", "Choose an empty or a new folder with -o.")
        _replace_folder(Path(os.path.realpath(out)), files)


def _is_free(out: Path, files: Mapping[str, bytes]) -> bool:
    """Whether there is nothing at ``out``, or nothing but an earlier export of the same kind."""
    if not out.exists():
        return True
    if not out.is_dir():
        return False
    names = {path.name for path in out.iterdir()} - _OF_THE_SYSTEM
    if not names:
        return True
    if not names <= files.keys() or _README not in names:
        return False
    with (out / _README).open("rb") as readme:
        return readme.read(len(MARK)) == MARK.encode()


def _replace_file(out: Path, content: bytes) -> None:
    part = out.with_name(f".{out.name[:200]}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        if out.exists():
            shutil.copymode(out, part)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _replace_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Old and new folder lie in one that is gone at the end; if the new one cannot take its place, the old one does."""
    with tempfile.TemporaryDirectory(prefix=f".{out.name[:200]}.", dir=out.parent) as aside:
        made, old = Path(aside, "new"), Path(aside, "old")
        made.mkdir()
        for name, content in files.items():
            (made / name).write_bytes(content)
        if out.exists():
            out.rename(old)
        try:
            made.rename(out)
        except OSError:
            with suppress(FileNotFoundError):
                old.rename(out)
            raise


@contextmanager
def _told(out: Path, remedy: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GraphError(f"{out}: cannot be written ({error.strerror}).", remedy) from error
