"""From the source text to lines that can be read: mark-up removed, page furniture set apart, offsets kept."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokollgraph.extract.passage import SOFT_BREAK, Passage, whole

# Formatting only. Any other "<…>" is text of the protocol and stays.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>p|ul|ol|li|br|div|h[1-6]|table|thead|tbody|tr|td|th|b|i|u|em|strong|span|a|sub|sup|font"
    r"|small)"
    r"(?:\s[^<>]*)?/?>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});",
    re.IGNORECASE,
)
_BLOCK = frozenset(
    ("p", "ul", "ol", "li", "br", "div", "table", "thead", "tbody", "tr", *(f"h{n}" for n in range(1, 7)))
)
_CELL = frozenset(("td", "th"))
_SOFT = frozenset(("i", "em"))
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INLINE_BULLET = re.compile(r"(?<=\s)[\u2022\u25aa\u25cf\uf0b7](?=\s)")
_BULLET = re.compile(r"[\u2022\u25aa\u25cf\u25cb\u2023\uf0b7*\u2013\u2014-](?:\s+|$)(?!\d+\s*-\s*$)")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_GAP = re.compile(r"\t+ *| {2,}|\s*\|\s*")
_BARE_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})*\.?\s*$")
_LETTER_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?=\s*:?$)")
_PAGE_MARK = re.compile(
    r"\s*(?:Seite:?\s*\d+(?:\s*(?:von|/)\s*\d+)?|[-\u2013]{1,2}\s*\d+(?:\s+of\s+\d+)?\s*[-\u2013]{1,2}"
    r"|\d+\s*(?:von|/)\s*\d+)\s*$",
    re.IGNORECASE,
)
_PAGE_TAIL = re.compile(r"\s{3,}(?:Seite\s*\d+(?:\s*(?:von|/)\s*\d+)?)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a protocol.

    ``indent`` counts columns before the text; ``bullet`` is true for an item of a list (its marker is cut off),
    ``blank_before`` for the first line after an empty one, ``page_before`` for the first one of a page, and ``heading``
    for a Markdown or HTML heading.
    """

    passage: Passage
    indent: int = 0
    bullet: bool = False
    blank_before: bool = False
    page_before: bool = False
    block_before: bool = False
    heading: bool = False

    @property
    def text(self) -> str:
        """The readable text of the line."""
        return self.passage.text

    @property
    def cells(self) -> list[Passage]:
        """The columns: parted by tabs, pipes or at least two spaces."""
        return [cell for cell in self.passage.split(_GAP) if cell]

    def columns(self) -> list[tuple[int, Passage]]:
        """The cells, each with the column it starts in."""
        text = self.passage.text
        if "  " not in text and "\t" not in text and "|" not in text:
            return [(self.indent, self.passage)] if text else []
        found, at = [], 0
        for match in _GAP.finditer(self.passage.text):
            if match.start() > at:
                found.append((self.indent + at, self.passage.cut(at, match.start())))
            at = match.end()
        if at < len(self.passage.text):
            found.append((self.indent + at, self.passage.cut(at)))
        return found


def lines(source: str) -> list[Line]:
    """The readable lines of a protocol in the order of the text, without page heads, feet and numbers."""
    return list(_without_furniture([line for raw in _raw_lines(source) for line in _listed(raw)]))


@dataclass(frozen=True, slots=True)
class _Raw:
    passage: Passage
    page_before: bool
    block_before: bool


def _raw_lines(source: str) -> Iterator[_Raw]:
    start, page = 0, False
    for match in _LINE_END.finditer(source):
        for index, passage in enumerate(_unmarked(source, start, match.start())):
            yield _Raw(passage, page and index == 0, index > 0)
        page = match.group() == "\x0c"
        start = match.end()
    for index, passage in enumerate(_unmarked(source, start, len(source))):
        yield _Raw(passage, page and index == 0, index > 0)


