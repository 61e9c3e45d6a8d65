"""Who is who among organisations, bodies, projects, papers: every rule with a case that joins and one that does not."""

from __future__ import annotations

from datetime import date

import pytest
from invented import Paper, Thing, assert_told_apart, body, organisation, project, resolved

from protokollgraph.graph.matching.likeness import slip_of_the_pen, stands_for_district, stands_for_words
from protokollgraph.graph.matching.naming import first_language, is_abbreviation, without_legal_form
from protokollgraph.model import EntityKind

BASE = "https://protokolle.example/id/"

CASES: dict[str, tuple[Thing | list[Thing], ...]] = {
    # organisations: what may be missing
    "legal form": (organisation("a", "Neubau Quaal gGmbH"), organisation("a", "Neubau Quaal")),
    "legal form in dots": (
        organisation("a", "Radverein Quaal e. V."),
        organisation("a", "Radverein Quaal e.V."),
        organisation("a", "Radverein Quaal"),
    ),
    "other words than the legal form": (
        organisation("a", "Neubau Quaal GmbH"),
        organisation("b", "Neubau Quaal Nord GmbH"),
    ),
    "of the state": (
        organisation("a", "Förderbank des Landes Brandenburg"),
        organisation("a", "Förderbank Brandenburg"),
    ),
    "the state left out": (organisation("a", "Landesforst Sachsen"), organisation("a", "Landesforst")),
    "two states": (
        organisation("a", "Landesforst Sachsen"),
        organisation("b", "Landesforst Thüringen"),
        organisation("c", "Landesforst"),
    ),
    "genitive": (
        organisation("a", "Landkreis Nebelin"),
        organisation("a", "Landkreises Nebelin"),
        organisation("a", "LK Nebelin"),
    ),
    "adjective inflected": (
        organisation("a", "Mitteldeutsche Seenwerke"),
        organisation("a", "Mitteldeutschen Seenwerke"),
    ),
    "town without its kind": (organisation("a", "Stadt Quaal"), organisation("a", "Quaal")),
    "town and parish": (
        organisation("a", "Stadt Quaal"),
        organisation("b", "Gemeinde Quaal"),
        organisation("c", "Quaal"),
    ),
    "town and its administration": (organisation("a", "Stadt Quaal"), organisation("b", "Stadtverwaltung Quaal")),
    "parish and its council": (organisation("a", "Gemeinde Quaal"), body("b", "Gemeindevertretung Quaal")),
    "parentheses left out": (organisation("a", "Stadt Quaal (Mark)"), organisation("a", "Stadt Quaal")),
    "parentheses that differ": (organisation("a", "Stadt Quaal (Mark)"), organisation("b", "Stadt Quaal (Harz)")),
    # two languages
    "second language left out": (
        organisation("a", "Landkreis Nebelin/Njebjelin"),
        organisation("a", "Landkreis Nebelin"),
    ),
    "slip of the pen in the second language": (
        organisation("a", "Stadtverwaltung Quaal/Kwalojce"),
        organisation("a", "Stadtverwaltung Quaal/Kwalejce"),
    ),
    "two languages, two kinds": (organisation("a", "Stadt Quaal/Kwałow"), organisation("b", "Amt Quaal/Kwałow")),
    "organisation in two languages": (
        organisation("a", "Stiftung für das Volk/Załožba za lud"),
        organisation("a", "Stiftung für das Volk"),
        organisation("a", "Załožba za lud"),
    ),
    "name in the second language of another": (
        organisation("a", "Stiftung für das Volk/Załožba za lud"),
        organisation("b", "Załožba za maš"),
    ),
    "slash between two parties": (organisation("a", "Liste 90/Die Gelben"), organisation("b", "Liste 90")),
    # abbreviations
    "abbreviation defined elsewhere": (organisation("a", "Quaaler Seenwerke mbH", "QSW"), organisation("a", "QSW")),
    "abbreviation defined nowhere": (organisation("a", "Quaaler Seenwerke mbH"), organisation("b", "QSW")),
    "abbreviation defined twice": (
        organisation("a", "Quaaler Seenwerke", "QSW"),
        organisation("b", "Queller Sparwerk", "QSW"),
        organisation("c", "QSW"),
    ),
    "abbreviation and place": (organisation("a", "Handwerksrat Quaal", "HWR"), organisation("a", "HWR Quaal")),
    "abbreviation and another place": (
        organisation("a", "Handwerksrat Quaal", "HWR"),
        organisation("b", "HWR Nebelin"),
    ),
    "abbreviation with the place, explained nowhere": (
        organisation("a", "HWR Quaal"),
        organisation("a", "Handwerksrat Quaal e. V."),
        organisation("b", "Handwerksrat Nebelin"),
    ),
    "initials with the place": (
        organisation("a", "QTU Quaal-Nebelin"),
        organisation("a", "Quaaler Technische Universität Quaal-Nebelin"),
    ),
    "initials of two": (
        organisation("a", "QTU Nebelin"),
        organisation("b", "Quaaler Technische Universität Nebelin"),
        organisation("c", "Quelle Technik Uckertal Nebelin"),
    ),
    "letters of another name": (organisation("a", "IHK Quaal"), organisation("b", "Handwerkskammer Quaal")),
    "two letters inside of a word": (organisation("a", "KH Quaal"), organisation("b", "Kreishandwerkerschaft Quaal")),
    "abbreviation and full name side by side": (
        organisation("a", "Quaaler Seenwerke", "QSW"),
        [organisation("a", "QSW"), organisation("a", "Quaaler Seenwerke")],
    ),
    "number plate of a district": (organisation("a", "Landkreis Oberquaal-Nebelin"), organisation("a", "LK OQN")),
    "number plate of another": (organisation("a", "Landkreis Oberquaal-Nebelin"), organisation("b", "LK PIR")),
    "abbreviation and nearly the same name": (
        organisation("a", "Verkehrsgesellschaft Quaaltal", "VGQ"),
        organisation("a", "Verkehrs-Gesellschaft Quaalthal", "VGQ"),
    ),
    "another short form": (
        organisation("a", "Bund der Quaaler Heimatfreunde", "Heimatfreunde"),
        organisation("a", "Heimatfreunde"),
    ),
    "too general a short form": (
        organisation("a", "Stadtverwaltung Quaal", "Verwaltung"),
        organisation("b", "Verwaltung"),
    ),
    "a general name in two places": (
        [organisation("a", "Bauamt", unit_of="Stadtverwaltung Quaal")],
        [organisation("b", "Bauamt", unit_of="Stadtverwaltung Nebelin")],
    ),
    "a general name of one place": (
        [organisation("a", "Bauamt", unit_of="Stadtverwaltung Quaal")],
        [organisation("a", "Bauamt", unit_of="Stadtverwaltung Quaal")],
    ),
    "side by side in one document": ([organisation("a", "Neubau Quaal"), organisation("b", "Neubau Quaal GmbH")],),
    # bodies
    "Werkstatt by number": (body("a", "Werkstatt 4", number=4), body("a", "Werkstatt 4 „Dorf und Land“", number=4)),
    "Werkstätten by number": (body("a", "Werkstatt 4", number=4), body("b", "Werkstatt 5", number=5)),
    "abbreviation of a body": (body("a", "Ressortrunde Quaal", "RRQ"), body("a", "RRQ")),
    "shorter name of a body": (
        body("a", "Länderoffene Ressortrunde Quaal (LRQ)"),
        body("a", "Länderoffene Ressortrunde"),
    ),
    "quoted subtitle": (body("a", "Beirat „Wandel im Revier“"), body("a", "Beirat")),
    "two quoted subtitles": (body("a", "Beirat „Wandel“"), body("b", "Beirat „Heimat“"), body("c", "Beirat")),
    "council of the parish": (
        body("a", "Gemeindevertretung der Gemeinde Quaal/Kwalojce"),
        body("a", "Gemeindevertretung Quaal"),
    ),
    "council of another parish": (
        body("a", "Gemeindevertretung der Gemeinde Quaal"),
        body("b", "Gemeindevertretung Nebelin"),
    ),
    "group without its kind": (body("a", "Fraktion Freie Quaaler"), body("a", "Freie Quaaler")),
    "committee of two towns": (
        [body("a", "Ausschuss für Bau", unit_of="Stadt Quaal")],
        [body("b", "Ausschuss für Bau", unit_of="Stadt Nebelin")],
    ),
    "a body that one document takes for an organisation": (
        body("a", "Fahrgastrat Quaal"),
        organisation("a", "Fahrgastrat Quaal"),
    ),
    # projects
    "filler words": (project("a", "Tankstelle im Gewerbegebiet Ost"), project("a", "Tankstelle Gewerbegebiet Ost")),
    "another word": (project("a", "Tankstelle Gewerbegebiet Ost"), project("b", "Tankstelle Gewerbegebiet West")),
    "case and dashes": (project("a", "KI–Werkbank Quaal"), project("a", "Ki-Werkbank Quaal")),
    "former name": (project("a", "Quaal-Takt", "Rufbus Quaal"), project("a", "Rufbus Quaal")),
    "former name of two": (
        project("a", "Quaal-Takt", "Rufbus"),
        project("b", "Nebelin-Takt", "Rufbus"),
        project("c", "Rufbus"),
    ),
    "one long former name": (
        project("a", "Quaal-Takt", "Rufbus im Quaaltal"),
        project("a", "Takt 2030", "Rufbus im Quaaltal"),
    ),
    "the same abbreviation": (project("a", "Quaaler Turm", "QT"), project("b", "Quelltal", "QT")),
    "slip of the pen": (project("a", "Radweg Kohlebahntrasse"), project("a", "Radweg Kohlenbahntrasse")),
    "another number": (project("a", "Kohlebahntrasse Abschnitt 1"), project("b", "Kohlebahntrasse Abschnitt 2")),
    "-berg and -burg": (project("a", "Rathaus Weißenberg"), project("b", "Rathaus Weißenburg")),
    "project in two languages": (project("a", "Digitale Pfade/Digitalne šćažki"), project("a", "Digitale Pfade")),
}


