"""The treatments: where the results turn to the next item, and the paragraphs under its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.segment import tables
from protokollgraph.extract.segment.parts import Block, Cell, Section
from protokollgraph.extract.segment.state import ItemPatterns, State
from protokollgraph.extract.style import Style

_NEW_BLOCK = re.compile(
    r"(?:Beschl(?:uss|ussvorschlag|ussempfehlung)|Abstimmung(?:sergebnis)?|Abst\.-Erg\.|Ergebnis|Votum|Empfehlung"
    r"|Auf(?:gabe|trag)|Festlegung"
    r"|V(?:erantw(?:ortlich)?)?\.?|T(?:ermin)?\.?|Hinweis|Anmerkung|Nächste (?:Sitzung|Werkstatt))\b[^.;]{0,30}:"
)


def begins(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Begin the treatment of an item if this line is its heading."""
    planned = [number for number, _, _ in state.agenda]
    match = patterns.prefixed.match(line.text)
    sure = match is not None
    if match is None and state.part in ("results", "agenda") and not line.bullet:
        match = patterns.bare.match(line.text)
    if match is None:
        return False
    number = match["number"].replace(" ", "")
    rest = match["rest"].lstrip(" \t.:)–—-")
    if not _expected(state, planned, number, sure) or not _reads_as_heading(state, line, number, rest, sure):
        return False
    state.part = "results"
    mark = line.passage.cut(0, match.end("number"))
    heading = line.passage.cut(match.start("rest") + len(match["rest"]) - len(rest))
    state.sections.append((number, mark, heading, []))
    return True


def _expected(state: State, planned: list[str], number: str, sure: bool) -> bool:
    """Treatments follow the order of the agenda and each item has one."""
    done = [n for n, *_ in state.sections]
    if state.part == "agenda":
        return number in planned and len(planned) > 1 and (number == planned[0] or sure)
    if not planned:
        return number not in done and (sure or number == "1" or bool(done))
    if number not in planned or number in done:
        return False
    return not done or planned.index(number) > planned.index(done[-1]) or sure


def _reads_as_heading(state: State, line: Line, number: str, rest: str, sure: bool) -> bool:
    if line.block_before and not line.blank_before and state.part == "results" and line.bullet:
        return False
    title = next((_cells_text(cells) for n, _, cells in state.agenda if n == number), "")
    shared = _words(title) & _words(rest)
    if state.part == "agenda" and number != state.agenda[0][0]:
        return bool(shared) and sure
    if sure:
        return (
            bool(shared)
            or not rest
            or line.blank_before
            or line.heading
            or (len(rest) < 90 and not rest.rstrip().endswith((".", ",", ";")))
        )
    if "\t" in line.text[: len(number) + 4]:
        return bool(shared) or not title
    return (
        bool(shared)
        and (len(rest) < 200 and not rest.rstrip().endswith((",", ";")))
        and len(shared) * 3 >= len(_words(rest[:80]))
    )


def _cells_text(cells: Sequence[Cell]) -> str:
    return " ".join(passage.text for _, passage in cells)


def _words(text: str) -> set[str]:
    return {word.casefold()[:9] for word in re.findall(r"[^\W\d_]{4,}|\d{4}", text)}


def read(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """A line under the latest heading."""
    if state.sections:
        state.sections[-1][3].append(line)
    else:
        state.loose.append(line.passage)


def wrap_width(found: Sequence[Line]) -> int | None:
    """The width at which prose is wrapped, None if each paragraph is one line."""
    widths = sorted(line.indent + len(line.text) for line in found if len(line.text) > 40)
    if len(widths) < 8 or widths[-1] > 130:
        return None
    return widths[-max(1, len(widths) // 20)]


def section(style: Style, number: str, mark: Passage, heading: Passage, body: list[Line], width: int | None) -> Section:
    """The section under one heading, its tables of tasks taken out of the paragraphs."""
    tasks, rest = tables.tasks(style, body)
    return Section(number, mark, heading, tuple(_blocks(rest, width)), tuple(tasks))


def _blocks(body: Sequence[Line], width: int | None) -> list[Block]:
    """Paragraphs of the lines: wrapped ones are joined, also across a page border."""
    groups: list[list[Line]] = []
    for line in body:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = []
    for group in groups:
        cells = tuple(group[0].cells) if len(group) == 1 and "\t" in group[0].text else ()
        passage = join(line.passage.squeeze() for line in group)
        blocks.append(Block(passage, group[0].bullet, cells if len(cells) > 1 else ()))
    return blocks


def _continues(group: Sequence[Line], line: Line, width: int | None) -> bool:
    last = group[-1].text.rstrip()
    if line.bullet or line.heading or line.block_before or _NEW_BLOCK.match(line.text):
        return False
    open_end = last[-1:] not in ".!?:;)“" or last.endswith("-")
    if line.page_before:
        return open_end and width is not None
    if line.blank_before or width is None:
        return bool(group[-1].bullet and not line.blank_before and line.indent > group[-1].indent and open_end)
    return group[-1].indent + len(last) + len(line.text.split(" ", 1)[0]) >= width - 8 or (
        open_end and line.text[:1].islower()
    )
