"""What a document with styles is made of: paragraphs and tables, as DOCX, ODT and HTML have them in common."""

from __future__ import annotations

from dataclasses import dataclass

PAGE = "\x0c"
"""Stands in the text of a paragraph where a page begins; the layout takes it out and notes the place."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``text`` may hold line breaks, tabs and :data:`PAGE`. An empty one is a gap."""

    text: str
    mark: str = ""
    """What is printed before a list item, with what parts it from the text: "2.1 ", "• "."""
    depth: int = 0
    """How many lists a list item stands in, less one."""
    set_off: bool = False
    """A heading, or a line that is printed like one."""

    @property
    def empty(self) -> bool:
        """True if it holds no text; a number alone is none."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over so many columns and rows."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a cell that goes on from the row above is not repeated."""

    rows: tuple[tuple[Cell, ...], ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is kept: ``gap`` if a blank one stands before it, ``mark`` if it is a list item's."""

    text: str
    gap: bool = False
    mark: str = ""
