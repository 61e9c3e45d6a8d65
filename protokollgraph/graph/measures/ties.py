"""The stated ties of a network as a simple, undirected graph: what every measure is computed over.

A tie joins two actors by all relations between them that a protocol states (families ``stated`` of
``relations/network.json``); that two were in the same room is none. A decision is no actor: whoever took it is tied
to what it is about and to whom it is addressed, by way of the decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

    from protokollgraph.graph.relations.facts import Occasion

Edge: TypeAlias = tuple[str, str, str]
"""An edge of the network: source, target, relation."""
DECISION = "decision"
"""The kind of node that stands between two actors, not for one."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two actors to each other."""

    edges: tuple[Edge, ...]
    """The edges of the network that it is made of, sorted; those to and from a decision too."""
    occasions: frozenset[Occasion]

    @property
    def meetings(self) -> int:
        """In how many meetings the tie was said or happened."""
        return len(self.occasions)


Ties: TypeAlias = Mapping[str, Mapping[str, Tie]]
"""Every actor, in sorted order, to those it is tied to, in sorted order; an actor without a tie to none."""


def is_stated(family: str) -> bool:
    """Whether a relation of this family is a tie that a protocol states."""
    return family in relations()["stated"]


def ties_of(graph: networkx.MultiDiGraph) -> Ties:
    """The stated ties between the actors of a network of :func:`protokollgraph.graph.network.network`."""
    kinds = dict(graph.nodes(data="kind"))
    edges: dict[tuple[str, str], set[Edge]] = {}
    occasions: dict[tuple[str, str], set[Occasion]] = {}
    taken: dict[str, list[Edge]] = {}
    about: dict[str, list[Edge]] = {}
    for source, target, relation, tie in graph.edges(keys=True, data=True):
        edge = (source, target, relation)
        if not is_stated(tie["family"]):
            continue
        if kinds[target] == DECISION:
            taken.setdefault(target, []).append(edge)
        elif kinds[source] == DECISION:
            about.setdefault(source, []).append(edge)
        else:
            ends = (min(source, target), max(source, target))
            edges.setdefault(ends, set()).add(edge)
            occasions.setdefault(ends, set()).update(tie["occasions"])
    for decision, by in taken.items():
        for first in by:
            for second in about.get(decision, ()):
                ends = (min(first[0], second[1]), max(first[0], second[1]))
                edges.setdefault(ends, set()).update((first, second))
                occasions.setdefault(ends, set()).update(graph.edges[first]["occasions"])
    found: dict[str, dict[str, Tie]] = {iri: {} for iri in sorted(kinds) if kinds[iri] != DECISION}
    for left, right in sorted(ends for ends in edges if ends[0] != ends[1]):
        tie = Tie(tuple(sorted(edges[left, right])), frozenset(occasions[left, right]))
        found[left][right] = found[right][left] = tie
    return {iri: dict(sorted(others.items())) for iri, others in found.items()}
