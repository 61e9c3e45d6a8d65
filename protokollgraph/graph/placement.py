"""Where the nodes of a picture stand: computed beforehand, seeded, the same on every run.

Connected parts are laid out apart and packed beside each other. Within a part the forces are those of ForceAtlas2
(Jacomy et al. 2014, "ForceAtlas2, a continuous graph layout algorithm", PLOS ONE 9(6)): ties attract in proportion to
their length, nodes repel in proportion to their degrees, so that leaves gather around their hub and hubs keep apart.
Up to :data:`EXACT` nodes every pair repels; beyond, the field of repulsion is a convolution on a grid by FFT
(as in FIt-SNE, Linderman et al. 2019, Nature Methods 16).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

Positions: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float64]]
"""One row (x, y) per node."""
Vector: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float64]]
"""One figure per node or tie."""
Numbers: TypeAlias = np.ndarray[tuple[int], np.dtype[np.int64]]
"""Numbers of nodes."""

EXACT = 300
"""Above so many nodes, repulsion is taken from a grid."""
STRONG = 0.3
"""Ties of at least this weight count for the first arrangement of a large graph."""
PIVOTS = 40
"""Nodes from which distances are measured for it."""
GRID = 192
"""Cells of that grid along each side."""
SPACING = 54.0
"""The usual distance of a node to its nearest neighbour, in pixels at zoom 1."""
GAP = 26.0
"""The least distance between the rims of two nodes."""
LANDSCAPE = 1.6
"""Width to height of the whole picture."""


def place(
    sizes: Sequence[float], weights: Mapping[tuple[int, int], float], *, seed: int = 1
) -> list[tuple[float, float]]:
    """The position of each node in pixels, y downwards, centred on (0, 0).

    ``sizes`` are the radii of the nodes, in pixels; ``weights`` gives the pull of each tie, by the numbers of its ends.
    """
    ties = sorted((left, right, weight) for (left, right), weight in weights.items())
    radii = np.array(sizes, dtype=np.float64)
    parts = _parts(len(sizes), ties)
    boxes = [_scaled(_part(part, ties, np.random.default_rng(seed)), radii[part]) for part in parts]
    whole = np.zeros((len(sizes), 2))
    for part, positions in zip(parts, _packed(boxes), strict=True):
        whole[part] = positions
    return [(float(x), float(y)) for x, y in np.round(whole, 1) + 0.0]


def _parts(size: int, ties: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Connected parts, the largest first."""
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right, _ in ties:
        parent[root(left)] = root(right)
    parts: dict[int, list[int]] = {}
    for node in range(size):
        parts.setdefault(root(node), []).append(node)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def _part(part: Sequence[int], ties: Iterable[tuple[int, int, float]], random: np.random.Generator) -> Positions:
    """One connected part, in units of its own."""
    size = len(part)
    if size == 1:
        return np.zeros((1, 2))
    local = {node: number for number, node in enumerate(part)}
    own = [(local[left], local[right], weight) for left, right, weight in ties if left in local]
    left, right = np.array([tie[0] for tie in own]), np.array([tie[1] for tie in own])
    weight = np.array([tie[2] for tie in own])
    mass: Vector = np.ones(size) + np.bincount(left, weight, size) + np.bincount(right, weight, size)
    start = random.normal(size=(size, 2)) * size**0.5
    if size > EXACT:
        start = start * 0.1 + _arranged(size, [tie for tie in own if tie[2] >= STRONG])
    return _settled(start, left, right, weight, mass, rounds=500 if size <= EXACT else 240 if size <= 3000 else 140)


def _arranged(size: int, ties: Sequence[tuple[int, int, float]]) -> Positions:
    """A first arrangement, for forces alone do not untangle a large graph in the time there is.

    Groups that strong ties hold together lie beside each other like the seeds of a sunflower.
    """
    where = np.zeros((size, 2))
    group_of: dict[int, int] = {}
    groups = _parts(size, ties)
    for number, group in enumerate(groups):
        group_of |= dict.fromkeys(group, number)
    within: list[list[tuple[int, int]]] = [[] for _ in groups]
    for left, right, _ in ties:
        within[group_of[left]].append((left, right))
    used = 0
    for group, pairs in zip(groups, within, strict=True):
        local = {node: number for number, node in enumerate(group)}
        ends = np.array([(local[left], local[right]) for left, right in pairs], dtype=np.int64).reshape(-1, 2)
        away, turn = (used + len(group) / 2) ** 0.5 if used else 0.0, 2.399963 * group_of[group[0]]
        spread = 0.5 * len(group) ** 0.5
        where[group] = _by_distance(len(group), ends[:, 0], ends[:, 1]) * spread
        where[group] += 2 * away * np.array([np.cos(turn), np.sin(turn)])
        used += len(group)
    return where


