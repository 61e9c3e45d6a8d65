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


_VOTES = r"(?:[-\s]?[Ss]timmen?|-?STIMMEN?)?"
_KEYWORDS = {
    "favor": rf"(?:(?:Ja|JA|ja|pro){_VOTES}|[Dd]afür|DAFÜR|Fürstimmen?|Zustimmung(?:en)?)",
    "against": rf"(?:(?:Nein|NEIN|nein|contra){_VOTES}|[Dd]agegen|DAGEGEN|Gegenstimmen?|GEGENSTIMMEN?"
    r"|Ablehnung(?:en)?)",
    "abstention": rf"(?:(?i:(?:Stimm)?enthaltung(?:en)?)|[Ee]nth\.?|enthalten){_VOTES}",
}


@cache
def _tokens() -> re.Pattern[str]:
    """Figures, words that say what they count, and what may stand between the two."""
    words = "|".join(rf"(?P<{slot}>(?<!\w){word}(?!\w))" for slot, word in _KEYWORDS.items())
    return re.compile(
        rf"{words}|(?<![\w.,/])(?<!\d:)(?P<number>{_count()})(?![\w/]|[.,:]\d)|(?P<colon>[:=])"
        r"|(?P<filler>\s+|[x×](?=\s)|Stimmen?(?=\s)|gültige(?=\s))|(?P<other>\w+[\w./:,-]*\w|\S)"
    )


@cache
def _keyword() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_KEYWORDS.values())})(?!\w)")


_NUMBERED = re.compile(
    r"(?:TOP|Punkte?|Pkt\.?|Ziffern?|Ziff\.?|Nr\.?|Antr[aä]ge?|Absatz|Abs\.?|§+|Satz|Teil|Variante)$"
)
"""The figure behind one of these is a name."""
_NOUN = re.compile(r"Zustimmung|Ablehnung")
"""Behind a word for a number these say something else: "findet keine Zustimmung"."""
_AROUND = 30


def _keyed(text: str) -> dict[str, int]:
    """The figures that stand right beside a word for what they count: "12 Ja", "Ja: 12", "Ja 12".

    A run that begins with a word and ends with a figure is read as "Ja 7 Nein 1", any other as "7 Ja 1 Nein".
    """
    places = [match.span() for match in _keyword().finditer(text)]
    found: dict[str, int] = {}
    if not places:
        return found
    run: list[tuple[str, str]] = []
    stream = _stream(text[max(0, places[0][0] - _AROUND) : places[-1][1] + _AROUND])
    for kind, word in stream:
        if kind == "colon" and len(run) > 1 and all(slot in _KEYWORDS for slot, _ in run):
            continue
        if kind == "colon" and run and run[-1][0] in _KEYWORDS:
            keyword = run.pop()
            _settle(run, found)
            run = [keyword, (kind, word)]
        elif len(run) == 2 and run[1][0] == "colon":
            _settle([run[0], (kind, word)] if kind == "number" else [], found)
            run = [] if kind in ("number", "other") else [*(run[:1] if kind in _KEYWORDS else []), (kind, word)]
        elif kind in ("other", "colon"):
            _settle(run, found)
            run = []
        else:
            run.append((kind, word))
    _settle(run, found)
    return found


def heads_columns(text: str) -> bool:
    """Whether a line is the head of a table of votes: "Ja", "Nein", "Enthaltungen" and nothing else."""
    tokens = [kind for kind, _ in _stream(text)]
    return sum(kind in _KEYWORDS for kind in tokens) > 1 and all(k in _KEYWORDS or k == "colon" for k in tokens)


def _stream(text: str) -> list[tuple[str, str]]:
    """The tokens of a text; a figure that is a name is none."""
    tokens = [(str(m.lastgroup), m.group()) for m in _tokens().finditer(text) if m.lastgroup != "filler"]
    return [
        ("other", word) if kind == "number" and at and _NUMBERED.match(tokens[at - 1][1]) else (kind, word)
        for at, (kind, word) in enumerate(tokens)
    ]


