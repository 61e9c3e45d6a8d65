"""Lines: mark-up removed, page furniture set apart, offsets kept."""

from __future__ import annotations

import pytest

from protokollgraph.extract.clean import TAB, Line, lines
from protokollgraph.extract.passage import SOFT_BREAK


def texts(source: str) -> list[str]:
    return [line.text.replace(SOFT_BREAK, "") for line in lines(source)]


def only(source: str) -> Line:
    (line,) = lines(source)
    return line


MARK_UP = [
    # inline tags
    ("Die <b>Werkstatt</b> tagt", ["Die Werkstatt tagt"]),
    ("Die <strong class='x'>Werkstatt</strong> tagt", ["Die Werkstatt tagt"]),
    ('ein <a href="https://x.example/?a=1&b=2">Verweis</a>', ["ein Verweis"]),
    ("CO<sub>2</sub>-frei", ["CO2-frei"]),
    # blocks end a line
    ("<p>eins</p><p>zwei</p>", ["eins", "zwei"]),
    ("eins<br/>zwei<br>drei", ["eins", "zwei", "drei"]),
    ("<ul><li>eins</li><li>zwei</li></ul>", ["eins", "zwei"]),
    ("<div>eins</div> zwei", ["eins", "zwei"]),
    # cells are columns
    ("<tr><td>Aufgabe</td><td>Termin</td></tr>", ["Aufgabe\tTermin"]),
    # upper case
    ("<P>eins</P>", ["eins"]),
    # unbalanced
    ("<p>eins</b></ul>", ["eins"]),
    # entities
    ("Bau &amp; Ordnung", ["Bau & Ordnung"]),
    ("&bdquo;Seeblick&ldquo;", ["„Seeblick“"]),
    ("F&#246;rderung, F&#xf6;rderung", ["Förderung, Förderung"]),
    ("10&nbsp;Uhr", ["10\u00a0Uhr"]),
    ("&unknown; bleibt", ["&unknown; bleibt"]),
    # Markdown
    ("## Ergebnisse", ["Ergebnisse"]),
    ("Das **Projekt** wird", ["Das Projekt wird"]),
]


@pytest.mark.parametrize(("source", "expected"), MARK_UP, ids=[source[:40] for source, _ in MARK_UP])
def test_formatting_is_removed(source: str, expected: list[str]) -> None:
    assert [text.strip() for text in texts(source)] == expected


@pytest.mark.parametrize(("source", "expected"), MARK_UP, ids=[source[:40] for source, _ in MARK_UP])
def test_every_code_point_keeps_its_place(source: str, expected: list[str]) -> None:
    for line in lines(source):
        assert len(line.text) == len(line.passage.origin)
        for letter, place in zip(line.text, line.passage.origin, strict=True):
            assert letter == source[place] or source[place] in "&<"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<style>p { color: red }</style>",
        "<iframe src='x'>",
        "5 < 7 und 8 > 3",
        "<Name des Trägers>",
        "a<b",
        "AT&T",
    ],
)
def test_what_is_no_formatting_stays_text(source: str) -> None:
    assert texts(source) == [source]


BULLETS = [
    ("• eins", "eins"),
    ("- eins", "eins"),
    ("– eins", "eins"),
    ("* eins", "eins"),
    ("\uf0b7 eins", "eins"),
    ("  ▪ eins", "eins"),
]


@pytest.mark.parametrize(("source", "expected"), BULLETS, ids=[f"U+{ord(s.strip()[0]):04X}" for s, _ in BULLETS])
def test_the_mark_of_a_list_is_cut_off(source: str, expected: str) -> None:
    line = only(source)
    assert (line.text, line.bullet) == (expected, True)


@pytest.mark.parametrize("source", ["-eins", "– 3 –", "*eins*", "10 - 12 Uhr"], ids=["glued", "page", "stars", "range"])
def test_a_dash_alone_makes_no_list(source: str) -> None:
    assert not any(line.bullet for line in lines(source))


