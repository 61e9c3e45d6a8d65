"""The network as one HTML file that needs nothing else: no request, no style or script that its policy does not know.

How the texts of protocols get into it stands in :mod:`.markup`.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import UsageError
from protokollgraph.graph.interchange.target import write_file
from protokollgraph.graph.page.links import Pages
from protokollgraph.graph.page.markup import as_json, closed, policy, worded
from protokollgraph.graph.page.picture import packed_picture, picture
from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

SCRIPTS = (
    *("dom", "data"),
    *("model", "state", "frames", "select", "shapes", "labels", "stage"),
    *("morph", "framepaint", "drawing", "view", "panel", "search"),
    *("period", "combobox", "filters", "chips"),
    *("rings", "ego", "ways", "connections", "steps", "figures", "groups", "excerpt"),
    *("views", "legend", "display", "inwords", "csv", "columns"),
    *("stations", "path", "pathrows", "pathpaint", "pathtexts", "table"),
    *("spoken", "gexf", "pen", "sheet", "exports", "print"),
    *("time", "play", "link", "permalink", "start"),
)
"""The parts of the page's script, in the order in which they need each other; they share one closure."""


def write_page(
    graph: networkx.MultiDiGraph, out: Path, *, title: str, language: str = "de", pages: Pages | None = None
) -> None:
    """Write the network as one HTML file that works offline; UTF-8 whatever the platform says.

    ``language`` is that of the first view, ``de`` or ``en``; the reader can switch. ``pages`` are those of entities, to
    link to. GraphError if ``out`` cannot be written, UsageError if there are no words in that language.
    """
    write_file(out, page(graph, title=title, language=language, pages=pages).encode("utf-8", "replace"))


def page(graph: networkx.MultiDiGraph, *, title: str, language: str = "de", pages: Pages | None = None) -> str:
    """The page as text."""
    if language not in words():
        raise UsageError(f"There are no words in the language {language!r}.", f"Choose from: {', '.join(words())}.")
    data = packed_picture(picture(graph, pages=pages))
    data |= {"words": words(), "terms": relations()["terms"], "stated": relations()["stated"]}
    data["language"] = language
    style, script = read("base.css") + read("style.css"), _script()
    return Template(worded(read("template.html"), words()[language])).substitute(
        language=language,
        policy=policy([script], [style]),
        title=escape(title),
        state="" if len(graph) else "is-empty",
        data=as_json(data),
        style=style,
        script=script,
    )


@cache
def words() -> dict[str, dict[str, Any]]:
    """Language to the words of the page."""
    content: dict[str, dict[str, Any]] = json.loads(read("words.json"))
    return content


@cache
def read(name: str) -> str:
    """One of the files beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    return closed(read(f"script/{name}.js") for name in SCRIPTS)
