"""Attendance: who was there, excused or absent, in which capacity, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protokollgraph.extract import names, organisations, people, posts, sentences
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import PersonLine, Post
from protokollgraph.extract.segment import Attendee, HeadField
from protokollgraph.extract.style import normalised
from protokollgraph.extract.words import load
from protokollgraph.model import Attendance, Capacity, EntityKind, Evidence, Participation, Role, Severity

_ELSEWHERE = re.compile(r"siehe|s\.\s|laut|gemäß|vgl\.|Anlage|Anhang|Liste", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"(?:in\s+Vertretung\s+(?:für|von)|i\.\s?V\.(?:\s+(?:für|von))?|Vertretung\s+(?:für|von)|vertritt:?|anstelle\s+von"
    r"|als\s+Vertret(?:er|erin|ung)\s+(?:für|von|des|der)|Vertret(?:er|erin)\s+(?:für|von)|für)\s+"
    r"(?P<name>(?:Herrn?|Frau)?\s*[^,;()]+)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:ab|bis|zu|nur|von)?\s*(?:TOP|Top|Pkt\.?|Punkt)\s*\d[\d.]*(?:\s*(?:bis|-|–|und)\s*(?:TOP\s*)?\d[\d.]*)?"
    r"|\b(?:ab|bis)\s+(?:ca\.\s*)?\d{1,2}[:.]\d\d(?:\s*Uhr)?"
)
_COUNCIL_HEADING = re.compile(
    r"(?:Ausschussmitglied|[Ss]achkundige\s|Gemeindevertreter|Stadtverordnete|Ratsmitglied|Stadtr[aä]t|Gemeinder[aä]t"
    r"|Kreistagsmitglied|Kreistagsabgeordnete|Stadtvertreter)"
)
_OFFICE_HEADING = re.compile(r"(?:Oberb|B)ürgermeister(?:in)?$|Landr[aä]t(?:in)?$|Amtsdirektor(?:in)?$")


@dataclass(frozen=True, slots=True)
class _Listed:
    line: PersonLine
    status: Attendance | None
    capacity: Capacity | None
    notes: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    where: Passage


def read(draft: Draft) -> None:
    """Record everybody of the attendance lists and of the head's fields."""
    _legend(draft)
    listed = [*_rows(draft), *_fields(draft)]
    seen: set[str] = set()
    for entry in listed:
        fresh = entry.line.name.given is not None and _already(draft, entry, seen)
        key = people.person(draft, entry.line, "attendance.row", fresh=fresh)
        if key is None:
            continue
        seen.add(key)
        _record(draft, key, entry)
    _substitutes(draft, listed)
    attachments = next((f for f in draft.protocol.fields if f.name == "attachments"), None)
    if not listed:
        if attachments and re.search(r"Teilnehm|Anwesenheit", attachments.value.text):
            draft.find(
                "attendance-in-annex",
                "The attendance list is only an annex; who was there is not stated.",
                span=attachments.value.span(),
            )
        else:
            draft.find("no-attendance", "The protocol has no attendance list.")


def _legend(draft: Draft) -> None:
    """The abbreviations that a legend under the list explains."""
    if draft.protocol.legend:
        for piece in draft.protocol.legend.split(re.compile(r"\s*;\s*")):
            match = re.match(
                r"(?:Abkürzungen:?\s*|Legende:?\s*)?(?P<short>[^\s:=]{2,8})\s?[:=]\s(?P<long>.{4,})", piece.text
            )
            if match and organisations.is_abbreviation(match["short"]):
                long, short = piece.cut(match.start("long")), piece.cut(match.start("short"), match.end("short"))
                people.organisation(draft, _without_full_stop(long), short, "attendance.legend")


def _already(draft: Draft, entry: _Listed, seen: set[str]) -> bool:
    """Two lines with one full name are two people, if what stands beside them differs."""
    key = draft.gazetteer.known_person(entry.line.name)
    if key is None or key not in seen:
        return False
    hint = " ".join(p.text for post in entry.line.posts for p in (post.role, post.organisation) if p)
    return bool(hint) and hint not in draft.gazetteer[key].hints


def _fields(draft: Draft) -> Iterator[_Listed]:
    """“Anwesend: Anja Muster (MIL), Ole Probe” in the head."""
    meaning = {
        "attendance": (Attendance.PRESENT, None),
        "members": (Attendance.PRESENT, Capacity.MEMBER),
        "guests": (Attendance.PRESENT, Capacity.GUEST),
        "staff": (Attendance.PRESENT, Capacity.STAFF),
        "excused": (Attendance.EXCUSED, None),
        "absent": (Attendance.ABSENT, None),
    }
    for field in draft.protocol.fields:
        if field.name in meaning and not (_ELSEWHERE.match(field.value.text)):
            status, capacity = meaning[field.name]
            for line in _inline(field):
                yield _Listed(line, _status_of(line.notes) or status, capacity, line.notes, (), line.printed)


