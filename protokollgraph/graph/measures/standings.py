"""What rankings rank by: for each figure, how much everybody has of it, and the facts behind it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from protokollgraph.graph.measures.actors import FEWEST_WORDS, best, label
from protokollgraph.graph.measures.centralities import between, bodies_of
from protokollgraph.graph.measures.communities import communities, name
from protokollgraph.graph.measures.paths import parts_without
from protokollgraph.graph.measures.ties import Tie, distinct, is_stated, ties_of
from protokollgraph.graph.measures.wording import counted, figure, listed, period, span

if TYPE_CHECKING:
    import networkx

    from protokollgraph.graph.relations.facts import Occasion
    from protokollgraph.graph.relations.passages import Passage

_LOOKED_AT = 6
"""The sentences of so many ties are compared."""
Amounts = Mapping[str, tuple[float, ...]]
"""By IRI the figure, then what decides between equal ones; whoever has none of it is not in it."""


class Told(NamedTuple):
    """The facts behind one figure."""

    explanation: str
    evidence: tuple[Passage, ...]


class World:
    """A network with what is computed from it, once."""

    def __init__(self, graph: networkx.MultiDiGraph) -> None:
        self.graph = graph
        self.labels: Mapping[str, str] = {iri: label(graph, iri) for iri in graph}
        self.kinds: Mapping[str, str] = dict(graph.nodes(data="kind"))

    @cached_property
    def ties(self) -> Mapping[str, Mapping[str, Tie]]:
        """The stated ties."""
        return ties_of(self.graph)

    @cached_property
    def between(self) -> tuple[Mapping[str, float], bool]:
        """Through how many shortest connections each lies, and whether that is an estimate."""
        return between(self.ties)

    @property
    def estimated(self) -> bool:
        """Whether the figures of who connects are an estimate."""
        return "between" in vars(self) and self.between[1]

    @cached_property
    def pairs(self) -> int:
        """How many pairs of others there are for each that has a tie."""
        tied = sum(bool(others) for others in self.ties.values())
        return max(1, (tied - 1) * (tied - 2) // 2)

    @cached_property
    def community(self) -> Mapping[str, str]:
        """What the community of each is called."""
        found: dict[str, str] = {}
        for members in communities(self.ties):
            found |= dict.fromkeys(members, name(members, self.ties, self.labels, self.kinds, most=1))
        return found

    @cached_property
    def bodies(self) -> Mapping[str, frozenset[str]]:
        """The bodies in whose meetings each appears."""
        return bodies_of(self.graph)

    def occasions(self, iri: str, fits: Callable[[str], bool]) -> tuple[Occasion, ...]:
        """The meetings of all edges of a node whose relation family ``fits``."""
        edges = self.around(iri, fits)
        return distinct(each for edge in edges for each in self.graph.edges[edge]["occasions"])

    def around(self, iri: str, fits: Callable[[str], bool]) -> list[tuple[str, str, str]]:
        """All edges of a node whose relation family ``fits``."""
        edges = [
            *self.graph.in_edges(iri, keys=True, data="family"),
            *self.graph.out_edges(iri, keys=True, data="family"),
        ]
        return sorted((source, target, key) for source, target, key, family in edges if fits(family))

    def passages(self, edges: Iterable[tuple[str, str, str]]) -> list[Passage]:
        """The sentences of these edges."""
        return [passage for edge in edges for passage in self.graph.edges[edge]["evidence"]]


def connecting(world: World) -> Amounts:
    """The share of the pairs of others between whom somebody lies; then the number of ties."""
    counts = world.between[0]
    return {iri: (round(count / world.pairs, 6), len(world.ties[iri])) for iri, count in counts.items() if count > 0}


def connecting_told(world: World, iri: str) -> Told:
    """Between how many pairs, into which communities, and who has no other link to the rest."""
    others = _by_strength(world, iri)
    reached: dict[str, str] = {}
    for other in others:
        reached.setdefault(world.community[other], other)
    count = f"{figure(world.between[0][iri])} of {world.pairs:,}"
    said = f"Lies on the shortest connections of {count} pairs of others, tied to {_names(world, others)}"
    if len(reached) > 1:
        said += f"; reaches into {len(reached)} communities, around {listed(list(reached), 3)}"
    cut = parts_without(world.ties, iri)
    if cut:
        said += f"; the only link to the rest for {_names(world, cut)}"
    return Told(f"{said}.", _sentences(world, iri, [*reached.values(), *others], 2))


def tied(world: World) -> Amounts:
    """The number of different others; then of meetings."""
    return {
        iri: (len(others), sum(tie.meetings for tie in others.values())) for iri, others in world.ties.items() if others
    }


def tied_told(world: World, iri: str) -> Told:
    """To whom, the strongest ties first, in how many meetings and when."""
    others, ties = _by_strength(world, iri), world.ties[iri]
    when = distinct(each for tie in ties.values() for each in tie.occasions)
    strongest = listed([f"{world.labels[other]} ({ties[other].meetings})" for other in others])
    said = f"Tied to {counted(len(others), 'other')} in {_meetings(when)}: {strongest}."
    return Told(said, _sentences(world, iri, others, 1))


def presenting(world: World) -> Amounts:
    """How often somebody presents, each thing once a meeting; then how many things."""
    shown = {iri: _presented(world, iri) for iri in world.ties}
    return {iri: (sum(map(len, each.values())), len(each)) for iri, each in shown.items() if each}


def presenting_told(world: World, iri: str) -> Told:
    """What, in how many meetings and when."""
    presented = _presented(world, iri)
    when = distinct(each for held in presented.values() for each in held)
    kinds = [world.kinds[each] for each in presented]
    things = " and ".join(counted(kinds.count(kind), kind) for kind in sorted(set(kinds), reverse=True))
    names = sorted(presented, key=lambda each: (-len(presented[each]), world.labels[each], each))
    said = f"Presents {things} in {_meetings(when)}: {_names(world, names)}."
    return Told(said, best(world.graph, world.passages((iri, each, "presents") for each in names), (iri,)))


def recurring(world: World) -> Amounts:
    """The number of meetings with a stated tie, from two on; then of bodies."""
    held = {iri: world.occasions(iri, is_stated) for iri in world.ties}
    return {iri: (len(each), len({one.body for one in each})) for iri, each in held.items() if len(each) > 1}


def recurring_told(world: World, iri: str) -> Told:
    """In whose meetings, how often, over which time; with a sentence of the last time and of the first."""
    when = world.occasions(iri, is_stated)
    days = [each.date for each in when if each.date]
    over = f" over {span(days[0], days[-1])}" if len(set(days)) > 1 else ""
    said = f"Dealt with in {counted(len(when), 'meeting')}{over}, {period(days)}: {_whose(world, when)}."
    passages = sorted(world.passages(world.around(iri, is_stated)), key=lambda passage: passage.date)
    last = best(world.graph, (each for each in passages if each.date == passages[-1].date), (iri,))
    first = best(world.graph, (each for each in passages if each.date == passages[0].date), (iri,))
    return Told(said, tuple(dict.fromkeys(last + first)))


def appearing(world: World) -> Amounts:
    """The number of bodies in whose meetings somebody appears, from two on; then of meetings."""
    return {
        iri: (len(where), len(world.occasions(iri, _any_but_together)))
        for iri, where in world.bodies.items()
        if len(where) > 1
    }


def appearing_told(world: World, iri: str) -> Told:
    """In whose meetings and when."""
    when = [each for each in world.occasions(iri, _any_but_together) if each.body in world.bodies[iri]]
    bodies = counted(len(world.bodies[iri]), "body", "bodies")
    said = f"Appears in {_meetings(when)}, of {bodies}: {_whose(world, when)}."
    return Told(said, best(world.graph, world.passages(world.around(iri, _any_but_together)), (iri,)))


def _any_but_together(family: str) -> bool:
    return family != "together"


def _names(world: World, iris: Iterable[str]) -> str:
    return listed([world.labels[iri] for iri in iris])


def _sentences(world: World, iri: str, others: Iterable[str], most: int) -> tuple[Passage, ...]:
    """The best sentence of each of the first ties, whole sentences before lines of a list."""
    found: dict[Passage, None] = {}
    for other in list(dict.fromkeys(others))[:_LOOKED_AT]:
        found |= dict.fromkeys(best(world.graph, world.passages(world.ties[iri][other].edges), (iri, other)))
    return tuple(sorted(found, key=lambda each: len(each.sentence.split()) < FEWEST_WORDS)[:most])


def _by_strength(world: World, iri: str) -> list[str]:
    """Those to whom it is tied, the strongest ties first."""
    ties = world.ties[iri]
    return sorted(ties, key=lambda other: (-ties[other].meetings, -len(world.ties[other]), world.labels[other], other))


def _presented(world: World, iri: str) -> dict[str, tuple[Occasion, ...]]:
    edges = world.graph.out_edges(iri, keys=True, data="occasions")
    return {target: distinct(held) for _, target, relation, held in sorted(edges) if relation == "presents"}


def _meetings(when: Iterable[Occasion]) -> str:
    held = list(when)
    days = period(each.date for each in held)
    return counted(len(held), "meeting") + (f", {days}" if days else "")


def _whose(world: World, when: Iterable[Occasion]) -> str:
    """The bodies that met and how often, most often first; a day of which only another protocol tells comes last."""
    bodies = [each.body for each in when]
    order = sorted(set(bodies) - {""}, key=lambda body: (-bodies.count(body), world.labels.get(body, body)))
    said = [f"{world.labels.get(body, body)} ({bodies.count(body)})" for body in order]
    told = f"{counted(bodies.count(''), 'day')} of which another protocol tells" if "" in bodies else ""
    return "; ".join(filter(None, [listed(said), told]))


class Figure(NamedTuple):
    """One thing to rank by."""

    amounts: Callable[[World], Amounts]
    told: Callable[[World, str], Told]


FIGURES: Mapping[str, Figure] = {
    "connects": Figure(connecting, connecting_told),
    "ties": Figure(tied, tied_told),
    "presents": Figure(presenting, presenting_told),
    "recurs": Figure(recurring, recurring_told),
    "bodies": Figure(appearing, appearing_told),
}
"""What can be ranked by, by the name that ``--by`` takes."""
