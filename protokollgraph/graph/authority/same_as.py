"""What is the same in other registers, as lines of the derived graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.resolution import Resource
from protokollgraph.graph.triples.frame import node
from protokollgraph.model import EntityKind
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import OWL, SKOS

_SAME, _MATCH = node(OWL.sameAs), node(SKOS.exactMatch)


def same_as_lines(
    resources: Iterable[Resource], iris: Iris, places: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[str, ...]:
    """``owl:sameAs`` for each resource and place (IRI to addresses) and its addresses elsewhere, sorted N-Quads lines.

    Topics are concepts, which have ``skos:exactMatch`` (SKOS Reference, section 10). Nothing is the same as itself.
    """
    lines = Lines(iris)
    for subject, predicate, address in _pairs(resources, places or {}):
        if address != subject:
            lines.add(node(subject), predicate, node(address))
    return lines.sorted()


def _pairs(resources: Iterable[Resource], places: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    for resource in resources:
        predicate = _MATCH if resource.kind is EntityKind.TOPIC else _SAME
        yield from ((resource.iri, predicate, address) for address in resource.same_as)
    for place, addresses in places.items():
        yield from ((place, _SAME, address) for address in addresses)
