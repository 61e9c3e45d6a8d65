"""Where each node of the whole network stands in a picture, and how large it is there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from protokollgraph.graph.page.look import look
from protokollgraph.graph.placement import place

if TYPE_CHECKING:
    import networkx


class Standing(NamedTuple):
    """A place in pixels, y downwards, around (0, 0); and the radius of the node."""

    x: float
    y: float
    size: float


def standings(graph: networkx.MultiDiGraph) -> dict[str, Standing]:
    """Node to its place; the same graph gives the same places."""
    nodes = sorted(graph.nodes)
    number = {node: index for index, node in enumerate(nodes)}
    pulls: dict[tuple[int, int], float] = {}
    for source, target, relation, tie in _pulling(graph):
        ends = (min(number[source], number[target]), max(number[source], number[target]))
        pull = look()["pull"].get(relation, 1.0) * (1 + 0.25 * math.log2(max(1, tie["meetings"])))
        pulls[ends] = pulls.get(ends, 0.0) + pull
    neighbours = [0] * len(nodes)
    for ends in pulls:
        for end in ends:
            neighbours[end] += 1
    sizes = [radius(graph.nodes[node]["kind"], neighbours[number[node]]) for node in nodes]
    return {node: Standing(*at, size) for node, at, size in zip(nodes, place(sizes, pulls), sizes, strict=True)}


def _pulling(graph: networkx.MultiDiGraph) -> list[tuple[str, str, str, dict[str, Any]]]:
    """What nobody states moves no node, unless there is nothing else."""
    ties = list(graph.edges(keys=True, data=True))
    return [tie for tie in ties if not tie[3].get("undirected")] or ties


def radius(kind: str, neighbours: int) -> float:
    """In pixels: by kind, growing slowly with the number of neighbours."""
    return round(float(look()["kinds"][kind]["size"]) * (1 + 0.18 * math.log2(1 + neighbours)), 1)
