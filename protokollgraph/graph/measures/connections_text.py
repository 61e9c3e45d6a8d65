"""Connections as text to read on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from protokollgraph.graph.layout import one_line, paragraph, shorten
from protokollgraph.graph.measures.actors import Actor
from protokollgraph.graph.measures.connections import Connections, Step
from protokollgraph.graph.measures.wording import counted, on_days
from protokollgraph.graph.relations.passages import Passage

WIDTH = 100
QUOTED = 240
"""So many cells of a sentence are shown."""


def render_text(connections: Connections, *, width: int = WIDTH, bold: Callable[[str], str] = str) -> str:
    """A headline, then each connection with its steps, their sentences and protocols."""
    return "\n".join(_lines(connections, width, bold))


def _lines(connections: Connections, width: int, bold: Callable[[str], str]) -> Iterator[str]:
    pair = f"{_named(connections.source)} and {_named(connections.target)}"
    if not connections.found:
        yield paragraph(
            f"There is no connection between {pair}: neither stated ties nor meetings in common lead from one to the "
            "other. A longer time, more kinds between them or more protocols may show one.",
            indent="",
            width=width,
        )
        return
    yield paragraph(f"{pair} {_how(connections)}", indent="", width=width)
    shown: dict[Step, int] = {}
    for number, connection in enumerate(connections.found, start=1):
        yield ""
        names = [connection.steps[0].source.name, *(step.target.name for step in connection.steps)]
        head = paragraph(" → ".join(map(one_line, names)), indent="   ", width=width, first=f"{number}. ")
        yield "\n".join(map(bold, head.split("\n")))
        for step in connection.steps:
            yield from _step_lines(step, shown.setdefault(step, number), number, width)


def _how(connections: Connections) -> str:
    length = len(connections.found[0].steps)
    if not connections.stated:
        stated = (
            "are not connected by anything that a protocol states. The weaker kind of connection, by meetings that "
        )
        return f"{stated}they attended, has {counted(length, 'step')}{_number(connections)}:"
    if length == 1:
        return "are tied to each other:"
    return f"are connected in {counted(length, 'step')}{_number(connections)}:"


def _number(connections: Connections) -> str:
    number, shown = connections.number, len(connections.found)
    if number == 1:
        return ", in one way"
    ways = f", in {number:,} equally short ways"
    return ways if shown == number else f"{ways}; the {'strongest' if shown == 1 else f'{shown} strongest'}"


def _named(actor: Actor) -> str:
    return f"{one_line(actor.name)} ({actor.kind})"


def _step_lines(step: Step, told: int, number: int, width: int) -> Iterator[str]:
    """The step and its sentence; only a reference where an earlier connection, ``told``, has the same."""
    pair = f"{one_line(step.source.name)} → {one_line(step.target.name)}"
    if told != number:
        yield paragraph(f"{pair}: as in {told}", indent="     ", width=width, first="   ")
        return
    days = on_days(step.days)
    when = counted(step.meetings, "meeting") + (f", {days}" if days else "")
    weaker = "" if step.stated else " (attendance only)"
    said = f"{pair}: {'; '.join(step.relations)}{weaker} · {when}"
    yield paragraph(said, indent="     ", width=width, first="   ")
    for passage in step.evidence:
        yield from passage_lines(passage, "     ", width)


def passage_lines(passage: Passage, indent: str, width: int) -> Iterator[str]:
    """A sentence, and below it where it stands."""
    yield paragraph(f"„{shorten(one_line(passage.sentence), QUOTED)}“", indent=indent, width=width)
    yield paragraph(source_of(passage), indent=indent + "  ", width=width)


def source_of(passage: Passage) -> str:
    """The protocol, its day unless the title tells it, the page, and whether a reader concluded it."""
    known = (passage.date, ".".join(reversed(passage.date.split("-"))))
    day = "" if any(each in passage.protocol for each in known) else passage.date
    parts = [one_line(passage.protocol), day, f"page {passage.page}" if passage.page else ""]
    return ", ".join(filter(None, [*parts, "" if passage.stated else "inferred"]))
