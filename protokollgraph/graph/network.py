"""The network of a store as one ``networkx.MultiDiGraph``: who is tied to whom, and where it says so.

Nodes are people, organisations, bodies, projects, programmes and decisions, by IRI, with ``label``, ``kind``, ``iri``,
``aliases``, ``first`` and ``last`` (ISO dates of the facts about them, empty if unknown).

An edge is one relation between two nodes, its key the relation (``speaks_for``, ``presents`` …), with ``family``,
``occasions`` (in which meetings it was said or happened: a tuple of
:class:`~protokollgraph.graph.relations.facts.Occasion`, by day), ``meetings`` (their number), ``first``, ``last``,
``details`` and ``evidence``: a tuple of :class:`~protokollgraph.graph.relations.passages.Passage`, whose full number is
``passages``. Edges ``attends_with`` are there on request only, are ``undirected``, and no protocol states them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import UsageError
from protokollgraph.graph.finding import find
from protokollgraph.graph.relations.facts import Fact, Occasion, Source, facts, occasion, passages_of, protocols
from protokollgraph.graph.relations.nodes import KINDS, OPTIONAL_KINDS, Node, nodes
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import Queryable, families
from protokollgraph.graph.relations.together import RELATION as TOGETHER
from protokollgraph.graph.relations.together import Pair, Said, attendances, pairs

if TYPE_CHECKING:
    import networkx

ENOUGH_PASSAGES = 12
"""An edge keeps so many passages, first those of the latest meetings; ``passages`` holds how many there are."""


def network(
    store: Queryable,
    *,
    kinds: Iterable[str] | None = None,
    around: str | None = None,
    hops: int = 1,
    since: date | None = None,
    until: date | None = None,
    together: int | None = None,
) -> networkx.MultiDiGraph:
    """The network of what the protocols in ``store`` state.

    ``kinds`` limits the nodes to these kinds (default: all of :data:`KINDS`; ``paper`` and ``topic`` only on request).
    ``around`` is a name or an IRI: only what lies within ``hops`` steps of it. ``since`` and ``until`` (inclusive) keep
    the facts of that time; a fact whose day no protocol tells is then left out. A node without any tie is left out.
    ``together`` adds edges ``attends_with`` between people who were at so many meetings both; they count as no step
    for ``hops``.

    UsageError if a kind or a name is not known, a name fits several nodes, the dates are the wrong way round, or
    ``together`` is less than 1.
    """
    wanted = _kinds(kinds)
    if since and until and since > until:
        raise UsageError(f"The time from {since} to {until} is empty.", "Give the earlier day first.")
    if together is not None and together < 1:
        raise UsageError(f"{together} common meetings are none.", "Ask for 1 or more.")
    sources = protocols(store)
    known = {iri: node for iri, node in nodes(store, sources).items() if node.kind in wanted}
    told = [fact for fact in facts(store, sources) if fact.source in known and _within(fact.date, since, until)]
    ties = [fact for fact in told if fact.target in known]
    if around is not None:
        centre = find(known, around)
        near = _neighbourhood(ties, centre, hops)
        ties = [fact for fact in ties if fact.source in near and fact.target in near]
    else:
        near, centre = set(known), ""
    attended = [] if together is None else [fact for fact in attendances(told) if fact.source in near]
    names = {iri: (node.label, *node.aliases) for iri, node in known.items()}
    passages = passages_of(store, dict.fromkeys([*ties, *attended]), sources, names)
    graph = _graph(known, ties, passages, sources, centre, also=attended)
    if together is not None:
        graph.graph["together"] = together
        _add_pairs(graph, known, pairs(attended, sources, together), Said(attended, sources, passages))
    return graph


def _kinds(kinds: Iterable[str] | None) -> frozenset[str]:
    wanted = frozenset(KINDS if kinds is None else kinds)
    unknown = sorted(wanted - {*KINDS, *OPTIONAL_KINDS})
    if unknown:
        raise UsageError(
            f"There is no kind of node {unknown[0]!r}.", f"Choose from: {', '.join(KINDS + OPTIONAL_KINDS)}."
        )
    return wanted


def _within(day: str, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if not day:
        return False
    return (since is None or day >= since.isoformat()) and (until is None or day <= until.isoformat())


def _neighbourhood(ties: Iterable[Fact], centre: str, hops: int) -> set[str]:
    """What can be reached from ``centre`` in at most ``hops`` steps, in either direction."""
    adjacent: dict[str, set[str]] = {}
    for fact in ties:
        adjacent.setdefault(fact.source, set()).add(fact.target)
        adjacent.setdefault(fact.target, set()).add(fact.source)
    reached, edge = {centre}, {centre}
    for _ in range(hops):
        edge = {other for node in edge for other in adjacent.get(node, ())} - reached
        reached |= edge
    return reached


def _graph(
    known: Mapping[str, Node],
    ties: list[Fact],
    passages: Mapping[Fact, tuple[Passage, ...]],
    sources: Mapping[str, Source],
    centre: str,
    *,
    also: Iterable[Fact] = (),
) -> networkx.MultiDiGraph:
    """``also`` are facts whose protocols count, though they are no edges."""
    import networkx

    grouped: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in ties:
        grouped.setdefault((fact.source, fact.target, fact.relation), []).append(fact)
    days: dict[str, list[str]] = {centre: []} if centre else {}
    for fact in ties:
        for end in (fact.source, fact.target):
            days.setdefault(end, []).extend([fact.date] if fact.date else [])
    used = sorted({fact.graph for fact in (*ties, *also)})
    dates = sorted(sources[each].date for each in used if sources[each].date)
    graph = networkx.MultiDiGraph(
        protocols=len(used), first=dates[0] if dates else "", last=dates[-1] if dates else "", centre=centre
    )
    for iri in sorted(days):
        first_last = {"first": min(days[iri], default=""), "last": max(days[iri], default="")}
        graph.add_node(iri, **known[iri].attributes(), **first_last)
    for (source, target, relation), group in sorted(grouped.items()):
        graph.add_edge(source, target, key=relation, **_edge(relation, group, passages, sources))
    _mark_routine(graph)
    return graph


def _add_pairs(graph: networkx.MultiDiGraph, known: Mapping[str, Node], found: Iterable[Pair], said: Said) -> None:
    """Add people who were at meetings together, and the edges between them."""
    found = list(found)
    days: dict[str, list[str]] = {}
    for pair in found:
        for end in pair[:2]:
            days.setdefault(end, []).extend(each.date for each in pair.occasions if each.date)
    for iri in sorted(days.keys() - set(graph)):
        first_last = {"first": min(days[iri], default=""), "last": max(days[iri], default="")}
        graph.add_node(iri, **known[iri].attributes(), **first_last)
    for pair in found:
        graph.add_edge(pair.left, pair.right, key=TOGETHER, **said.attributes(pair, ENOUGH_PASSAGES))


def _mark_routine(graph: networkx.MultiDiGraph) -> None:
    """A decision about nothing that is in the network (agenda, minutes) and addressed to nobody is ``routine``."""
    for iri, attributes in graph.nodes(data=True):
        if attributes["kind"] == "decision":
            attributes["routine"] = graph.out_degree(iri) == 0


def _edge(
    relation: str,
    group: list[Fact],
    passages: Mapping[Fact, tuple[Passage, ...]],
    sources: Mapping[str, Source],
) -> dict[str, Any]:
    days = sorted(fact.date for fact in group if fact.date)
    texts = dict.fromkeys(passage for fact in group for passage in passages[fact])
    newest = sorted(texts, key=lambda passage: passage.date, reverse=True)
    occasions = _occasions(group, sources)
    return {
        "relation": relation,
        "family": families()[relation],
        "meetings": len(occasions),
        "occasions": occasions,
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "details": tuple(sorted({fact.detail for fact in group if fact.detail})),
        "evidence": tuple(newest[:ENOUGH_PASSAGES]),
        "passages": len(texts),
        "stated": any(passage.stated for passage in texts) or not texts,
    }


def _occasions(group: Iterable[Fact], sources: Mapping[str, Source]) -> tuple[Occasion, ...]:
    """When the facts happened, by day; a meeting that two protocols record is one."""
    found: dict[tuple[str, str], Occasion] = {}
    for each in sorted(occasion(fact, sources[fact.graph]) for fact in group):
        found.setdefault((each.meeting, "" if each.meeting else each.date), each)
    return tuple(sorted(found.values()))
