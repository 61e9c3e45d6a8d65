"""The derived graph in the whole: terms that are defined, and nodes that the shapes accept."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pyshacl
import pytest
from derived_world import Minutes, World, world
from rdflib import Graph

from protokollgraph.model import DecisionKind, EntityKind, Outcome
from protokollgraph.ontology import schema


def minutes() -> list[Minutes]:
    """Minutes with something for every derivation."""
    first = Minutes("a.txt", day=date(2024, 1, 24), number=16, previous=(15, date(2023, 11, 21)))
    second = Minutes("b.txt", day=date(2024, 3, 6), number=17, next=(None, date(2024, 4, 17)))
    third = Minutes("c.txt", day=date(2024, 5, 15), number=19, next=(None, date(2024, 7, 3)))
    for each in (first, second, third):
        each.post("Ina Probe", "Stadt Musterau", "Referentin")
        each.treat("1", "Seilbahn", discussed=True)
    third.plan("3", "Querung an der Mühle").plan("4", "Haushalt").result("4").result("5", "Querung an der Mühle")
    earlier = second.entity(EntityKind.PROTOCOL, "Protokoll vom 24.01.2024", date=date(2024, 1, 24))
    second.decide(DecisionKind.CONFIRMATION, Outcome.ADOPTED, about=earlier)
    second.decide(DecisionKind.REFERRAL, Outcome.REFERRED, "Seilbahn", item="1")
    third.decide(
        *(DecisionKind.APPROVAL, Outcome.ADOPTED, "Seilbahn"), by="Förderbank", day=date(2024, 4, 2), reported=True
    )
    return [first, second, third]


@pytest.fixture(scope="module")
def built() -> World:
    return world(*minutes())


def test_every_term_is_defined(built: World) -> None:
    assert schema.unknown_terms(built.derived.lines) == set()


def test_everything_together_conforms_to_the_shapes(built: World) -> None:
    triples = Graph()
    plain = ox.serialize((quad.triple for quad in built.store()), format=ox.RdfFormat.N_TRIPLES)
    triples.parse(data=plain, format="nt")
    shapes = Graph().parse(data=schema.text(schema.SHAPES), format="turtle")
    conforms, _, report = pyshacl.validate(triples, shacl_graph=shapes, inference="none")
    assert conforms, report
