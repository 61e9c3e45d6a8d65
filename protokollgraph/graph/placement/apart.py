"""Circles on one another give way."""

from __future__ import annotations

import numpy as np

from protokollgraph.graph.placement.figures import Numbers, Positions, Truths, Vector

LARGE = 2.6
"""Circles that are so many times as large as the usual one are compared with all others."""
AT_ONCE = 2_000_000
"""So many distances are computed at once."""
SIGHT = 8
"""Pairs that come near each other are looked for after so many rounds."""
ENOUGH = 0.98
"""Circles may overlap by this little."""
EAGER = 1.2
"""Rather a little too far than often."""


def pushed_apart(where: Positions, radii: Vector, gap: float, *, rounds: int = 80) -> Positions:
    """Move circles whose rims are closer than ``gap`` away from each other, small ones more than large ones."""
    area, own = radii**2, radii + gap / 2
    slack = float(np.median(own)) / 2
    for turn in range(rounds):
        if turn % SIGHT == 0:
            near_left, near_right = _close_pairs(where, own + slack)
        away = where[near_left] - where[near_right]
        length = np.hypot(*away.T)
        needed = own[near_left] + own[near_right]
        close = length < needed * ENOUGH
        if not close.any():
            break
        left, right, away, length = near_left[close], near_right[close], away[close], length[close]
        direction = np.where(length[:, None] > 1e-5, away / np.maximum(length, 1e-5)[:, None], [[1.0, 0.0]])
        moved = direction * (needed[close] - length)[:, None] * EAGER
        share = area[right] / (area[left] + area[right])
        where = where.copy()
        for axis in (0, 1):
            where[:, axis] += np.bincount(left, moved[:, axis] * share, len(where))
            where[:, axis] -= np.bincount(right, moved[:, axis] * (1 - share), len(where))
    return where


def _close_pairs(where: Positions, radii: Vector) -> tuple[Numbers, Numbers]:
    """Pairs of circles that overlap."""
    large = radii > LARGE * np.median(radii)
    small_left, small_right = _among(where, radii, np.flatnonzero(~large))
    large_left, large_right = _with_all(where, radii, np.flatnonzero(large), large)
    return np.concatenate([small_left, large_left]), np.concatenate([small_right, large_right])


def _with_all(where: Positions, radii: Vector, numbers: Numbers, large: Truths) -> tuple[Numbers, Numbers]:
    """Of large circles: compared with all, some at a time, for a table of all distances could be too large."""
    lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    some = max(1, AT_ONCE // len(where))
    for begin in range(0, len(numbers), some):
        own = numbers[begin : begin + some]
        square = np.subtract.outer(where[own, 0], where[:, 0]) ** 2
        square += np.subtract.outer(where[own, 1], where[:, 1]) ** 2
        found, right = np.nonzero(square < np.add.outer(radii[own], radii) ** 2)
        left = own[found]
        once = (left < right) | ~large[right]
        lefts.append(left[once])
        rights.append(right[once])
    return np.concatenate(lefts), np.concatenate(rights)


def _among(where: Positions, radii: Vector, numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Of circles of about one size: only those in the same cell of a grid, or in cells beside each other."""
    if len(numbers) < 2:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    cell = 2 * float(radii[numbers].max())
    at = np.floor((where[numbers] - where[numbers].min(axis=0)) / cell).astype(np.int64) + 1
    wide = int(at[:, 1].max()) + 2
    key = at[:, 0] * wide + at[:, 1]
    order = np.argsort(key, kind="stable")
    key, numbers = key[order], numbers[order]
    x, y, own = where[numbers, 0], where[numbers, 1], radii[numbers]
    lefts, rights = [], []
    # The rest of the own cell with the cell below it, then the three cells to the right.
    for first, last in ((0, 1), (wide - 1, wide + 1)):
        begin = np.arange(1, len(key) + 1) if first == 0 else np.searchsorted(key, key + first, "left")
        count = np.searchsorted(key, key + last, "right") - begin
        left = np.repeat(np.arange(len(key)), count)
        right = np.arange(len(left)) + np.repeat(begin - np.cumsum(count) + count, count)
        close = (x[left] - x[right]) ** 2 + (y[left] - y[right]) ** 2 < (own[left] + own[right]) ** 2
        lefts.append(numbers[left[close]])
        rights.append(numbers[right[close]])
    return np.concatenate(lefts), np.concatenate(rights)
