"""What nothing ties to the rest is brought near it: paper is dear, and a picture that has to fit it is small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

APART = 130.0
"""Between parts, in pixels at zoom 1: room for names."""


def shifts(places: Mapping[int, Point], ties: Iterable[tuple[int, int]]) -> dict[int, Point]:
    """How far each node is moved: not at all in the largest part, the other parts into rows below it.

    ``ties`` hold nodes together, whatever they are; the places within a part stay as they are.
    """
    parts = _parts(places, ties)
    if len(parts) < 2:
        return dict.fromkeys(places, (0.0, 0.0))
    left, _, right, bottom = _box(places, parts[0])
    moved = dict.fromkeys(parts[0], (0.0, 0.0))
    x, y, high = left, bottom + APART, 0.0
    for part in parts[1:]:
        box = _box(places, part)
        wide, tall = box[2] - box[0], box[3] - box[1]
        if x > left and x + wide > right:
            x, y, high = left, y + high + APART, 0.0
        moved |= dict.fromkeys(part, (x - box[0], y - box[1]))
        x, high = x + wide + 1.6 * APART, max(high, tall)
    return moved


def _parts(nodes: Iterable[int], ties: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The largest first."""
    beside: dict[int, list[int]] = {node: [] for node in sorted(nodes)}
    for left, right in ties:
        beside[left].append(right)
        beside[right].append(left)
    parts, seen = [], set[int]()
    for start in beside:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for node in part:
            fresh = [other for other in beside[node] if other not in seen]
            seen.update(fresh)
            part += dict.fromkeys(fresh)
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), min(part)))


def _box(places: Mapping[int, Point], part: Sequence[int]) -> Box:
    xs, ys = [places[node][0] for node in part], [places[node][1] for node in part]
    return min(xs), min(ys), max(xs), max(ys)
