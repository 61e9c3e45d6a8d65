"""The questions to the graph that is scored: ``queries/*.rq`` with their prefixes, and their answers as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import pyoxigraph

from protokollgraph.errors import StoreError
from protokollgraph.graph import terms
from protokollgraph.graph.store import ReadableStore

Row: TypeAlias = Mapping[str, str]
"""One answer: variable to text; a variable without a value is not in it."""


def ask(graph: ReadableStore, name: str, protocol: str | None = None) -> list[Row]:
    """The answers to the question ``name``, sorted; of one protocol (its IRI) or of the whole graph."""
    text = _text(name)
    solutions = graph.query(text if protocol is None else text.replace("__PROTOCOL__", terms.iri(protocol)))
    if not isinstance(solutions, pyoxigraph.QuerySolutions):
        raise StoreError("The store answers a SELECT with something else.", "Is it a SPARQL server?")
    names = [variable.value for variable in solutions.variables]
    rows = [{each: _value(solution[each]) for each in names if solution[each] is not None} for solution in solutions]
    return sorted(rows, key=lambda row: [row.get(each, "") for each in names])


def _value(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    return str(term) if isinstance(term, pyoxigraph.Triple) else terms.text(term)


@cache
def _text(name: str) -> str:
    return files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
