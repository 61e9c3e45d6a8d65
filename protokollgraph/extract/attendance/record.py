"""Everybody of the attendance lists becomes a participation, with the posts printed beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollgraph.extract import names, organisations, people, posts
from protokollgraph.extract.attendance import councils, fields, rows
from protokollgraph.extract.attendance.listed import Listed
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import whole
from protokollgraph.model import Attendance, Capacity, Participation, PersonName, Role

_SUBSTITUTE = re.compile(
    r"(?:in\s+Vertretung\s+(?:für|von)|i\.\s?V\.(?:\s+(?:für|von))?|Vertretung\s+(?:für|von)|vertritt:?|anstelle\s+von"
    r"|anstatt(?:\s+von)?|(?:als\s+)?Ersatz\s+für"
    r"|als\s+Vertret(?:er|erin|ung)\s+(?:für|von|des|der)|Vertret(?:er|erin)\s+(?:für|von)|für)\s+"
    r"(?P<name>(?:Herrn?|Frau)?\s*(?:[^,;()]+,\s+[A-ZÄÖÜ][\w-]+$|[^,;()]+))",
    re.IGNORECASE,
)

_PARTIAL = re.compile(
    r"\b(?:ab|bis|zu|nur|von)?\s*(?:TOP|Top|Pkt\.?|Punkt)\s*\d[\d.]*(?:\s*(?:bis|-|–|und)\s*(?:TOP\s*)?\d[\d.]*)?"
    r"|\b(?:ab|bis)\s+(?:ca\.\s*)?(?:\d{1,2}[:.]\d\d(?:\s*Uhr)?|\d{1,2}\s*Uhr)|(?<=\[)\d{1,2}[.:]\d\d(?=\])"
)


def read(draft: Draft) -> None:
    """Record everybody of the attendance lists and of the head's fields."""
    _legend(draft)
    listed = [*rows.read(draft), *fields.read(draft)]
    seen: set[str] = set()
    for entry in listed:
        fresh = entry.line.name.given is not None and _already(draft, entry, seen)
        key = people.person(draft, entry.line, "attendance.row", fresh=fresh)
        if key is None:
            continue
        seen.add(key)
        _record(draft, key, entry)
        _duties(draft, key, entry)
    _substitutes(draft, listed)
    attachments = next((f for f in draft.protocol.fields if f.name == "attachments"), None)
    if not listed:
        annex = fields.elsewhere(draft) or (
            attachments.value if attachments and re.search(r"Teilnehm|Anwesenheit", attachments.value.text) else None
        )
        if annex:
            draft.find(
                "attendance-in-annex",
                "The attendance list is only an annex; who was there is not stated.",
                span=annex.span(),
            )
        else:
            draft.find("no-attendance", "The protocol has no attendance list.")


def _legend(draft: Draft) -> None:
    """The abbreviations that a legend under the list explains."""
    if draft.protocol.legend:
        for piece in draft.protocol.legend.split(fields.SEMICOLON):
            match = re.match(
                r"(?:Abkürzungen:?\s*|Legende:?\s*)?(?P<short>[^\s:=]{2,8})\s?[:=]\s(?P<long>.{4,})", piece.text
            )
            if match and organisations.is_abbreviation(match["short"]):
                long, short = piece.cut(match.start("long")), piece.cut(match.start("short"), match.end("short"))
                people.organisation(draft, fields.without_full_stop(long), short, "attendance.legend")


_TOO = r"(?:\b(?:zugl(?:eich|\.)?|gleichzeitig)\s*(?:als\s)?|^als\s)"
_CHAIR_TOO = re.compile(rf"{_TOO}(?:Vorsitzende[rn]?|Versammlungsleiter(?:in)?)\b(?!\s(?:des|der)\b)")
_MINUTES_TOO = re.compile(rf"\bProtokoll(?:führe?r|führung|ant)|{_TOO}Schriftführ(?:er|ung)")


def _duties(draft: Draft, key: str, entry: Listed) -> None:
    """Chair and minute-taker, where the list names them and the head does not: "zugleich als Protokollführer"."""
    if entry.status is not Attendance.PRESENT:
        return
    after = [entry.line.after] if entry.line.after else []
    beside = [*entry.notes, *(post.role for post in entry.line.posts if post.role), *after]
    for role, words in ((Role.CHAIR, _CHAIR_TOO), (Role.MINUTE_TAKER, _MINUTES_TOO)):
        if any(part.role is role for part in draft.participations):
            continue
        where = next((passage for passage in beside if words.search(passage.text)), None)
        if where:
            draft.participations.append(Participation(key, role, (evidence(where, "attendance.duty"),)))
            if role is Role.CHAIR:
                draft.chair = key


def _already(draft: Draft, entry: Listed, seen: set[str]) -> bool:
    """Two lines with one full name are two people, if what stands beside them differs."""
    key = draft.gazetteer.known_person(entry.line.name)
    if key is None or key not in seen:
        return False
    hint = " ".join(p.text for post in entry.line.posts for p in (post.role, post.organisation) if p)
    return bool(hint) and hint not in draft.gazetteer[key].hints


def _record(draft: Draft, key: str, entry: Listed) -> None:
    council = councils.is_elected(draft)
    group = None if council else councils.group_above(draft, entry)
    if group:
        people.membership(draft, key, group, None, evidence(entry.headings[-1], "attendance.group"))
    in_name_of = group or (
        councils.posts_of(draft, key, entry)
        if council
        else people.posts(draft, key, entry.line, "attendance.post", meeting_role=True)
    )
    note = next((m.group().rstrip(".") for n in entry.notes if (m := _PARTIAL.search(n.text))), None)
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
            capacity=entry.capacity or (Capacity.MEMBER if council and councils.sits(draft, key) else None),
            note=note,
        )
    )


def _represented(text: str) -> PersonName | None:
    """The name of whom somebody represents: "Herrn Lischka", "Probe, Ina", "Ausschussmitglieds Ole Beispiel"."""
    words = text.strip(" .")
    office = posts.office_at(words)
    bare = words[office.end() :] if office else words
    end = names.surname_end(bare)
    if end is not None:
        return names.parse(f"{bare[:end]}, {bare[end:].strip()}")
    line = posts.person_line(whole(words))
    if line:
        return line.name
    found = names.find_full(words)
    return found.name if found else names.parse(words)


def _substitutes(draft: Draft, listed: Sequence[Listed]) -> None:
    """“in Vertretung für Herrn Lischka”: the person beside the remark stands in for another."""
    for entry in listed:
        for note in entry.notes:
            match = _SUBSTITUTE.search(note.text)
            name = _represented(match["name"]) if match else None
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
