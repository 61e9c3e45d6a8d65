"""Projects: their names in plan and results, and what is said of them: programme, Träger, lead, total volume, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from protokollgraph.extract import acts, amounts, organisations, sentences
from protokollgraph.extract.agenda import formal_title
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.gazetteer import Mention, plain
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.words import load
from protokollgraph.model import DecisionKind, EntityKind, ProjectFact

_CUE = r"(?:[\w-]*(?:[Pp]rojekt|[Vv]orhaben)(?:e[sn]?|s|en)?|Maßnahmen?|Antrag(?:e?s)?\s+(?:zu|zum|zur))"
_QUOTED = r"„(?P<{0}>[^„“”]{{3,140}})[“”]"
_SEVERAL = re.compile(
    rf"(?P<cue>{_CUE})\s+(?:(?!(?:in|als|unter|mit|zum|zur|aus|nach)\s)[\w.,]+\s){{0,2}}?"
    r"(?P<list>„[^„“”]{3,140}[“”](?:(?:\s?\([^()]*\))?(?:,\s+|\s+(?:und|sowie)\s+)„[^„“”]{3,140}[“”])*)"
)
_ONE = re.compile(r"„(?P<name>[^„“”]{3,140})[“”](?:\s?\((?P<aside>[^()]*(?:„[^“”]*[“”])?[^()]*)\))?")
_FORMER_WORD = (
    r"(?:vormals|ehemals|ehemalig\w*|früher(?:er\s+Name)?|frühere[rn]?|bisher(?:ige[rn]?)?|zuvor|vorher|zunächst"
    r"|Arbeitstitel:?|alt:|ehem\.)"
)
_FORMER = re.compile(
    rf"{_FORMER_WORD}\s*:?\s*(?:unter\s+dem\s+(?:Arbeitst|T)itel\s+|als\s+|Projekt\s+|Arbeitstitel:?\s+)?"
    rf"(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|(?P<bare>[{UPPER}][^,;()„]{{2,80}}))"
)
_TITLED = re.compile(
    r"(?:unter\s+dem|mit\s+dem)\s+(?:bisherigen\s+|früheren\s+)?(?:Arbeitstitel|Titel|Namen)\s+„"
    r"(?P<name>[^„“”]{3,120})[“”]"
    r"|(?:bisher|früher|vormals|zuvor)\s+(?:\w+\s){0,3}?(?:als|unter)\s+(?:\w+\s){0,2}?„(?P<name2>[^„“”]{3,120})[“”]"
)
_RENAMED = re.compile(
    r"„(?P<old>[^„“”]{3,120})[“”]\s+(?:wird\s+)?(?:künftig\s+)?in\s+„(?P<new>[^„“”]{3,120})[“”]"
    r"|„(?P<old2>[^„“”]{3,120})[“”]\s+(?:heißt|trägt)\s+(?:\w+\s){0,4}?„(?P<new2>[^„“”]{3,120})[“”]"
)
_UNQUOTED = re.compile(
    r"(?<![\w])(?:[\w+]+-)?(?:Projekt(?:e?s)?|[Ii]nvestitionsprojekt(?:e?s)?|Teilprojekt(?:e?s)?|Vorhaben(?:s)?"
    rf"|Pilotprojekt(?:e?s)?)\s*:?\s+(?P<name>[{UPPER}][\w.&+-]*(?:/[{UPPER}][\w-]*)?"
    rf"(?:\s+(?:(?:der|des|für|im|in|am|an|zur|zum|und|&|–)\s+){{0,2}}(?:[{UPPER}][\w./&+-]*|\d{{4}}))*)"
)
_NOT_PROJECT = re.compile(
    r"(?:[\w-]*(?:[Pp]rogramm|[Aa]ufruf|[Kk]onferenz|[Tt]agung|[Vv]eranstaltung|[Rr]ichtlinie|[Ww]orkshop|[Rr]eihe"
    r"|[Tt]hema|[Tt]hemen|[Ss]atzung|[Bb]ebauungsplan|[Mm]esse|[Ff]orum|[Aa]usstellung|[Ff]achtag|[Ss]tudie"
    r"|[Bb]roschüre|[Pp]reis|[Ww]ettbewerb|[Gg]esetz|[Aa]ufgabe|[Vv]ortrag|[Ff]ilm|[Ff]est|[Kk]ita|[Ss]chule|[Hh]aus"
    r"|[Cc]afé|[Gg]asthof|[Gg]aststätte|[Hh]otel|[Zz]entrum|[Gg]esellschaft|[Vv]erein|[Aa]usschuss(?:es)?"
    r"|[Bb]eirat(?:s|es)?|[Uu]nterausschuss|Arbeitsgruppe|[Dd]okument|[Pp]apier|[Ll]eitfaden|[Ss]teckbrief"
    r"|[Ff]ördersatz|[Ss]trategie|[Aa]genda|[Mm]otto|[Bb]egriff|[Kk]riterium|[Pp]unkt|[Tt]itel|[Nn]amen?|[Nn]etzwerk|AG"
    r"|TOP|Werkstatt\s\d{1,2}|Fraktion|Liste|[Ff]onds|[Bb]udget|[Ll]inie|[Bb]austein|[Ss]äule|[Ww]oche|[Ss]erie"
    r"|[Nn]ewsletter|[Pp]ortal|[Pp]lattform|[Zz]eitung|[Kk]ampagne|[Ff]achtagung|[Pp]odium)(?:e[sn]?|s|n|en)?)\s*"
    r"[–:-]?\s*$"
)
_PRESENTED = re.compile(
    r"\b[Pp]rojektidee\b|\b(?:STARK|GRW|JTF)\b"
    r"|\b(?:das|dem|des|ihr|sein|dieses|diese|die)\s+(?:geplante\s+|vorgestellte\s+)?"
    r"(?:[\w-]*[Pp]rojekt|[\w-]*[Vv]orhaben|Maßnahme|Idee|Projektidee|Anlage|Projektskizze|Planungsstand|Konzept)"
    r"(?:e?s)?\b|(?:Bau|Gesamt|Projekt|Investitions)?[Kk]osten\b[^.]{0,60}\d|Gesamt(?:kosten|ausgaben|volumen)"
    r"|\bVolumen\b|\b(?:Projekt|Vorhaben)?[Tt]räger(?:in|schaft)?\b|Förderantrag"
)
_SUFFIX = re.compile(
    r"\s*\((?:FF|Federf\w*|federf\w*)[^()]*\)\s*$"
    r"|\s+[–-]\s+(?=[^–]*(?:[Bb]eratung|[Vv]orstellung|[Ss]achstand|[Ee]mpfehlung|[Vv]otum|[Bb]eschluss|[Pp]räsentation"
    r"|[Bb]ericht|[Ss]tand|[Ee]ntscheidung|[Ww]iedervorlage|[Uu]mbenennung|[Bb]ereitstellung|[Vv]ereinbarung"
    r"|[Kk]ooperations|[Gg]rundsatz|[Ff]inanzierung|[Ee]igenanteil|[Ss]tandort|[Ff]ortschreibung|[Nn]achberatung"
    r"|[Bb]efassung|[Mm]itberatung|[Vv]ergabe|[Aa]ntrag|[Dd]iskussion|[Ll]esung|[Aa]bstimmung))[^–]*$"
    r"|:\s+(?=.*(?:[Vv]ergabe|[Uu]mbenennung|[Aa]ntrag|[Bb]eschluss|[Vv]orstellung|[Ss]achstand|[Ee]mpfehlung"
    r"|[Bb]eratung|[Zz]wischenbericht|[Pp]lanung|[Vv]otum)).*$"
    r"|\s*\((?:BV|DS|Vorlage|Drucksache|[A-Z]{1,3}[ -]?\d|TOP)[^()]*\)\s*$|,\s+(?:Abschnitt|Teil|Phase|Los)\s.*$"
)
_LEADING = re.compile(
    r"^(?:(?:Vorstellung|Präsentation|Mitberatung|Wiedervorlage|Beratung|Zwischenbericht|Sachstand|Empfehlung|Votum"
    r"|Projektvorstellung|Information|Abschließende\s+Beratung|Erneute\s+Beratung|Bericht)"
    r"(?:\s+(?:und\s+\w+\s+)?(?:des|zum|zur|zu|der|über|über\s+das))?\s*:?\s+)?(?:des\s+|der\s+|das\s+)?"
    r"(?:(?:[\w+]+-)?(?:[Pp]rojekt(?:e?s)?|[Ii]nvestitionsprojekt(?:e?s)?|[Vv]orhaben(?:s)?|Teilprojekt(?:e?s)?)\s*"
    r":?\s+)?"
)
_PAPER = re.compile(
    r"(?<![\w])(?P<kind>BV|DS|Drs\.|Drucksache|Vorlage|Beschlussvorlage|Vorlagen-Nr\.|Antrag\sNr\.|MV|IV)\.?\s?"
    r"(?:Nr\.\s?)?(?P<number>\d{1,5}\s?[/-]\s?\d{2,4}(?:/\d{1,2})?|[IVX]{1,4}[/-]\d{2,5})(?!\d)"
)


_OF_ONE_PROJECT = re.compile(r"(?:Lenkungs|Steuerungs|Projekt|Begleit)(?:ausschuss|kreis|gruppe|runde|beirat|team)")


def read(draft: Draft, units: list[Unit]) -> None:
    """Name the projects: from titles first, then from the text, then what else a sentence shows to be one."""
    _whole_protocol(draft)
    for unit in units:
        _papers(draft, unit)
    for unit in units:
        if unit.title:
            _in_title(draft, unit)
    for unit in units:
        _quoted(draft, unit.passage)
        _unquoted(draft, unit)
    _titles_without_cue(draft, units)
    for unit in units:
        _other_cues(draft, unit.passage)
        _told_by_form(draft, unit)
        _decided_on(draft, unit)
        _former_names(draft, unit)


_DIGIT = re.compile(r"\d[/-]\d")


def _whole_protocol(draft: Draft) -> None:
    """The project that a steering committee is of stands above its minutes: every item is about it."""
    first = next((p.squeeze() for p in draft.protocol.title), None)
    if first is None or not draft.body or not _OF_ONE_PROJECT.match(draft.gazetteer[draft.body].name):
        return
    match = re.fullmatch(rf"(?P<name>[{UPPER}][^()„:]{{5,90}}?)(?:\s\((?P<short>[^()]+)\))?", first.text)
    if (
        not match
        or re.search(r"(?i)protokoll|niederschrift|sitzung|vermerk", match["name"])
        or organisations.discover(match["name"])
    ):
        return
    draft.whole = _add(draft, first, 0, match.end("name"), match["name"], "projects.whole", confidence=0.85)
    if match["short"] and organisations.is_abbreviation(match["short"]):
        _also(draft, draft.whole, match["short"])


def _papers(draft: Draft, unit: Unit) -> None:
    for match in _PAPER.finditer(unit.passage.text) if _DIGIT.search(unit.passage.text) else ():
        key = draft.gazetteer.thing(EntityKind.PAPER, f"{match['kind']} {match['number']}")
        draft.gazetteer.mention(key, evidence(unit.passage, "projects.paper", start=match.start(), end=match.end()))
        if unit.item and key not in draft.item_papers.setdefault(unit.item, []):
            draft.item_papers[unit.item].append(key)


def _add(
    draft: Draft, passage: Passage, start: int, end: int, name: str, rule: str, *aliases: str, confidence: float = 0.9
) -> str:
    key = (
        draft.gazetteer.thing_named(EntityKind.PROJECT, name)
        or _longer(draft, name)
        or draft.gazetteer.thing(EntityKind.PROJECT, name.strip(), *aliases)
    )
    mistaken = draft.gazetteer.named(name, EntityKind.ORGANISATION)
    if mistaken and draft.gazetteer.only_by_form(mistaken):
        draft.gazetteer.forget(mistaken)
    draft.gazetteer.mention(key, evidence(passage, rule, confidence, start=start, end=end))
    return key


def _in_title(draft: Draft, unit: Unit) -> None:
    """Quoted names in an item's title are projects, unless the word before says otherwise."""
    text = unit.passage.text
    for match in _ONE.finditer(text):
        before = text[: match.start()]
        if _NOT_PROJECT.search(before) or _FORMER_BEFORE.search(before) or organisations.is_abbreviation(match["name"]):
            continue
        key = _quoted_project(draft, unit.passage, match, "projects.title")
        _belongs(draft, unit.item, key)


