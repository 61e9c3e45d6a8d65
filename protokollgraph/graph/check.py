"""What was understood of one document and what was not, as a page to read on a terminal."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time

from protokollgraph.graph.layout import cells, one_line, pad, paragraph, shorten
from protokollgraph.model import (
    AgendaItem,
    Decision,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Finding,
    Meeting,
    MeetingReference,
    Participation,
    ProjectFact,
    Role,
    Severity,
    Span,
    Task,
    Treatment,
    Votes,
)

INDENT = "  "
_SEVERITIES = tuple(reversed(Severity))


def report(extraction: Extraction, *, width: int = 100, bold: Callable[[str], str] = str) -> str:
    """The page: head, people with their posts, plan against result, decisions, tasks, and what was not understood.

    ``width`` is in cells of the terminal; ``bold`` marks headings.
    """
    page = _Page(extraction, width, bold)
    parts = (
        page.head(),
        page.people(),
        page.items(),
        page.projects(),
        page.decisions(),
        page.tasks(),
        page.figures(),
        page.findings(),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


class _Page:
    def __init__(self, extraction: Extraction, width: int, bold: Callable[[str], str]) -> None:
        self.extraction = extraction
        self.width = width
        self.bold = bold
        self.entities = {entity.key: entity for entity in extraction.entities}
        text = extraction.document.text
        self.starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def name(self, key: str | None) -> str:
        entity = self.entities.get(key or "")
        return one_line(entity.name) if entity else ""

    def full_name(self, key: str | None) -> str:
        entity = self.entities.get(key or "")
        aliases = f" ({'; '.join(map(one_line, entity.aliases))})" if entity and entity.aliases else ""
        return self.name(key) + aliases

    def names(self, keys: Iterable[str]) -> str:
        return ", ".join(self.name(key) for key in keys)

    def line(self, span: Span | None) -> str:
        if span is None:
            return "document"
        page = self.extraction.document.page(span.start)
        return f"line {bisect_right(self.starts, span.start)}" + (f" on page {page}" if page else "")

    def words(self, text: str, evidence: Iterable[Evidence]) -> str:
        place = next((self.line(each.span) for each in evidence), "")
        return paragraph(f"»{one_line(text)}« ({place})", indent=INDENT * 3, width=self.width)

    def head(self) -> Iterator[str]:
        document, meeting = self.extraction.document, self.extraction.meeting
        style = f" · style {self.extraction.style}" if self.extraction.style else ""
        yield self.bold(one_line(document.name)) + style
        for label, value in self._head_fields(meeting) if meeting else ():
            if value:
                first = INDENT + pad(label, 12)
                yield paragraph(value, indent=" " * len(first), first=first, width=self.width)

    def _head_fields(self, meeting: Meeting) -> Iterator[tuple[str, str]]:
        yield "title", one_line(self.extraction.title or "")
        yield "body", self.full_name(meeting.body)
        yield "session", str(meeting.number) if meeting.number is not None else ""
        yield "date", _when(meeting.date, meeting.start, meeting.end) or "not understood"
        yield "place", one_line(meeting.place.label) if meeting.place else ""
        yield "before", _reference(meeting.previous)
        yield "next", _reference(meeting.next)
        yield "written", str(self.extraction.written or "")

    def people(self) -> Iterator[str]:
        people = [entity for entity in self.extraction.entities if entity.kind is EntityKind.PERSON]
        if not people:
            return
        yield self.bold(f"People ({len(people)})")
        labels = {entity.key: _titled(entity) for entity in people}
        column = min(max(map(cells, labels.values())), self.width // 3)
        for entity in people:
            first = INDENT + pad(shorten(labels[entity.key], column), column) + INDENT
            said = "; ".join((*self._parts(entity.key), *self._posts(entity.key))) or "only mentioned"
            yield paragraph(said, indent=" " * (column + 2 * len(INDENT)), first=first, width=self.width)

    def _parts(self, person: str) -> Iterator[str]:
        meeting_roles: list[str] = []
        items: dict[str, list[str]] = {}
        for each in self.extraction.participations:
            if each.person != person:
                continue
            if each.item is None:
                meeting_roles += _roles(each)
                if each.substitutes_for:
                    meeting_roles.append(f"for {self.name(each.substitutes_for)}")
            else:
                items.setdefault(each.role.value, []).append(each.item)
        if meeting_roles:
            yield ", ".join(dict.fromkeys(meeting_roles))
        for role, numbers in items.items():
            yield f"{role} of TOP {', '.join(dict.fromkeys(numbers))}"

    def _posts(self, person: str) -> Iterator[str]:
        for each in self.extraction.memberships:
            if each.person == person:
                former = "formerly " if each.former else ""
                role = f"{one_line(each.role)}, " if each.role else ""
                yield f"{former}{role}{self.name(each.organisation)}"

    def items(self) -> Iterator[str]:
        planned = {item.number: item for item in self.extraction.agenda}
        treated = {treatment.number: treatment for treatment in self.extraction.treatments}
        numbers = list(dict.fromkeys([*planned, *treated]))
        if not numbers:
            return
        missing = sum(number not in treated for number in planned)
        yield self.bold(f"Agenda ({len(planned)} planned, {len(planned) - missing} with a result)")
        column = max(map(len, numbers))
        for number in numbers:
            yield self._item(pad(number, column), planned.get(number), treated.get(number))

    def _item(self, number: str, item: AgendaItem | None, treatment: Treatment | None) -> str:
        first = f"{INDENT}{number}{INDENT}"
        title = one_line(item.title) if item else "(not on the agenda)"
        result = self._result(treatment) if treatment else "NO RESULT"
        return paragraph(f"{title} → {result}", indent=" " * len(first), first=first, width=self.width)

    def _result(self, treatment: Treatment) -> str:
        number = treatment.number
        decisions = sum(each.item == number for each in self.extraction.decisions)
        tasks = sum(each.item == number for each in self.extraction.tasks)
        counted = ((decisions, "decision"), (tasks, "task"))
        found = [f"{count} {noun}{'s' if count > 1 else ''}" for count, noun in counted if count]
        return ", ".join([self.line(treatment.evidence.span), *found])

    def projects(self) -> Iterator[str]:
        projects = [entity for entity in self.extraction.entities if entity.kind is EntityKind.PROJECT]
        if not projects:
            return
        yield self.bold(f"Projects ({len(projects)})")
        for entity in projects:
            facts = [self._fact(each) for each in self.extraction.project_facts if each.project == entity.key]
            said = "; ".join([entity.name, *filter(None, facts)])
            yield paragraph(said, indent=INDENT * 3, first=INDENT, width=self.width)

    def _fact(self, fact: ProjectFact) -> str:
        slots = (("programme", fact.programme), ("Träger", fact.sponsor), ("lead", fact.lead))
        named = next((f"{label} {self.name(key)}" for label, key in slots if key), "")
        if fact.budget is not None:
            return f"{fact.budget:,.0f} EUR"
        return named or fact.kind or ""

    def decisions(self) -> Iterator[str]:
        if not self.extraction.decisions:
            return
        yield self.bold(f"Decisions ({len(self.extraction.decisions)})")
        for number, decision in enumerate(self.extraction.decisions, 1):
            first = f"{INDENT}{number:>2}  "
            yield paragraph(self._decision(decision), indent=INDENT * 3, first=first, width=self.width)
            yield self.words(decision.words, decision.evidence)

    def _decision(self, decision: Decision) -> str:
        facts = [
            f"{decision.kind}{' (reported)' if decision.reported else ''}",
            str(decision.outcome or ""),
            str(decision.method or ""),
            _votes(decision.votes),
            f"TOP {decision.item}" if decision.item else "",
            str(decision.date or ""),
            self.name(decision.body),
        ]
        about = f" · about {self.names(decision.concerns)}" if decision.concerns else ""
        addressee = f" → {self.name(decision.addressee)}" if decision.addressee else ""
        return ", ".join(filter(None, facts)) + addressee + about

    def tasks(self) -> Iterator[str]:
        if not self.extraction.tasks:
            return
        yield self.bold(f"Tasks ({len(self.extraction.tasks)})")
        for number, task in enumerate(self.extraction.tasks, 1):
            yield paragraph(self._task(task), indent=INDENT * 3, first=f"{INDENT}{number:>2}  ", width=self.width)
            yield self.words(task.words, task.evidence)

    def _task(self, task: Task) -> str:
        due = f"by {task.due}" if task.due else "no date"
        facts = [
            self.name(task.assignee) or "nobody named",
            "done" if task.done else due,
            f"TOP {task.item}" if task.item else "",
        ]
        return ", ".join(filter(None, facts))

    def figures(self) -> Iterator[str]:
        if not self.extraction.figures:
            return
        yield self.bold(f"Figures ({len(self.extraction.figures)})")
        for figure in self.extraction.figures:
            said = f"{figure.value} »{one_line(figure.words)}« ({self.line(figure.evidence.span)})"
            yield paragraph(said, indent=INDENT * 3, first=INDENT, width=self.width)

    def findings(self) -> Iterator[str]:
        findings = sorted(self.extraction.findings, key=_weight)
        if not findings:
            yield self.bold("Nothing was left over.")
            return
        yield self.bold(f"Not understood or missing ({len(findings)})")
        for finding in findings:
            yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        first = f"{INDENT}{pad(self.line(finding.span), 10)}{finding.severity}: "
        message = f"{finding.message} [{finding.code}]"
        yield paragraph(message, indent=INDENT * 6, first=first, width=self.width)
        if finding.span:
            printed = one_line(self.extraction.document.text[finding.span.start : finding.span.end])
            yield INDENT * 6 + shorten(printed, self.width - len(INDENT) * 6)


def _weight(finding: Finding) -> tuple[int, int, str]:
    return (_SEVERITIES.index(finding.severity), finding.span.start if finding.span else -1, finding.code)


def _titled(entity: Entity) -> str:
    prefix = entity.person.prefix if entity.person else None
    return one_line(f"{prefix} {entity.name}" if prefix else entity.name)


def _roles(participation: Participation) -> Iterator[str]:
    if participation.role is not Role.ATTENDEE or participation.attendance is None:
        yield participation.role.value
    if participation.attendance:
        yield participation.attendance.value
    if participation.capacity:
        yield participation.capacity.value
    if participation.note:
        yield one_line(participation.note)


def _votes(votes: Votes) -> str:
    figures = ((votes.favor, "for"), (votes.against, "against"), (votes.abstention, "abstained"))
    return ", ".join(f"{count} {word}" for count, word in figures if count is not None)


def _when(day: date | None, start: time | None, end: time | None = None) -> str:
    hours = " to ".join(f"{hour:%H:%M}" for hour in (start, end) if hour)
    return " ".join(filter(None, (str(day or ""), hours)))


def _reference(reference: MeetingReference | None) -> str:
    if reference is None:
        return ""
    session = f"session {reference.number}" if reference.number is not None else ""
    place = one_line(reference.place.label) if reference.place else ""
    return ", ".join(filter(None, (session, _when(reference.date, reference.start), place)))
