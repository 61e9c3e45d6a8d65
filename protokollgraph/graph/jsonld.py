"""JSON-LD 1.1 with the friendly names of ``ontology/context.jsonld``.

A small part of the compaction algorithm (JSON-LD 1.1 API, section 6.1), for graphs without blank nodes and lists: each
value is short where the context allows it and spelt out where it would not come back as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import Any, TypeAlias

import pyoxigraph

from protokollgraph.errors import GraphError
from protokollgraph.ontology.namespaces import RDF, XSD

Node: TypeAlias = dict[str, Any]

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_RELATIVE = re.compile(r"(?![?#/@.])[^:]+")
"""What can follow the base and be told from an absolute IRI and from a prefixed name."""


def document(quads: Iterable[pyoxigraph.Quad], base: str) -> Iterator[bytes]:
    """The pieces of one JSON document. ``quads`` come sorted by graph and subject, without blank nodes."""
    context = load_context()
    head = json.dumps({"@base": base} | context, ensure_ascii=False, indent=1)
    yield f'{{"@context": {head},\n"@graph": ['.encode()
    names = Names.of(context, base)
    separator = "\n"
    for graph, statements in groupby(quads, key=lambda quad: _address(quad.graph_name)):
        nodes = [names.node(group) for _, group in groupby(statements, key=lambda quad: _address(quad.subject))]
        lines = ",\n ".join(json.dumps(node, ensure_ascii=False) for node in nodes)
        yield f'{separator}{{"@id": {json.dumps(names.identifier(graph))}, "@graph": [\n {lines}]}}'.encode()
        separator = ",\n"
    yield b"]}\n"


def load_context() -> dict[str, Any]:
    """The context that the package ships."""
    text = files("protokollgraph.ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


@dataclass(frozen=True, slots=True)
class Names:
    """Short names for IRIs, from a context."""

    base: str
    prefixes: dict[str, str]
    properties: dict[str, tuple[str, str | None]]
    """Property IRI to its name and the type that its plain values have."""
    terms: dict[str, str]
    """IRI to the name it has where a vocabulary term is expected."""

    @classmethod
    def of(cls, context: dict[str, Any], base: str) -> Names:
        prefixes = {
            name: address
            for name, address in context.items()
            if isinstance(address, str) and address.endswith(("#", "/"))
        }
        properties: dict[str, tuple[str, str | None]] = {}
        terms: dict[str, str] = {}
        for name, definition in context.items():
            entry = {"@id": definition} if isinstance(definition, str) else definition
            if name.startswith("@") or name in prefixes or not isinstance(entry, dict):
                continue
            if "@id" not in entry or set(entry) - {"@id", "@type"}:
                continue  # containers and reverse properties hold values in another shape
            address, kind = _expanded(entry["@id"], prefixes), entry.get("@type")
            properties.setdefault(
                address, (name, kind if kind in (None, "@id", "@vocab") else _expanded(kind, prefixes))
            )
            terms.setdefault(address, name)
        return cls(base, prefixes, properties, terms)

    def node(self, statements: Iterable[pyoxigraph.Quad]) -> Node:
        """All statements with one subject."""
        node: Node = {}
        for quad in statements:
            node.setdefault("@id", self.identifier(_address(quad.subject)))
            if quad.predicate.value == RDF.type:
                node.setdefault("@type", []).append(self.term(_address(quad.object)))
                continue
            name, kind = self.properties.get(quad.predicate.value, (self.compact(quad.predicate.value), None))
            node.setdefault(name, []).append(self.value(quad.object, kind))
        return {
            name: values[0] if isinstance(values, list) and len(values) == 1 else values
            for name, values in node.items()
        }

    def value(self, term: object, kind: str | None) -> Any:
        """A value under a property whose plain values are of type ``kind``."""
        if isinstance(term, pyoxigraph.NamedNode):
            if kind == "@id":
                return self.identifier(term.value)
            return self.term(term.value) if kind == "@vocab" else {"@id": self.identifier(term.value)}
        if not isinstance(term, pyoxigraph.Literal):
            raise _unfit(term)
        datatype = term.datatype.value
        if term.language is not None:
            return {"@value": term.value, "@language": term.language}
        if datatype == kind or (kind is None and datatype == XSD.string):
            return term.value
        if kind is None and datatype == XSD.integer and _INTEGER.fullmatch(term.value):
            return int(term.value)
        if kind is None and datatype == XSD.boolean and term.value in ("true", "false"):
            return term.value == "true"
        return {"@value": term.value} | ({} if datatype == XSD.string else {"@type": self.term(datatype)})

    def identifier(self, address: str) -> str:
        """As the value of ``@id``: below the base, with a prefix, or whole."""
        rest = address.removeprefix(self.base)
        below = rest != address and self.base.endswith("/")
        return rest if below and _RELATIVE.fullmatch(rest) else self.compact(address)

    def term(self, address: str) -> str:
        """Where a term of a vocabulary is expected: its name, with a prefix, or whole."""
        return self.terms.get(address) or self.compact(address)

    def compact(self, address: str) -> str:
        for prefix, namespace in self.prefixes.items():
            rest = address.removeprefix(namespace)
            if rest and rest != address and not rest.startswith("//") and f"{prefix}:{rest}" not in self.terms:
                return f"{prefix}:{rest}"
        return address


def _address(term: object) -> str:
    if not isinstance(term, pyoxigraph.NamedNode):
        raise _unfit(term)
    return term.value


def _unfit(term: object) -> GraphError:
    return GraphError(f"JSON-LD is written for graphs of IRIs only, and there is {term}.", "Export TriG instead.")


def _expanded(name: str, prefixes: dict[str, str]) -> str:
    prefix, colon, rest = name.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else name
