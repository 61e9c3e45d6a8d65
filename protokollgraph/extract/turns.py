"""Elected people as councils' minutes print them when they speak: "Stadträtin Muster (ABC): …".

The office in front and the group in brackets make it a person, however strange the name; the group is a membership of
the day of the session, never part of who somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protokollgraph.extract import groups, names, people
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.posts import has_none, is_seat
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, Gender, PersonName

_FEMININE = ("in", "frau")
_GENITIVE = re.compile(r"(?:des|Antrag|Stellungnahme|Anfrage|Frage|Wunsch|Vorschlag)\s(?:Herrn\s|der\s)?$")


@cache
def _pattern() -> re.Pattern[str]:
    offices = "|".join(sorted(load("offices")["elected"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<salutation>Herrn?|Frau)\s+)?(?P<office>{offices})\s+(?P<name>(?:{names.TITLE}\s*)?"
        rf"(?:(?P<given>{names.GIVEN})\s+)?(?P<family>{names.SURNAME}(?:-{names.SURNAME})?))"
        r"\s?\((?P<group>[^():;]{1,45})\)"
    )


def read(draft: Draft) -> None:
    """Record the people whom an office and a group give away; to be read before organisations are looked for."""
    for unit in draft.units:
        for match in _found(unit):
            _person(draft, unit, match)


def _found(unit: Unit) -> Iterator[re.Match[str]]:
    text = unit.passage.text
    if "(" in text:
        yield from _pattern().finditer(text)


def _person(draft: Draft, unit: Unit, match: re.Match[str]) -> None:
    office = match["office"]
    passage = unit.passage.cut(match.start("group"), match.end("group"))
    group = groups.group(draft, passage, "turns.group", known=True)
    if group is None and not has_none(passage.text):
        return
    gender = Gender.FEMALE if office.endswith(_FEMININE) else Gender.MALE if office[-1] != "d" else None
    name = names.parse(match["name"], bare_surname=True)
    if name is None:
        return
    name = PersonName(name.family, name.given, name.prefix, gender if not office.startswith("Ratsmit") else name.gender)
    known = draft.gazetteer.known_person(name, passage.text)
    if known is None and _GENITIVE.search(unit.passage.text[: match.start()]) and name.family.endswith("s"):
        bare = PersonName(name.family[:-1], name.given, name.prefix, name.gender)
        known = draft.gazetteer.known_person(bare, passage.text)
    key = known or draft.gazetteer.person(name, hint=passage.text)
    if key is None:
        return
    draft.gazetteer[key].hints.add(passage.text)
    start, end = match.start("office"), match.end("name")
    draft.gazetteer.mention(key, evidence(unit.passage, "turns.person", 0.95, start=start, end=end))
    draft.offices.setdefault(key, office)
    if draft.body and is_seat(office, draft.gazetteer[draft.body].name.split()[0]):
        seat = evidence(unit.passage, "turns.seat", 0.9, start=start, end=end)
        people.membership(draft, key, draft.body, office, seat)
    if group is not None:
        place = evidence(unit.passage, "turns.group", 0.95, start=match.start("name"), end=match.end())
        people.membership(draft, key, group, None, place)


def group_of(draft: Draft, person: str) -> str | None:
    """The one parliamentary group that somebody is said to sit for in this document."""
    found = {
        m.organisation
        for m in draft.memberships
        if m.person == person and m.role is None and draft.gazetteer[m.organisation].kind is EntityKind.BODY
    }
    own = found - {draft.body}
    return own.pop() if len(own) == 1 else None
