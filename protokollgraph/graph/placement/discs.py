"""Discs, one for each group and each node without one, and where they stand.

The forces: ties pull in proportion to their length, discs repel each other in proportion to their areas, and a bowl
keeps them together. Charges in such a bowl fill an ellipse evenly; its sides are those of the picture. A large graph
is first laid out coarsely: discs are joined along their strongest ties until few are left, then set free again step by
step (Walshaw 2003, "A multilevel algorithm for force-directed graph drawing", JGAA 7(3)).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from protokollgraph.graph.placement.apart import pushed_apart
from protokollgraph.graph.placement.figures import GAP, LANDSCAPE, SPACING, Numbers, Positions, Ties, Vector
from protokollgraph.graph.placement.repulsion import Repulsion

FEW = 60
"""So few discs are laid out at once."""
FULL = 0.5
"""How much of the picture the discs fill."""
DENSE = 0.8
"""How much of a disc its members fill."""
FRAME = 48.0
"""Free room around the disc of a group."""
LEAST = 6.0
"""So strongly is a node tied at least, for its size, to what it is tied to at all."""
HEAVY = 1.6
"""Discs repel with this power of their radius: by area, 2, a large one would drive small ones far away."""
STRETCH = 1.5
"""Width to height is changed by this factor at most, to come nearer to the picture's."""
ROUNDS = 240
"""Of the forces in the coarsest picture, …"""
ROUNDS_FINER = 110
"""… in each finer one, …"""
ROUNDS_FROM_START = 30
"""… in one that begins with another picture."""
TURNS = np.linspace(0, np.pi, 36, endpoint=False)
"""Angles by which the whole is turned for trial."""
GOLDEN_ANGLE = 2.399963


@dataclass(frozen=True, slots=True)
class Discs:
    """``of`` is the number of the disc of each node, ``members`` how many nodes each disc holds."""

    of: Numbers
    radii: Vector
    ties: Ties

    @property
    def members(self) -> Numbers:
        return np.bincount(self.of, minlength=len(self.radii))

    def means(self, where: Positions) -> Positions:
        """The middle of the nodes of each disc."""
        sums = [np.bincount(self.of, where[:, axis], len(self.radii)) / self.members for axis in (0, 1)]
        return np.stack(sums, axis=1)


def room(radii: Vector) -> Vector:
    """The radius of the place that a node needs, with its distance to others."""
    return np.maximum(SPACING / 2, radii + GAP / 2)


def grouped(radii: Vector, ties: Ties, group: Numbers) -> Discs:
    """Nodes with the same number share a disc; those with -1 have one each."""
    alone = np.flatnonzero(group < 0)
    named, of = np.unique(group, return_inverse=True)
    of = of - int(len(named) > 0 and named[0] < 0)
    of[alone] = of.max() + 1 + np.arange(len(alone))
    area = np.bincount(of, room(radii) ** 2)
    several = np.bincount(of) > 1
    return Discs(of, np.where(several, np.sqrt(area / DENSE) + FRAME, np.sqrt(area)), ties.joined(of))


def sunflower(of: Numbers, order: Vector) -> Positions:
    """Places side by side around the middle of each disc, at distance 1, for its members in this order."""
    ordered = np.lexsort((np.arange(len(of)), order, of))
    rank = np.empty(len(of), dtype=np.int64)
    rank[ordered] = np.arange(len(of)) - np.searchsorted(of[ordered], of[ordered])
    turn, away = GOLDEN_ANGLE * rank, np.sqrt(rank)
    places: Positions = np.stack([np.cos(turn) * away, np.sin(turn) * away], axis=1)
    return places


def placed(discs: Discs, start: Positions | None, random: np.random.Generator) -> Positions:
    """The centre of each disc."""
    if len(discs.radii) == 1:
        return np.zeros((1, 2))
    if start is None:
        where = _stretched(discs, _laid_flat(discs, _unfolded(discs, random)))
    else:
        where = _stretched(discs, _moved(discs, start - start.mean(axis=0), rounds=ROUNDS_FROM_START, heat=0.05))
    return pushed_apart(where, discs.radii, 0.0)


def _unfolded(discs: Discs, random: np.random.Generator) -> Positions:
    count = len(discs.radii)
    coarser = _coarser(discs) if count > FEW else None
    if coarser is None:
        around = random.normal(size=(count, 2)) * _side(discs)
        return _moved(discs, around * [LANDSCAPE, 1.0], rounds=min(ROUNDS, 10 + 5 * count), heat=0.5)
    parents = _unfolded(coarser, random)[coarser.of]
    beside = sunflower(coarser.of, -discs.radii) * np.sqrt(np.mean(discs.radii**2))
    return _moved(discs, parents + beside, rounds=ROUNDS_FINER, heat=0.12)


