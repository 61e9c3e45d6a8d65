"""Attendance told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protokollgraph.extract import names, posts, sentences
from protokollgraph.extract.attendance.listed import Listed
from protokollgraph.extract.draft import Draft
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.posts import PersonLine
from protokollgraph.model import Attendance

SAID = re.compile(
    r"\b(?:entschuldigt|Entschuldigt)\s+(?:haben|hat|sind|ist|war|waren|fehlt|fehlen|fehlten)\b"
    r"|\b(?:haben|hat)\s+sich\b|\bfehlten?\b|\b(?:ist|sind|war|waren)\s+(?:entschuldigt|verhindert|abwesend|anwesend)\b"
    r"|^Anwesend\s(?:unter|waren|sind|war)\b|^Es\s(?:waren|sind)\b"
    r"|\bnahmen?\b.*\bteil\b|\blie(?:ß|ßen)\s+sich\b"
)


def read(draft: Draft, passage: Passage, headings: tuple[Passage, ...]) -> Iterator[Listed]:
    """Attendance in sentences: "Entschuldigt haben sich A (X) und B (Y). C (Z) fehlte ohne Abmeldung."."""
    for start, end in sentences.split(passage.text):
        text = passage.text[start:end]
        if re.search(r"\bunentschuldigt|ohne\s+(?:Abmeldung|Entschuldigung)|nicht\s+entschuldigt", text):
            status = Attendance.ABSENT
        elif re.search(r"ntschuldigt|verhindert|abgemeldet", text):
            status = Attendance.EXCUSED
        elif re.search(r"\bfehlt|abwesend", text):
            status = Attendance.ABSENT
        else:
            status = Attendance.PRESENT
        for line in _people(_rejoined(passage.cut(start, end))):
            yield Listed(_cut_at_verb(line), status, None, line.notes, headings, line.printed)


def _people(sentence: Passage) -> Iterator[PersonLine]:
    """The people of a sentence; where its words go on behind a name, the name alone."""
    known = {line.printed.origin[0]: line for line in posts.people(sentence)}
    at = 0
    while found := names.find_full(sentence.text, at):
        printed = sentence.cut(found.start, found.end)
        line = known.pop(printed.origin[0], None)
        yield line or PersonLine(found.name, printed)
        at = max(found.end, at + 1)
    yield from known.values()


_TORN_NAME = re.compile(r"(?P<first>[A-ZÄÖÜ]\w+)-\s(?P<second>[A-ZÄÖÜ]\w+)")


def _rejoined(passage: Passage) -> Passage:
    """Double given names that a line's end has torn: "Jan- Ole" is "Jan-Ole"."""
    for match in _TORN_NAME.finditer(passage.text):
        if names.is_given(match["first"]) and names.is_given(match["second"]):
            at = match.end("first") + 1
            return _rejoined(join((passage.cut(0, at), passage.cut(at))))
    return passage


def _cut_at_verb(line: PersonLine) -> PersonLine:
    """The posts of a person in a sentence stand in brackets; what else follows is the sentence."""
    after = line.after
    bracket = re.match(r"\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)\)", after.text) if after else None
    if after is None or bracket is None:
        return replace(line, posts=(), after=None)
    inner = after.cut(bracket.start("inner"), bracket.end("inner"))
    found, notes = posts.posts(inner)
    return replace(line, posts=found, notes=notes, after=inner)
