"""Text laid out in columns for a terminal, with the width that a reader sees.

A letter with a combining mark takes one cell, an East Asian character two (Unicode Standard Annex 11); control
characters, which could move the cursor or colour the terminal, are shown as a visible replacement.

>>> print(table(("name", "session"), [("Łužyca", "16"), ("Peitz", "9")]))
name    session
──────  ───────
Łužyca  16
Peitz   9
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Sequence

GAP = "  "
ELLIPSIS = "…"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The text on one line: white space joined, control characters made visible."""
    return _CONTROL.sub("�", _BLANKS.sub(" ", text).strip())


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """The text cut to ``width`` cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += _cells_of(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS


def pad(text: str, width: int) -> str:
    """The text filled with blanks to ``width`` cells."""
    return text + " " * max(0, width - cells(text))


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    width: int | None = None,
    bold: Callable[[str], str] = str,
) -> str:
    """Aligned columns under a header; cells are cut where the whole would be wider than ``width``."""
    body = [[one_line(cell) for cell in row] for row in rows]
    wanted = [max(map(cells, column)) for column in zip(header, *body, strict=True)]
    widths = fit(wanted, None if width is None else width - len(GAP) * (len(wanted) - 1))
    lines = [bold(_row(header, widths)), GAP.join("─" * each for each in widths)]
    return "\n".join([*lines, *(_row(row, widths) for row in body)])


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(pad(shorten(cell, width), width) for cell, width in zip(row, widths, strict=True)).rstrip()


def fit(wanted: Sequence[int], available: int | None) -> list[int]:
    """Column widths that fit: narrow columns keep what they want, wide ones share what is left."""
    if available is None or sum(wanted) <= available:
        return list(wanted)
    widths = list(wanted)
    left, waiting = available, sorted(range(len(wanted)), key=lambda index: wanted[index])
    for position, index in enumerate(waiting):
        widths[index] = max(4, min(wanted[index], left // (len(waiting) - position)))
        left -= widths[index]
    return widths


def paragraph(text: str, *, indent: str, width: int, first: str | None = None) -> str:
    """The text as a paragraph, broken at blanks; ``first`` is the indent of the first line."""
    return textwrap.fill(
        one_line(text),
        width=width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
