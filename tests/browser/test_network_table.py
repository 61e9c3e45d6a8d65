"""The tables of nodes and ties: sorted, filtered, beside the picture, on a phone, and for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("table") / "network.html")


@pytest.fixture(scope="module")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("table") / "large.html", bodies=10, sessions=8, people=150)


def written(out: Path, **size: int) -> Path:
    from network_world import realistic

    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(realistic(**size).store()), out, title="Netzwerk der Werkstätten")
    return out


def rows(page: Page) -> int:
    return page.locator("#rows tr").count()


def column(page: Page, name: str) -> list[str]:
    texts: list[str] = page.locator(f"#rows .col-{name}").all_inner_texts()
    return texts


def painted(page: Page) -> str:
    page.wait_for_timeout(150)
    return str(page.evaluate("document.querySelector('#canvas canvas').toDataURL()"))


def test_nodes_have_kind_ties_bodies_and_days(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    heads = [text.strip(" ↓↑") for text in page.locator("#columns th").all_inner_texts()]
    assert heads == ["Name", "Art", "Verbindungen", "Gremien", "zuerst", "zuletzt"]
    assert rows(page) == int(page.inner_text("#amount-nodes"))
    row = page.locator("#rows tr", has_text="Staatskanzlei Dahmeland")
    assert row.locator(".col-kind").inner_text() == "Organisation"
    assert row.locator(".col-in_bodies").inner_text() == "5"
    assert re.fullmatch(r"\d\d\.\d\d\.2023", row.locator(".col-first").inner_text())


@pytest.mark.parametrize("name", ["connections", "in_bodies"])
def test_figures_are_sorted_as_figures_the_largest_first(
    name: str, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    if name != "connections":
        page.click(f"#sort-{name}")
    figures = [int(text.replace("–", "0")) for text in column(page, name)]
    assert figures == sorted(figures, reverse=True)
    assert figures[0] > figures[-1]
    assert page.get_attribute(f"#columns .col-{name}", "aria-sort") == "descending"
    page.click(f"#sort-{name}")
    assert [int(text.replace("–", "0")) for text in column(page, name)] == sorted(figures)
    assert page.evaluate("document.activeElement.id") == f"sort-{name}"


def test_days_are_sorted_as_days(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    page.click("#sort-first")
    days = [".".join(reversed(text.split("."))) for text in column(page, "first")]
    assert days == sorted(days)


def test_ties_are_listed_with_relation_meetings_and_first_sentence(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    page.click("#list-ties")
    assert page.get_attribute("#list-ties", "aria-pressed") == "true"
    assert page.text_content("#caption") == "Alle gezeigten Verbindungen"
    assert rows(page) == int(page.inner_text("#amount-ties"))
    assert "fördert" in column(page, "relation")
    funds = page.locator("#rows tr", has=page.locator(".col-relation", has_text=re.compile("^fördert$"))).first
    assert "gefördert aus" in funds.locator(".col-sentence").inner_text()
    meetings = [int(text) for text in column(page, "in_meetings")]
    assert meetings == sorted(meetings, reverse=True)
    page.click("#sort-tie_to")
    assert page.get_attribute("#columns .col-tie_to", "aria-sort") == "ascending"
    relation = page.locator("#rows .col-relation button").first
    words = relation.inner_text()
    relation.click()
    assert words.split(",")[0] in page.inner_text("#panel")


def test_a_tie_reads_from_who_acts_to_what(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    page.click("#list-ties")
    page.fill("#row-filter", "spricht für")
    assert rows(page) > 10
    marks = page.locator("#rows .col-tie_from circle")
    assert marks.count() == rows(page)


def test_the_text_field_leaves_the_rows_with_all_its_words(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    page.fill("#row-filter", "WERK 4")
    assert column(page, "name") == ["Werkstatt 4"]
    assert re.fullmatch(r"1 von \d+ Zeilen", page.inner_text("#row-count"))
    page.fill("#row-filter", "qqqq")
    assert page.inner_text("#rows") == "Nichts gefunden"
    page.fill("#row-filter", "")
    assert rows(page) > 50


def test_beside_the_picture_the_row_of_what_is_chosen_is_marked_and_in_view(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    page.click("#show-both")
    page.click("#sort-name")
    page.fill("#search", "werkstatt 5")
    page.press("#search", "Enter")
    marked = page.locator("#rows tr[aria-current=true]")
    assert marked.locator(".col-name").inner_text() == "Werkstatt 5"
    box, frame = marked.bounding_box(), page.locator(".table-box").bounding_box()
    assert box
    assert frame
    assert frame["y"] < box["y"] < frame["y"] + frame["height"]
    page.keyboard.press("Escape")
    assert marked.count() == 0


def test_pointing_at_a_row_brings_its_node_out_in_the_picture(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-both")
    # A canvas that was read once is painted in another way, with other edges.
    painted(page)
    page.hover("#rows tr:nth-child(3)")
    page.mouse.move(5, 5)
    before = painted(page)
    page.hover("#rows tr:nth-child(2)")
    brought_out = painted(page)
    assert brought_out != before
    page.mouse.move(5, 5)
    assert painted(page) == before
    page.focus("#rows tr:nth-child(2) button")
    assert painted(page) == brought_out


def test_a_long_table_is_made_in_pieces(large_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(large_page).page
    page.click("#show-table")
    page.click("#list-ties")
    everything = int(page.inner_text("#amount-ties").replace(".", ""))
    assert rows(page) == 500 < everything
    page.click("#more-rows button")
    assert rows(page) == everything
    assert page.locator("#more-rows button").count() == 0
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 501


def test_the_head_of_the_table_stays_while_rows_scroll(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    before = page.locator("#columns th").first.bounding_box()
    page.evaluate("document.querySelector('.table-box').scrollTop = 900")
    assert page.locator("#columns th").first.bounding_box() == before


@pytest.mark.parametrize("table", ["nodes", "ties"])
@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_columns_fit(table: str, width: int, realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, width=width, height=800).page
    page.click("#show-table")
    page.click(f"#list-{table}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = "document.querySelector('.table-box')"
    assert page.evaluate(f"{box}.scrollWidth <= {box}.clientWidth")
    assert page.locator("#columns th:visible").count() in (2, 3)


@pytest.mark.parametrize("width", [820, 1200])
def test_picture_table_and_panel_have_room_beside_each_other(
    width: int, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page, width=width, height=1000).page
    page.click("#show-both")
    page.click("#list-ties")
    page.locator("#rows .col-relation button").first.click()
    for part in ("#canvas", "#table", "#panel"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["width"] >= 180
        assert box["height"] >= 180
    assert page.evaluate("document.querySelector('.table-box').clientWidth") >= 300


def test_a_screen_reader_gets_a_caption_heads_and_the_order(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    table = page.get_by_role("table", name="Alle gezeigten Knoten")
    assert table.get_by_role("columnheader").count() == 6
    assert table.get_by_role("rowheader").count() == rows(page)
    assert page.locator("#columns [aria-sort]").count() == 1
