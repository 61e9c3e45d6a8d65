"""Parts of a protocol as a PDF, laid out with ReportLab: wrapped prose, lists, tables with borders, heads and feet."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from authored import Bullets, Grid, Heading, Numbered, Part, Text
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

LACKING = str.maketrans("ěńśźŔŕ", "enszRr")
"""Letters that the font which comes with ReportLab does not have."""
_FONT, _BOLD = "Vera", "VeraBd"
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=9.5, leading=12.5)
_TITLE = ParagraphStyle("title", _BODY, fontName=_BOLD, fontSize=13, leading=17, alignment=TA_CENTER)
_HEADING = ParagraphStyle("heading", _BODY, fontName=_BOLD, spaceBefore=9, spaceAfter=2)
_ITEM = ParagraphStyle("item", _BODY, leftIndent=16, bulletIndent=4)
_WIDTH = A4[0] - 5 * cm


def as_pdf(parts: Sequence[Part], head: str = "", foot: str = "Seite {page} von {pages}") -> bytes:
    """The bytes of the file; ``head`` and ``foot`` stand on each page."""
    _register()
    stream = BytesIO()
    template = SimpleDocTemplate(
        stream,
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.5 * cm,
        bottomMargin=2 * cm,
        invariant=1,
    )
    template.build(_flowables(parts), canvasmaker=lambda *given, **named: _Numbered(head, foot, *given, **named))
    return stream.getvalue()


def _register() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in (_FONT, _BOLD, "VeraIt"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(_FONT, normal=_FONT, bold=_BOLD, italic="VeraIt", boldItalic="VeraIt")


def _flowables(parts: Sequence[Part], width: float = _WIDTH) -> list[Flowable]:
    found: list[Flowable] = []
    for part in parts:
        if isinstance(part, Heading):
            found.append(_paragraph(part.text, _HEADING if part.level else _TITLE))
        elif isinstance(part, Text):
            found.append(_paragraph(part.text, _BODY))
        elif isinstance(part, Bullets):
            found += [Paragraph(_marked_up(item), _ITEM, bulletText="•") for item in part.items]
        elif isinstance(part, Numbered):
            found += _numbered(part)
        else:
            found += [_table(part, width), Spacer(1, 10)]
    return found


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(_marked_up(text), style)


def _marked_up(text: str) -> str:
    first, *others = escape(text.translate(LACKING)).split("\n")
    return "".join([first, *(f"<br/><i>{line}</i>" for line in others)])


def _numbered(part: Numbered) -> list[Flowable]:
    found: list[Flowable] = []
    counts: list[int] = []
    for level, text in part.items:
        counts = [*counts[: level + 1], *[0] * (level + 1 - len(counts))]
        counts[level] += 1
        number = f"{part.prefix}{'.'.join(map(str, counts))}{'' if level else '.'}"
        style = ParagraphStyle("numbered", _BODY, leftIndent=42, bulletIndent=0)
        found.append(Paragraph(_marked_up(text), style, bulletText=number))
    return found


def _table(grid: Grid, width: float) -> Table:
    columns = max(len(row) for row in grid.rows)
    widths = _widths(grid, columns, width)
    rows = [
        [_cell(content, widths[at]) for at, content in enumerate(row)] + [""] * (columns - len(row))
        for row in grid.rows
    ]
    borders = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(rows, colWidths=widths, style=borders, splitInRow=1)


def _cell(content: str | tuple[Part, ...], width: float) -> list[Flowable]:
    return [_paragraph(content, _BODY)] if isinstance(content, str) else _flowables(content, width - 12)


def _widths(grid: Grid, columns: int, width: float) -> list[float]:
    """No word is torn, and what is left of the width goes where most stands."""
    least, wanted = [13.0] * columns, [13.0] * columns
    for row in grid.rows:
        for at, content in enumerate(row):
            text = (content if isinstance(content, str) else "x " * 90).translate(LACKING)
            measured = [pdfmetrics.stringWidth(part, _FONT, 9.5) + 13 for part in (text, *text.split())]
            least[at] = max(least[at], *measured[1:], 13.0)
            wanted[at] = max(wanted[at], measured[0])
    spare = width - sum(least)
    asked = [want - need for want, need in zip(wanted, least, strict=True)]
    return [need + spare * ask / (sum(asked) or 1) for need, ask in zip(least, asked, strict=True)]


class _Numbered(Canvas):  # type: ignore[misc]
    """Draws head and foot when the number of pages is known."""

    def __init__(self, head: str, foot: str, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head, self._foot = head, foot
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            self.setFont(_FONT, 8)
            self.drawString(2.5 * cm, A4[1] - 1.3 * cm, self._head)
            self.drawRightString(A4[0] - 2.5 * cm, 1 * cm, self._foot.format(page=number, pages=len(self._pages)))
            super().showPage()
        super().save()
