"""Entering a project into what the document names: its names, old and short, and the item it belongs to."""

from __future__ import annotations

from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import plain
from protokollgraph.extract.passage import Passage
from protokollgraph.model import EntityKind


def add(
    draft: Draft, passage: Passage, start: int, end: int, name: str, rule: str, *aliases: str, confidence: float = 0.9
) -> str:
    """Mention the project of this name, a new one if none is known; a firm told by its form alone was it by mistake."""
    key = (
        draft.gazetteer.thing_named(EntityKind.PROJECT, name)
        or _longer(draft, name)
        or draft.gazetteer.thing(EntityKind.PROJECT, name.strip(), *aliases)
    )
    mistaken = draft.gazetteer.named(name, EntityKind.ORGANISATION)
    if mistaken and draft.gazetteer.only_by_form(mistaken):
        draft.gazetteer.forget(mistaken)
    draft.gazetteer.mention(key, evidence(passage, rule, confidence, start=start, end=end))
    return key


def _longer(draft: Draft, name: str) -> str | None:
    """The one project whose name begins so: "Digitale Sprachpfade" for "Digitale Sprachpfade/Digitalne …"."""
    start = plain(name)
    fitting = [
        r.key
        for r in draft.gazetteer.of_kind(EntityKind.PROJECT)
        if plain(r.name).startswith((start + "/", start + " ")) and len(start) > 8
    ]
    if len(fitting) != 1:
        return None
    draft.gazetteer[fitting[0]].aliases.add(name)
    return fitting[0]


def also(draft: Draft, key: str, alias: str) -> None:
    """Note another name of a project."""
    name = draft.gazetteer[key].name
    draft.gazetteer.thing(EntityKind.PROJECT, name, alias)


def rename(draft: Draft, key: str, old: str, passage: Passage, start: int) -> None:
    """An older name of a project; a project that was known by it alone is the same."""
    old = old.strip()
    other = draft.gazetteer.thing_named(EntityKind.PROJECT, old)
    if other == key or not old:
        return
    if other:
        draft.gazetteer.unite(key, other)
        draft.item_projects = {
            item: list(dict.fromkeys(key if k == other else k for k in keys))
            for item, keys in draft.item_projects.items()
        }
    also(draft, key, old)
    draft.gazetteer.mention(key, evidence(passage, "projects.former-name", start=start, end=start + len(old)))


def belongs(draft: Draft, item: str | None, key: str) -> None:
    """Note that an item is about a project."""
    if item and key not in draft.item_projects.setdefault(item, []):
        draft.item_projects[item].append(key)


def is_actor(draft: Draft, name: str) -> bool:
    """Whether an organisation or a body is known by this name from more than its form."""
    known = draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY)
    return known is not None and not draft.gazetteer.only_by_form(known)
