"""Counted votes and the words for how a decision was reached."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.words import load
from protokollgraph.model import Method, Votes


@cache
def _count() -> str:
    words = "|".join(sorted(load("numbers")["words"], key=len, reverse=True))
    return rf"(?:\d{{1,3}}|{words})"


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    n = rf"(?P<n>{_count()})"
    yes = r"(?:Ja|JA|dafür|Dafür|pro|Zustimmung(?:en)?|Fürstimmen|ja)"
    no = r"(?:Nein|NEIN|dagegen|Dagegen|contra|Gegenstimmen?|Ablehnung(?:en)?|nein)"
    abstain = r"(?:Enthaltung(?:en)?|Stimmenthaltung(?:en)?|Enth\.?|ENTHALTUNG(?:EN)?|enthalten)"
    votes = r"(?:[-\s]?Stimmen?)?"

    def both(word: str) -> list[re.Pattern[str]]:
        return [
            re.compile(rf"(?<!\w){word}{votes}\s?[:=]\s?{n}(?![\w/])"),
            re.compile(
                rf"(?<![\w.,/]){n}\s?(?:x\s|×\s)?(?:Stimmen?\s)?{word}{votes}(?!\w)(?!\s*:\s*\d)",
                re.IGNORECASE if word == abstain else 0,
            ),
            re.compile(
                rf"(?<!\w){word}{votes}\s{{1,4}}(?P<n>\d{{1,3}})(?![\w/]|\.\d)"
                r"(?!\s?(?:Ja|Nein|Enth|dafür|dagegen|Stimm|Gegen|x\s))"
            ),
        ]

    who = r"(?:\s(?:Mitglied(?:er)?|Stimmberechtigte|Anwesende|Stadtverordnete|Gemeindevertreter))?"
    told = {
        "favor": [
            rf"\bstimm(?:t|en|te|ten)\s{n}{who}(?!\w|\sdagegen)",
            rf"(?<!\w){n}{who}\sstimm(?:t|en|te|ten)\s(?:dafür|zu|mit\sJa)\b",
        ],
        "against": [rf"(?<!\w){n}{who}\sstimm(?:t|en|te|ten)\s(?:dagegen|mit\sNein)\b"],
        "abstention": [rf"(?<!\w){n}{who}\senth(?:ält|alten|ielt|ielten)\ssich\b"],
    }
    words = {"favor": yes, "against": no, "abstention": abstain}
    return {slot: both(word) + [re.compile(p) for p in told[slot]] for slot, word in words.items()}


_HINTS = ("Ja", "Nein", "NEIN", "timm", "nth", "NTH", "dafür", "dagegen", "Dafür", "/", ":", "ablehn", "nein")
"""One of these stands in every vote that is counted."""
_TRIPLE = re.compile(
    r"(?<![\d/.:])(?P<a>\d{1,3})\s?(?P<s>[/:|])\s?(?P<b>\d{1,3})\s?(?P=s)\s?(?P<c>\d{1,3})(?![\d/:]|\.\d)"
)
_PAIR = re.compile(r"(?<![\d/.:])(?P<a>\d{1,3})\s?(?::|zu|gegen)\s?(?P<b>\d{1,3})(?:\s+Stimmen)(?!\w)")
_VOTE_CONTEXT = re.compile(
    r"Abst|Stimm|angenommen|abgelehnt|mehrheitlich|einstimmig|Votum|Ja/Nein|beschlossen|Beschluss"
    r"|\(\s*\d{1,3}\s?[/:|]\s?\d{1,3}\s?[/:|]\s?\d{1,3}\s*\)",
    re.IGNORECASE,
)
_AGAINST_ZERO = re.compile(r"ohne\s+Gegenstimmen?|keine\s+Gegenstimmen?|(?:bei\s+)?keiner\s+Gegenstimme", re.IGNORECASE)


def count(text: str) -> Votes:
    """The figures of a vote, each only if it is stated.

    "12 Ja, 2 Nein, 1 Enthaltung" · "Ja: 12, Nein: 2, Enth.: 1" · "12/2/1" (by convention yes/no/abstention, only where
    the text speaks of a vote) · "bei zwei Enthaltungen". If there are words, the figures are read by them, never by
    position.
    """
    if not any(hint in text for hint in _HINTS):
        return Votes()
    found: dict[str, int | None] = {}
    for slot, patterns in _patterns().items():
        found[slot] = next((_number(match["n"]) for pattern in patterns if (match := pattern.search(text))), None)
    if found["against"] is None and _AGAINST_ZERO.search(text):
        found["against"] = 0
    if all(value is None for value in found.values()) and _VOTE_CONTEXT.search(text):
        triple = _TRIPLE.search(text)
        if triple and int(triple["a"]) + int(triple["b"]) + int(triple["c"]) > 0:
            return Votes(int(triple["a"]), int(triple["b"]), int(triple["c"]))
    if found["favor"] is None and found["against"] is None and (pair := _PAIR.search(text)):
        found["favor"], found["against"] = int(pair["a"]), int(pair["b"])
    return Votes(found["favor"], found["against"], found["abstention"])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(load("numbers")["words"][word.casefold()])


_METHODS = (
    (
        Method.CONSENSUS,
        re.compile(
            r"\bim\s+Konsens|\bkonsensual|\beinvernehmlich|\bbesteht\b[^.]*\bKonsens\b"
            r"|\bim\s+(?:gegenseitigen\s+)?Einvernehmen\b"
            r"|\bKonsens(?:entscheidung|beschluss|empfehlung|prinzip)?\b"
            r"(?!\s+(?:nicht|wurde\s+nicht|konnte|besteht\s+nicht))",
            re.IGNORECASE,
        ),
    ),
    (Method.UNANIMOUS, re.compile(r"\b[Ee]inst(?:immig|imm\.|\.)|\beinmütig|\bEinstimmigkeit\b", re.IGNORECASE)),
    (
        Method.MAJORITY,
        re.compile(
            r"\bmehrheitl(?:ich|\.)|\bmit\s+(?:\w+\s+)?Mehrheit\b|\bmehrh\.|\bStimmenmehrheit\b"
            r"|\bmit\s+Stimmenmehrheit",
            re.IGNORECASE,
        ),
    ),
)
_NOT_SO = re.compile(r"\bnicht\s$")
_WITH = re.compile(r"\smit\s(?:der|dem|den)\b")
"""“im Einvernehmen mit dem Landkreis”: how something was prepared, not how it was decided."""


def method(text: str) -> Method | None:
    """The wording for how a decision was reached."""
    if not any(hint in text for hint in ("onsens", "nvernehm", "inst", "inm", "ehrh", "INST", "EHRH")):
        return None
    places = [
        (match.start(), found)
        for found, pattern in _METHODS
        if (match := pattern.search(text))
        and not _NOT_SO.search(text, 0, match.start())
        and not _WITH.match(text, match.end())
    ]
    return min(places)[1] if places else None


def concluded(stated: Method | None, votes: Votes) -> Method | None:
    """The method: the wording, or what the figures alone leave no doubt about.

    Votes against and for are a majority; no votes against and no abstention are unanimous; no votes against but
    abstentions are neither.
    """
    if stated or votes.favor is None or votes.against is None:
        return stated
    if votes.favor and votes.against:
        return Method.MAJORITY
    if votes.favor and votes.against == 0 and votes.abstention == 0:
        return Method.UNANIMOUS
    return None
