"""What the resolver takes and gives: the entities of documents, and who is who across them.

These are values; :mod:`protokollgraph.graph.resolver` makes a :class:`Resolution` out of :class:`DocumentEntities`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from protokollgraph.graph.matching.acts import ActMention, mentions
from protokollgraph.model import Entity, EntityKind, Extraction, Meeting, Membership, Participation, PersonName


@dataclass(frozen=True, slots=True)
class DocumentEntities:
    """The part of an extraction that resolution needs, so that the rest need not stay in memory."""

    name: str
    """The file's name without folders."""
    sha256: str
    entities: tuple[Entity, ...]
    memberships: tuple[Membership, ...] = ()
    meeting: Meeting | None = None
    participations: tuple[Participation, ...] = ()
    acts: tuple[ActMention, ...] = ()
    """What was decided, voted, handed out and counted."""

    @property
    def day(self) -> date | None:
        """The day of the meeting."""
        return None if self.meeting is None else self.meeting.date

    @classmethod
    def of(cls, extraction: Extraction) -> DocumentEntities:
        """The entities of an extraction."""
        return cls(
            extraction.document.name,
            extraction.document.sha256,
            extraction.entities,
            extraction.memberships,
            extraction.meeting,
            extraction.participations,
            mentions(extraction),
        )


@dataclass(frozen=True, slots=True)
class Resource:
    """One entity across all documents, with its IRI."""

    iri: str
    kind: EntityKind
    name: str
    """The canonical name."""
    aliases: tuple[str, ...] = ()
    """Every other form that a document prints, sorted."""
    number: int | None = None
    person: PersonName | None = None
    """The parts of a person's canonical name; without gender, which is never published."""
    date: date | None = None
    title: str | None = None
    reasons: tuple[str, ...] = ()
    """Why the documents' entities are taken for one, in words, sorted; empty if nothing had to be joined."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the resolver could not settle and left apart."""

    text: str
    iris: tuple[str, ...]
    """The resources that it is about, sorted."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: a resource for every entity of every document."""

    resources: tuple[Resource, ...]
    """Sorted by IRI."""
    questions: tuple[Question, ...] = ()
    """Sorted."""
    entities: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """SHA-256 of the document to key of the entity to IRI; also what :func:`resolve` takes as ``known``."""
    meetings: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the document to the IRI of its meeting."""
    protocols: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the document to the IRI of its protocol, which is also its named graph; no two are the same."""
    by_iri: Mapping[str, Resource] = field(default_factory=dict)
    acts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """SHA-256 of the document to the names of its acts within the meeting, in the order of its :func:`mentions`."""

    def entity_iri(self, sha256: str, key: str) -> str:
        """The IRI of a document's entity; KeyError if the document or the key is not known."""
        return self.entities[sha256][key]
