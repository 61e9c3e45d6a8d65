"""What a decision is about: people elected, projects, papers, formalities, topics."""

from __future__ import annotations

import re

from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions import objects
from protokollgraph.extract.decisions.formalities import formalities
from protokollgraph.extract.decisions.mentions import DOERS, keys, within
from protokollgraph.extract.decisions.story import Story
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.model import DecisionKind, EntityKind

_THING = re.compile(
    r"\b(?:[Dd](?:as|em|es|er|ie|en)|[Dd]iese[smrn]?)\s(?:\w+\s)?"
    r"(?:[\w-]*[Pp]rojekt|[\w-]*[Vv]orhaben|Maßnahme|Antrag|Vorlage|Entscheidung|Empfehlung|Projektskizze|Skizze"
    r"|Zwischenbericht|Projektantrag|Förderantrag)(?:e?s|e)?\b"
    r"|\bWeiterleitung\b|\bFörderung\b|\bProjekt\b|\bVorhaben\b"
)
_PAPER = re.compile(r"(?:Beschluss)?[Vv]orlage|Drucksache|BV\b")


def concerns(
    draft: Draft,
    unit: Unit,
    story: Story,
    clause: tuple[int, int],
    sentence: tuple[int, int],
    found: Act,
    topic: str | None,
) -> tuple[str, ...]:
    """What a decision is about; ``topic`` are the words of the motion that it decides on."""
    if found.kind is DecisionKind.ELECTION:
        return keys(within(unit, *clause, EntityKind.PERSON))
    formal = tuple(formalities(draft, unit, *clause))
    projects = keys(within(unit, *sentence, EntityKind.PROJECT))
    papers = keys(within(unit, *sentence, EntityKind.PAPER))
    if formal and not (projects and found.kind is not DecisionKind.CONFIRMATION):
        return formal
    if topic is not None and not projects:
        about = draft.item_projects.get(unit.item or "", [])[:1]
        return (draft.gazetteer.thing(EntityKind.TOPIC, topic[:160]), *about, *papers) if topic else (*about, *papers)
    if projects:
        story.project = projects[-1]
        return (*projects, *papers)
    named = objects.new_project(draft, unit, *clause, found)
    if named:
        return (named, *papers)
    return _unnamed(draft, unit, story, clause, found, papers)


def _unnamed(
    draft: Draft, unit: Unit, story: Story, clause: tuple[int, int], found: Act, papers: tuple[str, ...]
) -> tuple[str, ...]:
    """What a decision is about that names no project: the item's or the last one, a topic, the item."""
    text = unit.passage.text[clause[0] : clause[1]]
    main = draft.item_projects.get(unit.item or "", []) or ([draft.whole] if draft.whole else [])
    item_papers = draft.item_papers.get(unit.item or "", [])
    thing = bool(_THING.search(text))
    if len(main) == 1 and (thing or found.kind in (DecisionKind.ASSIGNMENT, DecisionKind.ACKNOWLEDGEMENT)):
        return (main[0], *papers, *item_papers)
    if story.project and (thing or found.kind is DecisionKind.ASSIGNMENT):
        return (story.project, *papers)
    words = objects.words(text)
    if words and papers and _PAPER.match(words):
        return (*main[:1], *papers)
    actors = {unit.passage.text[m.start : m.end] for m in within(unit, *clause, *DOERS)}
    if words and not any(words.startswith(name) for name in actors):
        return (draft.gazetteer.thing(EntityKind.TOPIC, words), *main[:1], *papers, *item_papers[:1])
    return (*main[:1], *papers) or ((draft.whole,) if draft.whole else _item_topic(draft, unit))


def _item_topic(draft: Draft, unit: Unit) -> tuple[str, ...]:
    title = next((item.title for item in draft.agenda if item.number == unit.item), None)
    return (draft.gazetteer.thing(EntityKind.TOPIC, title),) if title else ()
