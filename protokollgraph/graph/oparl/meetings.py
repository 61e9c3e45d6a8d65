"""Meeting with its agenda items, place and minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from protokollgraph.graph.oparl import results
from protokollgraph.graph.oparl.objects import Addresses, Object
from protokollgraph.graph.oparl.papers import Papers
from protokollgraph.graph.oparl.statements import Node, described, told_once
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.namespaces import DCT, DL, LOCN, ORG, PG, PROV, RDFS, SCHEMA, SKOS

DECISIONS = "protokollgraph:decision"
"""Our own property: decisions one by one, where OParl has room for one result only."""

_MEETING = (
    *(RDFS.label, DCT.date, DCT.source, PROV.atLocation, DL.activity_start_date, DL.activity_end_date),
    *(DL.had_responsible_organization, DL.had_participation, DL.recorded_in_a_realization_of),
)
_GERMANY = ZoneInfo("Europe/Berlin")
_DIGITS = re.compile(r"(\d+)")


class Meetings:
    """Every meeting that a document records; those that are only mentioned as the next or a former one are left out."""

    def __init__(self, store: ReadableStore, addresses: Addresses, papers: Papers) -> None:
        self._addresses = addresses
        self._papers = papers
        self._places = described(store, ORG.Site, RDFS.label, LOCN.address)
        self._streets = described(store, LOCN.Address, LOCN.thoroughfare, LOCN.postCode, LOCN.postName)
        self._files = described(store, PG.SourceFile, DCT.title, SCHEMA.encodingFormat)
        self._protocols = described(store, PG.Protocol, DCT.title, PROV.wasDerivedFrom)
        self._participations = described(store, DL.Participation, DL.had_participant_person, PG.attendance)
        self._decisions = told_once(store, PG.Decision, *results.SAID)
        self._items = _by_meeting(described(store, PG.AgendaItem, DL.forms_part_of, SKOS.notation, DCT.title))
        self._treatments = _by_meeting(described(store, PG.Treatment, DL.forms_part_of, PROV.generated))
        found = described(store, PG.Meeting, *_MEETING).items()
        self._meetings = {
            iri: node for iri, node in found if node.one(DL.recorded_in_a_realization_of) or node.one(DCT.source)
        }

    def meetings(self) -> Iterator[Object]:
        for iri, node in self._meetings.items():
            minutes = [self._minutes(each) for each in node.all(DL.recorded_in_a_realization_of)]
            yield self._addresses.thing(
                "Meeting",
                iri,
                {
                    "name": node.one(RDFS.label),
                    "start": node.one(DL.activity_start_date) or _midnight(node.one(DCT.date)),
                    "end": node.one(DL.activity_end_date),
                    "location": self._location(node.one(PROV.atLocation)),
                    "organization": self._addresses.each(node.all(DL.had_responsible_organization)),
                    "participant": self._addresses.each(self._present(node)),
                    "resultsProtocol": minutes[0] if len(minutes) == 1 else None,
                    "auxiliaryFile": minutes if len(minutes) > 1 else None,
                    "agendaItem": list(self._agenda(iri)),
                    DECISIONS: [results.full(each) for each in self._taken(iri, None)],
                },
            )

    def _present(self, meeting: Node) -> list[str]:
        """Who was there, as far as a list or the text says so."""
        there = (self._participations.get(each) for each in meeting.all(DL.had_participation))
        people = (
            each.one(DL.had_participant_person) for each in there if each and each.one(PG.attendance) == PG.Present
        )
        return sorted({person for person in people if person})

    def _location(self, iri: str | None) -> Object | None:
        place = self._places.get(iri or "")
        if place is None:
            return None
        address = self._streets.get(place.one(LOCN.address) or "")
        return self._addresses.thing(
            "Location",
            place.iri,
            {
                "description": place.one(RDFS.label),
                "streetAddress": address.one(LOCN.thoroughfare) if address else None,
                "postalCode": address.one(LOCN.postCode) if address else None,
                "locality": address.one(LOCN.postName) if address else None,
            },
        )

    def _minutes(self, iri: str) -> Object:
        """The file of the minutes; it lies where its IRI says, if it is published at all."""
        protocol = self._protocols.get(iri)
        file = self._files.get((protocol.one(PROV.wasDerivedFrom) if protocol else None) or "")
        return self._addresses.thing(
            "File",
            iri,
            {
                "name": protocol.one(DCT.title) if protocol else None,
                "fileName": file.one(DCT.title) if file else None,
                "mimeType": file.one(SCHEMA.encodingFormat) if file else None,
                "accessUrl": file.iri if file else iri,
            },
        )

    def _agenda(self, meeting: str) -> Iterator[Object]:
        """The items in the order of their numbers; what was treated without a plan is an item as well."""
        items = {iri.rpartition("/item/")[2]: node for iri, node in self._items.get(meeting, {}).items()}
        treated = {iri.rpartition("/treatment/")[2]: node for iri, node in self._treatments.get(meeting, {}).items()}
        for order, key in enumerate(sorted({*items, *treated} - {OFF_AGENDA}, key=_natural), 1):
            yield self._item(meeting, key, items.get(key), order)

    def _item(self, meeting: str, key: str, item: Node | None, order: int) -> Object:
        decisions = self._taken(meeting, key)
        plain = len(decisions) == 1 and results.is_plain(decisions[0])
        said: Mapping[str, object] = {
            "meeting": self._addresses.of(meeting),
            "number": (item.one(SKOS.notation) if item else None) or key,
            "order": order,
            "name": item.one(DCT.title) if item else None,
            "consultation": self._papers.consultation_at(meeting, key),
            "result": results.result(decisions[0]) if len(decisions) == 1 else None,
            "resolutionText": decisions[0].one(PROV.value) if len(decisions) == 1 else None,
            DECISIONS: [] if plain else [results.full(each) for each in decisions],
        }
        return self._addresses.thing("AgendaItem", f"{meeting}/item/{key}", said)

    def _taken(self, meeting: str, key: str | None) -> list[Node]:
        """The decisions that were taken under an item, or under none; not those that were only reported."""
        treatment = self._treatments.get(meeting, {}).get(f"{meeting}/treatment/{key or OFF_AGENDA}")
        taken = () if treatment is None else treatment.all(PROV.generated)
        return [self._decisions[iri] for iri in sorted(taken, key=_natural) if iri in self._decisions]


OFF_AGENDA = "off-agenda"
"""The end of the IRI of what stands under no item."""


def _by_meeting(nodes: Mapping[str, Node]) -> dict[str, dict[str, Node]]:
    found: dict[str, dict[str, Node]] = {}
    for iri, node in nodes.items():
        found.setdefault(node.one(DL.forms_part_of) or "", {})[iri] = node
    return found


def _natural(text: str) -> list[tuple[int, int, str]]:
    """10 comes after 9, and 1.10 after 1.9."""
    parts = (part for part in _DIGITS.split(text) if part)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _midnight(day: str | None) -> str | None:
    """A day as the moment that OParl asks for; that the hour is not known cannot be said."""
    return None if day is None else datetime.fromisoformat(day).replace(tzinfo=_GERMANY).isoformat()
