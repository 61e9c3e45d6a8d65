"""Rankings: who connects, who is tied to many, who presents, what recurs, who appears in many bodies.

Each row says what its figure rests on and shows at least one sentence of a protocol; each ranking says what its
figure means and what it does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from protokollgraph.errors import UsageError
from protokollgraph.graph.measures.actors import Actor, actor
from protokollgraph.graph.measures.standings import FIGURES, World
from protokollgraph.graph.measures.wording import words
from protokollgraph.graph.network import network
from protokollgraph.graph.relations.nodes import KINDS, OPTIONAL_KINDS
from protokollgraph.graph.relations.questions import Queryable

if TYPE_CHECKING:
    from protokollgraph.graph.relations.passages import Passage

TOP = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a ranking."""

    place: int
    """From 1; those with the same figure share a place."""
    actor: Actor
    figure: float
    explanation: str
    """The facts behind the figure, in words."""
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The first places by one figure."""

    by: str
    title: str
    says: str
    """What the figure means."""
    warning: str
    """What it does not mean."""
    rows: tuple[Row, ...]
    ranked: int
    """How many there are in all; ``rows`` holds the first ones."""
    estimated: bool
    """Whether the figures are an estimate, because the network is large."""


def rank(
    store: Queryable,
    by: str = "connects",
    *,
    kinds: Iterable[str] | None = None,
    top: int = TOP,
    since: date | None = None,
    until: date | None = None,
) -> Ranking:
    """The first ``top`` by one of :data:`~protokollgraph.graph.measures.standings.FIGURES`.

    ``kinds`` are the kinds of nodes to rank (default: those that the figure is about); all others count as before.
    ``since`` and ``until`` (inclusive) limit the facts, as for :func:`protokollgraph.graph.network.network`.
    UsageError if there is no such figure or kind, or the dates are the wrong way round.
    """
    return rankings(store, (by,), kinds=kinds, top=top, since=since, until=until)[0]


def rankings(
    store: Queryable,
    by: Iterable[str] | None = None,
    *,
    kinds: Iterable[str] | None = None,
    top: int = TOP,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Ranking, ...]:
    """Several rankings of one network, as :func:`rank`; without ``by`` an overview of those that most people ask."""
    chosen = tuple(words()["overview"] if by is None else by)
    unknown = [each for each in chosen if each not in FIGURES]
    if unknown:
        raise UsageError(f"Nothing is ranked by {unknown[0]!r}.", f"There are: {', '.join(FIGURES)}.")
    if top < 1:
        raise UsageError(f"The first {top} are none.", "Ask for 1 or more.")
    listed = None if kinds is None else frozenset(kinds)
    unknown = sorted((listed or frozenset()) - {*KINDS, *OPTIONAL_KINDS})
    if unknown:
        raise UsageError(
            f"There is no kind of node {unknown[0]!r}.", f"Choose from: {', '.join(KINDS + OPTIONAL_KINDS)}."
        )
    # A council presents papers where others present projects; for all else papers count only if they are ranked.
    graph = network(store, kinds={*KINDS, "paper", *(listed or ())}, since=since, until=until)
    ranked = {*KINDS, *(listed or ())}
    usual = World(graph.subgraph(iri for iri, kind in graph.nodes(data="kind") if kind in ranked))
    whole = World(graph)
    return tuple(ranking(whole if each == "presents" else usual, each, listed, top) for each in chosen)


def ranking(world: World, by: str, kinds: frozenset[str] | None = None, top: int = TOP) -> Ranking:
    """One ranking of a network; ``kinds`` and ``top`` as for :func:`rank`."""
    own = words()["rankings"][by]
    wanted = kinds or frozenset(own["kinds"])
    amounts = {iri: each for iri, each in FIGURES[by].amounts(world).items() if world.kinds[iri] in wanted}
    order = sorted(amounts, key=lambda iri: (*(-each for each in amounts[iri]), world.labels[iri], iri))
    rows: list[Row] = []
    for number, iri in enumerate(order[:top], start=1):
        figure = amounts[iri][0]
        place = rows[-1].place if rows and rows[-1].figure == figure else number
        rows.append(Row(place, actor(world.graph, iri), figure, *FIGURES[by].told(world, iri)))
    return Ranking(
        by, own["title"], own["says"], own["not"], tuple(rows), len(order), by == "connects" and world.estimated
    )
