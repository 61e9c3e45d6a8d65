"""Printed lines to paragraphs and rows: a line goes on below if the next word would not have fitted into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokollgraph.extract.reader.blocks import PAGE, Paragraph
from protokollgraph.extract.reader.pdf.fragments import Fragment
from protokollgraph.extract.reader.pdf.hyphens import is_broken, joined
from protokollgraph.extract.reader.pdf.lines import Line

_ALIGNED = 0.8
"""In ems: cells that begin nearer to one another are of one column."""
_INDENT = 4.0
"""In ems: a first line begins by so much more to the left or right than the others, at most."""
_BLANK = 0.5
"""In ems: a blank is 0.25 to 0.35 wide, and what would just have fitted may not have."""
_PADDING = 0.5
"""In ems: a column ends so much before the next one begins."""
_LEFT_OPEN = 6.0
"""In ems: so much of a line may stay empty within a sentence."""
_INSET = 10.8
"""In points: the last column of a table ends so much before the margin, as Word has it."""
_NEARBY = 6
"""So many lines above and below a row tell its columns."""
_MARK = re.compile(
    r"(?P<bullet>[•▪●○‣◦■□►➢✓])|(?P<dash>[–—*-])(?:\s|$)|(?P<number>\(?\d{1,3}(?:\.\d{1,3})*[.)]?(?:\s|$)(?!Uhr|€|%))"
    r"|(?P<letter>\(?[a-z]\)\s)|(?P<item>(?:[Zz]u )?TOP\s?\d|§\s?\d)"
)
_BULLET = re.compile(r"(?P<border>\x0c*)(?P<sign>[•▪●○‣◦■□►➢✓–—*-])[\t ]+(?=\S)")
_LABEL = re.compile(r"[A-ZÄÖÜ][\w.-]*(?: [\w.&-]+){0,3}\s?:(?:\s|$)")
_CLOSED = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Setting:
    """How the program that made the document breaks its lines."""

    leading: float
    """How far the next line of a paragraph is below, in ems."""
    at_hyphens: bool
    """True if it breaks a line behind a hyphen within a word."""


@dataclass(slots=True)
class Column:
    """A cell of a block in the making: its text and where its latest line stands."""

    text: str
    left: float
    """Of its latest line."""
    right: float
    limit: float
    """Where a line of this cell has to end."""
    first_left: float
    style: int | None
    """That of all of its latest line, None if it has several or they are not known."""

    def goes_on_with(self, below: Fragment, setting: Setting) -> bool:
        """True if the first word of ``below`` would not have fitted into the latest line, or a sentence is cut."""
        room = self.limit - self.right - _BLANK * below.em
        if is_broken(self.text, below.text):
            return True
        if self.style is not None and below.first_style is not None and self.style != below.first_style:
            return False
        if (below.unit if setting.at_hyphens else below.word) > room:
            return True
        goes_on = below.text[0].islower() or below.text[0] == "("
        return goes_on and room < _LEFT_OPEN * below.em and not self.text.endswith(_CLOSED)


@dataclass(slots=True)
class Block:
    """A paragraph, or a row of cells, in the making."""

    columns: list[Column]
    base: float
    """Of its latest line."""
    em: float
    space: float | None = None
    """From the line above it, None for the first of a page or column."""
    lines: int = 1
    places: tuple[int, ...] = ()
    """Which columns of the rows above its cells stand in; empty if they are the first ones."""


def begin(line: Line, limits: Sequence[float], border: str = "") -> Block:
    """The block that this line begins; ``limits`` says where each of its cells has to end."""
    columns = [
        Column(cell.text, cell.left, cell.right, limit, cell.left, _style(cell))
        for cell, limit in zip(line.cells, limits, strict=True)
    ]
    columns[0].text = border + columns[0].text
    return Block(columns, line.base, line.em)


def as_paragraph(block: Block, set_off: bool) -> Paragraph:
    """The block as it is laid out: cells parted by tabs, a bullet as the mark of a list."""
    text, at = "", 0
    for column, place in zip(block.columns, block.places or range(len(block.columns)), strict=True):
        text += "\t" * (place - at) + column.text
        at = place
    mark = _BULLET.match(text)
    if mark:
        return Paragraph(mark["border"] + text[mark.end() :], f"{mark['sign']} ", set_off=set_off)
    return Paragraph(text, set_off=set_off)


def aligned(line: Line, starts: Sequence[float]) -> tuple[int, ...] | None:
    """Which of the columns that begin at ``starts`` the cells of a line stand in, None if one stands in none."""
    found: list[int] = []
    for cell in line.cells:
        near = [at for at, left in enumerate(starts) if abs(left - cell.left) <= _ALIGNED * cell.em]
        if not near or (found and near[0] <= found[-1]):
            return None
        found.append(near[0])
    return tuple(found)


def _style(cell: Fragment) -> int | None:
    return cell.first_style if cell.first_style == cell.last_style else None


def take_in(block: Block, line: Line, setting: Setting, elsewhere: bool = False, border: str = "") -> bool:
    """Add the line to the block if it goes on with it; False if it does not.

    ``elsewhere`` says that the line stands at the top of the next column or page; ``border`` goes into the text before.
    """
    em = max(block.em, line.em)
    if not elsewhere and not 0 < block.base - line.base <= setting.leading * em * 1.12 + 1:
        return False
    if abs(block.em - line.em) > 0.12 * em or _begins_anew(block, line, elsewhere):
        return False
    targets = _targets(block, line, setting, elsewhere)
    if targets is None:
        return False
    for column, cell in zip(targets, line.cells, strict=True):
        column.text = joined(column.text, cell.text, border)
        column.left, column.right, column.style = cell.left, cell.right, _style(cell)
        border = ""
    block.base, block.em = line.base, max(block.em, line.em)
    block.lines += 1
    return True


def _begins_anew(block: Block, line: Line, elsewhere: bool) -> bool:
    """True if the line has the look of a new paragraph: a bullet, a number, a label."""
    above, text = block.columns[-1].text, line.cells[0].text
    closed = above.endswith(_CLOSED)
    if elsewhere and closed and not text[:1].islower():
        return True
    mark = _MARK.match(text)
    if mark is None:
        return closed and bool(_LABEL.match(text))
    first = _MARK.match(block.columns[0].text.lstrip(PAGE))
    return (
        mark.lastgroup == "bullet"
        or closed
        or (len(line.cells) > 1 and abs(line.left - block.columns[0].first_left) < _ALIGNED * line.em)
        or (first is not None and first.lastgroup == mark.lastgroup and mark.lastgroup != "number")
    )


def _targets(block: Block, line: Line, setting: Setting, elsewhere: bool) -> list[Column] | None:
    """The column that each cell of the line goes on with, None if it is no continuation."""
    if len(block.columns) == 1:
        return _paragraph(block, line, setting)
    hanging = _hanging(block, line)
    if len(line.cells) >= len(block.columns):
        return None
    known = block.columns[1:] if elsewhere else block.columns
    found: list[Column] = []
    for cell in line.cells:
        near = [each for each in known if abs(each.left - cell.left) <= _ALIGNED * cell.em]
        column = hanging or (near[0] if near else None)
        if column is None or not column.goes_on_with(cell, setting):
            return None
        found.append(column)
    return found


def _paragraph(block: Block, line: Line, setting: Setting) -> list[Column] | None:
    column, cell = block.columns[0], line.cells[0]
    if len(line.cells) > 1 or not column.goes_on_with(cell, setting):
        return None
    shift = abs(cell.left - column.left)
    centred = abs((cell.left + cell.right) - (column.left + column.right)) <= cell.em
    return [column] if shift <= (_INDENT if block.lines == 1 else _ALIGNED) * cell.em or centred else None


def _hanging(block: Block, line: Line) -> Column | None:
    """The text behind a bullet or a number, if the line is nothing but more of it."""
    first, last = block.columns[0], block.columns[-1]
    if (
        len(line.cells) == 1
        and len(block.columns) == 2
        and len(first.text) <= 8
        and _MARK.match(first.text.lstrip(PAGE))
    ):
        return last if first.first_left - _ALIGNED * line.em <= line.left <= last.left else None
    return None


def limits(lines: Sequence[Line], margin: float) -> list[list[float]]:
    """For each line where its cells end at the latest: at the next cell, at a column nearby, or at the margin."""
    return [_ends(line, stops, margin) for run in _runs(lines) for line, stops in zip(run, _stops(run), strict=True)]


def _ends(line: Line, stops: Sequence[float], margin: float) -> list[float]:
    last = line.cells[-1]
    free = len(line.cells) == 1 and not any(abs(stop - line.left) <= _ALIGNED * line.em for stop in stops)
    edge = margin if free else margin - _INSET
    end = min([stop - _PADDING * last.em for stop in stops if stop > last.right and not free], default=edge)
    return [*(cell.left - _PADDING * cell.em for cell in line.cells[1:]), min(end, max(margin, last.right))]


def _runs(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """The lines parted where there is a wide gap."""
    run: list[Line] = []
    for line in lines:
        if run and run[-1].base - line.base > 2.5 * line.em:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _stops(run: Sequence[Line]) -> list[list[float]]:
    """For each line where columns begin: those that two rows nearby share."""
    found: list[list[float]] = []
    for index in range(len(run)):
        near = run[max(0, index - _NEARBY) : index + _NEARBY + 1]
        starts = sorted(cell.left for line in near for cell in line.cells[1:])
        found.append([a for a, b in pairwise(starts) if b - a <= _ALIGNED * run[index].em / 2])
    return found
