"""The paragraphs and tables of a document as its lines come in, page after page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protokollgraph.extract.reader import blocks
from protokollgraph.extract.reader.blocks import PAGE
from protokollgraph.extract.reader.pdf import paragraphs
from protokollgraph.extract.reader.pdf.lines import Line
from protokollgraph.extract.reader.pdf.pages import Band
from protokollgraph.extract.reader.pdf.paragraphs import Block, Setting
from protokollgraph.extract.reader.pdf.tables import Cell, Row

_PADDING = 12.0
"""In points: text stands no further from the border of its cell, unless it is indented."""


@dataclass(slots=True)
class BorderedRow:
    """A row of a table with borders in the making: the paragraphs of its cells."""

    places: tuple[int, ...]
    """Where its cells begin, in whole points."""
    cells: list[list[Block]]
    base: float
    space: float | None
    """From the line above, None if that is a row, too, or none."""


class Flow:
    """Puts lines together, band after band, page after page."""

    def __init__(self, setting: Setting) -> None:
        self.found: list[Block | BorderedRow] = []
        self._setting = setting
        self._border = ""
        """What has to go into the text before the next line: the borders of pages."""
        self._at_top = True
        """True until the first line of a page or column is in."""
        self._cut: Block | None = None
        """The cell of a row that a page border has cut."""
        self._starts: list[float] = []
        """Where the cells of the latest row without borders begin."""

    def turn(self) -> None:
        """Go on to the next page."""
        self._border += PAGE

    def add(self, band: Band, margin: float) -> None:
        """Take in the lines and rows of a band that ends on the right at ``margin``."""
        self._at_top = True
        run: list[Line] = []
        for item in band.items:
            if isinstance(item, Line):
                run.append(item)
                continue
            self._lines(run, margin)
            run = []
            self._row(item)
        self._lines(run, margin)

    def end(self) -> None:
        """Note the borders of empty pages at the end."""
        if self._border and self.found:
            last = self.found[-1]
            block = last if isinstance(last, Block) else next(cell[-1] for cell in reversed(last.cells) if cell)
            block.columns[-1].text += self._border
            self._border = ""

    def _lines(self, lines: Sequence[Line], margin: float) -> None:
        for line, limits in zip(lines, paragraphs.limits(lines, margin), strict=True):
            last = self.found[-1] if self.found else None
            if not self._goes_on(last, line):
                block = paragraphs.begin(line, limits, self._border)
                block.space = None if self._at_top or last is None else last.base - line.base
                self._place(block, line)
                self.found.append(block)
            self._at_top, self._border = False, ""

    def _goes_on(self, last: Block | BorderedRow | None, line: Line) -> bool:
        """Take the line in if it belongs to what is above it."""
        if isinstance(last, Block):
            return paragraphs.take_in(last, line, self._setting, self._at_top, self._border)
        if last is None or len(line.cells) > 1:
            return False
        if self._at_top:
            starts = [cell[-1].columns[-1].left if cell else 0.0 for cell in last.cells]
            at = paragraphs.aligned(line, starts)
            self._cut = last.cells[at[0]][-1] if at and at[0] else None
        return self._cut is not None and paragraphs.take_in(self._cut, line, self._setting, self._at_top, self._border)

    def _place(self, block: Block, line: Line) -> None:
        """Tell which columns of the row above a line leaves empty."""
        at = paragraphs.aligned(line, self._starts)
        near = block.space is not None and block.space < 2.5 * line.em
        if len(line.cells) == 1 and (at is None or not near):
            self._starts = []
        elif at is None or len(line.cells) > len(self._starts):
            self._starts = [cell.left for cell in line.cells]
        else:
            block.places = at

    def _row(self, row: Row) -> None:
        places = tuple(round(cell.left) for cell in row.cells)
        filled = [index for index, cell in enumerate(row.cells) if cell.lines]
        above = self.found[-1] if self.found else None
        if not filled:
            return
        if self._at_top and isinstance(above, BorderedRow) and above.places == places and len(filled) == 1:
            self._run_on(above, filled[0], row.cells[filled[0]])
        else:
            cells = [self._cell(cell, []) for cell in row.cells]
            first = max(cell.lines[0].base for cell in row.cells if cell.lines)
            space = above.base - first if isinstance(above, Block) and not self._at_top else None
            self.found.append(BorderedRow(places, cells, min(cell[-1].base for cell in cells if cell), space))
        self._at_top = False

    def _run_on(self, above: BorderedRow, index: int, cell: Cell) -> None:
        """The rest of a row that a page border has cut: more of one of its cells."""
        above.cells[index] = self._cell(cell, above.cells[index])
        above.base = above.cells[index][-1].base

    def _cell(self, cell: Cell, found: list[Block]) -> list[Block]:
        """The paragraphs of a cell after those that are ``found`` on the page before."""
        lefts = [line.left for line in cell.lines]
        padding = min(_PADDING, max(1.0, min(lefts, default=0.0) - cell.left))
        elsewhere = True
        for line in cell.lines:
            if not (found and paragraphs.take_in(found[-1], line, self._setting, elsewhere, self._border)):
                ends = [each.left for each in line.cells[1:]] + [cell.right - padding]
                found.append(paragraphs.begin(line, ends, self._border))
            elsewhere, self._border = False, ""
        return found


def as_blocks(found: Sequence[Block | BorderedRow], set_off: float) -> list[blocks.Block]:
    """The blocks of the kept text; what stands further than ``set_off`` below the line above begins after a gap."""
    made: list[blocks.Block] = []
    rows: list[BorderedRow] = []
    for each in found:
        if isinstance(each, BorderedRow):
            if rows and rows[-1].places != each.places and each.space is not None:
                made.append(_table(rows))
                rows = []
            rows.append(each)
            continue
        if rows:
            made.append(_table(rows))
            rows = []
        made.append(paragraphs.as_paragraph(each, each.space is not None and each.space > set_off))
    return [*made, _table(rows)] if rows else made


def _table(rows: Sequence[BorderedRow]) -> blocks.Table:
    return blocks.Table(
        tuple(
            tuple(blocks.Cell(tuple(paragraphs.as_paragraph(each, False) for each in cell)) for cell in row.cells)
            for row in rows
        )
    )
