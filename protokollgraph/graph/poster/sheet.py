"""How large a picture is: three sizes for more and more nodes, with letters of one size, and a height that fits."""

from __future__ import annotations

import math
from typing import NamedTuple

from protokollgraph.graph.poster.islands import Point
from protokollgraph.graph.poster.scene import Scene

WIDTHS = (1600.0, 2263.0, 3200.0)
"""Pixels; printed on A4, A3 and A2 across, a name of 12 pixels is 6 points high."""
NARROWEST = 900.0
"""For a few nodes only; the legend needs some room."""
HEAD = 86.0
"""Room for title and subtitle."""
NOTE = 18.0
"""Height of a line below the legend."""
ROW = 25.0
"""Height of a row of the legend."""
MARGIN = 28.0
_BESIDE, _BELOW = 92.0, 46.0
"""Room for names beside and below the outermost nodes."""
_READABLE = 0.6
"""Below this scale nodes are too close for names: the next size is taken, if there is one."""
_LARGEST = 1.3
_FLAT, _UPRIGHT = 0.36, 0.78
"""Height of the picture to its width: at least, at most."""


class Sheet(NamedTuple):
    """``height`` is that of head and picture, without legend and foot."""

    width: float
    height: float
    scale: float
    left: float
    top: float

    def at(self, point: Point) -> Point:
        """A place of the scene in pixels of the picture."""
        return (point[0] * self.scale + self.left, point[1] * self.scale + self.top)

    def radius(self, size: float) -> float:
        """That of a node: it shrinks and grows more slowly than the distances."""
        return size * min(1.6, max(0.3, math.sqrt(self.scale)))


def sheet(drawn: Scene) -> Sheet:
    """The size that fits a scene."""
    points = [(item.x, item.y) for item in drawn.items] + [each for frame in drawn.frames for each in frame.outline]
    xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
    across, down = max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0)
    for wide in WIDTHS:
        room, high = wide - 2 * _BESIDE, _UPRIGHT * wide - 2 * _BELOW
        scale = min(room / across, high / down, _LARGEST)
        if scale >= _READABLE:
            break
    wide = round(min(wide, max(NARROWEST, across * scale + 2 * _BESIDE)))
    height = round(max(_FLAT * wide, down * scale + 2 * _BELOW))
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Sheet(wide, HEAD + height, scale, wide / 2 - middle_x * scale, HEAD + height / 2 - middle_y * scale)
