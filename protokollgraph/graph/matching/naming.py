"""Names of organisations, bodies, projects and programmes, read into keys that can be compared.

Two names with the same :attr:`Keys.strong` key name the same thing. A *weak* key is the strong key of a shorter form of
the name; it counts only where nothing else could be meant.

>>> organisation("Landkreises Spree-Neiße/Wokrejs Sprjewja-Nysa").strong
'landkreisspreeneisse'
>>> organisation("Neubau Löwitz mbH").strong == organisation("Neubau Löwitz").strong
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.words import Words, load
from protokollgraph.model import EntityKind

_SHORT_IN_PARENTHESES = re.compile(r"\s*\(([A-ZÄÖÜ][\w&.-]*[A-ZÄÖÜ][\w&.-]*)\)")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_QUOTED = re.compile(r"\s*[„“”»«\"][^„“”»«\"]*[“”»«\"]")
_ABBREVIATION = re.compile(r"(?=(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\wÄÖÜäöüß&.-]{1,9}")


@dataclass(frozen=True, slots=True)
class Keys:
    """What a name is compared by."""

    strong: str
    weak: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    generic: bool = False
    """True if the name says only what kind of thing it is: "Bauamt"."""


def is_abbreviation(name: str) -> bool:
    """Tell abbreviations ("LMBV", "StK") from names ("Domowina", "LK SPN")."""
    return _ABBREVIATION.fullmatch(name) is not None


def has_legal_form(name: str) -> bool:
    return load().legal_forms.search(fold(name)) is not None


def without_legal_form(name: str) -> str:
    """The name as printed, up to its legal form."""
    parts = name.split(" ")
    for n in range(1, len(parts)):
        rest = f"x {fold(' '.join(parts[n:]))}"
        found = load().legal_forms.match(rest, 1)
        if found is not None and found.end() == len(rest):
            return " ".join(parts[:n]).rstrip(",")
    return name


def first_language(name: str) -> str:
    """The German part of "Stadt Calau/Kalawa"; a slash that does not lead into a second language stays."""
    return _languages(name)[0]


def second_language(name: str) -> str | None:
    """The other name of "Stiftung für das Volk/Załožba za lud": "Załožba za lud"; of a territory with its kind."""
    return _languages(name)[1]


@lru_cache(maxsize=1 << 14)
def _languages(name: str) -> tuple[str, str | None]:
    """The German part, and the name in the second language."""
    head, slash, tail = name.partition("/")
    if not slash or not head.strip():
        return name, None
    parts = tail.lstrip().split(" ")
    taken = _foreign_words(parts)
    foreign = " ".join(parts[:taken])
    kind = load().territories.match(fold(head))
    if not taken or not (kind or _is_foreign(foreign)):
        return name, None
    comma = "," if foreign.endswith(",") else ""
    german = f"{head.rstrip()}{comma} {' '.join(parts[taken:])}".strip()
    if taken < len(parts):
        return german, None
    return german, f"{head.split(' ')[0]} {foreign}" if kind else foreign


def _foreign_words(parts: list[str]) -> int:
    """How many words behind the slash are the second language's: up to a comma or a German word in small letters."""
    taken = 0
    for part in parts:
        small = part[:1].islower() and not _is_foreign(part)
        if small and (taken == 0 or not _is_foreign(parts[0]) or fold(part) in load().fillers):
            break
        taken += 1
        if part.endswith(","):
            break
    return taken


def _is_foreign(text: str) -> bool:
    return not load().foreign_letters.isdisjoint(text.lower())


