"""What the resolver takes and gives: the entities of documents, and who is who across them.

These are values; :mod:`protokollgraph.graph.resolver` makes a :class:`Resolution` out of :class:`DocumentEntities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from protokollgraph.graph.matching.acts import ActMention, mentions
from protokollgraph.model import Entity, EntityKind, Extraction, Meeting, Membership, Participation, PersonName


def sittings(extraction: Extraction) -> Iterator[Extraction]:
    """A document meeting by meeting; one of one meeting or none is its only sitting."""
    yield extraction
    for each in extraction.further:
        yield replace(
            extraction,
            meeting=each.meeting,
            participations=each.participations,
            agenda=each.agenda,
            treatments=each.treatments,
            decisions=each.decisions,
            further=(),
        )


def sitting_key(sha256: str, n: int) -> str:
    """What a meeting of a document is called here: the document's SHA-256, with a number for all but the first one."""
    return f"{sha256}/{n}" if n else sha256


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
    record: bool = False
    further: tuple[Meeting, ...] = ()
    """Of a record of several meetings: all but the first."""
    further_acts: tuple[tuple[ActMention, ...], ...] = ()
    """What was decided in each of these."""
    items: tuple[tuple[int, str, str], ...] = ()
    """Agenda items that have an address: number of their sitting, from 0; their own number; the address."""
    listed: bool = False
    """True for what an authority file knows: it states nothing, mentions are only linked to it."""

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
            extraction.record,
            tuple(sitting.meeting for sitting in extraction.further),
            tuple(mentions(sitting) for sitting in list(sittings(extraction))[1:]),
            tuple(
                (n, item.number, item.identifier)
                for n, sitting in enumerate(sittings(extraction))
                for item in sitting.agenda
                if item.identifier is not None
            ),
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
    same_as: tuple[str, ...] = ()
    """IRIs of other registers for the same thing, from judgements and authority files, sorted."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """IRIs that names of one document were given now and not before: a line for the register."""

    sha256: str
    file: str
    """The file's name without folders."""
    iris: tuple[tuple[str, str], ...]
    """Name, as the register writes it, and IRI relative to the base."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A judgement about something that no document at hand speaks of."""

    line: int
    """Of the file of judgements."""
    iris: tuple[str, ...]
    """Relative to the base."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the resolver could not settle and left apart."""

    text: str
    iris: tuple[str, ...]
    """The resources that it is about, sorted."""
    kind: str = ""
    """What is open: ``short-form``, ``given-name``, ``surname-only``, ``no-organisation``, ``namesakes``; ``authority``
    if it is whether the one resource that it is about is a record of an authority file, which its text names."""
    weight: int = 0
    """How much it matters: so many mentions are of the smaller side."""
    focus: str = ""
    """Of the resources the one of which it is open who or what it is; empty where it is open for all alike."""
    records: tuple[tuple[str, str, str], ...] = ()
    """Records of authority files that it may be too: IRI, name and list of each, sorted."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: a resource for every entity of every document."""

    resources: tuple[Resource, ...]
    """Sorted by IRI."""
    questions: tuple[Question, ...] = ()
    """Sorted."""
    entities: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """SHA-256 of the document to key of the entity to IRI; ."""
    meetings: Mapping[str, str] = field(default_factory=dict)
    """:func:`sitting_key` to the IRI of the meeting."""
    protocols: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the document to the IRI of its protocol, which is also its named graph; no two are the same."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Address of a meeting or agenda item in its source to its IRI."""
    by_iri: Mapping[str, Resource] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    """IRIs that were handed out and are no longer anybody's own, to the IRI of whom they mean now."""
    handed_out: tuple[HandedOut, ...] = field(default=(), compare=False)
    """What the register has to keep, in the order of the documents."""
    owned: frozenset[str] = field(default=frozenset(), compare=False)
    """The relative IRIs that somebody has in its own right; others of the register are taken for one with these."""
    misfits: tuple[Misfit, ...] = ()
    """Judgements that nothing fits, in the order of their lines."""
    hidden: frozenset[str] = frozenset()
    """IRIs that a judgement hides."""
    acts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """:func:`sitting_key` to the names of the acts within the meeting, in the order of their :func:`mentions`."""

    def entity_iri(self, sha256: str, key: str) -> str:
        """The IRI of a document's entity; KeyError if the document or the key is not known."""
        return self.entities[sha256][key]
