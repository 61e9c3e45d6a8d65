"""Figures of the network page: who connects, who recurs, which groups there are; and the colours of groups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
def explored_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from exploring_world import written

    out: Path = written(tmp_path_factory.mktemp("figures") / "network.html")
    return out


def measured() -> tuple[Any, dict[str, str]]:
    """The measures by themselves, and the names of the nodes."""
    from exploring_world import explored

    from protokollgraph.graph.measures.centralities import measures

    graph = explored()
    return measures(graph), dict(graph.nodes(data="label"))


def ranked(page: Page, name: str) -> list[tuple[str, str]]:
    """Names and figures of a list."""
    rows = page.locator(f"#ranking-{name} li").all()
    return [(row.locator("bdi").inner_text(), row.locator(".number").inner_text()) for row in rows]


def test_lists_show_the_measures_of_the_network(explored_page: Path, visit: Callable[..., Any]) -> None:
    found, names = measured()
    page = visit(explored_page).page
    page.click("#show-figures")
    assert page.get_attribute("#show-figures", "aria-expanded") == "true"
    shares = {names[iri]: share for iri, share in found.betweenness.items() if iri[0] in "po" and share}
    connecting = ranked(page, "connects")
    assert {name for name, _ in connecting} == set(shares)
    name, figure = connecting[0]
    assert shares[name] == max(shares.values())
    assert figure == f"{round(shares[name] * 100, 1):g}".replace(".", ",") + "\u00a0%"
    assert dict(ranked(page, "ties"))["Stadtwerke Mitte"] == str(found.degree["o2"])
    assert dict(ranked(page, "recurs")) == {"Reallabor Wärme": "2", "Radweg Süd": "2", "Kulturhaus": "2"}
    assert "kein Maß für Einfluss" in page.inner_text("#ranking-connects")
    assert "ganze Netzwerk" in page.inner_text("#panel")


def test_figures_stay_while_filters_change(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.click("#show-figures")
    before = ranked(page, "ties")
    page.uncheck("#kind-person")
    assert ranked(page, "ties") == before


def test_a_row_chooses_its_node_and_leads_back(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.click("#show-figures")
    row = page.locator("#ranking-connects .link").first
    name = row.locator("bdi").inner_text()
    row.focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == name
    page.click("#panel-back")
    assert page.inner_text("#panel h2") == "Kennzahlen"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "show-figures"


def test_a_node_tells_its_figures_in_a_sentence(explored_page: Path, visit: Callable[..., Any]) -> None:
    found, _ = measured()
    page = visit(explored_page).page
    page.fill("#search", "Stadtwerke")
    page.press("#search", "Enter")
    told = page.inner_text("#panel .node-figures")
    assert "Im ganzen Netzwerk: liegt auf" in told
    assert f"mit {found.degree['o2']} anderen verbunden" in told
    assert found.names[found.communities["o2"]] in told
    page.click("#node-group")
    assert page.get_attribute(f"#group-{found.communities['o2']}", "aria-pressed") == "true"


def test_a_group_is_brought_out_in_the_picture(explored_page: Path, visit: Callable[..., Any]) -> None:
    found, _ = measured()
    page = visit(explored_page).page
    page.click("#show-figures")
    rows = page.locator("#groups li")
    assert rows.count() == len(found.names)
    size = sum(each == 0 for each in found.communities.values())
    assert rows.first.inner_text().endswith(f"{size} Knoten")
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    before = page.locator("#canvas").screenshot()
    page.focus("#group-0")
    page.keyboard.press("Enter")
    assert page.get_attribute("#group-0", "aria-pressed") == "true"
    assert f"von {size} Knoten der Gruppe" in page.inner_text("#group-told")
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() != before
    page.keyboard.press("Enter")
    assert page.get_attribute("#group-0", "aria-pressed") == "false"
    page.wait_for_timeout(200)
    assert page.locator("#canvas").screenshot() == before


def test_closing_the_figures_lets_go_of_the_group(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.click("#show-figures")
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    before = page.locator("#canvas").screenshot()
    page.click("#show-figures")
    page.click("#group-1")
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.locator("#canvas").screenshot() == before


def test_colours_tell_groups_on_request(explored_page: Path, visit: Callable[..., Any]) -> None:
    found, _ = measured()
    page = visit(explored_page).page
    project_green = "0,158,115"
    page.click("#show-figures")
    page.uncheck("#family-work")
    page.wait_for_timeout(300)
    kinds = set(page.evaluate(COLOURS))
    page.check("#groups-colour")
    page.wait_for_timeout(300)
    assert set(page.evaluate(COLOURS)) != kinds
    assert page.is_checked("#by-community")
    legend = page.locator("#group-legend li").all_inner_texts()
    assert legend[: len(found.names)] == list(found.names)
    page.uncheck("#by-community")
    page.wait_for_timeout(300)
    assert page.locator("#group-legend").count() == 0
    assert project_green in page.evaluate(COLOURS)


def test_figures_are_told_in_english_and_fit_a_phone(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page, width=390, height=844, dark=True).page
    page.click("#language")
    page.click("#show-figures")
    assert "no measure of influence" in page.inner_text("#panel")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_network_without_ties_has_no_figures(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from measures_world import drawn

    from protokollgraph.graph.page.writing import write_page

    graph = drawn("p1 attends w1 w1 2024-01-10", "p2 attends w1 w1 2024-01-10")
    graph.graph.update(protocols=1, first="2024-01-10", last="2024-01-10", centre="")
    out = tmp_path / "network.html"
    write_page(graph, out, title="Nur Teilnahme")
    page = visit(out).page
    assert page.locator("#show-figures").is_hidden()
    page.fill("#search", "p1")
    page.press("#search", "Enter")
    assert page.locator("#panel .node-figures").count() == 0


def test_an_address_leads_to_the_figures_and_lets_go_of_groups(explored_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(explored_page).page
    page.click("#show-figures")
    page.click("#by-community")
    page.click("#group-0")
    page.wait_for_timeout(1200)
    address = page.url
    again = visit(explored_page, fragment="#" + address.partition("#")[2]).page
    assert again.inner_text("#panel h2") == "Kennzahlen"
    assert again.is_checked("#groups-colour")
    assert again.get_attribute("#group-0", "aria-pressed") == "false"
