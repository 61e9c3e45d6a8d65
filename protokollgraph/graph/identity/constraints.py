"""What judgements of people ask of matching: who must be one, who must not, and what they add to who is found.

A judgement speaks of IRIs; here each becomes a demand on the entities that the register gave these IRIs to, so that a
judgement holds however the rules change, and taking it back leaves nothing behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from protokollgraph.graph.identity.claims import Claims
from protokollgraph.graph.judgements.judgement import Kind, means
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.matching.clusters import Clusters, Node, Traits
from protokollgraph.graph.resolution import DocumentEntities, Misfit

SAME = "a judgement says that they are the same"


@dataclass(frozen=True, slots=True)
class Said:
    """What judgements say of one entity across documents."""

    name: str | None = None
    hidden: bool = False
    same_as: tuple[str, ...] = ()
    """IRIs of other registers, sorted."""


class Constraints:
    """The judgements, ready to be asked about single entities."""

    def __init__(self, judgements: Judgements, claims: Claims, documents: Sequence[DocumentEntities]) -> None:
        self._judgements = judgements
        self._claims = claims
        self._documents = documents
        self._groups = {iri: group[0] for group in judgements.groups() for iri in group}
        self._elsewhere = _several(judgements.same_as)
        self._apart: dict[str, set[str]] = {}
        for one, other in judgements.apart():
            for side in (one, other):
                self._apart.setdefault(side, set()).add(f"apart:{one}|{other} {side}")
        self._used: set[str] = set()

    def judged(self, n: int, key: str) -> Traits:
        """Traits of an entity of the n-th document that come of judgements."""
        before = self._claims.of(n, key)
        if not before:
            return frozenset()
        self._used.add(before[-1])
        found = set(self._apart.get(self._groups.get(before[-1], before[-1]), ()))
        for iri in before if self._judgements.splits else ():
            if iri in self._judgements.splits:
                off = self.is_off(n, iri)
                self._used |= {iri} if off else set()
                if off or iri == before[-1]:
                    found.add(f"split:{iri} {'off' if off else 'on'}")
        return frozenset(found)

    def is_off(self, n: int, iri: str) -> bool:
        """Whether a judgement says that who had this IRI in the n-th document is somebody else."""
        document = self._documents[n]
        return any(means(each, document.name, document.sha256) for each in self._judgements.splits.get(iri, ()))

    def join(self, clusters: Clusters, nodes: Sequence[Node[Any]]) -> None:
        """Make one of what was judged the same."""
        if not self._groups and not self._elsewhere:
            return
        wanted: dict[str, list[int]] = {}
        for number, node in enumerate(nodes):
            iris = set(self._iris(node))
            for group in {self._groups[iri] for iri in iris if iri in self._groups}:
                wanted.setdefault(group, []).append(number)
            for address in {each for iri in iris for each in self._elsewhere.get(iri, ())}:
                wanted.setdefault(address, []).append(number)
        for _, (first, *others) in sorted(wanted.items()):
            for other in others:
                clusters.join(first, other, SAME, regardless=True)

    def _iris(self, node: Node[Any]) -> Iterator[str]:
        if not any(trait.startswith("split:") and trait.endswith(" off") for trait in node.judged):
            for n, entity in node.entities:
                before = self._claims.of(n, entity.key)
                if before:
                    yield before[-1]

    def said_of(self, owned: Mapping[int, str], retired: Mapping[str, int]) -> dict[int, Said]:
        """Number of a cluster to what was said of it, or of an IRI that means it now.

        ``owned`` are the relative IRIs of the clusters, ``retired`` the clusters of those that were given up.
        """
        judgements = self._judgements
        spoken_of = {*judgements.names, *judgements.hidden, *judgements.same_as}
        if not spoken_of:
            return {}
        of_cluster: dict[int, list[str]] = {}
        for iri, root in (*((iri, root) for root, iri in owned.items()), *retired.items()):
            if iri in spoken_of:
                of_cluster.setdefault(root, []).append(iri)
        return {root: self.said(iris) for root, iris in of_cluster.items()}

    def said(self, iris: Sequence[str]) -> Said:
        """What was said of the relative IRIs of one entity; of several names the one that was given last counts."""
        judgements = self._judgements
        named = [origin for iri in iris if (origin := judgements.origin(Kind.RENAME, iri)) is not None]
        return Said(
            max(named, key=lambda each: (each.line, each.subject)).object if named else None,
            any(iri in judgements.hidden for iri in iris),
            tuple(sorted({address for iri in iris for address in judgements.same_as.get(iri, ())})),
        )

    def misfits(self) -> tuple[Misfit, ...]:
        """The judgements whose IRIs no entity at hand was ever given; known when every entity has been judged."""
        found = {
            (judgement.line, tuple(iri for iri in iris if iri not in self._used))
            for judgement, iris in self._judgements.uses()
        }
        return tuple(Misfit(line, iris) for line, iris in sorted(found) if iris)


def _several(same_as: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Relative IRI to those IRIs of other registers that more than one entity was judged to be."""
    often = Counter(address for addresses in same_as.values() for address in addresses)
    return {iri: several for iri, each in same_as.items() if (several := tuple(a for a in each if often[a] > 1))}