COUNCIL, OTHER = "Gemeindevertretung Quaal", "Stadtverordnetenversammlung der Stadt Nebelin"


def minutes(of: str | None, *things: Thing) -> Paper:
    return Paper(things, body=of)


PLACES: dict[str, tuple[Paper, ...]] = {
    # committees, groups and councils whose name tells no place are of the place whose minutes speak of them
    "committee": (minutes(COUNCIL, body("a", "Bauausschuss")), minutes(COUNCIL, body("a", "Bauausschuss"))),
    "committees of one name": (minutes(COUNCIL, body("a", "Bauausschuss")), minutes(OTHER, body("b", "Bauausschuss"))),
    "group": (minutes(COUNCIL, body("a", "CDU")), minutes(COUNCIL, body("a", "CDU-Fraktion"))),
    "groups of one party": (minutes(COUNCIL, body("a", "CDU")), minutes(OTHER, body("b", "CDU-Fraktion"))),
    "group by its abbreviation": (
        minutes(COUNCIL, body("a", "Wir für Quaal", "WfQ", "Fraktion Wir für Quaal")),
        minutes(COUNCIL, body("a", "Fraktion WfQ")),
    ),
    "council": (
        minutes("Bauausschuss der Gemeinde Quaal", body("a", "Gemeindevertretung")),
        minutes(OTHER, body("a", COUNCIL)),
    ),
    "committee with its place": (
        minutes(COUNCIL, body("a", "Bauausschuss")),
        minutes(OTHER, body("a", "Bauausschuss der Gemeinde Quaal")),
    ),
    "committee of a council": (
        minutes(COUNCIL, body("a", "Bauausschuss")),
        minutes(None, body("a", "Bauausschuss", unit_of="Gemeindevertretung Quaal")),
    ),
    "committee of a town printed without its kind": (
        minutes(OTHER, body("a", "Bauausschuss")),
        minutes(None, body("a", "Bauausschuss", unit_of="Nebelin")),
    ),
    # a place that is not told is the only one there is, or an open question
    "place not told": (minutes(COUNCIL, body("a", "Bauausschuss")), minutes(None, body("a", "Bauausschuss"))),
    "place not told, two places": (
        minutes(COUNCIL, body("a", "Bauausschuss")),
        minutes(OTHER, body("b", "Bauausschuss")),
        minutes(None, body("c", "Bauausschuss")),
    ),
    # a district is another place than a town of its name, and a parish has no Kreistag
    "town and district": (
        minutes("Kreistag Quaal", body("a", "Bauausschuss")),
        minutes(COUNCIL, body("b", "Bauausschuss")),
    ),
    "Kreistag in the minutes of a parish": (
        minutes(COUNCIL, body("a", "Kreistag")),
        minutes("Stadtrat Moor", body("b", "Kreistag")),
        minutes("Kreistag Sumpf", body("c", "Kreistag")),
    ),
    "Kreistag of the only district that is named": (
        minutes(COUNCIL, body("a", "Kreistag"), organisation("d", "Landkreis Sumpf")),
        minutes("Kreistag Sumpf", body("a", "Kreistag")),
    ),
    # of a programme there is one
    "committee of a programme": (
        minutes(COUNCIL, body("a", "Begleitausschuss")),
        minutes(OTHER, body("a", "Begleitausschuss")),
    ),
    # an abbreviation of several things means the one that the minutes of the same body speak of
    "abbreviation of two, in two bodies": (
        minutes("Kreistag Quaal", organisation("a", "Abwasserverband Quaal", "AVQ")),
        minutes("Kreistag Nebelin", organisation("b", "Arbeitsverein Quelle", "AVQ")),
        minutes("Kreistag Quaal", organisation("a", "AVQ")),
        minutes("Kreistag Nebelin", organisation("b", "AVQ")),
    ),
    "abbreviation of two, in a third body": (
        minutes("Kreistag Quaal", organisation("a", "Abwasserverband Quaal", "AVQ")),
        minutes("Kreistag Nebelin", organisation("b", "Arbeitsverein Quelle", "AVQ")),
        minutes("Kreistag Moor", organisation("c", "AVQ")),
    ),
    "abbreviation of one, in a third body": (
        minutes("Kreistag Quaal", organisation("a", "Abwasserverband Quaal", "AVQ")),
        minutes("Kreistag Moor", organisation("a", "AVQ")),
    ),
    "Werkstatt": (
        minutes(COUNCIL, body("a", "Werkstatt 4", number=4)),
        minutes(OTHER, body("a", "Werkstatt 4", number=4)),
    ),
}


