"""Parts that nothing ties to each other, side by side in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from protokollgraph.graph.placement.figures import LANDSCAPE, SPACING, Positions

Cells: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

CELLS = 96
"""Height of the grid on which room is looked for."""
ROOMY = 1.9
"""Its height, as a multiple of what all parts would need."""
MARGIN = 0.75 * SPACING
"""Free room around a part."""
SOUGHT = 150
"""So many parts look for a place of their own; further ones, all of them small, stand in rows below."""


def packed(parts: Sequence[Positions], largest: float) -> list[Positions]:
    """The parts around the first and largest one, each as near to the middle as there is room, around (0, 0).

    ``largest`` is the radius of the largest node.
    """
    placed = [_centred(part) for part in parts[:1]]
    if len(parts) > 1:
        placed += _around(placed[0], [_centred(part) for part in parts[1:SOUGHT]], MARGIN + largest)
        placed += _rows(placed, parts[SOUGHT:])
    whole = np.concatenate(placed)
    centre = (whole.max(axis=0) + whole.min(axis=0)) / 2
    return [part - centre for part in placed]


def _centred(part: Positions) -> Positions:
    centred: Positions = part - (part.max(axis=0) + part.min(axis=0)) / 2
    return centred


def _around(first: Positions, parts: Sequence[Positions], margin: float) -> list[Positions]:
    area = sum(float(np.prod(np.ptp(part, axis=0) + 2 * margin)) for part in (first, *parts))
    wide, high = (float(side) + 2 * margin for side in np.ptp(first, axis=0))
    cell = max((area / LANDSCAPE) ** 0.5, high, wide / LANDSCAPE) * ROOMY / CELLS
    shape = (int(CELLS * LANDSCAPE), CELLS)
    middle = np.array(shape) // 2
    taken: Cells = np.zeros(shape, dtype=bool)
    _take(taken, first / cell + middle, margin / cell)
    x, y = np.meshgrid(*(np.arange(side) - half for side, half in zip(shape, middle, strict=True)), indexing="ij")
    # From inside outwards in rings of the picture's shape; in a ring the nearest, and of two the right or lower one.
    away = np.maximum(np.abs(x) / LANDSCAPE, np.abs(y)) + 0.01 * np.hypot(x, y) - 1e-6 * (x + 2 * y)
    found = []
    for part in parts:
        half = np.ceil(np.ptp(part, axis=0) / 2 / cell).astype(np.int64)
        free = np.where(_free(taken, int(half[0]), int(half[1])), away, np.inf)
        at = np.array(np.unravel_index(int(np.argmin(free)), shape))
        found.append(part + (at - middle) * cell)
        _take(taken, part / cell + at, margin / cell)
    return found


def _take(taken: Cells, part: Positions, reach: float) -> None:
    """Mark the cells around the nodes."""
    around = np.arange(-int(np.ceil(reach)), int(np.ceil(reach)) + 1)
    across, down = (each.ravel() for each in np.meshgrid(around, around, indexing="ij"))
    near = np.hypot(across, down) <= reach + 0.5
    at = np.unique(np.round(part).astype(np.int64), axis=0)
    x = np.clip(at[:, :1] + across[near], 0, taken.shape[0] - 1)
    y = np.clip(at[:, 1:] + down[near], 0, taken.shape[1] - 1)
    taken[x, y] = True


def _free(taken: Cells, wide: int, high: int) -> Cells:
    """Where the middle of a box, so many cells wide and high to each side, meets nothing that is taken, nor the rim."""
    padded = np.pad(taken, ((wide + 1, wide), (high + 1, high)), constant_values=True).cumsum(0).cumsum(1)
    across, down = 2 * wide + 1, 2 * high + 1
    sums = padded[across:, down:] - padded[:-across, down:] - padded[across:, :-down] + padded[:-across, :-down]
    free: Cells = sums == 0
    return free


def _rows(placed: Sequence[Positions], parts: Sequence[Positions]) -> list[Positions]:
    """Small parts in rows below everything, as wide as it is."""
    if not parts:
        return []
    whole = np.concatenate(list(placed))
    left, right, down = float(whole[:, 0].min()), float(whole[:, 0].max()), float(whole[:, 1].max())
    x, y, height = left, down + 2 * SPACING, 0.0
    found = []
    for part in parts:
        size = np.ptp(part, axis=0) + 2 * MARGIN
        if x > left and x + size[0] > right:
            x, y, height = left, y + height, 0.0
        found.append(part - part.min(axis=0) + np.array([x, y]))
        x, height = x + float(size[0]), max(height, float(size[1]))
    return found
