"""Sums of money as minutes print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SUM = re.compile(
    r"(?<![\w.,])(?:(?:EUR|€)\s?)?(?P<number>\d{1,3}(?:[. '’]\d{3})+(?:,\d{1,2})?|\d+(?:,\d+)?)(?:[,.]-{1,2}|[,.]–)?\s?"
    r"(?P<unit>Mio\.?|Millionen|Million|Mrd\.?|Milliarden|Milliarde|Tsd\.?|Tausend|T(?=EUR|€)|k(?=EUR|€))?\s?"
    r"(?P<currency>EUR|€|Euro)?(?!\w)",
)
_FACTOR = {"mio": 1_000_000, "mil": 1_000_000, "mrd": 1_000_000_000, "tsd": 1_000, "tau": 1_000, "t": 1_000, "k": 1_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in euro and where it stands."""

    start: int
    end: int
    value: Decimal


def find(text: str) -> Iterator[Amount]:
    """The sums of a text: a currency, or millions, must stand with the figure."""
    for match in _SUM.finditer(text):
        unit = (match["unit"] or "").rstrip(".").casefold()
        if (
            not match["currency"]
            and not match.group().startswith(("EUR", "€"))
            and not re.search(r"(?:Mio|Million)", match["unit"] or "")
        ):
            continue
        number = Decimal(re.sub(r"[.\s'’]", "", match["number"]).replace(",", "."))
        factor = _FACTOR.get(unit[:3]) or _FACTOR.get(unit) or 1
        if unit.startswith("milliard"):
            factor = 1_000_000_000
        value = number * factor
        yield Amount(
            match.start(), match.end(), value.quantize(Decimal(1)) if value == value.to_integral_value() else value
        )