def _laid_flat(discs: Discs, where: Positions) -> Positions:
    """Turned so that it fills the picture best."""
    ways = [np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) for turn in TURNS]
    turned: list[Positions] = [where @ way for way in ways]
    return min(turned, key=lambda each: _needed(*_extent(discs, each)))


def _stretched(discs: Discs, where: Positions) -> Positions:
    """Stretched a little towards the sides of the picture."""
    width, height = _extent(discs, where)
    stretch = min(max(LANDSCAPE * height / width, 1 / STRETCH), STRETCH) ** 0.5
    stretched: Positions = where * np.array([stretch, 1 / stretch])
    return stretched


def _extent(discs: Discs, where: Positions) -> tuple[float, float]:
    """Width and height of all discs."""
    width, height = np.ptp(np.concatenate([where - discs.radii[:, None], where + discs.radii[:, None]]), axis=0)
    return float(width), float(height)


def _needed(width: float, height: float) -> float:
    """The height of the picture that holds this."""
    return max(width / LANDSCAPE, height)


def _coarser(discs: Discs) -> Discs | None:
    """Each disc joined with the one it is tied to most strongly for their sizes; None if that joins too few."""
    count = len(discs.radii)
    area = discs.radii**2
    left = np.concatenate([discs.ties.left, discs.ties.right])
    right = np.concatenate([discs.ties.right, discs.ties.left])
    close = np.tile(discs.ties.weight, 2) / np.sqrt(area[left] * area[right])
    order = np.lexsort((right, -close, left))
    tied, first = np.unique(left[order], return_index=True)
    best = np.arange(count)
    best[tied] = right[order][first]
    numbers, of = np.unique(_followed(best), return_inverse=True)
    if len(numbers) > 0.9 * count or len(numbers) < 2:
        return None
    return Discs(of, np.sqrt(np.bincount(of, area)) * 1.05, discs.ties.joined(of))


def _followed(best: Numbers) -> Numbers:
    """Where each one ends that goes on and on to its best neighbour; two that point at each other are the end."""
    own = np.arange(len(best))
    ends = np.where(best[best] == own, np.minimum(best, own), best)
    while not np.array_equal(ends, further := ends[ends]):
        ends = further
    return ends


def _side(discs: Discs) -> float:
    """Half the side of a square that holds all discs."""
    return float(np.sqrt((discs.radii**2).sum() * np.pi / FULL)) / 2


def _moved(discs: Discs, where: Positions, *, rounds: int, heat: float) -> Positions:
    """Let the forces act. ``heat`` is the longest step at first, as a share of the picture; it falls towards none."""
    unit = SPACING / 2
    ties, count = discs.ties, len(discs.radii)
    mass = (discs.radii / unit) ** HEAVY
    balanced = _balanced(ties, mass)
    # As much charge as the discs have on the area that they need: then the bowl holds them in its ellipse.
    charge = FULL * mass.sum() / (np.pi * (discs.radii**2).sum())
    bowl = 2 * np.pi * charge * np.array([1.0, LANDSCAPE]) / (1 + LANDSCAPE)
    repulsion = Repulsion(soft=unit)
    for turn in range(rounds):
        left = 1.0 - turn / rounds
        weight = balanced * FULL / (np.pi * unit**2) * (0.6 + 2.4 * left)
        force = repulsion.forces(where, mass) - bowl * mass[:, None] * where + ties.pull(where, weight)
        stiff = 2 * bowl.max() * mass + ties.strength(count, weight)
        step = force / stiff[:, None] * 0.8
        longest = 2 * heat * _side(discs) * left**1.5 + 1.0
        where = where + step * np.minimum(1.0, longest / np.maximum(np.hypot(*step.T), 1e-9))[:, None]
        if turn % 10 == 9 and turn > 0.6 * rounds:
            where = pushed_apart(where, discs.radii, 0.0, rounds=3)
    return where


def _balanced(ties: Ties, mass: Vector) -> Vector:
    """How strongly ties pull: those between large discs more, and those of what has few, so that it stays close."""
    relative = ties.strength(len(mass), ties.weight) / mass
    least = np.minimum(relative[ties.left], relative[ties.right])
    balanced: Vector = ties.weight * (mass[ties.left] * mass[ties.right]) ** 0.25 * np.maximum(1.0, LEAST / least)
    return balanced
