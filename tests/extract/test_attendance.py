"""Attendance: who was there, excused or absent, in which capacity, for whom, from when to when."""

from __future__ import annotations

import pytest
from invented_protocol import HEAD, cases, name, protocol, read

from protokollgraph.model import Attendance, Capacity, EntityKind, Extraction, Participation, Role

PRESENT, EXCUSED, ABSENT = Attendance.PRESENT, Attendance.EXCUSED, Attendance.ABSENT
MEMBER, GUEST, STAFF = Capacity.MEMBER, Capacity.GUEST, Capacity.STAFF


def listed(attendance: str, *, head: str = HEAD) -> tuple[Extraction, dict[str, Participation]]:
    """Everybody of the list by name; the invented agenda and results name nobody."""
    extraction = read(protocol(head=head, attendance=attendance))
    attendees = [p for p in extraction.participations if p.role is Role.ATTENDEE]
    return extraction, {extraction.entity(p.person).name: p for p in attendees}


def states(attendance: str) -> dict[str, tuple[Attendance | None, Capacity | None]]:
    return {who: (p.attendance, p.capacity) for who, p in listed(attendance)[1].items()}


HERE, AWAY, MISSING = (PRESENT, None), (EXCUSED, None), (ABSENT, None)

LISTS: list[tuple[str, str, dict[str, tuple[Attendance | None, Capacity | None]]]] = [
    ("one a line", "Anwesend\nAnja Muster\nOle Probe\n", {"Anja Muster": HERE, "Ole Probe": HERE}),
    ("numbered", "Anwesend\n1. Anja Muster\n2. Ole Probe\n", {"Anja Muster": HERE, "Ole Probe": HERE}),
    ("bullets", "Anwesend\n- Anja Muster\n- Ole Probe\n", {"Anja Muster": HERE, "Ole Probe": HERE}),
    ("behind the label", "Anwesend: Anja Muster, Ole Probe\n", {"Anja Muster": HERE, "Ole Probe": HERE}),
    (
        "behind the label, organisations in brackets",
        "Anwesend: Anja Muster (MIL), Ole Probe (HSM) und Ina Beispiel\n",
        {"Anja Muster": HERE, "Ole Probe": HERE, "Ina Beispiel": HERE},
    ),
    (
        "groups",
        "Teilnehmende\n\nMitglieder\nAnja Muster\n\nGäste\nOle Probe\n\nGeschäftsstelle\nIna Beispiel\n",
        {"Anja Muster": (PRESENT, MEMBER), "Ole Probe": (PRESENT, GUEST), "Ina Beispiel": (PRESENT, STAFF)},
    ),
    (
        "excused under a heading",
        "Anwesend\nAnja Muster\n\nEntschuldigt\nOle Probe\n\nUnentschuldigt\nIna Beispiel\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY, "Ina Beispiel": MISSING},
    ),
    (
        "excused behind labels",
        "Anwesend: Anja Muster\nEntschuldigt: Ole Probe\nEs fehlten: Ina Beispiel\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY, "Ina Beispiel": MISSING},
    ),
    (
        "in brackets",
        "Anwesend\nAnja Muster (MIL)\nOle Probe (entschuldigt)\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY},
    ),
    (
        "marks in a column",
        "Teilnehmende (x = anwesend, e = entschuldigt)\n\nName   Institution   anw.\n"
        "Anja Muster   MIL   x\nOle Probe   HSM   e\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY},
    ),
    (
        "words in a column",
        "Teilnehmende\n\nName\tInstitution\tStatus\nAnja Muster\tMIL\tanwesend\n"
        "Ole Probe\tHSM\tentschuldigt\nIna Beispiel\tMIL\tunentschuldigt\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY, "Ina Beispiel": MISSING},
    ),
    (
        "capacity and status in one cell",
        "Teilnehmende\n\nName\tInstitution\tStatus\nAnja Muster\tMIL\tMitglied, anwesend\nOle Probe\tHSM\tGast\n",
        {"Anja Muster": (PRESENT, MEMBER), "Ole Probe": (PRESENT, GUEST)},
    ),
    (
        "in a sentence",
        "Anwesend\nAnja Muster\n\nEntschuldigt haben sich Ole Probe (HSM) und Ina Beispiel (MIL).\n",
        {"Anja Muster": HERE, "Ole Probe": AWAY, "Ina Beispiel": AWAY},
    ),
    (
        "without an excuse, in a sentence",
        "Anwesend\nAnja Muster\n\nOle Probe (HSM) fehlte unentschuldigt.\n",
        {"Anja Muster": HERE, "Ole Probe": MISSING},
    ),
    (
        "the surname first",
        "Anwesend\nMuster, Anja (MIL)\nProbe, Dr. Ole (HSM)\n",
        {"Anja Muster": HERE, "Ole Probe": HERE},
    ),
    (
        "in a list of HTML",
        "<p>Anwesend</p>\n<ul><li>Anja Muster (MIL)</li><li>Ole Probe (HSM)</li></ul>\n",
        {"Anja Muster": HERE, "Ole Probe": HERE},
    ),
    ("nobody excused", "Anwesend\nAnja Muster\n\nEntschuldigt\nkeine\n", {"Anja Muster": HERE}),
    ("unnamed people", "Anwesend\nAnja Muster\n14 Einwohnerinnen und Einwohner\n", {"Anja Muster": HERE}),
    (
        "torn columns",
        "Gäste\nAnja Muster\nOle Probe\nReferentin, Landkreis Musterfeld\nHochschule Musterland (HSM)\n",
        {"Anja Muster": (PRESENT, GUEST), "Ole Probe": (PRESENT, GUEST)},
    ),
]


