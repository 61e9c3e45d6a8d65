"""What follows from several documents is a fold: each group on its own, in any order, from plain strings as well."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import pytest

from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.graph.derived import Claim, claims, derive, derived_quads
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.model import Document, Extraction
from protokollgraph.ontology.iris import Iris

IRIS = Iris()
GOLD = Path(__file__).parents[2] / "gold"
FOLDERS = ("first", "third")
PART = """Niederschrift 7. Sitzung des Gemeinderates
14. Mai 2024, 18:00 Uhr
Saal, Rathaus Musterau

Punkt {item} der Tagesordnung: Radweg am Lindenbach
Vorlage: 2024/010{item}

Beschluss:
Der Gemeinderat beschließt den Bau.

Abstimmungsergebnis:
einstimmig zugestimmt
"""


def record(result: str) -> Document:
    """A meeting as an information system has it, with another result than the minutes."""
    address = "https://rat.example/oparl/"
    content = {
        "id": f"{address}meeting/1",
        "type": "https://schema.oparl.org/1.1/Meeting",
        "start": "2024-05-14T18:00:00+02:00",
        "organization": [f"{address}organization/1"],
        "agendaItem": [
            {
                "id": f"{address}agendaitem/1",
                "type": "https://schema.oparl.org/1.1/AgendaItem",
                "number": "2",
                "name": "Radweg am Lindenbach",
                "result": result,
            }
        ],
    }
    council = {
        "id": f"{address}organization/1",
        "type": "https://schema.oparl.org/1.1/Organization",
        "name": "Gemeinderat",
        "meeting": f"{address}meetings",
    }
    text = json.dumps([content, council], ensure_ascii=False)
    return Document("rat.json", text, "f" * 64, "application/json")


@cache
def said() -> tuple[Claim, ...]:
    """The claims of many documents: minutes of several bodies, one session in two files, and its record."""
    paths = [path for folder in FOLDERS for path in sorted((GOLD / folder).glob("*.txt"))]
    documents = [reader.read(path) for path in paths]
    documents += [Document(f"{n}.txt", PART.format(item=n), str(n) * 64) for n in (2, 4)]
    extractions: list[Extraction] = [extract(document) for document in [*documents, record("mehrheitlich abgelehnt")]]
    resolution = resolve(map(DocumentEntities.of, extractions), IRIS)
    return tuple(
        claim for each in extractions for claim in claims(each, resolution, IRIS, f"minutes/{each.document.name}")
    )


def test_every_derivation_has_something_to_say() -> None:
    assert {claim.group.partition(" ")[0] for claim in said()} == {
        "approval",
        "chain",
        "contradiction",
        "membership",
        "parts",
        "plan",
        "project",
        "resumed",
    }
    assert {finding.code for _, finding in derived_quads(said(), IRIS).findings} >= {
        "record-contradicts-text",
        "parts-missing",
    }


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(said(), len(said()))
    assert derived_quads(shuffled, IRIS) == derived_quads(said(), IRIS)
    assert derived_quads([*shuffled, *shuffled], IRIS) == derived_quads(said(), IRIS)


def test_the_whole_is_the_union_of_the_groups_and_no_line_is_of_two() -> None:
    whole = derived_quads(said(), IRIS)
    groups = sorted({claim.group for claim in said()})
    each = [derive(group, (claim for claim in said() if claim.group == group), IRIS) for group in groups]
    assert sorted(line for one in each for line in one.lines) == list(whole.lines)
    assert len(set(whole.lines)) == len(whole.lines)
    assert sorted(map(repr, (about for one in each for about in one.findings))) == sorted(map(repr, whole.findings))


def test_lines_are_sorted_and_of_the_derived_graph() -> None:
    lines = derived_quads(said(), IRIS).lines
    assert list(lines) == sorted(lines)
    assert all(line.endswith(f" <{IRIS.derived_graph}> .\n") for line in lines)


def test_claims_pass_through_plain_strings() -> None:
    assert [Claim.of(claim.row()) for claim in said()] == list(said())
    assert all(isinstance(cell, str) for claim in said() for cell in claim.row())


def test_what_is_derived_rests_on_something() -> None:
    lines = derived_quads(said(), IRIS).lines
    # a protocol is the subject of what others say of it; these are the nodes that rest on something
    said_of_protocols = ("#hasFinding>", "#approvedBy>")
    subjects = {line.split(" ", 1)[0] for line in lines if not any(each in line for each in said_of_protocols)}
    based = {line.split(" ", 1)[0] for line in lines if "prov#wasDerivedFrom>" in line}
    assert subjects == based


def test_nothing_follows_from_nothing() -> None:
    assert derived_quads([], IRIS).lines == ()
