"""What holds for any judgements in any order, and for any bytes in their file."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pyoxigraph
from hypothesis import assume, given
from hypothesis import strategies as st

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements.journal import append, entries, parse, read
from protokollgraph.graph.judgements.judgement import PAIRS, Judgement, Kind
from protokollgraph.graph.judgements.rows import HEADER, faults, tidy, write_row
from protokollgraph.graph.judgements.settled import Judgements, settle

BASE = "https://data.example.org/id/"
NOW = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
FIRST_LINE = 10

PEOPLE = st.sampled_from([f"person/{name}" for name in ("ada", "bo", "cy", "dee", "eli")])
OBJECTS = {
    Kind.SPLIT: st.sampled_from(["minutes.txt", "0123abcd"]),
    Kind.RENAME: st.sampled_from(["Ada Quandel", "Ada Tann"]),
    Kind.HIDE: st.just(""),
    Kind.SAME_AS: st.sampled_from(["https://register.example/3", "https://register.example/7"]),
} | dict.fromkeys(PAIRS, PEOPLE)
SIGNED = {"reason": st.sampled_from(["", "one office"]), "who": st.just("A. Muth"), "when": st.just("2026-03-02")}
JUDGEMENT = st.sampled_from(Kind).flatmap(
    lambda kind: st.builds(Judgement, st.just(kind), PEOPLE, OBJECTS[kind], taken_back=st.booleans(), **SIGNED)
)
JUDGED = st.lists(JUDGEMENT.filter(lambda each: each.subject != each.object), max_size=25).map(
    lambda many: [replace(each, line=n) for n, each in enumerate(many, FIRST_LINE)]
)
CALM = JUDGED.filter(lambda many: isinstance(outcome(many), Judgements))
TEXT = st.text(max_size=12) | st.sampled_from([HEADER, "# no", "same", "no-", "person/ada", "\ufeff", "2026-03-02"])
ROW = st.lists(TEXT, max_size=8).map("\t".join)


def outcome(judgements: list[Judgement]) -> Judgements | set[tuple[int, str]]:
    """What stands, or what is said about the contradictions."""
    try:
        return settle(judgements)
    except JudgementError as error:
        return set(error.faults)


def thing(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement is a word on, told in another way than the program does."""
    match judgement.kind:
        case Kind.RENAME | Kind.HIDE:
            return judgement.kind, judgement.subject
        case Kind.SPLIT | Kind.SAME_AS:
            return judgement.kind, judgement.subject, judgement.object
    return (frozenset(judgement.iris),)


@given(JUDGED, st.randoms(use_true_random=False))
def test_order_matters_only_between_words_on_one_thing(judged: list[Judgement], order: object) -> None:
    piles: dict[tuple[object, ...], list[Judgement]] = {}
    for each in judged:
        piles.setdefault(thing(each), []).append(each)
    turns = [key for key, pile in piles.items() for _ in pile]
    order.shuffle(turns)  # type: ignore[attr-defined]
    shuffled = [piles[key].pop(0) for key in turns]
    assert outcome(shuffled) == outcome(judged)


@given(CALM, CALM)
def test_what_is_appended_is_read(first: list[Judgement], second: list[Judgement]) -> None:
    assume(isinstance(outcome(first + second), Judgements))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "judgements.tsv"
        file.touch()
        append(file, first, BASE, who="nobody", now=NOW)
        settled = append(file, second, BASE, who="nobody", now=NOW)
        assert entries(file, BASE) == (*first, *second)
        assert read(file, BASE) == settled == settle(first + second)
        assert read(file, BASE).digest == settled.digest


@given(CALM)
def test_file_after_itself_changes_nothing(judged: list[Judgement]) -> None:
    once = settle(judged)
    content = "".join(f"{row}\n" for row in (HEADER, *map(write_row, judged))).encode()
    twice = settle(parse(content * 2, "judgements.tsv", BASE))
    assert twice == once
    assert twice.digest == once.digest
    assert twice.idle == once.idle


@given(JUDGED, st.randoms(use_true_random=False))
def test_all_taken_back_is_nothing_judged(judged: list[Judgement], order: object) -> None:
    backs = [each.reversed() for each in judged if not each.taken_back]
    order.shuffle(backs)  # type: ignore[attr-defined]
    assert settle(judged + backs) == Judgements()


@given(CALM, JUDGEMENT)
def test_judgement_on_a_new_thing_can_be_taken_back(judged: list[Judgement], new: Judgement) -> None:
    assume(not new.taken_back and new.subject != new.object)
    assume(thing(new) not in {thing(each) for each in judged})
    assert settle([*judged, new, new.reversed()]) == settle(judged)


@given(JUDGED)
def test_groups_and_what_is_apart_are_those_of_plain_logic(judged: list[Judgement]) -> None:
    settled = outcome(judged)
    assume(isinstance(settled, Judgements))
    assert isinstance(settled, Judgements)
    groups = {frozenset([iri]) for pair in settled.same | settled.different for iri in pair}
    for pair in settled.same:
        met = {group for group in groups if group & set(pair)}
        groups = (groups - met) | {frozenset().union(*met)}
    assert {frozenset(group) for group in settled.groups()} == {group for group in groups if len(group) > 1}
    apart = {
        (min(min(one), min(other)), max(min(one), min(other)))
        for one, other in combinations(groups, 2)
        if any(set(pair) & one and set(pair) & other for pair in settled.different)
    }
    assert settled.apart() == apart
    assert all(one != other for one, other in apart)


@given(st.lists(ROW, max_size=6).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refused(content)


@given(st.data(), JUDGEMENT)
def test_any_field_is_read_or_refused(data: st.DataObject, judgement: Judgement) -> None:
    fields = write_row(judgement).split("\t")
    fields[data.draw(st.integers(0, 5))] = data.draw(TEXT)
    read_or_refused("\t".join(fields).encode("utf-8", "surrogatepass"))


def read_or_refused(content: bytes) -> None:
    try:
        settle(parse(content, "judgements.tsv", BASE))
        said = ""
    except JudgementError as error:
        said = str(error)
    assert not said or said.startswith("judgements.tsv: line ")
    assert not said or said.isprintable()


@given(st.builds(Judgement, st.sampled_from(Kind), *[st.text()] * 5, st.booleans()))
def test_what_can_stand_can_be_written_and_read(judgement: Judgement) -> None:
    tidied = tidy(judgement, BASE)
    assert tidy(tidied, BASE) == tidied
    signed = replace(tidied, when="2026-03-02", who=tidied.who or "A. Muth", subject="person/ada")
    if not list(faults(signed, BASE)):
        assert parse(write_row(signed).encode(), "judgements.tsv", BASE) == (signed,)


@given(
    st.sampled_from(["http", "https"]),
    st.text(st.characters(codec="utf-8") | st.sampled_from(".:/%?#[]@4f"), min_size=1),
)
def test_what_is_taken_for_an_iri_is_one(scheme: str, rest: str) -> None:
    judged = Judgement(Kind.SAME_AS, "person/ada", f"{scheme}://{rest}", who="A. Muth", when="2026-03-02")
    if not list(faults(judged, BASE)):
        line = f"<https://a.example/s> <https://a.example/p> <{judged.object}> ."
        (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        assert quad.object.value == judged.object
