"""The SPARQL questions of the network: data files beside this module, with the prefixes of the graph put in front."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, TypeAlias

from protokollgraph.ontology.namespaces import PREFIXES

Row: TypeAlias = Mapping[str, str]
"""One answer: variable to text; a variable without a value is not in it."""


class Queryable(Protocol):
    """Whatever answers SPARQL: the graph store, a plain ``pyoxigraph.Store``."""

    def query(self, query: str, /) -> Any:
        """Solutions: iterable, with ``.variables``, each one indexable by variable."""


@cache
def relations() -> dict[str, Any]:
    """``network.json``: families, questions and renamings of the relations."""
    content: dict[str, Any] = json.loads(_file("network.json"))
    return content


@cache
def families() -> dict[str, str]:
    """Relation to the family it belongs to."""
    return {relation: family for family, members in relations()["families"].items() for relation in members}


def ask(store: Queryable, name: str, *, nodes: Iterable[str] = ()) -> Iterator[Row]:
    """The answers to the question ``name``; ``nodes`` are terms in N-Quads syntax for ``__NODES__``."""
    solutions = store.query(_question(name).replace("__NODES__", " ".join(nodes)))
    names = [str(variable).lstrip("?") for variable in solutions.variables]
    for solution in solutions:
        row: dict[str, str] = {}
        for each in names:
            value = solution[each]
            if value is not None:
                row[each] = value.value
        yield row


@cache
def _question(name: str) -> str:
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    return prefixes + _file(f"{name}.rq")


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
