"""Where the nodes of a picture stand: computed beforehand, seeded, the same on every run.

Connected parts are laid out apart and packed around the largest (:mod:`.packing`). Within a part, nodes of one group
(the people and projects of one body) share a disc, and each node without a group has a small one of its own. First the
discs find their places (:mod:`.discs`), then the nodes within them (:mod:`.members`), then what stands on one another
gives way (:mod:`.apart`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from protokollgraph.graph.placement.apart import pushed_apart
from protokollgraph.graph.placement.discs import grouped, placed
from protokollgraph.graph.placement.figures import GAP, Numbers, Positions, Ties, Vector
from protokollgraph.graph.placement.members import settled
from protokollgraph.graph.placement.packing import packed


def place(
    sizes: Sequence[float],
    weights: Mapping[tuple[int, int], float],
    *,
    seed: int = 1,
    start: Sequence[tuple[float, float] | None] | None = None,
    groups: Sequence[int] | None = None,
) -> list[tuple[float, float]]:
    """The position of each node in pixels, y downwards, centred on (0, 0), for a picture of 16 to 10.

    ``sizes`` are the radii of the nodes, in pixels; ``weights`` gives the pull of each tie, by the numbers of its ends.
    ``groups`` gives for each node the number of its group, -1 if it has none: nodes of one group gather, the circles
    around groups keep apart, and what belongs to several lies between them. ``start`` is where each node stands in
    another picture, None if it is not in it: this picture then resembles that one, and takes less time.
    """
    if not sizes:
        return []
    radii: Vector = np.array(sizes, dtype=np.float64)
    ties = Ties.of(weights)
    group: Numbers = np.full(len(sizes), -1) if groups is None else np.array(groups, dtype=np.int64)
    begin = None if start is None else _completed(start, ties)
    parts = _parts(ties, group)
    pictures = []
    for part in parts:
        own, random = ties.within(part, len(radii)), np.random.default_rng(seed)
        pictures.append(_part(radii[part], own, group[part], None if begin is None else begin[part], random))
    whole = np.zeros((len(radii), 2))
    for part, positions in zip(parts, packed(pictures, float(radii.max())), strict=True):
        whole[part] = positions
    return [(float(x), float(y)) for x, y in np.round(whole, 1) + 0.0]


def _part(radii: Vector, ties: Ties, group: Numbers, start: Positions | None, random: np.random.Generator) -> Positions:
    """One connected part."""
    if len(radii) <= 2:
        return np.array([[0.0, 0.0], [radii.sum() + GAP, 0.0]])[: len(radii)]
    discs = grouped(radii, ties, group)
    if start is not None:
        # What begins at one place could not part evenly.
        start = start + random.normal(size=start.shape)
    centres = placed(discs, None if start is None else discs.means(start), random)
    return pushed_apart(settled(radii, ties, discs, centres, start), radii, GAP)


def _completed(start: Sequence[tuple[float, float] | None], ties: Ties) -> Positions:
    """What is not in the other picture begins amid what it is tied to there, and that failing, in the middle."""
    known = np.array([each is not None for each in start])
    where: Positions = np.array([each or (0.0, 0.0) for each in start], dtype=np.float64)
    pulled, weight = np.zeros_like(where), np.zeros(len(known))
    for one, other in ((ties.left, ties.right), (ties.right, ties.left)):
        told = ties.weight * known[other]
        weight += np.bincount(one, told, len(known))
        for axis in (0, 1):
            pulled[:, axis] += np.bincount(one, told * where[other, axis], len(known))
    between = pulled / np.maximum(weight, 1e-9)[:, None]
    return np.where(known[:, None], where, between)


def _parts(ties: Ties, group: Numbers) -> list[Numbers]:
    """Connected parts, the largest first; a group holds together what belongs to it."""
    parent = list(range(len(group)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    first: dict[int, int] = {}
    joined = [(node, first.setdefault(number, node)) for node, number in enumerate(group.tolist()) if number >= 0]
    for left, right in [*zip(ties.left.tolist(), ties.right.tolist(), strict=True), *joined]:
        parent[root(left)] = root(right)
    parts: dict[int, list[int]] = {}
    for node in range(len(group)):
        parts.setdefault(root(node), []).append(node)
    return [np.array(part) for part in sorted(parts.values(), key=lambda part: (-len(part), part[0]))]
