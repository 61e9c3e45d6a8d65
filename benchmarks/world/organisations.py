"""Organisations of a region and of a state, and the ways in which minutes print them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.world.names import Surnames, words
from protokollgraph.model import EntityKind, Gender

LEGAL_FORMS = ("GmbH & Co. KG", "gGmbH", "GmbH", "mbH", "AG", "eG", "e. V.")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or a body that meets."""

    id: str
    name: str
    """With legal form, in German."""
    short: str | None = None
    foreign: str | None = None
    """The name in the second language."""
    kind: EntityKind = EntityKind.ORGANISATION
    number: int | None = None
    part_of: Organisation | None = None
    employer: str = ""
    """Who works for it works for this one: a town and its administration are one employer. Empty: its own id."""
    variants: tuple[str, ...] = ()
    """Other ways to print the full name."""

    @property
    def employed_by(self) -> str:
        return self.employer or self.id


@dataclass(frozen=True, slots=True)
class Towns:
    """The territories of a region."""

    name: str
    """Of the region."""
    district: Organisation
    towns: tuple[Organisation, ...]
    administrations: tuple[Organisation, ...]
    """Of the district and of each town, as organisations of their own, in this order."""


def printed(
    organisation: Organisation, rng: random.Random, short: float, bilingual: bool
) -> tuple[str, tuple[str, ...]]:
    """Name and other names as one document prints them; ``short`` is how likely the abbreviation stands alone."""
    if organisation.short is not None and rng.random() < short:
        return organisation.short, ()
    name = organisation.name
    if organisation.variants and rng.random() < 0.25:
        name = rng.choice(organisation.variants)
    elif rng.random() < 0.3:
        name = _without_legal_form(name)
    if organisation.foreign is not None and bilingual and name == organisation.name:
        foreign = organisation.foreign if rng.random() > 0.03 else _unaccented(organisation.foreign)
        return f"{name}/{foreign}", ((name,) if rng.random() < 0.3 else ())
    defined = organisation.short is not None and rng.random() < 0.4
    return name, ((organisation.short,) if defined and organisation.short else ())


def towns(rng: random.Random, id: str, bilingual: bool) -> Towns:
    """A district and its towns."""
    name, _ = _place(rng)
    name = f"{name}-{rng.choice(words('places')['landscapes'])}"
    district = Organisation(
        f"{id}/district", f"Landkreis {name}", variants=(f"LK {name}", f"Kreis {name}", f"Landkreises {name}")
    )
    found, administrations = [], [_administration(district, f"Kreisverwaltung {name}")]
    for n, kind in enumerate(words("places")["kinds_of_town"]):
        town, foreign = _place(rng)
        foreign_name = foreign if bilingual else None
        variants = (town,) if kind == "Stadt" else ()
        found.append(Organisation(f"{id}/town{n}", f"{kind} {town}", foreign=foreign_name, variants=variants))
        of_town = {"Stadt": "Stadtverwaltung", "Gemeinde": "Gemeindeverwaltung", "Amt": "Amtsverwaltung"}[kind]
        administrations.append(_administration(found[-1], f"{of_town} {town}"))
    return Towns(name, district, tuple(found), tuple(administrations))


def _administration(of: Organisation, name: str) -> Organisation:
    return Organisation(f"{of.id}/administration", name, employer=of.id)


def regional(rng: random.Random, id: str, places: Towns, surnames: Surnames) -> list[Organisation]:
    """Companies, associations and the like: most of the list, those of a town in one or two towns."""
    found = []
    for n, line in enumerate(words("places")["regional"]):
        if rng.random() < 0.85:
            pattern, _, short = line.partition(" | ")
            town = rng.choice(places.towns).name.partition(" ")[2]
            surname = surnames.draw(rng, Gender.MALE)
            name = _filled(pattern, {"R": places.name, "T": town, "S": surname})
            ends = {"R": places.name, "T": town}
            own = short[:-1] + ends[short[-1]][0] if short and short[-1] in ends else short
            own_variants = (f"{short} {places.name}",) if short in ("IHK", "HWK") else ()
            found.append(Organisation(f"{id}/o{n}", name, own or None, variants=own_variants))
    return found


def of_a_state(id: str, state: str) -> list[Organisation]:
    """Ministries and other organisations of a state, sometimes printed without the name of the state."""
    found = []
    for n, line in enumerate(words("places")["of_a_state"]):
        pattern, _, short = line.partition(" | ")
        name = _filled(pattern, {"L": state})
        plain = name.replace(f" des Landes {state}", "")
        variants = (plain, f"{plain} {state}") if plain != name else ()
        found.append(Organisation(f"{id}/o{n}", name, short, variants=variants))
    return found


def project_names(rng: random.Random, places: Towns, count: int) -> list[str]:
    """Names of projects in the towns of a region, each once."""
    first, second = words("places")["projects"]
    names = dict.fromkeys(
        f"{rng.choice(first)} {rng.choice(second)} {rng.choice(places.towns).name.partition(' ')[2]}"
        for _ in range(count)
    )
    return list(names)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return " ".join(parts.get(word, word) for word in pattern.split(" "))


def _place(rng: random.Random) -> tuple[str, str]:
    """An invented place in both languages."""
    data = words("places")
    stem, ending = rng.choice(data["stems"]), rng.choice(list(data["endings"]))
    foreign = data["foreign_stems"].get(stem, stem.replace("en", "").replace("er", "r")) + data["endings"][ending]
    if rng.random() < 0.5:
        return stem + ending, foreign
    first = rng.choice(list(data["first_parts"]))
    return f"{first}{stem.lower()}{ending}", f"{data['first_parts'][first]}a {foreign}"


def _without_legal_form(name: str) -> str:
    for form in LEGAL_FORMS:
        if name.endswith(f" {form}"):
            return name.removesuffix(f" {form}")
    return name


def _unaccented(name: str) -> str:
    return name.translate(str.maketrans("ćčěłńóřŕśšźž", "ccelnorrsszz"))
