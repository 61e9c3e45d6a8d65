"""Markdown: marks are taken off, letters keep their places."""

from __future__ import annotations

import pytest
from invented_protocol import cases

from protokollgraph.extract import markdown, reader
from protokollgraph.extract.clean import Line
from protokollgraph.extract.extractor import extract


def texts(source: str) -> list[str]:
    return [line.text for line in markdown.lines(source)]


def only(source: str) -> Line:
    (line,) = markdown.lines(source)
    return line


INLINE = [
    ("Das **Projekt** wird", "Das Projekt wird"),
    ("Das __Projekt__ wird", "Das Projekt wird"),
    ("Das *Projekt* wird", "Das Projekt wird"),
    ("Das _Projekt_ wird", "Das Projekt wird"),
    ("Das ***[Projekt](x)*** wird", "Das Projekt wird"),
    ("siehe [Anlage 1](https://x.example/a_b_c.pdf 'PDF')", "siehe Anlage 1"),
    ("siehe [Anlage 1][a]", "siehe Anlage 1"),
    ("siehe <https://x.example/a>", "siehe https://x.example/a"),
    ("vorher ![Wappen](w.png) nachher", "vorher  nachher"),
    ("Muster[^1] kommt", "Muster kommt"),
    ("der Befehl `ja`", "der Befehl ja"),
    ("um ~~18~~ 19 Uhr", "um  19 Uhr"),
    (r"2024\. Bürger\*innen", "2024. Bürger*innen"),
    ("eins<!-- zwei --> drei", "eins drei"),
    ("> Die AG stimmt zu.", "Die AG stimmt zu."),
    ("## Ergebnisse ##", "Ergebnisse"),
    # what is no mark
    ("Bürger*innen und Schüler*innen", "Bürger*innen und Schüler*innen"),
    ("datei_name_neu.pdf", "datei_name_neu.pdf"),
    ("3 * 4 * 5", "3 * 4 * 5"),
    ("[x] Anja Muster", "[x] Anja Muster"),
    ("5 > 3", "5 > 3"),
    ("Antrag [2024/17] angenommen", "Antrag [2024/17] angenommen"),
]


@pytest.mark.parametrize(("source", "expected"), cases(INLINE, {}))
def test_marks_are_taken_off(source: str, expected: str) -> None:
    assert texts(source) == [expected]


@pytest.mark.parametrize("source", [source for source, _ in INLINE])
def test_every_letter_keeps_its_place(source: str) -> None:
    line = only(source)
    assert all(letter == source[place] for letter, place in zip(line.text, line.passage.origin, strict=True))


BLOCKS = [
    ("rules", "eins\n\n---\n\nzwei\n\n* * *\n\ndrei", ["eins", "zwei", "drei"]),
    ("tables", "| a | b |\n|---|:-:|\n| c | d |", ["| a | b |", "| c | d |"]),
    ("a table without outer bars", "a | b\n--- | ---\nc | d", ["a | b", "c | d"]),
    ("comments over lines", "eins\n<!-- zwei\ndrei -->\nvier", ["eins", "vier"]),
    ("code", "```text\neins\n```\nzwei", ["eins", "zwei"]),
    ("definitions", "eins\n[a]: https://x.example\nzwei", ["eins", "zwei"]),
    ("a footnote", "eins\n\n[^1]: siehe Anlage", ["eins", "siehe Anlage"]),
    ("bullets", "- eins\n* zwei\n+ drei", ["eins", "zwei", "drei"]),
    ("a hard break", "Datum: 14.05.\\\nOrt: Rathaus", ["Datum: 14.05.", "Ort: Rathaus"]),
]


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_lines(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_underlined_lines_are_headings() -> None:
    found = markdown.lines("Protokoll\n=========\nText\n\nErgebnisse\n---\nText\n\n- a\n---\n")
    assert [(line.text, line.heading) for line in found] == [
        ("Protokoll", True),
        ("Text", False),
        ("Ergebnisse", True),
        ("Text", False),
        ("a", False),
    ]


NUMBERS = [
    ("one number for all", "1. a\n1. b\n\n1. c", ["1. a", "2. b", "3. c"]),
    ("counted", "1. a\n2. b\n3. c", ["1. a", "2. b", "3. c"]),
    ("another start", "7. a\n7. b", ["7. a", "8. b"]),
    ("a list in a list", "1. a\n   1. b\n   1. c\n1. d", ["1. a", "1. b", "1. c", "2. d"]),
    ("bullets between", "1. a\n   - x\n1. b", ["1. a", "x", "2. b"]),
    ("text between", "1. a\n\nText\n\n1. b", ["1. a", "Text", "1. b"]),
]


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS])
def test_numbers_of_lists(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


TOLD = [
    ("a heading", b"# Protokoll\n\nText", "text/markdown"),
    ("a table", b"a | b\n--- | ---\nc | d\n", "text/markdown"),
    ("bold print", b"**Datum:** heute\n**Ort:** hier\n", "text/markdown"),
    ("a number sign", b"Raum #3 und #4\n", "text/plain"),
    ("stars", b"* eins\n** zwei\n", "text/plain"),
    ("lines", b"Protokoll\n---------\n- eins\n", "text/plain"),
    ("a page", b"<!doctype html><html><body># Protokoll</body></html>", "text/html"),
]


@pytest.mark.parametrize(("data", "media_type"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_markdown_is_told_by_its_marks(data: bytes, media_type: str) -> None:
    assert reader.read_bytes("p", data).media_type == media_type


def test_evidence_points_into_the_source() -> None:
    source = "# Protokoll\n\n**Datum:** 14.05.2024\n\n## Tagesordnung\n\n1. Begrüßung\n1. *Stand* des Radwegs\n"
    found = extract(reader.read_bytes("p.md", source.encode()))
    assert [(item.number, item.title) for item in found.agenda] == [("1", "Begrüßung"), ("2", "Stand des Radwegs")]
    spans = [item.evidence.span for item in found.agenda]
    assert [source[span.start : span.end] for span in spans] == ["Begrüßung", "Stand* des Radwegs"]