@pytest.mark.parametrize("case", PLACES)
def test_bodies_of_places_are_told_apart(case: str) -> None:
    _, found = resolved(*PLACES[case])
    assert_told_apart(found)


def test_a_body_whose_place_is_not_told_is_a_question() -> None:
    resolution, found = resolved(*PLACES["place not told, two places"])
    assert {q.kind for q in resolution.questions} == {"short-form"}
    assert set(resolution.questions[0].iris) == set().union(*found.values())


@pytest.mark.parametrize("case", CASES)
def test_things_are_told_apart(case: str) -> None:
    _, found = resolved(*CASES[case])
    assert_told_apart(found)


@pytest.mark.parametrize(
    "case", ["abbreviation defined twice", "two states", "two quoted subtitles", "former name of two"]
)
def test_a_short_form_of_two_becomes_a_question(case: str) -> None:
    resolution, found = resolved(*CASES[case])
    about = set().union(*(question.iris for question in resolution.questions))
    assert about == set().union(*found.values())


@pytest.mark.parametrize(
    ("things", "name", "iri", "aliases"),
    [
        # the fullest form, in both languages and with its legal form; the slug without
        (
            [organisation("a", "Neubau Quaal"), organisation("a", "Neubau Quaal GmbH", "NBQ")],
            "Neubau Quaal GmbH",
            "organisation/neubau-quaal",
            ("NBQ", "Neubau Quaal"),
        ),
        (
            [organisation("a", "Stadt Quaal/Kwalojce"), organisation("a", "Stadt Quaal")],
            "Stadt Quaal/Kwalojce",
            "organisation/stadt-quaal",
            ("Stadt Quaal",),
        ),
        (
            [organisation("a", "LK Nebelin"), organisation("a", "Landkreis Nebelin")],
            "Landkreis Nebelin",
            "organisation/landkreis-nebelin",
            ("LK Nebelin",),
        ),
        # a Werkstatt is called by its number
        (
            [body("a", "Werkstatt 4 „Dorf und Land“", number=4), body("a", "Werkstatt 4", "Dorf und Land", number=4)],
            "Werkstatt 4",
            "body/werkstatt-4",
            ("Dorf und Land", "Werkstatt 4 „Dorf und Land“"),
        ),
    ],
    ids=["legal form", "two languages", "written out", "Werkstatt"],
)
def test_canonical_name_and_slug(things: list[Thing], name: str, iri: str, aliases: tuple[str, ...]) -> None:
    resolution, found = resolved(*things)
    assert found == {"a": {BASE + iri}}
    assert resolution.by_iri[BASE + iri].name == name
    assert resolution.by_iri[BASE + iri].aliases == aliases


