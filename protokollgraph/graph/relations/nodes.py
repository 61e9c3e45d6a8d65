"""The nodes of the network: what the store knows of every person, organisation, body, project and decision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from protokollgraph.graph.readable import joined, plain
from protokollgraph.graph.relations.facts import Source, term_name
from protokollgraph.graph.relations.questions import Queryable, Row, ask, relations
from protokollgraph.graph.store import base_of
from protokollgraph.ontology.namespaces import SKOS

KINDS = ("person", "organisation", "body", "project", "programme", "decision")
OPTIONAL_KINDS = ("paper", "topic")
"""Kinds that clutter the picture and are shown only on request."""
_FIRST = {"body": 0, "programme": 1, "project": 2, "person": 3}
"""What has several types is the kind named first: every body is an organisation too."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node; ``facts`` are further attributes: title of a person; kind, outcome, method, votes of a decision."""

    iri: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    """Addresses in other registers."""

    def attributes(self) -> dict[str, Any]:
        """As attributes of a networkx node."""
        own = {"label": self.label, "kind": self.kind, "iri": self.iri, "aliases": self.aliases}
        return own | ({"same_as": self.same_as} if self.same_as else {}) | dict(self.facts)


def nodes(store: Queryable, sources: Mapping[str, Source]) -> dict[str, Node]:
    """Every node by its IRI. The register's name comes first; without one, the longest name that a protocol prints."""
    rows: dict[str, list[Row]] = {}
    for row in ask(store, "nodes"):
        rows.setdefault(row["node"], []).append(row)
    others: dict[str, set[tuple[str, str]]] = {}
    for row in ask(store, "other_names"):
        others.setdefault(row["node"], set()).add((row["property"], joined(row["name"])))
    elsewhere: dict[str, set[str]] = {}
    for row in ask(store, "same_as"):
        elsewhere.setdefault(row["node"], set()).add(row["address"])
    entities = {
        iri: _entity(iri, found, others.get(iri, set()), tuple(sorted(elsewhere.get(iri, ()))))
        for iri, found in rows.items()
    }
    return entities | _decisions(ask(store, "decisions"), sources)


def _entity(iri: str, rows: list[Row], others: Collection[tuple[str, str]], same_as: tuple[str, ...]) -> Node:
    label = min(rows, key=lambda row: (row["registered"] != "true", -len(row["name"]), row["name"]))["name"]
    kind = min((row["kind"] for row in rows), key=lambda kind: (_FIRST.get(kind, 9), kind))
    label = joined(label) or iri
    names = {joined(row["name"]) for row in rows} | {name for property, name in others if property == SKOS.altLabel}
    titles = sorted(
        (name for property, name in others if property != SKOS.altLabel), key=lambda name: (-len(name), name)
    )
    facts = (("title", titles[0]),) if titles else ()
    return Node(iri, kind, label, tuple(sorted(names - {label, ""})), facts, same_as)


def base(store: Queryable) -> str:
    """What all IRIs of the graph begin with, told by the name of its register."""
    return base_of(row["graph"] for row in ask(store, "registers"))


def _decisions(rows: Iterable[Row], sources: Mapping[str, Source]) -> dict[str, Node]:
    """Decisions have no name: the label says kind and day."""
    found: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: sorted(row.items())):
        source = sources.get(row["graph"])
        if source is None:
            continue
        told = found.setdefault(row["node"], {})
        for name in ("kind", "outcome", "method"):
            if name in row:
                told.setdefault("decision" if name == "kind" else name, term_name(row[name]))
        for name in ("words", "favor", "against", "abstention"):
            if name in row:
                told.setdefault(name, plain(row[name]))
        told.setdefault("date", row.get("date") or source.date)
    return {iri: Node(iri, "decision", _label(told), facts=tuple(sorted(told.items()))) for iri, told in found.items()}


def _label(told: Mapping[str, str]) -> str:
    words = relations()["terms"].get(told.get("decision", "Decision"), {"de": told.get("decision", "")})["de"]
    return " ".join(filter(None, (words, told.get("date"))))
