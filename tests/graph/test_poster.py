"""One view of the network as a picture for a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_world import BASE, World, participation, protocol, realistic

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.drawing import draw
from protokollgraph.graph.network import network
from protokollgraph.graph.page.views import VIEWS
from protokollgraph.graph.poster import png
from protokollgraph.graph.poster.islands import shifts
from protokollgraph.graph.poster.labels import Box, Mark, placed
from protokollgraph.graph.poster.lettering import lettering, shortened, width, wrapped
from protokollgraph.graph.poster.scene import hull, scene
from protokollgraph.graph.poster.svg import as_svg
from protokollgraph.graph.thinning import thinned
from protokollgraph.ontology.namespaces import FOAF, ORG

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('"/><image href="http://example.org/x"/>', id="end of an attribute"),
    pytest.param("]]>&lt;&#0;", id="entities"),
    pytest.param("a\x00b\x1b\ud800c", id="no characters of XML"),
    pytest.param("\u202eEsrever\u2066", id="right to left"),
    pytest.param("N" * 500, id="500 characters"),
    pytest.param("Ḽơᶉëᶆ ȋṕšᶙṁ 漢字かな", id="letters without a width"),
    pytest.param("{n} %s {protocols}", id="placeholders"),
    pytest.param("\u00ad\u200b", id="nothing to be seen"),
]


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(realistic().store())


def drawn(graph: networkx.MultiDiGraph, **options: Any) -> ElementTree.Element:
    return ElementTree.fromstring(as_svg(graph, **{"title": "Netzwerk", **options}))


def group(root: ElementTree.Element, name: str) -> ElementTree.Element:
    found = root.find(f"{SVG}g[@class='{name}']")
    assert found is not None
    return found


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def boxes(root: ElementTree.Element) -> Iterator[tuple[str, Box]]:
    """Each line of each name with the room that it takes."""
    for element in group(root, "names"):
        x, y, size = (float(element.get(name, "0")) for name in ("x", "y", "font-size"))
        room = width(element.text or "", size=size, bold=element.get("font-weight") == "bold")
        left = x - {"start": 0.0, "middle": room / 2, "end": room}[element.get("text-anchor", "start")]
        yield element.text or "", Box(left, y - 0.75 * size, left + room, y + 0.2 * size)


def named(name: str) -> networkx.MultiDiGraph:
    """A network of one person and one organisation of this name."""
    world = World()
    about, meeting = protocol(world, BASE + "body/w", name, "2024-01-24", 1)
    person = world.named(about, BASE + "person/x", FOAF.Person, name, FOAF.name)
    organisation = world.named(about, BASE + "organisation/y", ORG.Organization, name)
    participation(world, about, meeting, person, "Chair", organisation=organisation)
    return network(world.store())


# What is on the picture


def test_a_small_picture_has_marks_lines_names_legend_and_source() -> None:
    root = drawn(named("Anke Zaue"), title="Wer für wen spricht")
    assert [(child.tag.removeprefix(SVG), child.get("class")) for child in root] == [
        ("title", None), ("desc", None), ("rect", None), ("g", "frames"), ("g", "ties"), ("g", "nodes"), ("g", "halo"),
        ("g", "names"), ("g", "head"), ("g", "legend"),
    ]  # fmt: skip
    assert [path.get("class") for path in group(root, "ties")] == ["affiliation"]
    assert [mark.tag.removeprefix(SVG) for mark in group(root, "nodes")] == ["circle", "polygon"]
    assert texts(group(root, "names")) == texts(group(root, "halo")) == ["Anke Zaue", "Anke Zaue"]
    assert texts(group(root, "head")) == ["Wer für wen spricht", "Überblick · 2 Knoten, 1 Verbindung · 24.01.2024"]
    assert texts(group(root, "legend")) == [
        "Organisationen", "Personen", "Zugehörigkeit", "Quelle: ein Protokoll, 24.01.2024.",
        "Jede Verbindung beruht auf Sätzen der Protokolle.",
    ]  # fmt: skip


def test_the_picture_can_be_read_out(graph: networkx.MultiDiGraph) -> None:
    root = drawn(graph, title="Netzwerk der Werkstätten")
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title description")
    assert [root[0].get("id"), root[0].text, root[1].get("id")] == ["title", "Netzwerk der Werkstätten", "description"]
    assert "Am stärksten verbunden: Werkstatt" in (root[1].text or "")
    assert all(mark.find(f"{SVG}title") is not None for mark in group(root, "nodes"))
    assert group(root, "halo").get("aria-hidden") == "true"


def test_english_words_and_days(graph: networkx.MultiDiGraph) -> None:
    root = drawn(graph, language="en")
    assert "Overview" in texts(group(root, "head"))[1]
    assert "Source: 25 protocols, 10 Jan 2023 to 14 Sept 2024." in texts(group(root, "legend"))


def test_dark_paper(graph: networkx.MultiDiGraph) -> None:
    papers = {element.get("fill") for dark in (False, True) for element in drawn(graph, dark=dark).iter(f"{SVG}rect")}
    assert {"#ffffff", "#12171c"} <= papers


@pytest.mark.parametrize("view", [*VIEWS, "together"])
def test_each_view_can_be_drawn(graph: networkx.MultiDiGraph, view: str) -> None:
    root = drawn(graph, view=view)
    assert len(group(root, "nodes")) > 5
    kinds = {path.get("class") for path in group(root, "ties")}
    assert "attendance" not in kinds
    assert ("together" in kinds) == (view == "together")


def test_people_at_the_same_meetings_carry_their_warning_and_the_number_asked_for() -> None:
    store = realistic().store()
    few, many = (drawn(network(store, together=least), view="together") for least in (5, 2))
    assert any("sagt das nicht" in text for text in texts(group(few, "legend")))
    assert 0 < len(group(few, "nodes")) < len(group(many, "nodes"))
    assert "Dieses Netzwerk ist leer" in texts(drawn(network(store, together=99), view="together"))


def test_formalities_and_mere_attendance_are_left_out(graph: networkx.MultiDiGraph) -> None:
    assert not any("Bestätigung" in text for text in texts(drawn(graph, view="decisions")))
    found = scene(graph)
    tied = {end for tie in found.ties for end in (tie.left, tie.right)}
    framed = {member for frame in found.frames for member in {*frame.members, frame.body}}
    assert {item.node for item in found.items} <= tied | framed


def test_a_line_is_as_wide_as_its_meetings() -> None:
    root = drawn(network(realistic().store()), view="together")
    widths = {float(path.get("stroke-width", "0")) for path in group(root, "ties")}
    assert min(widths) >= 0.9
    assert len(widths) > 2


def test_a_decision_is_called_by_its_kind_and_subject(graph: networkx.MultiDiGraph) -> None:
    nodes = group(drawn(graph, view="decisions", language="en"), "nodes")
    assert any((title.text or "").startswith("Recommendation: ") for title in nodes.iter(f"{SVG}title"))


# Names


@pytest.mark.parametrize("view", [*VIEWS, "together"])
def test_no_name_stands_on_another(graph: networkx.MultiDiGraph, view: str) -> None:
    found = list(boxes(drawn(graph, view=view)))
    assert len(found) > 10
    assert [(one[0], other[0]) for one, other in combinations(found, 2) if one[1].meets(other[1])] == []


def test_names_lie_inside_the_picture_and_most_nodes_have_one(graph: networkx.MultiDiGraph) -> None:
    root = drawn(graph)
    sheet = Box(0, 0, float(root.get("width", "0")), float(root.get("height", "0")))
    assert all(sheet.holds(box) for _, box in boxes(root))
    assert len(group(root, "names")) > 0.7 * len(group(root, "nodes"))
    unnamed = next(text for text in texts(group(root, "legend")) if "ohne Namen" in text)
    assert int(unnamed.split()[0]) == len(group(root, "nodes")) - _names_of(root)


def _names_of(root: ElementTree.Element) -> int:
    """Lines that go on a name have the place of the one above."""
    lines = [(element.get("x"), float(element.get("y", "0"))) for element in group(root, "names")]
    return sum(
        not any(x == above[0] and 0 < y - above[1] < 19 for above in lines[:index])
        for index, (x, y) in enumerate(lines)
    )


def test_every_committee_has_its_name(graph: networkx.MultiDiGraph) -> None:
    assert {f"Werkstatt {number}" for number in range(1, 6)} <= set(texts(group(drawn(graph), "names")))


places = st.tuples(
    st.floats(0, 600), st.floats(0, 400), st.floats(3, 25), st.sampled_from(["Zaue", "Landkreis Drehna am See"])
)


@settings(max_examples=80, deadline=None)
@given(given_places=st.lists(places, max_size=40))
def test_placed_names_never_meet(given_places: list[tuple[float, float, float, str]]) -> None:
    marks = [Mark(x, y, radius, lettering(name, size=12), name == "Zaue") for x, y, radius, name in given_places]
    area = Box(0, 0, 600, 400)
    labels = placed(marks, area)
    assert all(area.holds(label.box) for label in labels)
    assert not any(one.box.meets(other.box) for one, other in combinations(labels, 2))


@given(st.text(max_size=80))
def test_a_name_has_one_or_two_lines_of_bounded_length(text: str) -> None:
    lines = wrapped(text, 22, 46)
    assert 1 <= len(lines) <= 2
    assert all(len(line) <= 46 for line in lines)


def test_a_long_name_is_cut_at_a_word() -> None:
    assert shortened("Erweiterung des Bahnhofs Jocksdorf", 30) == "Erweiterung des Bahnhofs…"
    assert shortened("Wagenknechtshausen", 10) == "Wagenknec…"


def test_widths_grow_with_size_and_weight() -> None:
    assert width("Łužica", size=24) == pytest.approx(2 * width("Łužica", size=12), abs=0.2)
    assert width("Werkstatt", size=12, bold=True) > width("Werkstatt", size=12) > 0


# Frames and islands


points = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=30, unique=True)


@given(points)
def test_a_hull_holds_every_point(found: list[tuple[float, float]]) -> None:
    outline = hull(found)
    assert set(outline) <= set(found)
    for a, b in zip(outline, (*outline[1:], outline[0]), strict=True):
        assert all((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) >= 0 for x, y in found)


def test_frames_hold_mostly_what_is_at_home_in_them(graph: networkx.MultiDiGraph) -> None:
    found = scene(graph)
    assert len(found.frames) >= 3
    assert all(len(frame.members) >= 3 for frame in found.frames)
    within = {member: frame.body for frame in found.frames for member in frame.members}
    assert not any(within.get(tie.left) == tie.right or within.get(tie.right) == tie.left for tie in found.ties)


def test_islands_come_near_and_keep_their_form() -> None:
    where = {
        0: (0.0, 0.0),
        1: (500.0, 0.0),
        2: (250.0, 300.0),
        3: (9000.0, 9000.0),
        4: (9050.0, 9020.0),
        5: (-7000.0, 0.0),
    }
    moved = shifts(where, [(0, 1), (1, 2), (3, 4)])
    assert moved[0] == moved[1] == moved[2] == (0.0, 0.0)
    assert moved[3] == moved[4]
    at = {node: (x + moved[node][0], y + moved[node][1]) for node, (x, y) in where.items()}
    assert all(-1 < x < 1200 and -1 < y < 700 for x, y in at.values())
    assert len(set(at.values())) == len(at)


# Safety, sameness, errors


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_a_text_and_nothing_else(name: str) -> None:
    root = drawn(named(name), title=name)
    known = {"svg", "title", "desc", "rect", "g", "path", "circle", "polygon", "line", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    attributes = {attribute for element in root.iter() for attribute in element.attrib}
    assert not [
        attribute
        for attribute in attributes
        if attribute.startswith("on") or "href" in attribute or attribute == "style"
    ]
    assert all(box.right - box.left < 900 for _, box in boxes(root))


def test_the_order_of_the_quads_does_not_matter() -> None:
    world = realistic(bodies=2, sessions=2, people=14)
    assert len({as_svg(network(world.store(shuffle=seed)), title="N") for seed in (None, 1, 2)}) == 1


def test_an_empty_network_says_so() -> None:
    assert "Dieses Netzwerk ist leer" in texts(drawn(network(pyoxigraph.Store())))


@pytest.mark.parametrize("number", [1, 2])
def test_a_network_of_one_or_two_nodes_can_be_drawn(number: int) -> None:
    whole = named("Anke")
    root = drawn(whole.subgraph(sorted(whole, reverse=True)[:number]).copy())
    assert texts(group(root, "names")) == ["Anke"] * number


def test_what_a_very_large_network_leaves_out_is_told(graph: networkx.MultiDiGraph) -> None:
    part, left_out = thinned(graph, nodes=40, edges=60)
    assert left_out
    told = [text for text in texts(group(drawn(part), "legend")) if text.startswith("Auszug: ohne ")]
    assert len(told) == 1


REFUSED = [
    pytest.param({"view": "path"}, "There is no view 'path'", id="unknown view"),
    pytest.param({"view": "projects"}, "nothing is tied in the view 'projects'", id="view without ties"),
    pytest.param({"language": "fr"}, "no words in the language 'fr'", id="unknown language"),
]


@pytest.mark.parametrize(("options", "words"), REFUSED)
def test_what_cannot_be_drawn_is_refused_with_a_remedy(options: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        drawn(named("Anke"), **options)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("name", "options"), [("n.html", {"view": "people"}), ("n.gexf", {"dark": True}), ("n.svg", {"width": 800})]
)
def test_an_option_that_a_format_does_not_have_is_refused(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="is for pictures"):
        draw(pyoxigraph.Store(), tmp_path / name, **options)


# PNG


@pytest.fixture
def resvg() -> Any:
    """The library. Skips, saying why, where it or any font is missing."""
    found = pytest.importorskip("resvg_py", reason="a PNG needs resvg-py from the registry")
    png.has_fonts.cache_clear()
    if not png.has_fonts():
        pytest.skip("a PNG needs a font (Debian: apt-get install fonts-dejavu-core)")
    return found


@pytest.mark.usefixtures("resvg")
def test_a_png_is_as_wide_as_asked_for(tmp_path: Path) -> None:
    draw(realistic(bodies=2, sessions=2, people=14).store(), tmp_path / "n.png", width=640)
    written = (tmp_path / "n.png").read_bytes()
    assert written.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(written[16:20], "big") == 640


@pytest.mark.usefixtures("resvg")
def test_a_png_has_two_pixels_for_one_of_the_svg() -> None:
    made = png.as_png(named("Anke"), title="Netzwerk")
    assert int.from_bytes(made[16:20], "big") == 1800


@pytest.mark.usefixtures("resvg")
def test_a_png_too_wide_is_refused() -> None:
    with pytest.raises(GraphError, match="90000 pixels wide"):
        png.as_png(named("Anke"), title="Netzwerk", width=90_000)


def test_without_the_library_a_png_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(GraphError, match=r'pip install "protokollgraph\[png\]"'):
        png.as_png(named("Anke"), title="Netzwerk")


def test_without_fonts_a_png_says_what_to_install(resvg: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with_fonts = resvg.svg_to_bytes
    monkeypatch.setattr(resvg, "svg_to_bytes", lambda **options: with_fonts(skip_system_fonts=True, **options))
    png.has_fonts.cache_clear()
    with pytest.raises(GraphError, match="fonts-dejavu-core"):
        png.as_png(named("Anke"), title="Netzwerk")
    png.has_fonts.cache_clear()
