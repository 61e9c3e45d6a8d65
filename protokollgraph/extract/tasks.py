"""Tasks: who has to do what by when; from tables, labels, mandates and promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from protokollgraph.extract import acts, attendance, dates, names, posts, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import TaskRow
from protokollgraph.extract.words import load
from protokollgraph.model import DecisionKind, EntityKind, Evidence, Severity, Span, Task

_DOERS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.BODY)
_EARLIER = re.compile(
    r"\b(?:Die\s)?(?:Aufgabe|Zuarbeit|Anfrage|Rückmeldung|Zusammenstellung|Übersicht|Auftrag|Klärung|Prüfung"
    r"|Offene\sPunkte:\s\w+)\b[^.;()]{0,80}\((?P<who>[^()]+)\)(?=[^.;]*\b(?:erledigt|offen|aus|läuft|verlängert)\b)"
)
_EXTENDED = re.compile(r"\bFrist\b[^.;]*\b(?:verlängert|verschoben|auf)\b")
_REQUEST = re.compile(
    r"\b(?:bitte(?:t|n)|bat(?:en)?|wünsch|regt?\b|fragt?\b|schlägt\svor|empfiehlt|könnte|sollte|möchte|würde)\b"
)


def read(draft: Draft) -> None:
    """Record the tasks of the text and of the tables; a table that repeats a task of the text adds its place to it."""
    for unit in draft.units:
        if unit.item is not None and not unit.title:
            for task in _of_unit(draft, unit):
                _add(draft, task)
    for section in draft.protocol.sections:
        for row in section.tasks:
            _row(draft, row, section.number)
    for row in draft.protocol.tasks:
        _row(draft, row, None)


def _add(draft: Draft, task: Task) -> None:
    """Record a task, or join it with the one that it repeats: same owner, same day, some shared words."""
    for index, known in enumerate(draft.tasks):
        if known.assignee != task.assignee or (known.due and task.due and known.due != task.due):
            continue
        shared = _stems(known.words) & _stems(task.words) or (
            known.due
            and known.due == task.due
            and "tasks.table" in (task.evidence[0].rule, *(e.rule for e in known.evidence))
            and len(known.evidence) == 1
        )
        if (
            shared
            and (known.due == task.due or not known.due or not task.due)
            and (known.item == task.item or known.item is None or task.item is None)
        ):
            draft.tasks[index] = replace(
                known,
                evidence=(*known.evidence, *task.evidence),
                due=known.due or task.due,
                item=known.item or task.item,
                done=known.done or task.done,
            )
            return
    draft.tasks.append(task)


_PARTS = re.compile(r"[^\W\d_]{5,}")


def _stems(words: str) -> set[str]:
    """The first letters of the long words, and of compounds' ends, so that "Nachreichung" meets "reicht … nach"."""
    found = set()
    for word in _PARTS.findall(words.casefold()):
        found.add(word[:7])
        if len(word) > 11:
            found.add(word[-7:])
    return found - {"bereits", "werkstatt"[:7], "projekt", "sitzung", "nächste"}


# --- text -----------------------------------------------------------------------------------------------------------


@cache
def _verbs(key: str) -> list[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    found = []
    for entry in load("tasks")[key]:
        verb, *parts = entry.split("…")
        found.append(
            (re.compile(rf"\b(?:{verb})(?!\w)"), [re.compile(rf"\b(?:{part})(?!\w)") for part in parts if part])
        )
    return found


@cache
def _any_verb() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{entry.split('…')[0]})(?!\w)" for entry in load("tasks")["verbs"]))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load("tasks")[key])


def _of_unit(draft: Draft, unit: Unit) -> Iterator[Task]:
    text = unit.passage.text
    label = _pattern("label").match(text)
    spans = sentences.split(text)
    owned = _owner_behind(draft, unit, text)
    if owned:
        yield owned
        return
    for index, (start, end) in enumerate(spans):
        task = _of_sentence(
            draft,
            unit,
            start,
            end,
            labelled=bool(label) and index == 0,
            after=label.end() if label and index == 0 else start,
        )
        if task:
            yield task


def _owner_behind(draft: Draft, unit: Unit, text: str) -> Task | None:
    """“… (V: IHK Cottbus, T: 08.03.2024)”, “Aufgabe: …, verantwortlich HWK, Frist 30.09.2024”."""
    owner = _pattern("owner").search(text) if any(hint in text for hint in load("tasks")["owner_hints"]) else None
    if not owner:
        return None
    who = _doer(draft, unit.passage.cut(owner.start("who"), owner.end("who")))
    when = _pattern("due").search(text, owner.start())
    when = when or _pattern("due").search(text)
    if who is None and when is None:
        return None
    due = _due(draft, when["when"]) if when else None
    start = next((a for a, b in sentences.split(text) if b >= owner.start()), 0)
    if re.match(r"\(?(?:V|Verantw|verantw|zust|Zust|→|Verantwortlich|Zuständig)", text[start:]) and start:
        start = max((a for a, b in sentences.split(text) if a < start), default=0)
    return Task(
        _plain(text[start:]),
        (evidence(unit.passage, "tasks.owner", 0.9, start=start),),
        unit.item,
        who,
        due,
        bool(_pattern("done").search(text)),
    )


