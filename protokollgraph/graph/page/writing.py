"""One HTML file that needs nothing else: no request, no style or script that the page's policy does not know.

Whatever a protocol says reaches the page as JSON in a ``<script type="application/json">`` block, escaped so that it
cannot end the block, and is shown by the page's script as text nodes only. The Content-Security-Policy allows exactly
the two scripts and the style of this file, by hash: even if a text became markup, it could not run or load anything.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.page.picture import picture
from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

SCRIPTS = ("dom", "model", "shapes", "labels", "drawing", "view", "panel", "search", "legend", "table", "start")
"""The parts of the page's script, in the order in which they need each other; they share one closure."""
LIBRARY = "vendor/vis-network-9.1.2.min.js"
_MARKED = re.compile(r'(<[^<>]*\bdata-word="([a-z_]+)"[^<>]*>)')
_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPED = re.compile("[<>&\u2028\u2029]")


def write_page(graph: networkx.MultiDiGraph, out: Path, *, title: str, language: str = "de") -> None:
    """Write the network as one HTML file that works offline; UTF-8 whatever the platform says.

    ``language`` is that of the first view, ``de`` or ``en``; the reader can switch. GraphError if ``out`` cannot be
    written, UsageError if there are no words in that language.
    """
    try:
        out.write_bytes(page(graph, title=title, language=language).encode("utf-8", "replace"))
    except OSError as error:
        raise GraphError(f"{out}: cannot be written ({error.strerror}).", "Choose another file with -o.") from error


def page(graph: networkx.MultiDiGraph, *, title: str, language: str = "de") -> str:
    """The page as text."""
    if language not in words():
        raise UsageError(f"There are no words in the language {language!r}.", f"Choose from: {', '.join(words())}.")
    data = picture(graph) | {"words": words(), "terms": relations()["terms"], "language": language}
    style, library, script = read("style.css"), read(LIBRARY), _script()
    return Template(_worded(read("template.html"), words()[language])).substitute(
        language=language,
        policy=_policy([library, script], [style]),
        title=escape(title),
        state="" if len(graph) else "is-empty",
        data=as_json(data),
        style=style,
        library=library,
        script=script,
    )


def as_json(data: Mapping[str, Any]) -> str:
    """JSON that cannot end or open anything in HTML, wherever its texts come from."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: _IN_SCRIPT[found.group()], plain)


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
    parts = "\n".join(read(f"script/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def _worded(template: str, own: Mapping[str, Any]) -> str:
    """The template with its words filled in, so that the page can be read before, and without, its script."""
    return _MARKED.sub(lambda found: found.group(1) + escape(str(own[found.group(2)])).replace("$", "$$"), template)


def _policy(scripts: list[str], styles: list[str]) -> str:
    allowed = {"default-src": ["'none'"], "img-src": ["data:"], "base-uri": ["'none'"], "form-action": ["'none'"]}
    allowed |= {"script-src": [_hash(each) for each in scripts], "style-src": [_hash(each) for each in styles]}
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in sorted(allowed.items()))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
