"""Who carries a project: its Träger."""

from __future__ import annotations

import re

from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.projects.cues import CUE
from protokollgraph.model import EntityKind, ProjectFact

_SPONSOR = (
    re.compile(
        r"(?:[Pp]rojekt|[Vv]orhaben|[Mm]aßnahmen)?[Tt]räger(?:in)?(?:schaft)?(?:\s+(?:des|der|dieses)\s+[\w-]+)?"
        r"(?:\s+(?:„[^“]*“))?\s*(?::|\b(?:ist|sind|wird|bleibt|bleiben|nunmehr|soll|bei|ist\s+nunmehr"
        r"|ist\s+weiterhin)\b)\s*(?:(?:nunmehr|jetzt|künftig|weiterhin|der|die|das|den|dem)\s+)*$"
    ),
    re.compile(r"(?:^|[,;.(]\s?)(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger(?:in)?\s(?:der\s|die\s|das\s)?$"),
    re.compile(
        r"\b(?:Antragsteller(?:in)?|Bauherr(?:in)?|Zuwendungsempfänger(?:in)?|Vorhabenträger(?:in)?)\s*"
        r"(?::|ist|sind|bleibt)\s*(?:(?:der|die|das)\s+)*$"
    ),
    re.compile(rf"(?:{CUE})(?:\s?„[^“”]*[“”])?(?:\s?\([^()]*\))?\s+(?:der|des|vom|von\s+der)\s+$"),
    re.compile(r"\bantragstellende[nr]?\s+$"),
    re.compile(r"\b(?:in|unter)\s+(?:der\s+)?Trägerschaft\s+(?:der|des|von|vom)\s+$"),
    re.compile(r"[“”](?:\s?\([^()]*\))?\s+(?:der|des)\s+$"),
)

_SPONSOR_BEHIND = re.compile(
    r"^\s+(?:ist|bleibt|wird|fungiert\s+als|tritt\s+als|übernimmt\s+die)\s+"
    r"(?:(?:nunmehr|weiterhin|künftig|auch|alleiniger?|als|neuer?)\s+)*(?:\w+\s)?(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger"
    r"(?:in|schaft)?\b|^\s+\(Träger(?:in)?\)"
)

_APPLIES = re.compile(r"^\s+(?:beantragt|plant|möchte|beabsichtigt|will)\b")

_FOR_PROJECT = re.compile(rf"{CUE}|„|\b(?:Förder|Zuwendung|Mittel|GRW|STARK|JTF|Million|Mio|EUR|€)")
_FOR_SESSION = re.compile(r"\b(?:Vertagung|Rederecht|Tagesordnung|Protokoll)|\beigene[sn]?\s")

_WITHDRAWS = re.compile(r"^\s+[^;]*\b(?:seinen|ihren)\s(?:\w*)[Aa]ntrag\b[^;]*\bzurück")

_GENERIC_SPONSOR = re.compile(
    rf"(?:{CUE})\s+(?:der|des)\s+(?P<head>Landkreises|Gemeinde|Stadt|Amtes)"
    r"(?=\s*(?:[,.(]|\b(?:kostet|soll|ist|wird|umfasst|hat|vor|mit|in)\b))"
)


def fact(draft: Draft, unit: Unit, start: int, end: int, project: str) -> ProjectFact | None:
    """The organisation that a sentence says carries the project, or applies for its money."""
    text = unit.passage.text
    for mention in unit.mentions:
        if not start <= mention.start < end or mention.kind is not EntityKind.ORGANISATION:
            continue
        before, after = text[start : mention.start], text[mention.end : end]
        rule = next((n for n, pattern in enumerate(_SPONSOR) if pattern.search(before)), None)
        if rule == len(_SPONSOR) - 1 and not _follows_project(unit, mention.start, project):
            rule = None
        applies = _applies(before, after)
        if rule is not None or applies or _SPONSOR_BEHIND.match(after):
            where = evidence(unit.passage, "projects.sponsor", 0.9, start=start, end=end, inferred=applies)
            return ProjectFact(project, where, sponsor=mention.key)
    return _generic(draft, unit, start, end, project)


def _applies(before: str, after: str) -> bool:
    """“Die Stadt Guben beantragt …”, “…, dass die IHK ihren Antrag zurückzieht”: who applies will be the Träger."""
    asks = _APPLIES.match(after) and _FOR_PROJECT.search(after) and not _FOR_SESSION.search(after)
    return bool(asks and re.fullmatch(r"(?:Die|Der|Das)\s+", before)) or _withdraws(before, after)


def _withdraws(before: str, after: str) -> bool:
    return bool(_WITHDRAWS.match(after) and re.search(r"(?:^|\bdass\s)(?:[Dd]ie|[Dd]er|[Dd]as)\s+$", before))


def _generic(draft: Draft, unit: Unit, start: int, end: int, project: str) -> ProjectFact | None:
    """“Das Gesamtvorhaben des Landkreises kostet …”: the one Landkreis that the document names."""
    match = (
        _GENERIC_SPONSOR.search(unit.passage.text, start, end)
        if "rojekt" in unit.passage.text or "orhaben" in unit.passage.text
        else None
    )
    if not match:
        return None
    head = {"Landkreises": "Landkreis", "Amtes": "Amt"}.get(match["head"], match["head"])
    fitting = [r.key for r in draft.gazetteer.of_kind(EntityKind.ORGANISATION) if r.name.startswith(head + " ")]
    if len(fitting) != 1:
        return None
    where = evidence(unit.passage, "projects.sponsor", 0.8, start=start, end=end, inferred=True)
    return ProjectFact(project, where, sponsor=fitting[0])


def _follows_project(unit: Unit, start: int, project: str) -> bool:
    return any(m.key == project and 0 < start - m.end < 60 for m in unit.mentions)