@lru_cache(maxsize=1 << 16)
def organisation(name: str, body: bool = False) -> Keys:
    """Keys of an organisation, or of a body that meets."""
    lists = load()
    own = _organisation_words(name, lists)
    kinds = lists.omissible_body_kinds if body else lists.omissible_kinds
    shorter = [_organisation_words(each, lists) for each in _shorter_names(name, body)]
    weak = {"".join(each) for each in shorter}
    for each in (own, *shorter):
        if len(each) > 1 and each[0] in kinds:
            weak.add("".join(each[1:]))
        if (len(each) > 1 and each[-1] in lists.states) or (body and len(each) > 2):
            weak.add("".join(each[:-1]))
    strong = "".join(own)
    generic = all(word in lists.generic for word in own)
    return Keys(strong, frozenset(weak - {strong, ""}), own, generic)


def _organisation_words(name: str, lists: Words) -> tuple[str, ...]:
    folded = fold(first_language(_SHORT_IN_PARENTHESES.sub("", name) or name))
    for removed in (lists.legal_forms, lists.state_of, lists.belonging):
        folded = removed.sub(" ", folded)
    found = [_base(word) for word in words(folded) if word not in lists.articles]
    if found and found[0] in lists.expansions:
        found[0] = lists.expansions[found[0]]
    return tuple(found)


def _shorter_names(name: str, body: bool) -> list[str]:
    first = first_language(_SHORT_IN_PARENTHESES.sub("", name))
    patterns = (_PARENTHESES, _QUOTED) if body else (_PARENTHESES,)
    shorter = (pattern.sub("", first).strip() for pattern in patterns)
    return [each for each in shorter if each and each != first]


@lru_cache(maxsize=1 << 14)
def _base(word: str) -> str:
    match = load().inflected.fullmatch(word)
    return word if match is None else match.group(1) or match.group(2)


@lru_cache(maxsize=1 << 16)
def project(name: str) -> Keys:
    """Keys of a project: its words without fillers, in one language."""
    return _plain(first_language(name), load().fillers)


@lru_cache(maxsize=1 << 14)
def programme(name: str) -> Keys:
    """Keys of a funding programme."""
    return _plain(name, load().programme_words | load().fillers)


def _plain(name: str, ignored: frozenset[str]) -> Keys:
    everything = words(fold(_SHORT_IN_PARENTHESES.sub("", name) or name))
    own = tuple(word for word in everything if word not in ignored) or tuple(everything)
    return Keys("".join(own), frozenset(), own, all(word in load().generic for word in own))


def keys(kind: EntityKind, name: str) -> Keys:
    """Keys of a name of that kind of thing."""
    match kind:
        case EntityKind.PROJECT:
            return project(name)
        case EntityKind.PROGRAMME:
            return programme(name)
        case _:
            return organisation(name, kind is EntityKind.BODY)


def short_form_in(name: str) -> str | None:
    """The abbreviation that a name carries in parentheses: "Interministerielle Arbeitsgruppe (IMAG)"."""
    match = _SHORT_IN_PARENTHESES.search(name)
    return None if match is None else match.group(1)


TERRITORY = "territory "
"""Before the kind and name of a territory: the employer of those who work for it or for its administration."""


@lru_cache(maxsize=1 << 14)
def employer_keys(name: str) -> frozenset[str]:
    """Strong keys that tie people together: "Stadtverwaltung Guben" and "Stadt Guben" are one employer."""
    own = organisation(name).words
    of = load().administrations.get(own[0]) if own else None
    kind = of or (own[0] if own and own[0] in load().administrations.values() else None)
    return frozenset() if kind is None or len(own) < 2 else frozenset({f"{TERRITORY}{kind} {' '.join(own[1:])}"})


@lru_cache(maxsize=1 << 14)
def is_elected(name: str) -> bool:
    """True for councils, whose members are people of one place: "Gemeindevertretung", "Kreistag"."""
    own = organisation(name, True).words
    return any(part in fold(name) for part in load().elected_bodies) or (bool(own) and own[0] in load().councils)


def place_of_council(name: str) -> str | None:
    """The words behind the kind of council ("Dubrauheide"); None if there are none or it is no council."""
    own = organisation(name, True).words
    return " ".join(own[1:]) or None if own and own[0] in load().elected_bodies else None
