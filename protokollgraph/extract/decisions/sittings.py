"""In which sitting a decision was taken: that of the minutes, or another one of which they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from protokollgraph.extract import acts
from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions import actors, nouns
from protokollgraph.extract.decisions.mentions import ACTORS
from protokollgraph.extract.decisions.story import Story
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.model import Outcome

_SAME_SITTING = re.compile(
    r"\bin\s(?:derselben|der\sselben|gleicher|der\sgleichen|dieser|jener)\sSitzung\b|\bam\s(?:selben|gleichen)\sTage?\b"
    r"|\bebenfalls\sam\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:[Ii]m\sVorjahr|[Dd]amals|[Ss]einerzeit|[Ii]m\sJahre?\s(?:19|20)\d\d"
    r"|[Ii]n\sder\s(?:letzten|vorigen|vergangenen|vorherigen)\s\w*[Ss]itzung|hatten?)\b"
)
_PRONOUN = re.compile(r"(?:Sie|Er|Es|Diese|Dieser|Dieses|Letztere)\s(?:hat|hatte)\b")


@dataclass(frozen=True, slots=True)
class Sitting:
    """The deciding body, the day, and whether it may be another session's."""

    body: str | None
    day: date | None
    other: bool


def is_same(clause: str) -> bool:
    """Whether a clause goes on about the session last told of: "in derselben Sitzung"."""
    return bool(_SAME_SITTING.search(clause))


def of_clause(draft: Draft, unit: Unit, story: Story, clause: tuple[int, int], found: Act) -> Sitting:
    """The sitting that a clause tells of."""
    start, end = clause
    text = unit.passage.text[start:end]
    past = acts.is_past(text) or nouns.begins(text)
    body = _body(draft, unit, story, clause, past=past)
    if body and body != draft.body and found.outcome is Outcome.WITHDRAWN:
        body = None
    if is_same(text) and (story.day or story.body):
        return Sitting(body, story.day, True)
    day = actors.day(unit, start, end, draft.date) if past else None
    if day:
        return Sitting(body, day, day != draft.date or body != draft.body)
    if past and ((body != draft.body and body is not None) or _EARLIER.search(text)):
        return Sitting(body, None, True)
    return Sitting(body, draft.date, False)


def _body(draft: Draft, unit: Unit, story: Story, clause: tuple[int, int], *, past: bool) -> str | None:
    start, end = clause
    text = unit.passage.text[start:end]
    subject = actors.subject(unit, start, end)
    agent = actors.agent(unit, start, end)
    if agent and past:
        return agent.key
    active = not acts.is_passive(text) or re.search(r"\b(?:hat|hatte|haben)\b", text)
    if subject and subject.kind in ACTORS and active:
        return subject.key
    if past and (place := actors.place_of_action(unit, start, end)):
        return place.key
    if is_same(text) and story.body:
        return story.body
    if past and _PRONOUN.match(text) and (last := actors.last_actor(unit, start)):
        return last
    return draft.body
