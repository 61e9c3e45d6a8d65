"""PDFs drawn letter by letter where the layout of a program would not do, and broken ones from bare objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT, SIZE, LEADING = "Helvetica", 11.0, 14.0
LEFT, RIGHT, TOP = 70.0, 525.0, 780.0
Page = Callable[[Canvas], None]


def drawn(*pages: Page, password: str | None = None) -> bytes:
    """A PDF of A4 pages, each painted by a function."""
    stream = BytesIO()
    locked = StandardEncryption(password, canPrint=0) if password is not None else None
    canvas = Canvas(stream, A4, encrypt=locked, invariant=1)
    for paint in pages:
        canvas.setFont(FONT, SIZE)
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def at(*placed: tuple[float, float, str]) -> Page:
    """Texts with their places: left, height, words."""

    def paint(canvas: Canvas) -> None:
        for x, y, text in placed:
            canvas.drawString(x, y, text)

    return paint


def lines(texts: Sequence[str], left: float = LEFT, top: float = TOP, leading: float = LEADING) -> Page:
    """Lines one below the other; an empty one is a gap."""
    return at(*((left, top - number * leading, text) for number, text in enumerate(texts) if text))


def both(*pages: Page) -> Page:
    """Painted one over the other, in this order."""

    def paint(canvas: Canvas) -> None:
        for page in pages:
            page(canvas)

    return paint


def wrapped(text: str, width: float = RIGHT - LEFT) -> list[str]:
    """The lines of a paragraph as an office program breaks them: behind blanks and behind hyphens."""
    found = [""]
    for piece in text.replace("-", "-\0").split(" "):
        for number, part in enumerate(piece.split("\0")):
            longer = f"{found[-1]}{'' if number or not found[-1] else ' '}{part}"
            if stringWidth(longer, FONT, SIZE) <= width or not found[-1]:
                found[-1] = longer
            else:
                found.append(part)
    return found


def objects(*bodies: bytes, tail: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table
    out += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out) + tail


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d %s>>\nstream\n" % (len(data), more) + data + b"\nendstream"


FONT_OBJECT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
