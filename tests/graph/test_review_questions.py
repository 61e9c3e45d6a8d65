"""What is asked and in which order, and what is not asked because answers imply it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements, settle
from protokollgraph.graph.resolution import Question
from protokollgraph.graph.review.questions import Answers, pairs, relative, still_open, weighed

A, B, C, D = (f"person/{letter}" for letter in "abcd")
ALL = Question("Muth: are they one?", (A, B, C, D), "namesakes", 5)
RECORD = "https://register.example/7"
LISTED = Question("A. Muth may be listed: which?", (A,), "authority", 2, A, ((RECORD, "Ada Muth", "people.csv"),))
WHO = Question("A. Muth: are they one?", (A, B, C), "given-name", 3, A)


def judged(*said: tuple[str, str, str]) -> Judgements:
    return settle(Judgement(Kind(kind), one, other) for kind, one, other in said)


def keys(question: Question, *said: tuple[str, str, str], unsure: bool = False) -> list[str]:
    """The pairs that are still open, as "ab"."""
    left = still_open(pairs([question], {}), Answers(judged(*said)), unsure=unsure)
    return [pair.one[-1] + pair.other[-1] for pair in left]


@pytest.mark.parametrize(
    ("question", "said", "left"),
    [
        pytest.param(ALL, [], ["ab", "ac", "bc", "ad", "bd", "cd"], id="every-pair-once"),
        pytest.param(ALL, [("same", A, B), ("same", B, C)], ["ad", "bd", "cd"], id="the-same-is-transitive"),
        pytest.param(ALL, [("same", A, B), ("different", A, C)], ["ad", "bd", "cd"], id="different-parts-groups"),
        pytest.param(
            ALL, [("same", A, B), ("same", C, D), ("different", A, C)], [], id="different-parts-groups-of-two"
        ),
        pytest.param(ALL, [("unsure", A, B)], ["ac", "bc", "ad", "bd", "cd"], id="unsure-is-not-asked-again"),
        pytest.param(
            ALL, [("same", A, "person/x"), ("same", "person/x", B)], ["ac", "bc", "ad", "bd", "cd"], id="through-others"
        ),
        pytest.param(WHO, [], ["ab", "ac"], id="only-about-the-one-in-question"),
        pytest.param(WHO, [("same", A, B)], [], id="who-it-is-was-said"),
        pytest.param(WHO, [("different", A, B)], ["ac"], id="who-it-is-not-was-said"),
        pytest.param(WHO, [("same", A, B), ("different", B, C)], [], id="and-who-it-is-not"),
    ],
)
def test_still_open(question: Question, said: list[tuple[str, str, str]], left: list[str]) -> None:
    assert keys(question, *said) == left


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        pytest.param([], True, id="nothing"),
        pytest.param([("same-as", A, RECORD)], False, id="it-is"),
        pytest.param([("same-as", A, "https://register.example/8")], True, id="another-one"),
        pytest.param([("same-as", B, RECORD), ("same", A, B)], False, id="who-is-the-same-is"),
        pytest.param([("same-as", B, RECORD), ("different", A, B)], False, id="somebody-else-is"),
    ],
)
def test_records_of_authority_files(said: list[tuple[str, str, str]], is_open: bool) -> None:
    (pair,) = pairs([LISTED], {})
    assert (pair.one, pair.other, pair.of_record) == (A, RECORD, True)
    assert keys(LISTED, *said) == (["a7"] if is_open else [])


def test_two_who_are_one_record_are_one() -> None:
    answers = Answers(judged(("same-as", A, RECORD), ("same-as", B, RECORD), ("different", B, C)))
    assert (answers.of(A, B), answers.of(A, C), answers.of(C, RECORD)) == (Kind.SAME, Kind.DIFFERENT, Kind.DIFFERENT)


def test_unsure_is_asked_again_on_request() -> None:
    assert keys(WHO, ("unsure", A, B), ("different", A, C), unsure=True) == ["ab"]
    assert keys(WHO, ("unsure", A, B), ("unsure", A, C), unsure=True) == ["ab", "ac"]
    assert keys(WHO, ("unsure", A, B), ("unsure", A, C)) == []


def test_order_is_weight_then_mentions() -> None:
    light = Question("Abel: are they one?", ("person/x", "person/y"), "namesakes", 1)
    found = pairs([light, WHO, ALL], {D: 9, C: 4, A: 1})
    assert [(pair.one, pair.other) for pair in found[:3]] == [(D, C), (D, A), (C, A)]
    assert found[-1].question == light
    # Each pair once, with the weightier of the questions that ask it.
    assert sum(pair.key == (A, B) for pair in found) == 1
    assert weighed([light, ALL]) == [ALL, light]


def test_questions_become_relative() -> None:
    base = "https://x.example/id/"
    (found,) = relative([Question("?", (base + A, base + B), focus=base + A)], base)
    assert (found.iris, found.focus) == ((A, B), A)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.data())
def test_answering_in_order_finds_the_truth_and_asks_nothing_that_follows(
    truth: list[int], data: st.DataObject
) -> None:
    who = {f"person/{n}": group for n, group in enumerate(truth)}
    mentions = {iri: data.draw(st.integers(0, 9)) for iri in who}
    asked = pairs([Question("?", tuple(who))], mentions)
    said: list[Judgement] = []
    while left := list(still_open(asked, Answers(settle(said)))):
        pair = left[0]
        said.append(Judgement(Kind.SAME if who[pair.one] == who[pair.other] else Kind.DIFFERENT, *pair.key))
    answers = Answers(settle(said))
    for pair in asked:
        assert answers.of(pair.one, pair.other) is (Kind.SAME if who[pair.one] == who[pair.other] else Kind.DIFFERENT)
    groups = len(set(truth))
    # One pair for everybody who joins a group, and each pair of groups at most once.
    assert len(said) <= (len(truth) - groups) * groups + groups * (groups - 1) // 2
