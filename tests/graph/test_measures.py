"""Centralities and communities: figures that can be computed by hand, and the same as networkx has."""

from __future__ import annotations

from itertools import combinations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from measures_world import drawn
from network_world import realistic

from protokollgraph.graph.measures.betweenness import betweenness
from protokollgraph.graph.measures.centralities import between, measures
from protokollgraph.graph.measures.communities import communities
from protokollgraph.graph.measures.ties import ties_of
from protokollgraph.graph.network import network

CHAIN = drawn(
    "p1 speaks_for o1 w1 2024-01-24 2024-03-06",
    "o1 sponsor c1 w1 2024-01-24",
    "c1 task p2 w2 2024-02-01",
    "p2 attends w2 w2 2024-02-01",
)
"""p1 – o1 – c1 – p2 by stated ties; that p2 attends w2 is none."""


def test_betweenness_of_a_chain() -> None:
    # Of the 3 pairs of others: o1 lies between p1–c1 and p1–p2, c1 between o1–p2 and p1–p2.
    assert measures(CHAIN).betweenness == {"c1": 0.666667, "o1": 0.666667, "p1": 0.0, "p2": 0.0, "w2": 0.0}


def test_degree_counts_different_others_and_no_attendance() -> None:
    assert measures(CHAIN).degree == {"c1": 2, "o1": 2, "p1": 1, "p2": 1, "w2": 0}


def test_bodies_are_those_in_whose_meetings_it_appears() -> None:
    graph = drawn(
        "p1 attends w1 w1 2024-01-24",
        "p1 speaks_for o1 w2 2024-02-01 2024-03-01",
        "p1 attends_with p2 w3 2024-04-01",
        "w1 lead c1 w2 2024-02-01",
    )
    assert measures(graph).bodies == {"c1": 1, "o1": 1, "p1": 2, "p2": 0, "w1": 1}


def test_two_equally_short_connections_count_half_each() -> None:
    square = drawn("w1 lead c1 w1 2024-01-24", "w1 lead c2 w1 2024-01-24", "o1 sponsor c1 w1 2024-01-24",
                   "o1 sponsor c2 w1 2024-01-24")  # fmt: skip
    assert between(ties_of(square))[0] == {"c1": 0.5, "c2": 0.5, "o1": 0.5, "w1": 0.5}


def test_a_decision_is_a_way_and_no_actor() -> None:
    graph = drawn(
        "w1 recommends d1 w1 2024-01-24",
        "d1 concerns c1 w1 2024-01-24",
        "d1 addressed_to o1 w1 2024-01-24",
        "w1 recommends d2 w1 2024-03-06",
        "d2 concerns c1 w1 2024-03-06",
        "w1 decides d3 w1 2024-03-06",
    )
    ties = ties_of(graph)
    assert {iri: list(others) for iri, others in ties.items()} == {"c1": ["w1"], "o1": ["w1"], "w1": ["c1", "o1"]}
    assert ties["w1"]["c1"].meetings == 2
    assert ties["w1"]["o1"].edges == (("d1", "o1", "addressed_to"), ("w1", "d1", "recommends"))
    assert set(measures(graph).betweenness) == {"c1", "o1", "w1"}


def test_relations_between_the_same_two_are_one_tie() -> None:
    graph = drawn("p1 presents c1 w1 2024-01-24 2024-03-06", "c1 task p1 w1 2024-03-06 2024-05-02")
    assert ties_of(graph)["p1"]["c1"].meetings == 3
    assert measures(graph).degree == {"c1": 1, "p1": 1}


def test_communities_are_numbered_by_size_and_named_by_their_bodies() -> None:
    graph = drawn(
        *(f"w1 lead c{number} w1 2024-01-24" for number in (1, 2, 3)),
        "p1 presents c1 w1 2024-01-24",
        "p1 presents c2 w1 2024-01-24",
        "p8 speaks_for o8 w2 2024-01-24 2024-03-06",
        "p9 speaks_for o8 w2 2024-01-24",
        "p7 attends w1 w1 2024-01-24",
    )
    found = measures(graph)
    assert found.communities == {"c1": 0, "c2": 0, "c3": 0, "p1": 0, "w1": 0, "o8": 1, "p8": 1, "p9": 1}
    assert found.names == ("W1", "O8")


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(drawn(), id="empty"),
        pytest.param(drawn(alone=["p1"]), id="one node"),
        pytest.param(drawn("p1 attends w1 w1 2024-01-24"), id="only attendance"),
    ],
)
def test_a_network_without_stated_ties_has_no_communities(graph: networkx.MultiDiGraph) -> None:
    found = measures(graph)
    assert (found.communities, found.names, found.estimated) == ({}, (), False)
    assert set(found.betweenness.values()) | set(found.degree.values()) <= {0}


PAIRS = some.sets(some.sampled_from(list(combinations(range(12), 2))))


@settings(deadline=None)
@given(PAIRS)
def test_exact_betweenness_is_that_of_networkx(pairs: set[tuple[int, int]]) -> None:
    graph = networkx.Graph(sorted(pairs))
    graph.add_nodes_from(range(12))
    counts = betweenness([sorted(graph[node]) for node in range(12)]).counts
    expected = networkx.betweenness_centrality(graph, normalized=False)
    assert counts == pytest.approx([expected[node] for node in range(12)], abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_a_sample_of_sources_comes_near(seed: int) -> None:
    graph = networkx.barabasi_albert_graph(400, 2, seed=seed)
    lists = [sorted(graph[node]) for node in range(400)]
    exact, sampled = betweenness(lists), betweenness(lists, exact=10)
    assert (exact.estimated, sampled.estimated) == (False, True)
    first = [set(sorted(range(400), key=each.counts.__getitem__)[-20:]) for each in (exact, sampled)]
    assert len(first[0] & first[1]) >= 15
    assert sum(sampled.counts) == pytest.approx(sum(exact.counts), rel=0.1)


def test_a_large_network_says_that_it_is_estimated() -> None:
    graph = drawn(*(f"p{number} speaks_for o{number % 7} w1 2024-01-24" for number in range(100)))
    assert measures(graph, exact=10).estimated is True
    assert measures(graph).estimated is False


def test_the_order_of_the_network_does_not_matter() -> None:
    graph = network(realistic(bodies=3, sessions=2, people=20).store())
    turned = networkx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert measures(turned) == measures(graph)


def test_communities_of_two_groups_with_one_bridge() -> None:
    inner = [f"p{a} task o{b} w1 2024-01-24 2024-02-01" for a in (1, 2) for b in (1, 2)]
    outer = [f"p{a} task o{b} w1 2024-01-24 2024-02-01" for a in (8, 9) for b in (8, 9)]
    graph = drawn(*inner, *outer, "p2 speaks_for o8 w1 2024-01-24")
    assert communities(ties_of(graph)) == (("o1", "o2", "p1", "p2"), ("o8", "o9", "p8", "p9"))
