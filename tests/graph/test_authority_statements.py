"""Authority files in RDF: the usual vocabularies, and exports of our own."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from protokollgraph.graph.authority.lists import parsed
from protokollgraph.graph.authority.records import AuthorityRecord, RecordKind
from protokollgraph.graph.demo import demo
from protokollgraph.graph.export import export
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.namespaces import PREFIXES

START = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
ORG, BODY, PERSON, PLACE = (RecordKind(each) for each in ("organisation", "body", "person", "place"))

CASES: dict[str, tuple[str, dict[str, AuthorityRecord]]] = {
    "organisation": (
        '<urn:o> a org:FormalOrganization ; skos:prefLabel "Seenwerke"@en, "Quaaler Seenwerke"@de ;'
        ' skos:altLabel "QSW" ; owl:sameAs <urn:1> ; schema:sameAs "https://a.example/2" ; skos:exactMatch <urn:3> .',
        {
            "urn:o": AuthorityRecord(
                "urn:o", ORG, "Quaaler Seenwerke", ("QSW", "Seenwerke"), ("https://a.example/2", "urn:1", "urn:3")
            )
        },
    ),
    "two languages": (
        '<urn:o> a org:Organization ; skos:prefLabel "Chóśebuz"@dsb, "Cottbus"@de-DE .',
        {"urn:o": AuthorityRecord("urn:o", ORG, "Cottbus", ("Chóśebuz",))},
    ),
    "schema.org in its old spelling": (
        "@prefix s: <http://schema.org/> .\n"
        '<urn:p> a s:Person ; s:givenName "Ada" ; s:familyName "Quaal" ; s:worksFor <urn:o>, [ s:name "Stadt Quaal" ] .'
        '<urn:o> a s:Organization ; s:name "Seenwerke" .',
        {
            "urn:p": AuthorityRecord("urn:p", PERSON, "Ada Quaal", organisations=("Stadt Quaal", "urn:o")),
            "urn:o": AuthorityRecord("urn:o", ORG, "Seenwerke"),
        },
    ),
    "employer that is not described": (
        '<urn:p> a foaf:Person ; foaf:name "Ada Quaal" ; org:memberOf <urn:o> .',
        {"urn:p": AuthorityRecord("urn:p", PERSON, "Ada Quaal")},
    ),
    "membership as a node": (
        '<urn:p> a foaf:Person ; foaf:name "Ada Quaal" . <urn:o> a org:Organization ; rdfs:label "Seenwerke" .'
        "[] a org:Membership ; org:member <urn:p> ; org:organization <urn:o> .",
        {
            "urn:p": AuthorityRecord("urn:p", PERSON, "Ada Quaal", organisations=("urn:o",)),
            "urn:o": AuthorityRecord("urn:o", ORG, "Seenwerke"),
        },
    ),
    "read the other way round": (
        '<urn:o> a org:Organization ; rdfs:label "Seenwerke" ; org:hasUnit <urn:u> ; foaf:member <urn:p> .'
        '<urn:u> a org:OrganizationalUnit ; rdfs:label "Werft" . <urn:p> a foaf:Person ; foaf:name "Ada Quaal" .',
        {
            "urn:o": AuthorityRecord("urn:o", ORG, "Seenwerke"),
            "urn:u": AuthorityRecord("urn:u", ORG, "Werft", part_of="urn:o"),
            "urn:p": AuthorityRecord("urn:p", PERSON, "Ada Quaal", organisations=("urn:o",)),
        },
    ),
    "unit of two": (
        '<urn:o> a org:Organization ; rdfs:label "A" . <urn:u> a org:Organization ; rdfs:label "B" .'
        '<urn:w> a org:Organization ; rdfs:label "C" ; org:unitOf <urn:o>, <urn:u> .',
        {
            "urn:o": AuthorityRecord("urn:o", ORG, "A"),
            "urn:u": AuthorityRecord("urn:u", ORG, "B"),
            "urn:w": AuthorityRecord("urn:w", ORG, "C"),
        },
    ),
    "Werkstatt": (
        '<urn:w> a pg:Werkstatt, org:Organization ; skos:prefLabel "Werkstatt 3" ; pg:number 3 .',
        {"urn:w": AuthorityRecord("urn:w", BODY, "Werkstatt 3", number=3)},
    ),
    "project and programme": (
        '<urn:p> a foaf:Project ; dct:title "Uferweg" . <urn:f> a frapo:FundingProgramme ; rdfs:label "SEE" .',
        {
            "urn:p": AuthorityRecord("urn:p", RecordKind.PROJECT, "Uferweg"),
            "urn:f": AuthorityRecord("urn:f", RecordKind.PROGRAMME, "SEE"),
        },
    ),
    "place with its address": (
        '<urn:l> a org:Site ; rdfs:label "Rathaus" ; locn:address [ locn:postCode "03999" ; locn:postName "Quaal" ] .',
        {"urn:l": AuthorityRecord("urn:l", PLACE, "Rathaus", post_code="03999", post_name="Quaal")},
    ),
    "replaced by another": (
        '<urn:o> a org:Organization ; rdfs:label "A" ; dct:isReplacedBy <urn:u> .'
        '<urn:u> a org:Organization ; rdfs:label "B" .',
        {"urn:u": AuthorityRecord("urn:u", ORG, "B")},
    ),
    "named graphs": (
        '<urn:g> { <urn:o> a org:Organization ; skos:prefLabel "Quaaler Seenwerke mbH"@de }\n'
        '<https://a.example/graph/register> { <urn:o> skos:prefLabel "Seenwerke"@de }',
        {"urn:o": AuthorityRecord("urn:o", ORG, "Seenwerke", ("Quaaler Seenwerke mbH",))},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_rdf_is_read(text: str, expected: dict[str, AuthorityRecord]) -> None:
    found, faults = parsed("list.ttl", (f"# a list\n\n{START}{text}").encode())
    assert not faults
    assert {record.identifier: record for record in found.records} == expected


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("exported")
    for _ in demo(folder):
        pass
    with GraphStore.reader(folder / "graph-store") as graph:
        yield graph


@pytest.mark.parametrize("form", ["nq", "trig", "ttl"])
def test_our_own_exports_are_lists(store: GraphStore, form: str) -> None:
    stream = io.BytesIO()
    export(store, form, stream)
    found, faults = parsed("graph", stream.getvalue())
    assert not faults
    assert {record.kind for record in found.records} == set(RecordKind)
    people = [record for record in found.records if record.kind is RecordKind.PERSON]
    assert any(record.organisations for record in people)
    assert all(each in {r.identifier for r in found.records} for record in people for each in record.organisations)
