"""Sentences of running text. Abbreviations, ordinals and dates do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from protokollgraph.extract.words import load

_END = re.compile(r"(?P<stop>[.!?](?:[“\"»)]{0,2}))(?=\s+(?P<next>\S))|;\s|:\s(?=\d\.\s)")
_STARTS_SENTENCE = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Ein|Eine|Herr|Frau|Es|Sie|Er|In|Im|Am|Auf|Für|Mit|Nach|Zum|Zur|Bei|Damit|Dazu|Dieser|Diese"
    r"|Dieses|Als|Auch|Hierzu|Hierbei|Abstimmung|Beschluss|Weitere|Alle|Aufgrund|Aus|Bis|Von|Ziel|Insgesamt)\b"
)
_ORDINAL_SIGNS = frozenset("0123456789IVX")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$|(?:^|\s)[IVX]{1,4}$")
_ENDS_EITHER = re.compile(r"(?:e\.\s?V|e\.\s?G|Enth|usw|etc|Uhr|[A-ZÄÖÜ]{3,}|Mio|Co|einst)$")
"""Abbreviations that may end a sentence."""


@lru_cache(maxsize=1024)
def split(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, white space around it left out."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if _is_end(text, start, match):
            end = match.end("stop") if match["stop"] else match.start() + 1
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    if not match["stop"]:
        return text.count("(", start, match.start()) <= text.count(")", start, match.start())
    following = match.start("next")
    before = text[max(start, match.start() - 14) : match.start()]
    if match["stop"][0] in "!?":
        return True
    if text[following].islower():
        return False
    if before[-1:] in _ORDINAL_SIGNS and _ORDINAL.search(before):
        # "8. Sitzung", "14. Mai", "1. Das Projekt …": an ordinal or a list number, unless a sentence plainly begins.
        number_only = text[start : match.start()].strip().isalnum()
        return bool(_STARTS_SENTENCE.match(text, following)) and not number_only
    if match["stop"] == "." and _is_abbreviation(before):
        # "e. V." may end a sentence, and so may any abbreviation before a word that begins one.
        return bool(_ENDS_EITHER.search(before)) and bool(_STARTS_SENTENCE.match(text, following))
    return text.count("(", start, match.start()) <= text.count(")", start, match.end()) or (
        bool(_STARTS_SENTENCE.match(text, following)) and match.start() - start > 300
    )


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("sentences")["abbreviations"])


def _is_abbreviation(before: str) -> bool:
    """Whether a text ends in an abbreviation or in one capital letter."""
    start = len(before)
    while start and before[start - 1].isalpha():
        start -= 1
    word = before[start:]
    return word in _abbreviations() or (len(word) == 1 and word in "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
