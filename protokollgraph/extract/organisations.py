"""Names of organisations and of bodies that meet: finding them in text, and their plain form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from protokollgraph.extract import hints
from protokollgraph.extract.names import UPPER
from protokollgraph.extract.words import load

_CAP = rf"[{UPPER}][\w’'.&+]*(?:-[\w’'&+]+)*"
_BESIDE = rf"(?:\s?\((?!(?:[{UPPER}]{{2,4}}\s)?[{UPPER}]\w{{0,6}}[{UPPER}]\w?\))[{UPPER}][^()]{{1,30}}\))?"
_PLACE = (
    rf"(?:(?:Kleine|Große|Alte|Neue|Obere|Untere|Hohe|Bad|Sankt|Schwarze|Am|Deutsch|Markt)\s)?{_CAP}{_BESIDE}"
    rf"(?:/[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*(?=\s*(?:$|[,;.()|])|\s+\())?{_BESIDE})?"
)
_AREA = r"(?:(?:des|der|im)\s+(?:Landes|Freistaates?|Landkreises|Kreises|Stadt|Gemeinde|Bundes)\s+)?"
_SUBJECTS = (
    rf"(?:[a-zäöü-]+(?:e|en|er)\s+)?{_CAP}-?(?:(?:,\s|\s(?:und|sowie)\s|-?,?\sund\s)"
    rf"(?:[a-zäöü-]+(?:e|en|er)\s+)?{_CAP}-?)*"
)
_INNER = r"(?:und|&|für|der|des|–|-|im|in|am|an|zur|zum|von|u\.)"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: where, in its plain form, and whether it is a body that meets."""

    start: int
    end: int
    name: str
    body: bool = False
    number: int | None = None
    theme: str | None = None


@lru_cache(maxsize=8192)
def is_abbreviation(text: str) -> bool:
    """Whether something in parentheses behind a name is a short form of it: "ILB", "StK", "LK SPN", "HuN"."""
    if text in load("organisations")["not_abbreviations"]:
        return False
    return (
        bool(re.fullmatch(rf"(?:LK |Lkr\. |[{UPPER}]{{2,5}} – )?[{UPPER}][\w&-]{{0,8}}[{UPPER}\d][\w-]{{0,3}}", text))
        and len(text) <= 14
    )


