"""From a document to everything that it states.

The extractors run in the order of the table below; others can be added. An extractor is a function that reads a
:class:`~protokollgraph.extract.draft.Draft` and adds to it. A package offers one under the entry point group
``protokollgraph.extractors``; it runs behind the ones that come with this package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import entry_points

from protokollgraph.errors import DocumentError
from protokollgraph.extract import (
    agenda,
    attendance,
    clean,
    decisions,
    figures,
    header,
    markdown,
    naming,
    oparl,
    papers,
    projects,
    resolutions,
    speakers,
    tasks,
    turns,
)
from protokollgraph.extract import dates as dates_of
from protokollgraph.extract import style as styles_of
from protokollgraph.extract.draft import Draft, Unit
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import Protocol, segment
from protokollgraph.extract.style import Style
from protokollgraph.model import Document, EntityKind, Extraction, ItemKind, Severity, Treatment

Extractor = Callable[[Draft], None]


def _name(draft: Draft) -> None:
    passages = _named_passages(draft)
    turns.read(draft)
    papers.read(draft)
    naming.discover(draft, passages)
    projects.read(draft, draft.units)
    header.settle_home(draft)


def _mention(draft: Draft) -> None:
    draft.presiding = draft.chair
    for unit in draft.units:
        naming.changed_surnames(draft, unit.passage)
    for unit in draft.units:
        naming.mentions(draft, unit)


EXTRACTORS: tuple[Extractor, ...] = (
    header.read,
    attendance.read,
    agenda.read,
    _name,
    header.following,
    _mention,
    header.signed,
    lambda draft: projects.facts(draft, draft.units),
    speakers.read,
    resolutions.read,
    decisions.read,
    tasks.read,
    figures.read,
)


@cache
def _offered() -> tuple[Extractor, ...]:
    return tuple(
        entry.load() for entry in sorted(entry_points(group="protokollgraph.extractors"), key=lambda e: e.name)
    )


def extract(document: Document, *, styles: Iterable[Style] | None = None, style: str | None = None) -> Extraction:
    """Everything that one document states. Total and pure: what is not understood comes back as findings.

    ``styles`` replaces the packaged styles, ``style`` names the one to use; otherwise the document's first lines do.
    ValueError if ``style`` is none of them, DocumentError if a rule fails on the document, which is a defect.
    """
    if document.media_type == oparl.MEDIA_TYPE:
        return oparl.extract(document)
    known = tuple(styles) if styles is not None else styles_of.packaged()
    found = (markdown if document.media_type == "text/markdown" else clean).lines(document.text)
    head = " ".join(line.text for line in found[:12])
    chosen = next((s for s in known if s.name == style), None) if style else styles_of.choose(known, head)
    if chosen is None:
        raise ValueError(f"There is no style “{style}”; there are {', '.join(s.name for s in known)}.")
    draft = Draft(
        document,
        segment(found, chosen, paragraphs=document.paragraphs),
        findings=list(document.notes),
    )
    if not found:
        draft.find("empty", "The document holds no text.", Severity.ERROR)
        return _finished(draft)
    try:
        for extractor in (*EXTRACTORS, *_offered()):
            extractor(draft)
        return _finished(draft)
    except (LookupError, ValueError, ArithmeticError, RecursionError) as error:
        raise DocumentError(
            document.name,
            f"A rule failed on this document ({type(error).__name__}: {error}); nothing of it was stored.",
            "Please report it with the lines it stumbles over; all other documents are read.",
        ) from error


_COLUMNS = re.compile(r"\s{3,}")
"""What parts two things that stand side by side in a letterhead."""


def _named_passages(draft: Draft) -> list[Passage]:
    fields = [
        f.value for f in draft.protocol.fields if f.name in ("place", "distribution", "attachments", "next", "body")
    ]
    title = [column for p in draft.protocol.title for column in p.split(_COLUMNS)]
    loose = [p.squeeze() for p in (*draft.protocol.loose, *title)]
    rows = [p.squeeze() for s in draft.protocol.sections for t in s.tasks for p in (t.task, t.assignee) if p]
    rows += [p.squeeze() for t in draft.protocol.tasks for p in (t.task, t.assignee) if p]
    for passage in (*fields, *loose, *rows):
        draft.units.append(Unit(passage))
    named = [unit.passage for unit in draft.units]
    draft.units.extend(Unit(p.squeeze()) for p in draft.protocol.closing)
    return named


def _finished(draft: Draft) -> Extraction:
    """The draft as a value: treatments know their projects and papers, replaced keys are followed, nothing is lost."""
    meeting = header.finish(draft)
    _unapproved(draft)
    for surface, span in draft.gazetteer.ambiguous:
        draft.find("ambiguous-person", f"“{surface}” could be several people of this document.", Severity.WARNING, span)
    parts = draft.protocol.fields or draft.protocol.agenda or draft.protocol.sections
    if not parts and draft.body is None and (draft.date is None or not draft.offices):
        draft.find(
            "no-protocol", "This does not look like a protocol: no head, no agenda, no results.", Severity.WARNING
        )
    treatments = tuple(_with_subjects(draft, treatment) for treatment in draft.treatments)
    extraction = Extraction(
        document=draft.document,
        title=_title(draft.protocol),
        result_minutes=draft.protocol.style.result_minutes,
        written=_written(draft),
        style=draft.protocol.style.name,
        entities=draft.gazetteer.entities(),
        meeting=meeting,
        participations=tuple(draft.participations),
        memberships=tuple(draft.memberships),
        agenda=tuple(draft.agenda),
        treatments=treatments,
        project_facts=tuple(draft.project_facts),
        paper_facts=tuple(dict.fromkeys(draft.paper_facts)),
        subsidiary_votes=tuple(draft.subsidiary_votes),
        decisions=tuple(draft.decisions),
        tasks=tuple(draft.tasks),
        figures=tuple(draft.figures),
        findings=tuple(dict.fromkeys(draft.findings)),
    )
    return _followed(extraction, draft.gazetteer.absorbed)


def _title(protocol: Protocol) -> str | None:
    words = {styles_of.normalised(word) for word in protocol.style.titles}
    named = next((p for p in protocol.title if styles_of.normalised(p.text.split(" ")[0]) in words), None)
    chosen = named or next(iter(protocol.title), None)
    return " ".join(chosen.text.split()) if chosen else None


def _written(draft: Draft) -> date | None:
    """The day below the text, as in “Cottbus, den 12.03.2024”, if it is not before the meeting."""
    for passage in draft.protocol.closing:
        found = dates_of.first(passage.text)
        if (
            found
            and (draft.date is None or found >= draft.date)
            and re.match(r"[^\W\d_].{2,70}, (?:den |am )?\d", passage.text)
        ):
            return found
    return None


def _with_subjects(draft: Draft, treatment: Treatment) -> Treatment:
    """The projects and papers of an item: the ones its heading names, then the ones its text speaks of."""
    spoken = [
        m.key for u in draft.units if u.item == treatment.number for m in u.mentions if m.kind is EntityKind.PROJECT
    ]
    kind = next((item.kind for item in draft.agenda if item.number == treatment.number), None)
    own = [*draft.item_projects.get(treatment.number, []), *(spoken if kind not in _FORMAL else ())]
    for item in draft.agenda:
        if item.number == treatment.number:
            own.extend(key for number in item.references for key in draft.item_projects.get(number, []))
    papers = draft.item_papers.get(treatment.number, [])
    return replace(treatment, projects=tuple(dict.fromkeys(own)), papers=tuple(dict.fromkeys(papers)))


_FORMAL = (ItemKind.WELCOME, ItemKind.AGENDA_APPROVAL, ItemKind.MINUTES_APPROVAL, ItemKind.ELECTION)
"""Items that name projects in passing only."""


def _unapproved(draft: Draft) -> None:
    """Silence is a finding: an item asks to confirm minutes and nothing says that they were."""
    for item in draft.agenda:
        if (
            item.kind
            and item.kind.value == "minutes-approval"
            and not any(d.item == item.number for d in draft.decisions)
        ):
            draft.find(
                "approval-not-stated",
                f"Item {item.number} asks to confirm minutes; whether they were confirmed is not stated.",
                span=item.evidence.span,
            )


def _followed(extraction: Extraction, absorbed: dict[str, str]) -> Extraction:
    """Keys of entities that turned out to be another's, replaced everywhere; entities that nothing names, left out."""

    def key(old: str) -> str:
        while old in absorbed:
            old = absorbed[old]
        return old

    def optional(old: str | None) -> str | None:
        return key(old) if old else None

    def several(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key(k) for k in old))

    if not absorbed:
        return extraction
    meeting = extraction.meeting
    return replace(
        extraction,
        meeting=replace(meeting, body=optional(meeting.body)) if meeting else None,
        participations=tuple(replace(p, organisation=optional(p.organisation)) for p in extraction.participations),
        memberships=tuple(replace(m, organisation=key(m.organisation)) for m in extraction.memberships),
        treatments=tuple(replace(t, projects=several(t.projects)) for t in extraction.treatments),
        project_facts=tuple(
            replace(f, project=key(f.project), sponsor=optional(f.sponsor), lead=optional(f.lead))
            for f in extraction.project_facts
        ),
        paper_facts=tuple(replace(f, paper=key(f.paper), mover=optional(f.mover)) for f in extraction.paper_facts),
        decisions=tuple(
            replace(d, body=optional(d.body), concerns=several(d.concerns), addressee=optional(d.addressee))
            for d in extraction.decisions
        ),
        tasks=tuple(replace(t, assignee=optional(t.assignee)) for t in extraction.tasks),
    )
