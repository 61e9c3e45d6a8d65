"""To whom a decision goes: who is recommended something, gets a matter, or has to do something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract import attendance
from protokollgraph.extract.decisions.mentions import ACTORS, DOERS, within
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.model import DecisionKind, EntityKind

_RECOMMENDS = re.compile(r"\bempf(?:iehlt|ehlen|ahl|ahlen)\b[^,;]{0,70}\s(?:der|dem)\s(?:\w+en\s)?$")
_RECOMMENDS_TO = re.compile(r"\bempf(?:iehlt|ehlen|ahl)\s(?:der|dem|den)\s(?:\w+en\s)?$|\bgegenüber\s(?:der|dem)\s$")
_IS_TO = re.compile(r"\b(?:wird|werden|wurde|wurden)\s(?:der|dem)\s(?:\w+en\s)?$")
_IS_RECOMMENDED = re.compile(r"\b(?:wird|werden|wurde|wurden)\b.*\bempfohlen\b")
_PROJECT_TO = re.compile(r"\b(?:Projekt|Vorhaben)\s(?:der|dem)\s$")
_PASSED_ON_TO = re.compile(
    r"\b(?:Weiterleitung|weiterzuleiten|Empfehlung|Vorlage|Weitergabe|Übergabe|Votum)\b[^;]*"
    r"\ban\s(?:die|den|das)?\s?(?:\w+\s)?$"
)
_DATIVE = re.compile(r"\s(?:der|dem)\s(?:\w+en\s)?")
_ANY_TO = re.compile(r"\b(?:an|in)\s(?:die|den|das)\s(?:\w+\s)?$|\bbei(?:m)?\s(?:der\s|dem\s)?$")
_TO = re.compile(r"\b(?:an|in)\s(?:die|den|das)?\s?$")
_REFERS = re.compile(
    r"\b(?:weiter|zurück|verwiesen|überwiesen|verweist|überweist|vergeben|weitergeleitet|Weiterleitung|abgegeben|leitet"
    r"|Überweisung|Verweisung)\b"
)
_ASSIGNS = re.compile(
    r"\b(?:beauftrag(?:t|en|te|ten)|ersuch(?:t|en)|ermächtigt)\s(?:den|die|das)?\s?$"
    r"|\b(?:wird|werden|wurden?)\s(?:der|die|das)?\s?$"
)
_ADMINISTRATION = re.compile(r"\b(?:[Dd]ie|[Dd]er)\s(?:\w+)?[Vv]erwaltung\b")


def addressee(draft: Draft, unit: Unit, clause: tuple[int, int], kind: DecisionKind, body: str | None) -> str | None:
    """To whom a decision of the body goes."""
    start, end = clause
    inside = [m for m in within(unit, start, end, *DOERS) if m.key != body]
    actors = [m for m in inside if m.kind in ACTORS]
    if kind is DecisionKind.RECOMMENDATION:
        return _of_recommendation(unit, start, end, actors)
    if kind is DecisionKind.APPROVAL:
        return _referred_to(unit, start, end, actors)
    if kind is DecisionKind.REFERRAL:
        text = unit.passage.text
        plainly = (m.key for m in actors if _TO.search(text[start : m.start]))
        return _referred_to(unit, start, end, actors) or next(plainly, None)
    if kind is DecisionKind.ASSIGNMENT:
        return _of_assignment(draft, unit, start, end, inside)
    return None


def _of_recommendation(unit: Unit, start: int, end: int, actors: Sequence[Mention]) -> str | None:
    text = unit.passage.text
    for mention in actors:
        before = text[start : mention.start]
        if (_RECOMMENDS.search(before) and _behind_subject(unit, start, mention)) or _RECOMMENDS_TO.search(before):
            return mention.key
    for mention in actors:
        before, after = text[start : mention.start], text[mention.end : end]
        if _IS_TO.search(before) or (re.fullmatch(r"(?:Dem|Der)\s", before) and _IS_RECOMMENDED.search(after)):
            return mention.key
        bound = r"\bzu\sempfehlen\b" if mention.kind is EntityKind.ORGANISATION else r"\b(?:zu\sempfehlen|empfohlen)\b"
        if _PROJECT_TO.search(before) and re.search(bound, after):
            return mention.key
    return next((m.key for m in actors if _PASSED_ON_TO.search(text[start : m.start])), None)


def _behind_subject(unit: Unit, start: int, mention: Mention) -> bool:
    """Whether an actor stands right behind the verb's subject: "empfahl der Arbeitskreis dem Ministerium"."""
    before = [m for m in within(unit, start, mention.start, *ACTORS) if m.end <= mention.start]
    return bool(before) and _DATIVE.fullmatch(unit.passage.text[before[-1].end : mention.start]) is not None


def _referred_to(unit: Unit, start: int, end: int, actors: Sequence[Mention]) -> str | None:
    text = unit.passage.text
    if not _REFERS.search(text[start:end]):
        return None
    return next((m.key for m in reversed(actors) if _ANY_TO.search(text[start : m.start])), None)


def _of_assignment(draft: Draft, unit: Unit, start: int, end: int, doers: Sequence[Mention]) -> str | None:
    text = unit.passage.text
    for mention in doers:
        before, after = text[start : mention.start], text[mention.end : end]
        if (
            _ASSIGNS.search(before)
            or re.match(r"\s(?:wird|werden)\b", after)
            or (mention.kind is EntityKind.PERSON and re.search(r"beauftragt\s$", before))
        ):
            return mention.key
    return attendance.administration(draft) if _ADMINISTRATION.search(text[start:end]) else None
