"""Files and terms of office, as records state them."""

from __future__ import annotations

from protokollgraph.graph.resolution import Resolution
from protokollgraph.graph.triples.frame import Frame, german, node, number, plain
from protokollgraph.ontology.iris import slug, tail
from protokollgraph.ontology.namespaces import DCT, FOAF, PG, SCHEMA, SKOS

_FILE, _TERM = (node(FOAF.Document),), (node(PG.LegislativeTerm),)


def write_attachments(frame: Frame, resolution: Resolution) -> None:
    """Write the files of papers, and of meetings and items that a known document holds. A file is its own address."""
    for each in frame.extraction.attachments:
        owner = frame.resource(each.paper).iri if each.paper else resolution.addresses.get(each.place or "")
        if owner is None or each.address.startswith(frame.iris.base):
            continue  # a foreign file has a foreign address; nobody may describe our nodes as files
        file = node(each.address)
        frame.types(file, _FILE)
        frame.add(node(owner), node(DCT.relation), file)
        if each.name:
            frame.add(file, node(DCT.title), german(each.name))
        if each.media_type:
            frame.add(file, node(SCHEMA.encodingFormat), plain(each.media_type))
        if each.date is not None:
            frame.add(file, node(DCT.date), number(each.date))
        frame.prove(file, each.evidence)


def write_terms(frame: Frame) -> None:
    """Write terms of office with their days."""
    for each in frame.extraction.terms:
        whole = frame.resource(each.organisation).iri if each.organisation else None
        term = node(frame.iris.term(slug(f"{tail(whole)} {each.name}" if whole else each.name)))
        frame.types(term, _TERM)
        frame.add(term, node(SKOS.prefLabel), german(each.name))
        if whole is not None:
            frame.add(term, node(PG.termOf), node(whole))
        if each.since is not None:
            frame.add(term, node(SCHEMA.startDate), number(each.since))
        if each.until is not None:
            frame.add(term, node(SCHEMA.endDate), number(each.until))
        if each.identifier is not None:
            frame.add(term, node(SCHEMA.sameAs), node(each.identifier))
        frame.prove(term, each.evidence)
