"""The parts of a protocol: head, attendance, agenda, treatments, tables of tasks, end."""

from __future__ import annotations

import pytest
from invented_protocol import AGENDA, ATTENDANCE, HEAD, RESULTS, cases, parted, protocol

from protokollgraph.extract.segment import PlannedItem, Protocol, Section


def fields(text: str) -> list[tuple[str, str]]:
    return [(field.name, field.value.text.removesuffix(" Uhr")) for field in parted(text).fields]


def numbers(found: Protocol) -> list[str]:
    return [section.number for section in found.sections]


def section(found: Protocol, number: str) -> Section:
    return next(s for s in found.sections if s.number == number)


def blocks(found: Protocol, number: str) -> list[str]:
    return [block.passage.text for block in section(found, number).blocks]


def planned(found: Protocol) -> list[tuple[str, str, str | None]]:
    return [(i.number, i.text.text, i.presenter.text if i.presenter else None) for i in found.agenda]


# --- the head -------------------------------------------------------------------------------------------------------

FIELDS = [
    ("Datum: 14.05.2024", [("date", "14.05.2024")]),
    # tabs, blanks before the colon, columns
    ("Datum\t14.05.2024", [("date", "14.05.2024")]),
    ("Datum : 14.05.2024", [("date", "14.05.2024")]),
    ("Datum           14.05.2024", [("date", "14.05.2024")]),
    # two labels on one line
    ("Beginn: 19.30 Uhr   Ende: 20.50 Uhr", [("start", "19.30"), ("end", "20.50")]),
    ("Beginn : 19.30 Uhr Ende : 20.50 Uhr", [("start", "19.30"), ("end", "20.50")]),
    ("Beginn: 9:00 Uhr, Ende: 11:00 Uhr", [("start", "9:00"), ("end", "11:00")]),
    ("Ort: Rathaus; Leitung: Anja Muster", [("place", "Rathaus"), ("chair", "Anja Muster")]),
    # several words for one thing
    ("Sitzungstermin: 14.05.2024", [("date", "14.05.2024")]),
    ("Datum / Uhrzeit: 14.05.2024, 10 Uhr", [("date", "14.05.2024, 10")]),
    ("Tagungsort: Rathaus", [("place", "Rathaus")]),
    ("Moderation: Anja Muster", [("chair", "Anja Muster")]),
    ("Vorsitzende/r: Anja Muster", [("chair", "Anja Muster")]),
    ("Schriftführerin: Anja Muster", [("minutes", "Anja Muster")]),
    ("Protokollführer:in: Anja Muster", [("minutes", "Anja Muster")]),
    ("DATUM: 14.05.2024", [("date", "14.05.2024")]),
    # the value stands below its label, or goes on there
    ("Ort:\nRathaus, Markt 1", [("place", "Rathaus, Markt 1")]),
    ("Ort:      Rathaus,\n          Markt 1", [("place", "Rathaus, Markt 1")]),
    # no label that we know
    ("Aktenzeichen: 4711", []),
]

FIELDS_WRONG = {"Protokollführer:in: Anja Muster": "“in: Anja Muster”: the colon of the gender ends the label"}


@pytest.mark.parametrize(("line", "expected"), cases(FIELDS, FIELDS_WRONG))
def test_fields_of_the_head(line: str, expected: list[tuple[str, str]]) -> None:
    assert fields(f"ERGEBNISPROTOKOLL\n\n{line}\n\nTagesordnung\n1 Begrüßung\n") == expected


def test_lines_above_the_fields_are_the_title() -> None:
    found = parted(protocol())
    assert [p.text for p in found.title] == ["ERGEBNISPROTOKOLL", "Werkstatt 6 „Energie und Wärme“", "12. Sitzung"]


# --- the parts ------------------------------------------------------------------------------------------------------


