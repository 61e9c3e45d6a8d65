"""Mentions linked to records of authority files: whom each rule links, whom it does not, and what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import IRIS, Paper, Thing, body, document, organisation, person, project

from protokollgraph.graph.authority.lists import parsed, read
from protokollgraph.graph.authority.records import AuthorityList
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve
from protokollgraph.model import Entity, EntityKind

HEAD = "id;kind;name;other_names;number;part_of;organisation;same_as\n"
TOWNS = """
urn:quaal;org;Stadt Quaal;;;;;
urn:nebelin;org;Landkreis Nebelin/Njebjelin;NEB|Njebjelin;;;;
urn:seenwerke;org;Quaaler Seenwerke mbH;QSW;;;;https://a.example/qsw|wikidata:Q7
urn:hwr;org;Handwerksrat Quaal;HWR;;;;
urn:bau;org;Bauamt;;;urn:quaal;;
"""
PEOPLE = """
urn:quaal;org;Stadt Quaal;;;;;
urn:ada;person;Dr. Ada Quitzow;;;;urn:quaal;https://a.example/ada
urn:bert;person;Rietz, Bert;;;;Seenwerke Quaal;
urn:cleo;person;Cleo Tornow;Cleo Ullrich;;;urn:quaal;
urn:dora;person;Dora Vehlow;;;;;
"""


def listed(rows: str, name: str = "list.csv") -> AuthorityList:
    found, faults = parsed(name, (HEAD + rows.strip()).encode())
    assert not faults
    return found


def linked(lists: list[AuthorityList], *papers: Thing | list[Thing] | Paper) -> tuple[Resolution, dict[str, str]]:
    """Resolve with authority files; the addresses of each label's resource, joined by blanks."""
    given = [p if isinstance(p, Paper) else Paper((p,) if isinstance(p, Thing) else tuple(p)) for p in papers]
    documents = [document(paper, n) for n, paper in enumerate(given)]
    found = resolve(documents, IRIS, authorities=lists)
    addresses: dict[str, str] = {}
    for paper, entities in zip(given, documents, strict=True):
        for k, thing in enumerate(paper.things):
            resource = found.by_iri[found.entity_iri(entities.sha256, f"{thing.kind}/{k}")]
            addresses[thing.label] = " ".join(resource.same_as)
    return found, addresses


