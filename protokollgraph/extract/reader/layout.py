"""From paragraphs and tables to the text that is kept.

One line for a paragraph, a line break within it begins another; one line for the row of a table, its cells parted by
tabs. A blank line stands before a heading, behind a table and where the document has an empty paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protokollgraph.extract.reader.blocks import PAGE, Block, Line, Paragraph
from protokollgraph.extract.reader.tables import rows_of

_INDENT = "    "
"""For each list that a list item stands in, less one."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b-\u200d\u2060\ufeff]")
"""Control characters, soft hyphens and spaces of no width: nobody sees them, and they tear words apart."""
_LINE_BREAK = re.compile(r"\r\n?|[\n\x85\u2028\u2029]")
_BLANK = " \t\u00a0"


def text_of(blocks: Iterable[Block]) -> tuple[str, tuple[int, ...]]:
    """The text that is kept of these blocks, and where in it each page begins."""
    parts: list[str] = []
    length = 0
    begins = [0]
    for line in lines_of(blocks):
        pieces = line.text.split(PAGE)
        if line.gap and length:
            parts.append("\n")
            length += 1
        for index, piece in enumerate(pieces):
            if index and length:
                begins.append(length)
            parts.append(piece)
            length += len(piece)
        if any(pieces):
            parts.append("\n")
            length += 1
    return "".join(parts), tuple(begins)


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of these blocks, one after another."""
    gap = False
    for block in blocks:
        if isinstance(block, Paragraph):
            if not block.text.strip(_BLANK + "\n"):
                gap = True
                continue
            found = _paragraph(block)
        else:
            found = rows_of(block, lambda inner: tuple(lines_of(inner)))
        for line in found:
            yield Line(line.text, line.gap or gap, line.mark)
            gap = False
        gap = gap or not isinstance(block, Paragraph)


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph line by line: its mark before the first, the others indented below it."""
    indent = _INDENT * paragraph.depth
    first = True
    for line in _LINE_BREAK.split(_UNSEEN.sub("", paragraph.text)):
        if not line.strip(_BLANK):
            continue
        mark = paragraph.mark if first else " " * len(paragraph.mark)
        body = line.lstrip(_BLANK) if paragraph.mark else line
        yield Line((indent + mark + body).rstrip(_BLANK), paragraph.set_off and first, mark if first else "")
        first = False
