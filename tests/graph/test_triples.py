"""The quads of a protocol: against a golden graph, against the shapes, and rule by rule."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_minutes import at, later_minutes, minutes
from rdflib import Graph

from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.triples import protocol_graph_iri, protocol_quads
from protokollgraph.model import Document, Entity, EntityKind, Evidence, Extraction, Meeting, Span, Votes
from protokollgraph.ontology import schema
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DL, OA, PG, PREFIXES, PROV

IRIS = Iris()
GOLDEN = Path(__file__).parent / "golden" / "werkstatt-7.trig"
MEETING = IRIS.base + "meeting/werkstatt-7/2024-10-27"


def resolution_of(*extractions: Extraction) -> Resolution:
    return resolve(map(DocumentEntities.of, extractions), IRIS)


def written(extraction: Extraction, *others: Extraction) -> bytes:
    return protocol_quads(extraction, resolution_of(extraction, *others), IRIS, "1.2.3")


def store(nquads: bytes) -> ox.Store:
    found = ox.Store()
    found.load(nquads, format=ox.RdfFormat.N_QUADS)
    return found


def ask(extraction: Extraction, pattern: str) -> bool:
    """Whether the pattern holds in the protocol's graph; relative IRIs are below the base."""
    prefixes = f"BASE <{IRIS.base}> " + " ".join(f"PREFIX {p}: <{iri}>" for p, iri in PREFIXES.items())
    return bool(store(written(extraction)).query(f"{prefixes} ASK {{ GRAPH ?g {{ {pattern} }} }}"))


def test_golden() -> None:
    extractions = minutes(), later_minutes()
    resolution = resolution_of(*extractions)
    quads = b"".join(protocol_quads(each, resolution, IRIS, "1.2.3") for each in extractions)
    found = set(store(quads + register_quads(resolution, IRIS)))
    golden = set(ox.parse(GOLDEN.read_bytes(), format=ox.RdfFormat.TRIG, base_iri=IRIS.base))
    assert found - golden == set()
    assert golden - found == set()


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=schema.text(schema.SHAPES), format="turtle")


BARE = Extraction(Document("leer.txt", "Nichts.", "0" * 64))
NO_BODY = replace(minutes(), meeting=Meeting((at("16. Sitzung"),), None, None, date(2024, 10, 27), time(9, 0)))
NO_DATE = replace(minutes(), meeting=Meeting((at("16. Sitzung"),), "b1", 16))
NO_MEETING = replace(minutes(), meeting=None)


@pytest.mark.parametrize(
    "extraction",
    [minutes(), later_minutes(), NO_BODY, NO_DATE, NO_MEETING],
    ids=["full", "small", "no body", "no date", "no meeting"],
)
def test_every_graph_conforms_to_the_shapes(extraction: Extraction, shapes: Graph) -> None:
    resolution = resolution_of(extraction)
    triples = Graph()
    for nquads in (protocol_quads(extraction, resolution, IRIS, "1.2.3"), register_quads(resolution, IRIS)):
        turtle = ox.serialize((quad.triple for quad in store(nquads)), format=ox.RdfFormat.N_TRIPLES)
        triples.parse(data=turtle, format="nt")
    conforms, _, report = pyshacl.validate(triples, shacl_graph=shapes)
    assert conforms, report


@pytest.mark.parametrize("extraction", [minutes(), later_minutes(), BARE, NO_BODY, NO_DATE, NO_MEETING])
def test_every_term_is_defined_and_lines_are_sorted_and_unique(extraction: Extraction) -> None:
    resolution = resolution_of(extraction)
    for nquads in (protocol_quads(extraction, resolution, IRIS, "1.2.3"), register_quads(resolution, IRIS)):
        lines = nquads.decode("utf-8").splitlines(keepends=True)
        assert lines == sorted(set(lines))
        assert schema.unknown_terms(lines) == set()
        assert "_:" not in {line[:2] for line in lines}


def test_all_quads_are_in_the_graph_of_the_protocol() -> None:
    extraction = minutes()
    resolution = resolution_of(extraction)
    graph = protocol_graph_iri(extraction, resolution, IRIS)
    assert graph == IRIS.base + "protocol/werkstatt-7/2024-10-27"
    assert {each.graph_name for each in store(written(extraction))} == {ox.NamedNode(graph)}


def quotes(nquads: bytes) -> set[tuple[int, int, str]]:
    """Start, end and exact words of every target."""
    query = f"""SELECT ?start ?end ?exact WHERE {{ GRAPH ?g {{ ?t <{OA.hasSelector}> ?q, ?p .
        ?q <{OA.exact}> ?exact . ?p <{OA.start}> ?start ; <{OA.end}> ?end }} }}"""
    rows = store(nquads).query(query)
    assert isinstance(rows, ox.QuerySolutions)
    return {(int(row["start"].value), int(row["end"].value), row["exact"].value) for row in rows}


