"""The network as a folder that Neo4j imports: nodes, relationships, a script for ``LOAD CSV`` and what to type.

The headers are those of ``neo4j-admin database import`` (Neo4j Operations Manual, "Import"): a field that is empty and
not quoted is no property; quotation marks are doubled (RFC 4180); a field is one line, because fields of several lines
are off by default. Elements of arrays are separated by U+001F, which no text can hold here, so that no name is cut.

``LOAD CSV`` takes a backslash for an escape and ``neo4j-admin`` does not, so a text has U+2216 in its place.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from string import Template
from typing import TYPE_CHECKING, Any, TypeAlias

from protokollgraph.graph.interchange.flat import bodies, days, edges, is_day

if TYPE_CHECKING:
    import networkx

Row: TypeAlias = Mapping[str, Any]
Column: TypeAlias = tuple[str, str]
"""Name and type of a property."""

SEPARATOR = "\x1f"
"""Between the elements of an array."""
NODE_COLUMNS: tuple[Column, ...] = (
    ("label", "string"), ("kind", "string"), ("aliases", "string[]"), ("title", "string"), ("first", "date"),
    ("last", "date"), ("decision", "string"), ("outcome", "string"), ("method", "string"), ("date", "date"),
    ("words", "string"), ("favor", "int"), ("against", "int"), ("abstention", "int"), ("routine", "boolean"),
)  # fmt: skip
EDGE_COLUMNS: tuple[Column, ...] = (
    ("family", "string"), ("meetings", "int"), ("first", "date"), ("last", "date"), ("dates", "date[]"),
    ("bodies", "string[]"), ("details", "string[]"), ("sentences", "string[]"), ("sources", "string[]"),
    ("passages", "int"), ("stated", "boolean"), ("undirected", "boolean"),
)  # fmt: skip
_OUT_OF_PLACE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_AS_TEXT: dict[str, Callable[[Any], str]] = {
    "string": lambda value: _line(str(value)),
    "int": lambda value: str(value) if re.fullmatch("[0-9]{1,9}", str(value)) else "",
    "boolean": lambda value: "true" if value else "false",
    "date": lambda value: value if is_day(value) else "",
}
_IN_CYPHER = {
    "string": "row.`{0}`",
    "int": "toInteger(row.`{0}`)",
    "boolean": "toBoolean(row.`{0}`)",
    "date": "date(row.`{0}`)",
    "string[]": "split(row.`{0}`, '\\u001F')",
    "date[]": "[day IN split(row.`{0}`, '\\u001F') | date(day)]",
}


def as_import(graph: networkx.MultiDiGraph) -> dict[str, bytes]:
    """Name of each file to its content."""
    kinds = sorted({kind for _, kind in graph.nodes(data="kind")})
    relations = sorted({relation for *_, relation in graph.edges(keys=True)})
    return {
        "nodes.csv": _nodes(graph),
        "relationships.csv": _relationships(graph),
        "import.cypher": _script(kinds, relations).encode(),
        "README.txt": _file("neo4j.txt").encode(),
    }


def label(kind: str) -> str:
    """The label of a kind of node, in Neo4j's convention: ``Person``."""
    return kind.title().replace("_", "")


def relationship_type(relation: str) -> str:
    """The type of a relation, in Neo4j's convention: ``SPEAKS_FOR``."""
    return relation.upper()


def _nodes(graph: networkx.MultiDiGraph) -> bytes:
    rows = (
        [node, *_cells(attributes, NODE_COLUMNS), label(attributes["kind"])]
        for node, attributes in sorted(graph.nodes(data=True))
    )
    return _table(["iri:ID", *map(":".join, NODE_COLUMNS), ":LABEL"], rows)


def _relationships(graph: networkx.MultiDiGraph) -> bytes:
    rows = (
        [source, target, relationship_type(relation), *_cells(_with_lists(attributes), EDGE_COLUMNS)]
        for source, target, relation, attributes in edges(graph)
    )
    return _table([":START_ID", ":END_ID", ":TYPE", *map(":".join, EDGE_COLUMNS)], rows)


def _with_lists(attributes: Row) -> Row:
    return {
        **attributes,
        "dates": days(attributes["occasions"]),
        "bodies": bodies(attributes["occasions"]),
        "sentences": [passage.sentence for passage in attributes["evidence"]],
        "sources": list(dict.fromkeys(passage.iri for passage in attributes["evidence"])),
    }


def _cells(attributes: Row, columns: Sequence[Column]) -> list[str]:
    return [_cell(attributes.get(name, ""), type_) for name, type_ in columns]


def _cell(value: Any, type_: str) -> str:
    """Empty if there is no value."""
    if type_.endswith("[]"):
        inner = (_AS_TEXT[type_[:-2]](each) for each in value)
        return SEPARATOR.join(text for text in inner if text)
    return "" if value == "" else _AS_TEXT[type_](value)


def _line(text: str) -> str:
    """The text in one line."""
    return _OUT_OF_PLACE.sub(" ", text).replace("\\", "\u2216").strip()


def _table(header: Sequence[str], rows: Any) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _script(kinds: Sequence[str], relations: Sequence[str]) -> str:
    """One statement for each label and type: before Neo4j 5.26 neither can be taken from a row."""
    nodes = Template(_file("neo4j.cypher")).substitute(settings=_settings("n", NODE_COLUMNS))
    labels = "".join(f"MATCH (n:Entity {{kind: '{kind}'}}) SET n:{label(kind)};\n" for kind in kinds)
    tie = Template(_file("neo4j-relationship.cypher"))
    settings = _settings("r", EDGE_COLUMNS)
    ties = (tie.substitute(name=relationship_type(relation), settings=settings) for relation in relations)
    return "\n".join([nodes, labels, *ties])


def _settings(variable: str, columns: Sequence[Column]) -> str:
    return ",\n    ".join(f"{variable}.{name} = {_in_cypher(f'{name}:{type_}', type_)}" for name, type_ in columns)


def _in_cypher(field: str, type_: str) -> str:
    return f"CASE WHEN row.`{field}` <> '' THEN {_IN_CYPHER[type_].format(field)} END"


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
