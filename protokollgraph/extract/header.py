"""The head of a protocol: body, session number, date, times, place, chair, minute-taker, sessions before and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time

from protokollgraph.extract import dates, organisations, people, posts
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.segment import HeadField
from protokollgraph.model import EntityKind, Evidence, Meeting, MeetingReference, Participation, Place, Role, Severity

_NUMBER = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3})\.\s*(?:\(?(?:ordentliche|außerordentliche|öffentliche|konstituierende|gemeinsame"
    r"|reguläre)[nr]?\)?\s*)*(?:[\w-]*[Ss]itzung|Treffen|Beratung|Zusammenkunft|Werkstatt(?!\s\d))"
)
_NUMBER_BEHIND = re.compile(
    r"(?:Sitzung|Nr\.|Protokoll)\s*(?:Nr\.?\s*)?(?P<number>\d{1,3})(?=\s*(?:/|$|[,;)]|vom|am|–|-))"
)
_EARLIER = re.compile(
    r"(?:Protokoll\w*|Niederschrift|Ergebnisprotokoll\w*|Protokollkontrolle|Prot\.)\s+"
    r"(?:(?:der|zur|über\s+die|von\s+der|aus\s+der|d\.)\s+)?(?:(?:letzten|vorherigen|vorigen|vergangenen)\s+)?"
    r"(?:(?P<number>\d{1,3})\.\s*(?:\w+\s+)?(?:[\w-]*[sS]itzung|Beratung|Zusammenkunft|Treffen)|[\w-]*[sS]itzung"
    r"|Beratung|(?P<number2>\d{1,3})\.\s*Werkstatt\w*|(?=vom))"
    r"(?:\s*der\s+Werkstatt\s+\d)?(?:\s*[,(]?\s*(?:vom|am|\()\s*(?P<rest>.{6,40}))?",
    re.DOTALL,
)
_NEXT = re.compile(
    r"(?:\b(?:[Dd](?:ie|er|as)|[Zz]ur|[Uu]nsere)\s+)?\b(?:[Nn]ächste[rsn]?|[Ff]olgende[rsn]?|[Kk]ommende[rsn]?)\s+"
    r"(?:(?:\w+\s)?[\w-]*[Ss]itzung|Beratung|Werkstatt(?:sitzung)?(?:\s\d)?|Termin|Treffen|Zusammenkunft|Beratung)"
    r"(?P<number>)"
    r"|\b(?P<ordinal>\d{1,3})\.\s[\w-]*[Ss]itzung(?=[^.]{0,40}\b(?:findet|ist\s+(?:für|am)|wird))",
)
_ADDRESS = re.compile(
    r"(?P<street>[^,]+?\s\d+\s?[a-zA-Z]?(?:\s?[-/–]\s?\d+\s?[a-zA-Z]?)?)\s*,\s*(?:D-)?(?P<code>\d{5})\s+"
    r"(?P<town>[^,]+)$"
)
_SESSION_OF = re.compile(r"[Ss]itzung\s+(?:der|des|vom|von)\s+")


def read(draft: Draft) -> None:
    """Fill the draft's meeting; needs nothing but the segmented protocol."""
    fields = draft.protocol.fields
    title = join(p.squeeze() for p in draft.protocol.title) if draft.protocol.title else None
    _body(draft, title)
    _date(draft, title)
    _number(draft, title)
    _place(draft)
    _previous(draft)
    for field in fields:
        if field.name == "chair":
            _duty(draft, field, Role.CHAIR)
    for field in fields:
        if field.name == "minutes":
            _duty(draft, field, Role.MINUTE_TAKER)


# --- the body -------------------------------------------------------------------------------------------------------


def _body(draft: Draft, title: Passage | None) -> None:
    stated = [f.value for f in draft.protocol.fields if f.name == "body"]
    for passage in [*stated, *([_in_small_letters(title)] if title else [])]:
        found = _first_body(passage)
        if found:
            _set_body(draft, passage, found, inferred=False)
            return
        if (
            passage in stated
            and re.match(r"[^\W\d_]", passage.text)
            and len(passage.text) < 90
            and not dates.first(passage.text)
        ):
            draft.body = draft.gazetteer.organisation(passage.text, body=True)
            _note_body(draft, evidence(passage, "header.body-field"))
            return
    _concluded_body(draft)
    if draft.body is None and title:
        _named_body(draft, title)
    if draft.body is None:
        draft.find("no-body", "The protocol does not say which body met.", Severity.WARNING)


