"""What printing does to the rows of an attendance list, undone: numbers, ditto marks, surnames first, run-on lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from protokollgraph.extract import names, organisations
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import is_office, is_press, office_at, party_heading, people, role_at
from protokollgraph.extract.segment import Attendee

_NUMBER = re.compile(
    r"(?=[oOlI]?\d|\d)[\doOlI]{1,3}(?:\.\)|[.)])(?!\d)\s*"
    r"(?!stellv|stv|Stellv|(?:Ober|Vize|Orts|Bezirks)?[Bb]ürgermeister|Beigeordnet|Vorsitz|Vize|Land|Kreis)"
)
_DITTO = re.compile(r"(?:[\"„“”〃]|''|,,|´´|``|-\s?[\"„“”]\s?-|dto\.?|ditto|detto)(?:\s+(?:[\"„“”〃]|''|,,|dto\.?))*")
_LEAD = re.compile(rf"(?:{names.SALUTATION}\s+)?(?:{names.TITLE}\s+)?")
_WORDS = re.compile(rf"(?:{names.GIVEN}\s+){{3,}}{names.GIVEN}")
_LABELLED = re.compile(r"(?P<label>[^:;]{2,60}):\s+(?P<people>\S.*)", re.DOTALL)
_PIECE = re.compile(r"\s*;\s+")
_COMMA = re.compile(r",\s+")


def arranged(rows: Sequence[Attendee]) -> list[Attendee]:
    """The rows as they are meant, in their order: one entry a row, names with the comma behind a surname that leads."""
    steps: tuple[Callable[[Iterable[Attendee]], Iterator[Attendee]], ...] = (_unnumbered, _written_out, _parted)
    found: Iterable[Attendee] = rows
    for step in steps:
        found = step(found)
    return list(_in_order(list(found)))


def in_order(passage: Passage, rows: Sequence[Attendee]) -> Passage:
    """A name outside the list, with the comma behind its surname if the list prints surnames first."""
    at = _lead_end(passage.text)
    end = names.surname_end(passage.text[at:])
    if end is None or _leads(list(_unnumbered(rows))) < 1:
        return passage
    return passage.insert(at + end, ",")


def is_undecided(text: str) -> bool:
    """Whether a text is a run of names without separators that nobody can part: "Martin Otto Ernst Walter"."""
    letters = _letters(text)
    return letters is not None and not _reads(letters) and letters.count("g") * 2 >= len(letters)


def _letters(text: str) -> str | None:
    """A run of names as a letter for each word: g for a known given name, n for any other; None if it is no run."""
    if not _WORDS.fullmatch(text):
        return None
    return "".join("g" if names.is_given(word) else "n" for word in text.split())


def _reads(letters: str) -> bool:
    return bool(re.fullmatch(r"(?:g{1,2}n)+|(?:ng{1,2})+", letters))


def _unnumbered(rows: Iterable[Attendee]) -> Iterator[Attendee]:
    """Without the list's own numbers; two numbered cells side by side are two people, a number alone is nobody."""
    for row in rows:
        starts = [index for index, cell in enumerate(row.cells) if _NUMBER.match(cell.text)]
        if not starts or row.columns:
            yield row
            continue
        borders = [0, *starts[1:], len(row.cells)] if starts[0] == 0 else [0, *starts, len(row.cells)]
        for start, end in pairwise(borders):
            cells = tuple(cell for cell in map(_without_number, row.cells[start:end]) if cell)
            if cells and not (len(cells) == 1 and is_office(cells[0].text)):
                yield replace(row, cells=cells)


def _without_number(cell: Passage) -> Passage:
    number = _NUMBER.match(cell.text)
    return cell.cut(number.end()) if number else cell


def _written_out(rows: Iterable[Attendee]) -> Iterator[Attendee]:
    """Ditto marks replaced by the office in the row above."""
    office: Passage | None = None
    for row in rows:
        marks = 0
        while marks < len(row.cells) and _DITTO.fullmatch(row.cells[marks].text):
            marks += 1
        rest = row.cells[marks:]
        if marks:
            row = replace(row, cells=(office, *rest) if office else rest)
        elif row.cells:
            first = row.cells[0]
            led = office_at(first.text)
            office = first.cut(0, led.end("office")) if led else first if len(row.cells) > 1 else None
        if row.cells:
            yield row


