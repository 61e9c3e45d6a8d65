"""What a graph says of a document, as facts to be compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protokollgraph.graph.evaluation.facts import GAP, Act, Fact, Facts, Slot
from protokollgraph.graph.evaluation.questions import Row, ask
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.evaluation.spelling import folded, only
from protokollgraph.graph.relations.facts import term_name
from protokollgraph.graph.store import ReadableStore
from protokollgraph.model import Span

_TIME = slice(11, 16)
"""Hours and minutes of an xsd:dateTime."""
_DUTIES = {"Chair": "chair", "MinuteTaker": "minutes"}
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Known:
    """What holds for the whole graph."""

    protocols: Mapping[str, str]
    """File name to the protocol's IRI."""
    names: Mapping[str, frozenset[str]]
    """Node to its folded names, whichever document gives them."""
    shown: Mapping[str, str]
    """Node to one name for readers: the longest."""
    bodies: frozenset[str]

    @classmethod
    def of(cls, graph: ReadableStore) -> Known:
        """Asked of the graph."""
        names: dict[str, set[str]] = defaultdict(set)
        for row in ask(graph, "names"):
            names[row["node"]].add(row["name"])
        return cls(
            {row["name"]: row["protocol"] for row in reversed(ask(graph, "documents"))},
            {node: frozenset(map(folded, each)) for node, each in names.items()},
            {node: min(each, key=lambda name: (-len(name), name)) for node, each in names.items()},
            frozenset(row["node"] for row in ask(graph, "bodies")),
        )


def found(graph: ReadableStore, known: Known, file: str) -> Facts | None:
    """The facts of the file's protocol; None if the graph has no such file."""
    protocol = known.protocols.get(file)
    return None if protocol is None else _Found(graph, known, protocol).facts()


