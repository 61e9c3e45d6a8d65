"""One document as the derivations see it: what it states, and what that turned out to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protokollgraph.graph.resolution import Resolution, Resource, sitting_key, sittings
from protokollgraph.graph.triples.known import with_known_entities
from protokollgraph.model import Evidence, Extraction, Span
from protokollgraph.ontology.iris import Iris


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its place in the resolution."""

    extraction: Extraction
    """Without what refers to nobody."""
    resolution: Resolution
    iris: Iris
    path: str
    protocol: str
    """IRI of the protocol or record."""
    entities: Mapping[str, str]
    """Key of an entity to its IRI."""

    @classmethod
    def of(cls, extraction: Extraction, resolution: Resolution, iris: Iris, path: str) -> Source:
        """KeyError if the document was not among those that were resolved."""
        sha256 = extraction.document.sha256
        known = with_known_entities(extraction, resolution)
        return cls(known, resolution, iris, path, resolution.protocols[sha256], resolution.entities[sha256])

    def sittings(self) -> Iterator[tuple[str, Extraction]]:
        """The IRI of each meeting of the document with what is said of it."""
        sha256 = self.extraction.document.sha256
        for n, sitting in enumerate(sittings(self.extraction)):
            yield self.resolution.meetings[sitting_key(sha256, n)], sitting

    def resource(self, key: str) -> Resource:
        """What an entity of the document turned out to be."""
        return self.resolution.by_iri[self.entities[key]]

    def target(self, span: Span) -> str:
        """The IRI of a stretch of its text."""
        return self.iris.target(self.protocol, span.start, span.end)

    def targets(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """The IRIs of the stretches of its text where something stands, in the order of the text, each once."""
        return tuple(map(self.target, sorted({each.span for each in evidence})))
