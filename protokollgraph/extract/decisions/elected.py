"""The people that are elected, and the offices that they take."""

from __future__ import annotations

import re

from protokollgraph.extract import organisations, people
from protokollgraph.extract.decisions.mentions import ACTORS, within
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.model import EntityKind

_OFFICE = re.compile(
    r"\b(?:[Zz]um|[Zz]ur|[Aa]ls)\s(?P<role>(?:\w+(?:en|n)?\s)?(?:stellv\.\s)?[A-ZÄÖÜ][\w/-]+"
    r"(?:\sder\s(?:Gemeinde|Stadt|Werkstatt)\s[A-ZÄÖÜ\d][\w-]*(?=\s(?:in|im)\s))?)"
)
_ELECTS = re.compile(r"\b(?:gewählt|wählt|wählte|bestellt|berufen|bestimmt|Wahl)\b")
_OF = re.compile(r"\s(?:des|der|im|in\sder|beim?)\s(?P<noun>[A-ZÄÖÜ][\w-]+)")


def take_office(draft: Draft, unit: Unit, clause: tuple[int, int], body: str | None) -> None:
    """Record the office that somebody takes: "zur Sprecherin der Werkstatt 1"."""
    start, end = clause
    text = unit.passage.text[start:end]
    match = _OFFICE.search(text)
    elected = within(unit, start, end, EntityKind.PERSON)
    if not match or len(elected) != 1 or not _ELECTS.search(text):
        return
    behind = [m for m in within(unit, start + match.end(), end, *ACTORS) if m.start - start - match.end() < 12]
    if behind:
        organisation: str | None = behind[0].key
    else:
        organisation = None if _of_another(draft, text[match.end() :], body) else body
    if organisation:
        role = _fuller(draft, unit, _nominative(match["role"]))
        where = evidence(
            unit.passage, "decisions.office", 0.9, start=start + match.start("role"), end=start + match.end("role")
        )
        people.membership(draft, elected[0].key, organisation, role, where)


def _of_another(draft: Draft, behind: str, body: str | None) -> bool:
    """Whether "… des Beirats" behind an office names somebody else than the deciding body."""
    of = _OF.match(behind)
    if of is None:
        return False
    return body is None or not organisations.is_headed_by(draft.gazetteer[body].name, of["noun"])


def _nominative(role: str) -> str:
    words = role.split(" ")
    if len(words) > 1 and words[0].endswith("en"):
        words[0] = words[0][:-1]
    words[-1] = re.sub(r"(?i)(?<=vorsitzende)n$", "", words[-1])
    return " ".join(words)


def _fuller(draft: Draft, unit: Unit, role: str) -> str:
    """The office as the item's title calls it: "Sprecherin" under "Wahl der Werkstattsprecherin"."""
    title = next((i.title for i in draft.agenda if i.number == unit.item), "")
    fuller = re.search(rf"\b(\w+{re.escape(role.casefold())})\b", title.casefold())
    return fuller[1][0].upper() + fuller[1][1:] if fuller else role
