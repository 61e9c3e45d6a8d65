"""Extractions as JSON bytes and back, for the state beside the store. Lossless: ``decode(encode(x)) == x``.

What resolution needs of a document is kept beside it in short, because it is read of all documents when one of them
changed: that is not lossless, but gives the same resolution.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.errors import StoreError
from protokollgraph.graph.matching.acts import ActMention
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import (
    Capacity,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Gender,
    Meeting,
    Membership,
    Participation,
    PersonName,
    Role,
    Span,
)

if TYPE_CHECKING:
    import msgspec

_PersonRow = tuple[str, str | None, str | None, Gender | None]
_EntityRow = tuple[
    str,
    EntityKind,
    str,
    tuple[str, ...],
    int,
    _PersonRow | None,
    int | None,
    str | None,
    date | None,
    str | None,
    tuple[str, ...],
]
_MembershipRow = tuple[str, str, str | None, bool, date | None, date | None]
_ParticipationRow = tuple[str, Role, str | None, Capacity | None]
_DocumentRow = tuple[
    str,
    str,
    list[_EntityRow],
    list[_MembershipRow],
    list[_ParticipationRow],
    Meeting | None,
    tuple[ActMention, ...],
    bool,
    tuple[Meeting, ...],
    tuple[tuple[ActMention, ...], ...],
    tuple[tuple[int, str, str], ...],
    bool,
]
"""A document, field by field; of participations only what :func:`encode_entities` keeps."""


def encode(extraction: Extraction) -> bytes:
    """JSON in UTF-8: the same extraction gives the same bytes."""
    import msgspec

    return msgspec.json.encode(extraction)


def decode(data: bytes) -> Extraction:
    """The extraction again. StoreError if the bytes are none, as after a change of the model."""
    import msgspec

    try:
        return _decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(error) from error


def encode_entities(document: DocumentEntities) -> bytes:
    """What resolution needs, in short: rows without names of fields, of mentions their number, and no evidence."""
    import msgspec

    row: _DocumentRow = (
        document.name,
        document.sha256,
        [_entity_row(each) for each in document.entities],
        [(m.person, m.organisation, m.role, m.former, m.since, m.until) for m in document.memberships],
        list(dict.fromkeys((p.person, p.role, p.organisation, p.capacity) for p in document.participations)),
        document.meeting,
        document.acts,
        document.record,
        document.further,
        document.further_acts,
        document.items,
        document.listed,
    )
    return msgspec.json.encode(row)


def _entity_row(entity: Entity) -> _EntityRow:
    person = entity.person
    return (
        entity.key,
        entity.kind,
        entity.name,
        entity.aliases,
        len(entity.mentions),
        None if person is None else (person.family, person.given, person.prefix, person.gender),
        entity.number,
        entity.part_of,
        entity.date,
        entity.title,
        entity.identifiers,
    )


class EntitiesDecoder:
    """Reads what :func:`encode_entities` has kept, of many documents.

    What is alike in many of them (names, keys, who belongs where) is one object for all of them: otherwise what a
    million mentions have in common would take a gigabyte. An entity has as many mentions as it had, all at one place.
    """

    def __init__(self) -> None:
        self._decoder = _row_decoder()
        self._strings: dict[str, str] = {}
        self._memberships: dict[_MembershipRow, Membership] = {}
        self._participations: dict[_ParticipationRow, Participation] = {}
        self._people: dict[_PersonRow, PersonName] = {}

    def decode(self, data: bytes) -> DocumentEntities:
        """One document. StoreError if the bytes are none."""
        import msgspec

        try:
            row = self._decoder.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _unreadable(error) from error
        (
            name,
            sha256,
            entities,
            memberships,
            participations,
            meeting,
            acts,
            record,
            further,
            further_acts,
            items,
            listed,
        ) = row
        return DocumentEntities(
            name,
            sha256,
            tuple(map(self._entity, entities)),
            tuple(map(self._membership, memberships)),
            meeting,
            tuple(map(self._participation, participations)),
            acts,
            record,
            further,
            further_acts,
            items,
            listed,
        )

    def _entity(self, row: _EntityRow) -> Entity:
        key, kind, name, aliases, often, person, number, part_of, day, title, identifiers = row
        return Entity(
            self._string(key),
            kind,
            self._string(name),
            aliases,
            _mentions(often),
            None if person is None else self._person(person),
            number,
            None if part_of is None else self._string(part_of),
            day,
            title,
            identifiers,
        )

    def _string(self, text: str) -> str:
        return self._strings.setdefault(text, text)

    def _person(self, row: _PersonRow) -> PersonName:
        if row not in self._people:
            self._people[row] = PersonName(*row)
        return self._people[row]

    def _membership(self, row: _MembershipRow) -> Membership:
        if row not in self._memberships:
            person, organisation, role, former, since, until = row
            self._memberships[row] = Membership(
                self._string(person), self._string(organisation), (), role, former, since, until
            )
        return self._memberships[row]

    def _participation(self, row: _ParticipationRow) -> Participation:
        if row not in self._participations:
            person, role, organisation, capacity = row
            own = None if organisation is None else self._string(organisation)
            self._participations[row] = Participation(
                self._string(person), role, (), organisation=own, capacity=capacity
            )
        return self._participations[row]


@cache
def _mentions(often: int) -> tuple[Evidence, ...]:
    return (Evidence(Span(0, 1), ""),) * often


def decode_entities(data: bytes) -> DocumentEntities:
    """What :func:`encode_entities` has kept of one document."""
    return EntitiesDecoder().decode(data)


def _unreadable(error: Exception) -> StoreError:
    return StoreError(
        f"A kept document cannot be read: {error}",
        "Build again into a new folder; keep register.jsonl of this one, if it holds one, so that IRIs stay.",
    )


@cache
def _row_decoder() -> msgspec.json.Decoder[_DocumentRow]:
    import msgspec

    return msgspec.json.Decoder(_DocumentRow)


@cache
def _decoder() -> msgspec.json.Decoder[Extraction]:
    import msgspec

    return msgspec.json.Decoder(Extraction)
