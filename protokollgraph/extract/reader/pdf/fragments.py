"""Words that belong together: parts of a printed line between wide gaps or drawn borders."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from protokollgraph.extract.reader.pdf.rulings import Ruling
from protokollgraph.extract.reader.pdf.words import Word

CELL_GAP = 0.9
"""In ems: a gap as wide parts cells. A blank is 0.25 to 0.35, and wider in justified lines."""
SAME_LINE = 0.35
"""In ems: words whose base lines differ by less stand on one line."""
_BORDER = 4.0
"""In points: cells are no nearer to one another, if a border stands between them."""
_OVERLAP = 0.3
"""In ems: words of a line reach no further into one another."""
_PITCH = 0.6
"""In ems: letters are about so wide."""
_JUSTIFIED = 1.6
"""In ems: no justified blank is wider."""
_UNIT = re.compile(r"[^\W\d_]+-(?=[^\W\d_])")
_PLACE = attrgetter("at")


class Fragment(NamedTuple):
    """Part of a printed line."""

    text: str
    left: float
    right: float
    base: float
    em: float
    word: float
    """Width of its first word."""
    unit: float
    """Width of that up to its hyphen."""
    first_style: int | None = None
    last_style: int | None = None


def fragments(words: Iterable[Word], borders: Sequence[Ruling] = ()) -> list[Fragment]:
    """The fragments of a page in the order in which they were written; ``borders`` are its upright lines, sorted."""
    found: list[Fragment] = []
    line: list[Word] = []
    last: Word | None = None
    for word in words:
        if last is not None and (
            abs(word.base - last.base) > SAME_LINE * max(word.em, last.em)
            or word.left - last.right <= -_OVERLAP * word.em
        ):
            found.extend(_parts(line, borders))
            line = []
        line.append(word)
        last = word
    if line:
        found.extend(_parts(line, borders))
    return found


def _parts(line: list[Word], borders: Sequence[Ruling]) -> Iterator[Fragment]:
    gaps = [after.left - before.right for before, after in pairwise(line)]
    wide = _cell_gap(gaps, line[0])
    start = 0
    for index, gap in enumerate(gaps, 1):
        before, after = line[index - 1], line[index]
        if gap > wide or (borders and gap > _BORDER and _border_between(before, after, borders)):
            yield _fragment(line[start:index])
            start = index
    yield _fragment(line[start:] if start else line)


def _border_between(before: Word, after: Word, borders: Sequence[Ruling]) -> bool:
    first = bisect_right(borders, before.right - 1, key=_PLACE)
    last = bisect_right(borders, after.left + 1, key=_PLACE)
    return any(border.start <= before.base <= border.end for border in borders[first:last])


def _cell_gap(gaps: Sequence[float], first: Word) -> float:
    """How wide a gap parts cells. The blanks of a justified line are wide and alike; in spaced type all are wide."""
    em = first.em
    pitch = (first.right - first.left) / len(first.text)
    widest = CELL_GAP * em + (2 * (pitch - _PITCH * em) if pitch > em and len(first.text) > 3 else 0.0)
    if len(gaps) >= 4:
        middle = sorted(gaps)[len(gaps) // 2]
        if 0 < middle <= _JUSTIFIED * em and sum(abs(gap - middle) <= middle / 4 for gap in gaps) >= 0.6 * len(gaps):
            return max(widest, 1.8 * middle)
    return widest


def _fragment(words: Sequence[Word]) -> Fragment:
    first, last = words[0], words[-1]
    unit = width = first.right - first.left
    part = _UNIT.match(first.text)
    if part:
        unit *= part.end() / len(first.text)
    text = first.text if len(words) == 1 else _text(words)
    em = max(first.em, last.em)
    return Fragment(text, first.left, last.right, first.base, em, width, unit, first.style, last.style)


def _text(words: Sequence[Word]) -> str:
    """The words with blanks, letter-spaced ones without."""
    texts = [word.text for word in words]
    return _closed_up(words) if len(words) >= 4 and list(map(len, texts)).count(1) >= 4 else " ".join(texts)


def _closed_up(words: Sequence[Word]) -> str:
    """Runs of four and more single letters as words: the wider gaps between them are the blanks."""
    text = [words[0].text]
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_letter(words[end].text):
            end += 1
        run = words[at:end]
        blank = _blank(run) if len(run) >= 4 else 0.0
        for index in range(at, max(end, at + 1)):
            if index:
                gap = words[index].left - words[index - 1].right
                inside = blank and index > at and gap < blank
                text.append(words[index].text if inside else f" {words[index].text}")
        at = max(end, at + 1)
    return "".join(text)


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isalpha()


def _blank(run: Sequence[Word]) -> float:
    """The width from which a gap between single letters is a blank."""
    gaps = sorted(after.left - before.right for before, after in pairwise(run))
    return max(1.7 * gaps[len(gaps) // 2], gaps[len(gaps) // 2] + 0.15 * run[0].em)
