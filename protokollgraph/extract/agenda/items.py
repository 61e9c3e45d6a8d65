"""The items of the plan, those that the results add, and plan against results."""

from __future__ import annotations

from protokollgraph.extract import papers
from protokollgraph.extract.agenda import presenters, treatments
from protokollgraph.extract.agenda.titles import kind_of, references
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.segment import PlannedItem, Section
from protokollgraph.model import AgendaItem, Severity


def read(draft: Draft) -> None:
    """Record the items, their treatments and the people whom plan and headings name."""
    sections = {section.number: section for section in draft.protocol.sections}
    for item in draft.protocol.agenda:
        _planned(draft, item, sections.get(item.number))
    planned = {item.number for item in draft.agenda}
    for section in draft.protocol.sections:
        if section.number not in planned:
            _unplanned(draft, section)
        treatments.read(draft, section)
    _compare(draft, sections)


def _planned(draft: Draft, item: PlannedItem, section: Section | None) -> None:
    text = item.text
    if section and not section.heading and text:
        section = None
    end, lines = presenters.title_and_people(draft, text, section)
    title = text.cut(0, end).squeeze()
    title = title.cut(0, len(title.text.rstrip(" ,;:–-")))
    if item.presenter and not papers.in_column(draft, item.number, item.presenter):
        lines = [*lines, *presenters.in_column(item.presenter)]
    if not title:
        title = text.squeeze()
    where = evidence(title, "agenda.item", 0.98)
    draft.agenda.append(AgendaItem(item.number, title.text, where, kind_of(title.text), references(title.text)))
    draft.units.append(Unit(title, item.number, title=True))
    for line in lines:
        presenters.presents(draft, item.number, line, title.text, "agenda.presenter")


def _unplanned(draft: Draft, section: Section) -> None:
    """An item that only the results know: there is no plan, or the plan did not name it."""
    heading = section.heading.squeeze() if section.heading else section.mark
    _, lines = presenters.title_and_people(draft, heading, None)
    where = evidence(heading, "agenda.heading", 0.9, inferred=True)
    draft.agenda.append(
        AgendaItem(section.number, heading.text, where, kind_of(heading.text), references(heading.text))
    )
    if draft.protocol.agenda:
        draft.find("item-not-planned", f"Item {section.number} is treated but not on the agenda.", span=heading.span())
    for line in lines:
        presenters.presents(draft, section.number, line, heading.text, "agenda.presenter")


def _compare(draft: Draft, sections: dict[str, Section]) -> None:
    """Plan against result: an item without a treatment is a finding, unless its sub-items have one."""
    if not draft.protocol.agenda:
        draft.find("no-agenda", "The protocol has no agenda.", Severity.WARNING if not sections else Severity.NOTICE)
    if not sections:
        draft.find("no-results", "No results under the agenda items were recognised.", Severity.WARNING)
        return
    for item in draft.agenda:
        if item.number not in sections and not any(number.startswith(item.number + ".") for number in sections):
            draft.find(
                "plan-without-result",
                f"Item {item.number} “{item.title[:60]}” is on the agenda but has no result.",
                Severity.WARNING,
                item.evidence.span,
            )
