"""The acts of a sentence: none, one, two that are coordinated, or a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import acts
from protokollgraph.extract.decisions import commitments, composition, nouns, sittings
from protokollgraph.extract.decisions.actors import LEAD
from protokollgraph.extract.decisions.effect import takes_effect
from protokollgraph.extract.decisions.mentions import within
from protokollgraph.extract.decisions.story import Story
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.model import Decision, DecisionKind, EntityKind

_FRAME = re.compile(r"^[^;]{0,160}?(?:,\s(?:dass|wonach)\s|:\s(?=[A-ZÄÖÜ]))")
_SUMMARY = re.compile(
    r"(?i)^(?:\w+\svon\s(?:den\s)?\d+\s|Von\s(?:den\s)?\d+)"
    r"|^(?:(?:Insgesamt|Davon|Bisher|Bislang|Seit\s[^,]{3,25}?)\s(?:\w+\s){0,3}?)?(?:(?:rund|über|ca\.|knapp)\s)?"
    r"(?:\d{1,4}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s(?:weitere\s|der\s)?(?:\w+\s)?"
    r"(?:[\w-]*projekte[n]?|Vorhaben|Anträge[n]?|Maßnahmen|Skizzen)\b"
)
_COORDINATED = re.compile(
    r"\s(?:und|sowie)\s(?=(?:lehnt|beauftragt|verweist|vertagt|stellt|nimmt|empfiehlt|bestätigt|stimmt|leitet|wählt"
    r"|befürwortet|lehnte|beauftragte|verwies|vertagte)\b)"
    r"|(?:(?<=ätigt)|(?<=ohlen)|(?<=lehnt)|(?<=immt)|(?<=tagt))\sund\s(?=(?:das|die|den|der)\s)"
)


def decisions(draft: Draft, unit: Unit, story: Story, start: int, end: int) -> Iterator[Decision]:
    """The decisions that a sentence tells."""
    text = unit.passage.text
    clause_start, clause_end, framed = _clause(unit, start, end)
    clause = acts.masked(text[clause_start:clause_end])
    if _SUMMARY.match(clause) or acts.is_conditional(text[start:end]):
        return
    promise = commitments.read(draft, unit, start, end)
    if promise:
        yield promise
        return
    lead = LEAD.match(clause)
    if lead and not framed and acts.act(clause[lead.end() :], labelled=story.labelled):
        clause_start, clause = clause_start + lead.end(), clause[lead.end() :]
    found = acts.act(clause, labelled=story.labelled) or nouns.act(unit, clause_start, clause_end)
    if found is None or not takes_effect(draft, unit, story, (clause_start, clause_end), found, framed=framed):
        return
    border = _second_act(unit, clause_start, clause_end) if not framed else None
    if border is None:
        yield composition.decision(draft, unit, story, (start, end), (clause_start, clause_end), found)
        return
    sitting = sittings.of_clause(draft, unit, story, (clause_start, clause_end), found)
    for part in ((clause_start, border), (border, clause_end)):
        each = acts.act(text[part[0] : part[1]])
        if each:
            yield composition.decision(draft, unit, story, part, part, each, sitting)


def _clause(unit: Unit, start: int, end: int) -> tuple[int, int, bool]:
    """Start and end of the clause that may decide, and whether a person only tells of it: "Frau X sagt, dass …"."""
    sentence = unit.passage.text[start:end]
    speakers = within(unit, start, end, EntityKind.PERSON)
    frame = _FRAME.match(sentence) if speakers else None
    if frame and speakers[0].start < start + frame.end():
        return start + frame.end(), end, True
    a, b = acts.main_clause(sentence)
    return start + a, start + b, False


def _second_act(unit: Unit, start: int, end: int) -> int | None:
    """Where a second act begins that is about something else: "empfiehlt A und lehnt B ab"; None if there is none."""
    text = unit.passage.text
    for match in _COORDINATED.finditer(text, start, end):
        first, second = acts.act(text[start : match.start()]), acts.act(text[match.end() : end])
        if first is None or second is None:
            continue
        before = {m.key for m in within(unit, start, match.start(), EntityKind.PROJECT)}
        behind = {m.key for m in within(unit, match.end(), end, EntityKind.PROJECT)}
        if second.kind is DecisionKind.ASSIGNMENT or (before and behind and not before & behind):
            return match.end()
    return None
