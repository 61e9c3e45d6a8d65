"""From lines to the parts of a protocol: head, attendance, agenda, treatments, tables of tasks, end."""

from __future__ import annotations

from protokollgraph.extract.segment.lines import segment
from protokollgraph.extract.segment.parts import Attendee, Block, HeadField, PlannedItem, Protocol, Section, TaskRow

__all__ = ["Attendee", "Block", "HeadField", "PlannedItem", "Protocol", "Section", "TaskRow", "segment"]
