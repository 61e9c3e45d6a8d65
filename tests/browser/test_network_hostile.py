"""Texts that want to be markup, script or formula: whoever wrote them, the page and what it saves show them as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pyoxigraph
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.browser

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "attribute": '"></a><svg onload=alert(1)>',
    "end of data": "</script><script>alert(1)</script>",
    "right to left": "\u202eEsrever \u2066Omen",
    "long": "Ernestine " + "Wagenknechtshausen-" * 26,
    "prototype": "__proto__ {n} $& constructor",
}
ELEMENTS = {"svg", "title", "desc", "g", "path", "text", "clipPath"}
"""All that a drawing may consist of."""


@pytest.fixture(scope="module")
def minutes_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of hostile minutes, read, resolved and drawn as any others."""
    from hostile_minutes import BACKWARDS, hostile_minutes

    import protokollgraph
    from protokollgraph.graph.drawing import draw
    from protokollgraph.graph.remote import open_reader

    folder = tmp_path_factory.mktemp("hostile")
    protokollgraph.build(hostile_minutes(folder), folder / "store")
    store = open_reader(str(folder / "store"))
    draw(store, folder / "network.html", title=f'</title><img src=x onerror=alert(4)> "></a> {BACKWARDS}')
    store.close()
    return folder / "network.html"


def write(store: pyoxigraph.Store, out: Path, title: str) -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title=title)
    return out


