"""The words of the measures, from ``words.json``: relations read in both directions, numbers, days, lists of names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

MOST_NAMES = 5
MOST_DAYS = 4


@cache
def words() -> dict[str, Any]:
    """``words.json``: captions of the rankings, names of kinds, relations in words."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("words.json").read_text(encoding="utf-8"))
    return content


def counted(number: float, one: str, many: str = "") -> str:
    """A number with its noun, in English.

    >>> counted(1, "meeting"), counted(2.5, "body", "bodies"), counted(12345, "step")
    ('1 meeting', '2.5 bodies', '12,345 steps')
    """
    return f"{figure(number)} {one if number == 1 else many or one + 's'}"


def figure(number: float) -> str:
    """A number as a reader wants it: one decimal place below 100, none above or if there is none to show.

    >>> figure(7), figure(12.5), figure(0.04), figure(1234.5)
    ('7', '12.5', '0.04', '1,234')
    """
    if number == int(number) or number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}".removesuffix(".0") if number >= 0.1 else f"{number:.1g}"


def listed(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first names, and how many there are besides.

    >>> listed(["Anke", "Bodo", "Cilly"], most=2)
    'Anke, Bodo and 1 more'
    """
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def period(days: Iterable[str]) -> str:
    """From the first to the last of some ISO dates; nothing if none is known.

    >>> period(["2024-06-12", "2024-01-24", ""]), period(["2024-01-24"])
    ('2024-01-24 to 2024-06-12', '2024-01-24')
    """
    known = sorted({day for day in days if day})
    return " to ".join(dict.fromkeys([known[0], known[-1]])) if known else ""


def on_days(days: Iterable[str]) -> str:
    """The days themselves if they are few, else from when to when."""
    known = sorted({day for day in days if day})
    return ", ".join(known) if len(known) <= MOST_DAYS else period(known)


def span(first: str, last: str) -> str:
    """How long it is from one ISO date to another.

    >>> span("2024-01-24", "2024-02-20"), span("2024-01-24", "2025-03-01"), span("2019-01-24", "2025-03-01")
    ('27 days', '13 months', '6 years')
    """
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    if days < 60:
        return counted(days, "day")
    return f"{round(days / 30.44)} months" if days < 731 else f"{round(days / 365.25)} years"
