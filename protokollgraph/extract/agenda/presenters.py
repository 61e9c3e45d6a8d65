"""Who is to present an item, as its line in the plan or its heading says."""

from __future__ import annotations

import re
from dataclasses import replace

from protokollgraph.extract import names, people, posts
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.organisations import discover
from protokollgraph.extract.passage import SOFT_BREAK, Passage
from protokollgraph.extract.posts import PersonLine
from protokollgraph.extract.segment import Section
from protokollgraph.model import Evidence, Participation, Role

_BRACKETED = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")

_LABELLED = re.compile(
    r"\s*[,;–(-]*\s*\b(?:Bericht(?:erstattung|erstatter(?:in)?)?|Vortrag(?:ende[rn]?)?|Referent(?:in)?"
    r"|Vorstellung(?:\s+durch)?|vorgestellt\s+von|vorgetragen\s+von|Moderation|Präsentation(?:\s+durch)?|Einführung|BE"
    r"|Ref\.|Vortragende)\s*:\s+(?P<people>[^()]+)\)?$"
)

_BLAME = re.compile(r"\s+[–-]\s+(?=[^–-]*$)|\s*[:|]\s+(?=[^:|]*$)|\s*/\s+(?=[^/]*$)")


def title_and_people(draft: Draft, text: Passage, section: Section | None) -> tuple[int, list[PersonLine]]:
    """Where the title of an agenda line ends, and the people that follow it.

    The heading of the treatment shows where a title ends if both begin alike; otherwise people in brackets at the end,
    behind a dash, or from the first full name on.
    """
    soft = text.text.find(SOFT_BREAK)
    stop = soft if soft > 0 else len(text.text)
    if section and section.heading:
        end = _shared_end(text.text, section.heading.text)
        if end and end < stop:
            rest = text.cut(end, stop)
            if rest.text[:1] not in "(,;:–-/" and posts.people(rest):
                return end, posts.people(rest)
            if nobody(rest.text):
                return end, []
    labelled = _LABELLED.search(text.text, 0, stop)
    if labelled and labelled.start() > 3:
        lines = in_column(text.cut(labelled.start("people"), labelled.end("people")))
        if lines:
            return labelled.start(), lines
    bracket = _BRACKETED.search(text.text, 0, stop)
    if bracket:
        inner = text.cut(bracket.start("inner"), bracket.end("inner"))
        inside = _people_only(inner) or _known_people(draft, inner)
        if inside:
            return bracket.start(), inside
    for match in _BLAME.finditer(text.text, 0, stop):
        if _from_first_name(text, match.start())[1]:
            break
        behind = _people_only(text.cut(match.end(), stop))
        if behind:
            return match.start(), behind
    return _from_first_name(text, stop)


def _shared_end(text: str, heading: str) -> int | None:
    """How far an agenda line goes on as its treatment's heading, white space aside."""
    plain = " ".join(heading.split()).lower()
    squeezed = ""
    for index, character in enumerate(text.lower()):
        if character.isspace():
            if squeezed and not squeezed.endswith(" "):
                squeezed += " "
        else:
            squeezed += character
        if squeezed == plain and (index + 1 == len(text) or not text[index + 1].isalnum()):
            return index + 1
    return None


def nobody(text: str) -> bool:
    """Whether a column for presenters names none: "alle Mitglieder", "N. N."."""
    return bool(
        re.match(
            r"(?:[Aa]lle\s+)?(?:[\w-]*[Mm]itglieder|Teilnehm\w*|Anwesende\w*)"
            r"(?:\s+der\s+Werkstatt(?:\s\d+)?|\s+des\s+\w+)?$|[Aa]lle$|[Pp]lenum$|N\.\s?N\.?$",
            text.strip(),
        )
    )


def _people_only(passage: Passage) -> list[PersonLine]:
    """The people of a passage that holds nothing but people: "J. Petrick, H. Noatnick"."""
    if not passage or re.search(r"\d|„", passage.text):
        return []
    lines = [
        line
        for line in posts.people(passage)
        if line.name.prefix
        or (line.name.given and names.is_given(line.name.given.split()[0]))
        or re.match(names.SALUTATION, passage.text)
    ]
    if lines and lines[0].printed.span().start <= passage.span().start + 6:
        return lines
    return []


def _known_people(draft: Draft, passage: Passage) -> list[PersonLine]:
    """Surnames alone, each of somebody whom the head or the attendance list names: "(Hennecke)"."""
    lines = [
        posts.person_line(piece, bare_surname=True)
        for piece in passage.split(re.compile(r"\s*(?:,|;|/|\bund\b|&)\s+"))
        if piece
    ]
    known = [line for line in lines if line and draft.gazetteer.known_person(line.name)]
    return known if known and len(known) == len(lines) else []


def _from_first_name(text: Passage, stop: int) -> tuple[int, list[PersonLine]]:
    at = 0
    while found := names.find_full(text.text[:stop], at):
        before, after = text.text[: found.start], text.text[found.end : stop]
        quoted = before.count("„") > before.count("“")
        if (
            found.start > 3
            and not quoted
            and not re.search(r"(?:-|\bvon|\bdes|\bder|\bund|\bfür|\bder Herren?)\s*$", before)
            and (after == "" or re.match(r"\s*[,(/]|\s+–|\s+und\b", after) or posts.role_at(after.lstrip()))
        ):
            return found.start, posts.people(text.cut(found.start, stop))
        at = max(found.end, at + 1)
    return stop, []


def in_column(presenter: Passage) -> list[PersonLine]:
    """The people of a column for presenters, where a surname alone is enough."""
    lines = []
    for piece in presenter.squeeze().split(re.compile(r"\s*(?:,|;|/|\bund\b|&)\s+(?![^(]*\))")):
        line = posts.person_line(piece, bare_surname=True) if piece else None
        if line and not any(found.start == 0 for found in discover(piece.text)) and not posts.role_at(piece.text):
            lines.append(line)
    return lines


def presents(draft: Draft, number: str, line: PersonLine, title: str, rule: str) -> None:
    """Record who presents an item."""
    key = people.person(draft, line, rule, confidence=0.95)
    if key is None:
        return
    werkstatt = next(
        (draft.gazetteer.organisation(f.name, body=True, number=f.number) for f in discover(title) if f.number), None
    )
    in_name_of = people.posts(
        draft,
        key,
        line,
        rule + "-post",
        meeting_role=True,
        werkstatt=werkstatt if draft.body is None or not draft.gazetteer[draft.body].number else None,
    )
    listed = draft.presenters.setdefault(number, [])
    where = evidence(line.printed, rule, 0.95)
    if key in listed:
        _add_evidence(draft, number, key, where)
        return
    listed.append(key)
    printed = line.after.text.strip("()") if line.after else None
    draft.participations.append(
        Participation(key, Role.PRESENTER, (where,), item=number, organisation=in_name_of, printed=printed)
    )


def _add_evidence(draft: Draft, number: str, key: str, where: Evidence) -> None:
    for index, part in enumerate(draft.participations):
        if part.person == key and part.item == number and part.role is Role.PRESENTER and where not in part.evidence:
            draft.participations[index] = replace(part, evidence=(*part.evidence, where))
            return
