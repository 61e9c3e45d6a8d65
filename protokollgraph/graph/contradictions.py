"""Where the record of an information system and the minutes of the same session contradict each other.

Both are the council's own word, so neither is corrected: each keeps its statements, and what differs is a finding with
both places. Compared are the outcome and the method of an item, the item under which a paper stands, the number of the
session, and the day on which a body dealt with a paper. What only one side states contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protokollgraph.graph.resolution import Resolution, sitting_key, sittings
from protokollgraph.graph.terms import quad
from protokollgraph.graph.triples.frame import TYPE, concept, node, plain
from protokollgraph.model import Decision, Document, Extraction, Finding, Severity, Span
from protokollgraph.ontology.iris import Iris, tail
from protokollgraph.ontology.namespaces import DCT, PG, PROV

CODE = "record-contradicts-text"
_QUOTED = 90
"""So many characters of a quote stand in a message."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one side says it."""

    document: str
    """The file's name."""
    sha256: str
    path: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the minutes and the record say of one thing."""

    about: str
    """The IRI of the meeting or agenda item."""
    what: str
    """"outcome", "method", "item", "session" or "day"."""
    message: str
    text: Place
    record: Place

    @property
    def finding(self) -> Finding:
        """As a finding about the minutes."""
        return Finding(CODE, self.message, Severity.WARNING, self.text.span)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one document says of one thing."""

    what: str
    subject: str
    """What it is about; claims of one subject are compared."""
    value: str
    """Empty where it is open, so that it contradicts nothing."""
    words: str
    place: Place
    about: str


class Comparison:
    """Takes documents one by one and compares what the two sides say. Nothing is kept if there are no records."""

    def __init__(self, resolution: Resolution, iris: Iris) -> None:
        self._resolution = resolution
        self._iris = iris
        self._needed = any(iri.startswith(iris.record("")) for iri in resolution.protocols.values())
        self._records: dict[tuple[str, str], list[_Claim]] = {}
        self._texts: list[_Claim] = []

    def take(self, path: str, extraction: Extraction) -> None:
        """Note what a document says."""
        if not self._needed:
            return
        claims = self._claims(path, extraction)
        if not extraction.record:
            self._texts.extend(claims)
            return
        for claim in claims:
            self._records.setdefault((claim.what, claim.subject), []).append(claim)

    def found(self) -> list[Contradiction]:
        """Every contradiction, by file of the minutes and place there."""
        found = [each for claim in self._texts if (each := self._contradiction(claim)) is not None]
        return sorted(found, key=lambda each: (each.text.path, each.text.span, each.what, each.about))

    def _contradiction(self, claim: _Claim) -> Contradiction | None:
        recorded = self._records.get((claim.what, claim.subject), [])
        if not recorded or any(each.value in ("", claim.value) for each in recorded):
            return None
        other = min(recorded, key=lambda each: (each.value, each.place.path, each.place.span))
        message = (
            f"{_SAID[claim.what]}: the minutes say {claim.words}, the record {other.place.document} {other.words}."
        )
        return Contradiction(claim.about, claim.what, message, claim.place, other.place)

    def _claims(self, path: str, extraction: Extraction) -> Iterator[_Claim]:
        document = extraction.document
        for n, sitting in enumerate(sittings(extraction)):
            meeting = self._resolution.meetings[sitting_key(document.sha256, n)]
            yield from self._of_session(path, sitting, meeting)
            yield from self._of_items(path, sitting, meeting)
            if not extraction.record:
                yield from self._of_papers(path, sitting, meeting)
        yield from self._of_consultations(path, extraction)

    def _of_session(self, path: str, sitting: Extraction, meeting: str) -> Iterator[_Claim]:
        held = sitting.meeting
        if held is not None and held.number is not None and held.evidence:
            place = _place(path, sitting.document, held.evidence[0].span)
            yield _Claim("session", meeting, str(held.number), f"{held.number}", place, meeting)

    def _of_items(self, path: str, sitting: Extraction, meeting: str) -> Iterator[_Claim]:
        """How each item ended, where a document says so once."""
        by_item: dict[str, list[Decision]] = {}
        for decision in sitting.decisions:
            if decision.item is not None and not decision.reported:
                by_item.setdefault(decision.item, []).append(decision)
        for number, decisions in by_item.items():
            decision, item = decisions[0], self._iris.item(meeting, number)
            if len(decisions) > 1 or decision.outcome is None:
                continue
            # Of minutes the words of the result come last, of a record first.
            place = _place(path, sitting.document, decision.evidence[0 if sitting.record else -1].span)
            said = f"{decision.outcome} ({_quoted(place)})"
            yield _Claim("outcome", item, decision.outcome, said, place, item)
            if decision.method is not None:
                said = f"{decision.method} ({_quoted(place)})"
                yield _Claim("method", f"{item} {decision.outcome}", decision.method, said, place, item)

    def _of_papers(self, path: str, sitting: Extraction, meeting: str) -> Iterator[_Claim]:
        """Under which item, and on which day, minutes treat a paper: only where a treatment has one paper."""
        entities = self._resolution.entities[sitting.document.sha256]
        own = sitting.meeting
        for treatment in sitting.treatments:
            if len(treatment.papers) != 1:
                continue
            paper, item = entities[treatment.papers[0]], self._iris.item(meeting, treatment.number)
            place = _place(path, sitting.document, treatment.evidence.span)
            yield _Claim("item", f"{paper} {meeting}", item, f"item {treatment.number} ({tail(paper)})", place, item)
            if own is not None and own.date is not None and own.body is not None:
                day = f"{own.date.isoformat()} ({tail(paper)})"
                yield _Claim("day", f"{paper} {entities[own.body]}", meeting, day, place, item)

    def _of_consultations(self, path: str, extraction: Extraction) -> Iterator[_Claim]:
        entities = self._resolution.entities[extraction.document.sha256]
        for each in extraction.consultations:
            item = self._resolution.addresses.get(each.item or "", "")
            if each.paper not in entities:
                continue
            meeting, _, number = item.partition("/item/")
            paper, place = entities[each.paper], _place(path, extraction.document, each.evidence.span)
            if item:
                yield _Claim("item", f"{paper} {meeting}", item, f"item {number}", place, item)
            for key in each.organisations:
                if key in entities:
                    yield _Claim("day", f"{paper} {entities[key]}", meeting, tail(meeting), place, item)


