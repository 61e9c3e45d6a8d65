"""Questions and answers by keys, with a file of judgements behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from review_world import BANK, BASE, TOWN, TRAINS

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.resolution import Question
from protokollgraph.graph.review.desk import Review
from protokollgraph.graph.review.dialogue import Dialogue
from protokollgraph.graph.review.questions import pairs
from protokollgraph.graph.review.sides import Side, of_record

QUESTION = Question("Ruth Quandel: are they one?", (BANK, TOWN, TRAINS), "namesakes", 6)
SIDES = {iri: Side(iri, "person", "Ruth Quandel") for iri in QUESTION.iris}
NOW = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


def talk(path: Path, keys: list[str], reason: str = "") -> tuple[str, list[str], list[str]]:
    """What was said at the end, what was shown, and the words that were written."""

    def judge(judgement: Judgement) -> Judgements:
        return journal.append(path, [judgement], BASE, who="Ada", now=NOW)

    shown: list[str] = []
    waiting: Iterator[str] = iter(keys)

    def key() -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    review = Review(BASE, (QUESTION,), tuple(pairs([QUESTION], {})), SIDES)
    said = Dialogue(review, judge, shown.append, key, reason).run()
    written = journal.entries(path, BASE) if path.exists() else ()
    return said, shown, [f"{each.word} {each.subject[7:]} {each.object[7:]}" for each in written]


BT, BV, TV = (
    "ruth-quandel ruth-quandel-stadt-musterau",
    "ruth-quandel ruth-quandel-verkehrsverbund",
    "ruth-quandel-stadt-musterau ruth-quandel-verkehrsverbund",
)


@pytest.mark.parametrize(
    ("keys", "said", "written"),
    [
        pytest.param(["y", "y"], "2 answered (2 same), none left.", [f"same {BT}", f"same {BV}"], id="yes"),
        pytest.param(
            ["j", "n"], "2 answered (1 same, 1 different), none left.", [f"same {BT}", f"different {BV}"], id="ja"
        ),
        pytest.param(
            ["n", "n", "u"],
            "3 answered (2 different, 1 unsure), none left.",
            [f"different {BT}", f"different {BV}", f"unsure {TV}"],
            id="unsure",
        ),
        pytest.param(["s", "y", "q"], "1 answered (1 same), 2 left.", [f"same {BV}"], id="skip-and-quit"),
        pytest.param(["s", "s", "s"], "Nothing was answered.", [], id="skip-all"),
        pytest.param(["q"], "Nothing was answered.", [], id="quit"),
        pytest.param([], "Nothing was answered.", [], id="end-of-input"),
        pytest.param(["\x03"], "Nothing was answered.", [], id="control-c"),
        pytest.param(
            ["x", "\x1b[A", "N", "q"], "1 answered (1 different), 2 left.", [f"different {BT}"], id="other-keys"
        ),
        pytest.param(["nq"], "1 answered (1 different), 2 left.", [f"different {BT}"], id="keys-that-come-at-once"),
        pytest.param(
            ["y", "b", "n", "q"],
            "1 answered (1 different), 2 left.",
            [f"same {BT}", f"no-same {BT}", f"different {BT}"],
            id="back",
        ),
        pytest.param(["b", "y", "q"], "1 answered (1 same), 2 left.", [f"same {BT}"], id="back-before-anything"),
        pytest.param(
            ["s", "b", "y", "q"], "1 answered (1 same), 2 left.", [f"same {BT}"], id="back-to-what-was-skipped"
        ),
    ],
)
def test_talk(tmp_path: Path, keys: list[str], said: str, written: list[str]) -> None:
    told, _, found = talk(tmp_path / "judgements.tsv", keys)
    assert (told, found) == (said, written)


def test_what_is_shown(tmp_path: Path) -> None:
    _, shown, _ = talk(tmp_path / "judgements.tsv", ["y", "n"])
    text = "\n".join(shown)
    assert "── 3 left · namesakes · 6 mentions ──" in text
    assert "── 2 left · " in text
    assert "Are they one?  [y]es  [n]o  [u]nsure  [s]kip  [b]ack  [q]uit" in text
    assert "  yes, one" in shown
    assert "  no, two" in shown


def test_an_answer_says_why(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    talk(path, ["n", "q"])
    talk(path, ["n", "q"], reason="one room")
    assert [each.reason for each in journal.entries(path, BASE)] == [f"asked: {QUESTION.text}", "one room"]
    assert {each.who for each in journal.entries(path, BASE)} == {"Ada"}


def test_a_record_can_only_be_the_one(tmp_path: Path) -> None:
    path, record = tmp_path / "judgements.tsv", "https://register.example/7"
    question = Question("Listed?", (TOWN,), "authority", 3, TOWN, ((record, "Ruth Quandel", "people.csv"),))
    sides = {TOWN: SIDES[TOWN], record: of_record(*question.records[0])}
    shown: list[str] = []

    def judge(judgement: Judgement) -> Judgements:
        return journal.append(path, [judgement], BASE, who="Ada", now=NOW)

    review = Review(BASE, (question,), tuple(pairs([question], {})), sides)
    waiting = iter("nuyb")
    said = Dialogue(review, judge, shown.append, lambda: next(waiting)).run()
    assert said == "1 answered (1 same-as), none left."
    assert [(each.word, each.subject, each.object) for each in journal.entries(path, BASE)] == [
        ("same-as", TOWN, record)
    ]
    text = "\n".join(shown)
    assert "Are they one?  [y]es  [s]kip  [b]ack  [q]uit" in text
    assert "list people.csv" in text


def test_an_answer_that_cannot_be_written_is_told_and_the_talk_goes_on(tmp_path: Path) -> None:
    path, shown, waiting = tmp_path / "judgements.tsv", list[str](), iter("yyq")

    def judge(judgement: Judgement) -> Judgements:
        if not path.exists():  # somebody else judged meanwhile
            other = Judgement(Kind.DIFFERENT, judgement.subject, judgement.object)
            journal.append(path, [other], BASE, who="Bo", now=NOW)
            raise JudgementError(str(path), [(2, "it is broken")])
        return journal.append(path, [judgement], BASE, who="Ada", now=NOW)

    review = Review(BASE, (QUESTION,), tuple(pairs([QUESTION], {})), SIDES)
    said = Dialogue(review, judge, shown.append, lambda: next(waiting)).run()
    assert any("not written: " in line and "it is broken" in line for line in shown)
    assert said.startswith("1 answered (1 same)")


def test_every_answer_is_written_at_once(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    seen: list[int] = []

    def key() -> str:
        seen.append(len(journal.entries(path, BASE)) if path.exists() else 0)
        return "n"

    def judge(judgement: Judgement) -> Judgements:
        return journal.append(path, [judgement], BASE, who="Ada", now=NOW)

    review = Review(BASE, (QUESTION,), tuple(pairs([QUESTION], {})), SIDES)
    Dialogue(review, judge, lambda _: None, key).run()
    assert seen == [0, 1, 2]
