"""Former names of projects, new ones, and short ones in brackets."""

from __future__ import annotations

import re

from protokollgraph.extract import organisations
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.projects import programmes, register
from protokollgraph.extract.projects.cues import CUE, FORMER
from protokollgraph.model import EntityKind

_TITLED = re.compile(
    r"(?:unter\s+dem|mit\s+dem)\s+(?:bisherigen\s+|früheren\s+)?(?:Arbeitstitel|Titel|Namen)\s+„"
    r"(?P<name>[^„“”]{3,120})[“”]"
    r"|(?:bisher|früher|vormals|zuvor)\s+(?:\w+\s){0,3}?(?:als|unter)\s+(?:\w+\s){0,2}?„(?P<name2>[^„“”]{3,120})[“”]"
)

_CALLED = re.compile(
    r"\b(?:hieß|hiess)\s(?:früher|bisher|bislang|zunächst|zuvor|anfangs|ursprünglich|vormals|noch)\s(?:\w+\s){0,3}?"
    r"„(?P<name>[^„“”]{3,120})[“”]"
    r"|\b(?:früher|bisher|bislang|zunächst|zuvor|anfangs|ursprünglich|vormals|noch)\s(?:\w+\s){0,4}?"
    r"„(?P<name2>[^„“”]{3,120})[“”]\s(?:hieß|geheißen|genannt\swurde|lief)"
)
"""“das Vorhaben hieß früher „X“”, “das zunächst noch „X“ hieß”."""

_BRACKET = re.compile(r"\s?\((?:(?P<short>[^\s(),;:]{2,10})(?=[),;]))?[,;]?\s?(?P<rest>[^()]*)\)")

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
    _in_brackets(draft, unit.passage)
    own = draft.item_projects.get(unit.item or "", [])
    main = own or ([draft.whole] if draft.whole else [])
    if len(main) == 1:
        _of_the_item(draft, unit.passage, main[0])


def _of_the_item(draft: Draft, passage: Passage, main: str) -> None:
    """What a sentence says of "the project" is said of the one that the item is about."""
    text = passage.text
    for pattern in (_TITLED, _CALLED):
        for match in pattern.finditer(text):
            group = "name" if match["name"] else "name2"
            register.rename(draft, main, match[group], passage, match.start(group))
    for bracket in re.finditer(r"\((?P<inner>[^()]+)\)", text):
        former = FORMER.match(bracket["inner"])
        before = text[: bracket.start()]
        if former and re.search(rf"(?:{CUE}(?:\s+(?:der|des)\s+\S+)?|[“”])\s*$", before):
            group = "quoted" if former["quoted"] else "bare"
            register.rename(draft, main, former[group], passage, bracket.start("inner") + former.start(group))


def _in_brackets(draft: Draft, passage: Passage) -> None:
    """“Muster Süd (MS, ehemals Muster Nord)”: other names in brackets right behind the name of a project known."""
    if "(" not in passage.text:
        return
    for mention in draft.gazetteer.scan(passage):
        if mention.kind is not EntityKind.PROJECT:
            continue
        bracket = _BRACKET.match(passage.text, _behind_verb(passage.text, mention.end))
        if bracket is None:
            continue
        if bracket["short"] and _abbreviates(draft, bracket["short"], draft.gazetteer[mention.key].name):
            register.also(draft, mention.key, bracket["short"])
            start = bracket.start("short")
            where = evidence(passage, "projects.short-name", start=start, end=start + len(bracket["short"]))
            draft.gazetteer.mention(mention.key, where)
        former = FORMER.match(bracket["rest"])
        if former:
            group = "quoted" if former["quoted"] else "bare"
            start = bracket.start("rest") + former.start(group)
            register.rename(draft, mention.key, former[group], passage, start)


def _behind_verb(text: str, end: int) -> int:
    """Where a name ends with its closing quotation mark, and with the "vor" of "stellt … vor"."""
    match = re.compile(r"[“”]?(?:\svor)?(?=\s?\()").match(text, end)
    return match.end() if match else end


def _abbreviates(draft: Draft, short: str, name: str) -> bool:
    """Whether letters in brackets can stand for a project: they begin as it does and are in it in this order."""
    if not organisations.is_abbreviation(short) or short in programmes.known() or draft.gazetteer.by_short(short):
        return False
    letters = iter(name.casefold())
    return short[0].casefold() == name[0].casefold() and all(letter in letters for letter in short.casefold())
