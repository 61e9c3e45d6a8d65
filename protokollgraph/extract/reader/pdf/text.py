"""All pages of a PDF as one text: heads and feet left out, paragraphs put together, also across page borders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median_low

from protokollgraph.extract.reader.blocks import Paragraph
from protokollgraph.extract.reader.layout import text_of
from protokollgraph.extract.reader.margins import with_margins
from protokollgraph.extract.reader.pdf.flow import Flow, as_blocks
from protokollgraph.extract.reader.pdf.furniture import furniture_of
from protokollgraph.extract.reader.pdf.hyphens import is_within_word
from protokollgraph.extract.reader.pdf.lines import Line
from protokollgraph.extract.reader.pdf.pages import Band, Page
from protokollgraph.extract.reader.pdf.paragraphs import Block, Setting
from protokollgraph.extract.reader.pdf.tables import Row

_LEADING = 1.35
"""In ems: how far apart the lines of a paragraph are in a document that has none of two lines."""
_PROSE = 8
"""So many long lines tell where the right margin is."""
_RAGGED = 3.0
"""In ems: some lines of prose end no further from the margin."""
_HABIT = 2
"""One line that ends in a hyphen may be somebody's own."""
_SET_OFF = 1.2
"""A gap so much wider than the usual one between paragraphs is kept as an empty line."""
_EMPTY = 1.75
"""And so is one of so many lines, however usual."""


def of_pages(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    """The text, and where each page begins in it."""
    furniture = furniture_of(pages)
    kept = [(page, [_without(band, furniture.gone) for band in page.bands]) for page in pages]
    edges = _edges([(page.width, band) for page, bands in kept for band in bands if not band.column])
    setting = _setting([band for _, bands in kept for band in bands], edges)
    flow = Flow(setting)
    for page, bands in kept:
        if page is not pages[0]:
            flow.turn()
        for band in bands:
            flow.add(band, _right(band) if band.column else edges.get(round(page.width), page.width))
    flow.end()
    body = as_blocks(flow.found, _set_off(flow, setting))
    return text_of(with_margins(body, map(Paragraph, furniture.heads), map(Paragraph, furniture.feet)))


def _without(band: Band, gone: frozenset[int]) -> Band:
    return Band(tuple(item for item in band.items if id(item) not in gone), band.column) if gone else band


def _set_off(flow: Flow, setting: Setting) -> float:
    """The height of a gap, in points, that is more than the usual one between paragraphs."""
    gaps = [(each.space, each.em) for each in flow.found if isinstance(each, Block) and each.space]
    if not gaps:
        return 0.0
    usual = median_low([space for space, _ in gaps])
    return min(_SET_OFF * usual + 1, _EMPTY * setting.leading * median_low([em for _, em in gaps]))


def _lines(band: Band) -> Iterator[Line]:
    return (item for item in band.items if isinstance(item, Line))


def _right(band: Band) -> float:
    return max((line.right for line in _lines(band)), default=0.0)


def _edges(bands: Sequence[tuple[float, Band]]) -> dict[int, float]:
    """Width of page → where its text ends on the right, as far as prose goes."""
    found: dict[int, float] = {}
    for width in {round(width) for width, _ in bands}:
        lines = [line for of_width, band in bands if round(of_width) == width for line in _lines(band)]
        if lines:
            found[width] = _margin(lines, width)
    return found


def _margin(lines: Sequence[Line], width: float) -> float:
    """The furthest right that several lines of prose reach, for few lines the mirrored left margin."""
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    opposite = width - left
    prose = [line for line in lines if len(line.cells) == 1 and line.right > left + 0.6 * (opposite - left)]
    rights = sorted((line.right for line in prose), reverse=True)
    if len(prose) < _PROSE:
        return max(opposite, *rights[:1], 0.0)
    several = max(2, len(rights) // 20)
    near = _RAGGED * prose[0].em
    return next((end for end, other in zip(rights, rights[several:], strict=False) if end - other <= near), rights[-1])


def _setting(bands: Sequence[Band], edges: Mapping[int, float]) -> Setting:
    """Lines of a paragraph are as far apart as lines commonly are from a full one above; a line's end shows hyphens."""
    full = 0.85 * max(edges.values(), default=0.0)
    seen: Counter[float] = Counter()
    for band in bands:
        lines = list(_lines(band))
        for above, below in pairwise(lines):
            if above.right > full and 0 < above.base - below.base < 2.5 * above.em:
                seen[round((above.base - below.base) / above.em, 1)] += 1
    leading = max(seen.most_common(1)[0][0], 1.0) if seen else _LEADING
    pairs = (pair for band in bands for lines in _stacks(band) for pair in pairwise(lines))
    broken = sum(is_within_word(above.cells[-1].text, below.cells[0].text) for above, below in pairs)
    return Setting(leading, broken >= _HABIT)


def _stacks(band: Band) -> Iterator[Sequence[Line]]:
    """Lines that stand one below the other, outside of tables and in each of their cells."""
    yield list(_lines(band))
    for item in band.items:
        if isinstance(item, Row):
            yield from (cell.lines for cell in item.cells)
