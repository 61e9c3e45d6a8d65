"""The evidence of nodes: which sentence of which protocol says what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph

from protokollgraph.errors import StoreError
from protokollgraph.graph import sparql, terms
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.namespaces import OA, PG, RDF

_AT_ONCE = 500
"""So many nodes go into one query."""


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol that says something."""

    iri: str
    title: str = ""
    file: str = ""
    date: str = ""
    """The day of its meeting, ISO; empty if it tells none."""
    body: str = ""
    """The IRI of the body that met."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a protocol."""

    text: str
    """As it stands there, mark-up and line breaks included."""
    protocol: Protocol
    start: int
    """Code points in the text of the file."""
    end: int
    confidence: float
    stated: bool
    """False if it is a conclusion."""
    rule: str
    page: int | None = None
    """From 1; None where the file has no pages."""


def rows(store: ReadableStore, query: str, **nodes: Iterable[str]) -> Iterator[dict[str, str]]:
    """The answers of a query of the package as text; ``nodes`` are IRIs for its parameters.

    A variable without a value is not in the row.
    """
    given = {name: " ".join(map(terms.iri, of_name)) for name, of_name in nodes.items()}
    answer = store.query(sparql.based(sparql.bind(query, given), store.base))
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise StoreError("The store answers a SELECT with something else.", "Is it a SPARQL server?")
    names = [terms.text(variable) for variable in answer.variables]
    for row in answer:
        values = ((name, row[name]) for name in names)
        yield {name: terms.text(value) for name, value in values if value is not None}


def quotes(store: ReadableStore, nodes: Iterable[str]) -> dict[str, list[Quote]]:
    """Node to its evidence, in the order of days and text."""
    found = [row for batch in batches(nodes) for row in rows(store, internal("evidence"), node=batch)]
    known = protocols(store, {row["graph"] for row in found})
    places = _places(store, {row["target"] for row in found})
    told: dict[str, set[Quote]] = {}
    for row in found:
        if place := places.get(row["target"]):
            told.setdefault(row["node"], set()).add(_quote(row, place, known))
    return {node: sorted(of_node, key=_place) for node, of_node in told.items()}


def protocols(store: ReadableStore, graphs: Iterable[str]) -> dict[str, Protocol]:
    """The protocols with these IRIs, which are the names of their graphs."""
    told: dict[str, dict[str, str]] = {}
    for batch in batches(graphs):
        for row in sorted(rows(store, internal("protocols"), graph=batch), key=lambda row: row["value"]):
            told.setdefault(row["graph"], {}).setdefault(row["property"], row["value"])
    return {graph: Protocol(graph, **told.get(graph, {})) for graph in sorted(graphs)}


def batches(items: Iterable[str]) -> Iterator[list[str]]:
    """The distinct items, sorted, in groups that fit into one query."""
    distinct = sorted(set(items))
    return (distinct[start : start + _AT_ONCE] for start in range(0, len(distinct), _AT_ONCE))


@cache
def internal(name: str) -> str:
    """The text of a query that the package asks itself."""
    return files("protokollgraph.graph").joinpath("queries", "internal", f"{name}.rq").read_text(encoding="utf-8")


def _places(store: ReadableStore, targets: Iterable[str]) -> dict[str, dict[str, str]]:
    """Property to value of everything that points to the same place; what has no quote or no position is left out."""
    found: dict[str, dict[str, str]] = {}
    for batch in batches(targets):
        for row in rows(store, internal("places"), target=batch):
            found.setdefault(row["target"], {})[row["property"]] = row["value"]
    return {target: place for target, place in found.items() if place.keys() >= {OA.exact, OA.start, OA.end}}


def _quote(row: Mapping[str, str], place: Mapping[str, str], known: Mapping[str, Protocol]) -> Quote:
    return Quote(
        place[OA.exact],
        known[row["graph"]],
        int(place[OA.start]),
        int(place[OA.end]),
        float(row["confidence"]),
        row["kind"] != PG.Inferred,
        row.get("rule", ""),
        int(place[RDF.value].removeprefix("page=")) if RDF.value in place else None,
    )


def _place(quote: Quote) -> tuple[str, str, int, int, str]:
    return quote.protocol.date, quote.protocol.iri, quote.start, quote.end, quote.rule
