"""Ticks in a column for who was there: a row without one says nothing of attendance, where others have one."""

from __future__ import annotations

from collections.abc import Sequence

from protokollgraph.extract.segment.parts import Cell
from protokollgraph.extract.style import Style, normalised

Heads = tuple[tuple[int, str | None], ...]
"""Where each column of a table begins, and what its head says."""

_NO_TICK = frozenset("☐□○–-")


def unticked(style: Style, rows: Sequence[tuple[Sequence[Cell], Heads]]) -> frozenset[int]:
    """Which rows stand in a table with ticks and have none; a word or a letter ("e") in its place says something."""
    ticked = {id(heads) for cells, heads in rows if _is_ticked(style, _status(cells, heads))}
    return frozenset(
        index
        for index, (cells, heads) in enumerate(rows)
        if id(heads) in ticked and len(cells) > 1 and (_status(cells, heads) or "-") in _NO_TICK
    )


def _status(cells: Sequence[Cell], heads: Heads) -> str:
    """What stands in the column for who was there."""
    columns = {column for column, kind in heads if kind == "status"}
    return next((passage.text for column, passage in cells if column in columns), "")


def _is_ticked(style: Style, text: str) -> bool:
    return len(text) == 1 and style.marks.get(normalised(text)) == "present"
