"""Addresses of the network page: what it shows stands in the fragment, and opening the address shows it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NOTE = "Nicht alles in der Adresse passt zu dieser Seite; übergangen:"
SHOWN = """() => {
  const text = (id) => { const found = document.querySelector(id); return found.hidden ? null : found.textContent; };
  const pressed = [...document.querySelectorAll("[aria-pressed=true]")].map((button) => button.id);
  const checked = [...document.querySelectorAll("#legend input:checked")].map((box) => box.id);
  const values = [...document.querySelectorAll("#choices input, #time input")].map((field) => field.value);
  const { lang, dataset } = document.documentElement;
  const parts = ["#summary", "#chips", "#excerpt", "#panel", "#note"].map(text);
  return JSON.stringify([parts, pressed, checked, values, lang, dataset.theme, location.hash]);
}"""
"""Everything that the state decides, apart from the picture itself."""
PICTURE = """() => {
  const small = Object.assign(document.createElement("canvas"), { width: 36, height: 24 });
  const context = Object.assign(small.getContext("2d"), { imageSmoothingQuality: "high" });
  context.drawImage(document.querySelector("#canvas canvas"), 0, 0, 36, 24);
  return [...context.getImageData(0, 0, 36, 24).data];
}"""
"""The picture in so few dots that a fraction of a pixel makes no difference."""


@pytest.fixture(scope="module")
def realistic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from network_world import realistic

    from protokollgraph.graph.network import network
    from protokollgraph.graph.page.writing import write_page

    out = tmp_path_factory.mktemp("page") / "network.html"
    write_page(network(realistic().store()), out, title="Netzwerk")
    return out


def fragment(page: Page) -> str:
    """The fragment when the page has come to rest."""
    page.wait_for_timeout(900)
    return str(page.evaluate("location.hash"))


def search(page: Page, text: str) -> None:
    page.fill("#search", text)
    page.press("#search", "Enter")


def limit(page: Page, name: str, text: str) -> None:
    page.fill(f"#limit-{name}", text)
    page.press(f"#limit-{name}", "Enter")


def connect(page: Page, start: str, end: str) -> None:
    page.click("#connect > summary")
    for name, text in (("from", start), ("to", end)):
        page.fill(f"#connect-{name}", text)
        page.press(f"#connect-{name}", "Enter")


def with_filters(page: Page) -> None:
    page.click("#view-projects")
    limit(page, "body", "werkstatt 3")
    limit(page, "programme", "stark")
    page.fill("#day-from", "2023-02-11")
    page.click("#show-both")
    page.click("#language")
    page.click("#theme")


def with_surroundings(page: Page) -> None:
    page.uncheck("#kind-programme")
    page.uncheck("#family-task")
    search(page, "werkstatt 2")
    page.click("#reach-2")


def with_connections(page: Page) -> None:
    connect(page, "werkstatt 1", "werkstatt 4")


def with_folded(page: Page) -> None:
    search(page, "werkstatt 1")
    page.click("text=Zu einem Knoten falten")
    page.check("#by-community")
    page.click("#show-both")
    page.click("#list-ties")
    page.locator("#rows .col-relation button").first.click()
    page.click("#list-nodes")
    page.click("#show-picture")


def with_camera(page: Page) -> None:
    page.click("#view-decisions")
    page.check("#routine")
    page.uncheck("#frames")
    page.click("#zoom-in")
    page.focus("#canvas")
    for key in ("ArrowLeft", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)


def with_path(page: Page) -> None:
    page.click("#view-path")
    page.fill("#path-project", "kulturfabrik")
    page.press("#path-project", "Enter")


STATES: dict[str, tuple[Callable[[Page], None], tuple[str, ...]]] = {
    "filters": (
        with_filters,
        (
            "view=projects", "body=body/werkstatt-3", "programme=programme/stark", "from=2023-02-11", "layout=both",
            "lang=en", "theme=dark",
        ),
    ),
    "surroundings": (
        with_surroundings,
        ("kinds=", "families=", "around=body/werkstatt-2", "depth=2", "node=body/werkstatt-2"),
    ),
    "connections": (with_connections, ("between=body/werkstatt-1,body/werkstatt-4", "panel=connections")),
    "folded": (with_folded, ("folded=body/werkstatt-1", "colour=community", "tie=")),
    "camera": (with_camera, ("view=decisions", "routine=yes", "frames=no", "x=", "y=", "zoom=")),
    "path": (with_path, ("view=path", "project=project/")),
}  # fmt: skip


@pytest.mark.parametrize(("make", "parts"), STATES.values(), ids=STATES.keys())
def test_an_address_shows_again_what_was_shown(
    realistic_page: Path, visit: Callable[..., Any], make: Callable[[Page], None], parts: tuple[str, ...]
) -> None:
    page = visit(realistic_page).page
    make(page)
    address = fragment(page)
    for part in parts:
        assert f"&{part}" in address.replace("#", "&"), part
    page.focus("#canvas")
    before, picture = page.evaluate(SHOWN), page.evaluate(PICTURE)
    again = visit(realistic_page, fragment=address).page
    assert fragment(again) == address
    again.focus("#canvas")
    assert again.evaluate(SHOWN) == before
    # Rings around a node are laid out for the room that there was when it was chosen.
    if "around=" not in address:
        assert max(abs(one - other) for one, other in zip(again.evaluate(PICTURE), picture, strict=True)) < 40


def test_the_first_state_needs_no_fragment(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    assert fragment(page) == ""
    page.uncheck("#kind-person")
    assert "kinds=" in fragment(page)
    page.click("#reset")
    assert fragment(page) == ""
    assert "#" not in page.url


def test_another_fragment_is_followed_while_the_page_is_open(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    first = page.inner_text("#summary")
    page.uncheck("#kind-person")
    page.evaluate("location.hash = 'body=body/werkstatt-5&from=2024-05-01&to=2023-01-01'")
    page.wait_for_selector("#chip-time")
    chips = [text.strip() for text in page.locator(".chip > span").all_inner_texts()]
    assert chips == ["Gremium: Werkstatt 5", "01.01.2023 – 01.05.2024"]
    page.evaluate("location.hash = ''")
    page.wait_for_selector("#chips", state="hidden")
    assert page.inner_text("#summary") == first


def test_a_link_to_a_node_shows_it_wherever_it_is(realistic_page: Path, visit: Callable[..., Any]) -> None:
    base = "https://protokolle.example/id/"
    page = visit(realistic_page, fragment=f"#kinds=person&node={base}body/werkstatt-2").page
    assert page.inner_text("#panel h2") == "Werkstatt 2"
    assert page.is_checked("#kind-body")
    page.evaluate("location.hash = 'node=werkstatt-4'")
    page.wait_for_function("document.querySelector('#panel h2').textContent === 'Werkstatt 4'")


def test_the_link_past_the_head_changes_nothing(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, fragment="#view=projects").page
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.get_attribute("#view-projects", "aria-pressed") == "true"
    assert page.locator("#note-bar").is_hidden()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("node=<img src=x onerror=alert(1)>", "node=<img src=x onerror=alert(1)>"),
        ("node=%3Cscript%3Ealert(1)%3C/script%3E", "node=<script>alert(1)</script>"),
        ("view=__proto__", "view=__proto__"),
        ("constructor=1", "constructor=1"),
        ("body=organisation/nobody", "body=organisation/nobody"),
        ("between=body/werkstatt-1", "between=body/werkstatt-1"),
        ("from=2024-02-31", "from=2024-02-31"),
        ("x=1e999&y=NaN&zoom=-1", "x=1e999, y=NaN, zoom=-1"),
        ("depth=99", "depth=99"),
        ("lang=__proto__", "lang=__proto__"),
        ("node=%E0%A4%A", "node=%E0%A4%A"),
        ("nonsense", "nonsense"),
        ("theme=" + "x" * 5000, "theme=" + "x" * 53 + "…"),
        ("&".join(["node=q"] * 50_000), ", ".join(["node=q"] * 5)),
    ],
)
def test_what_means_nothing_is_passed_over_in_words(shared: Page, broken: str, told: str) -> None:
    shared.evaluate("text => { location.hash = text; }", f"view=people&{broken}")
    shared.wait_for_selector("#note-bar:not([hidden])")
    assert shared.text_content("#note") == f"{NOTE} {told}"
    assert shared.get_attribute("#view-people", "aria-pressed") == "true"
    assert shared.locator("img").count() == 0
    shared.click("#note-close")
    assert shared.locator("#note-bar").is_hidden()


@pytest.fixture(scope="module")
def shared(realistic_page: Path, browser: Any) -> Any:
    """One page for many fragments; nothing may go wrong in it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(realistic_page.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    page.close()
    assert wrong == []


def test_a_hostile_address_is_opened_without_harm(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page, fragment="#node=<img src=x onerror=alert(1)>&view=projects&&=&%").page
    assert "node=<img src=x onerror=alert(1)>" in (page.text_content("#note") or "")
    assert page.get_attribute("#view-projects", "aria-pressed") == "true"


def test_the_link_is_copied(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.evaluate("""() => {
      const writeText = (text) => { window.copied = text; return Promise.resolve(); };
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    }""")
    page.click("#view-people")
    page.click("#share summary")
    page.click("#copy-link")
    page.wait_for_function("document.querySelector('#link-told').textContent !== ''")
    assert page.evaluate("copied") == page.url
    assert page.url.endswith("#view=people")


def test_without_a_clipboard_the_link_can_be_copied_by_hand(realistic_page: Path, visit: Callable[..., Any]) -> None:
    page = visit(realistic_page).page
    page.evaluate("""() => {
      const writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    }""")
    page.click("#share summary")
    page.click("#copy-link")
    page.wait_for_selector("#link-field")
    assert page.input_value("#link-field") == page.url
    assert page.evaluate("getSelection().toString()") == page.url
