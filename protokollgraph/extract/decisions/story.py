"""What an item has told so far, for what the next sentence leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from protokollgraph.extract.draft import Unit
from protokollgraph.model import Evidence, Method, Votes


@dataclass(frozen=True, slots=True)
class ToldVote:
    """A vote told before the decision that it was about."""

    votes: Votes
    method: Method | None
    evidence: Evidence
    words: str


@dataclass(frozen=True, slots=True)
class Motion:
    """What somebody moved, and the sentence that says so."""

    unit: Unit
    start: int
    end: int
    words: str


@dataclass(slots=True)
class Story:
    """What an item has told so far: decisions to which a vote may still be added, the session last reported of."""

    label: str | None = None
    labelled: bool = False
    group: list[int] = field(default_factory=list)
    """Places in the draft's decisions that the next vote belongs to."""
    body: str | None = None
    day: date | None = None
    project: str | None = None
    vote: ToldVote | None = None
    motion: Motion | None = None
