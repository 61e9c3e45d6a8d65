"""The shapes accept what the program writes, and for every single fault the shape that is meant complains."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from faults import DECISION, FAULTS, PART, POST, QUOTE, REPORTED, TASK, TREATMENT, M
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from protokollgraph.ontology import schema
from protokollgraph.ontology.namespaces import PG, PREFIXES

SHAPE = Namespace("https://w3id.org/protokollgraph/shapes#")
PREAMBLE = "@base <https://protokolle.example/id/> .\n" + "".join(
    f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()
)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=schema.text(schema.SHAPES), format="turtle")


@pytest.fixture
def graph() -> Graph:
    return Graph().parse(Path(__file__).with_name("conforming.ttl"))


def complaints(graph: Graph, shapes: Graph) -> set[str]:
    """The names of the shapes that the graph breaks."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {str(shape).removeprefix(str(SHAPE)) for shape in report.objects(None, SH.sourceShape)}


def parse(triples: str) -> Graph:
    return Graph().parse(data=f"{PREAMBLE}{triples} .", format="turtle")


def take_away(graph: Graph, pattern: str) -> None:
    before = len(graph)
    wildcard = URIRef("urn:any")
    ((subject, predicate, value),) = parse(pattern.replace("*", f"<{wildcard}>"))
    graph.remove((None if subject == wildcard else subject, predicate, None if value == wildcard else value))
    assert len(graph) < before, "the case takes away what is not there"


def test_what_the_program_writes_conforms(graph: Graph, shapes: Graph) -> None:
    assert complaints(graph, shapes) == set()


@pytest.mark.parametrize(
    ("removed", "added", "shape"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0].replace(" ", "-") for fault in FAULTS],
)
def test_a_single_fault_is_refused(graph: Graph, shapes: Graph, removed: str, added: str, shape: str) -> None:
    if removed:
        take_away(graph, removed)
    if added:
        graph += parse(added)
    assert shape in complaints(graph, shapes)


# What a protocol may leave open: none of these is a fault.
@pytest.mark.parametrize(
    "removed",
    [
        f"{M} rdfs:label *",
        f"{M} dl:activity_end_date *",
        f"{M} prov:atLocation *",
        f"{PART} pg:attendance *",
        f"{POST} org:role *",
        f"{TREATMENT} dl:executed *",
        f"{REPORTED} dct:date *",
        f"{REPORTED} dl:had_responsible_organization *",
        f"{DECISION} dl:decision_outcome *",
        f"{DECISION} dl:number_of_votes_abstention *",
        f"{TASK} pg:assignee *",
        f"{QUOTE} oa:prefix *",
    ],
)
def test_a_slot_that_is_left_open_is_no_fault(graph: Graph, shapes: Graph, removed: str) -> None:
    take_away(graph, removed)
    assert complaints(graph, shapes) == set()


def test_every_shape_complains_in_german_and_english(shapes: Graph) -> None:
    named = {shape for shape in shapes.subjects() if isinstance(shape, URIRef) and shape.startswith(str(SHAPE))}
    inner = {shape for shape in named if not shapes.value(shape, SH.path)} - set(shapes.subjects(SH.message))
    silent = {shape for shape in named - inner if languages(shapes, shape) != ["de", "en"]}
    assert not silent
    for shape in inner:  # only a list of property shapes, or a branch of another shape's sh:or
        targets = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}
        constraints = set(shapes.predicates(shape)) - {RDF.type} - targets
        assert constraints <= {SH.property, SH.node} or list(shapes.subjects(None, shape)), shape


def languages(shapes: Graph, shape: URIRef) -> list[str]:
    messages = shapes.objects(shape, SH.message)
    return sorted(message.language for message in messages if isinstance(message, Literal) and message.language)


def test_every_property_shape_belongs_to_a_node(shapes: Graph) -> None:
    assert set(shapes.subjects(SH.path)) == set(shapes.objects(None, SH.property))


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("participation-role", "ParticipationRoleScheme"),
        ("participation-attendance", "AttendanceScheme"),
        ("participation-capacity", "CapacityScheme"),
        ("item-kind", "ItemKindScheme"),
        ("decision-kind", "DecisionKindScheme"),
        ("decision-outcome", "OutcomeScheme"),
        ("decision-method", "MethodScheme"),
        ("annotation-kind", "StatementKindScheme"),
        ("protocol-work-type", "WorkTypeScheme"),
        ("finding-severity", "SeverityScheme"),
        ("gap-reason", "GapReasonScheme"),
        ("stage-kind", "StageKindScheme"),
    ],
)
def test_allowed_concepts_are_those_of_the_scheme(shapes: Graph, shape: str, scheme: str) -> None:
    concepts = Graph().parse(data=schema.text(schema.CONCEPTS), format="turtle")
    in_scheme = URIRef(PREFIXES["skos"] + "inScheme")
    head = shapes.value(SHAPE[shape], SH["in"])
    assert head is not None
    assert set(shapes.items(head)) == set(concepts.subjects(in_scheme, URIRef(PG + scheme)))
