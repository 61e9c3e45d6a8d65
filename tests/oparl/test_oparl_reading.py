"""From records of an information system to what they state; what is wrong in them is told and stops nothing."""

from __future__ import annotations

import json
from datetime import date, time
from time import monotonic
from typing import Any

import pytest
from invented_records import (
    BODY,
    COMMITTEE,
    COUNCIL,
    EVERYTHING,
    FILE,
    GROUP,
    MEETING,
    OFFICE,
    PAPER,
    PERSON,
    TERM,
    Record,
    at,
    document,
    item,
    page,
    record,
)

from protokollgraph.errors import DocumentError
from protokollgraph.extract.oparl import extract, wordings
from protokollgraph.model import (
    Attendance,
    DecisionKind,
    Entity,
    EntityKind,
    Extraction,
    Method,
    Outcome,
    PaperKind,
    Votes,
)


def read(*objects: Any) -> Extraction:
    return extract(document(objects[0] if len(objects) == 1 else list(objects)))


def entity(found: Extraction, path: str) -> Entity:
    return next(each for each in found.entities if at(path) in each.identifiers)


def codes(found: Extraction) -> list[str]:
    return [each.code for each in found.findings]


CONTAINERS = [
    ("a list", list(EVERYTHING)),
    ("a list page", page(EVERYTHING)),
    ("objects by name", {"all": {str(n): each for n, each in enumerate(EVERYTHING)}}),
    ("one object a line", "\n".join(json.dumps(each) for each in EVERYTHING)),
    ("in another order", EVERYTHING[::-1]),
]


@pytest.mark.parametrize("content", [case[1] for case in CONTAINERS], ids=[case[0] for case in CONTAINERS])
def test_objects_are_found_wherever_they_stand(content: Any) -> None:
    found = extract(document(content))
    assert found.record
    assert found.meeting is not None
    assert found.meeting.date == date(2023, 3, 14)
    assert entity(found, "paper/17").name == "17/2023"
    assert not found.findings


def test_meeting() -> None:
    found = read(COUNCIL, MEETING)
    meeting = found.meeting
    assert meeting is not None
    assert (meeting.date, meeting.start, meeting.end) == (date(2023, 3, 14), time(18), time(20, 15))
    assert (meeting.number, meeting.identifiers) == (12, (at("meeting/3"),))
    assert meeting.place is not None
    assert (meeting.place.label, meeting.place.post_code) == ("Saal der Alten Mühle", "01999")
    assert found.entity(meeting.body or "").name == "Gemeinderat"
    (present,) = found.participations
    assert present.attendance is Attendance.PRESENT
    assert at("person/1") in found.entity(present.person).identifiers


def test_items_and_how_they_ended() -> None:
    found = read(MEETING)
    assert [each.number for each in found.agenda] == ["1", "2", "3", "4", "5"]
    assert found.agenda[0].identifier == at("agendaitem/31")
    assert found.agenda[0].consultation == at("consultation/171")
    assert [each.number for each in found.treatments] == ["1", "2", "3", "4"]
    first, second, third, fourth = found.decisions
    assert (first.item, first.outcome, first.method) == ("1", Outcome.ADOPTED, Method.UNANIMOUS)
    assert (second.outcome, second.votes) == (Outcome.REJECTED, Votes(5, 9, 1))
    assert found.entity(third.addressee or "").name == "Bauausschuss"
    assert fourth.words == "Der Rat nimmt den Bericht zur Kenntnis."


@pytest.mark.parametrize("objects", [[each] for each in EVERYTHING], ids=[each["type"][-9:] for each in EVERYTHING])
def test_evidence_stands_in_the_text(objects: list[Record]) -> None:
    found = extract(document(objects))
    text = found.document.text
    several = (found.memberships, found.decisions, found.participations)
    places = [place for each in found.entities for place in each.mentions]
    places += [place for facts in several for each in facts for place in each.evidence]
    places += [each.evidence for facts in (found.agenda, found.treatments) for each in facts]
    places += [each.evidence for facts in (found.paper_facts, found.consultations) for each in facts]
    places += [each.evidence for facts in (found.attachments, found.terms) for each in facts]
    assert places
    assert all(0 <= place.span.start < place.span.end <= len(text) for place in places)
    for entity in found.entities:
        for place in entity.mentions:
            printed = text[place.span.start : place.span.end]
            assert entity.name in printed or any(each in printed for each in entity.identifiers) or entity.person


