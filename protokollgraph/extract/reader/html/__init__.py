"""HTML: the document on a web page, without what the portal prints around it.

Fragments of HTML in a plain text are none of it: such a text stays as it is, see ``extract.clean``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader import text as plain
from protokollgraph.extract.reader.blocks import Block, Paragraph
from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.extras import library
from protokollgraph.extract.reader.html.body import Builder, is_footnote
from protokollgraph.extract.reader.html.charset import decoded
from protokollgraph.extract.reader.html.furniture import Furniture, is_quote, is_unseen
from protokollgraph.extract.reader.layout import text_of
from protokollgraph.extract.reader.margins import with_margins
from protokollgraph.extract.words import load
from protokollgraph.model import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HTML = re.compile(rb"<(?:html|body|!doctype\s+html)\b", re.IGNORECASE)
_WORTH_TELLING = 2000
"""So many characters around the text are mentioned when they are left out."""
MOST_TAGS = 500_000


def recognises(head: bytes) -> bool:
    """True for a whole page of HTML; fragments in a plain text make none."""
    return plain.recognises(head) and bool(_HTML.search(head[:2000].replace(b"\0", b"")))


def read(data: bytes) -> Content:
    """The text of a page. FormatError if it holds none, or is nested too deeply to be one."""
    root = _parsed(decoded(data))
    body = root.find("body")
    furniture = Furniture(root if body is None else body, _walk)
    blocks = Builder().blocks(_walk(furniture.main), lambda each: is_footnote(each) or furniture.holds(each))
    title = root.findtext("head/title") or ""
    text, _ = text_of(with_margins(_without_residue(blocks), [Paragraph(" ".join(title.split()))], ()))
    if not text.strip():
        raise FormatError("holds no text.", "A script may print it: save the page from the browser as it is shown.")
    return Content(text, notes=_notes(furniture.left_out))


def read_mail(page: str) -> tuple[str, int]:
    """The text of a mail in HTML, and how many pieces of text in quoted mails were left out."""
    quoted = 0

    def is_left_out(element: Element) -> bool:
        nonlocal quoted
        if is_quote(element):
            quoted += sum(bool(piece.strip()) for piece in element.itertext())
            return True
        return is_footnote(element) or is_unseen(element)

    text, _ = text_of(Builder().blocks(_walk(_parsed(page)), is_left_out))
    return text, quoted


def _parsed(page: str) -> Element:
    if page.count("<") > MOST_TAGS:
        raise FormatError(f"has more than {MOST_TAGS} tags.", "Save the protocol on it as plain text.")
    etree = library("lxml.etree", "html")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    root: Element | None = etree.fromstring(page.encode("utf-8", "replace") or b"<html/>", parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise FormatError("has elements in one another, thousands deep.", "Save the protocol on it as plain text.")
    if root is None:
        raise FormatError("holds no text.", "Save the page from the browser as it is shown.")
    return root


def _walk(element: Element) -> Iterator[tuple[str, Element]]:
    etree = library("lxml.etree", "html")
    yield from etree.iterwalk(element, events=("start", "end"))


def _without_residue(blocks: list[Block]) -> list[Block]:
    """The blocks without lines such as "Zum Inhalt springen"."""
    words, trail = _residue()
    return [
        block
        for block in blocks
        if not isinstance(block, Paragraph)
        or not (block.text.strip(" :.\n\u00a0").casefold() in words or trail.fullmatch(block.text.strip()))
    ]


@cache
def _residue() -> tuple[frozenset[str], re.Pattern[str]]:
    data = load("web")
    return frozenset(str(line).casefold() for line in data["lines"]), re.compile(data["trail"])


def _notes(left_out: int) -> tuple[Finding, ...]:
    if left_out < _WORTH_TELLING:
        return ()
    around = f"{left_out} characters of menus, notices and forms around the text were left out;"
    return (Finding("page-around-left-out", f"{around} if the protocol lacks something, save it as plain text."),)