def test_a_project_has_the_name_of_its_latest_document() -> None:
    old = Paper((project("a", "Rufbus Quaal"),), date(2023, 1, 1), "Werkstatt 3")
    new = Paper((project("a", "Quaal-Takt", "Rufbus Quaal"),), date(2024, 1, 1), "Werkstatt 3")
    resolution, found = resolved(new, old)
    assert found == {"a": {BASE + "project/quaal-takt"}}
    assert resolution.by_iri[BASE + "project/quaal-takt"].name == "Quaal-Takt"


def paper(label: str, name: str) -> Thing:
    return Thing(label, EntityKind.PAPER, name)


def topic(label: str, name: str) -> Thing:
    return Thing(label, EntityKind.TOPIC, name)


def test_papers_are_one_by_identifier_within_a_publisher() -> None:
    _, found = resolved(
        Paper((paper("a", "BV 7/2024"),), date(2024, 1, 1), "Gemeindevertretung Quaal"),
        Paper((paper("a", "BV 7/2024"),), date(2024, 2, 1), "Gemeindevertretung Quaal"),
        Paper((paper("b", "BV 7/2024"),), date(2024, 1, 1), "Gemeindevertretung Nebelin"),
        Paper((paper("c", "BV 8/2024"),), date(2024, 1, 1), "Gemeindevertretung Nebelin"),
    )
    assert_told_apart(found)


