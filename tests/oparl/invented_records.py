"""The records of an invented council, as an information system hands them out."""

from __future__ import annotations

import json
from typing import Any

from protokollgraph.model import Document

ROOT = "https://ris.lindenau.example/oparl/v1.1"
Record = dict[str, Any]


def record(kind: str, path: str | None, **properties: Any) -> Record:
    """One OParl object; ``path`` is the end of its id."""
    own = {} if path is None else {"id": f"{ROOT}/{path}"}
    return own | {"type": f"https://schema.oparl.org/1.1/{kind}"} | properties


def at(path: str) -> str:
    """The id of an object."""
    return f"{ROOT}/{path}"


TERM = record("LegislativeTerm", "term/1", name="7. Wahlperiode", startDate="2019-06-01", endDate="2024-05-31")
BODY = record(
    "Body",
    "body/1",
    name="Stadt Lindenau",
    shortName="Lindenau",
    organization=at("organizations"),
    legislativeTerm=[TERM],
)
FILE = record(
    "File",
    "file/1",
    name="Lageplan",
    fileName="plan.pdf",
    mimeType="application/pdf",
    date="2023-02-01",
    accessUrl=at("files/plan.pdf"),
)
COUNCIL = record(
    "Organization",
    "organization/rat",
    body=at("body/1"),
    name="Gemeinderat",
    shortName="GR",
    organizationType="Gremium",
)
COMMITTEE = record(
    "Organization",
    "organization/bau",
    body=at("body/1"),
    name="Bauausschuss",
    subOrganizationOf=at("organization/rat"),
    meeting=at("organization/bau/meetings"),
)
OFFICE = record("Organization", "organization/amt", body=at("body/1"), name="Tiefbauamt", classification="Amt")
GROUP = record(
    "Organization", "organization/linde", body=at("body/1"), name="Fraktion Liste Linde", organizationType="Fraktion"
)
PERSON = record(
    "Person",
    "person/1",
    name="Dr. Edda Quast",
    familyName="Quast",
    givenName="Edda",
    title=["Dr."],
    gender="female",
    membership=[
        record(
            "Membership",
            "membership/1",
            organization=at("organization/linde"),
            role="Vorsitzende",
            startDate="2019-06-01",
            endDate="2024-05-31",
        )
    ],
)
PAPER = record(
    "Paper",
    "paper/17",
    body=at("body/1"),
    name="Neubau der Fußgängerbrücke am Wehr",
    reference="17/2023",
    paperType="Beschlussvorlage",
    originatorOrganization=[at("organization/linde")],
    underDirectionOf=[at("organization/amt")],
    auxiliaryFile=[FILE],
    consultation=[
        record(
            "Consultation",
            "consultation/171",
            agendaItem=at("agendaitem/31"),
            meeting=at("meeting/3"),
            organization=[at("organization/rat")],
            authoritative=True,
            role="Entscheidung",
        )
    ],
)


def item(number: int, printed: str, **properties: Any) -> Record:
    """An agenda item; ``number`` is that of its id and its order."""
    return record("AgendaItem", f"agendaitem/3{number}", number=printed, order=number, **properties)


MEETING = record(
    "Meeting",
    "meeting/3",
    name="12. Sitzung des Gemeinderates (öffentlich)",
    start="2023-03-14T18:00:00+01:00",
    end="2023-03-14T20:15:00+01:00",
    organization=[at("organization/rat")],
    participant=[at("person/1")],
    invitation=FILE | {"id": at("file/2"), "name": "Einladung", "accessUrl": at("files/einladung.pdf")},
    location=record("Location", "location/1", description="Saal der Alten Mühle", postalCode="01999"),
    agendaItem=[
        item(1, "1.", name="Neubau der Fußgängerbrücke", result="einstimmig beschlossen", public=True)
        | {"consultation": at("consultation/171")},
        item(2, "", name="ANTRÄGE"),
        item(3, "2", name="Baumschutz", result="mehrheitlich abgelehnt (5 Ja, 9 Nein, 1 Enthaltung)"),
        item(4, "3", name="Radweg", result="verwiesen in den Bauausschuss"),
        item(5, "4", name="Bericht", result="Kenntnisnahme", resolutionText="Der Rat nimmt den Bericht zur Kenntnis."),
        item(6, "5", name="Ausblick"),
    ],
)
EVERYTHING = [BODY, COUNCIL, COMMITTEE, OFFICE, GROUP, PERSON, PAPER, MEETING]


def page(objects: list[Record]) -> Record:
    """A list page."""
    return {"data": objects, "pagination": {"totalElements": len(objects)}, "links": {"first": at("list?page=1")}}


def document(content: Any, name: str = "record.json") -> Document:
    """A JSON text as the reader hands it on; ``content`` is text, or what JSON is made of."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    return Document(name, text, "0" * 64, "application/json")