def _in_small_letters(title: Passage) -> Passage:
    """Words in capitals as names print them: "FACHBEIRAT „TRANSFORMATION“" is the Fachbeirat „Transformation“."""
    text = re.sub(r"[A-ZÄÖÜ]{4,}", lambda word: word.group().capitalize(), title.text)
    return Passage(text, title.origin, title.source, title.tears) if len(text) == len(title.text) else title


_OF = re.compile(
    r"[Ss]itzung\s+(?:der|des)\s+(?P<name>[A-ZÄÖÜ][\w-]+(?:\s(?:(?:für|der|des|und)\s)?[A-ZÄÖÜ„][\w“-]+){0,6})"
)


def _named_body(draft: Draft, title: Passage) -> None:
    """Whatever "Sitzung der …" names met, even if its form is none of a body."""
    match = _OF.search(title.text)
    if match:
        draft.body = draft.gazetteer.organisation(organisations.nominative(match["name"]), body=True)
        _note_body(draft, evidence(title, "header.session-of", 0.85, start=match.start("name"), end=match.end("name")))


def _first_body(passage: Passage) -> organisations.Found | None:
    """The body of a title line: behind "Sitzung der …" if there is one, else the first named."""
    bodies = [found for found in organisations.discover(passage.text) if found.body]
    after = _SESSION_OF.search(passage.text)
    behind = [found for found in bodies if after and found.start >= after.end() - 1]
    chosen = min(behind or bodies, key=lambda f: f.start, default=None)
    if chosen:
        fuller = [f for f in bodies if organisations.key(f.name).startswith(organisations.key(chosen.name))]
        return max(fuller, key=lambda f: len(f.name))
    return None


def _set_body(draft: Draft, passage: Passage, found: organisations.Found, *, inferred: bool) -> None:
    draft.body = draft.gazetteer.organisation(found.name, body=True, number=found.number)
    theme = found.theme
    if found.number and not theme:
        behind = re.match(r"\s*[–:-]\s*(?P<theme>[^\W\d_][^–|()\d]{4,100}?)\s*(?:$|\||\()", passage.text[found.end :])
        theme = behind["theme"] if behind and not inferred else None
    if theme:
        draft.gazetteer[draft.body].aliases.add(theme.strip())
    _note_body(draft, evidence(passage, "header.body", start=found.start, end=found.end, inferred=inferred))


def _note_body(draft: Draft, where: Evidence) -> None:
    if draft.body:
        draft.gazetteer.mention(draft.body, where)
    draft.meeting_evidence.append(where)


def _concluded_body(draft: Draft) -> None:
    """The Werkstatt that the plan calls its own: "Sachstand der Projekte der Werkstatt 4"; only if it is the one."""
    counted: Counter[int] = Counter()
    first: dict[int, tuple[Passage, organisations.Found]] = {}
    for item in draft.protocol.agenda:
        for found in organisations.discover(item.text.text):
            before = item.text.text[: found.start]
            if found.number and not re.search(
                r"(?:[Ff]ederf\w*:?\s?(?:in der |der )?|[Bb]ericht\w* (?:aus|der) (?:der )?|[Mm]itberatung (?:der )?)$",
                before,
            ):
                counted[found.number] += 1
                first.setdefault(found.number, (item.text, found))
    if len(counted) == 1 or (counted and counted.most_common(1)[0][1] > sum(counted.values()) / 2):
        passage, found = first[counted.most_common(1)[0][0]]
        _set_body(draft, passage, found, inferred=True)


# --- date, time, number, place --------------------------------------------------------------------------------------


