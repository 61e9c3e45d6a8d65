"""What the free words of an OParl record mean: results, kinds of papers, bodies, names of meetings.

The wordings are data (``extract/words/oparl.yml``); votes and methods are read by the rules for minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from protokollgraph.extract import organisations, votes
from protokollgraph.extract.words import load
from protokollgraph.model import DecisionKind, Gender, Method, Outcome, PaperKind, Votes

_SESSION = re.compile(r"(?<![\d.])(\d{1,3})\.\s+(?:\w+\s+)?\w*[Ss]itzung\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_ITEM_LABEL = re.compile(r"(?:TOP|Punkt|Tagesordnungspunkt)\s+")


@dataclass(frozen=True, slots=True)
class Result:
    """How an item ended."""

    kind: DecisionKind
    outcome: Outcome
    method: Method | None
    votes: Votes


@lru_cache(maxsize=4096)
def result(words: str) -> Result | None:
    """What the words for an item's end say; None if nothing was decided, or not what. KeyError for unknown words."""
    for pattern, kind, outcome in _results():
        if pattern.search(words):
            if kind is None or outcome is None:
                return None
            counted = votes.count(words)
            return Result(kind, outcome, votes.concluded(votes.method(words), counted), counted)
    raise KeyError(words)


@lru_cache(maxsize=256)
def paper_kind(words: str) -> PaperKind | None:
    """What kind of paper the words name."""
    return next((kind for pattern, kind in _papers() if pattern.search(words)), None)


def is_body(*words: str | None) -> bool:
    """Whether one of the words for an organisation's type is that of a body that meets."""
    return any(_pattern("bodies").search(each) for each in words if each)


def is_cancelled(state: str) -> bool:
    return _pattern("cancelled").search(state) is not None


def gender(*words: str | None) -> Gender | None:
    """What a form of address or a word for gender says."""
    said = " ".join(each for each in words if each)
    if _pattern("female").search(said):
        return Gender.FEMALE
    return Gender.MALE if _pattern("male").search(said) else None


@lru_cache(maxsize=1024)
def body_in(name: str) -> str | None:
    """The body that the name of a meeting or organisation is; None if it says anything else besides.

    >>> body_in("3. Sitzung des Gemeinderates (öffentlich/nicht öffentlich)")
    'Gemeinderat'
    >>> body_in("Gemeinderat - Klausur") is None
    True
    """
    plain = _BRACKETS.sub(" ", name)
    found = [each for each in organisations.discover(plain) if each.body]
    if len(found) != 1:
        return None
    rest = plain[: found[0].start] + " " + plain[found[0].end :]
    return None if re.search(r"\w", _pattern("besides").sub(" ", rest)) else found[0].name


def body_number(name: str) -> int | None:
    """The number that tells a body from others of its kind: 4 for "Werkstatt 4"."""
    numbers = {each.number for each in organisations.discover(name)}
    return next(iter(numbers)) if len(numbers) == 1 else None


def session_number(name: str) -> int | None:
    """The number of a session in its name: 3 for "3. Sitzung"."""
    match = _SESSION.search(name)
    return int(match.group(1)) if match and int(match.group(1)) else None


def item_number(text: str) -> str:
    """The number of an item without "TOP" and full stop; may be empty. "7)" loses its bracket, "7 (2)" keeps both."""
    label = _ITEM_LABEL.match(text)
    number = text[label.end() :] if label else text
    return number.strip(" .:" if "(" in number else " .:)")


@cache
def _results() -> list[tuple[re.Pattern[str], DecisionKind | None, Outcome | None]]:
    return [
        (
            re.compile(row["pattern"], re.IGNORECASE),
            DecisionKind(row["kind"]) if "kind" in row else None,
            Outcome(row["outcome"]) if "outcome" in row else None,
        )
        for row in load("oparl")["results"]
    ]


@cache
def _papers() -> list[tuple[re.Pattern[str], PaperKind]]:
    rows = load("oparl")["papers"]
    return [(re.compile(row["pattern"], re.IGNORECASE), PaperKind(row["kind"])) for row in rows]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("oparl")[name], re.IGNORECASE)
