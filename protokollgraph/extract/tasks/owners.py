"""Who is responsible and until when, as labels, brackets and cells say it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from protokollgraph.extract import attendance, dates, names, posts
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind

DOERS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.BODY)


@cache
def pattern(key: str) -> re.Pattern[str]:
    """A pattern of words/tasks.yml."""
    return re.compile(load("tasks")[key])


def doer(draft: Draft, passage: Passage) -> str | None:
    """The person or organisation of a cell or a label: "B. Zarnack (ILB)", "HWK Cottbus", "Verwaltung"."""
    text = passage.text.strip(" .")
    if not text:
        return None
    piece = re.split(r"\s*(?:/|,|;|\bund\b|&)\s+", text, maxsplit=1)[0]
    bare = re.sub(r"\s*\([^()]*\)$", "", piece)
    known = draft.gazetteer.named(bare, EntityKind.ORGANISATION, EntityKind.BODY)
    if known is None and re.fullmatch(r"(?:Die\s)?(?:Gemeinde|Stadt|Kreis)?[Vv]erwaltung", bare):
        known = attendance.administration(draft)
    if known:
        draft.gazetteer.mention(known, evidence(passage, "tasks.assignee", 0.9, start=0, end=len(bare)))
        return known
    line = posts.person_line(passage.cut(0, len(piece)), bare_surname=True)
    if line:
        key = draft.gazetteer.known_person(
            line.name, hint=" ".join(p.organisation.text for p in line.posts if p.organisation) or None
        )
        if key is None and line.name.given and names.is_given(line.name.given.split()[0]):
            key = draft.gazetteer.person(line.name)
        if key:
            draft.gazetteer.mention(key, evidence(line.printed, "tasks.assignee", 0.9))
            return key
    scanned = [m for m in draft.gazetteer.scan(passage) if m.kind in DOERS]
    if len(scanned) == 1 or (scanned and scanned[0].start == 0):
        draft.gazetteer.mention(
            scanned[0].key, evidence(passage, "tasks.assignee", 0.85, start=scanned[0].start, end=scanned[0].end)
        )
        return scanned[0].key
    return None


_BARE_DAY = re.compile(r"\s*\d{1,2}\.\s?\d{1,2}\.\s*")
"""A day without a year, which in a sentence could be anything."""


def due_day(draft: Draft, text: str) -> date | None:
    """The day in a cell or behind a label; "nächste Sitzung" is the next one's."""
    coming = draft.next.date if draft.next else None
    found = dates.due(f"bis {text.strip()}" if _BARE_DAY.fullmatch(text) else text, draft.date, coming)
    if found is None and re.match(
        r"\s*(?:zur\s|bis\szur\s)?nächste[rn]?\s(?:\w*[Ss]itzung|Werkstatt|Treffen|Beratung)", text
    ):
        return coming
    return found.value if found else None
