"""Who is who among things with names: organisations and bodies, projects, programmes.

The rungs of the ladder, each one climbed for all names before the next: the same address in a source; the same name; a
shorter form that can mean one thing only; the same abbreviation for nearly the same name; a slip of the pen in a long
word (projects); a name that another document gives as a short or former form; an abbreviation with words of the full
name ("IHK Cottbus"), also where nobody explains it ("BTU Cottbus-Senftenberg").
What a rung joins can make the next name unambiguous, so the ladder is climbed until nothing changes. A short form that
can mean two things joins nothing and becomes a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import combinations, product

from protokollgraph.graph.matching.blocking import slip_blocks, tails
from protokollgraph.graph.matching.clusters import (
    Clusters,
    Judged,
    Node,
    Traits,
    contradict_by_judgement,
    nodes,
    unjudged,
)
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.given import Match
from protokollgraph.graph.matching.likeness import similar, slip_of_the_pen, stands_for_district, stands_for_words
from protokollgraph.graph.matching.listed import asked, lacks, offered
from protokollgraph.graph.matching.naming import Keys, is_abbreviation, keys, second_language, short_form_in
from protokollgraph.graph.matching.places import IN, located
from protokollgraph.graph.matching.scopes import AT
from protokollgraph.graph.matching.unsettled import Unsettled
from protokollgraph.model import Entity, EntityKind

Profile = tuple[EntityKind, str, tuple[str, ...], int | None, str, tuple[str, ...]]
"""Kind, name, other names, number, the scope of a name that is too general to mean the same everywhere, addresses."""

_ROUNDS = 4
_LONG_ALIAS = 12
_CROWD = 24
"""From how many things with one abbreviation on nobody compares their names in pairs."""
_ALIKE = 200
"""From how many projects on, alike but for one word, nobody takes that word for a slip of the pen."""


class Things:
    """The clusters of one family of things, with indices from keys to clusters."""

    def __init__(
        self, mentioned: Iterable[tuple[int, Entity, str]], judged: Judged = unjudged, lists: Container[int] = ()
    ) -> None:
        """Take entities with the number of their document and their scope, in the order of the documents.

        ``lists`` are the numbers of authority files among the documents, which come last.
        """
        profiles = ((n, e, (e.kind, e.name, e.aliases, e.number, scope, e.identifiers)) for n, e, scope in mentioned)
        self.nodes: list[Node[Profile]] = nodes(profiles, judged)
        self.keys = [keys_of(node.profile) for node in self.nodes]
        self.aliases = [aliases_of(node.profile) for node in self.nodes]
        is_listed = [node.entities[0][0] in lists for node in self.nodes]
        self.listed = is_listed.index(True) if True in is_listed else len(self.nodes)
        """The first node of an authority file; so a cluster whose root comes before is one of documents."""
        traits, conflict = [_traits(node.profile) | node.judged for node in self.nodes], _contradict
        if self.listed < len(self.nodes):
            traits = [own | _for_lists(self.nodes[n].profile, is_listed[n]) for n, own in enumerate(traits)]
            conflict = _contradict_or_lack
        self._short = {own.strong for own, node in zip(self.keys, self.nodes, strict=True) if is_short(node.profile)}
        """The keys of abbreviations."""
        self._twins = self._records_of_one_name()
        self.clusters = Clusters([node.documents for node in self.nodes], traits, conflict, lists)
        self.unsettled: dict[str, Unsettled] = {}
        """Short forms that can mean several clusters, by their key."""

    def resolve(self) -> None:
        """Climb the ladder until nothing changes."""
        self._same_address()
        for _ in range(_ROUNDS):
            before = len(self.clusters.roots())
            self.unsettled = {}
            for rung in (self._same_name, self._shorter, self._similar, self._typos, self._defined):
                rung()
            self._expanded()
            self._spelt()
            if len(self.clusters.roots()) == before:
                return

    def _by_strong(self) -> dict[str, list[int]]:
        """Strong key to clusters."""
        return self._index((k.strong,) for k in self.keys)

    def _by_alias(self) -> dict[str, list[int]]:
        return self._index(self.aliases)

    def _index(self, keys_of_nodes: Iterable[Iterable[str]]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, of_node in enumerate(keys_of_nodes):
            root = self.clusters.root(n)
            for key in of_node:
                found.setdefault(key, []).append(root)
        return {key: list(dict.fromkeys(roots)) if len(roots) > 1 else roots for key, roots in found.items()}

    def _same_address(self) -> None:
        """What the sources themselves call by one address."""
        for roots in self._index(node.profile[5] for node in self.nodes).values():
            self.clusters.join_all(roots, "same address")

    def _same_name(self) -> None:
        owners = self._by_alias()
        for key, roots in self._by_strong().items():
            printed, records = self._told_apart(roots)
            for group in self._meant_alike(key, printed, owners):
                self.clusters.join_all(group, "same name")
            if records:
                self._link(dict.fromkeys(product(records, roots), Match(1.0, "same name")))

    def _meant_alike(self, key: str, roots: list[int], owners: Mapping[str, list[int]]) -> Iterable[list[int]]:
        """Clusters of one name, all together; an abbreviation of several things only within the minutes of one body."""
        full = set(owners.get(key, ()))
        if len(full) < 2 or key not in self._short:
            return [roots]
        groups: dict[str, list[int]] = {}
        for n in (n for n in roots if n not in full):
            for body in self._at(n):
                groups.setdefault(body, []).append(n)
        return groups.values()

    def _at(self, root: int) -> set[str]:
        """The bodies in whose minutes a cluster is spoken of."""
        return {scope for n in self.clusters.members(root) if (scope := self.nodes[n].profile[4]).startswith(AT)}

    def _told_apart(self, roots: list[int]) -> tuple[list[int], list[int]]:
        """Clusters of documents, and those that only authority files have."""
        if self.listed == len(self.nodes):
            return roots, []
        return [n for n in roots if n < self.listed], [n for n in roots if n >= self.listed]

    def _link(self, near: Mapping[tuple[int, int], Match]) -> None:
        """Link records, list by list: if only one thing can be meant, and only one record of the list means it.

        ``near`` has pairs of a record and something else that are alike: of documents, or a record of another list.
        """
        for of_list in self._by_list(near):
            roots = {(one, self.clusters.root(other)): near[one, other] for one, other in of_list}
            possible = {pair: match for pair, match in roots.items() if self.clusters.can_join(*pair)}
            printed = {one for one, other in possible if other < self.listed}
            possible = {
                pair: match for pair, match in possible.items() if pair[1] < self.listed or pair[0] not in printed
            }
            once = [Counter(pair[side] for pair in possible) for side in (0, 1)]
            for (one, other), match in sorted(possible.items(), key=lambda each: each[0]):
                if once[0][one] == once[1][other] == 1:
                    self.clusters.join(one, other, match)

    def _by_list(self, near: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
        """Pairs that begin with records of one list, and end with no record of a later one."""
        found: dict[int, list[tuple[int, int]]] = {}
        for record, other in near:
            own, others = (self.nodes[n].entities[0][0] for n in (record, other))
            if other < self.listed or others < own:
                found.setdefault(own, []).append((record, other))
        return (pairs for _, pairs in sorted(found.items()))

    def _records_of_one_name(self) -> set[int]:
        """Records with the name of another one of their list: the name does not tell which of them is meant."""
        listed = range(self.listed, len(self.nodes))
        names = Counter((self.nodes[n].entities[0][0], self.keys[n].strong) for n in listed)
        return {n for n in listed if names[self.nodes[n].entities[0][0], self.keys[n].strong] > 1}

    def _shorter(self) -> None:
        """A shorter form of a name that only one longer name has."""
        strong = self._by_strong()
        for key, longer in sorted(self._index(k.weak for k in self.keys).items()):
            for short in strong.get(key, ()):
                self._settle(short, longer, key, f"{self._name(short)} is a shorter form of the name")

    def _defined(self) -> None:
        """A name that other documents give as another name of one thing."""
        strong = self._by_strong()
        for key, owners in sorted(self._by_alias().items()):
            for short in strong.get(key, ()):
                beside = is_abbreviation(self._name(short)) and self._kind(short) is not EntityKind.PROJECT
                self._settle(short, owners, key, f"{self._name(short)} is given as another name", beside=beside)
            for same in (self._told_apart(owners)[0], owners):
                if len(same) == 2 and len(key) >= _LONG_ALIAS and self._kind(same[0]) is EntityKind.PROJECT:
                    self.clusters.join(same[0], same[1], "both have the same other name")

    def _similar(self) -> None:
        """The same abbreviation, and names that are nearly the same or one of them longer."""
        for key, owners in sorted(self._by_alias().items()):
            printed, records = self._told_apart(owners)
            if len(owners) > 1 and len(printed) <= _CROWD and self._is_short(owners[0], key):
                for one, other in combinations(printed, 2):
                    match = similar(self.keys[one], self.keys[other])
                    if match is not None:
                        self.clusters.join(one, other, match)
                pairs = ((pair, similar(self.keys[pair[0]], self.keys[pair[1]])) for pair in product(records, printed))
                self._link({pair: match for pair, match in pairs if match is not None})

    def _typos(self) -> None:
        near: dict[tuple[int, int], Match] = {}
        for block in self._blocks():
            printed, records = self._told_apart(block)
            for one, other in combinations(printed, 2):
                match = self._slip(one, other)
                if match is not None:
                    self.clusters.join(one, other, match)
            pairs = ((pair, self._slip(*pair)) for pair in product(records, printed))
            near |= {pair: match for pair, match in pairs if match is not None}
        self._link(near)

    def _slip(self, one: int, other: int) -> Match | None:
        return slip_of_the_pen(self.keys[one].words, self.keys[other].words)

    def _blocks(self) -> Iterator[list[int]]:
        """Projects whose names are the same but for one end of a long word, one of each key."""
        blocks: dict[str, dict[str, int]] = {}
        for n, key in enumerate(self.keys):
            if self._kind(n) is EntityKind.PROJECT:
                for block in slip_blocks(key):
                    blocks.setdefault(block, {}).setdefault(key.strong, n)
        for names in blocks.values():
            if 1 < len(names) <= _ALIKE:
                yield list(names.values())

    def _expanded(self) -> None:
        """An abbreviation and words of the full name, or the letters of a district's number plate."""
        by_alias, districts = self._by_alias(), self._districts()
        for root in self.clusters.roots():
            own = self.keys[root]
            if own.generic or not 2 <= len(own.words) <= 4 or self._kind(root) is EntityKind.PROJECT:
                continue
            printed = self._name(root)
            for short in (part for part in printed.split() if is_abbreviation(part)):
                rest = [word for word in own.words if word not in words(fold(short))]
                known = by_alias.get(keys(self._kind(root), short).strong, ())
                owners = [n for n in self._others(root, known) if self._has(n, rest)]
                reason = f"{short} stands for the first words of the name"
                self._settle(root, owners, own.strong, reason, beside=True)
                if own.words[0] == "landkreis":
                    others = self._others(root, districts)
                    full = [n for n in others if stands_for_district(short, self.keys[n].words[1:])]
                    self._settle(root, full, own.strong, f"{short} stands for the name of the district")

    def _spelt(self) -> None:
        """An abbreviation with the last words of the one name whose first words have its letters: "BTU Cottbus"."""
        full: dict[str, list[int]] = {}
        for n, own in enumerate(self.keys):
            if self._kind(n) is not EntityKind.PROJECT and not own.generic:
                for tail in tails(own):
                    full.setdefault(tail, []).append(n)
        for root in self.clusters.roots():
            short, _, rest = self._name(root).partition(" ")
            own = self.keys[root]
            if not rest or not is_abbreviation(short) or self._kind(root) is EntityKind.PROJECT or len(own.words) < 2:
                continue
            same = full.get(f"{own.words[0][0]} {' '.join(own.words[1:])}", ())
            ends = len(own.words) - 1
            found = [n for n in same if self.keys[n] != own and stands_for_words(short, self.keys[n].words[:-ends])]
            reason = f"{short} has the letters of the first words of the name"
            self._settle(root, found, own.strong, reason, beside=True)

    def _districts(self) -> list[int]:
        found = (n for n, key in enumerate(self.keys) if key.words[:1] == ("landkreis",))
        return list(dict.fromkeys(self.clusters.root(n) for n in found))

    def _others(self, root: int, candidates: Iterable[int]) -> list[int]:
        """The clusters of the candidates without that of the root."""
        return sorted({self.clusters.root(n) for n in candidates} - {self.clusters.root(root)})

    def _has(self, root: int, rest: list[str]) -> bool:
        """Whether all of the words stand in a full name of the cluster."""
        return bool(rest) and any(set(rest) < set(self.keys[n].words) for n in self.clusters.members(root))

    def _settle(self, short: int, candidates: Iterable[int], key: str, reason: str, *, beside: bool = False) -> None:
        """Join if only one cluster can be meant, or only one in the minutes of the same body; else note the question.

        ``beside``: a document that uses both names does not say thereby that they are two.
        """
        root = self.clusters.root(short)
        if root in self._twins:
            return
        roots = {self.clusters.root(n) for n in candidates}
        if root in roots:
            return
        possible = sorted(n for n in roots if self.clusters.can_join(root, n, beside=beside))
        if len(possible) > 1:
            near = [n for n in possible if not self._at(root).isdisjoint(self._at(n))]
            possible = near if len(near) == 1 else possible
        printed, _ = self._told_apart(possible)
        if printed or root >= self.listed:
            possible = printed  # what documents say goes before what a list knows
        if len(possible) == 1:
            self.clusters.join(root, possible[0], Match(0.9, reason), beside=beside)
        elif possible:
            self.unsettled[f"{key} {root}"] = Unsettled("short-form", self._name(root), (root, *possible), root)

    def _is_short(self, root: int, key: str) -> bool:
        return any(is_abbreviation(self.aliases[n].get(key, "")) for n in self.clusters.members(root))

    def _name(self, n: int) -> str:
        return self.nodes[n].profile[1]

    def _kind(self, n: int) -> EntityKind:
        return self.nodes[n].profile[0]