def test_every_part_is_found() -> None:
    found = parted(protocol("Text."))
    assert len(found.fields) == 5
    assert len(found.attendees) == 4
    assert planned(found) == [
        ("1", "Begrüßung", None),
        ("2", "Vorstellung des Projektes „Wärmering Lindenau“", None),
        ("3", "Sonstiges", None),
    ]
    assert numbers(found) == ["1", "2", "3"]
    assert blocks(found, "2") == ["Text."]


@pytest.mark.parametrize(
    ("change", "by"),
    [
        # windows' line ends
        ("\n", "\r\n"),
        # old printers
        ("\n", "\r"),
        # every line a paragraph of HTML
        ("\n", "<br>\n"),
    ],
    ids=["carriage returns and line feeds", "carriage returns", "breaks"],
)
def test_line_ends_change_no_part(change: str, by: str) -> None:
    plain, other = parted(protocol("Text.")), parted(protocol("Text.").replace(change, by))
    assert numbers(other) == numbers(plain)
    assert planned(other) == planned(plain)
    assert [f.value.text for f in other.fields] == [f.value.text for f in plain.fields]


def test_a_byte_order_mark_hides_no_title() -> None:
    assert "ERGEBNISPROTOKOLL" in parted("\ufeff" + protocol()).title[0].text


@pytest.mark.parametrize(
    "heading",
    [
        "Tagesordnung",
        "TAGESORDNUNG",
        "Tagesordnung:",
        "T a g e s o r d n u n g",
        "Agenda",
        "## Tagesordnung",
        "II. Tagesordnung",
    ],
)
def test_a_heading_begins_the_agenda(heading: str) -> None:
    assert len(parted(protocol(agenda=AGENDA.replace("Tagesordnung", heading))).agenda) == 3


# --- agenda and treatments ------------------------------------------------------------------------------------------

MARKS = [
    ("TOP 1 Begrüßung", "1"),
    ("TOP 1: Begrüßung", "1"),
    ("TOP 1 – Begrüßung", "1"),
    ("Top 1. Begrüßung", "1"),
    ("1. Begrüßung", "1"),
    ("1 Begrüßung", "1"),
    ("1) Begrüßung", "1"),
    ("1.\tBegrüßung", "1"),
    ("Punkt 1: Begrüßung", "1"),
    ("Ö 1 Begrüßung", "1"),
    ("TOP 3.1 Begrüßung", "3.1"),
    ("3.1 Begrüßung", "3.1"),
    ("TOP 5a Begrüßung", "5a"),
    ("TOP 5 a Begrüßung", "5a"),
    ("IV. Begrüßung", "IV"),
    ("Tagesordnungspunkt 1: Begrüßung", "1"),
]


@pytest.mark.parametrize(("line", "number"), MARKS, ids=[line for line, _ in MARKS])
def test_marks_of_agenda_items(line: str, number: str) -> None:
    assert planned(parted(f"Protokoll\n\nTagesordnung\n{line}\n")) == [(number, "Begrüßung", None)]


def test_a_title_goes_on_below() -> None:
    found = parted(
        "Protokoll\n\nTagesordnung\nTOP 1 Eröffnung und Bestätigung der Tages-\n      ordnung\nTOP 2 Sonstiges\n"
    )
    assert [title for _, title, _ in planned(found)] == ["Eröffnung und Bestätigung der Tagesordnung", "Sonstiges"]


def test_a_date_at_the_start_of_a_line_is_no_item() -> None:
    found = parted("Protokoll\n\nTagesordnung\n1 Bestätigung des Protokolls vom\n12.03.2024\n2 Sonstiges\n")
    assert [title for _, title, _ in planned(found)] == ["Bestätigung des Protokolls vom 12.03.2024", "Sonstiges"]


COLUMNS = """Tagesordnung
TOP 1   Eröffnung und Bestätigung der Tages-        Holbein
        ordnung
TOP 2   Bericht aus der Staatskanzlei               Dr. Marl (StK)
TOP 3   Sonstiges
"""


