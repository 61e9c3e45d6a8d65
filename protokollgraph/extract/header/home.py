"""Whose body met, where its own name does not say it: the town, parish or district of the letterhead."""

from __future__ import annotations

import re

from protokollgraph.extract import organisations
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Record
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind

_MUNICIPALITY = re.compile(r"(?:Gemeinde|Stadt|Markt|Marktgemeinde|Verbandsgemeinde|Samtgemeinde)\s")
_DISTRICT, _AMT = re.compile(r"(?:Landkreis|Kreis)\s"), re.compile(r"Amt\s")
_COMMITTEE = re.compile(r"[\w-]*[Aa]usschuss\b")
_OF_PLACE = re.compile(r"\s(?:der|des)\s(?:[\w-]*[Ss]tadt|[\w-]*[Gg]emeinde|Landkreises|Kreises|Amtes|Marktes)\s")


def settle(draft: Draft) -> None:
    """Make the body a unit of the council or territory that stands above it in the letterhead.

    "Stadt Musterau", "Stadtverordnetenversammlung", "Bauausschuss" on three lines: each is a unit of the one before.
    Only councils and committees, and only where the name tells no place.
    """
    if draft.body is None:
        return
    body = draft.gazetteer[draft.body]
    if body.part_of or body.number or not _is_local(body):
        return
    territory = _territory(draft, body.name)
    if territory is None:
        return
    council = _council(draft)
    if council is None or council == draft.body:
        body.part_of = territory
    else:
        body.part_of = council
        above = draft.gazetteer[council]
        above.part_of = above.part_of or (territory if _is_local(above) else None)


def _is_local(body: Record) -> bool:
    """Whether a body is a council or a committee whose name tells no place."""
    head = body.name.split(" ")[0]
    if head in load("organisations")["administrations"] or head in ("Rat", "Kreisrat"):
        return " " not in body.name
    return bool(_COMMITTEE.match(body.name)) and not _OF_PLACE.search(body.name)


def _council(draft: Draft) -> str | None:
    """The council whose committee met, if the letterhead names it."""
    for passage in draft.protocol.title:
        name = organisations.nominative(" ".join(passage.text.split()))
        if name.split(" ")[0] in load("organisations")["administrations"] and len(name.split(" ")) <= 5:
            key = draft.gazetteer.named(name, EntityKind.BODY)
            if key is None and " " not in name:
                key = draft.gazetteer.organisation(name, body=True)
                draft.gazetteer.mention(key, evidence(passage, "header.council", 0.9))
            return key
    return None


def _territory(draft: Draft, body: str) -> str | None:
    """The first territory of the title's lines that has such a body."""
    if body.startswith("Kreistag"):
        kinds = [_DISTRICT]
    elif body.startswith("Amtsausschuss"):
        kinds = [_AMT]
    else:
        kinds = [_MUNICIPALITY, _DISTRICT, _AMT]
    names = [f.name for passage in draft.protocol.title for f in organisations.discover(passage.text) if not f.body]
    for kind in kinds:
        for name in names:
            if kind.match(name):
                return draft.gazetteer.named(name, EntityKind.ORGANISATION)
    return None
