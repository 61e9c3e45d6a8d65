"""Where a network is written: whole or not at all, and never over something else."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph
import pytest
from network_world import realistic

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.drawing import draw
from protokollgraph.graph.interchange import target
from protokollgraph.graph.interchange.target import MARK, write_file, write_folder

FILES = {"README.txt": f"{MARK}a test\n".encode(), "a.csv": b"1"}


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    return realistic(bodies=1, sessions=1, people=6).store()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


ENDINGS = [
    pytest.param("n.gexf", b"<?xml", id="gexf"),
    pytest.param("n.GraphML", b"<?xml", id="ending in any case"),
    pytest.param("n.json", b"{", id="json"),
    pytest.param("n.html", b"<!DOCTYPE", id="html"),
    pytest.param("n", b"<!DOCTYPE", id="without ending"),
    pytest.param("n.csv", b"<!DOCTYPE", id="the name of a folder format is no ending"),
]


@pytest.mark.parametrize(("name", "start"), ENDINGS)
def test_the_format_is_what_the_file_ends_in(store: pyoxigraph.Store, tmp_path: Path, name: str, start: bytes) -> None:
    draw(store, tmp_path / name)
    assert (tmp_path / name).read_bytes().lower().startswith(start.lower())
    assert names(tmp_path) == [name]


@pytest.mark.parametrize(("form", "name"), [(None, "edges.csv"), ("csv", "edges.csv"), ("neo4j", "import.cypher")])
def test_a_folder_is_written_and_written_again(
    store: pyoxigraph.Store, tmp_path: Path, form: str | None, name: str
) -> None:
    out = tmp_path / "network"
    out.mkdir()
    draw(store, out, format=form)
    (out / name).write_bytes(b"old")
    (out / ".DS_Store").write_bytes(b"")
    draw(store, out, format=form)
    assert (out / name).read_bytes() != b"old"
    assert names(tmp_path) == ["network"]


HELD = [
    pytest.param({"mine.txt": b"x"}, id="a file of somebody else"),
    pytest.param({"README.txt": b"mine"}, id="a README of somebody else"),
    pytest.param({"a.csv": b"x"}, id="a table of somebody else"),
    pytest.param({**FILES, "mine.txt": b"x"}, id="our own and another file"),
]


@pytest.mark.parametrize("held", HELD)
def test_a_folder_that_holds_something_else_stays_as_it_is(tmp_path: Path, held: dict[str, bytes]) -> None:
    for name, content in held.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GraphError, match="holds something else"):
        write_folder(tmp_path, FILES)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == held


def test_a_file_in_the_place_of_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "n").write_bytes(b"mine")
    with pytest.raises(GraphError, match="holds something else"):
        write_folder(tmp_path / "n", FILES)
    assert (tmp_path / "n").read_bytes() == b"mine"


def test_a_folder_in_the_place_of_a_file_stays(store: pyoxigraph.Store, tmp_path: Path) -> None:
    (tmp_path / "n.gexf").mkdir()
    with pytest.raises(GraphError, match="is a folder"):
        draw(store, tmp_path / "n.gexf", format="gexf")
    assert names(tmp_path) == ["n.gexf"]


@pytest.mark.parametrize("name", ["missing/n.gexf", "file/n.gexf", "x" * 300])
def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(GraphError, match="cannot be written") as refused:
        write_file(tmp_path / name, b"1")
    assert "-o" in refused.value.remedy
    with pytest.raises(GraphError, match="cannot be written") as refused:
        write_folder(tmp_path / name, FILES)
    assert "-o" in refused.value.remedy
    assert names(tmp_path) == ["file"]


def test_a_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "n.json").write_bytes(b"old")

    def fail(self: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(GraphError, match="No space left"):
        write_file(tmp_path / "n.json", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"n.json": b"old"}


def test_a_folder_stays_when_the_new_one_cannot_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path / "n", {**FILES, "a.csv": b"old"})
    rename = Path.rename

    def fail(self: Path, other: Path) -> Path:
        if self.name == "new":
            raise OSError(16, "Device or resource busy")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(GraphError, match="busy"):
        write_folder(tmp_path / "n", FILES)
    assert (tmp_path / "n" / "a.csv").read_bytes() == b"old"
    assert names(tmp_path) == ["n"]


def test_a_link_is_followed_and_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_bytes(b"old")
    real.chmod(0o600)
    (tmp_path / "link.json").symlink_to(real)
    write_file(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_standard_output_takes_a_file_and_no_folder(
    store: pyoxigraph.Store, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    draw(store, "-", format="json")
    assert capfdbinary.readouterr().out.startswith(b"{")
    with pytest.raises(GraphError, match="is a folder of files"):
        draw(store, "-", format="csv")


def test_an_unknown_format_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There are: html, gexf"):
        draw(pyoxigraph.Store(), tmp_path / "n", format="docx")


def test_the_mark_is_in_each_folder(store: pyoxigraph.Store, tmp_path: Path) -> None:
    for form in ("csv", "neo4j"):
        draw(store, tmp_path / form, format=form)
        assert (tmp_path / form / "README.txt").read_text(encoding="utf-8").startswith(target.MARK)
