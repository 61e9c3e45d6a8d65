"""Organisations and bodies that a document names: by form, by an explained abbreviation, as the only one of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from protokollgraph.extract import hints, names, organisations
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import Capacity, EntityKind, Role

_SHORT_BEHIND = re.compile(r"\s*\((?P<short>[^()]{2,16})\)")

_COUNCIL = re.compile(r"(?:Stadt|Gemeinde|Kreis|Markt|Bezirks|Ortschafts|Land)rat")
"""The council, and each of its members."""

_EXPANDED = re.compile(rf"(?<![\w-])(?P<short>[{UPPER}][\w&]{{1,8}})\s\((?P<long>[{UPPER}][^()]{{8,90}})\)")

_PLACE = re.compile(rf"\s(?P<place>[{UPPER}][a-zäöüß][\w]*(?:-[{UPPER}][\w]*)?(?:/[{UPPER}][\w]+)?)(?![\w])")

_ENDING = hints.bit(lambda: load("organisations")["endings"])
_CHANCELLERY = re.compile(r"(?<![\w-])Staatskanzlei(?![\w-])")


def discover(draft: Draft, passages: Iterable[Passage]) -> None:
    """Add the organisations and bodies that the passages name to the gazetteer, with their abbreviations."""
    texts = list(passages)
    for passage in texts:
        for found in organisations.discover(passage.text):
            if _is_member(draft, found):
                continue
            behind = _SHORT_BEHIND.match(passage.text, found.end)
            short = behind["short"] if behind and organisations.is_abbreviation(behind["short"]) else None
            key = draft.gazetteer.organisation(found.name, body=found.body, number=found.number, short=short)
            if found.theme:
                draft.gazetteer[key].aliases.add(found.theme)
            draft.gazetteer.mention(
                key, evidence(passage, "naming.form", 0.9, start=found.start, end=found.start + _name_length(found))
            )
    for passage in texts:
        _defined(draft, passage)
        _spelled_out(draft, passage)
        _well_known(draft, passage)
    _generic(draft, texts)


def _is_member(draft: Draft, found: organisations.Found) -> bool:
    """Whether "Gemeinderat Muster" is a member so called: somebody known, or not of the place whose council meets.

    Where members are called by this word ("Stadtrat Muster (ABC)"), a council of another place needs its "der Stadt …".
    """
    head, _, rest = found.name.partition(" ")
    if not found.body or found.number or not _COUNCIL.fullmatch(head):
        return False
    own = draft.gazetteer[draft.body].name if draft.body else ""
    other = not own.startswith(head) and any(office.startswith(head) for office in draft.offices.values())
    if other:
        return True
    if not rest:
        return False
    known = bool(draft.gazetteer.namesakes(rest.split(" (")[0])) or names.is_given(rest.split(" ")[0])
    return known or (" " not in rest and own.startswith(head + " ") and rest not in own)


def _name_length(found: organisations.Found) -> int:
    """A Werkstatt is named by its number; its theme behind it is another name."""
    return len(found.name) if found.number else found.end - found.start


def _defined(draft: Draft, passage: Passage) -> None:
    """“Lokale Tourismusagentur (LTA)”: an organisation by its ending, with letters of its name in brackets."""
    for match in hints.near(_definition(), passage.text, _ENDING, 100) if "(" in passage.text else ():
        name, short = match["long"], match["short"]
        lead, _, rest = name.partition(" ")
        name = rest if lead in load("organisations")["before_names"] and rest else name
        spelled = re.match(".*".join(map(re.escape, short.casefold())), name.casefold())
        if not spelled or not organisations.is_abbreviation(short):
            continue
        if draft.gazetteer.named(name, EntityKind.BODY, EntityKind.ORGANISATION) or draft.gazetteer.by_short(short):
            continue
        key = draft.gazetteer.organisation(name, short=short)
        start = match.end("long") - len(name)
        where = evidence(passage, "naming.defined", 0.9, start=start, end=match.end("long"))
        draft.gazetteer.mention(key, where)


@cache
def _definition() -> re.Pattern[str]:
    endings = "|".join(load("organisations")["endings"])
    return re.compile(
        rf"(?<![\w-])(?P<long>(?:[{UPPER}][a-zäöüß]+\s){{0,3}}[{UPPER}][\w-]*(?:{endings}))\s\((?P<short>[{UPPER}]{{2,6}})\)"
    )


def _spelled_out(draft: Draft, passage: Passage) -> None:
    """“IMAG (Interministerielle Arbeitsgruppe Lausitz)”."""
    for match in _EXPANDED.finditer(passage.text) if "(" in passage.text else ():
        if not organisations.is_abbreviation(match["short"]) or "," in match["long"]:
            continue
        initials = re.findall(rf"[{UPPER}]", match["long"])
        named = draft.gazetteer.named(match["long"], EntityKind.BODY, EntityKind.ORGANISATION)
        if named is None and (not initials or initials[0] != match["short"][0]):
            continue
        known = named or draft.gazetteer.by_short(match["short"])
        body = match["short"] in load("organisations")["known_bodies"] or bool(
            known and draft.gazetteer[known].kind is EntityKind.BODY
        )
        key = draft.gazetteer.organisation(match["long"], body=body, short=match["short"])
        draft.gazetteer.mention(
            key, evidence(passage, "naming.spelled-out", start=match.start("long"), end=match.end("long"))
        )


def _well_known(draft: Draft, passage: Passage) -> None:
    """Abbreviations that the field uses unexplained, alone or with a place: "BAFA", "IHK Cottbus"."""
    words = load("organisations")
    for _start, end, short in organisations.acronyms(passage.text):
        known = draft.gazetteer.by_short(short)
        place = _PLACE.match(passage.text, end)
        regional = short in ("IHK", "HWK", "BTU", "TU", "TH", "FH", "LK", "AWO", "DRK", "WIS", "WFG", "KVHS", "VHS")
        if place and regional and not re.match(r"(?:Die|Der|Das|Herr|Frau|TOP)$", place["place"]):
            draft.gazetteer.organisation(f"{short} {place['place']}")
        elif (
            known is None
            and regional
            and (
                places := [
                    r.key for r in draft.gazetteer.of_kind(EntityKind.ORGANISATION) if r.name.startswith(short + " ")
                ]
            )
        ):
            if len(places) == 1:
                draft.gazetteer.abbreviate(places[0], short)
        elif known is None and short in words["known_organisations"]:
            key = draft.gazetteer.organisation(short)
            draft.gazetteer.abbreviate(key, short)
        elif known is None and short in words["known_bodies"]:
            key = draft.gazetteer.organisation(short, body=True)
            draft.gazetteer.abbreviate(key, short)


def _generic(draft: Draft, texts: list[Passage]) -> None:
    """A kind of institution that there is once may be named by its kind alone: "die Staatskanzlei"."""
    if any("Staatskanzlei" in passage.text and _CHANCELLERY.search(passage.text) for passage in texts):
        full = [r.key for r in draft.gazetteer.of_kind(EntityKind.ORGANISATION) if r.name.startswith("Staatskanzlei")]
        key = full[0] if full else draft.gazetteer.organisation("Staatskanzlei")
        if len(full) <= 1:
            draft.gazetteer[key].generic.add("Staatskanzlei")
    named = list(draft.gazetteer.of_kind(EntityKind.ORGANISATION))
    for record in named:
        head = record.name.split(" ")[0]
        if (
            " " in record.name
            and len(head) >= 10
            and head.isalpha()
            and head not in ("Bundesamt", "Landesamt", "Ministerium", "Gesellschaft")
            and sum(r.name.startswith(head) for r in named) == 1
        ):
            record.generic.add(head)
    office = _office(draft) if any("Geschäftsstelle" in passage.text for passage in texts) else None
    if office:
        draft.gazetteer[office].generic.add("Geschäftsstelle")
    bodies = list(draft.gazetteer.of_kind(EntityKind.BODY))
    for record in bodies:
        head = record.name.split(" ")[0]
        alone = [r for r in bodies if r.name.split(" ")[0] == head]
        if (
            record.number is None
            and " " in record.name
            and len(alone) == 1
            and len(head) > 6
            and organisations.is_body_word(head)
        ):
            record.generic.add(head)


def _office(draft: Draft) -> str | None:
    """Who runs the body's Geschäftsstelle, None if nothing says so.

    The one organisation whose people attend as staff, or the minute-taker's if it stands in the letterhead.
    """
    staff = {p.organisation for p in draft.participations if p.capacity is Capacity.STAFF and p.organisation}
    if len(staff) == 1:
        return staff.pop()
    letterhead = next((line.strip() for line in draft.document.text.splitlines() if line.strip()), "")
    key = draft.gazetteer.named(re.sub(r"\s*\([^()]*\)$", "", letterhead), EntityKind.ORGANISATION)
    takers = {p.person for p in draft.participations if p.role is Role.MINUTE_TAKER}
    return key if any(m.person in takers and m.organisation == key for m in draft.memberships) else None
