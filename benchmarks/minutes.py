"""Any number of minutes of an invented council: a head, an item with paper, decision and vote, and a long debate.

What is said in a council is most of the text of its minutes and decides nothing. The same number gives the same text::

    python -m benchmarks.minutes 400 /tmp/minutes
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

from benchmarks.generate import Example

_FIRST = date(2021, 1, 12)
_FOUR_WEEKS = timedelta(weeks=4)
_ITEMS = 12
"""A session has so many items, each a file."""
_TURNS = (3, 18)
"""Between so many people speak."""

Value = TypeVar("Value")


def minutes(count: int) -> Iterator[Example]:
    """``count`` minutes, item after item and session after session."""
    for number in range(count):
        yield Example(f"stadtrat-{number:04}.txt", text(number))


def text(number: int) -> str:
    """The minutes of one item."""
    words = _words()
    session, item = divmod(number, _ITEMS)
    day = _FIRST + session * _FOUR_WEEKS
    fill = _Fill(Random(number), day)
    written = f"{day.day}. {words['months'][day.month - 1]} {day.year}"
    parts = [
        f"Niederschrift {session + 1}. Sitzung des Stadtrates\n{written}, 15:30 Uhr\nöffentlich\n"
        f"Ratssaal, Rathaus am Markt\nVorsitzende: Oberbürgermeisterin Dr. Edda {_name(session)}",
        _wrapped(f"Punkt {item + 1} der Tagesordnung: {fill('titles')}") + f"\nVorlage: {day.year}/{1000 + number:04}",
        "Beschluss:\n" + _wrapped(fill("requests")),
        "Abstimmungsergebnis:\n" + fill("outcomes"),
        _wrapped(f"Die Vorsitzende ruft Tagesordnungspunkt {item + 1} auf und verweist auf die Vorberatung."),
        *(_wrapped(turn) for turn in _debate(fill)),
        "Zur Beurkundung:\nDie Schriftführerin:",
    ]
    return "\n\n\n".join(parts) + "\n"


class _Fill:
    """Draws a sentence and fills it in."""

    def __init__(self, random: Random, day: date) -> None:
        self.random = random
        self.day = day

    def draw(self, values: Sequence[Value]) -> Value:
        return values[self.random.randrange(len(values))]

    def __call__(self, kind: str) -> str:
        draw, words = self.random.randint, _words()
        return str(self.draw(words[kind])).format(
            place=self.draw(words["places"]),
            name=_name(draw(0, 40)),
            amount=f"{draw(12, 900)}.000",
            yes=draw(20, 45),
            no=draw(2, 12),
            away=draw(2, 5),
            page=draw(2, 300),
            day=draw(1, 28),
            month=self.draw(words["months"]),
            year=self.day.year - 1,
        )


def _debate(fill: _Fill) -> Iterator[str]:
    """Turns of members of the groups, with the chair between them."""
    words = _words()
    for _ in range(fill.random.randint(*_TURNS)):
        speaker = fill.random.randrange(40)
        group, function = (words[kind][speaker % len(words[kind])] for kind in ("groups", "functions"))
        said = " ".join(fill("speech") for _ in range(fill.random.randint(2, 7)))
        yield f"{function} {_name(speaker)} ({group}): {said}"
        if fill.random.random() < 0.3:
            yield f"Die Vorsitzende: {fill('chair')}"


def _name(number: int) -> str:
    stems, endings = _words()["stems"], _words()["endings"]
    return f"{stems[number % len(stems)]}{endings[number * 7 % len(endings)]}"


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(paragraph, 88)


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    folder = Path(__file__).parent
    words: dict[str, Any] = {}
    for name in ("names.yml", "minutes.yml"):
        words |= yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return words


def write(count: int, folder: Path) -> list[Path]:
    """Write ``count`` minutes into the folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for example in minutes(count):
        path = folder / example.name
        path.write_text(example.text, encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
