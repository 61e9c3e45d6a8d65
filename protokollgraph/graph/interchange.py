"""The network in the formats of other programs: GraphML, GEXF (Gephi), node-link JSON.

The same graph gives the same bytes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import GraphError
from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage

if TYPE_CHECKING:
    import networkx

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold in any way (section 2.2)."""


def write_graphml(graph: networkx.MultiDiGraph, out: Path) -> None:
    """GraphML with flat attributes. GraphError if ``out`` cannot be written."""
    import networkx

    _write(out, "\n".join(networkx.generate_graphml(_for_xml(graph))) + "\n")


def write_gexf(graph: networkx.MultiDiGraph, out: Path) -> None:
    """GEXF 1.2, without the day of writing. GraphError if ``out`` cannot be written."""
    import networkx

    _write(out, re.sub(r' lastmodifieddate="[^"]*"', "", "\n".join(networkx.generate_gexf(_for_xml(graph)))) + "\n")


def write_node_link(graph: networkx.MultiDiGraph, out: Path) -> None:
    """Node-link JSON (d3, networkx). GraphError if ``out`` cannot be written."""
    _write(out, json.dumps(node_link(graph), ensure_ascii=False, indent=1) + "\n")


def node_link(graph: networkx.MultiDiGraph) -> dict[str, Any]:
    """The network as plain data with the keys ``nodes`` and ``edges``; ``networkx.node_link_graph`` reads it."""
    import networkx

    content: dict[str, Any] = networkx.node_link_data(flat(graph), edges="edges")
    return content


def flat(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """A copy whose attributes are strings, numbers and truth values only, nodes and edges in sorted order.

    Names are joined by " | ". Of the evidence, ``sentences`` and ``sources`` (the protocols) remain, one per line;
    of the occasions ``dates`` and ``bodies``.
    """
    import networkx

    copy = networkx.MultiDiGraph(**_flat_attributes(graph.graph))
    for node in sorted(graph.nodes):
        copy.add_node(node, **_flat_attributes(graph.nodes[node]))
    for source, target, key, attributes in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        copy.add_edge(source, target, key=key, **_flat_attributes(attributes))
    return copy


def _flat_attributes(attributes: dict[str, Any]) -> dict[str, str | int | float | bool]:
    plain: dict[str, str | int | float | bool] = {}
    for name, value in sorted(attributes.items()):
        if name == "evidence":
            passages: tuple[Passage, ...] = value
            plain["sentences"] = "\n".join(passage.sentence for passage in passages)
            plain["sources"] = "\n".join(dict.fromkeys(passage.iri for passage in passages))
        elif name == "occasions":
            occasions: tuple[Occasion, ...] = value
            plain["dates"] = " | ".join(dict.fromkeys(each.date for each in occasions if each.date))
            plain["bodies"] = " | ".join(dict.fromkeys(each.body for each in occasions if each.body))
        elif isinstance(value, tuple):
            plain[name] = " | ".join(value)
        else:
            plain[name] = value
    return plain


def _for_xml(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """Flat, and without characters that XML cannot hold; keys of edges become attributes that both formats have."""
    copy = flat(graph)
    for *_, attributes in [*copy.nodes(data=True), *copy.edges(data=True)]:
        for name, value in attributes.items():
            if isinstance(value, str):
                attributes[name] = _NOT_IN_XML.sub("\ufffd", value)
    for _, _, attributes in copy.edges(data=True):
        attributes["label"] = attributes["relation"]
        attributes["weight"] = attributes["meetings"]
    return copy


def _write(out: Path, text: str) -> None:
    try:
        out.write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise GraphError(f"{out}: cannot be written ({error.strerror}).", "Choose another file with -o.") from error
