"""How much room a text takes, without a font at hand, and how a name is broken into lines."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

FAMILIES = "'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""Fonts without serifs of the usual systems; none is wider than what :func:`width` assumes."""
_LINE = 1.25
"""Height of a line, in sizes of the font."""
_OTHER = 1.3
"""Width of a character that is in no table, in sizes of the font: as wide as the widest that are usual."""
_BREAK = re.compile(r"[\s\-–]")


class Lettering(NamedTuple):
    """A name in lines, with the room that it takes in pixels."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    width: float
    height: float


def lettering(text: str, *, size: float, bold: bool = False, wide: int = 22, longest: int = 46) -> Lettering:
    """A name in at most two lines of about ``wide`` characters, ``longest`` in all."""
    lines = wrapped(text, wide, longest)
    room = max(width(line, size=size, bold=bold) for line in lines)
    return Lettering(lines, size, bold, room, round(len(lines) * size * _LINE, 1))


def width(text: str, *, size: float, bold: bool = False) -> float:
    """At least the width of a text in pixels, in any of :data:`FAMILIES`."""
    table = _widths()["bold" if bold else "regular"]
    return math.ceil(size * sum(table.get(character, _OTHER) for character in text) * 10) / 10


def wrapped(text: str, wide: int, longest: int) -> tuple[str, ...]:
    """The text in at most two lines, broken near the middle at a blank or hyphen.

    >>> wrapped("Erweiterung des Bahnhofs mit Mobilitätsstation", 22, 60)
    ('Erweiterung des Bahnhofs', 'mit Mobilitätsstation')
    """
    short = shortened(text, longest)
    if len(short) <= wide:
        return (short,)
    breaks = [found.end() for found in _BREAK.finditer(short)]
    if not breaks:
        return (shortened(short, wide),)
    cut = min(breaks, key=lambda at: abs(at - len(short) / 2))
    lines = (short[:cut].strip(), short[cut:].strip())
    return tuple(shortened(line, wide + 8) for line in lines if line) or (short[:wide],)


def shortened(text: str, longest: int) -> str:
    """At most so many characters, cut at a word where there is one."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    blank = kept.rfind(" ")
    return (kept[:blank] if blank > longest * 0.6 else kept).rstrip() + "…"


@cache
def _widths() -> dict[str, dict[str, float]]:
    """``lettering.json``: hundredths of the size of the font, and which characters are at most so wide."""
    content: dict[str, dict[str, str]] = json.loads(
        files(__package__).joinpath("lettering.json").read_text(encoding="utf-8")
    )
    return {
        style: {character: int(room) / 100 for room, characters in rows.items() for character in characters}
        for style, rows in content.items()
    }
