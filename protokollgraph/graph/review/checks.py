"""Whether a judgement fits the graph: whom a name or an IRI means, and what is offered where nobody is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from protokollgraph.errors import UsageError
from protokollgraph.graph import lookup
from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.judgements.judgement import FAMILIES, Judgement, Kind, means
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.passages import protocols, quotes, rows
from protokollgraph.graph.review.desk import read_judgements, store_folder
from protokollgraph.graph.store import GraphStore

_OFFERED = 5
_LEAST = 60.0
"""From this likeness on (0 to 100) an IRI is offered in place of one that the graph does not have."""
_KINDS = frozenset({*map(str, FAMILIES), "werkstatt"})
_RETIRED = "SELECT DISTINCT ?old { ?old dct:isReplacedBy ?new }"


@dataclass(frozen=True)
class Graph:
    """What judgements are checked against."""

    store: GraphStore
    state: DocumentState
    known: Sequence[lookup.Candidate]
    """Everything that can be judged, under all of its names."""
    judged: Judgements
    """What stands already; whom it speaks of may be judged again, even if the graph has it no more."""

    @property
    def base(self) -> str:
        return self.store.base

    @cached_property
    def iris(self) -> frozenset[str]:
        """Everything that the graph has and that can be judged, by relative IRI."""
        return frozenset(each.iri.removeprefix(self.base) for each in self.known)

    @cached_property
    def allowed(self) -> frozenset[str]:
        """The same with IRIs that are no longer anybody's own, or that earlier judgements speak of."""
        retired = {row["old"].removeprefix(self.base) for row in rows(self.store, _RETIRED)}
        return self.iris | retired | {iri for _, iris in self.judged.uses() for iri in iris}

    def entity(self, text: str) -> str:
        """The relative IRI that a name or an IRI means; UsageError if nobody or more than one is meant."""
        address = text.strip().strip("<>").removeprefix(self.base)
        if address in self.allowed:
            return address
        if "/" in address and address.partition("/")[0] in (*FAMILIES, "http:", "https:"):
            raise UsageError(f"{text} is nobody and nothing in the graph.", f"{self.nearest(address)}.")
        return lookup.choose(self.known, text).iri.removeprefix(self.base)

    def nearest(self, address: str) -> str:
        """What may have been meant by an IRI that the graph does not have, in words."""
        from rapidfuzz import fuzz, process

        near = process.extract(address, sorted(self.iris), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_OFFERED)
        if not near:
            return "protokollgraph explain NAME shows the IRI of a name"
        return f"The nearest: {', '.join(iri for iri, _, _ in near)}"

    def faults(self, judgement: Judgement) -> Iterator[str]:
        """What does not fit the graph, each with what to do."""
        unknown = [iri for iri in judgement.iris if iri not in self.allowed]
        for iri in unknown:
            yield f"{iri} is nobody and nothing in the graph. {self.nearest(iri)}"
        if judgement.kind is Kind.SPLIT and not judgement.taken_back and not unknown:
            yield from self._faults_of_split(judgement)

    def _faults_of_split(self, judgement: Judgement) -> Iterator[str]:
        subject = self.base + judgement.subject
        named_in = {quote.protocol.iri for quote in quotes(self.store, [subject]).get(subject, [])}
        meant = {iri for iri, document in self._documents.items() if means(judgement.object, *document)}
        if len(meant) > 1:
            digests = ", ".join(sorted(self._documents[iri][1][:8] for iri in meant))
            yield f"{judgement.object} is the name of {len(meant)} documents. Name one by its SHA-256: {digests}"
        elif meant.isdisjoint(named_in):
            files = sorted({self._documents[iri][0] for iri in named_in if iri in self._documents})
            more = f" and {len(files) - _OFFERED} more" if len(files) > _OFFERED else ""
            where = f"It is named in {', '.join(files[:_OFFERED])}{more}" if files else "No document names it"
            yield f"{judgement.object} does not name {judgement.subject}. {where}"

    @cached_property
    def _documents(self) -> dict[str, tuple[str, str]]:
        """IRI of a protocol to the name of its file and its SHA-256."""
        digests = {each.graph_iri: each.sha256 for each in self.state.entries()}
        return {iri: (each.file, digests[iri]) for iri, each in protocols(self.store, digests).items()}


@contextmanager
def opened(store: str | Path, judgements: Path) -> Iterator[Graph]:
    """What judgements are checked against: a store folder and a file of earlier ones, if there is one.

    StoreError if the store cannot be used, JudgementError if the file cannot.
    """
    folder = store_folder(store)
    with GraphStore.reader(folder) as graph, DocumentState.reader(folder) as state:
        known = [each for each in lookup.candidates(graph) if each.kind in _KINDS]
        yield Graph(graph, state, known, read_judgements(judgements, graph.base))
