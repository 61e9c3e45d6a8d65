"""Pairwise precision and recall: of all pairs that are put together, or belong together, how many are both.

>>> figures([1, 1, 1, 2], [7, 7, 8, 8])
Figures(precision=0.5, recall=0.3333333333333333)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Between 0 and 1."""

    precision: float
    recall: float


def figures(truth: Sequence[Hashable], found: Sequence[Hashable]) -> Figures:
    """Of a partition found, against the true one; both give a cluster for each mention."""
    both = pairs(zip(truth, found, strict=True))
    return Figures(_ratio(both, pairs(found)), _ratio(both, pairs(truth)))


def recall(groups: Sequence[Hashable | None], found: Sequence[Hashable]) -> float:
    """How many of the pairs within these groups are put together; mentions without group do not count."""
    counted = [(group, cluster) for group, cluster in zip(groups, found, strict=True) if group is not None]
    return _ratio(pairs(counted), pairs(group for group, _ in counted))


def pairs(clusters: Iterable[Hashable]) -> int:
    """How many pairs are in one cluster."""
    return sum(n * (n - 1) // 2 for n in Counter(clusters).values())


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