def test_several_items_on_one_line_are_parted() -> None:
    assert texts("<ul> • eins • zwei </ul>") == ["eins", "zwei"]


SPACED = [
    ("N I E D E R S C H R I F T", "NIEDERSCHRIFT"),
    ("T a g e s o r d n u n g :", "Tagesordnung:"),
    ("P r o t o k o l l", "Protokoll"),
]


@pytest.mark.parametrize(("source", "expected"), SPACED, ids=[expected for _, expected in SPACED])
def test_letter_spaced_words_are_closed(source: str, expected: str) -> None:
    assert only(source).text.replace(" ", "") == expected


@pytest.mark.parametrize("source", ["a b c", "A B", "x x x x Anja"])
def test_single_letters_are_no_spaced_word(source: str) -> None:
    assert only(source).text == source


PAGES = """Beirat Musterau        Protokoll 12.03.2024
Der Beirat eröffnet
die Sitzung.
                                  Seite 1 von 3
\x0cBeirat Musterau        Protokoll 12.03.2024
Er berät weiter.
                                  Seite 2 von 3
\x0cBeirat Musterau        Protokoll 12.03.2024
Ende.
                                  Seite 3 von 3
"""


def test_page_heads_and_feet_go_where_they_repeat() -> None:
    found = texts(PAGES)
    assert not any("Seite" in text for text in found)
    assert sum("Beirat Musterau" in text for text in found) <= 1
    assert [text for text in found if "Beirat M" not in text] == [
        "Der Beirat eröffnet",
        "die Sitzung.",
        "Er berät weiter.",
        "Ende.",
    ]


def test_a_page_border_is_remembered() -> None:
    assert [line.text for line in lines(PAGES) if line.page_before] == ["Er berät weiter.", "Ende."]


@pytest.mark.parametrize(
    "mark", ["Seite 2", "Seite: 2/6", "Seite 2 von 4", "- 2 -", "– 2 –", "-- 4 of 4 --", "2 von 4", "2/6"]
)
def test_a_page_number_is_no_line(mark: str) -> None:
    assert texts(f"eins\n   {mark}\nzwei") == ["eins", "zwei"]


def test_a_page_number_behind_a_line_is_cut_off() -> None:
    assert texts("Werkstatt 5, Protokoll        Seite 2 von 4\neins") == ["Werkstatt 5, Protokoll", "eins"]


@pytest.mark.parametrize("line", ["12/2/1", "3 von 4 Mitgliedern", "Seite an Seite", "2 von 4 stimmen zu"])
def test_what_only_looks_like_a_page_number_stays(line: str) -> None:
    assert line in texts(f"eins\n{line}\nzwei")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\x85"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert texts(f"eins{end}zwei") == ["eins", "zwei"]


def test_carriage_returns_move_no_offset() -> None:
    source = "eins\r\nzwei\r\ndrei"
    assert [source[s.start : s.end] for s in (line.passage.span() for line in lines(source))] == [
        "eins",
        "zwei",
        "drei",
    ]


def test_empty_lines_are_remembered_and_left_out() -> None:
    found = lines("eins\n\n \nzwei")
    assert [(line.text, line.blank_before) for line in found] == [("eins", False), ("zwei", True)]


def test_nothing_has_no_lines() -> None:
    assert lines("") == []
    assert lines(" \n\t\n\x0c") == []


def test_columns_are_parted_by_tabs_pipes_and_gaps() -> None:
    line = only("Anja Muster   MIL\tanwesend | x")
    assert [cell.text for cell in line.cells] == ["Anja Muster", "MIL", "anwesend", "x"]
    assert [column for column, _ in line.columns()] == [0, 14, TAB, 2 * TAB]


def test_indentation_is_counted() -> None:
    assert only("    eins").indent == 4


def test_headings_are_marked() -> None:
    assert [line.heading for line in lines("# Protokoll\nText")] == [True, False]