def is_headed_by(name: str, noun: str) -> bool:
    """Whether a name begins with a noun, which may stand in the genitive: "Kreistag Muster", "Kreistages"."""
    return name.split()[0].casefold().startswith(re.sub(r"e?s$", "", noun).casefold())


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What two spellings of one organisation have in common within a document.

    Case, quotes, legal form, "des Landes", an abbreviation in parentheses and a place's second language do not matter.
    """
    text = re.sub(r"[„“”\"'‚‘’«»]", "", name).casefold()
    text = _key_patterns().sub(" ", text)
    text = re.sub(r"\((?!elster|lausitz|spreewald|oder|spree|niederlausitz|mark)[^()]*\)", " ", text)
    text = re.sub(r"(?<=\w)\)?/[^\W\d_][^,]*$", "", text)
    text = re.sub(r"\bdes landes\b|\bfreistaates?\b", " ", text)
    text = re.sub(
        r"\b(landkreis|bundesamt|landesamt|ministerium|amt|kreis|verband|verein|ausschuss)(?:e?s)\b", r"\1", text
    )
    text = re.sub(r"\blk\b", "landkreis", text)
    text = re.sub(r"(?<=\w) (?:der|des) (?:gemeinde|stadt|landkreis(?:es)?|amtes) ", " ", text)
    return " ".join(re.sub(r"[^\w\s&-]", " ", text).split())


@cache
def _key_patterns() -> re.Pattern[str]:
    forms = sorted(load("organisations")["legal_forms"], key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(form.casefold()).replace(r"\ ", r"\s?") for form in forms) + r")(?!\w)"
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("organisations")
    forms = "|".join(
        re.escape(form).replace(r"\ ", r"\s?") for form in sorted(words["legal_forms"], key=len, reverse=True)
    )
    heads = "|".join(re.escape(head) for head in sorted(words["heads"], key=len, reverse=True))
    endings = "|".join(words["endings"])
    bodies = "|".join(re.escape(body) for body in sorted(words["bodies"], key=len, reverse=True))
    inflected = r"(?:e?s|en|n)?"
    return {
        "werkstatt": re.compile(
            r"(?<![\w-])Werkstatt\s+(?P<number>\d{1,2})(?!\d|\.\d)(?:\s?[–-]?\s?„(?P<theme>[^“”]{5,120})[“”])?"
        ),
        "legal": re.compile(
            rf"{_CAP}(?:-?\s+(?:{_INNER}\s+)?{_CAP}|\s+(?:{_INNER}\s+){{1,2}}{_CAP}){{0,7}}\s+(?:{forms})(?![\w-])"
        ),
        "for": re.compile(
            r"(?<![\w-])(?:[\w-]*(?:[Mm]inisterium|[Bb]undesamt|[Ll]andesamt|[Aa]gentur|[Aa]mt|[Hh]ochschule"
            rf"|[Ii]nstitut|[Zz]entrum|[Ff]achstelle|[Ss]taatssekretariat))(?:e?s)?\s+(?:für|des|der)\s+{_SUBJECTS}"
            rf"(?:\s{_CAP}(?=[\s,.;)]|$))?"
        ),
        "body": re.compile(
            rf"(?<![\w-])(?:(?P<adjective>[{UPPER}][a-zäöüß]+(?:e|en|er|es)?)\s"
            r"(?=Arbeitsgruppe|Kommission|Planungs|Vereinigung))?"
            rf"(?:(?:[{UPPER}][\wß]*-\s(?:und|,\s?[{UPPER}][\w]*-\sund)\s)?[{UPPER}][\wß-]*"
            r"(?:ausschuss|ausschüsse|versammlung|vertretung|beirat|kommission|arbeitsgruppe)(?=(?:e?s|n)?(?![\wß]))"
            rf"|(?:{bodies})(?![a-zäöüß]{{4}})){inflected}(?![\w-])"
            rf"(?:\s(?:für\s{_SUBJECTS}|(?:der|des)\s(?:Stadt|Gemeinde|Landkreises|Amtes|Landes|Kreises|{heads}"
            rf"|Regionalen\sPlanungsgemeinschaft)\s{_PLACE}(?:\s{_CAP}(?=[\s,.;)]|$))?"
            rf"|(?:der|des)\s[{UPPER}]{{2,6}}(?![\w])|{_PLACE}|„[^“”]{{3,90}}[“”]))?"
        ),
        "head": re.compile(
            rf"(?<![\w-])(?:Kassenärztlichen?\s(?=Vereinigung))?(?:[{UPPER}][a-zäöüß]+(?:ischen?|ern?|schen?)\s){{0,2}}"
            rf"(?:{heads}){inflected}\s+{_AREA}{_PLACE}(?:\s{_CAP}(?=\s*(?:[(,;.]|$)))?"
        ),
        "ending": re.compile(
            rf"(?<![\w-])[{UPPER}][\w-]*(?:{endings})(?:s|es)?\s+{_AREA}{_PLACE}"
            rf"(?:\s(?:&\s)?{_CAP}(?=\s*(?:[(,;.]|$)))?"
        ),
    }


_BODY_ENDINGS = ("ausschuss", "ausschüsse", "versammlung", "vertretung", "beirat", "kommission", "arbeitsgruppe")
_AGENCIES = (
    *("inisterium", "undesamt", "andesamt", "gentur", "Amt", "amt ", "ochschule", "nstitut", "entrum", "achstelle"),
    "taatssekretariat",
)
_HINTS = {
    "werkstatt": hints.bit(["Werkstatt "]),
    "legal": hints.bit(lambda: {form.split(" ")[0] for form in load("organisations")["legal_forms"]}),
    "for": hints.bit(_AGENCIES),
    "body": hints.bit(lambda: (*load("organisations")["bodies"], *_BODY_ENDINGS)),
    "head": hints.bit(lambda: load("organisations")["heads"]),
    "ending": hints.bit(lambda: load("organisations")["endings"]),
}
"""What must stand in a text for a kind of name to be there; in the order of precedence."""
_LONGEST_LEAD = 80
"""What stands before the hint and in it: "Wirtschafts-, Landwirtschafts- und Umweltausschuss"."""
_ANY_HINT = sum(_HINTS.values())


@lru_cache(maxsize=4096)
def discover(text: str) -> tuple[Found, ...]:
    """Names of organisations and bodies that their form gives away, longest first at one place, none inside another."""
    return tuple(_discovered(text)) if hints.of(text) & _ANY_HINT else ()


def _discovered(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    words, patterns = hints.of(text), _patterns()
    for kind, hint in _HINTS.items():
        if not words & hint:
            continue
        pattern = patterns[kind]
        near = hints.near(pattern, text, hint, _LONGEST_LEAD, small=kind == "for")
        for match in pattern.finditer(text) if kind == "legal" else near:
            found = _found(kind, match, text)
            if found and not any(start < found.end and found.start < end for start, end in taken):
                taken.append((found.start, found.end))
                yield found
                if found.body and _ANOTHER_BODY.search(text, found.start, match.end()):
                    yield from _behind(text, found.end, match.end())


def _behind(text: str, start: int, end: int) -> Iterator[Found]:
    """The body that stands behind another one and "und", which the first one's pattern took for more of its name."""
    for found in discover(text[start:end]):
        yield replace(found, start=found.start + start, end=found.end + start)


