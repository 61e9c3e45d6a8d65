"""Which decision approved which minutes, and which are not approved as far as the documents tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from derived_world import Minutes, World, world

from protokollgraph.model import DecisionKind, EntityKind, Outcome

JANUARY, MARCH, MAY = date(2024, 1, 24), date(2024, 3, 6), date(2024, 5, 15)
ADOPTED = Outcome.ADOPTED


def minutes(day: date, body: str = "Werkstatt 9", number: int | None = None) -> Minutes:
    return Minutes(f"{body} {day}.txt", body=body, day=day, number=number)


def approving(
    day: date, of: date | None, kind: DecisionKind = DecisionKind.CONFIRMATION, outcome: Outcome | None = ADOPTED
) -> Minutes:
    """Minutes of a session that decides on those of another."""
    made = minutes(day)
    name = f"Protokoll vom {of}" if of else "Protokoll der letzten Sitzung"
    return made.decide(kind, outcome, about=made.entity(EntityKind.PROTOCOL, name, date=of))


def approved(built: World) -> list[tuple[str, ...]]:
    return built.ask("?p ?d", "?p pg:approvedBy ?d")


@pytest.mark.parametrize("known", [True, False], ids=["known", "only named"])
def test_a_later_session_approves(known: bool) -> None:
    built = world(approving(MARCH, JANUARY), *([minutes(JANUARY)] if known else []))
    decision = "meeting/werkstatt-9/2024-03-06/decision/1"
    assert approved(built) == [("protocol/werkstatt-9/2024-01-24", decision)]
    ((target,),) = built.ask("?t", f"<{decision}> prov:wasDerivedFrom ?t")
    assert target.startswith("protocol/werkstatt-9/2024-03-06/target/")


NOTHING = [
    ("refused", approving(MARCH, JANUARY, DecisionKind.REJECTION, Outcome.REJECTED)),
    ("put off", approving(MARCH, JANUARY, DecisionKind.CONFIRMATION, Outcome.POSTPONED)),
    ("noted", approving(MARCH, JANUARY, DecisionKind.ACKNOWLEDGEMENT, Outcome.NOTED)),
    ("nobody says how it ended", approving(MARCH, JANUARY, outcome=None)),
    ("its own", approving(MARCH, MARCH)),
    ("of a day to come", approving(MARCH, MAY)),
]


@pytest.mark.parametrize("given", [case[1] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_nothing_was_approved(given: Minutes) -> None:
    assert approved(world(given, minutes(JANUARY))) == []


def test_who_approves_the_last_ones_approves_some() -> None:
    ((protocol, _),) = approved(world(approving(MARCH, None)))
    assert protocol == "protocol/werkstatt-9/2024-03-06/protokoll-der-letzten-sitzung"


def test_two_sessions_may_approve_the_same() -> None:
    built = world(minutes(JANUARY), approving(MARCH, JANUARY), approving(MAY, JANUARY))
    assert [decision for _, decision in approved(built)] == [
        f"meeting/werkstatt-9/{day}/decision/1" for day in ("2024-03-06", "2024-05-15")
    ]


def test_one_decision_may_approve_two() -> None:
    made = approving(MAY, MARCH)
    (decision,) = made.decisions
    other = made.entity(EntityKind.PROTOCOL, "Protokoll vom 24.01.2024", date=JANUARY)
    made.decisions = [replace(decision, concerns=(*decision.concerns, other))]
    assert approved(world(made)) == [
        (f"protocol/werkstatt-9/{day}", "meeting/werkstatt-9/2024-05-15/decision/1")
        for day in ("2024-01-24", "2024-03-06")
    ]


def test_what_is_not_yet_approved() -> None:
    second_file = Minutes("entwurf.txt", day=JANUARY)
    given = [minutes(JANUARY), second_file, approving(MARCH, JANUARY), minutes(MAY, number=19)]
    built = world(*given, minutes(MAY, "Werkstatt 8"), minutes(date(2024, 7, 3), number=20))
    assert built.answer("unapproved-protocols", body="Werkstatt 9") == [
        ("Werkstatt 9", "2024-03-06", "", "Werkstatt 9 2024-03-06.txt", ""),
        ("Werkstatt 9", "2024-05-15", "19", "Werkstatt 9 2024-05-15.txt", "2024-07-03"),
        ("Werkstatt 9", "2024-07-03", "20", "Werkstatt 9 2024-07-03.txt", ""),
    ]
    assert len(built.answer("unapproved-protocols")) == 4
