"""Questions to the graph in SPARQL, and their answers as a table or in the formats of the W3C.

>>> from protokollgraph.graph.store import GraphStore
>>> run(GraphStore.memory(), "SELECT ?meeting WHERE { ?meeting a pg:Meeting }")
Table(columns=('meeting',), rows=())
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph

from protokollgraph.errors import QueryError, UsageError
from protokollgraph.graph import shipped, sparql, terms
from protokollgraph.graph.store import Answer, ReadableStore
from protokollgraph.ontology.namespaces import PREFIXES

RESULT_FORMATS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
"""For SELECT and ASK (ASK: json and xml only); SPARQL 1.1 Query Results."""
GRAPH_FORMATS = {
    "ttl": pyoxigraph.RdfFormat.TURTLE,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""For CONSTRUCT and DESCRIBE."""
FORMATS = ("table", "data", *RESULT_FORMATS, *GRAPH_FORMATS)
"""``data`` is JSON for SELECT and ASK, Turtle for CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to be read: every cell is text, an unbound variable the empty text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def run(
    store: ReadableStore, query: str, *, format: str = "table", values: Mapping[str, str] | None = None
) -> Table | bytes:
    """The answer of a query: a :class:`Table` for ``table``, else bytes in one of :data:`FORMATS`.

    ``values`` fill the lines ``VALUES ?name { UNDEF }`` of the query with texts. QueryError if the query cannot be
    answered, UsageError if the format does not fit the kind of query.
    """
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}.", f"There are: {', '.join(FORMATS)}.")
    query = sparql.bind(query, {name: terms.literal(value) for name, value in (values or {}).items()})
    answer = store.query(query)
    try:
        return _table(answer, store) if format == "table" else _data(answer, format)
    except (RuntimeError, OSError) as error:
        raise QueryError(
            f"The query cannot be answered: {error}", "Make it smaller, for instance with LIMIT."
        ) from error


def run_shipped(
    store: ReadableStore, name: str, *, format: str = "table", values: Mapping[str, str] | None = None
) -> Table | bytes:
    """The answer of a shipped question; ``values`` are its parameters as a user types them."""
    return run(store, shipped.filled(store, shipped.shipped_query(name), values or {}), format=format)


def _data(answer: Answer, format: str) -> bytes:
    if isinstance(answer, (pyoxigraph.QuerySolutions, pyoxigraph.QueryBoolean)):
        results = RESULT_FORMATS.get("json" if format == "data" else format)
        ask = isinstance(answer, pyoxigraph.QueryBoolean)
        if results is None or (ask and format in ("csv", "tsv")):
            fitting = "json, xml" if ask else ", ".join(RESULT_FORMATS)
            raise UsageError(f"The answer is no graph, so {format} does not fit.", f"Choose table, {fitting}.")
        return answer.serialize(format=results) or b""
    rdf = GRAPH_FORMATS.get("ttl" if format == "data" else format)
    if rdf is None:
        raise UsageError(
            f"The answer is a graph, so {format} does not fit.", f"Choose table, {', '.join(GRAPH_FORMATS)}."
        )
    prefixes = PREFIXES if rdf.supports_datasets or rdf != pyoxigraph.RdfFormat.N_TRIPLES else None
    return pyoxigraph.serialize(_sorted(answer), format=rdf, prefixes=prefixes) or b""


def _table(answer: Answer, store: ReadableStore) -> Table:
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return Table(("answer",), (("yes" if answer else "no",),))
    if isinstance(answer, pyoxigraph.QuerySolutions):
        names = tuple(terms.text(variable) for variable in answer.variables)
        rows = tuple(tuple(_cell(row[name], store) for name in names) for row in answer)
        return Table(names, rows)
    triples = _sorted(answer)
    rows = tuple(tuple(_cell(term, store) for term in (each.subject, each.predicate, each.object)) for each in triples)
    return Table(("subject", "predicate", "object"), rows)


def _sorted(triples: Iterable[pyoxigraph.Triple]) -> list[pyoxigraph.Triple]:
    """In a fixed order, each one once: a statement may stand in several named graphs."""
    return sorted(set(triples), key=str)


def _cell(term: object, store: ReadableStore) -> str:
    """A term as people read it: an IRI short, a literal without quotes and datatype."""
    match term:
        case None:
            return ""
        case pyoxigraph.NamedNode():
            return short(term.value, store.base)
        case pyoxigraph.Literal():
            return term.value
        case _:
            return str(term)


def short(address: str, base: str) -> str:
    """``pg:Meeting`` for a term of a known namespace, ``person/…`` below the base of the graph, else the whole IRI."""
    if address.startswith(base):
        return address.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address.removeprefix(namespace)}"
    return address
