"""Names without quotation marks: capitalised words behind a word for projects, or where only a project can stand."""

from __future__ import annotations

import re

from protokollgraph.extract import hints, organisations
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.projects import programmes, register
from protokollgraph.extract.projects.cues import CUE, NOT_PROJECT, RUNNING_TEXT
from protokollgraph.model import EntityKind

_UNQUOTED = re.compile(
    r"(?<![\w])(?:[\w+]+-)?(?:Projekt(?:e?s)?|[Ii]nvestitionsprojekt(?:e?s)?|Teilprojekt(?:e?s)?|Vorhaben(?:s)?"
    rf"|Pilotprojekt(?:e?s)?)\s*:?\s+(?P<name>[{UPPER}][\w.&+-]*(?:/[{UPPER}][\w-]*)?"
    rf"(?:\s+(?:(?:der|des|für|im|in|am|an|zur|zum|und|&|–)\s+){{0,2}}(?:[{UPPER}][\w./&+-]*|\d{{4}}))*)"
)


_SPONSORS = "Stadt|Gemeinde|Landkreis|Landkreises|Amt|Amtes|IHK|HWK|BTU|Wirtschaftsregion|Hochschule"
_TAIL = re.compile(rf"\s+(?:der|des|für|im|in|am|an|zur|zum|und|&|–|(?:der|des|von)\s+(?:{_SPONSORS}).*)$")
_NAME = (
    rf"(?P<name>[{UPPER}][\w-]{{3,}}(?:/[{UPPER}][\w-]+)?(?:\s"
    r"(?!in\sHöhe|und\s|(?:zur|zum|in|im|für)\s(?:\w+\s)?"
    r"(?:Förderung|Weiterleitung|Beratung|Rahmen|Haushalt|Landesprogramm|Programm|Umsetzung|Aufnahme))"
    rf"(?:(?:der|des|im|in|am|an|für|zum|zur|und|&)\s)?(?:[{UPPER}][\w-]+|\d{{4}})){{0,6}})"
)

_SPONSORED = re.compile(
    rf"(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|{_NAME})\s?\((?=[^()]*\b(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger(?:in)?\s?:?\s)"
)

_FORMERLY = re.compile(
    rf"(?<![\w-]){_NAME}(?:,\s|\s\()(?:ehemals|vormals|früher:?|bisher|ehem\.)\s+"
    rf"(?:„(?P<old_quoted>[^„“”]{{3,100}})[“”]|(?P<old>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{0,4}}))"
)

_MOVED = re.compile(
    rf"\b(?:die|den|das)\s{_NAME}\s(?:\([^()]*\)\s)?(?:[^.;]{{0,60}}\s)?(?:zur\s(?:Förderung|Weiterleitung)\s)?zu\s"
    r"(?:empfehlen|fördern|befürworten)\b"
)

_PENDING = re.compile(
    rf"(?:^|[.;]\s)(?:Zum|Zur|Für\s+(?:das|den|die))\s+(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|{_NAME})\s+"
    r"(?:(?:ist|wurde|wird|liegt|läuft|steht|fehlt)\s)?[^.;]{0,50}\b"
    r"(?:noch\s+kein\w*|(?:Antrag|Förderantrag|Projektantrag)\s(?:\w+\s){0,3}(?:eingegangen|gestellt|eingereicht)"
    r"|läuft\s+die\s+Prüfung)\b"
)

_GRANTED_QUOTE = re.compile(
    r"\b(?:Zuwendung|Förderung|Mittel|Bescheid)\w*\b(?:[^.;]|\d\.){0,70}?\bfür\s(?:das|die|den)\s„"
    r"(?P<quoted>[^„“”]{3,120})[“”]"
    r"|\bfür\s(?:das|die|den)\s„(?P<quoted2>[^„“”]{3,120})[“”](?:[^.;]|\d\.){0,70}?\b(?:Zuwendung|Förderung|Mittel)\w*"
)

_CUE_WORD = hints.bit(["rojekt", "orhaben"])
_BY_FORM = (
    (_SPONSORED, hints.bit(["räger"])),
    (_FORMERLY, hints.bit(["ehem", "vormals", "früher", "bisher"])),
    (_MOVED, hints.bit(["zu empfehlen", "zu fördern", "zu befürworten"])),
    (_PENDING, hints.bit(["noch kein", "ntrag", "Prüfung"])),
    (_GRANTED_QUOTE, hints.bit(["„"])),
)

_COMMON_NOUN = re.compile(
    r"(?:[\w-]*(?:projekt|vorhaben|antrag|maßnahme|verein|verband|stadt|gemeinde|landkreis|mitglied|sitzung|werkstatt"
    r"|werkstätten|programm|bericht|liste|vorlage|förderung|empfehlung|entscheidung|aufnahme|bildung|prüfung|frist"
    r"|kosten|vorschlag|änderung|ergänzung|gelegenheit|beschluss)(?:e?s|en|e|n)?)$",
    re.IGNORECASE,
)

_GRANT = re.compile(
    r"(?:Zuwendung|Zuwendungsbescheid|Förderung|Fördermittel(?:bescheid)?|Förderbescheid|Bewilligung)\s+für\s+"
    rf"(?:den|die|das)\s+(?P<name>(?:{CUE}\s+)?[{UPPER}][\w-]*"
    rf"(?:\s+(?!in\sHöhe)(?:(?:der|des|für|im|in|am|zur|zum|und)\s+)?[{UPPER}][\w-]*){{1,6}})"
    r"(?=\s+(?:in\s+Höhe|mit|über|bewillig|erteil|bestätig|beschlossen|von)|[,.)])"
)

