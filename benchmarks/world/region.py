"""A region: its towns, organisations and people, and the state that it belongs to."""

from __future__ import annotations

import random
from datetime import date
from functools import lru_cache

from benchmarks.world.names import Surnames, words
from benchmarks.world.organisations import Organisation, Towns, of_a_state, project_names, regional, towns
from benchmarks.world.people import BEGIN, Person, Population

REGIONS_OF_A_STATE = 12
WORKERS = 6
"""How many people of an organisation go to meetings, at most."""


class Region:
    """What all bodies of a region share. The people are made as they are needed."""

    def __init__(self, seed: int, number: int) -> None:
        rng = random.Random(f"region {seed} {number}")
        self.number = number
        self.id = f"r{number}"
        self.bilingual = number % 5 == 0
        surnames = Surnames(rng, self.bilingual)
        self.towns: Towns = towns(rng, self.id, self.bilingual)
        own = regional(rng, self.id, self.towns, surnames)
        territories = (*self.towns.administrations, self.towns.district, *self.towns.towns)
        self.employers: list[Organisation] = [*own, *territories]
        self.state = state(seed, number // REGIONS_OF_A_STATE)
        self.projects = project_names(rng, self.towns, 60)
        self.population = Population(rng, self.id, surnames, self.employers)
        self.councillors: list[Person] = []
        self.seated: dict[str, set[str]] = {}
        """Who has ever sat in a council, by its id."""
        self.parties: dict[str, str] = {}
        """Of the members of all councils; nobody changes the party."""
        self._workers: dict[str, list[Person]] = {}

    def worker(self, employer: Organisation, day: date, rng: random.Random) -> Person:
        """Somebody who works there on that day; some go to meetings often, some once."""
        return _worker(self._workers, self.population, employer, day, rng)


class State:
    """The ministries and associations that send people into all regions of a state."""

    def __init__(self, seed: int, number: int) -> None:
        rng = random.Random(f"state {seed} {number}")
        states = words("places")["states"]
        self.organisations = of_a_state(f"s{number}", states[number % len(states)])
        self._population = Population(rng, f"s{number}", Surnames(rng, False), self.organisations)
        self._workers: dict[str, list[Person]] = {}
        for organisation in self.organisations:
            for _ in range(2 * WORKERS):
                _worker(self._workers, self._population, organisation, BEGIN, rng, new=True)

    def worker(self, employer: Organisation, day: date, rng: random.Random) -> Person | None:
        """Somebody who works there on that day, whichever region asks; None if everybody has left."""
        there = [p for p in self._workers[employer.id] if p.employer(day).employed_by == employer.employed_by]
        return rng.choice(there) if there else None


@lru_cache(maxsize=2)
def state(seed: int, number: int) -> State:
    """The state of this number; the same for all its regions."""
    return State(seed, number)


def _worker(
    known: dict[str, list[Person]],
    population: Population,
    employer: Organisation,
    day: date,
    rng: random.Random,
    new: bool = False,
) -> Person:
    """Somebody of an employer, made if too few are known or everybody has left."""
    people = known.setdefault(employer.employed_by, [])
    there = [p for p in people if p.employer(day).employed_by == employer.employed_by]
    if there and not new and (len(there) >= WORKERS or rng.random() < 0.6):
        weights = [1 / (rank + 1) for rank in range(len(there))]
        return rng.choices(there, weights)[0]
    person = population.person(employer)
    people.append(person)
    return person
