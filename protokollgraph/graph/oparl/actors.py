"""Organization, Person and Membership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protokollgraph.graph.matching.naming import first_language, is_abbreviation, without_legal_form
from protokollgraph.graph.oparl.objects import Addresses, Object
from protokollgraph.graph.oparl.statements import Node, described, registered
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.iris import slug, tail
from protokollgraph.ontology.namespaces import FOAF, ORG, PG, RDF, SCHEMA, SKOS

_GREMIUM = "Gremium"


class Actors:
    """Everybody that the register knows, and their posts."""

    def __init__(self, store: ReadableStore, addresses: Addresses) -> None:
        self._addresses = addresses
        self._organisations = registered(store, ORG.Organization, RDF.type, SKOS.prefLabel, SKOS.altLabel)
        names = (FOAF.name, FOAF.familyName, FOAF.givenName, SCHEMA.honorificPrefix)
        self._people = registered(store, FOAF.Person, *names)
        self._parents = {
            iri: parent
            for iri, node in described(store, ORG.Organization, ORG.unitOf).items()
            if (parent := node.one(ORG.unitOf))
        }
        concepts = described(store, SKOS.Concept, SKOS.prefLabel)
        self._roles = {iri: name for iri, node in concepts.items() if (name := node.one(SKOS.prefLabel))}
        self._posts: dict[str, list[Node]] = {}
        said = (ORG.member, ORG.organization, ORG.role, SCHEMA.startDate, SCHEMA.endDate)
        for post in described(store, ORG.Membership, *said).values():
            for owner in (post.one(ORG.member), post.one(ORG.organization)):
                self._posts.setdefault(owner or "", []).append(post)

    @property
    def whole(self) -> str | None:
        """The one organisation that all bodies are units of, as far as they are units: the council's town."""
        bodies = [iri for iri, node in self._organisations.items() if PG.Body in node.all(RDF.type)]
        parents = {self._top(iri) for iri in bodies if iri in self._parents}
        return next(iter(parents)) if len(parents) == 1 else None

    def _top(self, iri: str) -> str:
        seen = [iri]
        while (parent := self._parents.get(seen[-1])) is not None and parent not in seen:
            seen.append(parent)
        return seen[-1]

    def name(self, iri: str | None) -> str | None:
        """The canonical name of an organisation."""
        node = self._organisations.get(iri or "")
        return None if node is None else node.one(SKOS.prefLabel)

    def organisations(self) -> Iterator[Object]:
        for iri, node in self._organisations.items():
            if iri != self.whole:
                yield self._organisation(iri, node)

    def _organisation(self, iri: str, node: Node) -> Object:
        parent = self._parents.get(iri)
        return self._addresses.thing(
            "Organization",
            iri,
            {
                "body": self._addresses.body,
                "name": node.one(SKOS.prefLabel),
                "shortName": _short_name(iri, node),
                "organizationType": _GREMIUM if PG.Body in node.all(RDF.type) else None,
                "subOrganizationOf": self._addresses.of(parent) if parent not in (None, self.whole) else None,
                "membership": self._addresses.each(post.iri for post in self._posts.get(iri, ())),
            },
        )

    def terms(self, store: ReadableStore) -> Iterator[Object]:
        """The terms of office that are known, of whatever organisation: there is one Body."""
        found = described(store, PG.LegislativeTerm, SKOS.prefLabel, SCHEMA.startDate, SCHEMA.endDate)
        for iri, node in found.items():
            days = {"startDate": node.one(SCHEMA.startDate), "endDate": node.one(SCHEMA.endDate)}
            said = {"body": self._addresses.body, "name": node.one(SKOS.prefLabel), **days}
            yield self._addresses.thing("LegislativeTerm", iri, said)

    def people(self) -> Iterator[Object]:
        for iri, node in self._people.items():
            prefix, name = node.one(SCHEMA.honorificPrefix), node.one(FOAF.name)
            said: Mapping[str, object] = {
                "body": self._addresses.body,
                "name": f"{prefix} {name}" if prefix else name,
                "familyName": node.one(FOAF.familyName),
                "givenName": node.one(FOAF.givenName),
                "title": [prefix] if prefix else None,
                "membership": [self._membership(post) for post in self._posts.get(iri, ())],
            }
            yield self._addresses.thing("Person", iri, said)

    def _membership(self, post: Node) -> Object:
        person, organisation = post.one(ORG.member), post.one(ORG.organization)
        return self._addresses.thing(
            "Membership",
            post.iri,
            {
                "person": self._addresses.of(person) if person else None,
                "organization": self._addresses.of(organisation) if organisation else None,
                "role": self._roles.get(post.one(ORG.role) or ""),
                "startDate": post.one(SCHEMA.startDate),
                "endDate": post.one(SCHEMA.endDate),
            },
        )


def _short_name(iri: str, node: Node) -> str | None:
    """The form of the name that the IRI is made of, else an abbreviation."""
    others = node.all(SKOS.altLabel)
    name = node.one(SKOS.prefLabel) or ""
    named = (other for other in others if _slug(other) == tail(iri) != _slug(name))
    return next(named, None) or next((name for name in others if is_abbreviation(name)), None)


def _slug(name: str) -> str:
    return slug(without_legal_form(first_language(name)))
