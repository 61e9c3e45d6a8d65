"""The values between the stages, all frozen: documents, entities, facts with their evidence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of :attr:`Document.text`: code points, end exclusive, never empty."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands and how it was read."""

    span: Span
    rule: str
    """The rule that read it, as ``module.rule`` ("decisions.active-voice")."""
    confidence: float = 1.0
    """Between 0 and 1; a property of the rule, not a probability."""
    inferred: bool = False
    """True if a reader concludes it with certainty, False if the text states it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was not understood, is missing or contradicts itself. Nothing is lost in silence."""

    code: str
    """Stable and short: ``no-date``, ``plan-without-result``, ``text-not-understood``."""
    message: str
    """One sentence that says what and, where it can be told, what to do."""
    severity: Severity = Severity.NOTICE
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file, decoded."""

    name: str
    """The file's name without folders."""
    text: str
    sha256: str
    """Of the file's bytes, hexadecimal."""
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    """Where in :attr:`text` each page begins; empty where the format has no pages."""
    notes: tuple[Finding, ...] = ()
    """What the reader found: what was read in part or left out."""
    paragraphs: bool = False
    """Each line of :attr:`text` is a paragraph or stands below a break that somebody made; no program wrapped it."""

    def page(self, offset: int) -> int | None:
        """The number of the page on which a code point stands, from 1; None where the format has no pages."""
        return bisect_right(self.pages, offset) if self.pages else None


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, without titles in the name itself."""

    family: str
    given: str | None = None
    """As printed: "Lena-Marie", "A.", None for "Herr Petrick"."""
    prefix: str | None = None
    """Academic titles as printed: "Prof. Dr.-Ing."."""
    gender: Gender | None = None

    @property
    def full(self) -> str:
        """Given name and surname, without titles."""
        return f"{self.given} {self.family}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that this document speaks of, with every place where it does."""

    key: str
    """Unique within the document: ``person/3``."""
    kind: EntityKind
    name: str
    """The fullest form that this document prints."""
    aliases: tuple[str, ...] = ()
    """Other printed forms: abbreviations, former names, spellings. Sorted."""
    mentions: tuple[Evidence, ...] = ()
    """Where it is named; in the order of the text. Empty only for what is inferred as a whole."""
    person: PersonName | None = None
    number: int | None = None
    """Of a Werkstatt: 4 for "Werkstatt 4"."""
    part_of: str | None = None
    """Key of the organisation that this one is a unit of."""
    date: date | None = None
    """Of an earlier protocol: the day of its session."""
    title: str | None = None
    """Of a paper: what it is about."""
    identifiers: tuple[str, ...] = ()
    """Addresses under which the source itself knows it (the ``id`` of an OParl object). Sorted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of meeting as printed, with its address where it can be told."""

    label: str
    thoroughfare: str | None = None
    post_code: str | None = None
    post_name: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingReference:
    """Another session that this protocol names: the one before, the next."""

    evidence: Evidence
    number: int | None = None
    date: date | None = None
    start: time | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The session that the protocol records."""

    evidence: tuple[Evidence, ...]
    """At least one place: the title line, the date, the body."""
    body: str | None = None
    """Key of the body that met."""
    number: int | None = None
    date: date | None = None
    start: time | None = None
    """Local time in Germany."""
    end: time | None = None
    """Local time in Germany; earlier than ``start`` if the session went past midnight."""
    place: Place | None = None
    previous: MeetingReference | None = None
    next: MeetingReference | None = None
    identifiers: tuple[str, ...] = ()
    """Addresses under which the source itself knows it."""


@dataclass(frozen=True, slots=True)
class Participation:
    """A person in the meeting, or in one item of it."""

    person: str
    role: Role
    evidence: tuple[Evidence, ...]
    item: str | None = None
    """Number of the agenda item ("3.1"), None for the meeting as a whole."""
    organisation: str | None = None
    """Key of the organisation in whose name."""
    printed: str | None = None
    """Function and organisation as printed."""
    attendance: Attendance | None = None
    capacity: Capacity | None = None
    substitutes_for: str | None = None
    """Key of the person who is represented."""
    note: str | None = None
    """"ab TOP 3", "ohne Stimmrecht", as printed."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's post: function in, or attachment to, an organisation, as this document prints it."""

    person: str
    organisation: str
    evidence: tuple[Evidence, ...]
    role: str | None = None
    """As printed, in the singular: "Referentin"."""
    former: bool = False
    since: date | None = None
    """The day it began, where the document says so."""
    until: date | None = None
    """The day it ended, where the document says so."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A planned item."""

    number: str
    """As printed, without dot: "6", "3.1"."""
    title: str
    evidence: Evidence
    kind: ItemKind | None = None
    references: tuple[str, ...] = ()
    """Numbers of other items that the title names."""
    identifier: str | None = None
    """Address under which the source itself knows it."""
    consultation: str | None = None
    """Address of the :class:`Consultation` that brings a paper to it."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What the results say of one item: the stretch of text from its heading to the next one's."""

    number: str
    evidence: Evidence
    projects: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """One thing said of a project. Exactly one of the slots is set."""

    project: str
    evidence: Evidence
    programme: str | None = None
    """Key of the funding programme."""
    sponsor: str | None = None
    """Key of the Träger."""
    lead: str | None = None
    """Key of the federführende body."""
    budget: Decimal | None = None
    """The current total volume, in euro."""
    kind: str | None = None
    """"Investitionsprojekt", as printed."""


