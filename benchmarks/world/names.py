"""Names as frequent as in life: few people share most of the names, most have a rare one.

The frequency of the name at rank r is proportional to 1 / (r + shift) ** exponent (Zipf-Mandelbrot). The figures give
the most frequent German surname to one person in a hundred, the two hundred most frequent ones to a fifth of all, and
the most frequent given name to one in thirty-five of a sex.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from protokollgraph.model import Gender

T = TypeVar("T")
FEMALE, MALE = Gender.FEMALE, Gender.MALE


@cache
def words(name: str) -> dict[str, Any]:
    """A data file beside this module."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text(encoding="utf-8"))
    return found


class Ranked(Generic[T]):
    """Things to draw from, the first of them the most frequent."""

    def __init__(self, things: Iterable[T], shift: float, exponent: float) -> None:
        self._things: Sequence[T] = list(things)
        self._weights = list(accumulate((rank + shift) ** -exponent for rank in range(1, len(self._things) + 1)))

    def draw(self, rng: random.Random) -> T:
        return rng.choices(self._things, cum_weights=self._weights)[0]


@dataclass(frozen=True, slots=True)
class Given:
    """The given names of one person."""

    first: str
    """"Anja", "Karl-Heinz"."""
    middle: str | None = None

    @property
    def full(self) -> str:
        return self.first if self.middle is None else f"{self.first} {self.middle}"

    @property
    def initial(self) -> str:
        return "-".join(f"{part[0]}." for part in self.first.split("-"))


class Surnames:
    """The surnames of one region: those of the whole country, some that are frequent only here, Sorbian ones."""

    def __init__(self, rng: random.Random, bilingual: bool) -> None:
        self._bilingual = 0.08 if bilingual else 0.005
        self._local = Ranked((_of_the_country(rng) for _ in range(150)), 3, 0.7)

    def draw(self, rng: random.Random, gender: Gender) -> str:
        """A surname; one woman in twenty and one man in a hundred has a double one."""
        name = self._single(rng)
        if rng.random() < (0.05 if gender is FEMALE else 0.01):
            other = self._single(rng)
            if other != name:
                return f"{name}-{other}"
        return f"von {name}" if rng.random() < 0.004 else name

    def _single(self, rng: random.Random) -> str:
        kind = rng.random()
        if kind < self._bilingual:
            return _sorbian().draw(rng)
        return self._local.draw(rng) if kind < 0.25 else _of_the_country(rng)


def _of_the_country(rng: random.Random) -> str:
    """Frequent names for a quarter of all people, composed ones for the others."""
    return _frequent().draw(rng) if rng.random() < 0.24 else _rare(rng)


@cache
def _frequent() -> Ranked[str]:
    return Ranked(words("names")["surnames"], 2, 0.8)


@cache
def _sorbian() -> Ranked[str]:
    return Ranked(words("names")["sorbian_surnames"], 2, 0.7)


@cache
def _parts() -> tuple[Ranked[str], Ranked[str]]:
    return Ranked(words("names")["stems"], 30, 0.8), Ranked(words("names")["endings"], 8, 0.9)


def _rare(rng: random.Random) -> str:
    stems, endings = _parts()
    stem, ending = stems.draw(rng), endings.draw(rng)
    if rng.random() < 0.12:
        stem = rng.choice(words("names")["first_parts"]) + stem.lower()
    return stem + (ending[1:] if ending[0] == stem[-1] else ending)


def given(rng: random.Random, gender: Gender) -> Given:
    """Given names of a man or a woman."""
    first = _given(gender).draw(rng)
    if rng.random() < 0.03:
        left, right = words("names")["hyphenated"][gender.value]
        one = rng.choice(left)
        first = f"{one}-{rng.choice([other for other in right if other != one])}"
    middle = _given(gender).draw(rng) if rng.random() < 0.06 else None
    return Given(first, None if middle == first else middle)


@cache
def _given(gender: Gender) -> Ranked[str]:
    return Ranked(words("names")["given_names"][gender.value], 10, 0.8)


def title(rng: random.Random) -> str | None:
    """An academic title, or None as for most."""
    left = rng.random() * 100
    for name, share in words("names")["titles"].items():
        left -= share
        if left < 0:
            return str(name)
    return None
