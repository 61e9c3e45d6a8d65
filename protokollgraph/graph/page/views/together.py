"""Who was at the same meetings: pairs of people, by how often; the strongest of each person, so that it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from protokollgraph.graph.page.record import Record
from protokollgraph.graph.page.views.ties import ATTENDANCE, TOGETHER, Ties

LEAST = 2
"""Pairs need so many meetings in common, unless fewer than :data:`ENOUGH` have them."""
ENOUGH = 3
STRONGEST = 6
"""So many lines of each person are kept."""
MOST = 3000
"""So many lines are kept in all, the strongest."""
_AT_ONCE = 2_000_000
"""So many pairs are counted at once, for the sake of memory."""

Pair = tuple[int, int]
Attended = Mapping[int, Mapping[int, set[int]]]
"""Person to the meetings attended, each with the numbers of the facts that say so."""


class Together(NamedTuple):
    """Lines between people who were at the same meetings; each rests on what says of both that they were there."""

    ties: Ties
    least: int
    """Each pair was at so many meetings together."""
    pairs: int
    """How many pairs were; the lines are the strongest of them."""


def together(known: Record) -> Together:
    """The strongest pairs. A network without bodies has no attendance: then its own edges between people, if any."""
    attended = _attended(known)
    counted = _counted(attended) if attended else _said(known)
    least = LEAST if sum(often >= LEAST for often in counted.values()) >= ENOUGH else 1
    pairs = {pair: often for pair, often in counted.items() if often >= least}
    said = {(fact.source, fact.target): [number] for number, fact in enumerate(known.facts) if fact.family == TOGETHER}
    ties = {(*pair, TOGETHER): _facts(attended, pair) or said[pair] for pair in sorted(_backbone(pairs))}
    return Together(ties, least, len(pairs))


def _attended(known: Record) -> Attended:
    attended: dict[int, dict[int, set[int]]] = {}
    for number, fact in enumerate(known.facts):
        if fact.family == ATTENDANCE and known.kinds[fact.source] == "person":
            for meeting in fact.on:
                attended.setdefault(fact.source, {}).setdefault(meeting, set()).add(number)
    return attended


def _counted(attended: Attended) -> dict[Pair, int]:
    """Pairs of people to the number of meetings at which both were."""
    import numpy as np

    present: dict[int, list[int]] = {}
    for person in sorted(attended):
        for meeting in attended[person]:
            present.setdefault(meeting, []).append(person)
    people = max(attended) + 1
    codes, counts, waiting, size = np.empty(0, np.int64), np.empty(0, np.int64), [], 0
    last = max(present)
    for meeting in sorted(present):
        those = np.array(present[meeting], np.int64)
        left, right = np.triu_indices(len(those), 1)
        waiting.append(those[left] * people + those[right])
        size += len(left)
        if size >= _AT_ONCE or meeting == last:
            joined = np.concatenate([codes, *waiting])
            often = np.concatenate([counts, np.ones(size, np.int64)])
            codes, where = np.unique(joined, return_inverse=True)
            counts = np.bincount(where, often, len(codes)).astype(np.int64)
            waiting, size = [], 0
    return {divmod(int(code), people): int(often) for code, often in zip(codes, counts, strict=True)}


def _said(known: Record) -> dict[Pair, int]:
    return {(fact.source, fact.target): len(fact.on) for fact in known.facts if fact.family == TOGETHER}


def _backbone(pairs: Mapping[Pair, int]) -> list[Pair]:
    """The pairs that are among the strongest of either person, the strongest first."""
    taken: dict[int, int] = {}
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if any(taken.get(person, 0) < STRONGEST for person in pair):
            kept.append(pair)
            for person in pair:
                taken[person] = taken.get(person, 0) + 1
    return kept[:MOST]


def _facts(attended: Attended, pair: Iterable[int]) -> list[int]:
    meetings = [attended.get(person, {}) for person in pair]
    common = set.intersection(*map(set, meetings))
    return sorted({fact for of_person in meetings for meeting in common for fact in of_person[meeting]})
