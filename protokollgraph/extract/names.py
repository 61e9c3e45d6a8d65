"""Names of people: titles, given names, surnames in every printed order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from protokollgraph.extract.words import given_names
from protokollgraph.model import Gender, PersonName

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
"""Capital letters of the Latin scripts, for use inside a character class."""

_LOWER = "[^\\W\\d_" + UPPER + "]"
_WORD = rf"[{UPPER}](?:{_LOWER}|['’][{UPPER}]?)+(?:-[{UPPER}]?{_LOWER}+)*"
_INITIAL = rf"(?!Dr\.|Fr\.|Hr\.|Nr\.|St\.)[{UPPER}]{_LOWER}?\.(?:\s?-?[{UPPER}]\.)*"
_DEGREE = (
    r"(?:Prof(?:essor(?:in)?)?\b\.?|PD|Priv\.-Doz\.|Dr\.?"
    r"(?:\s?-\s?Ing\.?|(?:\s?(?:med|phil|rer|nat|pol|jur|iur|theol|agr|oec|h|c|habil|vet|dent|paed|ing|sc|techn|forest"
    r"|mult)\.)+)?(?![^\W\d_])"
    r"|Dipl\.\s?-?\s?[A-ZÄÖÜ][^\W\d_]*\.?(?:\s?-?[A-ZÄÖÜ][^\W\d_]*\.)?(?:\s?\((?:FH|TH|BA|Univ\.?)\))?"
    r"|M?Mag\.a?(?:\s?\(FH\))?|Ing\.|M\.\s?(?:A|Sc|Eng|Ed)\.|B\.\s?(?:A|Sc|Eng)\.|RA(?:in)?(?=\s)"
    r"|DI(?:-FH|\s?\(FH\))?(?=[\s,)]|$)|DDr\.|Bakk\.)"
)
_BEHIND = rf"(?:{_DEGREE}|(?:MBA|MSc|MEng|MA|BSc|BEng|BA|PhD|LL\.\s?[MB]\.)(?![^\W\d_]))"
"""A degree behind the name: "Anja Muster, MBA"."""
_NOBLE = (
    r"(?:(?:Freiherr|Freifrau|Freiin|Graf|Gräfin|Fürst|Fürstin|Prinz|Prinzessin|Baron|Baronin|Ritter|Edler)\s+)?"
    r"(?:von\s+und\s+zu|von\s+der|von\s+dem|von\s+den|van\s+der|van\s+den|van\s+de|auf\s+der|auf\s+dem|zu\s+der"
    r"|v\.(?:\s?d\.)?(?:\s?H\.)?|von|van|vom|zum|zur|zu|de\s+la|de|di|da|du|dos|el|al|ten|ter|le|la)"
)

TITLE = rf"{_DEGREE}(?:\s?{_DEGREE})*"
SURNAME = rf"(?:{_NOBLE}\s?(?<=[\s.])|(?:Freiherr|Freifrau|Freiin|Graf|Gräfin)\s+)?{_WORD}"
GIVEN = rf"(?:{_INITIAL}|{_WORD})"

SALUTATION = r"(?:Herrn?|Hr\.|Frau|Fr\.)"
_PERSON = re.compile(
    rf"(?:(?P<salutation>{SALUTATION})\s+)?(?:(?P<title>{TITLE})\s*)?"
    rf"(?:(?P<given>{GIVEN}(?:[\s]+(?:{_INITIAL}|{_WORD})){{0,2}}?)\s*(?<=[\s.]))?(?P<family>{SURNAME})"
    rf"(?:,?\s+(?P<suffix>{_BEHIND}))?$"
)
_REVERSED = re.compile(
    rf"(?:(?P<salutation>{SALUTATION})\s+)?(?:(?P<title>{TITLE})\s*)?(?P<family>{SURNAME}),\s*"
    rf"(?:(?P<title2>{TITLE})\s*)?(?P<given>{GIVEN}(?:\s+{GIVEN})?(?:\s+(?P<noble>{_NOBLE}))?)"
    rf"(?:,?\s+(?P<suffix>{_BEHIND}))?$"
)
DEGREES_BEHIND = re.compile(rf",\s+{_BEHIND}(?:,?\s{_BEHIND})*(?=\s*(?:[,;(]|$|\s[–-]))")
"""Degrees behind a name and its comma."""
_IN_A_ROW = re.compile(
    rf"(?:{TITLE}\s+)?(?P<first>{SURNAME})\s+(?:{TITLE}\s+)?(?P<second>{GIVEN}(?:\s(?={_WORD}){_WORD})?)(?![\w-])"
)
NOBLE_RANK = re.compile(
    r"(?P<male>Freiherr|Graf|Fürst|Prinz|Baron)|(?P<female>Freifrau|Freiin|Gräfin|Fürstin|Prinzessin|Baronin)"
)
_SALUTED = re.compile(rf"\b(?P<salutation>{SALUTATION})\s+")
_NOT_A_NAME = re.compile(
    r"(?:Herr|Frau|Alle|Die|Der|Das|Seite|Anlage|Name|Gäste|Mitglieder|Einwohner|Teilnehmer|Stadt|Gemeinde|Landkreis"
    r"|Amt|Verein|Verband|Werkstatt|Fraktion|Presse|Keine?|Weitere|Sonstige|Ort|Datum|Tagesordnung|Land|Bund"
    r"|Wirtschaftsregion|Ministerium)\b"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name and where its parts stand in the text it was read from."""

    name: PersonName
    start: int
    end: int


