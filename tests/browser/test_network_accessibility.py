"""The page for readers with other ways of reading: axe-core, the keyboard alone, large letters, strong contrast."""

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

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
FOCUSED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const own = element.tagName.toLowerCase() + "." + element.className;
  const name = element.id || own + (element.parentElement ? " in " + element.parentElement.id : "");
  return [name, box.width, box.height, box.left, box.top, element === document.body];
}"""


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    return write(realistic(bodies=3, sessions=4, people=24).store(), tmp_path_factory.mktemp("access") / "network.html")


def write(store: pyoxigraph.Store, out: Path) -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title="Netzwerk der Werkstätten")
    return out


def barriers(page: Page) -> list[str]:
    """What axe-core finds, one line for each element: impact, rule, element."""
    from axe_playwright_python.sync_playwright import Axe

    # What moves or fades in has no colours to measure yet.
    page.wait_for_timeout(400)
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['impact']} {rule['id']} {node['target']}"
        for rule in found
        for node in rule["nodes"]
        if rule["id"] != "target-size" or is_small(page, node["target"][0])
    ]


def is_small(page: Page, target: str) -> bool:
    """Whether a target is small itself: axe measures what the edge of a part that scrolls leaves of it."""
    box = page.locator(target).bounding_box()
    return box is None or min(box["width"], box["height"]) < 24


def test_the_check_finds_a_barrier(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.evaluate("document.querySelector('.head-tools').append(document.createElement('button'))")
    assert [each for each in barriers(page) if "button-name" in each]


@pytest.mark.parametrize(
    ("width", "dark", "english"),
    [(1440, False, False), (1440, True, True), (390, False, True), (390, True, False)],
    ids=["desktop light", "desktop dark", "phone light", "phone dark"],
)
def test_axe_finds_no_barrier(
    width: int, dark: bool, english: bool, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page, width=width, height=900, dark=dark).page
    if english:
        page.click("#language")
    found = {"first view": barriers(page)}
    page.click("#share summary")
    found["menu"] = barriers(page)
    page.keyboard.press("Escape")
    page.fill("#search", "werk")
    page.press("#search", "ArrowDown")
    found["suggestions"] = barriers(page)
    page.press("#search", "Enter")
    found["panel"] = barriers(page)
    page.click("#show-both")
    found["both"] = barriers(page)
    page.click("#panel .close")
    page.click("#show-table")
    page.click("#list-ties")
    found["ties"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_barrier_in_any_view(width: int, realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, width=width, height=900).page
    found = {}
    for view in page.eval_on_selector_all("#view-bar button", "buttons => buttons.map((button) => button.id)"):
        page.click(f"#{view}")
        found[view] = barriers(page)
    if width < 760:
        page.click("#legend > summary")
    page.click("#view-overview")
    for kind in page.eval_on_selector_all("#kinds input", "boxes => boxes.map((box) => box.id)"):
        page.uncheck(f"#{kind}")
    found["nothing left"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize(("width", "dark"), [(1440, True), (390, False)], ids=["desktop", "phone"])
def test_axe_finds_no_barrier_while_exploring(
    width: int, dark: bool, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page, width=width, height=900, dark=dark).page
    found = {}
    page.click("#show-figures")
    found["figures"] = barriers(page)
    page.click("#panel .close")
    page.fill("#search", "werkstatt 2")
    page.press("#search", "Enter")
    page.click("#reach-1")
    found["surroundings"] = barriers(page)
    page.click("#excerpt-all")
    page.click("#panel .close")
    if width < 760:
        page.click("#legend > summary")
    page.check("#by-community")
    page.click("#connect > summary")
    page.uncheck("#kind-project")
    found["groups and filters"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}


def test_axe_finds_no_barrier_in_an_empty_network(tmp_path: Path, visit: Callable[..., Any]) -> None:
    assert barriers(visit(write(pyoxigraph.Store(), tmp_path / "empty.html")).page) == []


def walk(page: Page, steps: int) -> list[str]:
    """Where the keyboard goes with Tab; each stop must be seen and leave again."""
    stops: list[str] = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        name, width, height, left, top, is_outside = page.evaluate(FOCUSED)
        if is_outside:
            break
        # The day, the month, the year and the calendar of a field for a day are stops of their own.
        assert stops[-4:] != [name] * 4, f"{name} keeps the keyboard"
        if "skip" not in name:
            assert min(width, height) >= 13, f"{name} cannot be seen: {width} × {height}"
            assert left > -width
            assert top > -height
        stops.append(name)
    return stops


def test_the_keyboard_gets_everywhere_in_the_order_of_the_page(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    stops = walk(page, 90)
    wanted = ["a.skip in ", "search", "show-picture", "show-both", "show-table", "theme", "language", "view-overview"]
    wanted += ["view-people", "kind-body", "kind-person", "family-affiliation", "canvas", "zoom-in", "fit"]
    places = [stops.index(each) for each in wanted]
    assert places == sorted(places)
    assert stops.index("view-overview") < stops.index("kind-body") < stops.index("canvas")
    assert len(stops) < 90, "the keyboard does not come out of the page"


def test_the_first_stop_leads_past_the_head(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url.endswith("#main") or "#" not in page.url


def test_escape_closes_what_is_open_and_the_keyboard_goes_back(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.focus("#share summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "copy-link"
    page.keyboard.press("Escape")
    assert page.locator("#exports").is_hidden()
    assert page.evaluate("document.activeElement.parentElement.id") == "share"
    page.click("#show-table")
    button = page.locator("#rows button").nth(3)
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert button.evaluate("element => element === document.activeElement")
    page.fill("#search", "werk")
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_menu_closes_when_the_keyboard_leaves_it(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#share summary")
    page.focus("#theme")
    assert page.locator("#exports").is_hidden()


def test_a_filter_says_how_much_is_left(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.wait_for_timeout(600)
    assert page.text_content("#said") == ""
    assert page.get_attribute("#said", "role") == "status"
    page.uncheck("#kind-project")
    page.wait_for_timeout(600)
    assert re.fullmatch(r"\d+ Knoten, \d+ Verbindungen", page.text_content("#said") or "")


def test_the_picture_is_told_in_words(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.wait_for_timeout(600)
    described = page.get_attribute("#canvas", "aria-describedby")
    told = page.text_content(f"#{described}") or ""
    assert re.search(r"^Überblick: \d+ Knoten, \d+ Verbindungen\. Zu sehen: 3 Gremien", told)
    assert re.search(r"Am meisten Verbindungen: .+ \(\d+\), .+ \(\d+\)", told)
    page.click("#language")
    page.wait_for_timeout(600)
    assert "Most ties:" in (page.text_content(f"#{described}") or "")


@pytest.mark.parametrize(("width", "height"), [(640, 450), (320, 256)], ids=["200 percent", "400 percent"])
def test_enlarged_nothing_is_lost_and_nothing_scrolls_sideways(
    width: int, height: int, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page, width=width, height=height).page
    fits = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(fits)
    page.locator("#canvas").scroll_into_view_if_needed()
    box = page.locator("#canvas").bounding_box()
    assert box
    assert box["height"] > 140
    page.click("#show-table")
    assert page.evaluate(fits)
    page.locator("#rows button").first.click()
    assert page.locator("#panel h2").is_visible()
    assert page.evaluate(fits)
    page.click("#panel .close")
    page.click("#share summary")
    menu = page.locator("#exports").bounding_box()
    assert menu
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= width


def test_states_are_seen_in_forced_colours_and_with_more_contrast(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page, forced_colors="active").page
    look = "(id) => getComputedStyle(document.getElementById(id)).backgroundColor"
    assert page.evaluate(look, "show-picture") != page.evaluate(look, "show-table")
    assert page.locator("#kinds .mark >> nth=0").evaluate("mark => getComputedStyle(mark).forcedColorAdjust") == "none"
    page = visit(realistic_page).page
    soft = "getComputedStyle(document.getElementById('summary')).color"
    usual, before = page.evaluate(soft), page.locator("#canvas").screenshot()
    page.emulate_media(contrast="more")
    page.click("#theme")
    page.click("#theme")
    page.wait_for_timeout(300)
    assert page.evaluate(soft) != usual
    assert page.locator("#canvas").screenshot() != before


def test_nothing_moves_by_itself_where_that_is_not_wanted(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, reduced_motion="reduce").page
    page.click("#zoom-in")
    page.wait_for_timeout(60)
    picture = page.locator("#canvas").screenshot()
    page.wait_for_timeout(300)
    assert page.locator("#canvas").screenshot() == picture
