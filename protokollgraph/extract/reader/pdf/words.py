"""The words of a page with their places, as PDFium tells them.

Lengths are in points (1/72 inch), ``x`` from the left and ``y`` from the bottom of the page as it is seen: a turned
page is turned back. Two calls to PDFium a word and six a line, because each costs more than Python's own work for it.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\s\u00a0\x00-\x1f\ufffe]+[\x02\ufffe]?")
_UNUSUAL = re.compile("[\x02\ufffe\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff\ufb00-\ufb06\u0300-\u036f\uf02d-\uf0d8]")
_WRITTEN = str.maketrans(
    {chr(0xFB00 + n): to for n, to in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
    # PDFium's own hyphen at a line's end, and the hyphens of typography
    | dict.fromkeys("\x02\ufffe\u2010\u2011", "-")
    # the bullets of Symbol and Wingdings
    | dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf06e", "•")
    | {"\uf02d": "–"}
)
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6
"""Flags of a font, ISO 32000-1, table 123."""
_WIDEST = 2.5
"""No letter is as wide, in ems, even if it is letter-spaced: such a word is letters of several places."""

Turn = Callable[[float, float], tuple[float, float]]


class Word(NamedTuple):
    """A word in one place; ``base`` is the line it stands on, ``em`` the size of its type."""

    text: str
    left: float
    right: float
    base: float
    em: float
    style: int | None = None
    """Bold and italic, as far as it is known: that of the words at the ends of a line."""


class PageText:
    """The text of a page that PDFium has loaded; of use only as long as the page is open."""

    def __init__(self, raw: Any, textpage: Any, turn: Turn | None) -> None:
        self._raw = raw
        self._page = textpage
        self._turn = turn
        self._origin, self._loose = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(100), ctypes.c_int()
        self.count: int = max(0, raw.FPDFText_CountChars(textpage))

    def words(self) -> list[Word]:
        """Upright words in the order in which they were written into the file."""
        found: list[Word] = []
        text = self._text()
        for line in _LINE.finditer(text):
            em = self._size(line.start()) or self._size(line.end() - 1)
            if em:
                spans = [match.span() for match in _WORD.finditer(text, line.start(), line.end())]
                ends = (0, len(spans) - 1)
                for number, (start, end) in enumerate(spans):
                    style = self._style(start) if number in ends else None
                    self._take(found, text, (start, end), em, style)
        return found

    def _text(self) -> str:
        """One character of Python for each of PDFium's."""
        if not self.count:
            return ""
        buffer = ctypes.create_string_buffer((self.count + 1) * 2)
        address = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = self._raw.FPDFText_GetText(self._page, 0, self.count, address)
        text = buffer.raw[: max(0, written - 1) * 2].decode("utf-16-le", errors="replace")
        if len(text) == self.count:
            return text
        one = self._raw.FPDFText_GetUnicode
        return "".join(chr(one(self._page, i) or 32) for i in range(self.count))

    def _size(self, index: int) -> float:
        """The size of a letter's type as it is seen; 0 if it is not upright or has none."""
        matrix = self._matrix
        self._raw.FPDFText_GetMatrix(self._page, index, matrix)
        x, y = matrix.a, matrix.b
        if self._turn:
            (x0, y0), (x1, y1) = self._turn(0, 0), self._turn(x, y)
            x, y = x1 - x0, y1 - y0
        if x <= 0 or abs(y) > x / 8:
            return 0.0
        return float(self._raw.FPDFText_GetFontSize(self._page, index) * math.hypot(x, y))

    def _style(self, index: int) -> int:
        """0 for plain type, 1 for bold, 2 for italic, 3 for both, by the font's name and flags."""
        self._raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        name, flags = self._name.value.lower(), self._flags.value
        bold = b"bold" in name or b"black" in name or bool(flags & _FORCE_BOLD)
        italic = b"italic" in name or b"oblique" in name or bool(flags & _ITALIC)
        return bold + 2 * italic

    def _take(self, found: list[Word], text: str, span: tuple[int, int], em: float, style: int | None) -> None:
        """Add the word, or its letters if they stand in several places."""
        start, end = span
        left, base, right = self._place(start, end - 1)
        if 0 < right - left <= (end - start) * em * _WIDEST:
            written = text[start:end]
            if not written.isascii() and _UNUSUAL.search(written):
                written = unicodedata.normalize("NFC", re.sub("\u00ad$", "-", written).translate(_WRITTEN))
            if written:
                found.append(Word(written, left, right, base, em, style))
        elif end - start > 1:
            for index in range(start, end):
                self._take(found, text, (index, index + 1), em, style)

    def _place(self, first: int, last: int) -> tuple[float, float, float]:
        """Where the first letter begins, the line it stands on, and where the last letter ends."""
        self._origin(self._page, first, self._x, self._y)
        self._loose(self._page, last, self._box)
        if self._turn is None:
            return self._x.value, self._y.value, self._box.right
        left, base = self._turn(self._x.value, self._y.value)
        box = self._box
        return left, base, max(self._turn(box.left, box.bottom)[0], self._turn(box.right, box.top)[0])