def test_presenters_stand_in_a_column() -> None:
    assert planned(parted(f"Protokoll\n\n{COLUMNS}")) == [
        ("1", "Eröffnung und Bestätigung der Tagesordnung", "Holbein"),
        ("2", "Bericht aus der Staatskanzlei", "Dr. Marl (StK)"),
        ("3", "Sonstiges", None),
    ]


def test_a_gap_in_a_title_is_no_column() -> None:
    found = parted("Protokoll\n\nTagesordnung\n1  Bericht  zum Stand\n2  Sonstiges\n")
    assert planned(found)[0] == ("1", "Bericht zum Stand", None)


def test_presenters_in_a_table_of_tabs() -> None:
    found = parted("Protokoll\n\nTagesordnung\n1\tBegrüßung\tHolbein\n2\tSachstand\tMarl\n")
    assert [(i.number, i.text.text, i.presenter.text if i.presenter else None) for i in found.agenda] == [
        ("1", "Begrüßung", "Holbein"),
        ("2", "Sachstand", "Marl"),
    ]


TREATED = [
    # as planned
    ("TOP 1 Begrüßung\nA.\nTOP 2 Sachstand\nB.\nTOP 3 Sonstiges\nC.", ["1", "2", "3"]),
    # without the word before
    ("1. Begrüßung\nA.\n2. Sachstand\nB.\n3. Sonstiges\nC.", ["1", "2", "3"]),
    # a number alone
    ("TOP 1\nA.\nTOP 2\nB.\nTOP 3\nC.", ["1", "2", "3"]),
    # "zu"
    ("Zu TOP 1: Begrüßung\nA.\nZu TOP 2: Sachstand\nB.", ["1", "2"]),
    # an item that was not treated
    ("TOP 1 Begrüßung\nA.\nTOP 3 Sonstiges\nC.", ["1", "3"]),
    # another order
    ("Ergebnisse\nTOP 2 Sachstand\nB.\nTOP 1 Begrüßung\nA.", ["2", "1"]),
    # a list inside a treatment is none
    (
        "TOP 1 Begrüßung\nBeschlossen wird:\n1. Der Plan wird verlängert.\n2. Die Kosten sinken.\nTOP 2 Sachstand\nB.",
        ["1", "2"],
    ),
    # a sentence that begins with a figure is none
    ("TOP 1 Begrüßung\n2 Mitglieder fehlen.\nTOP 2 Sachstand\nB.", ["1", "2"]),
    # a sentence that speaks of an item is none
    (
        "TOP 1 Begrüßung\nTOP 3 wird vorgezogen, da Frau Marl früher geht.\nTOP 2 Sachstand\nB.\nTOP 3 Sonstiges\nC.",
        ["1", "2", "3"],
    ),
    # a heading above all results
    ("Ergebnisse\nTOP 1 Begrüßung\nA.\nTOP 2 Sachstand\nB.", ["1", "2"]),
]


@pytest.mark.parametrize(
    ("results", "expected"), TREATED, ids=[r.split("\n")[0] + "…" + r.split("\n")[2] for r, _ in TREATED]
)
def test_treatments_are_aligned_by_number(results: str, expected: list[str]) -> None:
    text = f"Protokoll\n\nTagesordnung\nTOP 1 Begrüßung\nTOP 2 Sachstand\nTOP 3 Sonstiges\n\n{results}\n"
    assert numbers(parted(text)) == expected


def test_a_treatment_ends_where_the_next_begins() -> None:
    found = parted(protocol("Eins.\n\nZwei.", other="Drei."))
    assert blocks(found, "2") == ["Eins.", "Zwei."]
    assert blocks(found, "3") == ["Drei."]


@pytest.mark.parametrize(
    "before",
    ["Anwesend\nAnja Muster\n\n", ""],
    ids=["behind the attendance", "behind the head"],
)
def test_results_without_an_agenda(before: str) -> None:
    text = f"Protokoll\n\nDatum: 14.05.2024\n\n{before}Ergebnisse\nTOP 1 Begrüßung\nA.\nTOP 2 Sachstand\nB.\n"
    assert numbers(parted(text)) == ["1", "2"]


