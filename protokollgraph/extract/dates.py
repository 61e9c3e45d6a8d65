"""Dates, times and due dates as minutes print them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from protokollgraph.extract import hints
from protokollgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; ``value`` is None for one that the calendar does not have (31.02.)."""

    start: int
    end: int
    value: date | None


@cache
def _date_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load("numbers")["months"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,])(?:(?P<year0>\d{{4}})-(?P<month0>\d{{2}})-(?P<day0>\d{{2}})"
        r"|(?:(?P<first>\d{1,2})\.?/\.?)?(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.\s?"
        r"(?P<year>(?:19|20)\d\d|\d\d(?!\d|\.\d|\s?(?:Uhr|[:.]\d)))"
        rf"|(?P<name>{months})\b\.?\s?(?P<year2>(?:19|20)\d\d|\d\d(?=[\s,;)]|$)(?!\s?Uhr))?)"
        rf"|(?P<day3>\d{{1,2}})\.(?P<month3>\d{{1,2}})\.(?!\d))(?!\d)",
        re.IGNORECASE,
    )


_DIGIT = re.compile(r"\d")


def find(text: str, near: date | None = None) -> Iterator[FoundDate]:
    """The dates of a text in order.

    One without a year is the first such day not before ``near``; without ``near`` it is none. Of two days in one month
    ("15./16. Dezember 2020") it is the first.
    """
    for match in _date_pattern().finditer(text) if _DIGIT.search(text) else ():
        first = match["first"]
        day = first if first and int(first) < int(match["day"]) else match["day"] or match["day0"] or match["day3"]
        month = match["month"] or match["month0"] or match["month3"]
        number = int(month) if month else int(load("numbers")["months"][match["name"].casefold()])
        year = match["year"] or match["year2"] or match["year0"]
        if year is None:
            if near is None or (
                match["day3"]
                and not re.search(r"(?:bis|am|zum|vom|den|ab)\s$", text[max(0, match.start() - 5) : match.start()])
            ):
                continue
            value = _on(near.year, number, int(day))
            if value and value < near - timedelta(days=31):
                value = _on(near.year + 1, number, int(day))
        else:
            value = _on(_full_year(year), number, int(day))
        yield FoundDate(match.start(), match.end(), value)


def first(text: str, near: date | None = None) -> date | None:
    """The first date of a text that the calendar has."""
    return next((found.value for found in find(text, near) if found.value), None)


def _full_year(year: str) -> int:
    value = int(year)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_TIME = re.compile(
    r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])(?:\s?[:.]\s?(?P<minute>[0-5]\d))?\s?(?:Uhr|h\b)"
    r"|(?<![\d.,])(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?![\d:])"
    r"|(?<![\d.,])(?P<hour3>[01]?\d|2[0-4])(?:[:.](?P<minute3>[0-5]\d))?"
    r"(?=\s?(?:-|–|—|bis)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:Uhr|h\b))",
)
_BARE_TIME = re.compile(r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?![\d.])")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day in a text."""

    start: int
    end: int
    value: time


def times(text: str, *, labelled: bool = False) -> list[FoundTime]:
    """The times of a text. "19.30" alone counts only behind a label for a time (``labelled``)."""
    found = [FoundTime(m.start(), m.end(), _clock(m)) for m in _TIME.finditer(text)]
    if not found and labelled:
        found = [FoundTime(m.start(), m.end(), _at(m["hour"], m["minute"])) for m in _BARE_TIME.finditer(text)]
    return found


def _clock(match: re.Match[str]) -> time:
    return _at(
        match["hour"] or match["hour2"] or match["hour3"], match["minute"] or match["minute2"] or match["minute3"]
    )


def _at(hour: str, minute: str | None) -> time:
    return time(int(hour) % 24, int(minute or 0))


@cache
def _vague_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load("numbers")["months"], key=len, reverse=True))
    return re.compile(
        rf"(?P<part>Ende|Mitte|Anfang)\s+(?:des\s+(?:Monats\s+)?)?(?P<month>{months})\b\.?"
        r"(?:\s+(?P<year>(?:19|20)\d\d))?"
        rf"|(?P<end_of_year>(?:zum\s+)?(?:Jahresende|Ende\s+(?:des\s+)?Jahres))(?:\s+(?P<year2>\d{{4}}))?"
        rf"|(?P<quarter>[1-4IV]{{1,3}})\.?\s?Quartal(?:\s+(?P<year3>\d{{4}}))?"
        rf"|Ende\s+(?P<year4>20\d\d)"
        rf"|bis\s+(?:zum\s+)?(?P<bare>{months})\b(?:\s+(?P<year5>(?:19|20)\d\d))?",
        re.IGNORECASE,
    )


_NEXT = re.compile(
    r"(?:zur|bis\s+(?:zur|zum)|in\s+der|auf\s+der|zum|für\s+die|in\s+die)\s+(?:nächsten?|kommenden|folgenden)\s+"
    r"(?:\w*sitzung|Werkstatt(?:sitzung)?|Treffen|Termin|Zusammenkunft|Beratung)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due, and where that stands."""

    start: int
    end: int
    value: date | None


_VAGUE = hints.bit(lambda: _in_any_case("ende", "mitte", "anfang", "quartal", "bis"))
_COMING = hints.bit(lambda: _in_any_case("nächste", "kommende", "folgende"))


def _in_any_case(*words: str) -> list[str]:
    return [form for word in words for form in (word, word.capitalize(), word.upper())]


_UNTIL = re.compile(
    r"\b(?:bis|bis\s(?:zum|spätestens|spätestens\szum)|Frist:?|Termin:?|T:)\s(?:\w+,?\s(?:dem|den)\s)?$"
)


def due(text: str, meeting: date | None, next_meeting: date | None) -> Due | None:
    """The due date that a text gives: a date, "Ende Mai", "zur nächsten Sitzung". None if it gives none.

    "Ende Mai" is the 31st of the May that comes next after the meeting; a value of None means a due date is named that
    cannot be resolved (the next session's day is unknown).
    """
    words = hints.of(text)
    vague = _vague_pattern().search(text) if words & _VAGUE else None
    every = list(find(text, meeting))
    dated = next((d for d in every if _UNTIL.search(text[: d.start])), every[0] if every else None)
    coming = _NEXT.search(text) if words & _COMING else None
    if dated and dated.value:
        return Due(dated.start, dated.end, dated.value)
    if vague:
        value = _vague(vague, meeting)
        if value:
            return Due(vague.start(), vague.end(), value)
    if coming:
        return Due(coming.start(), coming.end(), next_meeting)
    return None


def _vague(match: re.Match[str], meeting: date | None) -> date | None:
    year = match["year"] or match["year2"] or match["year3"] or match["year4"] or match["year5"]
    if year is None and meeting is None:
        return None
    chosen = int(year) if year else meeting.year if meeting else 0
    if match["end_of_year"] or match["year4"]:
        return date(chosen, 12, 31)
    if match["quarter"]:
        number = (
            {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match["quarter"].upper()) or int(match["quarter"])
            if match["quarter"].isdigit() or match["quarter"].upper() in ("I", "II", "III", "IV")
            else None
        )
        return _month_end(chosen, number * 3) if number else None
    month = int(load("numbers")["months"][(match["month"] or match["bare"]).casefold()])
    if year is None and meeting and month < meeting.month:
        chosen += 1
    part = (match["part"] or "Ende").casefold()
    if part == "ende":
        return _month_end(chosen, month)
    return date(chosen, month, 15 if part == "mitte" else 10)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