LINKS: dict[str, tuple[str, list[Thing | list[Thing]], dict[str, str]]] = {
    "same name": (TOWNS, [organisation("a", "Stadt Quaal")], {"a": "urn:quaal"}),
    "another name": (TOWNS, [organisation("a", "Stadt Quuul")], {"a": ""}),
    "town without its kind": (TOWNS, [organisation("a", "Quaal")], {"a": "urn:quaal"}),
    "the kind that the list leaves out": (
        "urn:o;org;Quaal;;;;;\n",
        [organisation("a", "Stadt Quaal")],
        {"a": "urn:o"},
    ),
    "a village of the name beside the town": (
        TOWNS,
        [organisation("a", "Stadt Quaal"), organisation("b", "Gemeinde Quaal"), organisation("c", "Quaal")],
        {"a": "urn:quaal", "b": "", "c": ""},
    ),
    "legal form": (
        TOWNS,
        [organisation("a", "Quaaler Seenwerke")],
        {"a": "http://www.wikidata.org/entity/Q7 https://a.example/qsw urn:seenwerke"},
    ),
    "abbreviation that only the list gives": (
        TOWNS,
        [organisation("a", "QSW"), organisation("a", "Quaaler Seenwerke GmbH")],
        {"a": "http://www.wikidata.org/entity/Q7 https://a.example/qsw urn:seenwerke"},
    ),
    "abbreviation and place": (TOWNS, [organisation("a", "HWR Quaal")], {"a": "urn:hwr"}),
    "abbreviation and another place": (TOWNS, [organisation("a", "HWR Nebelin")], {"a": ""}),
    "German name": (TOWNS, [organisation("a", "LK Nebelin")], {"a": "urn:nebelin"}),
    "slip of the pen in the Sorbian name": (
        TOWNS,
        [organisation("a", "Landkreis Nebelin/Njebelin")],
        {"a": "urn:nebelin"},
    ),
    "Sorbian name alone": (TOWNS, [organisation("a", "Njebjelin")], {"a": "urn:nebelin"}),
    "a general name of the town": (
        TOWNS,
        [[organisation("a", "Bauamt", unit_of="Stadt Quaal")], [organisation("b", "Bauamt", unit_of="Stadt Kahren")]],
        {"a": "urn:bau", "b": ""},
    ),
    "a general name of nobody": (TOWNS, [organisation("a", "Bauamt")], {"a": ""}),
    "two records of one name": (
        "urn:1;org;Neustadt;;;;;\nurn:2;org;Neustadt;;;;;\n",
        [organisation("a", "Neustadt"), organisation("b", "Stadt Neustadt")],
        {"a": "", "b": ""},
    ),
    "two records of one abbreviation": (
        "urn:1;org;Quaaler Seenwerke;QSW;;;;\nurn:2;org;Queller Sparwerk;QSW;;;;\n",
        [organisation("a", "QSW")],
        {"a": ""},
    ),
    "a document that names two whom the record can be": (
        TOWNS,
        [[organisation("a", "Quaaler Seenwerke mbH"), organisation("b", "Quaaler Seenwerke gGmbH")]],
        {"a": "", "b": ""},
    ),
    "person of the organisation": (
        PEOPLE,
        [person("a", "Ada Quitzow", "Stadt Quaal")],
        {"a": "https://a.example/ada urn:ada"},
    ),
    "person whose organisation is only named": (
        PEOPLE,
        [person("a", "Bert Rietz", "Seenwerke Quaal GmbH")],
        {"a": "urn:bert"},
    ),
    "person of another organisation": (PEOPLE, [person("a", "Ada Quitzow", "Stadt Kahren")], {"a": ""}),
    "person without organisation": (PEOPLE, [person("a", "Ada Quitzow")], {"a": ""}),
    "record without organisation": (PEOPLE, [person("a", "Dora Vehlow", "Stadt Quaal")], {"a": ""}),
    "surname alone": (PEOPLE, [person("a", "Quitzow", "Stadt Quaal")], {"a": ""}),
    "initials": (PEOPLE, [person("a", "A. Quitzow", "Stadt Quaal")], {"a": "https://a.example/ada urn:ada"}),
    "another given name": (PEOPLE, [person("a", "Adam Quitzow", "Stadt Quaal")], {"a": ""}),
    "somebody who is tied to who is linked": (
        PEOPLE,
        [[person("a", "Ada Quitzow", "Stadt Quaal")], [person("a", "Ada Quitzow", "Stadt Quaal", "Landkreis Nebelin")]],
        {"a": "https://a.example/ada urn:ada"},
    ),
    "another name of a person": (PEOPLE, [person("a", "Cleo Ullrich", "Stadt Quaal")], {"a": "urn:cleo"}),
    "both names of a person": (
        PEOPLE,
        [person("a", "Cleo Ullrich", "Stadt Quaal"), person("a", "Cleo Tornow", "Stadt Quaal")],
        {"a": "urn:cleo"},
    ),
    "two people of one name and organisation in the list": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:1;person;Ada Quitzow;;;;urn:q;\nurn:2;person;Ada Quitzow;;;;urn:q;\n",
        [person("a", "Ada Quitzow", "Stadt Quaal")],
        {"a": ""},
    ),
    "two people of one name in the list": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:n;org;LK Nebelin;;;;;\n"
        "urn:1;person;Ada Quitzow;;;;urn:q;\nurn:2;person;Ada Quitzow;;;;urn:n;\n",
        [person("a", "Ada Quitzow", "Stadt Quaal"), person("b", "Ada Quitzow", "Landkreis Nebelin")],
        {"a": "urn:1", "b": "urn:2"},
    ),
    "project": (
        "urn:p;project;Seenland in Bewegung;;;;;\n",
        [project("a", "Projekt „Seenland in Bewegung“"), project("b", "Seenland in Ruhe")],
        {"a": "urn:p", "b": ""},
    ),
    "programme": (
        "urn:p;programme;Seenprogramm;;;;;\n",
        [Thing("a", EntityKind.PROGRAMME, "Seenprogramm")],
        {"a": "urn:p"},
    ),
    "committee of the town": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:b;body;Bauausschuss;;;urn:q;;\n",
        [
            [body("a", "Bauausschuss", unit_of="Stadt Quaal")],
            [body("a", "Bauausschuss der Stadt Quaal")],
            [body("b", "Bauausschuss", unit_of="Stadt Kahren")],
            [body("c", "Bauausschuss der Stadt Kahren")],
        ],
        {"a": "urn:b", "b": "", "c": ""},
    ),
    "committee of nobody knows which town": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:b;body;Bauausschuss;;;urn:q;;\n",
        [body("a", "Bauausschuss")],
        {"a": ""},
    ),
    "committees of two towns": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:k;org;Stadt Kahren;;;;;\n"
        "urn:1;body;Bauausschuss;;;urn:q;;\nurn:2;body;Bauausschuss;;;urn:k;;\n",
        [
            [body("a", "Bauausschuss", unit_of="Stadt Quaal")],
            [body("b", "Bauausschuss", unit_of="Stadt Kahren")],
        ],
        {"a": "urn:1", "b": "urn:2"},
    ),
}


