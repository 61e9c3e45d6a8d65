"""The names of projects in plan and results."""

from __future__ import annotations

import re

from protokollgraph.extract import organisations
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.projects import former, quoted, register, titles, unquoted

_OF_ONE_PROJECT = re.compile(r"(?:Lenkungs|Steuerungs|Projekt|Begleit)(?:ausschuss|kreis|gruppe|runde|beirat|team)")


def read(draft: Draft, units: list[Unit]) -> None:
    """Name the projects: from titles first, then from the text, then what else a sentence shows to be one."""
    _whole_protocol(draft)
    for unit in units:
        if unit.title:
            quoted.in_title(draft, unit)
    for unit in units:
        quoted.in_text(draft, unit.passage)
        unquoted.behind_cue(draft, unit)
    titles.without_cue(draft, units)
    for unit in units:
        unquoted.behind_grant(draft, unit)
        unquoted.told_by_form(draft, unit)
        quoted.decided_on(draft, unit)
        former.names(draft, unit)


def _whole_protocol(draft: Draft) -> None:
    """The project that a steering committee is of stands above its minutes: every item is about it."""
    first = next((p.squeeze() for p in draft.protocol.title), None)
    if first is None or not draft.body or not _OF_ONE_PROJECT.match(draft.gazetteer[draft.body].name):
        return
    match = re.fullmatch(rf"(?P<name>[{UPPER}][^()„:]{{5,90}}?)(?:\s\((?P<short>[^()]+)\))?", first.text)
    if (
        not match
        or re.search(r"(?i)protokoll|niederschrift|sitzung|vermerk", match["name"])
        or organisations.discover(match["name"])
    ):
        return
    draft.whole = register.add(draft, first, 0, match.end("name"), match["name"], "projects.whole", confidence=0.85)
    if match["short"] and organisations.is_abbreviation(match["short"]):
        register.also(draft, draft.whole, match["short"])
