"""Plan against result: another order, another number, and items that come back in a later session."""

from __future__ import annotations

from datetime import date

import pytest
from derived_world import Minutes, world

from protokollgraph.model import ItemKind

JANUARY, MARCH, MAY = date(2024, 1, 24), date(2024, 3, 6), date(2024, 5, 15)
WAY = "Radweg am Lindenbach"


def minutes(day: date = JANUARY, name: str = "", **more: bool) -> Minutes:
    return Minutes(f"{name or day}.txt", day=day, **more)  # type: ignore[arg-type]


def planned(*numbers: str, day: date = JANUARY, name: str = "") -> Minutes:
    made = minutes(day, name)
    for number in numbers:
        made.plan(number, f"Punkt {number}")
    return made


def treated(made: Minutes, *numbers: str) -> Minutes:
    for number in numbers:
        made.result(number)
    return made


def told(*given: Minutes) -> list[tuple[str, str, str]]:
    codes = ("order-changed", "item-renumbered", "item-taken-up-again")
    return [finding for finding in world(*given).findings if finding[1] in codes]


def test_results_in_another_order() -> None:
    (found,) = told(treated(planned("1", "2", "3"), "1", "3", "2"))
    assert found == (
        "2024-01-24.txt",
        "order-changed",
        "The results stand in another order than the items of the agenda: 1, 3, 2.",
    )


AS_PLANNED = [
    ("in order", treated(planned("1", "2", "3"), "1", "2", "3")),
    ("one is left out", treated(planned("1", "2", "3"), "1", "3")),
    ("one was not planned", treated(planned("1", "2"), "1", "1.1", "2")),
    ("planned in an order of its own", treated(planned("1", "3", "2"), "1", "3", "2")),
    ("no agenda", treated(minutes(), "3", "1")),
    ("no results", planned("1", "2")),
]


@pytest.mark.parametrize("given", [case[1] for case in AS_PLANNED], ids=[case[0] for case in AS_PLANNED])
def test_what_went_as_planned_is_no_finding(given: Minutes) -> None:
    assert told(given) == []


def test_the_agenda_of_one_file_and_the_results_of_another() -> None:
    agenda, results = planned("1", "2", "3", name="a"), treated(minutes(name="b"), "2", "1")
    assert [each[:2] for each in told(agenda, results)] == [("b.txt", "order-changed")]


def test_an_item_under_another_number() -> None:
    given = minutes().plan("1", "Begrüßung").plan("2", WAY).plan("3", "Haushalt").result("1").result("3")
    given.result("4", WAY)
    built = world(given)
    assert [each[1:] for each in told(given)] == [
        ("item-renumbered", "Item 2 of the agenda has its result under number 4.")
    ]
    meeting = "meeting/werkstatt-9/2024-01-24"
    assert built.ask("?x", "?f pg:findingCode 'item-renumbered' ; dct:references ?x") == [
        (f"{meeting}/item/2",),
        (f"{meeting}/treatment/4",),
    ]


RENUMBERED = [
    ("another title", minutes().plan("1", WAY).result("4", "Querung an der Mühle")),
    ("both have a result", minutes().plan("1", WAY).result("1").result("4", WAY)),
    ("two items of one title", minutes().plan("1", WAY).plan("2", WAY).result("4", WAY)),
]


@pytest.mark.parametrize("given", [case[1] for case in RENUMBERED], ids=[case[0] for case in RENUMBERED])
def test_what_cannot_be_told_is_no_finding(given: Minutes) -> None:
    assert told(given) == []


def left_open(title: str = WAY, day: date = JANUARY, kind: ItemKind | None = None) -> Minutes:
    return minutes(day).plan("1", "Begrüßung der Gäste im Saal").plan("6", title, kind).result("1")


def taken_up(title: str = WAY, day: date = MARCH) -> Minutes:
    return minutes(day).plan("2", title).result("2")


def test_an_item_comes_back_in_a_later_session() -> None:
    (found,) = told(left_open(), taken_up(), taken_up(day=MAY))
    assert found == (
        "2024-01-24.txt",
        "item-taken-up-again",
        "Item 6 “Radweg am Lindenbach” of 2024-01-24 has no result;"
        " the session of 2024-03-06 has one of the same title as item 2.",
    )


USUAL = [
    ("nobody takes it up", [left_open()]),
    ("it had a result", [taken_up(day=JANUARY), taken_up()]),
    ("two words", [left_open("Radweg Lindenbach"), taken_up("Radweg Lindenbach")]),
    ("of every session", [left_open(kind=ItemKind.STATUS_REPORT), taken_up()]),
    ("an earlier session had it", [taken_up(day=date(2023, 11, 8)), left_open(), taken_up()]),
    ("years later", [left_open(), taken_up(day=date(2026, 3, 4))]),
    ("minutes without results", [minutes().plan("6", WAY), taken_up()]),
    ("its parts have results", [minutes().plan("6", WAY).result("6.1"), taken_up()]),
]


@pytest.mark.parametrize("given", [case[1] for case in USUAL], ids=[case[0] for case in USUAL])
def test_what_is_usual_is_no_finding(given: list[Minutes]) -> None:
    assert told(*given) == []


def test_another_body_takes_up_something_of_its_own() -> None:
    other = Minutes("other.txt", body="Werkstatt 8", day=MARCH).plan("2", WAY).result("2")
    assert told(left_open(), other) == []
