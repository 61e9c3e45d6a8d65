"""How nodes keep apart: each pushes each other one away, by 1 / distance, in proportion to both masses.

For few nodes pair by pair; for many as a convolution on a grid by FFT (as in FIt-SNE, Linderman et al. 2019, Nature
Methods 16).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from protokollgraph.graph.placement.figures import Positions, Vector

Spectrum: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.complex128]]

EXACT = 300
"""Up to so many nodes, every pair is looked at."""
GRID = 128
"""Cells of the grid along its longer side, for forces that reach everywhere."""
FINEST = 500
"""The same for forces that fade away."""
SPARE = 0.06
"""How far nodes may move beyond the grid until it is made anew, as a share of its longer side."""


@dataclass(slots=True)
class Repulsion:
    """The forces between nodes.

    ``soft`` is a distance below which they grow no more; beyond ``reach`` they fade away, if it is given.
    """

    soft: float
    reach: float | None = None
    _grid: _Grid | None = field(default=None, init=False)

    def forces(self, where: Positions, mass: Vector) -> Positions:
        """What all others do to each node."""
        if len(where) <= EXACT:
            return _pairs(where, mass, self.soft, self.reach)
        if self._grid is None or not self._grid.holds(where):
            self._grid = _Grid.over(where, self.soft, self.reach)
        return self._grid.forces(where, mass)


def _pairs(where: Positions, mass: Vector, soft: float, reach: float | None) -> Positions:
    away_x, away_y = (np.subtract.outer(where[:, axis], where[:, axis]) for axis in (0, 1))
    strength = _strength(away_x**2 + away_y**2, soft, reach) * np.multiply.outer(mass, mass)
    return np.stack([(away_x * strength).sum(axis=1), (away_y * strength).sum(axis=1)], axis=1)


def _strength(square: Positions, soft: float, reach: float | None) -> Positions:
    """Force by distance, from the square of the distance."""
    strength: Positions = 1 / (square + soft**2)
    return strength if reach is None else strength * np.exp(-square / reach**2)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cells over the picture and the transformed kernels of the force along both axes."""

    low: Vector
    cell: float
    used: tuple[int, int]
    shape: tuple[int, int]
    kernels: tuple[Spectrum, Spectrum]

    @classmethod
    def over(cls, where: Positions, soft: float, reach: float | None) -> _Grid:
        side = np.ptp(where, axis=0)
        spare = SPARE * float(max(side.max(), soft))
        whole = float(max(side.max(), soft)) + 2 * spare
        cell = whole / GRID if reach is None else max(reach / 4, whole / FINEST)
        used = tuple(int(each) for each in np.ceil((side + 2 * spare) / cell) + 2)
        beyond = used if reach is None else (int(2.5 * reach / cell) + 1,) * 2
        shape = _quick(used[0] + beyond[0]), _quick(used[1] + beyond[1])
        across, down = (np.fft.fftfreq(each, 1 / each) * cell for each in shape)
        square = across[:, None] ** 2 + down[None, :] ** 2
        strength = _strength(square, soft if reach else max(soft, 0.7 * cell), reach)
        kernels: list[Spectrum] = [np.fft.rfft2(away * strength) for away in (across[:, None], down[None, :])]
        return cls(where.min(axis=0) - spare, cell, (used[0], used[1]), shape, (kernels[0], kernels[1]))

    def holds(self, where: Positions) -> bool:
        at = (where - self.low) / self.cell
        return bool((at >= 0).all() and (at < np.array(self.used) - 1).all())

    def forces(self, where: Positions, mass: Vector) -> Positions:
        at = (where - self.low) / self.cell
        corner = np.floor(at).astype(np.int64)
        share = at - corner
        flat = corner[:, 0] * self.shape[1] + corner[:, 1]
        corners = [(flat + i * self.shape[1] + j, _share(share, i, j)) for i in (0, 1) for j in (0, 1)]
        cells = self.shape[0] * self.shape[1]
        spread = np.zeros(cells)
        for place, part in corners:
            spread += np.bincount(place, part * mass, cells)
        spectrum = np.fft.rfft2(spread.reshape(self.shape))
        force = np.empty_like(where)
        for axis, kernel in enumerate(self.kernels):
            cells_of_axis = np.fft.irfft2(spectrum * kernel, s=self.shape).ravel()
            force[:, axis] = sum(part * cells_of_axis[place] for place, part in corners)
        return force * mass[:, None]


def _quick(side: int) -> int:
    """The next length that an FFT is quick with."""
    power = 1 << (side - 1).bit_length()
    return next(each for each in (power * 9 // 16, power * 5 // 8, power * 3 // 4, power) if each >= side)


def _share(share: Positions, i: int, j: int) -> Vector:
    across = share[:, 0] if i else 1 - share[:, 0]
    return across * (share[:, 1] if j else 1 - share[:, 1])
