"""What a build takes in besides files: addresses, patterns, standard input; and what stays of it."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import protokollgraph
from protokollgraph.graph.build import build
from protokollgraph.graph.documents import DocumentState

EXAMPLES = Path(protokollgraph.__file__).parent / "examples"
NAME = "werkstatt-1-2024-02-15.txt"


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An address, and the folder of its files."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / NAME).write_bytes((EXAMPLES / NAME).read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{NAME}", folder
        server.shutdown()


def names(store: Path) -> list[str]:
    with DocumentState.reader(store) as state:
        return [entry.name for entry in state.entries()]


def test_an_address_is_read_again_and_stays(site: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = site
    store = tmp_path / "store"
    assert build([url], store).added == (url,)
    assert build([url], store).unchanged == (url,)
    text = (folder / NAME).read_text("utf-8").replace("13:00 Uhr", "14:00 Uhr")
    (folder / NAME).write_text(text, "utf-8")
    report = build([url], store)
    assert (report.changed, report.unchanged, report.exit_code) == ((url,), (), 0)
    (folder / NAME).unlink()
    report = build([url], store, remove_missing=True)
    assert "404" in report.failed[0].problem
    assert (report.removed, names(store)) == ((), [url])


def test_what_is_not_named_again_stays(site: tuple[str, Path], tmp_path: Path) -> None:
    url, _ = site
    store = tmp_path / "store"
    build([url], store)
    report = build([EXAMPLES / "dubrauheide-2024-05-23.txt"], store, remove_missing=True)
    assert report.removed == ()
    assert len(names(store)) == 2


def test_a_file_with_the_bytes_of_an_address_is_no_second_document(site: tuple[str, Path], tmp_path: Path) -> None:
    url, _ = site
    store = tmp_path / "store"
    build([url], store)
    report = build([EXAMPLES / NAME], store)
    assert [finding.code for _, finding in report.findings if finding.code == "duplicate"] == ["duplicate"]
    assert names(store) == [url]


def test_standard_input_is_one_document_more_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    for name in (NAME, "dubrauheide-2024-05-23.txt", NAME):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((EXAMPLES / name).read_bytes())))
        report = build(["-"], store, remove_missing=True)
        assert report.exit_code == 0
    assert report.unchanged == ("standard input",)
    assert [name.rpartition("-")[0] for name in names(store)] == ["standard-input"] * 2


def test_a_pattern_names_files(tmp_path: Path) -> None:
    report = build([str(EXAMPLES / "werkstatt-*.txt"), str(EXAMPLES / "nichts-*.txt")], tmp_path / "store")
    assert len(report.added) == 3
    assert [error.name for error in report.failed] == [str(EXAMPLES / "nichts-*.txt")]
