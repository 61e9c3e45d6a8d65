"""Filters of the network page by body, organisation and programme; chips say what is set and take it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NAME = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    return write(realistic().store(), tmp_path_factory.mktemp("page") / "network.html")


def write(store: Any, out: Path) -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title="Netzwerk")
    return out


def take(page: Page, limit: str, text: str) -> str:
    """Choose an option by keyboard; what the list told of it."""
    page.fill(f"#limit-{limit}", text)
    told = page.locator(f"#limit-{limit}-list li[aria-selected=true] .small").inner_text()
    page.press(f"#limit-{limit}", "Enter")
    return told


def chips(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".chip > span").all_inner_texts()]


def names(page: Page) -> set[str]:
    return set(page.locator("#rows th").all_inner_texts())


@pytest.mark.parametrize(
    ("limit", "text", "chip"),
    [
        ("body", "werkstatt 3", "Gremium: Werkstatt 3"),
        ("organisation", "klinikum grie", "Organisation: Klinikum Grießen gGmbH"),
        ("programme", "jtf", "Förderprogramm: JTF"),
    ],
)
def test_an_option_tells_what_it_leaves_and_leaves_that(
    realistic_page: Path, visit: Callable[..., Any], limit: str, text: str, chip: str
) -> None:
    page = visit(realistic_page).page
    page.click("#view-projects")
    page.click("#show-both")
    before = names(page)
    told = take(page, limit, text)
    assert page.inner_text("#summary").startswith(told)
    assert set() < names(page) < before
    assert chips(page) == [chip]
    page.click(f"#chip-{limit}")
    assert names(page) == before
    assert page.locator("#chips").is_hidden()
    assert page.input_value(f"#limit-{limit}") == ""
    assert page.evaluate("document.activeElement.id") == "canvas"


def test_filters_count_together_and_the_numbers_in_the_lists_follow(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    alone = take(page, "programme", "stark")
    page.click("#limit-programme-clear")
    take(page, "body", "werkstatt 2")
    together = take(page, "programme", "stark")
    assert together != alone
    assert page.inner_text("#summary").startswith(together)
    assert chips(page) == ["Gremium: Werkstatt 2", "Förderprogramm: STARK"]


def test_the_field_is_a_combobox_for_the_keyboard(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    field = page.get_by_role("combobox", name="Gremium")
    field.focus()
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-expanded") == "true"
    options = page.locator("#limit-body-list [role=option] .name").all_inner_texts()
    assert options == [f"Werkstatt {number}" for number in range(1, 6)]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == "limit-body-3"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert chips(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert chips(page) == ["Gremium: Werkstatt 1"]
    assert field.input_value() == "Werkstatt 1"
    field.fill("")
    page.keyboard.press("Tab")
    assert chips(page) == []


def test_what_was_typed_and_not_taken_changes_nothing(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    take(page, "body", "werkstatt 4")
    page.fill("#limit-body", "qqqq")
    assert page.inner_text("#limit-body-list") == "Nichts gefunden"
    page.keyboard.press("Enter")
    page.focus("#canvas")
    assert page.input_value("#limit-body") == "Werkstatt 4"
    assert chips(page) == ["Gremium: Werkstatt 4"]


def test_the_mouse_chooses_and_clears(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#limit-body")
    page.click("#limit-body-list li:has-text('Werkstatt 5')")
    assert page.locator("#limit-body-list").is_hidden()
    assert chips(page) == ["Gremium: Werkstatt 5"]
    page.click("#limit-body-clear")
    assert chips(page) == []
    assert page.locator("#limit-body-clear").is_hidden()


def test_kinds_and_lines_taken_out_are_chips_too(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    summary = page.inner_text("#summary")
    page.uncheck("#kind-person")
    page.uncheck("#kind-programme")
    page.uncheck("#family-task")
    page.check("#family-attendance")
    assert chips(page) == ["ohne Förderprogramme, Personen", "ohne Aufgaben"]
    page.focus("#chip-kinds")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "chip-families"
    assert page.is_checked("#kind-person")
    page.click("#language")
    assert chips(page) == ["without Tasks"]
    page.click("text=Reset all")
    page.click("#language")
    assert page.inner_text("#summary") == summary
    assert not page.is_checked("#family-attendance")


def test_filters_that_leave_nothing_say_so_and_can_be_reset(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    summary = page.inner_text("#summary")
    take(page, "body", "werkstatt 1")
    page.click("#limit-organisation")
    last = page.locator("#limit-organisation-list [role=option]").last
    assert last.locator(".small").inner_text() == "nichts in dieser Ansicht"
    last.click()
    page.wait_for_selector("#nothing:not([hidden])")
    assert "nichts übrig" in page.inner_text("#nothing")
    page.click("#show-table")
    assert page.locator("#nothing").is_visible()
    page.click("#nothing-reset")
    assert page.locator("#nothing").is_hidden()
    assert page.inner_text("#summary") == summary


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_the_chips_and_chooses(realistic_page: Path, visit: Callable[..., Any], width: int) -> None:
    page = visit(realistic_page, width=width, height=844).page
    page.click("#legend summary")
    page.click("#limit-body")
    page.locator("#limit-body-list li").nth(1).click()
    page.click("#legend summary")
    assert page.locator("#chip-body").is_visible()
    box = page.locator("#chip-body").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hundreds_of_options_are_found_by_typing(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import BASE, World, participation, protocol

    from protokollgraph.ontology.namespaces import FOAF, ORG

    world = World()
    graph, meeting = protocol(world, BASE + "body/w", "Werkstatt 1", "2024-01-24", 1)
    for number in range(130):
        person = world.named(graph, f"{BASE}person/{number}", FOAF.Person, f"Anke Zaue {number}", FOAF.name)
        name = f"Stadtwerke Nr. {number}" if number else NAME
        organisation = world.named(graph, f"{BASE}organisation/{number}", ORG.Organization, name)
        participation(world, graph, meeting, person, "Chair", organisation=organisation)
    page = visit(write(world.store(), tmp_path / "many.html")).page
    page.click("#limit-organisation")
    assert page.locator("#limit-organisation-list [role=option]").count() == 100
    assert "30 weitere" in page.locator("#limit-organisation-list li").last.inner_text()
    page.fill("#limit-organisation", "nr. 129")
    assert re.match(r"Stadtwerke Nr. 129\s+3 Knoten, 1 Verbindung", page.inner_text("#limit-organisation-list"))
    page.fill("#limit-organisation", "onerror")
    page.keyboard.press("Enter")
    assert chips(page) == [f"Organisation: {NAME}"]
    assert page.locator("img").count() == 0
