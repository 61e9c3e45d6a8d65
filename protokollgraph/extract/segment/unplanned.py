"""Results without an agenda: an Ergebnisprotokoll that prints its items only once, each with what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.segment.state import ItemPatterns, State
from protokollgraph.extract.style import Style, normalised

_FAR = 60
"""So many lines behind an item the next one begins."""
_PROSE = 60
_LONGEST = 120
"""A longer line is no heading."""
_PARTS = re.compile(r"\s*(?:[/,&]|\bund\b|[–-]\s)\s*")


def heads_table(style: Style, line: Line) -> bool:
    """Whether a line is the head of a table of items: "TOP", "Inhalt", "Verantwortlich / Termin"."""
    first, *others = [passage.text for _, passage in line.columns()]
    return bool(others) and _column(style, first) == "item" and any(_column(style, text) for text in others)


def _column(style: Style, head: str) -> str | None:
    """What the head of a column means; "Ergebnisse" is the results."""
    found = (style.columns.get(normalised(word)) or style.section(word) for word in (head, *_PARTS.split(head)))
    return next((meaning for meaning in found if meaning), None)


def begins_table(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Take the head of a table of items: what follows is an agenda, or the results if the items have text."""
    if state.part not in ("head", "attendance", "agenda") or state.sections or not heads_table(state.style, line):
        return False
    ahead = state.ahead(_FAR)
    if not ahead or not _item(patterns, ahead[0], bare=True):
        return False
    if not state.agenda:
        state.part = "results" if _has_text(ahead[1:], patterns, bare=True) else "agenda"
    state.loose.append(line.passage)
    return True


def is_first(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Whether a line is the heading of the first item, though no agenda announces it: text follows, no other item."""
    if state.agenda or state.sections or line.bullet:
        return False
    bare = state.paragraphs and _is_set_off(line)
    match = patterns.prefixed.match(line.text) or (patterns.bare.match(line.text) if bare else None)
    if match is None or match["number"] != "1" or not match["rest"].strip(" .:)–—-"):
        return False
    return _has_text(state.ahead(_FAR), patterns, bare=bare)


def is_next(state: State, line: Line, number: str) -> bool:
    """Whether a line with a bare number is the heading of the next item, though no agenda has announced it."""
    return (
        state.paragraphs
        and state.style.result_minutes
        and not state.agenda
        and bool(state.sections)
        and _is_set_off(line)
        and goes_on(state.sections[-1][0], number)
    )


def _is_set_off(line: Line) -> bool:
    """A heading as an office document has it: a short line with an empty one before it."""
    return line.blank_before and len(line.text) < _LONGEST and not line.text.endswith(".")


def _has_text(lines: Sequence[Line], patterns: ItemPatterns, *, bare: bool) -> bool:
    """Whether prose stands before the next item."""
    for line in lines:
        if _item(patterns, line, bare=bare):
            return False
        if len(line.text) > _PROSE or line.bullet or line.text.rstrip().endswith((".", ":")):
            return True
    return False


def _item(patterns: ItemPatterns, line: Line, *, bare: bool) -> bool:
    return bool(patterns.prefixed.match(line.text) or (bare and not line.bullet and patterns.bare.match(line.text)))


def goes_on(last: str, number: str) -> bool:
    """Whether one number follows another where no agenda tells: 3, 3.1, 3.2, 4."""
    if not re.fullmatch(r"\d+(?:\.\d+)*", last) or not re.fullmatch(r"\d+(?:\.\d+)*", number):
        return True
    before, here = [int(each) for each in last.split(".")], [int(each) for each in number.split(".")]
    return here == [*before, 1] or any(here == [*before[:at], before[at] + 1] for at in range(len(before)))
