"""What links to records come to: the addresses of a resource in other registers, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from protokollgraph.graph.authority.documents import Listed
from protokollgraph.graph.matching.given import family_key
from protokollgraph.graph.matching.naming import keys
from protokollgraph.graph.matching.person import name_of
from protokollgraph.graph.resolution import Resource
from protokollgraph.model import Entity, EntityKind

Known = tuple[Listed, Entity]
"""A record and the entity that it is in the document of its list."""


def described(resource: Resource, printed: Sequence[Entity], known: Iterable[Known]) -> Resource:
    """The resource with what the records say that it is linked to: addresses, reasons and, but for people, other names.

    ``printed`` are the entities of documents that the resource stands for, ``known`` its records with their entities.
    What documents print stays its name.
    """
    same_as, names, reasons = set(resource.same_as), set(resource.aliases), set(resource.reasons)
    entities: dict[Listed, list[Entity]] = {}
    for listed, entity in known:
        entities.setdefault(listed, []).append(entity)
    for listed, of_record in entities.items():
        record = listed.record
        same_as.update(record.addresses)
        names |= {record.name, *record.other_names} if resource.kind is not EntityKind.PERSON else set()
        said = (_reason(resource.kind, each, printed) for each in of_record)
        why = next((each for each in said if each is not None), "; ".join(resource.reasons))
        reasons.add(f"{resource.name} is listed in {listed.list} as {record.name} ({record.identifier}): {why}")
    return replace(
        resource,
        aliases=tuple(sorted(names - {resource.name})),
        reasons=tuple(sorted(reasons)),
        same_as=tuple(sorted(same_as - {resource.iri})),
    )


def _reason(kind: EntityKind, record: Entity, printed: Sequence[Entity]) -> str | None:
    """Why a record is somebody whom documents print, if names or addresses alone say so."""
    if any(not set(record.identifiers).isdisjoint(each.identifiers) for each in printed):
        return "same address"
    if kind is EntityKind.PERSON:
        own = _person_key(record)
        return "same name and an organisation in common" if own in map(_person_key, printed) else None
    strong = keys(record.kind, record.name).strong
    if any(keys(each.kind, each.name).strong == strong for each in printed):
        return "same name"
    others = {keys(record.kind, each).strong for each in record.aliases}
    short = sorted(each.name for each in printed if keys(each.kind, each.name).strong in others)
    return f"{short[0]} is given as another name" if short else None


def _person_key(entity: Entity) -> tuple[str, str | None]:
    name = name_of(entity)
    return family_key(name.family), name.given
