"""Saving the current view: each button gives a file with what the picture shows, and nothing is asked of a network."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pyoxigraph
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    return write(realistic().store(), tmp_path_factory.mktemp("exports") / "network.html")


def write(store: pyoxigraph.Store, out: Path, title: str = "Netzwerk der Werkstätten") -> Path:
    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    write_page(network(store), out, title=title)
    return out


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Name and content of the file that a button of the menu gives."""
    if page.get_attribute("#share", "open") is None:
        page.click("#share summary")
    with page.expect_download() as download:
        page.click(f"#save-{button}")
    return download.value.suggested_filename, download.value.path().read_bytes()


def table(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def shown(page: Page) -> tuple[int, int]:
    """How many nodes and ties the page says that it shows."""
    found = re.match(r"([\d.]+) Knoten, ([\d.]+) Verbindung", page.inner_text("#summary"))
    assert found
    return int(found[1].replace(".", "")), int(found[2].replace(".", ""))


@pytest.mark.parametrize(
    ("button", "name"),
    [
        ("png", "netzwerk-der-werkstaetten_ueberblick_2023-01-10_2024-09-14.png"),
        ("svg", "netzwerk-der-werkstaetten_ueberblick_2023-01-10_2024-09-14.svg"),
        ("csv-nodes", "netzwerk-der-werkstaetten_ueberblick_2023-01-10_2024-09-14_knoten.csv"),
        ("csv-edges", "netzwerk-der-werkstaetten_ueberblick_2023-01-10_2024-09-14_verbindungen.csv"),
        ("gexf", "netzwerk-der-werkstaetten_ueberblick_2023-01-10_2024-09-14.gexf"),
    ],
)
def test_a_file_is_named_after_title_view_and_period_and_is_the_same_again(
    button: str, name: str, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    first = saved(visit(realistic_page).page, button)
    assert first == saved(visit(realistic_page).page, button)
    assert first[0] == name


def test_the_picture_is_saved_in_twice_as_many_dots_with_head_and_legend(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    page = visit(realistic_page).page
    _, content = saved(page, "png")
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    box = page.locator("#canvas").bounding_box()
    assert box
    assert width == 2 * box["width"]
    assert height > 2 * box["height"] + 200


def test_the_drawing_has_the_nodes_ties_names_and_legend_of_the_picture(
    realistic_page: Path, visit: Callable[..., Any], browser: Any, tmp_path: Path
) -> None:
    page = visit(realistic_page).page
    page.uncheck("#kind-person")
    page.click("#fit")
    page.wait_for_timeout(600)
    nodes, ties = shown(page)
    _, content = saved(page, "svg")
    root = ElementTree.fromstring(content)
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == "Netzwerk der Werkstätten"
    assert f"{nodes} Knoten, {ties} Verbindungen" in (root.findtext(f"{SVG}desc") or "")
    names = [each.text or "" for each in root.iterfind(f".//{SVG}path/{SVG}title")]
    assert sum(" – " in name for name in names) == ties
    assert len(names) - ties == nodes
    texts = [each.text or "" for each in root.iter(f"{SVG}text")]
    assert "ohne Personen" in "".join(texts)
    assert "Projekte" in texts
    assert "Personen" not in texts
    assert any("Werkstatt 1" in text for text in texts)
    opened = browser.new_page()
    (tmp_path / "drawing.svg").write_bytes(content)
    opened.goto((tmp_path / "drawing.svg").as_uri())
    assert opened.locator("svg").bounding_box()["width"] > 500
    opened.close()


def test_the_drawing_of_a_part_has_this_part(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    whole = saved(page, "svg")[1].count(b"<title>")
    page.keyboard.press("Escape")
    for _ in range(4):
        page.click("#zoom-in")
    page.wait_for_timeout(600)
    assert 0 < saved(page, "svg")[1].count(b"<title>") < whole


def test_nodes_are_saved_as_a_table(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    rows = table(saved(page, "csv-nodes")[1])
    assert len(rows) == shown(page)[0]
    committee = next(row for row in rows if row["label"] == "Werkstatt 1")
    assert (committee["kind"], committee["first"]) == ("body", "2023-01-10")
    assert committee["id"].startswith("https://")
    assert int(committee["ties"]) > 0
    assert max(int(row["bodies"]) for row in rows) > 1


def test_ties_are_saved_with_sentence_protocol_day_and_page(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    rows = table(saved(page, "csv-edges")[1])
    assert len({row["tie"] for row in rows}) == shown(page)[1]
    funds = next(row for row in rows if row["relation"] == "funds")
    assert funds["statement"] == "fördert"
    assert "gefördert aus" in funds["sentence"]
    assert "Sitzung" in funds["protocol"]
    assert funds["date"] in funds["dates"].split(" | ")
    assert all(row["source_label"] and row["target_label"] and int(row["meetings"]) for row in rows)


def test_gephi_gets_the_scene_with_places_colours_and_time(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    nodes, ties = shown(page)
    root = ElementTree.fromstring(saved(page, "gexf")[1])
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    found = root.findall(f".//{GEXF}node")
    drawn = root.findall(f".//{GEXF}edge")
    assert (len(found), len(drawn)) == (nodes, ties)
    assert {each.get("source") for each in drawn} <= {each.get("id") for each in found}
    for each in found:
        assert each.find(f"{VIZ}position") is not None
        assert each.find(f"{VIZ}color") is not None
    declared = {each.get("id") for each in root.iter(f"{GEXF}attribute")}
    assert {each.get("for") for each in root.iter(f"{GEXF}attvalue")} <= declared
    spells = [(each.get("start") or "", each.get("end") or "") for each in root.iter(f"{GEXF}spell")]
    assert all("2023-01-10" <= start <= end < "2025" for start, end in spells)


def test_other_programs_read_the_graph_with_sentences_and_places(
    realistic_page: Path, visit: Callable[..., Any]
) -> None:
    import networkx

    page = visit(realistic_page).page
    nodes, ties = shown(page)
    read = networkx.read_gexf(io.BytesIO(saved(page, "gexf")[1]), version="1.3")
    assert (len(read), read.number_of_edges()) == (nodes, ties)
    funded = [values for *_, values in read.edges(data=True) if "funds" in values["relations"].split(" | ")]
    assert all("gefördert aus" in values["sentences"] and not values["undirected"] for values in funded)
    assert funded
    committee = next(values for _, values in read.nodes(data=True) if values["label"] == "Werkstatt 1")
    assert committee["viz"]["position"]["x"] != 0


def test_files_hold_what_the_filters_leave(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.uncheck("#family-support")
    rows = table(saved(page, "csv-edges")[1])
    assert "support" not in {row["family"] for row in rows}
    page.uncheck("#kind-project")
    assert "project" not in {row["kind"] for row in table(saved(page, "csv-nodes")[1])}
    root = ElementTree.fromstring(saved(page, "gexf")[1])
    assert f"{GEXF}node" not in {each.tag for each in root.iter() if "project/" in (each.get("id") or "")}


def test_a_table_is_saved_as_a_picture_too(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#show-table")
    nodes, ties = shown(page)
    root = ElementTree.fromstring(saved(page, "svg")[1])
    assert len(root.findall(f".//{SVG}path/{SVG}title")) == nodes + ties


@pytest.mark.parametrize("layout", ["picture", "table"])
def test_on_paper_are_title_view_filters_picture_legend_and_table(
    layout: str, realistic_page: Path, visit: Callable[..., Any]
) -> None:
    from pypdfium2 import PdfDocument

    page = visit(realistic_page, dark=True).page
    page.click(f"#show-{layout}")
    page.uncheck("#kind-programme")
    paper = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [sheet.get_textpage().get_text_range() for sheet in paper]
    assert len(sheets) > 1
    width, height = paper[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    for text in ("Netzwerk der Werkstätten", "Überblick", "ohne Förderprogramme", "Organisationen", "Quelle: 25"):
        assert text in sheets[0]
    assert "Alle gezeigten Knoten" in sheets[1]
    assert sum("Werkstatt 3" in sheet for sheet in sheets[1:])
    assert "Legende und Filter" not in "".join(sheets)
    # Light on paper, as before on the screen.
    dots = paper[0].render(scale=0.2).to_numpy()
    assert dots[2, 2].tolist()[:3] == [255, 255, 255]
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.locator("#paper *").count() == 0


def test_an_excerpt_is_printed_without_what_was_left_out(realistic_page: Path, visit: Callable[..., Any]) -> None:
    from pypdfium2 import PdfDocument

    page = visit(realistic_page).page
    whole = PdfDocument(page.pdf(prefer_css_page_size=True))
    page.uncheck("#kind-person")
    assert 1 < len(PdfDocument(page.pdf(prefer_css_page_size=True))) < len(whole)


def test_saving_is_said_and_the_menu_closes_with_escape(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    name, _ = saved(page, "svg")
    assert page.text_content("#said") == f"Gespeichert: {name}"
    page.keyboard.press("Escape")
    assert page.locator("#exports").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_files_speak_the_language_of_the_page(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.click("#language")
    assert saved(page, "csv-nodes")[0].endswith("_nodes.csv")
    texts = [each.text or "" for each in ElementTree.fromstring(saved(page, "svg")[1]).iter(f"{SVG}text")]
    assert any(text.startswith("Overview · ") for text in texts)
    assert "Projects" in texts
