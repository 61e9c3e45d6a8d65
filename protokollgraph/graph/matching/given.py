"""Comparators for names of people. Each one returns a :class:`Match` or None; none of them decides alone.

>>> given_names("A.", "Annegret").reason
'A. can stand for Annegret'
>>> given_names("Heiko", "Heike") is None
True
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from protokollgraph.graph.matching.fold import fold, typos
from protokollgraph.model import Gender

LONG_NAME, VERY_LONG_NAME = 8, 12
"""From how many letters on a surname is long enough to bear one slip of the pen, or two."""

_ROUGH_DOUBLED, _ROUGH_READ = 7, 5
"""From how many letters on a surname is long enough for a doubled letter too many, or for an "rn" read as "m"."""

_FOREIGN = str.maketrans({"š": "sch", "ś": "sch", "ž": "sch", "ź": "sch", "č": "tsch", "ć": "tsch", "ř": "sch"})
"""How German minutes write Sorbian, Czech and Polish letters."""

_DOUBLED = re.compile(r"(.)\1")
_PART = re.compile(r"[^\s.-]+\.?")
_SPELLINGS = (("sch", "s"), ("ph", "f"), ("th", "t"), ("ch", "k"), ("c", "k"), ("y", "i"))
_PARTICLES = {"v": "von", "z": "zu", "d": "der"}


@dataclass(frozen=True, slots=True)
class Match:
    """Two names can mean the same: how sure (0 to 1), and why."""

    score: float
    reason: str


@lru_cache(maxsize=1 << 16)
def family_key(family: str) -> str:
    """A surname without accents, hyphens and spaces; "v." is "von"."""
    parts = fold(family).replace("-", " ").replace("'", "").split()
    return "".join(_PARTICLES.get(part.rstrip("."), part) if part.endswith(".") else part for part in parts)


@lru_cache(maxsize=1 << 16)
def other_family_keys(family: str) -> frozenset[str]:
    """Other keys of a surname: as it is written where its letters are not at hand, "Měškojc" as "Meschkojc"."""
    written = family_key(unicodedata.normalize("NFC", family).casefold().translate(_FOREIGN))
    return frozenset({written} - {family_key(family)})


@lru_cache(maxsize=1 << 16)
def rough_key(family: str) -> str:
    """A surname without its doubled letters, and with "m" for "rn"; "" if it is too short to be compared so.

    >>> rough_key("Kallauke") == rough_key("Kalauke"), rough_key("Körner") == rough_key("Kömer"), rough_key("Horn")
    (True, True, '')
    """
    key = family_key(family)
    plain = _DOUBLED.sub(r"\1", key) if len(key) >= _ROUGH_DOUBLED else key
    return plain.replace("rn", "m") if len(key) >= _ROUGH_READ else ""


def name_parts(family: str) -> tuple[str, ...]:
    """The keys of the parts of a double name: "Muster-Probe"."""
    parts = tuple(map(family_key, family.split("-")))
    return parts if len(parts) > 1 and all(len(part) > 2 for part in parts) else ()


@lru_cache(maxsize=1 << 16)
def given_key(given: str) -> str:
    """A given name as it sounds: Henrik and Henryk, Katharina and Catarina are one key; Heiko and Heike are two."""
    sound = " ".join(_parts(given))
    for spelling, plain in _SPELLINGS:
        sound = sound.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", sound)


@lru_cache(maxsize=1 << 16)
def is_initials(given: str) -> bool:
    """True for "A." and "K.-H.", False for "Lena M."."""
    return all(_is_initial(part) for part in _parts(given))


@lru_cache(maxsize=1 << 16)
def given_names(one: str, other: str) -> Match | None:
    """Whether two given names can be one person's; a middle name may be missing, a part of a double name not."""
    if fold(one) == fold(other):
        return Match(1.0, "same given name")
    if given_key(one) == given_key(other):
        return Match(0.95, f"{one} and {other} are spellings of one given name")
    parts, others = _parts(one), _parts(other)
    if not (is_initials(one) or is_initials(other) or _same_doubles(one, other)):
        return None
    if not all(_can_be_one(left, right) for left, right in zip(parts, others, strict=False)):
        return None
    short, full = sorted((one, other), key=lambda name: (len(name), name))
    if is_initials(short):
        return Match(0.8, f"{short} can stand for {full}")
    return Match(0.85, f"{short} is {full} with a shorter given name")


@lru_cache(maxsize=1 << 16)
def families(one: str, other: str) -> Match | None:
    """Whether two surnames are the same, or the same but for a slip of the pen in a long one."""
    left, right = family_key(one), family_key(other)
    if left == right:
        return Match(1.0, "same surname")
    shorter = min(len(left), len(right))
    if shorter < LONG_NAME:
        return None
    slips = typos(left, right, 2 if shorter >= VERY_LONG_NAME else 1)
    if slips is None:
        return None
    return Match(0.9, f"{one} and {other} differ by {'one letter' if slips == 1 else f'{slips} letters'}")


def genders(one: Gender | None, other: Gender | None) -> Match | None:
    """Herr and Frau are two people; a missing form of address says nothing."""
    if one is None or other is None or one is other:
        return Match(1.0, "no other form of address")
    return None


def _same_doubles(one: str, other: str) -> bool:
    """Whether each given name is double where the other's is: "Anna-Maria" and "Anna-Maria Ute", not "Anna Ute"."""
    return all(left.count("-") == right.count("-") for left, right in zip(one.split(), other.split(), strict=False))


@lru_cache(maxsize=1 << 16)
def _parts(given: str) -> tuple[str, ...]:
    return tuple(_PART.findall(fold(given)))


def _is_initial(part: str) -> bool:
    return part.endswith(".") or len(part) == 1


def _can_be_one(left: str, right: str) -> bool:
    if _is_initial(left) or _is_initial(right):
        short, full = left.rstrip("."), right.rstrip(".")
        return full.startswith(short) or short.startswith(full)
    return given_key(left) == given_key(right)