@pytest.mark.parametrize(("rows", "papers", "expected"), LINKS.values(), ids=LINKS)
def test_who_is_linked(rows: str, papers: list[Thing | list[Thing]], expected: dict[str, str]) -> None:
    assert linked([listed(rows)], *papers)[1] == expected
    assert linked([listed(rows)], *reversed(papers))[1] == expected


SHIPPED = "https://w3id.org/protokollgraph/lausitz/werkstatt-"
WERKSTATT: dict[str, tuple[list[Thing | list[Thing]], dict[str, str]]] = {
    "number alone": ([body("a", "Werkstatt 3", number=3)], {"a": f"{SHIPPED}3"}),
    "number and theme": (
        [body("a", "Werkstatt 3", "Infrastruktur und Mobilität", number=3)],
        {"a": f"{SHIPPED}3"},
    ),
    "theme in the name": ([body("a", "Werkstatt 3 – Infrastruktur & Mobilität", number=3)], {"a": f"{SHIPPED}3"}),
    "theme cut short": (
        [body("a", "Werkstatt 4", "Daseinsvorsorge, ländl. Entwicklung", number=4)],
        {"a": f"{SHIPPED}4"},
    ),
    "theme with a slip of the pen": (
        [body("a", "Werkstatt 2", "Innovaton und Digitalisierung", number=2)],
        {"a": f"{SHIPPED}2"},
    ),
    "abbreviation beside it": ([body("a", "Werkstatt 2", "WS2", number=2)], {"a": f"{SHIPPED}2"}),
    "theme of another region": ([body("a", "Werkstatt 3", "Bildung und Begegnung", number=3)], {"a": ""}),
    "theme of another number": ([body("a", "Werkstatt 3", "Innovation und Digitalisierung", number=3)], {"a": ""}),
    "theme of another region in one of two documents": (
        [body("a", "Werkstatt 3", number=3), body("a", "Werkstatt 3", "Bildung und Begegnung", number=3)],
        {"a": ""},
    ),
    "number that is not listed": ([body("a", "Werkstatt 6", number=6)], {"a": ""}),
    "workshop of a school": ([body("a", "Werkstatt"), organisation("b", "Werkstatt Holz")], {"a": "", "b": ""}),
    "who only has the theme as a name": (
        [organisation("a", "Innovation und Digitalisierung"), body("b", "Infrastruktur und Mobilität")],
        {"a": "", "b": ""},
    ),
}


