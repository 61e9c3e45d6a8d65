"""One person as one document prints them, and what can and cannot be one of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self
from urllib.parse import urlsplit

from protokollgraph.graph.matching.clusters import Traits
from protokollgraph.graph.matching.given import family_key, given_key, given_names, is_initials, other_family_keys
from protokollgraph.graph.matching.naming import TERRITORY
from protokollgraph.graph.matching.places import IN, of_employer
from protokollgraph.model import Entity, Gender, PersonName

SEAT = "seat "
"""Before a place: a member of its council or of a committee of it."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties a person to others of the same name."""

    firm: frozenset[str] = frozenset()
    """Organisations and groups that the document names with the person, and :data:`SEAT` with a place."""
    loose: frozenset[str] = frozenset()
    """Bodies that the person sits in, which also people of other organisations do."""
    scenes: frozenset[str] = frozenset()
    """The body whose minutes name the person, and :data:`IN` with its place."""

    @classmethod
    def of_all(cls, every: Sequence[Ties]) -> Self:
        """All ties of several printed forms of one person."""
        parts = ((each.firm for each in every), (each.loose for each in every), (each.scenes for each in every))
        return cls(*(frozenset[str]().union(*part) for part in parts))

    @property
    def organisations(self) -> frozenset[str]:
        """The firm ties without the seat in a council, which people of many groups have."""
        return frozenset(tie for tie in self.firm if not tie.startswith(SEAT))

    @property
    def bodies(self) -> frozenset[str]:
        """The bodies that the person sits in or is named by."""
        return self.loose | frozenset(tie for tie in self.scenes if not tie.startswith(IN))

    @property
    def places(self) -> frozenset[str]:
        """The places of the person's council, of the body whose minutes name the person, and of the administration."""
        found = {tie.removeprefix(SEAT) for tie in self.firm if tie.startswith(SEAT)}
        found |= {tie.removeprefix(IN) for tie in self.scenes if tie.startswith(IN)}
        return frozenset(found | {of_employer(tie) for tie in self.firm if tie.startswith(TERRITORY)})


@dataclass(frozen=True, slots=True)
class Profile:
    """One distinct way to print a person."""

    family: str
    given: str | None
    gender: Gender | None
    ties: Ties
    addresses: tuple[str, ...] = ()
    """Under which sources themselves know the person."""
    others: frozenset[str] = frozenset()
    """Keys of other surnames: former or later ones that a document states, and spellings."""

    @property
    def families(self) -> frozenset[str]:
        """The keys of all surnames."""
        return self.others | {family_key(self.family)}


def other_surnames(entity: Entity) -> Iterator[str]:
    """The surnames that a document gives a person besides the one in the name: other names with the same given name."""
    name = name_of(entity)
    for alias in entity.aliases:
        family = alias.removeprefix(f"{name.given} " if name.given else "")
        told = family != alias if name.given else " " not in alias
        if told and family_key(family) != family_key(name.family):
            yield family


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
    others = other_family_keys(name.family).union(map(family_key, other_surnames(entity)))
    return Profile(name.family, name.given, name.gender, ties, entity.identifiers, others)


@lru_cache(maxsize=1 << 14)
def traits(given: str | None, gender: Gender | None, addresses: tuple[str, ...] = ()) -> Traits:
    known = {f"gender {gender}"} if gender is not None else set()
    known |= {f"at-{urlsplit(address).netloc} {address}" for address in addresses}
    return frozenset(known | ({f"given {given}"} if given is not None else set()))


def contradict(one: Traits, other: Traits) -> bool:
    """Herr and Frau, two given names that cannot be one person's, or two addresses in one source."""
    for left in one:
        kind, _, name = left.partition(" ")
        if kind == "given":
            continue
        for right in other:
            other_kind, _, other_name = right.partition(" ")
            if kind == other_kind and name != other_name:
                return True
    return _given_contradict(one, other)


def _given_contradict(one: Traits, other: Traits) -> bool:
    """Whether a given name cannot be any spelling of one of the other: "K." can be Carola, who is Karola as well."""
    sounds, others = _by_sound(one), _by_sound(other)
    return any(
        not any(given_names(left, right) for left in own for right in their) for own in sounds for their in others
    )


@lru_cache(maxsize=1 << 14)
def _by_sound(traits: Traits) -> tuple[frozenset[str], ...]:
    """The given names among traits, spellings of one name together."""
    found: dict[str, set[str]] = {}
    for trait in traits:
        if trait.startswith("given "):
            name = trait.removeprefix("given ")
            found.setdefault(given_key(name), set()).add(name)
    return tuple(frozenset(names) for names in found.values())
