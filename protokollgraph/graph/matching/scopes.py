"""Of which place or organisation a name is, where its words alone do not mean the same in every document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from protokollgraph.graph.matching.naming import keys, organisation
from protokollgraph.graph.matching.places import IN, in_minutes_of, is_body, is_group, is_local, of_body, of_territory
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Entity, EntityKind

ACTORS = (EntityKind.ORGANISATION, EntityKind.BODY)
AT = "at "
"""Before the key of the body whose minutes speak of an organisation; any other scope is the key of whose unit it is."""


@dataclass(frozen=True, slots=True)
class _Minutes:
    """What the minutes of a place tell of the bodies that they name."""

    place: str | None
    districts: frozenset[str]
    groups: frozenset[str]
    """Keys of the bodies in whose name members sit there."""


class Scopes:
    """The scopes of the entities of documents."""

    def __init__(self, documents: Sequence[DocumentEntities], by_key: Sequence[Mapping[str, Entity]]) -> None:
        self._documents, self._by_key = documents, by_key
        self._minutes: dict[int, _Minutes] = {}

    def of(self, n: int, entity: Entity) -> str:
        """The scope of a document's organisation or body, "" if its name needs none.

        A body has the place that its name tells or whose unit it is; a council, committee or parliamentary group
        without that the place of the council whose minutes speak of it. Of a name such as "Bauamt" it is the
        organisation that it is a unit of, or else the body whose minutes speak of it. Of any other organisation it is
        where it was spoken of, because an abbreviation may mean another one elsewhere.
        """
        if is_body(entity):
            place = self._own_place(n, entity) or self._spoken_of(n, entity)
            if place is not None:
                return IN + place
        parent = self._by_key[n].get(entity.part_of or "")
        generic = entity.kind in ACTORS and keys(entity.kind, entity.name).generic
        if entity.kind is EntityKind.ORGANISATION and not generic:
            body = self._body(n)
            return "" if body is None or body is entity else AT + keys(body.kind, body.name).strong
        if entity.kind is not EntityKind.BODY and not generic:
            return ""
        if parent is None and generic:
            parent = self._body(n)
            if parent is entity:
                return ""
            return self._documents[n].sha256 if parent is None else keys(parent.kind, parent.name).strong
        return "" if parent is None else keys(parent.kind, parent.name).strong

    def place(self, n: int) -> str | None:
        """The place whose council or committee met."""
        return self._of_minutes(n).place

    def _body(self, n: int) -> Entity | None:
        meeting = self._documents[n].meeting
        return None if meeting is None else self._by_key[n].get(meeting.body or "")

    def _own_place(self, n: int, entity: Entity) -> str | None:
        """The place by the name or by whose unit it is; a committee's town may be printed without its kind."""
        above: Entity | None = entity
        for _ in range(len(self._by_key[n])):
            if above is None:
                return None
            found = of_body(above.name) if above.kind is EntityKind.BODY else of_territory(above.name)
            if found is None and above.kind is EntityKind.ORGANISATION and is_local(entity.name):
                found = " ".join(organisation(above.name).words)
            if found is not None:
                return found
            above = self._by_key[n].get(above.part_of or "")
        return None

    def _spoken_of(self, n: int, entity: Entity) -> str | None:
        """The place whose minutes speak of a council, a committee or a parliamentary group."""
        minutes = self._of_minutes(n)
        if minutes.place is None or entity.part_of is not None:
            return None
        if not (is_local(entity.name) or entity.key in minutes.groups or is_group(entity)):
            return None
        return in_minutes_of(entity.name, minutes.place, minutes.districts)

    def _of_minutes(self, n: int) -> _Minutes:
        if n not in self._minutes:
            document, own, body = self._documents[n], self._by_key[n], self._body(n)
            place = None if body is None or not is_body(body) else self._own_place(n, body)
            places = [of_territory(e.name) for e in document.entities if e.kind is EntityKind.ORGANISATION]
            acting = {each.organisation for each in document.participations if place is not None}
            groups = (key for key in acting if key is not None and own[key].kind is EntityKind.BODY)
            districts = (each for each in places if each is not None and each.startswith("landkreis "))
            self._minutes[n] = _Minutes(place, frozenset(districts), frozenset(groups))
        return self._minutes[n]