def _longer(draft: Draft, name: str) -> str | None:
    """The one project whose name begins so: "Digitale Sprachpfade" for "Digitale Sprachpfade/Digitalne …"."""
    start = plain(name)
    fitting = [
        r.key
        for r in draft.gazetteer.of_kind(EntityKind.PROJECT)
        if plain(r.name).startswith((start + "/", start + " ")) and len(start) > 8
    ]
    if len(fitting) != 1:
        return None
    draft.gazetteer[fitting[0]].aliases.add(name)
    return fitting[0]


_FORMER_BEFORE = re.compile(rf"{_FORMER_WORD}\s*:?\s*(?:unter\s+dem\s+(?:Arbeitst|T)itel\s+)?$|Arbeitstitel\s*:?\s*$")


def _belongs(draft: Draft, item: str | None, key: str) -> None:
    if item and key not in draft.item_projects.setdefault(item, []):
        draft.item_projects[item].append(key)


def _quoted_project(draft: Draft, passage: Passage, match: re.Match[str], rule: str) -> str:
    name = _undeclined(match["name"], passage.text[: match.start()])
    key = _add(draft, passage, match.start("name"), match.end("name"), name, rule, confidence=0.95)
    aside = match["aside"] if "aside" in match.re.groupindex else None
    if aside:
        former = _FORMER.search(aside)
        if former:
            _rename(
                draft,
                key,
                former["quoted"] or former["bare"],
                passage,
                match.start("aside") + former.start("quoted" if former["quoted"] else "bare"),
            )
        elif organisations.is_abbreviation(aside.strip()) and aside.strip() not in _programmes():
            _also(draft, key, aside.strip())
            at = match.start("aside")
            draft.gazetteer.mention(key, evidence(passage, rule, start=at, end=at + len(aside.strip())))
    return key


