"""What the graph says of the nodes of one class: from answers to queries to plain tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.iris import Iris


@dataclass(frozen=True, slots=True)
class Node:
    """One node with its values by property, each sorted."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def all(self, property: str) -> tuple[str, ...]:
        return self.values.get(property, ())

    def one(self, property: str) -> str | None:
        """The value; of several, the first in their order, so that the same graph gives the same bytes."""
        return next(iter(self.all(property)), None)


def described(store: ReadableStore, kind: str, *properties: str) -> dict[str, Node]:
    """Every node of a class that has one of the properties, by its IRI, in their order, with what any graph says."""
    return _nodes(_ask(store, "statements.rq", kind, properties))


def registered(store: ReadableStore, kind: str, *properties: str) -> dict[str, Node]:
    """The same with what the register says."""
    return _nodes(_ask(store, "registered.rq", kind, properties))


def told_once(store: ReadableStore, kind: str, *properties: str) -> dict[str, Node]:
    """The same with what one document says of each node: two that disagree must not become a third opinion.

    Minutes count before records, then the first document in the order of their IRIs.
    """
    graphs: dict[str, dict[tuple[bool, str], list[Any]]] = {}
    for row in _ask(store, "by_graph.rq", kind, properties):
        graph = row[3].value
        record = graph.startswith(Iris(store.base).record(""))
        graphs.setdefault(row[0].value, {}).setdefault((record, graph), []).append(row)
    return _nodes(row for found in graphs.values() for row in found[min(found)])


def _ask(store: ReadableStore, name: str, kind: str, properties: Iterable[str]) -> Any:
    query = files(__package__).joinpath(name).read_text(encoding="utf-8").replace("__CLASS__", kind)
    return store.query(query.replace("__PROPERTIES__", " ".join(f"<{each}>" for each in properties)))


def _nodes(rows: Iterable[Any]) -> dict[str, Node]:
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        found.setdefault(row[0].value, {}).setdefault(row[1].value, set()).add(row[2].value)
    return {
        iri: Node(iri, {property: tuple(sorted(values)) for property, values in found[iri].items()})
        for iri in sorted(found)
    }
