"""What an authority file says: records of known people and things, and the list of all that one file holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RecordKind(StrEnum):
    """What a record is of: the kinds of entity that have names of their own, and places of meetings."""

    PERSON = "person"
    ORGANISATION = "organisation"
    BODY = "body"
    PROJECT = "project"
    PROGRAMME = "programme"
    PLACE = "place"


ACTORS = (RecordKind.ORGANISATION, RecordKind.BODY)


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One known person or thing."""

    identifier: str
    """Its IRI, unique in the list."""
    kind: RecordKind
    name: str
    other_names: tuple[str, ...] = ()
    """Abbreviations and other names, sorted."""
    identifiers: tuple[str, ...] = ()
    """IRIs of other registers for the same, sorted."""
    number: int | None = None
    """Of a Werkstatt."""
    part_of: str | None = None
    """Of an organisation or body: the identifier of the record that it is a unit of."""
    organisations: tuple[str, ...] = ()
    """Of a person: identifiers of records, or names of organisations that have none, sorted."""
    post_code: str | None = None
    """Of a place."""
    post_name: str | None = None
    """Of a place: its town."""
    line: int = 0
    """Where it begins in the file, from 1; 0 where the format does not tell."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its identifier, then those of other registers."""
        return self.identifier, *self.identifiers


@dataclass(frozen=True, slots=True)
class AuthorityList:
    """The records of one file."""

    name: str
    """The file's name without folders, or the name of a list that comes with the package."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    records: tuple[AuthorityRecord, ...] = ()
    """Sorted by identifier."""
    left_out: tuple[str, ...] = ()
    """Columns of a table that mean nothing here, in their order."""