HEAD_ONLY = "Protokoll\n\nDatum: 14.05.2024\n\n"
UNPLANNED = [
    ("headings", "TOP 1: Begrüßung\nA.\n\nTOP 2: Sachstand\nB.\n", ["1", "2"]),
    ("a table of items", "TOP\tInhalt\tVerantwortlich\n1\tBegrüßung\nA.\n2\tSachstand\nB.\n", ["1", "2"]),
    ("parts of items", "TOP\tErgebnis\n1\tBerichte\nA.\n1.1\tStand\nB.\n2\tSonstiges\nC.\n", ["1", "1.1", "2"]),
    ("a register inside", "TOP\tErgebnis\n1\tBegrüßung\nA.\n7\tStück\n2\tSachstand\nB.\n", ["1", "2"]),
    # what is no text below an item makes it no treatment
    ("an agenda", "TOP 1: Begrüßung\nTOP 2: Sachstand\n", []),
    ("a table of an agenda", "TOP\tThema\tReferent\n1\tBegrüßung\tMuster\n2\tSachstand\tProbe\n", []),
    ("a list in the head", "1. Anlage mit dem Text der Einladung.\n2. Anlage.\n", []),
]


@pytest.mark.parametrize(("results", "expected"), [case[1:] for case in UNPLANNED], ids=[case[0] for case in UNPLANNED])
def test_items_are_treated_where_text_follows_them(results: str, expected: list[str]) -> None:
    assert numbers(parted(HEAD_ONLY + results)) == expected


def test_a_table_of_items_without_text_is_the_agenda() -> None:
    found = parted(HEAD_ONLY + "TOP\tThema\tReferent\n1\tBegrüßung\tMuster\n2\tSachstand\tProbe\n")
    assert planned(found) == [("1", "Begrüßung", "Muster"), ("2", "Sachstand", "Probe")]


def test_the_head_of_a_table_of_results_is_no_title() -> None:
    found = parted(protocol("A.", other="B.", results="TOP\tInhalt\tZuständig\n" + RESULTS))
    assert planned(found)[-1] == ("3", "Sonstiges", None)
    assert numbers(found) == ["1", "2", "3"]


FOUR_COLUMNS = [
    ("Ort\tRathaus\tDatum\t14.05.2024", [("place", "Rathaus"), ("date", "14.05.2024")]),
    ("Ort:\tRathaus\tDatum:\t14.05.2024", [("place", "Rathaus"), ("date", "14.05.2024")]),
    ("Projekt\tRadweg\tDatum\t14.05.2024", [("date", "14.05.2024")]),
    ("Ort\t\tDatum\t14.05.2024", [("date", "14.05.2024")]),
    (
        "Leitung\tMuster\tProtokoll\tProbe\tOrt\tRathaus",
        [("chair", "Muster"), ("minutes", "Probe"), ("place", "Rathaus")],
    ),
    # what is no form
    ("Ort\tRathaus\tMarkt 1", [("place", "Rathaus\tMarkt 1")]),
]


@pytest.mark.parametrize(("line", "expected"), FOUR_COLUMNS, ids=[line for line, _ in FOUR_COLUMNS])
def test_labels_and_values_in_turn(line: str, expected: list[tuple[str, str]]) -> None:
    assert fields(f"ERGEBNISPROTOKOLL\n\n{line}\n\nTagesordnung\n1 Begrüßung\n") == expected


REGISTER = """TOP\tErgebnis\tWer\tBis wann
1\tFrau Holbein begrüßt die Mitglieder.
2\tDie Planung ist abgeschlossen.
2\tPläne versenden\tPetersen\t31.05.2024
\tKosten prüfen\tKrüger\t30.06.2024
3\tSonstiges
Nichts.
"""


