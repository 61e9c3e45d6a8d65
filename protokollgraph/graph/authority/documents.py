"""Authority files as the resolver takes them: documents of their own that only know, and state nothing.

A record is an entity, so it obeys the rules that every mention obeys: two records of one list are never one. Nothing is
mentioned in such a document, and what is only in such documents does not come into the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protokollgraph.extract import names
from protokollgraph.graph.authority.records import ACTORS, AuthorityList, AuthorityRecord, RecordKind
from protokollgraph.graph.matching.fold import fold
from protokollgraph.graph.matching.naming import first_language, organisation
from protokollgraph.graph.matching.words import load
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Entity, EntityKind, Membership, PersonName


@dataclass(frozen=True, slots=True)
class Listed:
    """A record with the name of its list."""

    list: str
    record: AuthorityRecord


def as_documents(lists: Iterable[AuthorityList]) -> list[DocumentEntities]:
    """One document for each list; and for further names of its people one more for the second, third, … of each.

    The order of the lists makes no difference. Places are no entities; :mod:`.places` links them.
    """
    unique = {each.sha256: each for each in sorted(lists, key=lambda each: each.name, reverse=True)}
    in_order = sorted(unique.values(), key=lambda each: (each.name, each.sha256))
    return [document for each in in_order for document in _Pages(each).documents()]


def records(lists: Iterable[AuthorityList]) -> dict[tuple[str, str], Listed]:
    """The record behind an entity of :func:`as_documents`, by the SHA-256 of its document and its key."""
    return {
        (document.sha256, entity.key): Listed(pages.list.name, pages.by_key[entity.key])
        for pages in map(_Pages, lists)
        for document in pages.documents()
        for entity in document.entities
        if entity.key in pages.by_key
    }


class _Pages:
    """One list in the making of its documents."""

    def __init__(self, of: AuthorityList) -> None:
        self.list = of
        known = [record for record in of.records if record.kind is not RecordKind.PLACE]
        self._keys = {record.identifier: f"{record.kind}/{n}" for n, record in enumerate(known)}
        self.by_key = {self._keys[record.identifier]: record for record in known}
        self._only_named: list[Entity] = []
        self._find_organisations(known)

    def _find_organisations(self, known: Sequence[AuthorityRecord]) -> None:
        """Keys for organisations that people only name: the record that has the name, or an entity without record.

        What is the name of several records stays without a key.
        """
        by_name: dict[str, set[str]] = {}
        for record in known:
            for name in (record.name, *record.other_names) if record.kind in ACTORS else ():
                by_name.setdefault(organisation(name).strong, set()).add(self._keys[record.identifier])
        for name in sorted({each for record in known for each in record.organisations if each not in self._keys}):
            same = by_name.setdefault(organisation(name).strong, set())
            if not same:
                key = f"organisation/at-{len(self._only_named)}"
                same.add(key)
                self._only_named.append(Entity(key, EntityKind.ORGANISATION, name))
            if len(same) == 1:
                self._keys[name] = min(same)

    def documents(self) -> Iterator[DocumentEntities]:
        people = [record for record in self.by_key.values() if record.kind is RecordKind.PERSON]
        things = [self._thing(record) for record in self.by_key.values() if record.kind is not RecordKind.PERSON]
        yield self._document(0, (*things, *self._only_named), {each.identifier: _parsed(each.name) for each in people})
        actors = tuple(each for each in things if RecordKind(each.kind) in ACTORS)
        others = {record.identifier: list(_full_names(record)) for record in people}
        for n in range(max(map(len, others.values()), default=0)):
            page = {identifier: full[n] for identifier, full in others.items() if n < len(full)}
            yield self._document(n + 1, (*actors, *self._only_named), page)

    def _document(self, n: int, things: tuple[Entity, ...], people: dict[str, PersonName]) -> DocumentEntities:
        entities = [*things, *(self._person(identifier, name) for identifier, name in people.items())]
        return DocumentEntities(
            self.list.name,
            f"authority:{self.list.sha256}:{n}",
            tuple(entities),
            tuple(
                Membership(self._keys[identifier], self._keys[each], ())
                for identifier in people
                for each in self.by_key[self._keys[identifier]].organisations
                if each in self._keys
            ),
            listed=True,
        )

    def _thing(self, record: AuthorityRecord) -> Entity:
        parent = self.by_key[self._keys[record.part_of]] if record.part_of is not None else None
        aliases = set(record.other_names)
        if parent is not None and record.kind is RecordKind.BODY:
            aliases.update(f"{record.name} {_without_kind(name)}" for name in (parent.name, *parent.other_names))
        return Entity(
            self._keys[record.identifier],
            EntityKind(record.kind),
            record.name,
            tuple(sorted(aliases)),
            number=record.number,
            part_of=None if parent is None else self._keys[parent.identifier],
            identifiers=self._addresses(record),
        )

    def _person(self, identifier: str, name: PersonName) -> Entity:
        record = self.by_key[self._keys[identifier]]
        key, addresses = self._keys[identifier], self._addresses(record)
        return Entity(key, EntityKind.PERSON, name.full, person=name, identifiers=addresses)

    def _addresses(self, record: AuthorityRecord) -> tuple[str, ...]:
        """Under which the record is known, with one that is its own: two records of a list are always two."""
        own = f"authority://{self.list.sha256}/{self._keys[record.identifier]}"
        return tuple(sorted({*record.addresses, own}))


def _without_kind(name: str) -> str:
    """What is said of a town behind its committee: "Quaal" for "Stadt Quaal"."""
    german = first_language(name)
    kind, _, rest = german.partition(" ")
    return rest if rest and load().territories.fullmatch(fold(kind)) else german


def _parsed(name: str) -> PersonName:
    """The parts of a name; the last word is the surname where the rules for protocols do not know the name."""
    given, _, family = name.rpartition(" ")
    return names.parse(name) or PersonName(family, given or None)


def _full_names(record: AuthorityRecord) -> Iterator[PersonName]:
    """The other names of a person that have a given name."""
    for each in record.other_names:
        name = names.parse(each)
        if name is not None and name.given is not None:
            yield name
