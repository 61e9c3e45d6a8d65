"""An invented network to look around in: a long chain, two ways between its ends, people who only sat together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

NAMES = {
    "p1": "Anke Mittendrin", "p2": "Bodo Nebenan", "p3": "Cilly Drüben", "p4": "Detlev Brückner", "p5": "Enno Fernab",
    "p6": "Frieda Abseits", "o1": "Kanzlei Anfang", "o2": "Stadtwerke Mitte", "o3": "Verein Ende",
    "o5": "Hofladen Fernab", "o6": "Mühle Abseits", "c1": "Reallabor Wärme", "c2": "Radweg Süd", "c3": "Kulturhaus",
    "w1": "Werkstatt 1", "w2": "Werkstatt 2", "w3": "Werkstatt 3",
}  # fmt: skip
LINES = (
    "p1 speaks_for o1 w1 2024-01-10 2024-03-06",
    "p1 presents c1 w1 2024-01-10 2024-03-06",
    "p2 discusses c1 w1 2024-03-06",
    "p4 discusses c1 w1 2024-01-10 2024-03-06",
    "p2 speaks_for o2 w1 2024-03-06",
    "p4 speaks_for o2 w1 2024-01-10 2024-03-06",
    "o2 sponsor c2 w2 2024-05-15",
    "p3 presents c2 w2 2024-05-15",
    "p3 speaks_for o3 w2 2024-05-15",
    "w2 recommends d1 w2 2024-05-15",
    "d1 concerns c2 w2 2024-05-15",
    "w2 treated c3 w2 2024-05-15 2024-06-12",
    "w2 treated c2 w2 2024-06-12",
    "p1 attends w1 w1 2024-01-10",
    "p5 attends w1 w1 2024-01-10",
    "p5 speaks_for o5 w1 2024-01-10",
    "p6 speaks_for o6 w3 2024-02-20",
    "p6 attends w3 w3 2024-02-20",
)


def explored() -> networkx.MultiDiGraph:
    """The network, in the shape of ``protokollgraph.network``."""
    from measures_world import drawn

    graph = drawn(*LINES)
    for node, attributes in graph.nodes(data=True):
        attributes["label"] = NAMES.get(node, node)
    graph.graph.update(protocols=7, first="2024-01-10", last="2024-06-12", centre="")
    return graph


def written(out: Path) -> Path:
    """The page of this network."""
    from protokollgraph.graph.page.writing import write_page

    write_page(explored(), out, title="Erkundung")
    return out
