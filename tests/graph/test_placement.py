"""Positions of the nodes of a picture."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from protokollgraph.graph.placement import place
from protokollgraph.graph.placement.figures import GAP, LANDSCAPE

Weights = dict[tuple[int, int], float]


def town(bodies: int, members: int, shared: int, seed: int = 1) -> tuple[list[float], Weights, list[int]]:
    """Bodies with members of their own, and people who sit in two of them: radii, ties and groups."""
    random = Random(seed)
    count = bodies * (1 + members) + shared
    groups = [*range(bodies), *(number % bodies for number in range(bodies * members)), *[-1] * shared]
    weights = {(body, bodies + number): 1.0 for number, body in enumerate(groups[bodies : count - shared])}
    for person in range(count - shared, count):
        for body in random.sample(range(bodies), 2):
            weights[body, person] = 1.0
    return [12.0] * bodies + [6.0] * (count - bodies), weights, groups


def rims(where: list[tuple[float, float]], radii: list[float]) -> float:
    """The least distance between the rims of two nodes."""
    at, own = np.array(where), np.array(radii)
    distance = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) - own[:, None] - own[None]
    return float(distance[~np.eye(len(own), dtype=bool)].min())


def sides(where: list[tuple[float, float]]) -> tuple[float, float]:
    width, height = np.ptp(np.array(where), axis=0)
    return float(width), float(height)


@pytest.mark.parametrize(
    ("sizes", "weights"),
    [([], {}), ([5.0], {}), ([5.0] * 3, {}), ([5.0, 5.0], {(0, 1): 1.0}), ([5.0] * 2, {(0, 0): 1.0})],
    ids=["nothing", "one node", "no ties", "a pair", "a loop"],
)
def test_what_is_tiny_stands_around_the_middle(sizes: list[float], weights: Weights) -> None:
    where = place(sizes, weights)
    assert len(where) == len(sizes)
    if where:
        assert np.abs(np.array(where).min(axis=0) + np.array(where).max(axis=0)).max() <= 0.2
        assert len(set(where)) == len(where)


@pytest.mark.parametrize("size", [(4, 9, 6), (12, 20, 30), (40, 25, 200)], ids=["small", "usual", "large"])
def test_nothing_stands_on_another(size: tuple[int, int, int]) -> None:
    radii, weights, groups = town(*size)
    assert rims(place(radii, weights, groups=groups), radii) > 0.8 * GAP
    assert rims(place(radii, weights), radii) > 0.8 * GAP


def test_the_picture_is_wider_than_high_and_used_evenly() -> None:
    radii, weights, groups = town(20, 20, 60)
    width, height = sides(place(radii, weights, groups=groups))
    assert 0.7 * LANDSCAPE < width / height < 1.3 * LANDSCAPE
    assert width * height < 60 * len(radii) * GAP**2


def test_groups_gather_and_keep_apart() -> None:
    radii, weights, groups = town(12, 20, 30)
    at, group = np.array(place(radii, weights, groups=groups)), np.array(groups)
    for number in range(12):
        own = at[group == number]
        away = np.hypot(*(at - own.mean(axis=0)).T)
        assert (away[group != number] > np.quantile(away[group == number], 0.95)).all()


def test_what_two_groups_share_lies_between_them() -> None:
    radii, weights, groups = town(2, 20, 4)
    at = np.array(place(radii, weights, groups=groups))
    left, right = (at[np.array(groups) == number].mean(axis=0) for number in (0, 1))
    along = (at[-4:] - left) @ (right - left) / ((right - left) @ (right - left))
    assert ((along > 0.2) & (along < 0.8)).all()


def test_tied_nodes_are_nearer_than_others() -> None:
    size = 60
    ring: Weights = {(number, number + 1): 1.0 for number in range(size - 1)} | {(0, size - 1): 1.0}
    at = np.array(place([6.0] * size, ring))
    distance = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    tied = [distance[ends] for ends in ring]
    assert np.median(tied) < 0.4 * np.median(distance)


def test_parts_that_nothing_ties_stand_beside_each_other() -> None:
    radii, weights, groups = town(6, 12, 10)
    pairs = {(len(radii) + 2 * number, len(radii) + 2 * number + 1): 1.0 for number in range(300)}
    radii, groups = radii + [6.0] * 600, groups + [-1] * 600
    where = place(radii, weights | pairs, groups=groups)
    assert rims(where, radii) > 0.8 * GAP
    at = np.array(where)
    assert max(np.hypot(*(at[left] - at[right])) for left, right in pairs) < 150


def test_a_picture_that_starts_from_another_one_resembles_it() -> None:
    radii, weights, groups = town(12, 20, 30)
    before = place(radii, weights, groups=groups)
    kept = [*range(12), *range(12, len(radii), 2)]
    local = {node: number for number, node in enumerate(kept)}
    some = {(local[a], local[b]): weight for (a, b), weight in weights.items() if a in local and b in local}
    known = [None if node % 5 == 4 else before[node] for node in kept]
    after = np.array(place([radii[n] for n in kept], some, start=known, groups=[groups[n] for n in kept]))
    old = np.array([before[node] for node in kept])
    for axis in (0, 1):
        assert np.corrcoef(old[:, axis], after[:, axis])[0, 1] > 0.8


def test_the_same_seed_gives_the_same_positions() -> None:
    radii, weights, groups = town(12, 20, 30)
    turned = dict(reversed(weights.items()))
    assert place(radii, weights, groups=groups) == place(radii, turned, groups=groups)
    assert place(radii, weights, groups=groups, seed=2) != place(radii, weights, groups=groups)
