"""Documents pass into the state a few at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.intake import Intake
from protokollgraph.graph.reading import Reading
from protokollgraph.model import Document, Extraction, Finding


def _reading(n: int, folder: Path, *, sha256: str | None = None) -> Reading:
    document = Document(f"{n:04}.txt", "Text.", sha256 or f"{n:064x}")
    extraction = Extraction(document, findings=(Finding("no-date", "No date."),))
    return Reading(str(folder / document.name), document.sha256, document.text, codec.encode(extraction))


def test_readings_are_asked_for_only_as_they_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    ahead: list[int] = []

    def readings() -> Iterator[Reading]:
        nonlocal asked
        for n in range(450):
            asked += 1
            yield _reading(n, tmp_path)

    with DocumentState.memory() as state:
        put = state.put

        def counted(_: DocumentState, rows: Iterable[KeptDocument]) -> None:
            ahead.append(asked)
            put(rows)

        monkeypatch.setattr(DocumentState, "put", counted)
        Intake(readings()).into(state)
        assert len(state) == 450
    assert ahead == [100, 200, 300, 400, 450]


def test_looking_for_the_first_loses_none_and_keeps_failures(tmp_path: Path) -> None:
    failed = Reading("a.txt", error=("It is empty.", "Give the text."))
    intake = Intake(iter([failed, _reading(1, tmp_path), _reading(2, tmp_path)]))
    assert intake.begins()
    with DocumentState.memory() as state:
        intake.into(state)
        assert len(state) == 2
    assert [each.path for each in intake.failed] == ["a.txt"]
    assert [each.findings[0].code for each in intake.taken] == ["no-date", "no-date"]


def test_nothing_begins_where_nothing_could_be_read() -> None:
    intake = Intake(iter([Reading("a.txt", error=("It is empty.", "Give the text."))]))
    assert not intake.begins()
    assert len(intake.failed) == 1


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    first, second = _reading(1, tmp_path, sha256="a" * 64), _reading(2, tmp_path, sha256="a" * 64)
    Path(first.path).write_text("Text.", encoding="utf-8")
    intake = Intake(iter([first, second]))
    with DocumentState.memory() as state:
        intake.into(state)
        assert len(state) == 1
    assert [bool(each.double) for each in intake.taken] == [False, True]