def _parted(rows: Iterable[Attendee]) -> Iterator[Attendee]:
    """Groups and newspapers before a colon or a comma: "ABC: Anja Muster; XYZ: Ole Probe"."""
    for row in rows:
        if len(row.cells) != 1:
            yield row
            continue
        cell = row.cells[0]
        pieces = [piece for piece in cell.split(_PIECE) if piece]
        labelled = [_LABELLED.fullmatch(piece.text) for piece in pieces]
        if all(match and party_heading(match["label"]) for match in labelled):
            for piece, match in zip(pieces, labelled, strict=True):
                if match:
                    label = piece.cut(match.start("label"), match.end("label"))
                    rest = piece.cut(match.start("people"))
                    yield replace(row, cells=(rest,), headings=(*row.headings, label))
        else:
            yield _unlabelled(_organisation_behind(row, cell))


def _unlabelled(row: Attendee) -> Attendee:
    """A label of unknown meaning is a heading of its line: "Fachkundige Personen: DI Anja Muster (ABC)"."""
    match = _LABELLED.fullmatch(row.cells[0].text) if len(row.cells) == 1 else None
    if match is None or people(row.cells[0].cut(0, match.end("label"))):
        return row
    cell = row.cells[0]
    return replace(
        row, cells=(cell.cut(match.start("people")),), headings=(*row.headings, cell.cut(0, match.end("label")))
    )


def _organisation_behind(row: Attendee, cell: Passage) -> Attendee:
    match = _LABELLED.fullmatch(cell.text)
    comma = _COMMA.search(cell.text)
    end, start = (match.end("label"), match.start("people")) if match else comma.span() if comma else (0, 0)
    before = cell.text[:end]
    if not end or not (is_press(before) or (match and _is_organisation(before))):
        return row
    rest = cell.cut(start)
    return replace(row, cells=(rest, cell.cut(0, end))) if rest and len(people(rest)) <= 1 else row


def _is_organisation(text: str) -> bool:
    return any(found.start == 0 and found.end == len(text) for found in organisations.discover(text))


def _in_order(rows: Sequence[Attendee]) -> Iterator[Attendee]:
    """Names whose surname leads get their comma, where all of a block, or all of the list, are printed so."""
    whole = _leads(rows)
    blocks: dict[tuple[int, ...], list[Attendee]] = {}
    for row in rows:
        blocks.setdefault(_block(row), []).append(row)
    leads = {key: _leads(members) for key, members in blocks.items()}
    for row in rows:
        block = leads[_block(row)]
        surname_first = block > 0 or (block == 0 and whole > 1)
        run = _letters(row.cells[0].text) if len(row.cells) == 1 else None
        if run and re.fullmatch(r"(?:ng{1,2})+", run):
            for piece in _pieces(row.cells[0], run):
                yield replace(row, cells=(piece,))
        elif surname_first:
            yield replace(row, cells=tuple(_with_comma(cell, index) for index, cell in enumerate(row.cells)))
        else:
            yield row


def _block(row: Attendee) -> tuple[int, ...]:
    """Which headings a row stands under."""
    return tuple(heading.origin[0] for heading in row.headings)


def _leads(rows: Sequence[Attendee]) -> int:
    """How many cells begin with a surname before a given name; -1 if some begin with the given name."""
    texts = [cell.text[_lead_end(cell.text) :] for row in rows for cell in row.cells]
    if any(names.leads_with_given(text) for text in texts):
        return -1
    return sum(names.surname_end(text) is not None for text in texts)


def _lead_end(text: str) -> int:
    """Where salutation, degree and office before a name end."""
    match = _LEAD.match(text)
    at = match.end() if match else 0
    office = office_at(text[at:])
    if office:
        return at + office.end()
    role = role_at(text[at:])
    return at + role.end() + 1 if role and len(text) > at + role.end() + 1 else at


def _with_comma(cell: Passage, index: int) -> Passage:
    at = _lead_end(cell.text)
    sure = names.surname_end(cell.text[at:])
    end = sure if sure is not None or index else names.first_of_two(cell.text[at:])
    return cell if end is None else cell.insert(at + end, ",")


def _pieces(cell: Passage, letters: str) -> Iterator[Passage]:
    """The people of a run-on list whose surnames lead."""
    words = list(re.finditer(r"\S+", cell.text))
    at = 0
    for group in re.findall(r"ng{1,2}", letters):
        piece = cell.cut(words[at].start(), words[at + len(group) - 1].end())
        yield piece.insert(len(words[at].group()), ",")
        at += len(group)
