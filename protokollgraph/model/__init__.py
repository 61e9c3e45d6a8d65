"""What one protocol says, as plain values: no RDF, no files, no clock.

The values travel down the house in one direction::

    Document ──segment──▶ Protocol ──extract──▶ Extraction ──resolve──▶ Resolution ──triples──▶ store

A :class:`Document` is the decoded text of one file. An :class:`Extraction` is everything that this text states:
the :class:`Entity` records it speaks of (people, organisations, bodies, projects …, already joined *within* the
document) and the facts about them. Facts name entities by :attr:`Entity.key`, which is unique within one document only.
Every fact carries :class:`Evidence`: a place in the text, the rule that read it, and how sure the rule is.

All offsets count Unicode code points in :attr:`Document.text`, end exclusive; ``text[span.start:span.end]`` is the
printed form, mark-up and line breaks included. A slot that the protocol leaves open is ``None`` or empty, never
guessed.
"""

from __future__ import annotations

from protokollgraph.model.kinds import (
    Attendance,
    Capacity,
    DecisionKind,
    EntityKind,
    Gender,
    ItemKind,
    Method,
    Outcome,
    PaperKind,
    Role,
    Severity,
)
from protokollgraph.model.values import (
    AgendaItem,
    Attachment,
    Consultation,
    Decision,
    Document,
    Entity,
    Evidence,
    Extraction,
    Figure,
    Finding,
    LegislativeTerm,
    Meeting,
    MeetingReference,
    Membership,
    PaperFact,
    Participation,
    PersonName,
    Place,
    ProjectFact,
    Sitting,
    Span,
    SubsidiaryVote,
    Task,
    Treatment,
    Votes,
)

__all__ = [
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Capacity",
    "Consultation",
    "Decision",
    "DecisionKind",
    "Document",
    "Entity",
    "EntityKind",
    "Evidence",
    "Extraction",
    "Figure",
    "Finding",
    "Gender",
    "ItemKind",
    "LegislativeTerm",
    "Meeting",
    "MeetingReference",
    "Membership",
    "Method",
    "Outcome",
    "PaperFact",
    "PaperKind",
    "Participation",
    "PersonName",
    "Place",
    "ProjectFact",
    "Role",
    "Severity",
    "Sitting",
    "Span",
    "SubsidiaryVote",
    "Task",
    "Treatment",
    "Votes",
]