def _inline(field: HeadField) -> Iterator[PersonLine]:
    """The people of a list in one line, parted by semicolons, or by commas outside brackets."""
    value = field.value
    separator = (
        re.compile(r"\s*;\s*") if ";" in value.text else re.compile(r",\s+(?![^(]*\))|\s+(?:und|sowie)\s+(?![^(]*\))")
    )
    pieces = value.split(separator)
    lines = [posts.person_line(_without_full_stop(piece), bare_surname=False) for piece in pieces if piece]
    if lines and sum(line is not None for line in lines) * 2 >= len(lines):
        yield from _with_affiliations(pieces, lines)
    else:
        yield from posts.people(value)


def _without_full_stop(piece: Passage) -> Passage:
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


def _rows(draft: Draft) -> Iterator[_Listed]:
    rows = draft.protocol.attendees
    index = 0
    while index < len(rows):
        run = _detached(rows, index)
        if run:
            for name, post in zip(rows[index : index + run], rows[index + run : index + 2 * run], strict=True):
                yield from _row(draft, Attendee((*name.cells, *post.cells), name.headings))
            index += 2 * run
        else:
            yield from _row(draft, rows[index])
            index += 1


def _detached(rows: Sequence[Attendee], index: int) -> int:
    """How many names stand in a run before just as many posts, 0 if columns are not torn apart here."""
    group = [row for row in rows[index:] if row.headings == rows[index].headings]
    kinds = [_looks(row) for row in group]
    names_first = next((i for i, kind in enumerate(kinds) if kind != "name"), len(kinds))
    posts_next = next((i for i, kind in enumerate(kinds[names_first:]) if kind != "post"), len(kinds) - names_first)
    return names_first if names_first > 1 and names_first == posts_next else 0


def _looks(row: Attendee) -> str:
    if len(row.cells) != 1:
        return "row"
    text = row.cells[0].text
    if "," not in text and "(" not in text and names.parse(text) and not posts.role_at(text):
        found = names.parse(text)
        return "name" if found and found.given and names.is_given(found.given.split()[0]) else "row"
    return "post" if not posts.person_line(row.cells[0]) or not names.find_full(text) else "row"


def _row(draft: Draft, row: Attendee) -> Iterator[_Listed]:
    status, capacity = _from_headings(draft, row.headings)
    cells = list(row.cells)
    marks: list[Passage] = []
    for cell, column in zip(list(cells), [*row.columns, *[None] * len(cells)], strict=False):
        read_status, read_capacity = _cell_status(draft, cell)
        if column == "status" or ((read_status or read_capacity) and cell is not cells[0]):
            status = read_status or status
            capacity = read_capacity or capacity
            marks.append(cell)
            cells.remove(cell)
    if cells and len(cells) > 1 and re.match(r"(?:\d{1,3}[.)]?|[–-])$", cells[0].text):
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
    if len(cells) == 1 and _SAID.search(cells[0].text):
        yield from _told(draft, cells[0], row.headings)
        return
    nobody = True
    for line in _people_in(cells):
        nobody = False
        yield _Listed(
            line, _status_of(line.notes) or status, capacity, (*line.notes, *marks), row.headings, row.cells[0]
        )
    if nobody and not re.match(r"\d+\s|ca\.|keine?\b|[-–—]+$|siehe|Name\b", cells[0].text):
        text = " ".join(cell.text for cell in row.cells)
        draft.find(
            "attendee-not-understood",
            f"Nobody was recognised in the attendance line “{text[:80]}”.",
            Severity.WARNING,
            row.cells[0].span(),
        )


_SAID = re.compile(
    r"\b(?:entschuldigt|Entschuldigt)\s+(?:haben|hat|sind|ist|war|waren|fehlt|fehlen|fehlten)\b"
    r"|\b(?:haben|hat)\s+sich\b|\bfehlten?\b|\b(?:ist|sind|war|waren)\s+(?:entschuldigt|verhindert|abwesend|anwesend)\b"
    r"|\bnahmen?\b.*\bteil\b|\blie(?:ß|ßen)\s+sich\b"
)


def _told(draft: Draft, passage: Passage, headings: tuple[Passage, ...]) -> Iterator[_Listed]:
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
        for line in posts.people(passage.cut(start, end)):
            yield _Listed(_cut_at_verb(line), status, None, line.notes, headings, line.printed)


def _cut_at_verb(line: PersonLine) -> PersonLine:
    """The posts of a person in a sentence stand in brackets; what else follows is the sentence."""
    after = line.after
    bracket = re.match(r"\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)\)", after.text) if after else None
    if after is None or bracket is None:
        return replace(line, posts=(), after=None)
    inner = after.cut(bracket.start("inner"), bracket.end("inner"))
    found, notes = posts.posts(inner)
    return replace(line, posts=found, notes=notes, after=inner)


