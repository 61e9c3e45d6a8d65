"""The sessions before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from protokollgraph.extract import dates, hints, organisations
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.header.places import behind
from protokollgraph.extract.passage import Passage
from protokollgraph.model import Evidence, MeetingReference

_EARLIER = re.compile(
    r"(?:Protokoll\w*|Niederschrift|Ergebnisprotokoll\w*|Protokollkontrolle|Prot\.)\s+"
    r"(?:(?:der|zur|über\s+die|von\s+der|aus\s+der|d\.)\s+)?(?:(?:letzten|vorherigen|vorigen|vergangenen)\s+)?"
    r"(?:(?P<number>\d{1,3})\.\s*(?:\w+\s+)?(?:[\w-]*[sS]itzung|Beratung|Zusammenkunft|Treffen)|[\w-]*[sS]itzung"
    r"|Beratung|(?P<number2>\d{1,3})\.\s*Werkstatt\w*|(?=vom))"
    r"(?:\s*der\s+Werkstatt\s+\d)?(?:\s*[,(]?\s*(?:vom|am|\()\s*(?P<rest>.{6,40}))?",
    re.DOTALL,
)

_NEXT = re.compile(
    r"(?:\b(?:[Dd](?:ie|er|as)|[Zz]ur|[Uu]nsere)\s+)?\b(?:[Nn]ächste[rsn]?|[Ff]olgende[rsn]?|[Kk]ommende[rsn]?)\s+"
    r"(?:(?:\w+\s)?[\w-]*[Ss]itzung|Beratung|Werkstatt(?:sitzung)?(?:\s\d)?|Termin|Treffen|Zusammenkunft|Beratung)"
    r"(?P<number>)"
    r"|\b(?P<ordinal>\d{1,3})\.\s[\w-]*[Ss]itzung(?=[^.]{0,40}\b(?:findet|ist\s+(?:für|am)|wird))",
)
_LONGEST = 60
_SESSION = hints.bit(["ächste", "olgende", "ommende", "itzung"])
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})[.](?=\s+[A-ZÄÖÜ]|$)|(?<=\))\.(?=\s|$)")


def previous(draft: Draft) -> None:
    """The session whose minutes are confirmed; its number plus one is this session's, if no other is stated."""
    passages = [item.text for item in draft.protocol.agenda] + [
        b.passage for s in draft.protocol.sections for b in s.blocks
    ]
    best: tuple[int | None, date | None, Evidence] | None = None
    for passage in passages:
        for match in _EARLIER.finditer(passage.text):
            number = match["number"] or match["number2"]
            day = dates.first(match["rest"]) if match["rest"] else None
            if day and draft.date and day >= draft.date:
                continue
            end = _end_of_reference(match)
            where = evidence(passage, "header.previous", start=match.start(), end=end)
            if (number or day) and (
                best is None or (best[1] is None and day and (number is None or best[0] in (None, int(number))))
            ):
                best = (int(number) if number else best[0] if best else None, day, where)
        if best and best[1] and best[0]:
            break
    if best:
        draft.previous = MeetingReference(best[2], number=best[0], date=best[1])
        if draft.number is None and best[0]:
            draft.number = best[0] + 1


def _end_of_reference(match: re.Match[str]) -> int:
    if match["rest"]:
        found = next(dates.find(match["rest"]), None)
        if found:
            return match.start("rest") + found.end
        return match.start("rest") - 5 if match.start("rest") - 5 > match.start() else match.end()
    return match.end()


_WHOSE = re.compile(r"(?:\w+\s){0,3}?\w*[Ss]itzung\s(?:des|der)\s(?P<noun>[A-ZÄÖÜ][\w-]+)")


def following(draft: Draft) -> None:
    """The next session, from a field of the head or a sentence of the results."""
    for passage in _announcements(draft):
        found = next(iter(_days_after(passage, draft.date)), None)
        if not found or found.value is None:
            continue
        timed = dates.times(passage.text[found.end :])
        where = behind(passage.text, found.end + (timed[-1].end if timed else 0))
        reference = MeetingReference(
            evidence(passage, "header.next", 0.95),
            date=found.value,
            start=timed[0].value if timed else None,
            place=where,
        )
        draft.next = reference
        return


def _announcements(draft: Draft) -> Iterator[Passage]:
    for field in draft.protocol.fields:
        if field.name == "next":
            yield field.value
    for unit in reversed(draft.units):
        match = _next(unit.passage.text)
        if (
            match
            and not _of_another(draft, unit.passage.text[match.start() :])
            and not re.search(r"\b(?:bis|zur|in der|auf der|für die|auf die)\s*$", unit.passage.text[: match.start()])
            and (
                not re.match(r"[Zz]ur\s", match.group())
                or re.match(r"\s+lädt\b[^.]*\bein\b", unit.passage.text[match.end() :])
            )
        ):
            yield unit.passage.cut(match.start(), _sentence_end(unit.passage.text, match.end()))
    for passage in (*draft.protocol.closing, *draft.protocol.loose):
        match = _next(passage.text)
        if match:
            yield passage.cut(match.start())


def _next(text: str) -> re.Match[str] | None:
    if not hints.of(text) & _SESSION:
        return None
    return next(hints.near(_NEXT, text, _SESSION, _LONGEST, small=True), None)


def _of_another(draft: Draft, text: str) -> bool:
    """“Die nächste Sitzung des Kreistages” is none of the Werkstatt that meets."""
    of = _WHOSE.match(text)
    if of is None or draft.body is None:
        return False
    return not organisations.is_headed_by(draft.gazetteer[draft.body].name, of["noun"])


def _sentence_end(text: str, start: int) -> int:
    match = _FULL_STOP.search(text, start)
    return match.start() if match else len(text)


def _days_after(passage: Passage, day: date | None) -> Iterator[dates.FoundDate]:
    for found in dates.find(passage.text, day):
        if found.value and (day is None or found.value > day):
            yield found
