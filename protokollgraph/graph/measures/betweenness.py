"""How many shortest connections between two others lead through an actor (betweenness centrality).

Up to :data:`EXACT` actors every connection counts (Brandes, A faster algorithm for betweenness centrality, Journal of
Mathematical Sociology 25, 2001; by rustworkx, which is many times faster than networkx). Beyond, networkx starts from a
sample of sources only, and the figure is an estimate (Brandes and Pich, Centrality estimation in large networks,
International Journal of Bifurcation and Chaos 17, 2007).

Ties are not weighted: the connections counted here are the ones that a reader is shown and can check, step by step; a
distance of 1/meetings would once more raise those who are in many protocols anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EXACT = 3_000
"""Up to so many actors exact figures take less than about a second."""
SOURCES = 64
"""From so many sources the figures of a larger network are estimated."""
_SEED = 1
_NEVER = 2**31


@dataclass(frozen=True, slots=True)
class Betweenness:
    """``counts``: for each node, through how many shortest connections of two others it lies; equally short ones
    between the same two count in equal parts that make up 1."""

    counts: tuple[float, ...]
    estimated: bool


def betweenness(neighbours: Sequence[Sequence[int]], *, exact: int = EXACT) -> Betweenness:
    """The figure of every node of an undirected graph without loops; ``neighbours`` lists them by number."""
    ties = [(node, other) for node, others in enumerate(neighbours) for other in others if node < other]
    estimated = len(neighbours) > exact
    counts = _estimated(len(neighbours), ties) if estimated else _exact(len(neighbours), ties)
    return Betweenness(tuple(round(count, 6) for count in counts), estimated)


def _exact(size: int, ties: list[tuple[int, int]]) -> list[float]:
    import rustworkx

    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(ties)
    # Several threads add the parts of a sum in any order, and the last digits would differ from run to run.
    found = rustworkx.betweenness_centrality(graph, normalized=False, parallel_threshold=_NEVER)
    return [found[node] for node in range(size)]


def _estimated(size: int, ties: list[tuple[int, int]]) -> list[float]:
    import networkx

    graph = networkx.empty_graph(size)
    graph.add_edges_from(ties)
    found = networkx.betweenness_centrality(graph, k=min(SOURCES, size), normalized=False, seed=_SEED)
    return [found[node] for node in range(size)]