@lru_cache(maxsize=4096)
def parse(text: str, *, bare_surname: bool = False) -> PersonName | None:
    """The name that ``text`` is, None if it is none.

    Understands "Dr. Anja Muster", "A. Muster", "Muster, Anja", "Frau Muster", "Herr Dr. Muster", noble, double names.
    A surname alone counts only behind Herr, Frau or a title, or if ``bare_surname``.
    """
    text = " ".join(text.split()).rstrip(",;")
    if not text or len(text) > 80 or _NOT_A_NAME.match(_SALUTED.sub("", text, count=1)):
        return None
    if "," in text:
        match = _REVERSED.match(text)
        if match:
            given = match["given"]
            noble = match["noble"]
            family = match["family"]
            if noble:
                given, family = given[: -len(noble)].strip(), f"{noble} {family}"
            title = " ".join(t for t in (match["title"], match["title2"], match["suffix"]) if t) or None
            return _named(family, given, title, match["salutation"])
    match = _PERSON.match(text)
    if not match or match["family"] in ("Frau", "Herr", "Herrn"):
        return None
    rank = NOBLE_RANK.fullmatch((match["given"] or "").strip())
    if rank:
        gender = Gender.FEMALE if rank["female"] else Gender.MALE
        return PersonName(f"{rank.group()} {match['family']}", None, match["title"], gender)
    if not match["given"] and not match["salutation"] and not match["title"] and not bare_surname:
        return None
    title = " ".join(part for part in (match["title"], match["suffix"]) if part) or None
    return _named(match["family"], (match["given"] or "").strip() or None, title, match["salutation"])


def _named(family: str, given: str | None, title: str | None, salutation: str | None) -> PersonName:
    gender = None
    if salutation:
        gender = Gender.FEMALE if salutation.startswith("Fr") else Gender.MALE
    elif given:
        gender = gender_of(given)
    prefix = " ".join(title.split()) if title else None
    return PersonName(family=family, given=given, prefix=prefix, gender=gender)


@cache
def gender_of(given: str) -> Gender | None:
    """What a given name tells of a person's gender, None if it tells nothing."""
    mark = given_names().get(given.split()[0].split("-")[0])
    return {"f": Gender.FEMALE, "m": Gender.MALE}.get(mark or "")


@lru_cache(maxsize=4096)
def is_given(word: str) -> bool:
    """Whether a word is a known given name; each part of a double name must be one, initials count."""
    if re.fullmatch(_INITIAL, word):
        return True
    known = given_names()
    return all(part in known for part in word.split("-"))


def surname_end(text: str) -> int | None:
    """Where the surname ends, if ``text`` begins with a surname before a known given name: "Muster Anja"."""
    match = _IN_A_ROW.match(text)
    if match is None or not is_given(match["second"].split()[0]) or is_given(match["first"].split()[-1]):
        return None
    if _NOT_A_NAME.match(f"{match['first']} ") or match["first"] == "Herrn":
        return None
    return match.end("first")


