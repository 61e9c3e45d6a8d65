"""The body of an ODT in the order of reading: paragraphs with their numbers, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.blocks import PAGE, Block, Paragraph, Table
from protokollgraph.extract.reader.odt import inline, lists
from protokollgraph.extract.reader.odt.lists import OUTLINE, Counter, Levels
from protokollgraph.extract.reader.odt.names import TABLE, TEXT, XML_ID, count
from protokollgraph.extract.reader.odt.styles import NONE, Key, Style
from protokollgraph.extract.reader.odt.tables import cells, rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEFT_OUT = frozenset(
    TEXT + name
    for name in (
        *("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "table-of-content"),
        *("illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography"),
    )
)
_LONGEST_SET_OFF = 120
_DEEPEST = 40
"""Tables, lists, text boxes and notes may stand in one another so many times."""
_LARGEST = 100_000


@dataclass(slots=True)
class _Place:
    """Where in a list the next paragraph stands."""

    counter: Counter
    levels: Levels
    level: int
    numbered: bool
    """It is the first of its item."""
    start: int | None = None


@dataclass(slots=True)
class Body:
    """Reads blocks one after another: lists count on, and pages are told by styles."""

    styles: Mapping[Key, Style]
    list_styles: Mapping[str, Levels]
    _counters: dict[str, Counter] = field(default_factory=dict)
    """The counters of lists by their ids, and the latest of each style by its name."""
    _outline: Counter = field(default_factory=lambda: Counter(OUTLINE))
    _printed: dict[str, int] = field(default_factory=dict)
    _depth: int = 0

    def blocks(self, container: Element, hanging: list[Element] | None = None) -> Iterator[Block]:
        """What stands in the body, a section, a text box or a note.

        In a cell of a table, notes are collected in ``hanging``: they come behind the table.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormatError(
                f"has tables or lists in one another, more than {_DEEPEST} deep.", "Save it as plain text."
            )
        for element in container:
            below: list[Element] = []
            yield from self._one(element, below, in_table=hanging is not None)
            if hanging is None:
                for each in below:
                    yield from self._note(each)
            else:
                hanging.extend(below)
        self._depth -= 1

    def _one(self, element: Element, below: list[Element], *, in_table: bool) -> Iterator[Block]:
        tag = element.tag
        if tag in (TEXT + "p", TEXT + "h"):
            yield from self._paragraph(element, below, None, in_table)
        elif tag == TEXT + "list":
            yield from self._list(element, below, in_table, None)
        elif tag == TABLE + "table":
            yield Table(tuple(tuple(cells(row, lambda cell: tuple(self.blocks(cell, below)))) for row in rows(element)))
        elif tag == TEXT + "soft-page-break":
            yield Paragraph(PAGE)
        elif tag == TEXT + "section":
            hidden = element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"
            if not hidden:
                yield from self.blocks(element, below if in_table else None)
        elif tag == TEXT + "numbered-paragraph":
            for child in element:
                yield from self._paragraph(child, below, None, in_table)
        elif tag not in _LEFT_OUT:
            yield from self.blocks(element, below if in_table else None)

    def _list(self, element: Element, below: list[Element], in_table: bool, outer: _Place | None) -> Iterator[Block]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormatError(
                f"has tables or lists in one another, more than {_DEEPEST} deep.", "Save it as plain text."
            )
        counter, levels = self._counter(element, outer)
        level = outer.level + 1 if outer else 0
        for item in element:
            numbered = item.tag == TEXT + "list-item"
            start = item.get(TEXT + "start-value")
            place = _Place(counter, levels, level, numbered, count(start, _LARGEST, 0) if start else None)
            for child in item:
                if child.tag == TEXT + "list":
                    yield from self._list(child, below, in_table, place)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    yield from self._paragraph(child, below, place, in_table)
                    place.numbered = False
        self._depth -= 1

    def _counter(self, element: Element, outer: _Place | None) -> tuple[Counter, Levels]:
        """The counter of a list: that of the list around it, of the one it goes on with, or a new one."""
        name = str(element.get(TEXT + "style-name") or "") or (
            outer.counter.style if outer else self._by_paragraph(element)
        )
        levels = self.list_styles.get(name, {})
        if outer:
            return outer.counter, levels or outer.levels
        before = self._counters.get(str(element.get(TEXT + "continue-list")))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._counters.get(f"style {name}")
        counter = before or Counter(name)
        self._counters[f"style {name}"] = counter
        if element.get(XML_ID):
            self._counters[str(element.get(XML_ID))] = counter
        return counter, levels

    def _by_paragraph(self, element: Element) -> str:
        """The style of a list that names none: that of its first paragraph (5.3.1)."""
        first = next((each for each in element.iter(TEXT + "p", TEXT + "h")), None)
        return (self._style(first).list_style or "") if first is not None else ""

    def _style(self, paragraph: Element) -> Style:
        return self.styles.get(("paragraph", str(paragraph.get(TEXT + "style-name"))), NONE)

    def _paragraph(
        self, element: Element, below: list[Element], place: _Place | None, in_table: bool
    ) -> Iterator[Block]:
        style = self._style(element)
        found = inline.read(element, style, self.styles)
        below.extend(found.notes)
        heading = element.tag == TEXT + "h" or style.heading
        mark = self._mark(element, place)
        if heading and mark[-2:-1].isalnum() and not in_table:
            mark = mark[:-1] + "\t"
        text = (PAGE if style.new_page and not in_table else "") + found.text
        like = found.bold and len(text.strip().partition("\n")[0]) <= _LONGEST_SET_OFF
        if not found.hidden:
            yield Paragraph(text, mark, place.level if place and not heading else 0, heading or like)
        for box in found.boxes:
            yield from self.blocks(box, below if in_table else None)

    def _mark(self, element: Element, place: _Place | None) -> str:
        if place:
            return lists.mark(place.levels, place.counter, place.level, place.start) if place.numbered else ""
        if element.tag != TEXT + "h" or element.get(TEXT + "is-list-header") == "true":
            return ""
        level = count(element.get(TEXT + "outline-level"), 10) - 1
        start = element.get(TEXT + "start-value")
        return lists.mark(
            self.list_styles.get(OUTLINE, {}), self._outline, level, count(start, _LARGEST, 0) if start else None
        )

    def _note(self, note: Element) -> Iterator[Block]:
        """A footnote or endnote behind the paragraph or table that it belongs to."""
        kind = str(note.get(TEXT + "note-class"))
        self._printed[kind] = number = self._printed.get(kind, 0) + 1
        citation = " ".join("".join(note.findtext(TEXT + "note-citation") or "").split()) or str(number)
        body = note.find(TEXT + "note-body")
        mark = f"[{citation}] "
        for block in self.blocks(body) if body is not None else ():
            if isinstance(block, Paragraph) and not block.text.strip():
                continue
            yield Paragraph(block.text.strip(), mark) if isinstance(block, Paragraph) else block
            mark = ""
