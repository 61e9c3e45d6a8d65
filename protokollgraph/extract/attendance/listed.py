"""An entry of an attendance list, and the marks that say whether somebody was there and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protokollgraph.extract.draft import Draft
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import PersonLine
from protokollgraph.extract.style import normalised
from protokollgraph.model import Attendance, Capacity

_UNKNOWN_LIST = re.compile(r"(?<!nicht )\b(?:anwesend|teilgenommen|nahmen? teil|erschienen)\b", re.IGNORECASE)
"""What no heading of a list says whose people are missing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Who is listed, with what stands beside the name and above the list."""

    line: PersonLine
    status: Attendance | None
    capacity: Capacity | None
    notes: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    where: Passage


def from_headings(draft: Draft, headings: Sequence[Passage]) -> tuple[Attendance | None, Capacity | None]:
    """What the headings above a row say; no attendance if the list marks it row by row ("x = anwesend")."""
    status: Attendance | None = Attendance.PRESENT
    capacity: Capacity | None = None
    for heading in headings:
        text = heading.text.partition("(")[0]
        word = normalised(text)
        section = draft.protocol.style.section(text)
        group = draft.protocol.style.groups.get(word)
        if section in ("excused", "absent"):
            status = Attendance(section)
        elif section == "guests" or group == "guest":
            capacity = Capacity.GUEST
        if re.match(r"(?:stadt|gemeinde|kreis|amts)verwaltung\b", word):
            capacity = Capacity.STAFF
        if group in ("member", "staff"):
            capacity = Capacity(group)
        elif group in ("present", "excused", "absent"):
            status = Attendance(group)
        elif group == "other":
            capacity = None
        if ("mitglied" in word and "entschuldigt" not in word) or "mitglied" in word:
            capacity = Capacity.MEMBER
        if re.search(r"\bx\s*=", heading.text):
            status = None
        elif status in (Attendance.EXCUSED, Attendance.ABSENT) and _UNKNOWN_LIST.search(heading.text):
            status = Attendance.PRESENT
    return status, capacity


def cell_status(draft: Draft, cell: Passage) -> tuple[Attendance | None, Capacity | None]:
    """What a cell such as "Mitglied, entschuldigt" or "anwesend (ab TOP 3)" says; nothing if it says anything else."""
    status: Attendance | None = None
    capacity: Capacity | None = None
    for part in re.split(r"[,;/]\s*", re.sub(r"\([^)]*\)", "", cell.text).strip()):
        word = normalised(part)
        mark = draft.protocol.style.marks.get(word)
        group = draft.protocol.style.groups.get(word)
        if mark:
            status = Attendance(mark)
        elif group in ("member", "guest", "staff"):
            capacity = Capacity(group)
        elif group in ("present", "excused", "absent"):
            status = Attendance(group)
        elif not part.strip():
            continue
        else:
            return None, None
    return status, capacity


def status_of(notes: Sequence[Passage]) -> Attendance | None:
    """What a remark behind a name says, None if nothing."""
    for note in notes:
        if re.search(r"\bunentsch", note.text):
            return Attendance.ABSENT
        if re.search(r"\bentsch|verhindert", note.text):
            return Attendance.EXCUSED
    return None
