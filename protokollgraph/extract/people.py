"""Recording people and their posts in a draft."""

from __future__ import annotations

import re
from datetime import date

from rapidfuzz.distance import Levenshtein

from protokollgraph.extract import names, organisations, surnames
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import PersonLine, Post, is_party
from protokollgraph.extract.posts import expanded as written_out
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, Evidence, Gender, Membership

_MEETING_ROLE = re.compile(
    r"(?:komm(?:\.|issarische[rn]?)\s|stellv(?:\.|ertretende[rn]?)\s|[12]\.\s)*"
    r"(?:Werkstatts?precher(?:in)?|Vorsitzende[rn]?|Sprecher(?:in)?|Versammlungsleiter(?:in)?)$"
)
_BOARD_ROLE = re.compile(
    r"(?:stellv(?:\.|ertretende[rn]?)\s|[12]\.\s)*(?:Kassenwart(?:in)?|Kassier(?:er|erin|in)?|Schatzmeister(?:in)?"
    r"|Schriftführer(?:in)?|Schriftwart(?:in)?|Beisitzer(?:in)?|Kassenprüfer(?:in)?|Jugendwart(?:in)?|Kassenführer(?:in)?|Geschäftsführer(?:in)?)$"
)
"""Offices of an association's board, where it is the board that meets."""
_BOARD = re.compile(r"(?:\w+er\s)?(?:\w*[Vv]orstand|Präsidium)\b")
_ASSEMBLY = re.compile(r"(?:\w*[Mm]itglieder|General|Haupt|Jahreshaupt|Gründungs)versammlung\b")
_ASSOCIATION = re.compile(r"\be\.\s?V\.|[Vv]erein\b|[Vv]erband\b|[Gg]enossenschaft\b|\be\.?\s?G\.?$")
_WERKSTATT_ROLE = re.compile(r"Werkstatts?precher")
_FACTION_ROLE = re.compile(r"Fraktions?vors(?:\.|itz\w*)$|Fraktionsführer(?:in)?$")


def person(draft: Draft, line: PersonLine, rule: str, *, fresh: bool = False, confidence: float = 0.98) -> str | None:
    """The key of the person of a line; notes the mention. None if the name fits several people."""
    hint = " ".join(p.text for post in line.posts for p in (post.role, post.organisation) if p) or None
    key = draft.gazetteer.person(line.name, fresh=fresh, hint=hint)
    if key is None:
        draft.gazetteer.ambiguous.append((line.printed.text, line.printed.span()))
        return None
    draft.gazetteer.mention(key, evidence(line.printed, rule, confidence))
    if hint:
        draft.gazetteer[key].hints.add(hint)
    if line.after:
        surnames.note(draft, line.after, key, 0)
    return key


def organisation(draft: Draft, passage: Passage, short: Passage | None, rule: str, *, body: bool = False) -> str:
    """The key of the organisation that a passage names, its abbreviation in brackets beside it; notes the mentions."""
    text = passage.text
    body = body or is_party(text)
    found = [f for f in organisations.discover(text) if f.start == 0 and f.end >= len(text) - 1]
    gazetteer = draft.gazetteer
    if (
        found
        and found[0].body
        and not (
            re.match(r"[^\W\d_]{4,}beirat\b", text) and gazetteer.named(text, EntityKind.BODY) is None and not body
        )
    ):
        first = found[0]
        key = gazetteer.organisation(first.name, body=True, number=first.number, short=short.text if short else None)
        if first.theme:
            gazetteer[key].aliases.add(first.theme)
    else:
        name = organisations.nominative(text) if re.match(r"\S+e?s\s", text) else text
        key = gazetteer.organisation(name, body=body, short=short.text if short else None)
    gazetteer.mention(key, evidence(passage, rule))
    if short:
        gazetteer.mention(key, evidence(short, rule))
    if body and gazetteer[key].kind is EntityKind.ORGANISATION and not gazetteer[key].number:
        gazetteer[key].kind = EntityKind.BODY
    return key


def posts(
    draft: Draft, key: str, line: PersonLine, rule: str, *, meeting_role: bool = False, werkstatt: str | None = None
) -> str | None:
    """Record the posts of a line; returns the first organisation, in whose name the person is there.

    "Vorsitzender" without an organisation, or of the person who chairs this meeting, is the meeting's own office;
    "Werkstattsprecher" belongs to the Werkstatt that meets, or to ``werkstatt``.
    """
    in_name_of: str | None = None
    for post in line.posts:
        role = post.role.text if post.role else None
        if (
            role
            and _MEETING_ROLE.match(role)
            and (post.organisation is None or (meeting_role and draft.chair == key and role.startswith("Vorsitz")))
        ):
            office = _office(draft, role, werkstatt)
            if office and post.role:
                membership(draft, key, office, role, evidence(post.role, rule, inferred=post.organisation is None))
            role = None
        elif (
            role
            and _WERKSTATT_ROLE.search(role)
            and post.organisation
            and not post.organisation.text.startswith("Werkstatt")
        ):
            office = _office(draft, role, werkstatt)
            if office and post.role:
                membership(draft, key, office, role, evidence(post.role, rule, inferred=True))
            role = None
        if post.organisation is None:
            _on_board(draft, key, post, role, rule)
            continue
        if draft.body and re.fullmatch(
            r"Werkstatt|Ausschuss(?:es)?|Gremiums?|Beirat(?:e?s)?|Fachbeirat(?:e?s)?|Begleitausschuss(?:es)?",
            post.organisation.text,
        ):
            if role and post.role:
                membership(draft, key, draft.body, role, evidence(post.role, rule))
            continue
        org = organisation(draft, post.organisation, post.short, rule)
        place = post.role if post.role and role else post.organisation
        membership(draft, key, org, role, evidence(place, rule), former=post.former, since=post.since, until=post.until)
        in_name_of = in_name_of or (None if post.former and not role else org)
    return in_name_of


