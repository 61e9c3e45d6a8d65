"""People whose office a sentence tells: who heads, holds or is introduced as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import hints, names, people
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.model import EntityKind, Gender

_INTRODUCED = re.compile(
    rf"(?<![\w-])(?P<name>(?:{names.TITLE}\s*)?{names.GIVEN}\s+{names.SURNAME})\s\((?P<organisation>[{UPPER}][^()]{{3,80}})\)"
)

_BRACKET = re.compile(rf"\s\([{UPPER}][^()]{{3,80}}\)")
_LONGEST_NAME = 120

_HEADED_BY = re.compile(
    r"\s?\((?P<role>(?:stellv\.\s)?(?:Sprecher|Leiter|Vorsitzende|Geschäftsführer|Ansprechpartner|Leitung|Vorsitz)"
    r"(?:in|r)?):\s(?P<name>[^()]{4,50})\)"
)

_HOLDER = re.compile(
    r"(?<!\w)(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es)\s"
    r"(?P<office>(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Amtsdirektor(?:in)?|Werkstattsprecher(?:in)?"
    r"|Vorsitzenden?)(?:e?s)?"
    rf"(?![\w-]|\s(?:der|des|von|vom|aus|a\.)\b|\s(?:Dr\.|[{UPPER}]\w)|,\s(?:Herr|Frau)\b)"
)
_OFFICE = hints.bit(["ürgermeister", "Landrat", "Landrät", "Amtsdirektor", "Werkstattsprecher", "Vorsitz", "Leitung"])
_HANDED_OVER = re.compile(
    r"\b(?:übergibt|übergab|übernimmt|übernahm|übertr[aä]gt)\b[^.;]*\b(?:Vorsitz|Leitung|Sitzungsleitung)\b"
)
_NEAR = 20


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
    """“Der Bürgermeister”: the one person who is said to be that; “die Vorsitzende”: who chairs."""
    if not hints.of(passage.text) & _OFFICE:
        return
    handed = list(_HANDED_OVER.finditer(passage.text)) if draft.presiding else []
    for match in _HOLDER.finditer(passage.text):
        while handed and handed[0].end() <= match.start():
            _hand_over(draft, handed.pop(0), found)
        office = match["office"].casefold()
        start, end = match.span("office")
        who = _presiding(draft, match) if office.startswith("vorsitz") else _in_office(draft, office)
        if who and not any(m.start < end and start < m.end for m in found):
            yield Mention(start, end, who, EntityKind.PERSON)
    for behind in handed:
        _hand_over(draft, behind, found)


def _in_office(draft: Draft, office: str) -> str | None:
    """The one person whose post is called so, or who is so called in the attendance list."""
    who = {m.person for m in draft.memberships if (m.role or "").casefold() == office and not m.former}
    who |= {p.person for p in draft.participations if (p.printed or "").casefold() == office}
    return who.pop() if len(who) == 1 else None


def _presiding(draft: Draft, match: re.Match[str]) -> str | None:
    """Who chairs at this place of the minutes, unless the article is one of the other gender."""
    key = draft.presiding
    person = draft.gazetteer[key].person if key else None
    if person is None or match.group()[0:3].casefold() not in ("der", "die"):
        return None
    gender = Gender.FEMALE if match.group()[0:3].casefold() == "die" else Gender.MALE
    return key if person.gender in (gender, None) else None


def _hand_over(draft: Draft, match: re.Match[str], found: list[Mention]) -> None:
    """“… übergibt den Vorsitz an Frau Muster”: from here on somebody else is meant, nobody if it is not told who."""
    people = [m for m in found if m.kind is EntityKind.PERSON]
    before = [m.key for m in people if m.end <= match.start()]
    behind = [m.key for m in people if match.start() <= m.start <= match.end() + _NEAR]
    named = before[-1:] if match.group().startswith("übern") and before else behind[:1]
    draft.presiding = named[0] if named else None


def introduced(draft: Draft, passage: Passage) -> None:
    """“Dr. Anja Muster (Landkreis Musterfeld)”: somebody met for the first time, with the organisation in brackets."""
    for match in _introductions(passage.text) if "(" in passage.text else ():
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


def _introductions(text: str) -> Iterator[re.Match[str]]:
    """A name right before a bracket; few brackets have one, so the brackets are found first."""
    at = 0
    for bracket in _BRACKET.finditer(text):
        match = _INTRODUCED.search(text, max(at, bracket.start() - _LONGEST_NAME), bracket.end())
        if match:
            yield match
            at = match.end()
