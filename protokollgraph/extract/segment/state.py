"""What has been read of a protocol so far, and how its items are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment.parts import Cell, HeadField
from protokollgraph.extract.style import Style

LABELLED = re.compile(r"(?P<label>[^\W\d_][^:\t]{0,58}?)\s*(?:(?P<colon>:)\s*|\t+\s*|\s{2,})(?P<value>.*)$", re.DOTALL)


@dataclass(slots=True)
class State:
    """What has been read so far."""

    style: Style
    part: str = "head"
    title: list[Passage] = field(default_factory=list)
    fields: list[HeadField] = field(default_factory=list)
    attendance: list[tuple[list[Cell], tuple[Passage, ...]]] = field(default_factory=list)
    """Rows, each with the heading that it may be; no cells where a section begins."""
    agenda: list[tuple[str, Passage, list[Cell]]] = field(default_factory=list)
    """Number, the number as printed, and what stands behind it."""
    sections: list[tuple[str, Passage, Passage, list[Line]]] = field(default_factory=list)
    """Number, the number as printed, the rest of the heading, and the lines under it."""
    tasks: list[Line] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    loose: list[Passage] = field(default_factory=list)
    legend: list[Passage] = field(default_factory=list)
    field_column: int | None = None


class ItemPatterns:
    """How an item's number is printed in the agenda and above its treatment."""

    __slots__ = ("bare", "prefixed")

    def __init__(self, style: Style) -> None:
        number = r"(?P<number>(?:\d{1,3}(?:\.\d{1,2})*|[A-Z]\d{2})(?: ?[a-z](?![\w.]))?|[IVX]{1,5}(?=\.))"
        before = rf"(?:(?:{style.item_before})\s+)?"
        tail = r"(?P<rest>(?:\s*(?:der|zur) Tagesordnung)?\s*[.:)–—-]*(?:\s+.*|$))"
        self.prefixed = re.compile(rf"{before}(?:{style.item_prefix})\s*{number}{tail}", re.DOTALL)
        self.bare = re.compile(rf"{before}{number}(?P<rest>[.):]*(?:\s+.*|$))", re.DOTALL)


def unbracketed(text: str) -> str:
    """A heading without the remark behind it: "Teilnehmende (x = anwesend)"."""
    head, _, tail = text.partition("(")
    return head.strip() if tail.rstrip(": ").endswith(")") and head.strip() else text
