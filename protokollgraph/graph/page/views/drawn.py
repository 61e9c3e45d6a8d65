"""A view as a network of pyvis: what each node and line looks like, and where it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.record import TOGETHER, Record
from protokollgraph.graph.page.views.shared import SHARED
from protokollgraph.graph.page.views.ties import Ties
from protokollgraph.graph.placement import place

if TYPE_CHECKING:
    from pyvis.network import Network

_OF_OTHER_FACTS = (SHARED, TOGETHER)
"""Families whose ties are no relation of their own, so that the pull of their facts says nothing about them."""


def sizes(known: Record, ties: Ties) -> list[int]:
    """Radius of each node in pixels: by kind, growing slowly with the number of its neighbours in these ties."""
    neighbours: list[set[int]] = [set() for _ in known.iris]
    for left, right, _ in ties:
        neighbours[left].add(right)
        neighbours[right].add(left)
    return [
        round(look()["kinds"][kind]["size"] * (1 + 0.18 * math.log2(1 + len(around))))
        for kind, around in zip(known.kinds, neighbours, strict=True)
    ]


def drawn(known: Record, ties: Ties, radii: Sequence[int], labels: Sequence[str], *, seed: int = 1) -> Network:
    """The nodes that have ties, and the ties. Directed for pyvis, which else draws one line only between two nodes."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    nodes = sorted({end for line in ties for end in line[:2]})
    local = {node: index for index, node in enumerate(nodes)}
    weights = {(local[left], local[right]): pull for (left, right), pull in _weights(known, ties).items()}
    where = place([radii[node] for node in nodes], weights, seed=seed)
    network = Network(directed=True)
    network.toggle_physics(False)
    # Network.add_node and add_edge look through all nodes each time.
    for node, (x, y) in zip(nodes, where, strict=True):
        style = look()["kinds"][known.kinds[node]]
        options = {"color": style["light"][0], "kind": known.kinds[node], "size": radii[node]}
        made = Node(node, style["shape"], labels[node] or " ", x=round(x), y=round(y), **options)
        network.nodes.append(made.options)
        network.node_ids.append(node)
        network.node_map[node] = made.options
    for (left, right, family), facts in ties.items():
        colour = look()["families"][family]["light"]
        width = round(0.9 + 0.55 * math.log2(_meetings(known, facts)), 2)
        made = Edge(left, right, arrows="", color=colour, family=family, facts=facts, width=width)
        network.edges.append(made.options)
    return network


def _meetings(known: Record, facts: Sequence[int]) -> int:
    return max(1, *(len(known.facts[fact].on) for fact in facts))


def _weights(known: Record, ties: Ties) -> Mapping[tuple[int, int], float]:
    """How strongly each pair of nodes is pulled together: by relation, a little more for every further meeting."""
    weights: dict[tuple[int, int], float] = {}
    for (left, right, family), facts in ties.items():
        pulls = [1 + 0.25 * math.log2(max(1, len(known.facts[fact].on))) for fact in facts]
        if family not in _OF_OTHER_FACTS:
            relations = [known.facts[fact].relation for fact in facts]
            pulls = [look()["pull"].get(each, 1.0) * pull for each, pull in zip(relations, pulls, strict=True)]
        weights[left, right] = weights.get((left, right), 0.0) + sum(pulls)
    return weights
