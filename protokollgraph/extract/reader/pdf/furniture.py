"""Page heads and feet: what comes back in the same place from page to page, page numbers aside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from protokollgraph.extract.reader.pdf.lines import Line
from protokollgraph.extract.reader.pdf.pages import Page
from protokollgraph.extract.reader.pdf.tables import Row

_DEEP = 6
"""So many lines from the edge of a page belong to a head or foot, at most."""
_NEAR = 4.0
"""In points: what stands no further apart on two pages stands in the same place."""
_NUMBER = re.compile(r"\d+")
_PAGE_MARK = re.compile(
    r"\s*[-–—|·,(]*\s*(?:(?:Seite|Blatt|S\.)\s*:?\s*)?\d+(?:\s*(?:von|/)\s*\d+)?\s*[-–—|)]*$", re.IGNORECASE
)

Item = Line | Row


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed around the text."""

    gone: frozenset[int]
    """The ids of the lines and rows that are heads, feet and page numbers."""
    heads: tuple[str, ...]
    """What the heads say, each once, without page numbers."""
    feet: tuple[str, ...]


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Heads and feet of these pages. If every line is alike on all of them, none of it is."""
    heads = _repeated({page.number: _edge(page, True) for page in pages}, len(pages))
    feet = _repeated({page.number: _edge(page, False) for page in pages}, len(pages))
    gone = {id(item) for item in (*heads, *feet)}
    if len(gone) == sum(len(band.items) for page in pages for band in page.bands):
        return Furniture(frozenset(), (), ())
    for page in pages:
        for from_top in (True, False):
            outermost = [item for item in _edge(page, from_top) if id(item) not in gone][:1]
            gone.update(id(item) for item in outermost if _is_own_number(item, page.number + 1))
    return Furniture(frozenset(gone), _said(heads), _said(feet))


def _said(items: Iterable[Item]) -> tuple[str, ...]:
    """What heads or feet say; a number at their end counts the pages if it is another one each time."""
    counted = Counter(text_of(item) for item in items)
    texts = (text if times > 1 else _PAGE_MARK.sub("", text).strip() for text, times in counted.items())
    return tuple(dict.fromkeys(text for text in texts if text))


def text_of(item: Item) -> str:
    """What a line or row says, in one line."""
    if isinstance(item, Line):
        return item.text
    return "\t".join(" ".join(line.text for line in cell.lines) for cell in item.cells)


def _edge(page: Page, from_top: bool) -> list[Item]:
    """The outermost lines of a page, the outermost one first."""
    items = [item for band in page.bands for item in band.items]
    items.sort(key=_height, reverse=from_top)
    return items[:_DEEP]


def _height(item: Item) -> float:
    return item.base if isinstance(item, Line) else item.top


def _repeated(edges: dict[int, list[Item]], pages: int) -> list[Item]:
    """All that comes back on enough of the pages, without a gap to the edge."""
    alike: dict[str, list[tuple[float, int, Item]]] = defaultdict(list)
    for number, items in edges.items():
        for item in items:
            alike[_NUMBER.sub("#", text_of(item))].append((_height(item), number, item))
    enough = max(2, -(-(pages - 1) * 2 // 5))
    furniture: set[int] = set()
    for of_shape in alike.values():
        for same in _places(of_shape):
            if len(same) >= enough and _counts(same):
                furniture.update(id(item) for item in same.values())
    return [item for items in edges.values() for item in takewhile(lambda each: id(each) in furniture, items)]


def _places(of_shape: list[tuple[float, int, Item]]) -> Iterable[dict[int, Item]]:
    """The items that stand in one place, by page."""
    of_shape.sort(key=lambda each: each[:2])
    place: dict[int, Item] = {}
    top = 0.0
    for height, number, item in of_shape:
        if place and height - top > _NEAR:
            yield place
            place = {}
        if not place:
            top = height
        place[number] = item
    yield place


def _counts(same: dict[int, Item]) -> bool:
    """True if each figure in the lines stays the same or counts the pages."""
    rows = [(number, [int(each) for each in _NUMBER.findall(text_of(item))]) for number, item in same.items()]
    return all(
        len({value for _, values in rows for value in values[at : at + 1]}) == 1
        or len({values[at] - number for number, values in rows}) == 1
        for at in range(len(rows[0][1]))
    )


def _is_page_mark(item: Item) -> bool:
    return not re.sub(_PAGE_MARK, "", text_of(item)).strip()


def _is_own_number(item: Item, number: int) -> bool:
    """A line that is nothing but the number of its page."""
    found = _NUMBER.search(text_of(item))
    return found is not None and int(found.group()) == number and _is_page_mark(item)
