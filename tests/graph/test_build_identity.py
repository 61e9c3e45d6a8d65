"""Builds that know what was before: the register, judgements, only what changed is written, a killed build."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollgraph.errors import AuthorityError, JudgementError, RegisterError
from protokollgraph.graph import demo
from protokollgraph.graph.build import build
from protokollgraph.graph.identity.register import FILE_NAME
from protokollgraph.graph.store import GraphStore

HEAD = "when\twho\tjudgement\tsubject\tobject\treason\n"


@pytest.fixture
def protocols(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols"
    demo.copy_examples(folder)
    return folder


def quads(store: Path) -> bytes:
    with GraphStore.reader(store) as graph:
        return b"".join(sorted(graph.dump().splitlines(keepends=True)))


def judged(path: Path, *lines: str) -> Path:
    path.write_text(HEAD + "".join(f"2026-01-01\tAda\t{line}\tshe said so\n" for line in lines), encoding="utf-8")
    return path


def people(store: Path) -> list[str]:
    with GraphStore.reader(store) as graph:
        found = graph.query("SELECT DISTINCT ?p { GRAPH <graph/register> { ?p a foaf:Person } } ORDER BY ?p")
        return [str(row["p"]).strip("<>").removeprefix("https://protokolle.example/id/") for row in found]  # type: ignore[union-attr]


def test_merging_and_taking_back(protocols: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([protocols], store)
    before, everybody = quads(store), people(store)
    one, other = everybody[:2]
    judgements = judged(tmp_path / "judgements.tsv", f"same\t{one}\t{other}")
    report = build([protocols], store, judgements=judgements)
    assert report.unchanged
    assert len(people(store)) == len(everybody) - 1
    retired = ({one, other} - set(people(store))).pop()
    with GraphStore.reader(store) as graph:
        assert graph.query(f"ASK {{ <{retired}> dct:isReplacedBy ?other }}")
        assert not graph.query(f"ASK {{ GRAPH ?g {{ <{retired}> a ?class }} }}")
    merged = quads(store)
    build([protocols], store, judgements=judgements)
    assert quads(store) == merged
    judged(judgements, f"same\t{one}\t{other}", f"no-same\t{one}\t{other}")
    build([protocols], store, judgements=judgements)
    assert quads(store) == before


def test_rebuilding_from_the_register_gives_the_same_bytes(protocols: Path, tmp_path: Path) -> None:
    store, again = tmp_path / "store", tmp_path / "again"
    for path in sorted(protocols.iterdir(), reverse=True):
        build([path], store, jobs=1)
    build([protocols], again, register=store / FILE_NAME)
    assert quads(again) == quads(store)
    before = (store / FILE_NAME).read_bytes()
    build([protocols], store)
    assert (store / FILE_NAME).read_bytes() == before


def test_only_graphs_about_which_something_changed_are_written(
    protocols: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    *some, last = sorted(protocols.iterdir())
    build(some, store)
    written: list[str] = []
    replace = GraphStore.replace

    def noted(self: GraphStore, graph_iri: str, nquads: bytes) -> None:
        written.append(graph_iri)
        replace(self, graph_iri, nquads)

    monkeypatch.setattr(GraphStore, "replace", noted)
    build([last], store)
    assert 1 <= len(written) < len(some)
    fresh = tmp_path / "fresh"
    build([protocols], fresh, register=store / FILE_NAME)
    assert quads(fresh) == quads(store)


def test_a_killed_build_is_written_anew(protocols: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    first, *others = sorted(protocols.iterdir())
    build([first], store)

    def killed(self: GraphStore, *_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(GraphStore, "patch", killed)
        with pytest.raises(KeyboardInterrupt):
            build(others, store)
    build(others, store)
    fresh = tmp_path / "fresh"
    build([protocols], fresh, register=store / FILE_NAME)
    assert quads(store) == quads(fresh)


def test_nothing_is_done_when_judgements_or_register_cannot_be_used(protocols: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([protocols], store)
    before = quads(store)
    bad = tmp_path / "judgements.tsv"
    bad.write_text(f"{HEAD}2026-01-01\tAda\tsame\tperson/a\n", encoding="utf-8")
    with pytest.raises(JudgementError, match="line 2"):
        build([protocols], store, judgements=bad)
    register = tmp_path / "register.jsonl"
    register.write_text("broken\n")
    with pytest.raises(RegisterError, match="line 1"):
        build([protocols], store, register=register)
    assert quads(store) == before


def test_a_judgement_that_fits_nothing_is_a_finding(protocols: Path, tmp_path: Path) -> None:
    judgements = judged(tmp_path / "judgements.tsv", "hide\tperson/nobody-at-all\t")
    report = build([protocols], tmp_path / "store", judgements=judgements)
    found = [finding for path, finding in report.findings if path == str(judgements)]
    assert [each.code for each in found] == ["judgement-without-match"]
    assert "line 2" in found[0].message


def test_the_size_of_the_graph_is_known_without_counting(protocols: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first, *others = sorted(protocols.iterdir())
    for paths in ([first], others):
        report = build(paths, store)
        with GraphStore.reader(store) as graph:
            assert report.quads == len(graph)


def test_an_authority_file_links_and_can_be_taken_away(protocols: Path, tmp_path: Path) -> None:
    store, table = tmp_path / "store", tmp_path / "known.csv"
    build([protocols], store)
    before = quads(store)
    table.write_text(
        "kind;name;id\norganisation;Wirtschaftsregion Lausitz;https://www.wikidata.org/wiki/Q1\n"
        "organisation;Nobody knows it;https://www.wikidata.org/wiki/Q2\n",
        encoding="utf-8",
    )
    build([protocols], store, authorities=[table, "lausitz-werkstaetten"])
    with GraphStore.reader(store) as graph:
        found = {str(row["o"]) for row in graph.query("SELECT ?o { ?s owl:sameAs ?o }")}  # type: ignore[union-attr]
    assert "<http://www.wikidata.org/entity/Q1>" in found
    assert not any("Q2" in each for each in found)
    assert any("werkstatt-5" in each for each in found)
    build([protocols], store)
    assert quads(store) == before


def test_an_authority_file_that_cannot_be_used_changes_nothing(protocols: Path, tmp_path: Path) -> None:
    store, table = tmp_path / "store", tmp_path / "known.csv"
    build([protocols], store)
    before = quads(store)
    table.write_text("kind;name;id\norganisation;A;https://a.example/1\nbody;B;https://a.example/1\n", encoding="utf-8")
    with pytest.raises(AuthorityError, match="line 3"):
        build([protocols], store, authorities=[table])
    assert quads(store) == before
