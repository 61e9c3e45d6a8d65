"""Distances of the picture, and the ties between its nodes as columns of figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import numpy as np

Positions: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float64]]
"""One row (x, y) per node."""
Vector: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float64]]
"""One figure per node or tie."""
Numbers: TypeAlias = np.ndarray[tuple[int], np.dtype[np.int64]]
"""Numbers of nodes."""
Truths: TypeAlias = np.ndarray[tuple[int], np.dtype[np.bool_]]
"""For each node or tie whether it counts."""

SPACING = 54.0
"""The usual distance of a node to its nearest neighbour, in pixels at zoom 1."""
GAP = 26.0
"""The least distance between the rims of two nodes."""
LANDSCAPE = 1.6
"""Width to height of the whole picture."""


class Ties(NamedTuple):
    """Which nodes are tied, and how strongly."""

    left: Numbers
    right: Numbers
    weight: Vector

    @classmethod
    def of(cls, weights: Mapping[tuple[int, int], float]) -> Ties:
        ties = sorted((left, right, weight) for (left, right), weight in weights.items() if left != right)
        columns = tuple(zip(*ties, strict=True)) or ((), (), ())
        left, right = (np.array(column, dtype=np.int64) for column in columns[:2])
        return cls(left, right, np.array(columns[2], dtype=np.float64))

    def within(self, part: Numbers, count: int) -> Ties:
        """Those between the nodes of a connected part, numbered as in it."""
        local = np.full(count, -1)
        local[part] = np.arange(len(part))
        kept = local[self.left] >= 0
        return Ties(local[self.left[kept]], local[self.right[kept]], self.weight[kept])

    def joined(self, number: Numbers) -> Ties:
        """Those between clusters, if each node is in the cluster of this number; ties within a cluster are gone."""
        ends = np.sort(np.stack([number[self.left], number[self.right]]), axis=0)
        kept = ends[0] != ends[1]
        pairs, which = np.unique(ends[:, kept], axis=1, return_inverse=True)
        weight: Vector = np.bincount(which.ravel(), self.weight[kept], pairs.shape[1]).astype(np.float64)
        return Ties(pairs[0], pairs[1], weight)

    def strength(self, count: int, weight: Vector) -> Vector:
        """Of all ties of each node together, if they have these weights."""
        strength = np.bincount(self.left, weight, count) + np.bincount(self.right, weight, count)
        return strength.astype(np.float64)

    def pull(self, where: Positions, weight: Vector) -> Positions:
        """What the ties, with these weights, do to each node: in proportion to their length."""
        along = (where[self.right] - where[self.left]) * weight[:, None]
        force = np.empty_like(where)
        for axis in (0, 1):
            force[:, axis] = np.bincount(self.left, along[:, axis], len(where))
            force[:, axis] -= np.bincount(self.right, along[:, axis], len(where))
        return force
