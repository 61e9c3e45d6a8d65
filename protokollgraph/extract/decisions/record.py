"""The story of an item, sentence by sentence: labels, decisions, the votes on them, motions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import acts, sentences
from protokollgraph.extract.decisions import ballots, performed
from protokollgraph.extract.decisions.actors import subject
from protokollgraph.extract.decisions.story import Motion, Story
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.model import Decision, EntityKind, Outcome, SubsidiaryVote

_RESUMES = re.compile(r"(?:sie|er|es|diese[rs]?|damit|somit)\s")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+")
_MOTION = re.compile(
    r"\b(?:beantrag(?:t|en|te)|stell(?:t|en|te)\s(?:den|einen)\s(?:\w+\s)?Antrag|schlägt\svor|Antrag\sde[rs]\s[^,]+)\b"
    r",?\s*(?P<motion>.*)$",
    re.DOTALL,
)
_INTRODUCTION = 60
_QUOTATION = re.compile(r"„[^„“”]*[“”]")
_DECIDES = re.compile(r"\b(?:[Bb]eschl(?:uss|üsse|ieß\w*|oss\w*)|\w*[Ee]mpf(?:iehlt|ehlung|ohlen)|Wortlaut)\b")
_ON_BEHALF = re.compile(r"^(?:namens|im\sNamen|für)\s[^,]+,\s")


def read(draft: Draft) -> None:
    """Record the decisions of all treatments whose result is not labelled."""
    story, item = Story(), None
    proposed: set[int] = set()
    """Places of what is only proposed as long as nobody votes on it."""
    for unit in draft.units:
        if unit.item is None or unit.title or unit.item in draft.recorded:
            continue
        if unit.item != item:
            story, item = Story(), unit.item
        before = len(draft.decisions)
        _unit(draft, unit, story)
        if unit.part == "proposal" or acts.proposed().match(unit.passage.text):
            proposed.update(range(before, len(draft.decisions)))
    draft.decisions[:] = [
        decision for at, decision in enumerate(draft.decisions) if at not in proposed or ballots.is_voted(decision)
    ]


def _unit(draft: Draft, unit: Unit, story: Story) -> None:
    text = unit.passage.text
    start = 0
    lead = acts.label().match(text)
    vote = acts.vote_label().match(text)
    if vote and story.group and not ballots.decides(text[vote.end() :]):
        start = _first_sentence_end(text, vote.end())
        ballots.attach(draft, unit, story, 0, start)
        story.labelled = False
    elif lead:
        _begin_labelled(story, lead)
        start = lead.end()
        if not text[start:].strip():
            return
    for a, b in _periods(text[start:], labelled=story.labelled):
        _sentence(draft, unit, story, start + a, start + b)
    story.label, story.labelled = None, False


def _begin_labelled(story: Story, label: re.Match[str]) -> None:
    story.label, story.labelled, story.group = label["number"] or story.label, True, []


def _periods(text: str, *, labelled: bool) -> Iterator[tuple[int, int]]:
    """Sentences outside quotations.

    What resumes the subject of the clause before its semicolon stays with it: "…; sie ist gewählt".
    """
    held: tuple[int, int] | None = None
    for start, end in _unquoted(text, labelled=labelled):
        if held and text[held[1] - 1] == ";" and _RESUMES.match(text, start):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _unquoted(text: str, *, labelled: bool) -> Iterator[tuple[int, int]]:
    """Sentences without those that a longer quotation consists of: the new wording of a statute decides nothing.

    What is quoted behind a label or a word for decisions is their wording.
    """
    quotations = [m.span() for m in _QUOTATION.finditer(text)] if "„" in text and not labelled else []
    for start, end in sentences.split(text):
        for opening, closing in quotations:
            if start < closing and opening < end and not (start <= opening and closing <= end):
                if _DECIDES.search(text, max(0, opening - _INTRODUCTION), opening):
                    continue
                start, end = (start, opening) if start < opening else (closing, end)
        if text[start:end].strip():
            yield start, end


def _first_sentence_end(text: str, start: int) -> int:
    ends = sentences.split(text[start:])
    return start + ends[0][1] if ends else len(text)


def _sentence(draft: Draft, unit: Unit, story: Story, start: int, end: int) -> None:
    text = unit.passage.text[start:end]
    number = _NUMBER.match(text)
    if number:
        start += number.end()
        text = text[number.end() :]
    if story.group and ballots.is_only_a_vote(text) and not (ballots.decides(text) and subject(unit, start, end)):
        ballots.attach(draft, unit, story, start, end)
        return
    inner = acts.label().match(text)
    if inner and inner.end() < len(text):
        _begin_labelled(story, inner)
        start, text = start + inner.end(), text[inner.end() :]
    for decision in () if acts.remark().match(text) else performed.decisions(draft, unit, story, start, end):
        if _is_procedural(decision):
            draft.subsidiary_votes.append(_subsidiary(decision))
            _forget_topics(draft, decision)
            story.group = []
            continue
        if not _goes_on(draft, story, numbered=bool(number)):
            story.group = []
        draft.decisions.append(decision)
        story.group.append(len(draft.decisions) - 1)
    if not story.group:
        story.vote = ballots.told_first(unit, start, end) or story.vote
    story.motion = _motion(unit, start, end) or story.motion


def _is_procedural(decision: Decision) -> bool:
    """Whether a vote only says how the session goes on; what puts the matter off ends it for this session."""
    return decision.outcome in (Outcome.ADOPTED, Outcome.REJECTED) and acts.procedure(decision.words) is not None


def _forget_topics(draft: Draft, decision: Decision) -> None:
    """Take back the topics that only this vote is about: it names itself what it is about."""
    used = {key for each in draft.decisions for key in each.concerns}
    for key in decision.concerns:
        if key not in used and draft.gazetteer[key].kind is EntityKind.TOPIC:
            draft.gazetteer.forget(key)


def _subsidiary(decision: Decision) -> SubsidiaryVote:
    return SubsidiaryVote(
        about=acts.procedure(decision.words) or "",
        words=decision.words,
        evidence=decision.evidence,
        item=decision.item,
        outcome=decision.outcome,
        method=decision.method,
        votes=decision.votes,
    )


def _goes_on(draft: Draft, story: Story, *, numbered: bool) -> bool:
    """Whether a decision belongs with those before it: a further number or the same label."""
    if not story.labelled or not story.group:
        return False
    return numbered or (story.label is not None and draft.decisions[story.group[-1]].label == story.label)


def _motion(unit: Unit, start: int, end: int) -> Motion | None:
    text = unit.passage.text[start:end]
    motion = _MOTION.search(text)
    if motion is None or re.search(r"\bAntrag\b.*\b(?:wird|wurde)\b", text):
        return None
    return Motion(unit, start, end, _ON_BEHALF.sub("", motion["motion"]).strip(" .,"))
