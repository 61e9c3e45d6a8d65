"""The store: one story on every kind of it, one writer, many readers, and what a killed writer leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pyoxigraph
import pytest
from endpoint import endpoint
from story import IRIS, STORY, graphs, protocol

from protokollgraph.errors import GraphError, QueryError, StoreError
from protokollgraph.graph.rdf import from_dataset, to_dataset
from protokollgraph.graph.remote import RemoteStore, open_reader
from protokollgraph.graph.store import GraphStore, ReadableStore

REPLACED, REMOVED = (f"{IRIS.base}protocol/werkstatt-4/{day}" for day in ("2024-01-24", "2024-03-06"))
KINDS = ("disk", "reopened", "reader", "memory", "rdflib", "remote")


def tell(store: GraphStore) -> None:
    """Fill the store, replace one graph by a smaller one, remove another."""
    told = graphs()
    store.load(told.values())
    shorter = b"".join(told[REPLACED].splitlines(keepends=True)[:5])
    store.replace(REPLACED, shorter)
    store.replace(REPLACED, shorter)
    store.remove(REMOVED)
    store.remove(REMOVED)
    store.flush()
    store.publish_snapshot()


def expected() -> dict[str, int]:
    """Number of quads by named graph after the story."""
    return {name: 5 if name == REPLACED else quads.count(b"\n") for name, quads in graphs().items() if name != REMOVED}


@pytest.fixture(params=KINDS)
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ReadableStore]:
    """A store of each kind after the story."""
    kind: str = request.param
    with ExitStack() as stack:
        if kind in ("disk", "reopened", "reader"):
            writer = stack.enter_context(GraphStore.open(tmp_path / "store"))
            tell(writer)
            if kind == "reopened":
                writer.close()
                writer = stack.enter_context(GraphStore.open(tmp_path / "store"))
            if kind == "reader":
                writer = stack.enter_context(GraphStore.reader(tmp_path / "store"))
            yield writer
            return
        memory = GraphStore.memory()
        tell(memory)
        if kind == "remote":
            yield open_reader(stack.enter_context(endpoint(memory.dump())))
        else:
            yield from_dataset(to_dataset(memory)) if kind == "rdflib" else memory


def test_story(told: ReadableStore) -> None:
    quads = expected()
    assert told.graph_iris() == tuple(sorted(quads))
    assert len(told) == sum(quads.values())
    assert told.base == IRIS.base
    answer = told.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert {row["g"].value: int(row["n"].value) for row in answer} == quads
    assert set(told.dump().splitlines()) == set(
        b"".join(graphs()[name] for name in quads if name != REPLACED).splitlines()
    ) | set(graphs()[REPLACED].splitlines()[:5])
    assert len(list(told.quads())) == len(told)


def test_questions(told: ReadableStore) -> None:
    # the union of the named graphs is what is asked, unless the query names graphs
    assert bool(told.query("ASK { ?p foaf:name 'Jördis Kalauch' }"))
    assert not bool(told.query(f"ASK FROM <{REPLACED}> {{ ?p foaf:name 'Jördis Kalauch' }}"))
    assert bool(told.query("ASK { GRAPH <graph/register> { <person/joerdis-kalauch> a foaf:Person } }"))
    triples = told.query("CONSTRUCT { ?p foaf:name ?n } WHERE { GRAPH <graph/register> { ?p foaf:name ?n } }")
    assert len(set(triples)) == 3  # type: ignore[arg-type]
    with pytest.raises(QueryError):
        told.query("SELECT nonsense")
    with pytest.raises(QueryError, match="only reads"):
        told.query("DROP ALL")


def test_named_graphs_survive_rdflib() -> None:
    store = GraphStore.memory()
    tell(store)
    dataset = to_dataset(store)
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph)} == set(store.graph_iris())
    assert sorted(from_dataset(dataset).dump().splitlines()) == sorted(store.dump().splitlines())


def test_second_writer_is_refused(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path), pytest.raises(StoreError, match="another build is running"):
        GraphStore.open(tmp_path)
    GraphStore.open(tmp_path).close()


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph"):
        GraphStore.reader(tmp_path)
    with GraphStore.open(tmp_path), pytest.raises(StoreError, match="no graph"):
        GraphStore.reader(tmp_path)


def test_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be used"):
        GraphStore.open(tmp_path / "file")


def test_reader_survives_later_builds(tmp_path: Path) -> None:
    name, quads = protocol(STORY[0])
    with GraphStore.open(tmp_path) as writer:
        writer.load(quads)
        writer.publish_snapshot()
        with GraphStore.reader(tmp_path) as reader:
            for _ in range(3):  # each one would remove the snapshot that is being read
                writer.replace(name, b"")
                writer.publish_snapshot()
            assert len(reader) == len(list(reader.quads())) == quads.count(b"\n")
            with pytest.raises(StoreError, match="cannot be written"):
                reader.replace(name, b"")
        writer.publish_snapshot()
        assert [each.name for each in (tmp_path / "snapshots").iterdir() if each.is_dir()] == ["5"]
        with GraphStore.reader(tmp_path) as reader:
            assert len(reader) == 0


@pytest.mark.parametrize(
    ("quads", "message"),
    [
        pytest.param(b"<a:s> <a:p> <a:o> <a:other> .\n", "Not every line", id="other-graph"),
        pytest.param(b"<a:s> <a:p> <a:o> .\n", "Not every line", id="no-graph"),
        pytest.param(b"<a:s> <a:p> <a:o> <a:g> .", "Not every line", id="no-line-end"),
        pytest.param(b"_:b <a:p> <a:o> <a:g> .\n", "blank node", id="blank-subject"),
        pytest.param(b"<a:s> <a:p> _:b <a:g> .\n", "blank node", id="blank-object"),
        pytest.param(b"<a:s> <a:p> } <a:g> .\n", "no N-Quads", id="syntax"),
    ],
)
def test_wrong_quads_change_nothing(quads: bytes, message: str) -> None:
    store = GraphStore.memory()
    store.replace("a:g", b'<a:s> <a:p> "before" <a:g> .\n')
    with pytest.raises(GraphError, match=message):
        store.replace("a:g", quads)
    assert store.dump() == b'<a:s> <a:p> "before" <a:g> .\n'


def test_text_of_a_literal_cannot_leave_its_graph() -> None:
    line = b'<a:s> <a:p> "} } ; DROP ALL ; <a:g> ." <a:g> .\n'
    store = GraphStore.memory()
    store.replace("a:h", b"<a:s> <a:p> <a:o> <a:h> .\n")
    store.replace("a:g", line)
    assert set(store.dump().splitlines(keepends=True)) == {line, b"<a:s> <a:p> <a:o> <a:h> .\n"}


def test_interrupted_fill_starts_anew(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store:
        store.load(protocol(STORY[0])[1])
        (tmp_path / "filling").touch()  # as a killed first fill leaves it
    with GraphStore.open(tmp_path) as store:
        assert len(store) == 0
    assert not (tmp_path / "filling").exists()


def test_failed_fill_leaves_nothing(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path) as store, pytest.raises(GraphError, match="no N-Quads"):
        store.load([protocol(STORY[0])[1], b"garbage\n"])
    with GraphStore.open(tmp_path) as store:
        assert len(store) == 0


def test_closed_store() -> None:
    store = GraphStore.memory()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        len(store)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/sparql", "http://127.0.0.1:1 /x"])
def test_server_out_of_reach(address: str) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore(address, timeout=2).query("ASK {}")


WRITER = """
    import sys
    from protokollgraph.graph.store import GraphStore
    store = GraphStore.open(sys.argv[1])
    print("open", flush=True)
    for version in range(10**9):
        for n in range(5):
            graph = f"https://a.example/{n}"
            lines = (f'<https://a.example/s{i}> <https://a.example/p> "{version}" <{graph}> .\\n' for i in range(300))
            store.replace(graph, "".join(lines).encode())
        store.flush()
        store.publish_snapshot()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_writer_leaves_whole_graphs(tmp_path: Path) -> None:
    for delay in (0.02, 0.11, 0.17, 0.23, 0.31):
        arguments = [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, env=environment) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"open\n"
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
        with GraphStore.open(tmp_path) as store:
            _assert_whole(store)
            store.publish_snapshot()
        with GraphStore.reader(tmp_path) as store:
            _assert_whole(store)
            assert len(store) > 0


def _assert_whole(store: GraphStore) -> None:
    """Each graph holds all quads of one version and none of another."""
    versions: dict[str, list[str]] = {}
    for quad in store.quads():
        versions.setdefault(str(quad.graph_name), []).append(str(quad.object))
    for of_graph in versions.values():
        assert len(of_graph) == 300
        assert len(set(of_graph)) == 1
