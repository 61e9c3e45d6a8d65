"""How two actors are connected: the shortest connections over stated ties, each step with its sentence.

A step leads from an actor to one it is tied to; body and project may be tied by way of a decision. Where no stated
ties connect the two, but being at the same meetings would, that is what is told, as the weaker kind that it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.finding import find
from protokollgraph.graph.measures.actors import Actor, actor, best, label
from protokollgraph.graph.measures.paths import MOST_COMPARED, shortest
from protokollgraph.graph.measures.ties import DECISION, Edge, Tie, Ties, is_stated, ties_of
from protokollgraph.graph.measures.wording import words
from protokollgraph.graph.network import network
from protokollgraph.graph.relations.facts import protocols
from protokollgraph.graph.relations.nodes import KINDS, nodes
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import Queryable

if TYPE_CHECKING:
    import networkx

LIMIT = 5
_DECISIONS = 3
"""Of the decisions behind one step, so many are named, the newest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One tie on the way, read from ``source`` to ``target``."""

    source: Actor
    target: Actor
    relations: tuple[str, ...]
    """In words, such as "presents" or "recommends (Recommendation of 2024-05-14)"."""
    meetings: int
    days: tuple[str, ...]
    """Of these meetings, ISO dates, sorted; those that are known."""
    stated: bool
    """False if the two were only at the same meetings, or one of them at those of the other."""
    evidence: tuple[Passage, ...]
    edges: tuple[Edge, ...]
    """The edges of the network behind it."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One way from the one to the other."""

    steps: tuple[Step, ...]

    @property
    def strength(self) -> tuple[int, int, str]:
        """Meetings of the weakest step, of all steps, and the day until which all of them are told."""
        meetings = [step.meetings for step in self.steps]
        return min(meetings), sum(meetings), min(max(step.days, default="") for step in self.steps)


@dataclass(frozen=True, slots=True)
class Connections:
    """How two are connected: nothing ``found`` if they are not."""

    source: Actor
    target: Actor
    found: tuple[Connection, ...]
    """The shortest ones, all equally long, the strongest first."""
    number: int
    """How many equally short ones there are; ``found`` may hold less."""
    stated: bool
    """False if no stated ties connect the two, and ``found`` holds what being at the same meetings gives."""


