"""Measures of a network: who connects, who is tied to how many, who appears where, who belongs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokollgraph.graph.measures.betweenness import EXACT, betweenness
from protokollgraph.graph.measures.communities import communities, name
from protokollgraph.graph.measures.ties import DECISION, Ties, ties_of

if TYPE_CHECKING:
    import networkx

TOGETHER = "together"
"""The family of edges between those who were at the same meetings; it says nothing that attendance does not."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of the actors of a network: of every node that is no decision, by IRI.

    All but ``bodies`` are computed over the stated ties; those who have none are in no community.
    """

    communities: Mapping[str, int]
    """The number of the community; 0 is the largest."""
    names: tuple[str, ...]
    """What each community is called, by number."""
    betweenness: Mapping[str, float]
    """The share of the pairs of others whose shortest connection leads through the actor: 0 to 1."""
    degree: Mapping[str, int]
    """With how many different others there is a stated tie."""
    bodies: Mapping[str, int]
    """In the meetings of how many bodies (for a body: of other bodies) it appears, attendance included."""
    estimated: bool
    """Whether ``betweenness`` is an estimate from a sample, because the network is large."""


def measures(graph: networkx.MultiDiGraph, *, exact: int = EXACT) -> Measures:
    """The measures of a network of :func:`protokollgraph.graph.network.network`; the same graph gives the same.

    With more actors than ``exact``, ``betweenness`` is estimated.
    """
    ties = ties_of(graph)
    labels, kinds = dict(graph.nodes(data="label")), dict(graph.nodes(data="kind"))
    groups = communities(ties)
    counts, estimated = between(ties, exact=exact)
    tied = sum(bool(others) for others in ties.values())
    pairs = max(1, (tied - 1) * (tied - 2) // 2)
    return Measures(
        communities={iri: number for number, members in enumerate(groups) for iri in members},
        names=tuple(name(members, ties, labels, kinds) for members in groups),
        betweenness={iri: round(count / pairs, 6) for iri, count in counts.items()},
        degree={iri: len(others) for iri, others in ties.items()},
        bodies={iri: len(where) for iri, where in bodies_of(graph).items()},
        estimated=estimated,
    )


def between(ties: Ties, *, exact: int = EXACT) -> tuple[dict[str, float], bool]:
    """Through how many shortest connections of two others each actor lies, and whether that is an estimate."""
    tied = [iri for iri, others in ties.items() if others]
    number = {iri: index for index, iri in enumerate(tied)}
    found = betweenness([[number[other] for other in ties[iri]] for iri in tied], exact=exact)
    counted = dict(zip(tied, found.counts, strict=True))
    return {iri: counted.get(iri, 0.0) for iri in ties}, found.estimated


def bodies_of(graph: networkx.MultiDiGraph) -> dict[str, frozenset[str]]:
    """The bodies in whose meetings each actor appears, whatever its tie; not a body itself."""
    found: dict[str, set[str]] = {iri: set() for iri, kind in sorted(graph.nodes(data="kind")) if kind != DECISION}
    for source, target, tie in graph.edges(data=True):
        if tie["family"] == TOGETHER:
            continue
        where = {occasion.body for occasion in tie["occasions"] if occasion.body}
        for end in (source, target):
            if end in found:
                found[end] |= where - {end}
    return {iri: frozenset(where) for iri, where in found.items()}
