"""Records and minutes of one session meet in one meeting, item and paper; what one file lacks another one names."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from invented_built import Built
from invented_minutes_of_council import MINUTES
from invented_records import (
    BODY,
    COMMITTEE,
    COUNCIL,
    EVERYTHING,
    GROUP,
    MEETING,
    PAPER,
    PERSON,
    Record,
    at,
    item,
    page,
    record,
)
from rdflib import Graph

from protokollgraph.graph.build import build
from protokollgraph.graph.export import export
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology import schema
from protokollgraph.ontology.iris import DEFAULT_BASE

RENAMED = MEETING | {"name": "Verwaltungsausschuss (öffentlich)", "organization": [at("organization/haupt")]}
MAIN_COMMITTEE = record("Organization", "organization/haupt", body=at("body/1"), name="Haupt- und Finanzausschuss")


FILES = {
    "meeting.json": MEETING,
    "paper.json": PAPER,
    "organizations.json": page([BODY, COUNCIL, COMMITTEE, GROUP]),
    "person.json": PERSON,
}
MEETINGS = "SELECT DISTINCT ?m { GRAPH ?g { ?m a pg:Meeting } }"


def test_a_reference_takes_its_name_from_the_file_that_holds_the_object(tmp_path: Path) -> None:
    built = Built(tmp_path, FILES)
    assert not built.report.failed
    assert built.ask(MEETINGS) == [("meeting/gemeinderat/2023-03-14",)]
    people = built.ask("SELECT ?p ?n { GRAPH ?g { ?x dl:had_participant_person ?p } GRAPH ?r { ?p foaf:name ?n } }")
    assert set(people) == {("person/edda-quast", "Edda Quast")}
    mover = built.ask("SELECT ?n { GRAPH ?g { ?p a pg:Paper ; dct:creator ?o } GRAPH ?r { ?o skos:prefLabel ?n } }")
    assert set(mover) == {("Fraktion Liste Linde",)}


def test_the_address_of_the_source_stays(tmp_path: Path) -> None:
    built = Built(tmp_path, FILES)
    addresses = {row[0]: row[1] for row in built.ask("SELECT ?n ?a { GRAPH ?g { ?n schema:sameAs ?a } }")}
    assert addresses["meeting/gemeinderat/2023-03-14"] == at("meeting/3")
    assert addresses["meeting/gemeinderat/2023-03-14/item/1"] == at("agendaitem/31")
    assert addresses["paper/17-2023"] == at("paper/17")
    assert addresses["body/gemeinderat"] == at("organization/rat")


def test_records_alone_and_in_one_list_give_the_same_facts(tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    (tmp_path / "one").mkdir()
    query = """SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o
        FILTER(?p IN (dl:decision_outcome, dl:executed, pg:consultedAt, dct:date, dct:title, org:member)) } }"""
    many = Built(tmp_path / "many", {f"{n}.json": each for n, each in enumerate(EVERYTHING)}).ask(query)
    one = Built(tmp_path / "one", {"all.json": page(EVERYTHING)}).ask(query)
    assert [row for row in one if "json" not in "".join(row)] == [row for row in many if "json" not in "".join(row)]
    assert any(row[1].endswith("decision_outcome") for row in one)


def test_minutes_and_record_meet(tmp_path: Path) -> None:
    built = Built(tmp_path, FILES | {"minutes.txt": MINUTES})
    assert built.ask(MEETINGS) == [("meeting/gemeinderat/2023-03-14",)]
    both = (
        """SELECT DISTINCT ?n { GRAPH ?text { ?p a pg:Protocol . ?n a %s } GRAPH ?data { ?r a pg:Record . ?n a %s } }"""
    )
    assert built.ask(both % ("pg:AgendaItem", "pg:AgendaItem")) == [("meeting/gemeinderat/2023-03-14/item/1",)]
    assert built.ask(both % ("pg:Treatment", "pg:Treatment")) == [("meeting/gemeinderat/2023-03-14/treatment/1",)]
    assert built.ask(both % ("pg:Paper", "pg:Paper")) == [("paper/17-2023",)]


def test_a_consultation_leads_from_the_paper_to_the_item(tmp_path: Path) -> None:
    built = Built(tmp_path, FILES)
    (stage,) = built.ask("""SELECT ?p ?i ?b ?r ?a { GRAPH ?g { ?c a pg:Consultation ; pg:consultedPaper ?p ;
        pg:consultedAt ?i ; dl:had_responsible_organization ?b ; pg:consultationRole ?r ; pg:authoritative ?a } }""")
    item = "meeting/gemeinderat/2023-03-14/item/1"
    assert stage == ("paper/17-2023", item, "body/gemeinderat", "Entscheidung", "true")


def test_files_and_terms_of_office(tmp_path: Path) -> None:
    ours = PAPER["auxiliaryFile"][0] | {"accessUrl": f"{DEFAULT_BASE}person/edda-quast"}
    built = Built(tmp_path, FILES | {"paper.json": PAPER | {"mainFile": ours}})
    files = built.ask("SELECT ?o ?t ?f { GRAPH ?g { ?o dct:relation ?f . ?f a foaf:Document ; dct:title ?t } }")
    assert files == [
        ("meeting/gemeinderat/2023-03-14", "Einladung", at("files/einladung.pdf")),
        ("paper/17-2023", "Lageplan", at("files/plan.pdf")),
    ]
    (term,) = built.ask("SELECT ?n ?o ?s { GRAPH ?g { ?t pg:termOf ?o ; skos:prefLabel ?n ; schema:startDate ?s } }")
    assert term == ("7. Wahlperiode", "organisation/stadt-lindenau", "2019-06-01")


def test_what_no_file_names_is_left_out(tmp_path: Path) -> None:
    built = Built(tmp_path, {"meeting.json": MEETING | {"name": "Klausur"}, "paper.json": PAPER})
    assert built.ask("SELECT ?p { GRAPH ?g { ?p a foaf:Person } }") == []
    assert built.ask("SELECT ?m ?b { GRAPH ?g { ?m a pg:Meeting ; dl:had_responsible_organization ?b } }") == []
    assert built.ask(MEETINGS) == [("meeting/meeting-json",)]


def test_items_apart_from_their_meeting_find_it(tmp_path: Path) -> None:
    without = {name: value for name, value in MEETING.items() if name != "agendaItem"}
    items = [each | {"meeting": at("meeting/3")} for each in MEETING["agendaItem"]]
    built = Built(tmp_path, FILES | {"meeting.json": without, "items.json": items})
    assert built.ask(MEETINGS) == [("meeting/gemeinderat/2023-03-14",)]
    outcomes = built.ask("SELECT ?o { GRAPH ?g { ?t prov:generated/dl:decision_outcome ?o } }")
    assert len(outcomes) == 4


def test_two_sessions_on_one_day_stay_two(tmp_path: Path) -> None:
    evening = MEETING | {"id": at("meeting/4"), "start": "2023-03-14T20:30:00+01:00", "end": None, "agendaItem": []}
    built = Built(tmp_path, FILES | {"evening.json": evening, "minutes.txt": MINUTES})
    assert built.ask(MEETINGS) == [("meeting/gemeinderat/2023-03-14",), ("meeting/gemeinderat/2023-03-14/20-30",)]
    assert built.ask("SELECT ?m { GRAPH ?g { ?m a pg:Meeting ; dl:recorded_in_a_realization_of ?p } }") == [
        ("meeting/gemeinderat/2023-03-14",)
    ]


def test_a_meeting_under_an_old_name_of_its_body_is_found(tmp_path: Path) -> None:
    # The minutes name both committees, so they are two; the record says whose meeting it was.
    minutes = MINUTES.replace("Gremium: Gemeinderat", "Gremium: Verwaltungsausschuss").replace(
        "beschließt den", "beschließt nach Beratung im Haupt- und Finanzausschuss den"
    )
    built = Built(tmp_path, {"m.json": RENAMED, "o.json": [MAIN_COMMITTEE, BODY], "minutes.txt": minutes})
    assert built.ask(MEETINGS) == [("meeting/haupt-und-finanzausschuss/2023-03-14",)]


def test_people_with_two_addresses_in_one_source_are_two(tmp_path: Path) -> None:
    other = PERSON | {"id": at("person/2"), "membership": []}
    built = Built(tmp_path, {"one.json": PERSON, "two.json": other, "group.json": GROUP})
    assert len(built.ask("SELECT DISTINCT ?p { GRAPH ?g { ?p a foaf:Person } }")) == 2


def test_memberships_have_their_days(tmp_path: Path) -> None:
    first = PERSON["membership"][0]
    again = first | {"id": at("membership/2"), "startDate": "2024-06-01", "endDate": None}
    built = Built(tmp_path, FILES | {"person.json": PERSON | {"membership": [first, again]}})
    days = built.ask("SELECT ?s { GRAPH ?g { ?m a org:Membership ; schema:startDate ?s } }")
    assert days == [("2019-06-01",), ("2024-06-01",)]
    assert built.ask("SELECT ?s { GRAPH ?g { ?m a org:Membership ; schema:endDate ?s } }") == [("2024-05-31",)]


def test_a_record_is_no_protocol_and_fits_the_shapes(tmp_path: Path) -> None:
    again = PERSON["membership"][0] | {"id": at("membership/2"), "startDate": "2024-06-01", "endDate": None}
    files = FILES | {"person.json": PERSON | {"membership": [*PERSON["membership"], again]}, "minutes.txt": MINUTES}
    built = Built(tmp_path, files)
    assert len(built.ask("SELECT ?p { GRAPH ?g { ?p a pg:Protocol } }")) == 1
    assert len(built.ask("SELECT ?p { GRAPH ?g { ?p a pg:Record } }")) == 4
    export_to = tmp_path / "all.nq"
    with GraphStore.reader(built.store) as store:
        export(store, "nq", export_to)
        names = store.graph_iris()
    lines = export_to.read_text(encoding="utf-8").splitlines()
    assert not schema.unknown_terms(lines)
    shapes = Graph().parse(data=schema.text(schema.SHAPES), format="turtle")
    for name in (each for each in names if "/record/" in each):
        graph = Graph()
        for line in lines:
            if line.endswith((f"<{name}> .", "graph/register> .")):
                graph.parse(data=line.rpartition(" <")[0] + " .", format="nt")
        conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
        assert conforms, report


BAD: list[tuple[str, str | list[Record], str]] = [
    ("no OParl", '{"name": "settings", "version": 3}', "no OParl object"),
    ("cut off", '{"data": [{"id": ', "is no JSON"),
    ("nested without end", "[" * 100_000, "nested"),
]


@pytest.mark.parametrize(("content", "said"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_json_is_told_and_the_rest_is_built(content: str, said: str, tmp_path: Path) -> None:
    built = Built(tmp_path, FILES | {"bad.json": content})
    (failed,) = built.report.failed
    assert said in str(failed)
    assert len(built.report.added) == 4


def test_a_second_build_reads_nothing_again(tmp_path: Path) -> None:
    built = Built(tmp_path, FILES | {"minutes.txt": MINUTES})
    again = build([built.sources], built.store, jobs=1)
    assert (len(again.unchanged), again.added, again.changed) == (5, (), ())
    later = Built(tmp_path, {"meeting.json": MEETING | {"agendaItem": [item(1, "1", result="vertagt")]}})
    assert len(later.report.changed) == 1
    assert not later.ask("SELECT ?d { GRAPH ?g { ?r a pg:Record . ?d dl:decision_outcome pg:Rejected } }")
