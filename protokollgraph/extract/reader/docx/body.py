"""The body of a DOCX in the order of reading: paragraphs with their numbers, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader import numbers
from protokollgraph.extract.reader.blocks import PAGE, Block, Cell, Paragraph, Table
from protokollgraph.extract.reader.docx.grid import GridCell, rows
from protokollgraph.extract.reader.docx.inline import Inline, Runs, list_properties
from protokollgraph.extract.reader.docx.names import MC, W, number, switched_on, value
from protokollgraph.extract.reader.docx.numbering import Numbering
from protokollgraph.extract.reader.docx.styles import NONE, Style

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NoteKey = tuple[str, str]
""""footnote" or "endnote", and its id."""

_LONGEST_SET_OFF = 120
_DEEPEST = 40
"""Tables, text boxes and notes may stand in one another so many times."""


@dataclass(slots=True)
class Body:
    """Reads blocks one after another: numbers, fields and deleted paragraph marks reach beyond a paragraph."""

    styles: Mapping[str, Style]
    default_style: str | None
    numbering: Numbering
    notes: Mapping[NoteKey, Element]
    foreign: int = 0
    """How many parts of another format were left out (``w:altChunk``)."""
    _runs: Runs = field(init=False)
    _carried: str = ""
    """The text of a paragraph whose mark was deleted: it goes on in the next."""
    _printed: dict[str, int] = field(default_factory=dict)
    _depth: int = 0

    def __post_init__(self) -> None:
        self._runs = Runs(self.styles)

    def blocks(self, container: Element, hanging: list[NoteKey] | None = None) -> Iterator[Block]:
        """What stands in the body, a text box or a note.

        In a cell of a table, notes are collected in ``hanging``: they come behind the table.
        """
        if self._depth > _DEEPEST:
            raise FormatError(f"has tables in one another, more than {_DEEPEST} deep.", "Save it as plain text.")
        self._depth += 1
        for element in _flat(container):
            below: list[NoteKey] = []
            if element.tag == W + "p":
                yield from self._paragraph(element, below, in_table=hanging is not None)
            elif element.tag == W + "tbl":
                yield self._table(element, below)
            else:
                self.foreign += 1
            if hanging is None:
                for each in below:
                    yield from self._note(each)
            else:
                hanging.extend(below)
        self._depth -= 1

    def _table(self, table: Element, below: list[NoteKey]) -> Table:
        def cell(each: GridCell) -> Cell:
            content = () if each.element is None else tuple(self.blocks(each.element, below))
            return Cell(content, each.columns, each.rows)

        return Table(tuple(tuple(map(cell, row)) for row in rows(table)))

    def _paragraph(self, paragraph: Element, below: list[NoteKey], *, in_table: bool) -> Iterator[Block]:
        properties = paragraph.find(W + "pPr")
        name = value(properties.find(W + "pStyle")) if properties is not None else None
        name = name if name in self.styles else self.default_style
        style = self.styles.get(name or "", NONE)
        found = self._runs.read(paragraph, style)
        below.extend(found.notes)
        marked = properties.find(W + "rPr") if properties is not None else None
        if marked is not None and (marked.find(W + "del") is not None or marked.find(W + "moveFrom") is not None):
            self._carried += found.text
        elif not style.contents:
            outline = number(properties.find(W + "outlineLvl")) if properties is not None else None
            heading = style.heading if outline is None else outline < 9
            mark, level = self._mark(properties, name, style, heading and not in_table)
            text = self._carried + found.text
            self._carried = ""
            yield Paragraph(text, mark, 0 if heading else level, heading or _is_like_heading(found))
        for box in found.boxes:
            yield from self.blocks(box)

    def _mark(self, properties: Element | None, name: str | None, style: Style, heading: bool) -> tuple[str, int]:
        """The number or bullet before a paragraph, and its level; a tab parts a number from the title of a heading."""
        list_id, level = list_properties(properties, style)
        if not list_id or style.hidden:
            return "", 0
        if properties is not None and switched_on(properties.find(f"{W}rPr/{W}vanish")):
            return "", 0
        if level is None:
            level = self.numbering.level_of_style(list_id, name)
        mark = self.numbering.mark(list_id, level)
        return (mark + ("\t" if heading and mark[-1:].isalnum() else " ") if mark else ""), level

    def _note(self, key: NoteKey) -> Iterator[Block]:
        """A footnote or endnote behind the paragraph or table that it belongs to."""
        kind, _ = key
        self._printed[kind] = count = self._printed.get(kind, 0) + 1
        if key in self.notes:
            mark = f"[{numbers.roman(count) if kind == 'endnote' else count}] "
            for block in self.blocks(self.notes[key]):
                if isinstance(block, Paragraph) and not block.text.strip():
                    continue
                yield Paragraph(block.text.strip(), mark) if isinstance(block, Paragraph) else block
                mark = ""


def _is_like_heading(found: Inline) -> bool:
    first = found.text.replace(PAGE, "").strip().partition("\n")[0]
    return found.bold and len(first) <= _LONGEST_SET_OFF


def _flat(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a container, those in content controls and other wrappers too."""
    for child in container:
        if child.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield child
        elif child.tag == W + "sdt":
            gallery = value(child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"))
            content = child.find(W + "sdtContent")
            if content is not None and gallery != "Table of Contents":
                yield from _flat(content)
        elif child.tag in (W + "customXml", W + "ins", W + "moveTo", MC + "AlternateContent", MC + "Choice"):
            yield from _flat(child)
