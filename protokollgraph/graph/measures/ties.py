"""The stated ties of a network as a simple, undirected graph: what every measure is computed over.

A tie joins two actors by all relations between them that a protocol states (families ``stated`` of
``relations/network.json``); that two were in the same room is none. A decision is no actor: whoever took it is tied
to what it is about and to whom it is addressed, by way of the decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
    occasions: tuple[Occasion, ...]
    """The meetings in which it was said or happened, by day."""

    @property
    def meetings(self) -> int:
        """How many meetings there are."""
        return len(self.occasions)


Ties: TypeAlias = Mapping[str, Mapping[str, Tie]]
"""Every actor, in sorted order, to those it is tied to, in sorted order; an actor without a tie to none."""


def is_stated(family: str) -> bool:
    """Whether a relation of this family is a tie that a protocol states."""
    return family in relations()["stated"]


def distinct(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    """The meetings, by day; of a day on which one is known, what another protocol tells of that day is no second."""
    known = set(occasions)
    days = {each.date for each in known if each.meeting}
    return tuple(sorted(each for each in known if each.meeting or each.date not in days))


def ties_of(graph: networkx.MultiDiGraph, *, weaker: bool = False, actors: Collection[str] = ()) -> Ties:
    """The stated ties between the actors of a network of :func:`protokollgraph.graph.network.network`.

    ``weaker`` takes attendance and being at the same meetings for ties too. ``actors`` are decisions that are to be
    actors all the same.
    """
    between = {iri for iri, kind in graph.nodes(data="kind") if kind == DECISION and iri not in actors}
    edges: dict[tuple[str, str], set[Edge]] = {}
    taken: dict[str, list[Edge]] = {}
    about: dict[str, list[Edge]] = {}
    for source, target, relation, family in graph.edges(keys=True, data="family"):
        if not (weaker or is_stated(family)):
            continue
        if target in between:
            taken.setdefault(target, []).append((source, target, relation))
        elif source in between:
            about.setdefault(source, []).append((source, target, relation))
        else:
            edges.setdefault((min(source, target), max(source, target)), set()).add((source, target, relation))
    for decision, by in taken.items():
        for first in by:
            for second in about.get(decision, ()):
                ends = (min(first[0], second[1]), max(first[0], second[1]))
                edges.setdefault(ends, set()).update((first, second))
    found: dict[str, dict[str, Tie]] = {iri: {} for iri in sorted(graph) if iri not in between}
    for left, right in sorted(ends for ends in edges if ends[0] != ends[1]):
        own = sorted(edges[left, right])
        # A decision is taken once; what is said of it later is no further meeting.
        held = (each for edge in own if edge[0] not in between for each in graph.edges[edge]["occasions"])
        found[left][right] = found[right][left] = Tie(tuple(own), distinct(held))
    return {iri: dict(sorted(others.items())) for iri, others in found.items()}
