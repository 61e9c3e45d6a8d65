"""What can be written of a record whose other files are not there: nothing of whom nobody names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from protokollgraph.graph.resolution import Resolution
from protokollgraph.model import Decision, Extraction, Meeting, Participation, Sitting


def with_known_entities(extraction: Extraction, resolution: Resolution) -> Extraction:
    """The extraction without entities that the resolution does not know, and without facts about these.

    Only records refer to what they do not name; everything of a protocol is known.
    """
    known = resolution.entities[extraction.document.sha256]
    if all(entity.key in known for entity in extraction.entities):
        return extraction
    first = _sitting(
        Sitting(
            extraction.meeting or Meeting(()),
            extraction.participations,
            extraction.agenda,
            extraction.treatments,
            extraction.decisions,
        ),
        known,
    )
    return replace(
        extraction,
        entities=tuple(
            replace(entity, part_of=_if_known(entity.part_of, known))
            for entity in extraction.entities
            if entity.key in known
        ),
        memberships=tuple(m for m in extraction.memberships if m.person in known and m.organisation in known),
        paper_facts=tuple(
            fact
            for fact in extraction.paper_facts
            if fact.paper in known and (fact.mover is None or fact.mover in known)
        ),
        consultations=tuple(
            replace(each, organisations=tuple(key for key in each.organisations if key in known))
            for each in extraction.consultations
            if each.paper in known
        ),
        attachments=tuple(each for each in extraction.attachments if each.paper is None or each.paper in known),
        terms=tuple(replace(each, organisation=_if_known(each.organisation, known)) for each in extraction.terms),
        meeting=None if extraction.meeting is None else first.meeting,
        participations=first.participations,
        decisions=first.decisions,
        further=tuple(_sitting(each, known) for each in extraction.further),
    )


def _sitting(sitting: Sitting, known: Mapping[str, str]) -> Sitting:
    return replace(
        sitting,
        meeting=replace(sitting.meeting, body=_if_known(sitting.meeting.body, known)),
        participations=tuple(_participation(p, known) for p in sitting.participations if p.person in known),
        decisions=tuple(_decision(each, known) for each in sitting.decisions),
    )


def _participation(each: Participation, known: Mapping[str, str]) -> Participation:
    return replace(each, organisation=_if_known(each.organisation, known))


def _decision(each: Decision, known: Mapping[str, str]) -> Decision:
    return replace(each, addressee=_if_known(each.addressee, known), body=_if_known(each.body, known))


def _if_known(key: str | None, known: Mapping[str, str]) -> str | None:
    return key if key in known else None
