"""What a session decides on itself: the minutes of an earlier one, its agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import dates
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.model import EntityKind

_MINUTES = re.compile(
    r"\b(?:Ergebnis)?(?:[Pp]rotokoll|[Nn]iederschrift)(?:s|es)?\b"
    r"(?:\s+(?:der|zur|vom)\s+(?:(?P<number>\d{1,3})\.\s*[\w-]*[sS]itzung|letzten\s[\w-]*[sS]itzung)?)?"
    r"(?:\s*vom\s+(?P<day>[\d.]+(?:\s\w+\s\d{4})?))?"
)
_AGENDA = re.compile(r"\b(?:Tagesordnung|TO)\b")


def formalities(draft: Draft, unit: Unit, start: int, end: int) -> Iterator[str]:
    """The minutes of an earlier session, the agenda."""
    text = unit.passage.text[start:end]
    minutes = _MINUTES.search(text)
    if minutes and not re.search(r"Protokollnotiz", minutes.group()):
        yield _minutes(draft, unit, start, minutes)
    agenda = _AGENDA.search(text)
    if agenda:
        key = draft.gazetteer.thing(EntityKind.TOPIC, "Tagesordnung")
        where = evidence(unit.passage, "decisions.agenda", start=start + agenda.start(), end=start + agenda.end())
        draft.gazetteer.mention(key, where)
        yield key


def _minutes(draft: Draft, unit: Unit, start: int, minutes: re.Match[str]) -> str:
    previous = draft.previous
    number = int(minutes["number"]) if minutes["number"] else previous.number if previous else None
    day = dates.first(minutes["day"]) if minutes["day"] else None
    if day is None and previous and number in (None, previous.number):
        day = previous.date
    word = "Niederschrift" if "iederschrift" in minutes.group() else "Protokoll"
    if number:
        name = f"{word} der {number}. Sitzung"
    else:
        name = f"{word} der Sitzung vom {day:%d.%m.%Y}" if day else f"{word} der letzten Sitzung"
    key = draft.gazetteer.thing(EntityKind.PROTOCOL, name)
    draft.gazetteer[key].date = day
    where = evidence(unit.passage, "decisions.minutes", start=start + minutes.start(), end=start + minutes.end())
    draft.gazetteer.mention(key, where)
    return key
