"""One person as one document prints them, and what can and cannot be one of two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from protokollgraph.graph.matching.clusters import Traits
from protokollgraph.graph.matching.given import given_names, is_initials
from protokollgraph.model import Entity, Gender, PersonName


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties a person to others of the same name."""

    firm: frozenset[str] = frozenset()
    """Organisations and councils that the document names with the person."""
    loose: frozenset[str] = frozenset()
    """Bodies that the person sits in, which also people of other organisations do, and the places of these."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One distinct way to print a person."""

    family: str
    given: str | None
    gender: Gender | None
    ties: Ties
    addresses: tuple[str, ...] = ()
    """Under which sources themselves know the person."""


_PLACE, _PARTY = "place ", "party "


def place_tie(place: str) -> str:
    """The tie between those who sit in bodies of one place."""
    return _PLACE + place


def party_tie(party: str) -> str:
    """The tie between the members of a party, in whatever place."""
    return _PARTY + party


def is_party(tie: str) -> bool:
    """Whether a tie is that of a party."""
    return tie.startswith(_PARTY)


def is_place(tie: str) -> bool:
    """Whether a tie is that of a place."""
    return tie.startswith(_PLACE)


def name_of(entity: Entity) -> PersonName:
    """The parts of a person's name; the last word is the surname where the document did not say."""
    if entity.person is not None:
        return entity.person
    given, _, family = entity.name.rpartition(" ")
    return PersonName(family, given or None)


@lru_cache(maxsize=1 << 14)
def fullness(given: str) -> tuple[int, int]:
    """How much a given name says: "Lena-Marie" more than "Lena M.", that more than "L."."""
    parts = [part for part in given.replace("-", " ").replace(".", ". ").split() if part]
    return sum(1 for part in parts if not is_initials(part)), len(parts)


def profile(entity: Entity, ties: Ties) -> Profile:
    name = name_of(entity)
    return Profile(name.family, name.given, name.gender, ties, entity.identifiers)


@lru_cache(maxsize=1 << 14)
def traits(given: str | None, gender: Gender | None, addresses: tuple[str, ...] = ()) -> Traits:
    known = {f"gender {gender}"} if gender is not None else set()
    known |= {f"at-{urlsplit(address).netloc} {address}" for address in addresses}
    return frozenset(known | ({f"given {given}"} if given is not None else set()))


def contradict(one: Traits, other: Traits) -> bool:
    """Herr and Frau, two given names that cannot be one person's, or two addresses in one source."""
    for left in one:
        kind, _, name = left.partition(" ")
        for right in other:
            other_kind, _, other_name = right.partition(" ")
            if kind != other_kind or name == other_name:
                continue
            if kind != "given" or given_names(name, other_name) is None:
                return True
    return False
