"""What has been read of one document so far: the extractors write here, ``extractor`` makes an Extraction of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from protokollgraph.extract import hints
from protokollgraph.extract.gazetteer import Gazetteer, Mention
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import Protocol
from protokollgraph.model import (
    AgendaItem,
    Decision,
    Document,
    Evidence,
    Figure,
    Finding,
    Meeting,
    MeetingReference,
    Membership,
    PaperFact,
    Participation,
    Place,
    ProjectFact,
    Severity,
    Span,
    SubsidiaryVote,
    Task,
    Treatment,
)


@dataclass(slots=True)
class Unit:
    """A passage of running text, the item it belongs to, and the known entities in it."""

    passage: Passage
    item: str | None = None
    bullet: bool = False
    title: bool = False
    """An item's title in the plan or its heading in the results: it announces, it states nothing."""
    mentions: list[Mention] = field(default_factory=list)
    part: str | None = None
    """Which part of the treatment it belongs to, as in the style's ``blocks``."""
    _hints: int | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def hints(self) -> int:
        """The words that stand in the passage, as :mod:`protokollgraph.extract.hints` counts them."""
        if self._hints is None:
            self._hints = hints.of(self.passage.text)
        return self._hints


@dataclass(slots=True)
class Draft:
    """One document while it is being read."""

    document: Document
    protocol: Protocol
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    meeting: Meeting | None = None
    body: str | None = None
    chair: str | None = None
    presiding: str | None = None
    """Who chairs at the place that is being read: the chair may be handed over."""
    date: date | None = None
    number: int | None = None
    start_times: tuple[object, ...] = ()
    place: Place | None = None
    previous: MeetingReference | None = None
    next: MeetingReference | None = None
    meeting_evidence: list[Evidence] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    treatments: list[Treatment] = field(default_factory=list)
    presenters: dict[str, list[str]] = field(default_factory=dict)
    """Item number → keys of the people that the plan or the heading names."""
    item_projects: dict[str, list[str]] = field(default_factory=dict)
    """Item number → keys of the projects it is about, the main one first."""
    whole: str | None = None
    """Key of the project that all of the protocol is about."""
    item_papers: dict[str, list[str]] = field(default_factory=dict)
    project_facts: list[ProjectFact] = field(default_factory=list)
    offices: dict[str, str] = field(default_factory=dict)
    """Key of an elected person → the office printed in front of the name."""
    recorded: set[str] = field(default_factory=set)
    """Numbers of the items whose result is labelled and was read from there."""
    paper_facts: list[PaperFact] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    subsidiary_votes: list[SubsidiaryVote] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, code: str, message: str, severity: Severity = Severity.NOTICE, span: Span | None = None) -> None:
        """Note what was not understood or is missing."""
        self.findings.append(Finding(code, message, severity, span))


def evidence(
    passage: Passage,
    rule: str,
    confidence: float = 0.95,
    *,
    start: int = 0,
    end: int | None = None,
    inferred: bool = False,
) -> Evidence:
    """Evidence for what ``passage.text[start:end]`` says."""
    return Evidence(passage.span(start, end), rule, confidence, inferred)