class _Found:
    def __init__(self, graph: ReadableStore, known: Known, protocol: str) -> None:
        self.graph = graph
        self.known = known
        self.protocol = protocol
        self.spans: dict[str, list[Span]] = defaultdict(list)
        self.mentions: dict[str, set[str]] = defaultdict(set)
        for row in self.ask("places"):
            if "words" in row:
                self.mentions[folded(row["words"])].add(row["node"])
            else:
                self.spans[row["node"]].append(Span(int(row["start"]), int(row["end"])))

    def facts(self) -> Facts:
        people, treated = self.ask("participations"), self.ask("contributions")
        simple = {
            Relation.MEETING: self._meeting(),
            Relation.DUTIES: self._duties(people),
            Relation.PERSONS: (self._named(row["node"]) for row in self.ask("persons")),
            Relation.TITLES: (
                self._fact(row, (self._names(row["node"]), only(row["title"])), (row["title"], row["node"]))
                for row in self.ask("titles")
            ),
            Relation.POSTS: map(self._post, self.ask("memberships")),
            Relation.ATTENDANCE: self._attendance(people),
            Relation.ORGANISATIONS: (
                self._named(row["node"]) for row in self.ask("organisations") if row["node"] not in self.known.bodies
            ),
            Relation.PROJECTS: (self._named(row["node"]) for row in self.ask("projects")),
            Relation.PROJECT_FACTS: (fact for row in self.ask("projects") for fact in self._of_project(row)),
            Relation.AGENDA: (
                self._fact(row, (only(row["number"]), _maybe(row.get("title"))), (row["number"], row.get("title", "")))
                for row in self.ask("agenda")
            ),
            Relation.CONTRIBUTORS: (
                self._fact(row, (only(row["number"]), self._names(row["person"])), (row["number"], row["person"]))
                for row in treated
            ),
        }
        return Facts(
            {relation: tuple(facts) for relation, facts in simple.items()},
            tuple(self._decisions()),
            tuple(map(self._task, self.ask("tasks"))),
            {words: frozenset(nodes) for words, nodes in self.mentions.items()},
        )

    def ask(self, question: str) -> list[Row]:
        return ask(self.graph, question, self.protocol)

    def _meeting(self) -> Iterator[Fact]:
        row = next(iter(self.ask("meeting")), {})
        values = {
            "date": row.get("date"),
            "start": row.get("start", "")[_TIME],
            "end": row.get("end", "")[_TIME],
            "number": row.get("number"),
            "place": row.get("place"),
            "previous.date": row.get("previousDate"),
            "previous.number": row.get("previousNumber"),
            "next.date": row.get("nextDate"),
            "next.place": row.get("nextPlace"),
        }
        if "body" in row:
            yield self._fact(row, (only("body"), self._names(row["body"])), ("body", row["body"]))
        for slot, value in values.items():
            if value:
                yield self._fact(row, (only(slot), only(value)), (slot, value))

    def _duties(self, people: Iterable[Row]) -> Iterator[Fact]:
        for row in people:
            duty = _DUTIES.get(term_name(row["role"]))
            if duty:
                yield self._fact(row, (only(duty), self._names(row["person"])), (duty, row["person"]))

    def _attendance(self, people: Iterable[Row]) -> Iterator[Fact]:
        for row in people:
            if "attendance" in row:
                status = _kebab(row["attendance"])
                yield self._fact(row, (self._names(row["person"]), only(status)), (row["person"], status))

    def _post(self, row: Row) -> Fact:
        slots = (self._names(row["person"]), _maybe(row.get("role")), self._names(row["organisation"]))
        return self._fact(row, slots, (row["person"], row.get("role", "no function"), row["organisation"]))

    def _of_project(self, row: Row) -> Iterator[Fact]:
        names = self._names(row["node"])
        for slot in ("programme", "sponsor", "lead"):
            if slot in row:
                yield self._fact(row, (names, only(slot), self._names(row[slot])), (row["node"], slot, row[slot]))
        if "budget" in row:
            amount = str(float(row["budget"]))
            yield self._fact(row, (names, only("budget"), only(amount)), (row["node"], "budget", amount))

    def _decisions(self) -> Iterator[Act]:
        """One for each node; what it is about is put together."""
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self.ask("decisions"):
            rows[row["node"]].append(row)
        for node, each in rows.items():
            first, about = each[0], [row["about"] for row in each if "about" in row]
            terms = {key: _kebab(first[key]) for key in ("kind", "outcome", "majority") if key in first}
            plain = {"date": "date", "votes for": "for", "votes against": "against", "abstentions": "abstentions"}
            terms |= {key: first[variable] for key, variable in plain.items() if variable in first}
            nodes = {key: [first[key]] for key in ("body", "addressee") if key in first} | {"project": about}
            yield self._act(node, terms, nodes, ("kind", "outcome", "majority", *plain, "body", "addressee", "project"))

    def _task(self, row: Row) -> Act:
        terms = {"due": row["due"]} if "due" in row else {}
        nodes = {"assignee": [row["assignee"]]} if "assignee" in row else {}
        return self._act(row["node"], terms, nodes, ("assignee", "due"))

    def _act(self, node: str, terms: Mapping[str, str], nodes: Mapping[str, list[str]], keys: Iterable[str]) -> Act:
        values: dict[str, frozenset[str]] = dict.fromkeys(keys, frozenset())
        values |= {key: only(value) for key, value in terms.items()}
        values |= {key: frozenset(n for node in each for n in self._names(node)) for key, each in nodes.items()}
        shown = dict(terms) | {key: ", ".join(map(self._shown, each)) for key, each in nodes.items()}
        return Act(tuple(self.spans.get(node, ())), values, shown)

    def _named(self, node: str) -> Fact:
        return self._fact({"node": node}, (self._names(node),), (node,))

    def _fact(self, row: Row, slots: tuple[Slot, ...], shown: Iterable[str]) -> Fact:
        """A fact with the place of its node; of what is shown, nodes get their names."""
        start = min((span.start for span in self.spans.get(row["node"], ())), default=None)
        return Fact(slots, GAP.join(map(self._shown, shown)), start)

    def _names(self, node: str) -> frozenset[str]:
        return self.known.names.get(node) or frozenset([folded(node)])

    def _shown(self, value: str) -> str:
        return self.known.shown.get(value, value)


def _maybe(text: str | None) -> frozenset[str] | None:
    return None if text is None else only(text)


def _kebab(term: str) -> str:
    """How the gold writes a term: ``MinuteTaker`` is "minute-taker"."""
    return _CAPITAL.sub("-", term_name(term)).lower()
