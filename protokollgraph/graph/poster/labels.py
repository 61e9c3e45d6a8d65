"""Which names a picture has room for, and where: the most important first, none over another.

The rules are those of the page's script (``labels.js``): a name stands below, above or beside its node where nothing
else stands. A committee has its name even over marks and lines, if one of these places is free of other names.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from protokollgraph.graph.poster.lettering import Lettering

_CELL = 80.0
_GAP = 3.0
"""Between a node and its name."""


class Box(NamedTuple):
    """A rectangle in pixels of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than their borders in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other one lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Mark(NamedTuple):
    """A node in the picture, with its name."""

    x: float
    y: float
    radius: float
    name: Lettering
    must: bool
    """Whether it is named even where its name covers something."""

    @property
    def box(self) -> Box:
        """What the node itself takes."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


class Label(NamedTuple):
    """A name at its place; ``anchor`` is start, middle or end, and ``x`` the place of that."""

    mark: int
    box: Box
    anchor: str
    x: float


class Taken:
    """What is taken already, by cells of a grid, so that a question costs the same in a picture of any size."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Take the box."""
        for cell in self._around(box):
            self._cells.setdefault(cell, []).append(box)

    def hits(self, box: Box, own: Box | None = None) -> int:
        """How many others it meets."""
        found = {other for cell in self._around(box) for other in self._cells.get(cell, ()) if box.meets(other)}
        return len(found - {own})

    def _around(self, box: Box) -> Iterator[tuple[int, int]]:
        for x in range(math.floor(box.left / _CELL), math.floor(box.right / _CELL) + 1):
            for y in range(math.floor(box.top / _CELL), math.floor(box.bottom / _CELL) + 1):
                yield x, y


def placed(marks: Sequence[Mark], area: Box, covered: Iterable[Box] = ()) -> list[Label]:
    """The names that find room in the area, the first marks first."""
    taken, written = Taken(), Taken()
    for box in covered:
        taken.add(box)
        written.add(box)
    for mark in marks:
        taken.add(mark.box)
    labels = []
    for number, mark in enumerate(marks):
        found = _place(number, mark, area, taken, written)
        if found is not None:
            taken.add(found.box)
            written.add(found.box)
            labels.append(found)
    return labels


def _place(number: int, mark: Mark, area: Box, taken: Taken, written: Taken) -> Label | None:
    inside = [label for label in _places(number, mark) if area.holds(label.box)]
    for label in inside:
        if not taken.hits(label.box, mark.box):
            return label
    possible = [label for label in inside if not written.hits(label.box)] if mark.must else []
    return min(possible, key=lambda label: taken.hits(label.box, mark.box), default=None)


def _places(number: int, mark: Mark) -> Iterator[Label]:
    """The places around a node, the best first."""
    (_, _, _, wide, high), x, y, radius = mark.name, mark.x, mark.y, mark.radius
    gap, near, side = radius + _GAP, radius * 0.7, radius * 0.8
    for left, top, anchor, at in (
        (x - wide / 2, y + gap, "middle", x),
        (x - wide / 2, y - gap - high, "middle", x),
        (x + gap + 2, y - high / 2, "start", x + gap + 2),
        (x - gap - 2 - wide, y - high / 2, "end", x - gap - 2),
        (x + side, y + near, "start", x + side),
        (x + side, y - near - high, "start", x + side),
        (x - side - wide, y + near, "end", x - side),
        (x - side - wide, y - near - high, "end", x - side),
    ):
        yield Label(number, Box(left - 2, top - 1, left + wide + 2, top + high + 1), anchor, at)