def _on_board(draft: Draft, key: str, post: Post, role: str | None, rule: str) -> None:
    """“Jan Muster (Kassenwart)” in the minutes of an association's board: the office is one of the board."""
    if not role or post.role is None or draft.body is None or not _BOARD_ROLE.match(role):
        return
    home = draft.body if _BOARD.match(draft.gazetteer[draft.body].name) else _association(draft)
    if home:
        membership(draft, key, home, role, evidence(post.role, rule))


def _association(draft: Draft) -> str | None:
    """The association whose assembly meets, if the title names one; its offices are not those of the assembly."""
    if draft.body is None or not _ASSEMBLY.match(draft.gazetteer[draft.body].name):
        return None
    for passage in draft.protocol.title:
        for found in organisations.discover(passage.text):
            if not found.body and _ASSOCIATION.search(found.name):
                key = draft.gazetteer.organisation(found.name)
                where = evidence(passage, "header.home", 0.9, start=found.start, end=found.end)
                draft.gazetteer.mention(key, where)
                return key
    return None


def _office(draft: Draft, role: str, werkstatt: str | None) -> str | None:
    if _WERKSTATT_ROLE.search(role):
        body = draft.body and draft.gazetteer[draft.body].number and draft.body
        return werkstatt or body or None
    return draft.body if role.startswith("Versammlungsleit") else _association(draft) or draft.body


def membership(
    draft: Draft,
    key: str,
    org: str,
    role: str | None,
    where: Evidence,
    *,
    former: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> None:
    """Record a post once: spellings of one function that differ in a letter or in "Werkstatt-" are one."""
    for index, known in enumerate(draft.memberships):
        if known.person != key or known.organisation != org:
            continue
        if role is None or known.role is None or _same_role(known.role, role):
            fuller = max((r for r in (known.role, role) if r), key=len, default=None)
            if known.role and role and not _same_letters(known.role, role):
                fuller = known.role
            places = known.evidence if where in known.evidence else (*known.evidence, where)
            draft.memberships[index] = Membership(
                key, org, places, fuller, known.former and former, known.since or since, known.until or until
            )
            return
    draft.memberships.append(Membership(key, org, (where,), role, former, since, until))
    draft.gazetteer[key].hints.add(f"{role or ''} {draft.gazetteer[org].name}".strip())


def _same_letters(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other) <= 1


def _same_role(one: str, other: str) -> bool:
    def bare(role: str) -> str:
        return re.sub(
            r"^werkstatt(?=s?pr)",
            "",
            re.sub(r"\s+", " ", role.casefold().replace("stellvertretende", "stellv.").replace("stellv.r", "stellv.")),
        ).replace(" werkstatt", " ")

    return _same_letters(bare(one), bare(other))


def gendered(role: str, gender: Gender | None) -> str:
    """A heading's function, for one person: "Gemeindevertreterinnen und Gemeindevertreter" → "Gemeindevertreterin"."""
    words = re.split(r"\s+(?:und|/)\s+|/", role.strip(" :"))
    plain = min(words, key=len)
    plain = re.sub(r"innen$|:innen$", "", plain)
    plain = re.sub(r"(?<=mitglied)er$", "", plain)
    if expert := re.fullmatch(r"[Ss]achkundige\s(?P<who>Einwohner|Bürger)(?:innen)?", plain):
        return f"sachkundige {expert['who']}in" if gender is Gender.FEMALE else f"sachkundiger {expert['who']}"
    plain = re.sub(r"räte$", "rat", plain)
    if plain.endswith("ordnete"):
        return plain if gender is Gender.FEMALE else plain + "r"
    if gender is Gender.FEMALE:
        return (
            plain
            if plain.endswith(("in", "frau", "mitglied"))
            else re.sub(r"rat$", "rät", names.feminine(plain))
            if not plain.endswith("rat")
            else plain[:-3] + "rätin"
        )
    return plain


def office(role: str, gender: Gender | None, land: str | None) -> str | None:
    """An office written out for one person: "GR." → "Gemeinderätin"; None if it may mean several in this Land."""
    full = written_out(role, land)
    return gendered(full, gender) if full else None


def expanded(role: str, gender: Gender | None) -> str:
    """An abbreviated function in full: "Fraktionsvors." → "Fraktionsvorsitzende"."""
    stem = load("roles")["abbreviations"].get(role)
    if not stem:
        return role
    if not stem.endswith("vorsitz") and not stem.endswith("Vorsitz"):
        return str(stem)
    return str(stem) + ("ende" if gender is Gender.FEMALE else "ender")


def is_faction_role(role: str) -> bool:
    """Whether a function is one in a parliamentary group."""
    return bool(_FACTION_ROLE.match(role))
