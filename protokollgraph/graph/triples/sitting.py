"""The meeting that a protocol records, the ones before and after it, and where they take place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from protokollgraph.graph.terms import literal
from protokollgraph.graph.triples.frame import Frame, german, node, number, plain
from protokollgraph.model import Evidence, MeetingReference, Place
from protokollgraph.ontology.iris import slug, tail
from protokollgraph.ontology.namespaces import DCT, DL, LOCN, ORG, PG, PROV, RDFS, SCHEMA

_GERMANY = ZoneInfo("Europe/Berlin")
_MEETING = (node(PG.Meeting), node(DL.Activity), node(SCHEMA.Event), node(PROV.Activity))
_PLACE, _ADDRESS = (node(ORG.Site), node(DCT.Location)), (node(LOCN.Address),)
_LABEL, _DATE, _SESSION = node(RDFS.label), node(DCT.date), node(PG.sessionNumber)
_START, _END, _BODY = (
    node(DL[name]) for name in ("activity_start_date", "activity_end_date", "had_responsible_organization")
)
_LOWER_SORBIAN, _UPPER_SORBIAN = frozenset("śźŕ"), frozenset("ř")
"""Letters that only one of the two languages has."""


def write_sitting(frame: Frame) -> None:
    """Write the meeting and its neighbours; a record may be of no meeting."""
    meeting, term, record = frame.extraction.meeting, node(frame.meeting), frame.extraction.record
    if record and meeting is None:
        return
    frame.types(term, _MEETING)
    frame.add(term, node(DCT.source if record else DL.recorded_in_a_realization_of), node(frame.protocol))
    frame.prove(term, *(meeting.evidence if meeting is not None and meeting.evidence else _first_evidence(frame)))
    if meeting is None:
        return
    body = None if meeting.body is None else frame.entity(meeting.body)
    _describe(frame, term, meeting.number, meeting.date, body)
    name = "" if meeting.body is None else frame.names[meeting.body].name or frame.resource(meeting.body).name
    label = _label(name, meeting.number, meeting.date)
    if label:
        frame.add(term, _LABEL, german(label))
    for address in meeting.identifiers:
        frame.add(term, node(SCHEMA.sameAs), node(address))
    _write_times(frame, term, meeting.date, meeting.start, meeting.end)
    if meeting.place is not None:
        _write_place(frame, term, meeting.place)
    for reference, predicate in ((meeting.previous, PG.previousMeeting), (meeting.next, PG.nextMeeting)):
        if reference is not None:
            _write_neighbour(frame, reference, predicate)


def _first_evidence(frame: Frame) -> list[Evidence]:
    """Where a meeting shows that nothing in the text announces: its first item."""
    extraction = frame.extraction
    places = [item.evidence for item in extraction.agenda] + [each.evidence for each in extraction.treatments]
    return [replace(first, inferred=True) for first in places[:1]]


def _write_neighbour(frame: Frame, reference: MeetingReference, predicate: str) -> None:
    own = frame.extraction.meeting
    body = None if own is None or own.body is None else frame.resource(own.body).iri
    if body is None or (reference.date is None and reference.number is None):
        return
    day, session = reference.date, reference.number
    iri = frame.iris.meeting(tail(body), day=day, number=session, document="")
    if iri == frame.meeting:
        return
    term = node(iri)
    frame.add(node(frame.meeting), node(predicate), term)
    frame.types(term, _MEETING)
    _describe(frame, term, session, day, node(body))
    _write_times(frame, term, day, reference.start, None)
    if reference.place is not None:
        _write_place(frame, term, reference.place)
    frame.prove(term, reference.evidence)


def _describe(frame: Frame, term: str, session: int | None, day: date | None, body: str | None) -> None:
    if session is not None:
        frame.add(term, _SESSION, number(session))
    if day is not None:
        frame.add(term, _DATE, number(day))
    if body is not None:
        frame.add(term, _BODY, body)


def _label(body: str, session: int | None, day: date | None) -> str:
    """Body, number and day as far as they are known: "Werkstatt 4, 16. Sitzung, 24.01.2024"."""
    parts = (body, "" if session is None else f"{session}. Sitzung", "" if day is None else f"{day:%d.%m.%Y}")
    return ", ".join(part for part in parts if part)


def _write_times(frame: Frame, term: str, day: date | None, start: time | None, end: time | None) -> None:
    """Start and end with the offset of that day; an end before the start is on the next day."""
    if day is None:
        return
    if start is not None:
        frame.add(term, _START, _moment(day, start))
    if end is not None and end != start:
        past_midnight = start is not None and end < start
        frame.add(term, _END, _moment(day + timedelta(days=past_midnight), end))


def _moment(day: date, clock: time) -> str:
    return literal(datetime.combine(day, clock.replace(tzinfo=None), _GERMANY))


def _write_place(frame: Frame, meeting: str, place: Place) -> None:
    iri = frame.iris.place(slug(place.label))
    term = node(iri)
    frame.add(meeting, node(PROV.atLocation), term)
    frame.types(term, _PLACE)
    frame.add(term, _LABEL, german(place.label))
    if not (place.thoroughfare or place.post_code or place.post_name):
        return
    address = node(frame.iris.address(iri))
    frame.add(term, node(LOCN.address), address)
    frame.types(address, _ADDRESS)
    if place.thoroughfare:
        frame.add(address, node(LOCN.thoroughfare), plain(place.thoroughfare))
    if place.post_code:
        frame.add(address, node(LOCN.postCode), plain(place.post_code))
    if place.post_name:
        frame.add(address, node(LOCN.postName), plain(place.post_name))
        sorbian = _sorbian(place.post_name)
        if sorbian is not None:
            frame.add(address, node(LOCN.postName), sorbian)


def _sorbian(name: str) -> str | None:
    """The second name of "Cottbus/Chóśebuz" in its language; None where its letters do not tell which of the two."""
    second = name.partition("/")[2].strip()
    lower, upper = (not letters.isdisjoint(second.lower()) for letters in (_LOWER_SORBIAN, _UPPER_SORBIAN))
    if lower == upper:
        return None
    return literal(second, language="dsb" if lower else "hsb")