@dataclass(frozen=True, slots=True)
class PaperFact:
    """One thing said of a paper. Exactly one of the slots is set."""

    paper: str
    evidence: Evidence
    kind: PaperKind | None = None
    mover: str | None = None
    """Key of the person, parliamentary group or organisation that brought it in."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """One stage on a paper's way through the bodies. What another document describes is named by its address."""

    paper: str
    """Key of the paper."""
    evidence: Evidence
    identifier: str | None = None
    """Its own address."""
    meeting: str | None = None
    """Address of the meeting."""
    item: str | None = None
    """Address of the agenda item."""
    organisations: tuple[str, ...] = ()
    role: str | None = None
    authoritative: bool | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a record names: of a paper, or of a meeting or agenda item. Exactly one of the slots is set."""

    address: str
    """Where it can be fetched."""
    evidence: Evidence
    name: str | None = None
    media_type: str | None = None
    date: date | None = None
    paper: str | None = None
    """Key of the paper."""
    place: str | None = None
    """Address of the meeting or agenda item."""


@dataclass(frozen=True, slots=True)
class LegislativeTerm:
    """A term of office: the Wahlperiode of a council."""

    name: str
    evidence: Evidence
    since: date | None = None
    until: date | None = None
    organisation: str | None = None
    """Key of the town, district or other whole whose council it is."""
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """Counted votes; None where no figure is stated (an empty cell is not zero)."""

    favor: int | None = None
    against: int | None = None
    abstention: int | None = None

    def __bool__(self) -> bool:
        return not (self.favor is None and self.against is None and self.abstention is None)


@dataclass(frozen=True, slots=True)
class Decision:
    """One act: taken in this meeting, or taken elsewhere and only reported here."""

    kind: DecisionKind
    words: str
    """Its sentence or sentences, cleaned of mark-up and line breaks."""
    evidence: tuple[Evidence, ...]
    item: str | None = None
    label: str | None = None
    """The number printed with it: "17/2"."""
    outcome: Outcome | None = None
    method: Method | None = None
    votes: Votes = Votes()
    date: date | None = None
    """The day it was taken."""
    body: str | None = None
    """Key of the body or organisation that took it."""
    concerns: tuple[str, ...] = ()
    """Keys of projects, people, papers, protocols, topics."""
    addressee: str | None = None
    """Key of the organisation, body or person it is addressed to."""
    reported: bool = False
    """True if it is of another day or another body and only reported here."""


@dataclass(frozen=True, slots=True)
class SubsidiaryVote:
    """A vote on an amendment or on how to proceed. It does not end the matter: that is a :class:`Decision`."""

    about: str
    """As printed: "Änderungsantrag ABC-Fraktion", "Schluss der Debatte"."""
    words: str
    evidence: tuple[Evidence, ...]
    item: str | None = None
    outcome: Outcome | None = None
    method: Method | None = None
    votes: Votes = Votes()
    papers: tuple[str, ...] = ()
    """Keys of the papers that it is about."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something somebody has to do after the meeting."""

    words: str
    evidence: tuple[Evidence, ...]
    item: str | None = None
    assignee: str | None = None
    """Key of a person, organisation or body."""
    due: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or a forecast: "72 Projekte bestätigt"."""

    value: Decimal
    words: str
    evidence: Evidence
    item: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A further meeting in a document that records several: a page of an information system."""

    meeting: Meeting
    participations: tuple[Participation, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one document states."""

    document: Document
    title: str | None = None
    """Title line as printed: "ERGEBNISPROTOKOLL"."""
    result_minutes: bool = True
    """True for an Ergebnisprotokoll, False for other minutes."""
    written: date | None = None
    """The day beside the signature."""
    style: str | None = None
    """Name of the style of protocol that was read."""
    entities: tuple[Entity, ...] = ()
    meeting: Meeting | None = None
    participations: tuple[Participation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    project_facts: tuple[ProjectFact, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    paper_facts: tuple[PaperFact, ...] = ()
    subsidiary_votes: tuple[SubsidiaryVote, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    terms: tuple[LegislativeTerm, ...] = ()
    record: bool = False
    """True for data of an information system, which is no protocol; it may then be of no meeting at all."""
    further: tuple[Sitting, ...] = ()
    """Of a record of several meetings: all but the first."""

    def entity(self, key: str) -> Entity:
        """The entity with this key; KeyError if there is none."""
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)
