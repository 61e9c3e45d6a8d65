"""People met in running text with an office beside their name: "Herr Muster, Tiefbauamt, …", "Frau Muster (Bauamt)"."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract import organisations, people
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts.beside import role_at
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind

_BESIDE = re.compile(
    rf"\s\((?P<brackets>[{UPPER}][^()]{{3,60}})\)|,\s(?P<commas>[{UPPER}][^,;.:()]{{3,60}}),\s(?=[a-zäöü]+(?:t|te|en)\b)"
)
_LINK = re.compile(r"(?:,\s|\s(?:(?:des|der|im|vom|beim|bei\sder|von\sder)\s)?)")


@cache
def _office() -> re.Pattern[str]:
    endings = "|".join(load("organisations")["office_endings"])
    return re.compile(
        rf"(?=[{UPPER}])(?!(?:Amt|Verwaltung|Abteilung|Referat|Fachbereich|Fachdienst|Dezernat)$)(?i:[\w-]*(?:{endings}))(?:e?s)?(?:\s(?:für\s[{UPPER}]\w+|\d{{1,2}}))?"
    )


def note(draft: Draft, passage: Passage, found: list[Mention]) -> None:
    """Record the office of those who have no post so far.

    Brackets and commas hold other things as well: only an office by its ending, or an organisation known, counts.
    """
    posted = {membership.person for membership in draft.memberships}
    for mention in found:
        match = _BESIDE.match(passage.text, mention.end) if mention.kind is EntityKind.PERSON else None
        if match is None or mention.key in posted:
            continue
        group = str(match.lastgroup)
        text, start = match[group], match.start(group)
        role = role_at(text)
        link = _LINK.match(text, role.end()) if role else None
        at = link.end() if link else 0
        office = organisations.nominative(text[at:])
        key = draft.gazetteer.named(office, EntityKind.ORGANISATION)
        if key is None and _office().fullmatch(office):
            key = draft.gazetteer.organisation(office)
        if key is None or (role and not link):
            continue
        where = evidence(passage, "naming.apposition", 0.85, start=start, end=match.end(group))
        draft.gazetteer.mention(
            key, evidence(passage, "naming.apposition", 0.85, start=start + at, end=match.end(group))
        )
        people.membership(draft, mention.key, key, role.group() if role else None, where)
