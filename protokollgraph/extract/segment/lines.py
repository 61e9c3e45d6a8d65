"""From lines to the parts of a protocol: each line goes to the part that it stands in, or begins the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import join
from protokollgraph.extract.segment import attendance, blocks, head, itemtable, joint, plan, tables, treatments
from protokollgraph.extract.segment.parts import Protocol, TaskRow
from protokollgraph.extract.segment.state import ItemPatterns, State, item_patterns, unbracketed
from protokollgraph.extract.style import Style

_ATTENDANCE = frozenset(("attendance", "excused", "absent", "guests"))

_SIGNATURE = re.compile(r"\(?gez\.|[_.…]{6,}|Unterschrift|Für die Richtigkeit|F\. d\. R\.|Zur Beurkundung|Beurkundet")

_PLACE_DATE = re.compile(r"[^\W\d_][^,;:]{2,60}, (?:den |am )?\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?\d{2,4}\.?$")


def segment(found: Sequence[Line], style: Style, *, paragraphs: bool = False) -> Protocol:
    """The parts of a protocol. Total: every line ends in one of them.

    With ``paragraphs`` each line is one, as in an office document; otherwise the width tells if lines are wrapped.
    """
    state = State(style, paragraphs, lines=found)
    patterns = item_patterns(style)
    for index, line in enumerate(found):
        state.at = index
        following = found[index + 1] if index + 1 < len(found) else None
        _take(state, line, following, patterns)
    wrapped = None if paragraphs else blocks.wrap_width(found)
    sections = joint.arranged(style, state.sections, paragraphs=paragraphs)
    return Protocol(
        style=style,
        title=tuple(state.title),
        fields=tuple(state.fields),
        attendees=tuple(attendance.rows(state)),
        agenda=tuple(plan.items(state)),
        sections=tuple(
            treatments.section(style, *parts, wrapped, state.section_tasks.get(index, ()))
            for index, parts in enumerate(sections)
        ),
        tasks=_tasks(style, state),
        closing=tuple(state.closing),
        loose=tuple(state.loose),
        legend=join(state.legend) if state.legend else None,
    )


def _tasks(style: Style, state: State) -> tuple[TaskRow, ...]:
    rows, rest = tables.tasks(style, state.tasks)
    return (*rows, *tables.listed(rest))


def _take(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """Put one line where it belongs."""
    section = state.style.section(unbracketed(line.text))
    if section == "part":
        if state.part != "head":
            state.loose.append(line.passage)
            return
        section = None
    if section and state.part == "results" and treatments.begins(state, line, patterns):
        return
    if (
        section
        and not (section == "results" and state.part == "head" and not state.agenda)
        and _may_begin(state, section)
        and not (state.part == "attendance" and attendance.in_header(state, line))
    ):
        _begin(state, section, line)
        return
    if state.part == "head" and not section and attendance.opens(state, line, following):
        _begin(state, "attendance", line)
        return
    if itemtable.begins(state, line, patterns) or itemtable.takes_row(state, line, patterns):
        return
    if state.part == "head" and attendance.begins_table(state, line):
        state.part = "attendance"
        state.attendance.append(([], ()))
    if state.part == "head" and attendance.tells(line):
        state.part = "attendance"
        attendance.tell(state, line)
        return
    if state.part == "head" and not state.style.result_minutes and state.title and blocks.is_speech(line):
        state.part = "prose" if _is_planned_below(state) else "results"
    if state.part == "attendance" and attendance.ends(line):
        state.part = "prose"
    begins = treatments.opens if state.part in ("head", "attendance", "prose") else treatments.begins
    if begins(state, line, patterns):
        return
    if state.part in ("results", "tasks") and (
        _SIGNATURE.match(line.text) or (line.blank_before and _PLACE_DATE.match(line.text))
    ):
        state.part = "closing"
    _READERS[state.part](state, line, following, patterns)


_READERS: Mapping[str, Callable[[State, Line, Line | None, ItemPatterns], None]] = {
    "head": head.read,
    "attendance": attendance.read,
    "agenda": plan.read,
    "results": treatments.read,
    "tasks": lambda s, ln, *_: s.tasks.append(ln),
    "prose": lambda s, ln, *_: s.loose.append(ln.passage),
    "closing": lambda s, ln, *_: s.closing.append(ln.passage),
}


def _is_planned_below(state: State) -> bool:
    """Whether the agenda is still to come."""
    return any(state.style.section(unbracketed(line.text)) == "agenda" for line in state.lines[state.at + 1 :])


def _may_begin(state: State, section: str) -> bool:
    """Inside the results only a table of tasks, the closing or the results themselves begin a part."""
    if state.part in ("results", "tasks", "closing"):
        return section in ("tasks", "closing") or (section == "results" and not state.sections)
    return section != "closing" or bool(state.sections)


def _begin(state: State, section: str, line: Line) -> None:
    if section in _ATTENDANCE:
        state.part = "attendance"
        state.attendance.append(([], (line.passage,)))
    else:
        state.part = section
        if section == "closing":
            state.closing.append(line.passage)
