"""Who acts: Body, Organization, Person, Membership."""

from __future__ import annotations

from protokollgraph.extract import names
from protokollgraph.extract.oparl import wordings
from protokollgraph.extract.oparl.collection import Collection, Known
from protokollgraph.extract.oparl.objects import Thing
from protokollgraph.model import EntityKind, Membership, PersonName


def read(found: Collection) -> tuple[Membership, ...]:
    """Take in everybody; the memberships that the text states, each once."""
    for thing in found.of("Body"):
        _named(found, thing, EntityKind.ORGANISATION, "body")
    for thing in found.of("Organization"):
        _organisation(found, thing)
    for thing in found.of("Person"):
        _person(found, thing)
    owners: dict[int, tuple[Thing, dict[str, str | None]]] = {
        each.node.start: (each, {}) for each in found.of("Membership")
    }
    for owner, back in (("Person", "person"), ("Organization", "organization")):
        for thing in found.of(owner):
            for each in found.within(thing, "membership", "Membership", back):
                owners.setdefault(each.node.start, (each, {}))[1][back] = thing.id
    stated = (_membership(found, thing, ends) for thing, ends in owners.values())
    return tuple({_same(each): each for each in stated if each is not None}.values())


def _named(found: Collection, thing: Thing, kind: EntityKind, rule: str) -> Known | None:
    """The entity of an object with its name; an object without one stays without."""
    name = thing.text("name") or thing.text("shortName") or ""
    known = found.entity(kind, thing.id, thing.evidence("name", f"{rule}-name"), name)
    if known is None:
        return None
    if name:
        known.name = name
    known.aliases.add(thing.text("shortName") or "")
    return known


def _organisation(found: Collection, thing: Thing) -> None:
    name = thing.text("name") or ""
    meets = (
        wordings.is_body(thing.text("organizationType"), thing.text("classification"))
        or wordings.body_in(name) is not None
        or "meeting" in thing.members
    )
    known = _named(found, thing, EntityKind.BODY if meets else EntityKind.ORGANISATION, "organization")
    if known is None:
        return
    known.number = wordings.body_number(name)
    for property in ("subOrganizationOf", "body"):
        parents = found.refer(thing, property, EntityKind.ORGANISATION, "part-of")
        if parents and parents[0] != known.key:
            known.part_of = parents[0]
            return


def _person(found: Collection, thing: Thing) -> None:
    name = _person_name(thing)
    known = found.entity(EntityKind.PERSON, thing.id, thing.evidence("name", "person-name"), name.full if name else "")
    if known is not None and name is not None:
        known.name, known.person = name.full, name


def _person_name(thing: Thing) -> PersonName | None:
    """The parts of a name as the record gives them, else as its one line says them."""
    line = thing.text("name")
    gender = wordings.gender(thing.text("gender"), thing.text("formOfAddress"))
    titles = " ".join(each for part in _titles(thing) if (each := part.strip())) or None
    family = thing.text("familyName")
    if family is not None:
        return PersonName(family, thing.text("givenName"), titles, gender)
    parsed = names.parse(line) if line else None
    if parsed is not None:
        return PersonName(parsed.family, parsed.given, titles or parsed.prefix, gender or parsed.gender)
    if line is None:
        return None
    given, _, last = line.rpartition(" ")
    return PersonName(last, given or None, titles, gender)


def _titles(thing: Thing) -> list[str]:
    value = thing.members.get("title")
    if value is None:
        return []
    several = value.content if isinstance(value.content, tuple) else (value,)
    return [each.content for each in several if isinstance(each.content, str)]


def _membership(found: Collection, thing: Thing, owners: dict[str, str | None]) -> Membership | None:
    """A membership; ``owners`` are the ids of the objects that it stands in, by the property that they replace."""
    ends: dict[str, str | None] = {}
    for property, kind in (("person", EntityKind.PERSON), ("organization", EntityKind.ORGANISATION)):
        address = owners.get(property) or thing.address(property)
        known = found.entity(kind, address, thing.evidence(property, "membership")) if address else None
        ends[property] = known.key if known else None
    person, organisation = ends["person"], ends["organization"]
    if person is None or organisation is None:
        found.note("oparl-broken-link", "Membership lacks its person or its organisation", thing.node)
        return None
    return Membership(
        person,
        organisation,
        (thing.evidence("role", "membership"),),
        thing.text("role"),
        since=thing.day("startDate"),
        until=thing.day("endDate"),
    )


def _same(each: Membership) -> tuple[object, ...]:
    return each.person, each.organisation, each.role, each.since, each.until
