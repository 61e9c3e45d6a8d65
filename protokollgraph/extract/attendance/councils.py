"""Who sits for which group when an elected body meets, and its administration."""

from __future__ import annotations

import re

from protokollgraph.extract import organisations, people, posts
from protokollgraph.extract.attendance.listed import Listed
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.style import normalised
from protokollgraph.extract.words import load
from protokollgraph.model import Capacity, EntityKind, Evidence

_COUNCIL_HEADING = re.compile(
    r"(?:Ausschussmitglied|[Ss]achkundige\s|Gemeindevertreter|Stadtverordnete|Ratsmitglied|Stadtr[aä]t|Gemeinder[aä]t"
    r"|Kreistagsmitglied|Kreistagsabgeordnete|Stadtvertreter)"
)

_ADMINISTRATION = re.compile(
    r"(?:(?:[Vv]on\sder|[Vv]ertreter(?:innen)?\sder|Vertreter\*innen\sder)\s)?"
    r"(?:[Vv]erwaltung|(?:Stadt|Gemeinde|Kreis|Amts)verwaltung(?:\s[A-ZÄÖÜ][\w/-]+)?):?"
)
_MUNICIPAL_COUNCIL = re.compile(r"Rat\s(?:der|des)\s(?:[\w-]*[Ss]tadt|[\w-]*[Gg]emeinde|Fleckens|Marktes)\b")
"""“Rat der Stadt Musterau”, as no other council is called."""
_OFFICE_HEADING = re.compile(r"(?:Oberb|B)ürgermeister(?:in)?$|Landr[aä]t(?:in)?$|Amtsdirektor(?:in)?$")


def is_elected(draft: Draft) -> bool:
    """Whether the body that meets is elected, so that its members belong to parliamentary groups."""
    if not draft.body:
        return False
    name = draft.gazetteer[draft.body].name
    return (
        bool(_MUNICIPAL_COUNCIL.match(name))
        or name.split()[0] in load("organisations")["administrations"]
        or (not draft.protocol.style.result_minutes and "usschuss" in name.split()[0])
    )


def sits(draft: Draft, key: str) -> bool:
    """Whether somebody is known to be a member of the body that meets."""
    return any(m.person == key and m.organisation == draft.body for m in draft.memberships)


def posts_of(draft: Draft, key: str, entry: Listed) -> str | None:
    """The posts of a council's attendance list: office from the heading, group from the last column."""
    where = evidence(entry.line.printed, "attendance.heading", inferred=True)
    heading = _heading(entry)
    gender = entry.line.name.gender
    member = bool(_COUNCIL_HEADING.match(heading))
    if member and draft.body:
        people.membership(draft, key, draft.body, people.gendered(heading, gender), where)
    elif _OFFICE_HEADING.match(heading):
        home = _municipality(draft)
        if home:
            people.membership(draft, key, home, heading, where)
            return home
    if _ADMINISTRATION.fullmatch(heading):
        return _staff(draft, key, entry, where)
    if entry.capacity is Capacity.GUEST or _is_other(draft, entry):
        return people.posts(draft, key, entry.line, "attendance.post")
    return _groups(draft, key, entry, member, where)


def _is_other(draft: Draft, entry: Listed) -> bool:
    """Whether somebody stands under a heading for those who are there besides the members."""
    return any(draft.protocol.style.groups.get(normalised(h.text)) == "other" for h in entry.headings[-1:])


def _heading(entry: Listed) -> str:
    """The last heading above an entry that is no parliamentary group's."""
    return next((h.text for h in reversed(entry.headings) if not posts.party_heading(h.text)), "")


def group_above(draft: Draft, entry: Listed) -> str | None:
    """The parliamentary group whose heading stands above an entry: "Fraktion Musterbürger (MB)", "SPD:"."""
    above = entry.headings[-1] if entry.headings else None
    match = posts.party_heading(above.text) if above else None
    if above is None or match is None or match["none"]:
        return None
    at = next(group for group in ("name", "compound", "list", "party") if match[group])
    short = above.cut(match.start("short"), match.end("short")) if match["short"] else None
    key = people.organisation(draft, above.cut(match.start(at), match.end(at)), short, "attendance.group", body=True)
    if at in ("name", "compound"):
        end = match.end(at) + (len("-Fraktion") if at == "compound" else 0)
        draft.gazetteer.mention(key, evidence(above, "attendance.group", start=0, end=end))
    return key


