"""Judgements that are handed in: checked against the graph, written whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from review_world import BANK, BANK_AG, BASE, TOWN, TRAINS, UEBIGAU, ZEISIG, build_store

from protokollgraph.errors import JudgementError, UsageError
from protokollgraph.graph.build import build
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.judgement import Kind
from protokollgraph.graph.judgements.rows import HEADER
from protokollgraph.graph.review.desk import review
from protokollgraph.graph.review.judging import Signature, Wish, Written, judge, take_back, take_over, told

ADA = Signature("Ada", datetime(2026, 3, 2, 14, 30, tzinfo=UTC), "one room")
FILE = "werkstatt-6-2024-03-12.txt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("judging"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "judgements.tsv"


def lines(path: Path) -> list[str]:
    """Word, subject and object of everything in the file."""
    entries = journal.entries(path, BASE) if path.exists() else ()
    return [" ".join(filter(None, (each.word, each.subject, each.object))) for each in entries]


def batch(*rows: str) -> bytes:
    return "\n".join([HEADER, *(row.replace("|", "\t") for row in rows), ""]).encode()


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        pytest.param((Kind.SAME, TOWN, BASE + BANK), f"same {TOWN} {BANK}", id="relative-and-whole-iri"),
        pytest.param((Kind.DIFFERENT, f"<{BASE}{TOWN}>", BANK), f"different {TOWN} {BANK}", id="iri-in-brackets"),
        pytest.param((Kind.UNSURE, "nele uebigau", "Bodo Zeisig"), f"unsure {UEBIGAU} {ZEISIG}", id="names"),
        pytest.param((Kind.SAME, "Kreisbank", "Werkstatt 6"), f"same {BANK_AG} body/werkstatt-6", id="body"),
        pytest.param((Kind.SPLIT, TOWN, FILE), f"split {TOWN} {FILE}", id="split"),
        pytest.param((Kind.RENAME, BANK, "Ruth Q. | 100 %"), f"rename {BANK} Ruth Q. | 100 %", id="rename"),
        pytest.param((Kind.HIDE, UEBIGAU, ""), f"hide {UEBIGAU}", id="hide"),
        pytest.param(
            (Kind.SAME_AS, BANK_AG, "https://register.example/7"),
            f"same-as {BANK_AG} https://register.example/7",
            id="same-as",
        ),
    ],
)
def test_judge(store: Path, path: Path, wish: Wish, line: str) -> None:
    done = judge(store, path, [wish], ADA)
    assert lines(path) == [line]
    (entry,) = journal.entries(path, BASE)
    assert (entry.who, entry.when, entry.reason) == ("Ada", "2026-03-02T14:30:00+00:00", "one room")
    assert "1 written to" in told(done, path)
    before = path.read_bytes()
    again = judge(store, path, [wish], ADA)
    assert (again.new, [each.line for each in again.known]) == ((), [2])
    assert told(again, path) == "1 said before (line 2)"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("wishes", "error", "said"),
    [
        pytest.param(
            [(Kind.SAME, "Ruth Quandel", BANK)], UsageError, r"is not clear: .*stadt-musterau", id="namesakes"
        ),
        pytest.param([(Kind.SAME, "Xylophon Qqq", BANK)], UsageError, "Nobody and nothing is called", id="nobody"),
        pytest.param(
            [(Kind.SAME, "person/ruth-quandel-stat-musterau", BANK)], UsageError, rf"The nearest: {TOWN}", id="slip"
        ),
        pytest.param(
            [(Kind.SAME, "https://elsewhere.example/a", BANK)], UsageError, "nobody and nothing", id="elsewhere"
        ),
        pytest.param([(Kind.SAME, "project/qqqq", BANK)], UsageError, "explain NAME", id="nothing-near"),
        pytest.param([(Kind.SAME, TOWN, TOWN)], JudgementError, "against itself", id="oneself"),
        pytest.param([(Kind.SAME, TOWN, BANK_AG)], JudgementError, "can never be one", id="person-and-bank"),
        pytest.param([(Kind.RENAME, TOWN, "")], JudgementError, "object is missing", id="no-name"),
        pytest.param([(Kind.SAME_AS, TOWN, "Q42")], JudgementError, "no absolute IRI", id="no-iri"),
        pytest.param(
            [(Kind.SPLIT, TOWN, "other.txt")], JudgementError, rf"It is named in {FILE}", id="no-such-document"
        ),
        pytest.param(
            [(Kind.SPLIT, TOWN, "werkstatt-7-2024-09-10.txt")], JudgementError, "does not name", id="not-named-there"
        ),
        pytest.param(
            [(Kind.SAME, TOWN, BANK), (Kind.SAME, BANK, TRAINS), (Kind.DIFFERENT, TOWN, TRAINS)],
            JudgementError,
            "different",
            id="contradiction",
        ),
    ],
)
def test_refused_and_nothing_written(
    store: Path, path: Path, wishes: list[Wish], error: type[Exception], said: str
) -> None:
    judge(store, path, [(Kind.HIDE, UEBIGAU, "")], ADA)
    before = path.read_bytes()
    with pytest.raises(error, match=said):
        judge(store, path, [(Kind.DIFFERENT, UEBIGAU, ZEISIG), *wishes], ADA)
    assert path.read_bytes() == before


def test_whom_earlier_judgements_speak_of_may_be_judged_again(store: Path, path: Path) -> None:
    path.write_bytes(batch(f"2026-01-01|Bo|same|{TOWN}|person/long-gone|"))
    judge(store, path, [(Kind.DIFFERENT, "person/long-gone", BANK)], ADA)
    assert lines(path)[-1] == f"different person/long-gone {BANK}"


def test_batch_is_taken_over_once(store: Path, path: Path) -> None:
    content = batch(f"2026-03-01|Bo|same|{TOWN}|{BANK}|why", f"||different|{BANK}|{BASE}{TRAINS}")
    done = take_over(store, path, content, "answers.tsv", ADA)
    assert [each.word for each in done.new] == ["same", "different"]
    assert lines(path) == [f"same {TOWN} {BANK}", f"different {BANK} {TRAINS}"]
    assert [each.who for each in journal.entries(path, BASE)] == ["Bo", "Ada"]
    before = path.read_bytes()
    again = take_over(store, path, content, "answers.tsv", ADA)
    assert (again.new, len(again.known)) == ((), 2)
    assert path.read_bytes() == before
    assert told(again, path) == "2 said before"


def test_a_batch_that_was_taken_back_does_not_come_back_by_itself(store: Path, path: Path) -> None:
    content = batch(f"2026-03-01|Bo|same|{TOWN}|{BANK}|why")
    take_over(store, path, content, "answers.tsv", ADA)
    take_back(store, path, 2, ADA)
    take_over(store, path, content, "answers.tsv", ADA)
    assert not journal.read(path, BASE).same


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param([f"||same|{TOWN}|{BANK}", "||maybe|a|b"], "answers.tsv: line 3: there is no judgement", id="word"),
        pytest.param([f"||same|{TOWN}|{BANK}", "||same|x"], "line 3", id="columns"),
        pytest.param(
            [f"||same|{TOWN}|person/ruth-quandl", f"||hide|{UEBIGAU}"],
            rf"answers.tsv: line 2: person/ruth-quandl is nobody and nothing in the graph. The nearest: {BANK}",
            id="unknown",
        ),
        pytest.param([f"||same|{TOWN}|{BANK}", f"||split|{TOWN}|no.txt"], r"line 3: no.txt does not name", id="split"),
        pytest.param(
            [f"||same|{TOWN}|{BANK}", f"||same|{BANK}|{TRAINS}", f"||different|{TOWN}|{TRAINS}"],
            "are different.* but the same",
            id="contradiction",
        ),
    ],
)
def test_a_bad_batch_is_named_by_line_and_nothing_is_written(
    store: Path, path: Path, rows: list[str], said: str
) -> None:
    judge(store, path, [(Kind.HIDE, ZEISIG, "")], ADA)
    before = path.read_bytes()
    with pytest.raises(JudgementError, match=said):
        take_over(store, path, batch(*rows), "answers.tsv", ADA)
    assert path.read_bytes() == before


def test_a_batch_against_what_stands_is_refused(store: Path, path: Path) -> None:
    judge(store, path, [(Kind.SAME, TOWN, BANK), (Kind.SAME, BANK, TRAINS)], ADA)
    before = path.read_bytes()
    with pytest.raises(JudgementError, match="are different"):
        take_over(store, path, batch(f"||different|{TOWN}|{TRAINS}"), "answers.tsv", ADA)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", HEADER.encode(), b"# nothing\n"], ids=["empty", "head", "comment"])
def test_an_empty_batch_says_so(store: Path, path: Path, content: bytes) -> None:
    done = take_over(store, path, content, "answers.tsv", ADA)
    assert done == Written()
    assert told(done, path) == "There is no judgement in it."
    assert not path.exists()


def test_take_back(store: Path, path: Path) -> None:
    judge(store, path, [(Kind.SAME, TOWN, BANK), (Kind.RENAME, TOWN, "Ruth Quandel-Noack")], ADA)
    take_back(store, path, 3, ADA)
    take_back(store, path, 2, ADA)
    assert lines(path)[2:] == [f"no-rename {TOWN} Ruth Quandel-Noack", f"no-same {TOWN} {BANK}"]
    assert not journal.read(path, BASE)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(1, r"no judgement in line 1\. Judgements that count are in lines 4", id="head"),
        pytest.param(99, "no judgement in line 99", id="beyond-the-end"),
        pytest.param(2, "line 2 does not count any more", id="overruled"),
        pytest.param(3, "takes a judgement back itself", id="takes-back"),
    ],
)
def test_what_cannot_be_taken_back(store: Path, path: Path, line: int, said: str) -> None:
    path.write_bytes(
        batch(*(f"2026-01-0{n}|Bo|{word}|{TOWN}|{BANK}|" for n, word in enumerate(("same", "no-same", "same"), 1)))
    )
    before = path.read_bytes()
    with pytest.raises(UsageError, match=said):
        take_back(store, path, line, ADA)
    assert path.read_bytes() == before


def test_a_file_name_of_two_documents_needs_a_digest(tmp_path: Path, path: Path) -> None:
    store = build_store(tmp_path)
    twin = tmp_path / "more" / FILE
    twin.parent.mkdir()
    text = (tmp_path / "protocols" / FILE).read_text(encoding="utf-8")
    twin.write_text(text.replace("12.03.2024", "19.03.2024"), encoding="utf-8")
    build([tmp_path / "protocols", twin], store, jobs=1)
    with pytest.raises(JudgementError, match="name of 2 documents") as refused:
        judge(store, path, [(Kind.SPLIT, TOWN, FILE)], ADA)
    digest = str(refused.value).partition("SHA-256: ")[2][:8]
    judge(store, path, [(Kind.SPLIT, TOWN, digest)], ADA)
    assert lines(path) == [f"split {TOWN} {digest}"]


def test_the_next_build_applies_what_was_judged(tmp_path: Path, path: Path) -> None:
    store = build_store(tmp_path)
    judge(store, path, [(Kind.SAME, TOWN, BANK), (Kind.DIFFERENT, BANK, TRAINS)], ADA)
    build([tmp_path / "protocols"], store, jobs=1, judgements=path)
    assert review(store, path).questions == ()
    # Whom the graph no longer has is still known by the IRI.
    judge(store, path, [(Kind.DIFFERENT, TOWN, UEBIGAU), (Kind.DIFFERENT, BANK, UEBIGAU)], ADA)