def test_every_quote_stands_in_the_text() -> None:
    extraction = minutes()
    found = quotes(written(extraction))
    assert len(found) > 40
    assert all(extraction.document.text[start:end] == exact for start, end, exact in found)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), data=st.data())
def test_any_stretch_of_any_text_is_quoted_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    person = Entity("p", EntityKind.PERSON, "Ruth Quandel", (), (Evidence(span, "test.rule"),))
    extraction = Extraction(Document("x.txt", text, "1" * 64), entities=(person,))
    assert quotes(written(extraction)) == {(span.start, span.end, text[span.start : span.end])}


@pytest.mark.parametrize(
    "pattern",
    [
        # winter time begins on the day of the meeting, which ends after midnight
        '<{m}> dl:activity_start_date "2024-10-27T22:30:00+01:00"^^xsd:dateTime ; '
        'dl:activity_end_date "2024-10-28T00:15:00+01:00"^^xsd:dateTime',
        # only the protocol's own meeting is recorded in it
        "<{m}> dl:recorded_in_a_realization_of <protocol/werkstatt-7/2024-10-27> ; "
        "pg:previousMeeting/pg:sessionNumber 15",
        "<{m}> pg:nextMeeting <meeting/werkstatt-7/2024-12-05> . "
        "<meeting/werkstatt-7/2024-12-05> prov:atLocation/rdfs:label 'Rathaus Quaal'@de",
        # the town's second name in its own language
        '<{m}> prov:atLocation/locn:address/locn:postName "Kwałśow"@dsb',
        # attendance is said once, of the attendee, and the chair keeps a participation of her own
        "<{m}> dl:had_participation <{m}/participation/ruth-quandel/chair>, "
        "<{m}/participation/ruth-quandel/attendee> . "
        "<{m}/participation/ruth-quandel/attendee> pg:attendance pg:Present",
        "<{m}> dl:had_excused_person <person/ines-wehr>",
        "<{m}/participation/ole-tann/attendee> pg:substitutesFor <person/ines-wehr> ; "
        "pg:participationNote 'ohne Stimmrecht'@de",
        # who speaks to an item belongs to its treatment, or to the item if that was not treated
        "<{m}/treatment/2> dl:had_participation <{m}/participation/ole-tann/presenter/2>",
        "<{m}/item/3> dl:had_participation <{m}/participation/ruth-quandel/discussant/3>",
        # a decision taken here, with its votes
        "<{m}/treatment/2> prov:generated <{m}/decision/2-1> . <{m}/decision/2-1> a dl:Vote ; "
        "dl:number_of_votes_favor 5 ; dl:number_of_votes_against 1",
        # day and body of a decision are the meeting's where nothing else is said
        "<{m}/decision/1-1> dct:date '2024-10-27'^^xsd:date ; "
        "dl:had_responsible_organization <body/werkstatt-7> ; "
        "pg:concerns <protocol/werkstatt-7/2024-09-12>",
        # a decision of another meeting is only reported here
        "<{m}/treatment/2> pg:reports <meeting/werkstatt-3/2024-10-01/decision/reported-approval-seeblick> . "
        "<meeting/werkstatt-3/2024-10-01/decision/reported-approval-seeblick> pg:reportedIn <{m}/treatment/2>",
        # what stands under no item
        "<{m}/treatment/off-agenda> dl:forms_part_of <{m}> ; pg:reports <{m}/decision/1> ; pg:assigns <{m}/task/1>",
        # the scheme of roles as printed
        "<membership/ruth-quandel/quaaler-seenwerke/geschaeftsfuehrerin> org:role [ "
        "skos:prefLabel 'Geschäftsführerin'@de ; "
        "skos:inScheme <role/scheme> ]",
        "<membership/ines-wehr/werkstatt-7/sprecherin> pg:former true",
        "<project/seeblick> frapo:isFundedBy <programme/stark> ; "
        "pg:sponsor <organisation/quaaler-seenwerke> ; pg:leadBody <body/werkstatt-3> ; "
        "pg:budget/schema:value 1200000.0",
        "<protocol/werkstatt-7/2024-10-27> pg:hasFinding/pg:findingCode 'plan-without-result' ; "
        "dct:creator <person/ole-tann>",
        # stated and inferred
        "?a oa:hasBody <meeting/werkstatt-7/2024-09-12> ; pg:statementKind pg:Inferred ; "
        "prov:wasGeneratedBy/prov:wasAssociatedWith <software/protokollgraph/1.2.3>",
    ],
)
def test_what_is_written(pattern: str) -> None:
    assert ask(minutes(), pattern.replace("{m}", MEETING))