def is_harmless(page: Page) -> bool:
    """Nothing of the texts became an element, and nothing made the page wider."""
    foreign = page.locator("img, iframe, object, embed, a:not(.skip), svg[onload], [onerror], [onload]").count()
    scripts = page.locator("script").count()
    return (foreign, scripts) == (0, 2) and bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def saved(page: Page, button: str) -> bytes:
    if page.get_attribute("#share", "open") is None:
        page.click("#share summary")
    with page.expect_download() as download:
        page.click(f"#save-{button}")
    return download.value.path().read_bytes()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_is_shown_and_not_run(name: str, tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import BASE, World, participation, protocol

    from protokollgraph.graph.readable import joined
    from protokollgraph.ontology.namespaces import FOAF, ORG

    world = World()
    graph, meeting = protocol(world, BASE + "body/w", name, "2024-01-24", 1)
    person = world.named(graph, BASE + "person/x", FOAF.Person, name, FOAF.name)
    organisation = world.named(graph, BASE + "organisation/y", ORG.Organization, name)
    world.because(
        graph,
        5,
        f"Es spricht {name}.",
        participation(world, graph, meeting, person, "Chair", organisation=organisation),
    )
    page = visit(write(world.store(), tmp_path / "hostile.html", title=name)).page
    assert page.title() == joined(name)
    page.click("#show-table")
    page.locator("#rows tr", has_text="Person").locator("button").click()
    assert page.text_content("#panel h2 bdi") == joined(name)
    assert "Es spricht" in page.inner_text("#panel blockquote >> nth=0")
    page.click("#list-ties")
    assert page.locator("#rows tr").count() == 1
    page.click("#show-picture")
    page.hover("#canvas", position={"x": 300, "y": 300})
    assert is_harmless(page)
    root = ElementTree.fromstring(saved(page, "svg"))
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= ELEMENTS
    assert "Es spricht" in saved(page, "csv-edges").decode("utf-8-sig")
    labels = [
        each.get("label") for each in ElementTree.fromstring(saved(page, "gexf")).iter("{http://gexf.net/1.3}node")
    ]
    assert joined(name) in labels


def test_hostile_minutes_are_text_in_every_view(minutes_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(minutes_page).page
    assert page.title().startswith("</title><img src=x onerror=alert(4)>")
    assert "</title>" in page.inner_text("h1")
    names = page.eval_on_selector_all("#view-bar button", "buttons => buttons.map((button) => button.id)")
    assert {"view-overview", "view-people", "view-projects", "view-decisions"} <= set(names)
    for name in names:
        page.click(f"#{name}")
        page.click("#show-both")
        assert page.locator("#rows tr").count() > 0
        page.hover("#rows tr >> nth=0")
        page.locator("#rows tr button").first.click()
        assert page.locator("#panel").is_visible()
        assert is_harmless(page)
        page.click("#panel .close")
        page.click("#show-picture")


def test_hostile_minutes_are_text_in_search_and_tooltips(minutes_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(minutes_page).page
    for part, name in (("script", "<script>alert(1)</script>"), ("onerror", "<img src=x onerror=alert(2)>")):
        page.fill("#search", part)
        page.wait_for_selector("#suggestions li[role=option]")
        page.locator("#suggestions li", has_text=name).first.click()
        page.wait_for_timeout(600)
        assert name in page.inner_text("#panel h2")
        assert is_harmless(page)
    page.keyboard.press("Escape")
    box = page.locator("#canvas").bounding_box()
    assert box
    page.wait_for_timeout(400)
    page.hover("#canvas", position={"x": box["width"] / 2, "y": box["height"] / 2})
    page.wait_for_selector("#tooltip:not([hidden])")
    assert "onerror" in page.inner_text("#tooltip")
    assert is_harmless(page)


def test_what_hostile_minutes_leave_in_files_is_text(minutes_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(minutes_page).page
    for name in ("nodes", "edges"):
        cells = [
            cell for row in csv.reader(io.StringIO(saved(page, f"csv-{name}").decode("utf-8-sig"))) for cell in row
        ]
        assert any("<script>alert(1)</script>" in cell for cell in cells)
        assert any(cell.startswith("'=1+cmd|calc!A0") for cell in cells)
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\uff1d"))]
    root = ElementTree.fromstring(saved(page, "svg"))
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= ELEMENTS
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    assert any("<script>alert(1)</script>" in (each.text or "") for each in root.iter())
    root = ElementTree.fromstring(saved(page, "gexf"))
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        *("gexf", "meta", "creator", "description", "graph", "attributes", "attribute", "nodes", "node", "edges"),
        *("edge", "attvalues", "attvalue", "spells", "spell", "color", "position", "size"),
    }
    assert "<script>alert(1)</script>" in {each.get("label") for each in root.iter("{http://gexf.net/1.3}node")}


def test_a_saved_drawing_of_hostile_minutes_runs_nothing(
    minutes_page: Path, visit: Callable[..., Any], browser: Any, tmp_path: Path
) -> None:
    (tmp_path / "drawing.svg").write_bytes(saved(visit(minutes_page).page, "svg"))
    opened = browser.new_page()
    happened: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        happened.append(dialog.message)
        dialog.dismiss()

    opened.on("request", lambda request: happened.append(request.url))
    opened.on("dialog", dismissed)
    opened.on("pageerror", lambda error: happened.append(str(error)))
    opened.goto((tmp_path / "drawing.svg").as_uri())
    opened.wait_for_timeout(200)
    opened.close()
    assert happened == [(tmp_path / "drawing.svg").as_uri()]


def test_the_policy_stops_what_is_put_into_the_page(minutes_page: Path, visit: Callable[..., Any]) -> None:
    watched = visit(minutes_page)
    script = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
    assert watched.page.evaluate(f"() => {{ {script} return window.ran === undefined; }}")
    assert any("Content Security Policy" in error for error in watched.errors)
    watched.errors.clear()


def test_the_policy_stops_handlers_and_requests(minutes_page: Path, visit: Callable[..., Any]) -> None:
    watched = visit(minutes_page)
    tried = """async () => {
      document.body.insertAdjacentHTML("beforeend", "<b onclick='window.ran = 1'>x</b>");
      document.body.lastElementChild.click();
      const asked = await fetch("https://boese.example/").then(() => "sent", () => "stopped");
      return [window.ran === undefined, asked];
    }"""
    assert watched.page.evaluate(tried) == [True, "stopped"]
    assert len(watched.errors) >= 2
    watched.errors.clear()
