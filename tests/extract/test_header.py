"""The head of a protocol: body, session number, date, times, place, duties, the sessions before and after."""

from __future__ import annotations

from datetime import date, time

import pytest
from invented_protocol import AGENDA, ATTENDANCE, HEAD, RESULTS, cases, name, protocol, read, words

from protokollgraph.model import Extraction, Meeting, MeetingReference, Place, Role, Severity


def meeting(text: str) -> Meeting:
    found = read(text).meeting
    assert found is not None
    return found


def duty(extraction: Extraction, role: Role) -> list[str | None]:
    return [name(extraction, p.person) for p in extraction.participations if p.role is role and p.item is None]


def head(*lines: str) -> str:
    return protocol(head="ERGEBNISPROTOKOLL\n" + "\n".join(lines) + "\n")


def test_the_whole_head() -> None:
    extraction = read(protocol())
    found = extraction.meeting
    assert found is not None
    assert name(extraction, found.body) == "Werkstatt 6"
    assert (found.number, found.date, found.start, found.end) == (12, date(2024, 5, 14), time(10), time(12, 30))
    assert found.place == Place("Kulturscheune, Dorfplatz 4, 03999 Lindenau", "Dorfplatz 4", "03999", "Lindenau")
    assert duty(extraction, Role.CHAIR) == ["Martina Holbein"]
    assert duty(extraction, Role.MINUTE_TAKER) == ["Sven Krüger"]
    assert extraction.title == "ERGEBNISPROTOKOLL"


def test_the_theme_of_a_werkstatt_is_another_name_of_it() -> None:
    extraction = read(protocol())
    body = next(e for e in extraction.entities if e.name == "Werkstatt 6")
    assert (body.aliases, body.number) == (("Energie und Wärme",), 6)


BODIES = [
    ("Werkstatt 4", "Werkstatt 4"),
    ("der Werkstatt 4", "Werkstatt 4"),
    ("WERKSTATT 4 „DASEINSVORSORGE“", "Werkstatt 4"),
    ("12. Sitzung der Werkstatt 4", "Werkstatt 4"),
    ("Begleitausschuss „Strukturwandel“", "Begleitausschuss „Strukturwandel“"),
    ("Sitzung des Begleitausschusses Musterland", "Begleitausschuss Musterland"),
    ("FACHBEIRAT „WANDEL“", "Fachbeirat „Wandel“"),
    ("über die 3. Sitzung des Ausschusses für Bau und Verkehr", "Ausschuss für Bau und Verkehr"),
    ("Gemeindevertretung Lindenau", "Gemeindevertretung Lindenau"),
    ("Gremium: Lenkungskreis Wärme", "Lenkungskreis Wärme"),
    ("Gremium: Runde der Bürgermeister", "Runde der Bürgermeister"),
    # a firm above the title is not the body
    ("Muster Region GmbH\nWerkstatt 4", "Werkstatt 4"),
]


@pytest.mark.parametrize(("line", "expected"), cases(BODIES, {}))
def test_the_body_that_met(line: str, expected: str) -> None:
    extraction = read(head(line, "", "Datum: 14.05.2024"))
    assert extraction.meeting
    assert name(extraction, extraction.meeting.body) == expected


def test_the_werkstatt_is_concluded_from_its_agenda() -> None:
    plan = "Tagesordnung\nTOP 1 Begrüßung\nTOP 2 Projekte der Werkstatt 4\nTOP 3 Mitberatung der Werkstatt 2\n"
    extraction = read(protocol(head="ERGEBNISPROTOKOLL\n\nDatum: 14.05.2024\n", agenda=plan))
    assert extraction.meeting
    assert name(extraction, extraction.meeting.body) == "Werkstatt 4"
    assert extraction.meeting.evidence[-1].inferred or extraction.meeting.evidence[0].inferred


