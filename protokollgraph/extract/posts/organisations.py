"""Where the function ends and its organisation begins."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.names import UPPER
from protokollgraph.extract.words import load

_LINK = re.compile(
    r"\s+(?:in\s+der|von\s+der|bei\s+der|an\s+der|für\s+die|der|des|vom|von|im|beim|bei|am|in|zum|zur|d\.)\s+"
)


@cache
def former_words() -> tuple[str, ...]:
    """Words before a function that somebody no longer has."""
    return tuple(load("roles")["former"])


def behind(text: str, start: int) -> tuple[int, int] | None:
    """Where the function ends and its organisation begins, if both stand in one phrase: "Bürgermeister der Stadt X"."""
    heads = head_pattern()
    for match in _LINK.finditer(text, start):
        rest = text[match.end() :]
        if heads.match(rest) or re.match(rf"[{UPPER}][\w&]*[{UPPER}]\w?(?![\w])", rest) or _has_legal_form(rest):
            return match.start(), match.end()
    beside = _direct_pattern().search(text, start)
    return (beside.start(), beside.end()) if beside else None


@cache
def _direct_pattern() -> re.Pattern[str]:
    """Organisations that stand behind a function without a link: "Bürgermeister Stadt Guben"."""
    return re.compile(
        r"\s+(?=(?:Werkstatt\s\d|Fraktion\s|Stadt\s|Gemeinde\s|Landkreis\s|LK\s|Amt\s"
        + "".join(f"|{b}(?![\\w])" for b in load("organisations")["known_bodies"])
        + "))"
    )


@cache
def head_pattern() -> re.Pattern[str]:
    """The first word of an organisation's name."""
    words = load("organisations")
    heads = "|".join(re.escape(w) for w in sorted([*words["heads"], *words["bodies"]], key=len, reverse=True))
    endings = "|".join([*words["endings"], *words["body_endings"]])
    return re.compile(
        rf"(?:{heads})(?:e?s|n)?(?![\w])|[{UPPER}][\w-]*(?:{endings})(?:e?s)?(?![\w])"
        rf"|[{UPPER}]\w+en\s[{UPPER}]\w*(?:gesellschaft|gemeinschaft|verwaltung)"
    )


@cache
def _press_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[{UPPER}][\w-]*\s){{0,3}}[{UPPER}]?[\w-]*(?:{'|'.join(load('organisations')['press'])})", re.IGNORECASE
    )


def is_press(text: str) -> bool:
    """Whether a text is the name of a newspaper or a station: "Musterer Landeszeitung"."""
    return bool(_press_pattern().fullmatch(text))


@cache
def _legal_pattern() -> re.Pattern[str]:
    forms = sorted(load("organisations")["legal_forms"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(f).replace(r"\ ", r"\s?") for f in forms) + r")(?!\w)")


def _has_legal_form(text: str) -> bool:
    return bool(_legal_pattern().search(text)) and text[:1].isupper()
