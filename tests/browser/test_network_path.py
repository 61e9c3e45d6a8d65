"""The path of a project in a browser: its stations in the picture, in the table and in the panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from network_world import World
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HIGHEST = """([red, green, blue]) => {
  const canvas = document.querySelector("#canvas canvas"), { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const found = [];
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === red && data[i + 1] === green && data[i + 2] === blue)
      found.push([(i / 4) % width, Math.floor(i / 4 / width)]);
  if (!found.length) return null;
  const share = canvas.clientWidth / width, [first] = found;
  const own = found.filter(([x, y]) => Math.abs(x - first[0]) < 30 && y - first[1] < 30);
  const middle = (axis) => own.reduce((sum, at) => sum + at[axis], 0) / own.length * share;
  const [xs, ys] = [found.map((at) => at[0]), found.map((at) => at[1])];
  const span = (all) => (all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b))) * share;
  return { x: middle(0), y: middle(1), across: span(xs), down: span(ys) };
}"""
"""Middle of the highest mark of a colour, and how far the colour reaches."""
ADOPTED, LINE = [0, 121, 90], [0, 158, 115]


@pytest.fixture(scope="module")
def way_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from path_world import way

    return write(way(), tmp_path_factory.mktemp("path") / "network.html")


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from path_world import way

    return write(way(26), tmp_path_factory.mktemp("path") / "long.html")


def write(world: World, out: Path) -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(world.store()), out, title="Seilbahn")
    return out


@pytest.fixture
def path(way_page: Path, visit: Callable[..., Any]) -> Page:
    page: Page = visit(way_page).page
    page.click("#view-path")
    return page


def stations(page: Page) -> list[list[str]]:
    page.click("#show-table")
    return [row.locator("th, td").all_inner_texts() for row in page.locator("#rows tr").all()]


def test_the_stations_stand_in_the_order_of_days_each_with_its_body(path: Page) -> None:
    found = stations(path)
    assert [(day, body.splitlines()) for day, body, *_ in found] == [
        ("07.02.2023", ["Werkstatt 2", "4. Sitzung"]),
        ("06.03.2023", ["Gemeinderat Heideblick", "anderswo berichtet"]),
        ("12.09.2023", ["Beirat Seilbahnen", "1. Sitzung"]),
        ("06.02.2024", ["Beirat Seilbahnen", "2. Sitzung"]),
    ]
    assert path.text_content("#caption") == "Der Weg von Seilbahn Grießen–Kahren"


def test_a_station_says_who_presented_discussed_decided_and_took_a_task(path: Page) -> None:
    first, refused, dealt, both = (what.splitlines() for _, _, what, _ in stations(path))
    assert first == [
        "Empfehlung (angenommen, im Konsens)",
        "Ottilie Laasower stellt vor",
        "Bodo Pusack diskutiert mit",
        "Aufgaben: Trude Missener",
    ]
    assert refused[0].startswith("Ablehnung (abgelehnt")
    assert dealt == ["behandelt"]
    assert [phrase.split(" ")[0] for phrase in both] == ["Vertagung", "Kenntnisnahme"]


def test_each_station_has_a_sentence(path: Page) -> None:
    sentences = [sentence for *_, sentence in stations(path)]
    assert "mit 7 Ja- und 2 Nein-Stimmen" in sentences[0]
    assert "hatte die Seilbahn am 06.03.2023 abgelehnt" in sentences[1]
    assert "Beirat Seilbahnen, 2. Sitzung" in sentences[1]
    assert "wird beraten" in sentences[2]


def test_a_click_on_a_station_opens_the_facts_of_that_meeting(path: Page) -> None:
    path.wait_for_timeout(400)
    at = path.evaluate(HIGHEST, ADOPTED)
    path.click("#canvas", position={"x": at["x"], "y": at["y"]})
    assert path.inner_text("#panel h2") == "Werkstatt 2, 4. Sitzung"
    quotes = " ".join(path.locator("#panel .passage").all_inner_texts())
    assert "Herr Pusack fragt" in quotes
    assert "Beirat" not in quotes
    path.keyboard.press("Escape")
    assert path.locator("#panel").is_hidden()


def test_pointing_at_a_station_tells_what_happened_there(path: Page) -> None:
    path.wait_for_timeout(400)
    at = path.evaluate(HIGHEST, ADOPTED)
    path.hover("#canvas", position={"x": at["x"], "y": at["y"]})
    path.wait_for_selector("#tooltip:not([hidden])")
    assert "Ottilie Laasower stellt vor" in path.inner_text("#tooltip")


def test_a_station_opens_from_the_table_with_the_keyboard(path: Page) -> None:
    path.click("#show-table")
    path.locator("#rows button").nth(1).focus()
    path.keyboard.press("Enter")
    assert path.inner_text("#panel h2") == "06.03.2023: Gemeinderat Heideblick"
    assert "anderswo berichtet" in path.inner_text("#panel")


def test_another_project_is_chosen_in_the_bar_of_views(path: Page) -> None:
    assert path.input_value("#path-project") == "Seilbahn Grießen–Kahren"
    path.fill("#path-project", "talb")
    path.press("#path-project", "Enter")
    assert [row[0] for row in stations(path)] == ["07.02.2023"]
    path.click("#view-overview")
    assert path.locator("#path-choice").is_hidden()


def test_the_panel_of_a_project_leads_to_its_path(way_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(way_page).page
    page.fill("#search", "talblick")
    page.wait_for_selector("#suggestions li[role=option]")
    page.press("#search", "Enter")
    page.click("#open-path")
    assert page.get_attribute("#view-path", "aria-pressed") == "true"
    assert page.input_value("#path-project") == "Talblick"


def test_filters_take_out_of_the_stations_what_they_hide(path: Page) -> None:
    path.click("#kind-person")
    assert stations(path)[0][2].splitlines() == ["Empfehlung (angenommen, im Konsens)"]
    path.click("#kind-decision")
    assert [row[0] for row in stations(path)] == ["07.02.2023", "12.09.2023", "06.02.2024"]


def test_the_path_speaks_english(path: Page) -> None:
    path.click("#language")
    assert stations(path)[1][1].splitlines() == ["Gemeinderat Heideblick", "reported elsewhere"]
    assert path.text_content("#caption") == "The path of Seilbahn Grießen–Kahren"


@pytest.mark.parametrize(("width", "height", "upright"), [(1440, 900, False), (390, 844, True)], ids=["desk", "phone"])
def test_time_runs_across_wide_screens_and_down_narrow_ones(
    way_page: Path, visit: Callable[..., Any], width: int, height: int, upright: bool
) -> None:
    page = visit(way_page, width=width, height=height).page
    page.click("#view-path")
    page.wait_for_timeout(500)
    line = page.evaluate(HIGHEST, LINE)
    # On a phone the line keeps to the left of the texts.
    assert line["across"] < 100 and line["down"] > 200 if upright else line["across"] > 500


def test_of_a_long_path_the_beginning_is_shown_first_and_all_of_it_on_request(
    long_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(long_page).page
    page.click("#view-path")
    page.wait_for_timeout(500)
    near = page.evaluate(HIGHEST, ADOPTED)
    page.click("#fit")
    page.wait_for_timeout(700)
    far = page.evaluate(HIGHEST, ADOPTED)
    assert far["across"] > near["across"]
    assert len(stations(page)) == 30


def test_the_path_is_saved_as_a_drawing(path: Page) -> None:
    path.click("#share summary")
    with path.expect_download() as waiting:
        path.click("#save-svg")
    drawing = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Werkstatt 2" in drawing
    assert "07.02.2023" in drawing


def test_without_projects_there_is_no_path(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from network_world import BASE, World, decision, protocol

    world = World()
    body = f"{BASE}body/werkstatt-9"
    graph, meeting = protocol(world, body, "Werkstatt 9", "2023-05-05", 1)
    taken = decision(world, graph, meeting, 1, "Confirmation", "Das Protokoll wird bestätigt.", body=body)
    world.because(graph, 20, "Das Protokoll wird bestätigt.", taken)
    page = visit(write(world, tmp_path / "network.html")).page
    assert page.locator("#view-path").count() == 0