@pytest.mark.parametrize(("form", "attendance", "expected"), cases(LISTS, {}))
def test_who_was_there(
    form: str, attendance: str, expected: dict[str, tuple[Attendance | None, Capacity | None]]
) -> None:
    assert states(attendance) == expected, form


POSTS: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    ("Anja Muster, Referentin, Landkreis Musterfeld", [("Anja Muster", "Referentin", "Landkreis Musterfeld")]),
    ("Anja Muster   Referentin   Landkreis Musterfeld", [("Anja Muster", "Referentin", "Landkreis Musterfeld")]),
    ("Anja Muster\tReferentin\tLandkreis Musterfeld", [("Anja Muster", "Referentin", "Landkreis Musterfeld")]),
    ("Anja Muster   Leiterin   Landkreis Musterfeld", [("Anja Muster", "Leiterin", "Landkreis Musterfeld")]),
    ("Anja Muster\tLeiterin\tLandkreis Musterfeld", [("Anja Muster", "Leiterin", "Landkreis Musterfeld")]),
    ("Anja Muster (Landkreis Musterfeld)", [("Anja Muster", None, "Landkreis Musterfeld")]),
    ("Dr. Anja Muster – Bürgermeisterin der Stadt Lindenau", [("Anja Muster", "Bürgermeisterin", "Stadt Lindenau")]),
    # the Werkstatt's own office
    ("Anja Muster, Werkstattsprecherin, Stadt Lindenau",
     [("Anja Muster", "Werkstattsprecherin", "Werkstatt 6"), ("Anja Muster", None, "Stadt Lindenau")]),
    ("Anja Muster, Stadt Lindenau (ab TOP 2)", [("Anja Muster", None, "Stadt Lindenau")]),
    ("Anja Muster, Hochschule Musterland (HSM)", [("Anja Muster", None, "Hochschule Musterland")]),
    ("Anja Muster", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), cases(POSTS, {}))
def test_posts_of_the_attendance_list(line: str, expected: list[tuple[str, str | None, str]]) -> None:
    extraction, _ = listed(f"Anwesend\n{line}\n")
    assert [
        (name(extraction, m.person), m.role, name(extraction, m.organisation)) for m in extraction.memberships
    ] == expected


def test_torn_columns_are_paired_by_their_order() -> None:
    extraction, _ = listed(LISTS[-1][1])
    assert [(name(extraction, m.person), name(extraction, m.organisation)) for m in extraction.memberships] == [
        ("Anja Muster", "Landkreis Musterfeld"),
        ("Ole Probe", "Hochschule Musterland"),
    ]


@pytest.mark.xfail(strict=True, reason="the last two of three people get the two posts")
def test_columns_that_do_not_fit_are_not_paired() -> None:
    torn = (
        "Gäste\nAnja Muster\nOle Probe\nIna Beispiel\nReferentin, Landkreis Musterfeld\nHochschule Musterland (HSM)\n"
    )
    extraction, people = listed(torn)
    assert set(people) == {"Anja Muster", "Ole Probe", "Ina Beispiel"}
    assert not extraction.memberships


NOTES = [
    ("Anja Muster (ab TOP 3)", "ab TOP 3"),
    ("Anja Muster, MIL (bis TOP 4)", "bis TOP 4"),
    ("Anja Muster (zu TOP 5)", "zu TOP 5"),
    ("Anja Muster, MIL, ab 10:30 Uhr", "ab 10:30 Uhr"),
    ("Anja Muster   MIL   ab TOP 3", "ab TOP 3"),
    ("Anja Muster, MIL (ohne Stimmrecht)", "ohne Stimmrecht"),
    ("Anja Muster, MIL", None),
]