@pytest.mark.parametrize(("papers", "expected"), WERKSTATT.values(), ids=WERKSTATT)
def test_which_werkstatt_is_one_of_the_lausitz(papers: list[Thing | list[Thing]], expected: dict[str, str]) -> None:
    assert linked(list(read(["lausitz-werkstaetten"])), *papers)[1] == expected


def test_a_werkstatt_that_is_linked_has_the_theme_as_another_name() -> None:
    found, _ = linked(list(read(["lausitz-werkstaetten"])), body("a", "Werkstatt 3", number=3))
    (resource,) = found.resources
    assert (resource.iri, resource.name, resource.aliases) == (
        f"{IRIS.base}body/werkstatt-3",
        "Werkstatt 3",
        ("Infrastruktur und Mobilität",),
    )


def test_themes_of_other_regions_are_asked_about() -> None:
    found, _ = linked(list(read(["lausitz-werkstaetten"])), body("a", "Werkstatt 3", "Bildung", number=3))
    assert [(each.kind, each.iris) for each in found.questions] == [("authority", (f"{IRIS.base}body/werkstatt-3",))]
    assert f"Werkstatt 3 ({SHIPPED}3) of lausitz-werkstaetten" in found.questions[0].text


REASONS: dict[str, tuple[str, Thing, str]] = {
    "same name": (
        TOWNS,
        organisation("a", "Stadt Quaal"),
        "Stadt Quaal is listed in list.csv as Stadt Quaal (urn:quaal): same name",
    ),
    "abbreviation": (
        TOWNS,
        organisation("a", "QSW"),
        "QSW is listed in list.csv as Quaaler Seenwerke mbH (urn:seenwerke): QSW is given as another name",
    ),
    "shorter": (
        TOWNS,
        organisation("a", "Quaal"),
        "Quaal is listed in list.csv as Stadt Quaal (urn:quaal): Quaal is a shorter form of the name",
    ),
    "person": (
        PEOPLE,
        person("a", "Ada Quitzow", "Stadt Quaal"),
        "Ada Quitzow is listed in list.csv as Dr. Ada Quitzow (urn:ada): same name and an organisation in common",
    ),
    "another name of a person": (
        PEOPLE,
        person("a", "Cleo Ullrich", "Stadt Quaal"),
        "Cleo Ullrich is listed in list.csv as Cleo Tornow (urn:cleo): same name and an organisation in common",
    ),
}


@pytest.mark.parametrize(("rows", "thing", "reason"), REASONS.values(), ids=REASONS)
def test_a_link_says_why(rows: str, thing: Thing, reason: str) -> None:
    found, _ = linked([listed(rows)], thing)
    assert reason in [said for resource in found.resources for said in resource.reasons]


QUESTIONS: dict[str, tuple[str, list[Thing | list[Thing]], list[str]]] = {
    "nothing is open": (
        TOWNS + PEOPLE.replace("urn:quaal;org", "urn:q2;place").replace("urn:quaal;", ";"),
        [organisation("a", "Stadt Quaal")],
        [],
    ),
    "two records of one name": (
        "urn:1;org;Neustadt;;;;;\nurn:2;org;Neustadt;;;;;\n",
        [organisation("a", "Neustadt")],
        [
            "Neustadt may be Neustadt (urn:1) of list.csv or Neustadt (urn:2) of list.csv, but nothing tells for"
            " certain: which of them is it?"
        ],
    ),
    "many records of one name": (
        "".join(f"urn:{n};org;Neustadt;;;;;\n" for n in range(5)),
        [organisation("a", "Neustadt")],
        [
            "Neustadt may be Neustadt (urn:0) of list.csv or Neustadt (urn:1) of list.csv or Neustadt (urn:2) of"
            " list.csv or one of 2 more, but nothing tells for certain: which of them is it?"
        ],
    ),
    "two records that a short form can be": (
        "urn:1;org;Quaaler Seenwerke;QSW;;;;\nurn:2;org;Queller Sparwerk;QSW;;;;\n",
        [organisation("a", "QSW")],
        [
            "QSW can mean more than one of these: which one? Listed are Quaaler Seenwerke (urn:1) of list.csv or"
            " Queller Sparwerk (urn:2) of list.csv."
        ],
    ),
    "committee of nobody knows which town": (
        "urn:q;org;Stadt Quaal;;;;;\nurn:b;body;Bauausschuss;;;urn:q;;\n",
        [body("a", "Bauausschuss")],
        ["Bauausschuss may be Bauausschuss (urn:b) of list.csv, but nothing tells for certain: are they one?"],
    ),
    "person of another organisation": (
        PEOPLE,
        [person("a", "Ada Quitzow", "Stadt Kahren")],
        ["Ada Quitzow may be Dr. Ada Quitzow (urn:ada) of list.csv, but nothing tells for certain: are they one?"],
    ),
    "person of another given name": (PEOPLE, [person("a", "Bruno Quitzow", "Stadt Kahren")], []),
    "somebody else of the name is linked": (
        PEOPLE,
        [person("a", "Ada Quitzow", "Stadt Quaal"), person("b", "Ada Quitzow", "Stadt Kahren")],
        ["Ada Quitzow is the name of people with different organisations: are they one?"],
    ),
}


