"""A view of the network as SVG: no script, nothing loaded, every text escaped, the same bytes for the same network."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from protokollgraph.graph.interchange.flat import for_xml
from protokollgraph.graph.page.look import look
from protokollgraph.graph.poster import legend
from protokollgraph.graph.poster.labels import Box, Label, Mark, placed
from protokollgraph.graph.poster.lettering import FAMILIES, lettering, shortened, width
from protokollgraph.graph.poster.scene import Scene, Tie, scene
from protokollgraph.graph.poster.sheet import HEAD, MARGIN, NOTE, ROW, Sheet, sheet
from protokollgraph.graph.poster.wording import Wording
from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

MANY_TIES = 3000
"""Above so many ties lines are paler and not dashed: among thousands nobody would see it."""
_HALO = 3.5
_CORNERS = {
    "dot": (),
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)),
    "triangle": ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    "triangleDown": ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
    "hexagon": tuple((1.08 * math.cos(step * math.pi / 3), 1.08 * math.sin(step * math.pi / 3)) for step in range(6)),
}
"""Corners of the shapes around (0, 0) with radius 1, as the page has them; none for a circle. Areas look alike."""


def as_svg(
    graph: networkx.MultiDiGraph, *, title: str, language: str = "de", view: str | None = None, dark: bool = False
) -> bytes:
    """The picture in UTF-8, of the first view that there is or of ``view``.

    UsageError if there is no such view, or no words in that language.
    """
    words = Wording(language)
    drawn = scene(graph, view, names=_names(graph, words))
    return _Drawing(drawn, words, "dark" if dark else "light").written(title)


def _names(graph: networkx.MultiDiGraph, words: Wording) -> dict[str, str]:
    """Decisions have no name of their own: kind and subject, else the day, stand for it."""
    terms, names = relations()["terms"], {}
    for node, told in graph.nodes(data=True):
        if told["kind"] != "decision":
            continue
        about = sorted(target for _, target, key in graph.out_edges(node, keys=True) if key == "concerns")
        what = terms.get(told.get("decision", "Decision"), {}).get(words.language, words.page["kind_one"]["decision"])
        rest = graph.nodes[about[0]]["label"] if about else words.day(told.get("date", ""))
        names[node] = f"{what}: {rest}" if rest else what
    return names


@cache
def style() -> dict[str, Any]:
    """``style.json``: colours of paper and ink, sizes of letters in pixels."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("style.json").read_text(encoding="utf-8"))
    return content


