"""Networks too large for one picture."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx
import pytest

from benchmarks.invented_network import network as invented
from protokollgraph.graph import drawing
from protokollgraph.graph.page.writing import page
from protokollgraph.graph.thinning import LeftOut, thinned


@pytest.fixture(scope="module")
def large() -> networkx.MultiDiGraph:
    return invented(1500)


def meetings(graph: networkx.MultiDiGraph) -> float:
    found: list[int] = [tie["meetings"] for *_, tie in graph.edges(data=True)]
    return sum(found) / len(found)


def test_a_network_that_is_small_enough_stays_as_it_is(large: networkx.MultiDiGraph) -> None:
    kept, left_out = thinned(large, nodes=1500, edges=large.number_of_edges())
    assert kept is large
    assert not left_out
    assert str(left_out) == ""


@pytest.mark.parametrize(
    ("nodes", "edges"), [(300, 9000), (300, 320), (1500, 1700), (9000, 50), (1, 0)], ids=lambda number: str(number)
)
def test_no_more_is_kept_than_allowed_and_all_else_is_counted(
    large: networkx.MultiDiGraph, nodes: int, edges: int
) -> None:
    kept, left_out = thinned(large, nodes=nodes, edges=edges)
    assert len(kept) == min(nodes, edges + 1)
    assert kept.number_of_edges() <= edges
    assert left_out.kept == (len(kept), kept.number_of_edges())
    assert sum(left_out.nodes.values()) == len(large) - len(kept)
    assert sum(left_out.edges.values()) == large.number_of_edges() - kept.number_of_edges()
    assert kept.graph["left_out"] == {"nodes": len(large) - len(kept), "edges": sum(left_out.edges.values())}
    assert "left_out" not in large.graph


@pytest.mark.parametrize(("nodes", "edges"), [(300, 9000), (300, 299), (1500, 1600)])
def test_what_is_kept_hangs_together_and_is_as_it_was(large: networkx.MultiDiGraph, nodes: int, edges: int) -> None:
    kept, _ = thinned(large, nodes=nodes, edges=edges)
    assert networkx.number_weakly_connected_components(kept) == 1
    assert all(large.nodes[node] == attributes for node, attributes in kept.nodes(data=True))
    assert all(large.edges[edge[:3]] == edge[3] for edge in kept.edges(keys=True, data=True))


def test_what_has_the_most_meetings_is_kept(large: networkx.MultiDiGraph) -> None:
    kept, left_out = thinned(large, nodes=300, edges=400)
    assert meetings(kept) > 1.5 * meetings(large)
    bodies = [node for node, kind in large.nodes(data="kind") if kind == "body"]
    assert all(body in kept for body in bodies)
    assert left_out.nodes["decision"] > 0.9 * Counter(dict(large.nodes(data="kind")).values())["decision"]


def test_it_begins_with_what_the_network_is_drawn_around(large: networkx.MultiDiGraph) -> None:
    quiet = min(large, key=lambda node: (large.degree(node), node))
    around = large.copy()
    around.graph["centre"] = quiet
    kept, _ = thinned(around, nodes=40, edges=60)
    assert quiet in kept
    assert networkx.number_weakly_connected_components(kept) == 1


def test_parts_that_nothing_ties_are_kept_as_far_as_there_is_room() -> None:
    graph = networkx.compose(invented(60), networkx.relabel_nodes(invented(60, seed=2), lambda iri: f"{iri}/other"))
    graph.graph["centre"] = ""
    kept, _ = thinned(graph, nodes=100, edges=900)
    assert networkx.number_weakly_connected_components(kept) == 2


def test_the_same_network_is_thinned_in_the_same_way() -> None:
    graph = invented(400)
    turned = networkx.MultiDiGraph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    one, other = (thinned(each, nodes=100, edges=150)[0] for each in (graph, turned))
    assert set(one.edges(keys=True)) == set(other.edges(keys=True))
    assert page(one, title="Netzwerk") == page(other, title="Netzwerk")


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        (LeftOut({"person": 1}, {}, (5, 9)), "1 node (1 person) is left out"),
        (LeftOut({}, {"work": 2}, (5, 9)), "; 2 ties are left out"),
        (LeftOut({"body": 2, "decision": 3000}, {"work": 1}, (1, 1)), "(3,000 decisions, 2 bodies) and 1 tie are left"),
        (LeftOut({"person": 1}, {}, (5, 9)), "--around and --hops, --from and --to, or --kind"),
    ],
)
def test_it_says_what_is_left_out_and_how_to_narrow(left_out: LeftOut, said: str) -> None:
    assert said in str(left_out)


@pytest.mark.parametrize(("name", "whole"), [("network.html", False), ("network.gexf", True), ("network.json", True)])
def test_only_what_people_look_at_is_thinned(
    name: str, whole: bool, large: networkx.MultiDiGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(*_: object, **__: object) -> networkx.MultiDiGraph:
        return large

    def few(graph: networkx.MultiDiGraph) -> tuple[networkx.MultiDiGraph, LeftOut]:
        return thinned(graph, nodes=100, edges=150)

    monkeypatch.setattr(drawing, "network", given)
    monkeypatch.setattr(drawing, "thinned", few)
    drawn = drawing.draw(None, tmp_path / name)  # type: ignore[arg-type]
    assert bool(drawn.left_out) is not whole
    assert drawn.nodes == (1500 if whole else 100)
    assert ('"left_out":{"nodes":1400,' in (tmp_path / name).read_text(encoding="utf-8")) is not whole
