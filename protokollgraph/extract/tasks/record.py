"""The tasks of the text and of the tables, each once."""

from __future__ import annotations

import re
from dataclasses import replace

from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.segment import TaskRow
from protokollgraph.extract.tasks import promises
from protokollgraph.extract.tasks.owners import doer, due_day, pattern
from protokollgraph.model import Severity, Task

_NO_TASKS = ("proposal", "mover", "paper", "vote")
"""Parts of a treatment that give nobody anything to do: what is only proposed, what an item is called."""
_PARTS = re.compile(r"[^\W\d_]{5,}")


def read(draft: Draft) -> None:
    """Record the tasks of the text and of the tables; a table that repeats a task of the text adds its place to it."""
    for unit in draft.units:
        if unit.item is not None and not unit.title and unit.part not in _NO_TASKS:
            for task in promises.of_unit(draft, unit):
                _add(draft, task)
    for section in draft.protocol.sections:
        for row in section.tasks:
            _row(draft, row, section.number)
    for row in draft.protocol.tasks:
        _row(draft, row, None)


def _add(draft: Draft, task: Task) -> None:
    """Record a task, or join it with the one that it repeats: same owner, same day, some shared words."""
    for index, known in enumerate(draft.tasks):
        if known.assignee != task.assignee or (known.due and task.due and known.due != task.due):
            continue
        own = _stems(draft.gazetteer[task.assignee].name) if task.assignee else set()
        shared = (_stems(known.words) & _stems(task.words)) - own or (
            known.due
            and known.due == task.due
            and "tasks.table" in (task.evidence[0].rule, *(e.rule for e in known.evidence))
            and len(known.evidence) == 1
        )
        if (
            shared
            and (known.due == task.due or not known.due or not task.due)
            and (known.item == task.item or known.item is None or task.item is None)
        ):
            draft.tasks[index] = replace(
                known,
                evidence=(*known.evidence, *task.evidence),
                due=known.due or task.due,
                item=known.item or task.item,
                done=known.done or task.done,
            )
            return
    draft.tasks.append(task)


def _stems(words: str) -> set[str]:
    """The first letters of the long words, and of compounds' ends, so that "Nachreichung" meets "reicht … nach"."""
    found = set()
    for word in _PARTS.findall(words.casefold()):
        found.add(word[:7])
        if len(word) > 11:
            found.add(word[-7:])
    return found - {"bereits", "werkstatt"[:7], "projekt", "sitzung", "nächste"}


def _row(draft: Draft, row: TaskRow, item: str | None) -> None:
    if re.fullmatch(r"[\s–—-]*|keine.*", row.task.text, re.IGNORECASE):
        return
    who = doer(draft, row.assignee.squeeze()) if row.assignee else None
    due = due_day(draft, row.due.text) if row.due else None
    where = evidence(row.row, "tasks.table", 0.95)
    if who is None and row.assignee and re.search(r"\w", row.assignee.text):
        draft.find(
            "assignee-not-understood",
            f"“{row.assignee.text[:60]}” in the table of tasks names nobody that was recognised.",
            Severity.WARNING,
            row.assignee.span(),
        )
    done = bool(pattern("done").search(row.row.text))
    _add(draft, Task(plain(row.task.text), (where,), item, who, due, done))
