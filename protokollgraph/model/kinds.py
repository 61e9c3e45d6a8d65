"""The closed lists of the model: kinds of things, roles, outcomes, severities."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    BODY = "body"
    """A body that meets: Werkstatt, committee, council, parliamentary group."""
    PROJECT = "project"
    PROGRAMME = "programme"
    PAPER = "paper"
    """A Vorlage, Antrag or Anfrage; its :attr:`Entity.name` is its identifier as printed ("BV 12/2024")."""
    TOPIC = "topic"
    """What a decision is about when that is no project, person or paper ("Tagesordnung")."""
    PROTOCOL = "protocol"
    """The minutes of an earlier session that a decision is about; :attr:`Entity.date` is that session's day."""


class Gender(StrEnum):
    """The grammatical gender of Herr or Frau; a cue for telling people apart, never published."""

    FEMALE = "female"
    MALE = "male"


class Role(StrEnum):
    """What a person does in a meeting or an agenda item."""

    CHAIR = "chair"
    MINUTE_TAKER = "minute-taker"
    ATTENDEE = "attendee"
    PRESENTER = "presenter"
    DISCUSSANT = "discussant"


class Attendance(StrEnum):
    """What an attendance list says of a person."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Capacity(StrEnum):
    """In which capacity a person attends."""

    MEMBER = "member"
    GUEST = "guest"
    STAFF = "staff"


class ItemKind(StrEnum):
    """What an agenda item announces."""

    WELCOME = "welcome"
    MINUTES_APPROVAL = "minutes-approval"
    AGENDA_APPROVAL = "agenda-approval"
    STATUS_REPORT = "status-report"
    PROJECT_PRESENTATION = "project-presentation"
    DISCUSSION = "discussion"
    ELECTION = "election"
    QUESTION_TIME = "question-time"
    RESOLUTION = "resolution"
    """Anything else that is up for decision."""
    MISCELLANEOUS = "miscellaneous"


class DecisionKind(StrEnum):
    """What kind of act a decision is."""

    RECOMMENDATION = "recommendation"
    APPROVAL = "approval"
    CONFIRMATION = "confirmation"
    REJECTION = "rejection"
    REFERRAL = "referral"
    POSTPONEMENT = "postponement"
    ACKNOWLEDGEMENT = "acknowledgement"
    ELECTION = "election"
    ASSIGNMENT = "assignment"
    COMMITMENT = "commitment"


class Outcome(StrEnum):
    """What happened to the subject of a decision."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOTED = "noted"
    REFERRED = "referred"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


class Method(StrEnum):
    """How a decision was reached."""

    CONSENSUS = "consensus"
    UNANIMOUS = "unanimous"
    MAJORITY = "majority"


class PaperKind(StrEnum):
    """What kind of paper lies before the meeting."""

    PROPOSAL = "proposal"
    """What the administration or a body asks to decide: Vorlage, Beschlussvorlage."""
    INFORMATION = "information"
    """What is only reported: Informationsvorlage, Mitteilung."""
    MOTION = "motion"
    """What members ask to decide: Antrag."""
    AMENDMENT = "amendment"
    """What members ask to change: Änderungs- or Ergänzungsantrag."""
    ENQUIRY = "enquiry"
    """What members ask: Anfrage."""


class Severity(StrEnum):
    """How much a finding matters."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"
