"""A name with everything printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protokollgraph.extract import names, organisations
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts.beside import NOTE, Post, posts, role_at
from protokollgraph.extract.posts.organisations import head_pattern
from protokollgraph.model import PersonName

_DASH = re.compile(r"\s+[–-]\s*|\s*[:;|]\s+")

_DASHES = re.compile(r"[–:;|-]")

_SALUTATION = re.compile(rf"{names.SALUTATION}\s+")

_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)?)\)")

_FIRST_BRACKET = re.compile(r"\(([^()]+)\)[,;]?\s+")

_TITLE = re.compile(names.TITLE)


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
        or head_pattern().match(text[run_on.end :].lstrip())
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
    if match and not organisations.is_abbreviation(match[1]) and not NOTE.search(match[1]):
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
    """“Musteruniversität Lindenau – Anja Probe”: a name behind an organisation and a dash is part of its name."""
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
