"""From an extraction to the quads of its protocol's named graph.

Each module writes one subject: :mod:`.record` the protocol and its file, :mod:`.actors` whom and what it speaks of,
:mod:`.sitting` the meeting, :mod:`.agenda` plan, treatment and participations, :mod:`.acts` decisions, tasks and
figures, :mod:`.consultations` the way of papers, :mod:`.attachments` files and terms of office, :mod:`.evidence` where
all that stands in the text. They write through a :class:`~.frame.Frame`.

The graph holds what the document states and nothing else; only the IRIs depend on other documents.
"""

from __future__ import annotations

from protokollgraph.graph.resolution import Resolution, sittings
from protokollgraph.graph.triples.actors import write_actors
from protokollgraph.graph.triples.acts import write_acts
from protokollgraph.graph.triples.agenda import write_agenda
from protokollgraph.graph.triples.attachments import write_attachments, write_terms
from protokollgraph.graph.triples.consultations import write_consultations
from protokollgraph.graph.triples.evidence import write_evidence
from protokollgraph.graph.triples.frame import Frame
from protokollgraph.graph.triples.known import with_known_entities
from protokollgraph.graph.triples.record import write_record
from protokollgraph.graph.triples.sitting import write_sitting
from protokollgraph.model import Extraction
from protokollgraph.ontology.iris import Iris

__all__ = ["protocol_graph_iri", "protocol_quads"]


def protocol_graph_iri(extraction: Extraction, resolution: Resolution, iris: Iris) -> str:
    """The IRI of the protocol, which is the name of its graph. KeyError if the document was not resolved."""
    return resolution.protocols[extraction.document.sha256]


def protocol_quads(extraction: Extraction, resolution: Resolution, iris: Iris, version: str) -> bytes:
    """The named graph of one protocol as N-Quads, sorted, each line once. ``version`` is that of this program.

    KeyError if the document was not among those that were resolved.
    """
    known = with_known_entities(extraction, resolution)
    frame = Frame(known, resolution, iris)
    write_record(frame, version)
    write_actors(frame)
    write_consultations(frame, resolution)
    write_attachments(frame, resolution)
    write_terms(frame)
    for n, sitting in enumerate(sittings(known)):
        frame.turn_to(sitting, n)
        write_sitting(frame)
        write_agenda(frame)
        write_acts(frame)
    write_evidence(frame)
    return frame.nquads()
