"""Authority files: which reader, shipped lists, bad files named by line, and tables that mean harm."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.errors import AuthorityError
from protokollgraph.graph.authority.lists import parsed, read, shipped
from protokollgraph.graph.authority.records import AuthorityRecord, RecordKind
from protokollgraph.graph.authority.words import load

HEAD = b"id,kind,name\n"

FAULTS: dict[str, tuple[bytes, list[tuple[int, str]]]] = {
    "empty": (b"", [(1, "none for id and kind and name")]),
    "only a head": (HEAD, [(0, "no record in it")]),
    "no head": (b"urn:x,org,Quaal\n", [(1, "the first row must name the columns")]),
    "head with a slip": (b"id,kind,name,other_nmaes\nurn:x,org,Q,R\n", [(1, "did you mean other_names?")]),
    "two columns of one meaning": (b"id,kind,art,name\n", [(1, "two columns hold kind")]),
    "no UTF-8": (HEAD + b"urn:x,org,M\xfcller\n", [(2, "byte 0xfc is no UTF-8")]),
    "zero bytes": (HEAD + b"urn:x,org,M\x00ller\n", [(2, "this is no text")]),
    "no IRI": (HEAD + b"12,org,Quaal\n", [(2, "id '12' is no IRI")]),
    "no IRI at all": (HEAD + b",org,Quaal\n", [(2, "id '' is no IRI")]),
    "no host": (HEAD + b"https:///quaal,org,Quaal\n", [(2, "is no IRI")]),
    "a blank in the IRI": (HEAD + b"https://a.example/q aal,org,Quaal\n", [(2, "is no IRI")]),
    "unknown short form": (HEAD + b"ags:12071000,org,Quaal\n", [(2, "is no IRI")]),
    "short form of something else": (HEAD + b"wikidata:12,org,Quaal\n", [(2, "is no IRI")]),
    "identifier twice": (HEAD + b"urn:x,org,A\nurn:y,org,B\nurn:x,org,C\n", [(4, "stands in line 2 already")]),
    "no name": (HEAD + b"urn:x,org,\n", [(2, "has no name")]),
    "unknown kind": (HEAD + b"urn:x,dragon,Quaal\n", [(2, "the kind 'dragon' is not known")]),
    "too many cells": (HEAD + b"urn:x,org,Kunst,Kultur\n", [(2, "4 cells and the head 3")]),
    "open quotation mark": (HEAD + b'urn:x,org,A\nurn:y,org,"B\nurn:z,org,C\n', [(3, "quotation marks")]),
    "bad same_as": (b"id,kind,name,same_as\nurn:x,org,A,urn:y|Q12\n", [(2, "same_as 'Q12' is no IRI")]),
    "part of nobody": (b"id,kind,name,part_of\nurn:x,org,A,urn:y\n", [(2, "'urn:y' is not in this file")]),
    "part of itself": (b"id,kind,name,part_of\nurn:x,org,A,urn:x\n", [(2, "the record itself")]),
    "part of two of one name": (
        b"id,kind,name,part_of\nurn:x,org,A,\nurn:y,org,A,\nurn:z,org,B,A\n",
        [(4, "the name of 2 records")],
    ),
    "part of a person": (
        b"id,kind,name,part_of\nurn:x,org,A,urn:y\nurn:y,person,Ada Quaal,\n",
        [(2, "is no organisation or body")],
    ),
    "a person as a part": (
        b"id,kind,name,part_of\nurn:x,org,A,\nurn:y,person,Ada Quaal,urn:x\n",
        [(3, "of organisations and bodies only")],
    ),
    "circle": (
        b"id,kind,name,part_of\nurn:x,org,A,urn:y\nurn:y,org,B,urn:z\nurn:z,org,C,urn:y\n",
        [(3, "urn:y is a unit of itself")],
    ),
    "organisation of an organisation": (
        b"id,kind,name,organisation\nurn:x,org,A,B\n",
        [(2, "organisation is said of people only")],
    ),
    "organisation that is not there": (
        b"id,kind,name,organisation\nurn:x,person,Ada Quaal,urn:y\n",
        [(2, "'urn:y' is no organisation or body of this file")],
    ),
    "number of no Werkstatt": (b"id,kind,name,number\nurn:x,body,Ausschuss 3,3\n", [(2, "only a Werkstatt")]),
    "no number": (b"id,kind,name,number\nurn:x,body,Werkstatt 3,drei\n", [(2, "'drei' is no number")]),
    "several at once": (
        HEAD + b"12,org,A\nurn:x,dragon,B\nurn:y,org,\nurn:y,org,C\n",
        [(2, "no IRI"), (3, "dragon"), (4, "no name"), (5, "line 4 already")],
    ),
    "broken Turtle": (
        b'@prefix org: <http://www.w3.org/ns/org#> .\n<urn:x> a org:Organization ;\n  org:name "A .\n',
        [(3, "this is no RDF")],
    ),
    "unknown prefix": (b"<urn:x> a org:Organization .\n", [(1, "prefix org: has not been declared")]),
    "Turtle without a name": (
        b"@prefix org: <http://www.w3.org/ns/org#> .\n<urn:x> a org:Organization .\n",
        [(0, "urn:x has no name")],
    ),
    "Turtle with a unit of nothing": (
        b"@prefix org: <http://www.w3.org/ns/org#> .\n<urn:x> a org:Organization ; org:unitOf <urn:y> ;\n"
        b'<http://www.w3.org/2004/02/skos/core#prefLabel> "A" .\n',
        [(0, "'urn:y' is not in this file")],
    ),
    "RDF of other things": (b"<urn:x> <urn:p> <urn:y> .\n", [(0, "no record in it")]),
}


@pytest.mark.parametrize(("data", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults_have_their_line(data: bytes, expected: list[tuple[int, str]]) -> None:
    _, faults = parsed("list.csv", data)
    assert [line for line, _ in faults] == [line for line, _ in expected]
    for (_, said), (_, part) in zip(faults, expected, strict=True):
        assert part in said


def test_faults_of_all_files_come_together_and_nothing_is_read(tmp_path: Path) -> None:
    good, bad, worse = (tmp_path / name for name in ("good.csv", "bad.csv", "worse.csv"))
    good.write_bytes(HEAD + b"urn:x,org,Quaal\n")
    bad.write_bytes(HEAD + b"urn:x,dragon,Quaal\n")
    worse.write_bytes(HEAD + b"urn:x,org,A\nx,org,B\n")
    with pytest.raises(AuthorityError) as raised:
        read([good, bad, worse, tmp_path / "none.csv"])
    assert [(name, line) for name, line, _ in raised.value.faults] == [
        ("bad.csv", 2),
        ("worse.csv", 3),
        (str(tmp_path / "none.csv"), 0),
    ]
    assert "bad.csv, line 2: the kind 'dragon' is not known" in str(raised.value)
    assert "No authority file was applied." in str(raised.value)
    assert raised.value.exit_code == 2


def test_message_names_the_first_faults_and_counts_the_rest() -> None:
    assert "and 5 more" in str(AuthorityError([("a.csv", n, "is wrong") for n in range(1, 26)]))


def test_a_list_given_twice_counts_once(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_bytes(HEAD + b"urn:x,org,Quaal\n")
    assert [each.name for each in read([tmp_path / "b.csv", tmp_path / "a.csv", tmp_path / "b.csv"])] == ["b.csv"]


def test_shipped_lists_are_read_by_name() -> None:
    assert "lausitz-werkstaetten" in shipped()
    (found,) = read(["lausitz-werkstaetten"])
    assert [(each.kind, each.name, each.number) for each in found.records] == [
        (RecordKind.BODY, f"Werkstatt {n}", n) for n in range(1, 6)
    ]
    assert found.records[2].other_names == ("Infrastruktur und Mobilität",)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separator_and_mark_are_told_by_the_content(separator: str) -> None:
    rows = ["\ufeffKennung|Art|Bezeichnung|Weitere Namen|Kürzel|GND|Bemerkung", "urn:x|Ort|A, B; C|D|||ja"]
    data = "\r\n".join(row.replace("|", separator) if separator == "\t" else _quoted(row, separator) for row in rows)
    found, faults = parsed("list.txt", data.encode())
    assert not faults
    assert found.left_out == ("Bemerkung",)
    assert found.records == (AuthorityRecord("urn:x", RecordKind.PLACE, "A, B; C", ("D",), line=2),)


def _quoted(row: str, separator: str) -> str:
    return separator.join(f'"{cell}"' if separator in cell else cell for cell in row.split("|"))


def test_every_column_is_read() -> None:
    text = (
        "id,kind,name,given_name,family_name,other_names,short,number,part_of,organisation,same_as,post_code,post_name,"
        "wikidata,gnd,ror,orcid,viaf\n"
        "urn:o,org,Quaaler Seenwerke mbH,,,Seenwerke|  Werke am  See,QSW,,,,https://a.example/1|gnd:12-X,,,Q7,,,,\n"
        "urn:b,gremium,Aufsichtsrat,,,,,,Quaaler Seenwerke mbH,,,,,,,,,\n"
        "urn:w,body,Werkstatt 3,,,Dorf und Land,,3,,,,,,,,,,\n"
        "urn:p,person,,Ada,Quaal,,,,,urn:o|Stadt Quaal|seenwerke,,,,,,,0000-0001-2345-678X,12\n"
        "urn:l,place,Rathaus Quaal,,,,,,,,,03999,Quaal,,,,,\n"
    )
    found, faults = parsed("list.csv", text.encode())
    assert not faults
    wikidata, gnd = "http://www.wikidata.org/entity/Q7", "https://d-nb.info/gnd/12-X"
    persons = ("http://viaf.org/viaf/12", "https://orcid.org/0000-0001-2345-678X")
    assert {record.identifier: record for record in found.records} == {
        "urn:o": AuthorityRecord(
            "urn:o",
            RecordKind.ORGANISATION,
            "Quaaler Seenwerke mbH",
            ("QSW", "Seenwerke", "Werke am See"),
            (wikidata, "https://a.example/1", gnd),
            line=2,
        ),
        "urn:b": AuthorityRecord("urn:b", RecordKind.BODY, "Aufsichtsrat", part_of="urn:o", line=3),
        "urn:w": AuthorityRecord("urn:w", RecordKind.BODY, "Werkstatt 3", ("Dorf und Land",), number=3, line=4),
        "urn:p": AuthorityRecord(
            "urn:p",
            RecordKind.PERSON,
            "Ada Quaal",
            identifiers=persons,
            organisations=("Stadt Quaal", "urn:o"),
            line=5,
        ),
        "urn:l": AuthorityRecord(
            "urn:l", RecordKind.PLACE, "Rathaus Quaal", post_code="03999", post_name="Quaal", line=6
        ),
    }


def test_cells_with_breaks_keep_the_line_of_their_row() -> None:
    found, _ = parsed("list.csv", b'id,kind,name\n\nurn:x,org,"A\nB"\nurn:y,org,C\n')
    assert [(each.name, each.line) for each in found.records] == [("A B", 3), ("C", 5)]


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    for start in (b"", HEAD, b"@prefix a: <urn:a> .\n"):
        found, faults = parsed("list", start + data)
        assert found.records or faults


LETTER = st.characters(exclude_categories=("C", "Z"), exclude_characters="|") | st.sampled_from(' ,;"')
CELL = st.text(LETTER, max_size=30)


@given(st.lists(CELL.filter(str.strip), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_names_of_any_letters_come_back(names: list[str], separator: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(["id", "kind", "name"])
    writer.writerows([f"urn:{n}", "org", name] for n, name in enumerate(names))
    found, faults = parsed("list", stream.getvalue().encode())
    assert not faults
    assert [each.name for each in found.records] == [" ".join(name.split()) for name in names]


def test_the_table_of_the_documentation_is_a_list() -> None:
    page = (Path(__file__).parents[2] / "docs" / "identities.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^```csv\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    found, faults = parsed("documented.csv", table.encode())
    assert not faults
    assert {record.kind for record in found.records} >= {RecordKind.ORGANISATION, RecordKind.BODY, RecordKind.PERSON}
    assert not found.left_out
    columns = set(re.findall(r"`(\w+)`", page.partition("| column |")[2].partition("\n\n")[0]))
    assert set(load().columns.values()) <= columns
