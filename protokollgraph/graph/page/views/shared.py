"""What bodies share: the people, organisations, projects and programmes that two or more of them have to do with."""

from __future__ import annotations

from collections.abc import Iterator

from protokollgraph.graph.page.record import Fact, Record
from protokollgraph.graph.page.views.ties import ATTENDANCE, SHARED, Ties, as_ties

_CAN_BE_SHARED = frozenset({"person", "organisation", "project", "programme"})


def shared(known: Record) -> Ties:
    """Lines from a body to what at least one other body has as well; they rest on the facts of the body's meetings.

    An organisation is shared if people speak for it at meetings of several bodies. Who was only there at the meetings
    has a line of attendance, beside the one of what is stated.
    """
    facts_of: dict[int, dict[int, set[int]]] = {}
    for number, fact in enumerate(known.facts):
        bodies = {known.meetings[each].body for each in fact.on} - {-1}
        for node in _told_of(known, fact):
            for body in bodies - {node}:
                facts_of.setdefault(node, {}).setdefault(body, set()).add(number)
    return as_ties(
        ((min(node, body), max(node, body), _family(known.facts[fact])), fact)
        for node, by_body in facts_of.items()
        if len(by_body) > 1
        for body, facts in by_body.items()
        for fact in facts
    )


def _family(fact: Fact) -> str:
    return ATTENDANCE if fact.family == ATTENDANCE else SHARED


def _told_of(known: Record, fact: Fact) -> Iterator[int]:
    """The ends of a fact that it shows to have to do with the body in whose meeting it was told."""
    for end in (fact.source, fact.target):
        kind = known.kinds[end]
        if kind in _CAN_BE_SHARED and (kind != "organisation" or fact.relation == "speaks_for"):
            yield end
