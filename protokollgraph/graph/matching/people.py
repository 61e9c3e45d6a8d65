"""Who is who among people.

A surname and a given name that can be one are never enough: two documents mean one person if an organisation or body
ties them together, or if one of them names none and nobody else can be meant. Identical names with different
organisations stay two, and so does everybody whom one document lists side by side. What cannot be settled is returned
as a question.

The rungs of the ladder: the same address in a source; the same name and a tie (organisation, seat in the council of a
place, seat in a body); a slip of the pen in a surname, or a part of it, and an organisation; a full name without
organisation; initials or a shorter given name; a surname alone. Whoever is named by less than the full name and the
organisation is looked for in narrow scopes before wide ones: among those with the organisation, then in the minutes of
the body, then in those of the place. The first scope in which somebody of the name is found decides: one is meant, of
several it is an open question. An organisation that both name and that differs speaks against it, except for members of
one body: they have a new employer.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import combinations

from protokollgraph.graph.matching.clusters import Clusters, Judged, Node, nodes, unjudged
from protokollgraph.graph.matching.given import given_key, given_names, is_initials
from protokollgraph.graph.matching.near import LADDER, Level, Near
from protokollgraph.graph.matching.person import Profile, Ties, contradict, fullness, profile, traits
from protokollgraph.graph.matching.spellings import join_parts, join_rough, join_slips
from protokollgraph.graph.matching.unsettled import Unsettled
from protokollgraph.model import Entity


class People:
    """The clusters of people."""

    def __init__(
        self, mentioned: Iterable[tuple[int, Entity, Ties]], judged: Judged = unjudged, lists: Container[int] = ()
    ) -> None:
        """Take people with the number of their document and their ties, in the order of the documents.

        ``lists`` are the numbers of authority files among the documents, which come last.
        """
        profiles = ((n, person, profile(person, ties)) for n, person, ties in mentioned)
        self.nodes: list[Node[Profile]] = nodes(profiles, judged)
        known = [traits(n.profile.given, n.profile.gender, n.profile.addresses) | n.judged for n in self.nodes]
        self.clusters = Clusters([node.documents for node in self.nodes], known, contradict)
        is_listed = [node.entities[0][0] in lists for node in self.nodes]
        self.listed = is_listed.index(True) if True in is_listed else len(self.nodes)
        """The first node of an authority file; so a cluster whose root comes before is one of documents."""
        self.unsettled: list[Unsettled] = []

    def resolve(self) -> None:
        """Climb the ladder once."""
        self._same_address()
        blocks = self._blocks()
        self._same_name(blocks)
        join_slips(self.nodes, self.clusters)
        join_rough(self.nodes[: self.listed], self.clusters)
        join_parts(self.nodes[: self.listed], self.clusters)
        rungs = (self._same_body, self._without_organisation, self._initials, self._surname_only, self._namesakes)
        for rung in rungs:
            # of a list, only a given name and an organisation in common say who is meant
            last = len(self.nodes) if rung == self._initials else self.listed
            for nodes_of_name in blocks:
                block = [n for n in self._rest(nodes_of_name) if n < last]
                if len(block) > 1:
                    rung(block)

    def _blocks(self) -> list[list[int]]:
        """The nodes of each surname that more than one has; who has had two is in two."""
        found: dict[str, list[int]] = {}
        for n, node in enumerate(self.nodes):
            for family in node.profile.families:
                found.setdefault(family, []).append(n)
        return [each for _, each in sorted(found.items()) if len(each) > 1]

    def _same_address(self) -> None:
        found: dict[str, list[int]] = {}
        for n, node in enumerate(self.nodes):
            for address in node.profile.addresses:
                found.setdefault(address, []).append(n)
        for group in found.values():
            self.clusters.join_all(group, "same address")

    def _same_name(self, blocks: Iterable[list[int]]) -> None:
        """The same name and an organisation in common, then the same name and a seat in the council of a place."""
        for block in blocks:
            names: dict[str, list[int]] = {}
            for n in block:
                given = self.nodes[n].profile.given
                if given is not None:
                    names.setdefault(given_key(given), []).append(n)
            for given, group in sorted(names.items()):
                if len(group) > 1:
                    self._by_organisation(group)
                    self._by_seat(group, initials=is_initials(given))

    def _by_organisation(self, group: list[int]) -> None:
        """Join nodes of one name that have an organisation in common, which is firm for one of them."""
        ties: dict[str, list[int]] = {}
        for n in group:
            own = self.nodes[n].profile.ties
            for tie in own.organisations | own.loose:
                ties.setdefault(tie, []).append(n)
        between = self._between(group, ties)
        for tie, near in sorted(each for each in ties.items() if len(each[1]) > 1):
            firm = [n for n in near if tie in self.nodes[n].profile.ties.firm]
            if firm:
                loose = [n for n in near if tie not in self.nodes[n].profile.ties.firm]
                told = [n for n in firm + loose if n not in between]
                self.clusters.join_all(told, "same name and an organisation in common")

    def _by_seat(self, group: list[int], *, initials: bool) -> None:
        """Join nodes of one name with seats in the councils of one place; initials not if the groups are others."""
        ties: dict[str, list[int]] = {}
        for n in group:
            own = self.nodes[n].profile.ties
            for tie in own.firm - own.organisations:
                ties.setdefault(tie, []).append(n)
        between = self._between(group, ties)
        for _, near in sorted(each for each in ties.items() if len(each[1]) > 1):
            told = [n for n in near if n not in between]
            if not initials:
                self.clusters.join_all(told, "same name and a seat in the council of one place")
                continue
            for one, other in combinations(dict.fromkeys(map(self.clusters.root, told)), 2):
                if not self._apart(one, other):
                    self.clusters.join(one, other, "same initials and a seat in the council of one place")

    def _between(self, group: list[int], ties: dict[str, list[int]]) -> set[int]:
        """Nodes of a name that are tied to several others whom one document lists side by side."""
        documents = [each for n in group for each, _ in self.nodes[n].entities]
        if len(set(documents)) == len(documents):
            return set()
        near: dict[int, set[int]] = {}
        for block in ties.values():
            for n in block:
                near.setdefault(n, set()).update(block)
        found: set[int] = set()
        for n, others in near.items():
            roots = sorted({self.clusters.root(each) for each in others} - {self.clusters.root(n)})
            if any(self.clusters.together(*pair) for pair in combinations(roots, 2)):
                found.add(n)
        return found

    def _same_body(self, block: list[int]) -> None:
        """The same full name, members of one body: a new employer, if nobody else of that name sits there."""
        seats: dict[tuple[str, str], list[int]] = {}
        for root in block:
            given = self._given(root)
            if given is not None and not is_initials(given):
                for body in self._ties(root).loose:
                    seats.setdefault((body, given_key(given)), []).append(root)
        for _, group in sorted(seats.items()):
            roots = list(dict.fromkeys(map(self.clusters.root, group)))
            if all(self.clusters.can_join(*pair) for pair in combinations(roots, 2)):
                self.clusters.join_all(roots, "same name and members of one body")

    def _without_organisation(self, block: list[int]) -> None:
        """Full names without an organisation: the one of that name in the body, in the place, at all."""
        near = Near(block, self.clusters.root, self._ties)
        settled: set[int] = set()
        for level in (*LADDER[1:], Level.ALL):
            for loner in block:
                root = self.clusters.root(loner)
                given = self._given(root)
                ties = self._ties(root)
                told = ties.firm if level is Level.ALL else ties.organisations
                if given is None or is_initials(given) or root in settled or told:
                    continue
                others = [n for n in self._fitting(root, near.of(root, level)) if not self._is_initials(n)]
                named = [
                    n for n in others if self._ties(n).organisations or (level is Level.ALL and self._ties(n).firm)
                ]
                if len(named) > 1:
                    self._ask("no-organisation", root, named)
                    settled.add(root)
                elif named:
                    self.clusters.join(root, named[0], f"same name, and {level}")
                elif all(self.clusters.can_join(*pair) for pair in combinations(others, 2)):
                    self.clusters.join_all([root, *others], f"same name, and {level}")

    def _initials(self, block: list[int]) -> None:
        """Initials or a shorter given name: the one fuller name in the narrowest scope that has one."""
        near = Near(block, self.clusters.root, self._ties)
        for short in block:
            for level in LADDER:
                root = self.clusters.root(short)
                own = self._given(root)
                if own is None or (short >= self.listed and level is not Level.ORGANISATION):
                    break
                others = self._fitting(root, near.of(root, level), level)
                fuller = [n for n in others if self._is_fuller(n, own)]
                if len({given_key(self._given(n) or "") for n in fuller}) > 1 or (fuller and level is not LADDER[0]):
                    fuller = self._narrowed(root, fuller, near)
                if len({given_key(self._given(n) or "") for n in fuller}) > 1:
                    self._ask("given-name", root, fuller)
                    break
                for n in fuller:
                    match = given_names(own, self._given(n) or "")
                    self.clusters.join(root, n, match or f"same name, and {level}")
                if fuller:
                    break

    def _surname_only(self, block: list[int]) -> None:
        """A surname alone: the one person of it in the narrowest scope that has one, or else others without more."""
        near = Near(block, self.clusters.root, self._ties)
        for short in block:
            for level in LADDER:
                root = self.clusters.root(short)
                if self._given(root) is not None or (level is Level.PLACE and not self._ties(root).firm):
                    break
                others = self._fitting(root, near.of(root, level), level)
                named = [n for n in others if self._given(n) is not None]
                meant = self._narrowed(root, named, near) if len(named) > 1 else named
                if len(meant) == 1:
                    self.clusters.join(root, meant[0], f"the only person with this surname, and {level}")
                elif meant:
                    self._ask("surname-only", root, meant)
                    break
                elif level is not Level.PLACE:
                    self.clusters.join_all([root, *others], f"same surname and {level}")

    def _narrowed(self, root: int, candidates: list[int], near: Near) -> list[int]:
        """Of several who can be meant those of the same body, if that leaves one."""
        if len(candidates) < 2:
            return candidates
        beside = near.of(root, Level.BODY)
        found = [n for n in candidates if n in beside]
        return found if len(found) == 1 else candidates

    def _namesakes(self, block: list[int]) -> None:
        """People of one name who stay apart though no document lists them side by side."""
        groups: dict[str, list[int]] = {}
        for root in block:
            groups.setdefault(given_key(self._given(root) or ""), []).append(root)
        for key, roots in sorted(groups.items()):
            pairs = list(combinations(roots[:8], 2))
            if key and any(self.clusters.can_join(one, other) for one, other in pairs):
                self._ask("namesakes", roots[0], roots[1:])

    def _ask(self, kind: str, root: int, others: Iterable[int]) -> None:
        first = self.nodes[root].profile
        name = first.family if first.given is None else f"{first.given} {first.family}"
        self.unsettled.append(Unsettled(kind, name, (root, *others), None if kind == "namesakes" else root))

    def _fitting(self, root: int, others: Iterable[int], level: Level = Level.ORGANISATION) -> list[int]:
        """Those who can be the same person; beyond an organisation in common not if each names another one."""
        narrow = level is Level.ORGANISATION
        return [n for n in sorted(others) if self.clusters.can_join(root, n) and (narrow or not self._apart(root, n))]

    def _apart(self, one: int, other: int) -> bool:
        """Whether both are named with organisations, and none in common."""
        left, right = self._ties(one).organisations, self._ties(other).organisations
        return bool(left and right and left.isdisjoint(right))

    def _rest(self, block: list[int]) -> list[int]:
        """The clusters of a block, each once."""
        return list(dict.fromkeys(map(self.clusters.root, block)))

    def _ties(self, root: int) -> Ties:
        every = [self.nodes[n].profile.ties for n in self.clusters.members(root)]
        return every[0] if len(every) == 1 else Ties.of_all(every)

    def _given(self, root: int) -> str | None:
        """The fullest given name of a cluster."""
        members = self.clusters.members(root)
        if len(members) == 1:
            return self.nodes[members[0]].profile.given
        given = {self.nodes[n].profile.given for n in members} - {None}
        return max(given, key=lambda name: (fullness(name or ""), name or ""), default=None)

    def _is_initials(self, root: int) -> bool:
        return is_initials(self._given(root) or "A.")

    def _is_fuller(self, root: int, given: str) -> bool:
        """Whether the cluster's given name says more than this one and can be the same."""
        members = self.clusters.members(root)
        every = {name for n in members if (name := self.nodes[n].profile.given) is not None}
        can_be = any(given_names(given, name) is not None for name in every)
        return can_be and max(map(fullness, every)) > fullness(given)
