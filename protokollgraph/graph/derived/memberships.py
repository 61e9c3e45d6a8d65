"""Evidence intervals of memberships: the first and the last day on which a protocol shows that somebody held a post.

No start and no end of a membership follows from that. Only protocols of a known day count, and what they call a former
post, or one that began later or ended before, was not held on that day.

A group is a membership: ``membership <IRI of the membership>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.graph.triples.frame import node, number
from protokollgraph.graph.triples.memberships import named
from protokollgraph.model import Membership
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import PG

NAME = "membership"
_SEEN = "seen"


def claims(source: Source) -> Iterator[Claim]:
    """The posts that people held on the day of the meeting."""
    extraction = source.extraction
    day = None if extraction.meeting is None else extraction.meeting.date
    if day is None or extraction.record:
        return
    for iri, each in named(extraction.memberships, source.entities, source.iris):
        if _held(each, day):
            targets = source.targets(each.evidence)[:1]
            yield Claim(f"{NAME} {iri}", _SEEN, (), day.isoformat(), source.protocol, targets)


def fold(membership: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """First and last day, and the places that show them."""
    in_order = sorted(claims, key=lambda claim: (claim.day, claim.protocol, claim.targets))
    first = in_order[0]
    last = next(claim for claim in in_order if claim.day == in_order[-1].day)
    lines, term = Lines(iris), node(membership)
    lines.add(term, node(PG.firstSeen), number(date.fromisoformat(first.day)))
    lines.add(term, node(PG.lastSeen), number(date.fromisoformat(last.day)))
    lines.rests_on(term, [*first.targets, *last.targets])
    return Derived(lines.sorted())


def _held(each: Membership, day: date) -> bool:
    begun = each.since is None or each.since <= day
    return begun and not each.former and (each.until is None or each.until >= day)
