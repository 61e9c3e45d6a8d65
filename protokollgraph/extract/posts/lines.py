"""A name with everything printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protokollgraph.extract import names, organisations
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts.beside import NOTE, Post, posts, role_at
from protokollgraph.extract.posts.offices import is_office, office_at, office_before_surname
from protokollgraph.extract.posts.organisations import head_pattern
from protokollgraph.extract.posts.parties import is_party
from protokollgraph.model import Gender, PersonName

_DASH = re.compile(r"\s+[–-]\s*|\s*[:;|]\s+")

_DASHES = re.compile(r"[–:;|-]")

_SALUTATION = re.compile(rf"{names.SALUTATION}\s+")

_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)?)\)")

_BRACKET_DASH = re.compile(r"(?P<bracket>\([^()]+\))\s+[–-]\s+(?P<rest>.+)$")
"""“(ABC) - Altdorf”: a group, and the part of the municipality where somebody lives."""

_OF = re.compile(r"\s(?:von\sder|von|vom|aus\sdem|aus\sder)\s+(?=[A-ZÄÖÜ])")
"""Between a name and its organisation: "Herr Muster von der Stadtverwaltung" is no noble name."""

_FIRST_BRACKET = re.compile(r"\(([^()]+)\)[,;]?\s+")

_TITLE = re.compile(names.TITLE)

_STANDS_IN = (
    r"(?:i\.\s?V\.(?:\s?(?:für|von|v\.))?|(?:in\s)?Vertretung\s(?:für|von)|vertritt:?|anstatt(?:\svon)?|anstelle\svon"
    r"|(?:als\s)?Ersatz\sfür|als\sVertret\w+\s(?:für|von|des|der)|(?:mit\s)?Stimm\w*übertragung\s(?:von|für))"
)
STANDS_IN = re.compile(rf"(?:[–-]\s*)?(?:\b{_STANDS_IN}|\bfür(?=\s))\s*")
"""What stands between a person and the one whom that person represents."""

_BEFORE_REPRESENTED = re.compile(rf"(?:\b{_STANDS_IN}|\bfür)\s*(?:de[mnrs]\s)?(?:[A-ZÄÖÜ]\w+\.?\s){{0,2}}$")

_ASIDE = re.compile(
    r"\s*(?:[–-]\s+|,\s+)?(?P<note>\[(?:ab\s|bis\s)?\d{1,2}[.:]\d\d(?:\sUhr)?\]"
    r"|(?<=\s)(?:ab|bis|von|nur)\s+(?!\d{1,2}\.\d{1,2}\.\d{4})(?:ca\.\s*)?(?:TOP|Top|Pkt\.?|Punkt|\d{1,2}(?:[.:]\d\d)?\s*(?:Uhr|h\b)|\d{1,2}[.:]\d\d)"
    r"[^()]*\)?|(?<=\s)(?:zugl(?:eich|\.)\s|gleichzeitig\s)?als\s"
    r"(?:Vorsitzende[rn]?|Versammlungsleit\w+|Protokoll\w+|Schriftführ\w+|Gast|Zuhörer\w*)(?!\s(?:des|der)\b)[^()]*)$"
)
"""From when to when somebody was there, behind the name: "ab TOP 3", "– bis 16.42 Uhr", "[19:47]"."""


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
    passage, notes = _without_asides(passage)
    line = _bare_line(passage, bare_surname) if passage else None
    return replace(line, notes=(*line.notes, *notes)) if line and notes else line


def _without_asides(passage: Passage) -> tuple[Passage, tuple[Passage, ...]]:
    """A line without what it says behind a name of whom somebody represents, and from when to when."""
    notes: list[Passage] = []
    aside = _ASIDE.search(passage.text)
    if aside and aside.start() and _outside_brackets(passage.text[: aside.start("note")]):
        notes.append(passage.cut(aside.start("note"), aside.end("note")))
        passage = passage.cut(0, aside.start())
    for match in STANDS_IN.finditer(passage.text):
        before, behind = passage.text[: match.start()], passage.text[match.end() :]
        if match.start() and _outside_brackets(before) and (match.group().strip() != "für" or _is_full_name(behind)):
            notes.append(passage.cut(match.start()))
            before = before.rstrip(" ,;")
            return passage.cut(0, len(before)), tuple(notes)
    return passage, tuple(notes)


def _outside_brackets(before: str) -> bool:
    return before.count("(") == before.count(")")


def _is_full_name(text: str) -> bool:
    office = office_at(text)
    bare = text[office.end() :] if office else text
    found = names.full_at(bare, 0)
    return bool(found and found.end == len(bare.rstrip(" ."))) or names.surname_end(bare) is not None


def _bare_line(passage: Passage, bare_surname: bool) -> PersonLine | None:
    """A person line that says nothing of whom the person represents, or from when to when."""
    office = _office_first(passage)
    if office:
        return office
    text = passage.text
    for end, rest in _name_ends(text):
        name = names.parse(text[:end], bare_surname=bare_surname)
        label = text[end : end + 2].strip() == ":" and not (name and name.given and _is_known(name.given))
        if name and not label and _trustworthy(name, text[:end], bare_surname):
            return _line(passage, name, 0, end, rest)
    run_on = names.full_at(text, 0)
    if run_on and (
        run_on.end == len(text)
        or role_at(text[run_on.end :].lstrip())
        or head_pattern().match(text[run_on.end :].lstrip())
        or is_party(text[run_on.end :].strip())
        or organisations.is_abbreviation(text[run_on.end :].strip())
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
    of = _OF.search(text)
    if of and head_pattern().match(text, of.end()):
        yield of.start(), of.end()
    degrees = names.DEGREES_BEHIND.search(text) if "," in text else None
    comma = text.find(", ")
    if degrees and degrees.start() == comma:
        yield degrees.end(), degrees.end()
    bracket = text.find("(")
    dash = _DASH.search(text) if _DASHES.search(text) else None
    second = text.find(", ", comma + 1) if comma >= 0 else -1
    if comma >= 0:
        reversed_end = min(e for e in (second, bracket, dash.start() if dash else -1, len(text)) if e > comma)
        candidate = text[comma + 2 : reversed_end].strip()
        if candidate and all(names.is_given(word) for word in _TITLE.sub("", candidate).split()[:1]):
            yield reversed_end, reversed_end
            given = re.match(rf"(?:{names.TITLE}\s)?{names.GIVEN}(?=\s)", candidate)
            if given and role_at(candidate[given.end() :].lstrip()):
                yield comma + 2 + given.end(), comma + 2 + given.end()
        behind = names.DEGREES_BEHIND.match(text, second) if second > 0 else None
        if behind:
            yield behind.end(), behind.end()
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
    dashed = _BRACKET_DASH.match(behind.text)
    if dashed and not role_at(dashed["rest"]) and not any(True for _ in organisations.discover(dashed["rest"])):
        behind = behind.cut(0, dashed.end("bracket"))
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
    surname_first = re.match(rf"{names.SURNAME},\s(?:{names.TITLE}\s)?{names.GIVEN}", rest)
    match = surname_first if surname_first else re.match(r"[^,(;]*", rest)
    name = names.parse(match.group()) if match else None
    if match and name and name.given and names.is_given(name.given.split()[0]):
        line = _line(passage, name, at, at + match.end(), at + match.end())
        beside = line.posts
        office = Post(passage.cut(0, role.end()))
        if beside and beside[0].organisation and not beside[0].role:
            office, beside = Post(office.role, beside[0].organisation, beside[0].short), beside[1:]
        return PersonLine(line.name, line.printed, (office, *beside), line.notes, line.after)
    return None


def _office_first(passage: Passage) -> PersonLine | None:
    """“GR. Anja Muster”, “Herr Ratsherr Ole Probe (ABC)”, “Rm Probe”: an office, then the name."""
    text = passage.text
    salutation = _SALUTATION.match(text)
    at = salutation.end() if salutation else 0
    office = office_at(text[at:])
    surname = office_before_surname(text[at:])
    if office is None and surname is None:
        return None
    match = office or surname
    behind = passage.cut(at + match.end()) if match else passage
    line = _bare_line(behind, False)
    if line is None and surname and re.fullmatch(names.SURNAME, re.split(r"[,(]", behind.text, maxsplit=1)[0].strip()):
        line = _bare_line(behind, True)
    if line is None or match is None or line.printed.origin[0] > behind.origin[0] + 12:
        return None
    if (
        not surname
        and not line.name.prefix
        and not line.name.gender
        and not (line.name.given and _is_known(line.name.given))
    ):
        return None
    gender = None if salutation is None else Gender.FEMALE if text.startswith("Fr") else Gender.MALE
    post = Post(passage.cut(at, at + match.end("office")))
    return replace(line, name=names.with_gender(line.name, gender), posts=(post, *line.posts))


def _is_known(given: str) -> bool:
    return names.is_given(given.split()[0])


def _ends_name_of_organisation(text: str, start: int) -> bool:
    """“Musteruniversität Lindenau – Anja Probe”: a name behind an organisation and a dash is part of its name."""
    before = text[:start]
    dash = re.search(r"\s–\s$", before)
    return bool(dash) and any(found.end >= dash.start() for found in organisations.discover(before) if dash)


_BORDER = re.compile(r"[,;]\s+|\s(?:und|sowie)\s+")


def _office_start(text: str, start: int, after: int) -> int:
    """Where the office before a name begins, if it is the next person's: "Anja Muster, 2. Bgm. Ole Probe"."""
    border = max((match.end() for match in _BORDER.finditer(text, after, start)), default=after)
    return border if is_office(text[border:start].strip()) else start


def people(passage: Passage) -> list[PersonLine]:
    """The people of a run-on list: "Anja Muster, Referentin, MIL Ole Probe, Stadt Guben"."""
    starts: list[int] = []
    at = 0
    while found := names.find_full(passage.text, at):
        at = max(found.end, at + 1)
        if starts and (
            _ends_name_of_organisation(passage.text, found.start)
            or _BEFORE_REPRESENTED.search(passage.text, starts[-1], found.start)
        ):
            continue
        starts.append(_office_start(passage.text, found.start, starts[-1] if starts else 0))
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
