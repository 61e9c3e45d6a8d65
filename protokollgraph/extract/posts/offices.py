"""Offices of elected people and of municipalities, written out or abbreviated, as they stand before a name."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.words import load

_ORDINAL = r"(?:\d\.\s?|[Ee]rste[rs]?\s|[Zz]weite[rs]?\s|[Dd]ritte[rs]?\s)"
_DEPUTY = r"(?:stellv(?:\.|ertretende[rs]?)\s?|stv\.\s?|[Aa]lt-|Ersatz-)"


_HEAD = re.compile(
    rf"(?P<office>{_ORDINAL}?{_DEPUTY}?(?:(?:Ober|Orts|Bezirks|Vize|Samtgemeinde|Alt)?[Bb]ürgermeister(?:in)?"
    r"|Landr[aä]t(?:in)?|Beigeordneter?))\s"
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(short for land in load("offices")["abbreviations"].values() for short in land)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    words = [str(word) for word in load("offices")[table]]
    shorts = sorted(_abbreviations(), key=len, reverse=True) if table == "words" else []
    both = [rf"{re.escape(w)}(?:e?s)?" for w in sorted(words, key=len, reverse=True)]
    both += [rf"{re.escape(short)}\.?" for short in shorts]
    return re.compile(rf"(?P<office>{_ORDINAL}?{_DEPUTY}?(?:{'|'.join(both)}))(?:\s+|(?<=\.))(?=\S)")


def office_at(text: str) -> re.Match[str] | None:
    """The office that a text begins with, behind which a full name may stand: "GR. Anja Muster"."""
    return _pattern("words").match(text)


def is_office(text: str) -> bool:
    """Whether a text is nothing but an office: "2. stellv. Bürgermeister", "GR."; "LR" alone may be a group's name."""
    if text in _abbreviations():
        return False
    match = office_at(f"{text} A") or _HEAD.match(f"{text} A")
    return bool(match and match.end("office") == len(text))


def office_before_surname(text: str) -> re.Match[str] | None:
    """The office that a text begins with, if a surname alone may follow it: "Rm Probe"."""
    return _pattern("before_surnames").match(text)


def is_abbreviated(text: str) -> bool:
    """Whether a text is an abbreviated office that means one thing everywhere: "LVB"."""
    return text.rstrip(".") in load("offices")["abbreviations"]["everywhere"]


def expanded(office: str, land: str | None) -> str | None:
    """An office written out: itself if it is no abbreviation; None if it may mean several in this Land."""
    match = re.match(rf"(?P<before>{_ORDINAL}?{_DEPUTY}?)(?P<word>.+?)\.?$", office)
    word = match["word"] if match else office
    if match is None or word not in _abbreviations():
        return office
    table = load("offices")["abbreviations"]
    full = table.get(land or "", {}).get(word) or table["everywhere"].get(word)
    return match["before"] + str(full) if full else None


def is_head(office: str) -> bool:
    """Whether an office is that of the head of a municipality, or of a deputy."""
    bare = re.sub(rf"^{_ORDINAL}?{_DEPUTY}?", "", office)
    return re.sub(r"in$", "", bare) in load("offices")["heads"]


def is_seat(office: str, council: str) -> bool:
    """Whether an office is a seat in a council of this kind: a "Gemeinderätin" sits in a Gemeinderat."""
    bare = re.sub(r"in$", "", office.replace("rät", "rat"))
    return bare in load("offices")["seats"].get(council, ())
