"""Decisions, tasks and figures."""

from __future__ import annotations

from protokollgraph.graph.triples import decided
from protokollgraph.graph.triples.frame import Frame, concept, german, node, number, plain
from protokollgraph.model import Decision, Outcome, Votes
from protokollgraph.ontology.namespaces import DCT, DL, PG, PROV, RDFS, SCHEMA

_DECISION, _VOTE = (node(PG.Decision), node(DL.Decision)), (node(DL.Vote),)
_SUBSIDIARY = (node(PG.SubsidiaryVote),)
_TASK, _FIGURE = (node(PG.Task),), (node(PG.Figure),)
_VALUE, _DATE = node(PROV.value), node(DCT.date)
_FAVOR, _AGAINST, _ABSTENTION = (node(DL[f"number_of_votes_{name}"]) for name in ("favor", "against", "abstention"))


def write_acts(frame: Frame) -> None:
    """Write what was decided, handed out and counted."""
    _write_decisions(frame)
    _write_subsidiary_votes(frame)
    _write_tasks(frame)
    _write_figures(frame)


def _write_decisions(frame: Frame) -> None:
    for iri, decision in decided.named(frame.extraction, frame.sitting, frame.resolution, frame.iris):
        _write_decision(frame, decision, node(iri))


def _write_decision(frame: Frame, decision: Decision, term: str) -> None:
    frame.types(term, _DECISION)
    frame.add(term, _VALUE, german(decision.words))
    frame.add(term, node(PG.decisionKind), concept(decision.kind))
    if decision.label:
        frame.add(term, node(DCT.identifier), plain(decision.label))
    if decision.outcome is not None:
        frame.add(term, node(DL.decision_outcome), concept(decision.outcome))
    if decision.method is not None:
        frame.add(term, node(DL.decision_method), concept(decision.method))
    _write_counts(frame, decision.votes, term)
    _write_taken(frame, decision, term)
    for key in decision.concerns:
        frame.add(term, node(PG.concerns), frame.entity(key))
    if decision.addressee is not None:
        frame.add(term, node(PG.addressee), frame.entity(decision.addressee))
    treatment = frame.treatment(decision.item)
    if decision.reported:
        frame.add(treatment, node(PG.reports), term)
        frame.add(term, node(PG.reportedIn), treatment)
    else:
        frame.add(treatment, node(PROV.generated), term)
    frame.prove(term, *decision.evidence)


def _write_subsidiary_votes(frame: Frame) -> None:
    for vote, term in zip(frame.extraction.subsidiary_votes, frame.acts("vote"), strict=True):
        frame.types(term, _SUBSIDIARY)
        frame.add(term, _VALUE, german(vote.words))
        frame.add(term, node(RDFS.label), german(vote.about))
        if vote.outcome is not None:
            frame.add(term, node(DL.decision_outcome), concept(vote.outcome))
        if vote.method is not None:
            frame.add(term, node(DL.decision_method), concept(vote.method))
        _write_counts(frame, vote.votes, term)
        for paper in vote.papers:
            frame.add(term, node(PG.concerns), frame.entity(paper))
        frame.add(frame.treatment(vote.item), node(PG.subsidiaryVote), term)
        frame.prove(term, *vote.evidence)


def _write_counts(frame: Frame, votes: Votes, term: str) -> None:
    if votes:
        frame.types(term, _VOTE)
    counted = ((_FAVOR, votes.favor), (_AGAINST, votes.against), (_ABSTENTION, votes.abstention))
    for predicate, count in counted:
        if count is not None:
            frame.add(term, predicate, number(count))


def _write_taken(frame: Frame, decision: Decision, term: str) -> None:
    """Day and body: the meeting's, unless another took the decision, or nobody did because it was withdrawn."""
    meeting = frame.extraction.meeting
    day, body = decision.date, decision.body
    if not decision.reported and meeting is not None:
        day = day or meeting.date
        body = body or (None if decision.outcome is Outcome.WITHDRAWN else meeting.body)
    if day is not None:
        frame.add(term, _DATE, number(day))
    if body is not None:
        frame.add(term, node(DL.had_responsible_organization), frame.entity(body))


def _write_tasks(frame: Frame) -> None:
    for task, term in zip(frame.extraction.tasks, frame.acts("task"), strict=True):
        frame.types(term, _TASK)
        frame.add(term, _VALUE, german(task.words))
        frame.add(frame.treatment(task.item), node(PG.assigns), term)
        if task.assignee is not None:
            frame.add(term, node(PG.assignee), frame.entity(task.assignee))
        if task.due is not None:
            frame.add(term, node(PG.dueDate), number(task.due))
        if task.done:
            frame.add(term, node(PG.done), number(True))
        frame.prove(term, *task.evidence)


def _write_figures(frame: Frame) -> None:
    for figure, term in zip(frame.extraction.figures, frame.acts("figure"), strict=True):
        frame.types(term, _FIGURE)
        frame.add(term, node(SCHEMA.value), number(figure.value))
        frame.add(term, _VALUE, german(figure.words))
        frame.add(term, node(DCT.isPartOf), frame.treatment(figure.item))
        if figure.date is not None:
            frame.add(term, _DATE, number(figure.date))
        frame.prove(term, figure.evidence)
