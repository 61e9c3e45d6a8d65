"""Of which town, parish or district a body is: the scope of names that many places have.

>>> of_body("Gemeindevertretung der Gemeinde Quaal"), of_body("Kreistag Nebelin"), of_body("Bauausschuss")
('quaal', 'landkreis nebelin', None)
>>> of_body("Ausschuss für Bau der Stadt Quaal/Kwałow"), of_territory("Stadtverwaltung Quaal")
('quaal', 'quaal')
"""

from __future__ import annotations

from functools import lru_cache

from protokollgraph.extract.posts.parties import is_party
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.naming import TERRITORY, Keys, first_language, organisation
from protokollgraph.graph.matching.words import load
from protokollgraph.model import Entity, EntityKind

IN = "in "
"""Before the place that is a scope."""
_UNKNOWN = "um "
"""Before a place: not of it, but of the one that its documents mean, "the Kreistag" in the minutes of a parish."""


@lru_cache(maxsize=1 << 14)
def of_body(name: str) -> str | None:
    """The place that a body's name tells: behind the kind of council, or behind "der Stadt" and its like."""
    lists, own = load(), organisation(name, True).words
    folded = fold(first_language(name))
    found = list(lists.belonging.finditer(folded))
    if found:
        rest = words(folded[found[-1].end() :])
        return _kind(found[-1].group()) + " ".join(rest) if rest else None
    if len(own) > 1 and own[0] in lists.councils:
        return _kind(own[0]) + " ".join(own[1:])
    return None


@lru_cache(maxsize=1 << 14)
def of_territory(name: str) -> str | None:
    """The place that is a town, parish or district, or whose administration it is; None for anything else."""
    own = organisation(name).words
    if len(own) < 2:
        return None
    kind = load().administrations.get(own[0], own[0])
    return _kind(kind) + " ".join(own[1:]) if kind in load().territory_kinds else None


def of_employer(tie: str) -> str:
    """The place of a tie to a territory, see :func:`employer_keys`."""
    kind, _, name = tie.removeprefix(TERRITORY).partition(" ")
    return _kind(kind) + name


def _kind(word: str) -> str:
    """Towns and parishes have no mark; a district and an Amt are other places than a town of their name."""
    if "kreis" in word:
        return "landkreis "
    return "amt " if word.strip().startswith(("amt", "des amt", "amtsausschuss")) else ""


@lru_cache(maxsize=1 << 14)
def is_local(name: str) -> bool:
    """Whether many places have a body of this name: a committee, a council without its place."""
    own = organisation(name, True).words
    if not own or own[0] in load().supralocal:
        return False
    return own[0].endswith("ausschuss") or (len(own) == 1 and own[0] in load().councils)


@lru_cache(maxsize=1 << 14)
def is_council(name: str) -> bool:
    """Whether it is a council or a committee, whose members sit for the people of a place."""
    own = organisation(name, True).words
    return bool(own) and own[0] not in load().supralocal and (own[0] in load().councils or own[0].endswith("ausschuss"))


def is_group(entity: Entity) -> bool:
    """Whether a body is a parliamentary group or a party by one of its names."""
    return any(is_party(each) or "fraktion" in words(fold(each)) for each in (entity.name, *entity.aliases))


def in_minutes_of(name: str, place: str, districts: frozenset[str]) -> str:
    """The place of a local body that the minutes of a place name without one.

    A parish has no Kreistag and a district no Gemeinderat: that is another place's, which is told only if the minutes
    name one district. ``districts`` are those that they name.
    """
    own = organisation(name, True).words
    if len(own) == 1 and own[0] in load().councils and bool(_kind(own[0])) != place.startswith(("landkreis ", "amt ")):
        of_district = bool(_kind(own[0])) and len(districts) == 1
        return next(iter(districts)) if of_district else _UNKNOWN + place
    return place


def located(keys: Keys, place: str) -> Keys:
    """The keys of a body of a place: those of its name with the place in it; without it, it is a shorter form."""
    unknown = place.startswith(_UNKNOWN)
    tail = tuple(word for word in place.removeprefix(_UNKNOWN).split() if word not in load().territory_kinds)
    own = tuple(word for word in keys.words if word != "fraktion") or keys.words
    if own[-len(tail) :] == tail:
        return keys
    full = (*own, *(("um",) if unknown else ()), *tail)
    weak = keys.weak | {keys.strong, "".join(own)}
    return Keys("".join(full), weak, full)


def is_body(entity: Entity) -> bool:
    """Whether it is a body whose name may need a place: not a numbered Werkstatt."""
    return entity.kind is EntityKind.BODY and entity.number is None
