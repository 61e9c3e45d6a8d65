"""Tasks that name their owner: behind a label or in brackets, also those of an earlier session that are followed up."""

from __future__ import annotations

import re

from protokollgraph.extract import hints, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.tasks.owners import doer, due_day, pattern
from protokollgraph.extract.words import load
from protokollgraph.model import Task

EARLIER = re.compile(
    r"\b(?:Die\s)?(?:Aufgabe|Zuarbeit|Anfrage|Rückmeldung|Zusammenstellung|Übersicht|Auftrag|Klärung|Prüfung"
    r"|Offene\sPunkte:\s\w+)\b[^.;()]{0,80}\((?P<who>[^()]+)\)(?=[^.;]*\b(?:erledigt|offen|aus|läuft|verlängert)\b)"
)

_OWNER = hints.bit(lambda: load("tasks")["owner_hints"])
_EXTENDED = re.compile(r"\bFrist\b[^.;]*\b(?:verlängert|verschoben|auf)\b")


def behind(draft: Draft, unit: Unit, text: str) -> Task | None:
    """“… (V: IHK Cottbus, T: 08.03.2024)”, “Aufgabe: …, verantwortlich HWK, Frist 30.09.2024”."""
    owner = pattern("owner").search(text) if unit.hints & _OWNER else None
    if not owner:
        return None
    who = doer(draft, unit.passage.cut(owner.start("who"), owner.end("who")))
    when = pattern("due").search(text, owner.start())
    when = when or pattern("due").search(text)
    plainly = when or re.search(r"[:→(]|->", text[max(0, owner.start() - 1) : owner.start("who")])
    if (who is None and when is None) or not plainly:
        return None
    due = due_day(draft, when["when"]) if when else None
    start = next((a for a, b in sentences.split(text) if b >= owner.start()), 0)
    if re.match(r"\(?(?:V|Verantw|verantw|zust|Zust|→|Verantwortlich|Zuständig)", text[start:]) and start:
        start = max((a for a, b in sentences.split(text) if a < start), default=0)
    return Task(
        plain(text[start:]),
        (evidence(unit.passage, "tasks.owner", 0.9, start=start),),
        unit.item,
        who,
        due,
        bool(pattern("done").search(text)),
    )


def follow_up(draft: Draft, unit: Unit, start: int, end: int, match: re.Match[str]) -> Task | None:
    """A task of an earlier session that is followed up: done, or still open with a new date."""
    who = doer(draft, unit.passage.cut(start + match.start("who"), start + match.end("who")))
    rest = _until_next(unit, end)
    text = unit.passage.text[start:rest]
    done = bool(pattern("done").search(text))
    due = due_day(draft, text) if not done else None
    if who is None:
        return None
    return Task(
        plain(text),
        (evidence(unit.passage, "tasks.follow-up", 0.85, start=start, end=rest),),
        unit.item,
        who,
        due,
        done,
    )


def _until_next(unit: Unit, end: int) -> int:
    """With the next part of the sentence if it is about the same task's date."""
    text = unit.passage.text
    for a, b in sentences.split(text):
        if a >= end and _EXTENDED.search(text[a:b]) and text[end - 1 : end] == ";":
            return b
        if a >= end:
            break
    return end