def _undeclined(name: str, before: str) -> str:
    """“des „Bewässerungsnetzes Drebkau“” names the Bewässerungsnetz Drebkau."""
    first, space, rest = name.partition(" ")
    if (
        not re.search(r"\b(?:des|eines)\s$", before)
        or len(first) < 7
        or first.endswith(("tes", "nes", "res", "les", "ges", "ches"))
    ):
        return name
    return re.sub(r"(?<=[tzsdkfgp])es$|(?<=[^sxzßa\W\d_])s$", "", first) + space + rest


def _also(draft: Draft, key: str, alias: str) -> None:
    name = draft.gazetteer[key].name
    draft.gazetteer.thing(EntityKind.PROJECT, name, alias)


def _rename(draft: Draft, key: str, old: str, passage: Passage, start: int) -> None:
    """An older name of a project; a project that was known by it alone is the same."""
    old = old.strip()
    other = draft.gazetteer.thing_named(EntityKind.PROJECT, old)
    if other == key or not old:
        return
    if other:
        draft.gazetteer.unite(key, other)
        draft.item_projects = {
            item: list(dict.fromkeys(key if k == other else k for k in keys))
            for item, keys in draft.item_projects.items()
        }
    _also(draft, key, old)
    draft.gazetteer.mention(key, evidence(passage, "projects.former-name", start=start, end=start + len(old)))


def _quoted(draft: Draft, passage: Passage) -> None:
    """„Names“ behind a word for projects; known names in quotes get their brackets read."""
    text = passage.text
    if "„" not in text:
        return
    for several in _SEVERAL.finditer(text):
        for match in _ONE.finditer(text, several.start("list"), min(len(text), several.end("list") + 60)):
            if match.start() >= several.end("list") or _FORMER_BEFORE.search(text[: match.start()]):
                continue
            _quoted_project(draft, passage, match, "projects.quoted")
    for match in _ONE.finditer(text):
        if match["aside"] and draft.gazetteer.thing_named(EntityKind.PROJECT, match["name"]):
            _quoted_project(draft, passage, match, "projects.quoted")


def _unquoted(draft: Draft, unit: Unit) -> None:
    """“STARK-Projekt Neißeland-Takt”, “Teilprojekt Ladepark”: capitalised words behind the cue."""
    if "rojekt" not in unit.passage.text and "orhaben" not in unit.passage.text:
        return
    for match in _UNQUOTED.finditer(unit.passage.text):
        name = re.sub(
            rf"\s+(?:der|des|für|im|in|am|an|zur|zum|und|&|–|(?:der|des|von)\s+(?:{_sponsor_words()}).*)$",
            "",
            match["name"],
        ).rstrip(".,:– ")
        name = _before_organisation(name)
        known = draft.gazetteer.thing_named(EntityKind.PROJECT, name)
        if known is None and (
            (not unit.title and not re.search(r"[\s-]", name)) or _RUNNING_TEXT.match(name) or len(name) < 5
        ):
            continue
        if draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY):
            continue
        key = _add(
            draft,
            unit.passage,
            match.start("name"),
            match.start("name") + len(name),
            name,
            "projects.unquoted",
            confidence=0.85,
        )
        behind = re.match(r"\s?\((?P<short>[^()]{2,14})\)", unit.passage.text[match.start("name") + len(name) :])
        if behind and organisations.is_abbreviation(behind["short"]) and behind["short"] not in _programmes():
            _also(draft, key, behind["short"])
        if unit.title:
            _belongs(draft, unit.item, key)