def _of_sentence(draft: Draft, unit: Unit, start: int, end: int, *, labelled: bool, after: int) -> Task | None:
    text = unit.passage.text[start:end]
    earlier = _EARLIER.search(text) if "(" in text else None
    if earlier:
        return _earlier(draft, unit, start, end, earlier)
    span = unit.passage.span(start, end)
    own = [d for d in draft.decisions if d.item == unit.item and _inside(span, d.evidence[0])]
    mandate = next((d for d in own if d.kind is DecisionKind.ASSIGNMENT), None)
    if mandate:
        return (
            Task(
                _plain(text),
                (evidence(unit.passage, "tasks.mandate", 0.9, start=start, end=end),),
                unit.item,
                mandate.addressee,
                _due(draft, text),
            )
            if mandate.addressee
            else None
        )
    if any(d.kind is not DecisionKind.COMMITMENT or d.date != draft.date for d in own) and not labelled:
        return None
    doer = _who_does(draft, unit, start, end, after)
    if doer is None:
        if labelled and re.search(r"\bbis\b", text):
            draft.find(
                "task-without-owner",
                f"Nobody was recognised as responsible for “{_plain(text)[:80]}”.",
                span=unit.passage.span(start, end),
            )
        return None
    who, at = doer
    behind = _AGAIN.match(unit.passage.text, end)
    clause = unit.passage.text[at:end]
    due = dates.due(clause + (behind.group() if behind else ""), draft.date, draft.next.date if draft.next else None)
    future = due is not None and (due.value is None or draft.date is None or due.value >= draft.date)
    main = clause[: acts.main_clause(clause)[1]]
    verb = _verb(main, "verbs") if future or labelled else _verb(main, "undated")
    if (
        not verb
        or (not labelled and _REQUEST.match(clause.lstrip()))
        or re.match(r"\s*(?:hat|haben|wurde|wurden|war)\b", clause)
    ):
        return None
    if future and not labelled and due and not behind and not _governs(clause, due.start):
        return None
    return Task(
        _plain(text),
        (evidence(unit.passage, "tasks.sentence", 0.85, start=start, end=end),),
        unit.item,
        who,
        due.value if due and future else None,
    )


_AGAIN = re.compile(r"\s*(?:WV|Wiedervorlage|Frist|Termin)\b:?\s[^.;]*\.?[^.;]*|\s*\((?:T|Termin|Frist|WV)\.?:\s[^()]*\)")
_PRONOUN = re.compile(r"(?:Sie|Er)\s(?=\w+(?:t|en)\b)")


def _governs(clause: str, at: int) -> bool:
    """Whether a date says by when something is done, not when it is: "bis …", or the delivery to a session on a day."""
    return bool(
        re.search(
            r"\bbis(?:\s(?:zum|spätestens|Ende|Mitte|Anfang|zur))?\s(?:\w+,?\s(?:dem|den)\s)?$"
            r"|\bbis\s(?:spätestens\s)?(?:zum\s)?$",
            clause[:at],
        )
        or re.match(r"(?:bis|zur|zum|Ende|Mitte|Anfang)\b", clause[at:])
        or re.search(r"\bzur\s(?:Beschlussfassung|Entscheidung|Beratung)\s(?:vor|ein)\b", clause)
    )


def _inside(span: Span, where: Evidence) -> bool:
    """Whether a sentence is, but for a list number, the place of a fact or part of it."""
    shared = min(span.end, where.span.end) - max(span.start, where.span.start)
    return shared * 4 >= (span.end - span.start) * 3


def _verb(clause: str, key: str) -> bool:
    """Whether the clause's first verb is one of a task; the separated part has to follow."""
    if key == "verbs" and not _any_verb().search(clause):
        return False
    for verb, parts in _verbs(key):
        match = verb.search(clause)
        if not match:
            continue
        at = match.end()
        for part in parts:
            follows = part.search(clause, at)
            if not follows:
                break
            at = follows.end()
        else:
            return True
    return False


