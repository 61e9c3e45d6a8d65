"""Tables without borders, told by the order of writing: a program writes cell after cell, each from the top down.

Where the writing goes up again to the height of a cell's first line and on to the right of it, the next cell of the
same row begins. Rows of single lines beside such a row belong to the same table if they begin in its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokollgraph.extract.reader.pdf.fragments import SAME_LINE, Fragment
from protokollgraph.extract.reader.pdf.lines import COLUMN_LINES, rows
from protokollgraph.extract.reader.pdf.tables import Cell, Row

_PADDING = 5.4
"""In points: how far text stands from where its cell begins and ends, as Word and LibreOffice have it."""
_ALIGNED = 0.8
"""In ems: cells that begin nearer to one another are of one column."""
_LINES = 2.2
"""In ems: lines of a cell are no further apart."""

Group = list[Fragment]


@dataclass(slots=True)
class _Row:
    cells: list[Group]

    @property
    def is_wrapped(self) -> bool:
        """True if a cell before the last has several lines: the writing went up again."""
        return any(len(cell) > 1 for cell in self.cells[:-1])

    @property
    def starts(self) -> list[float]:
        return [min(each.left for each in cell) for cell in self.cells]


def tables(fragments: Sequence[Fragment]) -> tuple[list[Row], list[Fragment]]:
    """The rows of tables without borders, and the fragments outside of them."""
    found = list(_rows(_cells(fragments)))
    if not any(row.is_wrapped for row in found):
        return [], list(fragments)
    edge = max(each.right for each in fragments) - _PADDING
    taken: set[int] = set()
    made: list[Row] = []
    for table in _tables(found):
        columns = [(start - _PADDING, end) for start, end in _columns(table, edge)]
        for row in table:
            taken.update(id(each) for cell in row.cells for each in cell)
            made.append(_row(row, columns))
    return made, [each for each in fragments if id(each) not in taken]


def _cells(fragments: Sequence[Fragment]) -> Iterator[Group]:
    """Runs of lines one below the other."""
    cell: Group = []
    for each in fragments:
        if cell and not _is_below(cell, each):
            yield cell
            cell = []
        cell.append(each)
    if cell:
        yield cell


def _is_below(cell: Group, each: Fragment) -> bool:
    left = min(known.left for known in cell)
    return (
        0 < cell[-1].base - each.base <= _LINES * each.em
        and each.left >= left - _ALIGNED * each.em
        and each.left < max(known.right for known in cell)
    )


def _rows(cells: Iterator[Group]) -> Iterator[_Row]:
    """Cells whose first lines stand on one line; what a cell's column holds above that line is none of the row."""
    row = _Row([])
    for cell in cells:
        if row.cells and _stands_beside(row, cell):
            row.cells.append(cell)
            continue
        if len(row.cells) > 1:
            yield row
        row = _Row([cell])
    if len(row.cells) > 1:
        yield row


def _stands_beside(row: _Row, cell: Group) -> bool:
    first = cell[0]
    at = next((n for n, each in enumerate(row.cells[-1]) if abs(each.base - first.base) <= SAME_LINE * first.em), None)
    if at is None or first.left <= max(each.right for each in row.cells[-1][at:]):
        return False
    if len(row.cells) > 1:
        return at == 0
    row.cells[0] = row.cells[0][at:]
    return True


def _tables(found: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows that stand in the same columns as a wrapped one, or one after another."""
    table: list[_Row] = []
    for row in found:
        if table and not _fits(row, table):
            yield from _with_wrapped(table)
            table = []
        table.append(row)
    yield from _with_wrapped(table)


def _with_wrapped(table: list[_Row]) -> Iterator[list[_Row]]:
    """The table if it is one; a single row of several long cells is text in columns."""
    long = sum(len(cell) >= COLUMN_LINES for row in table for cell in row.cells)
    if any(row.is_wrapped for row in table) and not (len(table) == 1 and long > 1):
        yield table


def _fits(row: _Row, table: Sequence[_Row]) -> bool:
    """True if the row begins in the first column of the table and shares another with a row of it."""
    first = row.cells[0][0]
    return abs(row.starts[0] - table[-1].starts[0]) <= _ALIGNED * first.em and any(
        abs(start - other) <= _ALIGNED * first.em
        for start in row.starts[1:]
        for known in table
        for other in known.starts[1:]
    )


def _columns(table: Sequence[_Row], edge: float) -> Iterator[tuple[float, float]]:
    """Where the columns begin and end: before the next one, or where the lines of long cells do."""
    em = table[0].cells[0][0].em
    starts: list[float] = []
    for start in sorted(start for row in table for start in row.starts):
        if not starts or start - starts[-1] > _ALIGNED * em:
            starts.append(start)
    for start, following in pairwise([*starts, max(edge, starts[-1] + 1) + _PADDING]):
        cells = [cell for row in table for cell in row.cells if start - 1 <= cell[0].left < following - 1]
        wrapped = [each.right for cell in cells for each in cell[:-1]]
        end = following - _PADDING
        yield start, min(end, max(wrapped) + _PADDING + em / 2) if len(wrapped) > COLUMN_LINES else end


def _row(row: _Row, columns: Sequence[tuple[float, float]]) -> Row:
    """A row with all its columns, the empty ones, too."""
    cells: list[Cell] = []
    for number, (left, right) in enumerate(columns):
        following = columns[number + 1][0] if number + 1 < len(columns) else float("inf")
        inside = [each for cell in row.cells for each in cell if left <= cell[0].left + 1 < following]
        cells.append(Cell(left, right, tuple(rows(inside)) if inside else ()))
    first = row.cells[0][0]
    return Row(first.base + first.em, tuple(cells))
