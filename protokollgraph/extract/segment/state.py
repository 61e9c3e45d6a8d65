"""What has been read of a protocol so far, and how its items are numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, is_plain
from protokollgraph.extract.segment.parts import Cell, HeadField, TaskRow
from protokollgraph.extract.style import Style

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:\t]{0,58}?)\s*(?:(?P<colon>:)\s*|\t+\s*|\s{2,})(?P<value>.*)$", re.DOTALL)


@dataclass(slots=True)
class State:
    """What has been read so far."""

    style: Style
    paragraphs: bool = False
    """Each line is a paragraph or stands below a line break that somebody made."""
    part: str = "head"
    title: list[Passage] = field(default_factory=list)
    fields: list[HeadField] = field(default_factory=list)
    attendance: list[tuple[list[Cell], tuple[Passage, ...]]] = field(default_factory=list)
    """Rows, each with the heading that it may be; no cells where a section begins."""
    agenda: list[tuple[str, Passage, list[Cell]]] = field(default_factory=list)
    """Number, the number as printed, and what stands behind it."""
    sections: list[tuple[str, Passage, Passage, list[Line]]] = field(default_factory=list)
    """Number, the number as printed, the rest of the heading, and the lines under it."""
    table: Mapping[int, str | None] = field(default_factory=dict)
    """The columns of a table of items, and what the head says of each."""
    section_tasks: dict[int, list[TaskRow]] = field(default_factory=dict)
    """Tasks in rows of that table, by the index of their section."""
    tasks: list[Line] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    loose: list[Passage] = field(default_factory=list)
    legend: list[Passage] = field(default_factory=list)
    telling: bool = False
    """Inside a paragraph that tells who was there."""
    field_column: int | None = None
    lines: Sequence[Line] = ()
    """All lines of the document, and which of them is being read."""
    at: int = 0

    def ahead(self, count: int) -> Sequence[Line]:
        """The lines behind the one that is being read."""
        return self.lines[self.at + 1 : self.at + 1 + count]


class ItemPatterns:
    """How an item's number is printed in the agenda and above its treatment."""

    __slots__ = ("bare", "opening", "prefixed")

    def __init__(self, prefix: str, before: str) -> None:
        number = r"(?P<number>(?:\d{1,3}(?:\.\d{1,2})*|[A-Z]\d{2})(?: ?[a-z](?![\w.]))?|[IVX]{1,5}(?=\.))"
        lead = rf"(?:(?:{before})\s+)?"
        tail = r"(?P<rest>\s*[.:)–—-]*(?:\s+.*|$))"
        agenda = r"(?P<agenda>\s+(?:der|zur)\s+(?:öffentlichen\s+)?Tagesordnung\b)?"
        self.prefixed = re.compile(rf"{lead}(?:{prefix})\s*{number}{agenda}{tail}", re.DOTALL)
        self.opening = re.compile(
            rf"(?:[^\W\d_]+\s+){{1,3}}und\s+(?:{prefix})\s*{number}(?P<agenda>\s+der\s+Tagesordnung\b){tail}",
            re.DOTALL,
        )
        """The first item behind the opening of the session: "Sitzungseröffnung und Punkt 1 der Tagesordnung: …"."""
        self.bare = re.compile(rf"{lead}{number}(?P<rest>[.):]*(?:\s+.*|$))", re.DOTALL)


@lru_cache(maxsize=64)
def _item_patterns(prefix: str, before: str) -> ItemPatterns:
    return ItemPatterns(prefix, before)


def item_patterns(style: Style) -> ItemPatterns:
    """How the items are numbered in this style."""
    return _item_patterns(style.item_prefix, style.item_before)


def labelled(text: str) -> re.Match[str] | None:
    """A label, its colon or the gap behind it, and the value; None for a line without."""
    if ":" not in text and is_plain(text):
        return None
    return _LABELLED.match(text)


def unbracketed(text: str) -> str:
    """A heading without the remark behind it: "Teilnehmende (x = anwesend)"."""
    if "(" not in text:
        return text
    head, _, tail = text.partition("(")
    return head.strip() if tail.rstrip(": ").endswith(")") and head.strip() else text