NUMBERS = [
    ("12. Sitzung", 12),
    ("3. Werkstattsitzung", 3),
    ("28. ordentliche Sitzung", 28),
    ("2. (öffentliche) Sitzung", 2),
    ("5. Zusammenkunft", 5),
    ("Sitzung Nr. 7", 7),
    ("Protokoll Nr. 7", 7),
    ("Sitzungsnummer: 9", 9),
    ("Sitzung Nr.: 9", 9),
    # no number of a session
    ("Werkstatt 4", None),
    ("Anlage 3", None),
]


@pytest.mark.parametrize(("line", "expected"), cases(NUMBERS, {}))
def test_the_number_of_the_session(line: str, expected: int | None) -> None:
    assert meeting(head(line, "", "Datum: 14.05.2024")).number == expected


DATES = [
    ("Datum: 14.05.2024", "2024-05-14"),
    ("Datum: Dienstag, 14. Mai 2024", "2024-05-14"),
    ("Sitzungstermin: Di., 14.05.2024, 10:00 Uhr", "2024-05-14"),
    ("am 14. Mai 2024 in Lindenau", "2024-05-14"),
    ("Werkstatt 4, 14.05.2024, 10:00 Uhr", "2024-05-14"),
    ("Datum\t14.05.2024", "2024-05-14"),
    ("Datum/Uhrzeit: 14.05.24, 10–12 Uhr", "2024-05-14"),
]


@pytest.mark.parametrize(("line", "expected"), cases(DATES, {}))
def test_the_day_of_the_session(line: str, expected: str) -> None:
    assert str(meeting(head("Werkstatt 4", "", line)).date) == expected


SPANS = [
    ("Uhrzeit: 10:00 – 12:30 Uhr", "10:00", "12:30"),
    ("Beginn: 10.00 Uhr\nEnde: 12.30 Uhr", "10:00", "12:30"),
    ("Beginn : 19.30 Uhr Ende : 20.50 Uhr", "19:30", "20:50"),
    ("Zeit: 10:00 bis 12:30", "10:00", "12:30"),
    ("Beginn: 10 Uhr", "10:00", None),
    ("Ende: 12:30 Uhr", None, "12:30"),
    ("Sitzungsdauer: 15:00 - 17:10 Uhr", "15:00", "17:10"),
    # past midnight
    ("Beginn: 19:38 Uhr\nEnde: 00:10 Uhr", "19:38", "00:10"),
    ("Beginn: 9.00", "09:00", None),
]


@pytest.mark.parametrize(("lines", "start", "end"), cases(SPANS, {}))
def test_beginning_and_end(lines: str, start: str | None, end: str | None) -> None:
    found = meeting(head("Werkstatt 4", "", "Datum: 14.05.2024", *lines.split("\n")))
    assert (found.start.isoformat("minutes") if found.start else None) == start
    assert (found.end.isoformat("minutes") if found.end else None) == end


PLACES = [
    ("Ort: Rathaus", "Rathaus", None),
    ("Ort: Rathaus, Markt 1, 03999 Lindenau", "Rathaus, Markt 1, 03999 Lindenau", "Markt 1"),
    ("Ort: Markt 1a, 03999 Lindenau/Lipica", "Markt 1a, 03999 Lindenau/Lipica", "Markt 1a"),
    ("Tagungsort: Halle 3–5, Am Ring 3–5, 03999 Lindenau", "Halle 3–5, Am Ring 3–5, 03999 Lindenau", "Am Ring 3–5"),
    ("Raum: Saal 2\nOrt: Rathaus", "Saal 2, Rathaus", None),
    ("Ort: online", "online", None),
]


@pytest.mark.parametrize(("lines", "label", "street"), cases(PLACES, {}))
def test_the_place(lines: str, label: str, street: str | None) -> None:
    found = meeting(head("Werkstatt 4", "", "Datum: 14.05.2024", *lines.split("\n"))).place
    assert found is not None
    assert (found.label, found.thoroughfare) == (label, street)


