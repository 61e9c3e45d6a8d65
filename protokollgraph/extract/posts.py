"""Functions and organisations as printed beside a name: "Referentin, Ministerium für Infrastruktur (MIL)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from protokollgraph.extract import names, organisations
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import PersonName

_TOP_COMMA = re.compile(r"\s*[,;]\s+(?![^(]*\))|\s+[|/]\s+")
_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)\)\s*$")
_NOTE = re.compile(
    r"(?:\b(?:ab|bis|zu|nur)?\s*(?:TOP|Top|Pkt|Punkt|ca\.)\s*\d|\bab \d|\bbis \d|Vertretung|i\. ?V\.|vertritt"
    r"|Stimmrecht|online|digital|per Video|zugeschaltet|telefonisch|zeitweise|Uhr\b|Wahlleitung|z\. ?K\.|Protokoll\b"
    r"|Gast\b|beratend|entsch|später|verhindert|Schriftf|Befang)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[–-]\s*|\s*[:;|]\s+")
_DASHES = re.compile(r"[–:;|-]")
_SALUTATION = re.compile(rf"{names.SALUTATION}\s+")
_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)?)\)")
_FIRST_BRACKET = re.compile(r"\(([^()]+)\)[,;]?\s+")
_TITLE = re.compile(names.TITLE)
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


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as a line prints them."""

    name: PersonName
    printed: Passage
    """The name with its titles, without Herr or Frau before a full name."""
    posts: tuple[Post, ...] = ()
    notes: tuple[Passage, ...] = ()
    after: Passage | None = None
    """All that stands behind the name."""


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
        if not bare or _NOTHING.match(bare.text):
            continue
        if (
            _NOTE.search(bare.text)
            and not role_at(bare.text)
            and not any(True for _ in organisations.discover(bare.text))
        ):
            notes.append(bare)
            continue
        found.extend(_post(bare, short, found))
    return tuple(found), tuple(notes)


def _post(bare: Passage, short: Passage | None, before: list[Post]) -> Iterator[Post]:
    role = role_at(bare.text)
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
    former = bare.text.startswith(_former_words())
    link = _organisation_behind(bare.text, role.end())
    if link is None:
        yield Post(bare, None, short, former)
        return
    role_end, organisation_start = link
    yield Post(bare.cut(0, role_end), bare.cut(organisation_start), short, former)


def _spells(name: str, short: str) -> bool:
    """Whether an abbreviation begins as the name does: "Investitionsbank …, ILB"."""
    return name[:1].casefold() == short[:1].casefold() and len(name) > 2 * len(short)


@cache
def _former_words() -> tuple[str, ...]:
    return tuple(load("roles")["former"])


def _organisation_behind(text: str, start: int) -> tuple[int, int] | None:
    """Where the function ends and its organisation begins, if both stand in one phrase: "Bürgermeister der Stadt X"."""
    words = load("organisations")
    heads = _head_pattern()
    link = re.compile(
        r"\s+(?:in\s+der|von\s+der|bei\s+der|an\s+der|für\s+die|der|des|vom|von|im|beim|bei|am|in|zum|zur|d\.)\s+"
    )
    for match in link.finditer(text, start):
        rest = text[match.end() :]
        if heads.match(rest) or re.match(rf"[{UPPER}][\w&]*[{UPPER}]\w?(?![\w])", rest) or _has_legal_form(rest):
            return match.start(), match.end()
    direct = re.compile(
        r"\s+(?=(?:Werkstatt\s\d|Fraktion\s|Stadt\s|Gemeinde\s|Landkreis\s|LK\s|Amt\s"
        + "".join(f"|{b}(?![\\w])" for b in words["known_bodies"])
        + "))"
    )
    beside = direct.search(text, start)
    return (beside.start(), beside.end()) if beside else None


@cache
def _head_pattern() -> re.Pattern[str]:
    words = load("organisations")
    heads = "|".join(re.escape(w) for w in sorted([*words["heads"], *words["bodies"]], key=len, reverse=True))
    endings = "|".join([*words["endings"], *words["body_endings"]])
    return re.compile(
        rf"(?:{heads})(?:e?s|n)?(?![\w])|[{UPPER}][\w-]*(?:{endings})(?:e?s)?(?![\w])"
        rf"|[{UPPER}]\w+en\s[{UPPER}]\w*(?:gesellschaft|gemeinschaft|verwaltung)"
    )


@cache
def _legal_pattern() -> re.Pattern[str]:
    forms = sorted(load("organisations")["legal_forms"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(f).replace(r"\ ", r"\s?") for f in forms) + r")(?!\w)")


def _has_legal_form(text: str) -> bool:
    return bool(_legal_pattern().search(text)) and text[:1].isupper()


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
    return bool(
        re.match(rf"[{UPPER}][\w-]+(?:\s(?:und|sowie)\s[{UPPER}][\w-]+|$)", text)
    ) and not _head_pattern().match(text)


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
        elif _NOTE.search(inner.text):
            notes.append(inner)
        else:
            break
        part = part.cut(0, match.start())
    return part, short, notes


