"""What the page knows, in numbers: every text and every meeting is kept once, facts point to them.

Nodes are numbered in the order of their IRIs, meetings by day, facts by their ends and relation, so that the same
network gives the same record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage

if TYPE_CHECKING:
    import networkx

LONGEST_SENTENCE = 600
"""Longer quotes are cut in the page, with an ellipsis."""
TEXT = 2_000_000
"""So many characters of sentences are enough for a page; beyond, each fact has fewer of them, but at least one."""
_FEWER = (12, 8, 5, 3, 2, 1)
_ATTENDANCE, _TOGETHER = "attendance", "together"


class Meeting(NamedTuple):
    """One occasion; without a title it is a day of which other protocols tell."""

    title: str
    date: str
    body: int
    """Number of the body that met, -1 if unknown or not in the network."""


class Fact(NamedTuple):
    """A tie of the network between two nodes, all by number."""

    source: int
    target: int
    relation: str
    family: str
    on: tuple[int, ...]
    """Meetings, in the order of days."""
    details: tuple[str, ...]
    passages: tuple[int, ...]
    """Newest first."""
    more: int
    """How many further passages there are."""
    stated: bool


class Sentence(NamedTuple):
    """A passage, its protocol by number."""

    text: str
    protocol: int
    stated: bool
    page: int
    """0 if the file has none."""


class Protocol(NamedTuple):
    """A protocol; ``meeting`` is the number of the meeting it records, -1 if no fact is of that meeting."""

    title: str
    date: str
    meeting: int


@dataclass(frozen=True)
class Record:
    """The network in numbers. ``iris`` and ``kinds`` are by number of the node."""

    iris: tuple[str, ...]
    kinds: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    facts: tuple[Fact, ...]
    passages: tuple[Sentence, ...]
    protocols: tuple[Protocol, ...]

    @cached_property
    def homes(self) -> tuple[int, ...]:
        """For each node the body in more than half of whose meetings it appears; -1 where that is not clear."""
        appears: list[set[int]] = [set() for _ in self.iris]
        for fact in self.facts:
            for end in (fact.source, fact.target):
                appears[end].update(each for each in fact.on if self.meetings[each].body >= 0)
        return tuple(
            -1 if kind == "body" else _home(Counter(self.meetings[each].body for each in on))
            for kind, on in zip(self.kinds, appears, strict=True)
        )


def _home(bodies: Counter[int]) -> int:
    most, often = max(bodies.items(), key=lambda body: (body[1], -body[0]), default=(-1, 0))
    return most if 2 * often > bodies.total() else -1


def record(graph: networkx.MultiDiGraph) -> Record:
    """The record of a network as :func:`protokollgraph.graph.network.network` makes it."""
    iris = tuple(sorted(graph.nodes))
    number: dict[Hashable, int] = {iri: index for index, iri in enumerate(iris)}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    if any(tie["family"] == _ATTENDANCE for *_, tie in edges):
        # Who was at meetings together follows from who was there; said twice it would only take space.
        edges = [edge for edge in edges if edge[3]["family"] != _TOGETHER]
    occasions = sorted({each for *_, tie in edges for each in tie["occasions"]})
    numbers = {each: index for index, each in enumerate(occasions)}
    texts = _Texts(_most([tie["evidence"] for *_, tie in edges]))
    facts = tuple(_fact(number[source], number[target], tie, numbers, texts) for source, target, _, tie in edges)
    return Record(
        iris=iris,
        kinds=tuple(graph.nodes[iri]["kind"] for iri in iris),
        meetings=tuple(Meeting(each.title, each.date, number.get(each.body, -1)) for each in occasions),
        facts=facts,
        passages=tuple(texts.passages),
        protocols=tuple(_protocols(texts, edges, numbers)),
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """Passages and protocols in the order in which they are first met; of each fact at most so many passages."""

    most: int
    passages: dict[Sentence, int] = field(default_factory=dict)
    protocols: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def passage(self, passage: Passage) -> int:
        protocol = self.protocols.setdefault(_key(passage), len(self.protocols))
        kept = Sentence(_cut(passage.sentence), protocol, passage.stated, passage.page or 0)
        return self.passages.setdefault(kept, len(self.passages))


def _fact(source: int, target: int, tie: Mapping[str, Any], numbers: Mapping[Occasion, int], texts: _Texts) -> Fact:
    passages = tuple(dict.fromkeys(texts.passage(each) for each in tie["evidence"][: texts.most]))
    return Fact(
        source=source,
        target=target,
        relation=tie["relation"],
        family=tie["family"],
        on=tuple(numbers[each] for each in tie["occasions"]),
        details=tuple(tie["details"]),
        passages=passages,
        more=tie["passages"] - min(len(tie["evidence"]), texts.most),
        stated=tie["stated"],
    )


def _protocols(texts: _Texts, edges: Iterable[Any], numbers: Mapping[Occasion, int]) -> Iterable[Protocol]:
    """An occasion bears title and day of the protocol that records it; both stand together in the ties they tell of."""
    meetings: dict[tuple[str, str, str], set[int]] = {}
    for *_, tie in edges:
        by_name: dict[tuple[str, str], set[int]] = {}
        for each in tie["occasions"]:
            by_name.setdefault((each.title, each.date), set()).add(numbers[each])
        for passage in tie["evidence"]:
            found = by_name.get((passage.protocol, passage.date))
            if found:
                # Two bodies may meet under one title on one day; what several ties say leaves one of them.
                meetings[_key(passage)] = meetings.get(_key(passage), found) & found or found
    for key in texts.protocols:
        yield Protocol(key[0], key[1], min(meetings.get(key, {-1})))


def _most(evidence: Iterable[Sequence[Passage]]) -> int:
    """How many passages of each fact there is room for."""
    evidence = list(evidence)
    for most in _FEWER:
        texts = {(passage.iri, passage.sentence) for passages in evidence for passage in passages[:most]}
        if sum(min(len(sentence), LONGEST_SENTENCE) for _, sentence in texts) <= TEXT:
            return most
    return _FEWER[-1]


def _key(passage: Passage) -> tuple[str, str, str]:
    return passage.protocol, passage.date, passage.iri


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SENTENCE else text[: LONGEST_SENTENCE - 1].rstrip() + "…"
