"""The data of the page: the record of the network, and its views as pyvis has them.

Keys: ``about``, ``nodes``, ``meetings``, ``facts``, ``passages``, ``protocols``, ``views``, ``measures``,
``style``. Everything is referred to by number, its place in these lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from protokollgraph.graph.measures.centralities import measures
from protokollgraph.graph.page.columns import packed
from protokollgraph.graph.page.links import Pages, of_the_web
from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.record import Fact, Record, record
from protokollgraph.graph.page.views import views
from protokollgraph.graph.page.views.drawn import sizes
from protokollgraph.graph.page.views.ties import TOGETHER, overview

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

_NOT_TOLD = frozenset({"label", "kind", "aliases", "same_as"})
"""Node attributes that the page has under a name of its own, or not as they are."""
_ABOUT: dict[str, Any] = {"protocols": 0, "first": "", "last": "", "left_out": None}
"""``left_out`` are the numbers of nodes and edges that a page of a very large network does not show."""


def picture(graph: networkx.MultiDiGraph, *, seed: int = 1, pages: Pages | None = None) -> dict[str, Any]:
    """Everything that the page knows of the network; with ``pages``, nodes are linked to their pages."""
    known = record(graph)
    radii = sizes(known, overview(known))
    return {
        "about": {key: graph.graph.get(key, default) for key, default in _ABOUT.items()},
        "nodes": [_node(known, node, graph.nodes[iri], radii[node], pages) for node, iri in enumerate(known.iris)],
        "meetings": [list(each) for each in known.meetings],
        "facts": [_fact(each) for each in known.facts],
        "passages": [_passage(*each) for each in known.passages],
        "protocols": [list(each) for each in known.protocols],
        "views": [_view(name, view) for name, view in views(graph, seed=seed, known=known).items()],
        "measures": _measures(graph, known),
        "style": look(),
    }


def packed_picture(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same with large tables as columns, and without what follows from the rest; ``script/data.js`` undoes it."""
    facts, meetings = data["facts"], data["meetings"]
    nodes = [{key: value for key, value in node.items() if key != "id"} for node in data["nodes"]]
    return {
        **data,
        "nodes": packed(nodes),
        "facts": packed(facts),
        "passages": packed(data["passages"]),
        "protocols": [
            meeting if meeting >= 0 and meetings[meeting][:2] == [title, day] else [title, day, meeting]
            for title, day, meeting in data["protocols"]
        ],
        "views": [view | {"ties": [_short(tie, facts) for tie in view["ties"]]} for view in data["views"]],
    }


def _short(tie: list[Any], facts: list[dict[str, Any]]) -> Any:
    """Only the facts of a tie, or its only fact, if its ends and family are those of the first one."""
    first = facts[tie[3][0]]
    if tie[:3] != [*sorted((first["from"], first["to"])), first["family"]]:
        return tie
    return tie[3][0] if len(tie[3]) == 1 else tie[3]


def _measures(graph: networkx.MultiDiGraph, known: Record) -> dict[str, Any] | None:
    """Figures by number of the node; ``communities`` has -1 for those who are in none. None if nobody is tied."""
    found = measures(graph)
    if not found.names:
        return None
    return {
        "communities": [found.communities.get(iri, -1) for iri in known.iris],
        "names": list(found.names),
        "betweenness": [round(found.betweenness.get(iri, 0), 5) or 0 for iri in known.iris],
        "degree": [found.degree.get(iri, 0) for iri in known.iris],
        "bodies": [found.bodies.get(iri, 0) for iri in known.iris],
        "estimated": found.estimated,
    }


def _node(known: Record, node: int, attributes: Mapping[str, Any], size: int, pages: Pages | None) -> dict[str, Any]:
    told = {key: value for key, value in sorted(attributes.items()) if key not in _NOT_TOLD and value}
    same = of_the_web(attributes.get("same_as", ()))
    page = pages.page_of(known.iris[node]) if pages else None
    return {
        "id": node,
        "label": attributes["label"],
        "kind": attributes["kind"],
        "aliases": list(attributes.get("aliases", ())),
        "told": told | ({"same_as": same} if same else {}),
        "size": size,
        "home": known.homes[node],
        **({"page": page} if page else {}),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "from": fact.source,
        "to": fact.target,
        "relation": fact.relation,
        "family": fact.family,
        "on": list(fact.on),
        "details": list(fact.details),
        "passages": list(fact.passages),
        "more": fact.more,
        "stated": fact.stated,
    }


def _passage(text: str, protocol: int, stated: bool, page: int) -> list[Any]:
    return [text, protocol, int(stated), *([page] if page else [])]


def _view(name: str, view: Network) -> dict[str, Any]:
    return {
        "name": name,
        "nodes": [node["id"] for node in view.nodes],
        "x": [node["x"] for node in view.nodes],
        "y": [node["y"] for node in view.nodes],
        "ties": [[tie["from"], tie["to"], tie["family"], tie["facts"]] for tie in view.edges],
        **({"least": view.least, "pairs": view.pairs} if name == TOGETHER else {}),
    }
