"""Votes on amendments and on procedure: they do not end the matter, save one that puts it off or refers it."""

from __future__ import annotations

from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.resolutions.ballots import Ballot
from protokollgraph.extract.resolutions.status import Status, is_amendment, is_procedural, status
from protokollgraph.model import Outcome, PaperKind, SubsidiaryVote

PUT_OFF = (Outcome.POSTPONED, Outcome.REFERRED)


def is_subsidiary(ballot: Ballot) -> bool:
    """Whether a vote is on an amendment or on procedure, and does not end the item for this session."""
    about = ballot.about
    if about is None or ballot.items or ballot.status is None:
        return False
    if is_procedural(about):
        return ended(about, ballot.status).outcome not in PUT_OFF
    return is_amendment(about)


def ended(about: str, voted: Status) -> Status:
    """What a motion on procedure does: a carried one puts the matter off, or refers it, if that was its aim."""
    if voted.outcome is not Outcome.ADOPTED:
        return voted
    aim = status(about)
    return aim if aim is not None and aim.outcome in PUT_OFF else voted


def vote(draft: Draft, item: str, ballot: Ballot) -> SubsidiaryVote:
    """The vote as a value."""
    return SubsidiaryVote(
        about=ballot.about or "",
        words=plain(ballot.passage.text),
        evidence=(evidence(ballot.passage, "resolutions.subsidiary", 0.95),),
        item=item,
        outcome=ballot.status.outcome if ballot.status else None,
        method=ballot.method,
        votes=ballot.votes,
        papers=_papers(draft, ballot.about or ""),
    )


def _papers(draft: Draft, about: str) -> tuple[str, ...]:
    """The paper of an amendment, where one alone is by the movers that the vote names."""
    amending = {fact.paper for fact in draft.paper_facts if fact.kind is PaperKind.AMENDMENT}
    named = {
        fact.paper
        for fact in draft.paper_facts
        if fact.mover is not None and fact.paper in amending and draft.gazetteer[fact.mover].name in about
    }
    return tuple(named) if len(named) == 1 else ()
