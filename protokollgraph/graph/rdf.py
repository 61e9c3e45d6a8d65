"""To and from rdflib, in one call each, with named graphs kept.

rdflib is where SHACL and whatever users plug in live; it is imported when one of these is called. Terms are handed over
one by one: rdflib's own reader of N-Quads is slower, and warns of its own past.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyoxigraph

from protokollgraph.errors import GraphError
from protokollgraph.graph.store import GraphStore, ReadableStore
from protokollgraph.ontology.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    from rdflib import Dataset

_DEFAULT, _STRING = "urn:x-rdflib:default", XSD.string


def to_dataset(store: ReadableStore) -> Dataset:
    """Everything in the store as an rdflib Dataset."""
    from rdflib import Dataset, Graph, URIRef

    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    graphs: dict[str, Graph] = {}
    for quad in store.quads():
        name = _DEFAULT if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else quad.graph_name.value
        graph = graphs.get(name)
        if graph is None:
            graph = graphs[name] = dataset.graph(URIRef(name))
        graph.add((_to_rdflib(quad.subject), _to_rdflib(quad.predicate), _to_rdflib(quad.object)))
    return dataset


def from_dataset(dataset: Dataset) -> GraphStore:
    """An rdflib Dataset as a store in memory; its :meth:`~GraphStore.dump` goes into one on disk."""
    store = GraphStore.memory()
    store.load([pyoxigraph.serialize(_quads(dataset), format=pyoxigraph.RdfFormat.N_QUADS) or b""])
    return store


def _quads(dataset: Dataset) -> Iterator[pyoxigraph.Quad]:
    for subject, predicate, value, graph in dataset.quads((None, None, None, None)):
        name = getattr(graph, "identifier", graph)
        place = pyoxigraph.DefaultGraph() if name is None or str(name) == _DEFAULT else _from_rdflib(name)
        yield pyoxigraph.Quad(_from_rdflib(subject), _from_rdflib(predicate), _from_rdflib(value), place)


def _to_rdflib(term: object) -> Any:
    from rdflib import BNode, Literal, URIRef

    match term:
        case pyoxigraph.NamedNode():
            return URIRef(term.value)
        case pyoxigraph.BlankNode():
            return BNode(term.value)
        case pyoxigraph.Literal() if term.language is not None:
            return Literal(term.value, lang=term.language)
        case pyoxigraph.Literal() if term.datatype.value == _STRING:
            return Literal(term.value)
        case pyoxigraph.Literal():
            return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
        case _:
            raise GraphError(f"rdflib has no term like {term}.", "Take statements about statements out first.")


def _from_rdflib(term: object) -> Any:
    from rdflib import BNode, Literal, URIRef

    match term:
        case URIRef():
            return pyoxigraph.NamedNode(str(term))
        case BNode():
            return pyoxigraph.BlankNode(str(term))
        case Literal() if term.language is not None:
            return pyoxigraph.Literal(str(term), language=term.language)
        case Literal():
            datatype = None if term.datatype is None else pyoxigraph.NamedNode(str(term.datatype))
            return pyoxigraph.Literal(str(term), datatype=datatype)
        case _:
            raise GraphError(f"The store has no term like {term}.", "Take rules and formulas out first.")
