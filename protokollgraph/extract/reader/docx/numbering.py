"""Numbers of lists and headings as Word prints them: they stand nowhere in the text, so they are counted.

Source of the rules: ISO/IEC 29500-1, 17.9. Lists (``w:num``) of one definition (``w:abstractNum``) count on together,
unless one of them says where it starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from protokollgraph.extract.reader import numbers
from protokollgraph.extract.reader.docx.names import W, number, switched_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """What is printed, with ``%1`` for the number of the first level."""
    restarts: int | None = None
    """Counts anew behind this level (1 is the first) or a higher one; 0 never, None behind any higher one."""
    legal: bool = False
    """Numbers of higher levels are printed in digits."""
    style: str | None = None
    """The style of paragraph that stands on this level."""


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _List:
    definition: _Definition
    starts: dict[int, int]
    levels: dict[int, Level]
    begun: bool = False


class Numbering:
    """The lists of a document; each call of :meth:`mark` counts one paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, _List] = {}
        if root is None:
            return
        definitions = {}
        by_style: dict[str, _Definition] = {}
        links: dict[int | None, str] = {}
        for each in root.findall(W + "abstractNum"):
            identity = number(each, "abstractNumId")
            definitions[identity] = definition = _definition(each)
            if style := value(each.find(W + "styleLink")):
                by_style[style] = definition
            if style := value(each.find(W + "numStyleLink")):
                links[identity] = style
        for each in root.findall(W + "num"):
            target, identity = number(each.find(W + "abstractNumId")), number(each, "numId")
            found = by_style.get(links.get(target, "")) or definitions.get(target)
            if found is not None and identity is not None:
                self._lists[identity] = _list(each, found)

    def level_of_style(self, list_id: int, style: str | None) -> int:
        """The level whose paragraphs have this style, else the first."""
        found = self._lists.get(list_id)
        levels = found.definition.levels if found and style else {}
        return next((index for index, level in sorted(levels.items()) if level.style == style), 0)

    def mark(self, list_id: int, level: int) -> str:
        """What is printed before the next paragraph of a list; "" for nothing."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counts = found.definition.counts
        if not found.begun:
            found.begun = True
            for index in found.starts:
                counts[index] = None
        form = _level(found, level)
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = _start(found, upper)
        before = counts[level]
        counts[level] = _start(found, level) if before is None else before + 1
        for lower in range(level + 1, _LEVELS):
            restarts = _level(found, lower).restarts
            if restarts is None or level < restarts:
                counts[lower] = None
        if form.form == "bullet":
            return _BULLET
        return _PLACE.sub(lambda match: _number(found, int(match[1]) - 1, form), form.text).strip()


def _level(found: _List, level: int) -> Level:
    return found.levels.get(level) or found.definition.levels.get(level) or Level()


def _start(found: _List, level: int) -> int:
    return found.starts.get(level, _level(found, level).start)


def _number(found: _List, level: int, printing: Level) -> str:
    count = found.definition.counts[level]
    form = _level(found, level)
    return "" if count is None else formatted(count, "decimal" if printing.legal else form.form)


def formatted(count: int, form: str) -> str:
    """A number in one of Word's forms; one that is not known is printed in digits."""
    match form:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter":
            return numbers.repeated_letter(count)
        case "upperLetter":
            return numbers.repeated_letter(count).upper()
        case "lowerRoman":
            return numbers.roman(count)
        case "upperRoman":
            return numbers.roman(count).upper()
        case "ordinal":
            return f"{count}."
        case _:
            return str(count)


def _definition(element: Element) -> _Definition:
    return _Definition({index: level for each in element.findall(W + "lvl") for index, level in _read_level(each)})


def _list(element: Element, definition: _Definition) -> _List:
    found = _List(definition, {}, {})
    for each in element.findall(W + "lvlOverride"):
        index = number(each, "ilvl")
        start = number(each.find(W + "startOverride"))
        own = each.find(W + "lvl")
        if index is not None and own is not None:
            found.levels.update(_read_level(own))
        if index is not None and start is not None:
            found.starts[index] = start
            if index in found.levels:
                found.levels[index] = replace(found.levels[index], start=start)
    return found


def _read_level(element: Element) -> list[tuple[int, Level]]:
    index = number(element, "ilvl")
    if index is None:
        return []
    form = element.find(W + "numFmt")
    start = number(element.find(W + "start"))
    level = Level(
        # 17.9.25: without an element for the start, a level counts from 0
        0 if start is None else start,
        (value(form) or "decimal") if form is not None else "decimal",
        value(element.find(W + "lvlText")) or "",
        number(element.find(W + "lvlRestart")),
        bool(switched_on(element.find(W + "isLgl"))),
        value(element.find(W + "pStyle")),
    )
    return [(index, level)]
