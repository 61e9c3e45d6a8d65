"""Verbs of tasks, and whether a date is the day until which something is done."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.words import load


@cache
def _verbs(key: str) -> list[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    found = []
    for entry in load("tasks")[key]:
        verb, *parts = entry.split("…")
        found.append(
            (re.compile(rf"\b(?:{verb})(?!\w)"), [re.compile(rf"\b(?:{part})(?!\w)") for part in parts if part])
        )
    return found


@cache
def any_of_them(key: str = "verbs") -> re.Pattern[str]:
    """Any verb of a task: a quick first look."""
    return re.compile(rf"\b(?:{'|'.join(entry.split('…')[0] for entry in load('tasks')[key])})(?!\w)")


def has_one(clause: str, key: str) -> bool:
    """Whether the clause's first verb is one of a task; the separated part has to follow."""
    if not any_of_them(key).search(clause):
        return False
    for verb, parts in _verbs(key):
        match = verb.search(clause)
        if not match:
            continue
        at = match.end()
        for part in parts:
            follows = part.search(clause, at)
            if not follows:
                break
            at = follows.end()
        else:
            return True
    return False


def governs(clause: str, at: int) -> bool:
    """Whether a date says by when something is done, not when it is: "bis …", or the delivery to a session on a day."""
    return bool(
        re.search(
            r"\bbis(?:\s(?:zum|spätestens|Ende|Mitte|Anfang|zur))?\s(?:\w+,?\s(?:dem|den)\s)?$"
            r"|\bbis\s(?:spätestens\s)?(?:zum\s)?$",
            clause[:at],
        )
        or re.match(r"(?:bis|zur|zum|Ende|Mitte|Anfang)\b", clause[at:])
        or re.search(r"\bzur\s(?:Beschlussfassung|Entscheidung|Beratung)\s(?:vor|ein)\b", clause)
    )
