"""Answers as tables and in the formats of the W3C, and the questions that come with the package."""

from __future__ import annotations

import json
import re

import pyoxigraph
import pytest
from story import derived, graphs

from protokollgraph.errors import QueryError, UsageError
from protokollgraph.graph.query import FORMATS, Table, run, run_shipped
from protokollgraph.graph.shipped import ShippedQuery, shipped_queries, shipped_query
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.iris import DEFAULT_BASE

STORE = GraphStore.memory()
STORE.load([*graphs().values(), derived()])
MEETINGS = "SELECT ?meeting ?day { ?meeting a pg:Meeting ; pg:sessionNumber 16 ; dct:date ?day }"


def table(query: str) -> Table:
    answer = run(STORE, query)
    assert isinstance(answer, Table)
    return answer


def test_table() -> None:
    # IRIs are short, dates plain, what is unbound is empty
    found = table(
        "SELECT DISTINCT ?m ?type ?day ?nix { ?m a ?type ; pg:sessionNumber 17 ; dct:date ?day } ORDER BY ?type"
    )
    assert found.columns == ("m", "type", "day", "nix")
    assert found.rows[0] == ("meeting/werkstatt-4/2024-03-06", "dl:Activity", "2024-03-06", "")


def test_table_of_other_answers() -> None:
    assert table("ASK { ?s a pg:Meeting }") == Table(("answer",), (("yes",),))
    triples = table("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t ; pg:number 4 }")
    assert triples.columns == ("subject", "predicate", "object")
    assert ("body/werkstatt-4", "rdf:type", "pg:Werkstatt") in triples.rows
    assert len(triples.rows) == len(set(triples.rows)) == 3
    assert table("DESCRIBE <body/werkstatt-4>").rows


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv", "data"])
def test_results(format: str) -> None:
    answer = run(STORE, MEETINGS, format=format)
    assert isinstance(answer, bytes)
    assert b"2024-01-24" in answer
    if format in ("json", "data"):
        assert json.loads(answer)["head"]["vars"] == ["meeting", "day"]


