"""What a reader has of a page with a network: how long until it stands, how smoothly it moves; in headless Chromium."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
CANVAS = "#canvas, #mynetwork"
ON_A_NODE = "([x, y]) => Boolean(window.network?.getNodeAt && window.network.getNodeAt({ x, y }) !== undefined)"
PANNING = 2.0
"""Seconds that the picture is dragged."""
REACH = 160
"""Pixels that it moves to each side."""
EVERY = 1 / 125
"""Seconds from one movement of the mouse to the next, as an office mouse reports them."""


class Seen(NamedTuple):
    """One visit to a page."""

    ready: float | None
    """Seconds from the start of the navigation until the first picture stood; None if it never did in time."""
    work: float = 0.0
    """Seconds of it in which the page itself computed (processor time of its thread), whatever else the machine did."""
    rate: float = 0.0
    """Frames a second that were drawn anew while the picture was dragged."""
    frame: float = 0.0
    """Milliseconds from one of them to the next: the median …"""
    slow_frame: float = 0.0
    """… and what 95 of 100 stay under."""


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium without graphics card, as on a plain office computer."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


def look_at(opened: Browser, path: Path, *, limit: float) -> Seen:
    """Open the page, wait at most ``limit`` seconds until it is ready, drag its picture for two seconds."""
    from playwright.sync_api import TimeoutError as TooLong

    page = opened.new_page(viewport={"width": 1440, "height": 900})
    try:
        # Nothing to wait for: what a page wants from elsewhere is refused at once.
        page.route(lambda address: not address.startswith("file:"), lambda route: route.abort())
        page.add_init_script(Path(__file__).with_name("network_page.js").read_text(encoding="utf-8"))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(path.absolute().as_uri(), wait_until="commit")
        try:
            page.wait_for_selector("html[data-stands]", state="attached", timeout=limit * 1000)
        except TooLong:
            return Seen(None)
        ready: float = page.evaluate("() => window.benchmark.ready") / 1000
        metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        return Seen(ready, metrics["TaskDuration"], *_panning(page))
    finally:
        page.close()


def _panning(page: Page) -> tuple[float, float, float]:
    """Drag the picture to and fro with the mouse: frames a second, their median and 95th percentile in ms."""
    x, y = _empty_place(page)
    page.wait_for_timeout(300)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("() => (window.benchmark.frames.length = 0)")
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < PANNING:
        turn = 2 * math.pi * passed / PANNING
        page.mouse.move(x + REACH * math.sin(turn) + REACH * (1 - math.cos(turn)), y + REACH / 2 * math.sin(turn))
        time.sleep(max(0.0, EVERY - (time.perf_counter() - start - passed)))
    frames: list[float] = page.evaluate("() => window.benchmark.frames")
    page.mouse.up()
    between = [later - earlier for earlier, later in pairwise(frames)]
    if len(between) < 2:
        return len(frames) / passed, math.inf, math.inf
    return len(frames) / passed, statistics.median(between), statistics.quantiles(between, n=20)[-1]


def _empty_place(page: Page) -> tuple[float, float]:
    """A place of the canvas, near its left rim, where no node would be dragged instead of the picture."""
    box = page.locator(CANVAS).first.bounding_box()
    assert box is not None, "the page has no picture"
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9):
        x, y = 24.0, box["height"] * share
        if not page.evaluate(ON_A_NODE, [x, y]):
            break
    return box["x"] + x, box["y"] + y
