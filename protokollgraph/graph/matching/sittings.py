"""Meetings and their protocols, and what is named within one sitting only: papers, topics, earlier protocols."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date, time

from protokollgraph.graph.identity.claims import Claims
from protokollgraph.graph.identity.register import PROTOCOL, meeting_anchor
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.naming import place_of_council
from protokollgraph.graph.resolution import DocumentEntities, Resource, sitting_key
from protokollgraph.model import Entity, EntityKind, Meeting
from protokollgraph.ontology.iris import Iris, slug, tail

_Clocks = list[tuple[time, tuple[str, ...]]]
"""The starts of the meetings of one body on one day, each with its addresses."""


class Sittings:
    """The sitting of each document.

    Two protocols of one sitting share the meeting; the second in the order of names and digests has a longer IRI. Two
    documents that do not say which sitting they record never share one.
    """

    def __init__(
        self,
        documents: Sequence[DocumentEntities],
        entities: Mapping[str, Mapping[str, str]],
        iris: Iris,
        claims: Claims,
    ) -> None:
        self._documents = documents
        self._iris = iris
        self._claims = claims
        self._entities = entities
        self._slugs = self._document_slugs()
        self._found: dict[str, list[Entity]] = {}
        self._places = [self._place(n) for n in range(len(documents))]
        self._paper_places = self._places_of_papers()
        self._known_papers = self._papers_handed_out()
        self._clocks = self._meetings_of_a_day()
        self._printed = self._bodies_as_printed()
        self._known_meetings = self._meetings_handed_out()
        self.addresses: dict[str, str] = {}
        """Address of a meeting or an agenda item to its IRI."""
        self.meetings = self._meetings()
        for document in documents:
            for n, number, address in document.items:
                self.addresses[address] = self._iris.item(self.meetings[sitting_key(document.sha256, n)], number)
        self.protocols = self._protocols()

    def iri(self, n: int, entity: Entity) -> str:
        """The IRI of a paper, topic or protocol that a document names."""
        match entity.kind:
            case EntityKind.PAPER:
                iri = self._paper(n, entity)
            case EntityKind.TOPIC:
                iri = self._iris.topic(slug(f"{self._sitting(n)} {entity.name}"))
            case _:
                iri = self._earlier(n, entity)
        self._found.setdefault(iri, []).append(entity)
        return iri

    def by_seniority(self) -> list[DocumentEntities]:
        """Minutes before records, and who came first before newcomers, so that acts keep their numbers."""
        places = [self._claims.place(n) for n in range(len(self._documents))]
        order = sorted(range(len(places)), key=lambda n: (self._documents[n].record, places[n] is None, places[n] or 0))
        return [self._documents[n] for n in order]

    def anchored(self) -> list[dict[str, str]]:
        """What the register keeps of each document: the IRIs of its protocol and its meetings."""
        return [
            {PROTOCOL: self.protocols[document.sha256]}
            | {
                meeting_anchor(place): self.meetings[sitting_key(document.sha256, place)]
                for place in range(1 + len(document.further))
            }
            for document in self._documents
        ]

    def replaced(self) -> dict[str, str]:
        """IRIs that meetings have had, to those that they have now, as when their body turned out to be another."""
        now = set(self.meetings.values())
        found: dict[str, str] = {}
        for n, anchored in enumerate(self.anchored()):
            for anchor, iri in anchored.items():
                before = self._claims.sitting(n, anchor)
                if before is not None and before != iri and before not in now:
                    found[before] = iri
        return found

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

    def _meetings(self) -> dict[str, str]:
        """The IRI of each document's meetings; one known by address only is the one that has it in another."""
        found: dict[str, str] = {}
        alone: list[tuple[str, str]] = []
        for n, document in enumerate(self._documents):
            for place, meeting in enumerate((document.meeting, *document.further)):
                key = sitting_key(document.sha256, place)
                if meeting is None or self._slot(n, meeting) is None:
                    found[key] = self._unknown(n, place)
                    alone += ((key, address) for address in (meeting.identifiers if meeting else ()))
                else:
                    found[key] = self._meeting(n, meeting, place)
                    self.addresses |= dict.fromkeys(meeting.identifiers, found[key])
        for key, address in alone:
            found[key] = self.addresses.setdefault(address, found[key])
        return found

    def _unknown(self, n: int, place: int) -> str:
        """The IRI of a meeting that says neither body nor day: the document's own."""
        known = self._claims.sitting(n, meeting_anchor(place))
        if known is not None:
            return known
        return self._iris.meeting(None, document=self._slugs[n] if place == 0 else f"{self._slugs[n]}/{place + 1}")

    def _slot(self, n: int, meeting: Meeting) -> tuple[str, date | int] | None:
        """Body and day of a meeting, or its number; None if they are not known."""
        key = meeting.body
        body = self._entities[self._documents[n].sha256].get(key) if key is not None else None
        when = meeting.date or meeting.number
        return None if body is None or when is None else (body, when)

    def _meetings_of_a_day(self) -> dict[tuple[str, date | int], _Clocks]:
        """The meetings that are told apart although body and day are the same, with their starts."""
        found: dict[tuple[str, date | int], set[tuple[time, tuple[str, ...]]]] = {}
        for n, document in enumerate(self._documents):
            for meeting in (document.meeting, *document.further):
                slot = None if meeting is None or not meeting.identifiers else self._slot(n, meeting)
                if meeting is not None and slot is not None:
                    found.setdefault(slot, set()).add((meeting.start or time.min, meeting.identifiers))
        told = {slot: sorted(meetings) for slot, meetings in found.items() if len(meetings) > 1}
        return self._starts_of_a_day(found) | told

    def _starts_of_a_day(self, recorded: Container[tuple[str, date | int]]) -> dict[tuple[str, date | int], _Clocks]:
        """The meetings that minutes alone tell apart: other starts, and no number that says it is one session."""
        starts: dict[tuple[str, date | int], set[time]] = {}
        numbers: dict[tuple[str, date | int], set[int | None]] = {}
        for n, document in enumerate(self._documents):
            meeting = document.meeting
            slot = None if meeting is None or document.record else self._slot(n, meeting)
            if meeting is not None and slot is not None and slot not in recorded and meeting.start is not None:
                starts.setdefault(slot, set()).add(meeting.start)
                numbers.setdefault(slot, set()).add(meeting.number)
        return {
            slot: [(start, ()) for start in sorted(clocks)]
            for slot, clocks in starts.items()
            if len(clocks) > 1 and (len(numbers[slot]) > 1 or None in numbers[slot])
        }

    def _bodies_as_printed(self) -> dict[tuple[str, date], set[str]]:
        """Days of recorded meetings, by every name that the record gives the body: to the bodies that they were of.

        A committee that was renamed is two bodies for protocols that name both; its record still has one for each day.
        """
        found: dict[tuple[str, date], set[str]] = {}
        for n, document in enumerate(self._documents):
            names = {entity.key: (entity.name, *entity.aliases) for entity in document.entities}
            for meeting in (document.meeting, *document.further) if document.record else ():
                slot = None if meeting is None else self._slot(n, meeting)
                if meeting is not None and meeting.date is not None and slot is not None:
                    for name in names.get(meeting.body or "", ()):
                        found.setdefault((fold(name), meeting.date), set()).add(slot[0])
        return found

    def _recorded(self, n: int, meeting: Meeting, body: str) -> str:
        """The body of whose meetings this one is, for a protocol whose own has none recorded that day."""
        document, day = self._documents[n], meeting.date
        if document.record or day is None:
            return body
        name = next((entity.name for entity in document.entities if entity.key == meeting.body), "")
        bodies = self._printed.get((fold(name), day), set())
        return next(iter(bodies)) if len(bodies) == 1 else body

    def _meeting(self, n: int, meeting: Meeting, sitting: int) -> str:
        slot = self._slot(n, meeting)
        if slot is None:
            return self._unknown(n, sitting)
        slot = self._recorded(n, meeting, slot[0]), slot[1]
        iri = self._iris.meeting(tail(slot[0]), day=meeting.date, number=meeting.number, document=self._slugs[n])
        own = self._claims.sitting(n, meeting_anchor(sitting))
        if own is not None and (own == iri or own.startswith(f"{iri}/")):
            return own
        known = self._known_meetings.get(iri, {})
        clocks = self._clocks.get(slot, ())
        for place, (start, identifiers) in enumerate(clocks):
            if identifiers == meeting.identifiers if meeting.identifiers else start == meeting.start:
                first = place == 0 and iri not in known.values()
                return known.get(start) or (iri if first else self._iris.later_meeting(iri, start, place + 1))
        return iri

    def _meetings_handed_out(self) -> dict[str, dict[time, str]]:
        """IRI of a body's first meeting on a day to those of all its meetings that day by start, as far as known."""
        found: dict[str, dict[time, str]] = {}
        for n, document in enumerate(self._documents):
            for place, meeting in enumerate((document.meeting, *document.further)):
                own = self._claims.sitting(n, meeting_anchor(place))
                slot = None if meeting is None or own is None else self._slot(n, meeting)
                if meeting is not None and own is not None and slot is not None:
                    first = self._iris.meeting(tail(slot[0]), day=meeting.date, number=meeting.number, document="")
                    if own == first or own.startswith(f"{first}/"):
                        found.setdefault(first, {}).setdefault(meeting.start or time.min, own)
        return found

    def _protocols(self) -> dict[str, str]:
        known = {n: own for n in range(len(self._documents)) if (own := self._claims.sitting(n, PROTOCOL)) is not None}
        found = {self._documents[n].sha256: own for n, own in known.items()}
        taken = set(known.values())
        by_name = sorted((document.name, document.sha256, n) for n, document in enumerate(self._documents))
        for _, sha256, n in by_name:
            if n in known:
                continue
            if self._documents[n].record:
                found[sha256] = self._iris.record(self._slugs[n])
                continue
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
                if entity.kind is EntityKind.PAPER and entity.name:
                    found.setdefault(_identifier(entity.name), set()).add(self._places[n])
        return found

    def _papers_handed_out(self) -> dict[tuple[str, str], str]:
        """Identifier and place to the IRI of a paper."""
        found: dict[tuple[str, str], str] = {}
        for n, document in enumerate(self._documents):
            for entity in document.entities:
                if entity.kind is EntityKind.PAPER and entity.name and (own := self._claims.of(n, entity.key)):
                    found.setdefault((_identifier(entity.name), self._places[n]), own[-1])
        return found

    def _paper(self, n: int, entity: Entity) -> str:
        """The IRI of a paper: the one that it has had, or the one of the same identifier and place."""
        own = self._claims.of(n, entity.key)
        known = own[-1] if own else self._known_papers.get((_identifier(entity.name), self._places[n]))
        return self._iris.paper(self._paper_slug(n, entity)) if known is None else self._iris.base + known

    def _paper_slug(self, n: int, entity: Entity) -> str:
        """The identifier, with the place where councils of several places use it.

        A paper that has no identifier is told by its title and its address.
        """
        if not entity.name:
            return slug(f"{entity.title} {hashlib.sha256(' '.join(entity.identifiers).encode()).hexdigest()[:8]}")
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
