"""Lines of the derived graph in the making."""

from __future__ import annotations

from collections.abc import Iterable

from protokollgraph.graph.terms import quad
from protokollgraph.graph.triples.frame import TYPE, concept, node, plain
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DCT, PG, PROV

_FINDING, _CODE, _SEVERITY = node(PG.Finding), node(PG.findingCode), node(PG.severity)
_DESCRIPTION, _REFERENCES, _HAS_FINDING = node(DCT.description), node(DCT.references), node(PG.hasFinding)
_DERIVED_FROM = node(PROV.wasDerivedFrom)


class Lines:
    """Collects statements; everything that :meth:`add` takes is a term."""

    def __init__(self, iris: Iris) -> None:
        self._graph = node(iris.derived_graph)
        self._found: set[str] = set()

    def add(self, subject: str, predicate: str, object: str) -> None:
        """Say one thing."""
        self._found.add(quad(subject, predicate, object, self._graph))

    def rests_on(self, subject: str, sources: Iterable[str]) -> None:
        """Say what a node was derived from: IRIs of protocols or of stretches of their text."""
        for each in sources:
            self.add(subject, _DERIVED_FROM, node(each))

    def finding(self, iri: str, finding: Finding, about: Iterable[str], owners: Iterable[str] = ()) -> str:
        """Describe a finding about some nodes that belongs to some protocols, all given as IRIs; its term."""
        term = node(iri)
        self.add(term, TYPE, _FINDING)
        self.add(term, _CODE, plain(finding.code))
        self.add(term, _SEVERITY, concept(finding.severity))
        self.add(term, _DESCRIPTION, plain(finding.message))
        for each in about:
            self.add(term, _REFERENCES, node(each))
        for owner in owners:
            self.add(node(owner), _HAS_FINDING, term)
        return term

    def sorted(self) -> tuple[str, ...]:
        """All lines, sorted, each once."""
        return tuple(sorted(self._found))
