"""A quick first look at a text: which words stand in it, before the patterns that need one of them search it.

A module asks for a bit for the words without which its pattern fits nothing; all words are looked for in one pass::

    _CUE = hints.bit(["rojekt", "orhaben"])
    if hints.of(text) & _CUE: …
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import ahocorasick

_asked: list[Callable[[], Iterable[str]]] = []


def bit(words: Iterable[str] | Callable[[], Iterable[str]]) -> int:
    """A bit of its own for some words; a function that gives them is called when the first text is looked at."""
    _asked.append(words if callable(words) else lambda: words)
    _automaton.cache_clear()
    of.cache_clear()
    return 1 << (len(_asked) - 1)


@lru_cache(maxsize=8192)
def of(text: str) -> int:
    """The bits whose words stand in the text, also inside longer words."""
    found = 0
    for _, bits in _automaton().iter(text):
        found |= bits
    return found


@cache
def _automaton() -> ahocorasick.Automaton:
    bits: dict[str, int] = defaultdict(int)
    for position, words in enumerate(_asked):
        for word in words():
            bits[word] |= 1 << position
    automaton = ahocorasick.Automaton()
    for word, its in bits.items():
        automaton.add_word(word, its)
    automaton.make_automaton()
    return automaton
