"""The network in the formats of other programs: what is written is read back, whatever the names are."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_world import BASE, realistic

from protokollgraph.graph.drawing import FORMATS, draw
from protokollgraph.graph.interchange import gexf, neo4j, tables
from protokollgraph.graph.interchange.flat import flat, for_xml, is_day
from protokollgraph.graph.interchange.graphml import as_graphml
from protokollgraph.graph.interchange.node_link import as_json, node_link
from protokollgraph.graph.network import network
from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage

PERSON, BODY = BASE + "person/x", BASE + "body/w"
GEXF = {"gexf": "{http://gexf.net/1.3}", "viz": "{http://gexf.net/1.3/viz}"}

NAMES = [
    pytest.param("Anke Kelterborn", id="plain"),
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("]]> & <!-- <?xml", id="marks of XML"),
    pytest.param('a "b", c; d\\', id="quotes, separators, backslash"),
    pytest.param("a\x07b\x00c\x1f", id="control characters"),
    pytest.param("\ud800 allein", id="half of a pair"),
    pytest.param("erste\r\nzweite\tZeile\u2028dritte", id="line breaks"),
    pytest.param("\u202eEsrever\u2066", id="right to left"),
    pytest.param("=HYPERLINK(1)", id="formula"),
    pytest.param("'=1", id="guarded formula"),
    pytest.param("-2 | +3 | @x", id="joint of names"),
    pytest.param("N" * 500, id="500 characters"),
]
texts = st.text(st.characters(codec=None), max_size=30)
occasions = st.lists(
    st.builds(
        Occasion,
        date=st.sampled_from(["", "2024-01-24", "2024-01-25", "2024-03-06", "2024-02-31", "2024"]),
        meeting=st.sampled_from(["", BASE + "meeting/w/1"]),
        body=st.sampled_from(["", BODY]),
        title=texts,
    ),
    min_size=1,
    max_size=4,
).map(lambda found: tuple(sorted(found)))


def tied(name: str, *, sentence: str = "Sie spricht.", occasions: Iterable[Occasion] = (), **more: Any) -> Any:
    """A network of one person with this name who attends and chairs a body."""
    graph = networkx.MultiDiGraph(protocols=1, first="2024-01-24", last="2024-01-24", centre="")
    ends = {"first": "2024-01-24", "last": "2024-01-24"}
    graph.add_node(PERSON, label=name, kind="person", iri=PERSON, aliases=(name, "A."), **ends, **more)
    graph.add_node(BODY, label="Werkstatt 1", kind="body", iri=BODY, aliases=(), **ends)
    when = tuple(occasions) or (Occasion("2024-01-24", BASE + "meeting/w/1", BODY, "Werkstatt 1, 1. Sitzung"),)
    passage = Passage(sentence, "Werkstatt 1, 1. Sitzung", "2024-01-24", True, BASE + "protocol/w/1", 3)
    for relation in ("attends", "chairs"):
        graph.add_edge(
            PERSON, BODY, key=relation, relation=relation, family="attendance", meetings=len(when), occasions=when,
            details=(name,), evidence=(passage,), passages=1, stated=True, **ends,
        )  # fmt: skip
    return graph


def read_gexf(content: bytes) -> Any:
    """Before 3.6 networkx knows no GEXF 1.3, whose elements are those of 1.2."""
    if "1.3" not in networkx.readwrite.gexf.GEXF.versions:
        content = content.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft")
    return networkx.read_gexf(BytesIO(content))


def rows(content: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    """The rows of a table as any reader of RFC 4180 sees them."""
    return list(csv.DictReader(StringIO(content.decode(encoding), newline=""), strict=True))


def printed(name: str) -> str:
    """A name as UTF-8 can hold it."""
    return name.encode("utf-8", "replace").decode()


# GEXF


@pytest.mark.parametrize("name", NAMES)
def test_networkx_reads_gexf_back(name: str) -> None:
    graph = tied(name)
    read = read_gexf(gexf.as_gexf(graph))
    assert read.nodes[PERSON]["label"] == for_xml(name)
    assert {(source, target, told["relation"]) for source, target, told in read.edges(data=True)} == set(
        graph.edges(keys=True)
    )
    told = next(told for *_, told in read.edges(data=True))
    assert (told["weight"], told["meetings"], told["stated"]) == (1.0, 1, True)
    assert told["spells"] == [("2024-01-24", "2024-01-24")]


def test_gexf_has_place_size_and_colour_of_each_node() -> None:
    graph = network(realistic(bodies=2, sessions=2, people=12).store())
    looks = [told["viz"] for _, told in read_gexf(gexf.as_gexf(graph)).nodes(data=True)]
    assert len({(look["position"]["x"], look["position"]["y"]) for look in looks}) == len(graph)
    assert all(look["size"] > 3 and set(look["color"]) >= {"r", "g", "b"} for look in looks)


def test_gexf_keeps_relations_between_the_same_two_apart() -> None:
    root = ElementTree.fromstring(gexf.as_gexf(tied("Anke")))
    found = list(root.iter(GEXF["gexf"] + "edge"))
    assert {edge.get("kind") for edge in found} == {"attends", "chairs"}
    assert len({edge.get("id") for edge in found}) == 2


SPELLS = [
    pytest.param([], [], id="no day"),
    pytest.param(["2024-01-24"], [("2024-01-24", "2024-01-24")], id="one day"),
    pytest.param(["2024-03-01", "2024-02-29", "2024-02-29"], [("2024-02-29", "2024-03-01")], id="a run of days"),
    pytest.param(
        ["2024-01-24", "2024-01-26"], [("2024-01-24", "2024-01-24"), ("2024-01-26", "2024-01-26")], id="a day between"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("days", "expected"), SPELLS)
def test_spells_are_runs_of_days(days: list[str], expected: list[tuple[str, str]]) -> None:
    assert gexf.spells(days) == expected


def test_what_has_no_day_is_always_there_and_so_are_its_ends() -> None:
    graph = tied("Anke")
    graph.edges[PERSON, BODY, "chairs"]["occasions"] = (Occasion("", BASE + "meeting/w/2", BODY, ""),)
    read = read_gexf(gexf.as_gexf(graph))
    spells = {told["relation"]: told.get("spells") for *_, told in read.edges(data=True)}
    assert spells == {"attends": [("2024-01-24", "2024-01-24")], "chairs": None}
    assert [told.get("spells") for _, told in read.nodes(data=True)] == [None, None]


@settings(max_examples=60, deadline=None)
@given(name=texts, sentence=texts, when=occasions)
def test_any_gexf_is_read_back_with_spells_apart_and_in_order(
    name: str, sentence: str, when: tuple[Occasion, ...]
) -> None:
    read = read_gexf(gexf.as_gexf(tied(name, sentence=sentence, occasions=when)))
    assert read.nodes[PERSON]["label"] == for_xml(name)
    for *_, told in read.edges(data=True):
        assert told.get("sentences", "") == for_xml(sentence)
        ends = [day for spell in told.get("spells", []) for day in spell]
        assert ends == sorted(ends)
        assert bool(ends) == any(is_day(each.date) for each in when)


# GraphML and JSON


@pytest.mark.parametrize("name", NAMES)
def test_networkx_reads_graphml_back(name: str) -> None:
    read = networkx.read_graphml(BytesIO(as_graphml(tied(name, sentence=name))))
    # Line breaks as XML reads them (section 2.11).
    name = re.sub("\r\n?", "\n", for_xml(name))
    expected = flat(tied(name, sentence=name))
    assert sorted(read.nodes(data=True)) == sorted(expected.nodes(data=True))
    ties = {edge[:3]: edge[3] for edge in read.edges(keys=True, data=True)}
    assert ties == {
        edge[:3]: {**edge[3], "key": edge[2], "label": edge[2], "weight": 1}
        for edge in expected.edges(keys=True, data=True)
    }


def test_ids_in_graphml_differ() -> None:
    assert b"<edge " in as_graphml(tied("Anke"))
    assert b" id=" not in b"".join(re.findall(rb"<edge [^>]*>", as_graphml(tied("Anke"))))


@pytest.mark.parametrize("name", NAMES)
def test_networkx_reads_node_link_json_back(name: str) -> None:
    graph = tied(name)
    names = {"link": "edges"} if networkx.__version__ < "3.4" else {"edges": "edges"}
    back = networkx.node_link_graph(node_link(graph), **names)
    assert networkx.utils.graphs_equal(back, flat(graph))
    assert as_json(graph).decode()


def test_the_flat_network_has_days_and_bodies_and_votes_as_figures() -> None:
    plain = flat(tied("Anke", favor="12", against="keine"))
    assert (plain.nodes[PERSON]["favor"], plain.nodes[PERSON]["against"]) == (12, "keine")
    told = plain.edges[PERSON, BODY, "attends"]
    assert (told["dates"], told["bodies"]) == ("2024-01-24", BODY)


# CSV


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_read_back(name: str) -> None:
    written = tables.as_tables(tied(name, sentence=name))
    node = next(row for row in rows(written["nodes.csv"], "utf-8-sig") if row["id"] == PERSON)
    assert tables.unguarded(node["label"]) == _in_table(name)
    ties = rows(written["edges.csv"], "utf-8-sig")
    assert [(row["source"], row["label"], row["target"], row["weight"]) for row in ties] == [
        (PERSON, "attends", BODY, "1"),
        (PERSON, "chairs", BODY, "1"),
    ]
    evidence = rows(written["evidence.csv"], "utf-8-sig")
    assert [row["edge"] for row in evidence] == [row["id"] for row in ties]
    assert {(tables.unguarded(row["sentence"]), row["date"], row["page"]) for row in evidence} == {
        (_in_table(name), "2024-01-24", "3")
    }


def _in_table(name: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", printed(name))


@pytest.mark.parametrize("start", [*"=+-@\t\r\n＝＋－＠", "'="])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    written = tables.as_tables(tied(start + "1+1", sentence=start + "cmd"))
    for name in ("nodes.csv", "edges.csv", "evidence.csv"):
        cells = [cell for row in rows(written[name], "utf-8-sig") for cell in row.values()]
        assert not [cell for cell in cells if cell and cell[0] in "=+-@\t\r\n＝＋－＠"]


def test_tables_begin_with_the_mark_by_which_excel_knows_utf8_and_end_lines_as_rfc_4180_says() -> None:
    written = tables.as_tables(tied("Änne"))
    assert written["nodes.csv"].startswith(b"\xef\xbb\xbfid,label,")
    assert written["nodes.csv"].count(b"\r\n") == 3


@settings(max_examples=150, deadline=None)
@given(name=texts)
def test_any_text_comes_back_from_its_cell(name: str) -> None:
    assert tables.unguarded(tables.guarded(name)) == name
    node = rows(tables.as_tables(tied(name))["nodes.csv"], "utf-8-sig")[-1]
    assert tables.unguarded(node["label"]) == _in_table(name)


# Neo4j


@pytest.mark.parametrize("name", NAMES)
def test_the_neo4j_folder_is_read_back(name: str) -> None:
    written = neo4j.as_import(tied(name, sentence=name))
    nodes, ties = rows(written["nodes.csv"]), rows(written["relationships.csv"])
    assert {row[":LABEL"] for row in nodes} == {"Person", "Body"}
    assert {row[":TYPE"] for row in ties} == {"ATTENDS", "CHAIRS"}
    assert {end for row in ties for end in (row[":START_ID"], row[":END_ID"])} <= {row["iri:ID"] for row in nodes}
    assert (ties[0]["meetings:int"], ties[0]["dates:date[]"], ties[0]["stated:boolean"]) == ("1", "2024-01-24", "true")
    person = next(row for row in nodes if row["iri:ID"] == PERSON)
    assert person["aliases:string[]"].split(neo4j.SEPARATOR) == [_in_line(name), "A."]


def _in_line(name: str) -> str:
    name = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", printed(name))
    return name.replace("\\", "\u2216").strip()


@settings(max_examples=150, deadline=None)
@given(name=texts, sentence=texts, when=occasions)
def test_any_neo4j_folder_has_one_line_a_row_and_typed_fields(
    name: str, sentence: str, when: tuple[Occasion, ...]
) -> None:
    written = neo4j.as_import(tied(name, sentence=sentence, occasions=when))
    for table in ("nodes.csv", "relationships.csv"):
        read = rows(written[table])
        assert written[table].count(b"\n") == len(read) + 1
        assert b"\\" not in written[table]
        assert b"\r" not in written[table]
        for row in read:
            for field, cell in row.items():
                assert _fits(field.partition(":")[2], cell), (field, cell)
    assert rows(written["nodes.csv"])[-1]["label:string"] == _in_line(name)


def _fits(type_: str, cell: str) -> bool:
    if type_.endswith("[]"):
        return all(_fits(type_[:-2], each) for each in cell.split(neo4j.SEPARATOR))
    shapes = {"int": "[0-9]*", "boolean": "|true|false", "date": "|[0-9]{4}-[0-9]{2}-[0-9]{2}"}
    return re.fullmatch(shapes.get(type_, ".*"), cell, re.DOTALL) is not None


def test_the_script_sets_each_label_type_and_field_that_the_tables_have() -> None:
    written = neo4j.as_import(network(realistic(bodies=2, sessions=2, people=12).store()))
    script = written["import.cypher"].decode()
    for table in ("nodes.csv", "relationships.csv"):
        header = next(csv.reader(StringIO(written[table].decode())))
        assert all(f"row.`{field}`" in script for field in header if field != ":LABEL" and field != ":TYPE")
    assert {row[":LABEL"] for row in rows(written["nodes.csv"])} == set(re.findall(r"SET n:(\w+);", script))
    assert {row[":TYPE"] for row in rows(written["relationships.csv"])} == set(re.findall(r"\[r:(\w+)\]", script))
    assert "REQUIRE n.iri IS UNIQUE" in script


# All of them


def test_people_at_the_same_meetings_are_a_type_of_their_own_in_each_format() -> None:
    graph = network(realistic(bodies=2, sessions=3, people=12).store(), together=2)
    pairs = {edge[:2] for edge in graph.edges(keys=True) if edge[2] == "attends_with"}
    assert pairs
    read = read_gexf(gexf.as_gexf(graph)).edges(data=True)
    assert {edge[:2] for edge in read if edge[2]["relation"] == "attends_with"} == pairs
    assert all(edge[2].get("undirected") == (True if edge[:2] in pairs else None) for edge in read)
    assert {
        edge[:2]
        for edge in networkx.read_graphml(BytesIO(as_graphml(graph))).edges(keys=True)
        if edge[2] == "attends_with"
    } == pairs
    table = rows(tables.as_tables(graph)["edges.csv"], "utf-8-sig")
    assert {(row["source"], row["target"]) for row in table if row["type"] == "Undirected"} == pairs
    ties = rows(neo4j.as_import(graph)["relationships.csv"])
    found = {(row[":START_ID"], row[":END_ID"]) for row in ties if row[":TYPE"] == "ATTENDS_WITH"}
    assert found == pairs == {(row[":START_ID"], row[":END_ID"]) for row in ties if row["undirected:boolean"] == "true"}


@pytest.mark.parametrize("name", [each for each in FORMATS if each != "png"])
def test_an_empty_network_can_be_written(tmp_path: Path, name: str) -> None:
    out = tmp_path / "network"
    draw(pyoxigraph.Store(), out, format=name)
    assert all(path.stat().st_size for path in (out.iterdir() if FORMATS[name].folder else [out]))
