"""Joining under constraints: entities of one document are never one, not even through a third.

A :class:`Node` is one distinct way in which documents print a thing, with all documents that do, so that what is
compared are keys and not mentions. :class:`Clusters` joins nodes unless a document or a trait of theirs speaks against
it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from protokollgraph.graph.matching.given import Match
from protokollgraph.model import Entity

Profile = TypeVar("Profile", bound=Hashable)
Traits = frozenset[str]
"""Marks of the form "kind value"."""
Conflict = Callable[[Traits, Traits], bool]


@dataclass(slots=True)
class Node(Generic[Profile]):
    """One distinct profile and the entities that have it, at most one of a document."""

    profile: Profile
    entities: list[tuple[int, Entity]] = field(default_factory=list)
    """Number of the document and entity, in the order of the documents."""
    judged: Traits = frozenset()
    """What judgements say of it."""

    @property
    def documents(self) -> set[int]:
        """Their numbers, in a new set."""
        return {document for document, _ in self.entities}


Judged = Callable[[int, str], Traits]
"""What judgements say of the entity of a document: its number, the key."""


def unjudged(_: int, __: str) -> Traits:
    """Nothing was judged."""
    return frozenset()


def nodes(mentioned: Iterable[tuple[int, Entity, Profile]], judged: Judged = unjudged) -> list[Node[Profile]]:
    """Group entities by profile; two of one document and profile come into two nodes. The order is kept."""
    found: dict[tuple[Profile, Traits], list[Node[Profile]]] = {}
    for document, entity, profile in mentioned:
        traits = judged(document, entity.key)
        same = found.setdefault((profile, traits), [])
        for node in same:
            if node.entities[-1][0] != document:
                node.entities.append((document, entity))
                break
        else:
            same.append(Node(profile, [(document, entity)], traits))
    return [node for same in found.values() for node in same]


class Clusters:
    """Union-find over numbered nodes with documents and traits that must not meet."""

    def __init__(
        self, documents: Iterable[set[int]], traits: Sequence[Traits], conflict: Conflict, lists: Container[int] = ()
    ) -> None:
        """Take the documents of each node, which are changed, and its traits.

        ``lists`` are the documents that are authority files: two of their names are two, side by side or not.
        """
        self._lists = lists
        self._documents = list(documents)
        self._parent = list(range(len(self._documents)))
        self._traits = list(traits)
        self._conflict = conflict
        self._members: dict[int, list[int]] = {}
        self._reasons: dict[int, set[str]] = {}

    def root(self, n: int) -> int:
        parent = self._parent
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def roots(self) -> list[int]:
        """One node of each cluster, the first of it, in order."""
        return [n for n, parent in enumerate(self._parent) if parent == n]

    def members(self, n: int) -> Sequence[int]:
        """All nodes of a node's cluster."""
        root = self.root(n)
        return self._members.get(root, (root,))

    def reasons(self, n: int) -> frozenset[str]:
        """Why the nodes of a cluster are one, in words."""
        return frozenset(self._reasons.get(self.root(n), ()))

    def together(self, one: int, other: int) -> bool:
        """Whether some document speaks of both."""
        return not self._documents[self.root(one)].isdisjoint(self._documents[self.root(other)])

    def can_join(self, one: int, other: int, *, beside: bool = False) -> bool:
        """Whether nothing speaks against it; True for what is joined already.

        ``beside`` is for names of one thing that a document may use side by side: an abbreviation and the full name.
        """
        one, other = self.root(one), self.root(other)
        if one == other:
            return True
        common = self._documents[one] & self._documents[other] if self.together(one, other) else set[int]()
        if common and (not beside or any(each in self._lists for each in common)):
            return False
        return not self._conflict(self._traits[one], self._traits[other])

    def join(self, one: int, other: int, why: Match | str, *, regardless: bool = False, beside: bool = False) -> bool:
        """Join two clusters if nothing speaks against it; the first node stays the root. True if they are one now.

        What is joined ``regardless`` was judged to be one, whatever documents say. ``beside`` as in :meth:`can_join`.
        """
        one, other = sorted((self.root(one), self.root(other)))
        if one == other:
            return True
        if not regardless and not self.can_join(one, other, beside=beside):
            return False
        self._parent[other] = one
        smaller, larger = sorted((self._documents[one], self._documents[other]), key=len)
        larger |= smaller
        self._documents[one], self._documents[other] = larger, set()
        self._traits[one] |= self._traits[other]
        self._members.setdefault(one, [one]).extend(self._members.pop(other, [other]))
        reasons = self._reasons.setdefault(one, set())
        reasons |= self._reasons.pop(other, set())
        reasons.add(why if isinstance(why, str) else why.reason)
        return True

    def join_all(self, many: Iterable[int], why: Match | str) -> None:
        """Join each to the first of the earlier ones that nothing speaks against."""
        earlier: list[int] = []
        for n in many:
            if not any(self.join(root, n, why) for root in earlier):
                earlier.append(n)


def contradict_by_judgement(one: Traits, other: Traits) -> bool:
    """Whether a judgement sets two apart: marks of one judgement with different sides."""
    sides = dict(trait.split(" ", 1) for trait in one if trait.startswith(("apart:", "split:")))
    return any(sides.get(kind, side) != side for kind, side in (trait.split(" ", 1) for trait in other))
