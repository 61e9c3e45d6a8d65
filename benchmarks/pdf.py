"""From the pages of PDFs to text, beside the bare text that PDFium gives of the same pages.

::

    python -m benchmarks.pdf [--protocols N]

Both read the same files in turn, in one process and one run. PDFium alone gives letters in the order in which they were
written: no paragraphs, cells, columns, no heads and feet told apart. What the process of its own costs is shown, too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from io import BytesIO
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape

from benchmarks import generate, minutes
from protokollgraph.extract import clean
from protokollgraph.extract.reader import pdf
from protokollgraph.extract.reader.pdf import document

ROUNDS = 5


def printed(text: str) -> bytes:
    """The text as an office program prints it: wrapped paragraphs, tables with borders, a head and numbered pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13)
    story: list[Any] = []
    rows: list[list[Any]] = []
    for line in clean.lines(text):
        cells = [Paragraph(escape(cell.text), style) for cell in line.cells]
        if rows and len(cells) != len(rows[0]):
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")], splitInRow=1))
            rows = []
        if len(cells) > 1:
            rows.append(cells)
        else:
            story += cells

    def framed(canvas: Any, _: Any) -> None:
        canvas.drawString(72, 800, "Protokoll der Sitzung")
        canvas.drawString(480, 40, f"Seite {canvas.getPageNumber()}")

    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(story, onFirstPage=framed, onLaterPages=framed)
    return stream.getvalue()


def bare(data: bytes) -> int:
    """PDFium's own text of all pages; how many letters there are."""
    import pypdfium2

    letters = 0
    with pypdfium2.PdfDocument(data) as opened:
        for page in opened:
            letters += len(page.get_textpage().get_text_range())
    return letters


def measure(read: Callable[[bytes], object], files: list[bytes]) -> float:
    """Seconds for all files: the fastest of some rounds."""
    read(files[0])
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for data in files:
            read(data)
        rounds.append(time.perf_counter() - start)
    return min(rounds)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--protocols", type=int, default=40)
    half = parser.parse_args().protocols // 2
    texts = [each.text for each in chain(islice(minutes.minutes(half), half), islice(generate.protocols(half), half))]
    files = [printed(text) for text in texts]
    pages = sum(len(document.content(data).pages) for data in files)
    words = sum(len(text.split()) for text in texts) // pages
    alone = measure(bare, files)
    print(f"{f'{pages} pages of {words} words':36}{'ms a page':>10}{'ratio':>8}")
    for name, read in (("PDFium's own text", bare), ("text", document.content), ("text, in its process", pdf.read)):
        taken = alone if read is bare else measure(read, files)
        print(f"{name:36}{taken / pages * 1000:10.2f}{taken / alone:8.2f}")


if __name__ == "__main__":
    main()
