"""What is open in a store, and what its protocols say of both sides."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from review_world import BANK, BASE, RAILS, TOWN, TRAINS, UEBIGAU, ZEISIG, ask, build_store

from protokollgraph.errors import JudgementError, StoreError, UsageError
from protokollgraph.graph.build import build
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.layout import cells
from protokollgraph.graph.resolution import Question
from protokollgraph.graph.review.card import card
from protokollgraph.graph.review.desk import review
from protokollgraph.graph.review.listing import as_json, table
from protokollgraph.graph.review.questions import Pair
from protokollgraph.graph.review.sides import Line, Passage, Side

NOW = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("review"))


def say(path: Path, *said: tuple[Kind, str, str]) -> Path:
    journal.append(path, [Judgement(*each) for each in said], BASE, who="Ada", now=NOW)
    return path


def test_the_questions_of_the_build_are_there(store: Path) -> None:
    found = review(store)
    (question,) = found.questions
    assert (question.kind, set(question.iris), question.focus) == ("namesakes", {TOWN, BANK, TRAINS}, "")
    assert len(found.open()) == 3
    assert found.open()[0].question.weight == question.weight > 0


def test_what_is_known_of_a_person(store: Path) -> None:
    side = review(store).sides[TOWN]
    day = "2024-03-12"
    assert (side.kind, side.name, side.mentions, len(side.named_in)) == ("person", "Ruth Quandel", 3, 1)
    assert (side.first, side.last) == (day, day)
    assert side.lines == (Line("post", "Bürgermeisterin, Stadt Musterau", day, day, 1),)
    assert side.bodies == (("Werkstatt 6", 1),)
    assert "Frau Quandel begrüßt die Anwesenden und dankt Frau Übigau." in [
        p.words.text.lstrip("1 ·") for p in side.passages
    ]
    assert side.passages[0].source == "Ergebnisprotokoll der 3. Sitzung der Werkstatt 6"
    assert side.passages[0].protocol.date == day


def test_what_is_known_of_an_organisation(store: Path, tmp_path: Path) -> None:
    other = build_store(tmp_path)
    ask(other, Question("?", (RAILS, "organisation/kreisbank"), "short-form", 2))
    side = review(other).sides[RAILS]
    assert ("people", "Ruth Quandel, Leiterin") in [(line.label, line.text) for line in side.lines]


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        pytest.param([(Kind.SAME, TOWN, BANK)], {(BANK, TRAINS)}, id="same"),
        pytest.param([(Kind.SAME, TOWN, BANK), (Kind.SAME, BANK, TRAINS)], set(), id="all"),
        pytest.param([(Kind.UNSURE, TOWN, BANK)], {(BANK, TRAINS), (TOWN, TRAINS)}, id="unsure"),
    ],
)
def test_what_is_judged_is_not_asked(
    store: Path, tmp_path: Path, said: list[tuple[Kind, str, str]], open_: set[tuple[str, str]]
) -> None:
    path = say(tmp_path / "judgements.tsv", *said)
    found = review(store, path)
    assert open_ <= {pair.key for pair in found.open()}
    assert not {tuple(sorted(each[1:])) for each in said} & {pair.key for pair in found.open()}
    assert bool(found.questions) == bool(open_)
    assert {each[0] for each in said} != {Kind.UNSURE} or len(review(store, path, unsure_too=True).open()) == 3


def test_limit_and_kinds(tmp_path: Path) -> None:
    store = build_store(tmp_path)
    ask(
        store,
        Question("Light?", (UEBIGAU, ZEISIG), "namesakes", 1),
        Question("Heavy?", (TOWN, BANK), "surname-only", 7, TOWN),
    )
    assert [each.text for each in review(store).questions] == ["Heavy?", "Light?"]
    assert [each.text for each in review(store, limit=1).questions] == ["Heavy?"]
    assert [each.text for each in review(store, kinds=["namesakes"]).questions] == ["Light?"]
    with pytest.raises(UsageError, match=r"no kind of question 'ghost'.*surname-only"):
        review(store, kinds=["ghost"])


def test_records_of_authority_files(tmp_path: Path) -> None:
    store = build_store(tmp_path)
    people = tmp_path / "people.csv"
    people.write_text("id,kind,name\nhttps://register.example/7,person,Nele Übigau\n", encoding="utf-8")
    build([tmp_path / "protocols"], store, jobs=1, authorities=[people])
    found = review(store, kinds=["authority"])
    (pair,) = found.open()
    assert (pair.one, pair.other) == (UEBIGAU, "https://register.example/7")
    assert (found.sides[pair.other].name, found.sides[pair.other].kind) == ("Nele Übigau", "record")
    assert json.loads(as_json([pair], found.sides))["questions"][0]["pairs"][0]["record"] is True
    text = card(pair, found.sides[pair.one], found.sides[pair.other])
    assert "list people.csv" in text
    assert "In common" not in text
    judgements = say(tmp_path / "judgements.tsv", (Kind.SAME_AS, UEBIGAU, "https://register.example/7"))
    assert review(store, judgements, kinds=["authority"]).questions == ()


def test_who_is_gone_is_told_as_such(tmp_path: Path) -> None:
    store = build_store(tmp_path)
    ask(store, Question("?", (UEBIGAU, "person/gone-away"), "namesakes", 1))
    side = review(store).sides["person/gone-away"]
    assert (side.kind, side.name, side.mentions) == ("", "gone-away", 0)


def test_stores_and_files_that_cannot_be_used(store: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a server"):
        review("https://sparql.example/query")
    with pytest.raises(StoreError, match="protokollgraph build"):
        review(tmp_path / "nothing")
    broken = tmp_path / "judgements.tsv"
    broken.write_text("what is this\n", encoding="utf-8")
    with pytest.raises(JudgementError, match="line 1"):
        review(store, broken)


def test_list(store: Path) -> None:
    found = review(store)
    rows = table(found.open()).rows
    assert len(rows) == 3
    assert all(row[1] == "namesakes" for row in rows)
    assert {iri for row in rows for iri in row[2:]} == {TOWN, BANK, TRAINS}
    told = json.loads(as_json(found.open(), found.sides))
    assert [len(each["pairs"]) for each in told["questions"]] == [3]
    assert told["questions"][0]["pairs"][0]["together"] == 0
    assert set(told["entities"]) == {TOWN, BANK, TRAINS}
    assert told["entities"][TOWN]["facts"][0]["text"] == "Bürgermeisterin, Stadt Musterau"
    assert told["entities"][TOWN]["passages"][0]["words"][1] == "Ruth Quandel"


@pytest.mark.parametrize("width", [40, 79, 80, 100, 173])
def test_card_fits_and_shows_both(store: Path, width: int) -> None:
    found = review(store)
    pair = next(pair for pair in found.open() if pair.key == tuple(sorted((BANK, TOWN))))
    text = card(pair, found.sides[pair.one], found.sides[pair.other], width=width)
    assert max(map(cells, text.splitlines())) <= width
    whole = " ".join(text.split())
    for shown in ("Bürgermeisterin,", "Kreisbank AG", "minutes of Werkstatt 6", "2024-06-11", "are they one?"):
        assert shown in whole
    assert "In common: minutes of Werkstatt 6. No protocol names both." in whole


def test_card_makes_control_characters_visible(store: Path) -> None:
    wild = "\x1b[31mRot\x07\u202e"
    side = Side(TOWN, "person", wild, (wild,), lines=(Line("post", wild, wild, wild, 1),))
    text = card(Pair(TOWN, BANK, Question(wild, (TOWN, BANK))), side, side)
    assert not any(character in text for character in "\x1b\x07\u202e")


def test_card_emphasises_names(store: Path) -> None:
    found = review(store)
    pair = found.open()[0]
    mark: Callable[[str], str] = "*{}*".format
    text = card(pair, found.sides[pair.one], found.sides[pair.other], bold=mark)
    assert text.splitlines()[2].count("*Ruth Quandel*") == 2
    assert text.count("*") == 4


def test_passages_that_tell_something_come_first(store: Path) -> None:
    passages: tuple[Passage, ...] = review(store, passages=9).sides[TOWN].passages
    assert len({each.words.text for each in passages}) == len(passages)
    told = [bool(each.words.before or each.words.after) for each in passages]
    assert told == sorted(told, reverse=True)
