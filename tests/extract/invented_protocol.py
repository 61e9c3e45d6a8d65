"""A small invented Ergebnisprotokoll to hang words into, and short ways to ask what was read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import pytest

from protokollgraph.extract import clean, segment, style
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.passage import Passage, whole
from protokollgraph.extract.segment import Protocol
from protokollgraph.model import Document, EntityKind, Evidence, Extraction

PROJECT = "Wärmering Lindenau"

HEAD = """ERGEBNISPROTOKOLL

Werkstatt 6 „Energie und Wärme“
12. Sitzung

Datum: 14.05.2024
Uhrzeit: 10:00 – 12:30 Uhr
Ort: Kulturscheune, Dorfplatz 4, 03999 Lindenau
Leitung: Dr. Martina Holbein
Protokoll: Sven Krüger
"""

ATTENDANCE = """Anwesend
Dr. Martina Holbein, Werkstattsprecherin, Stadtwerke Lindenau GmbH
Jonas Petersen, Projektleiter, Hochschule Musterland (HSM)
Ilse von Brandt, Landkreis Musterfeld
Sven Krüger, Stadt Lindenau
"""

AGENDA = """Tagesordnung
TOP 1 Begrüßung
TOP 2 Vorstellung des Projektes „Wärmering Lindenau“
TOP 3 Sonstiges
"""

RESULTS = """TOP 1 Begrüßung
Die Anwesenden stellen sich vor.

TOP 2 Vorstellung des Projektes „Wärmering Lindenau“
{item}

TOP 3 Sonstiges
{other}
"""


def protocol(
    item: str = "Es gab keine Fragen.",
    *,
    other: str = "Es liegt nichts vor.",
    head: str = HEAD,
    attendance: str = ATTENDANCE,
    agenda: str = AGENDA,
    results: str = RESULTS,
) -> str:
    """A whole protocol whose second item says ``item``; each part can be another."""
    return "\n\n".join((head, attendance, agenda, results.format(item=item, other=other)))


def read(text: str) -> Extraction:
    """What the extraction reads from a text."""
    return extract(Document("invented.txt", text, sha256(text.encode()).hexdigest()))


def parted(text: str) -> Protocol:
    """The parts of a text in the style of an Ergebnisprotokoll."""
    return segment.segment(clean.lines(text), style.choose(style.packaged(), "Ergebnisprotokoll"))


def passage(text: str) -> Passage:
    """The text as a passage of itself."""
    return whole(text)


def name(extraction: Extraction, key: str | None) -> str | None:
    """The name behind a key."""
    return extraction.entity(key).name if key else None


def names(extraction: Extraction, keys: Sequence[str]) -> list[str]:
    """The names behind keys."""
    return [extraction.entity(key).name for key in keys]


def known(extraction: Extraction, kind: EntityKind) -> set[str]:
    """The names of all entities of a kind."""
    return {entity.name for entity in extraction.entities if entity.kind is kind}


def words(extraction: Extraction, evidence: Evidence) -> str:
    """The printed words of an evidence, white space as single spaces."""
    return " ".join(extraction.document.text[evidence.span.start : evidence.span.end].split())


def cases(rows: Sequence[tuple[object, ...]], wrong: Mapping[str, str]) -> list[object]:
    """The rows of a table as parameters, named by their first cell.

    ``wrong`` says which of them the extraction gets wrong today, and what it makes of them: expected failures, strict,
    so that the line has to go when the rule is mended.
    """
    unknown = set(wrong) - {str(row[0]) for row in rows}
    if unknown:
        raise ValueError(f"no such case: {sorted(unknown)}")
    return [_case(row, wrong.get(str(row[0]))) for row in rows]


def _case(row: tuple[object, ...], reason: str | None) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if reason else []
    return pytest.param(*row, marks=marks, id=" ".join(str(row[0]).split())[:70])