def person_line(passage: Passage, *, bare_surname: bool = False) -> PersonLine | None:
    """A person with what stands beside the name, in any of the printed orders; None if no person leads the line.

    "Dr. Anja Muster, Referentin, MIL" · "Muster, Anja (MIL)" · "Anja Muster (MIL)" · "Anja Muster – Referentin" ·
    "Bürgermeisterin Anja Muster" · "Frau Muster, MIL" · "Muster (WRL)".
    """
    text = passage.text
    for end, rest in _name_ends(text):
        name = names.parse(text[:end], bare_surname=bare_surname)
        if name and _trustworthy(name, text[:end], bare_surname):
            return _line(passage, name, 0, end, rest)
    run_on = names.full_at(text, 0)
    if run_on and (
        run_on.end == len(text)
        or role_at(text[run_on.end :].lstrip())
        or _head_pattern().match(text[run_on.end :].lstrip())
    ):
        return _line(passage, run_on.name, run_on.start, run_on.end, run_on.end)
    return _role_first(passage)


def _trustworthy(name: PersonName, printed: str, bare_surname: bool) -> bool:
    """“Muster, Anja” needs a known given name behind the comma; “Bürgermeister Ole Probe” is led by a function."""
    if name.given and role_at(printed) and not names.is_given(name.given.split()[0]):
        return False
    if "," in printed:
        return bool(name.given and names.is_given(name.given.split()[0]))
    return True


def _name_ends(text: str) -> Iterator[tuple[int, int]]:
    """Where a name may end and what is beside it begin, the likeliest first."""
    comma = text.find(", ")
    bracket = text.find("(")
    dash = _DASH.search(text) if _DASHES.search(text) else None
    second = text.find(", ", comma + 1) if comma >= 0 else -1
    if comma >= 0:
        reversed_end = min(e for e in (second, bracket, dash.start() if dash else -1, len(text)) if e > comma)
        candidate = text[comma + 2 : reversed_end].strip()
        if candidate and all(names.is_given(word) for word in _TITLE.sub("", candidate).split()[:1]):
            yield reversed_end, reversed_end
    ends = sorted(e for e in (comma, bracket, dash.start() if dash else -1) if e > 0)
    for end in ends:
        skip = dash.end() if dash and dash.start() == end else end
        yield end, skip
    if not ends:
        yield len(text), len(text)


def _line(passage: Passage, name: PersonName, start: int, end: int, rest: int) -> PersonLine:
    printed = passage.cut(start, end)
    if name.given:
        salutation = _SALUTATION.match(printed.text)
        printed = printed.cut(salutation.end()) if salutation else printed
    behind = passage.cut(rest)
    behind = behind.cut(len(behind.text) - len(behind.text.lstrip(",;:–- ")))
    bracketed = _IN_BRACKETS.fullmatch(behind.text)
    beside = behind.cut(1, len(behind.text) - 1) if bracketed else _unwrapped(behind)
    found, notes = posts(beside) if beside else ((), ())
    return PersonLine(name, printed, found, notes, behind if behind else None)


def _unwrapped(behind: Passage) -> Passage:
    """“(MIL), Referentin” and “-Bürgermeisterin-” without what wraps them."""
    match = _FIRST_BRACKET.match(behind.text)
    if match and not organisations.is_abbreviation(match[1]) and not _NOTE.search(match[1]):
        return behind
    text = behind.text
    start = len(text) - len(text.lstrip("-– "))
    return behind.cut(start, len(text.rstrip("-– ")))


def _role_first(passage: Passage) -> PersonLine | None:
    text = passage.text
    role = role_at(text)
    if not role:
        return None
    rest = text[role.end() :].lstrip(" :,")
    at = len(text) - len(rest)
    match = re.match(r"[^,(;]*", rest)
    name = names.parse(match.group()) if match else None
    if match and name and name.given and names.is_given(name.given.split()[0]):
        line = _line(passage, name, at, at + match.end(), at + match.end())
        beside = line.posts
        office = Post(passage.cut(0, role.end()))
        if beside and beside[0].organisation and not beside[0].role:
            office, beside = Post(office.role, beside[0].organisation, beside[0].short), beside[1:]
        return PersonLine(line.name, line.printed, (office, *beside), line.notes, line.after)
    return None


def _ends_name_of_organisation(text: str, start: int) -> bool:
    """“Musteruniversität Lindenau – Anja Probe”: a name behind an organisation and a dash is part of the organisation's."""
    before = text[:start]
    dash = re.search(r"\s–\s$", before)
    return bool(dash) and any(found.end >= dash.start() for found in organisations.discover(before) if dash)


def people(passage: Passage) -> list[PersonLine]:
    """The people of a run-on list: "Anja Muster, Referentin, MIL Ole Probe, Stadt Guben"."""
    starts: list[int] = []
    at = 0
    while found := names.find_full(passage.text, at):
        at = max(found.end, at + 1)
        if starts and _ends_name_of_organisation(passage.text, found.start):
            continue
        starts.append(found.start)
    if not starts or starts[0] > 0:
        first = person_line(passage if not starts else passage.cut(0, starts[0]), bare_surname=False)
        lines = [first] if first else []
    else:
        lines = []
    for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=False):
        piece = passage.cut(start, end)
        piece = piece.cut(0, len(re.sub(r"(?:[\s,;/&]|\s(?:und|sowie))+$", "", piece.text)))
        line = person_line(piece)
        if line:
            lines.append(line)
    return lines
