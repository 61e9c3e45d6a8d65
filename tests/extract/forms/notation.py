"""How the tables of forms are written: a form of minutes, and every fact of an extraction as a line that can be read.

A table says in such lines what a form states, and in patterns over such lines what nobody may conclude from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from protokollgraph.extract.extractor import extract
from protokollgraph.model import (
    Capacity,
    Decision,
    Document,
    Entity,
    EntityKind,
    Extraction,
    Meeting,
    MeetingReference,
    Membership,
    Outcome,
    PaperFact,
    Participation,
    Place,
    ProjectFact,
    Role,
    Task,
    Votes,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of minutes: a small text, what it states, and what a naive reader would wrongly conclude.

    ``id`` begins with the section of the catalogue of forms: "3 ditto marks". ``mark`` is "C" for a common form, "S"
    for one that was seen. ``states`` are lines of :func:`facts`; ``never`` are regular expressions that match (anywhere
    in) no line. ``gap`` says why the form is not understood yet: then ``states`` is expected to fail; ``never`` holds
    all the same. ``style`` names the style to read it with, as ``--style`` does.
    """

    id: str
    mark: str
    text: str
    states: tuple[str, ...]
    never: tuple[str, ...] = ()
    gap: str | None = None
    style: str | None = None


@cache
def facts_of(text: str, style: str | None = None) -> frozenset[str]:
    """The facts of a text."""
    return facts(extract(Document("form.txt", text, sha256(text.encode()).hexdigest()), style=style))


def facts(extraction: Extraction) -> frozenset[str]:
    """Every fact of an extraction as a line.

    ============================================  =====================================================================
    ``title NIEDERSCHRIFT``                       the title line; also ``style niederschrift``, ``written 2014-05-09``
    ``body Bauausschuss``                         of the meeting; also ``date``, ``start``, ``end``, ``number``,
                                                  ``place``
    ``next 2022-05-04`` · ``previous 11``         other sessions; also ``next-number``, ``next-start``, ``next-place``,
                                                  ``previous-number`` …
    ``chair Jan Muster`` · ``minutes Ina Probe``  people by what they do; also ``presenter 7 Jan Muster``,
                                                  ``speaker 7 Jan Muster``
    ``present Jan Muster``                        by attendance: ``present``, ``excused``, ``absent``, ``listed`` if
                                                  it is not told
    ``present Jan Muster · ab TOP 3``             the same with the note beside it
    ``member Jan Muster``                         by capacity: ``member``, ``guest``, ``staff``
    ``substitutes Jan Muster for Ina Probe``
    ``for Jan Muster · Musterverband``            in whose name somebody is there
    ``group Jan Muster · CDU``                    membership, without a function, of a body that is not the one meeting
    ``of Jan Muster · Musterverband``             of an organisation, or of the body that meets
    ``post Jan Muster · Referent · MIL``          function in an organisation; ``former-post`` if it is past
    ``person Dr. Jan Muster``                     each entity by kind: ``person``, ``organisation``, ``committee`` (a
                                                  body), ``project``, ``programme``, ``paper``, ``topic``, ``protocol``
    ``alias MIL = Ministerium …``                 other names; also ``unit Bauamt of Stadt Musterau``
    ``paper 2020/1069 · Hauptsatzung``            a paper with its title
    ``item 7 · Hauptsatzung``                     the agenda; also ``item-kind 7 election``, ``item-refers 7 5``
    ``treated 7``                                 what the results hold; also ``item-paper 7 2020/1069``,
                                                  ``item-project 7 Wärmering``
    ``decision 7 adopted unanimous 12:0:1 · Rat`` item, outcome, method, votes, body (the one that meets if no other
                                                  took it); ``-`` for what is not stated.
                                                  ``reported …`` for what was decided elsewhere
    ``decision-kind 7 approval``                  also ``decision-words 7 · …``, ``decision-label 7 17/2``,
                                                  ``decision-date 7 2014-05-05``, ``concerns 7 · …``,
                                                  ``addressee 7 · …``
    ``task Bauamt 2024-05-01 · words``            assignee, due date; ``done-task`` if it is done;
                                                  ``task-item 7 · words``
    ``project-budget Wärmering · 120000``         also ``project-programme``, ``-sponsor``, ``-lead``, ``-kind``
    ``paper-kind 2020/1069 motion``               also ``paper-by 2020/1069 ABC``
    ``vote 7 rejected majority 3:9:0 · about``    a subsidiary vote
    ``figure 7 72 · words``
    ``finding no-date``
    ============================================  =====================================================================
    """
    return frozenset(_lines(extraction))


