"""The most telling part of a network that is too large for one picture.

A browser draws some ten thousand nodes with ease and a hundred thousand not at all, and nobody reads so many. What has
the most meetings is kept, connected as it was; files for other programs hold everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, TypeAlias

from protokollgraph.graph.measures.wording import counted, words
from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

Edge: TypeAlias = tuple[Hashable, Hashable, str]

MOST_NODES = 12_000
MOST_EDGES = 24_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many nodes of each kind and edges of each family a picture does not show, and how many it shows."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)
    kept: tuple[int, int] = (0, 0)
    """Nodes and edges."""

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges)

    def __str__(self) -> str:
        """What is left out and how to narrow, in sentences; empty if nothing is.

        >>> print(LeftOut({"decision": 40_000, "person": 1}, {"decision": 90_000}, kept=(12_000, 24_000)))
        The picture shows the 12,000 nodes and 24,000 ties with the most meetings; 40,001 nodes (40,000 decisions, \
1 person) and 90,000 ties are left out. Narrow it with --around and --hops, --from and --to, or --kind; gexf, graphml, \
json, csv and neo4j hold everything.
        """
        if not self:
            return ""
        nodes, edges = sum(self.nodes.values()), sum(self.edges.values())
        missing = [f"{counted(nodes, 'node')} ({_in_words(self.nodes)})"] if nodes else []
        missing += [counted(edges, "tie")] if edges else []
        return (
            f"The picture shows the {counted(self.kept[0], 'node')} and {counted(self.kept[1], 'tie')} with the most "
            f"meetings; {' and '.join(missing)} {'is' if nodes + edges == 1 else 'are'} left out. Narrow it with "
            "--around and --hops, --from and --to, or --kind; gexf, graphml, json, csv and neo4j hold everything."
        )


def thinned(
    graph: networkx.MultiDiGraph, *, nodes: int = MOST_NODES, edges: int = MOST_EDGES
) -> tuple[networkx.MultiDiGraph, LeftOut]:
    """At most so many nodes and edges of a network, and what was left out.

    Nodes are taken one after the other, always the one with the most meetings among those tied to what is taken
    already, beginning with the one that the network is drawn around, else with the one that has the most meetings; so
    each part of the picture hangs together as in the network. Each keeps the tie that brought it in; of the other ties
    between them those with the most meetings are kept. A network that is small enough is returned as it is. The graph
    attribute ``left_out`` of a thinned one has the numbers of ``nodes`` and ``edges``.
    """
    if len(graph) <= nodes and graph.number_of_edges() <= edges:
        return graph, LeftOut()
    strength = {(source, target, key): _strength(tie) for source, target, key, tie in graph.edges(keys=True, data=True)}
    taken: dict[Hashable, Edge | None] = {}
    for node, brought in _in_turn(graph, strength):
        if len(taken) == min(nodes, edges + 1):
            break
        taken[node] = brought
    kept = {edge for edge in taken.values() if edge is not None}
    between = [edge for edge in strength if edge[0] in taken and edge[1] in taken and edge not in kept]
    between.sort(key=lambda edge: (-strength[edge], edge))
    kept.update(between[: max(0, edges - len(kept))])
    return _part(graph, taken.keys(), kept)


def _in_turn(graph: networkx.MultiDiGraph, strength: Mapping[Edge, float]) -> Iterator[tuple[Hashable, Edge | None]]:
    """Every node with the strongest tie to those before it, None for the first one of a connected part."""
    beside: dict[Hashable, dict[Hashable, Edge]] = {node: {} for node in graph}
    score: dict[Hashable, float] = dict.fromkeys(graph, 0.0)
    for edge, strong in strength.items():
        for one, other in ((edge[0], edge[1]), (edge[1], edge[0])):
            score[one] += strong
            best = beside[one].get(other)
            if best is None or (-strong, edge) < (-strength[best], best):
                beside[one][other] = edge
    done: set[Hashable] = set()
    centre = graph.graph.get("centre")
    for first in sorted(graph, key=lambda node: (node != centre, -score[node], node)):
        waiting: list[tuple[float, Any, Edge | None]] = [] if first in done else [(-score[first], first, None)]
        while waiting:
            _, node, brought = heappop(waiting)
            if node in done:
                continue
            done.add(node)
            if brought is not None:
                known = [edge for other, edge in beside[node].items() if other in done]
                brought = min(known, key=lambda edge: (-strength[edge], edge))
            yield node, brought
            for other, edge in beside[node].items():
                if other not in done:
                    heappush(waiting, (-score[other], other, edge))


def _strength(tie: Mapping[str, Any]) -> float:
    """Meetings; those at which somebody only was count half."""
    return float(tie["meetings"]) * (1.0 if tie["family"] in relations()["stated"] else 0.5)


def _part(graph: networkx.MultiDiGraph, nodes: Any, edges: set[Edge]) -> tuple[networkx.MultiDiGraph, LeftOut]:
    part = graph.edge_subgraph(edges).copy() if edges else graph.subgraph(nodes).copy()
    part.add_nodes_from((node, graph.nodes[node]) for node in nodes if node not in part)
    gone = Counter(attributes["kind"] for node, attributes in graph.nodes(data=True) if node not in part)
    families = Counter(tie["family"] for *edge, tie in graph.edges(keys=True, data=True) if tuple(edge) not in edges)
    part.graph["left_out"] = {"nodes": gone.total(), "edges": families.total()}
    return part, LeftOut(dict(gone), dict(families), kept=(len(part), part.number_of_edges()))


def _in_words(nodes: Mapping[str, int]) -> str:
    """Kinds by number, those with the most first."""
    one, many = words()["kinds"], words()["kinds_many"]
    ordered = sorted(nodes, key=lambda kind: (-nodes[kind], kind))
    return ", ".join(counted(nodes[kind], one[kind], many[kind]) for kind in ordered)
