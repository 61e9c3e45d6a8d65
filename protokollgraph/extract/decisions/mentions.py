"""The known entities that part of a passage mentions."""

from __future__ import annotations

from collections.abc import Iterable

from protokollgraph.extract.draft import Unit
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.model import EntityKind

ACTORS = (EntityKind.ORGANISATION, EntityKind.BODY)
DOERS = (*ACTORS, EntityKind.PERSON)


def within(unit: Unit, start: int, end: int, *kinds: EntityKind) -> list[Mention]:
    """The mentions of these kinds that begin between two places."""
    return [m for m in unit.mentions if m.kind in kinds and start <= m.start < end]


def keys(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """What is mentioned, each once, in the order of the text."""
    return tuple(dict.fromkeys(m.key for m in mentions))