@pytest.mark.parametrize(("rows", "papers", "expected"), QUESTIONS.values(), ids=QUESTIONS)
def test_what_is_open_is_asked(rows: str, papers: list[Thing | list[Thing]], expected: list[str]) -> None:
    found, _ = linked([listed(rows)], *papers)
    assert [each.text for each in found.questions] == expected
    assert all(set(each.iris) <= set(found.by_iri) for each in found.questions)
    of_lists = [each for each in found.questions if each.kind == "authority"]
    assert [(each.weight, each.focus) for each in of_lists] == [(1, each.iris[0]) for each in of_lists]


def test_lists_add_nobody_and_change_no_iri_and_no_name() -> None:
    papers = [
        Paper((organisation("a", "QSW"), person("b", "A. Quitzow", "Stadt Quaal")), date(2024, 3, 1)),
        Paper((organisation("c", "Quaal"), body("d", "Werkstatt 3", number=3)), date(2024, 4, 1)),
    ]
    documents = [document(paper, n) for n, paper in enumerate(papers)]
    plain = resolve(documents, IRIS)
    lists = [listed(TOWNS), listed(PEOPLE, "people.csv"), *read(["lausitz-werkstaetten"])]
    found = resolve(documents, IRIS, authorities=lists)
    assert [(each.iri, each.name) for each in found.resources] == [(each.iri, each.name) for each in plain.resources]
    assert found.entities == plain.entities
    assert (found.meetings, found.protocols, found.handed_out) == (plain.meetings, plain.protocols, plain.handed_out)


def test_a_judgement_answers_what_a_list_leaves_open() -> None:
    paper = document(Paper((person("a", "Ada Quitzow", "Stadt Kahren"),)), 0)
    lists = [listed(PEOPLE)]
    assert [each.kind for each in resolve([paper], IRIS, authorities=lists).questions] == ["authority"]
    judged = Judgements((Judgement(Kind.SAME_AS, "person/ada-quitzow", "https://a.example/ada"),))
    found = resolve([paper], IRIS, judgements=judged, authorities=lists)
    assert found.questions == ()
    assert found.by_iri[f"{IRIS.base}person/ada-quitzow"].same_as == ("https://a.example/ada",)


def test_a_judgement_against_two_holds_whatever_a_list_says() -> None:
    papers = [document(Paper((organisation("a", name),)), n) for n, name in enumerate(("QSW", "Quaaler Seenwerke"))]
    lists = [listed(TOWNS)]
    assert len(resolve(papers, IRIS, authorities=lists).resources) == 1
    judged = Judgements((Judgement(Kind.DIFFERENT, "organisation/qsw", "organisation/quaaler-seenwerke"),))
    apart = resolve(papers, IRIS, register=_handed_out(papers), judgements=judged, authorities=lists)
    assert len(apart.resources) == 2


