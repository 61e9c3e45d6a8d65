"""The file of judgements: what can stand in it, what is said about faults, how it grows."""

from __future__ import annotations

import errno
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.journal import append, entries, parse, read
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.rows import HEADER
from protokollgraph.graph.judgements.settled import settle

BASE = "https://data.example.org/id/"
NOW = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
SAME = Judgement(Kind.SAME, "person/ines-quandel", "person/i-quandel", "one office")


def parsed(*rows: str) -> tuple[Judgement, ...]:
    """Rows with blanks for tabs where two of them stand."""
    return parse("\n".join(row.replace("  ", "\t") for row in rows).encode(), "judgements.tsv", BASE)


def test_all_that_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "judgements.tsv"
    file.write_bytes(
        b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n"
        b"# Tann and Quandel\r\n"
        b"\r\n"
        b"2026-03-02\tA. Muth\tsame\tperson/a\thttps://data.example.org/id/person/b\tone office\r\n"
        b"2026-03-02T14:30:00+01:00\tA. Muth\tdifferent\tbody/c\torganisation/d\r\n"
        b"2026-03-02 14:30Z\tA. Muth\thide\tperson/e\t\t\n"
        b"  # indented\n"
        b"2026-03-02\tA. Muth\tsplit\tperson/a\t0123ABCD\n"
        b"2026-03-02\tA. Muth\trename\tperson/a\tIn\xc3\xa9s #Quandel\n" + HEADER.encode() + b"\n"
        b"2026-03-02\tA. Muth\tsame-as\tproject/p\thttps://www.wikidata.org/wiki/Q7"
    )
    settled = read(file, BASE)
    assert settled.same == {("person/a", "person/b")}
    assert settled.different == {("body/c", "organisation/d")}
    assert settled.hidden == {"person/e"}
    assert settled.splits == {"person/a": {"0123abcd"}}
    assert settled.names == {"person/a": "Inés #Quandel"}
    assert settled.same_as == {"project/p": ("http://www.wikidata.org/entity/Q7",)}
    assert [each.line for each in entries(file, BASE)] == [4, 5, 6, 8, 9, 11]
    assert entries(file, BASE)[0].reason == "one office"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("2026-03-02  A. Muth  same", "3 columns instead of 6; separate them with tabs", id="few-columns"),
        pytest.param("2026-03-02  M  hide  person/a    why  more", "7 columns instead of 6", id="many-columns"),
        pytest.param("2026-03-02  M  sam  person/a  person/b", "no judgement 'sam'; write same, different", id="word"),
        pytest.param("2026-03-02  M  no-no-same  person/a  person/b", "no judgement 'no-no-same'", id="twice-no"),
        pytest.param("02.03.2026  M  hide  person/a", "'02.03.2026' is no day; write it as 2026-03-02", id="date"),
        pytest.param("2026-02-30  M  hide  person/a", "'2026-02-30' is no day", id="no-such-day"),
        pytest.param("  M  hide  person/a", "'' is no day", id="no-day"),
        pytest.param("2026-03-02    hide  person/a", "nobody is named who judged", id="nobody"),
        pytest.param("2026-03-02  M  hide    ", "3 columns", id="no-subject"),
        pytest.param("2026-03-02  M  same    person/b", "the subject is missing", id="object-only"),
        pytest.param("2026-03-02  M  same  person/a", "same needs the IRI of another entity", id="pair-of-one"),
        pytest.param("2026-03-02  M  no-split  person/a", "no-split needs the file name", id="no-document"),
        pytest.param("2026-03-02  M  rename  person/a", "rename needs the new name", id="no-name"),
        pytest.param("2026-03-02  M  rename  person/a  »–«", "is no name; write one with letters", id="empty-name"),
        pytest.param("2026-03-02  M  hide  person/a  person/b", "hide takes no object", id="object-of-hide"),
        pytest.param("2026-03-02  M  same  person/a  person/a", "is judged against itself", id="self"),
        pytest.param(
            f"2026-03-02  M  same  {BASE}person/a  person/a", "is judged against itself", id="self-in-two-forms"
        ),
        pytest.param("2026-03-02  M  same  person/a  project/b", "can never be one; name two of one kind", id="kinds"),
        pytest.param("2026-03-02  M  same  person/a  programme/b", "can never be one", id="kinds-programme"),
        pytest.param("2026-03-02  M  hide  meeting/w/2024", "'meeting/w/2024' is no entity of the graph", id="meeting"),
        pytest.param("2026-03-02  M  hide  person/A", "'person/A' is no entity", id="no-slug"),
        pytest.param("2026-03-02  M  hide  person/a/b", "'person/a/b' is no entity", id="below"),
        pytest.param(
            "2026-03-02  M  hide  https://elsewhere.example/person/a",
            "is no entity of the graph; write it as person/jens-muster or https://data.example.org/id/person/",
            id="elsewhere",
        ),
        pytest.param("2026-03-02  M  same-as  person/a  Q7", "'Q7' is no absolute IRI", id="same-as-relative"),
        pytest.param("2026-03-02  M  same-as  person/a  ftp://x.example/7", "no absolute IRI", id="same-as-ftp"),
        pytest.param("2026-03-02  M  same-as  person/a  https://", "no absolute IRI", id="same-as-without-host"),
        pytest.param("2026-03-02  M  same-as  person/a  https://x.example/%zz", "no absolute IRI", id="same-as-escape"),
        pytest.param("2026-03-02  M  same-as  person/a  https://x.example/<7>", "no absolute", id="same-as-brackets"),
        pytest.param(
            f"2026-03-02  M  same-as  person/a  {BASE}person/b", "is of this graph; judge its own", id="same-as-ours"
        ),
        pytest.param("2026-03-02  M  hide  person/a    be\x1b[2Jcause", "not printed, U+001B; remove it", id="escape"),
        pytest.param("2026-03-02  M  hide  person/a    be\u2028cause", "U+2028", id="line-separator"),
        pytest.param("2026-03-02  M  rename  person/a  Ines \u202elednauQ", "U+202E", id="letters-turned-around"),
        pytest.param("2026-03-02  M  same-as  person/a  https://x.example/\u200b7", "no absolute", id="no-letter"),
    ],
)
def test_fault_is_named_with_its_line(row: str, message: str) -> None:
    with pytest.raises(JudgementError) as caught:
        parsed(HEADER, row)
    assert str(caught.value).startswith("judgements.tsv: line 2: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_faults_are_named_together() -> None:
    with pytest.raises(JudgementError) as caught:
        parsed("2026-03-02  M  hide  person/a", "x  M  hide  person/a  y", "", "2026-03-02  M  hid  person/a")
    assert [line for line, _ in caught.value.faults] == [2, 2, 4]
    assert all(f"line {line}: {said}" in str(caught.value) for line, said in caught.value.faults)


def test_message_stays_short() -> None:
    with pytest.raises(JudgementError) as caught:
        parsed(*["x" * 1000] * 1000)
    assert len(caught.value.faults) == 1000
    assert "; and 980 more. No judgement was applied." in str(caught.value)
    assert len(str(caught.value)) < 5000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(HEADER.encode("utf-16"), "line 1: this is no UTF-8; save the file as text in UTF-8", id="utf-16"),
        pytest.param(b"# ok\n# \xfcber\n", "line 2: this is no UTF-8", id="latin-1"),
    ],
)
def test_other_encodings_are_named(content: bytes, message: str) -> None:
    with pytest.raises(JudgementError, match=message):
        parse(content, "judgements.tsv", BASE)