def test_a_table_of_results_has_tasks_in_its_rows() -> None:
    found = parted(protocol(results=REGISTER))
    assert numbers(found) == ["1", "2", "3"]
    assert blocks(found, "1") == ["Frau Holbein begrüßt die Mitglieder."]
    assert blocks(found, "2")[0] == "Die Planung ist abgeschlossen."
    tasks = [(t.task.text, t.assignee and t.assignee.text, t.due and t.due.text) for t in section(found, "2").tasks]
    assert tasks[0] == ("Pläne versenden", "Petersen", "31.05.2024")
    assert (section(found, "3").heading.text, blocks(found, "3")) == ("Sonstiges", ["Nichts."])


def test_times_of_items_are_nobody_who_presents() -> None:
    found = parted("Protokoll\n\nTagesordnung\n1\tBegrüßung\t10:00\n2\tSachstand\t10:15 – 11:00 Uhr\n")
    assert planned(found) == [("1", "Begrüßung", None), ("2", "Sachstand", None)]


WRAPPED = """Herr Petersen berichtet über den Stand der Planung und nennt die Kosten der Lei-
tung. Die Werkstatt nimmt den Bericht zur Kenntnis und dankt Herrn Petersen für
seine Arbeit. Die Trasse wird noch geprüft; die Stadt sucht nach einem neuen Weg
durch das Gewerbegebiet.
Frau von Brandt ergänzt, dass der Landkreis die Kosten der Planung trägt, sobald
ein Bescheid vorliegt.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    found = blocks(parted(protocol(WRAPPED)), "2")
    assert len(found) == 2
    assert "Kosten der Leitung. Die Werkstatt" in found[0]
    assert found[1].startswith("Frau von Brandt")


def test_a_paragraph_goes_on_behind_a_page_border() -> None:
    torn = WRAPPED.replace("seine Arbeit.", "\n                      Seite 1 von 2\n\x0c\nseine Arbeit.")
    found = blocks(parted(protocol(torn)), "2")
    assert "für seine Arbeit." in found[0]


def test_points_of_a_list_are_blocks() -> None:
    found = section(parted(protocol("• Eins\n• Zwei\n• Drei")), "2")
    assert [(b.passage.text, b.bullet) for b in found.blocks] == [("Eins", True), ("Zwei", True), ("Drei", True)]


def test_points_of_an_html_list_are_blocks() -> None:
    assert blocks(parted(protocol("<ul><li>Eins</li><li>Zwei</li></ul>")), "2") == ["Eins", "Zwei"]


def test_a_label_begins_a_block() -> None:
    found = blocks(parted(protocol(WRAPPED + "Beschluss: Das Projekt wird empfohlen.\nAbstimmung: 3/0/0")), "2")
    assert found[-2:] == ["Beschluss: Das Projekt wird empfohlen.", "Abstimmung: 3/0/0"]


# --- tables of tasks ------------------------------------------------------------------------------------------------

TABLES = [
    # columns of blanks, a cell that goes on below
    """Aufgabe                            Verantwortlich    Termin
