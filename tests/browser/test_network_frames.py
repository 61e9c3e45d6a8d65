"""Committees as frames in a browser: who stands in them, their titles, folding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Position

pytestmark = pytest.mark.browser

DIFFERENT = """() => {
  const canvas = document.querySelector("#canvas canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const before = window.seenBefore;
  window.seenBefore = data;
  return !before || before.length !== data.length || before.some((value, index) => value !== data[index]);
}"""
"""Whether the picture is another one than at the last call."""


@pytest.fixture(scope="module")
def framed_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    out = tmp_path_factory.mktemp("frames") / "network.html"
    write_page(network(realistic().store()), out, title="Netzwerk der Werkstätten")
    return out


@pytest.fixture
def framed(framed_page: Path, visit: Callable[..., Any]) -> Page:
    page: Page = visit(framed_page).page
    page.wait_for_timeout(300)
    return page


def search(page: Page, text: str) -> Position:
    """Choose a node; gives the middle of the picture, where it stands then."""
    page.fill("#search", text)
    page.wait_for_selector("#suggestions li[role=option]")
    page.press("#search", "Enter")
    page.wait_for_timeout(600)
    box = page.locator("#canvas").bounding_box()
    assert box
    return {"x": box["width"] / 2, "y": box["height"] / 2}


def figures(page: Page) -> tuple[int, int]:
    nodes, ties = page.inner_text("#summary").split(" aus ")[0].split(", ")
    return int(nodes.split()[0]), int(ties.split()[0])


def test_a_click_on_the_title_of_a_frame_opens_its_body(framed: Page) -> None:
    middle = search(framed, "werkstatt 2")
    framed.keyboard.press("Escape")
    framed.wait_for_timeout(500)
    middle = search(framed, "werkstatt 2")
    framed.click("#canvas", position=middle)
    assert framed.inner_text("#panel h2") == "Werkstatt 2"
    assert framed.inner_text("#fold") == "Zu einem Knoten falten"


def test_a_frame_folds_into_one_node_with_the_ties_of_its_members(framed: Page) -> None:
    nodes, ties = figures(framed)
    search(framed, "werkstatt 2")
    framed.click("#fold")
    fewer, left = figures(framed)
    assert fewer < nodes - 3
    assert 0 < left < ties
    assert framed.inner_text("#panel h2") == "Werkstatt 2"
    framed.click("#fold")
    assert figures(framed) == (nodes, ties)


def test_a_double_click_on_the_title_folds_and_another_one_unfolds(framed: Page) -> None:
    before = figures(framed)
    middle = search(framed, "werkstatt 3")
    framed.dblclick("#canvas", position=middle)
    folded = figures(framed)
    assert folded[0] < before[0]
    framed.wait_for_timeout(1100)
    framed.dblclick("#canvas", position=search(framed, "werkstatt 3"))
    assert figures(framed) == before


def test_all_committees_fold_and_unfold_at_once(framed: Page) -> None:
    before = figures(framed)
    assert framed.locator("#unfold-all").is_disabled()
    framed.click("#fold-all")
    assert figures(framed)[0] < before[0] / 2
    assert framed.locator("#fold-all").is_disabled()
    framed.click("#unfold-all")
    assert figures(framed) == before


def test_without_frames_committees_are_nodes_with_their_ties(framed: Page) -> None:
    nodes, ties = figures(framed)
    framed.click("#frames")
    assert figures(framed) == (nodes, ties) or figures(framed)[1] > ties
    assert framed.locator("#fold-all").count() == 0
    search(framed, "werkstatt 2")
    assert framed.locator("#fold").count() == 0


def test_nodes_move_to_their_new_places_and_then_stand_still(framed: Page) -> None:
    framed.evaluate(DIFFERENT)
    framed.click("#view-people")
    moving = [framed.evaluate(DIFFERENT) for _ in range(2)]
    framed.wait_for_timeout(1200)
    framed.evaluate(DIFFERENT)
    framed.wait_for_timeout(200)
    assert moving[0]
    assert not framed.evaluate(DIFFERENT)


def test_nothing_moves_for_readers_who_want_no_motion(framed_page: Path, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
    page.goto(framed_page.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(400)
    page.click("#view-people")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.mouse.move(0, 0)
    page.wait_for_timeout(100)
    page.evaluate(DIFFERENT)
    page.wait_for_timeout(150)
    moved = page.evaluate(DIFFERENT)
    page.close()
    assert not moved
