"""Who was at the same meetings: pairs of people, by how often; the strongest of each person, so that it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from protokollgraph.graph.page.record import TOGETHER, Record
from protokollgraph.graph.page.views.ties import ATTENDANCE, Line, Ties

LEAST = 2
"""Pairs need so many meetings in common, unless fewer than :data:`ENOUGH` have them."""
ENOUGH = 3
STRONGEST = 6
"""So many lines of each person are kept."""
MOST = 3000
"""So many lines are kept in all, the strongest."""


def together(known: Record) -> Ties:
    """Lines between people who were at the same meetings; each rests on what says of both that they were there."""
    attended = _attended(known)
    counted = _counted(attended)
    pairs = {pair: often for pair, often in counted.items() if often >= least(counted.values())}
    return {_line(pair): _facts(known, attended, *pair) for pair in sorted(_backbone(pairs))}


def least(often: Iterable[int]) -> int:
    """How many meetings in common a pair needs, if these are the numbers of all pairs."""
    return LEAST if sum(each >= LEAST for each in often) >= ENOUGH else 1


def _attended(known: Record) -> dict[int, dict[int, set[int]]]:
    """Person to the meetings attended, each with the numbers of the facts that say so."""
    attended: dict[int, dict[int, set[int]]] = {}
    for number, fact in enumerate(known.facts):
        if fact.family == ATTENDANCE and known.kinds[fact.source] == "person":
            for meeting in fact.on:
                attended.setdefault(fact.source, {}).setdefault(meeting, set()).add(number)
    return attended


def _counted(attended: Mapping[int, Iterable[int]]) -> dict[tuple[int, int], int]:
    """Pairs of people to the number of meetings at which both were."""
    present: dict[int, list[int]] = {}
    for person in sorted(attended):
        for meeting in attended[person]:
            present.setdefault(meeting, []).append(person)
    counted: dict[tuple[int, int], int] = {}
    for meeting in sorted(present):
        for pair in combinations(present[meeting], 2):
            counted[pair] = counted.get(pair, 0) + 1
    return counted


def _backbone(pairs: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The pairs that are among the strongest of either person, the strongest first."""
    taken: dict[int, int] = {}
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if any(taken.get(person, 0) < STRONGEST for person in pair):
            kept.append(pair)
            for person in pair:
                taken[person] = taken.get(person, 0) + 1
    return kept[:MOST]


def _facts(known: Record, attended: Mapping[int, Mapping[int, set[int]]], left: int, right: int) -> list[int]:
    common = attended[left].keys() & attended[right].keys()
    return sorted({fact for person in (left, right) for meeting in common for fact in attended[person][meeting]})


def _line(pair: tuple[int, int]) -> Line:
    return pair[0], pair[1], TOGETHER
