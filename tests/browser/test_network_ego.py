"""The surroundings of a node in the network page: shown by depth, placed in rings, left again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CENTRE = "Anke Mittendrin"
"""Tied to her organisation and what she presents; the rest is farther away."""


@pytest.fixture(scope="module")
def explored_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from exploring_world import written

    out: Path = written(tmp_path_factory.mktemp("ego") / "network.html")
    return out


def choose(page: Page, name: str) -> None:
    page.fill("#search", name)
    page.press("#search", "Enter")
    page.wait_for_selector("#panel h2")


def names(page: Page) -> set[str]:
    page.click("#show-table")
    found = set(page.locator("#rows th").all_inner_texts())
    page.click("#show-picture")
    return found


def test_each_depth_says_and_shows_how_many_nodes_it_has(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    choose(page, CENTRE)
    buttons = page.locator("#panel .reach button")
    said = [int(re.findall(r"(\d+) Knoten", text)[0]) for text in buttons.all_inner_texts()]
    assert len(said) == 3
    assert said == sorted(set(said))
    for depth, number in enumerate(said, start=1):
        page.click(f"#reach-{depth}")
        assert page.get_attribute(f"#reach-{depth}", "aria-pressed") == "true"
        assert page.inner_text("#panel h2") == CENTRE
        shown = names(page)
        assert len(shown) == number
        assert CENTRE in shown


def test_the_strip_leads_deeper_and_back_to_everything(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    everything = names(page)
    choose(page, CENTRE)
    whole = page.locator("#canvas").screenshot()
    page.click("#reach-1")
    near = names(page)
    page.keyboard.press("Escape")
    assert "Umgebung von" in page.inner_text("#excerpt")
    page.focus("#excerpt-2")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "excerpt-2"
    assert near < names(page) < everything
    assert page.locator("#canvas").screenshot() != whole
    page.click("#excerpt-all")
    assert page.locator("#excerpt").is_hidden()
    assert names(page) == everything


def test_the_node_stands_in_the_middle_of_its_surroundings(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    choose(page, CENTRE)
    page.click("#reach-1")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    box = page.locator("#canvas").bounding_box()
    assert box
    hit = set()
    for down in range(-40, 60, 10):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + down)
        page.wait_for_timeout(60)
        if page.locator("#tooltip").is_visible():
            hit.add(page.inner_text("#tooltip .tip-name"))
    assert CENTRE in hit


def test_a_view_without_the_node_shows_everything(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    choose(page, "Reallabor")
    page.click("#reach-1")
    page.click("#view-people")
    assert page.locator("#excerpt").is_hidden()
    assert CENTRE in names(page)


def test_who_is_looked_for_outside_is_shown_with_everything(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    choose(page, CENTRE)
    page.click("#reach-1")
    choose(page, "Enno Fernab")
    assert page.locator("#excerpt").is_hidden()
    assert page.inner_text("#panel h2") == "Enno Fernab"


def test_the_surroundings_are_told_in_english_too(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    choose(page, CENTRE)
    page.click("#reach-2")
    page.click("#language")
    assert "Around" in page.inner_text("#excerpt")
    assert "2 steps" in page.inner_text("#panel .reach")
