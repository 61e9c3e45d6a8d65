"""The network as GEXF 1.3 with time, for Gephi: https://gexf.net (schema gexf.xsd of version 1.3).

Gephi makes the timeline of ``spells``: what has some is there on these days only, what has none always. A spell is a
run of days with meetings, both ends included; Gephi wants them apart and in order. Edges of one relation have the
relation as their ``kind``, so that Gephi keeps several between the same two nodes and does not add them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from protokollgraph.graph.interchange.flat import Flat, days, edges, flat, for_xml
from protokollgraph.graph.page.look import look
from protokollgraph.graph.standing import Standing, standings

if TYPE_CHECKING:
    import networkx

NAMESPACE = "http://gexf.net/1.3"
_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}
_NOT_AS_VALUE = frozenset({"label"})
"""What a node or an edge of GEXF has as an attribute of its own."""


def as_gexf(graph: networkx.MultiDiGraph) -> bytes:
    """GEXF in UTF-8: nodes with place, size and colour as in our pictures, and everything that :func:`flat` leaves."""
    plain = flat(graph)
    root = Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": f"{NAMESPACE}/viz", "version": "1.3"})
    SubElement(SubElement(root, "meta"), "creator").text = "protokollgraph"
    body = SubElement(
        root,
        "graph",
        {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date", "timerepresentation": "interval"},
    )
    in_nodes = _columns(body, "node", [attributes for _, attributes in plain.nodes(data=True)])
    in_edges = _columns(body, "edge", [attributes for *_, attributes in plain.edges(data=True)])
    _nodes(SubElement(body, "nodes"), graph, plain, in_nodes)
    _edges(SubElement(body, "edges"), graph, plain, in_edges)
    indent(root, space=" ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def spells(found: Iterable[str]) -> list[tuple[str, str]]:
    """First and last day of each run of days.

    >>> spells(["2024-01-24", "2024-03-06", "2024-03-07"])
    [('2024-01-24', '2024-01-24'), ('2024-03-06', '2024-03-07')]
    """
    runs: list[list[date]] = []
    for day in sorted({date.fromisoformat(each) for each in found}):
        if runs and day - runs[-1][1] <= timedelta(days=1):
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return [(first.isoformat(), last.isoformat()) for first, last in runs]


def _columns(body: Element, of: str, rows: Sequence[Mapping[str, Flat]]) -> list[str]:
    """Declare the attributes of nodes or edges; their names, which are the identifiers of the columns, too."""
    types: dict[str, type] = {}
    for row in rows:
        for name, value in row.items():
            types[name] = type(value) if types.get(name, type(value)) is type(value) else str
    names = sorted(types.keys() - _NOT_AS_VALUE)
    declared = SubElement(body, "attributes", {"class": of, "mode": "static"})
    for name in names:
        SubElement(declared, "attribute", {"id": name, "title": name, "type": _TYPES[types[name]]})
    return names


def _nodes(body: Element, graph: networkx.MultiDiGraph, plain: networkx.MultiDiGraph, columns: Sequence[str]) -> None:
    times = _times(graph)
    places = standings(graph)
    for node, attributes in plain.nodes(data=True):
        element = SubElement(body, "node", {"id": for_xml(node), "label": for_xml(attributes["label"])})
        _values(element, attributes, columns)
        _spells(element, times[node])
        _look(element, look()["kinds"][attributes["kind"]]["light"][0], places[node])


def _edges(body: Element, graph: networkx.MultiDiGraph, plain: networkx.MultiDiGraph, columns: Sequence[str]) -> None:
    for number, (source, target, relation, attributes) in enumerate(edges(graph)):
        element = SubElement(
            body,
            "edge",
            {
                "id": str(number),
                "source": for_xml(source),
                "target": for_xml(target),
                "type": "directed",
                "kind": relation,
                "label": relation,
                "weight": str(float(attributes["meetings"])),
            },
        )
        _values(element, plain.edges[source, target, relation], columns)
        _spells(element, days(attributes["occasions"]))
        _look(element, look()["families"][attributes["family"]]["light"], None)


def _times(graph: networkx.MultiDiGraph) -> dict[str, list[str]]:
    """The days on which each node is there: those of its edges; none, which is always, if one of them has none."""
    found: dict[str, set[str]] = {node: set() for node in graph}
    always: set[str] = set()
    for source, target, occasions in graph.edges(data="occasions"):
        own = days(occasions)
        for end in (source, target):
            found[end].update(own)
            if not own:
                always.add(end)
    return {node: [] if node in always else sorted(own) for node, own in found.items()}


def _values(element: Element, attributes: Mapping[str, Flat], columns: Sequence[str]) -> None:
    values = SubElement(element, "attvalues")
    for name in columns:
        value: Any = attributes.get(name, "")
        if value != "":
            text = str(value).lower() if isinstance(value, bool) else for_xml(str(value))
            SubElement(values, "attvalue", {"for": name, "value": text})


def _spells(element: Element, found: Sequence[str]) -> None:
    if found:
        listed = SubElement(element, "spells")
        for start, end in spells(found):
            SubElement(listed, "spell", {"start": start, "end": end})


def _look(element: Element, colour: str, at: Standing | None) -> None:
    red, green, blue = (str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    SubElement(element, "viz:color", {"r": red, "g": green, "b": blue})
    if at is not None:
        # In Gephi y grows upwards.
        SubElement(element, "viz:position", {"x": str(at.x), "y": str(-at.y), "z": "0.0"})
        SubElement(element, "viz:size", {"value": str(at.size)})
