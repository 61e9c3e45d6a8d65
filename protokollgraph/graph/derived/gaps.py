"""Gaps in the chain of a body's meetings: sessions of which there is no document.

A gap is known by the numbers of its neighbours, or because minutes name a session as one before their own or announce
it. It lies before one known session, or behind the last one. It is a finding too if it lies between two known sessions,
unless more sessions are missing than there are: then the documents are a sample, and nobody misses the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.parts import listed
from protokollgraph.graph.derived.sequence import Step
from protokollgraph.graph.derived.sessions import Named, Said, Session
from protokollgraph.graph.triples.frame import TYPE, node, number
from protokollgraph.model import Finding, Severity
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DCT, PG

CODE = "session-missing"


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing between two neighbours, of which one is known at least."""

    before: Session | None
    """The last known session before it."""
    after: Session | None
    """The first known session behind it."""
    step: Step | None
    """What the numbers of the neighbours tell."""
    named: tuple[Named, ...] = ()
    """The sessions within it that are named."""

    @property
    def numbers(self) -> list[int]:
        """Numbers of the sessions that are missing, sorted."""
        between = range(self.step.first + 1, self.step.last) if self.step else ()
        return sorted({*between, *(each.number for each in self.named if each.number is not None)})

    @property
    def days(self) -> list[date]:
        """Days of the sessions that are missing, sorted."""
        return sorted({each.day for each in self.named if each.day is not None})

    @property
    def size(self) -> int:
        """So many sessions are missing at least."""
        return max(len(self.numbers), len(self.days))


def write(gaps: Sequence[Gap], body: str, known: int, iris: Iris, lines: Lines) -> Iterator[tuple[str, Finding]]:
    """Write the gaps of a body of which so many sessions are known; path and finding of those that are findings."""
    inner = [gap for gap in gaps if gap.before and gap.after]
    complete = sum(gap.size for gap in inner) <= known
    for gap in gaps:
        iri = _iri(gap, iris)
        _describe(gap, node(iri), body, lines)
        if complete and gap.before and gap.after:
            finding = Finding(CODE, _message(gap, gap.after.body), Severity.NOTICE)
            lines.finding(iri, finding, [gap.before.meeting, gap.after.meeting], [gap.after.protocol])
            yield gap.after.path, finding


def _iri(gap: Gap, iris: Iris) -> str:
    if gap.after is not None:
        return iris.gap_before(gap.after.meeting)
    assert gap.before is not None
    return iris.gap_after(gap.before.meeting)


def _describe(gap: Gap, term: str, body: str, lines: Lines) -> None:
    lines.add(term, TYPE, node(PG.SessionGap))
    lines.add(term, node(PG.gapIn), node(body))
    for neighbour, predicate in ((gap.before, PG.gapAfter), (gap.after, PG.gapBefore)):
        if neighbour is not None:
            lines.add(term, node(predicate), node(neighbour.meeting))
    if gap.numbers:
        lines.add(term, node(PG.firstMissingNumber), number(gap.numbers[0]))
        lines.add(term, node(PG.lastMissingNumber), number(gap.numbers[-1]))
    for day in gap.days:
        lines.add(term, node(DCT.date), number(day))
    for reason in _reasons(gap):
        lines.add(term, node(PG.gapShownBy), node(reason))
    ends = (gap.step.before, gap.step.after) if gap.step else ()
    lines.rests_on(term, [*(each.target for each in ends), *(each.target for each in gap.named)])


def _reasons(gap: Gap) -> Iterable[str]:
    if gap.step is not None:
        yield PG.SessionNumbers
    for each in gap.named:
        yield PG.AnnouncedAsNext if each.how is Said.NEXT else PG.NamedAsEarlier


def _message(gap: Gap, name: str) -> str:
    several = len(gap.numbers or gap.days) > 1
    if gap.numbers:
        what = f"Session{'s' if several else ''} {listed(gap.numbers)} of {name}"
    else:
        what = f"The session{'s' if several else ''} of {name} on {', '.join(map(str, gap.days))}"
    assert gap.before is not None
    assert gap.after is not None
    lacking = "are missing: their protocols are" if several else "is missing: its protocol is"
    return f"{what} {lacking} not among the documents, but {gap.before.label} and {gap.after.label} are."
