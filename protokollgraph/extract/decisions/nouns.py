"""Acts that are told as nouns: "Bewilligung des Projektes „X“ durch die ILB am 30. August 2024"."""

from __future__ import annotations

import re

from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions.actors import agent, day
from protokollgraph.extract.draft import Unit
from protokollgraph.model import DecisionKind, Outcome

_NOUNS = {
    "Bewilligung": (DecisionKind.APPROVAL, Outcome.ADOPTED),
    "Bestätigung": (DecisionKind.CONFIRMATION, Outcome.ADOPTED),
    "Ablehnung": (DecisionKind.REJECTION, Outcome.REJECTED),
    "Genehmigung": (DecisionKind.APPROVAL, Outcome.ADOPTED),
    "Empfehlung": (DecisionKind.RECOMMENDATION, Outcome.ADOPTED),
    "Zurückstellung": (DecisionKind.POSTPONEMENT, Outcome.POSTPONED),
}
_NOUN = re.compile(rf"^(?P<noun>{'|'.join(_NOUNS)})\s(?:des|der|von)\b")


def begins(clause: str) -> bool:
    """Whether a clause begins with an act as a noun."""
    return bool(_NOUN.match(clause))


def act(unit: Unit, start: int, end: int) -> Act | None:
    """An act as a noun, if it has its agent and its day."""
    match = _NOUN.match(unit.passage.text[start:end])
    if match is None or agent(unit, start, end) is None or day(unit, start, end, None) is None:
        return None
    kind, outcome = _NOUNS[match["noun"]]
    return Act(kind, outcome, match.start(), match.end(), match.group())
