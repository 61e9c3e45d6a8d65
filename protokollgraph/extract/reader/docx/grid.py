"""Rows and cells of a DOCX table: deleted ones left out, cells merged downwards counted as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.docx.names import W, number, switched_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))


@dataclass(slots=True)
class GridCell:
    """A cell (``w:tc``) over so many columns and rows; no element where a row begins further right."""

    element: Element | None
    columns: int = 1
    rows: int = 1


def rows(table: Element) -> list[list[GridCell]]:
    """The cells of each row; one that goes on from the row above is not repeated."""
    open_cells: dict[int, GridCell] = {}
    found = []
    for row in _within(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and (
            properties.find(W + "del") is not None or switched_on(properties.find(W + "hidden"))
        ):
            continue
        found.append(_cells(row, properties, open_cells))
    return found


def _cells(row: Element, properties: Element | None, open_cells: dict[int, GridCell]) -> list[GridCell]:
    column = (number(properties.find(W + "gridBefore")) or 0) if properties is not None else 0
    cells = [GridCell(None, column)] if column > 0 else []
    for element in _within(row, W + "tc"):
        own = element.find(W + "tcPr")
        merge = own.find(W + "vMerge") if own is not None else None
        columns = max(1, (number(own.find(W + "gridSpan")) or 1) if own is not None else 1)
        if own is not None and own.find(W + "cellDel") is not None:
            continue
        if merge is not None and value(merge) != "restart" and column in open_cells:
            open_cells[column].rows += 1
        else:
            cell = GridCell(element, columns)
            cells.append(cell)
            open_cells.pop(column, None)
            if merge is not None:
                open_cells[column] = cell
        column += columns
    return cells


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)
