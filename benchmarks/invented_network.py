"""Networks of any size in the shape of ``protokollgraph.network``, without a store: invented, the same on every run.

Regions with bodies that meet every four weeks for some years; organisations with people who speak for them, some in two
bodies; projects that they present; decisions. Kinds, ties and sentences are those of ``invented_network.yml``::

    graph = network(10_000)
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.world.names import Surnames, given
from benchmarks.world.organisations import Towns, of_a_state, project_names, regional, towns
from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import families, relations
from protokollgraph.model import Gender

if TYPE_CHECKING:
    import networkx

TIES_PER_NODE = 1.83
BASE = "https://protokolle.example/id/"
NODES_PER_REGION = 500
FIRST_DAY = date(2019, 1, 8)
FOUR_WEEKS = timedelta(weeks=4)
YEARS = 6
ENOUGH_PASSAGES = 12
"""As many as the real network keeps of one tie."""


@dataclass(frozen=True, slots=True)
class _Node:
    iri: str
    kind: str
    label: str


@dataclass(slots=True)
class _Region:
    """What can be tied to each other, mostly."""

    places: Towns
    surnames: Surnames
    names: dict[str, list[str]]
    nodes: dict[str, list[_Node]] = field(default_factory=dict)

    def of(self, kind: str) -> list[_Node]:
        return self.nodes.setdefault(kind, [])


def network(size: int, *, ties: int | None = None, seed: int = 1) -> networkx.MultiDiGraph:
    """A network of ``size`` nodes (at least 50) and ``ties`` edges, by default 1.83 to a node, as in real ones."""
    return _Inventor(random.Random(f"network {seed}"), size).graph(
        round(size * TIES_PER_NODE) if ties is None else ties
    )


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return words


class _Inventor:
    def __init__(self, rng: random.Random, size: int) -> None:
        self.rng = rng
        self.size = size
        self.regions = [self._region(number) for number in range(max(1, round(size / NODES_PER_REGION)))]
        self.all = self._nodes()
        self.labels = {node.iri: node.label for node in self.all}
        self.programmes = [node for node in self.all if node.kind == "programme"]
        self.meetings: dict[str, list[Occasion]] = {}
        self.ties: dict[tuple[str, str, str], list[Occasion]] = {}
        self.seen: set[tuple[str, str]] = set()
        """Sources of ties with the relation."""

    def graph(self, ties: int) -> networkx.MultiDiGraph:
        import networkx

        self._tie_everything()
        while len(self.ties) < ties:
            self._one_more()
        graph = networkx.MultiDiGraph()
        days = {node.iri: ["", ""] for node in self.all}
        edges = []
        for (source, target, relation), occasions in sorted(self.ties.items()):
            edges.append((source, target, relation, self._edge(source, target, relation, sorted(set(occasions)))))
            for end in (source, target):
                days[end] = [min(days[end][0] or "9", occasions[0].date), max(days[end][1], occasions[-1].date)]
        for node in sorted(self.all, key=lambda node: node.iri):
            told = self._told(node, days[node.iri][0])
            first_last = {"first": days[node.iri][0], "last": days[node.iri][1]}
            graph.add_node(node.iri, label=node.label, kind=node.kind, iri=node.iri, aliases=(), **told, **first_last)
        for source, target, relation, attributes in edges:
            graph.add_edge(source, target, key=relation, **attributes)
        every = [day for pair in days.values() for day in pair if day]
        graph.graph |= {"protocols": sum(map(len, self.meetings.values())), "first": min(every), "last": max(every)}
        graph.graph["centre"] = ""
        return graph

    # Nodes

    def _region(self, number: int) -> _Region:
        places = towns(self.rng, f"r{number}", number % 5 == 0)
        surnames = Surnames(self.rng, number % 5 == 0)
        organisations = [each.name for each in regional(self.rng, f"r{number}", places, surnames)]
        organisations += [each.name for each in (*places.administrations, places.district, *places.towns)]
        if number == 0:
            organisations = [each.name for each in of_a_state("s", "Brandenburg")] + organisations
        bodies = [f"{name} {places.name}" for name in _words()["bodies"]]
        projects = project_names(self.rng, places, NODES_PER_REGION // 3)
        return _Region(places, surnames, {"organisation": organisations, "body": bodies, "project": projects})

    def _nodes(self) -> list[_Node]:
        made = []
        for kind, share in _words()["kinds"].items():
            count = max(3 if kind == "body" else 1, round(self.size * share / 100))
            made += [self._node(kind, number) for number in range(count)]
        return made + [self._node("decision", number) for number in range(self.size - len(made))]

    def _node(self, kind: str, number: int) -> _Node:
        region = self.regions[number % len(self.regions)]
        known = region.of(kind)
        if kind == "person":
            gender = self.rng.choice(list(Gender))
            label = f"{given(self.rng, gender).full} {region.surnames.draw(self.rng, gender)}"
        elif kind == "programme":
            label = _words()["programmes"][number % len(_words()["programmes"])]
        elif kind == "decision":
            label = relations()["terms"]["Recommendation"]["de"]
        else:
            names = region.names[kind]
            again = len(known) // len(names)
            label = names[len(known) % len(names)] + (f" {again + 1}" if again else "")
        node = _Node(f"{BASE}{kind}/{number:06}", kind, label)
        known.append(node)
        return node

    def _told(self, node: _Node, day: str) -> dict[str, Any]:
        if node.kind != "decision":
            return {}
        kind = _words()["decisions"][int(node.iri[-6:]) % len(_words()["decisions"])]
        routine = not any((node.iri, other) in self.seen for other in ("concerns", "addressed_to"))
        return {"decision": kind, "outcome": "Adopted", "date": day, "routine": routine}

    # Ties

    def _tie_everything(self) -> None:
        for region in self.regions:
            for body in region.of("body"):
                self.meetings[body.iri] = self._sittings(body)
        for node in self.all:
            self._ties_of(node)

    def _sittings(self, body: _Node) -> list[Occasion]:
        count = self.rng.randint(6, YEARS * 13)
        start = FIRST_DAY + timedelta(days=self.rng.randrange((YEARS * 13 - count) * 28 + 1))
        found = []
        for number in range(count):
            day = (start + number * FOUR_WEEKS).isoformat()
            meeting = f"{BASE}meeting/{body.iri.rpartition('/')[2]}-{number:03}"
            found.append(Occasion(day, meeting, body.iri, f"{number + 1}. Sitzung {body.label}"))
        return found

    def _ties_of(self, node: _Node) -> None:
        region = self.regions[int(node.iri[-6:]) % len(self.regions)]
        body = self._drawn(region, "body")
        chance = _words()["ties"]
        if node.kind == "person":
            self._person(node, region, body)
        elif node.kind == "project":
            self._tie(self._drawn(region, "person"), node, "presents", body)
            if self.rng.random() < chance["sponsor"]:
                self._tie(node, self._drawn(region, "organisation"), "sponsor", body)
            if self.rng.random() < chance["lead"]:
                self._tie(node, body, "lead", body)
            if self.rng.random() < chance["funds"]:
                self._tie(self.rng.choice(self.programmes), node, "funds", body)
        elif node.kind == "decision":
            self._tie(body, node, "recommends" if self.rng.random() < chance["recommends"] else "decides", body, 1)
            if self.rng.random() < chance["concerns"]:
                self._tie(node, self._drawn(region, "project"), "concerns", body, 1)
            if self.rng.random() < chance["addressed_to"]:
                self._tie(node, self._drawn(region, "organisation"), "addressed_to", body, 1)
        elif node.kind == "organisation":
            self._tie(self._drawn(region, "person"), node, "speaks_for", body)
            if self.rng.random() < chance["part_of"]:
                self._tie(node, self._drawn(region, "organisation"), "part_of", body, 1)
        elif node.kind == "body":
            self._tie(self._drawn(region, "person"), node, "chairs", node)

    def _person(self, node: _Node, region: _Region, body: _Node) -> None:
        chance = _words()["ties"]
        for relation, kind in (("speaks_for", "organisation"), ("post", "organisation"), ("discusses", "project")):
            if self.rng.random() < chance[relation]:
                self._tie(node, self._drawn(region, kind), relation, body)
        tied = any((node.iri, relation) in self.seen for relation in ("speaks_for", "post", "discusses"))
        if self.rng.random() < chance["attends"] or not tied:
            self._tie(node, body, "attends", body)
        if self.rng.random() < chance["task"]:
            self._tie(node, self._drawn(region, "project"), "task", body, 1)

    def _one_more(self) -> None:
        """Somebody who is there often does more of the same, a tenth of it in another region."""
        region = self.rng.choice(self.regions)
        there = region if self.rng.random() < 0.9 else self.rng.choice(self.regions)
        relation, kind = self.rng.choice((("attends", "body"), ("discusses", "project"), ("presents", "project")))
        body = self._drawn(there, "body")
        other = body if kind == "body" else self._drawn(there, kind)
        self._tie(self._drawn(region, "person"), other, relation, body)

    def _drawn(self, region: _Region, kind: str) -> _Node:
        """One of a region; those who come first are drawn more often."""
        there = region.of(kind)
        return there[int(len(there) * self.rng.random() ** 1.6)]

    def _tie(self, source: _Node, target: _Node, relation: str, body: _Node, most: int = 8) -> None:
        if source == target:
            return
        sittings = self.meetings[body.iri]
        first = self.rng.randrange(len(sittings))
        often = 1 if most == 1 or self.rng.random() < 0.68 else self.rng.randint(2, most)
        self.ties.setdefault((source.iri, target.iri, relation), []).extend(sittings[first : first + often])
        self.seen.add((source.iri, relation))

    def _edge(self, source: str, target: str, relation: str, occasions: Sequence[Occasion]) -> dict[str, Any]:
        evidence = tuple(self._passage(source, target, relation, each) for each in reversed(occasions))
        return {
            "relation": relation,
            "family": families()[relation],
            "meetings": len(occasions),
            "occasions": tuple(occasions),
            "first": occasions[0].date,
            "last": occasions[-1].date,
            "details": (),
            "evidence": evidence[:ENOUGH_PASSAGES],
            "passages": len(evidence),
            "stated": True,
        }

    def _passage(self, source: str, target: str, relation: str, when: Occasion) -> Passage:
        other = self.rng.choice(self.all).label
        text = self.rng.choice(_words()["sentences"][relation]).format(
            source=self.labels[source], target=self.labels[target], other=other
        )
        return Passage(text, when.title, when.date, True, when.meeting.replace("/meeting/", "/protocol/"))