def _handed_out(documents: list[DocumentEntities]) -> Register:
    """The register of a run without lists."""
    return Register().extended(resolve(documents, IRIS).handed_out)


def test_order_of_lists_and_documents_does_not_matter() -> None:
    documents = [
        document(Paper((organisation("a", name),)), n) for n, name in enumerate(("QSW", "Quaal", "Stadt Quaal"))
    ]
    lists = [listed(TOWNS), listed(PEOPLE, "people.csv")]
    assert resolve(documents, IRIS, authorities=lists) == resolve(documents[::-1], IRIS, authorities=lists[::-1])


def test_a_source_that_gives_the_address_itself_is_linked() -> None:
    source = DocumentEntities(
        "a.json",
        "aa",
        (Entity("o", EntityKind.ORGANISATION, "Werke", identifiers=("https://a.example/qsw",)),),
        record=True,
    )
    (resource,) = resolve([source], IRIS, authorities=[listed(TOWNS)]).resources
    assert "urn:seenwerke" in resource.same_as
    assert "Werke is listed in list.csv as Quaaler Seenwerke mbH (urn:seenwerke): same address" in resource.reasons


def test_two_lists_that_know_one_thing_are_both_linked() -> None:
    lists = [
        listed(TOWNS),
        listed("urn:other;org;QSW mbH;;;;;\n", "more.csv"),
        listed("urn:third;org;Quaaler Seenwerke;;;;;\n", "third.csv"),
    ]
    _, addresses = linked(lists, organisation("a", "Quaaler Seenwerke"))
    assert addresses["a"].split() == [
        "http://www.wikidata.org/entity/Q7",
        "https://a.example/qsw",
        "urn:other",
        "urn:seenwerke",
        "urn:third",
    ]


def test_an_own_export_is_not_the_same_as_itself() -> None:
    iri = f"{IRIS.base}organisation/stadt-quaal"
    (resource,) = linked([listed(f"{iri};org;Stadt Quaal;;;;;\n")], organisation("a", "Stadt Quaal"))[0].resources
    assert (resource.iri, resource.same_as) == (iri, ())


def test_a_list_may_have_the_digest_of_a_document() -> None:
    paper = document(Paper((organisation("a", "Stadt Quaal"),)), 0)
    towns = replace(listed(TOWNS), sha256=paper.sha256)
    (resource,) = resolve([paper], IRIS, authorities=[towns]).resources
    assert resource.same_as == ("urn:quaal",)


NAMES = st.sampled_from(
    ["Quaal", "Stadt Quaal", "Gemeinde Quaal", "QSW", "Quaaler Seenwerke", "Quaaler Seenwerke GmbH", "Seenwerk Quaal"]
)
ROWS = st.tuples(NAMES, st.sampled_from(["", "QSW", "Quaal", "Quaaler Werke"]))


@given(
    st.lists(st.lists(NAMES, min_size=1, max_size=3, unique=True), min_size=1, max_size=5),
    st.lists(ROWS, max_size=5),
    st.lists(ROWS, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_any_lists_beside_any_documents(
    names: list[list[str]], one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    documents = [
        document(Paper(tuple(organisation(each, each) for each in of_paper)), n) for n, of_paper in enumerate(names)
    ]
    lists = [
        listed("".join(f"urn:{which}{n};org;{name};{short};;;;\n" for n, (name, short) in enumerate(rows)), which)
        for which, rows in (("a", one), ("b", other))
        if rows
    ]
    found = resolve(documents, IRIS, authorities=lists)
    assert found == resolve(documents[::-1], IRIS, authorities=lists[::-1])
    assert found.entities.keys() == {each.sha256 for each in documents}
    linked_to = [address for each in found.resources for address in each.same_as]
    assert len(linked_to) == len(set(linked_to))
    for resource in found.resources:
        assert all(sum(address.startswith(f"urn:{which}") for address in resource.same_as) < 2 for which in "ab")
