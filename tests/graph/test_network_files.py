"""The network in files: GraphML, GEXF and node-link JSON that other programs read, and the page as text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx
import pyoxigraph
import pytest
from network_world import BASE, World, participation, protocol, realistic
from page_data import data_of

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.drawing import FORMATS
from protokollgraph.graph.interchange.target import write_file
from protokollgraph.graph.network import network
from protokollgraph.graph.page.markup import as_json
from protokollgraph.graph.page.writing import page, write_page
from protokollgraph.graph.placement import place
from protokollgraph.graph.readable import joined
from protokollgraph.ontology.namespaces import FOAF, ORG

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</script><script>alert(1)</script>", id="end of the data block"),
    pytest.param("<!--<script>", id="comment and script"),
    pytest.param("<img src=x onerror=alert(1)>", id="handler"),
    pytest.param('"></a><b>', id="end of an attribute"),
    pytest.param("$title ${script} $$", id="placeholder of the template"),
    pytest.param("\u202eEsrever\u2029\u2028", id="right to left and line separators"),
    pytest.param("N" * 500, id="500 characters"),
]


def named(person: str) -> networkx.MultiDiGraph:
    """A network of one person with this name, and an organisation."""
    world = World()
    graph, meeting = protocol(world, BASE + "body/werkstatt-1", "Werkstatt 1", "2024-01-24", 1)
    node = world.named(graph, BASE + "person/x", FOAF.Person, person, FOAF.name)
    organisation = world.named(graph, BASE + "organisation/y", ORG.Organization, "Stadt Drehna")
    world.because(
        graph,
        5,
        f"Es spricht {person}.",
        participation(world, graph, meeting, node, "Attendee", organisation=organisation),
    )
    return network(world.store())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_inside_the_data_block(name: str) -> None:
    text = page(named(name), title=name)
    block = data_of(text)
    assert joined(name) in [node["label"] for node in block["nodes"]]
    assert text.lower().count("<script") == page(named("Anke"), title="Anke").lower().count("<script")
    assert "<img" not in text
    assert "\u2028" not in text.split('id="data">')[1].split("</script>")[0]


@pytest.mark.parametrize("text", ["<", ">", "&", "\u2028", "\u2029", "</ScRiPt", "<!--"])
def test_no_character_that_html_reads_is_left_in_the_data(text: str) -> None:
    assert not re.search("[<>&\u2028\u2029]", as_json({"name": text}))
    assert json.loads(as_json({"name": text})) == {"name": text}


def test_the_page_loads_nothing_and_says_so_to_the_browser() -> None:
    text = page(network(realistic().store()), title="Netzwerk")
    assert not re.search(r"""<[^>]*\s(?:src|href)\s*=\s*["']?(?:https?:)?//""", text)
    assert not re.search(r"<link|@import|url\(\s*['\"]?http", text.split("<script")[0])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy.group(1).split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[^ ]+'", rules["script-src"])
    assert "unsafe" not in policy.group(1)
    assert not re.search(r"<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=", text.split("<script")[0])


def test_a_page_of_500_nodes_is_at_most_one_and_a_half_megabytes() -> None:
    graph = network(realistic(bodies=12, sessions=6, people=150).store())
    assert len(graph) >= 500
    assert len(page(graph, title="Netzwerk").encode()) <= 1_500_000


def test_the_same_graph_gives_the_same_page_whatever_the_order_of_the_quads() -> None:
    world = realistic(bodies=2, sessions=2, people=14)
    pages = {page(network(world.store(shuffle=seed)), title="Netzwerk") for seed in (None, None, 1, 2)}
    assert len(pages) == 1


WRITERS = [
    pytest.param(lambda graph, out: write_file(out, FORMATS["graphml"].load()(graph)), "graph.graphml", id="graphml"),
    pytest.param(lambda graph, out: write_file(out, FORMATS["gexf"].load()(graph)), "graph.gexf", id="gexf"),
    pytest.param(lambda graph, out: write_file(out, FORMATS["json"].load()(graph)), "graph.json", id="node-link"),
    pytest.param(lambda graph, out: write_file(out, FORMATS["svg"].load()(graph, title="N")), "graph.svg", id="svg"),
    pytest.param(lambda graph, out: write_page(graph, out, title="Netzwerk"), "graph.html", id="page"),
]
Writer = Callable[[networkx.MultiDiGraph, Path], None]

IN_A_FRESH_PROCESS = """
import sys
from pathlib import Path
from network_world import realistic
from test_network_files import WRITERS
from protokollgraph.graph.network import network
graph = network(realistic(bodies=2, sessions=2, people=10).store())
for writer, name in (parameter.values for parameter in WRITERS):
    writer(graph, Path(sys.argv[1]) / name)
"""


def test_files_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        search = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
        subprocess.run(
            [sys.executable, "-c", IN_A_FRESH_PROCESS, str(folder)],
            check=True, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": search},
        )  # fmt: skip
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(written[0]) == 5
    assert written[0] == written[1]


@pytest.mark.parametrize(("writer", "name"), WRITERS)
def test_a_file_that_cannot_be_written_is_one_clear_error(tmp_path: Path, writer: Writer, name: str) -> None:
    with pytest.raises(GraphError, match=name):
        writer(named("Anke"), tmp_path / "missing" / name)


@pytest.mark.parametrize(("writer", "name"), WRITERS)
def test_an_empty_network_is_written_too(tmp_path: Path, writer: Writer, name: str) -> None:
    writer(network(pyoxigraph.Store()), tmp_path / name)
    assert (tmp_path / name).read_bytes()


def test_the_page_of_an_empty_network_says_so() -> None:
    text = page(network(pyoxigraph.Store()), title="Netzwerk")
    assert 'class="is-empty"' in text
    assert "Dieses Netzwerk ist leer" in text


def test_there_are_words_in_two_languages_with_the_same_keys() -> None:
    with pytest.raises(UsageError, match="'fr'"):
        page(named("Anke"), title="Réseau", language="fr")
    words = data_of(page(named("Anke"), title="Network", language="en"))["words"]
    assert _keys(words["de"]) == _keys(words["en"])


def _keys(words: object, before: str = "") -> set[str]:
    if not isinstance(words, dict):
        return {before}
    return {key for name, value in words.items() for key in _keys(value, f"{before}.{name}")}


@pytest.mark.parametrize("size", [0, 1, 2, 40, 400])
def test_places_are_apart_and_the_same_each_time(size: int) -> None:
    ties = {(max(0, index // 3), index): 1.0 for index in range(1, size // 2)}
    places = place([6.0] * size, ties)
    assert places == place([6.0] * size, ties)
    assert len(set(places)) == size
    nearest = min((abs(x - u) + abs(y - v) for i, (x, y) in enumerate(places) for u, v in places[:i]), default=99)
    assert nearest > 12
