"""The word lists of ``graph/words/names.yml``, folded and ready for comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from protokollgraph.graph.matching.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """See ``names.yml`` for what each list is for."""

    legal_forms: re.Pattern[str]
    state_of: re.Pattern[str]
    states: frozenset[str]
    territories: re.Pattern[str]
    foreign_letters: frozenset[str]
    expansions: dict[str, str]
    omissible_kinds: frozenset[str]
    omissible_body_kinds: frozenset[str]
    belonging: re.Pattern[str]
    administrations: dict[str, str]
    elected_bodies: tuple[str, ...]
    councils: frozenset[str]
    territory_kinds: frozenset[str]
    supralocal: frozenset[str]
    articles: frozenset[str]
    fillers: frozenset[str]
    programme_words: frozenset[str]
    inflected: re.Pattern[str]
    generic: frozenset[str]


@cache
def load() -> Words:
    """The packaged lists, read once."""
    data = yaml.safe_load(files("protokollgraph.graph").joinpath("words/names.yml").read_text("utf-8"))
    states = "|".join(re.escape(fold(state)) for state in sorted(data["states"], key=len, reverse=True))
    nouns, adjectives = ("|".join(map(fold, data[name])) for name in ("nouns", "adjectives"))
    return Words(
        legal_forms=re.compile(rf"(?<=\S)[\s,]+(?:{'|'.join(map(_spaced, data['legal_forms']))})(?=[\s,)]|$)"),
        state_of=re.compile(rf"(?<=\S)\s+(?:des|im|vom)?\s*(?:landes?|freistaate?s?)\s+(?=(?:{states})\b)"),
        states=frozenset(map(fold, data["states"])),
        territories=re.compile(rf"(?:{'|'.join(map(fold, data['territories']))})\b"),
        foreign_letters=frozenset(data["foreign_letters"]),
        expansions=data["expansions"],
        omissible_kinds=_folded(data["omissible_kinds"]),
        omissible_body_kinds=_folded(data["omissible_body_kinds"]),
        belonging=re.compile(rf"(?<=\S)\s+(?:{'|'.join(map(fold, data['belonging']))})(?=\s)"),
        administrations=data["administrations"],
        elected_bodies=tuple(map(fold, data["elected_bodies"])),
        councils=_folded(data["elected_bodies"] + data["further_councils"]),
        territory_kinds=_folded(data["territory_kinds"]),
        supralocal=_folded(data["supralocal"]),
        articles=_folded(data["articles"]),
        fillers=_folded(data["fillers"]),
        programme_words=_folded(data["programme_words"]),
        inflected=re.compile(rf"(\w*(?:{nouns}))e?s|(\w*(?:{adjectives}))(?:e|en|er|es|em)"),
        generic=_folded(data["generic"]),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _spaced(form: str) -> str:
    """A legal form with its dots and spaces optional: "e. V.", "e.V.", "eV"."""
    letters = re.findall(r"\w+|[&()]", fold(form))
    return r"\.?\s*".join(map(re.escape, letters)) + r"\.?"
