"""What a build did: which documents it took in, which it could not read, and what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from protokollgraph.errors import DocumentError
from protokollgraph.graph.intake import Taken
from protokollgraph.graph.reading import Reading
from protokollgraph.model import Finding, Severity

_NAMED = 5
"""So many of the files that were left out are named."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. Names are the files' paths as they were found."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Documents of the store whose file is gone; they stay until ``remove_missing``."""
    failed: tuple[DocumentError, ...] = ()
    findings: tuple[tuple[str, Finding], ...] = ()
    """Of the documents that were read now; and where minutes and records of the whole store contradict each other."""
    questions: int = 0
    """So many could not be settled: who is who in the whole store."""
    quads: int = 0
    """In the store, all graphs together."""
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """0, or 1 if a document failed."""
        return 1 if self.failed else 0


def findings(taken: Iterable[Taken], left_out: Sequence[Path]) -> Iterator[tuple[str, Finding]]:
    """Path and finding: those of the documents, sorted by path, with duplicates; then files of other formats."""
    for each in sorted(taken, key=lambda taken: taken.path):
        for finding in each.findings:
            yield each.path, finding
        if each.double:
            yield each.path, Finding("duplicate", f"The same bytes as {each.double}; kept once.")
    if left_out:
        names = ", ".join(path.name for path in left_out[:_NAMED]) + (" …" if len(left_out) > _NAMED else "")
        message = f"{len(left_out)} files of other formats were left out: {names}"
        yield str(left_out[0].parent), Finding("other-formats", message, Severity.NOTICE)


def failures(missing: Iterable[DocumentError], failed: Iterable[Reading]) -> tuple[DocumentError, ...]:
    """Paths that lead nowhere, then documents that could not be read."""
    return (*missing, *(DocumentError(result.path, *result.error) for result in failed if result.error))
