"""The register graph: every entity handed out, with its types, its canonical name and its other names."""

from __future__ import annotations

from collections.abc import Iterator

from protokollgraph.graph.resolution import Resolution, Resource
from protokollgraph.graph.terms import quad
from protokollgraph.graph.triples.actors import CLASSES, WERKSTATT
from protokollgraph.graph.triples.frame import TYPE, english, german, node, number, plain
from protokollgraph.graph.triples.memberships import ROLE_SCHEME
from protokollgraph.model import EntityKind
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DCT, FOAF, PG, SCHEMA, SKOS

_NOTE = node(SKOS.editorialNote)
"""Why names are taken for one: a note for whoever keeps the register (SKOS Reference, section 7)."""
_PREF, _ALT, _TITLE, _NUMBER = node(SKOS.prefLabel), node(SKOS.altLabel), node(DCT.title), node(PG.number)


def register_quads(resolution: Resolution, iris: Iris) -> bytes:
    """The graph ``<base>graph/register`` as N-Quads, sorted, each line once."""
    lines = {line for each in register_lines(resolution, iris).values() for line in each}
    return "".join(sorted(lines)).encode("utf-8")


def register_lines(resolution: Resolution, iris: Iris) -> dict[str, tuple[str, ...]]:
    """The same by the IRI of each entity; the lines of each are sorted."""
    graph, scheme = node(iris.register_graph), iris.role(ROLE_SCHEME)
    roles = (
        quad(node(scheme), TYPE, node(SKOS.ConceptScheme), graph),
        quad(node(scheme), _PREF, german("Funktionen, wie die Protokolle sie drucken"), graph),
    )
    found: dict[str, tuple[str, ...]] = {scheme: roles}
    for resource in resolution.resources:
        term = node(resource.iri)
        said = {quad(term, predicate, value, graph) for predicate, value in _statements(resource)}
        said |= {quad(term, _NOTE, english(reason), graph) for reason in resource.reasons}
        if resource.iri in resolution.hidden:
            said.add(quad(term, node(PG.hidden), number(True), graph))
        found[resource.iri] = tuple(sorted(said))
    return found


def _statements(resource: Resource) -> Iterator[tuple[str, str]]:
    """Predicate and object of everything that the register says of a resource."""
    for each in CLASSES[resource.kind]:
        yield TYPE, each
    match resource.kind:
        case EntityKind.PERSON:
            yield from _person(resource)
        case EntityKind.PAPER:
            yield node(DCT.identifier), plain(resource.name)
            if resource.title is not None:
                yield _TITLE, german(resource.title)
        case EntityKind.PROTOCOL:
            yield _TITLE, german(resource.name)
        case _:
            yield _PREF, german(resource.name)
            for alias in resource.aliases:
                yield _ALT, german(alias)
    if resource.kind is EntityKind.BODY and resource.number is not None:
        for each in WERKSTATT:
            yield TYPE, each
        yield _NUMBER, number(resource.number)


def _person(resource: Resource) -> Iterator[tuple[str, str]]:
    yield node(FOAF.name), plain(resource.name)
    for alias in resource.aliases:
        yield _ALT, plain(alias)
    person = resource.person
    if person is not None:
        yield node(FOAF.familyName), plain(person.family)
        if person.given:
            yield node(FOAF.givenName), plain(person.given)
        if person.prefix:
            yield node(SCHEMA.honorificPrefix), plain(person.prefix)