def test_page_shows_a_file_that_can_be_read() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "identities.md"
    (example,) = re.findall(r"^```tsv\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    judged = parse(example.encode(), "identities.md", BASE)
    assert {each.kind for each in judged} == set(Kind) - {Kind.UNSURE}
    assert not settle(judged).same


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match=r"nowhere\.tsv: there is no such file; correct the name"):
        read(tmp_path / "nowhere.tsv", BASE)
    with pytest.raises(JudgementError, match="Is a directory"):
        read(tmp_path, BASE)


def test_answers_without_date_and_name_can_be_taken_over(tmp_path: Path) -> None:
    answers = tmp_path / "answers.tsv"
    answers.write_text("\t\tsame\tperson/a\tperson/b\tone office\n", encoding="utf-8")
    with pytest.raises(JudgementError):
        entries(answers, BASE)
    file = tmp_path / "judgements.tsv"
    append(file, entries(answers, BASE, unsigned=True), BASE, who="A. Muth", now=NOW)
    (kept,) = entries(file, BASE)
    assert (kept.when, kept.who) == ("2026-03-02T14:30:00+00:00", "A. Muth")


def test_file_grows_at_its_end_only(tmp_path: Path) -> None:
    file = tmp_path / "judgements.tsv"
    append(file, [SAME], BASE, who="A. Muth", now=NOW)
    first = file.read_bytes()
    assert first.decode().splitlines() == [
        HEADER,
        "2026-03-02T14:30:00+00:00\tA. Muth\tsame\tperson/ines-quandel\tperson/i-quandel\tone office",
    ]
    settled = append(file, [SAME.reversed()], BASE, who="A. Muth", now=NOW)
    assert not settled
    assert file.read_bytes().startswith(first)
    assert read(file, BASE) == settled


