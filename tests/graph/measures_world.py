"""Small invented networks in the shape of ``network()``, given as lines, for the tests of the measures."""

from __future__ import annotations

from collections.abc import Iterable

import networkx

from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import families

KINDS = {"w": "body", "p": "person", "o": "organisation", "c": "project", "f": "programme", "d": "decision"}
"""The kind of a node by the first letter of its name."""


def drawn(*lines: str, alone: Iterable[str] = ()) -> networkx.MultiDiGraph:
    """A network of lines such as "p1 presents c1 w1 2024-01-24 2024-03-06": the body that met, and the days.

    ``alone`` are nodes without a tie. Each meeting gives one sentence: the first three words of the line.
    """
    graph = networkx.MultiDiGraph()
    for line in lines:
        source, relation, target, body, *days = line.split()
        occasions = tuple(occasion(body, day) for day in sorted(days))
        evidence = tuple(
            Passage(f"{source} {relation} {target}.", each.title, each.date, True, f"protocol/{body}/{each.date}", 2)
            for each in reversed(occasions)
        )
        graph.add_edge(
            source, target, key=relation, relation=relation, family=families().get(relation, "together"),
            meetings=len(days), first=min(days), last=max(days), details=(), occasions=occasions, evidence=evidence,
            passages=len(evidence), stated=True,
        )  # fmt: skip
    graph.add_nodes_from(alone)
    for node in graph:
        graph.nodes[node].update(label=node.upper(), kind=KINDS[node[0]], iri=node, aliases=(), first="", last="")
    return graph


def occasion(body: str, day: str) -> Occasion:
    """The meeting of a body on a day."""
    return Occasion(date=day, meeting=f"meeting/{body}/{day}", body=body, title=f"{body.upper()} on {day}")
