"""The networks of the benchmark have the shape of those of a store."""

from __future__ import annotations

from itertools import pairwise

import networkx
import pytest

from benchmarks.invented_network import network
from protokollgraph.graph.page.writing import page
from protokollgraph.graph.relations.nodes import KINDS
from protokollgraph.graph.relations.questions import families

EDGE = {"relation", "family", "meetings", "occasions", "first", "last", "details", "evidence", "passages", "stated"}


@pytest.mark.parametrize(("size", "ties"), [(60, None), (200, None), (2000, None), (400, 1200)])
def test_it_has_the_asked_number_of_nodes_and_ties(size: int, ties: int | None) -> None:
    graph = network(size, ties=ties)
    wanted = ties or size * 1.83
    assert len(graph) == size
    assert wanted * 0.98 <= graph.number_of_edges() <= wanted * 1.1


def test_its_nodes_and_edges_are_those_of_a_store() -> None:
    graph = network(300)
    assert {attributes["kind"] for _, attributes in graph.nodes(data=True)} == set(KINDS)
    assert networkx.number_weakly_connected_components(graph) == 1
    for _, _, relation, tie in graph.edges(keys=True, data=True):
        assert set(tie) == EDGE
        assert tie["family"] == families()[relation]
        assert tie["meetings"] == len(tie["occasions"]) > 0
        assert all(earlier <= later for earlier, later in pairwise(tie["occasions"]))
        assert tie["evidence"][0].date == tie["last"]


def test_the_same_number_gives_the_same_page() -> None:
    assert page(network(120), title="Netzwerk") == page(network(120), title="Netzwerk")
    assert page(network(120, seed=2), title="Netzwerk") != page(network(120), title="Netzwerk")
