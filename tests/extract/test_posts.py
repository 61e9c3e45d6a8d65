"""People with their functions and organisations, in every order that attendance lists print."""

from __future__ import annotations

import pytest
from invented_protocol import cases, passage

from protokollgraph.extract import posts
from protokollgraph.extract.posts import PersonLine

Posts = list[tuple[str | None, str | None]]
"""Function and organisation of each post."""


def shape(line: PersonLine | None) -> tuple[str, Posts, list[str]] | None:
    """Name with titles, posts, notes."""
    if line is None:
        return None
    titled = " ".join(part for part in (line.name.prefix, line.name.full) if part)
    found = [(p.role.text if p.role else None, p.organisation.text if p.organisation else None) for p in line.posts]
    return titled, found, [note.text for note in line.notes]


MIL = "Ministerium für Infrastruktur und Landesplanung"

LINES: list[tuple[str, str, Posts, list[str]]] = [
    ("Anja Muster", "Anja Muster", [], []),
    # function, organisation
    ("Anja Muster, Referentin, MIL", "Anja Muster", [("Referentin", "MIL")], []),
    ("Anja Muster, Referentin MIL", "Anja Muster", [("Referentin MIL", None)], []),
    ("Anja Muster, MIL", "Anja Muster", [(None, "MIL")], []),
    ("Anja Muster (MIL)", "Anja Muster", [(None, "MIL")], []),
    ("Anja Muster (Referentin, MIL)", "Anja Muster", [("Referentin", "MIL")], []),
    ("Anja Muster – Referentin", "Anja Muster", [("Referentin", None)], []),
    ("Anja Muster - Referentin, Stadt Lindenau", "Anja Muster", [("Referentin", "Stadt Lindenau")], []),
    ("Anja Muster -Bürgermeisterin-", "Anja Muster", [("Bürgermeisterin", None)], []),
    ("Anja Muster: Referentin, Stadt Lindenau", "Anja Muster", [("Referentin", "Stadt Lindenau")], []),
    ("Anja Muster | Referentin | Stadt Lindenau", "Anja Muster", [("Referentin", "Stadt Lindenau")], []),
    ("Anja Muster; Stadt Lindenau", "Anja Muster", [(None, "Stadt Lindenau")], []),
    # titles
    ("Dr. Anja Muster, Landkreis Musterfeld", "Dr. Anja Muster", [(None, "Landkreis Musterfeld")], []),
    ("Prof. Dr.-Ing. Ole Probe (HSM)", "Prof. Dr.-Ing. Ole Probe", [(None, "HSM")], []),
    # the surname first
    ("Muster, Anja (MIL)", "Anja Muster", [(None, "MIL")], []),
    ("Muster, Dr. Anja, Referentin, MIL", "Dr. Anja Muster", [("Referentin", "MIL")], []),
    ("Trossin, Ferdinand von (Stadt Lindenau)", "Ferdinand von Trossin", [(None, "Stadt Lindenau")], []),
    # Herr and Frau
    ("Frau Muster, MIL", "Muster", [(None, "MIL")], []),
    ("Herr Dr. Probe (HSM)", "Dr. Probe", [(None, "HSM")], []),
    ("Herr Ole Probe, HSM", "Ole Probe", [(None, "HSM")], []),
    # an abbreviation in brackets
    (f"Anja Muster, Referentin, {MIL} (MIL)", "Anja Muster", [("Referentin", MIL)], []),
    ("Anja Muster, Hochschule Musterland (HSM)", "Anja Muster", [(None, "Hochschule Musterland")], []),
    # a place in brackets is part of the name
    ("Anja Muster, Stadt Herzberg (Elster)", "Anja Muster", [(None, "Stadt Herzberg (Elster)")], []),
    # function and organisation in one phrase
    ("Anja Muster, Bürgermeisterin der Stadt Lindenau", "Anja Muster", [("Bürgermeisterin", "Stadt Lindenau")], []),
    # a unit of something unnamed stays part of the function
    ("Anja Muster, Leiterin des Bauamtes", "Anja Muster", [("Leiterin des Bauamtes", None)], []),
    (
        "Anja Muster, Referentin im Ministerium für Infrastruktur",
        "Anja Muster",
        [("Referentin", "Ministerium für Infrastruktur")],
        [],
    ),
    ("Anja Muster, Projektleiterin bei der Stadt Lindenau", "Anja Muster", [("Projektleiterin", "Stadt Lindenau")], []),
    ("Anja Muster, Sprecherin Werkstatt 4", "Anja Muster", [("Sprecherin", "Werkstatt 4")], []),
    # the function first
    ("Bürgermeisterin Anja Muster", "Anja Muster", [("Bürgermeisterin", None)], []),
    ("Landrat Ole Probe, Landkreis Musterfeld", "Ole Probe", [("Landrat", "Landkreis Musterfeld")], []),
    # commas inside a name
    (
        "Anja Muster, Ministerium für Wirtschaft, Arbeit und Energie",
        "Anja Muster",
        [(None, "Ministerium für Wirtschaft, Arbeit und Energie")],
        [],
    ),
    # modifiers
    (
        "Anja Muster, stellv. Vorsitzende, Heimatverein e. V.",
        "Anja Muster",
        [("stellv. Vorsitzende", "Heimatverein e. V.")],
        [],
    ),
    ("Anja Muster, komm. Leiterin, Bauamt", "Anja Muster", [("komm. Leiterin", "Bauamt")], []),
    (
        "Anja Muster, Geschäftsführende Gesellschafterin, Muster GmbH",
        "Anja Muster",
        [("Geschäftsführende Gesellschafterin", "Muster GmbH")],
        [],
    ),
    ("Anja Muster, 1. Beigeordnete, Stadt Lindenau", "Anja Muster", [("1. Beigeordnete", "Stadt Lindenau")], []),
    # two posts
    (
        "Anja Muster, Sprecherin, Stadt Lindenau, Vorsitzende, Heimatverein e. V.",
        "Anja Muster",
        [("Sprecherin", "Stadt Lindenau"), ("Vorsitzende", "Heimatverein e. V.")],
        [],
    ),
    # notes
    ("Anja Muster, MIL (ab TOP 3)", "Anja Muster", [(None, "MIL")], ["ab TOP 3"]),
    ("Anja Muster (MIL), ab TOP 3", "Anja Muster", [(None, "MIL")], ["ab TOP 3"]),
    ("Anja Muster (bis 11:30 Uhr)", "Anja Muster", [], ["bis 11:30 Uhr"]),
    (
        "Anja Muster, MIL, in Vertretung für Herrn Probe",
        "Anja Muster",
        [(None, "MIL")],
        ["in Vertretung für Herrn Probe"],
    ),
    ("Anja Muster (MIL), online", "Anja Muster", [(None, "MIL")], ["online"]),
    ("Anja Muster, MIL, ohne Stimmrecht", "Anja Muster", [(None, "MIL")], ["ohne Stimmrecht"]),
    # nothing beside the name that names anything
    ("Anja Muster, fraktionslos", "Anja Muster", [], []),
    ("Anja Muster, –", "Anja Muster", [], []),
    ("Anja Muster (Einwohnerin)", "Anja Muster", [], []),
]