def is_short(profile: Profile) -> bool:
    """Whether a document calls an organisation by an abbreviation alone."""
    return profile[0] is EntityKind.ORGANISATION and is_abbreviation(profile[1])


def keys_of(profile: Profile) -> Keys:
    """What a thing is compared by: a Werkstatt by its number, a body by its place too, a general name by its scope."""
    kind, name, _, number, scope, _ = profile
    if kind is EntityKind.BODY and number is not None and fold(name).startswith("werkstatt"):
        return Keys(f"werkstatt {number}")
    found = keys(kind, name)
    if kind is EntityKind.BODY and scope.startswith(IN):
        return located(found, scope.removeprefix(IN))
    if found.generic and kind is not EntityKind.PROGRAMME:
        return Keys(f"{found.strong} of {scope}", words=found.words, generic=True)
    return found


def aliases_of(profile: Profile) -> dict[str, str]:
    """Key of each other name, with the name as printed."""
    kind, name, aliases, _, scope, _ = profile
    inner = short_form_in(name)
    printed = (*aliases, *([inner] if inner else []))
    other = second_language(name) if kind is not EntityKind.PROGRAMME else None
    found = {keys(kind, each).strong: each for each in (*printed, *([other] if other else []))}
    own = {keys(kind, name).strong}
    if kind is EntityKind.BODY and scope.startswith(IN):
        place = scope.removeprefix(IN)
        found |= {located(keys(kind, each), place).strong: each for each in printed}
        own.add(located(keys(kind, name), place).strong)
    return {k: each for k, each in found.items() if k and k not in own and not keys(kind, each).generic}


def _traits(profile: Profile) -> Traits:
    """Number of a Werkstatt, and the organisation that a body is a unit of."""
    kind, _, _, number, scope, _ = profile
    numbered = {f"number {number}"} if number is not None else set()
    return frozenset(numbered | ({f"unit of {scope}"} if scope and kind is EntityKind.BODY else set()))


def _for_lists(profile: Profile, is_listed: bool) -> Traits:
    """What a record of an authority file asks for, or what a mention has of that."""
    kind, name, aliases, number, scope, _ = profile
    return asked(kind, number, scope, aliases) if is_listed else offered(kind, number, name, aliases)


def _contradict(one: Traits, other: Traits) -> bool:
    """Two numbers, two organisations that they are units of, or judgements."""
    if contradict_by_judgement(one, other):
        return True
    for what in ("number ", "unit of "):
        left, right = ({trait for trait in traits if trait.startswith(what)} for traits in (one, other))
        if left and right and left.isdisjoint(right):
            return True
    return False


def _contradict_or_lack(one: Traits, other: Traits) -> bool:
    return _contradict(one, other) or lacks(one, other)