_MILESTONE = re.compile(
    r"(?:Grundsteinlegung|Spatenstich|Inbetriebnahme|Einweihung|Richtfest|Baubeginn|Baustart|Projektstart"
    r"|Bauabschluss)\s+(?:der|des|für\s+(?:die|den|das))\s+"
    rf"(?P<name>[{UPPER}][\w-]+(?:\s+(?:(?:der|des|im|in|am|für)\s+)?[{UPPER}][\w-]+){{1,4}})"
    r"(?=\s+(?:ist|erfolgt|fand|findet|wird|war|soll|am\s\d|steht)|[,.;])"
)

_NO_MOTION = re.compile(
    rf"(?:^|[.;]\s)(?:Zum|Zur|Für\s+(?:das|den|die))\s+(?:{CUE}\s+)?"
    rf"(?P<name>[{UPPER}][\w-]+(?:\s+(?:(?:der|des|im|in|am|für)\s+)?[{UPPER}][\w-]+){{1,4}})\s+"
    r"(?:liegt|liegen|lag|wurde|ist)\s[^.]{0,60}(?:Antrag|Projektskizze|Projektantrag|Unterlagen|Förderantrag)"
)


_BY_GRANT = (
    (_GRANT, hints.bit(["Zuwendung", "Förder", "Bewilligung"])),
    (_MILESTONE, hints.bit(["legung", "stich", "ahme", "weihung", "fest", "beginn", "start", "abschluss"])),
    (_NO_MOTION, hints.bit(["ntrag", "skizze", "nterlagen"])),
)


def behind_cue(draft: Draft, unit: Unit) -> None:
    """“STARK-Projekt Neißeland-Takt”, “Teilprojekt Ladepark”: capitalised words behind the cue."""
    for match in _UNQUOTED.finditer(unit.passage.text) if unit.hints & _CUE_WORD else ():
        name = _TAIL.sub("", match["name"]).rstrip(".,:– ")
        name = _before_organisation(name)
        known = draft.gazetteer.thing_named(EntityKind.PROJECT, name)
        if known is None and (
            (not unit.title and not re.search(r"[\s-]", name)) or RUNNING_TEXT.match(name) or len(name) < 5
        ):
            continue
        if draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY):
            continue
        key = register.add(
            draft,
            unit.passage,
            match.start("name"),
            match.start("name") + len(name),
            name,
            "projects.unquoted",
            confidence=0.85,
        )
        behind = re.match(r"\s?\((?P<short>[^()]{2,14})\)", unit.passage.text[match.start("name") + len(name) :])
        if behind and organisations.is_abbreviation(behind["short"]) and behind["short"] not in programmes.known():
            register.also(draft, key, behind["short"])
        if unit.title:
            register.belongs(draft, unit.item, key)


def _before_organisation(name: str) -> str:
    found = next((f for f in organisations.discover(name) if f.start > 0), None)
    return re.sub(r"\s+(?:der|des|von|im|in|für|und|am|an)$", "", name[: found.start].rstrip()) if found else name


def told_by_form(draft: Draft, unit: Unit) -> None:
    """Names that their surroundings show to be a project: a Träger in brackets, a former name, a motion, a grant."""
    text = unit.passage.text
    for pattern, hint in _BY_FORM:
        for match in pattern.finditer(text) if unit.hints & hint else ():
            groups = match.groupdict()
            group = next(g for g in ("quoted", "quoted2", "name") if groups.get(g))
            name = groups[group]
            if group == "name" and (
                _COMMON_NOUN.match(name.split(" ")[0])
                or register.is_actor(draft, name)
                or (" " not in name and "-" not in name)
                or RUNNING_TEXT.match(name)
            ):
                continue
            if group != "name" and NOT_PROJECT.search(text[: match.start(group) - 1]):
                continue
            key = register.add(
                draft, unit.passage, match.start(group), match.end(group), name, "projects.form", confidence=0.85
            )
            old = groups.get("old_quoted") or groups.get("old")
            if old:
                register.rename(
                    draft, key, old, unit.passage, match.start("old_quoted" if groups.get("old_quoted") else "old")
                )


def behind_grant(draft: Draft, unit: Unit) -> None:
    """“Zuwendung für den Radweg Süd”, “Spatenstich für die Halle Ost”: names behind a grant, a milestone, a motion."""
    passage = unit.passage
    for pattern, hint in _BY_GRANT:
        for match in pattern.finditer(passage.text) if unit.hints & hint else ():
            name = match["name"]
            known = draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY)
            if (known and not draft.gazetteer.only_by_form(known)) or len(name.split()) < 2:
                continue
            if draft.gazetteer.thing_named(EntityKind.PROJECT, name) is None and any(
                r.name.casefold() in name.casefold() for r in draft.gazetteer.of_kind(EntityKind.PROJECT)
            ):
                continue
            register.add(
                draft,
                passage,
                match.start("name"),
                match.start("name") + len(name),
                name,
                "projects.grant",
                confidence=0.8,
            )
