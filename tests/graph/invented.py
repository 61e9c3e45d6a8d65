"""Invented documents for the tests of resolver and triples: entities with a label that says who they really are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve
from protokollgraph.model import (
    Capacity,
    Entity,
    EntityKind,
    Evidence,
    Gender,
    Meeting,
    Membership,
    Participation,
    PersonName,
    Role,
    Span,
)
from protokollgraph.ontology.iris import Iris

IRIS = Iris()


@dataclass(frozen=True, slots=True)
class Thing:
    """What one document says of somebody or something; ``label`` is who or what that really is."""

    label: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    """Names of organisations that the document names with a person."""
    role: str | None = None
    given: str | None = None
    gender: Gender | None = None
    mentions: int = 1
    member: bool = False
    """Whether a person is listed as a member of the body that meets."""
    number: int | None = None
    unit_of: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: its things and its meeting."""

    things: tuple[Thing, ...]
    day: date | None = None
    body: str | None = None
    name: str = ""
    extra: list[str] = field(default_factory=list)


def person(label: str, name: str, *at: str, gender: Gender | None = None, **more: object) -> Thing:
    """A person; the last word of the name is the surname ("_" stands for a space in it)."""
    given, _, family = name.rpartition(" ")
    return Thing(label, EntityKind.PERSON, family.replace("_", " "), at=at, given=given or None, gender=gender, **more)  # type: ignore[arg-type]


def organisation(label: str, name: str, *aliases: str, unit_of: str | None = None) -> Thing:
    return Thing(label, EntityKind.ORGANISATION, name, aliases, unit_of=unit_of)


def body(label: str, name: str, *aliases: str, number: int | None = None, unit_of: str | None = None) -> Thing:
    return Thing(label, EntityKind.BODY, name, aliases, number=number, unit_of=unit_of)


def project(label: str, name: str, *aliases: str) -> Thing:
    return Thing(label, EntityKind.PROJECT, name, aliases)


def document(paper: Paper, n: int) -> DocumentEntities:
    """The entities of one document, the n-th of its test."""
    names = dict.fromkeys([at for thing in paper.things for at in thing.at])
    names |= dict.fromkeys(thing.unit_of for thing in paper.things if thing.unit_of)
    told = {thing.name: f"{thing.kind}/{k}" for k, thing in enumerate(paper.things) if thing.given is None}
    keys = {name: told.get(name, f"organisation/at-{k}") for k, name in enumerate(names)}
    entities = [_entity(thing, k, keys) for k, thing in enumerate(paper.things)]
    entities += [_at(name, key) for name, key in keys.items() if name not in told]
    meeting = None
    if paper.body is not None or paper.day is not None:
        entities += [_at(paper.body, "body/own")] if paper.body else []
        meeting = Meeting((), "body/own" if paper.body else None, date=paper.day)
    name = paper.name or f"protocol-{n}.txt"
    people = [(k, thing) for k, thing in enumerate(paper.things) if thing.kind is EntityKind.PERSON]
    return DocumentEntities(
        name,
        sha256(f"{name} {n}".encode()).hexdigest(),
        tuple(entities),
        tuple(Membership(f"person/{k}", keys[at], (), thing.role) for k, thing in people for at in thing.at),
        meeting,
        tuple(
            Participation(f"person/{k}", Role.ATTENDEE, (), capacity=Capacity.MEMBER)
            for k, thing in people
            if thing.member
        ),
    )


def _entity(thing: Thing, k: int, keys: dict[str, str]) -> Entity:
    mentions = tuple(Evidence(Span(n, n + 1), "test.rule") for n in range(thing.mentions))
    name, parts = thing.name, None
    if thing.kind is EntityKind.PERSON:
        parts = PersonName(thing.name, thing.given, None, thing.gender)
        name = parts.full
    part_of = None if thing.unit_of is None else keys[thing.unit_of]
    return Entity(f"{thing.kind}/{k}", thing.kind, name, thing.aliases, mentions, parts, thing.number, part_of)


def _at(name: str | None, key: str) -> Entity:
    """An organisation that is only named with others; a Werkstatt or council is a body."""
    name = name or ""
    number = int(name.rpartition(" ")[2]) if name.startswith("Werkstatt ") else None
    councils = ("Gemeindevertretung", "Kreistag", "Stadtverordnetenversammlung", "Stadtrat")
    is_body = number is not None or name.startswith(councils) or "usschuss" in name
    return Entity(key, EntityKind.BODY if is_body else EntityKind.ORGANISATION, name, number=number)


def resolved(*papers: Paper | tuple[Thing, ...] | list[Thing] | Thing) -> tuple[Resolution, dict[str, set[str]]]:
    """Resolve documents; who was found for each label, as IRIs."""
    given = [_paper(each) for each in papers]
    documents = [document(paper, n) for n, paper in enumerate(given)]
    resolution = resolve(documents, IRIS)
    found: dict[str, set[str]] = {}
    for paper, entities in zip(given, documents, strict=True):
        for k, thing in enumerate(paper.things):
            iri = resolution.entity_iri(entities.sha256, f"{thing.kind}/{k}")
            found.setdefault(thing.label, set()).add(iri)
    return resolution, found


def _paper(each: Paper | tuple[Thing, ...] | list[Thing] | Thing) -> Paper:
    if isinstance(each, Paper):
        return each
    return Paper((each,) if isinstance(each, Thing) else tuple(each))


def assert_told_apart(found: dict[str, set[str]]) -> None:
    """Each label has one IRI, and no two labels the same."""
    assert {label: len(iris) for label, iris in found.items()} == dict.fromkeys(found, 1)
    assert len(set().union(*found.values())) == len(found)
