"""Tables with drawn borders: which fragments stand in which cell, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokollgraph.extract.reader.pdf.fragments import Fragment
from protokollgraph.extract.reader.pdf.lines import Line, rows
from protokollgraph.extract.reader.pdf.rulings import Ruling, Rulings

_NEAR = 3.0
"""Lines that are nearer to one another touch."""
_MOST = 100_000
"""So many crossings of lines are looked for; a page that could have more is a drawing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell between its borders."""

    left: float
    right: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a cell without text, also one that a cell above reaches into, has no lines."""

    top: float
    cells: tuple[Cell, ...]


def tables(fragments: Sequence[Fragment], rulings: Rulings) -> tuple[list[Row], list[Fragment]]:
    """The rows of all tables of a page from the top down, and the fragments outside of them."""
    found: list[Row] = []
    rest = list(fragments)
    for grid in _grids(rulings):
        inside = [each for each in rest if grid.holds(each)]
        if inside:
            gone = {id(each) for each in inside}
            rest = [each for each in rest if id(each) not in gone]
            found += _rows(grid, inside)
    return sorted(found, key=lambda row: -row.top), rest


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of one table."""

    level: tuple[Ruling, ...]
    upright: tuple[Ruling, ...]
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, each: Fragment) -> bool:
        middle = each.base + 0.3 * each.em
        return self.bottom <= middle <= self.top and self.left <= (each.left + each.right) / 2 <= self.right

    def sides(self, y: float) -> list[float]:
        """The x of the borders between the cells at this height, the outer ones included."""
        inner = [line.at for line in self.upright if line.start - _NEAR < y < line.end + _NEAR]
        return _apart([self.left, *inner, self.right])

    def floor(self, x: float, y: float) -> tuple[float, float]:
        """The bottom and the top of the cell around a point."""
        across = [line.at for line in self.level if line.start - _NEAR < x < line.end + _NEAR]
        above = min((at for at in across if at > y), default=self.top)
        below = max((at for at in across if at <= y), default=self.bottom)
        return below, above


def _grids(rulings: Rulings) -> list[_Grid]:
    """Lines that touch one another, if they part a table into at least two columns."""
    level, upright = rulings.level, rulings.upright
    if not level or not upright or len(level) * len(upright) > _MOST:
        return []
    group = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = index = group[group[index]]
        return index

    for l_index, line in enumerate(level):
        for u_index, post in enumerate(upright, len(level)):
            if line.start - _NEAR <= post.at <= line.end + _NEAR and post.start - _NEAR <= line.at <= post.end + _NEAR:
                group[root(l_index)] = root(u_index)
    members: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index in range(len(group)):
        of_root = members.setdefault(root(index), ([], []))
        if index < len(level):
            of_root[0].append(level[index])
        else:
            of_root[1].append(upright[index - len(level)])
    grids = [_grid(*lines) for lines in members.values() if all(lines)]
    return [grid for grid in grids if any(grid.left + _NEAR < post.at < grid.right - _NEAR for post in grid.upright)]


def _grid(level: list[Ruling], upright: list[Ruling]) -> _Grid:
    xs = [at for line in level for at in (line.start, line.end)] + [post.at for post in upright]
    ys = [at for post in upright for at in (post.start, post.end)] + [line.at for line in level]
    return _Grid(tuple(level), tuple(upright), min(xs), min(ys), max(xs), max(ys))


def _apart(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _rows(grid: _Grid, inside: Sequence[Fragment]) -> list[Row]:
    cells: dict[tuple[float, float], list[Fragment]] = {}
    heights: dict[float, float] = {}
    for each in inside:
        y = each.base + 0.3 * each.em
        sides = grid.sides(y)
        left = max((side for side in sides if side <= each.left + _NEAR), default=grid.left)
        bottom, top = grid.floor(max(each.left, left + _NEAR + 1), y)
        top = next((known for known in heights if abs(known - top) <= _NEAR), top)
        heights[top] = max(heights.get(top, bottom), bottom)
        cells.setdefault((top, left), []).append(each)
    found = []
    for top in sorted(heights, reverse=True):
        sides = grid.sides((top + heights[top]) / 2)
        # a cell that spans columns begins at one of them
        sides = _apart([*sides, *(left for height, left in cells if height == top)])
        found.append(Row(top, tuple(_cell(left, right, cells.get((top, left))) for left, right in pairwise(sides))))
    return found


def _cell(left: float, right: float, content: Sequence[Fragment] | None) -> Cell:
    return Cell(left, right, tuple(rows(content)) if content else ())
