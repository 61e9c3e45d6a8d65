"""People named in running text: with Herr or Frau, a title, initials or a function."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import hints, names, organisations, people
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.model import EntityKind, PersonName

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

_AFTER_FUNCTION = re.compile(
    r"(?<![\w-])(?P<function>(?:Ober)?[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Stadtr[aä]t(?:in)?|Gemeinder[aä]t(?:in)?"
    r"|Gemeindevertreter(?:in)?|Stadtverordnete[rn]?|Beigeordnete[rn]?|Ortsvorsteher(?:in)?"
    r"|Ministerpräsident(?:in)?|Minister(?:in)?|Staatssekretär(?:in)?|Fachbereichsleiter(?:in)?|Amtsleiter(?:in)?"
    r"|Abteilungsleiter(?:in)?|Geschäftsführer(?:in)?|Werkstattsprecher(?:in)?|Sprecher(?:in)?"
    r"|Referatsleiter(?:in)?|Dezernent(?:in)?|Amtsdirektor(?:in)?)"
    rf"\s+(?:(?P<title>{names.TITLE})\s*)?(?P<first>{names.GIVEN}|{names.SURNAME})"
    rf"(?:\s+(?P<second>{names.SURNAME}))?"
)

_NOBLE = re.compile(
    rf"(?<![\w-])(?P<name>(?:{names.NOBLE_RANK.pattern})\s(?:von(?:\s(?:der|dem|den|und\szu))?|zu)\s[{UPPER}][\w-]+)"
)

_SIGNED = re.compile(
    rf"gez\.\s+(?P<name>(?:(?P<title>{names.TITLE})\s+)?(?P<family>{names.SURNAME}))(?!\s[{UPPER}][a-zäöü])"
)

_INITIAL = re.compile(rf"[{UPPER}][a-z]?\.")

_SIGNATURE = hints.bit(["gez."])
_SALUTATION = hints.bit(["Herr", "Frau", "Hr.", "Fr."])
_FUNCTION = hints.bit(
    [
        "ürgermeister",
        "Landr",
        "Stadtr",
        "Gemeinder",
        "Gemeindevertreter",
        "Stadtverordnete",
        "Beigeordnete",
        "vorsteher",
        "inister",
        "Staatssekretär",
        "leiter",
        "Geschäftsführer",
        "precher",
        "Dezernent",
        "direktor",
    ]
)
_RANK = hints.bit(["Frei", "Gr", "Fürst", "Prinz", "Baron"])
_TITLE = hints.bit(["Dr", "Prof", "Dipl", "Mag", "PD", "RA", "Ing", "M.", "B."])

_NOT_SURNAME = re.compile(r"(?:Die|Der|Das|Und|Wird|Hat|Ist|Als|Alle)$")


def mentioned(draft: Draft, passage: Passage) -> Iterator[Mention]:
    """The people of a passage whose form of name gives them away."""
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
    words = hints.of(text)
    for match in _SIGNED.finditer(text) if words & _SIGNATURE else ():
        yield match.start("name"), match.end("name"), PersonName(match["family"], None, match["title"]), None
    for match in _SALUTED.finditer(text) if words & _SALUTATION else ():
        name, end = _saluted(match)
        if name:
            yield match.start(), end, name, match["function"]
    for match in _AFTER_FUNCTION.finditer(text) if words & _FUNCTION else ():
        name, end = _after_function(match)
        if name:
            yield match.start(), end, name, match["function"]
    for match in _NOBLE.finditer(text) if words & _RANK else ():
        name = names.parse(match["name"])
        if name:
            yield match.start(), match.end(), name, None
    for match in _INITIALED.finditer(text) if "." in text and _INITIAL.search(text) else ():
        name = PersonName(match["family"], match["given"], match["title"])
        yield match.start(), match.end(), name, None
    for match in _TITLED.finditer(text) if words & _TITLE else ():
        given = match["given"]
        if given and not names.is_given(given.split()[0]):
            yield match.start(), match.end("given"), PersonName(given, None, match["title"]), None
        else:
            yield match.start(), match.end(), PersonName(match["family"], given, match["title"]), None


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