class _Drawing:
    """One picture while it is drawn."""

    def __init__(self, drawn: Scene, words: Wording, theme: str) -> None:
        self.scene, self.words, self.theme = drawn, words, theme
        self.sheet: Sheet = sheet(drawn)
        self.places = {item.node: self.sheet.at((item.x, item.y)) for item in drawn.items}
        self.legend = legend.rows(drawn, words, wide=self.sheet.width - 2 * MARGIN, size=style()["legend"])
        self.root = Element("svg")

    def written(self, title: str) -> bytes:
        self.root.attrib |= {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-labelledby": "title description",
            "font-family": FAMILIES,
        }
        _text_of(SubElement(self.root, "title", {"id": "title"}), title)
        _text_of(SubElement(self.root, "desc", {"id": "description"}), self.words.description(self.scene))
        paper = SubElement(self.root, "rect", {"fill": self._ink("paper")})
        unnamed = 0
        if self.scene.items:
            self._frames()
            self._ties()
            unnamed = self._nodes()
        else:
            self._nothing()
        self._head(title)
        wide, high = _n(self.sheet.width), _n(self._foot(unnamed))
        for element in (self.root, paper):
            element.attrib |= {"width": wide, "height": high}
        self.root.set("viewBox", f"0 0 {wide} {high}")
        indent(self.root, space=" ")
        written: bytes = tostring(self.root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"

    def _frames(self) -> None:
        fill, stroke = look()["frames"][self.theme]
        group = self._group("frames", fill=fill, stroke=stroke)
        group.attrib |= {"fill-opacity": "0.1", "stroke-opacity": "0.45", "stroke-width": "1.2"}
        for frame in self.scene.frames:
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in map(self.sheet.at, frame.outline))
            SubElement(group, "polygon", {"points": points, "stroke-linejoin": "round"})

    def _ties(self) -> None:
        many = len(self.scene.ties) > MANY_TIES
        strong = (0.6 if self.theme == "dark" else 0.55) * (0.5 if many else 1)
        groups: dict[tuple[str, bool, float], list[Tie]] = {}
        for tie in self.scene.ties:
            groups.setdefault((tie.family, not tie.quiet, 1.0 if many else tie.width), []).append(tie)
        lines = self._group("ties", fill="none")
        for (family, loud, thick), ties in sorted(groups.items()):
            look_of = {
                "stroke": look()["families"][family][self.theme],
                "stroke-width": _n(thick, 2),
                "stroke-opacity": _n(strong if loud else strong / 3, 2),
            }
            if look()["families"][family]["dash"] and not many:
                look_of["stroke-dasharray"] = " ".join(map(_n, look()["families"][family]["dash"]))
            SubElement(lines, "path", {"class": family, "d": " ".join(map(self._line, ties)), **look_of})

    def _line(self, tie: Tie) -> str:
        (x1, y1), (x2, y2) = self.places[tie.left], self.places[tie.right]
        if not tie.bend:
            return f"M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"
        bend_x, bend_y = (x1 + x2) / 2 - (y2 - y1) * tie.bend, (y1 + y2) / 2 + (x2 - x1) * tie.bend
        return f"M{_n(x1)} {_n(y1)}Q{_n(bend_x)} {_n(bend_y)} {_n(x2)} {_n(y2)}"

    def _nodes(self) -> int:
        """Draw nodes and names; how many nodes have no name."""
        nodes = self._group("nodes", **{"stroke-width": "1.1"})
        marks = []
        for item in reversed(self.scene.items):
            x, y = self.sheet.at((item.x, item.y))
            radius = self.sheet.radius(item.size)
            element = self._mark(nodes, item.kind, x, y, radius)
            _text_of(SubElement(element, "title"), item.name)
            body = item.kind == "body"
            name = lettering(
                _plain(item.name), size=style()["body" if body else "name"], bold=item.kind in ("body", "programme"),
                wide=24 if body else 22, longest=56 if body else 46,
            )  # fmt: skip
            marks.append(Mark(x, y, radius, name, body))
        marks.reverse()
        labels = placed(marks, Box(6, HEAD, self.sheet.width - 6, self.sheet.height))
        halo = self._group("halo", fill="none", stroke=self._ink("paper"))
        halo.attrib |= {"stroke-width": _n(_HALO), "stroke-linejoin": "round", "aria-hidden": "true"}
        names = self._group("names", fill=self._ink("ink"))
        for label in labels:
            for group in (halo, names):
                self._name(group, marks[label.mark], label)
        return len(marks) - len(labels)

    def _name(self, group: Element, mark: Mark, label: Label) -> None:
        size, high = mark.name.size, mark.name.height / len(mark.name.lines)
        for number, line in enumerate(mark.name.lines):
            # The letters stand in the middle of their line: its height less than that of capitals, halved.
            y = label.box.top + 1 + number * high + (high + 0.72 * size) / 2
            self._text(group, line, label.x, y, size, bold=mark.name.bold, anchor=label.anchor)

    def _mark(self, group: Element, kind: str, x: float, y: float, radius: float) -> Element:
        fill, stroke = look()["kinds"][kind][self.theme]
        corners = _CORNERS[look()["kinds"][kind]["shape"]]
        if not corners:
            where = {"cx": _n(x), "cy": _n(y), "r": _n(radius)}
            return SubElement(group, "circle", {**where, "fill": fill, "stroke": stroke})
        points = " ".join(f"{_n(x + dx * radius)},{_n(y + dy * radius)}" for dx, dy in corners)
        return SubElement(group, "polygon", {"points": points, "fill": fill, "stroke": stroke})

    def _head(self, title: str) -> None:
        group = self._group("head")
        room = self.sheet.width - 2 * MARGIN
        told = [self.words.view(self.scene), self.words.size(self.scene), self.words.period(self.scene)]
        self._text(group, _fitting(title, room, style()["title"], bold=True), MARGIN, 44, style()["title"], bold=True)
        told_in_room = _fitting(" · ".join(filter(None, told)), room, style()["subtitle"])
        self._text(group, told_in_room, MARGIN, 70, style()["subtitle"], ink="soft")

    def _foot(self, unnamed: int) -> float:
        """Draw the legend and the lines below it; where the picture ends."""
        group = self._group("legend")
        top = self.sheet.height
        line = {"x1": _n(MARGIN), "x2": _n(self.sheet.width - MARGIN), "y1": _n(top), "y2": _n(top)}
        SubElement(group, "line", {**line, "stroke": self._ink("rule")})
        for number, row in enumerate(self.legend):
            for x, entry in row.entries:
                self._entry(group, entry, MARGIN + x, top + ROW * (number + 0.5) + 8)
        size, room = style()["source"], self.sheet.width - 2 * MARGIN
        y = top + ROW * len(self.legend) + 28
        for note in self.words.notes(self.scene, unnamed):
            self._text(group, _fitting(note, room, size), MARGIN, y, size, ink="soft")
            y += NOTE
        return y

    def _entry(self, group: Element, entry: legend.Entry, x: float, y: float) -> None:
        middle = x + 9
        if entry.sign == "kind":
            self._mark(group, entry.key, middle, y, 6.5).set("stroke-width", "1.1")
        elif entry.sign == "frame":
            fill, stroke = look()["frames"][self.theme]
            place = {"x": _n(x), "y": _n(y - 7), "width": "18", "height": "14", "rx": "5"}
            tint = {"fill": fill, "fill-opacity": "0.1", "stroke": stroke, "stroke-opacity": "0.6"}
            SubElement(group, "rect", {**place, **tint})
        else:
            thick = Tie(0, 0, "", int(entry.key), False).width if entry.sign == "meetings" else 2.4
            colour = self._ink("soft") if entry.sign == "meetings" else look()["families"][entry.key][self.theme]
            line = {"x1": _n(x), "x2": _n(x + 20), "y1": _n(y), "y2": _n(y), "stroke": colour}
            dash = look()["families"][entry.key]["dash"] if entry.sign == "family" else []
            dashes = {"stroke-dasharray": " ".join(map(_n, dash))} if dash else {}
            SubElement(group, "line", {**line, "stroke-width": _n(thick, 2), **dashes})
        self._text(group, entry.words, x + legend.SIGN, y + 4.6, style()["legend"])

    def _nothing(self) -> None:
        group = self._group("empty")
        self._text(group, self.words.page["empty_title"], MARGIN, HEAD + 60, style()["title"], bold=True)

    def _group(self, name: str, **attributes: str) -> Element:
        return SubElement(self.root, "g", {"class": name, **attributes})

    def _ink(self, name: str) -> str:
        return str(style()[self.theme][name])

    def _text(
        self, group: Element, text: str, x: float, y: float, size: float, *, bold: bool = False, anchor: str = "start",
        ink: str = "",
    ) -> None:  # fmt: skip
        own = {"x": _n(x), "y": _n(y), "font-size": _n(size)}
        own |= {"font-weight": "bold"} if bold else {}
        own |= {"text-anchor": anchor} if anchor != "start" else {}
        if group.get("class") not in ("halo", "names"):
            own["fill"] = self._ink(ink or "ink")
        _text_of(SubElement(group, "text", own), text)


def _fitting(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, shortened until it fits the room."""
    text = shortened(_plain(text), 400)
    while width(text, size=size, bold=bold) > room and len(text) > 1:
        text = shortened(text, len(text) - 1)
    return text


def _plain(text: str) -> str:
    """One line without what turns the direction of writing or cannot be seen."""
    return " ".join("".join(each for each in for_xml(text) if each not in _UNSEEN).split()) or " "


_UNSEEN = frozenset("\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def _text_of(element: Element, text: str) -> None:
    element.text = _plain(text)


def _n(figure: float, digits: int = 1) -> str:
    """A figure without needless zeros."""
    return f"{round(figure, digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")
