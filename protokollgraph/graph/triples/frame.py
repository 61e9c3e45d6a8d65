"""What the writers of a protocol's graph have in common: names of its nodes, a place for lines and for evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from protokollgraph.graph import terms
from protokollgraph.graph.matching.acts import ActKind, mentions
from protokollgraph.graph.resolution import Resolution, Resource, sitting_key
from protokollgraph.model import Evidence, Extraction
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DL, PG, PROV, RDF

OFF_AGENDA = "off-agenda"
"""In place of an item's number: what happened, but stands under no item."""

node = lru_cache(maxsize=1 << 14)(terms.iri)
"""An IRI as a term."""
number = lru_cache(maxsize=1 << 12)(terms.literal)
"""A number, date or boolean as a literal."""
TYPE = node(RDF.type)
_FORMS_PART_OF = node(DL.forms_part_of)
_TREATMENT = (node(PG.Treatment), node(DL.Activity), node(PROV.Activity))


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A literal without language: names of people, numbers as printed, identifiers."""
    return terms.literal(text)


@lru_cache(maxsize=1 << 14)
def german(text: str) -> str:
    """A literal in the language of the protocol."""
    return terms.literal(text, language="de")


@lru_cache(maxsize=1 << 10)
def english(text: str) -> str:
    """A literal in the language of the program: its own notes."""
    return terms.literal(text, language="en")


@lru_cache(maxsize=1 << 8)
def concept(value: str) -> str:
    """The concept of an enumeration's value: ``minute-taker`` is ``pg:MinuteTaker``."""
    return node(PG + "".join(part.capitalize() for part in value.split("-")))


class Frame:
    """One protocol's graph in the making.

    ``meeting`` and ``protocol`` are IRIs; everything that :meth:`add` takes is a term.
    """

    def __init__(self, extraction: Extraction, resolution: Resolution, iris: Iris) -> None:
        self.iris = iris
        self.protocol = resolution.protocols[extraction.document.sha256]
        self.file = node(iris.file(extraction.document.sha256))
        self.names = {entity.key: entity for entity in extraction.entities}
        self.evidence: dict[tuple[int, int], dict[str, Evidence]] = {}
        """Span to node to the best evidence for it there."""
        self.entities = resolution.entities[extraction.document.sha256]
        """Key of an entity of the document to its IRI."""
        self._resources = resolution.by_iri
        self._graph = node(self.protocol)
        self._said: dict[str, list[tuple[str, str]]] = {}
        self.resolution = resolution
        self.turn_to(extraction, 0)

    def turn_to(self, sitting: Extraction, n: int) -> None:
        """Go on with the n-th meeting of the document: what it says of that."""
        key = sitting_key(sitting.document.sha256, n)
        self.sitting = n
        self.extraction = sitting
        self.meeting = self.resolution.meetings[key]
        self._mentions = mentions(sitting)
        self._act_names = self.resolution.acts[key]
        self._items = {item.number for item in sitting.agenda}
        self._treatments = {treatment.number for treatment in sitting.treatments}

    def acts(self, kind: ActKind) -> Iterator[str]:
        """The terms of the document's acts of one kind, in the order of the extraction; not for decisions."""
        for mention, name in zip(self._mentions, self._act_names, strict=True):
            if mention.kind == kind:
                yield node(self.iris.act(self.meeting, kind, name))

    def add(self, subject: str, predicate: str, object: str) -> None:
        self._said.setdefault(subject, []).append((predicate, object))

    def describe(self, subject: str, said: Iterable[tuple[str, str]]) -> None:
        """Say several things of one node: predicates with objects."""
        self._said.setdefault(subject, []).extend(said)

    def types(self, subject: str, classes: Iterable[str]) -> None:
        self._said.setdefault(subject, []).extend((TYPE, each) for each in classes)

    def entity(self, key: str) -> str:
        """The term of an entity of this document."""
        return node(self.entities[key])

    def resource(self, key: str) -> Resource:
        """What an entity of this document turned out to be."""
        return self._resources[self.entities[key]]

    def prove(self, subject: str, *evidence: Evidence) -> None:
        """Note where something stands; of two notes for one place the better one counts."""
        for each in evidence:
            of_span = self.evidence.setdefault((each.span.start, each.span.end), {})
            known = of_span.get(subject)
            if known is None or _weight(each) < _weight(known):
                of_span[subject] = each

    def item(self, item: str) -> str | None:
        """The term of an agenda item, None if the agenda has none of that number."""
        return node(self.iris.item(self.meeting, item)) if item in self._items else None

    def treatment(self, item: str | None) -> str:
        """The term of an item's treatment; what stands under no item has one of its own, which is written here."""
        if item is not None and item in self._treatments:
            return node(self.iris.treatment(self.meeting, item))
        treatment = node(self.iris.treatment(self.meeting, item or OFF_AGENDA))
        self.types(treatment, _TREATMENT)
        self.add(treatment, _FORMS_PART_OF, node(self.meeting))
        planned = None if item is None else self.item(item)
        if planned is not None:
            self.add(treatment, node(DL.executed), planned)
        return treatment

    def has_treatment(self, item: str) -> bool:
        return item in self._treatments

    def nquads(self) -> bytes:
        """All lines, sorted, each once.

        Terms end in ">", so sorting subjects, then predicates, then objects sorts lines; it is twice as fast.
        """
        graph, quad = self._graph, terms.quad
        lines = [quad(s, p, o, graph) for s, said in sorted(self._said.items()) for p, o in sorted(set(said))]
        return "".join(lines).encode("utf-8")


def _weight(evidence: Evidence) -> tuple[bool, float, str]:
    return evidence.inferred, -evidence.confidence, evidence.rule
