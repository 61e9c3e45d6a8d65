"""The file of judgements: read, and added to at its end. No line of it is ever changed by the program.

The order of the lines is the order of the judgements; the date is for people. Blank lines and lines that begin with
``#`` mean nothing, and neither does a header that stands again further down, so files can be put one after the other.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements.judgement import Judgement
from protokollgraph.graph.judgements.rows import HEADER, faults, is_header, read_row, tidy, write_row
from protokollgraph.graph.judgements.settled import Judgements, settle

LARGEST = 1 << 26
"""The largest file that is read, in bytes: half a million judgements, so anything larger is another file."""
_BOM = "\ufeff"


def read(path: Path, base: str) -> Judgements:
    """What stands after all judgements of a file; absolute IRIs below ``base`` are the entities of the graph.

    JudgementError if the file cannot be read, if any of its lines cannot, or if judgements contradict each other.
    """
    return settle(entries(path, base), str(path))


def entries(path: Path, base: str, *, unsigned: bool = False) -> tuple[Judgement, ...]:
    """Every judgement of a file in its order, whether it still stands or not.

    ``unsigned`` allows lines that do not say who judged when, as a list of answers to be taken over may leave open.
    JudgementError that names every line that cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise JudgementError(
            str(path), [(0, "there is no such file; correct the name, or begin an empty one")]
        ) from error
    except OSError as error:
        raise JudgementError(
            str(path), [(0, f"{error.strerror}; name a file of judgements that can be read")]
        ) from error
    if len(content) > LARGEST:
        raise JudgementError(str(path), [(0, "too large for a file of judgements; name the right one")])
    return parse(content, str(path), base, unsigned=unsigned)


def parse(content: bytes, name: str, base: str, *, unsigned: bool = False) -> tuple[Judgement, ...]:
    """The judgements in the bytes of a file; as :func:`entries`, with ``name`` for errors."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise JudgementError(name, [(line, "this is no UTF-8; save the file as text in UTF-8")]) from error
    found, wrong = [], []
    for line, row in _rows(text):
        judgement, said = read_row(row, line, base, unsigned=unsigned)
        wrong += [(line, each) for each in said]
        if judgement is not None:
            found.append(judgement)
    if wrong:
        raise JudgementError(name, wrong)
    return tuple(found)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """Lines that hold a judgement, with their numbers from 1."""
    for line, whole in enumerate(text.split("\n"), 1):
        row = whole.lstrip(_BOM).removesuffix("\r")
        if row.strip() and not row.lstrip().startswith("#") and not is_header(row):
            yield line, row


def append(path: Path, judgements: Iterable[Judgement], base: str, *, who: str, now: datetime) -> Judgements:
    """Add judgements to a file, which is made if there is none, and return what stands then.

    ``who`` and ``now`` go into judgements that do not say it themselves. All are written in one stroke at the end of
    the file, so two programs that add to it at once do not mix their lines. JudgementError if the file cannot be
    read or written, if a judgement cannot stand, or if it contradicts what stands: then nothing is written.
    """
    moment = now.isoformat(timespec="seconds")
    new = [tidy(replace(each, who=each.who or who, when=each.when or moment, line=0), base) for each in judgements]
    if wrong := [(0, f"{each.place}: {said}") for each in new for said in faults(each, base)]:
        raise JudgementError(str(path), wrong)
    settled = settle([*(entries(path, base) if path.exists() else ()), *new], str(path))
    if new:
        _write(path, "".join(f"{write_row(each)}\n" for each in new))
    return settled


def _write(path: Path, rows: str) -> None:
    """Write at the end; what was written of it is taken away again if it could not be written whole."""
    try:
        with path.open("a+b", buffering=0) as file:
            end, written = file.seek(0, os.SEEK_END), 0
            start = f"{HEADER}\n" if end == 0 else "" if _ends_line(path) else "\n"
            content = (start + rows).encode("utf-8")
            try:
                written = file.write(content)
                os.fsync(file.fileno())
                if written < len(content):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError:
                if file.seek(0, os.SEEK_END) == end + written:  # nobody else has written meanwhile
                    file.truncate(end)
                raise
    except OSError as error:
        raise JudgementError(
            str(path), [(0, f"{error.strerror}; make room or name a file that can be written")]
        ) from error


def _ends_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"
