"""Heads and feet of pages: letterheads and page numbers are left out, what the body lacks is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from protokollgraph.extract.reader.blocks import Block, Paragraph
from protokollgraph.extract.reader.layout import lines_of

_DATE = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zäöü]*\.?\s\d{4})"
)
_TITLE = re.compile(r"(?:protokoll|niederschrift)\b", re.IGNORECASE)
_FIRST = 30
"""A title stands in so many lines of the body, or in none."""


def has_title(lines: Iterable[str]) -> bool:
    """Whether one of these lines says what the document is."""
    return any(_TITLE.search(line) for line in lines)


def with_margins(blocks: Sequence[Block], heads: Iterable[Block], feet: Iterable[Block]) -> list[Block]:
    """The body; before it the lines of page heads, behind it those of page feet, that tell what the body does not.

    A line of a head tells more if it has a title ("Protokoll", "Niederschrift") or a date and the body has none; one
    of a foot if it has a date and neither head nor body has one.
    """
    body = [line.text for line in lines_of(blocks)]
    titled = has_title(body[:_FIRST])
    dated = any(_DATE.search(each) for each in body)
    above = [
        line.text
        for line in lines_of(heads)
        if (not titled and _TITLE.search(line.text)) or (not dated and _DATE.search(line.text))
    ]
    dated = dated or any(_DATE.search(each) for each in above)
    below = [line.text for line in lines_of(feet) if not dated and _DATE.search(line.text)]
    return [*map(Paragraph, dict.fromkeys(above)), *blocks, *map(Paragraph, dict.fromkeys(below))]
