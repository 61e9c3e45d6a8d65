"""The parts of a protocol as they stand in the text."""

from __future__ import annotations

from dataclasses import dataclass

from protokollgraph.extract.passage import Passage
from protokollgraph.extract.style import Style

Cell = tuple[int, Passage]
"""The column a cell starts in, and its text."""


@dataclass(frozen=True, slots=True)
class HeadField:
    """A labelled value of the head; ``name`` as in the style's ``fields``."""

    name: str
    label: Passage
    value: Passage


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line of an attendance list under its headings, the nearest last."""

    cells: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    columns: tuple[str | None, ...] = ()
    """What the table's head says of each cell: name, post, status."""
    unsure: bool = False
    """Whether the row has a tick of which nobody can tell under which head it stood."""
    unticked: bool = False
    """Whether other rows of the table have a tick for who was there and this one has none."""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An agenda line. ``text`` may run on into the names of those who present; ``presenter`` is a column of its own."""

    number: str
    mark: Passage
    text: Passage
    presenter: Passage | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, or a row of a table (then ``cells`` has at least two)."""

    passage: Passage
    bullet: bool = False
    cells: tuple[Passage, ...] = ()
    part: str | None = None
    """Which part of the treatment it belongs to, as in the style's ``blocks``; None where no label governs it."""
    label: Passage | None = None
    """The label as printed, on the first block of its part."""
    value_at: int = 0
    """Where the value begins, if the label stands on the same line and so in ``passage``."""

    @property
    def value(self) -> Passage:
        """The text without its label."""
        return self.passage.cut(self.value_at) if self.value_at else self.passage


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of a table of tasks: what, who, until when."""

    row: Passage
    task: Passage
    assignee: Passage | None
    due: Passage | None


@dataclass(frozen=True, slots=True)
class Section:
    """What the results say under one item's heading."""

    number: str
    mark: Passage
    heading: Passage
    blocks: tuple[Block, ...]
    tasks: tuple[TaskRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """The parts of one document, in the order of the text."""

    style: Style
    title: tuple[Passage, ...] = ()
    fields: tuple[HeadField, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[PlannedItem, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    closing: tuple[Passage, ...] = ()
    legend: Passage | None = None
    """“TAN: Tourismusakademie …; GVS: …”: what the abbreviations of the attendance list stand for."""
    loose: tuple[Passage, ...] = ()
    """Lines of the results that stand under no item."""
