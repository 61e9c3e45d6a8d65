"""A protocol in plain text as somebody would type it in an office program: headings, lists and tables instead of marks.

The text is parted by the rules of the package, so that whatever these do not understand is lost on both sides; what the
tests compare is what becomes of it in DOCX, ODT and HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from protokollgraph.extract import clean
from protokollgraph.extract import style as styles
from protokollgraph.extract.passage import SOFT_BREAK, Passage, plain
from protokollgraph.extract.segment import Attendee, Block, Protocol, Section, TaskRow, segment
from protokollgraph.extract.style import normalised


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Numbered:
    """Items that the program numbers, each with its level; ``prefix`` stands before every number: "TOP "."""

    items: tuple[tuple[int, str], ...]
    prefix: str


@dataclass(frozen=True)
class Grid:
    """A table; a cell is a text or holds parts of its own."""

    rows: tuple[tuple[str | tuple[Part, ...], ...], ...]


Part = Heading | Text | Bullets | Numbered | Grid


def authored(source: str) -> list[Part]:
    """The parts of a protocol in the order of the text."""
    lines = clean.lines(source)
    style = styles.choose(styles.packaged(), " ".join(line.text for line in lines[:12]))
    protocol = segment(lines, style)
    placed: list[tuple[int, Sequence[Part]]] = []
    for number, line in enumerate(protocol.title):
        text = plain(line.text)
        placed.append((_at(line), [Text(text) if number else Heading(text, 0)]))
    if protocol.fields:
        rows = tuple((plain(f.label.text), plain(f.value.text)) for f in protocol.fields)
        placed.append((_at(protocol.fields[0].label), [Grid(rows)]))
    placed.extend(_attendance(protocol, lines))
    placed.extend((_at(passage), [Text(plain(passage.text))]) for passage in (*protocol.loose, *protocol.closing))
    if protocol.legend:
        placed.append((_at(protocol.legend), [Text(plain(protocol.legend.text))]))
    if protocol.agenda:
        heading = _line_of(protocol, lines, "agenda")
        at = _at(heading.passage) if heading else _at(protocol.agenda[0].mark)
        placed.append((at, [Heading("Tagesordnung"), *_agenda(protocol)]))
    if protocol.sections:
        heading = _line_of(protocol, lines, "results", _at(protocol.agenda[-1].mark) if protocol.agenda else 0)
        beside = "<p>" in source
        parts = [_beside(protocol.sections)] if beside else [p for s in protocol.sections for p in _section(s)]
        placed.append((_at(protocol.sections[0].mark), [*([Heading(heading.text)] if heading else []), *parts]))
    if protocol.tasks:
        heading = _line_of(protocol, lines, "tasks")
        title = heading.text if heading else "Aufgaben"
        placed.append((_at(protocol.tasks[0].row), [Heading(title), _tasks(protocol.tasks)]))
    return [part for _, parts in sorted(placed, key=lambda each: each[0]) for part in parts]


def _line_of(protocol: Protocol, lines: Sequence[clean.Line], section: str, behind: int = -1) -> clean.Line | None:
    """The line that begins a part."""
    return next((x for x in lines if protocol.style.section(x.text) == section and _at(x.passage) > behind), None)


def _at(passage: Passage) -> int:
    return passage.origin[0] if passage.text else 0


def _attendance(protocol: Protocol, lines: Sequence[clean.Line]) -> Iterator[tuple[int, Sequence[Part]]]:
    known = protocol.style.columns
    seen: tuple[str, ...] = ()
    for headings, rows in groupby(protocol.attendees, key=lambda row: tuple(h.text for h in row.headings)):
        group = list(rows)
        parts: list[Part] = [
            Heading(text, 1 if not index else 2) for index, text in enumerate(headings) if text not in seen
        ]
        head = next(
            (
                line
                for line in lines
                if len(line.cells) > 1 and all(normalised(c.text) in known for c in line.cells)
                if _at(line.passage) < _at(group[0].cells[0]) and group[0].columns
            ),
            None,
        )
        seen = headings
        if all(len(row.cells) == 1 for row in group):
            parts.append(Bullets(tuple(plain(row.cells[0].text) for row in group)))
        else:
            parts.append(_register(group, head))
        yield _at(group[0].cells[0]) - 1, parts


def _register(rows: Sequence[Attendee], head: clean.Line | None) -> Grid:
    """The rows as a table: cells that begin in the same column of the text are in the same column of the table."""
    widest = max(len(row.cells) for row in rows)
    rows = [replace(row, cells=tuple(sorted(row.cells, key=_at))) for row in rows]
    starts = [[_column(cell) for cell in row.cells] for row in rows]
    tabbed = (
        any("\t" in row.cells[0].source[_at(row.cells[0]) : _at(row.cells[-1])] for row in rows) or head is not None
    )
    table = []
    columns = sorted({start for row in starts if len(row) == widest for start in row})
    columns = [c for i, c in enumerate(columns) if not i or c - columns[i - 1] > 3]
    if head is not None:
        table.append(tuple(cell.text for cell in head.cells))
    for row, start in zip(rows, starts, strict=True):
        cells = [""] * (widest if tabbed else len(columns))
        for index, cell in enumerate(row.cells):
            at = index if tabbed else min(range(len(columns)), key=lambda i: abs(columns[i] - start[index]))
            cells[at] = f"{cells[at]} {plain(cell.text)}".strip()
        table.append(tuple(cells))
    return Grid(tuple(table))


def _column(cell: Passage) -> int:
    return _at(cell) - cell.source.rfind("\n", 0, _at(cell)) - 1


def _agenda(protocol: Protocol) -> list[Part]:
    items = [
        (i.mark.text, _with_breaks(i.text.text), plain(i.presenter.text) if i.presenter else "")
        for i in protocol.agenda
    ]
    if any(presenter for *_, presenter in items):
        return [Grid(tuple(items))]
    prefix = items[0][0].removesuffix(protocol.agenda[0].number)
    counted = tuple((item.number.count("."), text) for item, (_, text, _) in zip(protocol.agenda, items, strict=True))
    if [item.number for item in protocol.agenda] == _counted(level for level, _ in counted):
        return [Numbered(counted, prefix)]
    return [Text(f"{mark} {text}") for mark, text, _ in items]


def _with_breaks(text: str) -> str:
    """What the text sets apart in italics stands on a line of its own, as it does where somebody has the room."""
    return "\n".join(plain(part) for part in text.split(SOFT_BREAK) if part.strip())


def _counted(levels: Iterator[int]) -> list[str]:
    counts: list[int] = []
    found = []
    for level in levels:
        counts = [*counts[: level + 1], *[0] * (level + 1 - len(counts))]
        counts[level] += 1
        found.append(".".join(map(str, counts)))
    return found


def _section(section: Section) -> list[Part]:
    return [Heading(_heading(section), 2), *_blocks(section)]


def _heading(section: Section) -> str:
    between = section.mark.source[section.mark.origin[-1] + 1 : _at(section.heading)] if section.heading else ""
    return f"{section.mark.text}{plain_gap(between)}{plain(section.heading.text)}".strip()


def plain_gap(text: str) -> str:
    """What stands between a number and its title, with white space as one blank."""
    return re.sub(r"\s+", " ", text) or " "


def _beside(sections: Sequence[Section]) -> Grid:
    return Grid(tuple((s.mark.text, (Text(plain(s.heading.text)), *_blocks(s))) for s in sections))


def _blocks(section: Section) -> list[Part]:
    parts: list[Part] = []

    def kind(block: Block) -> str:
        return "row" if block.cells else "bullet" if block.bullet else "text"

    for what, blocks in groupby(section.blocks, key=kind):
        if what == "row":
            parts.append(Grid(tuple(tuple(plain(c.text) for c in b.cells) for b in blocks)))
        elif what == "bullet":
            parts.append(Bullets(tuple(plain(b.passage.text) for b in blocks)))
        else:
            parts.extend(Text(_with_breaks(b.passage.text)) for b in blocks)
    if section.tasks:
        parts.append(_tasks(section.tasks))
    return parts


def _tasks(rows: Sequence[TaskRow]) -> Grid:
    def text(passage: Passage | None) -> str:
        return plain(passage.text) if passage else ""

    return Grid(
        (("Aufgabe", "verantwortlich", "Termin"), *((text(r.task), text(r.assignee), text(r.due)) for r in rows))
    )
