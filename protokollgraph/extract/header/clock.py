"""When a session began and ended: fields of the head, the title, two parts with a span each, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from protokollgraph.extract import dates, hints, sentences
from protokollgraph.extract.draft import Draft

_PART = re.compile(
    r"\b(?:[Nn]icht\s?-?)?[öÖ]ffentliche[rn]?\s(?:Sitzung|Teil)\b[^\d]{0,25}(?=\d{1,2}[.:]?\d{0,2}(?:\sUhr)?\s?(?:bis|[-–]))"
)
_BEGINS = re.compile(r"\beröffnete?t?\b")
_ENDS = re.compile(r"\b(?:schlie(?:ß|ss)t|schloss|beendete?t?)\b")
_BEGINNING = hints.bit(["eröffnet"])
_END = hints.bit(["schlie", "schloss", "beendet"])
_SESSION = re.compile(r"\b(?:[\w-]*[Ss]itzung|[\w-]*[Vv]ersammlung)\b")
_NOT_THE_SESSION = re.compile(r"\bTeil\b|[Uu]nterb|Rednerliste|Aussprache|Debatte|Diskussion|\bPause\b")


def times(draft: Draft) -> tuple[time | None, time | None]:
    """Start and end of the session, each None where it is not told."""
    parts = _parts(draft)
    if parts:
        return parts
    start, end = _labelled(draft)
    if start is None:
        for passage in draft.protocol.title:
            found = dates.times(passage.text)
            if found and _of_the_session(passage.text, found[0].start):
                start, end = found[0].value, end or (found[1].value if len(found) > 1 else None)
                break
    return start or _told(draft, _BEGINS, _BEGINNING, last=False), end or _told(draft, _ENDS, _END, last=True)


def _of_the_session(text: str, at: int) -> bool:
    """Whether an hour of the title is the session's: it stands beside the day, on a line of its own or behind "um"."""
    before = text[:at].rstrip()
    return not re.search(r"(?:\bab|\bbis|\()$", before) and (
        not before
        or before.endswith((" um", "um", "von", "ab"))
        or dates.first(text) is not None
        or bool(re.search(r"Beginn|Sitzung|Uhrzeit|Zeit", before))
    )


def _labelled(draft: Draft) -> tuple[time | None, time | None]:
    start = end = None
    for field in draft.protocol.fields:
        if field.name not in ("start", "end", "time", "date"):
            continue
        found = dates.times(field.value.text, labelled=field.name in ("start", "end", "time"))
        if not found:
            continue
        if field.name == "end":
            end = end or found[0].value
        else:
            start = start or found[0].value
            if len(found) > 1 and end is None:
                end = found[1].value
    return start, end


def _parts(draft: Draft) -> tuple[time, time] | None:
    """The public and the other part with a span each: the session lasts from the one's start to the other's end."""
    spans = []
    for passage in draft.protocol.title:
        match = _PART.search(passage.text)
        found = dates.times(passage.text[match.end() :]) if match else []
        if len(found) == 2:
            spans.append((found[0].value, found[1].value))
    if len(spans) < 2 or any(before[1] > after[0] for before, after in pairwise(spans)):
        return None
    return spans[0][0], spans[-1][1]


def _told(draft: Draft, verb: re.Pattern[str], hint: int, *, last: bool) -> time | None:
    """The hour in the sentence that opens or closes the session: "Er schließt um 21.05 Uhr die Sitzung."."""
    found = list(_hours(draft, verb, hint))
    return found[-1 if last else 0] if found else None


def _hours(draft: Draft, verb: re.Pattern[str], hint: int) -> Iterator[time]:
    for unit in draft.units:
        text = unit.passage.text
        if unit.title or not unit.hints & hint or not verb.search(text):
            continue
        for start, end in sentences.split(text):
            sentence = text[start:end]
            if verb.search(sentence) and _SESSION.search(sentence) and not _NOT_THE_SESSION.search(sentence):
                hours = dates.times(sentence)
                if len(hours) == 1:
                    yield hours[0].value
