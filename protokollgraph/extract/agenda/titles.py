"""What an item's title tells: its kind, and the items that it refers to."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract.words import load
from protokollgraph.model import ItemKind

_REFERENCES = re.compile(
    r"(?:TOP|Punkt|Tagesordnungspunkt)s?\s*(?P<first>\d+(?:\.\d+)*)"
    r"(?:\s*(?P<link>bis|und|,|-|–)\s*(?:TOP\s*)?(?P<last>\d+(?:\.\d+)*))?"
)


def references(title: str) -> tuple[str, ...]:
    """The numbers of the items that a title refers to."""
    found: list[str] = []
    for match in _REFERENCES.finditer(title):
        first, last = match["first"], match["last"]
        found.append(first)
        if last and match["link"] in ("bis", "-", "–") and "." not in first + last:
            found.extend(str(n) for n in range(int(first) + 1, int(last) + 1))
        elif last and match["link"] in ("bis", "-", "–"):
            stem, _, number = first.rpartition(".")
            if last.startswith(stem + "."):
                found.extend(f"{stem}.{n}" for n in range(int(number) + 1, int(last.rpartition(".")[2]) + 1))
        elif last:
            found.append(last)
    return tuple(dict.fromkeys(found))


@cache
def _kind_patterns() -> list[tuple[ItemKind, re.Pattern[str]]]:
    return [(ItemKind(kind), re.compile(pattern)) for kind, pattern in load("items")["kinds"]]


def kind_of(title: str) -> ItemKind | None:
    """What a title announces, None if its words do not tell."""
    return next((kind for kind, pattern in _kind_patterns() if pattern.search(title)), None)


@cache
def formal_title() -> re.Pattern[str]:
    """Titles that name no project."""
    return re.compile(load("items")["formal"])