_WHOSE = re.compile(
    r"\b(?:[Mm]eine|[Uu]nsere|[Ss]eine|[Ii]hre|[Dd]iese|[Jj]ede|[Kk]eine|[Aa]ndere|[Ee]ine|[Ww]elche)[rn]?\s$"
)
"""Whose group it is: what follows is no name ("hat meine Fraktion Stellung genommen")."""


@cache
def _party() -> re.Pattern[str]:
    names = sorted(load("parties")["parties"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(name) for name in names)})(?![\w-])")


def _found(kind: str, match: re.Match[str], text: str) -> Found | None:
    if kind == "werkstatt":
        number = int(match["number"])
        return Found(match.start(), match.end(), f"Werkstatt {number}", True, number, match["theme"])
    start, end = _without_article(match), match.end()
    if kind == "legal":
        start = _own_start(text, start, end)
    elif kind != "body" and text[start - 1 : start] in ("„", "‚") and start:
        return None
    name = _trimmed(text[start:end])
    end = start + len(name)
    if not name or (kind == "body" and not _is_proper_body(name)):
        return None
    if (kind in ("head", "ending") and not re.search(r"\s", name)) or re.match(
        r"Fraktionen|Ausschüsse|Arbeitsgruppen|Kommissionen", name
    ):
        return None
    if name.startswith("Fraktion "):
        if _WHOSE.search(text, max(0, start - 12), start):
            return None
        party = _party().match(text, start + len("Fraktion "))
        name, end = (f"Fraktion {party.group()}", party.end()) if party else (name, end)
    oblique = bool(
        re.search(
            r"(?:\b[dD]e[rsmn]|\bdie|\b[Dd]er|\bbeim|\bvom|\bzum|\bzur|\bim|\bam|einer|eines)\s$",
            text[max(0, start - 8) : start],
        )
    )
    body = kind == "body" or (
        kind == "legal" and bool(re.match(r"\w+\s(?:der|des)\s", name)) and is_body_word(nominative(name).split(" ")[0])
    )
    return Found(start, end, nominative(name) if oblique or body else name, body)


@cache
def _before_names() -> frozenset[str]:
    return frozenset(load("organisations")["before_names"])


def _without_article(match: re.Match[str]) -> int:
    start, text = match.start(), match.group()
    while True:
        word, _, rest = text.partition(" ")
        if word not in _before_names() or not rest:
            return start
        start += len(text) - len(rest.lstrip())
        text = rest.lstrip()


def _own_start(text: str, start: int, end: int) -> int:
    """“Vorhaben der Neiße Wasserstoff GmbH”: what stands before the article counts only if it is a kind of firm."""
    match = re.search(r"\s(?:der|des|von|für|in|im|am|an|zur|zum)\s(?:der\s|die\s)?", text[start:end])
    if match and not _association().match(text[start:end]):
        return _own_start(text, start + match.end(), end)
    return start


