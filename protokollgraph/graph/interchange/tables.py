"""The network as tables: a folder with ``nodes.csv``, ``edges.csv`` and ``evidence.csv``, one row a sentence.

RFC 4180: commas, doubled quotation marks, CRLF. UTF-8 with a byte order mark: without one Excel takes a file that is
double-clicked for Windows-1252 and spoils every umlaut; LibreOffice, pandas (``utf-8-sig``), R and Gephi read both.

A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises against CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection); :func:`unguarded` takes it away again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from io import StringIO
from typing import TYPE_CHECKING, Any

from protokollgraph.graph.interchange.flat import Flat, edges, flat

if TYPE_CHECKING:
    import networkx

NODES = (
    "id", "label", "kind", "aliases", "title", "first", "last", "decision", "outcome", "method", "date", "words",
    "favor", "against", "abstention", "routine",
)  # fmt: skip
"""Columns of nodes.csv; ``Id`` and ``Label`` are what Gephi looks for, in any case."""
EDGES = (
    "id", "source", "target", "type", "label", "weight", "family", "source_label", "target_label", "first", "last",
    "dates", "bodies", "details", "stated", "passages",
)  # fmt: skip
EVIDENCE = (
    "edge", "source", "relation", "target", "sentence", "protocol", "protocol_iri", "date", "page", "stated",
)  # fmt: skip

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins, also in full width; after apostrophes too, so that the guard can be taken away again."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def as_tables(graph: networkx.MultiDiGraph) -> dict[str, bytes]:
    """Name of each file to its content."""
    plain = flat(graph)
    numbered = list(enumerate(edges(graph), start=1))
    labels = dict(plain.nodes(data="label"))
    nodes = ([node, *_some(attributes, NODES[1:])] for node, attributes in plain.nodes(data=True))
    ties = (
        [
            number, source, target, "Undirected" if attributes.get("undirected") else "Directed", relation,
            attributes["meetings"], attributes["family"], labels[source], labels[target],
            *_some(plain.edges[source, target, relation], EDGES[9:]),
        ]
        for number, (source, target, relation, attributes) in numbered
    )  # fmt: skip
    sentences = (
        [
            number, source, relation, target, passage.sentence, passage.protocol, passage.iri, passage.date,
            passage.page or "", _word(passage.stated),
        ]
        for number, (source, target, relation, attributes) in numbered
        for passage in attributes["evidence"]
    )  # fmt: skip
    return {
        "nodes.csv": _table(NODES, nodes),
        "edges.csv": _table(EDGES, ties),
        "evidence.csv": _table(EVIDENCE, sentences),
        "README.txt": files(__package__).joinpath("tables.txt").read_bytes(),
    }


def guarded(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("Radweg")
    ("'=1+1", 'Radweg')
    """
    return "'" + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell, without the apostrophe that :func:`guarded` put there."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _some(attributes: dict[str, Flat], names: Iterable[str]) -> list[Flat]:
    return [_word(attributes.get(name, "")) for name in names]


def _word(value: Flat) -> Flat:
    """Truth values as spreadsheets and Gephi write them in a text."""
    return str(value).lower() if isinstance(value, bool) else value


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(_CONTROL.sub("\ufffd", cell)) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")
