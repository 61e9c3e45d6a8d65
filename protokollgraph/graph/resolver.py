"""From the entities of single documents to entities across documents: one pure stage.

>>> from protokollgraph.model import Entity, EntityKind
>>> short = Entity("o1", EntityKind.ORGANISATION, "Wirtschaftsregion Musterland")
>>> long = Entity("o1", EntityKind.ORGANISATION, "Wirtschaftsregion Musterland GmbH", ("WRM",))
>>> found = resolve([DocumentEntities("a.txt", "aa", (short,)), DocumentEntities("b.txt", "bb", (long,))], Iris())
>>> [(resource.iri, resource.name) for resource in found.resources]
[('https://protokolle.example/id/organisation/wirtschaftsregion-musterland', 'Wirtschaftsregion Musterland GmbH')]

The same documents give the same resolution in any order. Two entities of one document are never one: that is the
document's own word. What cannot be settled is left apart and becomes a :class:`Question`. Every rule stands in
:mod:`protokollgraph.graph.matching`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from protokollgraph.graph.garbage import no_collection
from protokollgraph.graph.matching.acts import numbered
from protokollgraph.graph.matching.clusters import Clusters, Node
from protokollgraph.graph.matching.handout import (
    Cluster,
    Member,
    base_slug,
    canonical_name,
    canonical_person,
    hand_out,
    other_names,
)
from protokollgraph.graph.matching.links import linked
from protokollgraph.graph.matching.naming import employer_keys, is_elected, keys
from protokollgraph.graph.matching.people import People
from protokollgraph.graph.matching.person import Ties
from protokollgraph.graph.matching.sittings import Sittings
from protokollgraph.graph.matching.things import Things
from protokollgraph.graph.resolution import DocumentEntities, Question, Resolution, Resource, sitting_key
from protokollgraph.model import Capacity, Entity, EntityKind, PersonName, Role
from protokollgraph.ontology.iris import Iris, slug, tail

__all__ = ["DocumentEntities", "Question", "Resolution", "Resource", "resolve"]

_ACTORS = (EntityKind.ORGANISATION, EntityKind.BODY)
_THINGS = (_ACTORS, (EntityKind.PROJECT,), (EntityKind.PROGRAMME,))
_OF_A_SITTING = (EntityKind.TOPIC, EntityKind.PAPER, EntityKind.PROTOCOL)


def resolve(
    documents: Iterable[DocumentEntities], iris: Iris, *, known: Mapping[str, Mapping[str, str]] | None = None
) -> Resolution:
    """Say who is who across documents.

    ``known`` holds IRIs that were handed out before (:attr:`Resolution.entities` of an earlier run): whoever had one
    keeps it, and only newcomers get a longer one where names collide. A document that is given twice counts once.
    """
    with no_collection():
        return _Resolver(documents, iris, known or {}).resolve()


class _Resolver:
    """One run: the documents in an order of their own, and what is found about them."""

    def __init__(
        self, documents: Iterable[DocumentEntities], iris: Iris, known: Mapping[str, Mapping[str, str]]
    ) -> None:
        unique = {d.sha256: d for d in sorted(documents, key=lambda d: (d.sha256, d.name), reverse=True)}
        links = linked(sorted(unique.values(), key=lambda d: (d.day or date.min, d.name, d.sha256)))
        self._documents, self._same = links.documents, links.same
        self._by_key = [{entity.key: entity for entity in d.entities} for d in self._documents]
        self._iris = iris
        self._known = known
        self._entities: dict[str, dict[str, str]] = {d.sha256: {} for d in self._documents}
        self._resources: list[Resource] = []
        self._questions: set[Question] = set()
        self._posts_of: dict[int, dict[str, list[tuple[str, str | None]]]] = {}

    def resolve(self) -> Resolution:
        for kinds in _THINGS:
            things = Things(self._mentioned(kinds))
            things.resolve()
            self._settle_things(things)
        self._settle_people()
        sittings = Sittings(self._documents, self._entities, self._iris)
        for n, document in enumerate(self._documents):
            for entity in document.entities:
                if entity.kind in _OF_A_SITTING:
                    self._entities[document.sha256][entity.key] = sittings.iri(n, entity)
        for sha256, key, other in self._same:
            self._entities[sha256][key] = self._entities[sha256][other]
        self._resources += sittings.resources()
        resources = tuple(sorted(self._resources, key=lambda resource: resource.iri))
        return Resolution(
            resources,
            tuple(sorted(self._questions, key=lambda question: (question.text, question.iris))),
            self._entities,
            sittings.meetings,
            sittings.protocols,
            sittings.addresses,
            {resource.iri: resource for resource in resources},
            acts=numbered(
                (sittings.meetings[key], key, acts)
                for document in sorted(self._documents, key=lambda each: each.record)
                for n, acts in enumerate((document.acts, *document.further_acts))
                for key in (sitting_key(document.sha256, n),)
            ),
        )

    def _mentioned(self, kinds: tuple[EntityKind, ...]) -> Iterator[tuple[int, Entity, str]]:
        for n, document in enumerate(self._documents):
            for entity in document.entities:
                if entity.kind in kinds:
                    yield n, entity, self._scope(n, entity)

    def _scope(self, n: int, entity: Entity) -> str:
        """Whose unit it is; for a name such as "Bauamt" without that, the body whose minutes speak of it."""
        parent = self._by_key[n].get(entity.part_of or "")
        generic = entity.kind in _ACTORS and keys(entity.kind, entity.name).generic
        if entity.kind is not EntityKind.BODY and not generic:
            return ""
        if parent is None and generic:
            parent = self._body(n)
            if parent is entity:
                return ""
            return self._documents[n].sha256 if parent is None else keys(parent.kind, parent.name).strong
        return "" if parent is None else keys(parent.kind, parent.name).strong

    def _settle_things(self, things: Things) -> None:
        found = {
            root: Cluster(_kind(members), members, things.clusters.reasons(root))
            for root, members in _members(things.clusters, things.nodes)
        }
        named = self._name(found)
        for _, roots in sorted(things.unsettled.items()):
            short = things.nodes[roots[0]].profile[1]
            about = (named[things.clusters.root(n)] for n in roots)
            self._ask(f"{short} can mean more than one of these: which one?", about)

    def _hints(self, cluster: Cluster) -> tuple[str, ...]:
        """What tells a cluster from a namesake, as slugs."""
        return self._posts(cluster.members) if cluster.kind is EntityKind.PERSON else self._origin(cluster.members)

    def _origin(self, members: Sequence[Member]) -> tuple[str, ...]:
        """The organisations that a thing is a unit of, or else the bodies that speak of it."""
        hints = Counter(slug(parent.name) for n, e in members if (parent := self._by_key[n].get(e.part_of or "")))
        if not hints:
            hints.update(slug(body.name) for n, _ in members if (body := self._body(n)))
        return _most_frequent(hints)

    def _body(self, n: int) -> Entity | None:
        meeting = self._documents[n].meeting
        return None if meeting is None else self._by_key[n].get(meeting.body or "")

    def _settle_people(self) -> None:
        ties = [self._ties(n) for n in range(len(self._documents))]
        mentioned = (
            (n, entity, ties[n].get(entity.key, Ties()))
            for n, document in enumerate(self._documents)
            for entity in document.entities
            if entity.kind is EntityKind.PERSON
        )
        people = People(mentioned)
        people.resolve()
        found = {
            root: Cluster(EntityKind.PERSON, members, people.clusters.reasons(root))
            for root, members in _members(people.clusters, people.nodes)
        }
        named = self._name(found)
        for text, roots in people.unsettled:
            self._ask(text, (named[people.clusters.root(n)] for n in roots))

    def _ties(self, n: int) -> dict[str, Ties]:
        """What ties the people of a document to those of others; organisations count by what they turned out to be."""
        document, firm, loose = self._documents[n], dict[str, set[str]](), dict[str, set[str]]()
        for membership in document.memberships:
            firm.setdefault(membership.person, set()).update(self._employers(n, membership.organisation))
        body = self._body(n)
        for each in document.participations:
            if each.organisation is not None:
                firm.setdefault(each.person, set()).update(self._employers(n, each.organisation))
            if body is not None and (each.capacity is Capacity.MEMBER or each.role is Role.CHAIR):
                sits = firm if is_elected(body.name) else loose
                sits.setdefault(each.person, set()).update(self._employers(n, body.key))
        people = firm.keys() | loose.keys()
        return {p: Ties(frozenset(firm.get(p, ())), frozenset(loose.get(p, ()))) for p in people}

    def _employers(self, n: int, key: str) -> set[str]:
        """An organisation, those that it is a unit of, and what its administration is called."""
        found: set[str] = set()
        entity = self._by_key[n].get(key)
        while entity is not None and entity.kind in _ACTORS:
            iri = self._entities[self._documents[n].sha256][entity.key]
            if iri in found:
                break
            found |= {iri} | employer_keys(entity.name)
            entity = self._by_key[n].get(entity.part_of or "")
        return found

    def _posts(self, members: Sequence[Member]) -> tuple[str, ...]:
        """Organisations and then functions of a person, as slugs, the most frequent first."""
        organisations, functions = Counter[str](), Counter[str]()
        for n, person in members:
            for organisation, role in self._posts_in(n).get(person.key, ()):
                organisations[tail(organisation)] += 1
                if role:
                    functions[slug(role)] += 1
        return _most_frequent(organisations) + _most_frequent(functions)

    def _posts_in(self, n: int) -> dict[str, list[tuple[str, str | None]]]:
        """For each person of a document the organisations, as IRIs, with the functions there."""
        if n not in self._posts_of:
            document, found = self._documents[n], dict[str, list[tuple[str, str | None]]]()
            own = self._entities[document.sha256]
            posts = [(each.person, each.organisation, each.role) for each in document.memberships]
            posts += [(each.person, each.organisation or "", None) for each in document.participations]
            for person, organisation, role in posts:
                if organisation in own:
                    found.setdefault(person, []).append((own[organisation], role))
            self._posts_of[n] = found
        return self._posts_of[n]

    def _name(self, found: dict[int, Cluster]) -> dict[int, str]:
        """Hand out IRIs to clusters of one family; the numbers of the clusters with them."""
        days = [document.day for document in self._documents]
        people = {root: canonical_person(each) for root, each in found.items() if each.kind is EntityKind.PERSON}
        names = {
            root: people[root].full if root in people else canonical_name(cluster, days.__getitem__)
            for root, cluster in found.items()
        }
        iris: dict[int, str] = {}
        for kind in sorted({cluster.kind for cluster in found.values()}):
            of_kind = [root for root, cluster in found.items() if cluster.kind is kind]
            kept = self._kept({root: found[root] for root in of_kind})
            new = [root for root in of_kind if root not in kept]
            based = [(found[root], base_slug(found[root], names[root])) for root in new]
            slugs = hand_out(based, self._hints, self._handed_out(kind))
            iris |= kept | {root: self._iris.entity(kind, each) for root, each in zip(new, slugs, strict=True)}
        for root, cluster in found.items():
            self._resources.append(_resource(iris[root], cluster, names[root], people.get(root)))
            for n, entity in cluster.members:
                self._entities[self._documents[n].sha256][entity.key] = iris[root]
        return iris

    def _handed_out(self, kind: EntityKind) -> set[str]:
        """The slugs of one kind that are known from before."""
        prefix = self._iris.entity(kind, "")
        return {tail(iri) for known in self._known.values() for iri in known.values() if iri.startswith(prefix)}

    def _kept(self, found: dict[int, Cluster]) -> dict[int, str]:
        """IRIs handed out before, each to the cluster that has most of the entities that had it."""
        claims: list[tuple[int, str, int]] = []
        if not self._known:
            return {}
        for root, cluster in found.items():
            prefix = self._iris.entity(cluster.kind, "")
            before = (self._known.get(self._documents[n].sha256, {}).get(e.key, "") for n, e in cluster.members)
            claims += [(-n, iri, root) for iri, n in Counter(before).items() if iri.startswith(prefix)]
        kept: dict[int, str] = {}
        for _, iri, root in sorted(claims):
            if root not in kept and iri not in kept.values():
                kept[root] = iri
        return kept

    def _ask(self, text: str, iris: Iterable[str]) -> None:
        self._questions.add(Question(text, tuple(sorted(set(iris)))))


def _members(clusters: Clusters, nodes: Sequence[Node[Any]]) -> Iterator[tuple[int, list[Member]]]:
    """Each cluster with its entities, in the order of documents and keys."""
    for root in clusters.roots():
        of_cluster = clusters.members(root)
        members = [member for n in of_cluster for member in nodes[n].entities]
        yield root, members if len(of_cluster) == 1 else sorted(members, key=lambda member: (member[0], member[1].key))


def _kind(members: Sequence[Member]) -> EntityKind:
    """A body, if any document takes it for one."""
    kinds = {entity.kind for _, entity in members}
    return EntityKind.BODY if EntityKind.BODY in kinds else min(kinds)


def _most_frequent(found: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(found, key=lambda each: (-found[each], each)))


def _resource(iri: str, cluster: Cluster, name: str, person: PersonName | None) -> Resource:
    numbers = {entity.number for _, entity in cluster.members if entity.number is not None}
    return Resource(
        iri,
        cluster.kind,
        name,
        other_names(cluster, name),
        min(numbers, default=None),
        person,
        reasons=tuple(sorted(cluster.reasons)),
    )