_RUNNING_TEXT = re.compile(
    r"(?:Die|Der|Das|Herr|Frau|Es|Sie|Er|In|Im|Am|Für|Mit|Zur|Zum|Werkstatt|Werkstätten|TOP|Januar|Februar|März|April"
    r"|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Anfang|Mitte|Ende)\b"
)


@cache
def _sponsor_words() -> str:
    return "|".join(
        re.escape(w)
        for w in (
            "Stadt",
            "Gemeinde",
            "Landkreis",
            "Landkreises",
            "Amt",
            "Amtes",
            "IHK",
            "HWK",
            "BTU",
            "Wirtschaftsregion",
            "Hochschule",
        )
    )


def _before_organisation(name: str) -> str:
    found = next((f for f in organisations.discover(name) if f.start > 0), None)
    return re.sub(r"\s+(?:der|des|von|im|in|für|und|am|an)$", "", name[: found.start].rstrip()) if found else name


def _titles_without_cue(draft: Draft, units: list[Unit]) -> None:
    """A title names a project if the treatment presents "das Vorhaben", names costs or a Träger, or quotes it."""
    for item in draft.agenda:
        if (
            draft.item_projects.get(item.number)
            or formal_title().match(item.title)
            or "„" in item.title
            or draft.item_projects.get(item.number)
        ):
            continue
        unit = next((u for u in units if u.item == item.number), None)
        if unit is None:
            continue
        lead = _LEADING.match(item.title)
        start = lead.end() if lead else 0
        name = item.title[start:]
        while (shorter := _SUFFIX.sub("", name)) != name:
            name = shorter
        former = re.search(rf"\s*\({_FORMER_WORD}[^()]*\)", name)
        short = re.search(r"\s*\(([^()]{2,14})\)$", name)
        plain_name = re.sub(r"\s*\([^()]*\)$", "", name).strip()
        heading = next(
            (s.heading.squeeze().text for s in draft.protocol.sections if s.number == item.number and s.heading), ""
        )
        heading = re.sub(r"\s*\([^()]*\)$", "", heading)
        if len(heading) > 7 and plain_name.startswith(heading):
            plain_name = heading
        body = [u.passage.text for u in units if u.item == item.number and not u.title]
        if len(plain_name) < 6 or formal_title().match(plain_name) or len(plain_name.split()) > 9:
            continue
        said_again = any(plain_name in text for text in body) or any(f"„{plain_name}“" in u.passage.text for u in units)
        if not said_again and not any(_PRESENTED.search(text) for text in body):
            continue
        if start == 0 and not re.search(r"[\s-]", plain_name):
            continue
        key = _add(
            draft, unit.passage, start, start + len(plain_name), plain_name, "projects.item-title", confidence=0.8
        )
        if short and organisations.is_abbreviation(short[1]):
            _also(draft, key, short[1])
        if former and (old := _FORMER.search(former.group())):
            _rename(
                draft, key, old["quoted"] or old["bare"], unit.passage, start + name.find(old["quoted"] or old["bare"])
            )
        _belongs(draft, item.number, key)


_NAME = (
    rf"(?P<name>[{UPPER}][\w-]{{3,}}(?:/[{UPPER}][\w-]+)?(?:\s"
    r"(?!in\sHöhe|und\s|(?:zur|zum|in|im|für)\s(?:\w+\s)?"
    r"(?:Förderung|Weiterleitung|Beratung|Rahmen|Haushalt|Landesprogramm|Programm|Umsetzung|Aufnahme))"
    rf"(?:(?:der|des|im|in|am|an|für|zum|zur|und|&)\s)?(?:[{UPPER}][\w-]+|\d{{4}})){{0,6}})"
)
_SPONSORED = re.compile(
    rf"(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|{_NAME})\s?\((?=[^()]*\b(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger(?:in)?\s?:?\s)"
)
_FORMERLY = re.compile(
    rf"(?<![\w-]){_NAME}(?:,\s|\s\()(?:ehemals|vormals|früher:?|bisher|ehem\.)\s+"
    rf"(?:„(?P<old_quoted>[^„“”]{{3,100}})[“”]|(?P<old>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{0,4}}))"
)
_MOVED = re.compile(
    rf"\b(?:die|den|das)\s{_NAME}\s(?:\([^()]*\)\s)?(?:[^.;]{{0,60}}\s)?(?:zur\s(?:Förderung|Weiterleitung)\s)?zu\s"
    r"(?:empfehlen|fördern|befürworten)\b"
)
_PENDING = re.compile(
    rf"(?:^|[.;]\s)(?:Zum|Zur|Für\s+(?:das|den|die))\s+(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|{_NAME})\s+"
    r"(?:(?:ist|wurde|wird|liegt|läuft|steht|fehlt)\s)?[^.;]{0,50}\b"
    r"(?:noch\s+kein\w*|(?:Antrag|Förderantrag|Projektantrag)\s(?:\w+\s){0,3}(?:eingegangen|gestellt|eingereicht)"
    r"|läuft\s+die\s+Prüfung)\b"
)
_GRANTED_QUOTE = re.compile(
    r"\b(?:Zuwendung|Förderung|Mittel|Bescheid)\w*\b(?:[^.;]|\d\.){0,70}?\bfür\s(?:das|die|den)\s„"
    r"(?P<quoted>[^„“”]{3,120})[“”]"
    r"|\bfür\s(?:das|die|den)\s„(?P<quoted2>[^„“”]{3,120})[“”](?:[^.;]|\d\.){0,70}?\b(?:Zuwendung|Förderung|Mittel)\w*"
)
_BY_FORM = (
    (_SPONSORED, ("räger",)),
    (_FORMERLY, ("ehem", "vormals", "früher", "bisher")),
    (_MOVED, ("zu empfehlen", "zu fördern", "zu befürworten")),
    (_PENDING, ("noch kein", "ntrag", "Prüfung")),
    (_GRANTED_QUOTE, ("„",)),
)
"""Each with what must stand in a text for it to fit: a quick first look."""
_COMMON_NOUN = re.compile(
    r"(?:[\w-]*(?:projekt|vorhaben|antrag|maßnahme|verein|verband|stadt|gemeinde|landkreis|mitglied|sitzung|werkstatt"
    r"|werkstätten|programm|bericht|liste|vorlage|förderung|empfehlung|entscheidung|aufnahme|bildung|prüfung|frist"
    r"|kosten|vorschlag|änderung|ergänzung|gelegenheit|beschluss)(?:e?s|en|e|n)?)$",
    re.IGNORECASE,
)


