"""Names as people type them."""

from __future__ import annotations

import pytest
from story import IRIS, STORY, Lines, graphs, person, register

from protokollgraph.errors import UsageError
from protokollgraph.graph.lookup import find
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.namespaces import FOAF, SKOS

STORE = GraphStore.memory()
STORE.load(graphs().values())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Łukasz Šołta", "person/lukasz-solta", id="exact"),
        pytest.param("lukasz SOLTA", "person/lukasz-solta", id="without-diacritics"),
        pytest.param("Joerdis Kalauch", "person/joerdis-kalauch", id="umlaut-written-out"),
        pytest.param("Jördis Kalauhc", "person/joerdis-kalauch", id="misspelt"),
        pytest.param("SWM", "organisation/stadtwerke-musterau-gmbh", id="abbreviation"),
        pytest.param("stadtwerke musterau", "organisation/stadtwerke-musterau-gmbh", id="in-short"),
        pytest.param("werkstatt 2", "body/werkstatt-2", id="body"),
        pytest.param(f"<{IRIS.base}programme/stark>", "programme/stark", id="iri"),
        pytest.param("programme/stark", "programme/stark", id="iri-below-the-base"),
    ],
)
def test_find(name: str, found: str) -> None:
    assert find(STORE, name).iri == IRIS.base + found


def test_kind_of_a_body() -> None:
    assert find(STORE, "Werkstatt 2").kind == "werkstatt"
    with pytest.raises(UsageError, match="Nobody and nothing"):
        find(STORE, "Werkstatt 2", kinds=("person",))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("Werkstatt 9", "nearest names: Werkstatt 2", id="number-is-no-spelling"),
        pytest.param("Xylophon Qqq", "Nobody and nothing", id="nobody"),
        pytest.param("", "Nobody and nothing", id="empty"),
    ],
)
def test_nobody(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        find(STORE, name)


def test_namesakes_are_listed() -> None:
    lines = Lines(IRIS.register_graph)
    for slug in ("anne-brettin-2", "anne-brettin-3"):
        lines.type(IRIS.person(slug), FOAF.Person)
        lines.add(IRIS.person(slug), FOAF.name, "Anne Brettin")
        lines.add(IRIS.person(slug), SKOS.altLabel, "A. Brettin")
    store = GraphStore.memory()
    store.load([register()[1], lines.nquads()])
    with pytest.raises(UsageError, match=r"not clear: Anne Brettin .*anne-brettin.*anne-brettin-2"):
        find(store, "Anne Brettin")
    assert find(store, "person/anne-brettin-2").canonical == "Anne Brettin"


def test_empty_graph() -> None:
    with pytest.raises(UsageError, match="holds no such names"):
        find(GraphStore.memory(), "Anne Brettin")
    assert person(Lines("https://a.example/g"), STORY[0].items[0][3])
