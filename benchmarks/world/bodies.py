"""Bodies that meet for ten years: councils, their committees, and boards of agencies, with who sits in them when."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from benchmarks.world.names import words
from benchmarks.world.organisations import Organisation
from benchmarks.world.people import BEGIN, END, Person
from benchmarks.world.printing import Style, style
from benchmarks.world.region import Region
from protokollgraph.model import EntityKind

ELECTIONS = (date(2019, 6, 1), date(2024, 6, 1))
NEW_AT_ELECTION, NEW_IN_A_YEAR, STAYS_WITH_NEW_EMPLOYER = 0.45, 0.03, 0.35
NEW_DELEGATE = 0.08
"""How likely it is in a year that an organisation sends somebody else."""
SAME_NAME_IN_BODY = 0.03
"""In how many bodies two members have one name."""

Seat = tuple[tuple[date, Person], ...]


class Kind(StrEnum):
    """What kind of body meets."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    AGENCY = "agency"


class Naming(StrEnum):
    """How minutes name a committee."""

    UNIT = "unit"
    """As a unit of its town."""
    FULL = "full"
    """With the name of the town in its own."""
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its members and habits over the years."""

    organisation: Organisation
    kind: Kind
    seats: tuple[Seat, ...]
    staff: tuple[Person, ...]
    parties: dict[str, Organisation]
    """The groups of a council, by the id of the member; those of two towns are two, whatever their party."""
    styles: tuple[tuple[date, Style], ...]
    days: tuple[date, ...]
    naming: Naming = Naming.FULL


def bodies(region: Region, rng: random.Random) -> list[Body]:
    """The bodies of a region."""
    district = _council(region, rng, region.towns.district, 0, "Kreistag", 40, 5)
    town = _council(region, rng, region.towns.towns[0], 1, "Stadtverordnetenversammlung", 28, 6)
    village = _council(region, rng, region.towns.towns[3], 4, "Gemeindevertretung", 14, 6)
    names = rng.sample(words("places")["committees"], 2)
    found = [district, town, village]
    found += [_committee(region, rng, name, town, n) for n, name in enumerate(names)]
    names = rng.sample(words("places")["agency_bodies"], 3)
    numbers = (1, 2, 3) if region.number == 0 else (None, None, None)
    return found + [_agency(region, rng, name, number) for name, number in zip(names, numbers, strict=True)]


def _council(
    region: Region, rng: random.Random, of: Organisation, nth: int, kind: str, seats: int, yearly: int
) -> Body:
    place = of.name.partition(" ")[2]
    genitive = {"Landkreis": "des Landkreises", "Stadt": "der Stadt", "Gemeinde": "der Gemeinde"}[of.name.split()[0]]
    name = f"{kind} {place}"
    organisation = Organisation(
        f"{of.id}/council", name, kind=EntityKind.BODY, part_of=of, variants=(f"{kind} {genitive} {place}",)
    )
    timelines = [_elected(region, rng, organisation, n) for n in range(seats)]
    _add_namesake(region, rng, timelines)
    choices = [*words("places")["parties"][:5], f"Bürgerliste {place}"]
    parties: dict[str, Organisation] = {}
    for seat in timelines:
        for _, person in seat:
            party = region.parties.setdefault(person.id, rng.choice(choices))
            parties[person.id] = Organisation(f"{of.id}/party/{party}", party, kind=EntityKind.BODY)
    staff = _staff(region, rng, region.towns.administrations[nth], 4)
    return Body(
        organisation, Kind.COUNCIL, tuple(timelines), staff, parties, _styles(rng, True, region), _days(rng, yearly)
    )


def _elected(region: Region, rng: random.Random, council: Organisation, nth: int) -> Seat:
    """Who holds a seat: somebody new, somebody of another council, or somebody whom an organisation employs."""
    entries: list[tuple[date, Person]] = []
    for since in _changes(rng, NEW_IN_A_YEAR, ELECTIONS, NEW_AT_ELECTION):
        kind = rng.random()
        if kind < 0.15 and region.councillors:
            person = rng.choice(region.councillors)
        elif kind < 0.25:
            person = region.worker(rng.choice(region.employers), since, rng)
        else:
            person = region.population.person()
        if person.id not in region.seated.setdefault(council.id, set()):
            region.seated[council.id].add(person.id)
            region.councillors.append(person)
            entries.append((since, person))
    return tuple(entries)


def _committee(region: Region, rng: random.Random, name: str, council: Body, nth: int) -> Body:
    town = council.organisation.part_of
    organisation = Organisation(f"{council.organisation.id}/c{nth}", name, kind=EntityKind.BODY, part_of=town)
    seats = rng.sample(council.seats, 9)
    experts: list[Seat] = [((BEGIN, region.population.person()),) for _ in range(3)]
    naming = rng.choice((Naming.UNIT, Naming.UNIT, Naming.FULL, Naming.FULL, Naming.BARE))
    return Body(
        organisation,
        Kind.COMMITTEE,
        (*seats, *experts),
        council.staff,
        council.parties,
        _styles(rng, True, region),
        _days(rng, 8),
        naming,
    )


def _agency(region: Region, rng: random.Random, name: str, number: int | None) -> Body:
    """A board to which organisations send people."""
    if number is None:
        own = " ".join(region.towns.name if word == "R" else word for word in name.split(" "))
        organisation = Organisation(f"{region.id}/{name}", own, kind=EntityKind.BODY)
    else:
        organisation = Organisation(f"werkstatt/{number}", f"Werkstatt {number}", kind=EntityKind.BODY, number=number)
    senders = rng.sample(region.employers, 20)
    seated: set[str] = set()
    seats = [seat for sender in senders if (seat := _delegates(region, rng, sender, seated))]
    _add_namesake(region, rng, seats)
    staff = _staff(region, rng, rng.choice(region.employers), 3)
    return Body(organisation, Kind.AGENCY, tuple(seats), staff, {}, _styles(rng, False, region), _days(rng, 6))


def _delegates(region: Region, rng: random.Random, sender: Organisation, seated: set[str]) -> Seat:
    """Whom an organisation sends; who finds another employer either keeps the seat or is replaced."""
    entries: list[tuple[date, Person]] = []
    changes = list(_changes(rng, NEW_DELEGATE))
    while changes:
        since = changes.pop(0)
        person = region.worker(sender, since, rng)
        if person.id in seated:
            continue
        seated.add(person.id)
        entries.append((since, person))
        left = next((day for day, _ in person.jobs[1:] if day > since), None)
        if left is not None and rng.random() > STAYS_WITH_NEW_EMPLOYER:
            changes = sorted({left, *(day for day in changes if day > left)})
    return tuple(entries)


def _changes(
    rng: random.Random, yearly: float, elections: tuple[date, ...] = (), at_election: float = 0.0
) -> Iterator[date]:
    """The days on which somebody else takes a seat, the first day among them."""
    yield BEGIN
    for year in range(BEGIN.year, END.year):
        if rng.random() < yearly:
            yield date(year, 9, 2) + timedelta(days=rng.randrange(250))
        for day in elections:
            if day.year == year + 1 and rng.random() < at_election:
                yield day


def _add_namesake(region: Region, rng: random.Random, seats: list[Seat]) -> None:
    """Now and then two members have one name."""
    if rng.random() < SAME_NAME_IN_BODY:
        n, other = rng.sample(range(len(seats)), 2)
        if seats[n] and seats[other]:
            seats[n] = ((BEGIN, region.population.namesake(seats[other][0][1])),)


def _staff(region: Region, rng: random.Random, employer: Organisation, count: int) -> tuple[Person, ...]:
    return tuple({p.id: p for p in (region.worker(employer, BEGIN, rng) for _ in range(count))}.values())


def _styles(rng: random.Random, council: bool, region: Region) -> tuple[tuple[date, Style], ...]:
    """A new minute-taker every few years."""
    found = [(BEGIN, style(rng, council, region.bilingual))]
    while (since := found[-1][0] + timedelta(days=rng.randrange(500, 2500))) < END:
        found.append((since, style(rng, council, region.bilingual)))
    return tuple(found)


def _days(rng: random.Random, yearly: int) -> tuple[date, ...]:
    """The days on which a body meets."""
    step = 365 / yearly
    count = int((END - BEGIN).days / step)
    return tuple(BEGIN + timedelta(days=int(n * step + rng.randrange(14))) for n in range(count))
