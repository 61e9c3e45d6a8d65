"""Shortest connections: found as networkx finds them, the strongest first, each step with its sentence."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from measures_world import drawn
from network_world import realistic

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.drawing import draw
from protokollgraph.graph.measures.connections import Connections, connecting, connections, connections_in, limited
from protokollgraph.graph.measures.connections_text import render_text
from protokollgraph.graph.measures.paths import parts_without, shortest
from protokollgraph.graph.measures.wording import words
from protokollgraph.graph.relations.questions import relations

TWO_WAYS = drawn(
    "p1 speaks_for o1 w1 2024-01-24",
    "p1 presents c1 w1 2024-01-24 2024-03-06",
    "p2 presents c1 w2 2024-02-01 2024-04-01",
    "p2 speaks_for o1 w1 2024-03-06",
    "p2 attends w2 w2 2024-02-01",
    "p3 attends w2 w2 2024-02-01",
)


def ways(found: Connections) -> list[list[str]]:
    """The nodes on each connection, in order."""
    return [[each.steps[0].source.iri, *(step.target.iri for step in each.steps)] for each in found.found]


def test_the_strongest_of_equally_short_ones_comes_first() -> None:
    found = connections_in(TWO_WAYS, "p1", "p2")
    assert ways(found) == [["p1", "c1", "p2"], ["p1", "o1", "p2"]]
    assert (found.number, found.stated) == (2, True)
    assert [each.strength for each in found.found] == [(2, 4, "2024-03-06"), (1, 2, "2024-01-24")]


def test_of_equally_strong_ones_the_newer_comes_first() -> None:
    graph = drawn(
        "p1 task c1 w1 2024-01-24", "p2 task c1 w1 2024-01-24", "p1 task c2 w1 2024-03-06", "p2 task c2 w1 2024-03-06"
    )
    assert ways(connections_in(graph, "p1", "p2")) == [["p1", "c2", "p2"], ["p1", "c1", "p2"]]


def test_a_step_tells_relation_days_and_sentence_in_its_direction() -> None:
    first, second = connections_in(TWO_WAYS, "p1", "p2").found[0].steps
    assert (first.relations, first.meetings, first.days) == (("presents",), 2, ("2024-01-24", "2024-03-06"))
    assert second.relations == ("is presented by",)
    (passage,) = second.evidence
    assert (passage.sentence, passage.protocol, passage.page) == ("p2 presents c1.", "W2 on 2024-04-01", 2)


def test_the_limit_keeps_the_number() -> None:
    found = connections_in(TWO_WAYS, "p1", "p2", limit=1)
    assert (len(found.found), found.number) == (1, 2)


def test_a_decision_is_on_the_way_and_named() -> None:
    graph = drawn("w1 recommends d1 w1 2024-01-24", "d1 concerns c1 w1 2024-01-24", "d1 addressed_to o1 w1 2024-01-24")
    graph.nodes["d1"].update(decision="Recommendation", date="2024-01-24")
    (step,) = connections_in(graph, "c1", "w1").found[0].steps
    assert step.relations == ("is recommended by (Recommendation of 2024-01-24)",)
    assert step.meetings == 1
    assert sorted(limited(graph, connections_in(graph, "c1", "o1"))) == ["c1", "d1", "o1", "w1"]


def test_a_decision_can_be_an_end() -> None:
    graph = drawn("w1 recommends d1 w1 2024-01-24", "d1 concerns c1 w1 2024-01-24", "p1 presents c1 w1 2024-01-24")
    assert ways(connections_in(graph, "d1", "p1")) == [["d1", "c1", "p1"]]


def test_attendance_is_no_connection_unless_asked_for() -> None:
    assert connections_in(TWO_WAYS, "p1", "p3").found == ()
    weaker = connections_in(TWO_WAYS, "p1", "p3", weaker=True)
    assert ways(weaker)[0] == ["p1", "c1", "p2", "w2", "p3"]
    assert [step.stated for step in weaker.found[0].steps] == [True, True, False, False]
    assert "attendance only" in render_text(weaker)
    assert "are not connected by anything that a protocol states" in " ".join(render_text(weaker).split())


def test_kinds_limit_who_lies_between_but_not_the_ends() -> None:
    assert ways(connections_in(TWO_WAYS, "p1", "p2", ("organisation",))) == [["p1", "o1", "p2"]]
    assert connections_in(TWO_WAYS, "p1", "p2", ("programme",)).found == ()


def test_only_what_lies_on_the_connections_is_left() -> None:
    kept = limited(TWO_WAYS, connections_in(TWO_WAYS, "p1", "p2", limit=1))
    assert sorted(kept.edges(keys=True)) == [("p1", "c1", "presents"), ("p2", "c1", "presents")]
    assert (kept.graph["protocols"], kept.graph["first"], kept.graph["last"]) == (4, "2024-01-24", "2024-04-01")


def test_the_text_tells_each_step_once() -> None:
    text = render_text(connections_in(TWO_WAYS, "p1", "p2"))
    assert text.splitlines()[0] == "P1 (person) and P2 (person) are connected in 2 steps, in 2 equally short ways:"
    assert "1. P1 → C1 → P2" in text
    assert "P1 → C1: presents · 2 meetings, 2024-01-24, 2024-03-06" in text
    assert "„p1 presents c1.“\n       W1 on 2024-03-06, page 2" in text
    fork = drawn("p1 task c1 w1 2024-01-24", "c1 task o1 w1 2024-01-24", "c1 task o2 w1 2024-01-24",
                 "o1 task p2 w1 2024-01-24", "o2 task p2 w1 2024-01-24")  # fmt: skip
    assert render_text(connections_in(fork, "p1", "p2")).count("   P1 → C1: as in 1") == 1


def test_every_relation_has_words_in_both_directions() -> None:
    known = {relation for members in relations()["families"].values() for relation in members}
    assert set(words()["relations"]) == known
    assert all(len(each) == 2 for each in words()["relations"].values())


NODES = some.integers(0, 9)
EDGES = some.sets(some.sampled_from(list(combinations(range(10), 2))))


@settings(deadline=None)
@given(EDGES)
def test_paths_are_those_of_networkx(edges: set[tuple[int, int]]) -> None:
    graph = networkx.Graph([(f"n{one}", f"n{other}") for one, other in sorted(edges)])
    graph.add_nodes_from(["n0", "n9"])
    adjacent = {node: sorted(graph[node]) for node in sorted(graph)}
    number, found = shortest(adjacent, "n0", "n9", lambda _: True)
    paths = list(found)
    expected = networkx.all_shortest_paths(graph, "n0", "n9") if networkx.has_path(graph, "n0", "n9") else []
    assert sorted(paths) == sorted(tuple(each) for each in expected)
    assert number == len(paths)


@settings(deadline=None)
@given(EDGES, NODES)
def test_parts_without_are_those_that_the_others_no_longer_reach(edges: set[tuple[int, int]], gone: int) -> None:
    graph = networkx.Graph(sorted(edges))
    graph.add_node(gone)
    cut = parts_without({str(node): [str(other) for other in graph[node]] for node in graph}, str(gone))
    near = networkx.node_connected_component(graph, gone) - {gone}
    parts = sorted(map(len, networkx.connected_components(graph.subgraph(near))))
    assert len(cut) == sum(parts[:-1])


STORE = realistic(bodies=3, sessions=3, people=30).store()


def test_two_people_of_a_store_are_connected_by_what_protocols_state() -> None:
    graph = networkx.Graph(connecting(STORE, "werkstatt 1", "werkstatt 3"))
    found = connections(STORE, "werkstatt 1", "werkstatt 3")
    assert found.stated
    assert 0 < len(found.found) <= 5
    for each in found.found:
        assert [one.target for one, _ in pairwise(each.steps)] == [other.source for _, other in pairwise(each.steps)]
        assert all(step.evidence for step in each.steps)
        assert {step.source.iri for step in each.steps} <= set(graph)


def test_a_page_of_what_lies_between_two(tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.html", tmp_path / "part.html"
    draw(STORE, whole)
    draw(STORE, part, between=("werkstatt 1", "werkstatt 3"))
    assert part.stat().st_size < whole.stat().st_size
    assert "Werkstatt 3" in part.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "error", "said"),
    [
        pytest.param(("Werkstatt 1", "werkstatt 1"), UsageError, "are the same: Werkstatt 1 <", id="same"),
        pytest.param(("Werkstatt 1", "Nemo"), UsageError, "Nothing in the network is called 'Nemo'", id="nobody"),
        pytest.param(("Werkstatt", "STARK"), UsageError, "fits 3 nodes", id="several"),
    ],
)
def test_names_that_do_not_name_two_are_refused(names: tuple[str, str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        connections(STORE, *names)


def test_no_connections_at_all_cannot_be_asked_for() -> None:
    with pytest.raises(UsageError, match="Ask for 1 or more"):
        connections(STORE, "Werkstatt 1", "Werkstatt 3", limit=0)


def test_a_chain_of_thousands_is_followed() -> None:
    size = 3000
    adjacent = {str(node): [str(other) for other in (node - 1, node + 1) if 0 <= other < size] for node in range(size)}
    number, paths = shortest(adjacent, "0", str(size - 1), lambda _: True)
    assert (number, len(next(paths))) == (1, size)


def test_very_many_equally_short_ones_are_counted_but_not_all_compared() -> None:
    rows = [[f"{row}-{column}" for column in range(10)] for row in range(6)]
    layers = [["start"], *rows, ["end"]]
    adjacent: dict[str, list[str]] = {node: [] for layer in layers for node in layer}
    for one, other in pairwise(layers):
        for left in one:
            for right in other:
                adjacent[left].append(right)
                adjacent[right].append(left)
    number, paths = shortest(adjacent, "start", "end", lambda _: True)
    assert number == 10**6
    assert next(paths) == ("start", "0-0", "1-0", "2-0", "3-0", "4-0", "5-0", "end")


def test_who_is_not_connected_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    names = ("Werkstatt 1", "Werkstatt 3")
    found = connections(STORE, *names, kinds=["programme", "decision"])
    assert (found.found, found.source.name, found.target.kind) == ((), "Werkstatt 1", "body")
    assert render_text(found).startswith("There is no connection between Werkstatt 1 (body) and Werkstatt 3 (body)")
    with pytest.raises(GraphError, match="no connection"):
        draw(STORE, tmp_path / "x.html", between=names, kinds=["programme"])
    assert not (tmp_path / "x.html").exists()
    with pytest.raises(UsageError, match="only one limit"):
        draw(STORE, tmp_path / "x.html", between=names, around="Werkstatt 1")
