"""People and their careers: names that change, employers that change, relatives and namesakes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from benchmarks.world.names import FEMALE, MALE, Given, Surnames, given, title, words
from benchmarks.world.organisations import Organisation
from protokollgraph.model import Gender

T = TypeVar("T")
BEGIN, END = date(2014, 9, 1), date(2024, 8, 31)
"""The years in which all bodies meet."""
NEW_EMPLOYER, NEW_SURNAME = 0.03, {FEMALE: 0.004, MALE: 0.001}
"""How likely it is in a year."""
RELATIVE, SAME_NAME = 0.015, 0.001
"""How many people have the surname of somebody near by, and how many the whole name (father and son)."""


@dataclass(frozen=True, slots=True)
class Person:
    """One human being."""

    id: str
    gender: Gender
    given: Given
    title: str | None
    families: tuple[tuple[date, str], ...]
    """Surnames, each from a day on."""
    jobs: tuple[tuple[date, Organisation], ...]
    """Employers, each from a day on."""
    post: str
    says_so: frozenset[date] = frozenset()
    """The changes that minutes will mention."""

    def family(self, day: date) -> str:
        return at(self.families, day)

    def employer(self, day: date) -> Organisation:
        return at(self.jobs, day)

    def change(self, day: date) -> date | None:
        """A change of name or employer in the half year before that minutes mention."""
        return next((each for each in self.says_so if each <= day < each + timedelta(days=180)), None)


def at(timeline: Sequence[tuple[date, T]], day: date) -> T:
    """What holds on a day; before the first entry, the first."""
    found = timeline[0][1]
    for since, each in timeline[1:]:
        if since <= day:
            found = each
    return found


class Population:
    """The people of a region or state, made as they are needed."""

    def __init__(self, rng: random.Random, id: str, surnames: Surnames, employers: Sequence[Organisation]) -> None:
        self._rng = rng
        self._id = id
        self._surnames = surnames
        self._employers = employers
        self.people: list[Person] = []

    def person(self, employer: Organisation | None = None) -> Person:
        """Somebody new, with a career that begins at this employer."""
        rng = self._rng
        gender = FEMALE if rng.random() < 0.44 else MALE
        names = given(rng, gender)
        family = self._surnames.draw(rng, gender)
        if self.people:
            kin, near = rng.random(), rng.choice(self.people)
            if kin < RELATIVE:
                family = near.families[0][1]
            if kin < SAME_NAME:
                gender, names = near.gender, near.given
        families, told = self._families(gender, family)
        jobs, said = self._jobs(employer or rng.choice(self._employers))
        found = Person(
            f"{self._id}/p{len(self.people)}",
            gender,
            names,
            title(rng),
            families,
            jobs,
            rng.choice(words("places")["posts"]),
            frozenset(told | said),
        )
        self.people.append(found)
        return found

    def namesake(self, person: Person) -> Person:
        """Somebody else of the same name with another employer."""
        other = self.person()
        found = replace(other, gender=person.gender, given=person.given, families=person.families[:1])
        self.people[-1] = found
        return found

    def _families(self, gender: Gender, family: str) -> tuple[tuple[tuple[date, str], ...], set[date]]:
        day = self._changed(NEW_SURNAME[gender])
        if day is None:
            return ((BEGIN, family),), set()
        other = self._surnames.draw(self._rng, gender)
        new = f"{family}-{other}" if self._rng.random() < 0.3 and "-" not in family + other else other
        return ((BEGIN, family), (day, new)), {day} if self._rng.random() < 0.4 else set()

    def _jobs(self, employer: Organisation) -> tuple[tuple[tuple[date, Organisation], ...], set[date]]:
        day = self._changed(NEW_EMPLOYER)
        if day is None:
            return ((BEGIN, employer),), set()
        return ((BEGIN, employer), (day, self._rng.choice(self._employers))), (
            {day} if self._rng.random() < 0.25 else set()
        )

    def _changed(self, yearly: float) -> date | None:
        days = (END - BEGIN).days
        if self._rng.random() < yearly * days / 365:
            return BEGIN + timedelta(days=self._rng.randrange(days))
        return None
