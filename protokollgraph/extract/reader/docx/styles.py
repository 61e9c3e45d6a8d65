"""Styles of paragraphs and characters, each with what it takes over from the style that it is based on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.docx.names import W, number, switched_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
"""Names of built-in styles are English in every language of Word (ISO/IEC 29500-1, 17.7.4.9)."""
_CONTENTS = re.compile(r"(?:toc|index) \d$|table of figures$", re.IGNORECASE)
_LONGEST_CHAIN = 30


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style matters for the text."""

    name: str = ""
    list_id: int | None = None
    """The list (``w:numId``) that its paragraphs belong to; 0 takes them out of any."""
    list_level: int | None = None
    heading: bool = False
    contents: bool = False
    """A line of a table of contents."""
    bold: bool | None = None
    hidden: bool | None = None


NONE = Style()


def read(root: Element | None) -> Mapping[str, Style]:
    """The styles of ``word/styles.xml`` by their ids."""
    if root is None:
        return {}
    raw = {str(value(each, "styleId")): each for each in root.iter(W + "style")}
    return {name: _resolved(raw, name) for name in raw}


def default(root: Element | None) -> str | None:
    """The id of the style of paragraphs that name none."""
    for each in root.iter(W + "style") if root is not None else ():
        if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true", "on"):
            return value(each, "styleId")
    return None


def _resolved(raw: Mapping[str, Element], name: str) -> Style:
    style = NONE
    chain: list[Element] = []
    while name in raw and len(chain) < _LONGEST_CHAIN:
        chain.append(raw[name])
        name = str(value(raw[name].find(W + "basedOn")))
    for each in reversed(chain):
        style = _own(each, style)
    return style


def _own(style: Element, base: Style) -> Style:
    """A style over the one it is based on."""
    numbering = style.find(f"{W}pPr/{W}numPr")
    list_id = number(numbering.find(W + "numId")) if numbering is not None else None
    level = number(numbering.find(W + "ilvl")) if numbering is not None else None
    bold = switched_on(style.find(f"{W}rPr/{W}b"))
    hidden = switched_on(style.find(f"{W}rPr/{W}vanish"))
    name = value(style.find(W + "name")) or ""
    outline = number(style.find(f"{W}pPr/{W}outlineLvl"))
    return Style(
        name,
        base.list_id if list_id is None else list_id,
        base.list_level if level is None else level,
        bool(_HEADING.match(name)) or (base.heading if outline is None else outline < 9),
        bool(_CONTENTS.match(name)) or base.contents,
        base.bold if bold is None else bold,
        base.hidden if hidden is None else hidden,
    )
