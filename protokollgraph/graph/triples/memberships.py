"""The posts that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from protokollgraph.graph.triples.frame import Frame, german, node, number
from protokollgraph.model import Membership
from protokollgraph.ontology.iris import Iris, slug, tail
from protokollgraph.ontology.namespaces import ORG, PG, SCHEMA, SKOS

ROLE_SCHEME = "scheme"
"""In place of a slug: the concept scheme of all roles as printed."""
_MEMBERSHIP, _CONCEPT = (node(ORG.Membership),), (node(SKOS.Concept),)


def named(
    memberships: Iterable[Membership], entities: Mapping[str, str], iris: Iris
) -> Iterator[tuple[str, Membership]]:
    """The memberships of one document with their IRIs; ``entities`` has the IRIs of its people and organisations.

    A post that was held twice has an IRI for each time.
    """
    begun: dict[str, date | None] = {}
    for each in memberships:
        person, organisation = tail(entities[each.person]), tail(entities[each.organisation])
        iri = iris.membership(person, organisation, None if each.role is None else slug(each.role))
        if begun.setdefault(iri, each.since) != each.since:
            iri = iris.later_membership(iri, each.since)
        yield iri, each


def write_memberships(frame: Frame) -> None:
    """Write who holds which post where, as the document prints it."""
    for iri, each in named(frame.extraction.memberships, frame.entities, frame.iris):
        membership = node(iri)
        frame.types(membership, _MEMBERSHIP)
        frame.add(membership, node(ORG.member), frame.entity(each.person))
        frame.add(membership, node(ORG.organization), frame.entity(each.organisation))
        if each.role is not None:
            concept = node(frame.iris.role(slug(each.role)))
            frame.add(membership, node(ORG.role), concept)
            frame.types(concept, _CONCEPT)
            frame.add(concept, node(SKOS.prefLabel), german(each.role))
            frame.add(concept, node(SKOS.inScheme), node(frame.iris.role(ROLE_SCHEME)))
        if each.former:
            frame.add(membership, node(PG.former), number(True))
        if each.since is not None:
            frame.add(membership, node(SCHEMA.startDate), number(each.since))
        if each.until is not None:
            frame.add(membership, node(SCHEMA.endDate), number(each.until))
        frame.prove(membership, *each.evidence)
