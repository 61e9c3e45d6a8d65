"""Meetings and their protocols, and what is named within one sitting only: papers, topics, earlier protocols."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.naming import place_of_council
from protokollgraph.graph.resolution import DocumentEntities, Resource
from protokollgraph.model import Entity, EntityKind
from protokollgraph.ontology.iris import Iris, slug, tail


class Sittings:
    """The sitting of each document.

    Two protocols of one sitting share the meeting; the second in the order of names and digests has a longer IRI. Two
    documents that do not say which sitting they record never share one.
    """

    def __init__(
        self, documents: Sequence[DocumentEntities], entities: Mapping[str, Mapping[str, str]], iris: Iris
    ) -> None:
        self._documents = documents
        self._iris = iris
        self._entities = entities
        self._slugs = self._document_slugs()
        self._found: dict[str, list[Entity]] = {}
        self._places = [self._place(n) for n in range(len(documents))]
        self._paper_places = self._places_of_papers()
        self.meetings = {d.sha256: self._meeting(n) for n, d in enumerate(documents)}
        self.protocols = self._protocols()

    def iri(self, n: int, entity: Entity) -> str:
        """The IRI of a paper, topic or protocol that a document names."""
        match entity.kind:
            case EntityKind.PAPER:
                iri = self._iris.paper(self._paper(n, entity))
            case EntityKind.TOPIC:
                iri = self._iris.topic(slug(f"{self._sitting(n)} {entity.name}"))
            case _:
                iri = self._earlier(n, entity)
        self._found.setdefault(iri, []).append(entity)
        return iri

    def resources(self) -> list[Resource]:
        """What :meth:`iri` has handed out."""
        return [_resource(iri, found) for iri, found in sorted(self._found.items())]

    def _body(self, n: int) -> str | None:
        document = self._documents[n]
        key = None if document.meeting is None else document.meeting.body
        return self._entities[document.sha256].get(key) if key is not None else None

    def _document_slugs(self) -> list[str]:
        """Slugs of the files' names; a digest tells those of one name apart."""
        plain = [slug(document.name) for document in self._documents]
        often = Counter(plain)
        return [
            each if often[each] == 1 else slug(f"{each} {document.sha256[:8]}")
            for each, document in zip(plain, self._documents, strict=True)
        ]

    def _meeting(self, n: int) -> str:
        meeting, body = self._documents[n].meeting, self._body(n)
        if meeting is None:
            return self._iris.meeting(None, document=self._slugs[n])
        of = None if body is None else tail(body)
        return self._iris.meeting(of, day=meeting.date, number=meeting.number, document=self._slugs[n])

    def _protocols(self) -> dict[str, str]:
        found: dict[str, str] = {}
        taken: set[str] = set()
        by_name = sorted((document.name, document.sha256, n) for n, document in enumerate(self._documents))
        for _, sha256, n in by_name:
            plain = self._iris.entity("protocol", self._sitting_path(n))
            found[sha256] = self._iris.other_protocol(plain, self._slugs[n]) if plain in taken else plain
            taken.add(plain)
        return found

    def _sitting_path(self, n: int) -> str:
        return self.meetings[self._documents[n].sha256].removeprefix(self._iris.entity("meeting", ""))

    def _sitting(self, n: int) -> str:
        return self._sitting_path(n).replace("/", " ")

    def _earlier(self, n: int, entity: Entity) -> str:
        """The protocol of the sitting that is named, of the body that names it unless another is."""
        document = self._documents[n]
        meeting, own = document.meeting, self._entities[document.sha256]
        body = own.get(entity.part_of) if entity.part_of is not None else self._body(n)
        day, number = entity.date, entity.number
        previous = None if meeting is None else meeting.previous
        if day is None and number is not None and previous is not None and previous.number == number:
            day = previous.date
        if body is None or (day is None and number is None):
            return self._iris.other_protocol(self.protocols[document.sha256], slug(entity.name))
        return self._iris.protocol(tail(body), day=day, number=number, document=self._slugs[n])

    def _place(self, n: int) -> str:
        document = self._documents[n]
        key = None if document.meeting is None else document.meeting.body
        names = (entity.name for entity in document.entities if entity.key == key)
        return next((place_of_council(name) or "" for name in names), "")

    def _places_of_papers(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for n, document in enumerate(self._documents):
            for entity in document.entities:
                if entity.kind is EntityKind.PAPER:
                    found.setdefault(_identifier(entity.name), set()).add(self._places[n])
        return found

    def _paper(self, n: int, entity: Entity) -> str:
        """The slug of a paper: its identifier, with the place where councils of several places use it."""
        places = self._paper_places[_identifier(entity.name)] - {""}
        if len(places) < 2:
            return slug(entity.name)
        return slug(f"{self._places[n] or self._slugs[n]} {entity.name}")


def _identifier(name: str) -> str:
    return "".join(words(fold(name)))


def _resource(iri: str, found: list[Entity]) -> Resource:
    names = Counter(entity.name for entity in found)
    name = max(names, key=lambda each: (names[each], len(each), each))
    others = {form for entity in found for form in (entity.name, *entity.aliases)} - {name, ""}
    days: list[date] = sorted(entity.date for entity in found if entity.date is not None)
    titles = sorted({entity.title for entity in found if entity.title})
    return Resource(
        iri,
        found[0].kind,
        name,
        tuple(sorted(others)),
        date=days[0] if days else None,
        title=max(titles, key=len, default=None),
    )
