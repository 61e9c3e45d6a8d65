"""Styles of an ODT: what of them matters for the text, with what they take over from their parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.odt.names import FO, STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_CHAIN = 30
_BOLD = ("bold", "600", "700", "800", "900")
_HEADINGS = ("Title", "Subtitle", "Heading")


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs, characters, sections or tables."""

    list_style: str | None = None
    bold: bool = False
    hidden: bool = False
    heading: bool = False
    new_page: bool = False


NONE = Style()
Key = tuple[str, str]
"""The family of a style ("paragraph", "text") and its name."""


def read(roots: Iterable[Element]) -> Mapping[Key, Style]:
    """The styles of ``content.xml`` and ``styles.xml``."""
    raw = {
        (str(each.get(STYLE + "family")), str(each.get(STYLE + "name"))): each
        for root in roots
        for each in root.iter(STYLE + "style")
    }
    return {key: _resolved(raw, key) for key in raw}


def _resolved(raw: Mapping[Key, Element], key: Key) -> Style:
    family, _ = key
    chain = list(_chain(raw, key))
    style = NONE
    for name, each in reversed(chain):
        style = _own(each, replace(style, new_page=False))
        style = replace(style, heading=style.heading or (family == "paragraph" and name in _HEADINGS))
    return style


def _chain(raw: Mapping[Key, Element], key: Key) -> Iterator[tuple[str, Element]]:
    family, name = key
    for _ in range(_LONGEST_CHAIN):
        if (family, name) not in raw:
            return
        yield name, raw[family, name]
        name = str(raw[family, name].get(STYLE + "parent-style-name"))


def _own(style: Element, base: Style) -> Style:
    text, paragraph = style.find(STYLE + "text-properties"), style.find(STYLE + "paragraph-properties")
    list_style = style.get(STYLE + "list-style-name")
    weight = text.get(FO + "font-weight") if text is not None else None
    display = text.get(TEXT + "display") if text is not None else None
    level = style.get(STYLE + "default-outline-level")
    return Style(
        base.list_style if list_style is None else str(list_style),
        base.bold if weight is None else weight in _BOLD,
        base.hidden if display is None else display == "none",
        base.heading if level is None else bool(level),
        (paragraph is not None and paragraph.get(FO + "break-before") == "page")
        or bool(style.get(STYLE + "master-page-name")),
    )
