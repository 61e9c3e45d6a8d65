"""What is said of projects: programme, lead Werkstatt, Träger, total volume, kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract import hints, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.projects import budgets, programmes, sponsors
from protokollgraph.model import EntityKind, ProjectFact

_LEAD = re.compile(
    r"(?:FF:?\s*|Federführung\s*:?\s*(?:hat\s+|liegt\s+(?:bei|in)\s+)?(?:der\s+|die\s+)?"
    r"|[Ff]ederführend(?:e[nr]?)?\s*:?\s*(?:ist\s+|die\s+|in\s+der\s+)*(?:die\s+)?)(?P<name>Werkstatt\s\d{1,2})"
    r"|(?P<name2>Werkstatt\s\d{1,2})\s+(?:ist\s+federführend|\(federführend\)|hat\s+die\s+Federführung|federführend)"
)


_KIND = re.compile(
    r"(?<![\w-])(?P<kind>(?:Investitions|Pilot|Modell|Leuchtturm|Forschungs|Verbund|Infrastruktur|Teil|Bau)projekt)"
    r"(?:e?s)?(?![\w])"
)


_IN_THE_LEAD = hints.bit(["FF", "ederführ"])
_PROJECT = hints.bit(["projekt"])


def facts(draft: Draft, units: list[Unit]) -> None:
    """What each sentence says of the project that it, or its item, is about."""
    for unit in units:
        if unit.item is None:
            continue
        main = draft.item_projects.get(unit.item, [])
        usual = main[0] if len(main) == 1 else draft.whole if not main else None
        if usual is None and not any(m.kind is EntityKind.PROJECT for m in unit.mentions):
            continue
        current: str | None = None
        for start, end in sentences.split(unit.passage.text):
            here = [m for m in unit.mentions if m.kind is EntityKind.PROJECT and start <= m.start < end]
            if here:
                current = here[0].key
            own = list(dict.fromkeys(m.key for m in here))
            subject = current or usual
            if subject is None or len(own) > 1:
                _each_with_brackets(draft, unit, here)
                continue
            _of_project(draft, unit, start, end, subject)
    budgets.latest(draft)


def _each_with_brackets(draft: Draft, unit: Unit, here: Sequence[Mention]) -> None:
    for mention in here:
        bracket = re.match(r"[“”]?\s?\(([^()]+)\)", unit.passage.text[mention.end :])
        if bracket:
            _of_project(draft, unit, mention.start, mention.end + bracket.end(), mention.key)


def _of_project(draft: Draft, unit: Unit, start: int, end: int, project: str) -> None:
    text = unit.passage.text[start:end]
    _record(draft, programmes.fact(draft, unit, start, end, project))
    lead = _LEAD.search(text) if unit.hints & _IN_THE_LEAD else None
    if lead:
        group = "name" if lead["name"] else "name2"
        body = draft.gazetteer.organisation(lead[group], body=True, number=int(re.sub(r"\D", "", lead[group])))
        where = evidence(unit.passage, "projects.lead", start=start, end=end)
        _record(draft, ProjectFact(project, where, lead=body))
    _record(draft, sponsors.fact(draft, unit, start, end, project))
    if not unit.title:
        _record(draft, budgets.fact(unit, start, end, project))
    kind = _KIND.search(text) if unit.hints & _PROJECT else None
    if kind:
        where = evidence(unit.passage, "projects.kind", start=start, end=end)
        _record(draft, ProjectFact(project, where, kind=kind["kind"]))


def _record(draft: Draft, fact: ProjectFact | None) -> None:
    """Record a fact once; of a programme or a lead the first statement holds, of totals each is kept for now."""
    if fact is None:
        return
    for known in draft.project_facts:
        same_slot = (
            (known.programme and fact.programme)
            or (known.lead and fact.lead)
            or (known.sponsor and fact.sponsor)
            or (known.kind and fact.kind)
        )
        if known.project == fact.project and same_slot:
            return
    draft.project_facts.append(fact)