@cache
def _association() -> re.Pattern[str]:
    words = load("organisations")
    return re.compile(
        rf"(?:{'|'.join(re.escape(h) for h in words['heads'])})\b"
        rf"|[\w-]*(?:{'|'.join(words['endings'])}|freunde|kreis|bund|gemeinschaft|haus|hof)\b",
        re.IGNORECASE,
    )


_ANOTHER_BODY = re.compile(
    rf"(?<=\w)\s(?:und|sowie|mit)\s(?:(?:de[rmn])\s)?[{UPPER}][\wß-]*"
    r"(?:ausschuss|beirat|versammlung|vertretung|kommission)(?:e?s)?(?!\w).*$"
)
"""“Ausschuss für Umwelt und Naturschutzbeirat” are two bodies."""


@lru_cache(maxsize=4096)
def _trimmed(name: str) -> str:
    """Without a sentence's full stop, an open bracket, or a word that only follows the name."""
    name = re.sub(
        r"\s+(?:Herrn?|Frau|TOP|Die|Der|Das|In|Im|Am|Zum|Zur|Abstimmung|Beschluss|Dr\.?|Prof\.?|Mitglied|Gast"
        r"|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)(?!\w).*$",
        "",
        name,
    )
    name = _ANOTHER_BODY.sub("", name).rstrip(" ,;:-–")
    if name.endswith(".") and not re.search(r"(?:e\. ?V|e\. ?G|i\. ?G|Co)\.$", name):
        name = name[:-1]
    return name


def _is_proper_body(name: str) -> bool:
    """A committee counts if its name says more than its kind, or if there can be only one ("Begleitausschuss")."""
    if re.search(r"\s", name):
        return True
    plain = nominative(name)
    return plain not in load("organisations")["bare_bodies"]


def is_body_word(word: str) -> bool:
    """Whether a word is a kind of body that there is once in a place: "Kreistag", "Begleitausschuss"."""
    words = load("organisations")
    return word != "Fraktion" and (word in words["bodies"] or word.casefold().endswith(tuple(words["body_endings"])))


@lru_cache(maxsize=4096)
def nominative(name: str) -> str:
    """A name as it stands without a preposition or article before it: "Landkreises X" → "Landkreis X"."""
    words = name.split(" ")
    words[0] = re.sub(r"^Stadtwerken$", "Stadtwerke", words[0])
    head = words[0]
    if re.search(
        r"(?:amt|verband|betrieb|bund|ausschuss|vorstand|beirat|tag|rat|museum|zentrum|institut|ministerium|landkreis"
        r"|kreis|verein|dienst|netzwerk|unternehmen|kuratorium|gremium|parlament|senat|konvent)(?:e?s)$",
        head,
        re.IGNORECASE,
    ):
        words[0] = (
            re.sub(r"(?<=[stdbk])es$|(?<=ss)es$|(?<=tag)es$|s$", "", head)
            if not re.search(r"(?:ausschuss|kreis)$", head, re.IGNORECASE)
            else head
        )
        words[0] = re.sub(r"(?i)(ausschuss|kreis)es$", r"\1", words[0])
    for index, word in enumerate(words[:-1]):
        if word in ("der", "des"):
            break
        if re.fullmatch(
            rf"[{UPPER}][a-zäöüß]+(?:ellen|ischen|lichen|alen|ären|iven|elen|utschen|sten|igen)", word
        ) and re.match(rf"[{UPPER}]", words[index + 1]):
            words[index] = word[:-1]
    return " ".join(words)


_CAPITALS = re.compile(rf"[{UPPER}][\w&]{{0,6}}[{UPPER}]")
_ACRONYM = re.compile(rf"(?<![\w-])(?=[{UPPER}])(?:LK\s)?[{UPPER}][\w&]{{0,6}}[{UPPER}](?:[a-z]?)(?![\w])")


def acronyms(text: str) -> Iterator[tuple[int, int, str]]:
    """Capital abbreviations in a text, each with its place: "IHK", "LK OSL", "StK"."""
    for match in _ACRONYM.finditer(text) if _CAPITALS.search(text) else ():
        yield match.start(), match.end(), match.group()
