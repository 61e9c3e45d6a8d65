"""What an authority file's records ask of whom they are linked to, where a name alone is too little.

Records are entities of documents of their own, and the rules that join mentions link them as well. On top of that a
Werkstatt must have the number of the record and, where a theme is printed, its theme; a body that the record calls a
unit of a town must be one of that town. Traits carry this into the clusters.
"""

from __future__ import annotations

from protokollgraph.graph.matching.clusters import Traits
from protokollgraph.graph.matching.fold import fold, typos, words
from protokollgraph.graph.matching.naming import is_abbreviation, keys
from protokollgraph.graph.matching.words import load
from protokollgraph.model import EntityKind

PRINTED = "printed somewhere"
"""The trait of whatever a document speaks of: of a record that is linked already nothing is asked any more."""

_OR = " | "
_LONG_WORD = 6
"""From how many letters on two words of a theme are one if the one begins with the other, or a letter differs."""


def asked(kind: EntityKind, number: int | None, scope: str, aliases: tuple[str, ...]) -> Traits:
    """The traits that a record has because of what it asks for."""
    if kind is not EntityKind.BODY:
        return frozenset()
    found: set[str] = set()
    if number is not None:
        found.add(f"asks number {number}")
        found.update(f"subject {theme}" for theme in _themes(aliases))
    elif scope:
        unit = [f"unit of {scope}", *(f"named {keys(kind, each).strong}" for each in aliases)]
        found.add(f"asks {_OR.join(unit)}")
    return frozenset(found)


def offered(kind: EntityKind, number: int | None, name: str, aliases: tuple[str, ...]) -> Traits:
    """The traits of a mention that records may ask for."""
    found = {PRINTED}
    if kind is EntityKind.BODY and number is None:
        found.add(f"named {keys(kind, name).strong}")
    elif kind is EntityKind.BODY:
        found.update(f"theme {theme}" for theme in _themes((name, *aliases)))
    return frozenset(found)


def lacks(one: Traits, other: Traits) -> bool:
    """Whether one asks for something that the other has not, or they have different themes."""
    return _lacks(one, other) or _lacks(other, one)


def _lacks(one: Traits, other: Traits) -> bool:
    if PRINTED in one:
        return False
    subjects = {trait for trait in one if trait.startswith("subject ")}
    themes = {trait for trait in other if trait.startswith("theme ")} if subjects else set()
    if any(not any(_alike(theme, subject) for subject in subjects) for theme in themes):
        return True
    asks = (trait.removeprefix("asks ").split(_OR) for trait in one if trait.startswith("asks "))
    return any(other.isdisjoint(each) for each in asks)


def _themes(names: tuple[str, ...]) -> set[str]:
    """The words that a Werkstatt has besides its number; abbreviations are no themes."""
    found: set[str] = set()
    for name in names:
        own = [word for word in words(fold(name)) if word not in load().fillers]
        own = [word for word in own if not word.isdecimal() and not word.startswith("werkstatt")]
        if own and not is_abbreviation(name):
            found.add(" ".join(own))
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two themes have more than half of the words of the shorter one in common."""
    short, long = sorted((one.split()[1:], other.split()[1:]), key=len)
    return 2 * sum(any(_same_word(left, right) for right in long) for left in short) > len(short)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= _LONG_WORD and (one[:shorter] == other[:shorter] or typos(one, other, 1) is not None)
