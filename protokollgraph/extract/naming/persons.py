"""People named in running text: with Herr or Frau, a title, initials or a function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from protokollgraph.extract import hints, names, organisations, people, surnames
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.gazetteer.namesakes import compatible
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, PersonName

_SALUTED = re.compile(
    r"(?<![\w-])(?P<salutation>Herrn?|Frau|Hr\.|Fr\.)\s+"
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

_SIGNED = re.compile(
    rf"gez\.\s+(?P<name>(?:(?P<title>{names.TITLE})\s+)?(?P<family>{names.SURNAME}))(?!\s[{UPPER}][a-zäöü])"
)

_INITIAL = re.compile(rf"[{UPPER}][a-z]?\.")

_SIGNATURE = hints.bit(["gez."])
_SALUTATION = hints.bit(["Herr", "Frau", "Hr.", "Fr."])
_FUNCTION = hints.bit(lambda: load("roles")["before_hints"])
_LIST = hints.bit(["Herren ", "äte", "Rats", "itglieder", "ordnete", "vertreter", "Synodale"])
_RANK = hints.bit(["Frei", "Gr", "Fürst", "Prinz", "Baron"])
_TITLE = hints.bit(["Dr", "Prof", "Dipl", "Mag", "PD", "RA", "Ing", "M.", "B."])

_NOT_SURNAME = re.compile(
    r"(?:Die|Der|Das|Und|Wird|Hat|Ist|Als|Alle|Kolleg(?:e|en|in)|(?:Ober|Erste[r]?\s)?[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?"
    r"|(?:Stadt|Gemeinde|Kreis|Ortschafts|Bezirks)r[aä]t(?:in)?|Präsident(?:in)?|Vorsitzende[rn]?|Minister(?:in)?|Doktor|Professor(?:in)?"
    r"|Beigeordnete[rn]?|Dezernent(?:in)?|Direktor(?:in)?|Abgeordnete[rn]?|Stadtverordnete[rn]?|Ratsmitglied)$"
)
"""What stands behind Herr or Frau and is no name: an office, a colleague."""


_GROUP_BEHIND = re.compile(r"\s?\((?P<bracket>[^()]{2,30})\)|/(?P<slash>[^\s():/]{2,20})")
_NOUN_BEHIND = re.compile(rf"\s[{UPPER}][a-zäöüß]")
"""“Frau Musters Vorschlag”: whose it is stands before it."""
_NOUN_BEFORE = re.compile(rf"(?:^|\s)[{UPPER}][\w-]+\s$")


def mentioned(draft: Draft, passage: Passage) -> Iterator[Mention]:
    """The people of a passage whose form of name gives them away."""
    taken: list[tuple[int, int]] = []
    for start, end, name, hint in sorted(_named(passage.text), key=lambda p: (p[0], -p[1])):
        if any(a < end and start < b for a, b in taken):
            continue
        stranger = bool(re.match(r"(?:Herr|Frau|Hr|Fr)", passage.text[start:end])) or (
            hint is not None and name.given is not None
        )
        key, end = _key(draft, passage, start, end, name, hint)
        if key is None and stranger:
            key = draft.gazetteer.person(name, hint=hint)
        if key is None:
            if stranger:
                draft.gazetteer.ambiguous.append((passage.text[start:end], passage.span(start, end)))
            continue
        draft.gazetteer.complete(key, name)
        taken.append((start, end))
        yield Mention(start, end, key, EntityKind.PERSON, bool(stranger))


def changed_surnames(draft: Draft, passage: Passage) -> None:
    """Enter the other surnames that stand behind the names of a passage, so that either name means the same person."""
    if not hints.of(passage.text) & surnames.HINT:
        return
    for _, end, name, hint in _named(passage.text):
        other = surnames.changed(passage.text, end, name.given)
        if other is None:
            continue
        before = replace(name, family=other["family"])
        key = (
            draft.gazetteer.known_person(name, hint)
            or draft.gazetteer.known_person(before, hint)
            or draft.gazetteer.person(name, hint=hint)
        )
        if key:
            surnames.note(draft, passage, key, end)
            draft.gazetteer.also_called(key, name.family)


def _key(
    draft: Draft, passage: Passage, start: int, end: int, name: PersonName, hint: str | None
) -> tuple[str | None, int]:
    """Who of those known is meant, and where the name ends; None for a stranger."""
    known = draft.gazetteer.known_person
    group = _GROUP_BEHIND.match(passage.text, end)
    key = _namesake(draft, passage, start, end, name, hint)
    if key is None and group:
        beside = group["bracket"] or group["slash"]
        key = known(name, beside) or _with_post(draft, name, beside)
    key = key or known(name, hint)
    if key or draft.gazetteer.namesakes(name.family) or name.given:
        return key, end
    return _inflected(draft, passage.text, start, end, name)


def _with_post(draft: Draft, name: PersonName, beside: str) -> str | None:
    """The one of several of a name who has a post at the organisation beside it: "Herr Muster (IHK)"."""
    home = draft.gazetteer.named(beside, EntityKind.ORGANISATION, EntityKind.BODY)
    fitting = {m.person for m in draft.memberships if home and m.organisation == home}
    named = [key for key in draft.gazetteer.namesakes(name.family) if key in fitting]
    person = draft.gazetteer[named[0]].person if len(named) == 1 else None
    return named[0] if person and compatible(person, name) else None


def _inflected(draft: Draft, text: str, start: int, end: int, name: PersonName) -> tuple[str | None, int]:
    """Somebody known in the genitive ("auf Vorschlag Herrn Musters") or with a space lost ("Herr Musterfragt")."""
    family = name.family
    if family.endswith("s") and _NOUN_BEFORE.search(text[:start]) and not text[start:].startswith("Frau"):
        key = draft.gazetteer.known_person(replace(name, family=family[:-1]))
        if key:
            return key, end
    if family.endswith("s") and _NOUN_BEHIND.match(text, end) and text[start:].startswith(("Frau", "Herr")):
        key = draft.gazetteer.known_person(replace(name, family=family[:-1]))
        if key:
            return key, end
    for length in range(len(family) - 3, 3, -1):
        if _verb().fullmatch(family[length:]) and draft.gazetteer.namesakes(family[:length]):
            return draft.gazetteer.known_person(replace(name, family=family[:length])), end - len(family) + length
    return None, end


@cache
def _verb() -> re.Pattern[str]:
    """A verb by which somebody contributes."""
    verbs = {entry.partition("…")[0] for key in ("presents", "discusses") for entry in load("speech")[key]}
    return re.compile("|".join(sorted(verbs)))


def _named(text: str) -> Iterator[tuple[int, int, PersonName, str | None]]:
    """Names with a salutation, a function, a title or an initial, each with its place and the function as a hint."""
    words = hints.of(text)
    for match in _SIGNED.finditer(text) if words & _SIGNATURE else ():
        yield match.start("name"), match.end("name"), PersonName(match["family"], None, match["title"]), None
    for match in hints.near(_SALUTED, text, _SALUTATION, 8) if words & _SALUTATION else ():
        name, end = _saluted(match)
        if name:
            yield match.start(), end, name, match["function"]
    for match in hints.near(_function_pattern(), text, _FUNCTION, 32, small=True) if words & _FUNCTION else ():
        name, end = _after_function(match)
        if name:
            yield match.start(), end, name, match["function"]
    yield from _listed(text) if words & _LIST else ()
    turn = _TURN.match(text)
    if turn:
        yield turn.start("family"), turn.end("family"), PersonName(turn["family"]), None
    for match in hints.near(_NOBLE, text, _RANK, 16) if words & _RANK else ():
        name = names.parse(match["name"])
        if name:
            yield match.start(), match.end(), name, None
    for match in _INITIALED.finditer(text) if "." in text and _INITIAL.search(text) else ():
        name = PersonName(match["family"], match["given"], match["title"])
        yield match.start(), match.end(), name, None
    for match in hints.near(_TITLED, text, _TITLE, 60) if words & _TITLE else ():
        given = match["given"]
        if given and not names.is_given(given.split()[0]):
            yield match.start(), match.end("given"), PersonName(given, None, match["title"]), None
        else:
            yield match.start(), match.end(), PersonName(match["family"], given, match["title"]), None


def _listed(text: str) -> Iterator[tuple[int, int, PersonName, str | None]]:
    """“die Herren Stadträte Dr. Muster und Beispiel”: salutation or function is that of all the names behind it."""
    for match in hints.near(_list_pattern(), text, _LIST, 24):
        salutation = match["salutation"]
        start = match.start("names")
        for one in _ONE_OF_A_LIST.finditer(match["names"]):
            name = names.parse(f"Herr {one.group()}") if salutation else names.parse(one.group(), bare_surname=True)
            if name:
                yield start + one.start(), start + one.end(), name, match["function"]


_ONE_OF_A_LIST = re.compile(
    rf"(?:{names.TITLE}\s*)?(?:{names.GIVEN}\s+(?=[{UPPER}]))?(?!(?:und|sowie)\b){names.SURNAME}(?:-{names.SURNAME})?"
)


@cache
def _list_pattern() -> re.Pattern[str]:
    functions = "|".join(load("roles")["before_lists"])
    one = rf"(?:{names.TITLE}\s*)?(?:{names.GIVEN}\s)?{names.SURNAME}(?:\s\([^()]{{2,20}}\))?"
    return re.compile(
        rf"(?<![\w-])(?=[{UPPER}])(?:(?P<salutation>Herren)\s(?:(?P<function>{functions})\s)?|(?P<role>{functions})\s)"
        rf"(?P<names>{one}(?:,\s{one})*(?:\s(?:und|sowie)\s{one}))"
    )


@cache
def _function_pattern() -> re.Pattern[str]:
    words = "|".join(load("roles")["before_names"])
    return re.compile(
        rf"(?<![\w-])(?=[{UPPER}m])(?P<function>{words})\s+(?:(?P<title>{names.TITLE})\s*)?"
        rf"(?P<first>{names.GIVEN}|{names.SURNAME})(?:\s+(?P<second>{names.SURNAME}))?"
    )


_TURN = re.compile(rf"(?P<family>{names.SURNAME})(?=\s?\([^():]{{2,30}}\):\s)")
"""A turn of a transcript: "Muster (ABC): …"."""


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
    if organisations.is_abbreviation(first):
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
