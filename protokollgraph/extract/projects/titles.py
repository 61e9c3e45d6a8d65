"""Titles of items that name a project without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import hints, organisations
from protokollgraph.extract.agenda import formal_title
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.projects import register
from protokollgraph.extract.projects.cues import FORMER, FORMER_WORD
from protokollgraph.model import AgendaItem, EntityKind

_PRESENTED = re.compile(
    r"\b[Pp]rojektidee\b|\b(?:STARK|GRW|JTF)\b"
    r"|\b(?:das|dem|des|ihr|sein|dieses|diese|die)\s+(?:geplante\s+|vorgestellte\s+)?"
    r"(?:[\w-]*[Pp]rojekt|[\w-]*[Vv]orhaben|Maßnahme|Idee|Projektidee|Anlage|Projektskizze|Planungsstand|Konzept)"
    r"(?:e?s)?\b|(?:Bau|Gesamt|Projekt|Investitions)?[Kk]osten\b[^.]{0,60}\d|Gesamt(?:kosten|ausgaben|volumen)"
    r"|\bVolumen\b|\b(?:Projekt|Vorhaben)?[Tt]räger(?:in|schaft)?\b|Förderantrag"
)

_OF_PROJECTS = hints.bit(
    [
        "rojekt",
        "orhaben",
        "STARK",
        "GRW",
        "JTF",
        "Maßnahme",
        "Idee",
        "Anlage",
        "Planungsstand",
        "Konzept",
        "osten",
        "Gesamt",
        "Volumen",
        "räger",
        "Förderantrag",
    ]
)
_SUFFIX = re.compile(
    r"\s*\((?:FF|Federf\w*|federf\w*)[^()]*\)\s*$"
    r"|\s+[–-]\s+(?=[^–]*(?:[Bb]eratung|[Vv]orstellung|[Ss]achstand|[Ee]mpfehlung|[Vv]otum|[Bb]eschluss|[Pp]räsentation"
    r"|[Bb]ericht|[Ss]tand|[Ee]ntscheidung|[Ww]iedervorlage|[Uu]mbenennung|[Bb]ereitstellung|[Vv]ereinbarung"
    r"|[Kk]ooperations|[Gg]rundsatz|[Ff]inanzierung|[Ee]igenanteil|[Ss]tandort|[Ff]ortschreibung|[Nn]achberatung"
    r"|[Bb]efassung|[Mm]itberatung|[Vv]ergabe|[Aa]ntrag|[Dd]iskussion|[Ll]esung|[Aa]bstimmung))[^–]*$"
    r"|:\s+(?=.*(?:[Vv]ergabe|[Uu]mbenennung|[Aa]ntrag|[Bb]eschluss|[Vv]orstellung|[Ss]achstand|[Ee]mpfehlung"
    r"|[Bb]eratung|[Zz]wischenbericht|[Pp]lanung|[Vv]otum)).*$"
    r"|\s*\((?:BV|DS|Vorlage|Drucksache|[A-Z]{1,3}[ -]?\d|TOP)[^()]*\)\s*$|,\s+(?:Abschnitt|Teil|Phase|Los)\s.*$"
)

_LEADING = re.compile(
    r"^(?:(?:Vorstellung|Präsentation|Mitberatung|Wiedervorlage|Beratung|Zwischenbericht|Sachstand|Empfehlung|Votum"
    r"|Projektvorstellung|Information|Abschließende\s+Beratung|Erneute\s+Beratung|Bericht)"
    r"(?:\s+(?:und\s+\w+\s+)?(?:des|zum|zur|zu|der|über|über\s+das))?\s*:?\s+)?(?:des\s+|der\s+|das\s+)?"
    r"(?:(?:[\w+]+-)?(?:[Pp]rojekt(?:e?s)?|[Ii]nvestitionsprojekt(?:e?s)?|[Vv]orhaben(?:s)?|Teilprojekt(?:e?s)?)\s*"
    r":?\s+)?"
)
_NUMBER = re.compile(r"[A-ZÄÖÜ]{0,5}[-/ ]?\d[\w./-]*")
"""The number of a paper, or of the item."""
_QUOTED = re.compile(r"„([^„“”]{3,120})[“”]")


def _presents_project(units: list[Unit]) -> bool:
    """Whether a treatment speaks of "das Vorhaben", of costs or of a Träger."""
    return any(unit.hints & _OF_PROJECTS and _PRESENTED.search(unit.passage.text) for unit in units)


def _quotes_projects(draft: Draft, texts: list[str]) -> bool:
    """Whether a treatment is about projects that it names itself, so that its title need not name one."""
    quoted = (name for text in texts for name in _QUOTED.findall(text))
    return any(draft.gazetteer.thing_named(EntityKind.PROJECT, name) for name in quoted)


def _untold(draft: Draft) -> Iterator[AgendaItem]:
    """The items whose title may be a project's: no formality, no paper's, and none that is known to be about one."""
    of_papers = {s.number for s in draft.protocol.sections if any(b.part in ("paper", "mover") for b in s.blocks)}
    for item in draft.agenda:
        known = draft.item_projects.get(item.number) or item.number in of_papers
        if not known and not formal_title().match(item.title) and "„" not in item.title:
            yield item


def without_cue(draft: Draft, units: list[Unit]) -> None:
    """A title names a project if the treatment presents "das Vorhaben", names costs or a Träger, or quotes it.

    Where a paper stands below it, the title is the paper's.
    """
    for item in _untold(draft):
        unit = next((u for u in units if u.item == item.number), None)
        if unit is None:
            continue
        lead = _LEADING.match(item.title)
        start = lead.end() if lead else 0
        name = item.title[start:]
        while (shorter := _SUFFIX.sub("", name)) != name:
            name = shorter
        former = re.search(rf"\s*\({FORMER_WORD}[^()]*\)", name)
        short = re.search(r"\s*\(([^()]{2,14})\)$", name)
        plain_name = re.sub(r"\s*\([^()]*\)$", "", name).strip()
        heading = next(
            (s.heading.squeeze().text for s in draft.protocol.sections if s.number == item.number and s.heading), ""
        )
        heading = re.sub(r"\s*\([^()]*\)$", "", heading)
        if len(heading) > 7 and plain_name.startswith(heading):
            plain_name = heading
        below = [u for u in units if u.item == item.number and not u.title]
        body = [u.passage.text for u in below]
        if len(plain_name) < 6 or formal_title().match(plain_name) or len(plain_name.split()) > 9:
            continue
        said_again = any(plain_name in text for text in body) or any(f"„{plain_name}“" in u.passage.text for u in units)
        if not said_again and (_quotes_projects(draft, body) or not _presents_project(below)):
            continue
        if _NUMBER.fullmatch(plain_name) or (start == 0 and not re.search(r"[\s-]", plain_name)):
            continue
        if not unit.passage.text.startswith(plain_name, start):
            continue
        key = register.add(
            draft, unit.passage, start, start + len(plain_name), plain_name, "projects.item-title", confidence=0.8
        )
        if short and organisations.is_abbreviation(short[1]):
            register.also(draft, key, short[1])
        if former and (old := FORMER.search(former.group())):
            before = old["quoted"] or old["bare"]
            if (at := unit.passage.text.find(before, start)) >= 0:
                register.rename(draft, key, before, unit.passage, at)
        register.belongs(draft, item.number, key)
