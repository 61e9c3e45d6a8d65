"""Which ties the views have whose lines are facts as they are stated, or decisions drawn as one line.

A decision is one node of the network; here it becomes a line between who took it and what it concerns, which rests on
both facts. People at meetings (``attendance``) are lines of a family of their own and never part of another one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from protokollgraph.graph.page.record import Fact, Record

Line: TypeAlias = tuple[int, int, str]
"""Two node numbers, the smaller first, and a family of relations."""
Ties: TypeAlias = dict[Line, list[int]]
"""Lines to the numbers of the facts they rest on, sorted."""

ATTENDANCE = "attendance"
SHARED = "shared"
TOGETHER = "together"
DECISION = "decision"
_TAKEN = ("decides", "recommends")
_NOT_IN_OVERVIEW = frozenset({"decision", "paper", "topic"})
_MATTERS = frozenset({"project", "programme", "paper"})
"""What bodies work on: the projects of a Werkstatt, the papers of a council."""


def overview(known: Record) -> Ties:
    """Every kind but decisions, papers and topics; an addressee, or who only dealt with it, if nothing else ties it.

    The same office is addressed in most decisions, and a committee deals with everything on its agenda: as hubs of
    every project they would tell nothing.
    """
    kept = frozenset(known.kinds) - _NOT_IN_OVERVIEW
    between = [(_line(fact), number) for number, fact in _between(known, kept)]
    dealt = [(line, number) for line, number in between if known.facts[number].relation == "treated"]
    found = [(line, number) for line, number in between if known.facts[number].relation != "treated"]
    found += [part for part in _contracted(known, _TAKEN, "source") if _inside(known, part[0], kept)]
    tied = {end for line, _ in found for end in line[:2]}
    for line, number in [*dealt, *_addressed(known)]:
        if _inside(known, line, kept) and not tied.issuperset(line[:2]):
            found.append((line, number))
    return as_ties(found)


def people(known: Record) -> Ties:
    """People, organisations and bodies: who belongs where, and who was at whose meetings."""
    kept = ("person", "organisation", "body")
    families = ("affiliation", ATTENDANCE)
    return as_ties((_line(fact), number) for number, fact in _between(known, kept) if fact.family in families)


def projects(known: Record) -> Ties:
    """What is worked on and by whom: who presents, carries, leads, funds, decides; and how these belong together."""
    found = [
        (_line(fact), number)
        for number, fact in _between(known, frozenset(known.kinds) - {"decision", "topic"})
        if fact.family in ("work", "support") or (fact.family == "task" and _of(known, fact, _MATTERS))
    ]
    found += [part for part in _contracted(known, _TAKEN, "source") if _of_line(known, part[0], _MATTERS)]
    present = {end for line, _ in found for end in line[:2]}
    found += [
        (_line(fact), number)
        for number, fact in enumerate(known.facts)
        if fact.family == "affiliation" and fact.source in present and fact.target in present
    ]
    return as_ties(found)


def decisions(known: Record) -> Ties:
    """Decisions as nodes: who took them, what they concern, to whom they are addressed."""
    return as_ties((_line(fact), number) for number, fact in enumerate(known.facts) if fact.family == DECISION)


def as_ties(found: Iterable[tuple[Line, int]]) -> Ties:
    """Lines with one of their facts each, put together and sorted."""
    ties: dict[Line, set[int]] = {}
    for line, number in found:
        ties.setdefault(line, set()).add(number)
    return {line: sorted(ties[line]) for line in sorted(ties)}


def meetings(known: Record, line: Line, facts: Iterable[int]) -> frozenset[int]:
    """The meetings that a line stands for.

    What bodies share stands for meetings of this body; people who meet, for the meetings of both; every other line for
    all meetings of its facts.
    """
    left, right, family = line
    if family == TOGETHER:
        sides = ([known.facts[each] for each in facts if end in known.facts[each][:2]] for end in (left, right))
        return frozenset.intersection(*(frozenset(day for fact in side for day in fact.on) for side in sides))
    on = frozenset(meeting for fact in facts for meeting in known.facts[fact].on)
    return on if family != SHARED else frozenset(each for each in on if known.meetings[each].body in (left, right))


def _between(known: Record, kinds: Collection[str]) -> Iterator[tuple[int, Fact]]:
    """The facts between two nodes of these kinds, with their numbers."""
    for number, fact in enumerate(known.facts):
        if known.kinds[fact.source] in kinds and known.kinds[fact.target] in kinds and fact.family != TOGETHER:
            yield number, fact


def _contracted(known: Record, relations: Collection[str], end: str) -> Iterator[tuple[Line, int]]:
    """A line between the other end of each of these relations of a decision and what the decision concerns."""
    concerned: dict[int, list[int]] = {}
    for number, fact in enumerate(known.facts):
        if fact.relation == "concerns":
            concerned.setdefault(fact.source, []).append(number)
    for number, fact in enumerate(known.facts):
        if fact.relation not in relations:
            continue
        decision, other = (fact.target, fact.source) if end == "source" else (fact.source, fact.target)
        for about in concerned.get(decision, ()):
            subject = known.facts[about].target
            if subject != other:
                line = (min(other, subject), max(other, subject), DECISION)
                yield line, number
                yield line, about


def _addressed(known: Record) -> Iterator[tuple[Line, int]]:
    return _contracted(known, ("addressed_to",), "target")


def _line(fact: Fact) -> Line:
    return min(fact.source, fact.target), max(fact.source, fact.target), fact.family


def _of(known: Record, fact: Fact, kinds: Collection[str]) -> bool:
    return known.kinds[fact.source] in kinds or known.kinds[fact.target] in kinds


def _of_line(known: Record, line: Line, kinds: Collection[str]) -> bool:
    return known.kinds[line[0]] in kinds or known.kinds[line[1]] in kinds


def _inside(known: Record, line: Line, kinds: Collection[str]) -> bool:
    return known.kinds[line[0]] in kinds and known.kinds[line[1]] in kinds
