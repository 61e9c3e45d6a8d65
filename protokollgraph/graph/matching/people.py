"""Who is who among people.

A surname and a given name that can be one are never enough: two documents mean one person if an organisation or body
ties them together, or if one of them names none and nobody else can be meant. Identical names with different
organisations stay two, and so does everybody whom one document lists side by side. What cannot be settled is returned
as a question.

The rungs of the ladder: the same address in a source; the same name and a tie; a slip of the pen in a long surname and
a tie; initials or a shorter given name and a tie; a surname alone, if nobody else has it, and a tie; the same name
where one side names no organisation at all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import combinations

from protokollgraph.graph.matching.clusters import Clusters, Judged, Node, nodes, unjudged
from protokollgraph.graph.matching.given import (
    LONG_NAME,
    Match,
    families,
    family_key,
    given_key,
    given_names,
    is_initials,
)
from protokollgraph.graph.matching.person import (
    Profile,
    Ties,
    contradict,
    fullness,
    is_party,
    is_place,
    profile,
    traits,
)
from protokollgraph.graph.matching.unsettled import Unsettled
from protokollgraph.model import Entity, Gender


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
        self._same_name()
        self._slips()
        blocks = self._blocks()
        for rung in (self._initials, self._surname_only, self._without_ties, self._namesakes):
            # of a list, only a given name and an organisation in common say who is meant
            last = len(self.nodes) if rung == self._initials else self.listed
            for nodes_of_name in blocks:
                block = [n for n in self._rest(nodes_of_name) if n < last]
                if len(block) > 1:
                    rung(block)

    def _blocks(self) -> list[list[int]]:
        """The clusters of each surname that more than one has."""
        found: dict[str, list[int]] = {}
        for n, node in enumerate(self.nodes):
            found.setdefault(family_key(node.profile.family), []).append(n)
        return [each for _, each in sorted(found.items()) if len(each) > 1]

    def _same_address(self) -> None:
        found: dict[str, list[int]] = {}
        for n, node in enumerate(self.nodes):
            for address in node.profile.addresses:
                found.setdefault(address, []).append(n)
        for group in found.values():
            self.clusters.join_all(group, "same address")

    def _same_name(self) -> None:
        groups: dict[tuple[str, str, str], list[int]] = {}
        between = self._between_namesakes()
        for n, node in enumerate(self.nodes):
            person = node.profile
            if person.given is not None and n not in between:
                for tie in person.ties.firm | person.ties.loose:
                    groups.setdefault((family_key(person.family), given_key(person.given), tie), []).append(n)
        for (_, _, tie), group in sorted(each for each in groups.items() if len(each[1]) > 1):
            if is_place(tie):
                self.clusters.join_all(group, "same name, and members of councils and committees of one place")
                continue
            firm = [n for n in group if tie in self.nodes[n].profile.ties.firm]
            if firm:
                loose = [n for n in group if tie not in self.nodes[n].profile.ties.firm]
                self.clusters.join_all(firm + loose, "same name and an organisation in common")

    def _between_namesakes(self) -> set[int]:
        """People who are tied to several of their name whom one document lists side by side."""
        names: dict[tuple[str, str], list[int]] = {}
        for n, node in enumerate(self.nodes):
            if node.profile.given is not None:
                names.setdefault((family_key(node.profile.family), given_key(node.profile.given)), []).append(n)
        found: set[int] = set()
        for group in names.values():
            documents = [each for n in group for each, _ in self.nodes[n].entities]
            if len(set(documents)) < len(documents):
                tied = self._tied(group)
                pairs = ((n, combinations(sorted(tied.get(n, ())), 2)) for n in group)
                found |= {n for n, near in pairs if any(self.clusters.together(*pair) for pair in near)}
        return found

    def _slips(self) -> None:
        """Long surnames in one organisation that differ by a slip of the pen."""
        found: dict[tuple[int, int], Match] = {}
        for tie, block in self._long_names():
            for one, other in combinations(block, 2):
                for left in block[one]:
                    found |= {(left, right): m for right in block[other] if (m := self._slip(left, right, tie))}
        near: dict[int, set[int]] = {}
        for left, right in found:
            near.setdefault(left, set()).add(right)
            near.setdefault(right, set()).add(left)
        for (left, right), match in sorted(found.items(), key=lambda each: (-each[1].score, each[0])):
            others = (near[left] | near[right]) - {left, right}
            rivals = [n for n in others if not self._compatible(left, n) or not self._compatible(right, n)]
            if match.score >= 0.9 or not rivals:
                self.clusters.join(left, right, match)

    def _long_names(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """Tie, and long surnames with a beginning or an end in common that have it, with their nodes."""
        blocks: dict[tuple[str, str, str], list[int]] = {}
        for n, node in enumerate(self.nodes):
            person, family = node.profile, family_key(node.profile.family)
            if person.given is not None and len(family) >= LONG_NAME:
                initial = given_key(person.given)[:1]
                for tie in person.ties.firm | person.ties.loose:
                    blocks.setdefault((tie, initial, family[:4]), []).append(n)
                    blocks.setdefault((initial, tie, family[-4:]), []).append(n)
        for (tie, other, _), block in sorted(each for each in blocks.items() if len(each[1]) > 1):
            names: dict[str, list[int]] = {}
            for n in block:
                names.setdefault(family_key(self.nodes[n].profile.family), []).append(n)
            if len(names) > 1:
                yield (tie if len(tie) > 1 else other), names

    def _slip(self, left: int, right: int, tie: str) -> Match | None:
        one, other = self.nodes[left].profile, self.nodes[right].profile
        if tie not in one.ties.firm and tie not in other.ties.firm:
            return None
        surname, given = families(one.family, other.family), given_names(one.given or "", other.given or "")
        if surname is None or given is None:
            return None
        return Match(surname.score * given.score, f"{surname.reason}; {given.reason}")

    def _compatible(self, left: int, right: int) -> bool:
        one, other = self.nodes[left].profile.given, self.nodes[right].profile.given
        return one is None or other is None or given_names(one, other) is not None

    def _initials(self, block: list[int]) -> None:
        """Initials or a shorter given name, tied to one fuller name only."""
        tied = self._tied(block)
        for root in block:
            own = self._given(root)
            near = sorted({self.clusters.root(n) for n in tied.get(root, ())} - {self.clusters.root(root)})
            fuller = [n for n in near if self._is_fuller(n, own) and self.clusters.can_join(root, n)]
            if len({given_key(self._given(n) or "") for n in fuller}) > 1:
                self._ask("given-name", root, fuller)
                continue
            for n in fuller:
                match = given_names(own or "", self._given(n) or "")
                self.clusters.join(root, n, match or "same name and an organisation in common")

    def _surname_only(self, block: list[int]) -> None:
        """A surname alone, tied to the only person who has it."""
        tied = self._tied(block)
        unnamed = [n for n in block if self._given(n) is None]
        for root in unnamed:
            named = [n for n in self._rest(block, root) if self._given(n) is not None and self._may_be(root, n)]
            near = {self.clusters.root(n) for n in tied.get(root, ())}
            beside = self._beside(root, named)
            if len(named) == 1 and named[0] in near:
                self.clusters.join(root, named[0], "the only person with this surname, and an organisation in common")
            elif len(beside) == 1:
                self.clusters.join(root, beside[0], "the only person with this surname in this body or place")
            elif len(colleagues := self._colleagues(root, named)) == 1:
                self.clusters.join(root, colleagues[0], "the only Herr or Frau with this surname in this house")
            elif not named:
                same = [n for n in unnamed if self.clusters.root(n) in near]
                self.clusters.join_all([root, *same], "same surname and an organisation in common")
            elif not near.isdisjoint(named):
                self._ask("surname-only", root, named)

    def _without_ties(self, block: list[int]) -> None:
        """The same name where one side names no organisation and nobody else can be meant."""
        groups: dict[str, list[int]] = {}
        for root in block:
            given = self._given(root)
            if given is not None and not self._ties(root).firm:
                groups.setdefault(given_key(given), []).append(root)
        for _, loners in sorted(groups.items(), key=lambda each: (is_initials(each[0]), each[0])):
            given = self._given(loners[0]) or ""
            others = [n for n in self._rest(block, *loners) if self._can_be_meant(n, given, block)]
            if len(others) > 1:
                self._by_body(loners, others)
            else:
                self.clusters.join_all([*others, *loners], "same name, and nobody else can be meant")

    def _by_body(self, loners: list[int], others: list[int]) -> None:
        """Several people can be meant: the body that they sit in decides, or nobody."""
        for root in loners:
            possible = [n for n in self._beside(root, others) if self.clusters.can_join(root, n)]
            if len(possible) == 1:
                self.clusters.join(root, possible[0], "same name and a body in common")
            else:
                self._ask("no-organisation", root, possible or others)

    def _beside(self, root: int, others: Iterable[int]) -> list[int]:
        """Those who sit in a body with somebody, or else in a body of the same place."""
        own = self._ties(root).loose
        ties = {n: self._ties(n).firm | self._ties(n).loose for n in others}
        for scope in ({tie for tie in own if not is_place(tie)}, {tie for tie in own if is_place(tie)}):
            found = [n for n, of in ties.items() if not scope.isdisjoint(of)]
            if found:
                return found
        return []

    def _colleagues(self, root: int, others: Iterable[int]) -> list[int]:
        """Those who work for a house of somebody's and have the same form of address; nobody if one has none.

        A party is no house: its members in two places have nothing in common but that.
        """
        own = {tie for tie in self._ties(root).firm if not is_party(tie)}
        found = [n for n in others if not own.isdisjoint(self._ties(n).firm)]
        genders = {self._gender(n) for n in (root, *found)}
        return found if len(genders) == 1 and None not in genders else []

    def _gender(self, root: int) -> Gender | None:
        """The form of address of a cluster."""
        return next((g for n in self.clusters.members(root) if (g := self.nodes[n].profile.gender) is not None), None)

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

    def _rest(self, block: list[int], *without: int) -> list[int]:
        """The clusters of a block but for some, each once."""
        gone = {self.clusters.root(n) for n in without}
        return [n for n in dict.fromkeys(map(self.clusters.root, block)) if n not in gone]

    def _may_be(self, one: int, other: int) -> bool:
        return self.clusters.can_join(one, other) or self.clusters.together(one, other)

    def _tied(self, block: list[int]) -> dict[int, set[int]]:
        """For each cluster of a block the others with which it has an organisation or a council in common."""
        firm: dict[str, list[int]] = {}
        every: dict[str, list[int]] = {}
        for root in block:
            ties = self._ties(root)
            for tie in ties.firm:
                firm.setdefault(tie, []).append(root)
            for tie in ties.firm | ties.loose:
                every.setdefault(tie, []).append(root)
        found: dict[int, set[int]] = {}
        for tie, roots in firm.items():
            for one in roots:
                for other in every[tie]:
                    if one != other:
                        found.setdefault(one, set()).add(other)
                        found.setdefault(other, set()).add(one)
        return found

    def _ties(self, root: int) -> Ties:
        every = [self.nodes[n].profile.ties for n in self.clusters.members(root)]
        if len(every) == 1:
            return every[0]
        return Ties(frozenset().union(*(t.firm for t in every)), frozenset().union(*(t.loose for t in every)))

    def _given(self, root: int) -> str | None:
        """The fullest given name of a cluster."""
        members = self.clusters.members(root)
        if len(members) == 1:
            return self.nodes[members[0]].profile.given
        given = {self.nodes[n].profile.given for n in members} - {None}
        return max(given, key=lambda name: (fullness(name or ""), name or ""), default=None)

    def _is_fuller(self, root: int, given: str | None) -> bool:
        """Whether the cluster's given name says more than this one and can be the same."""
        own = self._given(root)
        if own is None or given is None or given_names(given, own) is None:
            return False
        return fullness(own) > fullness(given)

    def _can_be_meant(self, root: int, given: str, block: list[int]) -> bool:
        """Whether the cluster's given name can be this one, and no third one if it says less."""
        own = self._given(root)
        if own is None or given_names(given, own) is None:
            return False
        if fullness(own) >= fullness(given):
            return True
        fuller = {given_key(self._given(n) or "") for n in self._rest(block) if self._is_fuller(n, own)}
        return len(fuller) == 1
