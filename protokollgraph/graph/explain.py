"""Everything that the graph knows of one actor, project or decision, with the sentences that it rests on.

What is told is data: ``queries/internal/topics.yaml`` names the topics, the nodes that their facts are about, and the
details of each. Each detail is asked for on its own: small questions about known nodes take milliseconds where one with
many OPTIONALs takes seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from protokollgraph.graph import lookup
from protokollgraph.graph.passages import Protocol, Quote, batches, protocols, quotes, rows
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.namespaces import DCT

LIMIT = 20
"""So many facts of each topic, and so many mentions, unless told otherwise."""
MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known, with its evidence."""

    topic: str
    node: str
    date: str
    """ISO, empty if unknown."""
    body: str
    """Whose meeting's protocol says so."""
    details: tuple[tuple[str, str], ...]
    """What it is made of, as ("role", "Presenter"); nothing empty."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one entity."""

    iri: str
    kind: str
    name: str
    other_names: tuple[str, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Quote, ...]
    """Where it is named."""
    left_out: tuple[tuple[str, int], ...]
    """Topic (or "mentions"), and how many of it the limit has left out."""
    reasons: tuple[str, ...] = ()
    """Why its names are taken for one, in words."""
    same_as: tuple[str, ...] = ()
    """Its IRIs in other registers."""


def explain(store: ReadableStore, name: str, *, limit: int | None = LIMIT) -> Explanation:
    """What is known of the entity that ``name`` means: a name in any spelling near enough, or an IRI.

    ``limit`` is the number of facts of each topic, None for all. UsageError if nobody or more than one is meant.
    """
    known = lookup.candidates(store)
    entity = _entity(store, known, name)
    names = {each.iri: each.canonical for each in known}
    facts: list[_Found] = []
    left_out: list[tuple[str, int]] = []
    for topic in _topics():
        found = _facts_of(store, topic, entity.iri)
        facts += found[:limit]
        left_out.append((topic.name, len(found) - len(found[:limit])))
    evidence = quotes(store, {entity.iri, *(each.node for each in facts)})
    own = evidence.get(entity.iri, [])
    left_out.append((MENTIONS, len(own) - len(own[:limit])))
    told = (_fact(each, names, evidence.get(each.node, []), entity.iri) for each in _detailed(store, facts))
    return Explanation(
        entity.iri,
        entity.kind,
        entity.canonical,
        tuple(sorted({each.name for each in known if each.iri == entity.iri} - {entity.canonical})),
        tuple(each for each in told if each.details),
        tuple(own[:limit]),
        tuple((topic, count) for topic, count in left_out if count),
        tuple(sorted(_values(store, "skos:editorialNote", [entity.iri]).get(entity.iri, ()))),
        tuple(sorted(_values(store, "owl:sameAs", [entity.iri]).get(entity.iri, ()))),
    )


@dataclass(frozen=True, slots=True)
class _Topic:
    name: str
    nodes: str
    """Pattern with ?node and ?entity."""
    details: Mapping[str, str]
    """Name of a detail to the path from ?node."""


@dataclass(slots=True)
class _Found:
    """A fact in the making: several protocols may tell of the same node."""

    topic: _Topic
    node: str
    protocols: list[Protocol]
    own_date: str = ""
    values: dict[str, set[str]] = field(default_factory=dict)

    @property
    def date(self) -> str:
        return self.own_date or min((each.date for each in self.protocols if each.date), default="")


def _entity(store: ReadableStore, known: Iterable[lookup.Candidate], name: str) -> lookup.Candidate:
    """Found by its IRI, whole or below the base, or by its name; a decision has no name."""
    registered = {each.iri: each for each in known}
    for address in (name.strip("<>"), f"{store.base}{name}"):
        entity = registered.get(address) or _unregistered(store, address)
        if entity is not None:
            return entity
    return lookup.find(store, name)


def _unregistered(store: ReadableStore, address: str) -> lookup.Candidate | None:
    if not re.fullmatch(r"https?://\S+", address):
        return None
    query = "SELECT DISTINCT ?type { VALUES ?node { UNDEF } ?node a ?type FILTER(STRSTARTS(STR(?type), STR(pg:))) }"
    kinds = sorted(_local(row["type"]).lower() for row in rows(store, query, node=[address]))
    return lookup.Candidate(address, address, kinds[0], address) if kinds else None


def _facts_of(store: ReadableStore, topic: _Topic, entity: str) -> list[_Found]:
    """The facts of a topic without their details, sorted by day."""
    query = f"SELECT DISTINCT ?node ?graph {{ VALUES ?entity {{ UNDEF }} GRAPH ?graph {{ {topic.nodes} }} }}"
    graphs: dict[str, set[str]] = {}
    for row in rows(store, query, entity=[entity]):
        graphs.setdefault(row["node"], set()).add(row["graph"])
    sources = protocols(store, {graph for of_node in graphs.values() for graph in of_node})
    found = [_Found(topic, node, [sources[graph] for graph in sorted(of_node)]) for node, of_node in graphs.items()]
    dates = _values(store, f"<{DCT.date}>", graphs)
    for fact in found:
        fact.own_date = min(dates.get(fact.node, ()), default="")
    return sorted(found, key=lambda each: (each.date, each.node))


def _detailed(store: ReadableStore, facts: list[_Found]) -> list[_Found]:
    """The same facts with their details."""
    for topic in _topics():
        of_topic = [each for each in facts if each.topic is topic]
        for name, path in topic.details.items() if of_topic else ():
            values = _values(store, path, [each.node for each in of_topic])
            for fact in of_topic:
                fact.values[name] = values.get(fact.node, set())
    return facts


def _values(store: ReadableStore, path: str, nodes: Iterable[str]) -> dict[str, set[str]]:
    """Node to what lies at the end of the path."""
    query = f"SELECT DISTINCT ?node ?value {{ VALUES ?node {{ UNDEF }} GRAPH ?graph {{ ?node {path} ?value }} }}"
    found: dict[str, set[str]] = {}
    for batch in batches(nodes):
        for row in rows(store, query, node=batch):
            found.setdefault(row["node"], set()).add(row["value"])
    return found


def _fact(found: _Found, names: Mapping[str, str], evidence: list[Quote], entity: str) -> Fact:
    """With names for IRIs, and with its evidence. What is said of the entity itself is shown with the sentences that
    say it, not with every place where the entity is named."""
    details = {name: sorted(_spoken(value, names) for value in values) for name, values in found.values.items()}
    if found.node == entity and found.topic.name != "decisions":
        said = [value.casefold() for name, values in details.items() for value in values if value != names.get(entity)]
        evidence = [each for each in evidence if any(value in each.text.casefold() for value in said)]
    reported = found.own_date and all(each.date != found.own_date for each in found.protocols)
    bodies = [] if reported else sorted({names.get(each.body, "") for each in found.protocols} - {""})
    joined = tuple((name, "; ".join(values)) for name, values in details.items() if values)
    return Fact(found.topic.name, found.node, found.date, ", ".join(bodies), joined, tuple(evidence))


def _spoken(value: str, names: Mapping[str, str]) -> str:
    """The name of what has one, the last part of another IRI, a text as it is."""
    return names.get(value) or (_local(value) if re.match(r"https?://", value) else value)


def _local(address: str) -> str:
    return re.split(r"[#/]", address)[-1]


@cache
def _topics() -> tuple[_Topic, ...]:
    import yaml

    text = files("protokollgraph.graph").joinpath("queries", "internal", "topics.yaml").read_text(encoding="utf-8")
    return tuple(_Topic(each["topic"], each["nodes"], each["details"]) for each in yaml.safe_load(text))
