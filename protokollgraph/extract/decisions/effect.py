"""Whether an act takes effect: who or what performs it, and whether it is one that somebody can decide on."""

from __future__ import annotations

import re
from datetime import date

from protokollgraph.extract import acts, dates, votes
from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions import sittings
from protokollgraph.extract.decisions.actors import agent, day, subject
from protokollgraph.extract.decisions.mentions import ACTORS, DOERS, within
from protokollgraph.extract.decisions.story import Story
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.model import DecisionKind, EntityKind, Outcome, Votes

_OWN_BODY = re.compile(
    r"\b(?:[Dd]ie|[Dd]en|[Aa]lle)\s(?:\w+\s)?"
    r"(?:Mitglieder|Werkstattmitglieder|Anwesenden|Teilnehmenden|Ausschussmitglieder|Stimmberechtigten)\b"
    r"|\b[Dd](?:as|ie|er)\s(?:Gremium|Werkstatt(?!\s\d)|Ausschuss|\w*[Vv]ersammlung|Runde|Beirat|Gruppe|Plenum|Vorstand|Präsidium|Kuratorium)\b"
    r"|\b[Ee]s\s(?:wird|wurde)\b"
)
_SOMEBODY = re.compile(r"(?:Herr|Frau|Ein(?:e)?\s(?:Einwohner|Bürger|Mitglied))\b")
_ASKED = re.compile(r"(?:Auf|Nach|Zur)\s(?:Nachfrage|Frage|Rückfrage|Bitte|Hinweis)\b")
_APPOINTMENT = re.compile(
    r"\b(?:Frist|Termin|Beginn|Baubeginn|Fertigstellung|Veranstaltung|Konferenz|Feier|Einweihung)\b"
)
_RECEIPT = re.compile(r"\b(?:Eingang|Erhalt|Empfang|Teilnahme|Termin)\b")
_SOMEWHERE = re.compile(
    r"\b(?:an|in)\s(?:die|den|das)\s(?:\w+\s)?(?:\w*(?:[Aa]usschuss|[Ww]erkstatt|[Bb]eirat|[Vv]erwaltung|[Gg]remium"
    r"|[Kk]ommission|[Vv]orstand|[Kk]reis|[Vv]ertretung|[Vv]ersammlung|[Gg]ruppe|Fraktionen)|Ausschüsse|Werkstätten)\b|\bzurück"
)
_TO = re.compile(r"\b(?:an|in)\s(?:die\s|den\s|das\s)?(?:\w+\s)?$")
_ELECTS = re.compile(r"\b(?:wieder)?gewählt\b|\bwähl(?:t|en|te|ten)\b|\bWahl\b")
_PRONOUN = re.compile(r"(?:Sie|Er|Es|Diese|Dieser|Dieses|Letztere)\s(?!wird\b|wurde\b|[A-ZÄÖÜ„])")
_UNKNOWN_AGENT = re.compile(
    r"\b(?:von|durch)\s(?:den|die|vielen|einigen|mehreren)\s"
    r"(?!\w*(?:[Mm]itglieder|Anwesenden|Stimmberechtigten))[A-ZÄÖÜ]\w+(?:n|en|er)\b"
)
_BY_ORGANISATIONS = (
    DecisionKind.APPROVAL,
    DecisionKind.CONFIRMATION,
    DecisionKind.REJECTION,
    DecisionKind.RECOMMENDATION,
    DecisionKind.REFERRAL,
    DecisionKind.POSTPONEMENT,
)


def takes_effect(draft: Draft, unit: Unit, story: Story, span: tuple[int, int], found: Act, *, framed: bool) -> bool:
    """A person does not decide; an organisation that is no body decides only where it is reported to have done so."""
    start, end = span
    clause = unit.passage.text[start:end]
    if framed and not acts.is_past(clause) and not day(unit, start, end, draft.date):
        return False
    who = _actor(unit, start, end, found)
    passive = acts.is_passive(clause)
    if who and who.kind is EntityKind.PERSON:
        return _is_done_to(unit, start, end, found)
    if who and who.kind is EntityKind.BODY and draft.gazetteer[who.key].is_group:
        return found.outcome is Outcome.WITHDRAWN
    if _SOMEBODY.match(clause) and not passive:
        return False
    if _ASKED.match(clause) and not framed:
        return False
    if who and who.kind is EntityKind.ORGANISATION and not passive:
        return _organisation_acts(unit, start, end, found)
    if found.kind is DecisionKind.ELECTION:
        return _elects(unit, start, end)
    if _is_no_decision(clause, found, draft.date):
        return False
    if who and who.key != draft.body and not acts.is_past(clause) and not passive:
        return False
    if found.kind is DecisionKind.REFERRAL and not story.labelled and not _refers_to_somebody(unit, start, end):
        return False
    if (who and who.kind is EntityKind.BODY) or agent(unit, start, end):
        return True
    if found.outcome in (Outcome.WITHDRAWN, Outcome.OPEN):
        return True
    return not framed and (story.labelled or _nobody_named(unit, start, end, found))