CHAIRS = [
    ("Leitung: Dr. Martina Holbein", "Martina Holbein"),
    ("Sitzungsleitung: Martina Holbein, Stadtwerke Lindenau GmbH", "Martina Holbein"),
    ("Moderation: Martina Holbein (Werkstattsprecherin)", "Martina Holbein"),
    ("Vorsitz: Holbein, Martina", "Martina Holbein"),
    ("Vorsitzende: Frau Holbein", "Martina Holbein"),
    ("Vorsitzende/r: M. Holbein", "Martina Holbein"),
    ("Leitung: Holbein", "Martina Holbein"),
    ("Leitung: Werkstattsprecherin Martina Holbein", "Martina Holbein"),
]


@pytest.mark.parametrize(("line", "expected"), cases(CHAIRS, {}))
def test_the_chair_in_every_order(line: str, expected: str) -> None:
    extraction = read(head("Werkstatt 6", "", "Datum: 14.05.2024", line))
    assert duty(extraction, Role.CHAIR) == [expected]


def test_signatures_name_the_duties_that_the_head_leaves_out() -> None:
    text = head("Werkstatt 6", "", "Datum: 14.05.2024") + "\n\ngez. Holbein (Leitung)      gez. Krüger (Protokoll)\n"
    extraction = read(text)
    assert duty(extraction, Role.CHAIR) == ["Martina Holbein"]
    assert duty(extraction, Role.MINUTE_TAKER) == ["Sven Krüger"]


def test_the_day_beside_the_signature_is_when_it_was_written() -> None:
    extraction = read(protocol() + "\n\nLindenau, den 21.05.2024\n")
    assert extraction.written == date(2024, 5, 21)
    assert extraction.meeting
    assert extraction.meeting.date == date(2024, 5, 14)


# --- before and after -----------------------------------------------------------------------------------------------


def before(line: str, *, numbered: bool = True) -> Meeting:
    plan = AGENDA.replace("TOP 1 Begrüßung", f"TOP 1 {line}")
    return meeting(
        protocol(
            head=HEAD if numbered else HEAD.replace("12. Sitzung\n", ""),
            agenda=plan,
            results=RESULTS.replace("TOP 1 Begrüßung", f"TOP 1 {line}"),
        )
    )


PREVIOUS = [
    ("Bestätigung des Protokolls der 11. Sitzung vom 09.04.2024", 11, "2024-04-09"),
    ("Protokollkontrolle der 11. Sitzung vom 9. April 2024", 11, "2024-04-09"),
    ("Protokoll der letzten Sitzung vom 09.04.2024", None, "2024-04-09"),
    ("Genehmigung der Niederschrift vom 09.04.2024", None, "2024-04-09"),
    ("Einwendungen gegen die Niederschrift der 11. Sitzung", 11, None),
    ("Begrüßung, TO, Prot. der 11. Sitzung", 11, None),
]


@pytest.mark.parametrize(("line", "number", "day"), cases(PREVIOUS, {}))
def test_the_session_before(line: str, number: int | None, day: str | None) -> None:
    found = before(line).previous
    assert found is not None
    assert (found.number, found.date.isoformat() if found.date else None) == (number, day)


def test_the_number_follows_from_the_session_before() -> None:
    found = before("Bestätigung des Protokolls der 11. Sitzung vom 09.04.2024", numbered=False)
    assert found.number == 12


def test_a_stated_number_is_surer_than_a_concluded_one() -> None:
    assert before("Bestätigung des Protokolls der 9. Sitzung vom 09.04.2024").number == 12


@pytest.mark.parametrize("line", ["Protokoll der heutigen Sitzung", "Protokollführung", "Bericht vom 09.04.2024"])
def test_no_session_before(line: str) -> None:
    assert before(line).previous is None


FOLLOWING = [
    ("Nächste Sitzung: 02.07.2024", "2024-07-02", None, None),
    (
        "Die nächste Sitzung findet am 02.07.2024 um 10:00 Uhr im Rathaus Lindenau statt.",
        "2024-07-02",
        "10:00",
        "Rathaus Lindenau",
    ),
    ("Nächster Termin: 2. Juli 2024, 10 Uhr, Rathaus", "2024-07-02", "10:00", "Rathaus"),
    ("Die nächste Werkstatt ist für den 02.07.2024 geplant.", "2024-07-02", None, None),
    ("Das nächste Treffen findet am 02.07. statt.", "2024-07-02", None, None),
    ("Die 13. Sitzung findet am 02.07.2024 statt.", "2024-07-02", None, None),
    ("Folgetermin: 02.07.2024 (online)", "2024-07-02", None, None),
]

