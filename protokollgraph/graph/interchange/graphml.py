"""The network as GraphML, which yEd, Cytoscape, igraph and networkx read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from protokollgraph.graph.interchange.flat import flat, for_xml

if TYPE_CHECKING:
    import networkx

_EDGE_ID = re.compile(r'(<edge source="[^"]*" target="[^"]*") id="[^"]*"')


def as_graphml(graph: networkx.MultiDiGraph) -> bytes:
    """GraphML with flat attributes, in UTF-8.

    networkx writes the key of an edge as its id, but our keys are relations, and the ids of a document must differ
    (GraphML primer, section 2.2): the key is an attribute instead, from which networkx takes it again.
    """
    import networkx

    copy = flat(graph)
    for *_, attributes in [*copy.nodes(data=True), *copy.edges(data=True)]:
        attributes.update({name: for_xml(value) for name, value in attributes.items() if isinstance(value, str)})
    for _, _, key, attributes in copy.edges(keys=True, data=True):
        attributes |= {"key": key, "label": key, "weight": attributes["meetings"]}
    text = "<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(networkx.generate_graphml(copy)) + "\n"
    return _EDGE_ID.sub(r"\1", text).encode("utf-8", "replace")
