"""Functions and organisations beside a name, in any of their printed orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from protokollgraph.extract import dates, organisations
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts.offices import is_abbreviated
from protokollgraph.extract.posts.organisations import behind, former_words, head_pattern
from protokollgraph.extract.posts.parties import has_none, is_party
from protokollgraph.extract.words import load

_TOP_COMMA = re.compile(r"\s*[,;]\s+(?![^(]*\))|\s+[|/]\s+")

_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)\)\s*$")

_WRAPPED = re.compile(r"\((?P<inner>[^()]*)\)")

NOTE = re.compile(
    r"(?:\b(?:ab|bis|zu|nur)?\s*(?:TOP|Top|Pkt|Punkt|ca\.)\s*\d|\bab \d|\bbis \d|Vertretung|i\. ?V\.|vertritt"
    r"|Stimmrecht|online|digital|per Video|zugeschaltet|telefonisch|zeitweise|Uhr\b|Wahlleitung|z\. ?K\.|Protokoll\b"
    r"|Gast\b|beratend|entsch|später|verhindert|Schriftf|Befang)",
    re.IGNORECASE,
)

_STATUS_BEHIND = re.compile(
    r"\s+[–-]\s+(?P<status>(?:un)?entschuldigt|anwesend|abwesend|verhindert|online|digital|per Video|als Gast"
    r"|entsch\.)\s*$"
)

_NOTHING = re.compile(
    r"(?:fraktionslos|parteilos|privat|ohne|online|-|–|—|keine|n\. ?n\.|N\.N\.|Einwohner(?:in)?|Bürger(?:in)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Post:
    """A function, an organisation, or both; ``short`` is the abbreviation that the brackets introduce."""

    role: Passage | None = None
    organisation: Passage | None = None
    short: Passage | None = None
    former: bool = False
    since: date | None = None
    until: date | None = None


_DAY = r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?\d{4}|[A-Z][a-zä]+\s\d{4}|\d{4})"


@cache
def _tense() -> re.Pattern[str]:
    """What says that somebody had a post, or has it by now: "bisher", "bis Juni 2025", "jetzt", "seit 01.07.2025"."""
    words = load("roles")
    had, now = ("|".join(words[key]) for key in ("had", "has_now"))
    return re.compile(
        rf"(?:(?P<had>{had})|bis\s(?:zum\s|Ende\s|Mitte\s|Anfang\s)?(?P<until>{_DAY})|(?P<now>{now})"
        rf"|(?:seit|ab)\s(?:dem\s|Ende\s|Mitte\s|Anfang\s)?(?P<since>{_DAY})):?\s+(?=[{UPPER}„])"
    )


@cache
def _role_pattern() -> re.Pattern[str]:
    words = load("roles")
    endings = "|".join(sorted((re.escape(str(e)) for e in words["endings"]), key=len, reverse=True))
    modifiers = "|".join(re.escape(str(m)) for m in words["modifiers"])
    abbreviations = "|".join(re.escape(a) for a in words["abbreviations"])
    return re.compile(
        rf"(?P<role>(?:(?:{modifiers}|[{UPPER}][a-zäöüß]+(?:lich|isch|ig|end|iv|ell|är|al)e[rs]?)\s+(?:und\s+)?)*"
        rf"(?:(?:[{UPPER}][\w]*-(?:\s(?:und|u\.)\s|/))?[\w/-]*(?:{endings})(?:\.|/in|\(in\)|:in|\*in)?"
        rf"|{abbreviations}))(?![\w])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8192)
def role_at(text: str) -> re.Match[str] | None:
    """The function that a text begins with: "komm. Werkstattsprecher", "Leiter"."""
    match = _role_pattern().match(text)
    if match and match["role"].split()[-1] not in load("roles")["not"] and match["role"][:1].isalnum():
        return match
    return None


def posts(passage: Passage) -> tuple[tuple[Post, ...], tuple[Passage, ...]]:
    """The functions and organisations in a text, and the notes ("ab TOP 3") that stand between them."""
    found: list[Post] = []
    notes: list[Passage] = []
    status = _STATUS_BEHIND.search(passage.text)
    if status:
        notes.append(passage.cut(status.start("status"), status.end("status")))
        passage = passage.cut(0, status.start())
    parts = _merged(passage.split(_TOP_COMMA))
    for part in parts:
        bare, short, aside = _without_brackets(part)
        notes.extend(aside)
        if not bare and short:
            found.append(Post(None, short))
            continue
        if bare and (wrapped := _WRAPPED.fullmatch(bare.text)) and _tense().match(wrapped["inner"]):
            bare = bare.cut(wrapped.start("inner"), wrapped.end("inner"))
        if not bare or _NOTHING.match(bare.text) or has_none(bare.text):
            continue
        if (
            NOTE.search(bare.text)
            and not role_at(bare.text)
            and not any(True for _ in organisations.discover(bare.text))
        ):
            notes.append(bare)
            continue
        found.extend(_post(bare, short, found))
    return tuple(found), tuple(notes)


def _post(bare: Passage, short: Passage | None, before: list[Post]) -> Iterator[Post]:
    tense = _tense().match(bare.text)
    if tense:
        yield from _dated(tense, bare.cut(tense.end()), short, before)
        return
    role = role_at(bare.text)
    if role is None and is_abbreviated(bare.text):
        yield Post(bare)
        return
    if (
        role is None
        and organisations.is_abbreviation(bare.text)
        and before
        and before[-1].organisation
        and not before[-1].short
        and _spells(before[-1].organisation.text, bare.text)
    ):
        last = before.pop()
        yield Post(last.role, last.organisation, bare, last.former)
        return
    if role is None:
        if before and before[-1].role and not before[-1].organisation:
            last = before.pop()
            yield Post(last.role, bare, short, last.former)
        elif re.match(rf"[{UPPER}\d„]", bare.text):
            yield Post(None, bare, short)
        return
    former = bare.text.startswith(former_words())
    link = behind(bare.text, role.end())
    if link is None:
        yield Post(bare, None, short, former)
        return
    role_end, organisation_start = link
    yield Post(bare.cut(0, role_end), bare.cut(organisation_start), short, former)


def _dated(tense: re.Match[str], rest: Passage, short: Passage | None, before: list[Post]) -> Iterator[Post]:
    """A post that somebody had or has by now; a word alone behind "vormals" is rather a surname."""
    told = organisations.is_abbreviation(rest.text) or is_party(rest.text) or head_pattern().match(rest.text)
    if " " not in rest.text and not told and not role_at(rest.text):
        return
    if tense["now"] and before:
        before.append(replace(before.pop(), former=True))
    former = bool(tense["had"] or tense["until"])
    for post in _post(rest, short, []):
        yield replace(post, former=former, since=_day(tense["since"]), until=_day(tense["until"]))


def _day(printed: str | None) -> date | None:
    """The day, if it is printed in full."""
    return dates.first(printed) if printed and printed[:1].isdigit() and not printed.isdigit() else None


def _spells(name: str, short: str) -> bool:
    """Whether an abbreviation begins as the name does: "Investitionsbank …, ILB"."""
    return name[:1].casefold() == short[:1].casefold() and len(name) > 2 * len(short)


def _merged(parts: list[Passage]) -> list[Passage]:
    """Commas inside a name undone: "Ministerium für Wirtschaft, Arbeit und Energie"."""
    merged: list[Passage] = []
    for part in parts:
        if not part:
            continue
        last = merged[-1] if merged else None
        if (
            last
            and re.search(r"\bfür\s[^,]+(?:, [^,]+)*$", last.text)
            and not role_at(part.text)
            and _is_subject(part.text)
            and not last.text.endswith(")")
        ) or (last and re.match(r"(?:e\. ?V\.|GmbH|gGmbH|mbH|AG)\b", part.text)):
            merged[-1] = _together(last, part)
        else:
            merged.append(part)
    return merged


def _is_subject(text: str) -> bool:
    return bool(re.match(rf"[{UPPER}][\w-]+(?:\s(?:und|sowie)\s[{UPPER}][\w-]+|$)", text)) and not head_pattern().match(
        text
    )


def _together(left: Passage, right: Passage) -> Passage:
    """Two neighbours and what stands between them."""
    between = ", "
    origin = [*left.origin, left.origin[-1] + 1, max(left.origin[-1] + 1, right.origin[0] - 1), *right.origin]
    apart = len(left.text) + len(between)
    torn = (apart,) if right.origin[0] < left.origin[-1] else ()
    return Passage(
        left.text + between + right.text, origin, left.source, (*left.tears, *torn, *(apart + t for t in right.tears))
    )


def _without_brackets(part: Passage) -> tuple[Passage, Passage | None, list[Passage]]:
    """A part without the brackets behind it: an abbreviation, or notes. "(Elster)" is part of the name."""
    short: Passage | None = None
    notes: list[Passage] = []
    while match := _BRACKET.search(part.text):
        inner = part.cut(match.start("inner"), match.end("inner"))
        if organisations.is_abbreviation(inner.text):
            short = inner
        elif NOTE.search(inner.text):
            notes.append(inner)
        else:
            break
        part = part.cut(0, match.start())
    return part, short, notes
