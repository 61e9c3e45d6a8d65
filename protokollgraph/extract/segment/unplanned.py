"""Results without an agenda: an Ergebnisprotokoll that prints its items only once, each with what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.segment.state import ItemPatterns, State

_FAR = 60
"""So many lines behind an item the next one begins."""
_PROSE = 60
_LONGEST = 120
"""A longer line is no heading."""


def is_first(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Whether a line is the heading of the first item, though no agenda announces it: text follows, no other item."""
    if state.agenda or state.sections or line.bullet:
        return False
    bare = state.paragraphs and _is_set_off(line)
    match = patterns.prefixed.match(line.text) or (patterns.bare.match(line.text) if bare else None)
    if match is None or match["number"] != "1" or not match["rest"].strip(" .:)–—-"):
        return False
    return has_text(state.ahead(_FAR), patterns, bare=bare)


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


def has_text(lines: Sequence[Line], patterns: ItemPatterns, *, bare: bool) -> bool:
    """Whether prose stands before the next item."""
    for line in lines:
        if is_item(patterns, line, bare=bare):
            return False
        if len(line.text) > _PROSE or line.bullet or line.text.rstrip().endswith((".", ":")):
            return True
    return False


def is_item(patterns: ItemPatterns, line: Line, *, bare: bool) -> bool:
    """Whether a line begins with the number of an item."""
    return bool(patterns.prefixed.match(line.text) or (bare and not line.bullet and patterns.bare.match(line.text)))


def goes_on(last: str, number: str) -> bool:
    """Whether one number follows another where no agenda tells: 3, 3.1, 3.2, 4."""
    if not re.fullmatch(r"\d+(?:\.\d+)*", last) or not re.fullmatch(r"\d+(?:\.\d+)*", number):
        return True
    before, here = [int(each) for each in last.split(".")], [int(each) for each in number.split(".")]
    return here == [*before, 1] or any(here == [*before[:at], before[at] + 1] for at in range(len(before)))
