"""From the entities of single documents to entities across documents: one pure stage.

>>> from protokollgraph.model import Entity, EntityKind
>>> short = Entity("o1", EntityKind.ORGANISATION, "Wirtschaftsregion Musterland")
>>> long = Entity("o1", EntityKind.ORGANISATION, "Wirtschaftsregion Musterland GmbH", ("WRM",))
>>> found = resolve([DocumentEntities("a.txt", "aa", (short,)), DocumentEntities("b.txt", "bb", (long,))], Iris())
>>> [(resource.iri, resource.name) for resource in found.resources]
[('https://protokolle.example/id/organisation/wirtschaftsregion-musterland', 'Wirtschaftsregion Musterland GmbH')]

The same documents give the same resolution in any order. Two entities of one document are never one, because that is
the document's own word; but an abbreviation may stand for a name beside it. What cannot be settled is left apart and
becomes a :class:`Question`. Every rule stands in :mod:`protokollgraph.graph.matching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from protokollgraph.graph.authority.documents import as_documents, records
from protokollgraph.graph.authority.linking import Linking
from protokollgraph.graph.authority.questions import QUESTION
from protokollgraph.graph.authority.records import AuthorityList
from protokollgraph.graph.garbage import no_collection
from protokollgraph.graph.identity.claims import Claims, keep
from protokollgraph.graph.identity.constraints import Constraints, Said
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.matching.acts import numbered
from protokollgraph.graph.matching.clusters import Clusters, Node, unjudged
from protokollgraph.graph.matching.corpus import Corpus
from protokollgraph.graph.matching.handout import (
    Cluster,
    Member,
    base_slug,
    canonical_name,
    canonical_person,
    hand_out,
    other_names,
    precedence,
    renamed,
)
from protokollgraph.graph.matching.links import linked
from protokollgraph.graph.matching.people import People
from protokollgraph.graph.matching.scopes import ACTORS
from protokollgraph.graph.matching.sittings import Sittings
from protokollgraph.graph.matching.things import Things
from protokollgraph.graph.matching.unsettled import Unsettled
from protokollgraph.graph.resolution import DocumentEntities, HandedOut, Question, Resolution, Resource, sitting_key
from protokollgraph.model import EntityKind, PersonName
from protokollgraph.ontology.iris import Iris

__all__ = ["DocumentEntities", "Question", "Resolution", "Resource", "resolve"]

_THINGS = (ACTORS, (EntityKind.PROJECT,), (EntityKind.PROGRAMME,))
_OF_A_SITTING = (EntityKind.TOPIC, EntityKind.PAPER, EntityKind.PROTOCOL)


def resolve(
    documents: Iterable[DocumentEntities],
    iris: Iris,
    *,
    register: Register | None = None,
    judgements: Judgements | None = None,
    authorities: Sequence[AuthorityList] = (),
) -> Resolution:
    """Say who is who across documents. A document that is given twice counts once.

    ``register`` holds the IRIs that were handed out before: whoever had one keeps it, and only newcomers get a longer
    one where names collide; what it has to keep of this run is :attr:`Resolution.handed_out`. ``judgements`` speak of
    IRIs as the register has them; those that it does not have mean what they would mean without judgements.
    ``authorities`` are lists of known people and things: who is linked to a record has its IRIs elsewhere.
    """
    found, register, judgements = list(documents), register or Register(), judgements or Judgements()
    with no_collection():
        if all(iri in register for _, spoken_of in judgements.uses() for iri in spoken_of):
            return _resolver(found, iris, register, judgements, authorities).resolve()
        first = _resolver(found, iris, register, Judgements(), authorities).resolve().handed_out
        last = _resolver(found, iris, register.extended(first), judgements, authorities).resolve()
        return replace(last, handed_out=first + last.handed_out)


def _resolver(
    documents: Iterable[DocumentEntities],
    iris: Iris,
    register: Register,
    judgements: Judgements,
    authorities: Sequence[AuthorityList],
) -> Resolver:
    unique = {d.sha256: d for d in sorted(documents, key=lambda d: (d.sha256, d.name), reverse=True)}
    links = linked(sorted(unique.values(), key=in_order))
    claims = Claims(links.documents, register, iris.base)
    corpus = Corpus([*links.documents, *as_documents(authorities)])
    return Resolver(corpus, claims, iris, judgements, links.same, Linking(records(authorities), corpus.documents))


def in_order_of_asking(question: Question) -> tuple[str, tuple[str, ...], str]:
    """The order of questions: by their words."""
    return question.text, question.iris, question.focus


def in_order(document: DocumentEntities) -> tuple[date, str, str]:
    """The order of documents, which does not depend on who came first: day, name, digest."""
    return document.day or date.min, document.name, document.sha256


class Resolver:
    """One run: the documents in an order of their own, and what is found about them."""

    def __init__(
        self,
        corpus: Corpus,
        claims: Claims,
        iris: Iris,
        judgements: Judgements,
        same: Sequence[tuple[str, str, str]] = (),
        linking: Linking | None = None,
    ) -> None:
        self._documents, self._same = corpus.documents, same
        self._corpus = corpus
        self._iris = iris
        self._claims = claims
        self._linking = linking or Linking({}, ())
        self._lists = {n for n, document in enumerate(corpus.documents) if document.listed}
        self._constraints = Constraints(judgements, claims, corpus.documents)
        self._judged = self._constraints.judged if judgements else unjudged
        self._entities = corpus.entities
        self._resources: list[Resource] = []
        self._questions: set[Question] = set()
        self._owned: set[str] = set()
        self._replaced: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._mentions: dict[str, int] = {}

    def resolve(self) -> Resolution:
        for kinds in _THINGS:
            things = Things(self._corpus.mentioned(kinds), self._judged, self._lists)
            self._constraints.join(things.clusters, things.nodes)
            things.resolve()
            self._settle_things(things)
        self._settle_people(self._people())
        sittings = self._settle_sittings()
        resources = tuple(sorted(self._linking.described(self._resources), key=lambda resource: resource.iri))
        self._questions.update(self._linking.questions(resources, self._mentions))
        return Resolution(
            resources,
            tuple(sorted(self._questions, key=in_order_of_asking)),
            {each.sha256: self._entities[each.sha256] for each in self._documents if not each.listed},
            sittings.meetings,
            sittings.protocols,
            sittings.addresses,
            {resource.iri: resource for resource in resources},
            replaced=self._replaced | sittings.replaced(),
            handed_out=self.handed_out(sittings),
            owned=frozenset(self._owned),
            misfits=self._constraints.misfits(),
            hidden=frozenset(self._hidden),
            acts=numbered(
                (sittings.meetings[key], key, acts)
                for document in sittings.by_seniority()
                for n, acts in enumerate((document.acts, *document.further_acts))
                for key in (sitting_key(document.sha256, n),)
            ),
        )

    def handed_out(self, sittings: Sittings) -> tuple[HandedOut, ...]:
        """What the register has to keep."""
        _, claims = self.sittings()
        return claims.handed_out(self._entities, sittings.anchored(), self._owned)

    def resource(self, iri: str, members: Sequence[Member], before: Iterable[str]) -> Resource:
        """An entity that was resolved before, with more members; ``before`` are relative IRIs that mean it."""
        cluster = Cluster(_kind(members), members)
        person = canonical_person(cluster) if cluster.kind is EntityKind.PERSON else None
        name = person.full if person else canonical_name(cluster, self._day)
        said = self._constraints.said(sorted({iri.removeprefix(self._iris.base), *before}))
        self._hidden |= {iri} if said.hidden else set()
        return _resource(iri, cluster, name, person, said)

    def _day(self, n: int) -> date | None:
        return self._documents[n].day

    def sittings(self) -> tuple[Sequence[DocumentEntities], Claims]:
        """The documents whose sittings are told apart, and what they had."""
        return [each for each in self._documents if not each.listed], self._claims

    def _people(self) -> People:
        people = People(self._corpus.people(), self._judged, self._lists)
        self._constraints.join(people.clusters, people.nodes)
        people.resolve()
        return people

    def _settle_things(self, things: Things) -> None:
        every = dict(_members(things.clusters, things.nodes))
        self._settle(every, things.clusters, things.unsettled.values())

    def _settle_people(self, people: People) -> None:
        every = dict(_members(people.clusters, people.nodes))
        self._settle(every, people.clusters, people.unsettled)

    def _settle(self, every: dict[int, list[Member]], clusters: Clusters, unsettled: Iterable[Unsettled]) -> None:
        """Name the clusters that documents speak of, link records to them, and ask what is open."""
        found: dict[int, Cluster] = {}
        for root, members in every.items():
            printed = [each for each in members if each[0] not in self._lists] if self._lists else members
            if printed:
                found[root] = Cluster(_kind(printed), printed, clusters.reasons(root))
        named = self._name(found)
        self._mentions.update({named[root]: cluster.mentions for root, cluster in found.items()})
        for root, members in every.items() if self._lists else ():
            iri = self._linking.link(root, members, named.get(root), found.get(root))
            for n, entity in members:
                self._entities[self._documents[n].sha256][entity.key] = iri
        for each in unsettled:
            self._ask(each, clusters, named)

    def _settle_sittings(self) -> Sittings:
        """Papers, topics and earlier protocols, which belong to a sitting."""
        documents, claims = self.sittings()
        sittings = Sittings(documents, self._entities, self._iris, claims)
        for n, document in enumerate(documents):
            for entity in document.entities:
                if entity.kind in _OF_A_SITTING:
                    self._entities[document.sha256][entity.key] = sittings.iri(n, entity)
        for sha256, key, other in self._same:
            self._entities[sha256][key] = self._entities[sha256][other]
        self._resources += sittings.resources()
        return sittings

    def _name(self, found: dict[int, Cluster]) -> dict[int, str]:
        """Hand out IRIs to clusters of one family; the numbers of the clusters with them."""
        people = {root: canonical_person(each) for root, each in found.items() if each.kind is EntityKind.PERSON}
        names = {
            root: people[root].full if root in people else canonical_name(cluster, self._day)
            for root, cluster in found.items()
        }
        kept = keep(
            found,
            self._claims,
            lambda root: precedence(found[root], self._hints(found[root])),
            self._constraints.is_off,
        )
        relative = {**kept.iris, **self._newly_named(found, names, kept.iris)}
        iris = {root: self._iris.base + each for root, each in relative.items()}
        self._owned.update(relative.values())
        self._replaced |= {self._iris.base + each: iris[root] for each, root in kept.retired.items()}
        judged = self._constraints.said_of(relative, kept.retired)
        for root, cluster in found.items():
            said = judged.get(root, Said())
            self._resources.append(_resource(iris[root], cluster, names[root], people.get(root), said))
            self._hidden |= {iris[root]} if said.hidden else set()
            for n, entity in cluster.members:
                self._entities[self._documents[n].sha256][entity.key] = iris[root]
        return iris

    def _newly_named(
        self, found: Mapping[int, Cluster], names: Mapping[int, str], kept: Mapping[int, str]
    ) -> dict[int, str]:
        """The relative IRIs of the clusters that keep none."""
        relative: dict[int, str] = {}
        for kind in sorted({cluster.kind for cluster in found.values()}):
            new = [root for root, cluster in found.items() if cluster.kind is kind and root not in kept]
            based = [(found[root], base_slug(found[root], names[root])) for root in new]
            slugs = hand_out(based, self._hints, partial(self._is_taken, kind))
            relative |= {root: f"{kind}/{each}" for root, each in zip(new, slugs, strict=True)}
        return relative

    def _is_taken(self, kind: EntityKind, slug: str) -> bool:
        return f"{kind}/{slug}" in self._claims.register

    def _hints(self, cluster: Cluster) -> tuple[str, ...]:
        return self._corpus.hints(cluster.kind, cluster.members)

    def _ask(self, open_: Unsettled, clusters: Clusters, named: Mapping[int, str]) -> None:
        """Note a question, unless a later rule has settled it."""
        roots = list(map(clusters.root, open_.nodes))
        mentions = {named[root]: self._mentions[named[root]] for root in roots if root in named}
        told, records = self._linking.told(mentions, roots) if self._lists else ("", ())
        if told and len(mentions) == 1:
            ((iri, weight),) = mentions.items()
            self._questions.add(Question(open_.text + told, (iri,), QUESTION, weight, iri, records))
        elif len(mentions) > 1:
            focus = "" if open_.focus is None else named.get(clusters.root(open_.focus), "")
            others = sum(mentions.values()) - mentions.get(focus, max(mentions.values()))
            weight = min(others, mentions.get(focus, others))
            iris = tuple(sorted(mentions))
            self._questions.add(Question(open_.text + told, iris, open_.kind, weight, focus, records))


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


def _resource(iri: str, cluster: Cluster, name: str, person: PersonName | None, said: Said) -> Resource:
    if said.name is not None:
        name = said.name
        person = None if person is None else renamed(person, name)
    return Resource(
        iri,
        cluster.kind,
        name,
        other_names(cluster, name),
        min((entity.number for _, entity in cluster.members if entity.number is not None), default=None),
        person,
        reasons=tuple(sorted(cluster.reasons)),
        same_as=said.same_as,
    )
