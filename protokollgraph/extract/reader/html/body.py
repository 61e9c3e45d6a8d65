"""The blocks of a web page in the order of reading: paragraphs, lists with numbers, tables, lists of definitions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.extract.reader import numbers
from protokollgraph.extract.reader.blocks import Block, Cell, Paragraph, Table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = frozenset(f"h{n}" for n in range(1, 7))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_CELLS = frozenset(("td", "th", "dt", "dd"))
_BLOCKS = _HEADINGS | frozenset(
    (
        *("html", "body", "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address"),
        *(
            "blockquote",
            "center",
            "details",
            "summary",
            "fieldset",
            "legend",
            "form",
            "figure",
            "figcaption",
            "caption",
        ),
        *("hgroup", "pre", "hr", "table", "dl", "tbody", "thead", "tfoot", "tr", "li"),
    )
)
_BOLD = frozenset(("b", "strong", "th"))
_WHITE = re.compile(r"[ \t\r\n\f]+")
_BLANKS = re.compile(r"[ \u00a0]{2,}")
_BLANK_LINE = re.compile(r"\n[ \u00a0]*\n\s*")
_MARKED = re.compile(r"[•▪●○‣*–-]\s|(?:TOP\s*|Ö\s*|N\s*)?\d{1,3}(?:\.\d{1,2})*[.):]?\s|[a-z]\)\s")
"""An item that has a mark of its own in its text."""
_FOOTNOTE = re.compile(r"#(?:_?s?d?f(?:ootnote|tn|n)|note|anm)", re.IGNORECASE)
_LONGEST_SET_OFF = 120
_DEEPEST = 20
_MOST = 1000
"""A cell that claims more columns or rows has so many."""


@dataclass(slots=True)
class _List:
    """A list that is open: how it is numbered, and the number of its latest item."""

    form: str
    number: int
    step: int = 1
    above: str = ""
    """The number of the item it stands in: browsers print "1." in "3.", which means 3.1."""


@dataclass(slots=True)
class _Frame:
    """What stands in a cell, or in the page as a whole."""

    row: list[Cell] = field(default_factory=list)
    place: int = 0
    """Which cell of ``row`` it is."""
    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    mark: str = ""
    """Of the item whose first paragraph comes next."""
    picture: str = ""
    """What a picture says that stands where text could."""


@dataclass(slots=True)
class _Table:
    """A table that is open, or a list of definitions: a row for each term and what it means."""

    tag: str
    rows: list[list[Cell]] = field(default_factory=lambda: [[]])

    def begin_row(self) -> None:
        """Begin another row, unless the last has no cells yet."""
        if self.rows[-1]:
            self.rows.append([])

    def begin_cell(self) -> _Frame:
        """A cell behind the last; cells stand in the order of their beginnings, closed or not."""
        self.rows[-1].append(Cell())
        return _Frame(self.rows[-1], len(self.rows[-1]) - 1)

    def finished(self) -> Table:
        """The table; several meanings of one term are one cell."""
        if self.tag != "dl":
            return Table(tuple(tuple(row) for row in self.rows if row))
        merged = ((row[0], Cell(tuple(block for cell in row[1:] for block in cell.blocks))) for row in self.rows if row)
        return Table(tuple(merged))


class Builder:
    """Makes blocks of the starts and ends of elements; nothing is called once per level of depth."""

    def __init__(self) -> None:
        self._frames = [_Frame()]
        self._tables: list[_Table] = []
        self._text: list[str] = []
        self._bold = 0
        self._plain = False
        """A letter of the first line is not bold."""
        self._below = False
        """The first line of the paragraph is over."""
        self._heading = 0
        self._preformatted = 0

    def blocks(self, events: Iterator[tuple[str, Element]], is_left_out: Callable[[Element], bool]) -> list[Block]:
        """The blocks of a page; ``events`` are those of an ``lxml.etree.iterwalk``."""
        skipped: Element | None = None
        for event, element in events:
            if skipped is None and event == "start":
                if is_left_out(element):
                    skipped = element
                else:
                    self._start(element, str(element.tag))
                    self._add(element.text)
            elif event == "end":
                if skipped is None:
                    self._end(element, str(element.tag))
                if skipped is None or skipped is element:
                    skipped = None
                    self._add(element.tail)
        self._flush()
        return self._frames[0].blocks

    def _start(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS or tag in _CELLS or tag in _LISTS:
            self._flush()
        if tag in _LISTS:
            self._frames[-1].lists.append(_opened(element, tag, self._frames[-1].lists[-1:]))
        elif tag == "li":
            self._begin_item(element)
        elif tag in ("table", "dl"):
            self._tables.append(_Table(tag))
        elif tag in ("tr", "dt") and self._is_in_table():
            self._tables[-1].begin_row()
        if tag in _CELLS and self._is_in_table():
            self._frames.append(self._tables[-1].begin_cell())
        if tag == "br":
            self._below = self._below or self._is_lettered("".join(self._text))
            self._text.append("\n")
        elif tag == "hr":
            self._frames[-1].blocks.append(Paragraph(""))
        elif tag == "input" and element.get("type", "").lower() in ("checkbox", "radio"):
            self._text.append("☒" if element.get("checked") is not None else "☐")
        elif tag == "img":
            self._frames[-1].picture = element.get("alt") or ""
        self._bold += tag in _BOLD
        self._heading += tag in _HEADINGS
        self._preformatted += tag == "pre"

    def _end(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS or tag in _CELLS or tag in _LISTS:
            self._flush()
        self._bold -= tag in _BOLD
        self._heading -= tag in _HEADINGS
        self._preformatted -= tag == "pre"
        frame = self._frames[-1]
        if tag in _LISTS and frame.lists:
            frame.lists.pop()
        elif tag == "li":
            frame.mark = ""
        elif tag in _CELLS and self._is_in_table() and len(self._frames) > 1:
            self._frames.pop()
            blocks = frame.blocks or ([Paragraph(frame.picture)] if frame.picture else [])
            frame.row[frame.place] = Cell(tuple(blocks), _count(element.get("colspan")), _count(element.get("rowspan")))
        elif tag in ("table", "dl") and self._tables:
            table = self._tables.pop()
            if len(self._tables) < _DEEPEST:
                frame.blocks.append(table.finished())

    def _is_in_table(self) -> bool:
        """Whether cells are cells: tables stand in one another so many times, below that their text is what counts."""
        return 0 < len(self._tables) <= _DEEPEST

    def _begin_item(self, element: Element) -> None:
        frame = self._frames[-1]
        if not frame.lists:
            frame.mark = "• "
            return
        current = frame.lists[-1]
        value = element.get("value") or ""
        current.number = int(value) if value.isdecimal() and len(value) < 8 else current.number + current.step
        frame.mark = _mark(current)

    def _add(self, text: str | None) -> None:
        """Add text as a browser prints it: white space counts as one blank."""
        if not text:
            return
        shown = text if self._preformatted else _WHITE.sub(" ", text)
        if (
            not self._preformatted
            and shown.startswith(" ")
            and (not self._text or self._text[-1].endswith((" ", "\n")))
        ):
            shown = shown[1:]
        if shown:
            self._text.append(shown)
            if not self._bold and not self._below and self._is_lettered(shown):
                self._plain = True

    def _flush(self) -> None:
        """End the paragraph that is open; an empty line within it parts two."""
        text = _BLANKS.sub(lambda match: " " * len(match.group()), "".join(self._text))
        frame = self._frames[-1]
        short = len(text.partition("\n")[0]) <= _LONGEST_SET_OFF
        set_off = self._heading > 0 or (not self._plain and short)
        if text and not text.strip():
            frame.blocks.append(Paragraph(""))
        for index, part in enumerate(_BLANK_LINE.split(text) if text.strip() else ()):
            if index:
                frame.blocks.append(Paragraph(""))
            if part.strip():
                mark = "" if frame.mark and _MARKED.match(part.strip()) else frame.mark
                depth = max(0, len(frame.lists) - 1)
                frame.blocks.append(Paragraph(part.strip("\n"), mark, depth, set_off and self._is_lettered(part)))
                frame.mark = ""
        self._text, self._plain, self._below = [], False, False

    @staticmethod
    def _is_lettered(text: str) -> bool:
        return any(character.isalnum() for character in text)


def is_footnote(element: Element) -> bool:
    """Whether a link is the number of a footnote, which would run into the word before it."""
    return element.tag == "a" and bool(_FOOTNOTE.match(element.get("href") or ""))


def _opened(element: Element, tag: str, around: list[_List]) -> _List:
    """A list that begins, with the one that it stands in."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if "list-style-type:none" in style or "list-style:none" in style:
        return _List("none", 0)
    if tag != "ol":
        return _List("•", 0)
    start = element.get("start") or ""
    backwards = element.get("reversed") is not None
    items = sum(1 for each in element if each.tag == "li")
    first = int(start) if start.lstrip("-").isdecimal() and len(start) < 8 else items if backwards else 1
    step = -1 if backwards else 1
    form = element.get("type") or "1"
    above = f"{around[0].above}{around[0].number}." if around and around[0].form == form == "1" else ""
    return _List(form, first - step, step, above)


def _mark(current: _List) -> str:
    """What is printed before the item that the list has come to."""
    match current.form:
        case "none":
            return ""
        case "•":
            return "• "
        case "a":
            return f"{numbers.letter(current.number)}. "
        case "A":
            return f"{numbers.letter(current.number).upper()}. "
        case "i":
            return f"{numbers.roman(current.number)}. "
        case "I":
            return f"{numbers.roman(current.number).upper()}. "
        case _:
            return f"{current.above}{current.number}. "


def _count(text: str | None) -> int:
    return max(1, min(_MOST, int(text))) if text and text.isdecimal() and len(text) < 8 else 1