def _told_by_form(draft: Draft, unit: Unit) -> None:
    """Names that their surroundings show to be a project: a Träger in brackets, a former name, a motion, a grant."""
    text = unit.passage.text
    for pattern, hints in _BY_FORM:
        for match in pattern.finditer(text) if any(hint in text for hint in hints) else ():
            groups = match.groupdict()
            group = next(g for g in ("quoted", "quoted2", "name") if groups.get(g))
            name = groups[group]
            if group == "name" and (
                _COMMON_NOUN.match(name.split(" ")[0])
                or _is_actor(draft, name)
                or (" " not in name and "-" not in name)
                or _RUNNING_TEXT.match(name)
            ):
                continue
            if group != "name" and _NOT_PROJECT.search(text[: match.start(group) - 1]):
                continue
            key = _add(
                draft, unit.passage, match.start(group), match.end(group), name, "projects.form", confidence=0.85
            )
            old = groups.get("old_quoted") or groups.get("old")
            if old:
                _rename(draft, key, old, unit.passage, match.start("old_quoted" if groups.get("old_quoted") else "old"))


_QUOTED_OBJECT = re.compile(r"(?:\b(?:das|die|den|dem|der|und|sowie)|,|Beschluss:)\s„(?P<name>[^„“”]{3,120})[“”]")


def _decided_on(draft: Draft, unit: Unit) -> None:
    """Quoted names that a decision is about are projects, unless the word before says otherwise."""
    text = unit.passage.text
    for start, end in sentences.split(text) if "„" in text else ():
        if "„" not in text[start:end]:
            continue
        done = acts.act(text[start:end])
        if done is None or done.kind in (DecisionKind.ELECTION, DecisionKind.ACKNOWLEDGEMENT, DecisionKind.ASSIGNMENT):
            continue
        for match in _QUOTED_OBJECT.finditer(text, start, end):
            before = text[: match.start("name") - 1]
            if (
                not _NOT_PROJECT.search(before)
                and not _is_actor(draft, match["name"])
                and draft.gazetteer.thing_named(EntityKind.PROJECT, match["name"]) is None
                and len(match["name"].split()) < 8
            ):
                _add(
                    draft,
                    unit.passage,
                    match.start("name"),
                    match.end("name"),
                    match["name"],
                    "projects.decided-on",
                    confidence=0.8,
                )


def _is_actor(draft: Draft, name: str) -> bool:
    known = draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY)
    return known is not None and not draft.gazetteer.only_by_form(known)


_GRANT = re.compile(
    r"(?:Zuwendung|Zuwendungsbescheid|Förderung|Fördermittel(?:bescheid)?|Förderbescheid|Bewilligung)\s+für\s+"
    rf"(?:den|die|das)\s+(?P<name>(?:{_CUE}\s+)?[{UPPER}][\w-]*"
    rf"(?:\s+(?!in\sHöhe)(?:(?:der|des|für|im|in|am|zur|zum|und)\s+)?[{UPPER}][\w-]*){{1,6}})"
    r"(?=\s+(?:in\s+Höhe|mit|über|bewillig|erteil|bestätig|beschlossen|von)|[,.)])"
)
_MILESTONE = re.compile(
    r"(?:Grundsteinlegung|Spatenstich|Inbetriebnahme|Einweihung|Richtfest|Baubeginn|Baustart|Projektstart"
    r"|Bauabschluss)\s+(?:der|des|für\s+(?:die|den|das))\s+"
    rf"(?P<name>[{UPPER}][\w-]+(?:\s+(?:(?:der|des|im|in|am|für)\s+)?[{UPPER}][\w-]+){{1,4}})"
    r"(?=\s+(?:ist|erfolgt|fand|findet|wird|war|soll|am\s\d|steht)|[,.;])"
)
_NO_MOTION = re.compile(
    rf"(?:^|[.;]\s)(?:Zum|Zur|Für\s+(?:das|den|die))\s+(?:{_CUE}\s+)?"
    rf"(?P<name>[{UPPER}][\w-]+(?:\s+(?:(?:der|des|im|in|am|für)\s+)?[{UPPER}][\w-]+){{1,4}})\s+"
    r"(?:liegt|liegen|lag|wurde|ist)\s[^.]{0,60}(?:Antrag|Projektskizze|Projektantrag|Unterlagen|Förderantrag)"
)


def _other_cues(draft: Draft, passage: Passage) -> None:
    for pattern, hints in (
        (_GRANT, ("für",)),
        (_MILESTONE, ("ung der", "ung des", "stich", "ahme", "fest", "start", "beginn", "abschluss")),
        (_NO_MOTION, ("ntrag", "skizze", "nterlagen")),
    ):
        for match in pattern.finditer(passage.text) if any(hint in passage.text for hint in hints) else ():
            name = match["name"]
            known = draft.gazetteer.named(name, EntityKind.ORGANISATION, EntityKind.BODY)
            if (known and not draft.gazetteer.only_by_form(known)) or len(name.split()) < 2:
                continue
            if draft.gazetteer.thing_named(EntityKind.PROJECT, name) is None and any(
                r.name.casefold() in name.casefold() for r in draft.gazetteer.of_kind(EntityKind.PROJECT)
            ):
                continue
            _add(
                draft,
                passage,
                match.start("name"),
                match.start("name") + len(name),
                name,
                "projects.grant",
                confidence=0.8,
            )


