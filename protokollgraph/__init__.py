"""protokollgraph turns meeting protocols into a knowledge graph.

Whatever the command line can do is one call here; each is imported when it is first used::

    import protokollgraph

    report = protokollgraph.build(["protocols/"], "graph-store")
    extraction = protokollgraph.extract_from(protokollgraph.read("protocols/minutes.txt"))
    print(protokollgraph.check(extraction))

(``protokollgraph.extract`` is the package of that name, hence ``extract_from``.)

For code inside the package this module does not exist: modules import each other by their own names.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protokollgraph.extract.extractor import extract as extract_from
    from protokollgraph.extract.reader import read
    from protokollgraph.graph.build import build
    from protokollgraph.graph.check import report as check
    from protokollgraph.graph.demo import demo
    from protokollgraph.graph.drawing import draw
    from protokollgraph.graph.evaluation import evaluate
    from protokollgraph.graph.explain import explain
    from protokollgraph.graph.export import export
    from protokollgraph.graph.measures.connections import connections
    from protokollgraph.graph.measures.ranking import rank
    from protokollgraph.graph.network import network
    from protokollgraph.graph.query import run as query
    from protokollgraph.graph.review.desk import review
    from protokollgraph.graph.review.judging import judge

__all__ = [
    "__version__",
    "build",
    "check",
    "connections",
    "demo",
    "draw",
    "evaluate",
    "explain",
    "export",
    "extract_from",
    "judge",
    "network",
    "query",
    "rank",
    "read",
    "review",
]

__version__ = "0.1.0"

_CALLS = {
    "build": "graph.build:build",
    "check": "graph.check:report",
    "connections": "graph.measures.connections:connections",
    "demo": "graph.demo:demo",
    "draw": "graph.drawing:draw",
    "evaluate": "graph.evaluation:evaluate",
    "explain": "graph.explain:explain",
    "export": "graph.export:export",
    "extract_from": "extract.extractor:extract",
    "judge": "graph.review.judging:judge",
    "network": "graph.network:network",
    "query": "graph.query:run",
    "rank": "graph.measures.ranking:rank",
    "read": "extract.reader:read",
    "review": "graph.review.desk:review",
}


def __getattr__(name: str) -> object:
    if name not in _CALLS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = _CALLS[name].partition(":")
    return getattr(import_module(f"{__name__}.{module}"), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
