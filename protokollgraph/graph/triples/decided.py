"""What decisions are called: below the meeting that took them, or below that of which they are reported."""

from __future__ import annotations

from collections.abc import Iterator

from protokollgraph.graph.matching.acts import is_told
from protokollgraph.graph.resolution import Resolution, sitting_key
from protokollgraph.model import Decision, EntityKind, Extraction
from protokollgraph.ontology.iris import Iris, slug, tail


def named(sitting: Extraction, n: int, resolution: Resolution, iris: Iris) -> Iterator[tuple[str, Decision]]:
    """The decisions of the n-th meeting of a document with their IRIs, in the order of the extraction."""
    key = sitting_key(sitting.document.sha256, n)
    meeting, reported = resolution.meetings[key], dict[str, int]()
    for decision, name in zip(sitting.decisions, resolution.acts[key], strict=False):  # decisions are the first acts
        elsewhere = other_meeting(decision, meeting, sitting, resolution, iris)
        if elsewhere is None:
            yield iris.act(meeting, "decision", f"reported-{name}" if is_told(decision) else name), decision
            continue
        iri = _reported(decision, elsewhere, sitting, resolution, iris)
        reported[iri] = reported.get(iri, 0) + 1
        yield iri if reported[iri] == 1 else f"{iri}-{reported[iri]}", decision


def other_meeting(
    decision: Decision, meeting: str, sitting: Extraction, resolution: Resolution, iris: Iris
) -> str | None:
    """The meeting in which a reported decision was taken; None if body or day are not known, or it is this one."""
    if not is_told(decision) or decision.body is None or decision.date is None:
        return None
    body = resolution.by_iri[resolution.entities[sitting.document.sha256][decision.body]]
    if body.kind is not EntityKind.BODY:
        return None
    iri = iris.meeting(tail(body.iri), day=decision.date, document="")
    return None if iri == meeting else iri


def _reported(decision: Decision, meeting: str, sitting: Extraction, resolution: Resolution, iris: Iris) -> str:
    """The IRI of a decision that another meeting took.

    ``{meeting}/decision/reported-{kind}-{what it concerns}``: two protocols that report one decision name one node, and
    none of the numbers that the other meeting's own protocol hands out is touched. A decision about nothing that has a
    name is told apart by the protocol that reports it.
    """
    sha256 = sitting.document.sha256
    about = sorted(tail(resolution.entities[sha256][key]) for key in decision.concerns)
    protocol = resolution.protocols[sha256].removeprefix(iris.entity("protocol", ""))
    return f"{meeting}/decision/reported-{decision.kind}-{about[0] if about else slug(protocol)}"
