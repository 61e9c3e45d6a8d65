"""Dates, times and due dates as minutes print them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_protocol import cases

from protokollgraph.extract import dates

MEETING = date(2024, 5, 14)
NEXT = date(2024, 7, 2)

DATES = [
    ("14.05.2024", "2024-05-14"),
    ("14.5.2024", "2024-05-14"),
    ("14. 5. 2024", "2024-05-14"),
    ("14.05.24", "2024-05-14"),
    ("14. Mai 2024", "2024-05-14"),
    ("14.Mai 2024", "2024-05-14"),
    ("14. Mai. 2024", "2024-05-14"),
    ("12. Feb. 2025", "2025-02-12"),
    ("12. Febr. 2025", "2025-02-12"),
    ("1. Jänner 2024", "2024-01-01"),
    ("3. MÄRZ 2024", "2024-03-03"),
    ("2024-05-14", "2024-05-14"),
    ("Di., 14.05.2024", "2024-05-14"),
    ("am Dienstag, dem 14. Mai 2024, um 10 Uhr", "2024-05-14"),
    ("d. 14. Mai 24", "2024-05-14"),
    ("vom 14.05.2024 bis 16.05.2024", "2024-05-14"),
    ("14.05.2024, 10.30 Uhr", "2024-05-14"),
    ("(14.05.2024)", "2024-05-14"),
    ("14.05.2024.", "2024-05-14"),
    ("29.02.2024", "2024-02-29"),
    # years of two figures
    ("14.05.99", "1999-05-14"),
    # no day of the calendar
    ("31.02.2024", None),
    ("29.02.2023", None),
    ("32.01.2024", None),
    ("14.13.2024", None),
    ("00.05.2024", None),
    # no date at all
    ("TOP 14.5", None),
    ("1.234.567 EUR", None),
    ("14.500 Einwohner", None),
    ("im Mai", None),
    ("14 Mai-Feiern", None),
    ("10.30 Uhr", None),
    ("Tel. 0355.14.05.2024.7", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(DATES, {}))
def test_the_first_date_of_a_text(text: str, expected: str | None) -> None:
    found = dates.first(text)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize("text", ["31.02.2024", "31. Februar 2024", "30.02.2023", "31.04.2024"])
def test_a_day_that_the_calendar_does_not_have_is_found_without_a_value(text: str) -> None:
    (found,) = dates.find(text)
    assert (text[found.start : found.end], found.value) == (text, None)


def test_dates_are_found_in_order_with_their_place() -> None:
    text = "vom 14.05.2024 bis 2. Juli 2024"
    assert [(text[d.start : d.end], d.value) for d in dates.find(text)] == [
        ("14.05.2024", MEETING),
        ("2. Juli 2024", NEXT),
    ]


WITHOUT_YEAR = [
    ("bis zum 31.05.", "2024-05-31"),
    ("am 2. Juli", "2024-07-02"),
    ("bis 10. Januar", "2025-01-10"),
    ("bis zum 15.01.", "2025-01-15"),
    # a few days back is this year still
    ("am 2. Mai", "2024-05-02"),
    # "1.5." may be a number
    ("Punkt 1.5. der Richtlinie", None),
    ("31.02.", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(WITHOUT_YEAR, {}))
def test_a_date_without_a_year_is_the_next_one(text: str, expected: str | None) -> None:
    found = dates.first(text, MEETING)
    assert (found.isoformat() if found else None) == expected
    assert dates.first(text) is None


TIMES = [
    ("10:00 Uhr", ["10:00"]),
    ("10.30 Uhr", ["10:30"]),
    ("10 Uhr", ["10:00"]),
    ("14:30Uhr", ["14:30"]),
    ("20.45h", ["20:45"]),
    ("9:00–11:20 Uhr", ["09:00", "11:20"]),
    ("14–18 Uhr", ["14:00", "18:00"]),
    ("10 bis 12.30 Uhr", ["10:00", "12:30"]),
    ("von 10.00 bis 12.00 Uhr", ["10:00", "12:00"]),
    ("10:00 Uhr bis 12:00 Uhr", ["10:00", "12:00"]),
    ("0:10 Uhr", ["00:10"]),
    ("24 Uhr", ["00:00"]),
    # scales, votes and sums are none
    ("Maßstab 1:500", []),
    ("mit 12:3 Stimmen", []),
    ("25:00 Uhr", []),
    ("14.05.2024", []),
    ("19.30", []),
    ("10:75", []),
]


@pytest.mark.parametrize(("text", "expected"), cases(TIMES, {"25:00 Uhr": "midnight"}))
def test_times_of_a_text(text: str, expected: list[str]) -> None:
    assert [found.value.isoformat("minutes") for found in dates.times(text)] == expected


def test_a_bare_time_counts_behind_a_label() -> None:
    assert [found.value for found in dates.times("19.30", labelled=True)] == [time(19, 30)]
    assert dates.times("14.05.2024", labelled=True) == []


DUE = [
    ("bis zum 31.05.2024", "2024-05-31"),
    ("bis 31.05.", "2024-05-31"),
    ("bis Ende Mai", "2024-05-31"),
    ("bis Ende Juni 2024", "2024-06-30"),
    ("Ende Februar 2024", "2024-02-29"),
    ("bis Ende Februar", "2025-02-28"),
    ("Mitte Juni", "2024-06-15"),
    ("Anfang Juli", "2024-07-10"),
    ("bis Jahresende", "2024-12-31"),
    ("bis Ende des Jahres", "2024-12-31"),
    ("bis Ende 2025", "2025-12-31"),
    ("im 3. Quartal", "2024-09-30"),
    ("im III. Quartal 2024", "2024-09-30"),
    ("bis September", "2024-09-30"),
    ("bis zum September 2025", "2025-09-30"),
    ("zur nächsten Sitzung", "2024-07-02"),
    ("bis zur nächsten Werkstattsitzung", "2024-07-02"),
    ("in der kommenden Sitzung", "2024-07-02"),
    ("zum nächsten Treffen", "2024-07-02"),
    # a date is surer than words
    ("zur nächsten Sitzung am 09.07.2024", "2024-07-09"),
    # nothing that can be told
    ("umgehend", None),
    ("zeitnah", None),
    ("im Herbst", None),
    ("31.02.2024", None),
    ("bis 31.02.", None),
    ("regelmäßig", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(DUE, {}))
def test_when_something_is_due(text: str, expected: str | None) -> None:
    found = dates.due(text, MEETING, NEXT)
    assert (found.value.isoformat() if found and found.value else None) == expected


def test_a_due_date_that_cannot_be_resolved_is_named_without_a_value() -> None:
    found = dates.due("bis zur nächsten Sitzung", MEETING, None)
    assert found is not None
    assert found.value is None


def test_without_a_meeting_only_whole_dates_are_due() -> None:
    assert dates.due("bis Ende Mai", None, None) is None
    found = dates.due("bis Ende Mai 2024", None, None)
    assert found is not None
    assert found.value == date(2024, 5, 31)


MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_is_read_as_it_is_printed(day: date) -> None:
    month = MONTHS.split()[day.month - 1]
    for text in (
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}. {month} {day.year}",
        day.isoformat(),
    ):
        assert dates.first(f"am {text}, um 10 Uhr") == day


@given(st.text(st.sampled_from("0123456789. :-/UhrMai "), max_size=40))
def test_no_figures_raise(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in dates.find(text, MEETING))
    assert all(0 <= found.start < found.end <= len(text) for found in dates.times(text, labelled=True))
    dates.due(text, MEETING, None)
