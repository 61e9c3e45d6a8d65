"""The meeting itself: number, date, times, chair, minute-taker."""

from __future__ import annotations

import re

from protokollgraph.extract import dates, names, people, posts
from protokollgraph.extract.attendance import layout
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.header import bodies, clock, places, sessions
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.segment import HeadField
from protokollgraph.model import EntityKind, Meeting, Participation, Role, Severity

_NUMBER = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3})\.\s*(?:\(?(?:ordentliche|außerordentliche|öffentliche|konstituierende|gemeinsame"
    r"|reguläre)[nr]?\)?\s*)*(?:[\w-]*[Ss]itzung|Treffen|Beratung|Zusammenkunft|Werkstatt(?!\s\d))"
)

_NUMBER_BEHIND = re.compile(
    r"(?:Sitzung|(?i:protokoll|niederschrift|verhandlungsschrift)|[Ll]fd\.(?=\s*Nr))\s*(?:Nr\.?\s*)?(?P<number>\d{1,3})(?=\s*(?:/|$|[,;)]|vom|am|–|-|Jahr\b))"
)

_NUMBER_OF_YEAR = re.compile(r"(?:M?GR|StR|SR|GV|KT|StVV?)\s?(?P<number>\d{1,3})/(?:19|20)\d\d$")
"""“GR 12/2011” on a line of its own: the twelfth session of the Gemeinderat in that year."""

_ANOTHER_DAY = re.compile(
    r"(?:[Ff]ortsetzung\s(?:der|zur)\s(?:[\w.]+\s){0,3}Sitzung|[Ee]inladung|[Ee]inladungsschreiben|[Ll]adung|[Ss]chreiben|[Ee]inberufung"
    r"|[Vv]erständigung|[Kk]undmachung|[Bb]ekanntmachung|[Aa]nzeiger|[Aa]mtsblatt|[Ee]inladung\serfolgte|[Ee]ingeladen\swurde|geladen\swurde"
    r"|[Pp]rotokolls?|[Nn]iederschrift)\s(?:Nr\.\s\d+\s)?(?:vom|am|von)\s(?:\w+,?\s(?:de[nm]\s)?)?$"
)
"""What stands before a day that is not the session's own: that of the invitation, of an earlier session."""


def read(draft: Draft) -> None:
    """Fill the draft's meeting; needs nothing but the segmented protocol."""
    fields = draft.protocol.fields
    title = join(p.squeeze() for p in draft.protocol.title) if draft.protocol.title else None
    bodies.read(draft, title)
    _date(draft)
    _number(draft, title)
    places.read(draft)
    sessions.previous(draft)
    _part_only(draft)
    for field in fields:
        if field.name == "chair":
            _duty(draft, field, Role.CHAIR)
    if draft.chair is None:
        _presided(draft)
    for field in fields:
        if field.name == "minutes":
            _duty(draft, field, Role.MINUTE_TAKER)


def _date(draft: Draft) -> None:
    labelled = [f.value for f in draft.protocol.fields if f.name in ("date", "time", "body", "place", "number")]
    first, written = _days_of_title(draft)
    for passage in [*labelled, *first, *draft.protocol.loose[:3], *written]:
        for found in dates.find(passage.text):
            if found.value is None:
                draft.find(
                    "impossible-date",
                    f"“{passage.text[found.start : found.end]}” is no day of the calendar.",
                    Severity.WARNING,
                    passage.span(found.start, found.end),
                )
                continue
            if draft.date is None and not (
                passage not in labelled and _ANOTHER_DAY.search(passage.text[: found.start])
            ):
                draft.date = found.value
                draft.meeting_evidence.append(evidence(passage, "header.date", start=found.start, end=found.end))
    if draft.date is None:
        draft.find("no-date", "The protocol does not say when the session took place.", Severity.WARNING)


_WRITTEN = re.compile(r"(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)\b[^\W\d_]{4,}, den \d")


_LETTERHEAD = re.compile(
    r"(?:^|\s)(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)[^\W\d_]{4,}, "
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]+\s)\s?\d{4}$"
)
"""“Musterau, 12.07.2023”: a letterhead's place and day, the day of writing where another line gives the session's."""


def _days_of_title(draft: Draft) -> tuple[list[Passage], list[Passage]]:
    """The title without the lines for place and day of writing ("Musterau, den 14.12.2009"), and those lines."""
    lines = [p.squeeze() for p in draft.protocol.title]
    written = [p for p in lines if _WRITTEN.search(p.text) and len(p.text) < 120 and "itzung" not in p.text]
    letterhead = [p for p in lines if p not in written and _LETTERHEAD.search(p.text) and "itzung" not in p.text]
    if any(dates.first(p.text) for p in lines if p not in (*written, *letterhead)):
        written += letterhead
    title = [p for p in lines if p not in written]
    return ([join(title)] if title else []), written


def _number(draft: Draft, title: Passage | None) -> None:
    for field in draft.protocol.fields:
        if field.name in ("number", "body", "date") and (
            match := re.match(r"\d{1,3}(?=\.?$|\.\s)", field.value.text) or _NUMBER.search(field.value.text)
        ):
            number = match.groupdict().get("number")
            if field.name == "number" or number:
                draft.number = int(number or match.group())
                return
    if title and (match := _NUMBER.search(bodies.in_small_letters(title).text) or _NUMBER_BEHIND.search(title.text)):
        draft.number = int(match["number"])
        draft.meeting_evidence.append(evidence(title, "header.number", start=match.start("number"), end=match.end()))
        return
    for passage in draft.protocol.title:
        if match := _NUMBER_OF_YEAR.match(passage.text):
            draft.number = int(match["number"])
            draft.meeting_evidence.append(evidence(passage, "header.number"))


