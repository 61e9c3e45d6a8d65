"""A small invented protocol, its gold, and the graph that agrees with it in everything, written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph

from protokollgraph.ontology.namespaces import PREFIXES

FILE = "beirat.txt"
TEXT = """Protokoll der 3. Sitzung des Beirats Musterau am 12. März 2024 im Rathaus
Anwesend: Dr. Karla Winzer (Vorsitzende, Stadt Musterau), Rita Olbers (Musterauer Energie GmbH)
Entschuldigt: Henning Sorge
TOP 1 Begrüßung
Frau Dr. Winzer begrüßt.
TOP 2 Wärmespeicher Musterau
Frau Olbers berichtet. Der Beirat empfiehlt das Projekt mit 7 Ja-Stimmen.
Frau Olbers sendet die Unterlagen bis zum 30. April 2024.
"""
DECISION = "Der Beirat empfiehlt das Projekt mit 7 Ja-Stimmen."
TASK = "Frau Olbers sendet die Unterlagen bis zum 30. April 2024."


def gold() -> dict[str, Any]:
    """A fresh copy of the gold."""
    found: dict[str, Any] = {
        "meeting": {"body": "Beirat Musterau", "number": 3, "date": "2024-03-12", "place": "Rathaus"},
        "duties": {"chair": "Karla Winzer"},
        "persons": [
            {
                "name": "Karla Winzer",
                "title": "Dr.",
                "posts": [{"role": "Vorsitzende", "organisation": "Stadt Musterau"}],
            },
            {"name": "Rita Olbers", "posts": [{"organisation": "Musterauer Energie GmbH"}]},
            {"name": "Henning Sorge"},
        ],
        "attendance": [
            {"person": "Karla Winzer", "status": "present"},
            {"person": "Rita Olbers", "status": "present"},
            {"person": "Henning Sorge", "status": "excused"},
        ],
        "organisations": [
            {"name": "Stadt Musterau"},
            {"name": "Musterauer Energie GmbH", "short": "MEG"},
            {"name": "Beirat Musterau", "type": "body"},
        ],
        "projects": [
            {
                "name": "Wärmespeicher Musterau",
                "sponsor": "Musterauer Energie GmbH",
                "budget": {"amount": 1200000, "currency": "EUR"},
            }
        ],
        "agenda": [
            {"number": "1", "title": "Begrüßung"},
            {"number": "2", "title": "Wärmespeicher Musterau", "contributors": ["Rita Olbers"]},
        ],
        "decisions": [
            {
                "kind": "recommendation",
                "outcome": "adopted",
                "body": "Beirat Musterau",
                "date": "2024-03-12",
                "votes": {"yes": 7},
                "about": ["Wärmespeicher Musterau"],
                "quote": DECISION,
            }
        ],
        "tasks": [{"assignee": "Rita Olbers", "due": "2024-04-30", "quote": TASK}],
    }
    return found


def entities() -> list[dict[str, Any]]:
    """A fresh copy of who is who."""
    return [
        {
            "type": "person",
            "name": "Karla Winzer",
            "mentions": [mention("Dr. Karla Winzer"), mention("Frau Dr. Winzer")],
        },
        {"type": "person", "name": "Rita Olbers", "mentions": [mention("Rita Olbers"), mention("Frau Olbers")]},
    ]


def mention(surface: str, file: str = FILE) -> dict[str, str]:
    return {"file": file, "surface": surface}


def _evidence(node: str, words: str, number: int) -> str:
    start = TEXT.index(words)
    return f"""
  <evidence/{number}> a oa:Annotation ; oa:hasBody <{node}> ; oa:hasTarget <target/{number}> .
  <target/{number}> oa:hasSelector <position/{number}>, <quote/{number}> .
  <position/{number}> oa:start {start} ; oa:end {start + len(words)} .
  <quote/{number}> oa:exact "{words}" .