def _by_distance(size: int, left: Numbers, right: Numbers) -> Positions:
    """An arrangement by distances to some nodes far apart (PivotMDS, Brandes & Pich 2007), of deviation 1."""
    if size < 3:
        return np.arange(2 * size, dtype=np.float64).reshape(size, 2)
    pivots = min(PIVOTS, size)
    distances = np.empty((size, pivots))
    farthest = np.full(size, np.inf)
    pivot = 0
    for column in range(pivots):
        distances[:, column] = _steps_from(pivot, size, left, right)
        farthest = np.minimum(farthest, distances[:, column])
        pivot = int(np.argmax(farthest))
    centred = distances**2
    centred -= centred.mean(axis=0) + centred.mean(axis=1, keepdims=True) - centred.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    where: Positions = centred @ vectors[:, [-1, -2]]
    even: Positions = where / np.maximum(where.std(axis=0), 1e-9)
    return even


def _steps_from(pivot: int, size: int, left: Numbers, right: Numbers) -> Vector:
    """Steps from one node to each; what cannot be reached counts as one step farther than the farthest."""
    steps: Vector = np.full(size, np.inf)
    steps[pivot] = 0.0
    while True:
        before = steps.copy()
        np.minimum.at(steps, left, before[right] + 1)
        np.minimum.at(steps, right, before[left] + 1)
        if np.array_equal(before, steps):
            return np.where(np.isinf(steps), steps[np.isfinite(steps)].max() + 1, steps)


