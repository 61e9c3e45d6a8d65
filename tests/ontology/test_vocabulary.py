"""The vocabulary and the concepts: complete, in two languages, in line with the contract and with the model."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from protokollgraph import model
from protokollgraph.ontology import schema
from protokollgraph.ontology.namespaces import PG, PREFIXES

ONTOLOGY = URIRef("https://w3id.org/protokollgraph/ns")

# Every pg: name that people's saved queries rely on. Extend it freely; never take a name away.
PUBLISHED = re.findall(
    r"\w+",
    """
    Protocol SourceFile Meeting AgendaItem Treatment Body Werkstatt Project Decision Task Paper Figure
    ResultMinutes Minutes sessionNumber previousMeeting nextMeeting
    Welcome MinutesApproval StatusReport ProjectPresentation Discussion Election Miscellaneous
    treatsProject treatsPaper reports assigns
    Chair MinuteTaker Attendee Presenter Discussant Contributor roleAsPrinted
    attendance Present Excused Absent capacity Member Guest Staff substitutesFor
    firstSeen lastSeen number projectKind sponsor leadBody budget
    decisionKind Recommendation Approval Confirmation Rejection Referral Postponement Acknowledgement
    Assignment Commitment
    Adopted Rejected Noted Referred Postponed Withdrawn Open Consensus Unanimous Majority
    concerns addressee reportedIn assignee dueDate done statementKind Stated Inferred
    """,
)

ENUMERATIONS = [
    (model.Role, "ParticipationRoleScheme"),
    (model.Attendance, "AttendanceScheme"),
    (model.Capacity, "CapacityScheme"),
    (model.ItemKind, "ItemKindScheme"),
    (model.DecisionKind, "DecisionKindScheme"),
    (model.Outcome, "OutcomeScheme"),
    (model.Method, "MethodScheme"),
    (model.Severity, "SeverityScheme"),
]

CLASSES = {  # what an entity of each kind is in the graph
    model.EntityKind.PERSON: PREFIXES["foaf"] + "Person",
    model.EntityKind.ORGANISATION: PREFIXES["org"] + "Organization",
    model.EntityKind.BODY: PG.Body,
    model.EntityKind.PROJECT: PG.Project,
    model.EntityKind.PROGRAMME: PREFIXES["frapo"] + "FundingProgramme",
    model.EntityKind.PAPER: PG.Paper,
    model.EntityKind.TOPIC: PG.Topic,
    model.EntityKind.PROTOCOL: PG.Protocol,
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    vocabulary = Graph().parse(data=schema.text(schema.VOCABULARY), format="turtle")
    return vocabulary.parse(data=schema.text(schema.CONCEPTS), format="turtle")


def camel(value: str) -> str:
    return "".join(part.capitalize() for part in value.split("-"))


def texts(graph: Graph, subject: Node, *predicates: URIRef) -> dict[str | None, str]:
    """Language to text."""
    values = [value for predicate in predicates for value in graph.objects(subject, predicate)]
    return {value.language: str(value) for value in values if isinstance(value, Literal)}


@pytest.mark.parametrize("term", sorted(schema.defined_terms()), ids=lambda iri: iri.removeprefix(PG))
def test_a_term_is_labelled_and_defined_in_german_and_english(ontology: Graph, term: str) -> None:
    for predicates in ((RDFS.label, SKOS.prefLabel), (SKOS.definition,)):
        found = texts(ontology, URIRef(term), *predicates)
        assert set(found) == {"de", "en"}
        assert all(text.strip() == text != "" for text in found.values())
    assert ontology.value(URIRef(term), RDFS.isDefinedBy) == ONTOLOGY


def test_every_term_is_found_without_an_rdf_library(ontology: Graph) -> None:
    assert schema.defined_terms() == {str(subject) for subject in ontology.subjects() if str(subject).startswith(PG)}


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_name_stays(name: str) -> None:
    assert PG + name in schema.defined_terms()


@pytest.mark.parametrize(("enumeration", "scheme"), ENUMERATIONS, ids=lambda each: getattr(each, "__name__", each))
def test_every_value_of_the_model_is_a_concept(ontology: Graph, enumeration: type[StrEnum], scheme: str) -> None:
    in_scheme = set(ontology.subjects(SKOS.inScheme, URIRef(PG + scheme)))
    assert {URIRef(PG + camel(each.value)) for each in enumeration} <= in_scheme


def test_every_kind_of_entity_is_a_class() -> None:
    assert set(CLASSES) == set(model.EntityKind)
    assert set(CLASSES.values()) <= schema.known_terms()


def test_a_concept_is_in_a_scheme_and_can_be_reached_from_its_top(ontology: Graph) -> None:
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        assert list(ontology.objects(concept, SKOS.inScheme))
        top = set(ontology.objects(concept, SKOS.topConceptOf))
        assert top == set(ontology.subjects(SKOS.hasTopConcept, concept))
        assert top or ontology.value(concept, SKOS.broader)


def test_a_name_is_a_class_a_property_or_a_concept_and_only_one_of_them(ontology: Graph) -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme}
    for term in schema.defined_terms():
        assert len(kinds & set(ontology.objects(URIRef(term), RDF.type))) == 1


def test_classes_begin_with_a_capital_and_properties_with_a_small_letter(ontology: Graph) -> None:
    for kind, pattern in ((OWL.Class, "[A-Z]"), (OWL.ObjectProperty, "[a-z]"), (OWL.DatatypeProperty, "[a-z]")):
        for term in ontology.subjects(RDF.type, kind):
            assert re.fullmatch(f"{pattern}[A-Za-z]+", str(term).removeprefix(PG))


def test_no_term_of_oparl_is_used_as_a_class(ontology: Graph) -> None:
    oparl = {value for value in ontology.objects() if str(value).startswith("https://schema.oparl.org/")}
    assert oparl
    assert set(ontology.predicates(None, None)) & oparl == set()
    assert {predicate for _, predicate, value in ontology if value in oparl} == {SKOS.closeMatch}


def test_the_ontology_says_under_which_licence_and_that_its_address_is_not_registered_yet(ontology: Graph) -> None:
    assert ontology.value(ONTOLOGY, URIRef(PREFIXES["dct"] + "license"))
    assert ontology.value(ONTOLOGY, OWL.versionInfo)
    described = texts(ontology, ONTOLOGY, URIRef(PREFIXES["dct"] + "description"))
    assert "noch anzumelden" in described["de"]
    assert "still to be\nregistered" in described["en"]