"""


TRIG = """
<protocol/3> {
  <protocol/3> prov:wasDerivedFrom <file/3> .
  <file/3> dct:title "beirat.txt" .
  <meeting/3> a pg:Meeting ; dl:recorded_in_a_realization_of <protocol/3> ; dct:date "2024-03-12"^^xsd:date ;
    pg:sessionNumber 3 ; dl:had_responsible_organization <body/beirat> ; prov:atLocation <place/rathaus> ;
    dl:had_participation <part/winzer>, <part/chair>, <part/olbers>, <part/sorge> .
  <place/rathaus> rdfs:label "Rathaus" .
  <part/winzer> dl:had_participant_person <person/winzer> ; dl:participation_role pg:Attendee ;
    pg:attendance pg:Present .
  <part/chair> dl:had_participant_person <person/winzer> ; dl:participation_role pg:Chair .
  <part/olbers> dl:had_participant_person <person/olbers> ; dl:participation_role pg:Attendee ;
    pg:attendance pg:Present .
  <part/sorge> dl:had_participant_person <person/sorge> ; dl:participation_role pg:Attendee ; pg:attendance pg:Excused .
  <person/winzer> a foaf:Person ; foaf:name "Karla Winzer" ; schema:honorificPrefix "Dr." .
  <person/olbers> a foaf:Person ; foaf:name "Rita Olbers" .
  <person/sorge> a foaf:Person ; foaf:name "Henning Sorge" .
  <post/1> a org:Membership ; org:member <person/winzer> ; org:organization <organisation/stadt> ; org:role <role/1> .
  <role/1> skos:prefLabel "Vorsitzende" .
  <post/2> a org:Membership ; org:member <person/olbers> ; org:organization <organisation/meg> .
  <body/beirat> a pg:Body, org:Organization ; skos:prefLabel "Beirat Musterau" .
  <organisation/stadt> a org:Organization ; skos:prefLabel "Stadt Musterau" .
  <organisation/meg> a org:Organization ; skos:prefLabel "Musterauer Energie GmbH" .
  <project/1> a pg:Project ; skos:prefLabel "Wärmespeicher Musterau" ; pg:sponsor <organisation/meg> ;
    pg:budget <money/1> .
  <money/1> schema:value 1200000 .
  <item/1> a pg:AgendaItem ; skos:notation "1" ; dct:title "Begrüßung" .
  <item/2> a pg:AgendaItem ; skos:notation "2" ; dct:title "Wärmespeicher Musterau" .
  <treatment/2> dl:executed <item/2> ; dl:had_participation <part/2> .
  <part/2> dl:had_participant_person <person/olbers> ; dl:participation_role pg:Presenter .
  <decision/1> a pg:Decision ; pg:decisionKind pg:Recommendation ; dl:decision_outcome pg:Adopted ;
    dct:date "2024-03-12"^^xsd:date ; dl:had_responsible_organization <body/beirat> ; pg:concerns <project/1> ;
    dl:number_of_votes_favor 7 .
  <task/1> a pg:Task ; pg:assignee <person/olbers> ; pg:dueDate "2024-04-30"^^xsd:date .
""" + "".join(
    _evidence(node, words, number)
    for number, (node, words) in enumerate(
        (
            ("person/winzer", "Dr. Karla Winzer"),
            ("person/winzer", "Frau Dr. Winzer"),
            ("person/olbers", "Rita Olbers"),
            ("person/olbers", "Frau Olbers"),
            ("decision/1", DECISION),
            ("task/1", TASK),
        )
    )
)  # the graph is closed by nquads()


def nquads(trig: str = TRIG) -> bytes:
    """The graph as N-Quads."""
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    quads = pyoxigraph.parse(
        head + trig + "}\n", format=pyoxigraph.RdfFormat.TRIG, base_iri="https://protokolle.example/id/"
    )
    return pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""


def write(folder: Path, told: dict[str, Any] | None = None, who: list[dict[str, Any]] | None = None) -> Path:
    """A gold folder with the protocol."""
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(TEXT, encoding="utf-8")
    (folder / "beirat.json").write_text(json.dumps(gold() if told is None else told), encoding="utf-8")
    (folder / "entities.json").write_text(json.dumps(entities() if who is None else who), encoding="utf-8")
    return folder
