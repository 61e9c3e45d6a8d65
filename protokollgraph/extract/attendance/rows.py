"""The rows of attendance lists: one person each, a name torn from its post, or a list in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from protokollgraph.extract import names, people, posts
from protokollgraph.extract.attendance import layout, listed, told
from protokollgraph.extract.attendance.listed import Listed
from protokollgraph.extract.draft import Draft
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import PersonLine, Post
from protokollgraph.extract.segment import Attendee
from protokollgraph.model import Severity

_NOBODY = re.compile(
    r"(?:ca\.\s*|etwa\s|rund\s|circa\s)?\d+\s|ca\.|keine?\b|[-–—]+$|siehe|laut\b|Name\b|entfällt|niemand|nicht\b"
    r"|(?:[Ee]in|[Mm]ehrere|[Ee]inige|[Zz]ahlreiche|[Ww]eitere|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf)e?[rn]?\s(?:\w+\s)?"
    r"(?:Person|Bürger|Zuhörer|Gäste|Gast|Einwohner|Besucher|Vertreter|Interessierte)",
)
"""Lines that count people or say that there were none."""


_COUNT = re.compile(r"\d{1,3}[.)]?|[–-]")
"""The number of a row."""


def read(draft: Draft) -> Iterator[Listed]:
    """Everybody of the lists, in their order."""
    rows = layout.arranged(draft.protocol.attendees)
    looks = [(_looks(row), row.headings) for row in rows]
    index = 0
    while index < len(rows):
        run = _detached(looks, index)
        if run:
            for name, post in zip(rows[index : index + run], rows[index + run : index + 2 * run], strict=True):
                yield from _row(draft, Attendee((*name.cells, *post.cells), name.headings))
            index += 2 * run
        else:
            yield from _row(draft, rows[index])
            index += 1


def _detached(looks: Sequence[tuple[str, object]], index: int) -> int:
    """How many names stand in a run before just as many posts, 0 if columns are not torn apart here."""
    kind, headings = looks[index]
    if kind != "name" or (index and looks[index - 1] == looks[index]):
        return 0
    run = _run(looks, index, ("name", headings))
    return run if run > 1 and run == _run(looks, index + run, ("post", headings)) else 0


def _run(looks: Sequence[tuple[str, object]], index: int, like: tuple[str, object]) -> int:
    """How many rows from ``index`` on look alike."""
    return sum(1 for _ in takewhile(lambda each: each == like, islice(looks, index, None)))


def _looks(row: Attendee) -> str:
    if len(row.cells) != 1:
        return "row"
    text = row.cells[0].text
    if "," not in text and "(" not in text and names.parse(text) and not posts.role_at(text):
        found = names.parse(text)
        return "name" if found and found.given and names.is_given(found.given.split()[0]) else "row"
    return "post" if not posts.person_line(row.cells[0]) or not names.find_full(text) else "row"


def _row(draft: Draft, row: Attendee) -> Iterator[Listed]:
    status, capacity = listed.from_headings(draft, row.headings)
    if row.unsure or row.unticked:
        status = None
    cells = list(row.cells)
    marks: list[Passage] = []
    for cell, column in zip(list(cells), [*row.columns, *[None] * len(cells)], strict=False):
        if column == "other" or (column == "number" and _COUNT.fullmatch(cell.text)):
            cells.remove(cell)
            continue
        read_status, read_capacity = listed.cell_status(draft, cell)
        if (column == "status" and not row.unsure) or ((read_status or read_capacity) and cell is not cells[0]):
            status = read_status or status
            capacity = read_capacity or capacity
            marks.append(cell)
            cells.remove(cell)
    if cells and len(cells) > 1 and _COUNT.fullmatch(cells[0].text):
        cells = cells[1:]
    if (
        cells
        and not row.columns
        and len(cells) > 1
        and all(
            (line := posts.person_line(c)) and line.name.given and names.is_given(line.name.given.split()[0])
            for c in cells
        )
    ):
        for cell in cells:
            yield from _row(draft, Attendee((cell,), row.headings))
        return
    if not cells:
        return
    if len(cells) == 1 and told.SAID.search(cells[0].text):
        yield from told.read(draft, cells[0], row.headings)
        return
    nobody = True
    for line in _people_in(cells):
        nobody = False
        yield Listed(
            line, listed.status_of(line.notes) or status, capacity, (*line.notes, *marks), row.headings, row.cells[0]
        )
    if row.unsure or nobody:
        _not_understood(draft, row, cells[0])


def _not_understood(draft: Draft, row: Attendee, first: Passage) -> None:
    """A finding for a row whose columns are lost, or that names nobody and does not say so."""
    if row.unsure:
        draft.find(
            "attendance-columns-lost",
            "The columns of the attendance list have fallen apart; who was there and who was not is not told.",
            Severity.WARNING,
        )
    elif not _NOBODY.match(first.text):
        text = " ".join(cell.text for cell in row.cells)
        draft.find(
            "attendee-not-understood",
            f"Nobody was recognised in the attendance line “{text[:80]}”.",
            Severity.WARNING,
            row.cells[0].span(),
        )


def _people_in(cells: Sequence[Passage]) -> Iterator[PersonLine]:
    """The person of a row; a row of one cell may hold a list."""
    first = cells[0]
    numbered = re.match(r"\d{1,3}[.)]\s+", first.text)
    if numbered:
        first = first.cut(numbered.end())
    if len(cells) == 1 and layout.is_undecided(first.text):
        return
    line = posts.person_line(first)
    if line is None and len(cells) > 1:
        swapped = posts.person_line(cells[1])
        if swapped and swapped.name.given:
            line, cells = swapped, (cells[1], cells[0], *cells[2:])
    if line is None and len(cells) == 1:
        yield from posts.people(first)
        return
    if line is None:
        return
    if len(cells) == 1 and re.search(r",\s|;\s", first.text):
        many = posts.people(first)
        if len(many) > 1:
            yield from many
            return
    beside: list[Post] = list(line.posts)
    notes = list(line.notes)
    for cell in cells[1:]:
        if cell.text.startswith(("als ", "zugleich als ", "zugl. als ")):
            notes.append(cell)
            continue
        found, more = ((Post(cell),), ()) if posts.is_office(cell.text) else posts.posts(cell)
        notes.extend(more)
        if (
            beside
            and beside[-1].role
            and not beside[-1].organisation
            and found
            and not found[0].role
            and found[0].organisation
            and not people.is_faction_role(beside[-1].role.text)
            and not _only_short(found[0])
        ):
            beside[-1] = Post(beside[-1].role, found[0].organisation, found[0].short, beside[-1].former)
            found = found[1:]
        beside.extend(found)
    yield replace(line, posts=tuple(beside), notes=tuple(notes))


def _only_short(post: Post) -> bool:
    return bool(post.organisation and len(post.organisation.text) <= 4)
