"""Which mentions of one person a careful reader can bring together, with nothing but the documents.

Two mentions are tied if the documents name the same employer with both, or the same party in councils and committees of
one town, or list both as members of the same body or of councils and committees of one town; a mention without employer
or party is tied to the person's only other mentions in the minutes of that body. A stated change of name or employer
ties what was before and after. Whoever changes the surname unsaid is two people to every reader, unless the new name
has a part of the old one; so is whoever turns up with a new employer elsewhere.

A mention is *open* if somebody else could be meant: a namesake of that surname, and of that given name, initial or sex
as far as printed, whom the documents name with the same employer, or in the minutes of the same body if no employer is
printed. Nobody can settle these; they are left out here and count only in the figure over all mentions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from benchmarks.world.minutes import Named
from protokollgraph.graph.matching.fold import fold

Place = tuple[str, str]
"""What a reader goes by: ("employer", its id) or ("body", its id)."""


def knowable(mentions: Sequence[Named]) -> list[int | None]:
    """For each mention the number of its group, of which all mentions can be known to be one; None if it is open."""
    namesakes = _Namesakes(mentions)
    settled = [not namesakes.could_be_meant(each) for each in mentions]
    roots = _surnames(mentions)
    groups = _Groups()
    for n, each in enumerate(mentions):
        if settled[n]:
            for tie in _ties(each, roots):
                groups.join(n, tie)
    _join_without_employer(mentions, settled, roots, groups)
    return [groups.number(n) if settled[n] else None for n in range(len(mentions))]


def _ties(each: Named, roots: dict[tuple[str, str], int]) -> Iterable[Hashable]:
    names = [each.family] if each.former is None else [each.family, each.former]
    for name in names:
        root = roots[each.who, name]
        for employer in each.employers:
            yield each.who, root, "employer", employer
        if each.member is not None:
            yield each.who, root, "member", each.member


def _join_without_employer(
    mentions: Sequence[Named], settled: Sequence[bool], roots: dict[tuple[str, str], int], groups: _Groups
) -> None:
    """Who is named without employer is the one of that name in these minutes, if the others are known to be one."""
    near: dict[Hashable, set[Hashable]] = {}
    for n, each in enumerate(mentions):
        if settled[n] and (each.employers or each.member is not None):
            near.setdefault((each.who, roots[each.who, each.family], each.body), set()).add(groups.root(n))
    for n, each in enumerate(mentions):
        if settled[n] and not each.employers and each.member is None:
            place = (each.who, roots[each.who, each.family], each.body)
            others = near.get(place, set())
            if len(others) <= 1:
                for other in (*others, ("alone", *place)):
                    groups.join(n, other)


def _surnames(mentions: Sequence[Named]) -> dict[tuple[str, str], int]:
    """A number for each surname of each person; the same for two that have a part in common."""
    found: dict[str, dict[str, int]] = {}
    for each in mentions:
        for name in (each.family, each.former):
            known = found.setdefault(each.who, {})
            if name is not None and name not in known:
                parts = set(name.split("-"))
                same = (number for other, number in known.items() if not parts.isdisjoint(other.split("-")))
                known[name] = next(same, len(known))
    return {(who, name): number for who, names in found.items() for name, number in names.items()}


class _Namesakes:
    """Who of a surname is named with an employer or in the minutes of a body."""

    def __init__(self, mentions: Sequence[Named]) -> None:
        self._people: dict[tuple[Place, str], dict[str, Named]] = {}
        for each in mentions:
            for place in [("body", each.body), *(("employer", employer) for employer in each.employers)]:
                for name in _written(each):
                    self._people.setdefault((place, name), {}).setdefault(each.who, each)

    def could_be_meant(self, mention: Named) -> bool:
        """Whether the documents speak of somebody else whom this could be."""
        places: list[Place] = [("employer", each) for each in mention.employers] or [("body", mention.body)]
        return any(all(self._is_there(place, name, mention) for place in places) for name in _written(mention))

    def _is_there(self, place: Place, name: str, mention: Named) -> bool:
        people = self._people.get((place, name), {}).values()
        return any(other.who != mention.who and _can_be(mention, other) for other in people)


def _written(each: Named) -> set[str]:
    """The surnames under which the document may show the person."""
    return {fold(each.family), fold(each.printed.family)}


def _can_be(mention: Named, other: Named) -> bool:
    """Whether the name as printed fits another person of that surname."""
    printed = mention.printed
    if printed.gender is not None and printed.gender is not other.gender:
        return False
    if printed.given is None:
        return True
    given, others = fold(printed.given).split(" ")[0], fold(other.given).split(" ")[0]
    if given.endswith("."):
        return others.startswith(given[0])
    return given == others or fold(mention.given).split(" ")[0] == others


class _Groups:
    """Union-find over anything."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}
        self._numbers: dict[Hashable, int] = {}

    def root(self, n: Hashable) -> Hashable:
        parent = self._parent
        while parent.setdefault(n, n) != n:
            parent[n] = n = parent[parent[n]]
        return n

    def join(self, one: Hashable, other: Hashable) -> None:
        self._parent[self.root(one)] = self.root(other)

    def number(self, n: Hashable) -> int:
        """A number for the group of n, once all are joined."""
        return self._numbers.setdefault(self.root(n), len(self._numbers))
