"""Packaged files, and the check for terms that nobody defined."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from protokollgraph.ontology import schema
from protokollgraph.ontology.namespaces import PG, PREFIXES, Namespace

STANDARD = schema.standard_terms("graph", "ontology")
OWN = ("https://w3id.org/protokollgraph/", "https://protokolle.example/", "https://creativecommons.org/")
PACKAGED = [schema.VOCABULARY, schema.CONCEPTS, schema.SHAPES]


@pytest.fixture(scope="module")
def context() -> dict[str, object]:
    loaded: dict[str, object] = json.loads(schema.text(schema.CONTEXT))["@context"]
    return loaded


@pytest.fixture(scope="module")
def example() -> Graph:
    return Graph().parse(Path(__file__).with_name("conforming.ttl"))


def nquads(graph: Graph) -> list[str]:
    return graph.serialize(format="nt").splitlines()


@pytest.mark.parametrize("name", PACKAGED)
def test_a_file_uses_only_terms_that_are_defined(name: str) -> None:
    graph = Graph().parse(data=schema.data(name), format="turtle")
    iris = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    foreign = {iri for iri in iris if not iri.startswith(OWN)}
    assert foreign <= STANDARD
    assert {iri for iri in iris if iri.startswith(PG)} <= schema.defined_terms()


def test_every_standard_term_has_the_address_that_its_prefix_says() -> None:
    for row in schema.text(schema.STANDARD_TERMS).splitlines()[1:]:
        term, iri, use = row.split("\t")
        prefix, _, name = term.partition(":")
        assert iri == PREFIXES.get(prefix, iri.removesuffix(name)) + name
        assert use in {"graph", "ontology"}


@pytest.mark.parametrize(
    "wrong",
    ["dl:had_participation_role", "org:organisation", "oa:source", "oa:selector", "oparl:Meeting", "opengov:Vote"],
)
def test_a_wrong_look_alike_is_not_known(wrong: str) -> None:
    namespaces = {**PREFIXES, "oparl": "https://schema.oparl.org/1.1/", "opengov": "http://www.w3.org/ns/opengov#"}
    prefix, _, name = wrong.partition(":")
    assert namespaces[prefix] + name not in schema.known_terms()


def test_the_example_uses_known_terms_only(example: Graph) -> None:
    assert schema.unknown_terms(nquads(example)) == set()


# one line a case: the line, what is unknown in it
@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("<urn:s> <http://www.w3.org/ns/oa#source> <urn:o> <urn:g> .", "http://www.w3.org/ns/oa#source"),
        (f"<urn:s> <{PREFIXES['rdf']}type> <urn:Class> <urn:g> .", "urn:Class"),
        (f"<urn:s> <{PREFIXES['dct']}title> <{PG}Nonsense> .", PG + "Nonsense"),
        (f"<{PG}Nonsense> <{PREFIXES['dct']}title> <urn:o> .", PG + "Nonsense"),
        (f'<urn:s> <{PREFIXES["dct"]}date> "x"^^<urn:type> <urn:g> .', "urn:type"),
        (f'<urn:s> <{PREFIXES["dct"]}title> "a \\"b\\" <urn:x> ^^<urn:y>"@de <urn:g> .', None),
        (f'<urn:s> <{PREFIXES["dct"]}title> "{PG}Nonsense" <urn:g> .', None),
        (f"<urn:s> <{PREFIXES['dct']}title> <urn:anything> <urn:g> .", None),
        ("# a comment", None),
        ("", None),
    ],
)
def test_unknown_terms(line: str, unknown: str | None) -> None:
    assert schema.unknown_terms([line]) == ({unknown} if unknown else set())


def test_no_library_for_graphs_is_loaded_by_the_import() -> None:
    probe = (
        "import sys, protokollgraph.ontology.schema, protokollgraph.ontology.iris;"
        "print([name for name in ('rdflib', 'pyoxigraph', 'pyshacl') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert answer.stdout == "[]\n"


def test_every_packaged_file_can_be_read() -> None:
    for name in (*PACKAGED, schema.CONTEXT, schema.STANDARD_TERMS):
        assert schema.text(name).encode() == schema.data(name) == (files("protokollgraph.ontology") / name).read_bytes()


def test_a_namespace_gives_plain_terms() -> None:
    names = Namespace("https://a.example/ns#")
    assert names.Thing == names["Thing"] == "https://a.example/ns#Thing"
    assert type(names.Thing) is type(names["format"]) is str
    assert names.title == names["title"] == "https://a.example/ns#title"
    assert (names[:5], names[0], f"{names}") == ("https", "h", "https://a.example/ns#")
    with pytest.raises(AttributeError):
        _ = names.__missing__


def test_no_term_but_title_is_hidden_by_a_method_of_str() -> None:
    terms = schema.known_terms()
    hidden = {name for name in dir(str) for namespace in PREFIXES.values() if f"{namespace}{name}" in terms}
    assert hidden <= {"title"}


def test_the_context_names_every_term_of_the_example(context: dict[str, object], example: Graph) -> None:
    written = json.loads(example.serialize(format="json-ld", context=context, auto_compact=True))
    nodes = written["@graph"]
    names = {key for node in nodes for key in node} | {name for node in nodes for name in listed(node["type"])}
    values = {json.dumps(node.get(key)) for node in nodes for key in ("decisionKind", "role", "outcome", "attendance")}
    assert not [name for name in names if ":" in name or "/" in name]
    assert {'"Approval"', '"MinuteTaker"', '"Adopted"', '"Excused"'} <= values


# rdflib's own parser of JSON-LD uses what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_graph_comes_back_from_json_ld(context: dict[str, object], example: Graph) -> None:
    written = example.serialize(format="json-ld", context=context, auto_compact=True)
    assert isomorphic(Graph().parse(data=written, format="json-ld"), example)


def test_the_context_names_every_term_of_the_vocabulary_once(context: dict[str, object]) -> None:
    terms = [address(value) for name, value in context.items() if name != "@version"]
    addresses = [expand(term) for term in terms if not term.startswith("@") and "://" not in term]
    assert len(addresses) == len(set(addresses))
    assert set(addresses) <= schema.known_terms()
    schemes = {iri for iri in schema.defined_terms() if iri.endswith("Scheme")}
    assert schema.defined_terms() - schemes <= set(addresses)


def test_the_context_has_every_prefix(context: dict[str, object]) -> None:
    assert {prefix: context[prefix] for prefix in PREFIXES} == PREFIXES


def address(definition: object) -> str:
    return str(definition["@id"]) if isinstance(definition, dict) else str(definition)


def expand(term: str) -> str:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
