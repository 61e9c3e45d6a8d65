"""Plan and treatment of each agenda item, and who takes part in what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokollgraph.graph.triples.frame import Frame, concept, german, node, number, plain
from protokollgraph.model import Attendance, Participation, Role
from protokollgraph.ontology.iris import tail
from protokollgraph.ontology.namespaces import DCT, DL, PG, PROV, SCHEMA, SKOS

_ITEM = (node(PG.AgendaItem), node(DL.ForeseenActivity))
_TREATMENT = (node(PG.Treatment), node(DL.Activity), node(PROV.Activity))
_PARTICIPATION = (node(DL.Participation),)
_FORMS_PART_OF, _EXECUTED, _RECORDED = (
    node(DL[name]) for name in ("forms_part_of", "executed", "recorded_in_a_realization_of")
)
_HAD_PARTICIPATION, _HAD_PERSON, _ROLE, _IN_NAME_OF, _HAD_EXCUSED = (
    node(DL[name])
    for name in (
        "had_participation",
        "had_participant_person",
        "participation_role",
        "participation_in_name_of",
        "had_excused_person",
    )
)


def write_agenda(frame: Frame) -> None:
    """Write items, treatments and participations."""
    _write_items(frame)
    _write_treatments(frame)
    for each in _merged(frame.extraction.participations):
        _write_participation(frame, each)


def _write_items(frame: Frame) -> None:
    """Items in their order; a number that is printed twice keeps its first item."""
    written: set[str] = set()
    for order, item in enumerate(frame.extraction.agenda, 1):
        if item.number in written:
            continue
        written.add(item.number)
        term = node(frame.iris.item(frame.meeting, item.number))
        frame.types(term, _ITEM)
        frame.add(term, node(SKOS.notation), plain(item.number))
        frame.add(term, node(DL.activity_order), number(order))
        if item.title:
            frame.add(term, node(DCT.title), german(item.title))
        frame.add(term, _FORMS_PART_OF, node(frame.meeting))
        if item.kind is not None:
            frame.add(term, node(DL.had_activity_type), concept(item.kind))
        if item.identifier is not None:
            frame.add(term, node(SCHEMA.sameAs), node(item.identifier))
        for reference in item.references:
            other = frame.item(reference)
            if other is not None and other != term:
                frame.add(term, node(DCT.references), other)
        frame.prove(term, item.evidence)


def _write_treatments(frame: Frame) -> None:
    for treatment in frame.extraction.treatments:
        term = node(frame.iris.treatment(frame.meeting, treatment.number))
        frame.types(term, _TREATMENT)
        frame.add(term, _FORMS_PART_OF, node(frame.meeting))
        if not frame.extraction.record:
            frame.add(term, _RECORDED, node(frame.iris.section(frame.protocol, treatment.number)))
        item = frame.item(treatment.number)
        if item is not None:
            frame.add(term, _EXECUTED, item)
        for project in treatment.projects:
            frame.add(term, node(PG.treatsProject), frame.entity(project))
        for paper in treatment.papers:
            frame.add(term, node(PG.treatsPaper), frame.entity(paper))
        frame.prove(term, treatment.evidence)


def _merged(participations: Iterable[Participation]) -> list[Participation]:
    """One participation per person, role and item; attendance is a matter of attendees only, and said once."""
    found: dict[tuple[str, Role, str | None], Participation] = {}
    for each in participations:
        if each.attendance is not None and (each.role is not Role.ATTENDEE or each.item is not None):
            attendee = replace(each, role=Role.ATTENDEE, item=None)
            each = replace(each, attendance=None)
            _merge(found, attendee)
        _merge(found, each)
    return list(found.values())


def _merge(found: dict[tuple[str, Role, str | None], Participation], each: Participation) -> None:
    key = (each.person, each.role, each.item)
    known = found.get(key)
    if known is None:
        found[key] = each
        return
    found[key] = replace(
        known,
        evidence=known.evidence + each.evidence,
        organisation=known.organisation or each.organisation,
        printed=known.printed or each.printed,
        attendance=known.attendance or each.attendance,
        capacity=known.capacity or each.capacity,
        substitutes_for=known.substitutes_for or each.substitutes_for,
        note=known.note or each.note,
    )


def _write_participation(frame: Frame, each: Participation) -> None:
    person = frame.resource(each.person).iri
    term = node(frame.iris.participation(frame.meeting, tail(person), each.role, each.item))
    frame.types(term, _PARTICIPATION)
    frame.add(_occasion(frame, each.item), _HAD_PARTICIPATION, term)
    frame.add(term, _HAD_PERSON, node(person))
    frame.add(term, _ROLE, concept(each.role))
    if each.organisation is not None:
        frame.add(term, _IN_NAME_OF, frame.entity(each.organisation))
    if each.printed:
        frame.add(term, node(PG.roleAsPrinted), german(each.printed))
    if each.note:
        frame.add(term, node(PG.participationNote), german(each.note))
    if each.attendance is not None:
        frame.add(term, node(PG.attendance), concept(each.attendance))
    if each.attendance is Attendance.EXCUSED:
        frame.add(node(frame.meeting), _HAD_EXCUSED, node(person))
    if each.capacity is not None:
        frame.add(term, node(PG.capacity), concept(each.capacity))
    if each.substitutes_for is not None:
        frame.add(term, node(PG.substitutesFor), frame.entity(each.substitutes_for))
    frame.prove(term, *each.evidence)


def _occasion(frame: Frame, item: str | None) -> str:
    """What a participation belongs to: the meeting, or the treatment of its item, or the item if it was not treated."""
    if item is None:
        return node(frame.meeting)
    planned = frame.item(item)
    return planned if planned is not None and not frame.has_treatment(item) else frame.treatment(item)
