"""A decision put together: act, votes, motion, sitting, subject, addressee."""

from __future__ import annotations

import re
from dataclasses import replace

from protokollgraph.extract import acts, votes
from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions import addressees, elected, sittings, subjects
from protokollgraph.extract.decisions.mentions import keys, within
from protokollgraph.extract.decisions.sittings import Sitting
from protokollgraph.extract.decisions.story import Motion, Story
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.model import Decision, DecisionKind, EntityKind, Outcome

_MOVED = re.compile(
    r"^(?:(?:Der|Dieser|Ihr|Sein|Dem)\s(?:\w+)?(?:[Aa]ntrag|[Vv]orschlag)\b(?!,)|[Dd]er\sÄnderungsantrag\b)"
)
_RECOMMENDING = re.compile(r"\bempfehl|Empfehlung")


def decision(
    draft: Draft,
    unit: Unit,
    story: Story,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    found: Act,
    sitting: Sitting | None = None,
) -> Decision:
    """The decision of a clause; the motion and the vote that the story holds for it are taken from there."""
    sitting = sitting or sittings.of_clause(draft, unit, story, clause, found)
    text = unit.passage.text[sentence[0] : sentence[1]]
    figures, method = votes.count(text), votes.method(text)
    motion = _motion(unit, story, text, found)
    found = _put_off(found, motion)
    kind = _kind(found, text, motion)
    start = motion.start if motion and motion.unit is unit else sentence[0]
    words = plain(unit.passage.text[start : sentence[1]])
    places = [evidence(unit.passage, f"decisions.{found.kind.value}", 0.9, start=start, end=sentence[1])]
    moved = keys(within(motion.unit, motion.start, motion.end, EntityKind.PROJECT)) if motion else ()
    topic = motion.words if motion else None
    concerns = moved or subjects.concerns(draft, unit, story, clause, sentence, found, topic)
    if story.vote and not figures:
        told, story.vote = story.vote, None
        figures, method = told.votes, method or told.method
        places.append(told.evidence)
        words = f"{told.words} {words}"
    if kind is DecisionKind.ELECTION:
        elected.take_office(draft, unit, clause, sitting.body)
    outside = sitting.other and (sitting.body != draft.body or sitting.day != draft.date)
    if outside:
        story.body, story.day = sitting.body, sitting.day
    return Decision(
        kind=kind,
        words=words,
        evidence=tuple(places),
        item=unit.item,
        label=story.label,
        outcome=found.outcome,
        method=votes.concluded(method, figures),
        votes=figures,
        date=sitting.day,
        body=None if found.outcome is Outcome.WITHDRAWN else sitting.body,
        concerns=concerns,
        addressee=addressees.addressee(draft, unit, clause, kind, sitting.body),
        reported=outside,
    )


def _motion(unit: Unit, story: Story, sentence: str, found: Act) -> Motion | None:
    """The motion that a sentence decides on, which is thereby settled."""
    motion = story.motion
    if motion is None or motion.unit.item != unit.item:
        return None
    if not _MOVED.match(sentence) and found.outcome is not Outcome.WITHDRAWN:
        return None
    story.motion = None
    return motion


def _put_off(found: Act, motion: Motion | None) -> Act:
    """A carried motion to put the matter off, or to refer it, does that."""
    aim = acts.put_off(motion.words) if motion and found.outcome is Outcome.ADOPTED else None
    return replace(found, kind=aim[0], outcome=aim[1]) if aim else found


def _kind(found: Act, sentence: str, motion: Motion | None) -> DecisionKind:
    """The kind of the act; of a motion withdrawn or left open, the kind of what it asked for."""
    if found.outcome is Outcome.WITHDRAWN:
        if _RECOMMENDING.search(sentence) or (motion and _RECOMMENDING.search(motion.words)):
            return DecisionKind.RECOMMENDATION
        return DecisionKind.CONFIRMATION if re.search(r"Bestätigung", sentence) else DecisionKind.APPROVAL
    if found.outcome is Outcome.OPEN:
        return DecisionKind.RECOMMENDATION if re.search(r"Empfehlung|Votum", sentence) else DecisionKind.APPROVAL
    return found.kind
