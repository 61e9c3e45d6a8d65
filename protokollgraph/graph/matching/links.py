"""References between files: who is meant by an address that another document explains.

Records name people, organisations and papers by the addresses of their objects. Here every such reference gets the name
that the object has in the file that holds it; what no file holds is left out, because a node needs a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protokollgraph.graph.matching.fold import fold
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Entity, EntityKind

_Address = tuple[EntityKind, str]
"""Kind of entity (bodies count as organisations) and its address."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Documents whose entities all have names."""

    documents: list[DocumentEntities]
    same: tuple[tuple[str, str, str], ...]
    """SHA-256 of a document, the key of an entity that was left out, the key of the one that it is."""


def linked(documents: Sequence[DocumentEntities]) -> Linked:
    """Give names to what is known by address only. Documents without such references stay as they are."""
    if not any(entity.identifiers for document in documents for entity in document.entities):
        return Linked(list(documents), ())
    named = _names(entity for document in documents for entity in document.entities)
    found: list[DocumentEntities] = []
    same: list[tuple[str, str, str]] = []
    for document in documents:
        if not document.record:
            found.append(document)
            continue
        entities = [filled for entity in document.entities if (filled := _filled(entity, named)) is not None]
        kept, left_out = _each_once(entities)
        found.append(replace(document, entities=tuple(kept)))
        same += ((document.sha256, key, other) for key, other in left_out)
    return Linked(found, tuple(same))


def _family(kind: EntityKind) -> EntityKind:
    return EntityKind.ORGANISATION if kind is EntityKind.BODY else kind


def _names(entities: Iterable[Entity]) -> dict[_Address, Entity]:
    """The entity that says most of an address: the one with the longest name, then title."""
    named: dict[_Address, Entity] = {}
    for entity in entities:
        if entity.name or entity.title:
            for address in entity.identifiers:
                known = named.setdefault((_family(entity.kind), address), entity)
                if _says(entity) > _says(known):
                    named[_family(entity.kind), address] = entity
    return named


def _says(entity: Entity) -> tuple[int, str, int, str]:
    return len(entity.name), entity.name, len(entity.title or ""), entity.title or ""


def _filled(entity: Entity, named: dict[_Address, Entity]) -> Entity | None:
    if entity.name or entity.title:
        return entity
    known = next((named[key] for each in entity.identifiers if (key := (_family(entity.kind), each)) in named), None)
    return None if known is None else replace(entity, name=known.name, person=known.person, title=known.title)


def _each_once(entities: list[Entity]) -> tuple[list[Entity], list[tuple[str, str]]]:
    """The entities of a document without those that have no address and the name of one that has."""
    addressed = {(_family(each.kind), fold(each.name)): each.key for each in entities if each.identifiers}
    kept: list[Entity] = []
    left_out: list[tuple[str, str]] = []
    for entity in entities:
        other = None if entity.identifiers else addressed.get((_family(entity.kind), fold(entity.name)))
        if other is None:
            kept.append(entity)
        else:
            left_out.append((entity.key, other))
    return kept, left_out