def _former_names(draft: Draft, unit: Unit) -> None:
    """Said of the item's project: “bisher als „X“ bezeichnet”, “„X“ wird in „Y“ umbenannt”, “(früher X)”."""
    text = unit.passage.text
    for match in _RENAMED.finditer(text):
        if not re.search(r"umben|Umben|heißt|Namen", text):
            continue
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        group = "new" if match["new"] else "new2"
        known = draft.gazetteer.thing_named(EntityKind.PROJECT, old) or draft.gazetteer.thing_named(
            EntityKind.PROJECT, new
        )
        if known is None:
            continue
        key = _add(draft, unit.passage, match.start(group), match.end(group), new, "projects.renamed")
        _rename(draft, key, old, unit.passage, match.start("old" if match["old"] else "old2"))
        draft.gazetteer.prefer(key, new)
        _belongs(draft, unit.item, key)
    main = draft.item_projects.get(unit.item or "", [])
    if len(main) != 1:
        return
    for match in _TITLED.finditer(text):
        group = "name" if match["name"] else "name2"
        _rename(draft, main[0], match[group], unit.passage, match.start(group))
    for bracket in re.finditer(r"\((?P<inner>[^()]+)\)", text):
        former = _FORMER.match(bracket["inner"])
        before = text[: bracket.start()]
        if former and re.search(rf"(?:{_CUE}(?:\s+der\s+\S+)?|[“”])\s*$", before):
            group = "quoted" if former["quoted"] else "bare"
            _rename(draft, main[0], former[group], unit.passage, bracket.start("inner") + former.start(group))


# --- what is said of a project --------------------------------------------------------------------------------------


@cache
def _programmes() -> frozenset[str]:
    return frozenset(load("programmes")["known"])


@cache
def _programme_patterns() -> tuple[re.Pattern[str], ...]:
    known = "|".join(re.escape(p) for p in sorted(load("programmes")["known"], key=len, reverse=True))
    nouns = "|".join(load("programmes")["nouns"])
    return (
        re.compile(
            rf"(?<![\w-])(?P<short>{known})-(?:Strukturf\w+-)?(?:[Pp]rojekt|[Vv]orhaben|Antrag|Förder|Mittel|Skizze)"
        ),
        re.compile(rf"(?<![\w-])(?P<long>(?:{nouns})(?:s|es)?\s+„(?P<name>[^„“”]{{3,80}})[“”])"),
        re.compile(rf"\((?:[^()]*[,;]\s*)?(?P<short>{known})(?:\s*[,;][^()]*)?\)"),
        re.compile(
            r"(?:aus|über|durch|mit|im|nach)\s+(?:(?:dem|der|den|das|Mitteln\s+(?:aus\s+)?(?:dem|des|der)?)\s*)?"
            rf"(?:(?:{nouns})s?\s+)?(?P<short>{known})(?:-?(?:[Ff]örderung|Mitteln?|Programm|Richtlinie|struktur\w*"
            r"|förderung))?(?![\w])"
        ),
        re.compile(
            rf"(?:Programm|Förderprogramm|Förderung|Finanzierung|Fördermittel)\s*:\s*(?P<short>{known})(?![\w])"
        ),
        re.compile(rf"(?:^|,\s)(?P<short>{known})(?=\s?(?:,|\.|;|$))"),
    )