def test_organisations_that_meet_are_bodies() -> None:
    found = read(COUNCIL, COMMITTEE, OFFICE, GROUP, BODY)
    kinds = {each.name: each.kind for each in found.entities}
    assert kinds == {
        "Stadt Lindenau": EntityKind.ORGANISATION,
        "Gemeinderat": EntityKind.BODY,
        "Bauausschuss": EntityKind.BODY,
        "Tiefbauamt": EntityKind.ORGANISATION,
        "Fraktion Liste Linde": EntityKind.BODY,
    }
    assert found.entity(entity(found, "organization/bau").part_of or "").name == "Gemeinderat"
    assert found.entity(entity(found, "organization/rat").part_of or "").aliases == ("Lindenau",)


def test_a_body_is_only_an_address_where_another_file_names_it() -> None:
    found = read(MEETING | {"name": "Klausur zum Haushalt"})
    assert found.meeting is not None
    body = found.entity(found.meeting.body or "")
    assert (body.kind, body.name, body.identifiers) == (EntityKind.BODY, "", (at("organization/rat"),))


def test_people_and_dated_memberships() -> None:
    found = read(PERSON, GROUP)
    person = entity(found, "person/1")
    assert person.person is not None
    assert (person.name, person.person.prefix, person.person.family) == ("Edda Quast", "Dr.", "Quast")
    (membership,) = found.memberships
    assert (membership.role, membership.since, membership.until) == ("Vorsitzende", date(2019, 6, 1), date(2024, 5, 31))
    assert found.entity(membership.organisation).name == "Fraktion Liste Linde"


NAMES = [
    ("in parts", {"givenName": "Bo", "familyName": "von Ahn"}, ("von Ahn", "Bo", None)),
    ("one line", {"name": "Prof. Dr. Ute Klee"}, ("Klee", "Ute", "Prof. Dr.")),
    ("surname first", {"name": "Klee, Ute"}, ("Klee", "Ute", None)),
]


