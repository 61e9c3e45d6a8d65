"""Blocking: the tokens by which the rules of matching can bring two printed forms together.

Whether two forms become one depends on forms that share a token with one of them, directly or by a chain of others,
and on no other. So what a new document changes is found by following tokens, and the rest can stay as it is.

>>> person_tokens("Tannhofer", "Ines").isdisjoint(person_tokens("Tannhoffer", "Ines"))
False
>>> person_tokens("Heike", "Ines").isdisjoint(person_tokens("Heiko", "Ines"))
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from protokollgraph.graph.matching.given import (
    LONG_NAME,
    VERY_LONG_NAME,
    family_key,
    name_parts,
    other_family_keys,
    rough_key,
)
from protokollgraph.graph.matching.naming import Keys, is_abbreviation, keys
from protokollgraph.model import EntityKind

_ENDS = 4
"""So many letters at one end are right where a word differs by a slip of the pen."""
_LONG_WORD = 8


def person_tokens(family: str, given: str | None, former: Iterable[str] = ()) -> frozenset[str]:
    """Of a surname, former ones, its spellings, and those from which it differs by slips of the pen.

    A double name shares a token with each of its parts.
    """
    found = {f"p {family_key(each)}" for each in (family, *former)}
    found |= {f"p {each}" for each in (*other_family_keys(family), *name_parts(family))}
    key = family_key(family)
    if given is not None and (rough := rough_key(family)):
        found.add(f"p {rough}")
    if given is not None and len(key) >= LONG_NAME:
        found |= {f"p~{each}" for each in _shortened(key, 2 if len(key) >= VERY_LONG_NAME else 1)}
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _shortened(word: str, letters: int) -> frozenset[str]:
    """The word and what is left of it without some letters: two words that differ by as many slips share one."""
    found = frontier = {word}
    for _ in range(letters):
        frontier = {each[:n] + each[n + 1 :] for each in frontier for n in range(len(each))}
        found = found | frontier
    return frozenset(found)


def thing_tokens(kind: EntityKind, name: str, own: Keys, aliases: Iterable[str]) -> frozenset[str]:
    """Of the keys of a name and of its other names, of its abbreviations, and of long words with slips of the pen.

    ``own`` are the keys under which the thing is compared, ``aliases`` those of its other names.
    """
    found = {own.strong, *own.weak, *aliases}
    if kind is EntityKind.PROJECT:
        found |= set(slip_blocks(own))
    else:
        found |= {keys(kind, part).strong for part in name.split() if is_abbreviation(part)}
        found |= {f"* {tail}" for tail in tails(own)}
        if own.words[:1] == ("landkreis",):
            found.add("landkreis *")
    family = "actor" if kind in (EntityKind.ORGANISATION, EntityKind.BODY) else str(kind)
    return frozenset(f"{family} {each}" for each in found if each)


def tails(own: Keys) -> Iterator[str]:
    """The first letter of a name with its last words: what "BTU Cottbus" and the name written out have in common."""
    for n in range(1, len(own.words)):
        yield f"{own.words[0][0]} {' '.join(own.words[n:])}"


def slip_blocks(own: Keys) -> Iterator[str]:
    """All words of a name but a long one, of which one end counts: names with a slip of the pen in it share a block."""
    for n, word in enumerate(own.words):
        if len(word) >= _LONG_WORD and word.isalpha():
            around = f"{' '.join(own.words[:n])} * {' '.join(own.words[n + 1 :])}"
            yield f"{around}|{word[:_ENDS]}-"
            yield f"{around}|-{word[-_ENDS:]}"
