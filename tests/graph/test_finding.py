"""A node of the network by what somebody types."""

from __future__ import annotations

import pytest

from protokollgraph.errors import UsageError
from protokollgraph.graph.finding import find
from protokollgraph.graph.relations.nodes import Node

BASE = "https://protokolle.example/id/"
KNOWN = {
    BASE + iri: Node(BASE + iri, iri.partition("/")[0], label, aliases)
    for iri, label, aliases in (
        ("person/jurij-muzakec", "Jurij Mužakec", ()),
        ("person/doerte-jaenschke", "Dörte Jänschke", ("D. Jänschke",)),
        ("person/nils-pusack", "Nils Pusack", ()),
        ("person/nils-pusack-2", "Nils Pusack", ()),
        ("body/werkstatt-1", "Werkstatt 1", ("Bildung",)),
        ("body/werkstatt-10", "Werkstatt 10", ()),
        ("organisation/stadtwerke", "Stadtwerke Altmühle GmbH", ("SWA",)),
        ("organisation/verein", "Bürgerverein", ("Werkstatt 1",)),
    )
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param(BASE + "person/nils-pusack", "person/nils-pusack", id="IRI"),
        pytest.param(f"<{BASE}person/nils-pusack>", "person/nils-pusack", id="IRI in angle brackets"),
        pytest.param("person/nils-pusack", "person/nils-pusack", id="end of an IRI"),
        pytest.param("JURIJ MUZAKEC", "person/jurij-muzakec", id="without accents"),
        pytest.param("Doerte Jaenschke", "person/doerte-jaenschke", id="umlauts written out"),
        pytest.param("swa", "organisation/stadtwerke", id="abbreviation"),
        pytest.param("Werkstatt 1", "body/werkstatt-1", id="what it is called before other names"),
        pytest.param("Bildung", "body/werkstatt-1", id="another name"),
        pytest.param("Werkstatt 10", "body/werkstatt-10", id="a whole name"),
        pytest.param("Jänschke, Dörte", "person/doerte-jaenschke", id="words in another order"),
        pytest.param("stadtw", "organisation/stadtwerke", id="beginning of a word"),
        pytest.param("mühle", "organisation/stadtwerke", id="middle of a word"),
    ],
)
def test_a_node_is_found(typed: str, found: str) -> None:
    assert find(KNOWN, typed) == BASE + found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("Nils Pusack", "fits 2 nodes: Nils Pusack (person) <https://protokolle.example", id="namesakes"),
        pytest.param("werkst", "fits 3 nodes", id="beginning of several"),
        pytest.param("Dörte Jenschke", "Near names: Dörte Jänschke (person)", id="misspelt"),
        pytest.param("Nemo", "Check the spelling", id="nobody"),
        pytest.param(" ", "Check the spelling", id="blank"),
        pytest.param("…", "Check the spelling", id="no letters"),
    ],
)
def test_what_is_not_one_node_is_refused(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        find(KNOWN, typed)
    assert said in str(refused.value)
