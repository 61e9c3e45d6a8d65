"""What the network page links to: pages of entities, records in other registers, and never anything that runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from network_world import BASE, World, participation, protocol
from page_data import data_of

from protokollgraph.errors import UsageError
from protokollgraph.graph.drawing import draw
from protokollgraph.graph.network import network
from protokollgraph.graph.page.links import Pages, of_the_web
from protokollgraph.graph.page.picture import picture
from protokollgraph.ontology.namespaces import FOAF, ORG, OWL

ANKE, CHAMBER = BASE + "person/anke-zaue", BASE + "organisation/kammer"
ADDRESSES = [
    pytest.param("../{path}.html", "../person/anke-zaue.html", id="beside the page"),
    pytest.param("/id/{path}", "/id/person/anke-zaue", id="from the root"),
    pytest.param("{path}.html", "person/anke-zaue.html", id="below the page"),
    pytest.param("https://data.example/{path}.html", "https://data.example/person/anke-zaue.html", id="elsewhere"),
    pytest.param("HTTP://data.example/{path}", "HTTP://data.example/person/anke-zaue", id="scheme in capitals"),
    pytest.param(
        "https://data.example/?about={iri}",
        "https://data.example/?about=https%3A%2F%2Fprotokolle.example%2Fid%2Fperson%2Fanke-zaue",
        id="whole IRI",
    ),
]
NO_ADDRESSES = [
    pytest.param("javascript:alert('{path}')", id="script"),
    pytest.param("JavaScript:{path}", id="script in capitals"),
    pytest.param("java\tscript:{path}", id="script with a tab"),
    pytest.param(" javascript:{path}", id="script after a blank"),
    pytest.param("data:text/html,{path}", id="data"),
    pytest.param("file:///{path}", id="file"),
    pytest.param("{path}:{path}", id="scheme from the graph"),
    pytest.param("//evil.example/{path}", id="host without a scheme"),
    pytest.param("\\\\host\\{path}", id="backslashes"),
    pytest.param("https:{path}", id="no host"),
    pytest.param('"><b>{path}', id="markup"),
    pytest.param("pages.html", id="the same for all"),
    pytest.param("{name}.html", id="unknown place"),
    pytest.param("{path}/{}", id="empty place"),
    pytest.param("{path", id="open brace"),
    pytest.param("", id="nothing"),
]


def world() -> World:
    """A person who speaks for an organisation that another register knows."""
    made = World()
    graph, meeting = protocol(made, BASE + "body/werkstatt-1", "Werkstatt 1", "2024-01-24", 1)
    made.named(graph, ANKE, FOAF.Person, "Anke Zaue", FOAF.name)
    made.named(graph, CHAMBER, ORG.Organization, "Kammer Drehna")
    participation(made, graph, meeting, ANKE, "Chair", organisation=CHAMBER)
    for address in ("https://register.example/k/1", "javascript:alert(1)", "urn:x:1"):
        made.say(BASE + "graph/derived", CHAMBER, OWL.sameAs, to=[address])
    return made


def nodes(pages: Pages | None = None) -> dict[str, dict[str, Any]]:
    return {node["told"]["iri"]: node for node in picture(network(world().store()), pages=pages)["nodes"]}


@pytest.mark.parametrize(("template", "expected"), ADDRESSES)
def test_a_node_leads_to_its_page(template: str, expected: str) -> None:
    assert nodes(Pages(template, BASE))[ANKE]["page"] == expected


@pytest.mark.parametrize("template", NO_ADDRESSES)
def test_what_is_no_address_of_the_web_is_refused(template: str) -> None:
    with pytest.raises(UsageError) as refused:
        Pages(template, BASE)
    assert "{path}.html" in refused.value.remedy


def test_without_pages_nothing_leads_anywhere() -> None:
    assert not any("page" in node for node in nodes().values())


def test_what_another_graph_named_has_no_path() -> None:
    assert Pages("{path}.html", BASE).page_of("https://elsewhere.example/person/anke-zaue") is None
    assert Pages("?{iri}", BASE).page_of("urn:x:1") == "?urn%3Ax%3A1"


@pytest.mark.parametrize("rest", ["//evil.example/x", "javascript:alert(1)", 'a"><b>', "a b\n"])
def test_an_iri_cannot_make_another_address_of_it(rest: str) -> None:
    address = Pages("{path}", BASE).page_of(BASE + rest)
    assert address is not None
    assert not address.startswith("/")
    assert not set(address) & set(':"<> \n')


def test_records_of_other_registers_are_told_if_a_reader_can_follow_them() -> None:
    assert nodes()[CHAMBER]["told"]["same_as"] == ["https://register.example/k/1"]
    assert "same_as" not in nodes()[ANKE]["told"]
    assert of_the_web(["https://", "http://a b", "ftp://a.example/", "https://a.example"]) == ["https://a.example"]


def test_the_base_is_that_of_the_graph(tmp_path: Path) -> None:
    out = tmp_path / "network.html"
    draw(world().store(), out, pages="../{path}.html")
    assert "../organisation/kammer.html" in [node["page"] for node in data_of(out.read_text(encoding="utf-8"))["nodes"]]
    with pytest.raises(UsageError, match="javascript"):
        draw(world().store(), out, pages="javascript:{path}")
