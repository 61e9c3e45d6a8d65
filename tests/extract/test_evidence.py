"""Evidence: every fact has a place in the text, in all examples and behind any formatting; any text can be read."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_protocol import protocol, read

from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.model import Document, EntityKind, Evidence, Extraction

EXAMPLES = {
    item.name: reader.read_bytes(item.name, item.read_bytes())
    for item in sorted(files("protokollgraph").joinpath("examples").iterdir(), key=lambda item: item.name)
    if item.name.endswith(".txt")
}
SHORTEST = min(EXAMPLES.values(), key=lambda document: len(document.text))
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def facts(extraction: Extraction) -> Iterator[tuple[str, Evidence]]:
    """Every evidence of an extraction with what it is for."""
    for what, places in several(extraction):
        assert places, f"no evidence for {what}"
        yield from ((what, where) for where in places)
    for entity in extraction.entities:
        yield from ((entity.name, where) for where in entity.mentions)
    yield from ((item.title, item.evidence) for item in extraction.agenda)
    yield from ((treatment.number, treatment.evidence) for treatment in extraction.treatments)
    yield from ((fact.project, fact.evidence) for fact in extraction.project_facts)
    yield from ((figure.words, figure.evidence) for figure in extraction.figures)
    if extraction.meeting:
        for reference in (extraction.meeting.previous, extraction.meeting.next):
            if reference:
                yield "another meeting", reference.evidence


def several(extraction: Extraction) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The facts that have at least one evidence, and may have more."""
    if extraction.meeting:
        yield "meeting", extraction.meeting.evidence
    yield from ((part.role, part.evidence) for part in extraction.participations)
    yield from ((f"membership {member.role}", member.evidence) for member in extraction.memberships)
    yield from ((decision.words, decision.evidence) for decision in extraction.decisions)
    yield from ((task.words, task.evidence) for task in extraction.tasks)


def assert_sound(extraction: Extraction) -> None:
    """Every place is inside the text, and every key leads somewhere."""
    text = extraction.document.text
    for what, where in facts(extraction):
        assert 0 <= where.span.start < where.span.end <= len(text), what
        assert 0.0 <= where.confidence <= 1.0, what
        assert re.fullmatch(r"[a-z]+\.[a-z-]+", where.rule), where.rule
    for finding in extraction.findings:
        assert finding.span is None or 0 <= finding.span.start < finding.span.end <= len(text), finding
    assert keys(extraction) <= {entity.key for entity in extraction.entities}


def keys(extraction: Extraction) -> set[str]:
    """Every key that a fact uses."""
    used: list[str | None] = [extraction.meeting.body if extraction.meeting else None]
    for part in extraction.participations:
        used += [part.person, part.organisation, part.substitutes_for]
    for member in extraction.memberships:
        used += [member.person, member.organisation]
    for treatment in extraction.treatments:
        used += [*treatment.projects, *treatment.papers]
    for fact in extraction.project_facts:
        used += [fact.project, fact.programme, fact.sponsor, fact.lead]
    for decision in extraction.decisions:
        used += [decision.body, decision.addressee, *decision.concerns]
    used += [task.assignee for task in extraction.tasks]
    used += [entity.part_of for entity in extraction.entities]
    return {key for key in used if key}


