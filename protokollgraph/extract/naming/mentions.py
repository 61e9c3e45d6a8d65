"""Everything known that a passage mentions."""

from __future__ import annotations

from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.naming import appositions, moves, offices, persons


def mentions(draft: Draft, unit: Unit) -> None:
    """Note every known entity in a unit; people named for the first time by Herr or Frau become known."""
    offices.introduced(draft, unit.passage)
    found = [*persons.mentioned(draft, unit.passage)]
    taken = [(m.start, m.end) for m in found]
    for mention in draft.gazetteer.scan(unit.passage):
        if not any(start < mention.end and mention.start < end for start, end in taken):
            found.append(mention)
    found.extend(offices.holders(draft, unit.passage, found))
    if not found:
        return
    found.sort(key=lambda m: m.start)
    found.extend(offices.heads(draft, unit.passage, found))
    found.sort(key=lambda m: m.start)
    appositions.note(draft, unit.passage, found)
    moves.note(draft, unit.passage, found)
    unit.mentions = found
    for mention in found:
        where = evidence(unit.passage, "naming.mention", 0.9, start=mention.start, end=mention.end)
        draft.gazetteer.mention(mention.key, where)