_SAID = {
    "outcome": "How the item ended",
    "method": "How it was decided",
    "item": "Item of the paper",
    "session": "Number of the session",
    "day": "Day of the paper in this body",
}


def _place(path: str, document: Document, span: Span) -> Place:
    return Place(document.name, document.sha256, path, span, document.text[span.start : span.end])


def _quoted(place: Place) -> str:
    words = " ".join(place.words.split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1] + '…'}”"


def quads(found: Iterable[Contradiction], resolution: Resolution, iris: Iris) -> bytes:
    """The findings as N-Quads of the derived graph, sorted: each is of both documents and rests on both places."""
    graph = node(iris.derived_graph)
    lines = {
        quad(subject, predicate, value, graph)
        for each in found
        for subject, predicate, value in _triples(each, resolution, iris)
    }
    return "".join(sorted(lines)).encode("utf-8")


def _triples(each: Contradiction, resolution: Resolution, iris: Iris) -> Iterator[tuple[str, str, str]]:
    protocol = resolution.protocols[each.text.sha256]
    finding = node(iris.contradiction(protocol, each.what, tail(each.about)))
    yield finding, TYPE, node(PG.Finding)
    yield finding, node(PG.findingCode), plain(CODE)
    yield finding, node(PG.severity), concept(each.finding.severity)
    yield finding, node(DCT.description), plain(each.message)
    yield finding, node(DCT.references), node(each.about)
    for place in (each.text, each.record):
        owner = resolution.protocols[place.sha256]
        yield node(owner), node(PG.hasFinding), finding
        yield finding, node(PROV.wasDerivedFrom), node(iris.target(owner, place.span.start, place.span.end))
