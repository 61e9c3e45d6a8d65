"""The data of the network page: figures by node, and what is left out so that the file stays readable."""

from __future__ import annotations

import networkx
import pyoxigraph
import pytest
from network_world import realistic

from protokollgraph.graph.measures.centralities import measures
from protokollgraph.graph.network import network
from protokollgraph.graph.page.picture import picture


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
