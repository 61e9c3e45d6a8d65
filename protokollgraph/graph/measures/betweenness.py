"""How many shortest connections between two others lead through an actor (betweenness centrality).

Brandes' algorithm (Ulrik Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
25, 2001), with many sources at once in numpy. Ties are not weighted: the connections counted here are the ones that
a reader is shown and can check, step by step; a distance of 1/meetings would once more raise those who are in many
protocols anyway.

Above :data:`WORK` it starts from a sample of sources only, and the figure is an estimate (Brandes and Pich,
Centrality estimation in large networks, International Journal of Bifurcation and Chaos 17, 2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, Any]

WORK = 20_000_000
"""Sources times steps along a tie; about a second on one core. 2,000 actors with 5,000 ties stay below."""
FEWEST_SOURCES = 64
_AT_ONCE = 200_000
"""Steps along a tie that are looked at together: more need memory, fewer waste time on calls."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class Betweenness:
    """``counts``: for each node, through how many shortest connections of two others it lies; equally short ones
    between the same two count in equal parts that make up 1."""

    counts: tuple[float, ...]
    estimated: bool


def betweenness(neighbours: Sequence[Sequence[int]], *, work: int = WORK) -> Betweenness:
    """The figure of every node of an undirected graph without loops; ``neighbours`` lists them by number."""
    import numpy

    size = len(neighbours)
    degrees = numpy.array([len(each) for each in neighbours], dtype=numpy.int64)
    steps = int(degrees.sum())
    if not steps:
        return Betweenness((0.0,) * size, False)
    flat = numpy.fromiter((other for each in neighbours for other in each), dtype=numpy.int64, count=steps)
    limit = max(FEWEST_SOURCES, work // steps)
    sources = range(size) if size <= limit else sorted(Random(_SEED).sample(range(size), limit))
    at_once = max(1, _AT_ONCE // steps)
    counts = numpy.zeros(size)
    for start in range(0, len(sources), at_once):
        counts += _from(numpy.array(sources[start : start + at_once]), flat, degrees)
    others = numpy.full(size, len(sources))
    others[list(sources)] -= 1
    # From each of its two ends a connection is met once; a node does not count its own start.
    counts *= (size - 1) / numpy.maximum(others, 1) / 2
    return Betweenness(tuple(round(float(count), 6) for count in counts), len(sources) < size)


def _from(sources: Numbers, flat: Numbers, degrees: Numbers) -> Numbers:
    """The dependencies of all nodes on these sources. A state is a source and a node: one number for both."""
    import numpy

    size = len(degrees)
    begins = numpy.cumsum(degrees) - degrees
    front = numpy.arange(len(sources)) * size + sources
    seen = numpy.zeros(len(sources) * size, dtype=bool)
    rank = numpy.empty(len(sources) * size, dtype=numpy.int64)
    seen[front] = True
    paths: Numbers = numpy.ones(len(sources))
    levels: list[tuple[Numbers, Numbers, Numbers, Numbers]] = []
    while front.size:
        nodes = front % size
        count = degrees[nodes]
        start = numpy.repeat(numpy.arange(front.size), count)
        offset = begins[nodes] - (numpy.cumsum(count) - count)
        reached = flat[numpy.arange(start.size) + offset[start]] + (front - nodes)[start]
        fresh = ~seen[reached]
        start, reached = start[fresh], reached[fresh]
        seen[reached] = True
        order = numpy.arange(reached.size)
        rank[reached] = order
        new = reached[rank[reached] == order]
        rank[new] = numpy.arange(new.size)
        end = rank[reached]
        levels.append((nodes, start, end, paths))
        paths = numpy.bincount(end, weights=paths[start], minlength=new.size)
        front = new
    return _backwards(levels, size)


def _backwards(levels: list[tuple[Numbers, Numbers, Numbers, Numbers]], size: int) -> Numbers:
    """From the farthest level to the nearest: each node hands what depends on it to those before it."""
    import numpy

    counts = numpy.zeros(size)
    handed = numpy.zeros(0)
    for level in range(len(levels) - 1, 0, -1):
        nodes, start, end, paths = levels[level]
        depending = paths * numpy.bincount(start, weights=handed[end], minlength=nodes.size)
        counts += numpy.bincount(nodes, weights=depending, minlength=size)
        handed = (1 + depending) / paths
    return counts
