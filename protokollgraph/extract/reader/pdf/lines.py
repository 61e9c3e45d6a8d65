"""Fragments of a page as printed lines in the order of reading: columns one after the other, the rest row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protokollgraph.extract.reader.pdf.fragments import CELL_GAP, SAME_LINE, Fragment

COLUMN_LINES = 3
"""Columns have at least so many lines each; what has fewer is a row of a table."""


class Line(NamedTuple):
    """A printed line: its fragments from left to right, as cells."""

    cells: tuple[Fragment, ...]
    base: float
    em: float

    @property
    def text(self) -> str:
        """The cells parted by tabs."""
        return "\t".join([cell.text for cell in self.cells])

    @property
    def left(self) -> float:
        """Where the first cell begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where the last cell ends."""
        return self.cells[-1].right


def bands(fragments: Sequence[Fragment]) -> list[list[Line]]:
    """The lines of a page, parted where a column of text begins or ends."""
    found: list[list[Line]] = []
    rest = list(fragments)
    for left, right in _columns(fragments):
        top = max(left[0].base, right[0].base) + SAME_LINE * left[0].em
        taken = {id(each) for each in (*left, *right)}
        above = [each for each in rest if id(each) not in taken and each.base > top]
        gone = taken | {id(each) for each in above}
        found += [rows(part) for part in (above, left, right) if part]
        rest = [each for each in rest if id(each) not in gone]
    if rest:
        found.append(rows(rest))
    return found


def rows(fragments: Sequence[Fragment]) -> list[Line]:
    """The fragments that stand on one line together, from the top down."""
    found: list[Line] = []
    group: list[Fragment] = []
    for each in sorted(fragments, key=lambda each: -each.base):
        if group and group[0].base - each.base > SAME_LINE * max(group[0].em, each.em):
            found.append(_line(group))
            group = []
        group.append(each)
    if group:
        found.append(_line(group))
    return found


def _line(group: list[Fragment]) -> Line:
    """One line of these fragments; what stands close together is one cell."""
    if len(group) == 1:
        return Line((group[0],), group[0].base, group[0].em)
    group.sort(key=lambda each: each.left)
    cells = [group[0]]
    for each in group[1:]:
        last = cells[-1]
        gap = each.left - last.right
        if -0.5 * each.em < gap <= 0.6 * CELL_GAP * each.em:
            blank = " " if gap > 0.12 * each.em else ""
            cells[-1] = last._replace(
                text=f"{last.text}{blank}{each.text}", right=max(last.right, each.right), last_style=each.last_style
            )
        else:
            cells.append(each)
    return Line(tuple(cells), max(each.base for each in group), max(each.em for each in group))


def _columns(fragments: Sequence[Fragment]) -> Iterator[tuple[list[Fragment], list[Fragment]]]:
    """Pairs of neighbouring columns, told by the order of writing: down the left one, then up and down the right.

    A row of a table with long cells is written so, too; but then more than one such row follows below.
    """
    pairs = []
    for start, end, stop in _climbs(fragments):
        top = fragments[end].base
        left = [each for each in fragments[start:end] if each.base <= top + SAME_LINE * each.em]
        edge = max((each.right for each in left), default=0.0)
        right = []
        for each in fragments[end:stop]:
            if each.left <= edge:
                break
            right.append(each)
        if left and right and min(len(rows(left)), len(rows(right))) >= COLUMN_LINES:
            pairs.append((left, right))
    places = [round(right[0].left / 3) for _, right in pairs]
    for place, pair in zip(places, pairs, strict=True):
        if places.count(place) == 1:
            yield pair


def _climbs(fragments: Sequence[Fragment]) -> Iterator[tuple[int, int, int]]:
    """Where the writing goes up again: the run before begins at the first index, the one after at the second."""
    ups = [
        index
        for index in range(1, len(fragments))
        if fragments[index].base > fragments[index - 1].base + 1.5 * fragments[index].em
    ]
    borders = [0, *ups, len(fragments)]
    for number in range(1, len(borders) - 1):
        yield borders[number - 1], borders[number], borders[number + 1]
