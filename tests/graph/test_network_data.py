"""The data of the network page: figures by node, and what is left out so that the file stays readable."""

from __future__ import annotations

import json
from typing import Any

import networkx
import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_world import realistic
from page_data import data_of, rows_of

from protokollgraph.graph.measures.centralities import measures
from protokollgraph.graph.network import network
from protokollgraph.graph.page.columns import packed
from protokollgraph.graph.page.picture import picture
from protokollgraph.graph.page.writing import page


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(realistic(bodies=3, sessions=4, people=24).store())


def test_figures_are_by_number_of_the_node(graph: networkx.MultiDiGraph) -> None:
    data, found = picture(graph), measures(graph)
    told = data["measures"]
    assert told["names"] == list(found.names)
    for node in data["nodes"]:
        iri, number = node["told"]["iri"], node["id"]
        assert told["communities"][number] == found.communities.get(iri, -1)
        assert told["betweenness"][number] == pytest.approx(found.betweenness.get(iri, 0), abs=1e-5)
        assert (told["bodies"][number], told["degree"][number]) == (found.bodies.get(iri, 0), found.degree.get(iri, 0))


def test_where_nobody_is_tied_there_are_no_figures() -> None:
    assert picture(network(pyoxigraph.Store()))["measures"] is None


ROWS = [
    pytest.param([], id="none"),
    pytest.param([{"a": 1}], id="one"),
    pytest.param([{"a": "x"}, {"a": "x"}, {"b": []}], id="keys that some have"),
    pytest.param([{"a": "https://e.example/1"}, {"a": "https://e.example/22"}], id="same beginning"),
    pytest.param([{"a": "https://e.example/"}, {"a": "https://e.example/22"}], id="one is the beginning"),
    pytest.param([{"a": {"b": 1}}, {"a": {"c": None}}], id="rows in rows"),
    pytest.param([["a", 1, True], ["b", 1, False, 7]], id="lists"),
    pytest.param([{"a": [1]}, {"a": [1]}, {"a": []}], id="lists as values"),
    pytest.param([{"a": 1}, {"a": True}, {"a": 1.5}, {"a": "1"}, {"a": None}], id="values that look alike"),
    pytest.param([{"a": "x"}] * 5 + [{"a": "y"}] * 5 + [{"a": "z"}] * 5, id="few words"),
]


@pytest.mark.parametrize("rows", ROWS)
def test_columns_hold_the_rows(rows: list[Any]) -> None:
    assert rows_of(json.loads(json.dumps(packed(rows)))) == rows


SIMPLE = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3), st.just("https://e.example/x"))
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "rows", "columns", "at", "most", "words"]), VALUES)))
def test_columns_hold_whatever_the_rows_hold(rows: list[dict[str, Any]]) -> None:
    assert json.dumps(rows_of(json.loads(json.dumps(packed(rows)))), sort_keys=True) == json.dumps(rows, sort_keys=True)


def test_the_page_has_all_data_in_columns(graph: networkx.MultiDiGraph) -> None:
    data, packed_data = picture(graph), data_of(page(graph, title="Netzwerk"))
    assert packed_data["facts"] == data["facts"]
    assert packed_data["passages"] == data["passages"]
    assert packed_data["nodes"] == [
        {key: value for key, value in node.items() if key != "id"} for node in data["nodes"]
    ]


def test_a_large_page_has_fewer_sentences_and_says_how_many_it_leaves_out(
    graph: networkx.MultiDiGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = picture(graph)
    assert not any(fact["more"] for fact in everything["facts"])
    monkeypatch.setattr("protokollgraph.graph.page.record.TEXT", 10)
    least = picture(graph)
    for fact, before in zip(least["facts"], everything["facts"], strict=True):
        assert len(fact["passages"]) == min(1, len(before["passages"]))
        assert fact["more"] == len(before["passages"]) - len(fact["passages"])
        newest = everything["passages"][before["passages"][0]][0] if before["passages"] else None
        assert newest == (least["passages"][fact["passages"][0]][0] if fact["passages"] else None)


def test_500_nodes_with_evidence_are_at_most_one_and_a_half_megabytes() -> None:
    graph = network(realistic(bodies=12, sessions=10, people=150).store())
    assert len(graph) >= 500
    assert len(page(graph, title="Netzwerk").encode()) <= 1_000_000