def _who_does(draft: Draft, unit: Unit, start: int, end: int, after: int) -> tuple[str, int] | None:
    """Who acts in a sentence, and where the rest of it begins: subject first, or right behind the verb."""
    text = unit.passage.text
    for mention in unit.mentions:
        if not after <= mention.start < end or mention.kind not in _DOERS:
            continue
        before = text[after : mention.start]
        if re.fullmatch(r"(?:(?:Die|Der|Das|die|der|das)\s)?(?:\w+e\s)?", before) or (
            re.search(r"[;,]\s(?:die\s|der\s|das\s)?$|\bund\s(?:die\s|der\s|das\s)?$", before)
            and mention.kind is EntityKind.PERSON
        ):
            return mention.key, mention.end
        if (
            re.search(r"\b\w+(?:t|en|et)\s(?:die\s|der\s|das\s)?$", before)
            and _any_verb().search(before)
            and not re.search(r"\b(?:von|an|bei|mit|durch)\s(?:der\s|die\s|das\s|dem\s)?$", before)
        ):
            return mention.key, after
    pronoun = _PRONOUN.match(text, after, end)
    before_it = [m for m in unit.mentions if m.end <= start and m.kind is EntityKind.PERSON]
    if (
        pronoun
        and before_it
        and sentences.split(text[:start])[-1:]
        and before_it[-1].start >= sentences.split(text[:start])[-1][0]
    ):
        return before_it[-1].key, pronoun.end()
    administration = re.match(r"(?:Die|Der)\s(?:\w+)?[Vv]erwaltung\b", text[after:end])
    if administration:
        key = attendance.administration(draft)
        if key:
            return key, after + administration.end()
    return None


def _earlier(draft: Draft, unit: Unit, start: int, end: int, match: re.Match[str]) -> Task | None:
    """A task of an earlier session that is followed up: done, or still open with a new date."""
    who = _doer(draft, unit.passage.cut(start + match.start("who"), start + match.end("who")))
    rest = _until_next(unit, end)
    text = unit.passage.text[start:rest]
    done = bool(_pattern("done").search(text))
    due = _due(draft, text) if not done else None
    if who is None:
        return None
    return Task(
        _plain(text),
        (evidence(unit.passage, "tasks.follow-up", 0.85, start=start, end=rest),),
        unit.item,
        who,
        due,
        done,
    )


def _until_next(unit: Unit, end: int) -> int:
    """With the next part of the sentence if it is about the same task's date."""
    text = unit.passage.text
    for a, b in sentences.split(text):
        if a >= end and _EXTENDED.search(text[a:b]) and text[end - 1 : end] == ";":
            return b
        if a >= end:
            break
    return end


def _due(draft: Draft, text: str) -> date | None:
    """The day in a cell or behind a label; "nächste Sitzung" is the next one's."""
    coming = draft.next.date if draft.next else None
    found = dates.due(text, draft.date, coming)
    if found is None and re.match(
        r"\s*(?:zur\s|bis\szur\s)?nächste[rn]?\s(?:\w*[Ss]itzung|Werkstatt|Treffen|Beratung)", text
    ):
        return coming
    return found.value if found else None


def _plain(text: str) -> str:
    return " ".join(text.split())


# --- tables ---------------------------------------------------------------------------------------------------------


def _row(draft: Draft, row: TaskRow, item: str | None) -> None:
    if re.fullmatch(r"[\s–—-]*|keine.*", row.task.text, re.IGNORECASE):
        return
    who = _doer(draft, row.assignee.squeeze()) if row.assignee else None
    due = _due(draft, row.due.text) if row.due else None
    where = evidence(row.row, "tasks.table", 0.95)
    if who is None and row.assignee and re.search(r"\w", row.assignee.text):
        draft.find(
            "assignee-not-understood",
            f"“{row.assignee.text[:60]}” in the table of tasks names nobody that was recognised.",
            Severity.WARNING,
            row.assignee.span(),
        )
    done = bool(_pattern("done").search(row.row.text))
    _add(draft, Task(_plain(row.task.text), (where,), item, who, due, done))


def _doer(draft: Draft, passage: Passage) -> str | None:
    """The person or organisation of a cell or a label: "B. Zarnack (ILB)", "HWK Cottbus", "Verwaltung"."""
    text = passage.text.strip(" .")
    if not text:
        return None
    piece = re.split(r"\s*(?:/|,|;|\bund\b|&)\s+", text, maxsplit=1)[0]
    bare = re.sub(r"\s*\([^()]*\)$", "", piece)
    known = draft.gazetteer.named(bare, EntityKind.ORGANISATION, EntityKind.BODY)
    if known is None and re.fullmatch(r"(?:Die\s)?(?:Gemeinde|Stadt|Kreis)?[Vv]erwaltung", bare):
        known = attendance.administration(draft)
    if known:
        draft.gazetteer.mention(known, evidence(passage, "tasks.assignee", 0.9, start=0, end=len(bare)))
        return known
    line = posts.person_line(passage.cut(0, len(piece)), bare_surname=True)
    if line:
        key = draft.gazetteer.known_person(
            line.name, hint=" ".join(p.organisation.text for p in line.posts if p.organisation) or None
        )
        if key is None and line.name.given and names.is_given(line.name.given.split()[0]):
            key = draft.gazetteer.person(line.name)
        if key:
            draft.gazetteer.mention(key, evidence(line.printed, "tasks.assignee", 0.9))
            return key
    scanned = [m for m in draft.gazetteer.scan(passage) if m.kind in _DOERS]
    if len(scanned) == 1 or (scanned and scanned[0].start == 0):
        draft.gazetteer.mention(
            scanned[0].key, evidence(passage, "tasks.assignee", 0.85, start=scanned[0].start, end=scanned[0].end)
        )
        return scanned[0].key
    return None
