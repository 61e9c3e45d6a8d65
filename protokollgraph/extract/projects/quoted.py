"""Names in quotation marks: in titles, behind a word for projects, as what a decision is about."""

from __future__ import annotations

import re

from protokollgraph.extract import acts, organisations, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.projects import programmes, register
from protokollgraph.extract.projects.cues import CUE, FORMER, FORMER_BEFORE, NOT_PROJECT
from protokollgraph.model import DecisionKind, EntityKind

_SEVERAL = re.compile(
    rf"(?P<cue>{CUE})\s+(?:(?!(?:in|als|unter|mit|zum|zur|aus|nach)\s)[\w.,]+\s){{0,2}}?"
    r"(?P<list>„[^„“”]{3,140}[“”](?:(?:\s?\([^()]*\))?(?:,\s+|\s+(?:und|sowie)\s+)„[^„“”]{3,140}[“”])*)"
)

_ONE = re.compile(r"„(?P<name>[^„“”]{3,140})[“”](?:\s?\((?P<aside>[^()]*(?:„[^“”]*[“”])?[^()]*)\))?")

_QUOTED_OBJECT = re.compile(
    r"(?:\b(?:[Dd]as|[Dd]ie|[Dd]en|[Dd]em|[Dd]er|und|sowie)|,|Beschluss:)\s„(?P<name>[^„“”]{3,120})[“”]"
)


def in_title(draft: Draft, unit: Unit) -> None:
    """Quoted names in an item's title are projects, unless the word before says otherwise."""
    text = unit.passage.text
    for match in _ONE.finditer(text):
        before = text[: match.start()]
        if NOT_PROJECT.search(before) or FORMER_BEFORE.search(before) or organisations.is_abbreviation(match["name"]):
            continue
        key = _quoted_project(draft, unit.passage, match, "projects.title")
        register.belongs(draft, unit.item, key)


def in_text(draft: Draft, passage: Passage) -> None:
    """„Names“ behind a word for projects; known names in quotes get their brackets read."""
    text = passage.text
    if "„" not in text:
        return
    for several in _SEVERAL.finditer(text):
        for match in _ONE.finditer(text, several.start("list"), min(len(text), several.end("list") + 60)):
            if match.start() >= several.end("list") or FORMER_BEFORE.search(text[: match.start()]):
                continue
            _quoted_project(draft, passage, match, "projects.quoted")
    for match in _ONE.finditer(text):
        if match["aside"] and draft.gazetteer.thing_named(EntityKind.PROJECT, match["name"]):
            _quoted_project(draft, passage, match, "projects.quoted")


def decided_on(draft: Draft, unit: Unit) -> None:
    """Quoted names that a decision is about are projects, unless the word before says otherwise."""
    text = unit.passage.text
    for start, end in sentences.split(text) if "„" in text else ():
        if "„" not in text[start:end]:
            continue
        done = acts.act(text[start:end])
        if done is None or done.kind in (DecisionKind.ELECTION, DecisionKind.ACKNOWLEDGEMENT, DecisionKind.ASSIGNMENT):
            continue
        for match in _QUOTED_OBJECT.finditer(text, start, end):
            before = text[: match.start("name") - 1]
            if (
                not NOT_PROJECT.search(before)
                and not register.is_actor(draft, match["name"])
                and draft.gazetteer.thing_named(EntityKind.PROJECT, match["name"]) is None
                and len(match["name"].split()) < 8
            ):
                register.add(
                    draft,
                    unit.passage,
                    match.start("name"),
                    match.end("name"),
                    match["name"],
                    "projects.decided-on",
                    confidence=0.8,
                )


def _quoted_project(draft: Draft, passage: Passage, match: re.Match[str], rule: str) -> str:
    name = _undeclined(match["name"], passage.text[: match.start()])
    key = register.add(draft, passage, match.start("name"), match.end("name"), name, rule, confidence=0.95)
    aside = match["aside"] if "aside" in match.re.groupindex else None
    if aside:
        former = FORMER.search(aside)
        if former:
            register.rename(
                draft,
                key,
                former["quoted"] or former["bare"],
                passage,
                match.start("aside") + former.start("quoted" if former["quoted"] else "bare"),
            )
        elif organisations.is_abbreviation(aside.strip()) and aside.strip() not in programmes.known():
            register.also(draft, key, aside.strip())
            at = match.start("aside")
            draft.gazetteer.mention(key, evidence(passage, rule, start=at, end=at + len(aside.strip())))
    return key


def _undeclined(name: str, before: str) -> str:
    """“des „Bewässerungsnetzes Drebkau“” names the Bewässerungsnetz Drebkau."""
    first, space, rest = name.partition(" ")
    if (
        not re.search(r"\b(?:des|eines)\s$", before)
        or len(first) < 7
        or first.endswith(("tes", "nes", "res", "les", "ges", "ches"))
    ):
        return name
    return re.sub(r"(?<=[tzsdkfgp])es$|(?<=[^sxzßa\W\d_])s$", "", first) + space + rest
