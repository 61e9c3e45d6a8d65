"""The words of ``graph/words/authority.yml``: heads of columns, kinds, classes and properties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from protokollgraph.graph.authority.records import RecordKind
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.ontology.namespaces import PREFIXES


@dataclass(frozen=True, slots=True)
class Register:
    """A register whose identifiers have a short form."""

    start: str
    """The first part of its IRIs."""
    pattern: re.Pattern[str]
    """The rest of them."""
    page: re.Pattern[str] | None = None
    """A whole address of a page about the thing, whose group is the rest."""


@dataclass(frozen=True, slots=True)
class Property:
    """An RDF property and whether it is read from object to subject."""

    iri: str
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """See ``authority.yml`` for what each list is for. Keys of columns and kinds are as :func:`plain` makes them."""

    columns: Mapping[str, str]
    kinds: Mapping[str, RecordKind]
    registers: Mapping[str, Register]
    schemes: frozenset[str]
    classes: Mapping[str, RecordKind]
    """IRI of a class; those of the kind that counts first come first."""
    properties: Mapping[str, tuple[Property, ...]]
    memberships: tuple[tuple[str, str], ...]


def plain(text: str) -> str:
    """A word as it is compared: "Other_Names", "other names" and "otherNames" are one."""
    return "".join(words(fold(text)))


@cache
def load() -> Words:
    """The packaged words, read once."""
    data = yaml.safe_load(files("protokollgraph.graph").joinpath("words/authority.yml").read_text("utf-8"))
    return Words(
        columns={plain(each): column for column, heads in data["columns"].items() for each in heads},
        kinds={plain(each): RecordKind(kind) for kind, names in data["kinds"].items() for each in names},
        registers={name: _register(**each) for name, each in data["registers"].items()},
        schemes=frozenset(data["schemes"]),
        classes={_expanded(each): RecordKind(kind) for kind, classes in data["classes"].items() for each in classes},
        properties={what: tuple(map(_property, names)) for what, names in data["properties"].items()},
        memberships=tuple((_expanded(one), _expanded(other)) for one, other in data["memberships"]),
    )


def _register(start: str, pattern: str, page: str | None = None) -> Register:
    return Register(start, re.compile(pattern), None if page is None else re.compile(f"{page}({pattern})"))


def _property(name: str) -> Property:
    return Property(_expanded(name.removeprefix("^")), name.startswith("^"))


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
