"""Votes that stand in a sentence of their own, before or behind the decision that they are about."""

from __future__ import annotations

import re
from dataclasses import replace

from protokollgraph.extract import acts, votes
from protokollgraph.extract.decisions.story import Story, ToldVote
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.model import Decision, DecisionKind, Outcome, Votes

_LONGEST = 160
_RESULT = re.compile(r"\b(?:angenommen|zugestimmt|beschlossen|abgelehnt|Annahme|Zustimmung|Ablehnung)\b")
_TOLD_FIRST = re.compile(
    r"(?:Für|Gegen)\b[^,;]*\bstimm(?:t|en|te|ten)\b|(?:Die\s)?Abstimmung\s(?:über|zu)\b"
    r"|(?:Über|Zu|Zum|Zur)\b.*\bbesteht\b.*\b(?:Konsens|Einvernehmen|Einigkeit)\b"
)
_BEGINS_AS_VOTE = re.compile(
    r"\(|(?:Abst|Einst|einst|Mehrh|mehrh|Ja\b|Nein\b|\d+\s(?:Ja|Stimm)|Im\sKonsens|Konsens|[Ee]invernehml|Stimm"
    r"|Angenommen|Abgelehnt|Ohne\sGegen|Die\sAbstimmung|Ergebnis)"
)


def decides(text: str) -> bool:
    """Whether words behind "Abstimmung:" are an act of their own and not just how the vote went."""
    found = acts.act(text, labelled=True)
    return found is not None and not _RESULT.search(found.words)


def is_only_a_vote(text: str) -> bool:
    """Whether a sentence only says how a vote went: "(8 Ja, 0 Nein)", "Angenommen bei zwei Gegenstimmen"."""
    if not votes.count(text) and votes.method(text) is None:
        return False
    return bool(_BEGINS_AS_VOTE.match(text)) and len(text) < _LONGEST


def is_voted(decision: Decision) -> bool:
    """Whether a decision tells of a vote."""
    return decision.votes != Votes() or decision.method is not None


def told_first(unit: Unit, start: int, end: int) -> ToldVote | None:
    """A vote on something whose decision the next sentence tells."""
    text = unit.passage.text[start:end]
    if not _TOLD_FIRST.match(text):
        return None
    figures, method = votes.count(text), votes.method(text)
    if not figures and not method:
        return None
    return ToldVote(figures, method, evidence(unit.passage, "decisions.vote", 0.95, start=start, end=end), plain(text))


def attach(draft: Draft, unit: Unit, story: Story, start: int, end: int) -> None:
    """Add a vote to the decisions before it."""
    text = unit.passage.text[start:end]
    figures, method = votes.count(text), votes.method(text)
    where = evidence(unit.passage, "decisions.vote", 0.95, start=start, end=end)
    for index in story.group:
        known = draft.decisions[index]
        merged = _merged(figures, known.votes) if not _on_the_motion(known, figures) else known.votes
        outcome = known.outcome
        if (
            re.search(r"\babgelehnt\b|\bAblehnung\b", text)
            and known.kind is not DecisionKind.REJECTION
            and outcome is Outcome.ADOPTED
        ):
            outcome = Outcome.REJECTED
        draft.decisions[index] = replace(
            known,
            votes=merged,
            method=votes.concluded(method or votes.method(known.words), merged),
            outcome=outcome,
            kind=DecisionKind.REJECTION if outcome is Outcome.REJECTED else known.kind,
            words=f"{known.words} {text}",
            evidence=(*known.evidence, where),
        )


def _on_the_motion(decision: Decision, figures: Votes) -> bool:
    """Whether more voted for a rejection than against it: they count the motion, not the matter."""
    if decision.kind is not DecisionKind.REJECTION or figures.favor is None:
        return False
    return figures.favor > (figures.against or 0)


def _merged(new: Votes, old: Votes) -> Votes:
    """Each figure as told last."""
    return Votes(
        old.favor if new.favor is None else new.favor,
        old.against if new.against is None else new.against,
        old.abstention if new.abstention is None else new.abstention,
    )
