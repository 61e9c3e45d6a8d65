"""The network as node-link JSON, which d3 and networkx read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from protokollgraph.graph.interchange.flat import flat

if TYPE_CHECKING:
    import networkx


def as_json(graph: networkx.MultiDiGraph) -> bytes:
    """Node-link JSON in UTF-8."""
    return (json.dumps(node_link(graph), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def node_link(graph: networkx.MultiDiGraph) -> dict[str, Any]:
    """The network as plain data with the keys ``nodes`` and ``edges``; ``networkx.node_link_graph`` reads it."""
    plain = flat(graph)
    return {
        "directed": True,
        "multigraph": True,
        "graph": dict(plain.graph),
        "nodes": [{**attributes, "id": node} for node, attributes in plain.nodes(data=True)],
        "edges": [
            {**attributes, "source": source, "target": target, "key": key}
            for source, target, key, attributes in plain.edges(keys=True, data=True)
        ],
    }
