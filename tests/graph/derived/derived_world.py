"""Invented minutes in short, as extractions made by hand, and what is derived of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

import pyoxigraph as ox

from protokollgraph.graph.derived import Claim, Derived, claims, derive, derived_quads
from protokollgraph.graph.query import Table, run_shipped
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_quads
from protokollgraph.model import (
    AgendaItem,
    Decision,
    DecisionKind,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    ItemKind,
    Meeting,
    MeetingReference,
    Membership,
    Outcome,
    Participation,
    PersonName,
    Role,
    Span,
    Treatment,
)
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import PREFIXES

IRIS = Iris()
PROLOGUE = f"BASE <{IRIS.base}> " + " ".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items())


@dataclass(slots=True)
class Minutes:
    """The minutes of one session in the making; every place in the text is one of its own."""

    name: str
    body: str | None = "Werkstatt 9"
    day: date | None = None
    number: int | None = None
    previous: tuple[int | None, date | None] | None = None
    """Number and day of the session before, as these minutes name it."""
    next: tuple[int | None, date | None] | None = None
    record: bool = False
    entities: dict[tuple[EntityKind, str], Entity] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    treatments: list[Treatment] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    places: int = 0

    def at(self) -> Evidence:
        """A place in the text that nothing else stands at."""
        self.places += 1
        return Evidence(Span(self.places * 10, self.places * 10 + 5), "test.rule")

    def entity(self, kind: EntityKind, name: str, **more: object) -> str:
        """The key of an entity, which is made if it is not there."""
        if (kind, name) not in self.entities:
            given, _, family = name.rpartition(" ")
            parts = PersonName(family, given or None) if kind is EntityKind.PERSON else None
            made = Entity(f"{kind}/{len(self.entities)}", kind, name, (), (self.at(),), parts, **more)  # type: ignore[arg-type]
            self.entities[kind, name] = made
        return self.entities[kind, name].key

    def post(self, person: str, organisation: str, role: str | None = None, **more: object) -> Minutes:
        """Somebody holds a post."""
        who, where = self.entity(EntityKind.PERSON, person), self.entity(EntityKind.ORGANISATION, organisation)
        self.memberships.append(Membership(who, where, (self.at(),), role, **more))  # type: ignore[arg-type]
        return self

    def treat(
        self, item: str, *projects: str, kind: ItemKind | None = None, discussed: bool = False, planned: bool = True
    ) -> Minutes:
        """An item, and what the results say of it."""
        if planned:
            self.agenda.append(AgendaItem(item, f"Punkt {item}", self.at(), kind))
        keys = tuple(self.entity(EntityKind.PROJECT, name) for name in projects)
        self.treatments.append(Treatment(item, self.at(), keys))
        if discussed:
            who = self.entity(EntityKind.PERSON, "Ina Probe")
            self.participations.append(Participation(who, Role.DISCUSSANT, (self.at(),), item))
        return self

    def plan(self, number: str, title: str, kind: ItemKind | None = None) -> Minutes:
        """An item of the agenda."""
        self.agenda.append(AgendaItem(number, title, self.at(), kind))
        return self

    def result(self, number: str, heading: str = "") -> Minutes:
        """What the results say of an item; with a heading if the agenda does not have it."""
        if heading:
            self.agenda.append(AgendaItem(number, heading, replace(self.at(), inferred=True)))
        self.treatments.append(Treatment(number, self.at()))
        return self

    def decide(
        self,
        kind: DecisionKind,
        outcome: Outcome | None,
        *projects: str,
        item: str | None = None,
        by: str | None = None,
        day: date | None = None,
        reported: bool = False,
        about: str | None = None,
    ) -> Minutes:
        """A decision on projects, or ``about`` something; with ``reported`` one of another body or day."""
        family = EntityKind.BODY if (by or "").startswith("Werkstatt") else EntityKind.ORGANISATION
        body = None if by is None else self.entity(family, by)
        concerns = tuple(self.entity(EntityKind.PROJECT, name) for name in projects) + ((about,) if about else ())
        made = Decision(kind, "Wortlaut", (self.at(),), item, outcome=outcome, date=day, body=body, concerns=concerns)
        self.decisions.append(replace(made, reported=reported))
        return self

    def extraction(self) -> Extraction:
        body = None if self.body is None else self.entity(EntityKind.BODY, self.body)
        head = self.at()
        references = [
            None if told is None else MeetingReference(self.at(), *told) for told in (self.previous, self.next)
        ]
        text = f"{self.name:.<{self.places * 10 + 20}}"
        return Extraction(
            Document(self.name, text, sha256(self.name.encode()).hexdigest()),
            entities=tuple(self.entities.values()),
            meeting=Meeting((head,), body, self.number, self.day, previous=references[0], next=references[1]),
            memberships=tuple(self.memberships),
            participations=tuple(self.participations),
            agenda=tuple(self.agenda),
            treatments=tuple(self.treatments),
            decisions=tuple(self.decisions),
            record=self.record,
        )


@dataclass(frozen=True, slots=True)
class World:
    """What is derived of some minutes, and everything else that is written of them."""

    claims: tuple[Claim, ...]
    derived: Derived
    quads: bytes

    @property
    def findings(self) -> list[tuple[str, str, str]]:
        """Path, code and message."""
        return [(path, finding.code, finding.message) for path, finding in self.derived.findings]

    @property
    def everything(self) -> bytes:
        """All graphs as N-Quads."""
        return self.quads + "".join(self.derived.lines).encode()

    def store(self) -> ox.Store:
        store = ox.Store()
        store.load(self.everything, format=ox.RdfFormat.N_QUADS)
        return store

    def answer(self, query: str, **values: str) -> list[tuple[str, ...]]:
        """The rows of a shipped query."""
        with GraphStore.memory() as store:
            store.load([self.everything])
            found = run_shipped(store, query, values=values)
        assert isinstance(found, Table)
        return list(found.rows)

    def ask(self, variables: str, pattern: str, *, graph: str = "<graph/derived>") -> list[tuple[str, ...]]:
        """The answers in one graph, sorted, without the base of IRIs and without namespaces."""
        query = f"{PROLOGUE} SELECT DISTINCT {variables} {{ GRAPH {graph} {{ {pattern} }} }}"
        found = self.store().query(query)
        assert isinstance(found, ox.QuerySolutions)
        return sorted(tuple(_short(term) for term in row) for row in found)


def world(*minutes: Minutes) -> World:
    """Resolve and derive."""
    extractions: Sequence[Extraction] = [each.extraction() for each in minutes]
    resolution = resolve(map(DocumentEntities.of, extractions), IRIS)
    said = tuple(claim for each in extractions for claim in claims(each, resolution, IRIS, each.document.name))
    graphs = [protocol_quads(each, resolution, IRIS, "0") for each in extractions]
    groups = {claim.group for claim in said}
    lines = [line for group in groups for line in derive(group, (c for c in said if c.group == group), IRIS).lines]
    assert len(lines) == len(set(lines)), "two groups share a line"
    return World(said, derived_quads(said, IRIS), b"".join([*graphs, register_quads(resolution, IRIS)]))


def _short(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    assert not isinstance(term, ox.Triple)
    value = "" if term is None else term.value
    namespaces = (IRIS.base, *PREFIXES.values())
    return next((value.removeprefix(each) for each in namespaces if value.startswith(each)), value)