def _settle(run: list[tuple[str, str]], found: dict[str, int]) -> None:
    """Add the figures of a run of words and figures; a row of words and one of figures must be of the same length."""
    if len(run) < 2:
        return
    words = [slot for slot, _ in run if slot in _KEYWORDS]
    if len(words) > 1 and [slot for slot, _ in run[: len(words)]] == words:
        if len(run) == 2 * len(words):
            for slot, (_, number) in zip(words, run[len(words) :], strict=True):
                found.setdefault(slot, _number(number))
        return
    word_first = run[0][0] in _KEYWORDS and run[-1][0] == "number"
    if word_first and (totals := _totals(run)) is not None:
        found.update({slot: total for slot, total in totals.items() if slot not in found})
        return
    at = 0
    while at + 1 < len(run):
        (slot, word), (kind, number) = run[at : at + 2] if word_first else (run[at + 1], run[at])
        if slot not in _KEYWORDS or kind != "number" or (_NOUN.match(word) and not number.isdigit()):
            at += 1
            continue
        if number.isdigit() or not word_first:
            found.setdefault(slot, _number(number))
        at += 2


def _totals(run: list[tuple[str, str]]) -> dict[str, int] | None:
    """The last figure of each row of a table by groups, if the others add up to it; None if it is no such table."""
    rows: list[tuple[str, list[int]]] = []
    for kind, word in run:
        if kind in _KEYWORDS:
            rows.append((kind, []))
        else:
            rows[-1][1].append(_number(word))
    if all(len(figures) < 2 for _, figures in rows):
        return None
    return {slot: figures[-1] for slot, figures in rows if len(figures) > 1 and sum(figures[:-1]) == figures[-1]}


_WHO = r"(?:\s(?:Mitglied(?:er)?|Stimmberechtigte|Anwesende|Stadtverordnete|Gemeindevertreter))?"
_STANDS_UP = re.compile(r"\bstimm(?:t|en|te|ten)\b|\benth(?:ält|alten|ielt|ielten)\ssich\b")
_ALL = re.compile(r"(?<![\w.,/])(?P<n>\d{1,3})\sStimmen\s?[=–-]?\s?\(?einstimmig")
""""18 Stimmen = einstimmig": so many there are."""


@cache
def _told() -> dict[str, list[re.Pattern[str]]]:
    """Figures that a verb counts: "9 Mitglieder stimmen dafür", "zwei enthalten sich"."""
    n = rf"(?P<n>{_count()}){_WHO}"
    verb = r"stimm(?:t|en|te|ten)"
    return {
        "favor": [
            re.compile(rf"\b{verb}\s{n}(?!\w|\sdagegen)"),
            re.compile(rf"(?<!\w){n}\s{verb}\s(?:dafür|zu|mit\sJa)\b"),
        ],
        "against": [re.compile(rf"(?<!\w){n}\s{verb}\s(?:dagegen|mit\sNein)\b")],
        "abstention": [re.compile(rf"(?<!\w){n}\senth(?:ält|alten|ielt|ielten)\ssich\b")],
    }


_HINTS = ("Ja", "Nein", "NEIN", "timm", "nth", "NTH", "dafür", "dagegen", "Dafür", "/", ":", "ablehn", "nein")
"""One of these stands in every vote that is counted."""
_TRIPLE = re.compile(
    r"(?<![\d/.:])(?P<a>\d{1,3})\s?(?P<s>[/:|])\s?(?P<b>\d{1,3})\s?(?P=s)\s?(?P<c>\d{1,3})(?![\d/:]|\.\d)"
)
_PAIR = re.compile(
    r"(?:(?P<label>[Ss]timm(?:en)?verhältnis\s?:?\s?)|(?<![\d/.:]))(?P<a>\d{1,3})\s?(?::|zu|gegen)\s?(?P<b>\d{1,3})"
    r"(?![\d/:]|\.\d)(?(label)|\s+Stimmen(?!\w))"
)
_VOTE_CONTEXT = re.compile(
    r"Abst|Stimm|angenommen|abgelehnt|mehrheitlich|einstimmig|Votum|Ja/Nein|beschlossen|Beschluss"
    r"|\(\s*\d{1,3}\s?[/:|]\s?\d{1,3}\s?[/:|]\s?\d{1,3}\s*\)",
    re.IGNORECASE,
)