Vorlage des Kostenplanes           J. Petersen       31.05.2024
Versand der Liste an die           S. Krüger         12.06.2024
Mitglieder""",
    # tabs
    "Aufgabe\tVerantwortlich\tTermin\nVorlage des Kostenplanes\tJ. Petersen\t31.05.2024\n"
    "Versand der Liste an die Mitglieder\tS. Krüger\t12.06.2024",
    # another order, other words
    "Wer\tWas\tBis wann\nJ. Petersen\tVorlage des Kostenplanes\t31.05.2024\n"
    "S. Krüger\tVersand der Liste an die Mitglieder\t12.06.2024",
    # Markdown
    "| Aufgabe | Zuständig | Frist |\n| Vorlage des Kostenplanes | J. Petersen | 31.05.2024 |\n"
    "| Versand der Liste an die Mitglieder | S. Krüger | 12.06.2024 |",
    # HTML
    "<table><tr><td>Aufgabe</td><td>Verantwortlich</td><td>Termin</td></tr>"
    "<tr><td>Vorlage des Kostenplanes</td><td>J. Petersen</td><td>31.05.2024</td></tr>"
    "<tr><td>Versand der Liste an die Mitglieder</td><td>S. Krüger</td><td>12.06.2024</td></tr></table>",
]
ROWS = [
    ("Vorlage des Kostenplanes", "J. Petersen", "31.05.2024"),
    ("Versand der Liste an die Mitglieder", "S. Krüger", "12.06.2024"),
]


@pytest.mark.parametrize("table", TABLES, ids=["blanks", "tabs", "order", "markdown", "html"])
def test_a_table_of_tasks_in_an_item(table: str) -> None:
    found = section(parted(protocol(f"Text.\n\n{table}\n\nMehr Text.")), "2")
    assert [(t.task.text, t.assignee and t.assignee.text, t.due and t.due.text) for t in found.tasks] == ROWS
    assert [b.passage.text for b in found.blocks] == ["Text.", "Mehr Text."]


@pytest.mark.parametrize("heading", ["Aufgaben", "Offene Punkte", "To-dos", "Festlegungen"])
def test_a_table_of_tasks_at_the_end(heading: str) -> None:
    found = parted(protocol() + f"\n{heading}\n{TABLES[1]}\n")
    assert [row.task.text for row in found.tasks] == [task for task, _, _ in ROWS]


def test_the_row_of_a_task_is_its_place() -> None:
    found = parted(protocol(TABLES[0]))
    row = section(found, "2").tasks[0].row
    assert " ".join(row.text.split()) == "Vorlage des Kostenplanes J. Petersen 31.05.2024"


# --- the end --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["gez. Holbein", "______________", "Lindenau, den 20.05.2024", "Lindenau, 20. Mai 2024", "Anlagen:", "Verteiler"],
)
def test_signature_and_annexes_belong_to_no_item(line: str) -> None:
    found = parted(protocol(other="Schluss.") + f"\n\n{line}\nAlle Mitglieder\n")
    assert blocks(found, "3") == ["Schluss."]
    assert found.closing


# --- attendance -----------------------------------------------------------------------------------------------------


def test_a_row_goes_on_below() -> None:
    rows = """Anwesend
Anja Muster   Geschäftsführerin, Verband Neiße-   x
              land e. V.
