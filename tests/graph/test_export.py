"""Every export reads back as the same graph, and the order in which things came does not show."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from story import IRIS, graphs

from protokollgraph.errors import UsageError
from protokollgraph.graph.export import FORMATS, export
from protokollgraph.graph.rdf import to_dataset
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.terms import iri, literal, quad
from protokollgraph.ontology.namespaces import DCT, PG, PROV, RDF, SCHEMA, SKOS, XSD

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")
"""rdflib's own readers use what rdflib has deprecated."""

ODD = "".join(
    quad(iri(f"{IRIS.base}x"), iri(predicate), term, iri(f"{IRIS.base}odd"))
    for predicate, term in [
        (SKOS.prefLabel, literal('<b>"Łužyca"</b> & \\ \n\t Ende', language="dsb")),
        (SKOS.prefLabel, literal("ohne Sprache")),
        (DCT.date, literal("im Mai")),  # the context says date, the value is text
        (DCT.date, literal("2024-01-24", datatype=XSD.date)),
        (DCT.creator, literal("eine Zeichenkette")),  # the context says node
        (SCHEMA.value, literal("3.50", datatype=XSD.decimal)),
        (SCHEMA.value, literal(3)),
        (PG.done, literal(True)),
        (PG.number, literal("16", datatype=XSD.string)),
        (PG.decisionKind, iri(PG.Recommendation)),
        (PG.decisionKind, iri(f"{IRIS.base}kind/own")),
        (PROV.value, iri("urn:x:y")),
        ("https://other.example/p/q", literal(0.5)),
        ("https://other.example/p/q", iri(f"{IRIS.base}a:b")),
        (RDF.type, iri("https://other.example/Type")),
        (RDF.type, iri(PG.Meeting)),
    ]
).encode()


def exported(store: GraphStore, format: str) -> bytes:
    file = io.BytesIO()
    export(store, format, file)
    return file.getvalue()


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    opened = GraphStore.memory()
    opened.load([*graphs().values(), ODD])
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("format", "rdf"),
    [
        ("nq", pyoxigraph.RdfFormat.N_QUADS),
        ("trig", pyoxigraph.RdfFormat.TRIG),
        ("jsonld", pyoxigraph.RdfFormat.JSON_LD),
        ("ttl", pyoxigraph.RdfFormat.TURTLE),
        ("rdfxml", pyoxigraph.RdfFormat.RDF_XML),
    ],
)
def test_the_same_graph(store: GraphStore, format: str, rdf: pyoxigraph.RdfFormat) -> None:
    found = set(pyoxigraph.parse(exported(store, format), format=rdf))
    quads = set(store.quads())
    assert found == (
        quads if rdf.supports_datasets else {pyoxigraph.Quad(q.subject, q.predicate, q.object) for q in quads}
    )


@pytest.mark.parametrize(("format", "name"), [("ttl", "turtle"), ("rdfxml", "xml")])
def test_merged_formats_in_rdflib(store: GraphStore, format: str, name: str) -> None:
    expected = Graph()
    for triple in to_dataset(store).triples((None, None, None)):
        expected.add(triple)
    assert isomorphic(Graph().parse(data=exported(store, format), format=name), expected)


@pytest.mark.parametrize(("format", "name"), [("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_named_graphs_in_rdflib(store: GraphStore, format: str, name: str) -> None:
    found = Dataset()
    found.parse(data=exported(store, format), format=name)
    expected = to_dataset(store)
    assert {str(graph.identifier) for graph in found.graphs() if len(graph)} == set(store.graph_iris())
    for graph in found.graphs():
        assert isomorphic(graph, expected.graph(graph.identifier))


@pytest.mark.parametrize("format", FORMATS)
def test_order_does_not_show(format: str) -> None:
    lines = b"".join(graphs().values()).splitlines(keepends=True)
    texts = set()
    for seed in range(3):
        Random(seed).shuffle(lines)
        store = GraphStore.memory()
        store.load(lines)
        texts.add(exported(store, format))
    assert len(texts) == 1


def test_turtle_is_for_readers(store: GraphStore) -> None:
    text = exported(store, "ttl").decode()
    assert text.startswith(f"@base <{IRIS.base}> .\n@prefix dct: <http://purl.org/dc/terms/> .\n")
    assert "\n<meeting/werkstatt-4/2024-01-24> a pg:Meeting , dl:Activity ;\n" in text
    assert text.count("\n<meeting/werkstatt-4/2024-01-24> ") == 1


def test_json_ld_has_friendly_names(store: GraphStore) -> None:
    document = json.loads(exported(store, "jsonld"))
    (graph,) = [each for each in document["@graph"] if each["@id"] == "protocol/werkstatt-4/2024-01-24"]
    (meeting,) = [each for each in graph["@graph"] if each["@id"] == "meeting/werkstatt-4/2024-01-24"]
    assert meeting["@type"] == ["Meeting", "Activity"]
    assert meeting["date"] == "2024-01-24"
    assert meeting["responsible"] == "body/werkstatt-4"
    (decision,) = [each for each in graph["@graph"] if each["@id"].endswith("2024-01-24/decision/2")]
    assert (decision["decisionKind"], decision["outcome"]) == ("Recommendation", "Adopted")


def test_graphml_is_a_network(store: GraphStore) -> None:
    import networkx

    network = networkx.read_graphml(io.BytesIO(exported(store, "graphml")))
    assert f"{IRIS.base}person/joerdis-kalauch" in network


def test_empty_store() -> None:
    for format in FORMATS:
        exported(GraphStore.memory(), format)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from([DCT.title, DCT.date, PG.number, PROV.value]), st.text()), max_size=5))
def test_any_text_in_any_format(said: list[tuple[str, str]]) -> None:
    node, graph = iri(f"{IRIS.base}x"), iri(f"{IRIS.base}g")
    store = GraphStore.memory()
    store.load("".join({quad(node, iri(name), literal(text), graph) for name, text in said}).encode())
    for format, rdf in (("ttl", pyoxigraph.RdfFormat.TURTLE), ("jsonld", pyoxigraph.RdfFormat.JSON_LD)):
        found = pyoxigraph.parse(exported(store, format), format=rdf)
        assert {each.triple for each in found} == {each.triple for each in store.quads()}
    xml = list(pyoxigraph.parse(exported(store, "rdfxml"), format=pyoxigraph.RdfFormat.RDF_XML))
    assert len(xml) <= len(store)
    Graph().parse(data=exported(store, "rdfxml"), format="xml")  # a strict XML parser


def test_file_appears_whole_or_not_at_all(store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.nq"
    export(store, "nq", target)
    before = target.read_bytes()
    assert before == exported(store, "nq")

    def broken(self: GraphStore, format: str = "nq") -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(GraphStore, "dump", broken)
    with pytest.raises(UsageError, match="cannot be written: No space left"):
        export(store, "nq", target)
    assert target.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["graph.nq"]


def test_standard_output(store: GraphStore, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    export(store, "nq", "-")
    assert capfdbinary.readouterr().out == exported(store, "nq")


def test_wrong_use(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There are: nq, trig"):
        export(store, "pdf", tmp_path / "x")
    with pytest.raises(UsageError, match="cannot be written"):
        export(store, "nq", tmp_path / "no" / "folder")