def _joint_group(draft: Draft, entry: Listed) -> str | None:
    """A group of several names in brackets behind a name: "(B.I.S. / FBM)"."""
    after = entry.line.after
    match = re.match(r"\(?(?P<group>[^()]+)\)?", after.text) if after else None
    if after is None or match is None or not posts.is_joint_list(match["group"].strip()):
        return None
    return people.organisation(
        draft, after.cut(match.start("group"), match.end("group")), None, "attendance.group", body=True
    )


def _is_employer(entry: Listed) -> bool:
    """Whether the column names an organisation with a legal form or an office's name, and no parliamentary group."""
    return any(
        post.organisation and any(not f.body and f.start == 0 for f in organisations.discover(post.organisation.text))
        for post in entry.line.posts
    )


def _groups(draft: Draft, key: str, entry: Listed, member: bool, where: Evidence) -> str | None:
    _offices(draft, key, entry)
    faction = group_above(draft, entry) or _joint_group(draft, entry)
    if faction is None and _is_employer(entry):
        return people.posts(draft, key, entry.line, "attendance.post")
    for post in entry.line.posts:
        if post.organisation and faction is None:
            faction = people.organisation(draft, post.organisation, post.short, "attendance.group", body=True)
    if faction and not (name := draft.gazetteer[faction].name).startswith("Fraktion"):
        draft.gazetteer[faction].generic.update((f"Fraktion {name}", f"{name}-Fraktion"))
        if len(name) > 4:
            draft.gazetteer[faction].aliases.add(f"Fraktion {name}")
    role = next((p.role for p in entry.line.posts if p.role), None)
    full = people.expanded(role.text, entry.line.name.gender) if role else None
    if faction:
        in_group = full if full and people.is_faction_role(role.text if role else "") else None
        place = next((p.organisation for p in entry.line.posts if p.organisation), entry.where)
        people.membership(draft, key, faction, in_group, evidence(place, "attendance.group"))
        if not member and draft.body:
            people.membership(draft, key, draft.body, _member_word(draft, entry), where)
    if role and full and draft.body and re.match(r"(?:\w+\.\s)?(?:[12]\.\s)?(?:stellv\w*\.?\s)?Vorsitzende", full):
        _add_office(draft, key, full, evidence(role, "attendance.post"))
    return faction


def _offices(draft: Draft, key: str, entry: Listed) -> None:
    """The seat in the council that meets, or the headship of the municipality, that stands beside a name."""
    for post in entry.line.posts:
        role = post.role
        full = people.office(role.text, entry.line.name.gender, draft.protocol.style.land) if role else None
        if role is None or full is None or post.organisation:
            continue
        where = evidence(role, "attendance.office")
        if posts.is_head(full):
            home = _municipality(draft)
            if home:
                people.membership(draft, key, home, full, where)
        elif draft.body and posts.is_seat(full, draft.gazetteer[draft.body].name.split()[0]):
            people.membership(draft, key, draft.body, full, where)


def _add_office(draft: Draft, key: str, role: str, where: Evidence) -> None:
    """The office in the body that meets, beside the plain membership."""
    if draft.body:
        people.membership(draft, key, draft.body, role, where)


def _member_word(draft: Draft, entry: Listed) -> str | None:
    """What members of this body are called, from the heading that lists the others."""
    if any(re.search(r"beratend|ohne Stimmrecht", heading.text) for heading in entry.headings):
        return None
    heading = next(
        (
            heading.text
            for attendee in draft.protocol.attendees
            for heading in reversed(attendee.headings)
            if _COUNCIL_HEADING.match(heading.text)
        ),
        None,
    )
    return people.gendered(heading, entry.line.name.gender) if heading else None


def _staff(draft: Draft, key: str, entry: Listed, where: Evidence) -> str | None:
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
        re.search(
            r"(?:der|des)\s(?P<name>(?:[\w-]*[Gg]emeinde|[\w-]*[Ss]tadt|Amtes|Landkreises)\s.+)",
            draft.gazetteer[draft.body].name,
        )
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
    if not is_elected(draft) or not draft.body:
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
