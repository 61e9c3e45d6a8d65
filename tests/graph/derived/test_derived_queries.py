"""The shipped questions about what follows from several documents."""

from __future__ import annotations

from datetime import date

from derived_world import Minutes, world


def test_missing_protocols() -> None:
    built = world(
        Minutes("a.txt", day=date(2024, 1, 24), number=16, previous=(15, date(2023, 11, 21))),
        Minutes("b.txt", day=date(2024, 5, 15), number=19, next=(None, date(2024, 7, 3))),
        Minutes("c.txt", body="Werkstatt 8", day=date(2024, 5, 15), next=(None, date(2024, 7, 4))),
    )
    assert built.answer("missing-protocols", body="Werkstatt 9") == [
        ("Werkstatt 9", "15", "15", "2023-11-21", "", "2024-01-24", "named as previous session"),
        ("Werkstatt 9", "17", "18", "", "2024-01-24", "2024-05-15", "gap in the session numbers"),
        ("Werkstatt 9", "", "", "2024-07-03", "2024-05-15", "", "named as next session"),
    ]
    assert built.answer("missing-protocols")[0][0] == "Werkstatt 8"


def test_memberships() -> None:
    days = (date(2024, 1, 24), date(2024, 3, 6))
    given = [Minutes(f"{day}.txt", day=day).post("Ina Probe", "Stadt Musterau", "Referentin") for day in days]
    given[1].post("Jan Muster", "Stadt Musterau", "Leiter", former=True)
    assert world(*given).answer("memberships") == [
        ("Ina Probe", "Referentin", "Stadt Musterau", "2024-01-24", "2024-03-06", "2"),
        ("Jan Muster", "Leiter", "Stadt Musterau", "", "", "1"),
    ]
