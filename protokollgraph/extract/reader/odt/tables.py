"""Rows and cells of an ODT table; a file may claim that one is repeated a million times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.blocks import Block, Cell
from protokollgraph.extract.reader.odt.names import TABLE, count

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_MOST = 200
"""Columns and rows that one element may stand for."""


def rows(table: Element) -> Iterator[Element]:
    """The rows that are shown, in their order."""
    for child in table:
        if child.tag == TABLE + "table-row":
            if child.get(TABLE + "visibility") in (None, "visible"):
                yield child
        elif child.tag in _GROUPS:
            yield from rows(child)


def cells(row: Element, content: Callable[[Element], tuple[Block, ...]]) -> Iterator[Cell]:
    """The cells of a row; those that another one covers are not repeated."""
    for child in row:
        if child.tag != TABLE + "table-cell":
            continue
        cell = Cell(
            content(child),
            count(child.get(TABLE + "number-columns-spanned"), _MOST),
            count(child.get(TABLE + "number-rows-spanned"), 100_000),
        )
        for _ in range(count(child.get(TABLE + "number-columns-repeated"), _MOST)):
            yield cell