Ole Probe     Stadt Lindenau                      x
"""
    found = parted(protocol(attendance=rows))
    assert [row.cells[1].text for row in found.attendees] == [
        "Geschäftsführerin, Verband Neißeland e. V.",
        "Stadt Lindenau",
    ]


def test_headings_of_an_attendance_list() -> None:
    rows = "Anwesende\n\nMitglieder\nAnja Muster\nOle Probe\n\nGäste\nIna Beispiel\n\nEntschuldigt\nUwe Fern\n"
    found = parted(protocol(attendance=rows))
    assert [(row.cells[0].text, row.headings[-1].text) for row in found.attendees] == [
        ("Anja Muster", "Mitglieder"),
        ("Ole Probe", "Mitglieder"),
        ("Ina Beispiel", "Gäste"),
        ("Uwe Fern", "Entschuldigt"),
    ]


REGISTERS = [
    # the same number of tabs is the same column, however long the cells are
    ("empty cells", "Name\tStelle\tStatus\nAnja Muster\t\tx\n", [("Anja Muster", "x")]),
    ("the name in the second column", "Stelle\tName\tStatus\nAmt\tAnja Muster\tx\n", [("Anja Muster", "Amt", "x")]),
    ("given name and surname", "Name\tVorname\tStelle\nMuster\tAnja\tAmt\n", [("Anja Muster", "Amt")]),
    ("a number before the name", "Nr.\tName\tStelle\n1\tAnja Muster\tAmt\n", [("Anja Muster", "1", "Amt")]),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in REGISTERS], ids=[case[0] for case in REGISTERS])
def test_columns_of_an_attendance_table(rows: str, expected: list[tuple[str, ...]]) -> None:
    found = parted(protocol(attendance=f"Anwesend\n\n{rows}"))
    assert [tuple(cell.text for cell in row.cells) for row in found.attendees] == expected


@pytest.mark.parametrize(
    ("mark", "unticked"),
    [("☐", True), ("", True), ("–", True), ("e", False), ("entschuldigt", False), ("x", False)],
    ids=lambda value: str(value),
)
def test_a_row_without_a_tick_where_others_have_one(mark: str, unticked: bool) -> None:
    rows = f"Name\tStelle\tanwesend\nAnja Muster\tAmt\tx\nOle Probe\tAmt\t{mark}\n"
    found = parted(protocol(attendance=f"Teilnehmer\n\n{rows}"))
    assert [row.unticked for row in found.attendees] == [False, unticked]


def test_no_ticks_at_all_say_nothing() -> None:
    rows = "Name\tStelle\tUnterschrift\nAnja Muster\tAmt\t\nOle Probe\tRat\t\n"
    found = parted(protocol(attendance=f"Teilnehmer\n\n{rows}"))
    assert not any(row.unticked for row in found.attendees)


def test_a_table_of_people_needs_no_heading() -> None:
    found = parted(protocol(attendance="Stelle\tName\tanwesend\nAmt\tAnja Muster\tx\n"))
    assert [row.columns for row in found.attendees] == [("name", "post", "status")]


def test_a_row_of_an_office_table_does_not_go_on_below() -> None:
    rows = "Fraktion A\tAnja Muster\n\tOle Probe\n"
    found = parted(protocol(attendance=f"Anwesend\n\n{rows}"))
    assert [[cell.text for cell in row.cells] for row in found.attendees] == [
        ["Fraktion A", "Anja Muster"],
        ["Ole Probe"],
    ]


def test_a_group_may_stand_beside_its_people() -> None:
    rows = "Mitglieder\tAnja Muster, Ole Probe\nGäste\tIna Beispiel\nLeitung\tUwe Fern\n"
    found = parted(protocol(attendance=f"Anwesend\n\n{rows}"))
    assert [(row.cells[-1].text, [h.text for h in row.headings]) for row in found.attendees] == [
        ("Anja Muster, Ole Probe", ["Anwesend", "Mitglieder"]),
        ("Ina Beispiel", ["Anwesend", "Gäste"]),
        ("Uwe Fern", ["Anwesend"]),
    ]


def test_a_legend_explains_abbreviations() -> None:
    found = parted(protocol(attendance=ATTENDANCE + "\nHSM: Hochschule Musterland; SWL: Stadtwerke Lindenau GmbH\n"))
    assert found.legend is not None
    assert "Stadtwerke Lindenau GmbH" in found.legend.text


# --- nothing is lost ------------------------------------------------------------------------------------------------


def words_of(found: Protocol) -> str:
    """The words of all parts."""
    passages = [*found.title, *found.closing, *found.loose, *([found.legend] if found.legend else [])]
    passages += [p for field in found.fields for p in (field.label, field.value)]
    passages += [cell for row in found.attendees for cell in (*row.headings, *row.cells)]
    passages += [p for item in found.agenda for p in _item(item)]
    for part in found.sections:
        passages += [part.mark, part.heading, *(b.passage for b in part.blocks), *(t.row for t in part.tasks)]
    return " ".join(p.text for p in passages)


def _item(item: PlannedItem) -> list:  # type: ignore[type-arg]
    return [p for p in (item.mark, item.text, item.presenter) if p]


@pytest.mark.parametrize("part", [HEAD, ATTENDANCE, AGENDA, RESULTS], ids=["head", "attendance", "agenda", "results"])
def test_every_word_ends_in_one_of_the_parts(part: str) -> None:
    found = words_of(parted(protocol("Ein Satz.", other="Noch einer.")))
    for word in part.format(item="Ein Satz.", other="Noch einer.").split():
        if word not in ("Tagesordnung", "–"):
            assert word.strip(":") in found
