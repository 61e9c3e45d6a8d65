"""Cells that run on in the line below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.passage import join
from protokollgraph.extract.segment.parts import Cell

_DASHES_AROUND = re.compile(r"\s[–-]\s?\S[^–-]*[–-]$")


def open_ended(text: str) -> bool:
    """A cell that goes on below: it ends in a comma or a hyphen, that of "Anja Muster -Vertreterin-" aside."""
    return not _DASHES_AROUND.search(text) and text.endswith((",", "-", " Dr.", " Prof.", "(", "/"))


def append_below(above: list[Cell], cells: Sequence[Cell]) -> None:
    """Join each cell to the one above that begins nearest."""
    for column, passage in cells:
        index = min(range(len(above)), key=lambda i: abs(above[i][0] - column))
        above[index] = (above[index][0], join((above[index][1], passage)))
