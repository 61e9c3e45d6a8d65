"""One page of a PDF: what is printed on it, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from protokollgraph.extract.reader.pdf import rulings
from protokollgraph.extract.reader.pdf.fragments import fragments
from protokollgraph.extract.reader.pdf.lines import Line, bands
from protokollgraph.extract.reader.pdf.tables import Row, tables
from protokollgraph.extract.reader.pdf.words import PageText, Turn
from protokollgraph.extract.reader.pdf.written import tables as written_tables


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that stand one below the other, and rows of bordered tables among them."""

    items: tuple[Line | Row, ...]
    column: bool
    """True if other text stands beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows."""

    number: int
    """From 0."""
    width: float
    bands: tuple[Band, ...]
    characters: int
    pictures: bool


def read(raw: Any, document: Any, number: int) -> Page | None:
    """The page with this number, None if PDFium cannot load it. A number from 0."""
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return None
    textpage = raw.FPDFText_LoadPage(page)
    try:
        width, turn = _seen(raw, page)
        drawn, pictures = rulings.of_page(raw, page, turn)
        text = PageText(raw, textpage, turn)
        parts = fragments(text.words(), drawn.upright)
        bordered, rest = tables(parts, drawn)
        written, rest = written_tables(rest)
        rows = sorted((*bordered, *written), key=lambda row: -row.top)
        return Page(number, width, tuple(_bands(bands(rest), rows)), text.count, pictures)
    finally:
        raw.FPDFText_ClosePage(textpage)
        raw.FPDF_ClosePage(page)


def _seen(raw: Any, page: Any) -> tuple[float, Turn | None]:
    """The width of the page as it is seen, and how its places are turned for that."""
    quarters = raw.FPDFPage_GetRotation(page) % 4
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    turns: tuple[Turn | None, ...] = (
        None,
        lambda x, y: (y, height - x),
        lambda x, y: (width - x, height - y),
        lambda x, y: (width - y, x),
    )
    return width, turns[quarters]


def _bands(found: Sequence[Sequence[Line]], rows: Iterable[Row]) -> list[Band]:
    """The bands with the rows of tables put in where they stand."""
    several = len(found) > 1
    items: list[list[Line | Row]] = [list(band) for band in found] or [[]]
    for row in rows:
        band = next((each for each in items if _is_place(each, row)), items[-1])
        at = next((index for index, item in enumerate(band) if _top(item) < row.top), len(band))
        band.insert(at, row)
    return [Band(tuple(band), several and _is_beside(index, items)) for index, band in enumerate(items) if band]


def _overlap(one: Sequence[Line | Row], other: Sequence[Line | Row]) -> bool:
    return _top(one[0]) >= _top(other[-1]) and _top(other[0]) >= _top(one[-1])


def _is_place(band: Sequence[Line | Row], row: Row) -> bool:
    """True if something of the band stands below the row and not beside it."""
    left, right = row.cells[0].left, row.cells[-1].right
    return any(
        isinstance(item, Line) and item.base < row.top and item.left < right and item.right > left for item in band
    )


def _top(item: Line | Row) -> float:
    return item.top if isinstance(item, Row) else item.base


def _is_beside(index: int, bands_: Sequence[Sequence[Line | Row]]) -> bool:
    """True if the band before or after has text at the same height."""
    own = bands_[index]
    for other in (*bands_[max(0, index - 1) : index], *bands_[index + 1 : index + 2]):
        if own and other and _overlap(own, other):
            return True
    return False
