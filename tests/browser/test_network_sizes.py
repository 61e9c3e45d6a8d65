"""The network page of one node, and of a network too large for one picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest

from benchmarks.invented_network import network
from protokollgraph.graph.page.writing import write_page
from protokollgraph.graph.thinning import thinned

pytestmark = pytest.mark.browser


def test_one_node_is_shown(tmp_path: Path, visit: Callable[..., Any]) -> None:
    graph = networkx.MultiDiGraph(protocols=1, first="2024-01-24", last="2024-01-24", centre="")
    iri = "https://protokolle.example/id/person/1"
    graph.add_node(iri, label="Anke Quandt", kind="person", iri=iri, aliases=(), first="", last="")
    write_page(graph, tmp_path / "one.html", title="Netzwerk")
    page = visit(tmp_path / "one.html").page
    assert page.inner_text("#summary").startswith("1 Knoten, 0 Verbindungen")
    page.fill("#search", "Quandt")
    page.keyboard.press("Enter")
    assert "Anke Quandt" in page.inner_text("#panel")


def test_what_a_large_network_leaves_out_is_said_in_both_languages(tmp_path: Path, visit: Callable[..., Any]) -> None:
    graph, _ = thinned(network(400), nodes=100, edges=150)
    write_page(graph, tmp_path / "part.html", title="Netzwerk")
    page = visit(tmp_path / "part.html").page
    assert "Auszug: ohne 300 Knoten" in page.inner_text("#summary")
    page.click("#language")
    assert "excerpt: without 300 nodes" in page.inner_text("#summary")
    assert "around a name" in page.get_attribute("#summary", "title")