@pytest.mark.parametrize(("given", "parts"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names_of_people(given: Record, parts: tuple[str | None, ...]) -> None:
    person = entity(read(record("Person", "person/9", **given)), "person/9").person
    assert person is not None
    assert (person.family, person.given, person.prefix) == parts


def test_paper_and_its_way() -> None:
    found = read(PAPER)
    paper = entity(found, "paper/17")
    assert (paper.name, paper.title) == ("17/2023", "Neubau der Fußgängerbrücke am Wehr")
    assert [fact.kind for fact in found.paper_facts if fact.kind] == [PaperKind.PROPOSAL]
    assert [fact.mover for fact in found.paper_facts if fact.mover] == [entity(found, "organization/linde").key]
    (stage,) = found.consultations
    assert (stage.item, stage.meeting, stage.role) == (at("agendaitem/31"), at("meeting/3"), "Entscheidung")
    assert stage.authoritative is True
    assert found.meeting is None
    assert not found.agenda


def test_files_of_papers_and_meetings() -> None:
    found = read(PAPER, MEETING)
    plan, invitation = found.attachments
    assert (plan.address, plan.name, plan.media_type, plan.date) == (
        at("files/plan.pdf"),
        "Lageplan",
        "application/pdf",
        date(2023, 2, 1),
    )
    assert (plan.paper, plan.place) == (entity(found, "paper/17").key, None)
    assert (invitation.paper, invitation.place) == (None, at("meeting/3"))


def test_files_apart_and_files_that_lead_nowhere() -> None:
    apart = PAPER | {"auxiliaryFile": None, "mainFile": at("file/1")}
    assert [each.address for each in read(apart, FILE).attachments] == [at("files/plan.pdf")]
    lost = {name: value for name, value in FILE.items() if name != "accessUrl"}
    assert read(PAPER | {"auxiliaryFile": [lost]}).attachments == ()
    assert read({name: value for name, value in PAPER.items() if name != "id"}).attachments == ()
    assert read(PAPER | {"auxiliaryFile": [FILE | {"deleted": True}]}).attachments == ()


@pytest.mark.parametrize("apart", [False, True], ids=["in the body", "elsewhere"])
def test_legislative_terms(apart: bool) -> None:
    alone = BODY | {"legislativeTerm": None}
    found = read(alone, TERM | {"body": at("body/1")}) if apart else read(BODY)
    (term,) = found.terms
    assert (term.name, term.since, term.until) == ("7. Wahlperiode", date(2019, 6, 1), date(2024, 5, 31))
    assert found.entity(term.organisation or "").name == "Stadt Lindenau"


def test_many_of_a_kind_are_read_in_linear_time() -> None:
    items = [item(n, "1", name="x", result="vertagt") for n in range(4000)]
    apart = [record("Consultation", f"c/{n}", paper=at(f"paper/{n}"), agendaItem=at("a")) for n in range(4000)]
    papers = [record("Paper", f"paper/{n}", reference=f"{n}/24") for n in range(4000)]
    started = monotonic()
    found = read(MEETING | {"agendaItem": items}, *apart, *papers)
    assert (len(found.agenda), len(found.consultations)) == (4000, 4000)
    assert monotonic() - started < 30  # 2 s on a quiet machine; what grows with the square takes minutes


def test_items_apart_from_their_meeting() -> None:
    apart = [each | {"meeting": at("meeting/3")} for each in MEETING["agendaItem"]]
    without = {name: value for name, value in MEETING.items() if name != "agendaItem"}
    assert read(without, *apart).decisions
    assert len(read(without, *apart).agenda) == 5
    alone = read(*apart)
    assert alone.meeting is not None
    assert alone.meeting.identifiers == (at("meeting/3"),)
    assert alone.meeting.date is None
    assert len(alone.decisions) == 4


def test_a_page_of_meetings_has_several_sittings() -> None:
    later = MEETING | {"id": at("meeting/4"), "start": "2023-04-18", "agendaItem": [item(9, "1", name="Haushalt")]}
    found = read(page([MEETING, later]))
    (second,) = found.further
    assert found.meeting
    assert (found.meeting.date, second.meeting.date) == (date(2023, 3, 14), date(2023, 4, 18))
    assert (len(found.agenda), len(second.agenda)) == (5, 1)
    assert second.meeting.start is None


AMISS: list[tuple[str, Record, str]] = [
    ("a list for a text", MEETING | {"name": ["Gemeinderat"]}, "oparl-wrong-type"),
    ("a day that is none", MEETING | {"start": "2023-02-31T18:00:00"}, "oparl-wrong-type"),
    ("a number for an address", MEETING | {"organization": 7}, "oparl-wrong-type"),
    ("a word for a truth value", MEETING | {"cancelled": "vielleicht"}, "oparl-wrong-type"),
    ("no id", {name: value for name, value in MEETING.items() if name != "id"}, "oparl-no-id"),
    ("an id that is no address", MEETING | {"id": "3"}, "oparl-no-id"),
    ("deleted", MEETING | {"deleted": True}, "oparl-deleted"),
    ("cancelled", MEETING | {"cancelled": True}, "oparl-cancelled"),
    ("cancelled by its state", MEETING | {"meetingState": "entfällt"}, "oparl-cancelled"),
    ("an unknown result", MEETING | {"agendaItem": [item(1, "1", result="verhext")]}, "oparl-unknown-result"),
    ("one number twice", MEETING | {"agendaItem": [item(1, "1"), item(2, "1")]}, "oparl-duplicate-item"),
    ("an item with a result, but no number", MEETING | {"agendaItem": [item(1, "", result="vertagt")]}, "oparl-item"),
    ("a text of resolution alone", MEETING | {"agendaItem": [item(1, "1", resolutionText="x")]}, "oparl-no-result"),
    ("two bodies", MEETING | {"organization": [at("o/1"), at("o/2")]}, "oparl-several-bodies"),
    ("an item of no meeting", item(1, "1"), "oparl-broken-link"),
    ("a membership of nobody", record("Membership", "m/1", organization=at("o/1")), "oparl-broken-link"),
    ("a consultation of no paper", record("Consultation", "c/1", meeting=at("meeting/3")), "oparl-broken-link"),
]


@pytest.mark.parametrize(("content", "code"), [case[1:] for case in AMISS], ids=[case[0] for case in AMISS])
def test_what_is_amiss_is_told_and_stops_nothing(content: Record, code: str) -> None:
    found = read(content, PAPER)
    assert any(each.startswith(code) for each in codes(found))
    assert entity(found, "paper/17").name == "17/2023"
    assert all(each.span and found.document.text[each.span.start : each.span.end] for each in found.findings)


def test_deleted_and_cancelled_meetings_state_nothing() -> None:
    for gone in ({"deleted": True}, {"cancelled": True}):
        found = read(MEETING | gone)
        assert found.meeting is None
        assert not found.agenda
        assert not found.decisions


def test_a_deleted_person_is_nobody() -> None:
    found = read(MEETING, PERSON | {"deleted": True}, GROUP)
    assert not found.participations
    assert not found.memberships
    assert all(each.kind is not EntityKind.PERSON for each in found.entities)


def test_an_item_with_the_number_of_another_keeps_its_own_end() -> None:
    found = read(
        MEETING
        | {
            "agendaItem": [
                item(1, "7", name="Satzung", result="einstimmig beschlossen"),
                item(2, "7", name="Änderungsantrag zur Satzung", result="mehrheitlich abgelehnt"),
            ]
        }
    )
    assert [(each.item, each.outcome) for each in found.decisions] == [
        ("7", Outcome.ADOPTED),
        ("7 (2)", Outcome.REJECTED),
    ]


def test_the_fuller_of_two_objects_with_one_id_counts() -> None:
    short = {name: PAPER[name] for name in ("id", "type", "name")}
    assert entity(read(short, PAPER), "paper/17").name == entity(read(PAPER, short), "paper/17").name == "17/2023"


def test_unknown_and_own_properties_are_passed_over() -> None:
    own = {"acme:votes": {"type": "https://acme.example/Votes", "id": 3}, "colour": None, "keyword": ["Brücke"]}
    found = read(MEETING | own | {"type": "https://schema.oparl.org/1.0/Meeting"})
    assert found.decisions
    assert not found.findings
    assert read(record("Hologram", "hologram/1"), COUNCIL).entities[0].name == "Gemeinderat"


def test_a_ring_of_organisations_ends() -> None:
    ring = [
        record("Organization", f"o/{n}", name=f"Amt {n}", subOrganizationOf=at(f"o/{(n + 1) % 3}")) for n in range(3)
    ]
    assert len(read(*ring).entities) == 3
    itself = record("Organization", "o/1", name="Amt", subOrganizationOf=at("o/1"))
    assert read(itself).entities[0].part_of is None


OTHERS = [
    ("an empty list", []),
    ("a map", {"type": "FeatureCollection", "features": []}),
    ("a number", 7),
    ("null", "null"),
]


@pytest.mark.parametrize("content", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_other_json_is_named_so(content: Any) -> None:
    assert codes(extract(document(content))) == ["no-oparl"]


def test_what_is_no_json_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match=r"record\.json: is no JSON: in line 1"):
        extract(document('{"type": '))


@pytest.mark.parametrize("value", [None, 1, 1.5, True, "", "x", [], [[]], [None], {}, {"id": 1}, [{"id": []}]], ids=str)
def test_any_value_in_any_property(value: Any) -> None:
    for each in EVERYTHING:
        for name in each:
            if name != "type":
                extract(document([each | {name: value}, *EVERYTHING]))
    for name in MEETING["agendaItem"][0]:
        extract(document(MEETING | {"agendaItem": [MEETING["agendaItem"][0] | {name: value}]}))


RESULTS = [
    ("ungeändert beschlossen", DecisionKind.APPROVAL, Outcome.ADOPTED, None),
    ("einstimmig angenommen", DecisionKind.APPROVAL, Outcome.ADOPTED, Method.UNANIMOUS),
    ("Zustimmung (Ja: 12, Nein: 3, Enthaltungen: 0)", DecisionKind.APPROVAL, Outcome.ADOPTED, Method.MAJORITY),
    ("einstimmig empfohlen", DecisionKind.RECOMMENDATION, Outcome.ADOPTED, Method.UNANIMOUS),
    ("nicht zugestimmt", DecisionKind.REJECTION, Outcome.REJECTED, None),
    ("mehrheitlich abgelehnt", DecisionKind.REJECTION, Outcome.REJECTED, Method.MAJORITY),
    ("zurückgestellt", DecisionKind.POSTPONEMENT, Outcome.POSTPONED, None),
    ("von der Tagesordnung abgesetzt", DecisionKind.POSTPONEMENT, Outcome.POSTPONED, None),
    ("in den Fachausschuss überwiesen", DecisionKind.REFERRAL, Outcome.REFERRED, None),
    ("zur Kenntnis genommen", DecisionKind.ACKNOWLEDGEMENT, Outcome.NOTED, None),
    ("Antrag zurückgezogen", DecisionKind.APPROVAL, Outcome.WITHDRAWN, None),
    ("gewählt", DecisionKind.ELECTION, Outcome.ADOPTED, None),
    ("genehmigt", DecisionKind.CONFIRMATION, Outcome.ADOPTED, None),
]


@pytest.mark.parametrize(("words", "kind", "outcome", "method"), RESULTS, ids=[case[0] for case in RESULTS])
def test_result(words: str, kind: DecisionKind, outcome: Outcome, method: Method | None) -> None:
    result = wordings.result(words)
    assert result is not None
    assert (result.kind, result.outcome, result.method) == (kind, outcome, method)


# What says that nothing was decided, or not what: no outcome may be concluded.
@pytest.mark.parametrize(
    "words",
    [
        "teilweise zugestimmt",
        "erledigt",
        "keine Abstimmung",
        "ohne Beschluss",
        "vorberaten",
        "nicht zur Abstimmung gestellt",
    ],
)
def test_no_result(words: str) -> None:
    assert wordings.result(words) is None


NUMBERS = [("7.", "7"), ("TOP 7.1:", "7.1"), ("7)", "7"), ("a)", "a"), ("7 (2)", "7 (2)"), ("Ö 3", "Ö 3"), (" . ", "")]


@pytest.mark.parametrize(("printed", "number"), NUMBERS, ids=[case[0] for case in NUMBERS])
def test_number_of_an_item(printed: str, number: str) -> None:
    assert wordings.item_number(printed) == number


BODIES = [
    ("Gemeinderat", "Gemeinderat"),
    ("44. Plenarsitzung des Gemeinderates (öffentlich/nicht öffentlich)", "Gemeinderat"),
    ("Sitzung des Ausschusses für Bildung und Sport", "Ausschuss für Bildung und Sport"),
    ("Konstituierende Sitzung der Gemeindevertretung", "Gemeindevertretung"),
    ("Gemeinderat – Haushaltsberatung", None),
    ("Bauausschuss/Umweltausschuss", None),
    ("Bürgerversammlung im Ortsteil", None),
]


@pytest.mark.parametrize(("name", "body"), BODIES, ids=[case[0] for case in BODIES])
def test_a_meeting_is_named_after_its_body_or_not(name: str, body: str | None) -> None:
    assert wordings.body_in(name) == body
