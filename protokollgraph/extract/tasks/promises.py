"""Sentences in which somebody promises to do something, or is asked to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protokollgraph.extract import acts, attendance, dates, hints, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.tasks import owned, verbs
from protokollgraph.extract.tasks.owners import DOERS, due_day, pattern
from protokollgraph.model import Decision, DecisionKind, EntityKind, Evidence, Span, Task

_REQUEST = re.compile(
    r"\b(?:bitte(?:t|n)|bat(?:en)?|wünsch|regt?\b|fragt?\b|schlägt\svor|empfiehlt|könnte|sollte|möchte|würde)\b"
)

_AGAIN = re.compile(
    r"\s*(?:WV|Wiedervorlage|Frist|Termin)\b:?\s[^.;]*\.?[^.;]*|\s*\((?:T|Termin|Frist|WV)\.?:\s[^()]*\)"
)

_REGULAR = re.compile(r"\b(?:regelmäßig|jährlich|monatlich|laufend|ständig|stets|fortlaufend)\b")
"""What somebody does again and again is no task of this session."""

_PRONOUN = re.compile(r"(?:Sie|Er)\s(?=\w+(?:t|en)\b)")

_BEFORE_SUBJECT = re.compile(r"(?:(?:Die|Der|Das|die|der|das)\s)?(?:\w+e\s)?")
_NEXT_CLAUSE = re.compile(r"(?:[;,]|\bund)\s(?:die\s|der\s|das\s)?$")
_BEHIND_VERB = re.compile(r"\b\w+(?:t|en|et)\s(?:die\s|der\s|das\s)?$")
_BEHIND_PREPOSITION = re.compile(r"\b(?:von|an|bei|mit|durch)\s(?:der\s|die\s|das\s|dem\s)?$")
_EARLIER_OR_OFFICE = hints.bit(["(", "erwaltung"])
_ADMINISTRATION = re.compile(r"(?:Die|Der)\s(?:\w+)?[Vv]erwaltung\b")


def of_unit(draft: Draft, unit: Unit) -> Iterator[Task]:
    """The tasks of a passage: one whose owner stands behind it, else those of its sentences."""
    text = unit.passage.text
    label = pattern("label").match(text)
    task = owned.behind(draft, unit, text)
    if task:
        yield task
        return
    decided = [d for d in draft.decisions if d.item == unit.item]
    if not (label or decided or unit.hints & _EARLIER_OR_OFFICE or any(m.kind in DOERS for m in unit.mentions)):
        return
    for index, (start, end) in enumerate(sentences.split(text)):
        task = _of_sentence(
            draft,
            unit,
            decided,
            start,
            end,
            labelled=bool(label) and index == 0,
            after=label.end() if label and index == 0 else start,
        )
        if task:
            yield task


def _of_sentence(
    draft: Draft, unit: Unit, decided: Sequence[Decision], start: int, end: int, *, labelled: bool, after: int
) -> Task | None:
    text = unit.passage.text[start:end]
    earlier = owned.EARLIER.search(text) if "(" in text else None
    if earlier:
        return owned.follow_up(draft, unit, start, end, earlier)
    span = unit.passage.span(start, end)
    own = [d for d in decided if _inside(span, d.evidence[0])]
    mandate = next((d for d in own if d.kind is DecisionKind.ASSIGNMENT), None)
    if mandate:
        return _mandated(draft, unit, start, end, mandate)
    if any(d.kind is not DecisionKind.COMMITMENT or d.date != draft.date for d in own) and not labelled:
        return None
    doer = _who_does(draft, unit, start, end, after)
    if doer is None:
        if labelled and re.search(r"\bbis\b", text):
            why = f"Nobody was recognised as responsible for “{plain(text)[:80]}”."
            draft.find("task-without-owner", why, span=span)
        return None
    who, at = doer
    behind = _AGAIN.match(unit.passage.text, end)
    clause = unit.passage.text[at:end]
    due = dates.due(clause + (behind.group() if behind else ""), draft.date, draft.next.date if draft.next else None)
    future = due is not None and (due.value is None or draft.date is None or due.value >= draft.date)
    main = clause[: acts.main_clause(clause)[1]]
    by_person = draft.gazetteer[who].kind is EntityKind.PERSON and not _REGULAR.search(main)
    verb = verbs.has_one(main, "verbs") if future or labelled else by_person and verbs.has_one(main, "undated")
    if (
        not verb
        or (not labelled and _REQUEST.match(clause.lstrip()))
        or re.match(r"\s*(?:hat|haben|wurde|wurden|war)\b", clause)
    ):
        return None
    if (
        future
        and not labelled
        and due
        and not behind
        and (
            (due.start >= len(main) and not clause.startswith(", bis", len(main)))
            or not verbs.governs(clause, due.start)
        )
    ):
        return None
    where = evidence(unit.passage, "tasks.sentence", 0.85, start=start, end=end)
    return Task(plain(text), (where,), unit.item, who, due.value if due and future else None)


def _mandated(draft: Draft, unit: Unit, start: int, end: int, mandate: Decision) -> Task | None:
    """What a decision asks somebody to do."""
    if mandate.addressee is None:
        return None
    text = unit.passage.text[start:end]
    where = evidence(unit.passage, "tasks.mandate", 0.9, start=start, end=end)
    return Task(plain(text), (where,), unit.item, mandate.addressee, due_day(draft, text))


def _inside(span: Span, where: Evidence) -> bool:
    """Whether a sentence is, but for a list number, the place of a fact or part of it."""
    shared = min(span.end, where.span.end) - max(span.start, where.span.start)
    return shared * 4 >= (span.end - span.start) * 3


def _who_does(draft: Draft, unit: Unit, start: int, end: int, after: int) -> tuple[str, int] | None:
    """Who acts in a sentence, and where the rest of it begins: subject first, or right behind the verb."""
    text = unit.passage.text
    for mention in unit.mentions:
        if not after <= mention.start < end or mention.kind not in DOERS:
            continue
        before = text[after : mention.start]
        if _BEFORE_SUBJECT.fullmatch(before) or (mention.kind is EntityKind.PERSON and _NEXT_CLAUSE.search(before)):
            return mention.key, mention.end
        if (
            _BEHIND_VERB.search(before)
            and verbs.any_of_them().search(before)
            and not _BEHIND_PREPOSITION.search(before)
        ):
            return mention.key, after
    pronoun = _PRONOUN.match(text, after, end)
    if pronoun and (who := _person_before(unit, start)):
        return who, pronoun.end()
    administration = _ADMINISTRATION.match(text, after, end)
    if administration:
        key = attendance.administration(draft)
        if key:
            return key, administration.end()
    return None


def _person_before(unit: Unit, start: int) -> str | None:
    """Whom "sie" or "er" means: the last person of the sentence before."""
    people = [m for m in unit.mentions if m.end <= start and m.kind is EntityKind.PERSON]
    before = sentences.split(unit.passage.text[:start]) if people else ()
    return people[-1].key if before and people[-1].start >= before[-1][0] else None
