"""The text of a paragraph as it is printed: tracked changes accepted, fields by their results, hidden text left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protokollgraph.extract.reader.blocks import PAGE
from protokollgraph.extract.reader.docx.names import MC, M, W, number, switched_on, value
from protokollgraph.extract.reader.docx.styles import NONE, Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_LEFT_OUT = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "delText", "delInstrText"),
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "rt", "object"),
    )
)
"""Text that was taken out, and what is no text."""
_FIXED = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "lastRenderedPageBreak": PAGE}
_UNPRINTED_FIELDS = ("TOC", "INDEX", "XE", "TC", 'HYPERLINK \\l "_Toc')
_SIGNS = {
    # Wingdings: boxes and ticks of attendance lists, bullets. Wingdings 2 has its boxes elsewhere.
    ("wingdings", 0x6F): "☐",
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☒",
    ("wingdings", 0x78): "☒",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xF0): "→",
    ("wingdings 2", 0x52): "☒",
    ("wingdings 2", 0x53): "☒",
    ("wingdings 2", 0x54): "☒",
    ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0xA3): "☐",
    ("symbol", 0xB7): "•",
    ("symbol", 0x2D): "–",
}


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph besides its text."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Its footnotes and endnotes: "footnote" or "endnote", and the id."""
    bold: bool = True
    """Every printed letter of its first line is bold."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False
    box: str = ""


class Runs:
    """Reads paragraphs one after another: a field may begin in one and end in another."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._fields: list[_Field] = []

    def read(self, paragraph: Element, style: Style) -> Inline:
        """The printed text of a paragraph in this style, and what hangs on it."""
        found = Inline()
        pieces: list[str] = []
        lettered = below = False
        for run, piece in self._pieces(paragraph, found):
            properties = run.find(W + "rPr") if run is not None else None
            own = self._styles.get(value(properties.find(W + "rStyle")) or "", NONE) if properties is not None else NONE
            if self._property(properties, "vanish", own.hidden, style.hidden):
                continue
            pieces.append(piece)
            if not below and any(character.isalnum() for character in piece):
                lettered = True
                found.bold = found.bold and self._property(properties, "b", own.bold, style.bold)
            below = below or (lettered and "\n" in piece)
        found.text = "".join(pieces)
        found.bold = found.bold and lettered
        return found

    @staticmethod
    def _property(properties: Element | None, name: str, by_run_style: bool | None, by_style: bool | None) -> bool:
        direct = switched_on(properties.find(W + name)) if properties is not None else None
        return bool(next((each for each in (direct, by_run_style, by_style) if each is not None), False))

    def _pieces(self, element: Element, found: Inline) -> Iterator[tuple[Element | None, str]]:
        """The printed pieces below an element in their order, each with the run it stands in."""
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or (tag == W + "sdt" and _is_placeholder(child)):
                continue
            if tag == W + "r":
                for piece in self._of_run(child, found):
                    if self._printed():
                        yield child, piece
            elif tag == W + "fldSimple":
                if not _is_unprinted(value(child, "instr") or ""):
                    yield from self._pieces(child, found)
            elif tag == M + "t":
                yield None, child.text or ""
            else:
                yield from self._pieces(_chosen(child), found)

    def _of_run(self, run: Element, found: Inline) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                yield child.text or ""
            elif tag in _FIXED:
                yield _FIXED[tag]
            elif tag == W + "br":
                yield "\n"
            elif tag == W + "sym":
                yield _sign(child)
            elif tag == W + "fldChar":
                yield from self._field(child)
            elif tag == W + "instrText":
                if self._fields and not self._fields[-1].result:
                    self._fields[-1].code += child.text or ""
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                if self._printed():
                    found.notes.append((tag[len(W) : -len("Reference")], value(child, "id") or ""))
            elif tag in (W + "drawing", W + "pict", MC + "AlternateContent"):
                found.boxes.extend(_boxes(_chosen(child)))
            elif tag == W + "ruby":
                yield from (text.text or "" for text in child.iterfind(f"{W}rubyBase//{W}t"))

    def _field(self, mark: Element) -> Iterator[str]:
        """Begin a field, turn to its result, or end it; a ticked box has no result but is one."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(box=_tick(mark.find(f"{W}ffData/{W}checkBox"))))
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.box:
                yield ended.box

    def _printed(self) -> bool:
        return all(each.result and not _is_unprinted(each.code) for each in self._fields)


def _is_unprinted(code: str) -> bool:
    return code.strip().upper().startswith(tuple(each.upper() for each in _UNPRINTED_FIELDS))


def _is_placeholder(control: Element) -> bool:
    """A form field that nobody has filled in: "Klicken Sie hier, um Text einzugeben"."""
    return bool(switched_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")))


def _chosen(element: Element) -> Element:
    """Of alternatives that say the same, the first; the others are for old programs."""
    if element.tag == MC + "AlternateContent":
        choice = element.find(MC + "Choice")
        fallback = element.find(MC + "Fallback")
        return choice if choice is not None else fallback if fallback is not None else element
    return element


def _boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing; the boxes within them come with their own paragraphs."""
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        else:
            yield from _boxes(_chosen(child))


def _sign(symbol: Element) -> str:
    """A sign of a font that has signs in the place of letters; one that is not known is nothing that can be read."""
    code = value(symbol, "char") or ""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return _SIGNS.get(((value(symbol, "font") or "").lower(), point & 0xFF), "")


def _tick(box: Element | None) -> str:
    if box is None:
        return ""
    ticked = switched_on(box.find(W + "checked"))
    return "☒" if (switched_on(box.find(W + "default")) if ticked is None else ticked) else "☐"


def list_properties(properties: Element | None, style: Style) -> tuple[int | None, int | None]:
    """The list and the level of a paragraph: its own, else those of its style."""
    own = properties.find(W + "numPr") if properties is not None else None
    list_id = number(own.find(W + "numId")) if own is not None else None
    level = number(own.find(W + "ilvl")) if own is not None else None
    return (style.list_id if list_id is None else list_id), (style.list_level if level is None else level)
