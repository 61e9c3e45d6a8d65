"""Where nodes stand within the discs of their groups.

The node with most ties to its group stands in the middle; the others are drawn to what they are tied to, inside the
disc strongly, outside weakly, so that they stand on the side of their other ties, and repel each other.
"""

from __future__ import annotations

from typing import NamedTuple

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
    hubs, rims = _hubs(ties, discs, within), _rims(radii, discs, centres, np.flatnonzero(~several))
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
        where = _outside(where, rims)
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


class _Rims(NamedTuple):
    """Nodes that could come into a disc not theirs, with the centre of the disc, and how near they may come to it."""

    nodes: Numbers
    centres: Positions
    least: Vector


def _rims(radii: Vector, discs: Discs, centres: Positions, alone: Numbers) -> _Rims:
    """A frame is drawn around what belongs to a disc; ``alone`` are nodes that belong to none of several."""
    groups = np.flatnonzero(discs.members > 1)
    away = centres[discs.of[alone], None] - centres[None, groups]
    least = discs.radii[groups] + radii[alone, None] - FRAME / 4
    one, group = np.nonzero(np.hypot(away[..., 0], away[..., 1]) < least + SPACING)
    return _Rims(alone[one], centres[groups[group]], least[one, group])


def _outside(where: Positions, rims: _Rims) -> Positions:
    """What came into a disc moved to its rim."""
    away = where[rims.nodes] - rims.centres
    length = np.maximum(np.hypot(*away.T), 1e-9)
    push = away * (np.maximum(0.0, rims.least - length) / length)[:, None]
    pushed = [where[:, axis] + np.bincount(rims.nodes, push[:, axis], len(where)) for axis in (0, 1)]
    return np.stack(pushed, axis=1)
