"""The words for what is decided on: the name of a project not known before, or a topic."""

from __future__ import annotations

import re

from protokollgraph.extract.acts import Act
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.model import DecisionKind, EntityKind

_NAME = (
    r"(?P<name>[A-ZÄÖÜ][\w-]{4,}"
    r"(?:\s(?:(?:der|des|im|in|am|für|zum|zur)\s)?(?:[A-ZÄÖÜ][\w-]+|\d{4})){0,5})"
)
_OBJECT_FIRST = re.compile(rf"^(?:Die|Der|Das|Den)\s{_NAME}\s(?:hat|hatte|haben|wird|wurde)\b")
_OBJECT_LATER = re.compile(
    rf"\b(?:hat|hatte|haben|empfiehlt|bestätigt)\b[^.;]*?\b(?:den|die|das)\s{_NAME}"
    r"(?=\s(?:unter|zur|einstimmig|mehrheitlich|konsensual|im\sKonsens|abgelehnt|empfohlen|bestätigt|befürwortet"
    r"|zurückgestellt|bewilligt|mit)\b)"
)
_COMMON = re.compile(
    r"(?:[\w-]*(?:projekt|vorhaben|antrag|vorlage|änderung|weiterleitung|bericht|protokoll|niederschrift|tagesordnung"
    r"|förderung|empfehlung|beschluss|entscheidung|konzept|umlage|satzung|haushalt|mittel|präsentation|information"
    r"|mitteilung|ausführung|sachstand|maßnahme|werkstatt|sitzung|verwaltung|stellungnahme|liste|übersicht|termin"
    r"|fassung|anregung|variante|bereitstellung|finanz|plan|richtlinie|strategie|frist|aufgabe|skizze|unterlage"
    r"|geschäftsordnung|ergänzung|verfahren|stand|mitglied|bestätigung|umbenennung)\w*)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:Der|Die|Das|Dem|Den|Zum|Zur)\s(?P<np>[^,;]{3,110}?)\s"
    r"(?:wird|werden|wurde|wurden|gilt|gelten|ist|sind)\b"
)
_ACTIVE = re.compile(
    r"\b(?:nimmt|nehmen|beschließt|beschlossen|hat|haben|stimmt|lehnt|genehmigt|billigt|bewilligt)\b,?\s"
    r"(?P<rest>.{3,160})$"
)
_NO_OBJECT = re.compile(
    r"\b(?:mit\s[\d:]+\s(?:Ja|Stimm|Gegen).*$|bei\s\w+\s(?:Ja|Nein|Gegen|Enthalt|Stimm).*$|einstimmig|mehrheitlich|konsensual|im\sKonsens|einvernehmlich|zustimmend|zur\sKenntnis"
    r"|am\s[\d.]+(?:\s\w+)?(?:\s\d{4})?|mit\sSchreiben\svom\s[\d.]+"
    r"|zugestimmt|beschlossen|abgelehnt|bewilligt|genehmigt|bestätigt|empfohlen|zurückgezogen|zurückgestellt|vertagt"
    r"|verschoben|(?:zurück)?(?:ver|über)wiesen|angenommen|verworfen)\b"
)
_NAMES_PROJECTS = (
    DecisionKind.RECOMMENDATION,
    DecisionKind.REJECTION,
    DecisionKind.CONFIRMATION,
    DecisionKind.POSTPONEMENT,
)


def new_project(draft: Draft, unit: Unit, start: int, end: int, found: Act) -> str | None:
    """A proper name that a Werkstatt, the IMAG … recommends, confirms or rejects is a project, quoted or not."""
    if found.kind not in _NAMES_PROJECTS:
        return None
    text = unit.passage.text[start:end]
    for pattern in (_OBJECT_FIRST, _OBJECT_LATER):
        match = pattern.search(text)
        if not match or not _is_proper(draft, match["name"]):
            continue
        a, b = start + match.start("name"), start + match.end("name")
        if any(m.start < b and a < m.end for m in unit.mentions):
            continue
        key = draft.gazetteer.thing(EntityKind.PROJECT, match["name"])
        draft.gazetteer.mention(key, evidence(unit.passage, "decisions.object", 0.75, start=a, end=b))
        return key
    return None


def _is_proper(draft: Draft, name: str) -> bool:
    """Whether a name has several words, is not known, and begins with no common noun."""
    first, *others = name.split(" ")
    return bool(others) and not _COMMON.match(first) and not draft.gazetteer.named(name)


def words(clause: str) -> str | None:
    """The words for what is decided on: the subject of a passive sentence, the object of an active one."""
    bare = re.sub(r"\s*\([^()]*\)", "", clause).strip(" .")
    passive = _PASSIVE.match(bare)
    if passive:
        return passive["np"]
    active = _ACTIVE.search(bare)
    if not active:
        return None
    rest = _NO_OBJECT.sub(" ", active["rest"])
    rest = re.sub(r"\s+(?:zu|ab)\s*$", "", rest)
    rest = re.sub(r"^\s*(?:die|der|das|den|dem|einen|eine)\s", "", " ".join(rest.split()))
    return (rest[:140].strip(" ,.") or None) if re.match(r"[A-ZÄÖÜ„\d]", rest) else None
