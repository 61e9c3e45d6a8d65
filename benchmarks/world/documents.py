"""The minutes of a world, as the extraction would hand them on, with the truth about everybody they name.

What this module calls a *mention* is one entity of one document: what the resolver has to compare. A document names
somebody once or ten times; for the resolver that is one mention.

>>> first = next(documents(seed=1))
>>> sorted({kind.value for kind in {entity.kind for entity in first.entities.entities}})
['body', 'organisation', 'person', 'project']
>>> len(first.people) == sum(entity.kind.value == "person" for entity in first.entities.entities)
True
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from benchmarks.world.bodies import Body, Kind, bodies
from benchmarks.world.minutes import Minutes, Named
from benchmarks.world.people import Person, at
from benchmarks.world.printing import Form, Style, form_in_text
from benchmarks.world.region import Region
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Capacity, EntityKind, Role

PRESENT, EXCUSED = 0.8, 0.15
"""Of the members; the others are not named at all."""
FROM_THE_STATE, FROM_NEXT_DOOR = 0.15, 0.05
"""How many guests come from organisations of the state, and from another region."""


@dataclass(frozen=True, slots=True)
class Written:
    """One document with its truth."""

    entities: DocumentEntities
    people: dict[str, Named]
    """Every person of the document, by key."""
    others: dict[str, str]
    """Who or what each organisation, body and project is, by key."""


def documents(seed: int, people: int | None = None) -> Iterator[Written]:
    """Documents region by region, each in the order of days, until they name so many people; without end if None."""
    named = 0
    previous: Region | None = None
    for number in count():
        region = Region(seed, number)
        for document in of_region(region, seed, previous):
            yield document
            named += len(document.people)
            if people is not None and named >= people:
                return
        previous = region


def of_region(region: Region, seed: int, neighbour: Region | None = None) -> Iterator[Written]:
    """All documents of one region, in the order of days."""
    rng = random.Random(f"documents {seed} {region.number}")
    sittings = [
        (day, n, number, body) for n, body in enumerate(bodies(region, rng)) for number, day in enumerate(body.days, 1)
    ]
    for day, n, number, body in sorted(sittings, key=lambda each: each[:3]):
        yield _Meeting(region, neighbour, body, day, rng).written(f"{region.id}-{n}-{day}", number)


class _Meeting:
    """One meeting while its minutes are written."""

    def __init__(self, region: Region, neighbour: Region | None, body: Body, day: date, rng: random.Random) -> None:
        self._region, self._neighbour, self._body, self._day, self._rng = region, neighbour, body, day, rng
        self._style: Style = at(body.styles, day)
        self._minutes = Minutes(body, day, self._style, rng)

    def written(self, name: str, number: int) -> Written:
        if self._style.only_speakers:
            self._speakers()
        else:
            self._members()
            self._guests()
        self._staff()
        self._in_the_text()
        self._projects()
        entities = self._minutes.entities(name, number)
        return Written(entities, self._minutes.people, self._minutes.others)

    def _sitting(self) -> list[Person]:
        """The members of the day, each once."""
        holders = (at(seat, self._day) for seat in self._body.seats if seat and seat[0][0] <= self._day)
        return list({person.id: person for person in holders}.values())

    def _members(self) -> None:
        for n, person in enumerate(self._sitting()):
            if n == 0:
                self._minutes.listed(person, self._style.listed, Capacity.MEMBER, Role.CHAIR)
            elif self._rng.random() < PRESENT + EXCUSED:
                self._minutes.listed(person, self._style.listed, Capacity.MEMBER)

    def _speakers(self) -> None:
        """The chair by full name, and who spoke, by surname."""
        sitting = self._sitting()
        self._minutes.listed(sitting[0], Form.FULL, None, Role.CHAIR)
        for person in self._rng.sample(sitting[1:], min(8, len(sitting) - 1)):
            self._minutes.listed(person, Form.SURNAME, None, Role.DISCUSSANT)

    def _staff(self) -> None:
        staff = self._body.staff
        for person in self._rng.sample(staff, self._rng.randint(1, min(3, len(staff)))):
            self._minutes.listed(person, self._style.listed, Capacity.STAFF)

    def _guests(self) -> None:
        fewest, most = (5, 9) if self._body.kind is Kind.AGENCY else (0, 3)
        for _ in range(self._rng.randint(fewest, most)):
            guest = self._somebody()
            if guest is not None:
                self._minutes.listed(guest, self._style.listed, Capacity.GUEST)

    def _in_the_text(self) -> None:
        """People of whom the minutes speak without their being there."""
        for _ in range(self._rng.choice((0, 0, 1, 1, 2, 3))):
            somebody = self._somebody()
            if somebody is not None:
                self._minutes.spoken_of(somebody, form_in_text(self._rng), self._rng.random() < 0.5)

    def _somebody(self) -> Person | None:
        """Somebody of an organisation of the region, of the state or of next door."""
        rng, region = self._rng, self._region
        kind = rng.random()
        if kind < FROM_THE_STATE:
            return region.state.worker(rng.choice(region.state.organisations), self._day, rng)
        if kind < FROM_THE_STATE + FROM_NEXT_DOOR and self._neighbour is not None:
            return self._neighbour.worker(rng.choice(self._neighbour.employers), self._day, rng)
        return region.worker(rng.choice(region.employers), self._day, rng)

    def _projects(self) -> None:
        for name in self._rng.sample(self._region.projects, self._rng.randint(0, 4)):
            self._minutes.thing(EntityKind.PROJECT, f"{self._region.id}/{name}", name)
