"""Where the record of an information system and the minutes of the same session contradict each other.

Both are the council's own word, so neither is corrected: each keeps its statements, and what differs is a finding with
both places. Compared are the outcome and the method of an item, the item under which a paper stands, the number of the
session, and the day on which a body dealt with a paper. What only one side states contradicts nothing.

A group is what is compared and its subject: ``contradiction outcome <IRI of the item>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.model import Decision, Extraction, Finding, Severity, Span
from protokollgraph.ontology.iris import Iris, tail

NAME = "contradiction"
CODE = "record-contradicts-text"
_QUOTED = 90
"""So many characters of a quote stand in a message."""
_MINUTES, _RECORD = "minutes", "record"


@dataclass(frozen=True, slots=True, order=True)
class _Said:
    """What one side says, as the values of a claim; of two the first in this order is named."""

    value: str
    """Empty where it is open, so that it contradicts nothing."""
    path: str
    span: Span
    words: str
    document: str
    """The file's name."""
    about: str
    """IRI of the meeting or agenda item."""
    protocol: str
    target: str

    @classmethod
    def of(cls, claim: Claim) -> _Said:
        value, path, start, end, words, document, about = claim.values
        span = Span(int(start), int(end))
        return cls(value, path, span, words, document, about, claim.protocol, claim.targets[0])


def claims(source: Source) -> Iterator[Claim]:
    """What a document says of everything that is compared."""
    for meeting, sitting in source.sittings():
        yield from _of_session(source, sitting, meeting)
        yield from _of_items(source, sitting, meeting)
        if not source.extraction.record:
            yield from _of_papers(source, sitting, meeting)
    yield from _of_consultations(source)


def fold(subject: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """Every contradiction between the minutes and the records of a group; ``subject`` is ``outcome <IRI>``."""
    if {claim.kind for claim in claims} != {_MINUTES, _RECORD}:
        return Derived()
    recorded = [_Said.of(claim) for claim in claims if claim.kind == _RECORD]
    values = {each.value for each in recorded}
    if "" in values:
        return Derived()
    what, *of = subject.split(" ")
    other = min(recorded)
    lines, findings = Lines(iris), []
    for text in sorted(_Said.of(claim) for claim in claims if claim.kind == _MINUTES):
        if text.value in values:
            continue
        message = f"{_SAID[what]}: the minutes say {text.words}, the record {other.document} {other.words}."
        finding = Finding(CODE, message, Severity.WARNING, text.span)
        findings.append((text.path, finding))
        about = tail(text.about) if what not in _OF_PAPERS else f"{tail(text.about)}/{tail(of[0])}"
        iri = iris.contradiction(text.protocol, what, about)
        term = lines.finding(iri, finding, [text.about], [text.protocol, other.protocol])
        lines.rests_on(term, [text.target, other.target])
    return Derived(lines.sorted(), tuple(findings))


_OF_PAPERS = ("item", "day")
"""Of these an item may have one for each of its papers, so that the paper belongs to the name of the finding."""
_SAID = {
    "outcome": "How the item ended",
    "method": "How it was decided",
    "item": "Item of the paper",
    "session": "Number of the session",
    "day": "Day of the paper in this body",
}


def _claim(source: Source, what: str, subject: str, value: str, words: str, span: Span, about: str) -> Claim:
    """``value`` is compared, ``words`` are told of it; they stand at ``span`` and speak of ``about``."""
    return Claim(
        f"{NAME} {what} {subject}",
        _RECORD if source.extraction.record else _MINUTES,
        (value, source.path, str(span.start), str(span.end), words, source.extraction.document.name, about),
        protocol=source.protocol,
        targets=(source.target(span),),
    )


def _of_session(source: Source, sitting: Extraction, meeting: str) -> Iterator[Claim]:
    held = sitting.meeting
    if held is not None and held.number is not None and held.evidence:
        number, span = str(held.number), held.evidence[0].span
        yield _claim(source, "session", meeting, number, number, span, meeting)


def _of_items(source: Source, sitting: Extraction, meeting: str) -> Iterator[Claim]:
    """How each item ended, where a document says so once."""
    by_item: dict[str, list[Decision]] = {}
    for decision in sitting.decisions:
        if decision.item is not None and not decision.reported:
            by_item.setdefault(decision.item, []).append(decision)
    for number, decisions in by_item.items():
        decision, item = decisions[0], source.iris.item(meeting, number)
        if len(decisions) > 1 or decision.outcome is None:
            continue
        # Of minutes the words of the result come last, of a record first.
        span = decision.evidence[0 if sitting.record else -1].span
        said = f"{decision.outcome} ({_quoted(source, span)})"
        yield _claim(source, "outcome", item, decision.outcome, said, span, item)
        if decision.method is not None:
            said = f"{decision.method} ({_quoted(source, span)})"
            yield _claim(source, "method", f"{item} {decision.outcome}", decision.method, said, span, item)


def _of_papers(source: Source, sitting: Extraction, meeting: str) -> Iterator[Claim]:
    """Under which item, and on which day, minutes treat a paper: only where a treatment has one paper."""
    own = sitting.meeting
    for treatment in sitting.treatments:
        if len(treatment.papers) != 1:
            continue
        paper, item = source.entities[treatment.papers[0]], source.iris.item(meeting, treatment.number)
        span, said = treatment.evidence.span, f"item {treatment.number} ({tail(paper)})"
        yield _claim(source, "item", f"{paper} {meeting}", item, said, span, item)
        if own is not None and own.date is not None and own.body is not None:
            day = f"{own.date.isoformat()} ({tail(paper)})"
            yield _claim(source, "day", f"{paper} {source.entities[own.body]}", meeting, day, span, item)


def _of_consultations(source: Source) -> Iterator[Claim]:
    for each in source.extraction.consultations:
        item = source.resolution.addresses.get(each.item or "", "")
        meeting, _, number = item.partition("/item/")
        paper, span = source.entities[each.paper], each.evidence.span
        if item:
            yield _claim(source, "item", f"{paper} {meeting}", item, f"item {number}", span, item)
        for key in each.organisations:
            yield _claim(source, "day", f"{paper} {source.entities[key]}", meeting, tail(meeting), span, item)


def _quoted(source: Source, span: Span) -> str:
    words = " ".join(source.extraction.document.text[span.start : span.end].split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1] + '…'}”"
