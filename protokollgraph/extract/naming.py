"""Finding what the document names.

Organisations and bodies by their form, known names wherever they stand, people by Herr and Frau.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from protokollgraph.extract import names, organisations, people
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import Capacity, EntityKind, PersonName, Role

_SHORT_BEHIND = re.compile(r"\s*\((?P<short>[^()]{2,16})\)")
_EXPANDED = re.compile(rf"(?<![\w-])(?P<short>[{UPPER}][\w&]{{1,8}})\s\((?P<long>[{UPPER}][^()]{{8,90}})\)")
_SALUTED = re.compile(
    r"(?<![\w-])(?P<salutation>Herrn?|Frau|Herren|Hr\.|Fr\.)\s+"
    rf"(?:(?P<function>[{UPPER}][\w-]*(?:in|er|or|rat|rätin|ent|ter|herr|frau|ete|eter))\s+"
    rf"(?=(?:{names.TITLE}\s*)?[{UPPER}]))?(?:(?P<title>{names.TITLE})\s*)?(?P<first>{names.GIVEN}|{names.SURNAME})"
    rf"(?:\s+(?P<second>{names.SURNAME}))?"
)
_TITLED = re.compile(
    rf"(?<![\w-])(?=[PDMIBR])(?P<title>{names.TITLE})\s+(?:(?P<given>{names.GIVEN})\s+)?(?P<family>{names.SURNAME})"
)
_INITIALED = re.compile(
    rf"(?<![\w.-])(?=[{UPPER}])(?:(?P<title>{names.TITLE})\s+)?(?P<given>[{UPPER}][a-z]?\.(?:\s?-?[{UPPER}]\.)?)\s?"
    rf"(?P<family>{names.SURNAME})"
)
_NOBLE = re.compile(
    rf"(?<![\w-])(?P<name>(?:{names.NOBLE_RANK.pattern})\s(?:von(?:\s(?:der|dem|den|und\szu))?|zu)\s[{UPPER}][\w-]+)"
)
_INTRODUCED = re.compile(
    rf"(?<![\w-])(?P<name>(?:{names.TITLE}\s*)?{names.GIVEN}\s+{names.SURNAME})\s\((?P<organisation>[{UPPER}][^()]{{3,80}})\)"
)
_SIGNED = re.compile(
    rf"gez\.\s+(?P<name>(?:(?P<title>{names.TITLE})\s+)?(?P<family>{names.SURNAME}))(?!\s[{UPPER}][a-zäöü])"
)
_HEADED_BY = re.compile(
    r"\s?\((?P<role>(?:stellv\.\s)?(?:Sprecher|Leiter|Vorsitzende|Geschäftsführer|Ansprechpartner|Leitung|Vorsitz)"
    r"(?:in|r)?):\s(?P<name>[^()]{4,50})\)"
)
_TITLE_HINT = re.compile(r"\b(?:Dr|Prof|Dipl|Mag|PD|RA|Ing|M\.|B\.)")
_NOT_SURNAME = re.compile(r"(?:Die|Der|Das|Und|Wird|Hat|Ist|Als|Alle)$")


def discover(draft: Draft, passages: Iterable[Passage]) -> None:
    """Add the organisations and bodies that the passages name to the gazetteer, with their abbreviations."""
    texts = list(passages)
    for passage in texts:
        for found in organisations.discover(passage.text):
            behind = _SHORT_BEHIND.match(passage.text, found.end)
            short = behind["short"] if behind and organisations.is_abbreviation(behind["short"]) else None
            key = draft.gazetteer.organisation(found.name, body=found.body, number=found.number, short=short)
            if found.theme:
                draft.gazetteer[key].aliases.add(found.theme)
            draft.gazetteer.mention(
                key, evidence(passage, "naming.form", 0.9, start=found.start, end=found.start + _name_length(found))
            )
    for passage in texts:
        _spelled_out(draft, passage)
        _well_known(draft, passage)
    _generic(draft, texts)


def _name_length(found: organisations.Found) -> int:
    """A Werkstatt is named by its number; its theme behind it is another name."""
    return len(found.name) if found.number else found.end - found.start


def _spelled_out(draft: Draft, passage: Passage) -> None:
    """“IMAG (Interministerielle Arbeitsgruppe Lausitz)”."""
    for match in _EXPANDED.finditer(passage.text):
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
        place = re.match(
            rf"\s(?P<place>[{UPPER}][a-zäöüß][\w]*(?:-[{UPPER}][\w]*)?(?:/[{UPPER}][\w]+)?)(?![\w])", passage.text[end:]
        )
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
    pattern = re.compile(r"(?<![\w-])Staatskanzlei(?![\w-])")
    places = [(passage, match) for passage in texts for match in pattern.finditer(passage.text)]
    if places:
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
    """Who runs the body's Geschäftsstelle: the one organisation whose people attend as staff, or the minute-taker's if it
    stands in the letterhead; None if neither says so.
    """
    staff = {p.organisation for p in draft.participations if p.capacity is Capacity.STAFF and p.organisation}
    if len(staff) == 1:
        return staff.pop()
    letterhead = next((line.strip() for line in draft.document.text.splitlines() if line.strip()), "")
    key = draft.gazetteer.named(re.sub(r"\s*\([^()]*\)$", "", letterhead), EntityKind.ORGANISATION)
    takers = {p.person for p in draft.participations if p.role is Role.MINUTE_TAKER}
    return key if any(m.person in takers and m.organisation == key for m in draft.memberships) else None


def mentions(draft: Draft, unit: Unit) -> None:
    """Note every known entity in a unit; people named for the first time by Herr or Frau become known."""
    _introduced(draft, unit.passage)
    found = [*_people(draft, unit.passage)]
    taken = [(m.start, m.end) for m in found]
    for mention in draft.gazetteer.scan(unit.passage):
        if not any(start < mention.end and mention.start < end for start, end in taken):
            found.append(mention)
    found.extend(_holders(draft, unit.passage, found))
    found.sort(key=lambda m: m.start)
    found.extend(_heads(draft, unit.passage, found))
    found.sort(key=lambda m: m.start)
    unit.mentions = found
    for mention in found:
        where = evidence(unit.passage, "naming.mention", 0.9, start=mention.start, end=mention.end)
        draft.gazetteer.mention(mention.key, where)


def _heads(draft: Draft, passage: Passage, found: list[Mention]) -> list[Mention]:
    """“Werkstatt 3 (Sprecher: S. Grabitz)”: who heads an organisation, said in brackets behind it."""
    heads = []
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
            heads.append(Mention(start, end, key, EntityKind.PERSON))
    return heads


_HOLDER = re.compile(
    r"(?<!\w)(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es)\s"
    r"(?P<office>(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Amtsdirektor(?:in)?|Werkstattsprecher(?:in)?)(?:e?s)?"
    rf"(?![\w-]|\s(?:der|des|von|vom|aus|a\.)\b|\s(?:Dr\.|[{UPPER}]\w)|,\s(?:Herr|Frau)\b)"
)


def _holders(draft: Draft, passage: Passage, found: list[Mention]) -> Iterator[Mention]:
    """“Der Bürgermeister”: the one person of whom this document says that he or she is."""
    for match in _HOLDER.finditer(passage.text):
        office = match["office"].casefold()
        holders = {m.person for m in draft.memberships if (m.role or "").casefold() == office and not m.former}
        start, end = match.span("office")
        if len(holders) == 1 and not any(m.start < end and start < m.end for m in found):
            yield Mention(start, end, holders.pop(), EntityKind.PERSON)


def _introduced(draft: Draft, passage: Passage) -> None:
    """“Dr. Anja Muster (Landkreis Musterfeld)”: somebody met for the first time, with the organisation in brackets."""
    for match in _INTRODUCED.finditer(passage.text):
        name = names.parse(match["name"])
        if name is None or not name.given or draft.gazetteer.known_person(name):
            continue
        organisation = draft.gazetteer.named(match["organisation"], EntityKind.ORGANISATION, EntityKind.BODY)
        plainly = name.prefix or names.is_given(name.given.split()[0])
        if organisation is None or not plainly or draft.gazetteer.namesakes(name.family):
            continue
        key = draft.gazetteer.person(name, hint=match["organisation"])
        if key:
            where = evidence(passage, "naming.introduced", 0.9, start=match.start("name"), end=match.end("organisation"))
            people.membership(draft, key, organisation, None, where)


def _people(draft: Draft, passage: Passage) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for start, end, name, hint in sorted(_named(passage.text), key=lambda p: (p[0], -p[1])):
        if any(a < end and start < b for a, b in taken):
            continue
        stranger = bool(re.match(r"(?:Herr|Frau|Hr|Fr)", passage.text[start:end])) or (
            hint is not None and name.given is not None
        )
        key = _namesake(draft, passage, start, end, name, hint) or draft.gazetteer.known_person(name, hint)
        if key is None and stranger:
            key = draft.gazetteer.person(name, hint=hint)
        if key is None:
            if stranger:
                draft.gazetteer.ambiguous.append((passage.text[start:end], passage.span(start, end)))
            continue
        taken.append((start, end))
        yield Mention(start, end, key, EntityKind.PERSON, bool(stranger))


def _named(text: str) -> Iterator[tuple[int, int, PersonName, str | None]]:
    """Names with a salutation, a function, a title or an initial, each with its place and the function as a hint."""
    for match in _SIGNED.finditer(text) if "gez." in text else ():
        yield match.start("name"), match.end("name"), PersonName(match["family"], None, match["title"]), None
    for match in _SALUTED.finditer(text):
        name, end = _saluted(match)
        if name:
            yield match.start(), end, name, match["function"]
    for match in _function_pattern().finditer(text):
        name, end = _after_function(match)
        if name:
            yield match.start(), end, name, match["function"]
    for match in _NOBLE.finditer(text):
        name = names.parse(match["name"])
        if name:
            yield match.start(), match.end(), name, None
    for match in _INITIALED.finditer(text) if "." in text else ():
        name = PersonName(match["family"], match["given"], match["title"])
        yield match.start(), match.end(), name, None
    for match in _TITLED.finditer(text) if _TITLE_HINT.search(text) else ():
        given = match["given"]
        if given and not names.is_given(given.split()[0]):
            yield match.start(), match.end("given"), PersonName(given, None, match["title"]), None
        else:
            yield match.start(), match.end(), PersonName(match["family"], given, match["title"]), None


@cache
def _function_pattern() -> re.Pattern[str]:
    words = (
        r"(?:Ober)?[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Stadtr[aä]t(?:in)?|Gemeinder[aä]t(?:in)?"
        r"|Gemeindevertreter(?:in)?|Stadtverordnete[rn]?|Beigeordnete[rn]?|Ortsvorsteher(?:in)?"
        r"|Ministerpräsident(?:in)?|Minister(?:in)?|Staatssekretär(?:in)?|Fachbereichsleiter(?:in)?|Amtsleiter(?:in)?"
        r"|Abteilungsleiter(?:in)?|Geschäftsführer(?:in)?|Werkstattsprecher(?:in)?|Sprecher(?:in)?"
        r"|Referatsleiter(?:in)?|Dezernent(?:in)?|Amtsdirektor(?:in)?"
    )
    return re.compile(
        rf"(?<![\w-])(?P<function>{words})\s+(?:(?P<title>{names.TITLE})\s*)?(?P<first>{names.GIVEN}|{names.SURNAME})"
        rf"(?:\s+(?P<second>{names.SURNAME}))?"
    )


def _saluted(match: re.Match[str]) -> tuple[PersonName | None, int]:
    salutation = "Frau" if match["salutation"].startswith("Fr") else "Herr"
    first, second = match["first"], match["second"]
    if second and (names.is_given(first.split()[0]) or first.endswith(".")):
        printed, end = f"{first} {second}", match.end("second")
    else:
        printed, end = first, match.end("first")
    if _NOT_SURNAME.match(printed):
        return None, end
    title = f"{match['title']} " if match["title"] else ""
    return names.parse(f"{salutation} {title}{printed}"), end


def _after_function(match: re.Match[str]) -> tuple[PersonName | None, int]:
    first, second = match["first"], match["second"]
    if second and names.is_given(first.split()[0]):
        return PersonName(second, first, match["title"], names.gender_of(first)), match.end("second")
    if names.is_given(first.split()[0]) or organisations.is_abbreviation(first):
        return None, match.end()
    return PersonName(first, None, match["title"]), match.end("first")


_OTHER_PERSON = re.compile(
    r"gleichen\s+Namens|nicht\s+verwandt|nicht\s+identisch|nicht\s+zu\s+verwechseln|Namensvetter", re.IGNORECASE
)
_OF = re.compile(r"\s+(?:vom|von\s+der|von|des|der|beim|bei\s+der)\s+")


def _namesake(draft: Draft, passage: Passage, start: int, end: int, name: PersonName, hint: str | None) -> str | None:
    """Somebody else of a known name: the text says so beside the name, and gives another organisation."""
    if not name.given or not _OTHER_PERSON.search(passage.text, end, end + 160):
        return None
    known = draft.gazetteer.known_person(name)
    if known is None:
        return None
    link = _OF.match(passage.text, end)
    beside = next((m for m in draft.gazetteer.scan(passage) if link and m.start == link.end()), None)
    posts = {m.organisation for m in draft.memberships if m.person == known}
    if beside is None or beside.key in posts:
        return None
    key = draft.gazetteer.person(name, fresh=True)
    if key is None:
        return None
    where = evidence(passage, "naming.namesake", 0.9, start=start, end=beside.end)
    people.membership(draft, key, beside.key, hint, where)
    return key
