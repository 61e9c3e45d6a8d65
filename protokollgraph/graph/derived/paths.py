"""The path of a project through bodies and time: its stages, and what happened at each.

A stage is a meeting that dealt with the project, or a body or organisation on the day of a decision that is reported.
What a meeting's own minutes say and what others report of it is one stage. Nothing is concluded from silence: a stage
is there because a document says so, and a day that nobody tells has no place in the order.

A group is a project: ``project <IRI of the project>``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.graph.triples import decided
from protokollgraph.graph.triples.frame import TYPE, concept, node, number
from protokollgraph.model import Decision, DecisionKind, Extraction, ItemKind, Outcome, Role, Span, Treatment
from protokollgraph.ontology.iris import Iris, tail
from protokollgraph.ontology.namespaces import DCT, DL, PG, SCHEMA

NAME = "project"
_DELIBERATION = "deliberation"
"""The project was dealt with; more is not known."""
_ENDED: Mapping[Outcome, str] = {
    Outcome.REJECTED: DecisionKind.REJECTION,
    Outcome.NOTED: DecisionKind.ACKNOWLEDGEMENT,
    Outcome.REFERRED: DecisionKind.REFERRAL,
    Outcome.POSTPONED: DecisionKind.POSTPONEMENT,
    Outcome.WITHDRAWN: Outcome.WITHDRAWN,
    Outcome.OPEN: _DELIBERATION,
}
"""What happened where a decision did not end as its kind would have it."""

_NO = {DecisionKind.REJECTION, Outcome.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where and when something happened."""

    key: str
    """What tells it from other stages of a project: body and day."""
    meeting: str
    """IRI of the meeting; empty if it is only reported."""
    body: str
    """IRI of the body or organisation; empty if nobody says."""
    day: str
    """ISO; empty if nobody says."""


def claims(source: Source) -> Iterator[Claim]:
    """What happened to projects in the meetings of a document, and what it reports of others."""
    for n, (meeting, sitting) in enumerate(source.sittings()):
        here = _here(source, meeting, sitting)
        kinds = {item.number: item.kind for item in sitting.agenda}
        discussed = {each.item for each in sitting.participations if each.role is Role.DISCUSSANT}
        for treatment in sitting.treatments:
            iri, span = source.iris.treatment(meeting, treatment.number), treatment.evidence.span
            for happened in _treated(treatment, kinds.get(treatment.number), discussed):
                for key in treatment.projects:
                    yield _claim(source, here, key, happened, iri, span)
        for iri, decision in decided.named(sitting, n, source.resolution, source.iris):
            happened, stage = _decided(source, decision, here)
            for key in decision.concerns:
                if source.entities[key].startswith(source.iris.project("")):
                    yield _claim(source, stage, key, happened, iri, decision.evidence[0].span)


def fold(project: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """The stages in their order; those of one day have one place, for nobody says which was first."""
    stages: dict[str, list[Claim]] = {}
    for claim in claims:
        stages.setdefault(claim.values[0], []).append(claim)
    days = sorted({claim.day for claim in claims if claim.day})
    lines = Lines(iris)
    for key, of_stage in stages.items():
        term = node(iris.stage(project, key))
        lines.add(term, TYPE, node(PG.ProjectStage))
        lines.add(term, node(PG.stageOf), node(project))
        _write_place(term, of_stage, days, lines)
        for each in _happened(of_stage):
            lines.add(term, node(PG.stageKind), concept(each))
        for claim in of_stage:
            lines.add(term, node(DCT.references), node(claim.values[3]))
            lines.rests_on(term, claim.targets)
    return Derived(lines.sorted())


def _write_place(term: str, claims: Sequence[Claim], days: Sequence[str], lines: Lines) -> None:
    day, meeting, body = (
        max(values) for values in zip(*((claim.day, *claim.values[1:3]) for claim in claims), strict=True)
    )
    if day:
        lines.add(term, node(DCT.date), number(date.fromisoformat(day)))
        lines.add(term, node(SCHEMA.position), number(days.index(day) + 1))
    if meeting:
        lines.add(term, node(PG.atMeeting), node(meeting))
    if body:
        lines.add(term, node(DL.had_responsible_organization), node(body))


def _happened(claims: Sequence[Claim]) -> set[str]:
    """What happened at a stage.

    What is rejected or withdrawn where something else is decided as well is most likely a motion on a detail.
    """
    found = {claim.kind for claim in claims}
    if found & (set(DecisionKind) - _NO):
        found -= _NO
    return found - {_DELIBERATION} or found


def _claim(source: Source, stage: _Stage, key: str, happened: str, about: str, span: Span) -> Claim:
    """``about`` is the treatment or decision that says it."""
    group, values = f"{NAME} {source.entities[key]}", (stage.key, stage.meeting, stage.body, about)
    return Claim(group, str(happened), values, stage.day, source.protocol, (source.target(span),))


def _here(source: Source, meeting: str, sitting: Extraction) -> _Stage:
    held = sitting.meeting
    body = "" if held is None or held.body is None else source.entities[held.body]
    day = "" if held is None or held.date is None else held.date.isoformat()
    return _Stage(meeting.removeprefix(source.iris.entity("meeting", "")), meeting, body, day)


def _treated(treatment: Treatment, kind: ItemKind | None, discussed: Collection[str | None]) -> Iterator[str]:
    """What happened to the projects of a treatment, as far as it is told of each of them."""
    alone = len(treatment.projects) == 1
    told = kind is ItemKind.STATUS_REPORT or (kind is ItemKind.PROJECT_PRESENTATION and alone)
    spoken = kind is ItemKind.DISCUSSION or (alone and treatment.number in discussed)
    if told and kind is not None:
        yield kind
    if spoken:
        yield ItemKind.DISCUSSION
    if not told and not spoken:
        yield _DELIBERATION


def _decided(source: Source, decision: Decision, here: _Stage) -> tuple[str, _Stage]:
    """What a decision comes to for what it concerns, and at which stage."""
    happened = str(decision.kind if decision.outcome is None else _ENDED.get(decision.outcome, decision.kind))
    if not decision.reported:
        return happened, here
    if decision.date is None or (decision.body is None and decision.outcome is not Outcome.WITHDRAWN):
        return ItemKind.STATUS_REPORT, here
    body, day = source.entities.get(decision.body or "", ""), decision.date.isoformat()
    return happened, _Stage(f"{tail(body)}/{day}" if body else day, "", body, day)