def _unmarked(source: str, start: int, end: int) -> Iterator[Passage]:
    """One line of the source as the lines that its block tags make of it."""
    if "<" not in source[start:end] and "&" not in source[start:end]:
        yield whole(source, start, end)
        return
    texts: list[str] = []
    origin: list[int] = []
    at = start
    for match in _TAG.finditer(source, start, end):
        texts.append(source[at : match.start()])
        origin.extend(range(at, match.start()))
        at = match.end()
        name = (match["name"] or "").lower()
        if not name:
            character = html.unescape(match.group())
            texts.append(character)
            origin.extend([match.start()] * len(character))
        elif name in _BLOCK:
            text = "".join(texts)
            if text.strip() and not (not match["close"] and _BARE_NUMBER.match(text)):
                yield Passage(text, origin, source)
                texts, origin = [], []
        elif name in _CELL and not match["close"] and "".join(texts).strip():
            texts.append("\t")
            origin.append(match.start())
        elif name in _SOFT:
            texts.append(SOFT_BREAK)
            origin.append(match.start())
    texts.append(source[at:end])
    origin.extend(range(at, end))
    yield Passage("".join(texts), origin, source)


def _listed(raw: _Raw) -> Iterator[Line]:
    """A line as the items of a list that it may hold ("<ul> • one • two")."""
    if not raw.passage.text:
        yield Line(raw.passage, page_before=raw.page_before)
        return
    marks = [match.start() for match in _INLINE_BULLET.finditer(raw.passage.text)]
    if not marks:
        yield _line(raw.passage, raw.page_before, raw.block_before)
        return
    borders = [0, *marks, len(raw.passage.text)]
    for index, (start, end) in enumerate(pairwise(borders)):
        if end > start:
            part = Passage(raw.passage.text[start:end], raw.passage.origin[start:end], raw.passage.source)
            yield _line(part, raw.page_before and index == 0, raw.block_before or index > 0)


def _line(passage: Passage, page_before: bool, block_before: bool) -> Line:
    text = passage.text
    indent = len(text) - len(text.lstrip())
    tail = _PAGE_TAIL.search(text) if "eite" in text else None
    body = passage.cut(indent, tail.start() if tail else None)
    bullet = _BULLET.match(body.text)
    if bullet and not _PAGE_MARK.match(text):
        body = body.cut(bullet.end())
    heading = _MARKDOWN.match(body.text)
    if heading:
        body = body.cut(heading.end())
    spaced = _LETTER_SPACED.match(body.text) if body.text[1:2] == " " else None
    if spaced and spaced.end() >= len(body.text.rstrip(": ")):
        keep = [i for i, c in enumerate(body.text) if not c.isspace()]
        body = Passage("".join(body.text[i] for i in keep), [body.origin[i] for i in keep], body.source)
    return Line(_without_emphasis(body), indent, bool(bullet), False, page_before, block_before, bool(heading))


def _without_emphasis(passage: Passage) -> Passage:
    """Markdown's ``**`` carries no meaning here."""
    if "**" not in passage.text:
        return passage
    keep = [i for i, c in enumerate(passage.text) if c != "*"]
    kept = Passage("".join(passage.text[i] for i in keep), [passage.origin[i] for i in keep], passage.source)
    return kept.strip()


def _without_furniture(found: list[Line]) -> Iterator[Line]:
    furniture = _furniture(found)
    blank = page = False
    for index, line in enumerate(found):
        page = page or line.page_before or index in furniture
        if index in furniture:
            continue
        if not line.text.strip():
            blank = True
            continue
        yield Line(line.passage, line.indent, line.bullet, blank, page, line.block_before, line.heading)
        blank = page = False


def _furniture(found: Sequence[Line]) -> set[int]:
    """Page numbers, and the lines beside page borders that come back from page to page (digits aside)."""
    marks = {i for i, line in enumerate(found) if _PAGE_MARK.match(line.text)}
    filled = [i for i, line in enumerate(found) if line.text.strip()]
    place = {index: rank for rank, index in enumerate(filled)}
    breaks = [i for i, line in enumerate(found) if line.page_before]
    heads: list[int] = []
    for start in breaks:
        heads.extend(i for i in filled if start <= i < start + 4)
    for mark in marks:
        rank = place[mark]
        heads.extend(filled[rank + 1 : rank + 3])
        heads.extend(filled[max(0, rank - 2) : rank])
    shapes = Counter(_shape(found[i].text) for i in set(heads))
    return marks | {i for i in set(heads) if shapes[_shape(found[i].text)] >= 2 and i not in marks}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))
