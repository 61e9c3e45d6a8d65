"""Louvain's method: groups of nodes with more weight inside than the weights of the nodes alone would give.

Blondel, Guillaume, Lambiotte, Lefebvre, Fast unfolding of communities in large networks (2008). A node looks again only
when a neighbour has moved (the fast local move of Traag, Waltman, van Eck, From Louvain to Leiden, 2019): several times
faster than going round all nodes, as networkx does, with groups as good. All sums are whole numbers, so the result is
the same on every machine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

Weights: TypeAlias = Sequence[Mapping[int, int]]
"""For each node, by number, its neighbours and the weight of the edge to them; both ways, without loops."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class _Level:
    """A graph whose nodes are groups of nodes of the graph below."""

    weights: Weights
    loops: tuple[int, ...]
    """Twice the weight inside each node."""
    members: tuple[tuple[int, ...], ...]
    """The nodes of the lowest graph in each node."""


def louvain(weights: Weights) -> list[tuple[int, ...]]:
    """The groups, each sorted, in the order of their first members."""
    level = _Level(weights, (0,) * len(weights), tuple((node,) for node in range(len(weights))))
    while True:
        group = _moved(level)
        if len(set(group)) == len(group):
            return sorted(tuple(sorted(members)) for members in level.members)
        level = _folded(level, group)


def _moved(level: _Level) -> list[int]:
    """The group of each node, after each has moved to where it raises the modularity most, until none wants to."""
    weights = level.weights
    strength = [sum(near.values()) + loop for near, loop in zip(weights, level.loops, strict=True)]
    whole, held, group = sum(strength), list(strength), list(range(len(weights)))
    waiting = list(range(len(weights)))
    Random(_SEED).shuffle(waiting)
    queue, queued = deque(waiting), [True] * len(weights)
    while queue:
        node = queue.popleft()
        queued[node] = False
        towards: dict[int, int] = {group[node]: 0}
        for other, weight in weights[node].items():
            towards[group[other]] = towards.get(group[other], 0) + weight
        held[group[node]] -= strength[node]
        best, gain = group[node], towards[group[node]] * whole - strength[node] * held[group[node]]
        for each, weight in towards.items():
            gained = weight * whole - strength[node] * held[each]
            if gained > gain:
                best, gain = each, gained
        held[best] += strength[node]
        if best != group[node]:
            group[node] = best
            for other in weights[node]:
                if not queued[other] and group[other] != best:
                    queued[other] = True
                    queue.append(other)
    return group


def _folded(level: _Level, group: Sequence[int]) -> _Level:
    """The graph of the groups."""
    number = {each: index for index, each in enumerate(dict.fromkeys(group))}
    weights: list[dict[int, int]] = [{} for _ in number]
    loops, members = [0] * len(number), [list[int]() for _ in number]
    for node, near in enumerate(level.weights):
        own = number[group[node]]
        members[own] += level.members[node]
        loops[own] += level.loops[node]
        for other, weight in near.items():
            theirs = number[group[other]]
            if theirs == own:
                loops[own] += weight
            else:
                weights[own][theirs] = weights[own].get(theirs, 0) + weight
    return _Level(weights, tuple(loops), tuple(map(tuple, members)))
