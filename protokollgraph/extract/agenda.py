"""The agenda: items with titles, who is to present them, what they announce, and whose treatment is where."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from protokollgraph.extract import names, people, posts
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.organisations import discover
from protokollgraph.extract.passage import SOFT_BREAK, Passage
from protokollgraph.extract.posts import PersonLine
from protokollgraph.extract.segment import PlannedItem, Section
from protokollgraph.extract.words import load
from protokollgraph.model import AgendaItem, Evidence, ItemKind, Participation, Role, Severity, Treatment

_BRACKETED = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_REFERENCES = re.compile(
    r"(?:TOP|Punkt|Tagesordnungspunkt)s?\s*(?P<first>\d+(?:\.\d+)*)"
    r"(?:\s*(?P<link>bis|und|,|-|–)\s*(?:TOP\s*)?(?P<last>\d+(?:\.\d+)*))?"
)
_LABELLED = re.compile(
    r"\s*[,;–(-]*\s*\b(?:Bericht(?:erstattung|erstatter(?:in)?)?|Vortrag(?:ende[rn]?)?|Referent(?:in)?"
    r"|Vorstellung(?:\s+durch)?|vorgestellt\s+von|vorgetragen\s+von|Moderation|Präsentation(?:\s+durch)?|Einführung|BE"
    r"|Ref\.|Vortragende)\s*:\s+(?P<people>[^()]+)\)?$"
)
_BLAME = re.compile(r"\s+[–-]\s+(?=[^–-]*$)|\s*[:|]\s+(?=[^:|]*$)|\s*/\s+(?=[^/]*$)")


def read(draft: Draft) -> None:
    """Record the items, their treatments and the people whom plan and headings name."""
    sections = {section.number: section for section in draft.protocol.sections}
    for item in draft.protocol.agenda:
        _planned(draft, item, sections.get(item.number))
    planned = {item.number for item in draft.agenda}
    for section in draft.protocol.sections:
        if section.number not in planned:
            _unplanned(draft, section)
        _treated(draft, section)
    _compare(draft, sections)


def _planned(draft: Draft, item: PlannedItem, section: Section | None) -> None:
    text = item.text
    if section and not section.heading and text:
        section = None
    end, lines = _title_and_people(draft, text, section)
    title = text.cut(0, end).squeeze()
    title = title.cut(0, len(title.text.rstrip(" ,;:–-")))
    if item.presenter:
        lines = [*lines, *_column_people(item.presenter)]
    if not title:
        title = text.squeeze()
    where = evidence(title, "agenda.item", 0.98)
    draft.agenda.append(AgendaItem(item.number, title.text, where, kind_of(title.text), _references(title.text)))
    draft.units.append(Unit(title, item.number, title=True))
    for line in lines:
        _presents(draft, item.number, line, title.text, "agenda.presenter")


def _unplanned(draft: Draft, section: Section) -> None:
    """An item that only the results know: there is no plan, or the plan did not name it."""
    heading = section.heading.squeeze() if section.heading else section.mark
    _, lines = _title_and_people(draft, heading, None)
    where = evidence(heading, "agenda.heading", 0.9, inferred=True)
    draft.agenda.append(
        AgendaItem(section.number, heading.text, where, kind_of(heading.text), _references(heading.text))
    )
    if draft.protocol.agenda:
        draft.find("item-not-planned", f"Item {section.number} is treated but not on the agenda.", span=heading.span())
    for line in lines:
        _presents(draft, section.number, line, heading.text, "agenda.presenter")


def _title_and_people(draft: Draft, text: Passage, section: Section | None) -> tuple[int, list[PersonLine]]:
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
            if _nobody(rest.text):
                return end, []
    labelled = _LABELLED.search(text.text, 0, stop)
    if labelled and labelled.start() > 3:
        lines = _column_people(text.cut(labelled.start("people"), labelled.end("people")))
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


def _nobody(text: str) -> bool:
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


def _column_people(presenter: Passage) -> list[PersonLine]:
    """The people of a column for presenters, where a surname alone is enough."""
    lines = []
    for piece in presenter.squeeze().split(re.compile(r"\s*(?:,|;|/|\bund\b|&)\s+(?![^(]*\))")):
        line = posts.person_line(piece, bare_surname=True) if piece else None
        if line and not any(found.start == 0 for found in discover(piece.text)) and not posts.role_at(piece.text):
            lines.append(line)
    return lines


def _presents(draft: Draft, number: str, line: PersonLine, title: str, rule: str) -> None:
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


def _treated(draft: Draft, section: Section) -> None:
    """The treatment as a whole, its blocks as running text; a first line that only names people presents the item."""
    passages = [
        section.mark,
        *([section.heading] if section.heading else []),
        *(b.passage for b in section.blocks),
        *(t.row for t in section.tasks),
    ]
    first = passages[0].origin[0]
    last = max(max(p.origin[0], p.origin[-1]) for p in passages if p)
    source = section.mark.source
    whole = Passage(source[first : last + 1], range(first, last + 1), source)
    draft.treatments.append(Treatment(section.number, evidence(whole, "segment.treatment", 0.98)))
    if section.heading:
        draft.units.append(Unit(section.heading.squeeze(), section.number, title=True))
    for index, block in enumerate(section.blocks):
        if index == 0 and not block.bullet and _is_presenter_line(block.passage):
            for line in posts.people(block.passage.cut(0, _soft_end(block.passage.text))):
                _presents(
                    draft,
                    section.number,
                    line,
                    section.heading.text if section.heading else "",
                    "agenda.heading-people",
                )
            continue
        if _nobody(block.passage.text):
            continue
        draft.units.append(Unit(block.passage, section.number, block.bullet))


def _soft_end(text: str) -> int:
    at = text.find(SOFT_BREAK)
    return at if at > 0 else len(text)


def _is_presenter_line(passage: Passage) -> bool:
    """A line under a heading that names people with what they are, and says nothing of them."""
    text = passage.text[: _soft_end(passage.text)].strip()
    if len(text) > 400 or (text.endswith(".") and not re.search(r"e\. ?V\.$", text)):
        return False
    if re.search(
        r"\b(?:wird|werden|wurde|wurden|hat|haben|ist|sind|stellt|berichtet|begrüßt|eröffnet|erläutert|informiert|dass"
        r"|nimmt)\b",
        text,
    ):
        return False
    found = names.full_at(text, 0)
    return found is not None and (
        found.end == len(text)
        or text[found.end :].lstrip()[:1] in (",", "(", "–", "-", ";", "/")
        or re.match(r"\s+und\s", text[found.end :]) is not None
    )


def _references(title: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _REFERENCES.finditer(title):
        first, last = match["first"], match["last"]
        found.append(first)
        if last and match["link"] in ("bis", "-", "–") and "." not in first + last:
            found.extend(str(n) for n in range(int(first) + 1, int(last) + 1))
        elif last and match["link"] in ("bis", "-", "–"):
            stem, _, number = first.rpartition(".")
            if last.startswith(stem + "."):
                found.extend(f"{stem}.{n}" for n in range(int(number) + 1, int(last.rpartition(".")[2]) + 1))
        elif last:
            found.append(last)
    return tuple(dict.fromkeys(found))


@cache
def _kind_patterns() -> list[tuple[ItemKind, re.Pattern[str]]]:
    return [(ItemKind(kind), re.compile(pattern)) for kind, pattern in load("items")["kinds"]]


def kind_of(title: str) -> ItemKind | None:
    """What a title announces, None if its words do not tell."""
    return next((kind for kind, pattern in _kind_patterns() if pattern.search(title)), None)


@cache
def formal_title() -> re.Pattern[str]:
    """Titles that name no project."""
    return re.compile(load("items")["formal"])


def _compare(draft: Draft, sections: dict[str, Section]) -> None:
    """Plan against result: an item without a treatment is a finding, unless its sub-items have one."""
    if not draft.protocol.agenda:
        draft.find("no-agenda", "The protocol has no agenda.", Severity.WARNING if not sections else Severity.NOTICE)
    if not sections:
        draft.find("no-results", "No results under the agenda items were recognised.", Severity.WARNING)
        return
    for item in draft.agenda:
        if item.number not in sections and not any(number.startswith(item.number + ".") for number in sections):
            draft.find(
                "plan-without-result",
                f"Item {item.number} “{item.title[:60]}” is on the agenda but has no result.",
                Severity.WARNING,
                item.evidence.span,
            )
