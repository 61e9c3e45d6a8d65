"""Canonical names and slugs: what a cluster is called, and how namesakes are told apart.

Everything depends on what the documents say and never on which of them came first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from protokollgraph.graph.matching.fold import fold
from protokollgraph.graph.matching.naming import (
    first_language,
    has_legal_form,
    is_abbreviation,
    keys,
    without_legal_form,
)
from protokollgraph.graph.matching.person import fullness, name_of
from protokollgraph.model import Entity, EntityKind, PersonName
from protokollgraph.ontology.iris import slug

Member = tuple[int, Entity]
"""Number of the document and entity."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entities that are one, with what is needed to name them."""

    kind: EntityKind
    members: Sequence[Member]
    reasons: frozenset[str] = frozenset()

    @property
    def mentions(self) -> int:
        return sum(len(entity.mentions) for _, entity in self.members)


def canonical_name(cluster: Cluster, day_of: Callable[[int], date | None]) -> str:
    """The name that stands for a cluster of things.

    A numbered Werkstatt has the name that its number gives; organisations and bodies have their fullest name, with
    legal form and in both languages; a project has the name of its latest document; anything else the most usual one.
    """
    names = Counter([entity.name for _, entity in cluster.members])
    match cluster.kind:
        case EntityKind.BODY if (werkstatt := _werkstatt(cluster)) is not None:
            return werkstatt
        case EntityKind.PROJECT:
            latest = max(((day_of(n) or date.min, e.name) for n, e in cluster.members), key=lambda each: each[0])[0]
            names = Counter(e.name for n, e in cluster.members if (day_of(n) or date.min) == latest)
            return max(names, key=lambda name: (names[name], len(name), name))
        case EntityKind.ORGANISATION | EntityKind.BODY:
            return max(names, key=lambda name: (*_completeness(name), names[name], _accents(name), name))
        case _:
            return max(names, key=lambda name: (names[name], len(name), name))


def _werkstatt(cluster: Cluster) -> str | None:
    """The name of a numbered Werkstatt."""
    numbers = {e.number for _, e in cluster.members if e.number is not None and fold(e.name).startswith("werkstatt")}
    return f"Werkstatt {min(numbers)}" if numbers else None


def canonical_person(cluster: Cluster) -> PersonName:
    """The fullest given name, the most usual surname and the fullest title."""
    people = [name_of(entity) for _, entity in cluster.members]
    if len(people) == 1:
        return PersonName(people[0].family, people[0].given, people[0].prefix)
    families = Counter(person.family for person in people)
    given = Counter(person.given for person in people if person.given)
    titles = Counter(person.prefix for person in people if person.prefix)
    return PersonName(
        max(families, key=lambda name: (families[name], _accents(name), name)),
        max(given, key=lambda name: (fullness(name), given[name], len(name), _accents(name), name), default=None),
        max(titles, key=lambda name: (len(name), titles[name], name), default=None),
    )


def renamed(person: PersonName, name: str) -> PersonName:
    """The parts of a name that a judgement gives a person: the last word is the surname, the title stays."""
    given, _, family = name.rpartition(" ")
    return PersonName(family, given or None, person.prefix)


def other_names(cluster: Cluster, canonical: str) -> tuple[str, ...]:
    """Every printed form but the canonical one, sorted."""
    printed = {form for _, entity in cluster.members for form in (entity.name, *entity.aliases)}
    return tuple(sorted(printed - {canonical, ""}))


def base_slug(cluster: Cluster, canonical: str) -> str:
    """The slug without a namesake: of the shortest form that is the same name, in German and written out.

    Of a source that keeps addresses its short names count as well: they are the source's own.
    """
    if cluster.kind is EntityKind.PERSON:
        return slug(canonical)
    if cluster.kind is EntityKind.BODY and canonical == _werkstatt(cluster):
        return slug(canonical)
    own = keys(cluster.kind, canonical).strong
    printed = {form for _, e in cluster.members for form in (e.name, *(e.aliases if e.identifiers else ()))}
    forms = {canonical} | {form for form in printed if keys(cluster.kind, form).strong == own}
    written_out = {form for form in forms if not is_abbreviation(form.partition(" ")[0])} or forms
    plain = {without_legal_form(first_language(form)) for form in written_out}
    return slug(min(plain, key=lambda form: (len(form), -_accents(form), form)))


def hand_out(
    clusters: Sequence[tuple[Cluster, str]],
    hints: Callable[[Cluster], tuple[str, ...]],
    is_taken: Callable[[str], bool] = lambda _: False,
) -> list[str]:
    """A slug for each cluster of one kind, given with its base slug; one that ``is_taken`` is not handed out again.

    The plain slug goes to the namesake with the most mentions. The others get what the documents say of them
    (``hints``: slugs of organisations and functions, the most telling first), in the last resort a number.
    """
    found: list[str] = [""] * len(clusters)
    used: set[str] = set()
    groups: dict[str, list[int]] = {}
    for n, (_, base) in enumerate(clusters):
        groups.setdefault(base, []).append(n)
    namesakes: list[tuple[int, tuple[str, ...]]] = []
    for base, group in sorted(groups.items()):
        if len(group) == 1 and base not in used and not is_taken(base):
            found[group[0]] = base
        else:
            told = sorted((precedence(clusters[n][0], own := hints(clusters[n][0])), n, own) for n in group)
            first = [] if base in used or is_taken(base) else [told.pop(0)]
            for _, n, _ in first:
                found[n] = base
            namesakes += [(n, own) for _, n, own in told]
        used.add(base)
    for n, own in namesakes:
        longer = _candidates(clusters[n][1], own)
        found[n] = next(each for each in longer if each not in used and not is_taken(each))
        used.add(found[n])
    return found


def precedence(cluster: Cluster, hints: tuple[str, ...]) -> tuple[int, tuple[str, ...], int, str]:
    """Most mentions first; then by what the documents say of it."""
    printed = sorted((entity.name, entity.aliases) for _, entity in cluster.members)
    first = min((n, entity.key) for n, entity in cluster.members)
    return -cluster.mentions, hints, -len(cluster.members), repr((printed, first))


def _candidates(base: str, hints: tuple[str, ...]) -> Iterator[str]:
    longer = base
    for hint in hints:
        yield slug(f"{base} {hint}")
        longer = slug(f"{longer} {hint}")
        yield longer
    yield from (slug(f"{base} {number}") for number in count(2))


def _completeness(name: str) -> tuple[bool, bool, int]:
    return has_legal_form(name), first_language(name) != name, len(name)


def _accents(name: str) -> int:
    return sum(not character.isascii() for character in name)
