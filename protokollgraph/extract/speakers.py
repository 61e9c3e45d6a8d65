"""Who contributes to an item: presents, reports, asks, objects."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from protokollgraph.extract import sentences, turns
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, Participation, Role

_BETWEEN = re.compile(r"(?:\s*,\s*|\s+und\s+|\s+sowie\s+)$|\s*\([^()]*\)\s*(?:,|und|sowie)?\s*$")
_SUBJECT_START = re.compile(
    r"(?:^|[.;:,]\s|\bund\s|\bsowie\s)(?:(?:Der|Die|der|die)\s(?:(?:\w+\s)?[\w/-]+,?\s)?|Die\sHerren\s|Auch\s|Zudem\s"
    r"|Ergänzend\s|[–-]\s|\d+\.\s)?$"
)


_SUBJECT_BEFORE = re.compile(
    r"(?:Die|Der|Das|Alle|Einige)\s(?:\w+\s)?(?:\w*[Ww]erkstatt|\w*[Mm]itglieder|Anwesenden|\w*[Aa]usschuss|Vorsitzende|Gremium)\b"
    r"|(?:Herr|Frau)\s"
)
"""Somebody else acts: "Die Werkstatt dankt Frau …"."""


@cache
def _verbs() -> list[tuple[Role, re.Pattern[str], re.Pattern[str] | None]]:
    found = []
    for role, key in ((Role.PRESENTER, "presents"), (Role.DISCUSSANT, "discusses")):
        for entry in load("speech")[key]:
            verb, _, part = entry.partition("…")
            found.append(
                (role, re.compile(rf"\b(?:{verb})(?!\w)"), re.compile(rf"\b(?:{part})(?!\w)") if part else None)
            )
    return found


@cache
def _any_verb() -> re.Pattern[str]:
    """All verbs at once, a quick first look."""
    return re.compile(
        "|".join(
            rf"\b(?:{entry.partition('…')[0]})(?!\w)"
            for key in ("presents", "discusses")
            for entry in load("speech")[key]
        )
    )


@cache
def _nouns() -> re.Pattern[str]:
    nouns = "|".join(load("speech")["nouns"])
    return re.compile(
        rf"\b(?:{nouns})\s+(?:(?:der|des|von|durch|vom)\s+)?(?:\w+\s+)?$"
        rf"|\b(?:{nouns})\b(?:[^.;:]|(?:Prof|Dr|Hr|Fr|\d)\.)*\bund\s(?:von|durch)\s$|\b(?:Lt\.|Laut|laut|lt\.)\s$"
    )


_BY = re.compile(
    r"^(?:Vorstellung|Einführung|Eröffnung|Begrüßung|Vortrag|Bericht|Präsentation|Erläuterung(?:en)?|Ankündigung"
    r"|Information(?:en)?|Darstellung|Moderation|Verabschiedung|Ausblick|Rückblick|Zusammenfassung|Impuls|Input)\b"
    r"(?:[^.;]|(?:Prof|Dr|Hr|Fr|\d)\.)*\b(?:durch|von)\s(?:die\s|den\s)?$"
)
_TURN = re.compile(r"^\s?(?:\([^()]*\))?:\s")
_BEFORE_TURN = re.compile(r"\s*|[A-ZÄÖÜ][^|:]{1,30}\s\|\s")
"""Nothing, or a group: "SPD | Muster: …"."""


@cache
def _never() -> re.Pattern[str]:
    return re.compile(load("speech")["never"])


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(load("speech")["formal"])


def read(draft: Draft) -> None:
    """Record the contributions that the treatments report."""
    for unit in draft.units:
        people = [m for m in unit.mentions if m.kind is EntityKind.PERSON]
        if unit.item is None or not people or unit.title:
            continue
        for start, end in sentences.split(unit.passage.text):
            here = [m for m in people if start <= m.start < end]
            if (
                here
                and unit.passage.text.startswith("Vorsitz", here[0].start)
                and _formal().search(unit.passage.text, here[0].end, end)
            ):
                here = here[1:]
            if here and not _never().search(unit.passage.text[start:end]):
                _sentence(draft, unit, start, end, here)


def _sentence(draft: Draft, unit: Unit, start: int, end: int, people: list[Mention]) -> None:
    text = unit.passage.text
    group: list[Mention] = []
    for mention in people:
        if group and _BETWEEN.fullmatch(text[group[-1].end : mention.start]):
            group.append(mention)
        else:
            group = [mention]
        before = text[start : group[0].start]
        if _BY.match(before):
            _contributes(draft, unit, group, Role.PRESENTER, start, end)
            continue
        if _BEFORE_TURN.fullmatch(before) and _TURN.match(text[mention.end : end]):
            _contributes(draft, unit, group, Role.DISCUSSANT, start, end)
            continue
        if _nouns().search(before) and not re.search(r"\b(?:Antrag|Vorschlag)\s+(?:auf|zu)", before):
            _contributes(draft, unit, group, Role.DISCUSSANT, start, end)
            continue
        role = _spoken(text[start:end], group[0].start - start, mention.end - start)
        if role:
            _contributes(draft, unit, group, role, start, end)


def _spoken(sentence: str, start: int, end: int) -> Role | None:
    """Which role the verb gives to the people who stand at start..end: a verb right behind them, or right before."""
    behind, before = sentence[end:], sentence[:start]
    clause = re.split(r"(?:;|,\s(?:Herr|Frau)\s)", behind, maxsplit=1)[0]
    if _SUBJECT_START.search(before) or not before.strip():
        lead = re.match(
            r"(?:\s*\([^()]*\))?(?:,\s[^,]{2,80},|,(?=\s[a-zäöü]+t\b))?\s+"
            r"(?:(?:als|für|namens|im\sNamen|aus\sSicht)\s(?:\w+\s){1,5}?)?",
            clause,
        )
        at = lead.end() if lead else 0
        role = _verb_at(clause, at) or (_verb_at(clause, _plain_lead(clause)) if lead else None)
        if role is None and (second := re.search(r"\s(?:und|sowie)\s(?=[a-zäöü]+t\b|[a-zäöü]+en\b)", clause)):
            role = _verb_at(clause, second.end()) if _any_verb().match(clause, second.end()) else None
        if role:
            return role
    verb = re.search(r"(?P<verb>\w+)\s+(?:sich\s+)?(?:(?:der|die)\s)?$", before)
    if verb and not sentence[start:end].startswith(("Herrn", "Hrn.")) and not _SUBJECT_BEFORE.match(before):
        return _verb_at(before[verb.start("verb") :] + behind, 0)
    return None


def _plain_lead(clause: str) -> int:
    return len(clause) - len(clause.lstrip())


def _verb_at(clause: str, at: int) -> Role | None:
    if not _any_verb().match(clause, at):
        return None
    for role, verb, part in _verbs():
        match = verb.match(clause, at)
        if match and (part is None or part.search(clause, match.end())):
            return role
    return None


def _contributes(draft: Draft, unit: Unit, group: list[Mention], role: Role, start: int, end: int) -> None:
    item = unit.item or ""
    listed = draft.presenters.setdefault(item, [])
    where = evidence(unit.passage, "speakers.verb", 0.9, start=start, end=end)
    if role is Role.PRESENTER and any(m.key in draft.offices for m in group):
        role = Role.DISCUSSANT
    if role is Role.PRESENTER and listed and not any(m.key in listed for m in group):
        role = Role.DISCUSSANT
    for mention in group:
        known = next(
            (i for i, p in enumerate(draft.participations) if p.item == item and p.person == mention.key), None
        )
        if known is not None:
            if len(draft.participations[known].evidence) < 4 and where not in draft.participations[known].evidence:
                part = draft.participations[known]
                draft.participations[known] = replace(part, evidence=(*part.evidence, where))
            continue
        draft.participations.append(
            Participation(
                mention.key,
                role,
                (where,),
                item=item,
                organisation=turns.group_of(draft, mention.key),
                printed=draft.offices.get(mention.key),
            )
        )
        if role is Role.PRESENTER:
            listed.append(mention.key)
