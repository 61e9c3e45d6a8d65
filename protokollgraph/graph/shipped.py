"""The questions that come with the package: ``queries/*.rq``, plain SPARQL to read, run and copy.

The head of such a file says what it answers::

    # title (de): Wer hat welches Projekt vorgestellt?
    # title (en): Who presented which project?
    # description: One row per presentation.
    # parameter: project — project — only this project — Wärmespeicher

A parameter has a name, a kind, a meaning and an example. Its kind is ``text``, ``date``, or one or several kinds of
entity joined by ``or``: then its value is a name or an IRI, and the query gets the IRI of what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from protokollgraph.errors import UsageError
from protokollgraph.graph import lookup, sparql, terms
from protokollgraph.graph.store import ReadableStore

_HEAD = re.compile(r"^# (title \(de\)|title \(en\)|description|parameter): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a question can be limited to."""

    name: str
    kinds: tuple[str, ...]
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """One question with its SPARQL text."""

    name: str
    title_de: str
    title_en: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def shipped_queries() -> tuple[ShippedQuery, ...]:
    """Every shipped question, sorted by name."""
    folder = files(__package__).joinpath("queries")
    found = [each for each in folder.iterdir() if each.name.endswith(".rq")]
    return tuple(
        _parse(each.name.removesuffix(".rq"), each.read_text(encoding="utf-8"))
        for each in sorted(found, key=lambda file: file.name)
    )


def shipped_query(name: str) -> ShippedQuery:
    """The question of this name. UsageError with the names there are."""
    for each in shipped_queries():
        if each.name == name:
            return each
    names = ", ".join(each.name for each in shipped_queries())
    raise UsageError(f"There is no shipped query {name!r}.", f"There are: {names}.")


def filled(store: ReadableStore, query: ShippedQuery, values: Mapping[str, str]) -> str:
    """The text of the question for this store, limited to ``values`` (parameter name to what the user typed).

    UsageError if a parameter is not known, a name means nobody or several, or a date is none.
    """
    known = {each.name: each for each in query.parameters}
    for name in values:
        if name not in known:
            offered = ", ".join(known) or "none"
            raise UsageError(f"The query {query.name} has no parameter {name!r}.", f"Its parameters: {offered}.")
    bound = {name: _term(store, known[name], value) for name, value in values.items()}
    return sparql.bind(sparql.based(query.text, store.base), bound)


def _term(store: ReadableStore, parameter: Parameter, value: str) -> str:
    match parameter.kinds:
        case ("text",):
            return terms.literal(value)
        case ("date",):
            try:
                return terms.literal(date.fromisoformat(value))
            except ValueError as error:
                raise UsageError(f"{parameter.name}: {value!r} is no date.", "Write it as 2024-01-24.") from error
        case kinds:
            return terms.iri(lookup.find(store, value, kinds=kinds).iri)


def _parse(name: str, text: str) -> ShippedQuery:
    head: dict[str, list[str]] = {}
    for key, value in _HEAD.findall(text):
        head.setdefault(key, []).append(value.strip())
    return ShippedQuery(
        name,
        head["title (de)"][0],
        head["title (en)"][0],
        " ".join(head["description"]),
        tuple(_parameter(line) for line in head.get("parameter", ())),
        text,
    )


def _parameter(line: str) -> Parameter:
    name, kinds, meaning, example = (part.strip() for part in line.split(" — "))
    return Parameter(name, tuple(kinds.split(" or ")), meaning, example)
