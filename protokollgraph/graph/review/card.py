"""A pair as a page to read on a terminal: both sides next to each other, part by part at the same height."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from itertools import zip_longest

from protokollgraph.graph.layout import cells, one_line, pad, paragraph
from protokollgraph.graph.review.questions import Pair
from protokollgraph.graph.review.sides import RECORD, Line, Passage, Side, together

GUTTER = " │ "
NARROW = 80
"""On a terminal of fewer columns the sides stand one below the other."""
FACTS = 6
"""So many facts of each entity are shown; of the others only the number."""
_NAMES = 6
_BODIES = 3
_SHARED = 8
_SPOKEN = {"post": "", "title": "title: ", "people": "with ", "projects": "project: ", "programme": "programme: "}
"""What stands before a fact; for what is not here its label."""

Style = Callable[[str], str]


def card(pair: Pair, one: Side, other: Side, *, width: int = 100, bold: Style = str) -> str:
    """The question, then what is known of both, and what they have in common."""
    lines = [paragraph(pair.question.text, indent="", width=width), ""]
    if width < NARROW:
        for side in (one, other):
            lines += [_emphasised(line, line, n, bold) for n, line in enumerate(_joined(_parts(side, width)))]
    else:
        column = (width - cells(GUTTER)) // 2
        lines += [*_beside(list(_parts(one, column)), list(_parts(other, column)), column, bold), ""]
    return "\n".join([*lines, _in_common(one, other, width)])


def _parts(side: Side, width: int) -> Iterator[list[str]]:
    """Head, facts, passages one by one: each wrapped to the width."""
    yield list(_wrapped(side.name, width))
    head = [side.iri]
    if side.other_names:
        more = len(side.other_names) - _NAMES
        head.append(f"also: {'; '.join(side.other_names[:_NAMES])}" + (f"; and {more} more" if more > 0 else ""))
    if side.kind != RECORD:
        head.append(f"{_counted(side.mentions, 'mention')} in {_counted(len(side.named_in), 'protocol')}{_time(side)}")
    yield [line for each in head for line in _wrapped(each, width)]
    facts = [_fact(each) for each in side.lines[:FACTS]]
    if len(side.lines) > FACTS:
        facts.append(f"… and {len(side.lines) - FACTS} more")
    if side.bodies:
        named = ", ".join(f"{name} ({count})" for name, count in side.bodies[:_BODIES])
        facts.append(f"in minutes of {named}" + (" …" if len(side.bodies) > _BODIES else ""))
    yield [line for each in facts for line in _wrapped(each, width, hang="  ")]
    for passage in side.passages:
        yield [*_wrapped(f"„{passage.words.text}“", width), *_wrapped(_source(passage), width, indent="  ")]


def _beside(left: list[list[str]], right: list[list[str]], column: int, bold: Style) -> Iterator[str]:
    """Parts at the same height, a blank line after each but the names."""
    nothing: list[str] = []
    for n, (one, other) in enumerate(zip_longest(left, right, fillvalue=nothing)):
        for a, b in zip_longest(one, other, fillvalue=""):
            yield f"{_emphasised(a, pad(a, column), n, bold)}{GUTTER}{_emphasised(b, b, n, bold)}".rstrip()
        if n and (n + 1 < max(len(left), len(right))):
            yield f"{' ' * column}{GUTTER}".rstrip()


def _joined(parts: Iterator[list[str]]) -> Iterator[str]:
    for n, part in enumerate(parts):
        yield from part
        if n:
            yield ""


def _emphasised(text: str, shown: str, n: int, bold: Style) -> str:
    """The names stand out; the blanks behind them do not."""
    return bold(text) + shown[len(text) :] if n == 0 and text else shown


def _fact(line: Line) -> str:
    said = f"{_SPOKEN.get(line.label, f'{line.label} ')}{line.text}"
    if not line.protocols or line.label == "title":
        return said
    when = _period(line.first, line.last)
    if line.protocols == 1:
        return f"{said} · {when}" if when else said
    return f"{said} · {_counted(line.protocols, 'protocol')}" + (f", {when}" if when else "")


def _in_common(one: Side, other: Side, width: int) -> str:
    """What both have: protocols, posts and organisations, bodies in whose minutes they are."""
    both = together(one, other)
    named = f"{_counted(both, 'protocol')} {'names' if both == 1 else 'name'} both." if both else ""
    facts = {line.text for line in one.lines if line.label != "title"} & {line.text for line in other.lines}
    bodies = {f"minutes of {name}" for name, _ in one.bodies} & {f"minutes of {name}" for name, _ in other.bodies}
    shared = [*sorted(facts), *sorted(bodies)][:_SHARED]
    told = f"In common: {'; '.join(shared)}." if shared else "Nothing in common."
    if RECORD in (one.kind, other.kind):
        return "A record of an authority file; that it is another one cannot be kept."
    return paragraph(f"{told} {named or 'No protocol names both.'}", indent="", width=width)


def _source(passage: Passage) -> str:
    page = f"page {passage.page}" if passage.page else ""
    return ", ".join(filter(None, (passage.source, passage.protocol.date, page)))


def _time(side: Side) -> str:
    when = _period(side.first, side.last)
    return f", {when}" if when else ""


def _period(first: str, last: str) -> str:
    """A day, or the days within a year, or the years."""
    if first == last:
        return first
    return f"{first} to {last}" if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _wrapped(text: str, width: int, *, indent: str = "", hang: str = "") -> list[str]:
    return textwrap.wrap(
        one_line(text), width, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False
    )
