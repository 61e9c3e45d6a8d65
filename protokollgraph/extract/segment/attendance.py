"""Attendance lists: the lines that open one, its rows under their headings, the legend below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import head
from protokollgraph.extract.segment.columns import append_below, open_ended
from protokollgraph.extract.segment.parts import Attendee, Cell, HeadField
from protokollgraph.extract.segment.state import LABELLED, ItemPatterns, State, unbracketed
from protokollgraph.extract.style import Style, normalised

_ADMINISTRATION = re.compile(r"(?:Stadt|Gemeinde|Kreis|Amts)verwaltung(?:\s[A-ZÄÖÜ][\w/-]+)?:?")
_LEGEND = re.compile(r"(?:Abkürzungen:?\s*|Legende:?\s*)?[A-ZÄÖÜ][\w-]{0,6}[A-ZÄÖÜ]\w?\s?[:=]\s[^;]{6,}")


FACTION = re.compile(
    r"(?:Fraktion\s(?P<name>[A-ZÄÖÜ][^,;()]{1,60}?)|(?P<compound>[A-ZÄÖÜ][^,;()\s]*(?:\s?[/&]\s?[A-ZÄÖÜ][^,;()\s]*)?)-Fraktion"
    r"|(?P<none>[Ff]raktionslose?r?|[Oo]hne\sFraktion))(?:\s\((?P<short>[^()]{2,14})\))?:?"
)
"""A heading that names the parliamentary group of those below it."""


def opens(state: State, line: Line, following: Line | None) -> bool:
    """A heading such as "Stimmberechtigte Mitglieder" opens an attendance list of its own."""
    word = normalised(unbracketed(line.text))
    return (
        bool(state.fields)
        and state.style.groups.get(word) in ("member", "guest", "staff", "excused", "absent", "present")
        and len(word) > 3
        and following is not None
        and not following.blank_before
        and not line.text.rstrip().endswith(":")
    )


def read(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """A line of the lists; a labelled one is a field, that of another part ends them."""
    if (_LEGEND.match(line.text) and line.blank_before) or (state.legend and not line.blank_before):
        state.legend.append(line.passage)
        return
    label = LABELLED.match(line.text)
    if label and label["colon"]:
        name = state.style.field(label["label"])
        if name in ("members", "guests", "staff", "excused", "absent", "attendance") and label["value"].strip():
            state.fields.append(
                HeadField(name, line.passage.cut(0, label.end("label")), line.passage.cut(label.start("value")))
            )
            return
        if name in ("date", "place", "start", "end", "chair", "minutes", "attachments", "distribution", "next"):
            state.part = "head"
            head.read(state, line, following, patterns)
            return
    state.attendance.append((line.columns(), (line.passage,) if not line.bullet and line.blank_before else ()))


def rows(state: State) -> list[Attendee]:
    """The rows of the lists, continuation lines joined to the cells above them."""
    style = state.style
    columns: tuple[str | None, ...] = ()
    section: tuple[Passage, ...] = ()
    group: tuple[Passage, ...] = ()
    faction: tuple[Passage, ...] = ()
    found: list[Attendee] = []
    pending: list[tuple[list[Cell], tuple[Passage, ...], tuple[str | None, ...]]] = []
    for cells, heading in state.attendance:
        if not cells:
            section, group, faction, columns = heading, (), (), ()
            continue
        kinds = tuple(style.columns.get(normalised(p.text)) for _, p in cells)
        if len(cells) > 1 and sum(k is not None for k in kinds) >= len(cells) - 1:
            columns = kinds
        elif len(cells) == 1 and _is_group(style, cells[0][1], bool(heading)):
            group, faction = (cells[0][1],), ()
        elif len(cells) == 1 and not style.result_minutes and FACTION.fullmatch(cells[0][1].text):
            faction = (cells[0][1],)
        elif (
            pending
            and not heading
            and (cells[0][0] > 3 or open_ended(pending[-1][0][0][1].text))
            and _below(pending[-1][0], cells)
        ):
            append_below(pending[-1][0], cells)
        else:
            pending.append((list(cells), section + group + faction, columns))
    for cells, headings, kinds in pending:
        found.append(Attendee(tuple(p for _, p in cells), headings, kinds if len(kinds) == len(cells) else ()))
    return found


def _is_group(style: Style, passage: Passage, set_off: bool) -> bool:
    text = unbracketed(passage.text)
    words = re.split(r"\s+und\s+|\s*/\s*", text)
    if (
        _ADMINISTRATION.fullmatch(text)
        or normalised(text) in style.groups
        or all(normalised(word) in style.groups for word in words)
    ):
        return True
    return text.endswith(":") and len(text) < 60


def _below(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    first = 0 if open_ended(above[0][1].text) else 1
    return all(any(abs(column - other) <= 2 for other, _ in above[first:]) for column, _ in cells)
