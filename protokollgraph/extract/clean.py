"""From the source text to lines that can be read: mark-up removed, page furniture set apart, offsets kept."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from protokollgraph.extract.passage import SOFT_BREAK, Passage, whole
from protokollgraph.extract.words import load

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
_INLINE_BULLET = re.compile(r"(?<=\s)[\u2022\u25aa\u25cf\uf0b7](?=\s)")
_BULLET = re.compile(r"[\u2022\u25aa\u25cf\u25cb\u2023\uf0b7*\u2013\u2014-](?:\s+|$)(?!\d+\s*-\s*$)")
_SIGNS = frozenset("\u2022\u25aa\u25cf\u25cb\u2023\uf0b7*\u2013\u2014-#")
"""What a mark at the beginning of a line begins with."""
_MARKDOWN = re.compile(r"#{1,6}\s+")
_GAP = re.compile(r"\t+ *| {2,}|\s*\|(?![^()|]{0,30}\))\s*")
_BARE_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})*\.?\s*$")
_LETTER_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?=\s*:?$)")
_SPACED_WORD = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])")
_TORN_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_](?= [^\W\d_]{3,})")
_PAGE_MARK = re.compile(
    r"\s*(?:Seite:?\s*\d+(?:\s*(?:von|/)\s*\d+)?|[-\u2013]{1,2}\s*\d+(?:\s+of\s+\d+)?\s*[-\u2013]{1,2}"
    r"|(?:(?:Prot\.|Protokoll|Niederschrift)\s[^:]{0,60}\s)?\d+\s*(?:von|/)\s*\d+)\s*$",
    re.IGNORECASE,
)
_PAGE_TAIL = re.compile(r"\s{3,}(?:Seite\s*\d+(?:\s*(?:von|/)\s*\d+)?)\s*$", re.IGNORECASE)
_SPECIAL = ("<", "&", "\u2022", "\u25aa", "\u25cf", "\uf0b7", "Seite", "seite")
"""One of these stands in each line that holds mark-up, the bullets of a list or a page number behind the text."""


TAB = 1000
"""A tab or pipe counts as so many columns; no line of a table that is set with blanks is as wide."""


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
        """The cells, each with the column it starts in: so many characters in, and a thousand for each tab or pipe.

        In a table of tabs the same number of them leads to the same column, however long the cells are.
        """
        text = self.passage.text
        if not text:
            return []
        column = self._tabs_before() * TAB or self.indent
        if "  " not in text and "\t" not in text and "|" not in text:
            return [(column, self.passage)]
        found, at = [], 0
        for match in _GAP.finditer(text):
            if match.start() > at:
                found.append((column, self.passage.cut(at, match.start())))
            tabs = match.group().count("\t") + match.group().count("|")
            column = (column // TAB + tabs) * TAB if tabs else column + match.end() - at
            at = match.end()
        if at < len(text):
            found.append((column, self.passage.cut(at)))
        return found

    def _tabs_before(self) -> int:
        """How many tabs stand before the text in its line of the source."""
        at = self.passage.origin[0]
        return self.passage.source.count("\t", self.passage.source.rfind("\n", 0, at) + 1, at)


def lines(source: str) -> list[Line]:
    """The readable lines of a protocol in the order of the text, without page heads, feet and numbers."""
    return list(_without_furniture(list(_raw_lines(source))))


class _Raw(NamedTuple):
    """A line before page heads and feet are told from the text; a blank one has no text."""

    passage: Passage
    indent: int = 0
    bullet: bool = False
    page_before: bool = False
    block_before: bool = False
    heading: bool = False


_BLANK = _Raw(whole(""))
_PAGE_BREAK = _Raw(whole(""), page_before=True)


def _raw_lines(source: str) -> Iterator[_Raw]:
    special = [sign for sign in _SPECIAL if sign in source]
    end, page = 0, False
    for text in source.splitlines(keepends=True):
        start, end = end, end + len(text)
        left = text.lstrip()
        if not left:
            yield _PAGE_BREAK if page else _BLANK
        elif special and any(sign in text for sign in special):
            yield from _parted(source, start, end, page)
        else:
            at = end - len(left)
            yield _read(whole(source, at, at + len(left.rstrip())), at - start, page, False)
        page = text[-1] == "\x0c"


def _parted(source: str, start: int, end: int, page: bool) -> Iterator[_Raw]:
    """A line of the source as the lines that block tags and the bullets of a list make of it."""
    for index, passage in enumerate(_unmarked(source, start, end)):
        yield from _listed(passage, page and index == 0, index > 0)


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


def _listed(passage: Passage, page_before: bool, block_before: bool) -> Iterator[_Raw]:
    """A line as the items of a list that it may hold ("<ul> • one • two")."""
    text = passage.text
    borders = [0, *(match.start() for match in _INLINE_BULLET.finditer(text)), len(text)]
    for index, (start, end) in enumerate(pairwise(borders)):
        part = text[start:end]
        indent = len(part) - len(part.lstrip())
        tail = _PAGE_TAIL.search(part)
        body = passage.cut(start + indent, start + tail.start() if tail else end)
        yield _read(body, indent, page_before and index == 0, block_before or index > 0)


def _read(body: Passage, indent: int, page_before: bool, block_before: bool) -> _Raw:
    """What stands in a line behind its marks as an item of a list or a heading."""
    text = body.text
    bullet = heading = None
    if text[:1] in _SIGNS:
        bullet = _BULLET.match(text)
        if bullet and not _PAGE_MARK.match(text):
            body = body.cut(bullet.end())
        heading = _MARKDOWN.match(body.text)
        if heading:
            body = body.cut(heading.end())
    if body.text[1:2] == " " or body.text.count(" ") * 3 > len(body.text):
        body = _closed_up(body)
    return _Raw(_requoted(_without_emphasis(body)), indent, bool(bullet), page_before, block_before, bool(heading))


def _closed_up(passage: Passage) -> Passage:
    """“B e s c h l u s s” without the spaces, also inside a line; "G EMEINDEAMT  M USTERDORF" with whole words."""
    text = passage.text
    spaced = _LETTER_SPACED.match(text)
    if spaced is not None and spaced.end() >= len(text.rstrip(": ")):
        return passage.pick(i for i, c in enumerate(text) if not c.isspace())
    words = [word for word in _SPACED_WORD.finditer(text) if len(set(word.group())) > 3]
    drop = {at for word in words for at in range(word.start(), word.end()) if text[at] == " "}
    torn = [word.end() for word in _TORN_CAPITAL.finditer(text)] if text.isupper() else []
    drop.update(torn if len(torn) > 1 else ())
    return passage.pick(i for i in range(len(text)) if i not in drop) if drop else passage


_QUOTED = re.compile(r'"(?=\S)([^"„“”]{2,140})(?<=\S)"|»([^»«]{2,140})«|«([^»«]{2,140})»')


def _requoted(passage: Passage) -> Passage:
    """Every kind of quotation marks as „…“, which the patterns know; ditto marks are none."""
    if '"' not in passage.text and "«" not in passage.text:
        return passage
    text = _QUOTED.sub(lambda m: f"„{m.group()[1:-1]}“", passage.text)
    return passage if text == passage.text else Passage(text, passage.origin, passage.source, passage.tears)


def _without_emphasis(passage: Passage) -> Passage:
    """Markdown's ``**`` carries no meaning here."""
    if "**" not in passage.text:
        return passage
    return passage.pick(i for i, c in enumerate(passage.text) if c != "*").strip()