def first_of_two(text: str) -> int | None:
    """Where the first of the two or three words ends that are all of ``text``, degrees aside: "Muster Janno"."""
    match = _IN_A_ROW.match(text)
    return (
        match.end("first") if match and not re.search(r"[^\W\d_]", re.sub(_BEHIND, "", text[match.end() :])) else None
    )


def leads_with_given(text: str) -> bool:
    """Whether ``text`` begins with a known given name before a word that is none: "Anja Muster"."""
    match = _IN_A_ROW.match(text)
    return bool(match and is_given(match["first"]) and not is_given(match["second"].split()[0]))


_FULL = re.compile(
    rf"(?:(?P<salutation>{SALUTATION})\s+)?(?:(?P<title>{TITLE})\s*)?(?P<given>{GIVEN}(?:\s+{GIVEN})?)\s+"
    rf"(?P<family>{SURNAME})"
)
_START = re.compile(
    rf"(?<![^\W_])(?<![„\"‚-])(?<!\be\.\s)(?<!\be\.)(?=[{UPPER}])"
    rf"(?:{SALUTATION}\s|(?=[PDMIBR]){_DEGREE}|{_INITIAL}\s|(?P<word>{_WORD})\s)"
)


def find_full(text: str, start: int = 0) -> Parsed | None:
    """The first full name in running text: a title or a known given name must lead it."""
    known = given_names()
    for anchor in _START.finditer(text, start):
        word = anchor["word"]
        if word is not None and word.partition("-")[0] not in known:
            continue
        match = _FULL.match(text, anchor.start())
        if not match:
            continue
        found = _plausible(match)
        if found:
            return found
    return None


@lru_cache(maxsize=4096)
def family_key(family: str) -> str:
    """What printings of a surname have in common.

    "v. d. Thann" is "von der Thann", "Freiherr von Rochwitz" is "von Rochwitz", "Löbel" is "Loebel".
    """
    plain = re.sub(
        r"^(?:freiherr|freifrau|freiin|graf|gräfin|fürst|fürstin|prinz|prinzessin|baron|baronin|ritter|edler?)\s+",
        "",
        family.casefold(),
    )
    return plain_letters(re.sub(r"^v\.\s?(?=\S)", "von ", re.sub(r"^v\.\s?d\.\s?", "von der ", plain)))


_WRITTEN_OUT = re.compile(r"(?<![aeouq])([aou])e")
"""ae, oe and ue for umlauts, but not in "Bauer" or "Quelle"."""
_NOT_DECOMPOSED = str.maketrans("łđø", "ldo")


@lru_cache(maxsize=4096)
def plain_letters(name: str) -> str:
    """A name in small letters without accents; ä and ae, ß and ss are the same."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_NOT_DECOMPOSED))
    return _WRITTEN_OUT.sub(r"\1", "".join(c for c in decomposed if not unicodedata.combining(c)))


def full_at(text: str, start: int) -> Parsed | None:
    """The full name that begins exactly at ``start``."""
    match = _FULL.match(text, start)
    return _plausible(match) if match else None


def _plausible(match: re.Match[str]) -> Parsed | None:
    words = match["given"].split()
    if not is_given(words[0]):
        return None
    if len(words) > 1 and not is_given(words[1]):
        # "Anja Muster Referentin": the second word is already the surname.
        end = match.start("given") + match["given"].index(words[1], len(words[0])) + len(words[1])
        name = _named(words[1], words[0], match["title"], match["salutation"])
        return Parsed(name, match.start(), end)
    name = _named(match["family"], match["given"], match["title"], match["salutation"])
    return Parsed(name, match.start(), match.end())


def feminine(role: str) -> str:
    """The feminine form of a function: "Gemeindevertreter" → "Gemeindevertreterin"; unchanged if we know none."""
    if role.endswith(("in", "frau", "e", "ung", "schaft")):
        return role
    return role + "in" if role.endswith(("er", "or", "ent", "ant", "at", "ist")) else role


def with_gender(name: PersonName, gender: Gender | None) -> PersonName:
    """The name with what else is known of its gender."""
    return name if gender is None or name.gender is not None else replace(name, gender=gender)