def _date(draft: Draft, title: Passage | None) -> None:
    labelled = [f.value for f in draft.protocol.fields if f.name in ("date", "time", "body", "place", "number")]
    for passage in [*labelled, *([title] if title else []), *draft.protocol.loose[:3]]:
        for found in dates.find(passage.text):
            if found.value is None:
                draft.find(
                    "impossible-date",
                    f"“{passage.text[found.start : found.end]}” is no day of the calendar.",
                    Severity.WARNING,
                    passage.span(found.start, found.end),
                )
                continue
            if draft.date is None:
                draft.date = found.value
                draft.meeting_evidence.append(evidence(passage, "header.date", start=found.start, end=found.end))
    if draft.date is None:
        draft.find("no-date", "The protocol does not say when the session took place.", Severity.WARNING)


def _times(draft: Draft) -> tuple[time | None, time | None]:
    start = end = None
    for field in draft.protocol.fields:
        if field.name not in ("start", "end", "time", "date"):
            continue
        found = dates.times(field.value.text, labelled=field.name in ("start", "end", "time"))
        if not found:
            continue
        if field.name == "end":
            end = end or found[0].value
        else:
            start = start or found[0].value
            if len(found) > 1 and end is None:
                end = found[1].value
    if start is None:
        for passage in draft.protocol.title:
            found = dates.times(passage.text)
            if found:
                return found[0].value, end or (found[1].value if len(found) > 1 else None)
    return start, end


def _number(draft: Draft, title: Passage | None) -> None:
    for field in draft.protocol.fields:
        if field.name in ("number", "body", "date") and (
            match := re.match(r"\d{1,3}(?=\.?$|\.\s)", field.value.text) or _NUMBER.search(field.value.text)
        ):
            number = match.groupdict().get("number")
            if field.name == "number" or number:
                draft.number = int(number or match.group())
                return
    if title and (match := _NUMBER.search(title.text) or _NUMBER_BEHIND.search(title.text)):
        draft.number = int(match["number"])
        draft.meeting_evidence.append(evidence(title, "header.number", start=match.start("number"), end=match.end()))


def _place(draft: Draft) -> None:
    for passage in draft.protocol.title:
        if (
            not any(f.name == "place" for f in draft.protocol.fields)
            and (unlabelled := _ADDRESS.search(passage.text))
            and "," in passage.text[: unlabelled.start("street") + 1]
        ):
            draft.place = place(passage.text)
            draft.meeting_evidence.append(evidence(passage, "header.place"))
            break
    for field in draft.protocol.fields:
        if field.name == "place" and field.value:
            text = field.value.text
            timed = dates.times(text)
            if timed:
                text = text[: timed[0].start].rstrip(" ,;")
            if draft.place is None and text:
                draft.place = place(text)
                draft.meeting_evidence.append(evidence(field.value, "header.place"))
            elif draft.place and text and draft.place.label.casefold() not in text.casefold():
                draft.place = place(f"{draft.place.label}, {text}")


def place(label: str) -> Place:
    """A place with its address where the label ends in one: "…, Uferstraße 6, 04916 Herzberg"."""
    label = re.sub(
        r"\s*\((?:hybrid|online|digital|Videokonferenz|per Video|mit Videozuschaltung)[^()]*\)$",
        "",
        " ".join(label.split()).rstrip(" ."),
    )
    match = _ADDRESS.search(label)
    if not match:
        return Place(label)
    return Place(label, match["street"].strip(), match["code"], match["town"].strip())


# --- duties ---------------------------------------------------------------------------------------------------------


def _duty(draft: Draft, field: HeadField, role: Role) -> None:
    if any(part.role is role for part in draft.participations):
        return
    lines = [line for line in [posts.person_line(field.value)] if line] or posts.people(field.value)
    if not lines:
        before = re.split(r"[,(]", field.value.text, maxsplit=1)[0]
        bare = posts.person_line(field.value.cut(0, len(before)), bare_surname=True)
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


# --- the sessions before and after ----------------------------------------------------------------------------------


