"""The resolver as a whole: any order of documents, IRIs that stay, documents that come twice."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import IRIS, Paper, Thing, body, document, organisation, person, project, resolved
from invented_minutes import later_minutes, minutes

from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.matching.naming import is_abbreviation
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.triples import protocol_quads
from protokollgraph.model import EntityKind

NAMES = st.sampled_from(
    ["Ines Quandel", "I. Quandel", "Ines Tannhofer", "Ines Tannhoffer", "Olaf Quandel", "Quandel", "Jens Wehr"]
)
EMPLOYERS = st.lists(
    st.sampled_from(["Amt X", "Stadt Quaal", "Stadtverwaltung Quaal", "QSW", "Quaaler Seenwerke mbH"]),
    max_size=2,
    unique=True,
)
ORGANISATIONS = st.sampled_from(
    [
        organisation("", "Quaaler Seenwerke mbH", "QSW"),
        organisation("", "Queller Sparwerk", "QSW"),
        organisation("", "QSW"),
        organisation("", "Landesforst Sachsen"),
        organisation("", "Landesforst"),
        organisation("", "Landesforst Thüringen"),
        body("", "Beirat „Wandel“"),
        body("", "Beirat"),
        body("", "Werkstatt 4", number=4),
        organisation("", "Bauamt"),
        project("", "Quaal-Takt", "Rufbus Quaal"),
        project("", "Rufbus Quaal"),
        project("", "Radweg Kohlebahntrasse"),
        project("", "Radweg Kohlenbahntrasse"),
    ]
)
PEOPLE = st.builds(lambda name, at, member: person("", name, *at, member=member), NAMES, EMPLOYERS, st.booleans())
PAPERS = st.builds(
    Paper,
    st.lists(st.one_of(PEOPLE, ORGANISATIONS), min_size=1, max_size=5).map(tuple),
    st.sampled_from([None, date(2024, 1, 1), date(2024, 2, 1)]),
    st.sampled_from([None, "Werkstatt 3", "Gemeindevertretung Quaal"]),
)


def documents_of(papers: list[Paper]) -> list[DocumentEntities]:
    return [document(paper, n) for n, paper in enumerate(papers)]


@settings(max_examples=120, deadline=None)
@given(papers=st.lists(PAPERS, min_size=2, max_size=6), seed=st.integers(0, 1 << 16))
def test_the_order_of_documents_does_not_matter(papers: list[Paper], seed: int) -> None:
    documents = documents_of(papers)
    shuffled = list(documents)
    random.Random(seed).shuffle(shuffled)
    assert resolve(shuffled, IRIS) == resolve(documents, IRIS)


@settings(max_examples=60, deadline=None)
@given(papers=st.lists(PAPERS, min_size=1, max_size=6))
def test_names_of_one_document_are_never_one_and_all_have_an_iri(papers: list[Paper]) -> None:
    documents = documents_of(papers)
    resolution = resolve(documents, IRIS)
    for each in documents:
        iris = [resolution.entity_iri(each.sha256, entity.key) for entity in each.entities]
        # but an abbreviation may stand for a name beside it
        full = [iri for iri, entity in zip(iris, each.entities, strict=True) if not is_abbreviation(entity.name)]
        assert len(set(full)) == len(full)
        assert all(iri in resolution.by_iri for iri in iris)
    assert [each.iri for each in resolution.resources] == sorted(resolution.by_iri)


@settings(max_examples=40, deadline=None)
@given(papers=st.lists(PAPERS, min_size=1, max_size=5), more=st.lists(PAPERS, max_size=3))
def test_nobody_loses_an_iri_to_a_newcomer(papers: list[Paper], more: list[Paper]) -> None:
    documents = documents_of([*papers, *more])
    before = resolve(documents[: len(papers)], IRIS)
    assert resolve(documents[: len(papers)], IRIS, register=Register().extended(before.handed_out)) == before
    after = resolve(documents, IRIS, register=Register().extended(before.handed_out))
    assert len({each.iri for each in after.resources}) == len(after.resources)
    for each in documents[: len(papers)]:
        members = {key: iri for key, iri in after.entities[each.sha256].items() if iri in before.by_iri}
        assert all(
            after.by_iri[iri].kind.value == iri.removeprefix(IRIS.base).partition("/")[0] for iri in members.values()
        )


def test_a_later_namesake_gets_the_longer_iri() -> None:
    first = document(Paper((person("a", "Jens Quandel", "Landkreis Nebelin"),)), 0)
    second = document(Paper((person("b", "Jens Quandel", "Bank AG", mentions=9),)), 1)
    plain = IRIS.person("jens-quandel")
    known = Register().extended(resolve([first], IRIS).handed_out)
    kept = resolve([first, second], IRIS, register=known)
    assert kept.entity_iri(first.sha256, "person/0") == plain
    assert kept.entity_iri(second.sha256, "person/0") == f"{plain}-bank"
    fresh = resolve([first, second], IRIS)
    assert fresh.entity_iri(second.sha256, "person/0") == plain


def test_a_document_that_comes_twice_counts_once() -> None:
    document_ = DocumentEntities.of(minutes())
    assert resolve([document_, document_], IRIS) == resolve([document_], IRIS)


def test_any_order_gives_the_same_bytes() -> None:
    extractions = [minutes(), later_minutes()]
    written = set()
    for order in permutations(extractions):
        resolution = resolve(map(DocumentEntities.of, order), IRIS)
        graphs = [protocol_quads(each, resolution, IRIS, "1") for each in extractions]
        written.add((*graphs, register_quads(resolution, IRIS)))
    assert len(written) == 1


def test_no_documents() -> None:
    resolution = resolve([], IRIS)
    assert resolution.resources == ()
    assert register_quads(resolution, IRIS).count(b"\n") == 2


@pytest.mark.parametrize(
    ("name", "date_", "number", "slug"),
    [
        # by body and day
        ("Protokoll vom 12.09.2024", date(2024, 9, 12), None, "werkstatt-3/2024-09-12"),
        # by body and number, if no day is known
        ("Protokoll der 4. Sitzung", None, 4, "werkstatt-3/nr-4"),
        # by neither: a protocol of this document's own
        ("Protokoll der letzten Sitzung", None, None, "werkstatt-3/2024-10-01/protokoll-der-letzten-sitzung"),
    ],
)
def test_an_earlier_protocol(name: str, date_: date | None, number: int | None, slug: str) -> None:
    plain = document(
        Paper((Thing("p", EntityKind.PROTOCOL, name, number=number),), date(2024, 10, 1), "Werkstatt 3"), 0
    )
    dated = plain if date_ is None else _with_date(plain, date_)
    assert resolve([dated], IRIS).entity_iri(plain.sha256, "protocol/0") == f"{IRIS.base}protocol/{slug}"


def _with_date(plain: DocumentEntities, day: date) -> DocumentEntities:
    entities = tuple(replace(each, date=day) if each.kind is EntityKind.PROTOCOL else each for each in plain.entities)
    return replace(plain, entities=entities)


def test_reasons_are_given_in_words() -> None:
    resolution, _ = resolved(organisation("a", "Quaaler Seenwerke mbH", "QSW"), organisation("a", "QSW"))
    assert resolution.resources[0].reasons == ("QSW is given as another name",)
