"""The open questions as one HTML file to work through offline; what is answered can be saved as a file of judgements.

It shares look, marks and manners with the network page; how texts get into it stands in
:mod:`protokollgraph.graph.page.markup`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.judgements.rows import COLUMNS
from protokollgraph.graph.page import writing as network
from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.markup import as_json, closed, policy, worded
from protokollgraph.graph.review.desk import Review
from protokollgraph.graph.review.listing import data
from protokollgraph.graph.review.questions import Answers, Pair

SHARED = ("dom", "shapes")
"""The parts of the network page's script that this one needs too."""
SCRIPTS = ("model", "sides", "list", "answers", "start")
"""The parts of the page's own script; all share one closure, in this order."""


def write_page(review: Review, out: Path, *, language: str = "de") -> None:
    """Write what is open as one HTML file that works offline; UTF-8 whatever the platform says.

    ``language`` is that of the first view, ``de`` or ``en``; the reader can switch. GraphError if ``out`` cannot be
    written, UsageError if there are no words in that language.
    """
    try:
        out.write_bytes(page(review, language=language).encode("utf-8", "replace"))
    except OSError as error:
        raise GraphError(f"{out}: cannot be written ({error.strerror}).", "Choose another file.") from error


def page(review: Review, *, language: str = "de") -> str:
    """The page as text."""
    if language not in words():
        raise UsageError(f"There are no words in the language {language!r}.", f"Choose from: {', '.join(words())}.")
    style, script = network.read("base.css") + _read("style.css"), _script()
    shown = _shown(review)
    return Template(worded(_read("template.html"), words()[language])).substitute(
        language=language,
        policy=policy([script], [style]),
        state="" if shown["questions"] else "is-empty",
        data=as_json(shown | {"words": words(), "terms": {}, "language": language}),
        style=style,
        script=script,
    )


def _shown(review: Review) -> dict[str, Any]:
    """Everything that the page knows but its words."""
    open_ = review.open()
    return data(open_, review.sides) | {
        "id": _identifier(open_),
        "columns": list(COLUMNS),
        "judged": _judged(review, {iri for pair in open_ for iri in pair.key}),
        "style": look(),
    }


def _identifier(open_: Iterable[Pair]) -> str:
    """Tells pages with other questions apart, so that each finds the answers that were given on it."""
    return sha256("\n".join(" ".join(pair.key) for pair in open_).encode()).hexdigest()[:16]


def _judged(review: Review, wanted: set[str]) -> dict[str, list[list[str]]]:
    """What is judged of these entities already, so that the page knows what follows from an answer."""
    answers = Answers(review.judgements)
    groups = [list(group) for group in answers.groups if not wanted.isdisjoint(group)]
    firsts = wanted | {group[0] for group in groups}
    return {"same": groups, "different": sorted(list(pair) for pair in answers.apart if firsts.issuperset(pair))}


@cache
def words() -> dict[str, dict[str, Any]]:
    """Language to the words of the page."""
    content: dict[str, dict[str, Any]] = json.loads(_read("words.json"))
    return content


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    shared = [network.read(f"script/{name}.js") for name in SHARED]
    return closed([*shared, *(_read(f"script/{name}.js") for name in SCRIPTS)])
