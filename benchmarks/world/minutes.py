"""One document while it is written: its entities, what it says of them, and the truth beside it."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import date

from benchmarks.world import organisations
from benchmarks.world.bodies import Body, Kind, Naming
from benchmarks.world.organisations import Organisation
from benchmarks.world.people import Person
from benchmarks.world.printing import LONG, Form, Style, initials, printed, typo
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import (
    Attendance,
    Capacity,
    Entity,
    EntityKind,
    Evidence,
    Gender,
    Meeting,
    Membership,
    Participation,
    PersonName,
    Role,
    Span,
)

SAYS_SO = 0.25
"""How likely minutes mention a change of name or employer of the half year before."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a document: who it is, and what a careful reader has to go by."""

    who: str
    printed: PersonName
    family: str
    """The true surname of the day."""
    former: str | None
    """The former surname, if the document states it."""
    given: str
    """The true given name."""
    gender: Gender
    employers: tuple[str, ...]
    """Who employs the person, or the group in the councils of one town, as far as the document says so."""
    body: str
    """The body whose minutes these are."""
    member: str | None
    """Where the document lists the person as a member: the town of a council or committee, else the body."""


class Minutes:
    """The entities of one document."""

    def __init__(self, body: Body, day: date, style: Style, rng: random.Random) -> None:
        self._body, self._day, self._style, self._rng = body, day, style, rng
        self._entities: list[Entity] = []
        self._memberships: list[Membership] = []
        self._participations: list[Participation] = []
        self._keys: dict[str, str] = {}
        self._position = 0
        self.people: dict[str, Named] = {}
        self.others: dict[str, str] = {}
        self._body_key = self._meeting_body()

    def entities(self, name: str, number: int) -> DocumentEntities:
        """The document."""
        return DocumentEntities(
            f"{name}.txt",
            hashlib.sha256(name.encode()).hexdigest(),
            tuple(self._entities),
            tuple(self._memberships),
            Meeting(self._mentions(1), self._body_key, number, self._day),
            tuple(self._participations),
        )

    def listed(self, person: Person, form: Form, capacity: Capacity | None, role: Role = Role.ATTENDEE) -> None:
        """Somebody in the list of those present, or who speaks."""
        if person.id in self._keys:
            return
        seated = self._body.kind is not Kind.AGENCY and capacity in (Capacity.MEMBER, None)
        said = self._rng.random() < self._style.employers
        organisation = self._body.parties.get(person.id) if seated else person.employer(self._day)
        if not said or organisation is None or (role is Role.CHAIR and self._body.kind is not Kind.AGENCY):
            organisation = None
        member = capacity is Capacity.MEMBER or (capacity is None and seated)
        key = self._person(person, form, organisation, member)
        own = None if organisation is None else self.organisation(organisation)
        if seated:
            post = "Vorsitz" if role is Role.CHAIR else "Mitglied"
            self._memberships.append(Membership(key, self._body_key, self._mentions(1), post))
        attendance = None if capacity is None else Attendance.PRESENT
        self._participations.append(
            Participation(key, role, self._mentions(1), None, own, attendance=attendance, capacity=capacity)
        )

    def spoken_of(self, person: Person, form: Form, with_employer: bool) -> None:
        """Somebody of whom the text speaks; whoever is listed under that name would be meant."""
        family = person.family(self._day)
        if person.id in self._keys or any(named.family == family for named in self.people.values()):
            return
        self._person(person, form, person.employer(self._day) if with_employer else None, False)

    def organisation(self, organisation: Organisation) -> str:
        """The key of an organisation, which is printed in one way throughout the document."""
        if organisation.id not in self._keys:
            name, aliases = organisations.printed(organisation, self._rng, self._style.short, self._style.bilingual)
            self._add(organisation.id, Entity("", organisation.kind, name, aliases, self._mentions(2)))
        return self._keys[organisation.id]

    def thing(self, kind: EntityKind, id: str, name: str) -> None:
        """A project, sometimes with a slip of the pen."""
        words = name.split(" ")
        n = max(range(len(words)), key=lambda each: len(words[each]))
        if self._rng.random() < 0.04 and len(words[n]) >= LONG:
            words[n] = typo(words[n], self._rng)
        self._add(id, Entity("", kind, " ".join(words), (), self._mentions(2)))

    def _meeting_body(self) -> str:
        """The body that meets, and the town whose unit it is as far as the minutes say so."""
        own, parent = self._body.organisation, None
        name, aliases = organisations.printed(own, self._rng, 0, False)
        if self._body.kind is Kind.COMMITTEE and own.part_of is not None:
            if self._body.naming is Naming.UNIT:
                parent = self.organisation(own.part_of)
            elif self._body.naming is Naming.FULL:
                name = f"{name} der {own.part_of.name}"
        entity = Entity("", own.kind, name, aliases, self._mentions(3), number=own.number, part_of=parent)
        return self._add(own.id, entity)

    def _person(self, person: Person, form: Form, organisation: Organisation | None, member: bool) -> str:
        name = printed(person, self._day, form, self._style, self._rng)
        if any(named.printed.full == name.full for named in self.people.values()):
            name = printed(person, self._day, Form.FULL, self._style, self._rng)
        employers = [] if organisation is None else [organisation.employed_by]
        former_family, former_employer = self._stated_change(person)
        aliases = [initials(person, self._day)] if form is Form.FULL and self._rng.random() < 0.08 else []
        aliases += [f"{name.given} {former_family}"] if former_family and name.given else []
        entity = Entity("", EntityKind.PERSON, name.full, tuple(sorted(aliases)), self._mentions(3), name)
        key = self._add(person.id, entity)
        if organisation is not None:
            self._belongs(key, person, organisation)
        if former_employer is not None:
            employers.append(former_employer.employed_by)
            self._belongs(key, person, former_employer, former=True)
        self.people[key] = Named(
            person.id,
            name,
            person.family(self._day),
            former_family if name.given else None,
            person.given.full,
            person.gender,
            tuple(employers),
            self._body.organisation.id,
            self._seat() if member else None,
        )
        return key

    def _seat(self) -> str:
        """Committees are made of the members of their council, so whoever sits in one belongs to its town."""
        own = self._body.organisation
        return own.id if own.part_of is None else own.part_of.id

    def _belongs(self, key: str, person: Person, organisation: Organisation, former: bool = False) -> None:
        post = person.post if self._rng.random() < 0.3 and organisation.kind is not EntityKind.BODY else None
        own = self.organisation(organisation)
        self._memberships.append(Membership(key, own, self._mentions(1), post, former))

    def _stated_change(self, person: Person) -> tuple[str | None, Organisation | None]:
        """The surname and the employer of before, if these minutes mention the change."""
        changed = person.change(self._day)
        if changed is None or self._rng.random() > SAYS_SO:
            return None, None
        before = date.fromordinal(changed.toordinal() - 1)
        family, employer = person.family(before), person.employer(before)
        return (
            family if family != person.family(self._day) else None,
            employer if employer.id != person.employer(self._day).id else None,
        )

    def _add(self, id: str, entity: Entity) -> str:
        key = f"{entity.kind}/{len(self._entities)}"
        self._entities.append(
            Entity(
                key,
                entity.kind,
                entity.name,
                entity.aliases,
                entity.mentions,
                entity.person,
                entity.number,
                entity.part_of,
            )
        )
        self._keys[id] = key
        if entity.kind is not EntityKind.PERSON:
            self.others[key] = id
        return key

    def _mentions(self, most: int) -> tuple[Evidence, ...]:
        """Some places in the text, one behind the other."""
        found = []
        for _ in range(self._rng.randint(1, most)):
            self._position += self._rng.randint(20, 200)
            found.append(Evidence(Span(self._position, self._position + 12), "world.mention"))
        return tuple(found)