def test_last_line_without_a_line_break_stays_whole(tmp_path: Path) -> None:
    file = tmp_path / "judgements.tsv"
    file.write_bytes(b"2026-03-02\tA. Muth\thide\tperson/a")
    append(file, [SAME], BASE, who="A. Muth", now=NOW)
    assert len(entries(file, BASE)) == 2


def test_what_would_break_the_line_becomes_a_blank(tmp_path: Path) -> None:
    file = tmp_path / "judgements.tsv"
    judged = Judgement(Kind.RENAME, f"{BASE}person/a", "Ines\nQuandel\t", reason="\ud800 one\r\noffice")
    append(file, [judged], BASE, who="A.\tMuth", now=NOW)
    (kept,) = entries(file, BASE)
    assert (kept.subject, kept.object, kept.reason, kept.who) == ("person/a", "Ines Quandel", "one  office", "A. Muth")


@pytest.mark.parametrize(
    ("judged", "message"),
    [
        pytest.param(
            [Judgement(Kind.DIFFERENT, "person/a", "person/c")],
            "person/a and person/c are different by the new judgement 'different', but the same by line 2 and line 3;",
            id="contradiction",
        ),
        pytest.param(
            [SAME, Judgement(Kind.HIDE, "nobody")],
            "the new judgement 'hide': 'nobody' is no entity of the graph",
            id="fault-beside-a-good-one",
        ),
    ],
)
def test_nothing_is_written_of_what_cannot_stand(tmp_path: Path, judged: list[Judgement], message: str) -> None:
    file = tmp_path / "judgements.tsv"
    before = [Judgement(Kind.SAME, "person/a", "person/b"), Judgement(Kind.SAME, "person/b", "person/c")]
    append(file, before, BASE, who="A. Muth", now=NOW)
    content = file.read_bytes()
    with pytest.raises(JudgementError) as caught:
        append(file, judged, BASE, who="A. Muth", now=NOW)
    assert message in str(caught.value)
    assert file.read_bytes() == content


def test_broken_file_is_not_added_to(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text("<a> <b> <c> .\n", encoding="utf-8")
    with pytest.raises(JudgementError, match="line 1: 1 columns"):
        append(file, [SAME], BASE, who="A. Muth", now=NOW)
    assert file.read_text(encoding="utf-8") == "<a> <b> <c> .\n"


def test_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="No such file or directory; make room or name a file"):
        append(tmp_path / "nowhere" / "judgements.tsv", [SAME], BASE, who="A. Muth", now=NOW)


def test_file_without_end_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(journal, "LARGEST", 10)
    file = tmp_path / "judgements.tsv"
    file.write_text("# more than ten bytes", encoding="utf-8")
    with pytest.raises(JudgementError, match="too large for a file of judgements"):
        read(file, BASE)


def test_nothing_stays_of_what_does_not_reach_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "judgements.tsv"
    append(file, [SAME], BASE, who="A. Muth", now=NOW)
    content = file.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JudgementError, match="No space left on device; make room"):
        append(file, [SAME.reversed()], BASE, who="A. Muth", now=NOW)
    assert file.read_bytes() == content
