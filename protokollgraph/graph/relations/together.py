"""People who were at the same meetings: pairs that no protocol states, counted from what it says of each alone.

That two people sat in one room says less than any stated tie, so these pairs have a relation and a family of their own
and are only there on request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from protokollgraph.graph.relations.facts import Fact, Occasion, Source, occasion
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import families

RELATION = "attends_with"
_ATTENDANCE = "attendance"
_NOTHING: dict[Passage, None] = {}


class Pair(NamedTuple):
    """Two people, the smaller IRI first, and the meetings at which both were, by day."""

    left: str
    right: str
    occasions: tuple[Occasion, ...]


def attendances(found: Iterable[Fact]) -> list[Fact]:
    """The facts that say of a person to have been at a meeting."""
    return [fact for fact in found if families()[fact.relation] == _ATTENDANCE]


def pairs(attended: Iterable[Fact], sources: Mapping[str, Source], least: int) -> list[Pair]:
    """The pairs of people with at least so many common meetings, sorted."""
    present: dict[str, set[str]] = {}
    meetings: dict[str, Occasion] = {}
    for fact in attended:
        when = occasion(fact, sources[fact.graph])
        present.setdefault(when.meeting, set()).add(fact.source)
        meetings[when.meeting] = min(when, meetings.get(when.meeting, when))
    common: dict[tuple[str, str], list[Occasion]] = {}
    for when in sorted(meetings.values()):
        for pair in combinations(sorted(present[when.meeting]), 2):
            common.setdefault(pair, []).append(when)
    return [Pair(*pair, tuple(when)) for pair, when in sorted(common.items()) if len(when) >= least]


class Said:
    """What the protocols say of each person at each meeting."""

    def __init__(
        self, attended: Iterable[Fact], sources: Mapping[str, Source], passages: Mapping[Fact, Sequence[Passage]]
    ) -> None:
        self._passages: dict[tuple[str, str], dict[Passage, None]] = {}
        for fact in attended:
            key = (fact.source, sources[fact.graph].meeting)
            self._passages.setdefault(key, {}).update(dict.fromkeys(passages[fact]))

    def attributes(self, pair: Pair, most: int) -> dict[str, Any]:
        """Those of the edge between the two; its evidence says of both, newest first, at most so many passages."""
        days = [each.date for each in pair.occasions if each.date]
        texts, number = self._of(pair, most)
        return {
            "relation": RELATION,
            "family": families()[RELATION],
            "undirected": True,
            "meetings": len(pair.occasions),
            "occasions": pair.occasions,
            "first": min(days, default=""),
            "last": max(days, default=""),
            "details": (),
            "evidence": tuple(texts),
            "passages": number,
            "stated": False,
        }

    def _of(self, pair: Pair, most: int) -> tuple[list[Passage], int]:
        """The first passages, newest first, and how many there are; one that speaks of both counts once."""
        texts: list[Passage] = []
        number = 0
        for when in reversed(pair.occasions):
            left, right = (self._passages.get((person, when.meeting), _NOTHING) for person in pair[:2])
            number += len(left) + len(right) - len(left.keys() & right.keys())
            if len(texts) < most:
                texts += {**left, **right}
        return texts[:most], number
