"""What stays open between resources and records: questions that a person can answer, never a guess."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from protokollgraph.graph.authority.documents import Listed
from protokollgraph.graph.authority.links import Known
from protokollgraph.graph.authority.records import AuthorityRecord
from protokollgraph.graph.matching.given import family_key, given_names
from protokollgraph.graph.matching.naming import keys
from protokollgraph.graph.matching.person import name_of
from protokollgraph.graph.resolution import Question, Resource
from protokollgraph.model import Entity, EntityKind, PersonName

QUESTION = "authority"
"""The kind of question that asks whether somebody is a record."""

_NAMED = 3
"""So many records are named in a question."""


def questions(
    unlinked: Iterable[Known],
    resources: Iterable[Resource],
    settled: Mapping[str, Collection[str]],
    mentions: Mapping[str, int],
) -> Iterator[Question]:
    """A question for each resource that may be a record of its name, or one of several, and is linked to none of them.

    ``settled`` has, by IRI of a resource, the names of the lists whose records it is linked to, or was asked about,
    already; ``mentions`` how often it is mentioned. Whom a judgement calls the same as a record nobody asks about.
    """
    by_name = _by_name(unlinked)
    for resource in resources:
        found: dict[str, list[Listed]] = {}
        for listed in _namesakes(resource, by_name):
            found.setdefault(listed.list, []).append(listed)
        for name, candidates in sorted(found.items()):
            addresses = {address for each in candidates for address in each.record.addresses}
            if name not in settled.get(resource.iri, ()) and addresses.isdisjoint(resource.same_as):
                which = "which of them is it" if len(candidates) > 1 else "are they one"
                text = f"{resource.name} may be {told(candidates)}, but nothing tells for certain: {which}?"
                weight = mentions.get(resource.iri, 0)
                yield Question(text, (resource.iri,), QUESTION, weight, resource.iri, named(candidates))


def named(records: Iterable[Listed]) -> tuple[tuple[str, str, str], ...]:
    """Records as a question keeps them, each by an IRI that a judgement can name if it has one."""
    return tuple(sorted({(_address(each.record), each.record.name, each.list) for each in records}))


def _address(record: AuthorityRecord) -> str:
    web = sorted(each for each in record.addresses if each.startswith(("http://", "https://")))
    return record.identifier if record.identifier in web or not web else web[0]


def told(records: Iterable[Listed]) -> str:
    """Records as a question names them."""
    every = sorted({(each.list, each.record.name, each.record.identifier) for each in records})
    named = " or ".join(f"{name} ({identifier}) of {file}" for file, name, identifier in every[:_NAMED])
    return named + (f" or one of {len(every) - _NAMED} more" if len(every) > _NAMED else "")


def _by_name(unlinked: Iterable[Known]) -> dict[tuple[str, str], list[tuple[bool, Known]]]:
    """Family and key of each name of records, with whether that is the record's first name."""
    found: dict[tuple[str, str], list[tuple[bool, Known]]] = {}
    for known in unlinked:
        _, entity = known
        others = () if entity.number is not None else entity.aliases
        for name, key in _keys(entity.kind, entity.name, others, entity.person or name_of(entity)):
            found.setdefault((_family(entity.kind), key), []).append((name == entity.name, known))
    return found


def _namesakes(resource: Resource, by_name: Mapping[tuple[str, str], Sequence[tuple[bool, Known]]]) -> list[Listed]:
    """The records with the name of a resource as one of theirs, or with one of its other names as their own."""
    found: dict[str, Listed] = {}
    for name, key in _keys(resource.kind, resource.name, resource.aliases, resource.person):
        for is_first, (listed, entity) in by_name.get((_family(resource.kind), key), ()):
            if (is_first or name == resource.name) and _can_be(resource.person, entity):
                found[listed.record.identifier] = listed
    return list(found.values())


def _family(kind: EntityKind) -> str:
    return "actor" if kind in (EntityKind.ORGANISATION, EntityKind.BODY) else kind


def _keys(kind: EntityKind, name: str, others: Iterable[str], person: PersonName | None) -> Iterator[tuple[str, str]]:
    """Names, each with what it is compared by; a person by the surname, a name that is too general by nothing."""
    if kind is EntityKind.PERSON:
        if person is not None:
            yield name, family_key(person.family)
        return
    for each in (name, *others):
        own = keys(kind, each)
        if not own.generic:
            yield each, own.strong


def _can_be(person: PersonName | None, record: Entity) -> bool:
    """Whether given names, where there are people, can be one."""
    other = name_of(record).given if record.kind is EntityKind.PERSON else None
    if person is None:
        return record.kind is not EntityKind.PERSON
    return person.given is not None and other is not None and given_names(person.given, other) is not None
