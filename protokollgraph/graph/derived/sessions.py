"""The sessions of a body that documents record, and those that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from protokollgraph.graph.derived.claim import Claim
from protokollgraph.graph.derived.source import Source
from protokollgraph.model import EntityKind, Extraction
from protokollgraph.ontology.iris import tail


class Said(StrEnum):
    """How a document speaks of a session; the kinds of claims."""

    MINUTES = "minutes"
    """It is the minutes of it."""
    RECORD = "record"
    """It is data of an information system about it."""
    PREVIOUS = "previous"
    """As the one before its own."""
    NEXT = "next"
    """As the one after its own."""
    EARLIER = "earlier"
    """As one before its own, whose minutes it approves or speaks of."""


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting of which there is a document."""

    meeting: str
    """Its IRI."""
    day: date
    number: int | None = None
    """What most documents say; None if nobody says any, or as many say another."""
    numbers: tuple[int, ...] = ()
    """Every number that its minutes say, sorted."""
    body: str = ""
    """The name of the body, as a document prints it."""
    path: str = ""
    """Of one of its documents."""
    protocol: str = ""
    """IRI of the same."""
    target: str = ""
    """IRI of the place where it says which session it is, or else of the whole."""

    @property
    def label(self) -> str:
        """Number and day, as far as they are known."""
        return f"session {self.number} of {self.day}" if self.number is not None else f"the session of {self.day}"


@dataclass(frozen=True, slots=True)
class Named:
    """A session as another document names it."""

    by: str
    """IRI of the meeting whose document names it."""
    how: Said
    number: int | None
    day: date | None
    target: str


def claims(source: Source, name: str) -> Iterator[Claim]:
    """The sessions that a document records, and those that it names; ``name`` is that of the derivation."""
    for meeting, sitting in source.sittings():
        held = sitting.meeting
        if held is None or held.body is None or (held.date is None and held.number is None):
            continue
        body, day = _body(source, meeting, held.body), _text(held.date)
        group, printed = f"{name} {body}", sitting.entity(held.body).name or tail(body)
        values = (meeting, _text(held.number), source.path, printed)
        kind = Said.RECORD if sitting.record else Said.MINUTES
        yield Claim(group, kind, values, day, source.protocol, source.targets(held.evidence)[:1])
        for how, number, other, target in _named(source, sitting):
            yield Claim(group, how, (meeting, _text(number), _text(other)), day, source.protocol, (target,))


def recorded(claims: Iterable[Claim]) -> list[Session]:
    """The sessions of which there is a document and whose day is known."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind in (Said.MINUTES, Said.RECORD) and claim.day:
            found.setdefault(claim.values[0], []).append(claim)
    return [_session(meeting, of_meeting) for meeting, of_meeting in sorted(found.items())]


def named(claims: Iterable[Claim]) -> list[Named]:
    """The sessions that are named."""
    return [
        Named(
            claim.values[0],
            Said(claim.kind),
            int(claim.values[1]) if claim.values[1] else None,
            date.fromisoformat(claim.values[2]) if claim.values[2] else None,
            claim.targets[0],
        )
        for claim in claims
        if claim.kind in (Said.PREVIOUS, Said.NEXT, Said.EARLIER)
    ]


def _session(meeting: str, claims: Sequence[Claim]) -> Session:
    minutes = [claim for claim in claims if claim.kind == Said.MINUTES]
    own = minutes or claims
    first = min(own, key=lambda claim: (claim.values[2], claim.protocol))
    names = Counter(claim.values[3] for claim in own)
    return Session(
        meeting,
        date.fromisoformat(first.day),
        _most(Counter(int(claim.values[1]) for claim in claims if claim.values[1])),
        tuple(sorted({int(claim.values[1]) for claim in minutes if claim.values[1]})),
        max(names, key=lambda name: (names[name], len(name), name)),
        first.values[2],
        first.protocol,
        next(iter(first.targets), first.protocol),
    )


def _most(numbers: Counter[int]) -> int | None:
    most = numbers.most_common(2)
    if not most or (len(most) == 2 and most[0][1] == most[1][1]):
        return None
    return most[0][0]


def _body(source: Source, meeting: str, key: str) -> str:
    """The IRI of the body whose meeting it is: the document's own, unless a record knows it by a former name."""
    own = source.entities[key]
    slug = meeting.removeprefix(source.iris.entity("meeting", "")).partition("/")[0]
    return own if tail(own) == slug else f"{own.removesuffix(tail(own))}{slug}"


def _named(source: Source, sitting: Extraction) -> Iterator[tuple[Said, int | None, date | None, str]]:
    """Number, day and place of the sessions that a document names; each as told first."""
    meeting = sitting.meeting
    assert meeting is not None
    told: set[tuple[int | None, date | None]] = set()
    for how, reference in ((Said.PREVIOUS, meeting.previous), (Said.NEXT, meeting.next)):
        if reference is not None and (reference.number is not None or reference.date is not None):
            told |= {(reference.number, reference.date), (None, reference.date)}
            yield how, reference.number, reference.date, source.target(reference.evidence.span)
    for entity in sitting.entities:
        of_body = entity.kind is EntityKind.PROTOCOL and entity.part_of in (None, meeting.body)
        if of_body and entity.date is not None and entity.mentions and (entity.number, entity.date) not in told:
            yield Said.EARLIER, entity.number, entity.date, source.target(entity.mentions[0].span)


def _text(value: int | date | None) -> str:
    return "" if value is None else str(value)
