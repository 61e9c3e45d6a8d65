"""What was read into the state of the store, a few documents at a time; what a report needs of each is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protokollgraph.extract import reader
from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.reading import Reading
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Finding

_BATCH = 100
"""So many documents go into the state in one transaction."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was taken in, in short."""

    path: str
    name: str
    findings: tuple[Finding, ...]
    double: str = ""
    """The name of the document that has the same bytes: this one is no second one."""
    known: bool = False
    """True if the state has had it before, with the same bytes."""


class Intake:
    """The documents on their way; ``failed`` and ``taken`` grow while they pass."""

    def __init__(self, readings: Iterator[Reading]) -> None:
        self._readings = readings
        self._first: Reading | None = None
        self.failed: list[Reading] = []
        self.taken: list[Taken] = []

    def begins(self) -> bool:
        """Whether some document could be read; reads up to the first one."""
        if self._first is None and not self.taken:
            self._first = next(self._good(), None)
        return self._first is not None or bool(self.taken)

    def into(self, state: DocumentState) -> None:
        """Keep all documents, in the order in which they come."""
        owner = {entry.sha256: entry.name for entry in state.entries()}
        rows: list[KeptDocument] = []
        for result in self._all():
            name = result.name
            known = owner.get(result.sha256) == name
            other = owner.setdefault(result.sha256, name)
            double = other if other != name and reader.may_remain(other) else ""
            extraction = codec.decode(result.extraction)
            self.taken.append(Taken(result.path, name, extraction.findings, double, known))
            if double:
                continue
            if other != name:
                state.remove([other])
                owner[result.sha256] = name
            entities = codec.encode_entities(DocumentEntities.of(extraction))
            kept = KeptDocument(name, result.path, result.sha256, "", "", "", entities, result.text, result.extraction)
            rows.append(kept)
            if len(rows) == _BATCH:
                state.put(rows)
                rows = []
        state.put(rows)

    def _all(self) -> Iterator[Reading]:
        if self._first is not None:
            first, self._first = self._first, None
            yield first
        yield from self._good()

    def _good(self) -> Iterator[Reading]:
        for result in self._readings:
            if not result.error:
                yield result
                continue
            self.failed.append(result)