@pytest.mark.parametrize(
    "pattern",
    [
        "?m a pg:Meeting ; dl:recorded_in_a_realization_of ?p FILTER(?m != <{m}>)",
        "?x pg:attendance ?a ; dl:participation_role ?r FILTER(?r != pg:Attendee)",
        "<{m}/treatment/3> ?p ?o",
        "<{m}/decision/4> dl:had_responsible_organization ?b",
        "?d prov:generated ?r . ?r pg:reportedIn ?t",
        "?i dct:references <{m}/item/9>",
        "?s ?p 'female'",
    ],
)
def test_what_is_not_written(pattern: str) -> None:
    assert not ask(minutes(), pattern.replace("{m}", MEETING))


def test_a_span_has_one_target_and_a_node_one_annotation_there() -> None:
    extraction = minutes()
    spot = at("Ruth Quandel")
    twice = replace(
        extraction.entities[5], mentions=(replace(spot, confidence=0.5, inferred=True), replace(spot, rule="better"))
    )
    extraction = replace(extraction, entities=(*extraction.entities[:5], twice, *extraction.entities[6:]))
    assert ask(extraction, "?a oa:hasBody <person/ruth-quandel> ; pg:rule 'better' ; pg:statementKind pg:Stated")
    same_place = (
        "?a oa:hasBody <person/ruth-quandel> ; oa:hasTarget ?t . ?b oa:hasBody <person/ruth-quandel> ; oa:hasTarget ?t"
    )
    assert not ask(extraction, f"{same_place} FILTER(?a != ?b)")
    lines = written(extraction).decode()
    targets = re.findall(rf"<[^>]+/target/{spot.span.start}-{spot.span.end}> <[^>]+#type>", lines)
    assert len(targets) == 1


def test_two_protocols_of_one_meeting_share_it_and_what_they_say_alike() -> None:
    first = minutes()
    other = tuple(replace(d, votes=Votes(4, 2, 0)) if d.votes else d for d in first.decisions)
    second = replace(first, document=replace(first.document, name="z.txt", sha256="a" * 64), decisions=other)
    resolution = resolution_of(first, second)
    graphs = [protocol_graph_iri(each, resolution, IRIS) for each in (first, second)]
    assert graphs == [
        IRIS.base + "protocol/werkstatt-7/2024-10-27",
        IRIS.base + "protocol/werkstatt-7/2024-10-27/z-txt",
    ]
    texts = [protocol_quads(each, resolution, IRIS, "1").decode() for each in (first, second)]
    assert all(
        f"<{MEETING}> <{DL.recorded_in_a_realization_of}> <{graph}>" in text
        for text, graph in zip(texts, graphs, strict=True)
    )
    acts = [set(re.findall(rf"<{re.escape(MEETING)}/((?:decision|task|figure)/[\d-]+)>", text)) for text in texts]
    assert acts[0] - acts[1] == {"decision/2-1"}
    assert acts[1] - acts[0] == {"decision/2-2"}


def test_documents_that_do_not_say_their_meeting_do_not_share_one() -> None:
    one, other = (
        replace(BARE, document=Document("leer.txt", text, digit * 64)) for text, digit in (("a", "1"), ("b", "2"))
    )
    resolution = resolution_of(one, other)
    assert len(set(resolution.meetings.values())) == 2
    assert len(set(resolution.protocols.values())) == 2


def test_a_document_that_was_not_resolved_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        protocol_quads(minutes(), resolution_of(later_minutes()), IRIS, "1")


def test_entities_have_the_names_of_the_document_and_the_register_the_canonical_ones() -> None:
    resolution = resolution_of(minutes(), later_minutes())
    small = protocol_quads(later_minutes(), resolution, IRIS, "1").decode()
    register = register_quads(resolution, IRIS).decode()
    seenwerke = f"<{IRIS.base}organisation/quaaler-seenwerke> <{PREFIXES['skos']}"
    assert f'{seenwerke}prefLabel> "Quaaler Seenwerke"@de' in small
    assert "QSW" not in small
    assert f'{seenwerke}prefLabel> "Quaaler Seenwerke mbH"@de' in register
    assert f'{seenwerke}altLabel> "Quaaler Seenwerke"@de' in register
    tann = f"<{IRIS.base}person/ole-tann> <{PREFIXES['foaf']}name>"
    assert f'{tann} "O. Tann"' in small
    assert f'{tann} "Ole Tann"' in register
    assert {PG.Decision, PROV.Activity}.isdisjoint(re.findall(r"<([^>]+)>", register))
