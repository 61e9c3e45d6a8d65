"""A PDF as a text with its pages, or why it cannot be read. Meant for a process of its own: PDFium is C++."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.extras import library
from protokollgraph.extract.reader.pdf import pages, text
from protokollgraph.extract.reader.pdf.pages import Page
from protokollgraph.model import Finding, Severity

MAX_PAGES = 2_000
"""No protocol is as long."""
MAX_CHARACTERS = 5_000_000
"""In all pages together."""

_LOST = 0.05
"""From this share of letters that cannot be told on, a reader has to know."""


def content(data: bytes) -> Content:
    """The text of a PDF. FormatError if it has none, is locked or damaged, or is larger than a protocol can be."""
    library("pypdfium2", "pdf")
    import pypdfium2.raw as raw

    with _opened(raw, data) as document:
        count = raw.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise FormatError(
                f"has {count:,} pages, more than a protocol can have.", "Split it into one file per session."
            )
        found, lost = _pages(raw, document, count)
    if not any(page.characters for page in found):
        raise _without_text(found, lost)
    written, borders = text.of_pages(found)
    if not written.strip():
        raise _without_text(found, lost)
    return Content(written, borders, tuple(_notes(found, lost, written)))


@contextmanager
def _opened(raw: Any, data: bytes) -> Iterator[Any]:
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise FormatError("is locked with a password.", "Save a copy without the password.")
        raise FormatError("is no PDF that can be read; it may be cut off.", "Fetch or print the file once more.")
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _pages(raw: Any, document: Any, count: int) -> tuple[list[Page], list[int]]:
    """The pages, and the numbers (from 1) of those that cannot be loaded."""
    found: list[Page] = []
    lost: list[int] = []
    characters = 0
    for number in range(count):
        page = pages.read(raw, document, number)
        if page is None:
            lost.append(number + 1)
            page = Page(number, 0.0, (), 0, False)
        found.append(page)
        characters += page.characters
        if characters > MAX_CHARACTERS:
            raise FormatError(
                f"has more than {MAX_CHARACTERS:,} characters, more than a protocol can have.",
                "Split it into one file per session.",
            )
    return found, lost


def _without_text(found: list[Page], lost: list[int]) -> FormatError:
    if len(lost) == len(found):
        return FormatError("has no page that can be read; it may be cut off.", "Fetch or print the file once more.")
    if any(page.pictures for page in found):
        many = f"{len(found)} pages hold" if len(found) > 1 else "its page holds"
        return FormatError(
            f"is a scan: {many} pictures and no text.",
            "Recognise its text first, for example with ocrmypdf -l deu FILE OUT.",
        )
    return FormatError("has no text.", "Look at it with a viewer; print it to a PDF with text.")


def _notes(found: list[Page], lost: list[int], written: str) -> Iterator[Finding]:
    if lost:
        message = f"{_numbered(lost)} could not be read; the file is damaged."
        yield Finding("pages-not-read", message, Severity.WARNING)
    blank = [page.number + 1 for page in found if page.pictures and not page.characters and page.width]
    if blank:
        message = f"{_numbered(blank)}: pictures and no text; recognise their text to have it read."
        yield Finding("pages-without-text", message, Severity.WARNING)
    unknown = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in written)
    if unknown > _LOST * len(written):
        message = f"{unknown} of {len(written)} characters cannot be told: the fonts do not say which they are."
        yield Finding("unreadable-characters", message, Severity.WARNING)


def _numbered(numbers: list[int]) -> str:
    named = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {named}"
