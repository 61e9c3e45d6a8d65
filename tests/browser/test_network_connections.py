"""Shortest connections in the network page: chosen in two fields, laid out, told step by step with their sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def explored_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from exploring_world import written

    out: Path = written(tmp_path_factory.mktemp("connections") / "network.html")
    return out


def fill(page: Page, field: str, name: str) -> None:
    page.fill(f"#connect-{field}", name)
    page.press(f"#connect-{field}", "Enter")


def connect(page: Page, one: str, other: str) -> None:
    page.click("#connect > summary")
    fill(page, "from", one)
    fill(page, "to", other)


def shown(page: Page) -> set[str]:
    page.click("#show-table")
    found = set(page.locator("#rows th").all_inner_texts())
    page.click("#show-picture")
    return found


def chains(page: Page) -> list[list[str]]:
    """The names on each connection in the panel."""
    found = []
    for way in page.locator("#panel .way > summary").all():
        found.append([name.strip() for name in way.locator("bdi").all_inner_texts()])
    return found


def test_both_ways_are_told_the_stronger_first(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    ways = [
        ["Anke Mittendrin", "Reallabor Wärme", between, "Stadtwerke Mitte"]
        for between in ("Detlev Brückner", "Bodo Nebenan")
    ]
    assert chains(page) == ways
    assert "In 3 Schritten verbunden, auf 2 gleich kurzen Wegen" in page.inner_text("#panel")
    assert shown(page) == {name for way in ways for name in way}


def test_each_step_has_its_sentence_protocol_day_and_page(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    step = page.locator("#panel .way").first.locator("li").nth(1)
    assert "diskutiert von" in step.locator(".step").inner_text()
    assert step.locator("blockquote").first.inner_text() == "p4 discusses c1."
    assert step.locator("figcaption").first.inner_text() == "W1 on 2024-03-06 · 06.03.2024 · Seite 2"
    second = page.locator("#panel .way").nth(1)
    second.locator("summary").first.click()
    assert "Belege wie bei Weg 1" in second.inner_text()


def test_a_decision_is_told_as_what_ties_its_body_to_its_subject(
    explored_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(explored_page).page
    connect(page, "Werkstatt 2", "Radweg")
    assert chains(page) == [["Werkstatt 2", "Radweg Süd"]]
    assert "unmittelbar" in page.inner_text("#panel")
    quotes = page.locator("#panel .way blockquote").all_inner_texts()
    assert {"w2 recommends d1.", "d1 concerns c2."} <= set(quotes)
    assert "durch Beschluss" in page.inner_text("#panel .step")


def test_joint_attendance_is_offered_and_marked_as_weaker(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Enno Fernab")
    assert "Nichts, was die Protokolle aussagen" in page.inner_text("#panel")
    assert page.locator("#panel .way").count() == 0
    assert shown(page) == {"Anke Mittendrin", "Enno Fernab"}
    page.focus("#ways-weaker")
    page.keyboard.press("Enter")
    assert chains(page) == [["Anke Mittendrin", "Enno Fernab"]]
    assert "Schwächer" in page.inner_text("#panel")
    assert page.locator("#panel .way.weaker").count() == 1
    page.click("#ways-stated")
    assert page.locator("#panel .way").count() == 0


def test_no_connection_is_said_in_clear_words(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Frieda Abseits")
    assert "Auch gemeinsame Sitzungen tun es nicht" in page.inner_text("#panel")
    assert page.locator("#ways-weaker").count() == 0


def test_ends_are_swapped_and_cleared(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    everything = shown(page)
    assert page.is_disabled("#connect-clear")
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    page.click("#connect-swap")
    assert page.input_value("#connect-from") == "Stadtwerke Mitte"
    assert [way[0] for way in chains(page)] == ["Stadtwerke Mitte", "Stadtwerke Mitte"]
    page.click("#connect-clear")
    assert page.input_value("#connect-from") == page.input_value("#connect-to") == ""
    assert page.locator("#panel").is_hidden()
    assert shown(page) == everything


def test_the_connection_starts_from_the_panel_by_keyboard(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.fill("#search", "Cilly")
    page.press("#search", "Enter")
    page.focus("#connect-here")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "connect-to"
    assert page.input_value("#connect-from") == "Cilly Drüben"
    page.keyboard.type("Kulturhaus")
    page.keyboard.press("Enter")
    assert chains(page) == [["Cilly Drüben", "Radweg Süd", "Werkstatt 2", "Kulturhaus"]]


def test_a_node_on_the_way_opens_and_leads_back(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Cilly Drüben", "Kulturhaus")
    page.locator("#panel .step .link", has_text="Werkstatt 2").first.click()
    assert page.inner_text("#panel h2") == "Werkstatt 2"
    page.click("#panel-back")
    assert len(chains(page)) == 1
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    page.click("#excerpt-read")
    assert len(chains(page)) == 1
    page.click("#excerpt-all")
    assert page.locator("#excerpt").is_hidden()


def test_another_view_leaves_the_connections(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Cilly Drüben", "Kulturhaus")
    page.click("#view-projects")
    assert page.locator("#excerpt").is_hidden()
    assert page.input_value("#connect-from") == ""
    assert "Anke Mittendrin" in shown(page)


def test_a_connection_is_brought_out_in_the_picture(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    page.mouse.move(5, 5)
    page.wait_for_timeout(200)
    before = page.locator("#canvas").screenshot()
    page.locator("#panel .way > summary").nth(1).hover()
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before


def test_connections_work_on_a_phone_and_in_english(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page, width=390, height=844).page
    page.click("#language")
    page.fill("#search", "Cilly")
    page.press("#search", "Enter")
    page.click("#connect-here")
    assert page.evaluate("document.activeElement.id") == "connect-to"
    fill(page, "to", "Kulturhaus")
    assert "Connected in 3 steps, in one way." in page.inner_text("#panel")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_period_limits_connections_and_is_told(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    if not page.locator("#day-to").is_visible():
        page.click("#time-more > summary")
    page.fill("#day-to", "2024-02-01")
    page.wait_for_timeout(200)
    assert chains(page) == [["Anke Mittendrin", "Reallabor Wärme", "Detlev Brückner", "Stadtwerke Mitte"]]
    assert "Nur aus der Zeit bis 01.02.2024." in page.inner_text("#panel")
    page.fill("#day-to", "")
    page.fill("#day-from", "2024-06-01")
    page.wait_for_timeout(200)
    assert "Nichts, was die Protokolle aussagen" in page.inner_text("#panel")


def test_other_filters_take_nothing_from_a_connection(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.uncheck("#family-work")
    page.uncheck("#kind-project")
    connect(page, "Anke Mittendrin", "Stadtwerke Mitte")
    assert len(chains(page)) == 2
    assert page.is_disabled("#family-work")
    page.click("#connect-clear")
    assert page.is_enabled("#family-work")
    assert not page.is_checked("#family-work")


def test_the_page_finds_what_the_terminal_finds(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import realistic

    from protokollgraph.graph.measures.connections import connections_in
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    graph = network(realistic().store())
    write_page(graph, tmp_path / "network.html", title="Werkstätten")
    page = visit(tmp_path / "network.html").page
    page.click("#connect > summary")
    names: dict[str, str] = dict(graph.nodes(data="label"))
    actors = sorted(iri for iri, kind in graph.nodes(data="kind") if kind != "decision")
    for one, other in [(actors[number], actors[-7 * number]) for number in range(3, 15, 3)]:
        fill(page, "from", names[one])
        fill(page, "to", names[other])
        found = connections_in(graph, one, other).found
        assert found
        ways = [[step.source.name for step in way.steps] + [way.steps[-1].target.name] for way in found]
        assert chains(page) == ways
        page.click("#connect-clear")
