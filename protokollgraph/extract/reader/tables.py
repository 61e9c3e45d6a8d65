"""Tables as lines: a row is one line, its cells parted by tabs, wherever a reader would read it as one.

A row whose cells hold paragraphs, lists or tables of their own (results beside the number of their item, two columns
of text side by side) becomes several lines. Which of the two it is, the cells tell: see :func:`_row`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from protokollgraph.extract.reader.blocks import PAGE, Block, Line, Table

Inner = Callable[[Sequence[Block]], tuple[Line, ...]]
"""The lines of the blocks in a cell."""
Filled = list[tuple[int, tuple[Line, ...]]]
"""The cells of a row that hold text: the column each begins in, and its lines."""

_MOST_COLUMNS = 200
"""A cell that claims more columns has this many; nobody prints more."""
_ENTRY = 90
"""A line of a cell above this length is prose, not an entry of a list."""
_BESIDE = 300
"""Prose up to this length is joined to one line if other cells stand beside it."""
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]$")
_GOES_ON = re.compile(r"[,;/(–-]$")
_LABEL = re.compile(r"[^\W\d_][^\t]{0,58}:$")
_NUMBER = re.compile(r"(?:TOP\s*|Ö\s*|N\s*)?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-z])?[.):]?$")
_PAIRED = 3
"""From this many lines on, cells with as many lines each are read across."""


def rows_of(table: Table, inner: Inner) -> Iterator[Line]:
    """The lines of a table, row by row; columns that are empty throughout are left out."""
    placed = list(_placed(table, inner))
    columns = sorted({column for row in placed for column, lines in row if lines})
    rank = {column: index for index, column in enumerate(columns)}
    for row in placed:
        filled = [(rank[column], lines) for column, lines in row if lines]
        if filled:
            yield from _row(filled)


def _placed(table: Table, inner: Inner) -> Iterator[Filled]:
    """Each row's cells in their columns; a cell over several rows stands in each, unless it only counts or labels."""
    below: dict[int, tuple[int, int, tuple[Line, ...]]] = {}
    for number, row in enumerate(table.rows):
        found: Filled = []
        column = 0
        for cell in (*row, None):
            while column in below and below[column][0] >= number:
                _, width, lines = below[column]
                found.append((column, lines))
                column += width
            if cell is None:
                break
            lines = inner(cell.blocks)
            found.append((column, lines))
            width = max(1, min(cell.columns, _MOST_COLUMNS))
            if cell.rows > 1:
                below[column] = (number + cell.rows - 1, width, _repeated(column, lines))
            column += width
        yield found


def _repeated(column: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What a cell over several rows says in the rows below its first."""
    if len(lines) != 1 or (column == 0 and (_NUMBER.match(lines[0].text) or _LABEL.match(lines[0].text))):
        return ()
    return (replace(lines[0], text=lines[0].text.replace(PAGE, "")),)


def _row(filled: Filled) -> Iterator[Line]:
    """A row as lines: one cell as it is, entries in a line, names and their posts across, else in turn."""
    if len(filled) == 1:
        column, lines = filled[0]
        if column and len(lines) == 1:
            yield Line("\t" * column + lines[0].text)
        else:
            yield from lines
        return
    across = _across(filled)
    if across:
        yield from across
        return
    numbered = len(filled[0][1]) == 1 and bool(_NUMBER.match(filled[0][1][0].text.lstrip(PAGE)))
    if numbered and len(filled) == 2:
        yield from _in_turn(filled)
        return
    beside = not numbered and _is_beside(filled)
    joined = [(column, _joined(lines, beside=beside)) for column, lines in filled]
    texts = [(column, text) for column, text in joined if text is not None]
    if len(texts) == len(filled):
        yield Line(_tabbed(texts))
    else:
        yield from _in_turn(filled)


def _tabbed(cells: Sequence[tuple[int, str]]) -> str:
    line, at = "", 0
    for column, text in cells:
        line += "\t" * (column - at) + text
        at = column
    return line


def _across(filled: Filled) -> list[Line]:
    """Cells that hold the same number of entries, the first among them: the entries of a line belong together."""
    many = [lines for _, lines in filled if len(lines) > 1]
    count = len(filled[0][1])
    if count < _PAIRED or len(many) < 2 or any(len(lines) != count for lines in many):
        return []
    if not all(_stands_alone(line) for lines in many for line in lines):
        return []
    return [
        Line(_tabbed([(column, lines[index].text) for column, lines in filled if index < len(lines)]))
        for index in range(count)
    ]


def _is_entry(line: Line) -> bool:
    """A line that can be one of several in a cell: a name, a part of an address; no prose and no row of a table."""
    text = line.text
    return len(text) <= _ENTRY and "\t" not in text and not (_SENTENCE_END.search(text) and len(text.split()) > 4)


def _stands_alone(line: Line) -> bool:
    """An entry that neither goes on in the next line nor goes on from the one before."""
    return _is_entry(line) and not line.text[:1].islower() and not _GOES_ON.search(line.text)


def _is_beside(filled: Filled) -> bool:
    """A row of a register: one cell with some prose, single entries beside it."""
    many = [lines for _, lines in filled if len(lines) > 1]
    return (
        len(many) == 1
        and len(filled) > 2
        and sum(len(line.text) for line in many[0]) <= _BESIDE
        and not any("\t" in line.text for line in many[0])
    )


def _joined(lines: tuple[Line, ...], *, beside: bool) -> str | None:
    """The lines of a cell as one, None if they are no entries of a list; a comma or semicolon parts entries."""
    if len(lines) == 1:
        return lines[0].text
    if any(line.text.endswith(":") or ";" in line.text for line in lines) or not all(_is_entry(line) for line in lines):
        return " ".join(line.text.strip() for line in lines) if beside else None
    texts = [_without_bullet(line) for line in lines]
    parting = "; " if any("," in text for text in texts) else ", "
    whole = texts[0]
    for text in texts[1:]:
        if whole.endswith("-") and text[:1].islower():
            whole = whole[:-1] + text
        elif _GOES_ON.search(whole) or text[:1].islower() or text[:1] == "(":
            whole = f"{whole} {text}"
        else:
            whole = whole + parting + text
    return whole


def _without_bullet(line: Line) -> str:
    text = line.text.strip()
    return text.removeprefix(line.mark).strip() if line.mark and not re.search(r"\w", line.mark) else text


def _in_turn(filled: Filled) -> Iterator[Line]:
    """Cell after cell; a number or a short label leads the first line of the cell behind it."""
    (_, first), *rest = filled
    if len(first) == 1 and len(first[0].text) <= _ENTRY:
        column, lines = rest[0]
        if _LABEL.match(first[0].text.strip()) and len(lines) > 1:
            yield first[0]
        else:
            yield Line(_tabbed([(filled[0][0], first[0].text), (column, lines[0].text)]), first[0].gap)
            lines = lines[1:]
        yield from lines
        rest = rest[1:]
    else:
        yield from first
    for _, lines in rest:
        yield from lines
