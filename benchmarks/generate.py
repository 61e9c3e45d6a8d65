"""Any number of protocols made out of the example protocols, with other names, projects, dates and session numbers.

Inside one copy each name is exchanged everywhere in the same way, also where a line end breaks it. The copies differ
enough that people, projects and meetings are many, and overlap enough that entities have to be joined across documents.
The same number gives the same text::

    python -m benchmarks.generate 1000 /tmp/protocols
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

FOUR_WEEKS = timedelta(weeks=4)
"""Copies of one example follow each other at this distance, so that week days stay right."""
_NUMERIC = re.compile(r"\b(\d{2})\.(\d{2})\.(20\d{2})\b")
_SESSION = re.compile(r"\b(\d{1,2})(?=\. Sitzung)")


@dataclass(frozen=True, slots=True)
class Example:
    """One shipped protocol."""

    name: str
    text: str


def examples() -> list[Example]:
    """The protocols shipped with the package, by name."""
    folder = files("protokollgraph").joinpath("examples")
    shipped = (entry for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return sorted((Example(entry.name, entry.read_text(encoding="utf-8")) for entry in shipped), key=lambda e: e.name)


def protocols(count: int) -> Iterator[Example]:
    """``count`` protocols, in turn out of each example."""
    originals = examples()
    for number in range(count):
        original = originals[number % len(originals)]
        stem = re.sub(r"-\d{4}-\d{2}-\d{2}\.txt$", "", original.name)
        yield Example(f"{stem}-{number:04}.txt", copy(original.text, number, number // len(originals)))


def copy(text: str, number: int, generation: int) -> str:
    """The text with the names of copy ``number``, ``generation`` times four weeks later."""
    text = _surnames().sub(lambda match: _new_surname(match, number), text)
    place = _words()["places"][number % len(_words()["places"])]
    text = _projects().sub(lambda match: f"{match[0]} {place}", text)
    text = _NUMERIC.sub(lambda match: _later_numeric(match, generation), text)
    text = _spelt_out().sub(lambda match: _later_spelt_out(match, generation), text)
    return _SESSION.sub(lambda match: str(int(match[1]) + generation), text)


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    path = Path(__file__).with_name("names.yml")
    words: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return words


@lru_cache(maxsize=1)
def _surnames() -> re.Pattern[str]:
    broken = (r"(?:-?\n[ \t]*)?".join(map(re.escape, name)) for name in _words()["surnames"])
    return re.compile(rf"\b(?P<name>{'|'.join(broken)})\b(?P<gap> {{2,}})?")


def _new_surname(match: re.Match[str], number: int) -> str:
    printed = re.sub(r"-\n[ \t]*(?=[a-zäöüß])|\n[ \t]*", "", match["name"])
    words = _words()
    stems, endings = words["stems"], words["endings"]
    position = words["surnames"].index(printed) if printed in words["surnames"] else len(printed)
    step = position * 37 + number * 11
    surname = f"{stems[step % len(stems)]}{endings[step // len(stems) % len(endings)]}"
    # What stands in columns keeps its column.
    return surname if match["gap"] is None else f"{surname:<{len(match[0]) - 2}}  "


@lru_cache(maxsize=1)
def _projects() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words()["projects"])))


def _later_numeric(match: re.Match[str], generation: int) -> str:
    day, month, year = map(int, match.groups())
    return f"{date(year, month, day) + generation * FOUR_WEEKS:%d.%m.%Y}"


@lru_cache(maxsize=1)
def _spelt_out() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,2}})\. ({'|'.join(_words()['months'])}) (20\d{{2}})")


def _later_spelt_out(match: re.Match[str], generation: int) -> str:
    months = _words()["months"]
    later = date(int(match[3]), months.index(match[2]) + 1, int(match[1])) + generation * FOUR_WEEKS
    return f"{later.day}. {months[later.month - 1]} {later.year}"


def write(count: int, folder: Path) -> list[Path]:
    """Write ``count`` protocols into the folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for protocol in protocols(count):
        path = folder / protocol.name
        path.write_text(protocol.text, encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
