"""The network with attributes that every format has: strings, numbers and truth values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage

if TYPE_CHECKING:
    import networkx

Flat: TypeAlias = str | int | float | bool

JOINT = " | "
"""Between names, dates and bodies that stand in one text."""
_VOTES = frozenset({"favor", "against", "abstention"})
"""Counts, which the graph of a network has as printed."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold in any way (section 2.2)."""


def flat(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """A copy whose attributes are strings, numbers and truth values only, nodes and edges in sorted order.

    Names are joined by :data:`JOINT`. Of the evidence, ``sentences`` and ``sources`` (the protocols) remain, one per
    line; of the occasions ``dates`` and ``bodies``.
    """
    import networkx

    copy = networkx.MultiDiGraph(**_flat_attributes(graph.graph))
    for node in sorted(graph.nodes):
        copy.add_node(node, **_flat_attributes(graph.nodes[node]))
    for source, target, key, attributes in edges(graph):
        copy.add_edge(source, target, key=key, **_flat_attributes(attributes))
    return copy


def edges(graph: networkx.MultiDiGraph) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Source, target, relation and attributes of every edge, in the order in which all formats have them."""
    return sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])


def for_xml(text: str) -> str:
    """The text without characters that XML cannot hold; each becomes U+FFFD."""
    return _NOT_IN_XML.sub("\ufffd", text)


def days(occasions: Iterable[Occasion]) -> list[str]:
    """The days of the occasions, each once, in order; what no calendar has is left out."""
    return sorted({each.date for each in occasions if is_day(each.date)})


def bodies(occasions: Iterable[Occasion]) -> list[str]:
    """The IRIs of the bodies that met, each once, in the order of their first meeting."""
    return list(dict.fromkeys(each.body for each in occasions if each.body))


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar as ISO 8601 writes it: programs refuse a file with 2024-02-31."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _flat_attributes(attributes: Mapping[str, Any]) -> dict[str, Flat]:
    plain: dict[str, Flat] = {}
    for name, value in sorted(attributes.items()):
        if name == "evidence":
            passages: tuple[Passage, ...] = value
            plain["sentences"] = "\n".join(passage.sentence for passage in passages)
            plain["sources"] = "\n".join(dict.fromkeys(passage.iri for passage in passages))
        elif name == "occasions":
            plain["dates"] = JOINT.join(dict.fromkeys(each.date for each in value if each.date))
            plain["bodies"] = JOINT.join(bodies(value))
        elif name in _VOTES and value.isdecimal():
            plain[name] = int(value)
        elif isinstance(value, tuple):
            plain[name] = JOINT.join(value)
        else:
            plain[name] = value
    return plain
