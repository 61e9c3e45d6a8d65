"""Heads of councils' and associations' minutes: which body met and when, who sits where, who was there."""

from __future__ import annotations

from datetime import date

import pytest

from protokollgraph.extract.extractor import extract
from protokollgraph.model import Attendance, Document, Extraction

COUNCIL = """Stadt Musterau                         Musterau, 12.07.2023
Der Bürgermeister

Niederschrift
über die 3. Sitzung des Rates der Stadt Musterau
am Donnerstag, 29.06.2023,

Anwesend sind:
CDU-Fraktion
Ratsherr Ole Probe
Ratsfrau Anja Muster

Entschuldigt abwesend:
Ratsherr Jan Beispiel (SPD)

Weiter anwesend:
Frau Ina Planer, Architekturbüro Planer GmbH

Tagesordnung
1. Eröffnung

1. Eröffnung
Ratsherr Probe fragt nach dem Stand.
"""
ASSEMBLY = """Heimatverein Musterau e. V.

PROTOKOLL der ordentlichen Mitgliederversammlung 2024

Datum:        Freitag, 12. April 2024
Leitung:      Anja Muster (1. Vorsitzende)
Protokoll:    Ole Probe (Schriftführer)

Tagesordnung
1. Begrüßung

1. Begrüßung
Frau Muster begrüßt die Mitglieder.
"""


def read(text: str) -> Extraction:
    return extract(Document("minutes.txt", text, "0" * 64))


def posts(extraction: Extraction) -> set[tuple[str, str | None, str]]:
    names = {entity.key: entity.name for entity in extraction.entities}
    return {(names[m.person], m.role, names[m.organisation]) for m in extraction.memberships}


def test_the_session_is_not_on_the_day_of_the_letterhead() -> None:
    meeting = read(COUNCIL).meeting
    assert meeting is not None
    assert meeting.date == date(2023, 6, 29)


def test_a_letterhead_in_columns_names_no_place_twice() -> None:
    assert "Stadt Musterau Musterau" not in {entity.name for entity in read(COUNCIL).entities}


def test_members_of_a_municipal_council_sit_in_it() -> None:
    found = posts(read(COUNCIL))
    assert ("Ole Probe", "Ratsherr", "Rat der Stadt Musterau") in found
    assert ("Anja Muster", "Ratsfrau", "Rat der Stadt Musterau") in found


def test_who_is_there_besides_is_not_excused() -> None:
    extraction = read(COUNCIL)
    names = {entity.key: entity.name for entity in extraction.entities}
    status = {names[p.person]: p.attendance for p in extraction.participations if p.attendance}
    assert status["Ina Planer"] is Attendance.PRESENT
    assert status["Jan Beispiel"] is Attendance.EXCUSED


def test_a_given_name_behind_a_body_is_no_place() -> None:
    text = "Niederschrift\nüber die Sitzung des Gemeinderates\nAlois Muster   Ole Probe\n\nDatum: 13.11.2023\n"
    assert not {e.name for e in read(text).entities} & {"Gemeinderat Alois", "Gemeinderat Alois Muster"}


def test_offices_of_an_association_are_not_those_of_its_assembly() -> None:
    found = posts(read(ASSEMBLY))
    assert ("Anja Muster", "1. Vorsitzende", "Heimatverein Musterau e. V.") in found
    assert ("Ole Probe", "Schriftführer", "Heimatverein Musterau e. V.") in found


def test_who_speaks_with_office_and_group_sits_in_the_council() -> None:
    text = (
        "Niederschrift\n3. Sitzung des Gemeinderates Musterau\n\nDatum: 16.05.2023\n\nTagesordnung\n1. Haushalt\n\n"
        "1. Haushalt\nStadträtin Muster (FDP): Wir stimmen zu.\n"
    )
    assert ("Muster", "Stadträtin", "Gemeinderat Musterau") in posts(read(text))


LETTERHEAD = """{head}

Protokoll der 3. Sitzung des {body}

Datum: 29.06.2023

Tagesordnung
1. Eröffnung
2. Anfragen

1. Eröffnung
Die Sitzung beginnt.

2. Anfragen
Herr Probe fragt nach dem Stand.
"""


def units(extraction: Extraction) -> dict[str, str]:
    names = {entity.key: entity.name for entity in extraction.entities}
    return {entity.name: names[entity.part_of] for entity in extraction.entities if entity.part_of}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "Stadt Musterau\nStadtverordnetenversammlung\nBauausschuss",
            "Bauausschusses",
            {"Bauausschuss": "Stadtverordnetenversammlung", "Stadtverordnetenversammlung": "Stadt Musterau"},
        ),
        ("Stadt Musterau", "Bauausschusses", {"Bauausschuss": "Stadt Musterau"}),
        ("Gemeinde Musterau\nLandkreis Probe", "Gemeinderates", {"Gemeinderat": "Gemeinde Musterau"}),
        ("Landkreis Probe", "Kreistages", {"Kreistag": "Landkreis Probe"}),
        # the name tells the place, a district has no Gemeinderat, a Beirat may be anybody's
        ("Stadt Musterau", "Bauausschusses der Stadt Musterau", {}),
        ("Stadt Musterau", "Kreistages", {}),
        ("Stadt Musterau", "Fahrgastbeirates", {}),
        ("Der Bürgermeister", "Bauausschusses", {}),
    ],
)
def test_whose_unit_the_body_is_by_the_letterhead(head: str, body: str, expected: dict[str, str]) -> None:
    assert units(read(LETTERHEAD.format(head=head, body=body))) == expected