def _people_in(cells: Sequence[Passage]) -> Iterator[PersonLine]:
    """The person of a row; a row of one cell may hold a list."""
    first = cells[0]
    numbered = re.match(r"\d{1,3}[.)]\s+", first.text)
    if numbered:
        first = first.cut(numbered.end())
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
        found, more = posts.posts(cell)
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


def _from_headings(draft: Draft, headings: Sequence[Passage]) -> tuple[Attendance | None, Capacity | None]:
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
        if group in ("member", "staff"):
            capacity = Capacity(group)
        elif group in ("present", "excused", "absent"):
            status = Attendance(group)
        if ("mitglied" in word and "entschuldigt" not in word) or "mitglied" in word:
            capacity = Capacity.MEMBER
        if re.search(r"\bx\s*=", heading.text):
            status = None
    return status, capacity


def _cell_status(draft: Draft, cell: Passage) -> tuple[Attendance | None, Capacity | None]:
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


def _status_of(notes: Sequence[Passage]) -> Attendance | None:
    for note in notes:
        if re.search(r"\bunentsch", note.text):
            return Attendance.ABSENT
        if re.search(r"\bentsch|verhindert", note.text):
            return Attendance.EXCUSED
    return None


def _record(draft: Draft, key: str, entry: _Listed) -> None:
    council = _council(draft)
    in_name_of = (
        _council_posts(draft, key, entry)
        if council
        else people.posts(draft, key, entry.line, "attendance.post", meeting_role=True)
    )
    note = next((m.group() for n in entry.notes if (m := _PARTIAL.search(n.text))), None)
    if note is None:
        note = next((n.text for n in entry.notes if re.search(r"Stimmrecht|online|digital|zeitweise", n.text)), None)
    printed = (
        entry.line.after.text.strip("() ")
        if entry.line.after
        else ", ".join(p.text for post in entry.line.posts for p in (post.role, post.organisation) if p)
    )
    draft.participations.append(
        Participation(
            person=key,
            role=Role.ATTENDEE,
            evidence=(evidence(entry.line.printed, "attendance.row", 0.98),),
            organisation=in_name_of,
            printed=printed or None,
            attendance=entry.status,
            capacity=entry.capacity or (Capacity.MEMBER if council and _sits_for_faction(draft, key) else None),
            note=note,
        )
    )


def _substitutes(draft: Draft, listed: Sequence[_Listed]) -> None:
    """“in Vertretung für Herrn Lischka”: the person beside the remark stands in for another."""
    for entry in listed:
        for note in entry.notes:
            match = _SUBSTITUTE.search(note.text)
            name = names.parse(match["name"].strip(" .")) if match else None
            if not match or not name:
                continue
            other = draft.gazetteer.known_person(name) or draft.gazetteer.person(name)
            key = draft.gazetteer.known_person(entry.line.name)
            if not other or not key or other == key:
                continue
            draft.gazetteer.mention(
                other, evidence(note, "attendance.substitute", start=match.start("name"), end=match.end("name"))
            )
            for index, part in enumerate(draft.participations):
                if part.person == key and part.role is Role.ATTENDEE:
                    draft.participations[index] = replace(part, substitutes_for=other)


# --- councils -------------------------------------------------------------------------------------------------------


def _council(draft: Draft) -> bool:
    """Whether the body that meets is elected, so that its members belong to parliamentary groups."""
    if not draft.body:
        return False
    name = draft.gazetteer[draft.body].name
    return name.split()[0] in load("organisations")["administrations"] or (
        not draft.protocol.style.result_minutes and "usschuss" in name.split()[0]
    )


def _sits_for_faction(draft: Draft, key: str) -> bool:
    return any(m.person == key and m.organisation == draft.body for m in draft.memberships)


def _council_posts(draft: Draft, key: str, entry: _Listed) -> str | None:
    """The posts of a council's attendance list: office from the heading, group from the last column."""
    where = evidence(entry.line.printed, "attendance.heading", inferred=True)
    heading = entry.headings[-1].text if entry.headings else ""
    gender = entry.line.name.gender
    member = bool(_COUNCIL_HEADING.match(heading))
    if member and draft.body:
        people.membership(draft, key, draft.body, people.gendered(heading, gender), where)
    elif _OFFICE_HEADING.match(heading):
        home = _municipality(draft)
        if home:
            people.membership(draft, key, home, heading, where)
            return home
    if normalised(heading) in ("verwaltung", "von der verwaltung", "vertreter der verwaltung"):
        return _staff(draft, key, entry, where)
    if entry.capacity is Capacity.GUEST:
        return people.posts(draft, key, entry.line, "attendance.post")
    return _groups(draft, key, entry, member, where)


