"""People whose office a sentence tells: who heads, holds or is introduced as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import hints, names, people
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.model import EntityKind

_INTRODUCED = re.compile(
    rf"(?<![\w-])(?P<name>(?:{names.TITLE}\s*)?{names.GIVEN}\s+{names.SURNAME})\s\((?P<organisation>[{UPPER}][^()]{{3,80}})\)"
)

_HEADED_BY = re.compile(
    r"\s?\((?P<role>(?:stellv\.\s)?(?:Sprecher|Leiter|Vorsitzende|Geschäftsführer|Ansprechpartner|Leitung|Vorsitz)"
    r"(?:in|r)?):\s(?P<name>[^()]{4,50})\)"
)

_HOLDER = re.compile(
    r"(?<!\w)(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es)\s"
    r"(?P<office>(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Amtsdirektor(?:in)?|Werkstattsprecher(?:in)?)(?:e?s)?"
    rf"(?![\w-]|\s(?:der|des|von|vom|aus|a\.)\b|\s(?:Dr\.|[{UPPER}]\w)|,\s(?:Herr|Frau)\b)"
)
_OFFICE = hints.bit(["ürgermeister", "Landrat", "Landrät", "Amtsdirektor", "Werkstattsprecher"])


def heads(draft: Draft, passage: Passage, found: list[Mention]) -> list[Mention]:
    """“Werkstatt 3 (Sprecher: S. Grabitz)”: who heads an organisation, said in brackets behind it."""
    more = []
    for mention in found:
        if mention.kind not in (EntityKind.BODY, EntityKind.ORGANISATION):
            continue
        match = _HEADED_BY.match(passage.text, mention.end)
        name = names.parse(match["name"]) if match else None
        if match is None or name is None or name.given is None:
            continue
        key = draft.gazetteer.person(name)
        if key is None:
            continue
        start, end = match.start("name"), match.end("name")
        people.membership(
            draft,
            key,
            mention.key,
            match["role"],
            evidence(passage, "naming.head", 0.9, start=match.start("role"), end=end),
        )
        if not any(m.start < end and start < m.end for m in found):
            more.append(Mention(start, end, key, EntityKind.PERSON))
    return more


def holders(draft: Draft, passage: Passage, found: list[Mention]) -> Iterator[Mention]:
    """“Der Bürgermeister”: the one person of whom this document says that he or she is."""
    for match in _HOLDER.finditer(passage.text) if hints.of(passage.text) & _OFFICE else ():
        office = match["office"].casefold()
        who = {m.person for m in draft.memberships if (m.role or "").casefold() == office and not m.former}
        start, end = match.span("office")
        if len(who) == 1 and not any(m.start < end and start < m.end for m in found):
            yield Mention(start, end, who.pop(), EntityKind.PERSON)


def introduced(draft: Draft, passage: Passage) -> None:
    """“Dr. Anja Muster (Landkreis Musterfeld)”: somebody met for the first time, with the organisation in brackets."""
    for match in _INTRODUCED.finditer(passage.text) if "(" in passage.text else ():
        name = names.parse(match["name"])
        if name is None or not name.given or draft.gazetteer.known_person(name):
            continue
        organisation = draft.gazetteer.named(match["organisation"], EntityKind.ORGANISATION, EntityKind.BODY)
        plainly = name.prefix or names.is_given(name.given.split()[0])
        if organisation is None or not plainly or draft.gazetteer.namesakes(name.family):
            continue
        key = draft.gazetteer.person(name, hint=match["organisation"])
        if key:
            where = evidence(
                passage, "naming.introduced", 0.9, start=match.start("name"), end=match.end("organisation")
            )
            people.membership(draft, key, organisation, None, where)