def _lines(extraction: Extraction) -> Iterator[str]:
    yield f"title {extraction.title}"
    yield f"style {extraction.style}"
    if extraction.written:
        yield f"written {extraction.written}"
    for entity in extraction.entities:
        yield from _entity(extraction, entity)
    if extraction.meeting:
        yield from _meeting(extraction, extraction.meeting)
    for participation in extraction.participations:
        yield from _participation(extraction, participation)
    for membership in extraction.memberships:
        yield _membership(extraction, membership)
    yield from _agenda(extraction)
    for project_fact in extraction.project_facts:
        yield from _project_fact(extraction, project_fact)
    for paper_fact in extraction.paper_facts:
        yield _paper_fact(extraction, paper_fact)
    for vote in extraction.subsidiary_votes:
        outcome, method = (each.value if each else "-" for each in (vote.outcome, vote.method))
        yield f"vote {vote.item or '-'} {outcome} {method} {_votes(vote.votes)} · {vote.about}"
    for decision in extraction.decisions:
        yield from _decision(extraction, decision)
    for task in extraction.tasks:
        yield from _task(extraction, task)
    for figure in extraction.figures:
        yield f"figure {figure.item or '-'} {figure.value} · {figure.words}"
    for finding in extraction.findings:
        yield f"finding {finding.code}"


def _name(extraction: Extraction, key: str | None) -> str:
    return extraction.entity(key).name if key else "-"


def _entity(extraction: Extraction, entity: Entity) -> Iterator[str]:
    word = "committee" if entity.kind is EntityKind.BODY else entity.kind.value
    if entity.person:
        yield f"person {entity.person.prefix} {entity.person.full}" if entity.person.prefix else f"person {entity.name}"
    else:
        yield f"{word} {entity.name}"
    for alias in entity.aliases:
        yield f"alias {alias} = {entity.name}"
    if entity.part_of:
        yield f"unit {entity.name} of {_name(extraction, entity.part_of)}"
    if entity.title:
        yield f"{word} {entity.name} · {entity.title}"
    if entity.date:
        yield f"{word} {entity.date}"


def _meeting(extraction: Extraction, meeting: Meeting) -> Iterator[str]:
    if meeting.body:
        yield f"body {_name(extraction, meeting.body)}"
    if meeting.number is not None:
        yield f"number {meeting.number}"
    if meeting.date:
        yield f"date {meeting.date}"
    if meeting.start:
        yield f"start {meeting.start:%H:%M}"
    if meeting.end:
        yield f"end {meeting.end:%H:%M}"
    if meeting.place:
        yield from _place("place", meeting.place)
    if meeting.previous:
        yield from _reference("previous", meeting.previous)
    if meeting.next:
        yield from _reference("next", meeting.next)


def _place(word: str, place: Place) -> Iterator[str]:
    yield f"{word} {place.label}"
    if place.post_name:
        yield f"{word}-address {place.thoroughfare}, {place.post_code} {place.post_name}"


def _reference(word: str, reference: MeetingReference) -> Iterator[str]:
    if reference.date:
        yield f"{word} {reference.date}"
    if reference.number is not None:
        yield f"{word}-number {reference.number}"
    if reference.start:
        yield f"{word}-start {reference.start:%H:%M}"
    if reference.place:
        yield from _place(f"{word}-place", reference.place)


_DUTIES = {Role.CHAIR: "chair", Role.MINUTE_TAKER: "minutes", Role.PRESENTER: "presenter", Role.DISCUSSANT: "speaker"}


