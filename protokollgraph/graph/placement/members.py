"""Where nodes stand within the discs of their groups.

The node with most ties to its group stands in the middle; the others are drawn to what they are tied to, inside the
disc strongly, outside weakly, so that they stand on the side of their other ties, and repel each other.
"""

from __future__ import annotations

import numpy as np

from protokollgraph.graph.placement.discs import FRAME, Discs, room, sunflower
from protokollgraph.graph.placement.figures import SPACING, Numbers, Positions, Ties, Truths, Vector
from protokollgraph.graph.placement.repulsion import Repulsion

ROUNDS = 60
FEWER = 25
"""Rounds from positions that are known."""
ANCHOR = 0.8
"""How strongly the middle of its disc pulls a node …"""
INWARD = 0.8
"""… ties within the disc …"""
OUTWARD = 0.04
"""… and ties that lead out of it."""
USUAL = 12
"""Members of a disc for which these strengths are right: more of them pull less, to fill theirs as evenly."""
STRONGEST = 3.0
"""No tie pulls more than one of this weight."""


def settled(radii: Vector, ties: Ties, discs: Discs, centres: Positions, start: Positions | None) -> Positions:
    """The position of each node, given the centres of the discs and, maybe, positions in another picture."""
    middle = centres[discs.of]
    several = discs.members[discs.of] > 1
    if not several.any():
        return middle
    # What has a disc of its own may give way a little.
    inside = np.where(several, discs.radii[discs.of] - FRAME - radii / 2, SPACING)
    within: Truths = discs.of[ties.left] == discs.of[ties.right]
    hubs, alone, groups = _hubs(ties, discs, within), np.flatnonzero(~several), np.flatnonzero(discs.members > 1)
    where = middle + (_begin(ties, discs, middle, within) if start is None else start - discs.means(start)[discs.of])
    where[hubs] = middle[hubs]
    mass = (room(radii) / (SPACING / 2)) ** 2
    loose = np.minimum(1.0, USUAL / discs.members[discs.of]) / SPACING**2
    weight = np.minimum(ties.weight, STRONGEST)
    weight = weight * np.where(within, INWARD * loose[ties.left], OUTWARD / SPACING**2)
    anchor = ANCHOR * loose * mass
    stiff = ties.strength(len(radii), weight) + 4 * mass * ANCHOR * loose
    repulsion = Repulsion(soft=SPACING / 3, reach=2.2 * SPACING)
    rounds = min(ROUNDS if start is None else FEWER, len(radii) + 10)
    for turn in range(rounds):
        force = repulsion.forces(where, mass) + ties.pull(where, weight) + (middle - where) * anchor[:, None]
        step = force / stiff[:, None]
        step[hubs] = 0.0
        longest = 3 * SPACING * (1 - turn / rounds) + 1
        step *= np.minimum(1.0, longest / np.maximum(np.hypot(*step.T), 1e-9))[:, None]
        where = middle + _confined(where + step - middle, inside)
        where[alone] = _outside(where[alone], radii[alone], centres[groups], discs.radii[groups])
    return where


def _begin(ties: Ties, discs: Discs, middle: Positions, within: Truths) -> Positions:
    """Where each node begins, seen from the middle of its disc: hubs innermost, all towards their ties outside."""
    count = len(middle)
    inner = sunflower(discs.of, -ties.strength(count, ties.weight)) * SPACING / 2
    drawn = ties.pull(middle, np.where(within, 0.0, ties.weight))
    towards = drawn / np.maximum(np.hypot(*drawn.T), 1e-6)[:, None]
    outer = np.where(discs.members > 1, discs.radii / 2, 0.0)[discs.of]
    begin: Positions = inner + towards * outer[:, None]
    return begin


def _hubs(ties: Ties, discs: Discs, within: Truths) -> Numbers:
    """Of each disc with more than a few members the one with the most ties to others of it."""
    count = len(discs.of)
    often = np.bincount(ties.left[within], minlength=count) + np.bincount(ties.right[within], minlength=count)
    order = np.lexsort((np.arange(count), -often, discs.of))
    first = np.unique(discs.of[order], return_index=True)[1]
    hubs: Numbers = order[first][discs.members > 4]
    return hubs


def _confined(away: Positions, inside: Vector) -> Positions:
    """No farther from the middle than allowed."""
    confined: Positions = away * np.minimum(1.0, inside / np.maximum(np.hypot(*away.T), 1e-9))[:, None]
    return confined


def _outside(where: Positions, radii: Vector, centres: Positions, reach: Vector) -> Positions:
    """Moved to the rim of the disc that a node would stand in, for a frame is drawn around what belongs to it."""
    if not len(where):
        return where
    away = where[:, None] - centres[None]
    length = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-9)
    missing = np.maximum(0.0, reach[None] + radii[:, None] - FRAME / 4 - length)
    deepest = np.argmax(missing, axis=1)
    own = np.arange(len(where))
    direction = away[own, deepest] / length[own, deepest][:, None]
    moved: Positions = where + direction * missing[own, deepest][:, None]
    return moved
