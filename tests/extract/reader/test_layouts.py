"""Minutes as people lay them out in office programs: in tables of items, with lists in cells, without an agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from as_docx import as_docx
from as_html import as_html
from as_odt import as_odt
from authored import Bullets, Grid, Heading, Numbered, Part, Text

from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.model import Attendance, Extraction, Role, Votes

WRITERS: tuple[Callable[[Sequence[Part]], bytes], ...] = (as_docx, as_odt, as_html)
PEOPLE = (
    "Dr. Martina Holbein, Stadtwerke Lindenau GmbH",
    "Jonas Petersen, Hochschule Musterland",
    "Ilse von Brandt, Landkreis Musterfeld",
)

ITEMS_IN_A_TABLE = (
    Heading("Protokoll", 0),
    Text("3. Sitzung des Beirats „Wärme und Energie“"),
    Grid(
        (
            ("Datum:", "14.05.2024"),
            ("Uhrzeit:", "10:00 – 12:30 Uhr"),
            ("Ort:", "Kulturscheune\nDorfplatz 4\n03999 Lindenau"),
            ("Leitung:", "Dr. Martina Holbein"),
            ("Teilnehmer:", "\n".join(PEOPLE)),
            ("Entschuldigt:", "Anja Muster\nOle Probe"),
        )
    ),
    Grid(
        (
            ("TOP", "Inhalt", "Verantwortlich / Termin"),
            ("1", (Text("Begrüßung"), Text("Die Tagesordnung wird einstimmig bestätigt.")), ""),
            (
                "2",
                (
                    Text("Stand des Projektes „Wärmering Lindenau“"),
                    Bullets(("Die Leitung ist verlegt.", "Die Kosten betragen 1,2 Mio. EUR.")),
                    Text("Beschluss: Der Beirat empfiehlt der Stadt Lindenau die Förderung des „Wärmering Lindenau“."),
                    Text("Abstimmung: 5 Ja, 1 Nein, 0 Enthaltungen"),
                ),
                "Petersen\n31.05.2024",
            ),
            ("3", (Text("Sonstiges"), Text("Frau von Brandt legt den Entwurf bis zum 15.06.2024 vor.")), "von Brandt"),
        )
    ),
)

GROUPS_BESIDE_PEOPLE = (
    Heading("Niederschrift", 0),
    Text("über die 12. Sitzung des Ausschusses für Umwelt der Stadt Lindenau am Dienstag, dem 14.05.2024, im Rathaus"),
    Text("Beginn:\t17:00 Uhr\nEnde:\t19:10 Uhr"),
    Heading("Anwesend:", 2),
    Grid(
        (
            ("Vorsitzende", "Anja Muster (SPD)"),
            ("Mitglieder", "Ole Probe (CDU)\nUwe Fern (SPD)\nIna Beispiel (GRÜNE)"),
            ("Verwaltung", "Bauamtsleiter Kurt Amt"),
        )
    ),
    Heading("Entschuldigt:", 2),
    Text("Max Leer (FDP)"),
    Heading("Tagesordnung", 2),
    Numbered(((0, "Eröffnung"), (0, "Bebauungsplan Nr. 7 „Seeblick“\nVorlage: 2024/17"), (0, "Mitteilungen")), ""),
    Heading("TOP 1 Eröffnung", 2),
    Text("Die Vorsitzende eröffnet die Sitzung."),
    Heading("TOP 2 Bebauungsplan Nr. 7 „Seeblick“", 2),
    Text("Beschluss:"),
    Text("Der Ausschuss beschließt den Bebauungsplan Nr. 7 „Seeblick“ als Satzung."),
    Text("Abstimmungsergebnis:"),
    Grid((("Ja", "Nein", "Enthaltung"), ("9", "2", "1"))),
    Heading("TOP 3 Mitteilungen", 2),
    Text("Keine."),
)

NO_AGENDA = (
    Heading("Ergebnisprotokoll der 5. Sitzung der AG Radverkehr", 1),
    Text("am 14. Mai 2024, 10:00 Uhr bis 11:30 Uhr, Rathaus Lindenau"),
    Grid(
        (
            ("Institution", "Name", "anwesend"),
            ("Stadt Lindenau", "Anja Muster", "x"),
            ("Stadt Lindenau", "Ole Probe", "x"),
            ("Landkreis Musterfeld", "Kurt Amt", "entschuldigt"),
        )
    ),
    Heading("TOP 1: Begrüßung", 2),
    Text("Frau Muster begrüßt die Teilnehmenden."),
    Heading("TOP 2: Radweg am See", 2),
    Text("Herr Probe stellt die Planung vor. Die AG stimmt der Planung einstimmig zu."),
    Heading("TOP 3: Nächste Schritte", 2),
    Text("Herr Probe klärt die Finanzierung bis zum 30.06.2024."),
)


def extracted(write: Callable[[Sequence[Part]], bytes], parts: Sequence[Part]) -> Extraction:
    return extract(reader.read_bytes("p", write(parts)))


def attendance(found: Extraction) -> dict[str, tuple[Attendance | None, str | None]]:
    """Who was there, and for which organisation."""
    names = {entity.key: entity.name for entity in found.entities}
    return {
        names[p.person]: (p.attendance, names[p.organisation] if p.organisation else None)
        for p in found.participations
        if p.role is Role.ATTENDEE
    }


@pytest.mark.parametrize("write", WRITERS)
def test_a_table_of_items_with_what_came_of_each(write: Callable[[Sequence[Part]], bytes]) -> None:
    found = extracted(write, ITEMS_IN_A_TABLE)
    assert found.meeting is not None
    assert found.meeting.place is not None
    assert found.meeting.place.label == "Kulturscheune, Dorfplatz 4, 03999 Lindenau"
    assert attendance(found) == {
        "Martina Holbein": (Attendance.PRESENT, "Stadtwerke Lindenau GmbH"),
        "Jonas Petersen": (Attendance.PRESENT, "Hochschule Musterland"),
        "Ilse von Brandt": (Attendance.PRESENT, "Landkreis Musterfeld"),
        "Anja Muster": (Attendance.EXCUSED, None),
        "Ole Probe": (Attendance.EXCUSED, None),
    }
    assert [treatment.number for treatment in found.treatments] == ["1", "2", "3"]
    assert [(act.item, act.votes) for act in found.decisions] == [("1", Votes()), ("2", Votes(5, 1, 0))]
    assert [(task.item, task.due) for task in found.tasks] == [("3", date(2024, 6, 15))]


@pytest.mark.parametrize("write", WRITERS)
def test_groups_beside_their_people_and_a_table_of_votes(write: Callable[[Sequence[Part]], bytes]) -> None:
    found = extracted(write, GROUPS_BESIDE_PEOPLE)
    assert {name: status for name, (status, _) in attendance(found).items()} == {
        "Anja Muster": Attendance.PRESENT,
        "Ole Probe": Attendance.PRESENT,
        "Uwe Fern": Attendance.PRESENT,
        "Ina Beispiel": Attendance.PRESENT,
        "Kurt Amt": Attendance.PRESENT,
        "Max Leer": Attendance.EXCUSED,
    }
    assert [(item.number, item.title) for item in found.agenda] == [
        ("1", "Eröffnung"),
        ("2", "Bebauungsplan Nr. 7 „Seeblick“"),
        ("3", "Mitteilungen"),
    ]
    assert [(act.item, act.votes) for act in found.decisions] == [("2", Votes(9, 2, 1))]


@pytest.mark.parametrize("write", WRITERS)
def test_headings_without_an_agenda_and_names_in_the_second_column(write: Callable[[Sequence[Part]], bytes]) -> None:
    found = extracted(write, NO_AGENDA)
    assert attendance(found) == {
        "Anja Muster": (Attendance.PRESENT, "Stadt Lindenau"),
        "Ole Probe": (Attendance.PRESENT, "Stadt Lindenau"),
        "Kurt Amt": (Attendance.EXCUSED, "Landkreis Musterfeld"),
    }
    assert [treatment.number for treatment in found.treatments] == ["1", "2", "3"]
    assert [act.item for act in found.decisions] == ["2"]
    assert [(task.item, task.due) for task in found.tasks] == [("3", date(2024, 6, 30))]


FORM = (
    Heading("Besprechungsprotokoll", 0),
    Grid(
        (
            ("Projekt", "Wärmering Lindenau", "Datum", "14.05.2024"),
            ("Ort", "Rathaus Lindenau, Raum 5", "Uhrzeit", "10:00 – 12:00 Uhr"),
            ("Leitung", "Anja Muster", "Protokoll", "Ole Probe"),
        )
    ),
    Heading("Teilnehmer", 2),
    Grid(
        (
            ("Name", "Firma/Amt", "Kürzel", "anwesend"),
            ("Anja Muster", "Stadt Lindenau", "AM", "☒"),
            ("Ole Probe", "Stadtwerke Lindenau GmbH", "OP", "☒"),
            ("Kurt Amt", "Landkreis Musterfeld", "KA", "☐"),
        )
    ),
    Heading("Tagesordnung", 2),
    Grid((("TOP", "Thema", "Zeit"), ("1", "Begrüßung", "10:00"), ("2", "Stand der Planung", "10:10"))),
    Grid(
        (
            ("TOP", "Ergebnis / Beschluss", "Wer", "Bis wann"),
            ("1", "Frau Muster begrüßt die Teilnehmer.", "", ""),
            ("2", "Die Teilnehmer nehmen den Stand zur Kenntnis.", "", ""),
            ("2", "Herr Probe versendet die Pläne.", "Probe", "31.05.2024"),
        )
    ),
)


@pytest.mark.parametrize("write", WRITERS)
def test_a_form_of_four_columns_with_ticks_and_tasks(write: Callable[[Sequence[Part]], bytes]) -> None:
    found = extracted(write, FORM)
    assert found.meeting is not None
    assert found.meeting.place is not None
    assert (found.meeting.date, found.meeting.place.label) == (date(2024, 5, 14), "Rathaus Lindenau, Raum 5")
    assert attendance(found) == {
        "Anja Muster": (Attendance.PRESENT, "Stadt Lindenau"),
        "Ole Probe": (Attendance.PRESENT, "Stadtwerke Lindenau GmbH"),
        # no tick: whether he was there is not said
        "Kurt Amt": (None, "Landkreis Musterfeld"),
    }
    assert {m.organisation for m in found.memberships} == {
        p.organisation for p in found.participations if p.organisation
    }
    assert [treatment.number for treatment in found.treatments] == ["1", "2"]
    assert [(task.item, task.due) for task in found.tasks] == [("2", date(2024, 5, 31))]
