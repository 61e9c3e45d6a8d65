"""Numbers of lists and headings as the office program prints them: they stand nowhere in the text, so they are counted.

Source of the rules: OpenDocument 1.3, part 3, 5.3 (lists), 16.30 and 16.34 (list and outline styles).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.extract.reader import numbers
from protokollgraph.extract.reader.odt.names import STYLE, TEXT, count

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 10
_BULLET = "• "
_LARGEST = 100_000
OUTLINE = ""
"""The name of the style that numbers headings."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; without a form it prints no number."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """So many levels are printed, this one the last."""
    bullet: bool = False


@dataclass(slots=True)
class Counter:
    """The counts of one list, level by level; None where a level has not begun."""

    style: str
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


Levels = Mapping[int, Level]


def read(roots: Iterable[Element]) -> Mapping[str, Levels]:
    """The styles of lists by name, and under :data:`OUTLINE` that of headings."""
    found: dict[str, Levels] = {}
    for root in roots:
        for style in root.iter(TEXT + "list-style"):
            found[str(style.get(STYLE + "name"))] = _levels(style)
        for style in root.iter(TEXT + "outline-style"):
            found[OUTLINE] = _levels(style)
    return found


def _levels(style: Element) -> Levels:
    return {count(each.get(TEXT + "level"), _LEVELS) - 1: _level(each) for each in style}


def _level(element: Element) -> Level:
    return Level(
        str(element.get(STYLE + "num-format") or ""),
        str(element.get(STYLE + "num-prefix") or ""),
        str(element.get(STYLE + "num-suffix") or ""),
        count(element.get(TEXT + "start-value"), _LARGEST),
        count(element.get(TEXT + "display-levels"), _LEVELS),
        element.tag == TEXT + "list-level-style-bullet",
    )


def mark(levels: Levels, counter: Counter, level: int, start: int | None = None) -> str:
    """Count one item and say what is printed before it, with a blank behind; "" for an item without a mark."""
    level = min(level, _LEVELS - 1)
    form = levels.get(level)
    if form is None:
        return ""
    for upper in range(level):
        if counter.counts[upper] is None:
            counter.counts[upper] = levels.get(upper, Level()).start
    before = counter.counts[level]
    counter.counts[level] = start if start is not None else form.start if before is None else before + 1
    counter.counts[level + 1 :] = [None] * (_LEVELS - level - 1)
    if form.bullet:
        return _BULLET
    if not form.form:
        return ""
    shown = range(max(0, level + 1 - form.shown), level + 1)
    printed = [_formatted(counter.counts[each], levels.get(each, Level()).form) for each in shown]
    return f"{form.prefix}{'.'.join(each for each in printed if each)}{form.suffix}".strip() + " "


def _formatted(number: int | None, form: str) -> str:
    if number is None:
        return ""
    match form:
        case "a":
            return numbers.letter(number)
        case "A":
            return numbers.letter(number).upper()
        case "i":
            return numbers.roman(number)
        case "I":
            return numbers.roman(number).upper()
        case "":
            return ""
        case _:
            return str(number)
