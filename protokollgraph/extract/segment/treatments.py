"""The treatments: where the results turn to the next item, and the paragraphs under its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollgraph.extract import votes
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, whole
from protokollgraph.extract.segment import blocks, tables, unplanned
from protokollgraph.extract.segment.parts import Cell, Section, TaskRow
from protokollgraph.extract.segment.state import ItemPatterns, State
from protokollgraph.extract.style import Style

_HEADING = 60
"""A longer line that ends as a sentence does is none."""
_SENTENCES = re.compile(r"[a-zäöüß]{3}\.\s[A-ZÄÖÜ][a-zäöü]+\s")
_NEAR = 14
"""So many lines below an item's heading its papers or its result begin."""


def opens(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Begin the first treatment right below the head, as the minutes of one item do.

    Its papers or its result must follow, or at least no other item: a list of items is an agenda.
    """
    if state.agenda:
        return False
    if state.style.result_minutes:
        first = patterns.prefixed.match(line.text) or patterns.bare.match(line.text)
        return first is not None and unplanned.is_first(state, line, patterns) and _begin(state, line, first, sure=True)
    match = patterns.prefixed.match(line.text) or patterns.opening.match(line.text)
    if match is None:
        return False
    ahead = state.ahead(_NEAR)
    if not (match["agenda"] or any(blocks.label_of(state.style, each) for each in ahead)) and (
        not (line.blank_before and match["rest"].strip(" .:)–—-"))
        or any(patterns.prefixed.match(each.text) for each in ahead)
    ):
        return False
    return _begin(state, line, match, sure=True)


def begins(state: State, line: Line, patterns: ItemPatterns) -> bool:
    """Begin the treatment of an item if this line is its heading."""
    match = patterns.prefixed.match(line.text)
    if match:
        return _begin(state, line, match, sure=True)
    if state.part not in ("results", "agenda") or line.bullet:
        return False
    match = patterns.bare.match(line.text)
    if match is None:
        return False
    sure = _is_under_item(state, match) or unplanned.is_next(state, line, match["number"])
    return _begin(state, line, match, sure=sure)


def _begin(state: State, line: Line, match: re.Match[str], *, sure: bool) -> bool:
    number = match["number"].replace(" ", "")
    rest = match["rest"].lstrip(" \t.:)–—-")
    planned = [number for number, _, _ in state.agenda]
    if not _expected(state, planned, number, sure) or not _reads_as_heading(state, line, number, rest, sure):
        return False
    state.part = "results"
    mark = line.passage.cut(0, match.end("number"))
    heading = line.passage.cut(match.start("rest") + len(match["rest"]) - len(rest))
    body: list[Line] = []
    if _tells_at_once(state, number, rest):
        body, heading = [Line(heading, line.indent, blank_before=True)], heading.cut(0, 0)
    state.sections.append((number, mark, heading, body))
    return True


def _tells_at_once(state: State, number: str, rest: str) -> bool:
    """Whether the treatment follows its number with no heading: "Zu TOP 3: Bürgermeister Muster berichtet …"."""
    title = next((_cells_text(cells) for n, _, cells in state.agenda if n == number), "")
    if not title or _words(title) & _words(rest[: len(title) + 20]):
        return False
    speaks = blocks.is_speech(Line(whole(rest)))
    return speaks or (len(rest) > _HEADING and rest.rstrip()[-1:] in ".!?") or bool(_SENTENCES.search(rest))


def _is_under_item(state: State, match: re.Match[str]) -> bool:
    """Whether a bare number goes on under an item that has no text yet: "26" and "26.1 Title" with its paper."""
    if state.style.result_minutes or not state.sections or state.agenda:
        return False
    last, _, _, lines = state.sections[-1]
    umbrella = last.rpartition(".")[0] if lines else last
    if not match["number"].startswith(f"{umbrella}.") or not match["rest"].strip(" .:)–—-")[:1].isupper():
        return False
    return all(_is_head_matter(state, each) for each in lines) and any(
        (found := blocks.label_of(state.style, each)) and found[0] in blocks.HEAD_PARTS for each in state.ahead(_NEAR)
    )


def _is_head_matter(state: State, line: Line) -> bool:
    found = blocks.label_of(state.style, line)
    return (found is not None and found[0] in blocks.HEAD_PARTS) or (found is None and not line.blank_before)


def _expected(state: State, planned: list[str], number: str, sure: bool) -> bool:
    """Treatments follow the order of the agenda and each item has one."""
    done = [n for n, *_ in state.sections]
    if state.part == "agenda":
        return number in planned and len(planned) > 1 and (number == planned[0] or sure)
    if not planned:
        follows = number == "1" or (
            bool(done) and (not state.style.result_minutes or unplanned.goes_on(done[-1], number))
        )
        return number not in done and (sure or follows)
    if number not in planned or number in done:
        return False
    return not done or planned.index(number) > planned.index(done[-1]) or sure


def _reads_as_heading(state: State, line: Line, number: str, rest: str, sure: bool) -> bool:
    if line.block_before and not line.blank_before and state.part == "results" and line.bullet:
        return False
    if votes.is_result(rest) or (not state.agenda and rest[:1].islower()):
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


def section(
    style: Style,
    number: str,
    mark: Passage,
    heading: Passage,
    body: list[Line],
    width: int | None,
    more: Sequence[TaskRow] = (),
) -> Section:
    """The section under one heading, its tables of tasks taken out of the paragraphs; ``more`` are other tasks."""
    tasks, rest = tables.tasks(style, body)
    return Section(number, mark, heading, blocks.blocks(style, rest, width), (*more, *tasks))
