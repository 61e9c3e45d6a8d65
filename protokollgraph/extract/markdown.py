"""Markdown: its marks taken off the lines, the places of letters kept (CommonMark 0.31, tables as on GitHub).

Headings, bold print and the bars of tables are read in any text, see ``clean``; what stands here would be text there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protokollgraph.extract import clean
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage

_UNDERLINE = re.compile(r"=+|-{2,}")
"""Below a line it makes that line a heading."""
_RULER = re.compile(r"[-*_=](?:\s*[-*_=]){1,}|(?=.*--)[|:+\s-]+|(?:`{3,}|~{3,})\s*\w*")
"""A rule, the line below the head of a table, or the border of a block of code."""
_DEFINITION = re.compile(r"\[(?!\^)[^\]]+\]:\s+\S+")
_QUOTE = re.compile(r"(?:>\s?)+")
_PLUS = re.compile(r"\+\s+")
_CLOSING = re.compile(r"\s+#+$")
_ITEM = re.compile(r"(?P<number>\d{1,9})[.)]\s")
_SIGNS = frozenset("\\*_`~[!<")
_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\$"
    r"|!\[[^\]]*\]\([^()]*\)|\[\^[^\]\s]+\]:?"
    r"|\[(?P<link>[^\[\]]+)\](?:\([^()]*\)|\[[^\]]*\])|<(?P<address>(?:https?|mailto):[^<>\s]+)>"
    r"|(?P<tick>`+)(?P<code>[^`]+)(?P=tick)|~~[^~]+~~"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)(?P<line>_{1,2})(?=[^\s_])(?P<under>[^_]+?)(?<=[^\s_])(?P=line)(?!\w)"
    r"|<!--.*?-->"
)
_DEEPEST = 4
"""Marks stand in marks so many times: a link in bold print in italics."""


def lines(source: str) -> list[Line]:
    """The readable lines of a text in Markdown."""
    return list(_numbered(_structured(_without_comments(clean.lines(source)))))


def _without_comments(found: list[Line]) -> Iterator[Line]:
    """The lines outside comments; what stands beside one on its line stays."""
    inside = False
    for line in found:
        if inside:
            inside = "-->" not in line.text
        elif "<!--" in line.text and "-->" not in line.text:
            inside = True
        else:
            yield line


def _structured(found: Iterator[Line]) -> Iterator[Line]:
    """The lines without rules and definitions; a line above a rule of its own is a heading."""
    waiting: Line | None = None
    blank = False
    for line in found:
        if waiting and _UNDERLINE.fullmatch(line.text) and not line.blank_before and not line.bullet:
            waiting = replace(waiting, heading=not waiting.bullet)
            continue
        if _RULER.fullmatch(line.text) or _DEFINITION.fullmatch(line.text):
            blank = blank or "|" not in line.text
            continue
        read = _unmarked(line)
        if read.text:
            if waiting:
                yield waiting
            waiting = replace(read, blank_before=read.blank_before or blank)
            blank = False
    if waiting:
        yield waiting


def _unmarked(line: Line) -> Line:
    quote = _QUOTE.match(line.text)
    passage = line.passage.cut(quote.end()) if quote else line.passage
    plus = _PLUS.match(passage.text)
    passage = passage.cut(plus.end()) if plus else passage
    closing = _CLOSING.search(passage.text) if line.heading else None
    passage = passage.cut(0, closing.start()) if closing else passage
    for _ in range(_DEEPEST):
        if _SIGNS.isdisjoint(passage.text):
            break
        passage = _without_marks(passage)
    return replace(line, passage=passage.strip(), bullet=line.bullet or plus is not None)


def _without_marks(passage: Passage) -> Passage:
    kept: list[int] = []
    at = 0
    for match in _MARKS.finditer(passage.text):
        kept.extend(range(at, match.start()))
        name = match.lastgroup
        for inner in ("escaped", "link", "address", "code", "star", "under"):
            if name and match[inner] is not None:
                kept.extend(range(match.start(inner), match.end(inner)))
        at = match.end()
    if at == 0:
        return passage
    kept.extend(range(at, len(passage.text)))
    return passage.pick(kept)


def _numbered(found: Iterator[Line]) -> Iterator[Line]:
    """Items that all have the number of the first are counted, as programs print them: 1., 1., 1. is 1., 2., 3."""
    first = ""
    count = indent = 0
    for line in found:
        item = _ITEM.match(line.text)
        if item is None or line.heading:
            if line.indent <= indent and not line.bullet:
                first = ""
            yield line
            continue
        if item["number"] == first and line.indent == indent:
            count += 1
            yield replace(line, passage=_renumbered(line.passage, len(first), str(int(first) + count)))
            continue
        if line.indent <= indent or not first:
            first, count, indent = item["number"], 0, line.indent
        yield line


def _renumbered(passage: Passage, length: int, number: str) -> Passage:
    origin = [*[passage.origin[0]] * len(number), *passage.origin[length:]]
    return Passage(number + passage.text[length:], origin, passage.source)