@cache
def _residue() -> frozenset[str]:
    """Lines that a portal prints around and between the text of a page."""
    return frozenset(load("portals")["lines"])


def _without_furniture(found: list[_Raw]) -> Iterator[Line]:
    furniture = _furniture(found)
    blank = page = False
    for index, (passage, indent, bullet, page_before, block_before, heading) in enumerate(found):
        if index in furniture:
            page = True
            continue
        page = page or page_before
        if not passage.text:
            blank = True
            continue
        if passage.text in _residue():
            continue
        yield Line(passage, indent, bullet, blank, page, block_before, heading)
        blank = page = False


def _furniture(found: Sequence[_Raw]) -> set[int]:
    """Page numbers, and the lines beside page borders that come back from page to page (digits aside)."""
    filled = [i for i, raw in enumerate(found) if raw.passage.text]
    ranks = [rank for rank, i in enumerate(filled) if _PAGE_MARK.match(found[i].passage.text)]
    heads: set[int] = set()
    for start in (i for i, raw in enumerate(found) if raw.page_before):
        rank = bisect_left(filled, start)
        heads.update(i for i in filled[rank : rank + 4] if i < start + 4)
    for rank in ranks:
        heads.update(filled[max(0, rank - 2) : rank + 3])
    marks = {filled[rank] for rank in ranks}
    shapes = {i: _shape(found[i].passage.text) for i in heads}
    counts = Counter(shapes.values())
    return marks | {i for i in heads - marks if counts[shapes[i]] >= 2}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))
