"""From files to documents: what is no text is named and refused, with what to do about it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.reader import Content, formats
from protokollgraph.model import Finding

TEXT = "Protokoll der Sitzung in Lübben/Lubin (Błota), 5 € für „Grünes“\n"

ENCODED = [
    ("utf-8", TEXT.encode(), TEXT),
    ("utf-8 with a mark", TEXT.encode("utf-8-sig"), TEXT),
    ("utf-16", TEXT.encode("utf-16"), TEXT),
    ("utf-16 big endian", b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
    # no Sorbian letters there, but the euro and the quotes
    ("windows-1252", "5 € für „Grünes“\n".encode("cp1252"), "5 € für „Grünes“\n"),
    ("latin-1", "Lübben\n".encode("latin-1"), "Lübben\n"),
    ("carriage returns", b"eins\r\nzwei\r\n", "eins\r\nzwei\r\n"),
    ("a form feed", b"eins\x0czwei\n", "eins\x0czwei\n"),
]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in ENCODED], ids=[case[0] for case in ENCODED])
def test_text_is_decoded(data: bytes, expected: str) -> None:
    document = reader.read_bytes("protokoll.txt", data)
    assert document.text.removeprefix("\ufeff") == expected
    assert document.sha256 == sha256(data).hexdigest()
    assert (document.name, document.media_type) == ("protokoll.txt", "text/plain")


def test_html_says_so() -> None:
    assert reader.read_bytes("p.html", b"<!doctype html><html><body>Protokoll</body></html>").media_type == "text/html"
    # fragments in plain text are none
    assert reader.read_bytes("p.txt", b"<b>Protokoll</b>").media_type == "text/plain"


BAD = [
    ("empty", b"", "empty"),
    ("white space only", b" \r\n\t\n ", "empty"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    ("DOCX", b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
    ("DOC", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "Office"),
    ("RTF", b"{\\rtf1\\ansi Protokoll}", "RTF"),
    ("PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
    ("JPEG", b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
    ("NULs", b"Protokoll\x00\x00\x01", "binary"),
    ("control characters", bytes(range(1, 9)) * 40, "binary"),
    ("half of utf-16", b"\xff\xfeP\x00r", "binary"),
    ("utf-16 without a mark", "Protokoll".encode("utf-16-le"), "binary"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_file_is_named_with_the_remedy(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "schlecht.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy.endswith(".")
    assert "\n" not in str(caught.value)


def test_a_file_larger_than_any_protocol_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    with path.open("wb") as stream:
        stream.write(b"Protokoll " * 10_000)
        stream.truncate(50_000_000)
    with pytest.raises(DocumentError, match="50 MB") as caught:
        reader.read(path)
    assert "one file per session" in caught.value.remedy


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(b"Protokoll " * (reader.MAX_BYTES // 10))
    assert len(reader.read(path).text) == reader.MAX_BYTES


def test_bytes_above_the_limit_are_refused() -> None:
    with pytest.raises(DocumentError, match="6 MB"):
        reader.read_bytes("p.txt", b"Protokoll " * 600_000)


def test_a_stream_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(DocumentError, match="binary"):
        reader.read("/dev/zero")


def test_a_format_of_its_own_is_taken_from_a_folder_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "eins.dat").write_bytes(b"%TEST of a format")
    (tmp_path / "zwei.dat").write_bytes(b"any text")
    row = reader.Format(
        "test", "text/x-test", (".tst",), lambda head: head.startswith(b"%TEST"), lambda _: Content("x")
    )
    monkeypatch.setattr(formats, "READERS", (row, *reader.READERS))
    found = reader.files([tmp_path])
    assert [path.name for path in found.taken] == ["eins.dat"]
    assert [path.name for path in found.left_out] == ["zwei.dat"]


def test_pages_and_notes_of_the_content_are_those_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Finding("half", "Half of it was read.")
    row = reader.Format("test", "text/x-test", (), lambda _: True, lambda _: Content("eins\n\x0czwei", (0, 6), (note,)))
    monkeypatch.setattr(formats, "READERS", (row,))
    document = reader.read_bytes("p.tst", b"bytes")
    assert (document.pages, document.notes, document.media_type) == ((0, 6), (note,), "text/x-test")
    assert note in extract(document).findings


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="nirgends") as caught:
        reader.read(tmp_path / "nirgends.txt")
    assert caught.value.remedy


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        reader.read(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    with pytest.raises(DocumentError, match="cannot be read") as caught:
        reader.read(path)
    assert "permissions" in caught.value.remedy


def test_files_of_a_folder_are_sorted_and_each_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "unter/c.TXT", "unter/d.xyz", ".verborgen/e.txt", ".f.txt", "ohne"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Protokoll", "utf-8")
    found = reader.files([tmp_path, tmp_path / "b.txt", tmp_path / "unter"])
    assert [os.path.relpath(str(path), tmp_path) for path in found.taken] == ["a.md", "b.txt", "ohne", "unter/c.TXT"]
    assert [path.name for path in found.left_out] == ["d.xyz"]


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.dat"
    path.write_text(TEXT, "utf-8")
    assert reader.files([path]).taken == (path,)


def test_paths_that_lead_nowhere_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text(TEXT, "utf-8")
    found = reader.files([tmp_path / "nirgends", path])
    assert found.taken == (path,)
    assert [error.name for error in found.missing] == [str(tmp_path / "nirgends")]


def test_the_document_of_a_file_has_its_name_only(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text(TEXT, "utf-8")
    document = reader.read(str(path))
    assert (document.name, document.text) == ("p.txt", TEXT)
