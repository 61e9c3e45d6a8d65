"""The static picture in a browser: real letters, no request, nothing run."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

NAMES = """() => [...document.querySelectorAll(".names text")].map((text) => {
  const { left, top, right, bottom } = text.getBoundingClientRect();
  const down = (bottom - top) * 0.15;
  return { text: text.textContent, wide: text.getComputedTextLength(), size: Number(text.getAttribute("font-size")),
           bold: text.getAttribute("font-weight") === "bold", box: [left, top + down, right, bottom - down] };
})"""


@pytest.mark.parametrize("view", ["overview", "projects", "decisions"])
def test_no_name_covers_another_in_real_letters_and_nothing_is_loaded(
    browser: Browser, tmp_path: Path, view: str
) -> None:
    from network_world import realistic

    from protokollgraph.graph.network import network
    from protokollgraph.graph.poster.labels import Box
    from protokollgraph.graph.poster.lettering import width
    from protokollgraph.graph.poster.svg import as_svg

    out = tmp_path / "network.svg"
    out.write_bytes(as_svg(network(realistic().store()), title="<script>alert(1)</script>", view=view))
    page = browser.new_page(viewport={"width": 1600, "height": 1200})
    requests, dialogs = list[str](), list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(out.as_uri())
    names = page.evaluate(NAMES)
    page.close()
    assert (requests, dialogs) == ([out.as_uri()], [])
    assert len(names) > 20
    for name in names:
        assert name["wide"] <= width(name["text"], size=name["size"], bold=name["bold"]), name["text"]
    found = [(name["text"], Box(*name["box"])) for name in names]
    assert [(one[0], other[0]) for one, other in combinations(found, 2) if one[1].meets(other[1])] == []
