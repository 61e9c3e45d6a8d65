"""Promises of institutions. A person's own promise is a task."""

from __future__ import annotations

import re

from protokollgraph.extract import acts, dates
from protokollgraph.extract.decisions.actors import day
from protokollgraph.extract.decisions.mentions import keys, within
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.model import Decision, DecisionKind, EntityKind, Outcome

_DECLARED = re.compile(r"[^,;:]{3,80}\b(?:erklärt|versichert|erklärte|versicherte)\b[^,;:]{0,40},\sdass\s")
_GENERIC = re.compile(
    r",\sdass\s\b(?:[Dd]er|[Dd]ie|[Dd]as)\s"
    r"(?P<head>Landkreis|Gemeinde|Stadt|Amt|Hochschule|Universität|Kammer|Verband|Verein|Land)\b"
)
_AT_BEGINNING = re.compile(r"(?:Die|Der|Das)\s(?:\w+e\s)?")
_PROMISER = re.compile(
    r"\b(?:[Ff]ür|[Nn]amens|[Ii]m\sNamen|Zusage)\s(?:die|den|das|der|des)\s$|,\sdass\s(?:sich\s)?(?:die|der|das)\s$"
    r"|\b(?:hat|haben|sagte|sagt|sicherte|sichert)\s(?:die|der|das)\s$"
)


def read(draft: Draft, unit: Unit, start: int, end: int) -> Decision | None:
    """The promise of an institution that a sentence tells."""
    text = unit.passage.text[start:end]
    if not acts.commits(_promising_clause(text)):
        return None
    promiser = _promiser(unit, start, end) or _generic(draft, unit, start, end)
    if promiser is None or (re.search(r"\bZusage\b", text) and not text.startswith("Zusage")):
        return None
    past = acts.is_past(text)
    if dates.due(text, draft.date, draft.next.date if draft.next else None) and not past:
        return None
    when = day(unit, start, end, draft.date) if past else None
    main = tuple(draft.item_projects.get(unit.item or "", [])[:1])
    return Decision(
        kind=DecisionKind.COMMITMENT,
        words=plain(text),
        evidence=(evidence(unit.passage, "decisions.commitment", 0.85, start=start, end=end),),
        item=unit.item,
        outcome=Outcome.ADOPTED,
        method=None,
        date=when or draft.date,
        body=promiser,
        concerns=keys(within(unit, start, end, EntityKind.PROJECT)) or main,
        reported=when is not None and when != draft.date,
    )


def _promising_clause(sentence: str) -> str:
    declared = _DECLARED.match(sentence)
    if declared:
        return sentence[declared.end() :]
    start, end = acts.main_clause(sentence)
    return sentence[start:end]


def _promiser(unit: Unit, start: int, end: int) -> str | None:
    """The last organisation that stands where somebody does who promises."""
    promiser: str | None = None
    for mention in within(unit, start, end, EntityKind.ORGANISATION):
        before = unit.passage.text[start : mention.start]
        if _PROMISER.search(before) or not before.strip() or _AT_BEGINNING.fullmatch(before):
            promiser = mention.key
    return promiser


def _generic(draft: Draft, unit: Unit, start: int, end: int) -> str | None:
    """Whom "…, dass die Stadt" means: a Stadt that the sentence names, or the only one known."""
    generic = _GENERIC.search(unit.passage.text[start:end])
    if generic is None:
        return None
    organisations = draft.gazetteer.of_kind(EntityKind.ORGANISATION)
    heads = [r.key for r in organisations if r.name.startswith(generic["head"] + " ")]
    own = [m.key for m in unit.mentions if start <= m.start < end and m.key in heads]
    if own:
        return own[0]
    return heads[0] if len(heads) == 1 else None
