"""The legend of a picture: what its shapes, lines, frames and widths mean, in rows that fit its width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from protokollgraph.graph.page.look import look
from protokollgraph.graph.poster.lettering import width
from protokollgraph.graph.poster.scene import Scene
from protokollgraph.graph.poster.wording import Wording

SIGN = 26.0
"""Room for the sign in front of the words."""
_BETWEEN = 26.0
_WIDTHS = (1, 5, 20)
"""So many meetings have their width of line shown."""


class Entry(NamedTuple):
    """``sign`` is kind, family, frame or meetings, ``key`` which of them."""

    sign: str
    key: str
    words: str


class Row(NamedTuple):
    """Entries with the places where they begin."""

    entries: tuple[tuple[float, Entry], ...]


def rows(scene: Scene, words: Wording, *, wide: float, size: float) -> list[Row]:
    """One row or more for the nodes, and for the lines."""
    return [row for group in (_nodes(scene, words), _lines(scene, words)) for row in _rows(list(group), wide, size)]


def _nodes(scene: Scene, words: Wording) -> Iterator[Entry]:
    present = {item.kind for item in scene.items}
    for kind in look()["kinds"]:
        if kind in present:
            yield Entry("kind", kind, words.page["kinds"][kind])
    if scene.frames:
        yield Entry("frame", "", words.own["frame"])


def _lines(scene: Scene, words: Wording) -> Iterator[Entry]:
    present = {tie.family for tie in scene.ties}
    for family in look()["families"]:
        if family in present:
            yield Entry("family", family, words.page["families"][family])
    most = max((tie.meetings for tie in scene.ties), default=1)
    if most > 1:
        for number in sorted({min(each, most) for each in _WIDTHS}):
            yield Entry("meetings", str(number), words.meetings(number))


def _rows(entries: Sequence[Entry], wide: float, size: float) -> Iterable[Row]:
    x, row = 0.0, list[tuple[float, Entry]]()
    for entry in entries:
        room = SIGN + width(entry.words, size=size)
        if row and x + room > wide:
            yield Row(tuple(row))
            x, row = 0.0, []
        row.append((x, entry))
        x += room + _BETWEEN
    if row:
        yield Row(tuple(row))
