"""A quick first look at a text: which words stand in it, before the patterns that need one of them search it.

A module asks for a bit for the words without which its pattern fits nothing; all words are looked for in one pass::

    _CUE = hints.bit(["rojekt", "orhaben"])
    if hints.of(text) & _CUE: …
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache

import ahocorasick

from protokollgraph.extract.names import UPPER

_asked: list[Callable[[], Iterable[str]]] = []


def bit(words: Iterable[str] | Callable[[], Iterable[str]]) -> int:
    """A bit of its own for some words; a function that gives them is called when the first text is looked at."""
    _asked.append(words if callable(words) else lambda: words)
    for answer in (_automaton, _hits, of):
        answer.cache_clear()
    return 1 << (len(_asked) - 1)


@lru_cache(maxsize=8192)
def of(text: str) -> int:
    """The bits whose words stand in the text, also inside longer words."""
    found = 0
    for _, bits in _hits(text):
        found |= bits
    return found


@lru_cache(maxsize=1024)
def _hits(text: str) -> list[tuple[int, int]]:
    """Where each word's last letter stands, with its bits."""
    return list(_automaton().iter(text))


_WORD = re.compile(r"(?<![\w-])[\w-]")
_CAPITAL = re.compile(rf"[{UPPER}](?<![\w-].)")


def near(
    pattern: re.Pattern[str], text: str, asked: int, before: int, *, small: bool = False
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins where a word does, at most ``before`` characters ahead of a hint's end.

    They are the ones that ``finditer`` gives, found without a search of the whole text. ``small`` is for a pattern
    that may begin with anything but a capital.
    """
    if not of(text) & asked:
        return
    at, words = 0, _WORD if small else _CAPITAL
    for last, bits in _hits(text):
        if not bits & asked or last < at:
            continue
        for beginning in words.finditer(text, max(at, last - before), last + 1):
            if beginning.start() < at:
                continue
            match = pattern.match(text, beginning.start())
            at = match.end() if match else beginning.end()
            if match:
                yield match


@cache
def _automaton() -> ahocorasick.Automaton:
    return _compiled([words() for words in _asked])


class Shortlist:
    """Which of many patterns a text can fit: those of which a word stands in it.

    >>> Shortlist([["lehnt"], ["verwiesen", "überwiesen"], [""]]).of("Der Antrag wird verwiesen.")
    [1, 2]
    """

    __slots__ = ("_always", "_automaton")

    def __init__(self, words: Sequence[Collection[str]]) -> None:
        self._always = sum(1 << place for place, its in enumerate(words) if "" in its)
        self._automaton = _compiled([() if "" in its else its for its in words])

    def of(self, text: str) -> list[int]:
        """The places of these patterns in the list, in order."""
        found = self._always
        for _, bits in self._automaton.iter(text):
            found |= bits
        places = []
        while found:
            lowest = found & -found
            places.append(lowest.bit_length() - 1)
            found ^= lowest
        return places


def _compiled(words: Sequence[Iterable[str]]) -> ahocorasick.Automaton:
    """An automaton that gives for each word the bits of the places where it is listed."""
    bits: dict[str, int] = defaultdict(int)
    for place, its in enumerate(words):
        for word in its:
            bits[word] |= 1 << place
    automaton = ahocorasick.Automaton()
    for word, of_word in bits.items():
        automaton.add_word(word, of_word)
    automaton.make_automaton()
    return automaton
