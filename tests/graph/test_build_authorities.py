"""Builds with authority files: what comes into the graph, what a change of a list does, what a broken one stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from protokollgraph.cli import main
from protokollgraph.errors import AuthorityError
from protokollgraph.graph import demo
from protokollgraph.graph.build import build
from protokollgraph.graph.store import GraphStore

BASE = "https://protokolle.example/id/"
ROWS = (
    "id;kind;name;short;organisation;post_code;same_as;remark\n"
    "https://a.example/vgn;org;Verkehrsgesellschaft Neißeland;VG Neiße;;;gnd:1-X;without legal form\n"
    "https://a.example/forst;org;Forst (Lausitz);;;;;the town\n"
    "https://a.example/petrick;person;Jens Petrick;;Landkreis Spree-Neiße;;;one of two\n"
    "https://a.example/kreishaus;place;Kreishaus;;;03149;;\n"
    "https://a.example/nobody;org;Seenwerke Quaal;;;;;nobody speaks of it\n"
)
COMPANY = "organisation/verkehrsgesellschaft-neisseland"
SAME = {
    (COMPANY, "https://a.example/vgn"),
    (COMPANY, "https://d-nb.info/gnd/1-X"),
    ("organisation/stadt-forst-lausitz", "https://a.example/forst"),
    ("person/jens-petrick", "https://a.example/petrick"),
}


@pytest.fixture
def protocols(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols"
    demo.copy_examples(folder)
    return folder


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    path = tmp_path / "towns.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def quads(store: Path) -> bytes:
    with GraphStore.reader(store) as graph:
        return b"".join(sorted(graph.dump().splitlines(keepends=True)))


def same(store: Path) -> set[tuple[str, str]]:
    """What is the same as what, by the derived graph; subjects relative to the base."""
    with GraphStore.reader(store) as graph:
        rows = graph.query("SELECT ?s ?o { GRAPH <graph/derived> { ?s owl:sameAs ?o } }")
        found = [tuple(str(row[name]).strip("<>") for name in "so") for row in rows]  # type: ignore[union-attr]
    return {(one.removeprefix(BASE), other) for one, other in found}


def test_links_come_into_the_graph_and_go_with_the_list(protocols: Path, towns: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([protocols], store)
    before = quads(store)
    report = build([protocols], store, authorities=[towns])
    assert {pair for pair in same(store) if not pair[0].startswith("place/")} == SAME
    assert {other for one, other in same(store) if one.startswith("place/")} == {"https://a.example/kreishaus"}
    assert ("towns.csv", "columns-left-out") in [(name, finding.code) for name, finding in report.findings]
    assert b"Seenwerke Quaal" not in quads(store)
    linked = quads(store)
    build([protocols], store, authorities=[towns])
    assert quads(store) == linked
    build([protocols], store)
    assert quads(store) == before


def test_another_list_is_linked_without_reading_anything(protocols: Path, towns: Path, tmp_path: Path) -> None:
    store, anew = tmp_path / "store", tmp_path / "anew"
    build([protocols], store, authorities=[towns])
    towns.write_text(ROWS.replace("/vgn;", "/other;"), encoding="utf-8")
    report = build([protocols], store, authorities=[towns])
    assert not report.added
    assert not report.changed
    assert (COMPANY, "https://a.example/other") in same(store)
    build([protocols], anew, authorities=[towns])
    assert quads(store) == quads(anew)


def test_other_names_of_a_list_are_found_in_the_register(protocols: Path, towns: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([protocols], store, authorities=[towns])
    with GraphStore.reader(store) as graph:
        said = 'skos:prefLabel "Verkehrsgesellschaft Neißeland mbH"@de ; skos:altLabel "VG Neiße"@de'
        assert graph.query(f"ASK {{ GRAPH <graph/register> {{ <{COMPANY}> {said} }} }}")


def test_a_broken_list_stops_the_build_before_anything_is_written(protocols: Path, towns: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([protocols], store, authorities=[towns])
    before = quads(store)
    towns.write_text(ROWS + "https://a.example/vgn;org;VGN;;;;;\n", encoding="utf-8")
    with pytest.raises(AuthorityError, match=r"towns\.csv, line 7: the identifier .* stands in line 2 already"):
        build([protocols], store, authorities=[towns])
    assert quads(store) == before


def test_an_own_export_links_to_itself(protocols: Path, tmp_path: Path) -> None:
    store, export, other = tmp_path / "store", tmp_path / "export.nq", tmp_path / "other"
    build([protocols], store)
    export.write_bytes(quads(store))
    build([protocols], other, base="https://data.example.org/id/", authorities=[export])
    found = {(one.removeprefix("https://data.example.org/id/"), another) for one, another in same(other)}
    assert {(one, f"{BASE}{one}") for one in ("person/jens-petrick", COMPANY, "body/werkstatt-3")} <= found
    assert all(one.partition("-")[0] == another.removeprefix(BASE).partition("-")[0] for one, another in found)


def test_the_command_takes_lists_from_settings_and_options(protocols: Path, towns: Path, tmp_path: Path) -> None:
    store, settings, broken = tmp_path / "store", tmp_path / "settings.toml", tmp_path / "broken.csv"
    settings.write_text('authorities = ["towns.csv"]\n', encoding="utf-8")
    common = ["build", str(protocols), "--store", str(store), "--config", str(settings), "--jobs", "1"]
    done = CliRunner().invoke(main, [*common, "--authority", "lausitz-werkstaetten"])
    assert done.exit_code == 0
    lausitz = {(f"body/werkstatt-{n}", f"https://w3id.org/protokollgraph/lausitz/werkstatt-{n}") for n in (1, 3, 5)}
    assert {*SAME, *lausitz} <= same(store)
    broken.write_text("id,kind,name\n1,org,A\n", encoding="utf-8")
    done = CliRunner().invoke(main, [*common, "--authority", str(broken)])
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("protokollgraph: broken.csv, line 2: id '1' is no IRI;")