def _actor(unit: Unit, start: int, end: int, found: Act) -> Mention | None:
    """The subject; a person in front of a note without a verb is none: "Herr X, Antrag bestätigt"."""
    who = subject(unit, start, end)
    text = unit.passage.text
    if (
        who
        and who.kind is EntityKind.PERSON
        and acts.is_note(text[start:end])
        and "," in text[who.end : start + found.start]
    ):
        return None
    return who


def _is_done_to(unit: Unit, start: int, end: int, found: Act) -> bool:
    """Whether a person as the subject withdraws something, is elected, or is given something to do."""
    if found.outcome is Outcome.WITHDRAWN:
        return True
    passive = acts.is_passive(unit.passage.text[start:end])
    if found.kind is DecisionKind.ELECTION:
        return passive and _elects(unit, start, end)
    return passive and found.kind is DecisionKind.ASSIGNMENT


def _organisation_acts(unit: Unit, start: int, end: int, found: Act) -> bool:
    """An organisation that is no body decides where it is reported to have done so, on something that is decided on."""
    clause = unit.passage.text[start:end]
    if found.outcome is Outcome.WITHDRAWN:
        return True
    return (
        acts.is_past(clause)
        and found.kind in _BY_ORGANISATIONS
        and not _RECEIPT.search(clause)
        and (found.kind is not DecisionKind.CONFIRMATION or _about_decidable(unit, start, end))
    )


def _is_no_decision(clause: str, found: Act, meeting: date | None) -> bool:
    """Whether something is only announced for a day to come, or an appointment put off."""
    if found.kind in (DecisionKind.APPROVAL, DecisionKind.CONFIRMATION):
        return not acts.is_past(clause) and _to_come(clause[: found.end], meeting)
    return found.kind is DecisionKind.POSTPONEMENT and bool(_APPOINTMENT.search(clause[: found.start]))


def _to_come(clause: str, meeting: date | None) -> bool:
    """Whether something will happen on a day and is no act of today: "wird am 14.03. freigegeben"."""
    return meeting is not None and any(
        d.value and d.value > meeting and re.search(r"\b[Aa]m\s(?:\w+,?\s(?:dem\s)?)?$", clause[: d.start])
        for d in dates.find(clause, None)
    )


def _refers_to_somebody(unit: Unit, start: int, end: int) -> bool:
    """Whether a referral names who gets the matter; "auf die Richtlinie wird verwiesen" refers to a text."""
    text = unit.passage.text
    return bool(_SOMEWHERE.search(text[start:end])) or any(
        _TO.search(text[start : m.start]) for m in within(unit, start, end, *ACTORS)
    )


def _elects(unit: Unit, start: int, end: int) -> bool:
    clause = unit.passage.text[start:end]
    if not (within(unit, start, end, EntityKind.PERSON) or re.search(r"\bWahl\b", clause)):
        return False
    return bool(_ELECTS.search(clause) or acts.offices().search(clause))


def _about_decidable(unit: Unit, start: int, end: int) -> bool:
    """Whether a clause is about something that bodies decide on."""
    clause = unit.passage.text[start:end]
    named = within(unit, start, end, EntityKind.PROJECT, EntityKind.PAPER)
    return bool(named) or "„" in clause or bool(acts.decidable().search(clause))


def _nobody_named(unit: Unit, start: int, end: int, found: Act) -> bool:
    """Without a body that acts: "die Mitglieder" do, or something that is decided on has it done to it."""
    clause = unit.passage.text[start:end]
    if _PRONOUN.match(clause):
        before = [m for m in unit.mentions if m.end <= start and m.kind in DOERS]
        return (bool(before) and before[-1].kind is EntityKind.BODY) or sittings.is_same(clause)
    passive = acts.is_passive(clause)
    if acts.carries(clause) or (_own_body_acts(clause) and (not passive or acts.is_perfect(clause))):
        return True
    if found.kind is not DecisionKind.ASSIGNMENT and (votes.count(clause) != Votes() or votes.method(clause)):
        return True
    if re.match(r"Es\s(?:wird|wurde)\b[^,;]*\bbeschlossen\b", clause) or sittings.is_same(clause):
        return True
    if not passive or _UNKNOWN_AGENT.search(clause):
        return False
    if found.kind is DecisionKind.REFERRAL and within(unit, start, end, EntityKind.BODY):
        return True
    if found.kind is DecisionKind.ASSIGNMENT:
        return "beauftragt" in clause or bool(within(unit, start, end, *DOERS))
    return _about_decidable(unit, start, end)


def _own_body_acts(clause: str) -> bool:
    return bool(_OWN_BODY.search(clause)) and not re.match(r"Es\s", clause)
