"""The network page in a browser: each control is operated and its effect seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COLOURS = """() => {
  const canvas = document.querySelector("#canvas canvas"), seen = new Set();
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) seen.add(data.slice(i, i + 3).join());
  return [...seen];
}"""


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    return write(realistic().store(), tmp_path_factory.mktemp("page") / "network.html")


def write(store: pyoxigraph.Store, out: Path, title: str = "Netzwerk der Werkstätten") -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title=title)
    return out


def search(page: Page, text: str) -> None:
    page.fill("#search", text)
    page.wait_for_selector("#suggestions li[role=option]")
    page.press("#search", "Enter")
    page.wait_for_timeout(500)


def rows(page: Page) -> int:
    return page.locator("#rows tr").count()


def centre(page: Page) -> dict[str, float]:
    box = page.locator("#canvas").bounding_box()
    assert box
    return {"x": box["width"] / 2, "y": box["height"] / 2}


def test_the_page_opens_from_a_file_and_draws(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    assert page.title() == "Netzwerk der Werkstätten"
    assert re.fullmatch(
        r"\d+ Knoten, \d+ Verbindungen aus 25 Protokollen · 10\.01\.2023 bis .*", page.inner_text("#summary")
    )
    colours = page.evaluate(COLOURS)
    assert {"0,114,178", "230,159,0", "213,94,0", "0,158,115"} <= set(colours)


def test_a_click_on_a_node_opens_its_facts_with_their_sentences(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    search(page, "werkstatt 2")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    page.wait_for_timeout(200)
    page.click("#canvas", position=centre(page))
    page.wait_for_selector("#panel h2")
    assert page.inner_text("#panel h2") == "Werkstatt 2"
    assert page.locator("#panel .passage blockquote").first.inner_text()
    assert re.search(
        r"Werkstatt 2, \d+\. Sitzung · \d\d\.\d\d\.\d{4}", page.locator("#panel figcaption").first.inner_text()
    )


def test_the_panel_leads_from_node_to_node_by_keyboard(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    search(page, "werkstatt 2")
    link = page.locator("#panel .fact .link").first
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == name
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_what_was_searched_comes_near(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    search(page, "werkstatt 3")
    # The panel opens meanwhile and makes the picture smaller.
    assert "&zoom=" in page.evaluate("location.hash")


def test_pointing_at_a_node_shows_a_tooltip(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    search(page, "werkstatt 3")
    page.keyboard.press("Escape")
    page.hover("#canvas", position=centre(page))
    page.wait_for_selector("#tooltip:not([hidden])")
    assert "Werkstatt 3" in page.inner_text("#tooltip")


def test_search_suggests_without_regard_to_case_and_accents(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.fill("#search", "WERK 4")
    assert page.locator("#suggestions li").first.inner_text().startswith("Werkstatt 4")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    page.press("#search", "ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-0"
    page.fill("#search", "qqqq")
    assert page.inner_text("#suggestions") == "Nichts gefunden"


def test_a_filter_takes_a_kind_out_of_picture_table_and_search(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    before = rows(page)
    page.uncheck("#kind-person")
    assert 0 < rows(page) < before
    assert page.locator("#rows td", has_text=re.compile("^Person$")).count() == 0
    page.click("#show-picture")
    picture = page.locator("#canvas").screenshot()
    page.check("#kind-person")
    page.wait_for_timeout(100)
    assert page.locator("#canvas").screenshot() != picture


def test_formalities_are_shown_on_request(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#view-decisions")
    page.click("#show-table")
    before = rows(page)
    page.check("#routine")
    assert rows(page) == before + 25


def test_each_view_shows_its_own_part_of_the_network(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    pictures = [page.locator("#canvas").screenshot()]
    assert page.get_attribute("#view-overview", "aria-pressed") == "true"
    assert page.locator("#kind-decision").count() == 0
    for name in ("people", "projects", "decisions"):
        page.click(f"#view-{name}")
        assert page.get_attribute(f"#view-{name}", "aria-pressed") == "true"
        assert page.evaluate("document.activeElement.id") == f"view-{name}"
        page.wait_for_timeout(100)
        pictures.append(page.locator("#canvas").screenshot())
    assert page.locator("#kind-decision").count() == 1
    assert len(set(pictures)) == len(pictures)


def test_a_committee_is_a_frame_that_can_be_folded(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    framed = int(page.inner_text("#kind-person ~ .number"))
    before = page.locator("#canvas").screenshot()
    search(page, "werkstatt 1")
    page.click("text=Zu einem Knoten falten")
    assert int(page.inner_text("#kind-person ~ .number")) == framed
    assert page.locator("#panel button", has_text="Auffalten").count() == 1
    page.keyboard.press("Escape")
    page.uncheck("#frames")
    page.wait_for_timeout(100)
    assert page.locator("#canvas").screenshot() != before


def test_picture_and_table_stand_beside_each_other(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-both")
    assert page.locator("#canvas").is_visible()
    assert page.locator("#table").is_visible()
    page.click("#rows tr:first-child button")
    assert page.inner_text("#panel h2") == page.inner_text("#rows tr:first-child button")


def test_the_table_sorts_by_each_column(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    page.click("#columns button:has-text('Name')")
    names = page.locator("#rows th").all_inner_texts()
    assert page.locator("#columns th").first.get_attribute("aria-sort") == "ascending"
    page.click("#columns button:has-text('Name')")
    assert page.locator("#rows th").all_inner_texts()[0] == names[-1]


def test_the_language_switches_everywhere(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    search(page, "werkstatt 1")
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert "nodes" in page.inner_text("#summary")
    assert "Committee" in page.inner_text("#panel")
    assert page.inner_text("#legend summary") == "Legend and filters"
    page.click("#language")
    assert "Gremium" in page.inner_text("#panel")


def test_light_and_dark_follow_the_system_and_the_button(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, dark=True).page
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark


def test_the_keyboard_moves_and_zooms_the_picture(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.focus("#canvas")
    shots = [page.locator("#canvas").screenshot()]
    for key in ("ArrowLeft", "+", "0"):
        page.keyboard.press(key)
        page.wait_for_timeout(500)
        shots.append(page.locator("#canvas").screenshot())
    assert len(set(shots[:3])) == 3
    page.mouse.move(5, 5)


def test_an_empty_network_says_so(tmp_path: Path, visit: Callable[..., Any]) -> None:
    page = visit(write(pyoxigraph.Store(), tmp_path / "empty.html")).page
    assert page.locator("#empty").is_visible()
    assert "leer" in page.inner_text("#empty h2")
    assert page.locator("main").is_hidden()


@pytest.mark.parametrize("width", [390, 820])
def test_a_narrow_screen_has_everything_without_scrolling_sideways(
    realistic_page: Path, visit: Callable[..., Any], width: int
) -> None:
    page = visit(realistic_page, width=width, height=844).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    search(page, "werkstatt 1")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_day_that_no_calendar_has_is_shown_as_it_is(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import BASE, World, participation, protocol

    from protokollgraph.ontology.namespaces import FOAF

    world = World()
    graph, meeting = protocol(world, BASE + "body/w", "Werkstatt 1", "2024-02-31", 1)
    person = world.named(graph, BASE + "person/x", FOAF.Person, "Anke Zaue", FOAF.name)
    participation(world, graph, meeting, person, "Chair")
    page = visit(write(world.store(), tmp_path / "day.html")).page
    search(page, "zaue")
    assert page.locator("#panel").is_visible()
