"""The way of papers through the bodies, as records state it."""

from __future__ import annotations

from protokollgraph.graph.resolution import Resolution
from protokollgraph.graph.triples.frame import Frame, german, node, number
from protokollgraph.model import Consultation
from protokollgraph.ontology.namespaces import DL, PG, SCHEMA

_CONSULTATION = (node(PG.Consultation),)


def write_consultations(frame: Frame, resolution: Resolution) -> None:
    """Write each stage with its paper, and the agenda item or meeting where a file that is known holds it."""
    numbers: dict[str, int] = {}
    for each in frame.extraction.consultations:
        paper = frame.resource(each.paper).iri
        numbers[paper] = numbers.get(paper, 0) + 1
        _write(frame, each, node(frame.iris.consultation(paper, numbers[paper])), _where(each, resolution))


def _where(each: Consultation, resolution: Resolution) -> str | None:
    places = (resolution.addresses.get(address) for address in (each.item, each.meeting) if address)
    return next((place for place in places if place), None)


def _write(frame: Frame, each: Consultation, term: str, where: str | None) -> None:
    frame.types(term, _CONSULTATION)
    frame.add(term, node(PG.consultedPaper), frame.entity(each.paper))
    if where is not None:
        frame.add(term, node(PG.consultedAt), node(where))
    for key in each.organisations:
        frame.add(term, node(DL.had_responsible_organization), frame.entity(key))
    if each.role:
        frame.add(term, node(PG.consultationRole), german(each.role))
    if each.authoritative is not None:
        frame.add(term, node(PG.authoritative), number(each.authoritative))
    if each.identifier is not None:
        frame.add(term, node(SCHEMA.sameAs), node(each.identifier))
    frame.prove(term, each.evidence)
