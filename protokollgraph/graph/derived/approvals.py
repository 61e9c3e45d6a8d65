"""Approval of earlier protocols: which decision of which meeting confirmed the minutes of another.

That minutes are not yet approved is no fact but a question: nobody says so anywhere.

A group is the decision, which may approve several: ``approval <IRI of the decision>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.graph.triples import decided
from protokollgraph.graph.triples.frame import node
from protokollgraph.model import Decision, DecisionKind, EntityKind, Outcome
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import PG

NAME = "approval"
_APPROVED = "approved"
_KINDS = frozenset({DecisionKind.APPROVAL, DecisionKind.CONFIRMATION})


def claims(source: Source) -> Iterator[Claim]:
    """The earlier protocols that the meetings of a document approved."""
    protocols = {each.key: each for each in source.extraction.entities if each.kind is EntityKind.PROTOCOL}
    if not protocols:
        return
    for n, (_, sitting) in enumerate(source.sittings()):
        held = None if sitting.meeting is None else sitting.meeting.date
        for iri, decision in decided.named(sitting, n, source.resolution, source.iris):
            approved = [protocols[key] for key in decision.concerns if key in protocols] if _approves(decision) else []
            for each in approved:
                protocol = source.entities[each.key]
                if protocol != source.protocol and (each.date is None or held is None or each.date < held):
                    day, targets = "" if held is None else held.isoformat(), source.targets(decision.evidence)
                    yield Claim(f"{NAME} {iri}", _APPROVED, (protocol,), day, source.protocol, targets)


def fold(decision: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """The protocols that the decision approved."""
    lines, term = Lines(iris), node(decision)
    for claim in claims:
        lines.add(node(claim.values[0]), node(PG.approvedBy), term)
        lines.rests_on(term, claim.targets)
    return Derived(lines.sorted())


def _approves(decision: Decision) -> bool:
    return not decision.reported and decision.kind in _KINDS and decision.outcome is Outcome.ADOPTED
