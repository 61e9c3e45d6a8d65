"""What bodies share: the people, organisations, projects and programmes that two or more of them have to do with."""

from __future__ import annotations

from collections.abc import Iterator

from protokollgraph.graph.page.record import Fact, Record
from protokollgraph.graph.page.views.ties import Ties

SHARED = "shared"
_CAN_BE_SHARED = frozenset({"person", "organisation", "project", "programme"})


def shared(known: Record) -> Ties:
    """Lines from a body to what at least one other body has as well; they rest on the facts of the body's meetings.

    An organisation is shared if people speak for it at meetings of several bodies.
    """
    facts_of: dict[int, dict[int, set[int]]] = {}
    for number, fact in enumerate(known.facts):
        bodies = {known.meetings[each].body for each in fact.on} - {-1}
        for node in _told_of(known, fact):
            for body in bodies - {node}:
                facts_of.setdefault(node, {}).setdefault(body, set()).add(number)
    lines = {
        (min(node, body), max(node, body), SHARED): sorted(facts)
        for node, by_body in facts_of.items()
        if len(by_body) > 1
        for body, facts in by_body.items()
    }
    return {line: lines[line] for line in sorted(lines)}


def _told_of(known: Record, fact: Fact) -> Iterator[int]:
    """The ends of a fact that it shows to have to do with the body in whose meeting it was told."""
    for end in (fact.source, fact.target):
        kind = known.kinds[end]
        if kind in _CAN_BE_SHARED and (kind != "organisation" or fact.relation == "speaks_for"):
            yield end
