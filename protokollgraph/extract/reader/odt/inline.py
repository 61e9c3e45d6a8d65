"""The text of one paragraph of an ODT as it is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.blocks import PAGE
from protokollgraph.extract.reader.odt.names import DRAW, OFFICE, TEXT, count
from protokollgraph.extract.reader.odt.styles import NONE, Key, Style

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIXED = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": PAGE}
_LEFT_OUT = frozenset(
    (
        *(OFFICE + name for name in ("annotation", "annotation-end")),
        *(TEXT + name for name in ("placeholder", "note-citation", "ruby-text", "tracked-changes", "change")),
        DRAW + "control",
    )
)
_BOXES = frozenset(
    DRAW + name for name in ("frame", "custom-shape", "rect", "g", "ellipse", "polygon", "caption", "page-thumbnail")
)
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200


@dataclass(slots=True)
class Inline:
    """The text of a paragraph, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    bold: bool = True
    lettered: bool = False
    hidden: bool = False

    @property
    def text(self) -> str:
        """As it is printed."""
        return "".join(self.pieces)


def read(paragraph: Element, style: Style, styles: Mapping[Key, Style]) -> Inline:
    """The printed text of a paragraph in this style."""
    found = Inline()
    _read(paragraph, found, styles, style.bold, style.hidden)
    found.bold = found.bold and found.lettered
    return found


def _read(element: Element, found: Inline, styles: Mapping[Key, Style], bold: bool, hidden: bool) -> None:
    _add(found, element.text, bold, hidden)
    for child in element:
        tag = child.tag
        if tag in _FIXED:
            found.pieces.append(_FIXED[tag])
        elif tag == TEXT + "s":
            found.pieces.append(" " * count(child.get(TEXT + "c"), _MOST_SPACES))
        elif tag == TEXT + "note":
            found.notes.append(child)
        elif tag in _BOXES:
            found.boxes.append(child)
        elif tag == TEXT + "hidden-paragraph":
            found.hidden = child.get(TEXT + "is-hidden") == "true"
        elif tag not in _LEFT_OUT and not _is_unfilled(child):
            own = styles.get(("text", str(child.get(TEXT + "style-name"))), NONE) if tag == TEXT + "span" else NONE
            _read(child, found, styles, bold or own.bold, hidden or own.hidden)
        _add(found, child.tail, bold, hidden)


def _is_unfilled(control: Element) -> bool:
    """A form field that nobody has filled in (an extension of LibreOffice)."""
    return any(name.endswith("}showing-place-holder") and value == "true" for name, value in control.attrib.items())


def _add(found: Inline, text: str | None, bold: bool, hidden: bool) -> None:
    """Add printed text; white space counts as one blank, and as none behind white space (6.1.2)."""
    if not text or hidden:
        return
    shown = _WHITE_SPACE.sub(" ", text)
    if shown.startswith(" ") and found.pieces[-1:] and found.pieces[-1].endswith((" ", "\n")):
        shown = shown[1:]
    if any(character.isalnum() for character in shown) and not (found.lettered and "\n" in found.pieces):
        found.lettered = True
        found.bold = found.bold and bold
    found.pieces.append(shown)