def _previous(draft: Draft) -> None:
    """The session whose minutes are confirmed; its number plus one is this session's, if no other is stated."""
    passages = [item.text for item in draft.protocol.agenda] + [
        b.passage for s in draft.protocol.sections for b in s.blocks
    ]
    best: tuple[int | None, date | None, Evidence] | None = None
    for passage in passages:
        for match in _EARLIER.finditer(passage.text):
            number = match["number"] or match["number2"]
            day = dates.first(match["rest"]) if match["rest"] else None
            if day and draft.date and day >= draft.date:
                continue
            end = _end_of_reference(match)
            where = evidence(passage, "header.previous", start=match.start(), end=end)
            if (number or day) and (
                best is None or (best[1] is None and day and (number is None or best[0] in (None, int(number))))
            ):
                best = (int(number) if number else best[0] if best else None, day, where)
        if best and best[1] and best[0]:
            break
    if best:
        draft.previous = MeetingReference(best[2], number=best[0], date=best[1])
        if draft.number is None and best[0]:
            draft.number = best[0] + 1


def _end_of_reference(match: re.Match[str]) -> int:
    if match["rest"]:
        found = next(dates.find(match["rest"]), None)
        if found:
            return match.start("rest") + found.end
        return match.start("rest") - 5 if match.start("rest") - 5 > match.start() else match.end()
    return match.end()


def following(draft: Draft) -> None:
    """The next session, from a field of the head or a sentence of the results."""
    for passage in _announcements(draft):
        found = next(iter(_days_after(passage, draft.date)), None)
        if not found or found.value is None:
            continue
        timed = dates.times(passage.text[found.end :])
        where = _where(passage, found.end + (timed[-1].end if timed else 0))
        reference = MeetingReference(
            evidence(passage, "header.next", 0.95),
            date=found.value,
            start=timed[0].value if timed else None,
            place=where,
        )
        draft.next = reference
        return


def _announcements(draft: Draft) -> Iterator[Passage]:
    for field in draft.protocol.fields:
        if field.name == "next":
            yield field.value
    for unit in reversed(draft.units):
        match = _NEXT.search(unit.passage.text)
        if (
            match
            and not re.search(r"\b(?:bis|zur|in der|auf der|für die|auf die)\s*$", unit.passage.text[: match.start()])
            and (
                not re.match(r"[Zz]ur\s", match.group())
                or re.match(r"\s+lädt\b[^.]*\bein\b", unit.passage.text[match.end() :])
            )
        ):
            yield unit.passage.cut(match.start(), _sentence_end(unit.passage.text, match.end()))
    for passage in (*draft.protocol.closing, *draft.protocol.loose):
        match = _NEXT.search(passage.text)
        if match:
            yield passage.cut(match.start())


def _sentence_end(text: str, start: int) -> int:
    match = re.compile(r"(?<=[^\W\d_]{3})[.](?=\s+[A-ZÄÖÜ]|$)|(?<=\))\.(?=\s|$)").search(text, start)
    return match.start() if match else len(text)


def _days_after(passage: Passage, day: date | None) -> Iterator[dates.FoundDate]:
    for found in dates.find(passage.text, day):
        if found.value and (day is None or found.value > day):
            yield found


def _where(passage: Passage, start: int) -> Place | None:
    """What is left of an announcement behind its date and time: the place."""
    text = passage.text[start:]
    text = re.sub(r"^[\s,;:.–-]*(?:Uhr\b)?[\s,;–-]*(?:\(?[^\W\d_]+\)?\s)?(?=(?:im|in|bei|beim|am|an|auf)\s)", "", text)
    text = re.sub(r"^[\s,;:–-]*(?:Ort:?|Uhr)?[\s,;:–-]*", "", text)
    text = re.sub(
        r"^(?:in\s+den|in\s+der|in\s+die|bei\s+der|an\s+der|auf\s+dem|auf\s+der|im|in|beim|bei|am|an)\s+", "", text
    )
    text = re.sub(
        r"\s*\b(?:statt(?:finden)?|geplant|vorgesehen|durchgeführt|angesetzt|terminiert|ein(?:geladen)?)\b.*$",
        "",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"\s+(?:wird|ist|soll)$", "", text).strip(" .,;:(")
    if text.count(")") > text.count("("):
        text = text.rstrip(")")
    if (
        len(text) < 4
        or not re.match(r"[A-ZÄÖÜ„]", text)
        or len(text) > 140
        or re.search(r"\b(?:wird|ist|sind|werden|hat)\b", text)
    ):
        return None
    return place(text)


def finish(draft: Draft) -> Meeting | None:
    """The meeting, if the protocol says anything of one."""
    start, end = _times(draft)
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
