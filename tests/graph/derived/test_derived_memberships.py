"""From when until when a post is attested: by days of meetings, and by nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from derived_world import Minutes, world

JANUARY, MARCH, MAY = date(2024, 1, 24), date(2024, 3, 6), date(2024, 5, 15)
POST = "membership/ina-probe/stadt-musterau/referentin"


def minutes(day: date | None, **more: Any) -> Minutes:
    record = bool(more.pop("record", False))
    made = Minutes(f"{day}.txt", day=day, number=1 if day is None else None, record=record)
    return made.post("Ina Probe", "Stadt Musterau", "Referentin", **more)


def test_first_and_last_day_with_their_places() -> None:
    built = world(minutes(MARCH), minutes(MAY), minutes(JANUARY))
    assert built.ask("?m ?first ?last", "?m pg:firstSeen ?first ; pg:lastSeen ?last") == [
        (POST, "2024-01-24", "2024-05-15")
    ]
    rests = [target for (target,) in built.ask("?t", f"<{POST}> prov:wasDerivedFrom ?t")]
    assert [target.rpartition("/target/")[0] for target in rests] == [
        "protocol/werkstatt-9/2024-01-24",
        "protocol/werkstatt-9/2024-05-15",
    ]


SEEN = [
    ("one day", [minutes(MARCH)], [("2024-03-06", "2024-03-06")]),
    ("a protocol without a day counts for nothing", [minutes(None)], []),
    ("a protocol without a day beside one with", [minutes(None), minutes(MAY)], [("2024-05-15", "2024-05-15")]),
    ("a former post was not held", [minutes(MARCH, former=True)], []),
    (
        "later called a former one",
        [minutes(JANUARY), minutes(MARCH), minutes(MAY, former=True)],
        [("2024-01-24", "2024-03-06")],
    ),
    ("it begins later", [minutes(MARCH, since=date(2024, 7, 1))], []),
    ("it has ended", [minutes(MARCH, until=date(2024, 2, 29))], []),
    ("it has begun", [minutes(MARCH, since=date(2020, 1, 1))], [("2024-03-06", "2024-03-06")]),
    ("a record shows no day", [minutes(MARCH, record=True)], []),
]


@pytest.mark.parametrize(("given", "seen"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN])
def test_what_is_seen(given: list[Minutes], seen: list[tuple[str, str]]) -> None:
    assert world(*given).ask("?first ?last", "?m pg:firstSeen ?first ; pg:lastSeen ?last") == seen


def test_a_post_that_was_held_twice_has_two_intervals() -> None:
    twice = minutes(JANUARY, since=date(2019, 1, 1), until=date(2024, 2, 1))
    twice.post("Ina Probe", "Stadt Musterau", "Referentin", since=date(2024, 1, 2))
    found = world(twice, minutes(MARCH)).ask("?m ?last", "?m pg:lastSeen ?last")
    assert found == [(POST, "2024-03-06"), (f"{POST}/2024-01-02", "2024-01-24")]


def test_another_function_is_another_post() -> None:
    later = Minutes("b.txt", day=MAY).post("Ina Probe", "Stadt Musterau", "Amtsleiterin")
    found = world(minutes(JANUARY), later).ask("?m ?first ?last", "?m pg:firstSeen ?first ; pg:lastSeen ?last")
    assert [each[1:] for each in found] == [("2024-05-15", "2024-05-15"), ("2024-01-24", "2024-01-24")]
