"""Tables of tasks: what, who, until when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment.columns import append_below
from protokollgraph.extract.segment.parts import Cell, TaskRow
from protokollgraph.extract.style import Style, normalised

_DASH = re.compile(r"\s[–—-]\s")


def tasks(style: Style, body: Sequence[Line]) -> tuple[list[TaskRow], list[Line]]:
    """The tables of tasks in these lines, and the lines that are no part of one."""
    rows: list[list[Cell]] = []
    tasks: list[TaskRow] = []
    rest: list[Line] = []
    header: list[tuple[int, str | None]] = []
    for line in body:
        cells = line.columns()
        kinds = [style.columns.get(normalised(p.text)) for _, p in cells] if len(cells) > 1 else []
        if ("task" in kinds or "content" in kinds) and ("assignee" in kinds or "due" in kinds):
            tasks.extend(_rows(header, rows))
            header, rows = [(c, k) for (c, _), k in zip(cells, kinds, strict=True)], []
        elif header and (
            len(cells) > 1 or (rows and not line.blank_before and len(cells) == 1 and "\t" not in line.text)
        ):
            if len(cells) > 1 and not (len(cells) < len(header) and line.indent > 3):
                rows.append(list(cells))
            elif rows:
                append_below(rows[-1], cells)
        else:
            tasks.extend(_rows(header, rows))
            header, rows = [], []
            rest.append(line)
    tasks.extend(_rows(header, rows))
    return tasks, rest


def listed(lines: Sequence[Line]) -> list[TaskRow]:
    """Tasks that stand one in a line: "Antrag prüfen – Frau Muster – 15.07.2024"."""
    found = []
    for line in lines:
        parts = line.passage.split(_DASH)
        if len(parts) == 3 and all(len(part.text) > 2 for part in parts):
            found.append(TaskRow(line.passage, *parts))
    return found


def _rows(header: Sequence[tuple[int, str | None]], rows: Sequence[Sequence[Cell]]) -> list[TaskRow]:
    found = []
    for cells in rows:
        if len(cells) == len(header):
            named = {kind: passage for (_, kind), (_, passage) in zip(header, cells, strict=True)}
        else:
            named = {_nearest(header, column): passage for column, passage in cells}
        task = named.get("task") or named.get("content")
        if task:
            found.append(task_row(cells, task, named.get("assignee"), named.get("due")))
    return found


def task_row(cells: Sequence[Cell], task: Passage, assignee: Passage | None, due: Passage | None) -> TaskRow:
    """A task of a table; its place is the whole row."""
    first = min(p.origin[0] for _, p in cells if p)
    last = max(max(p.origin) for _, p in cells if p)
    row = Passage(task.source[first : last + 1], range(first, last + 1), task.source)
    return TaskRow(row, task, assignee, due)


def _nearest(header: Sequence[tuple[int, str | None]], column: int) -> str | None:
    return min(header, key=lambda head: abs(head[0] - column))[1]