_LEAD = re.compile(
    r"(?:FF:?\s*|Federführung\s*:?\s*(?:hat\s+|liegt\s+(?:bei|in)\s+)?(?:der\s+|die\s+)?"
    r"|[Ff]ederführend(?:e[nr]?)?\s*:?\s*(?:ist\s+|die\s+|in\s+der\s+)*(?:die\s+)?)(?P<name>Werkstatt\s\d{1,2})"
    r"|(?P<name2>Werkstatt\s\d{1,2})\s+(?:ist\s+federführend|\(federführend\)|hat\s+die\s+Federführung|federführend)"
)
_SPONSOR = (
    re.compile(
        r"(?:[Pp]rojekt|[Vv]orhaben|[Mm]aßnahmen)?[Tt]räger(?:in)?(?:schaft)?(?:\s+(?:des|der|dieses)\s+[\w-]+)?"
        r"(?:\s+(?:„[^“]*“))?\s*(?::|\b(?:ist|sind|wird|bleibt|bleiben|nunmehr|soll|bei|ist\s+nunmehr"
        r"|ist\s+weiterhin)\b)\s*(?:(?:nunmehr|jetzt|künftig|weiterhin|der|die|das|den|dem)\s+)*$"
    ),
    re.compile(r"(?:^|[,;.(]\s?)(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger(?:in)?\s(?:der\s|die\s|das\s)?$"),
    re.compile(
        r"\b(?:Antragsteller(?:in)?|Bauherr(?:in)?|Zuwendungsempfänger(?:in)?|Vorhabenträger(?:in)?)\s*"
        r"(?::|ist|sind|bleibt)\s*(?:(?:der|die|das)\s+)*$"
    ),
    re.compile(rf"(?:{_CUE})(?:\s?„[^“”]*[“”])?(?:\s?\([^()]*\))?\s+(?:der|des|vom|von\s+der)\s+$"),
    re.compile(r"\bantragstellende[nr]?\s+$"),
    re.compile(r"\b(?:in|unter)\s+(?:der\s+)?Trägerschaft\s+(?:der|des|von|vom)\s+$"),
    re.compile(r"[“”](?:\s?\([^()]*\))?\s+(?:der|des)\s+$"),
)
_SPONSOR_BEHIND = re.compile(
    r"^\s+(?:ist|bleibt|wird|fungiert\s+als|tritt\s+als|übernimmt\s+die)\s+"
    r"(?:(?:nunmehr|weiterhin|künftig|auch|alleiniger?|als|neuer?)\s+)*(?:\w+\s)?(?:[Pp]rojekt|[Vv]orhaben)?[Tt]räger"
    r"(?:in|schaft)?\b|^\s+\(Träger(?:in)?\)"
)
_APPLIES = re.compile(r"^\s+(?:beantragt|plant|möchte|beabsichtigt|will)\b")
_TOTAL = re.compile(
    r"\b(?:ges(?:amt)?\.?(?=\s)|Gesamt(?=:)|veranschlagt|Gesamt"
    r"(?:kosten|ausgaben|volumen|investition(?:en|skosten)?|summe|finanzierung|budget|umfang)"
    r"|(?:Projekt|Investitions|Finanz|Förder|Kosten)volumen|Volumen(?:s)?"
    r"|(?:Projekt|Bau|Investitions|Herstellungs)?[Kk]osten|kostet|kosten|Investition(?:ssumme|en)?|Projektsumme|Budget"
    r"|[Pp]rojektbudget|Finanzumfang|Ausgaben|zuwendungsfähige\w*\s+(?:Gesamt)?[Aa]usgaben|Summe)\b"
)
_PART = re.compile(
    r"\b(?:Eigen(?:anteil|mittel|beitrag|leistung)\w*|Förder(?:ung|summe|mittel|betrag|anteil|quote|höhe)\w*"
    r"|Zuwendung\w*|Zusch[uü]ss\w*|Landesmittel\w*|Bundesmittel\w*|Drittmittel\w*|Folgekosten|Betriebskosten"
    r"|Planungskosten|Personalkosten|Sachkosten|Mehrkosten|Preis|davon|Anteil\w*|Kofinanzierung|jährlich\w*|pro\s+Jahr"
    r"|bereits|bisher\w*\s|Miete|Honorar|Einsparung\w*|Umsatz|Kreisumlage|Landeshaushalt|ausgezahlt|gebunden|Teilbetrag"
    r"|entfallen|statt)\b"
)


def facts(draft: Draft, units: list[Unit]) -> None:
    """What each sentence says of the project that it, or its item, is about."""
    for unit in units:
        if unit.item is None:
            continue
        current: str | None = None
        for start, end in sentences.split(unit.passage.text):
            here = [m for m in unit.mentions if m.kind is EntityKind.PROJECT and start <= m.start < end]
            if here:
                current = here[0].key
            own = list(dict.fromkeys(m.key for m in here))
            main = draft.item_projects.get(unit.item, [])
            subject = current or (main[0] if len(main) == 1 else draft.whole if not main else None)
            if subject is None or len(own) > 1:
                _each_with_brackets(draft, unit, here)
                continue
            _of_project(draft, unit, start, end, subject)
    _latest_budget(draft)


def _each_with_brackets(draft: Draft, unit: Unit, here: Sequence[Mention]) -> None:
    for mention in here:
        bracket = re.match(r"[“”]?\s?\(([^()]+)\)", unit.passage.text[mention.end :])
        if bracket:
            _of_project(draft, unit, mention.start, mention.end + bracket.end(), mention.key)


def _of_project(draft: Draft, unit: Unit, start: int, end: int, project: str) -> None:
    text = unit.passage.text[start:end]
    for match in _programme(text):
        _programme_fact(draft, unit, (start, end), match, project)
        break
    lead = _LEAD.search(text)
    if lead:
        group = "name" if lead["name"] else "name2"
        body = draft.gazetteer.organisation(lead[group], body=True, number=int(re.sub(r"\D", "", lead[group])))
        where = evidence(unit.passage, "projects.lead", start=start, end=end)
        _fact(draft, ProjectFact(project, where, lead=body))
    _sponsor_fact(draft, unit, start, end, project)
    if not unit.title:
        _budget_fact(draft, unit, start, end, project)
    kind = re.search(
        r"(?<![\w-])(?P<kind>(?:Investitions|Pilot|Modell|Leuchtturm|Forschungs|Verbund|Infrastruktur|Teil"
        r"|Bau)projekt)(?:e?s)?(?![\w])",
        text,
    )
    if kind:
        where = evidence(unit.passage, "projects.kind", start=start, end=end)
        _fact(draft, ProjectFact(project, where, kind=kind["kind"]))


def _fact(draft: Draft, fact: ProjectFact) -> None:
    """Record a fact once; of a programme or a lead the first statement holds."""
    for known in draft.project_facts:
        same_slot = (
            (known.programme and fact.programme)
            or (known.lead and fact.lead)
            or (known.sponsor and fact.sponsor)
            or (known.kind and fact.kind)
        )
        if known.project == fact.project and same_slot:
            return
    draft.project_facts.append(fact)


def _programme(text: str) -> Iterator[re.Match[str]]:
    if "rogramm" not in text and not any(name in text for name in _programmes()):
        return
    for pattern in _programme_patterns():
        match = pattern.search(text)
        if match and not re.search(r"\b(?:nicht|kein\w*|statt|anstelle)\b[^.]{0,20}$", text[: match.start()]):
            yield match