def letters(text: str) -> set[str]:
    """The letters of a text, upper and lower case alike."""
    return {letter for letter in text.casefold() if letter.isalpha()}


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_place_in_an_example_is_inside_the_text(name: str) -> None:
    extraction = extract(EXAMPLES[name])
    assert_sound(extraction)
    assert extraction.decisions
    assert extraction.treatments


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_place_is_blank(name: str) -> None:
    extraction = extract(EXAMPLES[name])
    for what, where in facts(extraction):
        assert extraction.document.text[where.span.start : where.span.end].strip(), what


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_mention_shares_letters_with_a_name_of_its_entity(name: str) -> None:
    extraction = extract(EXAMPLES[name])
    for entity in extraction.entities:
        known = letters(" ".join([entity.name, *entity.aliases, entity.title or ""]))
        for where in entity.mentions:
            printed = extraction.document.text[where.span.start : where.span.end]
            assert letters(printed) & known, (entity.name, printed)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_surname_or_the_function_of_a_person_is_printed_at_the_mention(name: str) -> None:
    extraction = extract(EXAMPLES[name])
    functions = {(m.person, m.role) for m in extraction.memberships}
    for entity in extraction.entities:
        if entity.kind is EntityKind.PERSON and entity.person:
            for where in entity.mentions:
                printed = re.sub(r"-\s*\n\s*|\s+", "", extraction.document.text[where.span.start : where.span.end])
                names = [entity.person.family, *(alias.split(" ")[-1] for alias in entity.aliases)]
                found = any(re.sub(r"[\s-]", "", part) in printed.replace("-", "") for part in names)
                assert found or (entity.key, printed) in functions, (entity.name, printed)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_the_same_every_time(name: str) -> None:
    assert extract(EXAMPLES[name]) == extract(EXAMPLES[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_keys_of_an_example_are_unique(name: str) -> None:
    found = [entity.key for entity in extract(EXAMPLES[name]).entities]
    assert len(found) == len(set(found))


# --- formatting -----------------------------------------------------------------------------------------------------

MARKS = [
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p>",
    "</p>",
    "<br>",
    "<span class='x'>",
    "&nbsp;",
    "&amp;",
    "• ",
    "\u00ad",
    "\r\n",
    "  ",
    "\t",
]


def with_marks(text: str, marks: list[tuple[int, str]]) -> str:
    """The text with marks put into its gaps between words."""
    gaps = [match.end() for match in re.finditer(r"\s", text)]
    for at, mark in sorted(marks, key=lambda pair: -(pair[0] % len(gaps))):
        place = gaps[at % len(gaps)]
        text = text[:place] + mark + text[place:]
    return text


@SLOW
@given(
    st.sampled_from(sorted(EXAMPLES)), st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(MARKS)), max_size=40)
)
def test_formatting_anywhere_leaves_every_place_sound(name: str, marks: list[tuple[int, str]]) -> None:
    text = with_marks(EXAMPLES[name].text, marks)
    assert_sound(extract(Document(name, text, "0")))


TORN = """Aufgabe                              Verantwortlich             Termin
Vorlage des Kostenplanes             J. Petersen                31.05.2024
Versand der Liste {}                 S. Krüger                  Ende Mai
"""


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param("<b>", id="<b>"),
        pytest.param("</p>", id="</p>"),
        pytest.param("&nbsp;", id="&nbsp;"),
        pytest.param(" <i> ", id="<i>"),
    ],
)
def test_formatting_in_the_gap_of_a_table_tears_nothing(mark: str) -> None:
    assert_sound(read(protocol(TORN.format(mark))))