def _settled(
    where: Positions,
    left: Numbers,
    right: Numbers,
    weight: Vector,
    mass: Vector,
    *,
    rounds: int,
) -> Positions:
    """Let the forces act; the step of each node shrinks where it swings, and for all of them towards the end."""
    size = len(where)
    repelled = _repelled_exactly if size <= EXACT else _repelled_on_grid
    before = np.zeros_like(where)
    for turn in range(rounds):
        force = repelled(where, mass) - 0.02 * mass[:, None] * where
        pull = (where[right] - where[left]) * weight[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(left, pull[:, axis], size) - np.bincount(right, pull[:, axis], size)
        swing = np.hypot(*(force - before).T) * mass
        length = np.maximum(np.hypot(*force.T), 1e-9)
        cooling = 1.0 - 0.9 * turn / rounds
        step = np.minimum(cooling / (1.0 + np.sqrt(swing)), 2.0 * cooling / length)
        where = where + force * step[:, None]
        before = force
    return where


def _repelled_exactly(where: Positions, mass: Vector) -> Positions:
    away_x, away_y = (np.subtract.outer(where[:, axis], where[:, axis]) for axis in (0, 1))
    strength = np.multiply.outer(mass, mass) / (away_x**2 + away_y**2 + 0.01)
    return np.stack([(away_x * strength).sum(axis=1), (away_y * strength).sum(axis=1)], axis=1)


def _repelled_on_grid(where: Positions, mass: Vector) -> Positions:
    """The same forces from masses spread over a grid (bilinear), convolved with the kernel d / |d|²."""
    low = where.min(axis=0)
    cell = float(max((where.max(axis=0) - low).max(), 1e-6)) / (GRID - 2)
    grid_at = (where - low) / cell
    corner = np.floor(grid_at).astype(np.int64)
    share = grid_at - corner
    offsets = np.arange(-GRID, GRID, dtype=np.float64) * cell
    distance = offsets[:, None] ** 2 + offsets[None, :] ** 2 + (0.7 * cell) ** 2
    spread = np.zeros((GRID, GRID))
    corners = [(i, j, _share(share, i, j)) for i in (0, 1) for j in (0, 1)]
    for i, j, part in corners:
        np.add.at(spread, (corner[:, 0] + i, corner[:, 1] + j), part * mass)
    spectrum = np.fft.rfft2(spread, s=(2 * GRID, 2 * GRID))
    force = np.empty_like(where)
    for axis, away in enumerate((offsets[:, None], offsets[None, :])):
        kernel = np.fft.rfft2(np.fft.ifftshift(away / distance))
        field = np.fft.irfft2(spectrum * kernel, s=(2 * GRID, 2 * GRID))[:GRID, :GRID]
        force[:, axis] = sum(part * field[corner[:, 0] + i, corner[:, 1] + j] for i, j, part in corners)
    return force * mass[:, None]


def _share(share: Positions, i: int, j: int) -> Vector:
    across = share[:, 0] if i else 1 - share[:, 0]
    return across * (share[:, 1] if j else 1 - share[:, 1])


def _scaled(where: Positions, radii: Vector) -> Positions:
    """Turned so that the long side lies flat, stretched to readable distances, no two nodes on one another."""
    if len(where) == 1:
        return where
    where = where - where.mean(axis=0)
    _, _, axes = np.linalg.svd(where, full_matrices=False)
    where = where @ (axes * np.sign(axes[:, :1] + 1e-12)).T
    width, height = (float(side) for side in np.maximum(np.ptp(where, axis=0), 1e-6))
    wider = min(max(LANDSCAPE * height / width, 1.0), 1.45)
    where = where * np.array([wider, 1.0])
    where = where * (SPACING / max(float(np.median(_nearest(where))), 1e-6))
    return _pushed_apart(where, radii)


def _nearest(where: Positions) -> Vector:
    """Distance of each node to its nearest neighbour (of a sample, when there are many)."""
    sample = where[:: max(1, len(where) // 500)]
    distance = np.hypot(*(sample[:, None, :] - where[None, :, :]).transpose(2, 0, 1))
    distance[distance == 0] = np.inf
    nearest: Vector = distance.min(axis=1)
    return nearest


def _pushed_apart(where: Positions, radii: Vector, *, rounds: int = 80) -> Positions:
    """Move nodes whose rims are closer than :data:`GAP` away from each other."""
    for _ in range(rounds):
        left, right = _close_pairs(where, radii)
        if not len(left):
            break
        away = where[left] - where[right]
        length = np.hypot(*away.T)
        missing = (radii[left] + radii[right] + GAP - length) / 2 * 1.02
        direction = np.where(length[:, None] > 1e-5, away / np.maximum(length, 1e-5)[:, None], [[1.0, 0.0]])
        moved = where.copy()
        np.add.at(moved, left, direction * missing[:, None])
        np.add.at(moved, right, -direction * missing[:, None])
        where = moved
    return where


def _close_pairs(where: Positions, radii: Vector) -> tuple[Numbers, Numbers]:
    """Pairs of nodes that are too close; sorted along x, so that only neighbours in that order are compared."""
    order = np.lexsort((where[:, 1], where[:, 0]))
    sorted_x, found_left, found_right = where[order, 0], [], []
    farthest = 2 * float(radii.max()) + GAP
    for shift in range(1, len(where)):
        candidates = np.flatnonzero(sorted_x[shift:] - sorted_x[:-shift] < farthest)
        if not len(candidates):
            break
        left, right = order[candidates], order[candidates + shift]
        needed = radii[left] + radii[right] + GAP
        close = np.hypot(*(where[left] - where[right]).T) < needed * 0.98
        found_left.append(left[close])
        found_right.append(right[close])
    if not found_left:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return np.concatenate(found_left), np.concatenate(found_right)


def _packed(parts: Sequence[Positions]) -> list[Positions]:
    """The parts in rows, the first one alone in the first row, around (0, 0)."""
    margin = 2.2 * SPACING
    sizes = [part.max(axis=0) - part.min(axis=0) + margin for part in parts]
    area = sum(float(size[0] * size[1]) for size in sizes)
    width = max([(area * LANDSCAPE) ** 0.5, *(float(size[0]) for size in sizes)], default=0.0)
    placed: list[Positions] = []
    x = y = height = 0.0
    for part, size in zip(parts, sizes, strict=True):
        if x and x + size[0] > width:
            x, y, height = 0.0, y + height, 0.0
        placed.append(part - part.min(axis=0) + np.array([x, y]))
        x, height = x + float(size[0]), max(height, float(size[1]))
    if not placed:
        return []
    whole = np.concatenate(placed)
    centre = (whole.max(axis=0) + whole.min(axis=0)) / 2
    return [part - centre for part in placed]
