"""How a short record ends an item: "mehrheitlich zugestimmt", "Verwiesen in den Bauausschuss", "Kenntnisnahme"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from protokollgraph.extract.words import load
from protokollgraph.model import DecisionKind, Outcome

LONGEST = 150
"""A record of more letters is a text with sentences, not a word for the outcome."""


@dataclass(frozen=True, slots=True)
class Status:
    """An outcome with the act that it is; without an outcome the record says that nothing was voted on."""

    outcome: Outcome | None
    kind: DecisionKind | None


@cache
def _rows() -> list[tuple[Status, re.Pattern[str]]]:
    return [
        (
            Status(
                Outcome(row["outcome"]) if "outcome" in row else None,
                DecisionKind(row["kind"]) if "kind" in row else None,
            ),
            re.compile(row["pattern"]),
        )
        for row in load("outcomes")["outcomes"]
    ]


def status(text: str) -> Status | None:
    """What a short record says, None if its words are none of the known ones."""
    return next((found for found, pattern in _rows() if pattern.search(text)), None)


@cache
def _procedural() -> re.Pattern[str]:
    return re.compile(load("outcomes")["procedural"])


@cache
def _amendment() -> re.Pattern[str]:
    return re.compile(load("outcomes")["amendment"])


def is_procedural(about: str) -> bool:
    """Whether a vote is on how to proceed: "Geschäftsordnungsantrag auf Vertagung"."""
    return bool(_procedural().search(about))


def is_amendment(about: str) -> bool:
    """Whether a vote is on a change to the matter: "Änderungsantrag ABC-Fraktion"."""
    return bool(_amendment().search(about))


_PART = re.compile(r"(?:Ziffern?|Ziff\.|Nr\.|Nummern?|Abs(?:atz|\.)|Satz|Teil|Buchstabe|Abschnitt|§+)\s?\w")


def is_part(about: str) -> bool:
    """Whether a vote is on a part of the matter: "Ziffer 2"."""
    return bool(_PART.match(about))
