"""A view as a network of pyvis: what each node and line looks like, and where it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.record import Record
from protokollgraph.graph.page.views.ties import DECISION, SHARED, TOGETHER, Line, Ties, meetings
from protokollgraph.graph.placement import place

if TYPE_CHECKING:
    from pyvis.network import Network


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


def drawn(
    known: Record,
    ties: Ties,
    radii: Sequence[int],
    labels: Sequence[str],
    *,
    seed: int = 1,
    beside: Network | None = None,
) -> Network:
    """The nodes that have ties, and the ties; without any ties, all nodes.

    Directed for pyvis, which else draws one line only between two nodes.
    What stands in the network ``beside`` stands here in a similar place.
    """
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    network = Network(directed=True)
    network.toggle_physics(False)
    # Network.add_node and add_edge look through all nodes each time.
    for node, (x, y) in _places(known, ties, radii, seed, beside).items():
        style = look()["kinds"][known.kinds[node]]
        options = {"color": style["light"][0], "kind": known.kinds[node], "size": radii[node]}
        made = Node(node, style["shape"], labels[node] or " ", x=round(x), y=round(y), **options)
        network.nodes.append(made.options)
        network.node_ids.append(node)
        network.node_map[node] = made.options
    for (left, right, family), facts in ties.items():
        colour = look()["families"][family]["light"]
        width = round(0.9 + 0.55 * math.log2(max(1, len(meetings(known, (left, right, family), facts)))), 2)
        made = Edge(left, right, arrows="", color=colour, family=family, facts=facts, width=width)
        network.edges.append(made.options)
    return network


def _places(
    known: Record, ties: Ties, radii: Sequence[int], seed: int, beside: Network | None
) -> dict[int, tuple[float, float]]:
    """Node to position: what is at home in a body stands around it, if the body is there."""
    nodes = sorted({end for line in ties for end in line[:2]}) or list(range(len(known.iris)))
    local = {node: index for index, node in enumerate(nodes)}
    weights: dict[tuple[int, int], float] = {}
    for line, facts in ties.items():
        ends = (local[line[0]], local[line[1]])
        weights[ends] = weights.get(ends, 0.0) + _pull(known, line, facts)
    homes = [node if known.kinds[node] == "body" else known.homes[node] for node in nodes]
    groups = [home if home in local else -1 for home in homes]
    there = beside.node_map if beside else {}
    start = [(there[node]["x"], there[node]["y"]) if node in there else None for node in nodes] if there else None
    places = place([radii[node] for node in nodes], weights, seed=seed, start=start, groups=groups)
    return dict(zip(nodes, places, strict=True))


def _pull(known: Record, line: Line, facts: Iterable[int]) -> float:
    """How strongly the ends of a line are pulled together: by relation, a little more for every further meeting."""
    left, right, family = line
    pulls: Mapping[str, float] = look()["pull"]
    if family in (SHARED, TOGETHER):
        pull = 1.0
    elif family == DECISION and "decision" not in (known.kinds[left], known.kinds[right]):
        pull = pulls["contracted"]
    else:
        pull = sum(pulls.get(relation, 1.0) for relation in {known.facts[fact].relation: None for fact in facts})
    return pull * (1 + 0.25 * math.log2(max(1, len(meetings(known, line, facts)))))
