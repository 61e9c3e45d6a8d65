"""What a reader makes of the bytes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from protokollgraph.model import Finding


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, as it is kept and as evidence points into it."""

    text: str
    pages: tuple[int, ...] = ()
    """Where in ``text`` each page begins, in code points; empty where the format has no pages."""
    notes: tuple[Finding, ...] = ()
    """What was read in part or left out."""
    paragraphs: bool | None = None
    """Each line is a paragraph, none is wrapped by a program; None: as the format says."""