def test_topics_are_those_of_one_sitting() -> None:
    _, found = resolved(
        Paper((topic("a", "Tagesordnung"),), date(2024, 1, 1), "Werkstatt 3"),
        Paper((topic("b", "Tagesordnung"),), date(2024, 2, 1), "Werkstatt 3"),
    )
    assert_told_apart(found)


@pytest.mark.parametrize(
    ("name", "german"),
    [
        ("Stadt Calau/Kalawa", "Stadt Calau"),
        ("Stadt Calau/Kalawa, Bauamt", "Stadt Calau, Bauamt"),
        ("Kammer Quaal/Kwałow und Nebelin", "Kammer Quaal und Nebelin"),
        ("Stadt Quaal/Spreewald (Kwałow/Błota)", "Stadt Quaal"),
        ("Liste 90/Die Gelben", "Liste 90/Die Gelben"),
        ("Bau/Planung", "Bau/Planung"),
        ("/", "/"),
        ("", ""),
    ],
)
def test_first_language(name: str, german: str) -> None:
    assert first_language(name) == german


def test_readers_of_names() -> None:
    assert all(map(is_abbreviation, ("QSW", "StK", "KI-WM")))
    assert not any(map(is_abbreviation, ("Domowina", "LK SPN", "A")))
    assert without_legal_form("Neubau Quaal GmbH & Co. KG") == "Neubau Quaal"
    assert without_legal_form("GmbH") == "GmbH"
    assert stands_for_district("SPN", ("spree", "neisse"))
    assert not stands_for_district("SP", ("spree", "neisse"))
    assert stands_for_words("BTU", ("brandenburgisch", "technisch", "universitat"))
    assert stands_for_words("IHK", ("industrie", "und", "handelskammer"))
    assert not stands_for_words("IHK", ("handwerkskammer",))
    assert not stands_for_words("KH", ("kreishandwerkerschaft",))
    assert slip_of_the_pen(("rathaus", "quaaltalstrasse"), ("rathaus", "quaaltalstrase")) is not None
    assert slip_of_the_pen(("rathaus", "turm"), ("rathaus", "sturm")) is None