_PART_ONLY = re.compile(
    r"\b(?:über|für|[Nn]ur)\s(?:de[nr]|die)\s(?:nicht\s?-?)?öffentlichen\sTeil(?:e?s)?\b|^(?:Nichtö|Ö)ffentlicher\sTeil\sder\b"
)


def _part_only(draft: Draft) -> None:
    """Minutes of the public part alone: the session had another, of which this document says nothing."""
    for passage in draft.protocol.title:
        if match := _PART_ONLY.search(passage.text):
            draft.find(
                "part-of-session",
                "These are the minutes of one part of the session; what happened in the other is not told here.",
                span=passage.span(match.start(), match.end()),
            )
            return


_PRESIDED = re.compile(
    r"\b[Uu]nter\s+(?:dem\s+)?(?:der\s+)?(?:Vorsitz|Leitung|Sitzungsleitung)\s+(?:des|der|von)\s+(?P<office>[^.;:()\d]{0,60}?)"
    rf"(?={names.TITLE}\s|[A-ZÄÖÜ])"
)


def _presided(draft: Draft) -> None:
    """“unter dem Vorsitz des Bürgermeisters Jan Muster” in the title or in a sentence of the attendance list."""
    cells = [cell for row in draft.protocol.attendees for cell in row.cells[:1]]
    for passage in (*(p.squeeze() for p in draft.protocol.title), *cells):
        match = _PRESIDED.search(passage.text)
        found = names.find_full(passage.text, match.end("office")) if match else None
        if match is None or found is None or re.search(r"[.,;:()]", passage.text[match.end("office") : found.start]):
            continue
        line = posts.PersonLine(found.name, passage.cut(found.start, found.end))
        key = people.person(draft, line, "header.chair")
        if key:
            draft.chair = key
            where = evidence(line.printed, "header.chair", 0.98)
            draft.participations.append(Participation(key, Role.CHAIR, (where,)))
        return


def _duty(draft: Draft, field: HeadField, role: Role) -> None:
    if any(part.role is role for part in draft.participations):
        return
    value = layout.in_order(field.value, draft.protocol.attendees)
    lines = [line for line in [posts.person_line(value)] if line] or posts.people(value)
    if not lines:
        before = re.split(r"[,(]", value.text, maxsplit=1)[0]
        bare = posts.person_line(value.cut(0, len(before)), bare_surname=True)
        lines = [bare] if bare else []
    if not lines:
        draft.find(
            "duty-not-understood",
            f"“{field.label.text}: {field.value.text[:60]}” names nobody that was recognised.",
            span=field.label.span(),
        )
        return
    line = lines[0]
    key = people.person(draft, line, f"header.{role.value}")
    if key is None:
        return
    if role is Role.CHAIR:
        draft.chair = key
    in_name_of = people.posts(draft, key, line, f"header.{role.value}-post", meeting_role=True)
    if draft.body and re.fullmatch(r"Vorsitzender?", field.label.text):
        people.membership(draft, key, draft.body, field.label.text, evidence(field.label, "header.chair-office"))
    where = evidence(line.printed, f"header.{role.value}", 0.98)
    draft.participations.append(
        Participation(key, role, (where,), organisation=in_name_of, printed=line.after.text if line.after else None)
    )


def finish(draft: Draft) -> Meeting | None:
    """The meeting, if the protocol says anything of one."""
    start, end = clock.times(draft)
    if draft.body is None and draft.date is None and draft.number is None:
        return None
    if not draft.meeting_evidence:
        first = next((f.value for f in draft.protocol.fields if f.value), None) or next(
            (p for p in draft.protocol.title if p), None
        )
        if first is None:
            return None
        draft.meeting_evidence.append(evidence(first, "header.title"))
    return Meeting(
        evidence=tuple(draft.meeting_evidence),
        body=draft.body,
        number=draft.number,
        date=draft.date,
        start=start,
        end=end,
        place=draft.place,
        previous=draft.previous,
        next=draft.next,
    )


def signed(draft: Draft) -> None:
    """Chair and minute-taker from the signatures, where the head does not name them."""
    text = " ".join(p.text for p in draft.protocol.closing)
    for role, words in ((Role.CHAIR, r"Vorsitz|Leitung|Sitzungsleit"), (Role.MINUTE_TAKER, r"Protokoll|Schriftf")):
        if any(part.role is role for part in draft.participations):
            continue
        match = re.search(rf"gez\.\s+(?P<name>[^,()]+?)\s*[,(]\s*(?:{words})", text)
        if match:
            for record in draft.gazetteer.of_kind(EntityKind.PERSON):
                if record.person and match["name"].endswith(record.person.family):
                    passage = next(p for p in draft.protocol.closing if match["name"] in p.text)
                    at = passage.text.index(match["name"])
                    where = evidence(passage, "header.signature", start=at, end=at + len(match["name"]))
                    draft.participations.append(Participation(record.key, role, (where,)))
                    if role is Role.CHAIR:
                        draft.chair = record.key
                    break
