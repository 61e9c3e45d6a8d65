"""What a picture of one view holds: nodes with their places, ties with their widths, committees as frames.

The rules are those of the page's script (``select.js``, ``frames.js``), so that both show the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import UsageError
from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.record import Record, record
from protokollgraph.graph.page.views import VIEWS
from protokollgraph.graph.page.views.drawn import drawn, sizes
from protokollgraph.graph.page.views.ties import ATTENDANCE, SHARED, TOGETHER, Ties, meetings
from protokollgraph.graph.page.views.together import together
from protokollgraph.graph.poster.islands import Point, shifts
from protokollgraph.graph.relations.together import RELATION as ATTENDS_WITH

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

LEAST_MEMBERS = 3
"""A committee with fewer nodes at home in it is a node and no frame."""
FRAME_MARGIN = 26
"""Between a node and the frame around it, in pixels at zoom 1."""
REACH = 160
"""Members of a committee in cells of this size that touch lie beside each other; in pixels at zoom 1."""
QUIET = 0.2
"""Ties that pull less than this go across the whole picture, to funding programmes and addressees of everybody."""
_ABOUT = {"protocols": 0, "first": "", "last": "", "left_out": None}
_WITHOUT_FRAMES = "bodies"
"""What several committees share is at home in none of them."""
_ALWAYS = frozenset({SHARED, TOGETHER})
"""Families that are what their view is about."""


@dataclass(frozen=True, slots=True)
class Item:
    """A node at its place, in pixels at zoom 1, y downwards."""

    node: int
    iri: str
    kind: str
    name: str
    x: float
    y: float
    size: float
    rank: float
    """How important its name is."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two nodes, by number."""

    left: int
    right: int
    family: str
    meetings: int
    quiet: bool
    bend: float = 0.0
    """How far it swings out, as a share of its length; several lines between two nodes lie beside each other."""

    @property
    def width(self) -> float:
        """In pixels, growing slowly with the number of meetings."""
        return round(0.9 + 0.55 * math.log2(max(1, self.meetings)), 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """A committee drawn around what is at home in it; its own node stands at the top."""

    body: int
    members: frozenset[int]
    outline: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture before it has a size.

    ``about`` tells of the whole network: ``protocols``, ``first``, ``last``, and ``left_out``, the numbers of ``nodes``
    and ``edges`` of a very large one that are not in it.
    """

    view: str
    items: tuple[Item, ...]
    """The most important first."""
    ties: tuple[Tie, ...]
    frames: tuple[Frame, ...]
    about: Mapping[str, Any]


def scene(graph: networkx.MultiDiGraph, view: str | None = None, *, names: Mapping[str, str] | None = None) -> Scene:
    """The picture of a view, without one of the first that there is; empty if nothing is tied to anything.

    ``names`` are those of nodes that go by another name than their label. UsageError if the network has no such view.
    """
    known = record(graph)
    about = {key: graph.graph.get(key, default) for key, default in _ABOUT.items()}
    tied = {name: find(known) for name, find in VIEWS.items()} | {TOGETHER: together(known).ties}
    there = [name for name, ties in tied.items() if ties]
    if view is not None and view not in tied:
        raise UsageError(f"There is no view {view!r}.", f"There are: {', '.join(tied)}.")
    if view is not None and there and view not in there:
        raise UsageError(f"In this network nothing is tied in the view {view!r}.", f"There are: {', '.join(there)}.")
    chosen = view or (there or list(tied))[0]
    return _arranged(graph, known, chosen, _placed(graph, known, chosen, tied), names or {}, about)


def _placed(graph: networkx.MultiDiGraph, known: Record, view: str, tied: Mapping[str, Ties]) -> Network:
    """The view as :func:`protokollgraph.graph.page.views.views` has it, without placing all the others, too."""
    first = next(iter(tied))
    radii, labels = sizes(known, tied[first]), [graph.nodes[iri]["label"] for iri in known.iris]
    overview = drawn(known, tied[first], radii, labels) if tied[first] else None
    if overview and view == first:
        return overview
    # Who met does not stand where each is at home.
    return drawn(known, tied[view], radii, labels, beside=None if view == TOGETHER else overview)


def _arranged(
    graph: networkx.MultiDiGraph,
    known: Record,
    view: str,
    placed: Network,
    names: Mapping[str, str],
    about: Mapping[str, Any],
) -> Scene:
    routine = {node for node, iri in enumerate(known.iris) if graph.nodes[iri].get("routine")}
    edges = [edge for edge in placed.edges if not {edge["from"], edge["to"]} & routine]
    if view == TOGETHER and graph.graph.get("together"):  # with as many common meetings as were asked for
        counted = {frozenset(pair) for *pair, relation in graph.edges(keys=True) if relation == ATTENDS_WITH}
        edges = [edge for edge in edges if {known.iris[edge["from"]], known.iris[edge["to"]]} in counted]
    shown = [edge for edge in edges if _is_shown(edge["family"])] or edges
    # Who only took part is there, if a frame shows where, though the lines of attendance are not.
    present = {end for edge in edges if _is_present(edge["family"]) for end in (edge["from"], edge["to"])}
    if not placed.edges:
        present = set(placed.node_ids)
    beside = Counter(end for edge in shown for end in {edge["from"], edge["to"]})
    items = {
        node["id"]: _item(node, known.iris[node["id"]], names.get(known.iris[node["id"]]), beside[node["id"]])
        for node in placed.nodes
        if node["id"] in present
    }
    frames = _frames(items, known.homes) if view != _WITHOUT_FRAMES else []
    within = {member: frame.body for frame in frames for member in frame.members}
    for frame in frames:
        x, y = min(frame.outline, key=lambda corner: (corner[1], corner[0]))
        items[frame.body] = replace(items[frame.body], x=x, y=y)
    ties = [
        _tie(known, edge)
        for edge in shown
        # What stands in a frame is tied to its body by that.
        if within.get(edge["from"]) != edge["to"] and within.get(edge["to"]) != edge["from"]
    ]
    told = {*within, *within.values(), *(end for tie in ties for end in (tie.left, tie.right))}
    kept = sorted(
        (item for item in items.values() if item.node in (told or items)), key=lambda item: (-item.rank, item.node)
    )
    return _gathered(Scene(view, tuple(kept), tuple(_bent(ties)), tuple(frames), about))


def _item(node: Mapping[str, Any], iri: str, name: str | None, ties: int) -> Item:
    rank = look()["kinds"][node["kind"]]["rank"] * 6 + ties
    return Item(node["id"], iri, node["kind"], name or node["label"], node["x"], node["y"], node["size"], rank)


def _gathered(found: Scene) -> Scene:
    """The scene with what nothing ties to the rest nearer to it."""
    links = [(tie.left, tie.right) for tie in found.ties]
    links += [(frame.body, member) for frame in found.frames for member in frame.members]
    by = shifts({item.node: (item.x, item.y) for item in found.items}, links)
    items = (replace(item, x=item.x + by[item.node][0], y=item.y + by[item.node][1]) for item in found.items)
    frames = (
        replace(frame, outline=tuple((x + by[frame.body][0], y + by[frame.body][1]) for x, y in frame.outline))
        for frame in found.frames
    )
    return replace(found, items=tuple(items), frames=tuple(frames))


def _is_shown(family: str) -> bool:
    return family in _ALWAYS or bool(look()["families"][family]["shown"])


def _is_present(family: str) -> bool:
    return family == ATTENDANCE or _is_shown(family)


def _tie(known: Record, edge: Mapping[str, Any]) -> Tie:
    left, right = sorted((edge["from"], edge["to"]))
    family = edge["family"]
    pulls = (look()["pull"].get(known.facts[number].relation, 1.0) for number in edge["facts"])
    quiet = family not in _ALWAYS and all(pull < QUIET for pull in pulls)
    return Tie(left, right, family, len(meetings(known, (left, right, family), edge["facts"])), quiet)


def _bent(ties: Iterable[Tie]) -> list[Tie]:
    beside: dict[tuple[int, int], list[Tie]] = {}
    for tie in ties:
        beside.setdefault((tie.left, tie.right), []).append(tie)
    return [
        replace(tie, bend=(place - (len(group) - 1) / 2) * 0.16)
        for group in beside.values()
        for place, tie in enumerate(group)
    ]


def _frames(items: Mapping[int, Item], homes: Sequence[int]) -> list[Frame]:
    """The frames that hold most of what is at home in their committee, and little else: others would mislead."""
    members: dict[int, list[Item]] = {}
    for item in items.values():
        if homes[item.node] in items:
            members.setdefault(homes[item.node], []).append(item)
    frames = []
    for body, own in sorted(members.items()):
        near = _without_strays(own)
        frame = Frame(body, frozenset(item.node for item in near), outlined(near))
        strangers = [item for item in items.values() if item.kind != "body" and homes[item.node] != body]
        inside = sum(_is_inside((item.x, item.y), frame.outline) for item in strangers)
        if len(near) >= max(LEAST_MEMBERS, len(own) / 2, inside):
            frames.append(frame)
    return frames


def _is_inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a convex outline, given counter-clockwise in the coordinates of mathematics, holds the point."""
    return all(_turn(a, b, point) >= 0 for a, b in zip(outline, (*outline[1:], outline[0]), strict=True))


def _without_strays(members: Sequence[Item]) -> list[Item]:
    """The largest group of members that lie beside each other: one far away would stretch the frame over others."""
    cells: dict[tuple[int, int], list[Item]] = {}
    for item in members:
        cells.setdefault((math.floor(item.x / REACH), math.floor(item.y / REACH)), []).append(item)
    groups: list[list[Item]] = []
    left = set(cells)
    for start in sorted(cells):
        if start not in left:
            continue
        left.remove(start)
        edge, group = [start], list[Item]()
        while edge:
            x, y = edge.pop()
            group += cells[x, y]
            beside = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= beside
            edge += sorted(beside)
        groups.append(group)
    return max(groups, key=len)


def outlined(items: Iterable[Item]) -> tuple[Point, ...]:
    """The convex outline around items, with a margin and round corners."""
    return hull(
        [
            (
                item.x + (FRAME_MARGIN + item.size) * math.cos(step * math.pi / 6),
                item.y + (FRAME_MARGIN + item.size) * math.sin(step * math.pi / 6),
            )
            for item in items
            for step in range(12)
        ]
    )


def hull(points: Iterable[Point]) -> tuple[Point, ...]:
    """The convex hull (Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions").

    >>> hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    ((0, 0), (2, 0), (2, 2), (0, 2))
    """
    ordered = sorted(set(points))
    return (*_half(ordered), *_half(ordered[::-1]))


def _half(ordered: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