LINES_WRONG = {
    "Anja Muster (MIL), online": "the organisation and the note are lost",
}


@pytest.mark.parametrize(("text", "name", "beside", "notes"), cases(LINES, LINES_WRONG))
def test_a_line_of_an_attendance_list(text: str, name: str, beside: Posts, notes: list[str]) -> None:
    assert shape(posts.person_line(passage(text))) == (name, beside, notes)


@pytest.mark.parametrize(
    "text",
    [
        "Stadt Lindenau",
        "Muster Metallbau GmbH",
        "14 Einwohnerinnen und Einwohner",
        "Gäste",
        "siehe Anlage",
        "keine",
        "–",
        "",
        "Muster, Referentin",
        "Presse, Lindenauer Bote",
        "N. N.",
    ],
    ids=lambda text: text or "nothing",
)
def test_a_line_without_a_person(text: str) -> None:
    assert posts.person_line(passage(text)) is None


def test_a_surname_alone_counts_where_it_is_asked_for() -> None:
    assert shape(posts.person_line(passage("Muster (WRL)"), bare_surname=True)) == ("Muster", [(None, "WRL")], [])
    assert posts.person_line(passage("Muster (WRL)")) is None


def test_a_former_function_is_marked() -> None:
    line = posts.person_line(passage("Anja Muster, ehemalige Leiterin, Bauamt"))
    assert line is not None
    assert [post.former for post in line.posts] == [True]


