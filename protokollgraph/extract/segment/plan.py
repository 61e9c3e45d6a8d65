"""The agenda: numbered lines, some with a column for those who present."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract import dates, names
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import SOFT_BREAK, Passage, join
from protokollgraph.extract.segment.blocks import is_speech
from protokollgraph.extract.segment.parts import PlannedItem
from protokollgraph.extract.segment.state import ItemPatterns, State

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?Uhr)?(?:\s?[–-]\s?\d{1,2}[:.]\d\d)?(?:\s?Uhr)?|\d{1,3}\s?(?:min|Min\.?|')")
"""A column for the time of each item."""
_BELOW = re.compile(r"\(?\*+\)?\s|[A-ZÄÖÜ][^:]{10,}[a-zäöüß]{2}\.$|Teil\s[A-Z]:")
"""What does not go on an item's title: a footnote, a whole sentence, a part's result."""

_GOES_ON = re.compile(
    r"[-–,/(&]$|\b(?:und|oder|sowie|der|die|das|des|dem|den|für|von|vom|zur|zum|zu|über|im|in|am|an)$"
)
"""A title that is not at its end."""


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
    if not last or not line.blank_before or line.page_before:
        return False
    return bool(_BELOW.match(line.text)) or is_speech(line)


def items(state: State) -> list[PlannedItem]:
    """The agenda; what stands in a second column presents the item."""
    found = []
    for number, mark, cells in state.agenda:
        if not cells:
            continue
        left = cells[0][0]
        title = [p for column, p in cells if abs(column - left) <= 3 or column < left]
        right = [p for column, p in cells if column > left + 3]
        right = [p for p in right if state.style.block(p.text) is None and not _TIME.fullmatch(p.text)]
        if right and not _is_column(state, left):
            title, right = [p for _, p in cells], []
        text = _with_borders(title) if state.paragraphs else join(title)
        found.append(PlannedItem(number, mark, text, join(right) if right else None))
    return found


def _with_borders(lines: Sequence[Passage]) -> Passage:
    """The lines of an item that nobody has wrapped: what follows its title and the people named below it is a remark.

    "Vorstellung des Projektes", "Anja Muster, Leiterin", "Antrag / Finanzierung": a soft break parts the third.
    """
    title = [lines[0]]
    rest = list(lines[1:])
    while rest and (_GOES_ON.search(title[-1].text) or rest[0].text[:1].islower() or names.find_full(rest[0].text)):
        title.append(rest.pop(0))
    return join([join(title), join(rest)], parted_by=SOFT_BREAK) if rest else join(title)


def _is_column(state: State, left: int) -> bool:
    """At least two items have a second cell, or the only one is set well apart."""
    starts = [column for _, _, cells in state.agenda for column, _ in cells if column > left + 3]
    return len(starts) >= 2 or bool(starts and starts[0] > left + 12)
