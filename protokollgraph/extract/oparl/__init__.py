"""Records of council information systems: OParl 1.1, one object, a list, a list page, or any mixture of them.

:mod:`.positions` reads JSON with places, :mod:`.objects` finds OParl objects and reads their properties whatever their
types, :mod:`.collection` keeps them and the entities that they name; :mod:`.actors`, :mod:`.meetings`, :mod:`.papers`
and :mod:`.files` say what they state, with words that :mod:`.wordings` understands.

A reference to an object that another file holds stays an address (``Entity.identifiers`` without a name); the files
are brought together across documents.
"""

from __future__ import annotations

from protokollgraph.errors import DocumentError, FormatError
from protokollgraph.extract.oparl import actors, files, meetings, papers
from protokollgraph.extract.oparl.collection import Collection
from protokollgraph.extract.oparl.positions import parse
from protokollgraph.model import Document, Extraction, Finding, Severity

MEDIA_TYPE = "application/json"
STYLE = "oparl"


def extract(document: Document) -> Extraction:
    """Everything that one JSON text states. DocumentError if it is no JSON; other JSON gives the finding no-oparl."""
    try:
        root = parse(document.text)
    except FormatError as error:
        raise DocumentError(document.name, error.problem, error.remedy) from error
    found = Collection(document, root)
    if not found.kinds and not found.findings():
        message = "This JSON holds no OParl object: nothing in it has a type of schema.oparl.org."
        return Extraction(document, record=True, findings=(Finding("no-oparl", message, Severity.WARNING),))
    memberships = actors.read(found)
    facts, consultations = papers.read(found)
    sittings = meetings.read(found)
    attachments, terms = files.attachments(found), files.terms(found)
    first = sittings[0] if sittings else None
    return Extraction(
        document,
        style=STYLE,
        result_minutes=False,
        record=True,
        entities=found.entities(),
        memberships=memberships,
        paper_facts=facts,
        consultations=consultations,
        attachments=attachments,
        terms=terms,
        meeting=first.meeting if first else None,
        participations=first.participations if first else (),
        agenda=first.agenda if first else (),
        treatments=first.treatments if first else (),
        decisions=first.decisions if first else (),
        further=tuple(sittings[1:]),
        findings=(*document.notes, *found.findings()),
    )
