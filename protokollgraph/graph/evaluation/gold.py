"""What a careful reader found in one protocol: the values of a ``NAME.json`` and of ``entities.json``.

The fields are called as in the files; docs/evaluation.md describes them for whoever annotates. What a protocol does not
state is left out or null. Sources of the closed lists: ``model.kinds``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from protokollgraph.model.kinds import Attendance, Capacity, DecisionKind, Method, Outcome

Day: TypeAlias = datetime.date
Time: TypeAlias = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""Hours and minutes, "14:10"."""
Amount: TypeAlias = int | float
Number: TypeAlias = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What every object of the gold can carry."""

    inferred: bool = False
    """Not printed so, but certain for a reader."""
    optional: bool = False
    """Arguable: finding it and missing it are both right."""
    note: str | None = None
    """For people only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Marked):
    """The meeting before or after."""

    number: Number | None = None
    date: Day | None = None
    start: Time | None = None
    end: Time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Session):
    """The meeting itself."""

    body: str | None = None
    previous: Session | None = None
    next: Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties(Marked):
    """Who chairs and who takes the minutes."""

    chair: str | None = None
    minutes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Marked):
    """Something under the fullest name that the file has."""

    name: str
    short: str | None = None
    aliases: tuple[str, ...] = ()
    """Other names in the same file."""

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, the fullest first."""
        return tuple(each for each in (self.name, self.short, *self.aliases) if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Marked):
    """A function, a membership or a seat."""

    role: str | None = None
    organisation: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Named):
    """A person of the protocol."""

    title: str | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee(Marked):
    """What the protocol says of somebody's presence."""

    person: str
    status: Attendance
    capacity: Capacity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Named):
    """An organisation; one of ``type`` "body" meets itself and counts neither way."""

    type: Literal["body", "organisation"] = "organisation"
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Marked):
    """A sum."""

    amount: Amount
    currency: str
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Named):
    """A project, with what the protocol says of it."""

    programme: str | None = None
    kind: str | None = None
    sponsor: str | None = None
    lead: str | None = None
    budget: Money | None = None
    """The total volume of today."""
    amounts: tuple[Money, ...] = ()
    """Other sums: grants, own shares, former costs."""
    items: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Marked):
    """An item of the agenda; ``discussants`` are those of the contributors who only spoke."""

    number: str
    title: str
    contributors: tuple[str, ...] = ()
    discussants: tuple[str, ...] = ()
    group: str | None = None
    """Contributors that are named together ("alle Mitglieder")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes(Marked):
    """The figures that are stated."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Marked):
    """Something that is found where its words stand."""

    quote: str
    """Stands in the text to the letter."""
    alt_quotes: tuple[str, ...] = ()
    """Other words that state the same."""
    item: str | None = None

    @property
    def quotes(self) -> tuple[str, ...]:
        """All of them."""
        return (self.quote, *self.alt_quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Quoted):
    """A decision."""

    kind: DecisionKind
    alt_kinds: tuple[DecisionKind, ...] = ()
    """Equally right."""
    outcome: Outcome | None = None
    majority: Method | None = None
    votes: Votes | None = None
    body: str | None = None
    date: Day | None = None
    about: tuple[str, ...] = ()
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Quoted):
    """A task."""

    assignee: str | None = None
    alt_assignees: tuple[str, ...] = ()
    due: Day | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold(Marked):
    """All of one protocol."""

    meeting: Meeting
    duties: Duties = Duties()
    persons: tuple[Person, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    projects: tuple[Project, ...] = ()
    agenda: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention(Marked):
    """A place where an entity is named: a file of the folder and what stands there, to the letter."""

    file: str
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Marked):
    """One and the same, wherever it is named."""

    type: Literal["person", "organisation", "project", "body"]
    name: str
    mentions: tuple[EntityMention, ...]
