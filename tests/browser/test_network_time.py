"""The time of the network page: handles, dates, and a run through the period."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LAST_MONTHS = ("Mai", "Juni", "Juli", "August", "September")


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    return write(realistic().store(), tmp_path_factory.mktemp("page") / "network.html")


def write(store: Any, out: Path) -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title="Netzwerk")
    return out


def shown(page: Page) -> int:
    """How many nodes are shown."""
    return int(page.inner_text("#summary").split()[0].replace(".", ""))


def set_date(page: Page, field: str, date: str) -> None:
    page.fill(f"#day-{field}", date)
    page.dispatch_event(f"#day-{field}", "change")


def chips(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".chip > span").all_inner_texts()]


def wait_until_paused(page: Page) -> None:
    page.wait_for_selector("#play[aria-label=Abspielen]", timeout=30_000)


def test_the_handles_limit_the_time_by_keyboard(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    everything = shown(page)
    assert page.get_attribute("#time-from", "aria-valuetext") == "10.01.2023"
    page.focus("#time-to")
    page.keyboard.press("Home")
    assert page.get_attribute("#time-to", "aria-valuetext") == "31.01.2023"
    assert 0 < shown(page) < everything
    assert chips(page) == ["bis 31.01.2023"]
    page.keyboard.press("ArrowRight")
    assert page.input_value("#day-to") == "2023-02-28"
    page.focus("#time-from")
    page.keyboard.press("End")
    assert page.get_attribute("#time-from", "aria-valuetext") == "01.02.2023"
    page.click("#chip-time")
    assert shown(page) == everything
    assert (page.input_value("#day-from"), page.input_value("#day-to")) == ("2023-01-10", "2024-09-14")


def test_the_mouse_drags_a_handle_and_the_whole_window(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    box = page.locator("#time .bars").bounding_box()
    assert box
    month = box["width"] / 21
    middle = box["y"] + 15
    page.mouse.move(box["x"] + 20.5 * month, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 5.5 * month, middle, steps=4)
    page.mouse.up()
    assert chips(page) == ["bis 30.06.2023"]
    page.mouse.click(box["x"] + 0.5 * month, middle)
    page.focus("#time-from")
    page.keyboard.press("ArrowRight")
    assert chips(page) == ["01.02.2023 – 30.06.2023"]
    page.mouse.move(box["x"] + 3.5 * month, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 6.5 * month, middle, steps=4)
    page.mouse.up()
    assert chips(page) == ["01.05.2023 – 30.09.2023"]


def test_dates_limit_the_time_to_the_day(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    set_date(page, "from", "2023-05-10")
    set_date(page, "to", "2023-05-10")
    assert chips(page) == ["10.05.2023"]
    assert "10.05.2023 · 1 Termin" in page.inner_text("#time-told")
    assert 0 < shown(page) < 40
    set_date(page, "to", "")
    assert chips(page) == ["ab 10.05.2023"]


def test_the_width_of_a_line_follows_the_meetings_within_the_time(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    page.click("#show-both")
    page.click("#list-ties")
    before = int(page.locator("#rows tr td.figure").first.inner_text())
    set_date(page, "to", "2023-05-20")
    assert int(page.locator("#rows tr td.figure").first.inner_text()) < before


def test_dates_the_wrong_way_round_are_refused_and_can_be_swapped(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    everything = shown(page)
    set_date(page, "to", "2023-06-30")
    half = shown(page)
    set_date(page, "from", "2024-02-01")
    assert "Der erste Tag (01.02.2024) liegt nach dem letzten (30.06.2023)" in page.inner_text("#time-wrong")
    assert page.get_attribute("#day-from", "aria-invalid") == "true"
    assert shown(page) == half
    page.click("#swap")
    assert chips(page) == ["30.06.2023 – 01.02.2024"]
    assert page.inner_text("#time-wrong") == ""
    assert 0 < shown(page) < everything


def test_time_runs_to_the_end_and_stops(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    everything = shown(page)
    set_date(page, "to", "2024-04-20")
    page.evaluate("""() => {
      const text = (id) => document.querySelector(id).textContent;
      const look = () => seen.push([text("#summary").split(" ")[0], text("#now")]);
      window.seen = [];
      new MutationObserver(look).observe(document.querySelector("#now"), { childList: true });
    }""")
    page.click("#play")
    page.wait_for_selector("#play[aria-label=Anhalten]")
    wait_until_paused(page)
    numbers = [int(number) for number, _ in page.evaluate("seen")]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1] == everything
    assert [now for _, now in page.evaluate("seen")] == [f"{month} 2024" for month in LAST_MONTHS]
    assert chips(page) == []
    assert page.locator("#now").is_hidden()


def test_space_stops_and_goes_on_and_the_picture_does_not_move(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.fill("#search", "werkstatt 2")
    page.press("#search", "Enter")
    page.wait_for_timeout(500)
    page.focus("#canvas")
    page.keyboard.press("Space")
    page.wait_for_selector("#now:not([hidden])")
    assert page.inner_text("#panel h2") == "Werkstatt 2"
    page.keyboard.press("Space")
    wait_until_paused(page)
    first = chips(page)
    assert re.fullmatch(r"bis \d\d\.\d\d\.2023", first[0])
    page.wait_for_timeout(700)
    assert chips(page) == first
    page.keyboard.press("Space")
    page.wait_for_function("text => document.querySelector('.chip span').textContent !== text", arg=first[0])
    page.click("#chip-time")
    wait_until_paused(page)
    assert chips(page) == []


def test_a_window_of_some_months_moves(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    assert page.locator("#window option").all_inner_texts() == [
        "von Anfang an", "je 1 Monat", "je 3 Monate", "je 6 Monate",
    ]  # fmt: skip
    page.select_option("#window", label="je 3 Monate")
    page.click("#play")
    page.wait_for_function("document.querySelector('#now').textContent.includes('–')")
    page.click("#play")
    wait_until_paused(page)
    assert re.fullmatch(r"01\.\d\d\.2023 – \d\d\.\d\d\.2023", chips(page)[0])
    assert re.fullmatch(r"\w+ 2023 – \w+ 2023", page.inner_text("#now"))


def test_with_reduced_motion_time_goes_on_by_steps(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, reduced_motion="reduce").page
    page.click("#play")
    assert page.get_attribute("#play", "aria-label") == "Einen Schritt weiter"
    first = page.inner_text("#now")
    page.wait_for_timeout(600)
    assert page.inner_text("#now") == first == "Januar 2023"
    page.click("#play")
    assert page.inner_text("#now") == "Februar 2023"


def test_one_day_needs_no_time(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import BASE, World, participation, protocol

    from protokollgraph.ontology.namespaces import FOAF

    world = World()
    graph, meeting = protocol(world, BASE + "body/w", "Werkstatt 1", "2024-01-24", 1)
    person = world.named(graph, BASE + "person/x", FOAF.Person, "Anke Zaue", FOAF.name)
    participation(world, graph, meeting, person, "Chair")
    page = visit(write(world.store(), tmp_path / "day.html")).page
    assert page.locator("#time").is_hidden()
    page.focus("#canvas")
    page.keyboard.press("Space")
    assert page.locator("#chips").is_hidden()


@pytest.mark.parametrize("width", [320, 820])
def test_the_band_fits_a_narrow_screen(realistic_page: Path, visit: Callable[..., Any], width: int) -> None:
    page = visit(realistic_page, width=width, height=900).page
    page.click("#time-more summary")
    assert page.locator("#day-from").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for control in ("#play", "#day-from", "#window"):
        box = page.locator(control).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
