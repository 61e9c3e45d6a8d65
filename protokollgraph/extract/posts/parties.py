"""Parties and groups by their names alone, as they stand beside or above the names of elected people."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.names import UPPER
from protokollgraph.extract.words import load


@cache
def _party() -> str:
    words = sorted((str(word) for word in load("parties")["parties"]), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_party()})(?:\s?[/|]\s?(?:{_party()}|[{UPPER}][\w.-]*[{UPPER}]\.?))*")


@cache
def _joint() -> re.Pattern[str]:
    one = rf"(?:{_party()}|[{UPPER}][\w.-]*[{UPPER}]\.?|Die\s[{UPPER}]{{3,}})"
    return re.compile(rf"{one}(?:\s?[/|]\s?{one})+")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"(?:Fraktion\s(?P<name>[A-ZÄÖÜ][^,;()]{1,60}?)|(?P<compound>[A-ZÄÖÜ][^,;()\s]*(?:\s?[/&]\s?[A-ZÄÖÜ][^,;()\s]*)?)"
        rf"-Fraktion|(?:Liste|Wahlliste)\s[„\"»](?P<list>[^„“”\"«»]{{2,60}})[“”\"«]|(?P<party>{_pattern().pattern})"
        r"|(?P<none>[Ff]raktionslose?r?|[Oo]hne\sFraktion))(?:\s\((?P<short>[^()]{2,14})\))?:?"
    )


def is_party(text: str) -> bool:
    """Whether a text is the name of a party, or of several that sit as one group: "SPD / DIE GRÜNEN"."""
    return bool(_pattern().fullmatch(text))


def is_joint_list(text: str) -> bool:
    """Whether a text is one group named by several: "B.I.S. / FBM", "FW|FÜR"."""
    return bool(_joint().fullmatch(text))


def has_none(text: str) -> bool:
    """Whether a text says that somebody belongs to no party or group: "parteilos", "pl."."""
    return text.strip(" ()") in load("parties")["none"]


def heading(text: str) -> re.Match[str] | None:
    """A line that names the parliamentary group of those below it, or behind its colon.

    The name is in the group ``name``, ``compound``, ``list`` or ``party``; ``none`` is set for those without one.
    """
    return _heading().fullmatch(text)
