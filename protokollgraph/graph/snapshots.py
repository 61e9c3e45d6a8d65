"""Snapshots of the store: what readers open while a writer goes on writing.

A snapshot is a folder ``snapshots/N``; the file ``snapshots/current`` names the one to read. A new one is whole before
the pointer moves. The engine opens its files when it first needs them, so a snapshot may not vanish under a reader:
each reader holds a shared lock, and only what nobody holds is removed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

POINTER = "current"
_TRIES = 100

if sys.platform == "win32":  # pragma: no cover - an open file cannot be deleted there, which is lock enough

    def _lock(descriptor: int, *, shared: bool) -> bool:
        return True

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool) -> bool:
        """Take a lock without waiting; False if somebody else holds one that excludes it."""
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@dataclass(slots=True)
class Held:
    """A snapshot that stays as long as this is not released."""

    path: Path
    _descriptor: int | None

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def publish(folder: Path, backup: Callable[[str], None]) -> Path:
    """Make a snapshot with ``backup``, point to it, and remove the ones that nobody reads any more."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + max((int(each.name) for each in folder.iterdir() if each.name.isdigit()), default=0)
    target = folder / str(number)
    _lock_file(target).touch()
    backup(str(target))
    pointer = folder / f"{POINTER}.new"
    pointer.write_text(target.name, encoding="ascii")
    pointer.replace(folder / POINTER)
    _remove_unread(folder, keep=target.name)
    return target


def hold(folder: Path) -> Held | None:
    """The current snapshot, held open for reading; None if there is none."""
    for _ in range(_TRIES):
        try:
            path = folder / (folder / POINTER).read_text(encoding="ascii")
            descriptor = os.open(_lock_file(path), os.O_RDONLY)
        except FileNotFoundError:
            if not (folder / POINTER).exists():
                return None
            continue  # the pointer moved and its old target went between the two lines
        if _lock(descriptor, shared=True) and path.is_dir():
            return Held(path, descriptor)
        os.close(descriptor)
    return None


def _remove_unread(folder: Path, *, keep: str) -> None:
    for path in sorted(each for each in folder.iterdir() if each.name.isdigit() and each.name != keep):
        lock_file = _lock_file(path)
        descriptor = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if _lock(descriptor, shared=False):
                shutil.rmtree(path, ignore_errors=True)
                lock_file.unlink(missing_ok=True)
        finally:
            os.close(descriptor)


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")