@SLOW
@given(st.sampled_from([("<b>", "</b>"), ("<i>", "</i>"), ("<span>", "</span>"), ("<u>", "</u>")]), st.integers(0, 500))
def test_formatting_around_a_word_changes_no_decision(pair: tuple[str, str], at: int) -> None:
    text = protocol("Die Werkstatt empfiehlt das Projekt „Wärmering Lindenau“ einstimmig zur Förderung.")
    plain = read(text)
    found = [match for match in re.finditer(r"\w+", text) if match.start() > text.index("empfiehlt") - 20]
    word = found[at % len(found)]
    marked = read(text[: word.start()] + pair[0] + word.group() + pair[1] + text[word.end() :])
    assert_sound(marked)
    assert [(d.kind, d.method, d.outcome) for d in marked.decisions] == [
        (d.kind, d.method, d.outcome) for d in plain.decisions
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old printers"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_line_ends_change_no_fact(name: str, end: str) -> None:
    plain = extract(EXAMPLES[name])
    other = extract(Document(name, EXAMPLES[name].text.replace("\r\n", "\n").replace("\n", end), "0"))
    assert_sound(other)
    assert [d.words for d in other.decisions] == [d.words for d in plain.decisions]
    assert [e.name for e in other.entities] == [e.name for e in plain.entities]
    assert [(t.assignee, t.due) for t in other.tasks] == [(t.assignee, t.due) for t in plain.tasks]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_byte_order_mark_moves_every_place_by_one(name: str) -> None:
    plain = extract(EXAMPLES[name])
    other = extract(Document(name, "\ufeff" + EXAMPLES[name].text, "0"))
    assert_sound(other)
    assert [d.evidence[0].span.start - 1 for d in other.decisions] == [
        d.evidence[0].span.start for d in plain.decisions
    ]


# --- anything at all ------------------------------------------------------------------------------------------------

PRINTED = """Protokoll|Werkstatt|Tagesordnung|TOP|1|2|3.1|Beschluss:|einstimmig|empfohlen|Herr|Frau|Dr.|Muster|Anja
Datum:
14.05.2024|31.02.2024|10:00 Uhr|„Seeblick“|(Träger: Stadt Lindenau)|Ja: 3|12/2/1|•|-|gez.|Anwesend:|<p>|</td>|&bdquo;
Seite 2 von 3"""
WORDS = st.sampled_from(
    [*re.split(r"[|\n]", PRINTED), "\n", "\n\n", "\t", "  ", "-\n", "\x0c", "Aufgabe\tWer\tTermin", "Kosten\tAnja\tMai"]
)


@SLOW
@given(st.lists(WORDS, max_size=120).map(" ".join))
def test_words_of_minutes_in_any_order_are_read(text: str) -> None:
    assert_sound(read(text))


@SLOW
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert_sound(extract(Document("x.txt", text, "0")))


HOSTILE = [
    ("control characters", "".join(map(chr, range(1, 32))) * 20),
    ("unbalanced tags", "<p><b><table><tr><td>Protokoll</i></p></ul>" * 50),
    ("open tags", "<" * 500 + "Protokoll"),
    ("open brackets", "Beschluss: " + "(" * 2000),
    ("open quotes", "Das Projekt " + "„" * 2000),
    ("a long line", "Die Werkstatt empfiehlt das Projekt. " * 100),
    ("a long line in an item", protocol("Die Werkstatt empfiehlt das Projekt. " * 300)),
    ("a long word", "Werkstatt" * 400),
    ("many numbers", "1.1.1.1 " * 400),
    ("many blank lines", "\n" * 20_000),
    ("many blanks", "Protokoll" + " " * 50_000 + "Ende"),
    ("many tabs", "Anwesend\n" + "\t" * 20_000 + "Anja Muster"),
    ("right to left", "\u202eProtokoll\u202c der \u200fWerkstatt\u200e 4\n\nDatum: 14.05.2024\n"),
    ("joiners and marks", "P\u0301r\u0308o\u200dt\u200cokoll\ufeff der Werkstatt 4"),
    ("outside the basic plane", "Protokoll 🏛️ der Werkstatt 4\n\nDatum: 14.05.2024\nLeitung: Anja 𝓜uster"),
    ("entities", "&amp;&#0;&#x110000;&#1114111;&#xD800;&nosuch;" * 20),
    ("only headings", "Tagesordnung\nErgebnisse\nAnwesend\nAufgaben\n" * 100),
    ("many items", "Tagesordnung\n" + "".join(f"TOP {n} Punkt\n" for n in range(1, 400))),
    ("commas", "Anwesend: " + ", " * 1000),
    ("dots", "Herr A. " * 400),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[what for what, _ in HOSTILE])
def test_hostile_text_is_read(text: str) -> None:
    assert_sound(read(text))


PROSE = "Es war einmal ein Müller, der hatte drei Söhne und eine Mühle am Fluss. "
LONG = [
    # (form, text of about 30 kB)
    ("prose without a head", PROSE.replace(". ", ".\n") * 400),
    ("prose in an item", protocol(PROSE.replace(". ", ".\n") * 400)),
    ("a paragraph in an item", protocol(PROSE * 400)),
    ("decisions in an item", protocol("Die Werkstatt empfiehlt das Projekt.\n" * 800)),
    ("one line without a head", "Die Werkstatt empfiehlt das Projekt. " * 300),
    ("one word", "Werkstatt" * 1200),
    ("numbers in one line", "1.1.1.1 " * 1300),
    ("a long list of people", "Anwesend\n" + PROSE.replace(". ", ".\n") * 700),
]


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=what) for what, text in LONG],
)
def test_a_long_text_is_read_in_time(text: str) -> None:
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 1.5


def test_every_place_of_a_mark_up_example_is_found_behind_it() -> None:
    text = protocol(
        "<p>Die <b>Werkstatt</b> empfiehlt &bdquo;W&auml;rmering&nbsp;Lindenau&ldquo; <i>einstimmig</i>.</p>"
    )
    (decision,) = read(text).decisions
    span = decision.evidence[0].span
    assert text[span.start : span.end].startswith("Die <b>Werkstatt")
    assert text[span.start : span.end].endswith("</i>.")


def test_an_item_whose_heading_is_shorter_than_its_plan_tears_nothing() -> None:
    text = (
        "Ergebnisprotokoll der 3. Sitzung der Werkstatt 2\nDatum: 12.03.2024\n\nTagesordnung\n"
        "TOP 1 Solardach Lindenau am Bahnhof\n\nErgebnisse\nTOP 1 Solardach\n"
        "Das Vorhaben kostet 2,5 Mio. EUR. Solardach Lindenau am Bahnhof ist geplant.\n"
    )
    assert_sound(extract(Document("a.txt", text, "0")))
