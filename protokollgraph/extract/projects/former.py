"""Former names of projects, and new ones."""

from __future__ import annotations

import re

from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.projects import register
from protokollgraph.extract.projects.cues import CUE, FORMER
from protokollgraph.model import EntityKind

_TITLED = re.compile(
    r"(?:unter\s+dem|mit\s+dem)\s+(?:bisherigen\s+|früheren\s+)?(?:Arbeitstitel|Titel|Namen)\s+„"
    r"(?P<name>[^„“”]{3,120})[“”]"
    r"|(?:bisher|früher|vormals|zuvor)\s+(?:\w+\s){0,3}?(?:als|unter)\s+(?:\w+\s){0,2}?„(?P<name2>[^„“”]{3,120})[“”]"
)

_RENAMED = re.compile(
    r"„(?P<old>[^„“”]{3,120})[“”]\s+(?:wird\s+)?(?:künftig\s+)?in\s+„(?P<new>[^„“”]{3,120})[“”]"
    r"|„(?P<old2>[^„“”]{3,120})[“”]\s+(?:heißt|trägt)\s+(?:\w+\s){0,4}?„(?P<new2>[^„“”]{3,120})[“”]"
)


def names(draft: Draft, unit: Unit) -> None:
    """Said of the item's project: “bisher als „X“ bezeichnet”, “„X“ wird in „Y“ umbenannt”, “(früher X)”."""
    text = unit.passage.text
    for match in _RENAMED.finditer(text):
        if not re.search(r"umben|Umben|heißt|Namen", text):
            continue
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        group = "new" if match["new"] else "new2"
        known = draft.gazetteer.thing_named(EntityKind.PROJECT, old) or draft.gazetteer.thing_named(
            EntityKind.PROJECT, new
        )
        if known is None:
            continue
        key = register.add(draft, unit.passage, match.start(group), match.end(group), new, "projects.renamed")
        register.rename(draft, key, old, unit.passage, match.start("old" if match["old"] else "old2"))
        draft.gazetteer.prefer(key, new)
        register.belongs(draft, unit.item, key)
    main = draft.item_projects.get(unit.item or "", [])
    if len(main) != 1:
        return
    for match in _TITLED.finditer(text):
        group = "name" if match["name"] else "name2"
        register.rename(draft, main[0], match[group], unit.passage, match.start(group))
    for bracket in re.finditer(r"\((?P<inner>[^()]+)\)", text):
        former = FORMER.match(bracket["inner"])
        before = text[: bracket.start()]
        if former and re.search(rf"(?:{CUE}(?:\s+der\s+\S+)?|[“”])\s*$", before):
            group = "quoted" if former["quoted"] else "bare"
            register.rename(draft, main[0], former[group], unit.passage, bracket.start("inner") + former.start(group))
