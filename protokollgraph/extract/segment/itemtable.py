"""Tables of items: an agenda, or results with what came of each item and who does what until when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import unplanned
from protokollgraph.extract.segment.parts import TaskRow
from protokollgraph.extract.segment.state import ItemPatterns, State
from protokollgraph.extract.segment.tables import task_row
from protokollgraph.extract.style import Style, normalised

_FAR = 60
"""So many lines of a table are looked at to tell what it is."""
_PARTS = re.compile(r"\s*(?:[/,&]|\bund\b|[–-]\s)\s*")
_CONTENT = ("content", "results")
_SENTENCE = re.compile(r"\w{3,}[.;:]$")
_LONG = 60


def begins(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Take the head of a table of items: what follows is an agenda, or the results if the items have text."""
    if state.part not in ("head", "attendance", "agenda") or state.sections:
        return False
    columns = _columns(state.style, line)
    kinds = [kind for _, kind in columns]
    if len(kinds) < 2 or kinds[0] != "item" or not any(kinds[1:]) or "task" in kinds:
        return False
    ahead = state.ahead(_FAR)
    if not ahead or not unplanned.is_item(patterns, ahead[0], bare=True):
        return False
    if state.agenda or unplanned.has_text(ahead[1:], patterns, bare=True) or _tells(dict(columns), ahead):
        state.table = dict(columns)
        state.part = state.part if state.agenda else "results"
    else:
        state.part = "agenda"
    state.loose.append(line.passage)
    return True


def _columns(style: Style, line: Line) -> list[tuple[int, str | None]]:
    return [(column, _kind(style, passage.text)) for column, passage in line.columns()]


def _kind(style: Style, head: str) -> str | None:
    """What the head of a column means, also by one of its words: "Ergebnis / Beschluss", "Verantwortlich / Termin"."""
    found = (style.columns.get(normalised(word)) or style.section(word) for word in (head, *_PARTS.split(head)))
    return next((meaning for meaning in found if meaning), None)


def _tells(columns: Mapping[int, str | None], ahead: Sequence[Line]) -> bool:
    """Whether a row of the table says what came of its item, in a sentence or with a date until when."""
    for line in ahead:
        cells = {columns.get(column): passage.text for column, passage in line.columns()}
        if line.blank_before or "item" not in cells:
            return False
        text = next((cells[kind] for kind in _CONTENT if kind in cells), "")
        if "due" in cells or len(text) > _LONG or _SENTENCE.search(text):
            return True
    return False


def takes_row(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Put a row of the table under its item: a title, what was said, or a task with its date."""
    cells = line.columns() if state.table and state.part in ("agenda", "results") and "\t" in line.text else []
    if len(cells) < 2 or any(column not in state.table for column, _ in cells):
        return False
    named = {state.table[column]: passage for column, passage in cells}
    texts = [named[kind] for kind in _CONTENT if kind in named]
    number = _number(named.get("item"), patterns)
    if number is None or not texts:
        return False
    if not state.sections or state.sections[-1][0] != number:
        if not _is_next(state, number):
            return False
        titled = _is_title(state, number, texts[0])
        if not titled and not state.agenda:
            return False
        state.sections.append((number, named["item"], texts[0] if titled else texts[0].cut(0, 0), []))
        state.part = "results"
        texts = texts[1:] if titled else texts
    for text in texts:
        task = task_row(cells, text, named.get("assignee"), named.get("due")) if "due" in named else None
        _add(state, Line(text), task)
    return True


def _number(passage: Passage | None, patterns: ItemPatterns) -> str | None:
    """The number that a cell holds and nothing else."""
    match = (patterns.prefixed.match(passage.text) or patterns.bare.match(passage.text)) if passage else None
    return match["number"].replace(" ", "") if match and not match["rest"].strip(" .:)") else None


def _is_next(state: State, number: str) -> bool:
    done = [each for each, *_ in state.sections]
    if number in done:
        return False
    if state.agenda:
        return number in [each for each, *_ in state.agenda]
    return not done or unplanned.goes_on(done[-1], number)


def _is_title(state: State, number: str, text: Passage) -> bool:
    """Whether the first text of an item names it: as the agenda does, or, without one, in no sentence."""
    for planned, _, cells in state.agenda:
        if planned == number:
            title = " ".join(passage.text for _, passage in cells)
            return bool(_words(title) & _words(text.text)) and not _SENTENCE.search(text.text)
    return len(text.text) <= _LONG and not _SENTENCE.search(text.text)


def _words(text: str) -> set[str]:
    return {word.casefold()[:9] for word in re.findall(r"[^\W\d_]{4,}", text)}


def _add(state: State, line: Line, task: TaskRow | None) -> None:
    if task:
        state.section_tasks.setdefault(len(state.sections) - 1, []).append(task)
    else:
        state.sections[-1][3].append(line)
