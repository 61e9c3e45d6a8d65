"""A headless Chromium that watches what a page does: requests, errors, dialogs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(slots=True)
class Watched:
    """A page in the browser, and what happened in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Skips, saying why, where Playwright or Chromium is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need playwright from PyPI")
    if shutil.which(CHROMIUM) is None:
        pytest.skip(f"browser tests need {CHROMIUM} (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Open a file and wait until its picture stands; at the end nothing may have been asked for or gone wrong."""
    visited: list[Watched] = []

    def open_page(
        path: Path, *, width: int = 1440, height: int = 900, dark: bool = False, fragment: str = "", **context: Any
    ) -> Watched:
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, **context)
        watched = Watched(page)
        visited.append(watched)
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("console", lambda message: watched.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("dialog", lambda dialog: _dismiss(dialog, watched))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", state="attached", timeout=10_000)
        return watched

    yield open_page
    for watched in visited:
        address = watched.page.url.partition("#")[0]
        watched.page.close()
        asked = [each.partition("#")[0] for each in watched.requests]
        assert (asked, watched.errors, watched.dialogs) == ([address], [], [])


def _dismiss(dialog: Dialog, watched: Watched) -> None:
    watched.dialogs.append(dialog.message)
    dialog.dismiss()
