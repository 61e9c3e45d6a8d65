"""Parliamentary groups: which words name one, and the body that they are."""

from __future__ import annotations

import re

from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import has_none, is_joint_list, is_party
from protokollgraph.model import EntityKind

_NAMED = re.compile(
    r"(?:die\s)?(?:(?:Gemeinderats|Stadtrats|Kreistags|Rats)?[Ff]raktion(?:en)?|Gruppe|Liste|Wählergruppe)\s(?:der\s|von\s)?"
    r"(?P<name>[„\"]?[A-ZÄÖÜ][^,;:()]{0,50})$"
    r"|(?P<compound>[A-ZÄÖÜ][^,;:()]{0,40}?)[- ](?:Gemeinderats|Stadtrats|Kreistags|Rats)?[Ff]raktion$"
)
_CAPITALS = re.compile(r"(?:[A-ZÄÖÜ][\w.]*[-/|& ]{0,3}){1,4}$")
_SEPARATOR = re.compile(r"\s*(?:,|;|\bund\b|\bsowie\b)\s+(?!\w*[Ff]raktion\b)|\s+[/|]\s+")
_LONGEST = 40


def name_in(text: str, *, known: bool = False) -> str | None:
    """The name of the group that a whole text names: "SPD", "Fraktion Musterbürger", "KAL/Die PARTEI"; else None.

    A party or a word with "Fraktion" always is one; letters that look like an abbreviation are with ``known`` only,
    where a label or a bracket behind an elected person has it that a group is named.
    """
    plain = " ".join(text.split()).strip()
    match = _NAMED.match(plain)
    if match:
        return (match["name"] or match["compound"]).strip(' „“"')
    if not plain or len(plain) > _LONGEST or has_none(plain):
        return None
    if is_party(plain) or (known and is_joint_list(plain)):
        return plain
    return plain if known and _CAPITALS.match(plain) and _has_two_capitals(plain) else None


def _has_two_capitals(text: str) -> bool:
    return all(sum(c.isupper() for c in part) >= 2 or is_party(part) for part in re.split(r"\s?[/|]\s?", text))


def pieces(passage: Passage) -> list[Passage]:
    """The names of a run-on list of movers: "CDU, SPD und FW|FÜR"."""
    return [piece for piece in passage.squeeze().split(_SEPARATOR) if piece]


def group(draft: Draft, passage: Passage, rule: str, *, known: bool = False) -> str | None:
    """The key of the group that a passage names, with the place as a mention; None if it names none."""
    name = name_in(passage.text, known=known)
    if name is None:
        return None
    key = draft.gazetteer.named(name, EntityKind.BODY) or draft.gazetteer.organisation(name, body=True)
    record = draft.gazetteer[key]
    record.kind = EntityKind.BODY
    if len(name) > 1 and not name.startswith("Fraktion"):
        record.aliases.update((f"Fraktion {name}", f"{name}-Fraktion"))
    draft.gazetteer.mention(key, evidence(passage, rule))
    return key