def _programme_fact(draft: Draft, unit: Unit, sentence: tuple[int, int], match: re.Match[str], project: str) -> None:
    groups = match.groupdict()
    if groups.get("long"):
        noun = re.sub(r"(?<=programm)(?:e?s)$", "", match["long"].split(" ")[0])
        name, group = f"{noun} „{match['name']}“", "long"
        aliases: tuple[str, ...] = (match["name"],)
    else:
        name, group, aliases = match["short"], "short", ()
        if re.match(r"-?[Ii]nfra", match.string[match.end("short") :]) and name == "GRW":
            name = "GRW-Infrastruktur"
    key = draft.gazetteer.thing(EntityKind.PROGRAMME, name, *aliases)
    offset = sentence[0]
    draft.gazetteer.mention(
        key,
        evidence(unit.passage, "projects.programme", start=offset + match.start(group), end=offset + match.end(group)),
    )
    where = evidence(unit.passage, "projects.programme", start=offset, end=sentence[1])
    _fact(draft, ProjectFact(project, where, programme=key))


def _sponsor_fact(draft: Draft, unit: Unit, start: int, end: int, project: str) -> None:
    text = unit.passage.text
    for mention in unit.mentions:
        if not start <= mention.start < end or mention.kind is not EntityKind.ORGANISATION:
            continue
        before, after = text[start : mention.start], text[mention.end : end]
        rule = next((n for n, pattern in enumerate(_SPONSOR) if pattern.search(before)), None)
        if rule == len(_SPONSOR) - 1 and not _follows_project(unit, mention.start, project):
            rule = None
        applies = _applies(before, after)
        if rule is not None or applies or _SPONSOR_BEHIND.match(after):
            where = evidence(unit.passage, "projects.sponsor", 0.9, start=start, end=end, inferred=applies)
            _fact(draft, ProjectFact(project, where, sponsor=mention.key))
            return
    _generic_sponsor(draft, unit, start, end, project)


_WITHDRAWS = re.compile(r"^\s+[^;]*\b(?:seinen|ihren)\s(?:\w*)[Aa]ntrag\b[^;]*\bzurück")
_GENERIC_SPONSOR = re.compile(
    rf"(?:{_CUE})\s+(?:der|des)\s+(?P<head>Landkreises|Gemeinde|Stadt|Amtes)"
    r"(?=\s*(?:[,.(]|\b(?:kostet|soll|ist|wird|umfasst|hat|vor|mit|in)\b))"
)


def _applies(before: str, after: str) -> bool:
    """“Die Stadt Guben beantragt …”, “…, dass die IHK ihren Antrag zurückzieht”: who applies will be the Träger."""
    asks = _APPLIES.match(after) and not re.search(r"\bVertagung|Rederecht|Tagesordnung", after)
    return bool(asks and re.fullmatch(r"(?:Die|Der|Das)\s+", before)) or _withdraws(before, after)


def _withdraws(before: str, after: str) -> bool:
    return bool(_WITHDRAWS.match(after) and re.search(r"(?:^|\bdass\s)(?:[Dd]ie|[Dd]er|[Dd]as)\s+$", before))


def _generic_sponsor(draft: Draft, unit: Unit, start: int, end: int, project: str) -> None:
    """“Das Gesamtvorhaben des Landkreises kostet …”: the one Landkreis that the document names."""
    match = (
        _GENERIC_SPONSOR.search(unit.passage.text, start, end)
        if "rojekt" in unit.passage.text or "orhaben" in unit.passage.text
        else None
    )
    if not match:
        return
    head = {"Landkreises": "Landkreis", "Amtes": "Amt"}.get(match["head"], match["head"])
    fitting = [r.key for r in draft.gazetteer.of_kind(EntityKind.ORGANISATION) if r.name.startswith(head + " ")]
    if len(fitting) == 1:
        where = evidence(unit.passage, "projects.sponsor", 0.8, start=start, end=end, inferred=True)
        _fact(draft, ProjectFact(project, where, sponsor=fitting[0]))


def _follows_project(unit: Unit, start: int, project: str) -> bool:
    return any(m.key == project and 0 < start - m.end < 60 for m in unit.mentions)


def _budget_fact(draft: Draft, unit: Unit, start: int, end: int, project: str) -> None:
    text = unit.passage.text[start:end]
    found = list(amounts.find(text))
    for index, amount in enumerate(found):
        if not _is_total(text, amount.start, found[index - 1].end if index else 0):
            continue
        if (
            re.match(r"\s+auf\s", text[amount.end :])
            and re.search(r"\bvon\s+(?:rund\s+|ca\.\s+)?$", text[: amount.start])
            and index + 1 < len(found)
        ):
            amount = found[index + 1]
        where = evidence(unit.passage, "projects.budget", 0.9, start=start, end=end)
        draft.project_facts.append(ProjectFact(project, where, budget=Decimal(amount.value)))
        return


def _is_total(text: str, at: int, earlier: int) -> bool:
    """Whether the last word for a sum before the figure means the whole; brackets behind the project's name do."""
    before = text[earlier:at]
    total = [m.end() for m in _TOTAL.finditer(before)]
    part = [m.end() for m in _PART.finditer(before)]
    if total or part:
        return bool(total) and (not part or total[-1] > part[-1])
    bracket = before.rfind("(")
    if bracket < 0 or ")" in before[bracket:]:
        # Notes string facts together: "STARK, Träger X, 1,08 Mio. EUR für 3 Jahre".
        return bool(re.search(r"[Tt]räger(?:in)?\b[^()]*,\s(?:rund\s|ca\.\s)?$", before)) and not re.search(
            r"\b(?:ist|wird|hat|sind|werden)\b", before
        )
    lead = text[: earlier + bracket]
    if _PART.search(lead[-45:]):
        return False
    return bool(re.search(r"(?:[“”]|[Pp]rojekt(?:e?s)?|[Vv]orhaben(?:s)?|\bvor|Nysa|[A-ZÄÖÜ]\w+)\s*$", lead))


def _latest_budget(draft: Draft) -> None:
    """Of several totals the last one said holds."""
    last: dict[str, ProjectFact] = {}
    rest = []
    for fact in draft.project_facts:
        if fact.budget is None:
            rest.append(fact)
        else:
            last[fact.project] = fact
    draft.project_facts = [*rest, *last.values()]
