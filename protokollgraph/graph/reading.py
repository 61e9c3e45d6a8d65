"""Files to extractions, many at a time: each is read and extracted in a process of its own when there are enough."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.reader import Source
from protokollgraph.extract.style import Selection
from protokollgraph.graph import codec
from protokollgraph.graph.garbage import no_collection

Progress = Callable[[int, int], None]
"""Called with how many documents are done, and how many there are."""

_ANY_STYLE = Selection()
_AT_ONCE = 512
"""So many documents wait for the processes or for what comes behind at a time."""
_WORTH_A_PROCESS = 24
"""Fewer documents than this are read in this process: starting another takes longer."""


_UNFIT = {
    "empty": "Give the text of a protocol, or see protokollgraph check FILE.",
    "no-protocol": "Give the text of a protocol, or see protokollgraph check FILE.",
    "no-oparl": "Leave it out, or fetch the objects of the information system's OParl interface.",
}
"""Findings that say that a document is none of those that are read, with what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read and what came of it, or why it could not be. It travels between processes."""

    path: str
    """What the user calls it: the path, the address, or "standard input"."""
    sha256: str = ""
    text: str = ""
    extraction: bytes = b""
    """JSON, see ``graph.codec``."""
    error: tuple[str, str] | None = None
    """What is wrong with the document, and what to do about it."""
    identity: str = ""
    """Of a document that is no file."""

    @property
    def name(self) -> str:
        """What the document is called in the state: its absolute path, if it is a file."""
        return self.identity or str(Path(self.path).absolute())


def read_all(
    paths: Sequence[Source], jobs: int | None, progress: Progress | None, already: int, styles: Selection = _ANY_STYLE
) -> Iterator[Reading]:
    """Read these files one after the other, in their order, in at most ``jobs`` processes (one per core if None).

    ``already`` is how many documents are done before: ``progress`` counts them too. Only a few are in memory at a time.
    """
    read_one = partial(_one, styles=styles)
    workers = min(jobs or os.cpu_count() or 1, len(paths) // _WORTH_A_PROCESS + 1)
    total = already + len(paths)
    for done, result in enumerate(_results(read_one, paths, workers), already + 1):
        if progress:
            progress(done, total)
        yield result


def _results(read_one: Callable[[Source], Reading], paths: Sequence[Source], workers: int) -> Iterator[Reading]:
    if workers < 2:
        yield from map(read_one, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        for start in range(0, len(paths), _AT_ONCE):
            yield from pool.map(read_one, paths[start : start + _AT_ONCE], chunksize=8)


def _one(path: Source, styles: Selection) -> Reading:
    identity = reader.identity(path)
    try:
        document = reader.read(path)
        with no_collection():
            extraction = extract(document, styles=styles.styles(), style=styles.name)
    except DocumentError as error:
        problem = error.problem.removeprefix(f"{error.name}: ")
        return Reading(str(path), error=(problem, error.remedy), identity=identity)
    unfit = next((finding for finding in extraction.findings if finding.code in _UNFIT), None)
    if unfit:
        return Reading(str(path), error=(unfit.message, _UNFIT[unfit.code]), identity=identity)
    return Reading(str(path), document.sha256, document.text, codec.encode(extraction), identity=identity)