@pytest.mark.parametrize(("line", "expected"), cases(NOTES, {}))
def test_who_was_there_for_a_part(line: str, expected: str | None) -> None:
    _, people = listed(f"Anwesend\n{line}\n")
    assert people["Anja Muster"].note == expected
    assert people["Anja Muster"].attendance is PRESENT


SUBSTITUTES = [
    "Anja Muster, MIL (in Vertretung für Ole Probe)",
    "Anja Muster, MIL (i. V. für Ole Probe)",
    "Anja Muster (Vertretung für Herrn Ole Probe)",
    "Anja Muster (vertritt Ole Probe)",
    "Anja Muster, MIL, als Vertreterin für Ole Probe",
]


@pytest.mark.parametrize("line", cases([(line,) for line in SUBSTITUTES], {}))
def test_who_stands_in_for_whom(line: str) -> None:
    extraction, people = listed(f"Anwesend\n{line}\n\nEntschuldigt\nOle Probe\n")
    assert name(extraction, people["Anja Muster"].substitutes_for) == "Ole Probe"
    assert people["Ole Probe"].attendance is EXCUSED
    assert people["Ole Probe"].substitutes_for is None


def test_a_represented_member_need_not_be_listed() -> None:
    extraction, people = listed("Anwesend\nAnja Muster, MIL (in Vertretung für Herrn Probe)\n")
    assert name(extraction, people["Anja Muster"].substitutes_for) == "Probe"


# --- who is who -----------------------------------------------------------------------------------------------------


def people_of(extraction: Extraction) -> list[str]:
    return sorted(e.name for e in extraction.entities if e.kind is EntityKind.PERSON)


RESOLVED = [
    ("Frau Muster fragt nach den Kosten.", {"Anja Muster"}),
    ("Frau Dr. Muster fragt nach den Kosten.", {"Anja Muster"}),
    ("A. Muster fragt nach den Kosten.", {"Anja Muster"}),
    ("Bürgermeisterin Muster fragt nach den Kosten.", {"Anja Muster"}),
    ("Anja Muster fragt nach den Kosten.", {"Anja Muster"}),
    ("Herr Muster fragt nach den Kosten.", {"Anja Muster", "Muster"}),
    ("Frau Muster und Herr Probe fragen.", {"Anja Muster", "Ole Probe"}),
    # somebody new
    ("Frau Neuling fragt nach den Kosten.", {"Anja Muster", "Neuling"}),
]


@pytest.mark.parametrize(("words", "expected"), cases(RESOLVED, {}))
def test_short_forms_are_resolved_in_the_document(words: str, expected: set[str]) -> None:
    attendance = "Anwesend\nDr. Anja Muster, Bürgermeisterin, Stadt Lindenau\nOle Probe, HSM\n"
    extraction = read(protocol(words, attendance=attendance))
    assert set(people_of(extraction)) - {"Martina Holbein", "Sven Krüger"} == expected | {"Ole Probe"}


def test_a_surname_of_two_people_is_not_guessed() -> None:
    attendance = "Anwesend\nAnja Muster, Stadt Lindenau\nIna Muster, HSM\n"
    extraction = read(protocol("Frau Muster fragt nach den Kosten.", attendance=attendance))
    assert not [p for p in extraction.participations if p.item == "2"]
    assert "ambiguous-person" in {finding.code for finding in extraction.findings}


def test_an_initial_tells_two_people_of_one_surname_apart() -> None:
    attendance = "Anwesend\nAnja Muster, Stadt Lindenau\nUte Muster, HSM\n"
    extraction = read(protocol("Frau U. Muster fragt nach den Kosten.", attendance=attendance))
    assert [name(extraction, p.person) for p in extraction.participations if p.item == "2"] == ["Ute Muster"]


def test_two_people_of_one_name_stay_two() -> None:
    extraction, _ = listed("Anwesend\nAnja Muster, Stadt Lindenau\nAnja Muster, Hochschule Musterland\n")
    assert people_of(extraction).count("Anja Muster") == 2


def test_one_person_of_two_lines_stays_one() -> None:
    extraction, _ = listed("Anwesend\nAnja Muster, Stadt Lindenau\n\nGäste\nDr. Anja Muster, Stadt Lindenau\n")
    assert people_of(extraction).count("Anja Muster") == 1


def test_the_chair_is_one_with_the_person_of_the_list() -> None:
    assert people_of(read(protocol())).count("Martina Holbein") == 1


def test_a_line_without_a_person_is_a_finding() -> None:
    extraction, _ = listed("Anwesend\nAnja Muster, MIL\nxyz abc 12\n")
    findings = [f for f in extraction.findings if f.code == "attendee-not-understood"]
    assert len(findings) == 1
    assert findings[0].span
    assert extraction.document.text[findings[0].span.start : findings[0].span.end].startswith("xyz")