def test_an_abbreviation_is_kept_apart_from_its_name() -> None:
    line = posts.person_line(passage("Anja Muster, Hochschule Musterland (HSM)"))
    assert line is not None
    assert [post.short.text if post.short else None for post in line.posts] == ["HSM"]


def test_the_printed_name_is_without_the_salutation() -> None:
    line = posts.person_line(passage("Frau Dr. Anja Muster, MIL"))
    assert line is not None
    assert line.printed.text == "Dr. Anja Muster"
    assert line.printed.span().start == len("Frau ")


RUN_ON = [
    ("Anja Muster, Ole Probe", ["Anja Muster", "Ole Probe"]),
    ("Anja Muster, Referentin, MIL Ole Probe, Stadt Lindenau", ["Anja Muster", "Ole Probe"]),
    ("Anja Muster (MIL), Dr. Ole Probe (HSM) und Ina Beispiel", ["Anja Muster", "Dr. Ole Probe", "Ina Beispiel"]),
    ("Anja Muster / Ole Probe", ["Anja Muster", "Ole Probe"]),
    ("A. Muster, O. Probe", ["A. Muster", "O. Probe"]),
    ("Frau Anja Muster und Herr Ole Probe", ["Anja Muster", "Ole Probe"]),
    ("Stadt Lindenau", []),
]


@pytest.mark.parametrize(("text", "expected"), cases(RUN_ON, {}))
def test_people_of_a_run_on_list(text: str, expected: list[str]) -> None:
    found = [shape(line) for line in posts.people(passage(text))]
    assert [line[0] for line in found if line] == expected


def test_what_stands_beside_each_person_of_a_run_on_list_is_theirs() -> None:
    found = [shape(line) for line in posts.people(passage("Anja Muster, Referentin, MIL Ole Probe, Stadt Lindenau"))]
    assert [line[1] for line in found if line] == [[("Referentin", "MIL")], [(None, "Stadt Lindenau")]]


ROLES = [
    ("Referentin", "Referentin"),
    ("Leiter des Amtes", "Leiter"),
    ("komm. Werkstattsprecher", "komm. Werkstattsprecher"),
    ("Fach- und Sachgebietsleiterin Kultur", "Fach- und Sachgebietsleiterin"),
    ("Mitarbeiter/in", "Mitarbeiter/in"),
    ("Geschäftsführer:in", "Geschäftsführer:in"),
    ("stellv. Bürgermeister", "stellv. Bürgermeister"),
    ("1. Beigeordneter", "1. Beigeordneter"),
    ("CEO", "CEO"),
    # no functions
    ("Stadt Lindenau", None),
    ("Stadtplanung", None),
    ("Leitung", None),
    ("Fahrgastbeirat", None),
    ("Hochschule", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROLES, {}))
def test_the_function_that_a_text_begins_with(text: str, expected: str | None) -> None:
    found = posts.role_at(text)
    assert (found["role"] if found else None) == expected
