"""What the page draws, as pyvis' data model: nodes with place, shape and size; one line per pair and family of ties.

Texts are kept once: facts point to passages, passages to protocols, all by number.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from protokollgraph.graph.placement import place

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

Line: TypeAlias = tuple[int, int, str]
"""Two node numbers, the smaller first, and a family of relations."""

LONGEST_SENTENCE = 600
"""Longer quotes are cut in the page, with an ellipsis."""
_NOT_TOLD = frozenset({"label", "kind", "aliases"})
"""Node attributes that the page has under a name of its own."""


@cache
def look() -> dict[str, Any]:
    """``style.json``: shapes, colours and sizes by kind, colours and dashes by family of relations."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("style.json").read_text(encoding="utf-8"))
    return content


def picture(graph: networkx.MultiDiGraph, *, seed: int = 1) -> dict[str, Any]:
    """Everything that the page knows: ``nodes``, ``edges``, ``facts``, ``passages``, ``protocols``, ``style``."""
    number = {node: index for index, node in enumerate(sorted(graph.nodes))}
    facts, passages, protocols = _facts(graph, number)
    lines: dict[Line, list[int]] = {}
    for index, fact in enumerate(facts):
        ends = sorted((fact["from"], fact["to"]))
        lines.setdefault((ends[0], ends[1], fact["family"]), []).append(index)
    drawn = _drawn(graph, number, lines, facts, seed)
    return {
        "about": {key: graph.graph.get(key, default) for key, default in _ABOUT.items()},
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "facts": facts,
        "passages": passages,
        "protocols": protocols,
        "style": look(),
    }


_ABOUT: dict[str, Any] = {"protocols": 0, "first": "", "last": ""}


def _facts(
    graph: networkx.MultiDiGraph, number: Mapping[Hashable, int]
) -> tuple[list[dict[str, Any]], list[list[Any]], list[list[str]]]:
    passages: dict[tuple[str, int, bool, int], int] = {}
    protocols: dict[tuple[str, str], int] = {}
    facts = []
    for source, target, relation, tie in sorted(graph.edges(keys=True, data=True), key=lambda tie: tie[:3]):
        shown = []
        for passage in tie["evidence"]:
            protocol = protocols.setdefault((passage.protocol, passage.date), len(protocols))
            key = (_cut(passage.sentence), protocol, passage.stated, passage.page or 0)
            shown.append(passages.setdefault(key, len(passages)))
        fact = {"from": number[source], "to": number[target], "relation": relation, "passages": shown}
        fact |= {key: tie[key] for key in ("family", "meetings", "first", "last", "details", "stated")}
        fact["more"] = tie["passages"] - len(shown)
        facts.append(fact)
    return (
        facts,
        [[text, protocol, int(stated), *([page] if page else [])] for text, protocol, stated, page in passages],
        [list(key) for key in protocols],
    )


def _drawn(
    graph: networkx.MultiDiGraph,
    number: Mapping[Hashable, int],
    lines: Mapping[Line, list[int]],
    facts: list[dict[str, Any]],
    seed: int,
) -> Network:
    """The network in pyvis. Directed, because adding an undirected edge compares it with all others."""
    from pyvis.network import Network

    neighbours = [0] * len(number)
    for left, right in {(left, right) for left, right, _ in lines}:
        neighbours[left] += 1
        neighbours[right] += 1
    sizes = [_size(graph.nodes[iri]["kind"], neighbours[index]) for iri, index in number.items()]
    where = place(sizes, _weights(facts), seed=seed)
    drawn = Network(directed=True)
    for iri, index in number.items():
        attributes = graph.nodes[iri]
        style = look()["kinds"][attributes["kind"]]
        drawn.add_node(
            index,
            label=attributes["label"],
            shape=style["shape"],
            color=style["light"][0],
            kind=attributes["kind"],
            aliases=list(attributes.get("aliases", ())),
            size=sizes[index],
            x=where[index][0],
            y=where[index][1],
            told={key: value for key, value in sorted(attributes.items()) if key not in _NOT_TOLD and value},
        )
    for (left, right, family), members in sorted(lines.items()):
        meetings = max(facts[member]["meetings"] for member in members)
        drawn.add_edge(
            left, right, arrows="", family=family, facts=members, width=round(0.9 + 0.55 * math.log2(meetings), 2)
        )
    return drawn


def _size(kind: str, neighbours: int) -> float:
    """Radius of a node in pixels: by kind, growing slowly with the number of its neighbours."""
    size: float = look()["kinds"][kind]["size"]
    return round(size * (1 + 0.18 * math.log2(1 + neighbours)), 1)


def _weights(facts: list[dict[str, Any]]) -> dict[tuple[int, int], float]:
    """How strongly each pair of nodes is pulled together: by relation, a little more for every further meeting."""
    weights: dict[tuple[int, int], float] = {}
    for fact in facts:
        ends = (min(fact["from"], fact["to"]), max(fact["from"], fact["to"]))
        pull = look()["pull"].get(fact["relation"], 1.0) * (1 + 0.25 * math.log2(fact["meetings"]))
        weights[ends] = weights.get(ends, 0.0) + pull
    return weights


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SENTENCE else text[: LONGEST_SENTENCE - 1].rstrip() + "…"
