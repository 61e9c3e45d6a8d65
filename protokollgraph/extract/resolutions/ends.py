"""How an item ended: what the record of the vote says of the printed decision, or the decision's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protokollgraph.extract import acts, sentences
from protokollgraph.extract.acts import Act
from protokollgraph.extract.passage import Passage, plain
from protokollgraph.extract.resolutions.ballots import Ballot
from protokollgraph.extract.resolutions.status import LONGEST, Status, is_part, status
from protokollgraph.extract.segment import Block
from protokollgraph.model import DecisionKind, Outcome

PUT_OFF = (Outcome.POSTPONED, Outcome.REFERRED)
REJECTED = Status(Outcome.REJECTED, DecisionKind.REJECTION)
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+")
_NO_STATUS = re.compile(
    r"(?i)\bja\b|\bnein|\bstimmen|-stimmen|einstimm|mehrheit|enthalt"
    r"|\b(?:nimmt|nehmen|stimmt|beschließt|beschließen|empfiehlt|wählt|beauftragt|genehmigt|bewilligt|wird|werden|soll)\b"
)
"""The figures of a vote, or a sentence with a verb: no mere word for the outcome."""


def short_status(text: str) -> Status | None:
    """The outcome that a short value states; a sentence with a body that acts is none."""
    if len(text) > LONGEST or _NO_STATUS.search(text):
        return None
    return status(text) if len(sentences.split(text)) <= 1 and not acts.is_past(text) else None


@dataclass(frozen=True, slots=True)
class Text:
    """What is printed as the decision."""

    passages: tuple[Passage, ...]
    part: str
    act: Act | None
    """The act of its first sentence."""
    status: Status | None
    """The outcome, if the text is a word for it and no more."""

    @property
    def words(self) -> str:
        return plain(" ".join(passage.text for passage in self.passages))


def text_of(blocks: Sequence[Block]) -> Text | None:
    if not blocks:
        return None
    passages = tuple(block.value.squeeze() for block in blocks)
    first = passages[0].text
    number = _NUMBER.match(first)
    first = first[number.end() :] if number else first
    short = short_status(first) if len(passages) == 1 else None
    ends = sentences.split(first)
    act = acts.act(first[: ends[0][1]] if ends else first, labelled=True)
    return Text(passages, blocks[0].part or "", act, short)


def text_recommends(text: Text | None) -> bool:
    """Whether the printed decision recommends something to somebody."""
    return text is not None and text.act is not None and text.act.kind is DecisionKind.RECOMMENDATION


def ended(text: Text | None, own: Ballot | None, others: Sequence[Ballot]) -> Status | None:
    """How the item ended.

    The record of the vote says whether the matter was carried; what the matter was (to note, to refer, to put off, to
    recommend) says the decision's text. Without a vote, a word for the outcome in place of the text counts, or what the
    text itself says was decided.
    """
    voted = own.status if own else None
    if voted is not None and voted.outcome is Outcome.ADOPTED:
        return carried(text, voted)
    if voted is not None and voted.outcome is not None:
        return voted
    told = by_figures(own) if own is not None and voted is None else None
    if text is not None and text.status is not None and text.status.outcome is not None:
        rejected = text.status.outcome is Outcome.ADOPTED and told is Outcome.REJECTED
        return REJECTED if rejected else text.status
    if any(is_part(ballot.about or "") for ballot in others):
        return None
    if text is not None and text.act is not None and text.act.outcome in (Outcome.NOTED, Outcome.WITHDRAWN, *PUT_OFF):
        return Status(text.act.outcome, text.act.kind)
    if voted is not None:
        return None
    if own is not None and not own.is_silent:
        return _concluded(text, told)
    return None if others else _unvoted(text)


def _concluded(text: Text | None, told: Outcome | None) -> Status | None:
    """How an item ended of which the figures alone tell."""
    if told is None:
        return None
    if text is None:
        return REJECTED if told is Outcome.REJECTED else Status(Outcome.ADOPTED, DecisionKind.APPROVAL)
    if text.act is None or (text.act.outcome is Outcome.REJECTED and told is Outcome.REJECTED):
        return None
    return REJECTED if told is Outcome.REJECTED else carried(text, Status(text.act.outcome, text.act.kind))


def _unvoted(text: Text | None) -> Status | None:
    """What a text says was decided, where no vote is recorded: one that is only recommended was not."""
    if text is None or text.act is None or text.part != "decision":
        return None
    return Status(text.act.outcome, text.act.kind)


def carried(text: Text | None, voted: Status) -> Status:
    """What was decided by consenting to a text."""
    if text is None:
        return voted
    if text.part == "recommendation":
        return Status(Outcome.ADOPTED, DecisionKind.RECOMMENDATION)
    if text.status is not None and text.status.outcome in (Outcome.NOTED, *PUT_OFF):
        return text.status
    if text.act is None:
        return voted
    if text.act.outcome in PUT_OFF:
        return Status(text.act.outcome, text.act.kind)
    if text.act.outcome is Outcome.ADOPTED:
        return Status(Outcome.ADOPTED, text.act.kind)
    return voted


def by_figures(ballot: Ballot) -> Outcome | None:
    """Whether more voted for than against. “Einstimmig” or “mehrheitlich” alone tells of what was carried."""
    favor, against = ballot.votes.favor, ballot.votes.against
    if favor is not None:
        return Outcome.ADOPTED if favor > (against or 0) else Outcome.REJECTED if favor < (against or 0) else None
    return Outcome.ADOPTED if not against and (ballot.method is not None or against == 0) else None