def _participation(extraction: Extraction, part: Participation) -> Iterator[str]:
    who = _name(extraction, part.person)
    if part.role in _DUTIES:
        yield f"{_DUTIES[part.role]} {part.item} {who}" if part.item else f"{_DUTIES[part.role]} {who}"
    else:
        state = part.attendance.value if part.attendance else "listed"
        yield f"{state} {who}"
        if part.note:
            yield f"{state} {who} · {part.note}"
    if part.capacity:
        yield f"{ {Capacity.MEMBER: 'member', Capacity.GUEST: 'guest', Capacity.STAFF: 'staff'}[part.capacity] } {who}"
    if part.substitutes_for:
        yield f"substitutes {who} for {_name(extraction, part.substitutes_for)}"
    if part.organisation:
        yield f"for {who} · {_name(extraction, part.organisation)}"
    if part.printed:
        yield f"printed {who} · {part.printed}"


def _membership(extraction: Extraction, membership: Membership) -> str:
    who, where = _name(extraction, membership.person), _name(extraction, membership.organisation)
    if membership.role:
        return f"{'former-post' if membership.former else 'post'} {who} · {membership.role} · {where}"
    meets = extraction.meeting.body if extraction.meeting else None
    body = extraction.entity(membership.organisation).kind is EntityKind.BODY and membership.organisation != meets
    return f"{'group' if body else 'of'} {who} · {where}"


def _agenda(extraction: Extraction) -> Iterator[str]:
    for item in extraction.agenda:
        yield f"item {item.number} · {' '.join(item.title.split())}"
        if item.kind:
            yield f"item-kind {item.number} {item.kind.value}"
        for reference in item.references:
            yield f"item-refers {item.number} {reference}"
    for treatment in extraction.treatments:
        yield f"treated {treatment.number}"
        for paper in treatment.papers:
            yield f"item-paper {treatment.number} {_name(extraction, paper)}"
        for project in treatment.projects:
            yield f"item-project {treatment.number} {_name(extraction, project)}"


def _project_fact(extraction: Extraction, fact: ProjectFact) -> Iterator[str]:
    project = _name(extraction, fact.project)
    for word, key in (("programme", fact.programme), ("sponsor", fact.sponsor), ("lead", fact.lead)):
        if key:
            yield f"project-{word} {project} · {_name(extraction, key)}"
    if fact.budget is not None:
        yield f"project-budget {project} · {fact.budget}"
    if fact.kind:
        yield f"project-kind {project} · {fact.kind}"


def _paper_fact(extraction: Extraction, fact: PaperFact) -> str:
    paper = _name(extraction, fact.paper)
    return f"paper-kind {paper} {fact.kind.value}" if fact.kind else f"paper-by {paper} {_name(extraction, fact.mover)}"


def _votes(votes: Votes) -> str:
    """“12:0:1” for yes, no and abstentions; “?” for a figure that is not stated, “-” if none is."""
    figures = (votes.favor, votes.against, votes.abstention)
    return ":".join("?" if figure is None else str(figure) for figure in figures) if votes else "-"


def _decision(extraction: Extraction, decision: Decision) -> Iterator[str]:
    item = decision.item or "-"
    word = "reported" if decision.reported else "decision"
    outcome = decision.outcome.value if decision.outcome else "-"
    method = decision.method.value if decision.method else "-"
    body = decision.body
    if body is None and not decision.reported and decision.outcome is not Outcome.WITHDRAWN and extraction.meeting:
        body = extraction.meeting.body
    yield f"{word} {item} {outcome} {method} {_votes(decision.votes)} · {_name(extraction, body)}"
    yield f"{word}-kind {item} {decision.kind.value}"
    yield f"{word}-words {item} · {decision.words}"
    if decision.label:
        yield f"{word}-label {item} {decision.label}"
    if decision.date:
        yield f"{word}-date {item} {decision.date}"
    for key in decision.concerns:
        yield f"concerns {item} · {_name(extraction, key)}"
    if decision.addressee:
        yield f"addressee {item} · {_name(extraction, decision.addressee)}"


def _task(extraction: Extraction, task: Task) -> Iterator[str]:
    word = "done-task" if task.done else "task"
    yield f"{word} {_name(extraction, task.assignee)} {task.due or '-'} · {task.words}"
    if task.item:
        yield f"task-item {task.item} · {task.words}"


def missing(form: Form, found: frozenset[str]) -> list[str]:
    """What a form states and the facts do not hold."""
    return [line for line in form.states if line not in found]


def forbidden(form: Form, found: frozenset[str]) -> list[str]:
    """The facts that nobody may conclude from a form."""
    return sorted(line for line in found if any(re.search(pattern, line) for pattern in form.never))
