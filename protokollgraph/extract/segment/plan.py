"""The agenda: numbered lines, some with a column for those who present."""

from __future__ import annotations

import re

from protokollgraph.extract import dates
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import join
from protokollgraph.extract.segment.parts import PlannedItem
from protokollgraph.extract.segment.state import ItemPatterns, State

_BELOW = re.compile(r"\(?\*+\)?\s|[A-ZÄÖÜ][^:]{10,}[a-zäöüß]{2}\.$|Teil\s[A-Z]:")
"""What does not go on an item's title: a footnote, a whole sentence, a part's result."""


def read(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """An item, or more of the item above."""
    match = patterns.prefixed.match(line.text) or patterns.bare.match(line.text)
    if match and not _is_continuation(state, line, match["number"]):
        number = match["number"].replace(" ", "")
        rest = match.start("rest") + len(match["rest"]) - len(match["rest"].lstrip(" \t.:)–—-"))
        body = Line(line.passage.cut(rest), line.indent + rest)
        state.agenda.append((number, line.passage.cut(0, match.end("number")), body.columns()))
    elif state.agenda and not _stands_apart(state, line):
        state.agenda[-1][2].extend(line.columns())
    else:
        state.loose.append(line.passage)


def _is_continuation(state: State, line: Line, number: str) -> bool:
    """A date or a figure at the start of a wrapped agenda line is no item."""
    if any(found.start == 0 for found in dates.find(line.text)):
        return True
    return bool(state.agenda) and line.indent > 3 and number in {n for n, _, _ in state.agenda}


def _stands_apart(state: State, line: Line) -> bool:
    """A sentence below the agenda, or a remark about its marks: "Es folgt eine nichtöffentliche Sitzung."."""
    last = [passage for _, passage in state.agenda[-1][2]]
    return bool(last) and line.blank_before and not line.page_before and bool(_BELOW.match(line.text))


def items(state: State) -> list[PlannedItem]:
    """The agenda; what stands in a second column presents the item."""
    found = []
    for number, mark, cells in state.agenda:
        if not cells:
            continue
        left = cells[0][0]
        title = [p for column, p in cells if abs(column - left) <= 3 or column < left]
        right = [p for column, p in cells if column > left + 3]
        if right and not _is_column(state, left):
            title, right = [p for _, p in cells], []
        found.append(PlannedItem(number, mark, join(title), join(right) if right else None))
    return found


def _is_column(state: State, left: int) -> bool:
    """At least two items have a second cell, or the only one is set well apart."""
    starts = [column for _, _, cells in state.agenda for column, _ in cells if column > left + 3]
    return len(starts) >= 2 or bool(starts and starts[0] > left + 12)