@pytest.mark.parametrize("format", ["ttl", "nt", "rdfxml", "jsonld", "data"])
def test_graphs(format: str) -> None:
    answer = run(STORE, "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t ; pg:number 4 }", format=format)
    assert isinstance(answer, bytes)
    rdf = {
        "nt": pyoxigraph.RdfFormat.N_TRIPLES,
        "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    assert len(list(pyoxigraph.parse(answer, format=rdf.get(format, pyoxigraph.RdfFormat.TURTLE)))) == 3


@pytest.mark.parametrize(
    ("query", "format"),
    [("ASK {}", "csv"), ("ASK {}", "ttl"), (MEETINGS, "ttl"), ("DESCRIBE <a:x>", "csv"), (MEETINGS, "nonsense")],
)
def test_formats_that_do_not_fit(query: str, format: str) -> None:
    with pytest.raises(UsageError, match=r"format|fit"):
        run(STORE, query, format=format)


def test_values_for_own_queries() -> None:
    found = run(
        STORE,
        "SELECT ?p { VALUES ?name { UNDEF } GRAPH <graph/register> { ?p foaf:name ?name } }",
        values={"name": "Łukasz Šołta"},
    )
    assert found == Table(("p",), (("person/lukasz-solta",),))


def test_files_are_no_graphs() -> None:
    assert table("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }").rows == ()


def test_unknown_function() -> None:
    with pytest.raises(QueryError, match="cannot"):
        run(STORE, "SELECT (<a:nofn>(1) AS ?x) {}")


@pytest.mark.parametrize("query", shipped_queries(), ids=lambda query: query.name)
def test_shipped_queries_are_whole(query: ShippedQuery) -> None:
    assert query.title_de
    assert query.title_en
    assert query.description
    assert f"BASE <{DEFAULT_BASE}>" in query.text
    assert re.search(r"ORDER BY", query.text)
    # they run as they stand in any other tool: every prefix is declared, every parameter may stay open
    plain = pyoxigraph.Store()
    plain.load(STORE.dump(), format=pyoxigraph.RdfFormat.N_QUADS)
    answer = plain.query(query.text, use_default_graph_as_union=True)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    rows = list(answer)
    assert rows or query.name == "findings"
    shown = run_shipped(STORE, query.name)
    assert isinstance(shown, Table)
    assert len(shown.rows) == len(set(shown.rows)) == len(rows)
    for parameter in query.parameters:
        limited = run_shipped(STORE, query.name, values={parameter.name: parameter.example})
        assert isinstance(limited, Table)
        assert limited.rows or query.name == "findings"
        assert set(limited.rows) <= set(shown.rows)


SWM, UNI, MINISTRY = "Stadtwerke Musterau GmbH", "Hochschule Beispielstadt", "Ministerium für Beispiele"
HEAT, CAMPUS, W2, W4 = "Wärmespeicher Musterau", "Campus der Dinge", "Werkstatt 2", "Werkstatt 4"


@pytest.mark.parametrize(
    ("name", "values", "rows"),
    [
        ("presentations", {"project": "waermespeicher musterau"}, [
            ("2024-01-16", W2, "3", HEAT, "Jördis Kalauch", SWM),
            ("2024-01-24", W4, "4", HEAT, "Anne Brettin", SWM),
        ]),
        ("decisions", {"body": "Werkstatt 2"}, [
            ("2024-01-16", W2, "Recommendation", HEAT, "Adopted", "Consensus", "", "", "",
             "Die Werkstatt 2 empfiehlt das Projekt dem Ministerium."),
        ]),
        ("recommendations", {"body": "Werkstatt 2"}, [("2024-01-16", W2, HEAT, MINISTRY, "Adopted", "Consensus")]),
        ("project-path", {"project": HEAT}, [
            (HEAT, "2024-01-16", W2, "ProjectPresentation"),
            (HEAT, "2024-01-16", W2, "Recommendation"),
            (HEAT, "2024-01-24", W4, "ProjectPresentation"),
            (HEAT, "2024-01-24", W4, "Recommendation"),
        ]),
        ("speakers", {"organisation": UNI}, [("Łukasz Šołta", UNI, "2024-01-24", "2024-03-06", "2")]),
        ("memberships", {"organisation": UNI}, [
            ("Łukasz Šołta", "Projektleiter", UNI, "2024-01-24", "2024-03-06", "2"),
        ]),
        # Anne Brettin is excused as attendee, but presents
        ("bridges", {"one": "Werkstatt 4", "other": "Werkstatt 2"}, [(W4, W2, "organisation", SWM, "1", "1")]),
        ("bridges", {}, [(W2, W4, "organisation", SWM, "1", "1")]),
        ("open-tasks", {}, [
            ("2024-03-31", "Jördis Kalauch", "Frau Kalauch prüft die Kosten bis Ende März.", W4, "2024-01-24"),
        ]),
        ("missing-protocols", {}, [
            (W2, "", "", "2024-02-20", "2024-01-16", "", "named as next session"),
            (W4, "15", "15", "2023-11-21", "", "2024-01-24", "named as previous session"),
        ]),
        ("attendance", {"person": "Anne Brettin"}, [
            ("Anne Brettin", "2024-01-24", W4, "16", "Attendee", "Excused", SWM),
        ]),
        ("co-decisions", {}, [(HEAT, "Werkstatt 2, Werkstatt 4", "2", "2024-01-16", "2024-01-24")]),
        ("figures", {}, [("2024-01-24", W4, "72", "72 Projekte bestätigt", "2024-01-24")]),
        ("projects", {"project": CAMPUS}, [(CAMPUS, "", "STARK", UNI, W4, "1500000", "")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_shipped_answers(name: str, values: dict[str, str], rows: list[tuple[str, ...]]) -> None:
    answer = run_shipped(STORE, name, values=values)
    assert isinstance(answer, Table)
    assert list(answer.rows) == rows


def test_what_is_not_said_stays_empty() -> None:
    # nobody's organisation, no addressee, no body: the row is there, the cell is empty
    lines = STORE.dump().splitlines(keepends=True)
    dropped = ("participation_in_name_of", "ns#addressee", "ns#assignee", "had_responsible_organization")
    store = GraphStore.memory()
    store.load(line for line in lines if not any(name.encode() in line for name in dropped))
    for name, column, empty in (
        ("presentations", 5, 4), ("presentations", 1, 4), ("recommendations", 3, 4), ("decisions", 1, 4),
        ("open-tasks", 1, 1), ("attendance", 6, 4), ("project-path", 2, 8), ("meetings", 1, 3), ("figures", 1, 1),
    ):  # fmt: skip
        answer = run_shipped(store, name)
        assert isinstance(answer, Table)
        assert [row[column] for row in answer.rows] == [""] * empty, name


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("nonsense", {}, "There are: attendance, bridges"),
        ("decisions", {"nonsense": "x"}, "Its parameters: body, project"),
        ("decisions", {"body": "Werkstatt 9"}, "The nearest names: Werkstatt"),
        ("decisions", {"project": "Werkstatt 4"}, "Nobody and nothing"),
    ],
)
def test_wrong_parameters(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run_shipped(STORE, name, values=values)


def test_another_base() -> None:
    store = GraphStore.memory()
    store.load(STORE.dump().replace(DEFAULT_BASE.encode(), b"https://daten.example/x#"))
    answer = run_shipped(store, "presentations", values={"project": HEAT})
    assert isinstance(answer, Table)
    assert len(answer.rows) == 2
    assert shipped_query("presentations").parameters[1].kinds == ("project",)


def test_formats_are_listed() -> None:
    assert FORMATS[:2] == ("table", "data")
