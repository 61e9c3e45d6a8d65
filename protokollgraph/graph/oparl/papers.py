"""Paper with its consultations: those that records state, and those that follow from what minutes treat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protokollgraph.extract.words import load
from protokollgraph.graph.oparl.objects import Addresses, Object
from protokollgraph.graph.oparl.statements import Node, described, registered
from protokollgraph.graph.store import ReadableStore
from protokollgraph.model import PaperKind
from protokollgraph.ontology.iris import tail
from protokollgraph.ontology.namespaces import DCT, DL, FOAF, PG, RDF


class Papers:
    """Every paper and its way through the meetings."""

    def __init__(self, store: ReadableStore, addresses: Addresses) -> None:
        self._addresses = addresses
        self._names = registered(store, PG.Paper, DCT.identifier, DCT.title)
        self._papers = described(store, PG.Paper, RDF.type, PG.paperKind, DCT.creator, DCT.title)
        self._people = registered(store, FOAF.Person, FOAF.name)
        self._stages: dict[str, list[Object]] = {}
        """Paper to consultations."""
        self._at: dict[str, str] = {}
        """Agenda item to the address of the consultation there."""
        self._state(store)
        self._conclude(store)

    def _state(self, store: ReadableStore) -> None:
        own = (
            PG.consultedPaper,
            PG.consultedAt,
            PG.authoritative,
            PG.consultationRole,
            DL.had_responsible_organization,
        )
        for iri, node in described(store, PG.Consultation, *own).items():
            paper, item = node.one(PG.consultedPaper), node.one(PG.consultedAt)
            meeting, below, _ = (item or "").partition("/item/")
            authoritative = node.one(PG.authoritative)
            self._add(
                paper or "",
                item if below else None,
                iri,
                {
                    "meeting": self._addresses.of(meeting) if meeting else None,
                    "organization": self._addresses.each(node.all(DL.had_responsible_organization)),
                    "role": node.one(PG.consultationRole),
                    "authoritative": authoritative == "true" if authoritative else None,
                },
            )

    def _conclude(self, store: ReadableStore) -> None:
        """Minutes that treat a paper under an item consult it there."""
        meetings = described(store, PG.Meeting, DL.had_responsible_organization)
        bodies = {iri: node.one(DL.had_responsible_organization) for iri, node in meetings.items()}
        for iri, node in described(store, PG.Treatment, PG.treatsPaper).items():
            meeting, _, key = iri.rpartition("/treatment/")
            item, body = f"{meeting}/item/{key}", bodies.get(meeting)
            for paper in node.all(PG.treatsPaper):
                if not self._is_known(paper, item):
                    said = {
                        "meeting": self._addresses.of(meeting),
                        "organization": self._addresses.each([body] if body else []),
                    }
                    self._add(paper, item, f"{item}/consultation/{tail(paper)}", said)

    def _is_known(self, paper: str, item: str) -> bool:
        return any(each.get("agendaItem") == self._addresses.of(item) for each in self._stages.get(paper, ()))

    def _add(self, paper: str, item: str | None, iri: str, said: Mapping[str, object]) -> None:
        own = {"paper": self._addresses.of(paper), "agendaItem": self._addresses.of(item) if item else None}
        stage = self._addresses.thing("Consultation", iri, own | dict(said))
        self._stages.setdefault(paper, []).append(stage)
        if item is not None:
            self._at.setdefault(item, stage["id"])

    def consultation_at(self, meeting: str, key: str) -> str | None:
        """The address of the consultation at an agenda item; of several papers the first one's."""
        return self._at.get(f"{meeting}/item/{key}")

    def papers(self) -> Iterator[Object]:
        kinds = load("oparl")["paper_types"]
        for iri, node in self._papers.items():
            name = self._names.get(iri, node)
            kind = next(
                (each.value for each in PaperKind if node.one(PG.paperKind) == PG + each.value.capitalize()), ""
            )
            people, others = self._movers(node)
            yield self._addresses.thing(
                "Paper",
                iri,
                {
                    "body": self._addresses.body,
                    "name": name.one(DCT.title) or node.one(DCT.title),
                    "reference": name.one(DCT.identifier),
                    "paperType": kinds.get(kind),
                    "originatorPerson": self._addresses.each(people),
                    "originatorOrganization": self._addresses.each(others),
                    "consultation": self._stages.get(iri, []),
                },
            )

    def _movers(self, node: Node) -> tuple[list[str], list[str]]:
        movers = node.all(DCT.creator)
        return [each for each in movers if each in self._people], [each for each in movers if each not in self._people]