def _is_employer(entry: _Listed) -> bool:
    """Whether the column names an organisation with a legal form or an office's name, and no parliamentary group."""
    return any(
        post.organisation and any(not f.body and f.start == 0 for f in organisations.discover(post.organisation.text))
        for post in entry.line.posts
    )


def _groups(draft: Draft, key: str, entry: _Listed, member: bool, where: Evidence) -> str | None:
    faction: str | None = None
    if _is_employer(entry):
        return people.posts(draft, key, entry.line, "attendance.post")
    for post in entry.line.posts:
        if post.organisation:
            faction = people.organisation(draft, post.organisation, post.short, "attendance.group", body=True)
            if not draft.gazetteer[faction].name.startswith("Fraktion") and len(draft.gazetteer[faction].name) > 4:
                draft.gazetteer[faction].aliases.add("Fraktion " + draft.gazetteer[faction].name)
    role = next((p.role for p in entry.line.posts if p.role), None)
    full = people.expanded(role.text, entry.line.name.gender) if role else None
    if faction:
        in_group = full if full and people.is_faction_role(role.text if role else "") else None
        place = next(p.organisation for p in entry.line.posts if p.organisation)
        people.membership(draft, key, faction, in_group, evidence(place, "attendance.group"))
        if not member and draft.body:
            people.membership(draft, key, draft.body, _member_word(draft, entry), where)
    if role and full and draft.body and re.match(r"(?:\w+\.\s)?(?:[12]\.\s)?(?:stellv\w*\.?\s)?Vorsitzende", full):
        _add_office(draft, key, full, evidence(role, "attendance.post"))
    return faction


def _add_office(draft: Draft, key: str, role: str, where: Evidence) -> None:
    """The office in the body that meets, beside the plain membership."""
    if draft.body:
        people.membership(draft, key, draft.body, role, where)


def _member_word(draft: Draft, entry: _Listed) -> str | None:
    """What members of this body are called, from the heading that lists the others."""
    heading = next(
        (
            a.headings[-1].text
            for a in draft.protocol.attendees
            if a.headings and _COUNCIL_HEADING.match(a.headings[-1].text)
        ),
        None,
    )
    return people.gendered(heading, entry.line.name.gender) if heading else None


def _staff(draft: Draft, key: str, entry: _Listed, where: Evidence) -> str | None:
    home = administration(draft)
    if home is None:
        return None
    role = next(
        (p.role.text for p in entry.line.posts if p.role and not re.match(r"(?:Schrift|Protokoll)führ", p.role.text)),
        None,
    )
    municipality = _municipality(draft) if role and _OFFICE_HEADING.match(role) else None
    people.membership(draft, key, municipality or home, role, where)
    return municipality or home


def _municipality(draft: Draft) -> str | None:
    """The municipality whose council meets, from the council's own name."""
    match = (
        re.search(r"(?:der|des)\s(?P<name>(?:Gemeinde|Stadt|Amtes|Landkreises)\s.+)", draft.gazetteer[draft.body].name)
        if draft.body
        else None
    )
    if match:
        return draft.gazetteer.organisation(re.sub(r"^(Amt|Landkreis)es ", r"\1 ", match["name"]))
    for passage in draft.protocol.title:
        for found in organisations.discover(passage.text):
            if re.match(r"(?:Gemeinde|Stadt|Amt|Landkreis)\s", found.name) and not found.body:
                return draft.gazetteer.organisation(found.name)
    for record in draft.gazetteer.of_kind(EntityKind.ORGANISATION):
        if re.match(r"(?:Gemeinde|Stadt|Amt|Landkreis)\s", record.name):
            return record.key
    return None


def administration(draft: Draft) -> str | None:
    """Who "die Verwaltung" is when a council meets, None where the body has none of its own."""
    if not _council(draft) or not draft.body:
        return None
    body = draft.gazetteer[draft.body].name
    kind = load("organisations")["administrations"].get(body.split()[0])
    place = re.sub(r"^\S+\s+(?:(?:der|des)\s(?:Gemeinde|Stadt|Amtes|Landkreises)\s)?", "", body).split("/")[0]
    if kind is None or not place or place == body:
        home = _municipality(draft)
        head, _, place = (draft.gazetteer[home].name if home else "").partition(" ")
        kind = {
            "Landkreis": "Kreisverwaltung",
            "Stadt": "Stadtverwaltung",
            "Gemeinde": "Gemeindeverwaltung",
            "Amt": "Amtsverwaltung",
        }.get(head)
        place = place.split("/")[0]
    if not kind or not place:
        return None
    key = draft.gazetteer.organisation(f"{kind} {place}")
    draft.gazetteer[key].generic.add("Verwaltung")
    return key
