"""Attendance in the fields of the head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protokollgraph.extract import posts
from protokollgraph.extract.attendance import listed
from protokollgraph.extract.attendance.listed import Listed
from protokollgraph.extract.draft import Draft
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import PersonLine
from protokollgraph.extract.segment import HeadField
from protokollgraph.model import Attendance, Capacity

_ELSEWHERE = re.compile(r"siehe|s\.\s|laut|gemäß|vgl\.|Anlage|Anhang|Liste", re.IGNORECASE)
SEMICOLON = re.compile(r"\s*;\s*")
_COMMA_OR_AND = re.compile(r",\s+(?![^(]*\))|\s+(?:und|sowie)\s+(?![^(]*\))")


_MEANING = {
    "attendance": (Attendance.PRESENT, None),
    "members": (Attendance.PRESENT, Capacity.MEMBER),
    "guests": (Attendance.PRESENT, Capacity.GUEST),
    "staff": (Attendance.PRESENT, Capacity.STAFF),
    "excused": (Attendance.EXCUSED, None),
    "absent": (Attendance.ABSENT, None),
}


def read(draft: Draft) -> Iterator[Listed]:
    """“Anwesend: Anja Muster (MIL), Ole Probe” in the head."""
    for field in draft.protocol.fields:
        if field.name in _MEANING and not (_ELSEWHERE.match(field.value.text)):
            status, capacity = _MEANING[field.name]
            for line in _inline(field):
                yield Listed(line, listed.status_of(line.notes) or status, capacity, line.notes, (), line.printed)


def elsewhere(draft: Draft) -> Passage | None:
    """The words that lead to an attendance list outside this text: "siehe Anlage 1", "laut Anwesenheitsliste"."""
    values = [f.value for f in draft.protocol.fields if f.name in _MEANING]
    return next((p for p in values if _ELSEWHERE.match(p.text)), None)


def _inline(field: HeadField) -> Iterator[PersonLine]:
    """The people of a list in one line, parted by semicolons, or by commas outside brackets."""
    value = field.value
    pieces = value.split(SEMICOLON if ";" in value.text else _COMMA_OR_AND)
    lines = [None if posts.is_press(p.text) else posts.person_line(without_full_stop(p)) for p in pieces if p]
    if lines and sum(line is not None for line in lines) * 2 >= len(lines):
        yield from _with_affiliations(pieces, lines)
    else:
        yield from posts.people(value)


def without_full_stop(piece: Passage) -> Passage:
    """A piece of a list without the full stop behind its last word; that of an abbreviation stays."""
    return piece.cut(0, len(piece.text) - 1) if re.search(r"[^\W\d_]{3,}\.$", piece.text) else piece


def _with_affiliations(pieces: Sequence[Passage], lines: Sequence[PersonLine | None]) -> Iterator[PersonLine]:
    """A piece that is no person belongs to the person before it: "Anja Muster, MIL, Ole Probe"."""
    current: PersonLine | None = None
    for piece, line in zip((p for p in pieces if p), lines, strict=True):
        if line:
            if current:
                yield current
            current = line
        elif current:
            more, notes = posts.posts(piece)
            current = replace(current, posts=(*current.posts, *more), notes=(*current.notes, *notes))
    if current:
        yield current
