"""Whom and what a protocol speaks of, as it names them: people, organisations, bodies, projects, papers, topics."""

from __future__ import annotations

from collections.abc import Callable

from protokollgraph.graph.matching.person import name_of
from protokollgraph.graph.triples.frame import Frame, concept, german, node, number, plain
from protokollgraph.graph.triples.memberships import write_memberships
from protokollgraph.graph.triples.record import PROTOCOL
from protokollgraph.model import Entity, EntityKind
from protokollgraph.ontology.namespaces import DCT, ELI, FOAF, FRAPO, ORG, PERSON, PG, SCHEMA, SKOS

PEOPLE = (node(FOAF.Person), node(PERSON.Person), node(SCHEMA.Person))
ORGANISATIONS = (node(ORG.Organization),)
BODIES = (node(PG.Body), node(ORG.Organization))
WERKSTATT = (node(PG.Werkstatt),)
PROJECTS = (node(PG.Project), node(FOAF.Project))
PROGRAMMES = (node(FRAPO.FundingProgramme),)
PAPERS = (node(PG.Paper), node(ELI.Work))
TOPICS = (node(PG.Topic), node(SKOS.Concept))

CLASSES = {
    EntityKind.PERSON: PEOPLE,
    EntityKind.ORGANISATION: ORGANISATIONS,
    EntityKind.BODY: BODIES,
    EntityKind.PROJECT: PROJECTS,
    EntityKind.PROGRAMME: PROGRAMMES,
    EntityKind.PAPER: PAPERS,
    EntityKind.TOPIC: TOPICS,
    EntityKind.PROTOCOL: PROTOCOL,
}
"""The classes of each kind of entity."""

_AMOUNT = (node(SCHEMA.MonetaryAmount),)
_PREF, _ALT, _TITLE = node(SKOS.prefLabel), node(SKOS.altLabel), node(DCT.title)
_NAME, _GIVEN, _FAMILY = node(FOAF.name), node(FOAF.givenName), node(FOAF.familyName)


def write_actors(frame: Frame) -> None:
    """Write entities, memberships and what is said of projects and papers."""
    for entity in frame.extraction.entities:
        term, resource = frame.entity(entity.key), frame.resource(entity.key)
        frame.types(term, CLASSES[resource.kind])
        _WRITERS.get(entity.kind, _write_labels)(frame, term, entity)
        if resource.kind is EntityKind.BODY and entity.number is not None:
            frame.types(term, WERKSTATT)
            frame.add(term, node(PG.number), number(entity.number))
        if entity.part_of is not None and entity.kind in (EntityKind.ORGANISATION, EntityKind.BODY):
            frame.add(term, node(ORG.unitOf), frame.entity(entity.part_of))
        for address in entity.identifiers:
            frame.add(term, node(SCHEMA.sameAs), node(address))
        frame.prove(term, *entity.mentions)
    write_memberships(frame)
    _write_projects(frame)
    _write_papers(frame)


def _write_labels(frame: Frame, term: str, entity: Entity) -> None:
    if entity.name:
        frame.add(term, _PREF, german(entity.name))
    for alias in entity.aliases:
        if alias != entity.name:
            frame.add(term, _ALT, german(alias))


def _write_person(frame: Frame, term: str, entity: Entity) -> None:
    if not entity.name:
        return
    name = name_of(entity)
    frame.add(term, _NAME, plain(name.full))
    frame.add(term, _FAMILY, plain(name.family))
    if name.given:
        frame.add(term, _GIVEN, plain(name.given))
    if name.prefix:
        frame.add(term, node(SCHEMA.honorificPrefix), plain(name.prefix))
    for alias in {entity.name, *entity.aliases} - {name.full}:
        frame.add(term, _ALT, plain(alias))


def _write_paper(frame: Frame, term: str, entity: Entity) -> None:
    if entity.name:
        frame.add(term, node(DCT.identifier), plain(entity.name))
    if entity.title is not None:
        frame.add(term, _TITLE, german(entity.title))


def _write_earlier_protocol(frame: Frame, term: str, entity: Entity) -> None:
    if term != node(frame.protocol):
        frame.add(term, _TITLE, german(entity.name))


_WRITERS: dict[EntityKind, Callable[[Frame, str, Entity], None]] = {
    EntityKind.PERSON: _write_person,
    EntityKind.PAPER: _write_paper,
    EntityKind.PROTOCOL: _write_earlier_protocol,
}


def _write_projects(frame: Frame) -> None:
    for fact in frame.extraction.project_facts:
        project = frame.entity(fact.project)
        frame.prove(project, fact.evidence)
        if fact.programme is not None:
            frame.add(project, node(FRAPO.isFundedBy), frame.entity(fact.programme))
        if fact.sponsor is not None:
            frame.add(project, node(PG.sponsor), frame.entity(fact.sponsor))
        if fact.lead is not None:
            frame.add(project, node(PG.leadBody), frame.entity(fact.lead))
        if fact.kind is not None:
            frame.add(project, node(PG.projectKind), german(fact.kind))
        if fact.budget is not None:
            amount = node(frame.iris.budget(frame.resource(fact.project).iri, fact.budget))
            frame.add(project, node(PG.budget), amount)
            frame.types(amount, _AMOUNT)
            frame.add(amount, node(SCHEMA.value), number(fact.budget))
            frame.add(amount, node(SCHEMA.currency), plain("EUR"))
            frame.prove(amount, fact.evidence)


def _write_papers(frame: Frame) -> None:
    for fact in frame.extraction.paper_facts:
        paper = frame.entity(fact.paper)
        frame.prove(paper, fact.evidence)
        if fact.kind is not None:
            frame.add(paper, node(PG.paperKind), concept(fact.kind))
        if fact.mover is not None:
            frame.add(paper, node(DCT.creator), frame.entity(fact.mover))