FOLLOWING_WRONG = {"Folgetermin: 02.07.2024 (online)": "none, though it is one in the head"}


@pytest.mark.parametrize(("line", "day", "start", "place"), cases(FOLLOWING, FOLLOWING_WRONG))
def test_the_session_after(line: str, day: str, start: str | None, place: str | None) -> None:
    found = meeting(protocol(other=line)).next
    assert found is not None
    assert str(found.date) == day
    assert (found.start.isoformat("minutes") if found.start else None) == start
    if place:
        assert found.place
        assert found.place.label == place


NO_NEXT = [
    # a task for it
    ("Frau Krüger legt den Plan zur nächsten Sitzung am 02.07.2024 vor.",),
    # not ours
    ("Die nächste Sitzung des Kreistages ist am 20.06.2024.",),
    # no day, an earlier day
    ("Der Termin der nächsten Sitzung wird noch bekannt gegeben.",),
    ("Die letzte Sitzung war am 09.04.2024.",),
    ("Es liegt nichts vor.",),
]


@pytest.mark.parametrize("line", cases(NO_NEXT, {}))
def test_no_session_after(line: str) -> None:
    assert meeting(protocol(other=line)).next is None


def reference(text: str) -> MeetingReference:
    found = meeting(text).next
    assert found is not None
    return found


def test_evidence_of_the_next_session_is_its_announcement() -> None:
    text = protocol(other="Die nächste Sitzung findet am 02.07.2024 statt.")
    assert "02.07.2024" in words(read(text), reference(text).evidence)


# --- what is not there ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (protocol(head="ERGEBNISPROTOKOLL\n\nWerkstatt 6\n"), "no-date"),
        (protocol(head="ERGEBNISPROTOKOLL\n\nDatum: 14.05.2024\n"), "no-body"),
        (protocol(head=HEAD.replace("14.05.2024", "31.02.2024")), "impossible-date"),
        (protocol(head=HEAD.replace("Dr. Martina Holbein", "Dies und das")), "duty-not-understood"),
    ],
    ids=["no date", "no body", "31.02.", "no chair"],
)
def test_what_the_head_leaves_open_is_a_finding(text: str, code: str) -> None:
    findings = {finding.code: finding for finding in read(text).findings}
    assert code in findings
    assert findings[code].severity in (Severity.WARNING, Severity.NOTICE)


def test_a_day_that_does_not_exist_is_no_day_of_the_session() -> None:
    found = read(protocol(head=HEAD.replace("14.05.2024", "31.02.2024")))
    assert found.meeting
    assert found.meeting.date is None
    finding = next(f for f in found.findings if f.code == "impossible-date")
    assert finding.span
    assert found.document.text[finding.span.start : finding.span.end] == "31.02.2024"


@pytest.mark.parametrize("text", ["Hallo.", "Liebe Oma, mir geht es gut.\nDein Ole\n", "1;2;3\n4;5;6\n"])
def test_what_is_no_protocol_says_so(text: str) -> None:
    extraction = read(text)
    assert extraction.meeting is None
    assert "no-protocol" in {finding.code for finding in extraction.findings}
    assert not extraction.decisions


def test_a_text_without_letters_is_empty() -> None:
    extraction = read(" \n\t\n")
    assert ("empty", Severity.ERROR) in [(f.code, f.severity) for f in extraction.findings]
    assert not extraction.entities


def test_an_attendance_list_that_is_only_an_annex_is_a_finding() -> None:
    text = protocol(head=HEAD + "Anlagen: 1 Teilnehmerliste\n", attendance="")
    assert "attendance-in-annex" in {f.code for f in read(text).findings}
    assert "no-attendance" in {f.code for f in read(protocol(attendance="")).findings}
    assert not {"attendance-in-annex", "no-attendance"} & {
        f.code for f in read(protocol(attendance=ATTENDANCE)).findings
    }
