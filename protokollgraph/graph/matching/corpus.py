"""The documents of one run, as the rules of matching look at them: whose unit something is, who works where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from protokollgraph.extract.posts.parties import is_party
from protokollgraph.graph.matching.handout import Member
from protokollgraph.graph.matching.naming import employer_keys, is_elected
from protokollgraph.graph.matching.person import SEAT, Ties
from protokollgraph.graph.matching.places import IN, is_council
from protokollgraph.graph.matching.scopes import ACTORS, Scopes
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Capacity, Entity, EntityKind, Role
from protokollgraph.ontology.iris import slug, tail

_NOTHING = frozenset[str]()


class Corpus:
    """Documents in an order of their own; :attr:`entities` is filled while their entities are settled."""

    def __init__(self, documents: Sequence[DocumentEntities]) -> None:
        self.documents = documents
        self.by_key = [{entity.key: entity for entity in each.entities} for each in documents]
        self.entities: dict[str, dict[str, str]] = {each.sha256: {} for each in documents}
        """SHA-256 of the document to key of the entity to IRI, as far as they are settled."""
        self.scopes = Scopes(documents, self.by_key)
        self._distinct: dict[Ties, Ties] = {}
        """Ties of which many people have the same, each once: equal ones are then found without comparing them."""

    def mentioned(self, kinds: tuple[EntityKind, ...]) -> Iterator[tuple[int, Entity, str]]:
        """Number of the document, entity, and its scope."""
        for n, document in enumerate(self.documents):
            for entity in document.entities:
                if entity.kind in kinds:
                    yield n, entity, self.scopes.of(n, entity)

    def people(self) -> Iterator[tuple[int, Entity, Ties]]:
        """Number of the document, person, and what ties them to others; organisations have to be settled before."""
        for n, document in enumerate(self.documents):
            ties = self._ties(n)
            for entity in document.entities:
                if entity.kind is EntityKind.PERSON:
                    yield n, entity, ties.get(entity.key, Ties())

    def body(self, n: int) -> Entity | None:
        """The body that met."""
        meeting = self.documents[n].meeting
        return None if meeting is None else self.by_key[n].get(meeting.body or "")

    def hints(self, kind: EntityKind, members: Sequence[Member]) -> tuple[str, ...]:
        """What tells a cluster from a namesake, as slugs, the most telling first."""
        return self._posts(members) if kind is EntityKind.PERSON else self._origin(members)

    def _origin(self, members: Sequence[Member]) -> tuple[str, ...]:
        """The organisations that a thing is a unit of, or else the bodies that speak of it."""
        hints = Counter(slug(parent.name) for n, e in members if (parent := self.by_key[n].get(e.part_of or "")))
        if not hints:
            hints.update(slug(body.name) for n, _ in members if (body := self.body(n)))
        return _most_frequent(hints)

    def _ties(self, n: int) -> dict[str, Ties]:
        """What ties the people of a document to those of others; organisations count by what they turned out to be."""
        document, body = self.documents[n], self.body(n)
        scene = self._scene(n)
        firm: dict[str, frozenset[str]] = {}
        loose: dict[str, frozenset[str]] = {}
        posts = [(each.person, each.organisation) for each in document.memberships]
        posts += [(e.person, e.organisation) for e in document.participations if e.organisation is not None]
        employers = {key: self._employers(n, key) for key in {organisation for _, organisation in posts}}
        for person, organisation in posts:
            firm[person] = firm.get(person, _NOTHING) | employers[organisation][0]
            loose[person] = loose.get(person, _NOTHING) | employers[organisation][1]
        sitting = (_NOTHING, _NOTHING) if body is None else self._sitting(n, body)
        for each in document.participations:
            if each.capacity is Capacity.MEMBER or each.role is Role.CHAIR:
                firm[each.person] = firm.get(each.person, _NOTHING) | sitting[0]
                loose[each.person] = loose.get(each.person, _NOTHING) | sitting[1]
        people = {entity.key for entity in document.entities if entity.kind is EntityKind.PERSON}
        found = ((p, Ties(firm.get(p, _NOTHING), loose.get(p, _NOTHING), scene)) for p in people)
        return {person: self._distinct.setdefault(ties, ties) for person, ties in found}

    def _scene(self, n: int) -> frozenset[str]:
        """The body whose minutes a document is, and its place."""
        body, place = self.body(n), self.scopes.place(n)
        own = set() if body is None else {self.entities[self.documents[n].sha256][body.key]}
        return frozenset(own if place is None else own | {IN + place})

    def _sitting(self, n: int, body: Entity) -> tuple[frozenset[str], frozenset[str]]:
        """What ties the members of the body that met: firmly those of a council, loosely all others."""
        firm, loose = self._employers(n, body.key)
        seats = frozenset(tie for tie in firm if tie.startswith(SEAT))
        return (firm, loose) if is_elected(body.name) else (seats, loose | (firm - seats))

    def _employers(self, n: int, key: str) -> tuple[frozenset[str], frozenset[str]]:
        """An organisation, those that it is a unit of, and what its administration is called; beside them a council.

        Who sits in a council or its committee does not work for the town: that ties firmly to its place only, and
        loosely to the council or committee.
        """
        found, seen = _NOTHING, set[str]()
        entity = self.by_key[n].get(key)
        while entity is not None and entity.key not in seen and entity.kind in ACTORS:
            seen.add(entity.key)
            iri, scope = self.entities[self.documents[n].sha256][entity.key], self.scopes.of(n, entity)
            if scope.startswith(IN) and is_council(entity.name):
                return found | {SEAT + scope.removeprefix(IN)}, frozenset({iri})
            everywhere = is_party(entity.name) and not scope.startswith(IN)
            found |= {self._in_body(n, iri) if everywhere else iri} | employer_keys(entity.name)
            entity = self.by_key[n].get(entity.part_of or "")
        return found, _NOTHING

    def _in_body(self, n: int, iri: str) -> str:
        """A party that is of no place, as the group in the body that met: elsewhere its members are other people."""
        body, sha256 = self.body(n), self.documents[n].sha256
        return f"{iri} in {sha256 if body is None else self.entities[sha256][body.key]}"

    def _posts(self, members: Sequence[Member]) -> tuple[str, ...]:
        """Organisations and then functions of a person, as slugs, the most frequent first."""
        organisations, functions = Counter[str](), Counter[str]()
        for n, person in members:
            for organisation, role in self._posts_in(n, person.key):
                organisations[tail(organisation)] += 1
                if role:
                    functions[slug(role)] += 1
        return _most_frequent(organisations) + _most_frequent(functions)

    def _posts_in(self, n: int, person: str) -> Iterator[tuple[str, str | None]]:
        """The organisations of a person of a document, as IRIs, with the functions there."""
        document, own = self.documents[n], self.entities[self.documents[n].sha256]
        for post in document.memberships:
            if post.person == person and post.organisation in own:
                yield own[post.organisation], post.role
        for each in document.participations:
            if each.person == person and each.organisation in own:
                yield own[each.organisation], None


def _most_frequent(found: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(found, key=lambda each: (-found[each], each)))
