"""Items that are heard together: several headings stand one below the other, and one text follows for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.segment.blocks import RESULT_PARTS, label_of
from protokollgraph.extract.style import Style

_SENTENCE_END = re.compile(r"[^\W\d_]{4,}\.$")

RawSection = tuple[str, Passage, Passage, list[Line]]
"""Number, the number as printed, the heading, the lines below."""

_HEADING_LINES = 4
_WRAPPED = 55
"""A heading that goes on in the next line is at least so long in its first one."""


def arranged(style: Style, sections: Sequence[RawSection], *, paragraphs: bool = False) -> list[RawSection]:
    """The sections with whole headings; what follows a group of headings belongs to the first of the group.

    Only minutes that are no Ergebnisprotokoll print an item's papers, movers and result below its heading. With
    ``paragraphs`` each line is one: no heading goes on in the next line, and text follows it without an empty one.
    """
    if style.result_minutes:
        return list(sections)
    found: list[RawSection] = []
    waiting: list[int] = []
    for number, mark, printed, body in sections:
        heading, rest = (printed, body) if paragraphs else _whole_heading(style, mark, printed, body)
        head, tail = _split(style, rest, paragraphs)
        if tail and _are_joint(style, [found[at] for at in waiting]):
            first = found[waiting[0]]
            found.append((number, mark, heading, head))
            found[waiting[0]] = (*first[:3], [*first[3], *tail])
        else:
            found.append((number, mark, heading, [*head, *tail]))
        waiting = [] if tail else [*waiting, len(found) - 1]
    return found


def _are_joint(style: Style, waiting: Sequence[RawSection]) -> bool:
    """Whether items without a text of their own wait for one: each names its papers or movers, save a first one that
    only holds the others together."""
    papers = [any(label_of(style, line) for line in body) for *_, body in waiting]
    umbrella = len(waiting) > 1 and waiting[1][0].startswith(waiting[0][0] + ".")
    return bool(papers) and all(papers[umbrella:])


def _whole_heading(style: Style, mark: Passage, heading: Passage, body: list[Line]) -> tuple[Passage, list[Line]]:
    """A heading with the lines that it is wrapped into, up to a label or an empty line."""
    taken: list[Line] = []
    length, last = heading.span().end - mark.span().start if heading else 0, heading.text
    for line in body[:_HEADING_LINES]:
        if line.blank_before or line.bullet or label_of(style, line) or _SENTENCE_END.search(line.text):
            break
        if length < _WRAPPED and not last.endswith("-"):
            break
        taken.append(line)
        length, last = len(line.text), line.text
    behind = body[len(taken)] if len(taken) < len(body) else None
    if not taken or (behind is not None and not (behind.blank_before or label_of(style, behind))):
        return heading, body
    return join((heading, *(line.passage.squeeze() for line in taken))), body[len(taken) :]


def _split(style: Style, body: list[Line], paragraphs: bool) -> tuple[list[Line], list[Line]]:
    """The lines that belong to the heading (papers, movers), and the treatment's own."""
    for index, line in enumerate(body):
        begun = label_of(style, line)
        if begun and begun[0] in RESULT_PARTS:
            return body[:index], body[index:]
        if begun is None and (line.blank_before or paragraphs):
            return body[:index], body[index:]
    return body, []
