"""Who acts in a clause, and on which day."""

from __future__ import annotations

import re
from datetime import date

from protokollgraph.extract import dates
from protokollgraph.extract.decisions.mentions import ACTORS, DOERS, within
from protokollgraph.extract.draft import Unit
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.model import EntityKind

LEAD = re.compile(r"[^:;.()]{3,90}:\s(?=[A-ZÄÖÜ„])")
"""A heading in front of a sentence: "Radweg Süd: Die Werkstatt …"."""
_OWN = re.compile(
    r"(?:Die|Der|Das)\s(?:Werkstatt(?!\s\d)|Gremium|Ausschuss|Versammlung|Beirat|Plenum|Mitglieder|Anwesenden)\b"
)
_AT_BEGINNING = re.compile(r"(?:[Dd](?:ie|er|as|en)\s)?(?:\w+e\s)?[„(]?")
_BEHIND_VERB = re.compile(
    r"\b(?!(?:ist|nicht|bittet|fordert|selbst|zuletzt|jetzt|statt|seit|mit)\b)"
    r"[a-zäöüß]+(?:t|te|ten|en|ahl|oss|ach|ahm|ieß|ies|ab|og)\s(?:sich\s)?(?P<article>die|der|das)\s(?:\w+e\s)?$"
)
_BEHIND_AUXILIARY = re.compile(
    r"^(?:In|Am|Mit|Auf|Bei|Nach|Zum|Zur)\b[^,]*\b(?:hat|hatte|haben)\s(?:die|der|das)\s(?:\w+e\s)?$"
)
_FEMININE = re.compile(
    r"(?i)[\w-]*(?:werkstatt|kanzlei|kommission|vertretung|imag|gruppe|versammlung|bank|stadt|gemeinde|agentur|gmbh"
    r"|kammer|ilb|wrl)\b"
)
_BY = re.compile(
    r"\b(?:[Dd]urch(?:\s(?:die|den|das))?|[Vv]om|[Vv]on(?:\s(?:der|dem))?|[Ss]eitens(?:\s(?:der|des))?)\s(?:\w+en\s)?$"
)
_AT = re.compile(r"\b(?:[Ii]n\sder|[Ii]m|[Aa]uf\sder)\s(?:\w{5,}en\s)?$")
_ON_DAY = re.compile(r"(?:\b[Aa]m|\bvom|\bden|\bdem)\s(?:\w+,?\s(?:dem\s|den\s)?)?$")
_DAY_OF_SOMETHING_ELSE = re.compile(
    r"(?:\b[Ss]eit|\bbis|\bab|Protokoll\w*[^.]{0,30}vom|Niederschrift[^.]{0,30}vom|Sitzung\svom|Frist)"
    r"\s*(?:zum|dem|vom)?\s*$"
)


def subject(unit: Unit, start: int, end: int) -> Mention | None:
    """Who acts: the first mention at the beginning of the clause, or right behind its finite verb."""
    text = unit.passage.text
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    own = _OWN.match(text[start:end])
    for mention in unit.mentions:
        if not start <= mention.start < end:
            continue
        before = text[start : mention.start]
        if _AT_BEGINNING.fullmatch(before):
            return mention if mention.kind in DOERS else None
        if mention.kind not in ACTORS:
            continue
        behind = _BEHIND_VERB.search(before)
        if (
            behind
            and not own
            and not (behind["article"] == "der" and _FEMININE.match(text[mention.start : mention.end]))
        ):
            return mention
        if _BEHIND_AUXILIARY.search(before):
            return mention
    return None


def agent(unit: Unit, start: int, end: int) -> Mention | None:
    """By whom something was done: "vom Bundesamt …", "durch die IMAG"."""
    text = unit.passage.text
    return next((m for m in within(unit, start, end, *ACTORS) if _BY.search(text[start : m.start])), None)


def place_of_action(unit: Unit, start: int, end: int) -> Mention | None:
    """Where it was done: "in der federführenden Werkstatt 2 vorgestellt und es wurde … ausgesprochen"."""
    text = unit.passage.text
    return next((m for m in within(unit, start, end, EntityKind.BODY) if _AT.search(text[start : m.start])), None)


def last_actor(unit: Unit, start: int) -> str | None:
    """Whom "sie" means: the body or organisation of the sentence before."""
    before = [m for m in unit.mentions if m.end <= start and m.kind in ACTORS]
    return before[-1].key if before else None


def day(unit: Unit, start: int, end: int, meeting: date | None) -> date | None:
    """The day of a reported act: "am 16.01.2024", "mit Bescheid vom …"; never one to come."""
    text = unit.passage.text[start:end]
    for found in dates.find(text, None):
        before = text[max(0, found.start - 40) : found.start]
        if found.value is None or (meeting and found.value > meeting):
            continue
        if _ON_DAY.search(before) and not _DAY_OF_SOMETHING_ELSE.search(before):
            return found.value
    return None
