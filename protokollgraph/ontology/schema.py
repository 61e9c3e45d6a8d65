"""The packaged files that define the graph, and the check that a graph uses no other term than they define.

* ``vocabulary.ttl``: classes and properties of the ``pg:`` namespace, with their alignments.
* ``concepts.ttl``: the SKOS concepts that properties take as values.
* ``shapes.ttl``: SHACL shapes for every kind of node.
* ``context.jsonld``: a JSON-LD 1.1 context with friendly names.
* ``standard-terms.tsv``: the terms of other vocabularies that the graph may use (``graph``), and those that only the
  files above refer to (``ontology``). Each was looked up in the vocabulary's own files.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from protokollgraph.ontology.namespaces import PG, RDF

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

VOCABULARY = "vocabulary.ttl"
CONCEPTS = "concepts.ttl"
SHAPES = "shapes.ttl"
CONTEXT = "context.jsonld"
STANDARD_TERMS = "standard-terms.tsv"

_TYPE = f"<{RDF.type}>"
_OWN = f"<{PG}"
_DEFINITION = re.compile(r"^pg:(\w+) a ", re.MULTILINE)
"""Each term of the two Turtle files begins its own line, so that listing them needs no RDF library."""


def text(name: str) -> str:
    """One of the packaged files, by its name."""
    return _file(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """One of the packaged files as bytes, for parsers that take bytes."""
    return _file(name).read_bytes()


def _file(name: str) -> Traversable:
    return files(__package__) / name


@cache
def defined_terms() -> frozenset[str]:
    """The IRIs of all classes, properties, concepts and concept schemes that the ontology defines."""
    names = (name for file in (VOCABULARY, CONCEPTS) for name in _DEFINITION.findall(text(file)))
    return frozenset(PG + name for name in names)


@cache
def standard_terms(*uses: str) -> frozenset[str]:
    """The IRIs of other vocabularies' terms with one of these uses: ``graph``, ``ontology``."""
    rows = csv.DictReader(text(STANDARD_TERMS).splitlines(), delimiter="\t")
    return frozenset(row["iri"] for row in rows if row["use"] in uses)


@cache
def known_terms() -> frozenset[str]:
    """Every term that a graph may use."""
    return defined_terms() | standard_terms("graph")


def unknown_terms(nquads: Iterable[str]) -> set[str]:
    """The terms of a graph that neither the ontology nor a standard vocabulary defines, as IRIs.

    A term is a predicate, a class (object of ``rdf:type``), a datatype, or any IRI of the ``pg:`` namespace.
    ``nquads`` are lines of N-Quads or N-Triples with single spaces between terms, as this program writes them.

    >>> unknown_terms(['<https://a.example/x> <http://www.w3.org/ns/org#organisation> <https://a.example/y> .'])
    {'http://www.w3.org/ns/org#organisation'}
    """
    used: set[str] = set()
    for line in nquads:
        used.update(_terms(line))
    return {iri for iri in (term[1:-1] for term in used) if iri not in known_terms()}


def _terms(line: str) -> Iterator[str]:
    """The terms of one line that have to be known, in angle brackets."""
    subject, _, rest = line.strip().partition(" ")
    predicate, _, rest = rest.partition(" ")
    if not predicate.startswith("<"):  # an empty line or a comment
        return
    yield predicate
    if subject.startswith(_OWN):
        yield subject
    if rest.startswith('"'):
        suffix = rest[rest.rindex('"') + 1 :].partition(" ")[0]
        if suffix.startswith("^^"):
            yield suffix[2:]
    else:
        value = rest.partition(" ")[0]
        if predicate == _TYPE or value.startswith(_OWN):
            yield value
