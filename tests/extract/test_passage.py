"""Passages: readable text that knows where each of its code points stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_protocol import passage

from protokollgraph.extract.passage import SOFT_BREAK, Passage, join, whole
from protokollgraph.model import Span


def lines_of(source: str) -> list[Passage]:
    """Each line of a source as a passage."""
    found, at = [], 0
    for line in source.split("\n"):
        found.append(whole(source, at, at + len(line)).strip())
        at += len(line) + 1
    return found


def printed(found: Passage, start: int = 0, end: int | None = None) -> str:
    span = found.span(start, end)
    return found.source[span.start : span.end]


JOINED = [
    # a syllable goes on below
    ("Tages-\nordnung", "Tagesordnung"),
    ("Die Frist ver-\nlängert sich", "Die Frist verlängert sich"),
    # a double name, a compound with a proper name
    ("Wuschech-\nKolm", "Wuschech-Kolm"),
    ("Spree-\nNeiße", "Spree-Neiße"),
    # the second word of two that share their end
    ("Bau-\nund Ordnungsausschuss", "Bau- und Ordnungsausschuss"),
    ("Haupt-\noder Nebenstelle", "Haupt- oder Nebenstelle"),
    ("Vor-\nbzw. Hauptprüfung", "Vor- bzw. Hauptprüfung"),
    # a soft hyphen says itself that it is none
    ("Tages\u00ad\nordnung", "Tagesordnung"),
    ("Nord\u00ad\nOst", "NordOst"),
    # a slash binds as it stands
    ("Dubrauheide/\nDubrawska Góla", "Dubrauheide/Dubrawska Góla"),
    # a dash is no hyphen
    ("Beginn -\nEnde", "Beginn - Ende"),
    ("2024-\nheute", "2024- heute"),
    ("Aufgabe\nund Frist", "Aufgabe und Frist"),
    # an empty line says nothing
    ("Aufgabe\n\nFrist", "Aufgabe Frist"),
]


@pytest.mark.parametrize(("source", "expected"), JOINED, ids=[expected for _, expected in JOINED])
def test_lines_of_a_paragraph_are_joined(source: str, expected: str) -> None:
    assert join(lines_of(source)).text == expected


@pytest.mark.parametrize(("source", "expected"), JOINED, ids=[expected for _, expected in JOINED])
def test_every_letter_of_joined_lines_keeps_its_place(source: str, expected: str) -> None:
    joined = join(lines_of(source))
    assert len(joined.origin) == len(joined.text)
    for letter, place in zip(joined.text, joined.origin, strict=True):
        assert letter == source[place] or letter == " "


def test_the_span_of_a_joined_word_holds_the_hyphen_and_the_line_break() -> None:
    joined = join(lines_of("um die Tages-\nordnung geht es"))
    start = joined.text.index("Tagesordnung")
    assert printed(joined, start, start + len("Tagesordnung")) == "Tages-\nordnung"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a  b", "a b"),
        ("a\t\tb", "a b"),
        # a no-break space is one
        ("10\u00a0Uhr", "10 Uhr"),
        ("a b", "a b"),
        # where italics begin, a border stays
        (f"Titel {SOFT_BREAK} Anja", f"Titel{SOFT_BREAK}Anja"),
    ],
)
def test_runs_of_white_space_are_squeezed(source: str, expected: str) -> None:
    squeezed = passage(source).squeeze()
    assert squeezed.text == expected
    assert squeezed.origin[-1] == len(source) - 1


def test_a_cut_leaves_white_space_around_it_out() -> None:
    found = passage("  Frist:   Ende Mai  ").cut(8)
    assert (found.text, found.span()) == ("Ende Mai", Span(11, 19))


def test_a_cut_of_nothing_is_empty_and_has_no_place() -> None:
    found = passage("a   b").cut(1, 4)
    assert not found
    with pytest.raises(ValueError, match="empty"):
        found.span()


def test_parts_between_separators_are_stripped_and_empty_ones_kept() -> None:
    parts = passage("Anja ; ; Ole").split(re.compile(";"))
    assert [part.text for part in parts] == ["Anja", "", "Ole"]
    assert printed(parts[2]) == "Ole"


def test_the_place_of_a_torn_passage_is_its_longest_part() -> None:
    # a table's cell goes on below the cells of its row
    source = "Vorlage des Kosten-   N. Kramer   31.05.\nplanes"
    cell = join([whole(source, 0, 19), whole(source, 41, 47)])
    assert cell.text == "Vorlage des Kostenplanes"
    assert printed(cell) == "Vorlage des Kosten"


def test_a_page_head_between_two_lines_is_not_in_the_place() -> None:
    source = "Die Werkstatt\n  Seite 2 von 4\nberät weiter."
    joined = join([whole(source, 0, 13), whole(source, 30, 43)])
    assert joined.text == "Die Werkstatt berät weiter."
    assert printed(joined).strip() == "Die Werkstatt"


@pytest.mark.xfail(strict=True, reason="the line break that became a space is the end of the place: “Die Werkstatt\\n”")
def test_the_place_of_a_torn_passage_ends_in_no_white_space() -> None:
    source = "Die Werkstatt\n  Seite 2 von 4\nberät weiter."
    joined = join([whole(source, 0, 13), whole(source, 30, 43)])
    assert printed(joined) == "Die Werkstatt"


@pytest.mark.xfail(strict=True, reason="it is torn, and its place ends in half a tag: “Die Werkstatt<”")
def test_mark_up_between_two_lines_tears_nothing() -> None:
    source = "<p>Die Werkstatt</p>\n<p>berät</p>"
    joined = join([whole(source, 3, 16), whole(source, 24, 29)])
    assert printed(joined) == "Die Werkstatt</p>\n<p>berät"


PLAIN = st.text(st.sampled_from("ab \t-/äß\u00ad"), max_size=40)


@given(st.lists(PLAIN, max_size=6))
def test_joined_and_squeezed_text_is_always_as_long_as_its_places(parts: list[str]) -> None:
    source = "\n".join(parts)
    joined = join(line.squeeze() for line in lines_of(source)).squeeze()
    assert len(joined.origin) == len(joined.text)
    assert all(0 <= place < len(source) for place in joined.origin)
    if joined:
        span = joined.span()
        assert 0 <= span.start < span.end <= len(source)


@given(PLAIN, st.integers(0, 40), st.integers(0, 40))
def test_what_is_cut_is_what_stands_there(source: str, start: int, end: int) -> None:
    found = passage(source).cut(min(start, len(source)), min(end, len(source)))
    assert "".join(source[place] for place in found.origin) == found.text