def connections(
    store: Queryable,
    a: str,
    b: str,
    *,
    limit: int = LIMIT,
    kinds: Iterable[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Connections:
    """The shortest connections between the nodes that ``a`` and ``b`` name (by a name or an IRI).

    ``kinds`` limits who may lie between; ``since`` and ``until`` (inclusive) limit the facts, as for
    :func:`protokollgraph.graph.network.network`. UsageError if a name fits nobody or several, both are the same, or
    ``limit`` is less than 1.
    """
    return _connected(store, (a, b), limit, kinds, since, until)[0]


def connecting(
    store: Queryable,
    a: str,
    b: str,
    *,
    limit: int = LIMIT,
    kinds: Iterable[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> networkx.MultiDiGraph:
    """The network limited to what lies on the connections of :func:`connections`; GraphError if there are none."""
    found, graph = _connected(store, (a, b), limit, kinds, since, until)
    if not found.found:
        raise GraphError(
            f"There is no connection between {found.source.name!r} and {found.target.name!r}.",
            "Nothing was written. Choose a longer time or more kinds, or read more protocols.",
        )
    return limited(graph, found)


def _connected(
    store: Queryable,
    names: tuple[str, str],
    limit: int,
    kinds: Iterable[str] | None,
    since: date | None,
    until: date | None,
) -> tuple[Connections, networkx.MultiDiGraph]:
    """The connections, and the network in which they were found."""
    if limit < 1:
        raise UsageError(f"{limit} connections are none.", "Ask for 1 or more.")
    known = nodes(store, protocols(store))
    source, target = (find(known, name) for name in names)
    if source == target:
        same = f"{known[source].label} <{source}>"
        raise UsageError(f"{names[0]!r} and {names[1]!r} are the same: {same}.", "Name two different ones.")
    between = tuple(KINDS if kinds is None else kinds)
    wanted = {*between, known[source].kind, known[target].kind}
    graph = network(store, kinds=wanted, since=since, until=until)
    found = connections_in(graph, source, target, between, limit=limit)
    if not found.found:
        graph = network(store, kinds=wanted, since=since, until=until, together=1)
        found = connections_in(graph, source, target, between, limit=limit, weaker=True)
    if not found.found:
        one, other = (Actor(iri, known[iri].label, words()["kinds"][known[iri].kind]) for iri in (source, target))
        found = Connections(one, other, (), 0, True)
    return found, graph


def connections_in(
    graph: networkx.MultiDiGraph,
    source: str,
    target: str,
    between: Iterable[str] = KINDS,
    *,
    limit: int = LIMIT,
    weaker: bool = False,
) -> Connections:
    """The shortest connections between two nodes of a network, by IRI; ``between`` are the kinds that may lie on them.

    ``weaker`` takes attendance for a tie too.
    """
    ends = [Actor(iri, iri, "") if iri not in graph else actor(graph, iri) for iri in (source, target)]
    if any(iri not in graph for iri in (source, target)):
        return Connections(ends[0], ends[1], (), 0, not weaker)
    ties, allowed = ties_of(graph, weaker=weaker, actors=(source, target)), frozenset(between)
    # The strongest ties first: of very many equally short connections, only the first are compared.
    adjacent = {iri: sorted(others, key=lambda other: (-others[other].meetings, other)) for iri, others in ties.items()}
    number, paths = shortest(adjacent, source, target, lambda iri: graph.nodes[iri]["kind"] in allowed)
    compared = sorted(islice(paths, MOST_COMPARED), key=lambda path: (_weakness(path, ties), path))
    found = tuple(
        Connection(tuple(_step(graph, one, other, ties[one][other]) for one, other in pairwise(path)))
        for path in compared[:limit]
    )
    return Connections(ends[0], ends[1], found, number, not weaker)


def limited(graph: networkx.MultiDiGraph, connections: Connections) -> networkx.MultiDiGraph:
    """The network with nothing but what lies on these connections, with the decisions on the way."""
    edges = {edge for each in connections.found for step in each.steps for edge in step.edges}
    kept = graph.edge_subgraph(sorted(edges)).copy()
    passages = {passage for *_, evidence in kept.edges(data="evidence") for passage in evidence}
    days = sorted({passage.date for passage in passages if passage.date})
    kept.graph.update(
        protocols=len({passage.iri for passage in passages}), first=min(days, default=""), last=max(days, default=""),
        centre=connections.source.iri,
    )  # fmt: skip
    return kept


def _weakness(path: Iterable[str], ties: Ties) -> tuple[int, int, tuple[int, ...]]:
    """Small for strong connections; see :attr:`Connection.strength`. The newer day is the smaller number."""
    steps = [ties[one][other] for one, other in pairwise(path)]
    meetings = [tie.meetings for tie in steps]
    newest = min(max((each.date for each in tie.occasions), default="") for tie in steps)
    return -min(meetings), -sum(meetings), tuple(-ord(character) for character in newest)


def _step(graph: networkx.MultiDiGraph, source: str, target: str, tie: Tie) -> Step:
    own = [graph.edges[edge] for edge in tie.edges]
    passages = [passage for each in own for passage in each["evidence"]]
    stated = any(is_stated(each["family"]) for each in own)
    # That two were at a meeting is said of each of them, in different places.
    ends = ((source, target),) if stated else ((source,), (target,))
    return Step(
        actor(graph, source),
        actor(graph, target),
        tuple(dict.fromkeys(_relations(graph, source, target, tie))),
        tie.meetings,
        tuple(sorted({each.date for each in tie.occasions if each.date})),
        stated,
        tuple(dict.fromkeys(passage for about in ends for passage in best(graph, passages, about))),
        tie.edges,
    )


def _relations(graph: networkx.MultiDiGraph, source: str, target: str, tie: Tie) -> Iterator[str]:
    """The relations in words, the direct ones first, then those by way of decisions."""
    about: dict[str, Edge] = {}
    taken: dict[str, Edge] = {}
    for edge in tie.edges:
        if {edge[0], edge[1]} == {source, target}:
            yield words()["relations"][edge[2]][edge[0] != source]
        elif graph.nodes[edge[0]]["kind"] == DECISION:
            about[edge[0]] = edge
        else:
            taken[edge[1]] = edge
    said: dict[str, list[str]] = {}
    for decision in sorted(taken.keys() & about.keys(), key=lambda iri: (graph.nodes[iri].get("date", ""), iri)):
        way = words()["by_decision"][f"{taken[decision][2]} {about[decision][2]}"]
        said.setdefault(way[taken[decision][0] != source], []).append(label(graph, decision))
    for verb, names in said.items():
        newest = list(dict.fromkeys(reversed(names)))
        more = f" and {len(newest) - _DECISIONS} more" if len(newest) > _DECISIONS else ""
        yield f"{verb} ({', '.join(newest[:_DECISIONS])}{more})"
