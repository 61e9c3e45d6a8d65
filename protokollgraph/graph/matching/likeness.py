"""Comparators for names of things. Each one returns a :class:`Match`, or whether something can be; none decides alone.

>>> slip_of_the_pen(("radweg", "kohlebahntrasse"), ("radweg", "kohlenbahntrasse")).reason
'kohlebahntrasse and kohlenbahntrasse differ by a slip of the pen'
>>> stands_for_words("IHK", ("industrie", "und", "handelskammer")), stands_for_words("IHK", ("handwerkskammer",))
(True, False)
"""

from __future__ import annotations

import re

from protokollgraph.graph.matching.fold import fold, typos
from protokollgraph.graph.matching.given import Match
from protokollgraph.graph.matching.naming import Keys
from protokollgraph.graph.matching.words import load

_LONG_NAME = 12
_LETTERS = 3
_NUMBER = re.compile(r"\d+")
_TOWN, _AT_END = re.compile(r"b[eu]rg"), re.compile(r"b[eu]rg$")


def similar(one: Keys, other: Keys) -> Match | None:
    """Whether two full names with one abbreviation are one name: nearly equal, or the start of the other."""
    if _NUMBER.findall(one.strong) != _NUMBER.findall(other.strong):
        return None
    short, long = sorted((one.words, other.words), key=lambda found: (len(found), found))
    if len(short) >= 2 and long[: len(short)] == short:
        return Match(0.9, "same abbreviation, and one name continues the other")
    alike = _TOWN.sub("", one.strong) == _TOWN.sub("", other.strong)
    if min(len(one.strong), len(other.strong)) >= _LONG_NAME and typos(one.strong, other.strong, 2) and not alike:
        return Match(0.9, "same abbreviation and nearly the same name")
    return None


def slip_of_the_pen(one: tuple[str, ...], other: tuple[str, ...]) -> Match | None:
    """One long word of two names differs by a letter (two from twelve letters on); never a "-berg" from a "-burg"."""
    differing = [(left, right) for left, right in zip(one, other, strict=False) if left != right]
    if len(one) != len(other) or len(differing) != 1:
        return None
    left, right = differing[0]
    shorter = min(len(left), len(right))
    if shorter < 8 or not (left + right).isalpha() or _AT_END.sub("", left) == _AT_END.sub("", right):
        return None
    slips = typos(left, right, 2 if shorter >= 12 else 1)
    return None if slips is None else Match(0.85, f"{left} and {right} differ by a slip of the pen")


def stands_for_district(short: str, name: tuple[str, ...]) -> bool:
    """Whether letters of a number plate can stand for a district: SPN for Spree-Neiße, OSL for Oberspreewald-Lausitz.

    Its letters must stand in the name in this order and begin with its first; each word's first letter must be there.
    """
    letters, spelt = fold(short), " ".join(name)
    if not 1 <= len(letters) <= 3 or not letters.isalpha() or not spelt or letters[0] != spelt[0]:
        return False
    initials = iter(letters)
    return _are_in(letters, spelt) and all(word[0] in initials for word in name)


def stands_for_words(short: str, name: tuple[str, ...]) -> bool:
    """Whether an abbreviation can stand for words: their first letters, or letters of one or two long words.

    "BTU" for "Brandenburgische Technische Universität", "HWK" for "Handwerkskammer". Its letters must stand in the
    words in this order, each word's first letter must be there, and letters inside of words need three in all.
    """
    own = tuple(word for word in name if word not in load().fillers)
    letters = "".join(c for c in fold(short) if c.isalpha())
    if len(letters) < 2 or not own or letters[0] != own[0][:1]:
        return False
    if letters == "".join(word[0] for word in own):
        return True
    return len(letters) >= _LETTERS and _are_spelt(letters, own)


def _are_spelt(letters: str, name: tuple[str, ...]) -> bool:
    """Whether the letters are the first one of each word, each with some from inside of that word behind it."""
    if not name or not letters:
        return not name and not letters
    word, rest = name[0], name[1:]
    return letters[0] == word[:1] and any(
        _are_in(letters[1:n], word[1:]) and _are_spelt(letters[n:], rest) for n in range(1, len(letters) + 1)
    )


def _are_in(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in this order."""
    remaining = iter(word)
    return all(letter in remaining for letter in letters)