def count(text: str) -> Votes:
    """The figures of a vote, each only if it is stated.

    "12 Ja, 2 Nein, 1 Enthaltung" · "Ja: 12, Nein: 2, Enth.: 1" · "12/2/1" (by convention yes/no/abstention, only where
    the text speaks of a vote) · "bei zwei Enthaltungen". If there are words, the figures are read by them, never by
    position.
    """
    if not any(hint in text for hint in _HINTS):
        return Votes()
    found = _keyed(text)
    for slot, patterns in _told().items() if _STANDS_UP.search(text) else ():
        match = next((m for pattern in patterns if (m := pattern.search(text))), None)
        if slot not in found and match:
            found[slot] = _number(match["n"])
    if not found and "Stimmen" in text and (everybody := _ALL.search(text)):
        found["favor"] = int(everybody["n"])
    if not found and _VOTE_CONTEXT.search(text):
        triple = _TRIPLE.search(text)
        if triple and int(triple["a"]) + int(triple["b"]) + int(triple["c"]) > 0:
            return Votes(int(triple["a"]), int(triple["b"]), int(triple["c"]))
    if "favor" not in found and "against" not in found and (pair := _PAIR.search(text)):
        found["favor"], found["against"] = int(pair["a"]), int(pair["b"])
    return Votes(found.get("favor"), found.get("against"), found.get("abstention"))


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
            r"\b(?:gro(?:ß|ss))?mehrheitl(?:ich|\.)|\bmit\s+(?:\w+\s+)?Mehrheit\b|\bmehrh\.|\bStimmenmehrheit\b"
            r"|\bmit\s+(?:\w+\s+)?Mehr\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_SO = re.compile(r"\bnicht\s$")
_WITH = re.compile(r"\smit\s(?:der|dem|den)\b")
"""“im Einvernehmen mit dem Landkreis”: how something was prepared, not how it was decided."""


def method(text: str) -> Method | None:
    """The wording for how a decision was reached."""
    if not any(hint in text for hint in ("onsens", "nvernehm", "inst", "inm", "ehrh", "INST", "EHRH", " Mehr")):
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

    Votes against and for are a majority, unless there are as many of both; no votes against and no abstention are
    unanimous; no votes against but abstentions are neither.
    """
    if stated or votes.favor is None or votes.against is None or votes.favor == votes.against:
        return stated
    if votes.favor and votes.against:
        return Method.MAJORITY
    if votes.favor and votes.against == 0 and votes.abstention == 0:
        return Method.UNANIMOUS
    return None


_WORD = re.compile(r"[^\W\d_][\w-]*")


_ASIDE = re.compile(
    r"\([^()]*\)|[^\s,;()]*[Ff]raktion(?:en)?(?:\s[A-ZÄÖÜ][\w/.-]*)?|\b(?:Herrn?|Frau)\s(?:Dr\.\s)?[\w-]+"
    r"|\b[A-ZÄÖÜ]{2,}(?:/[A-ZÄÖÜ]+)?\b"
)
"""Groups and people who voted so."""


def is_result(text: str) -> bool:
    """Whether a text is nothing but figures and words of a vote: "Bei 42 Ja-Stimmen einstimmig zugestimmt"."""
    found = [word.casefold().rstrip("-") for word in _WORD.findall(text)]
    return bool(found) and len(text) < 200 and all(word in _result_words() for word in found)


def is_vote(text: str) -> bool:
    """Whether a text tells how a vote went and nothing else; groups and people may be named with it."""
    if len(text) > 200 or not (method(text) or count(text)):
        return False
    return is_result(text if text.isupper() else _ASIDE.sub(" ", text))


def is_tally(text: str) -> bool:
    """Whether a text is a cell or a row of a table of votes: "Ja-Stimmen", "5", "Nein 5 9 14", "Enth.: 1 (ABC)"."""
    tokens = [m.lastgroup for m in _tokens().finditer(re.sub(r"\([^()]*\)", " ", text)) if m.lastgroup != "filler"]
    return bool(tokens) and len(text) < 80 and "other" not in tokens


@cache
def _result_words() -> frozenset[str]:
    return frozenset(load("outcomes")["result_words"])
