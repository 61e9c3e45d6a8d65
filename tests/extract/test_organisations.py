"""Names of organisations and of bodies that meet: by their form, and what spellings have in common."""

from __future__ import annotations

from itertools import pairwise

import pytest
from invented_protocol import cases

from protokollgraph.extract import organisations

FOUND: list[tuple[str, list[str]]] = [
    # legal forms
    ("die Muster Metallbau GmbH plant", ["Muster Metallbau GmbH"]),
    ("Träger ist der Heimatverein Lindenau e. V.", ["Heimatverein Lindenau e. V."]),
    ("Muster & Probe GmbH & Co. KG", ["Muster & Probe GmbH & Co. KG"]),
    ("Neiße Wasserstoff gGmbH", ["Neiße Wasserstoff gGmbH"]),
    ("Vorhaben der Neiße Wasserstoff GmbH", ["Neiße Wasserstoff GmbH"]),
    ("Verein der Freunde der Orgel e. V.", ["Verein der Freunde der Orgel e. V."]),
    ("Lausitzer Brauerei AG", ["Lausitzer Brauerei AG"]),
    # places and authorities
    ("die Stadt Lindenau beantragt", ["Stadt Lindenau"]),
    ("der Landkreis Musterfeld", ["Landkreis Musterfeld"]),
    ("mit dem Landkreis Spree-Neiße/Wokrejs Sprjewja-Nysa", ["Landkreis Spree-Neiße/Wokrejs Sprjewja-Nysa"]),
    ("Amt Peitz/Picnjo", ["Amt Peitz/Picnjo"]),
    ("die Stadt Herzberg (Elster)", ["Stadt Herzberg (Elster)"]),
    ("Ministerium für Wissenschaft, Forschung und Kultur", ["Ministerium für Wissenschaft, Forschung und Kultur"]),
    ("beim Bundesamt für Wirtschaft und Ausfuhrkontrolle", ["Bundesamt für Wirtschaft und Ausfuhrkontrolle"]),
    ("Agentur für Arbeit Musterau", ["Agentur für Arbeit Musterau"]),
    ("Handwerkskammer Musterau", ["Handwerkskammer Musterau"]),
    ("Industrie- und Handelskammer Musterau", ["Industrie- und Handelskammer Musterau"]),
    ("Investitionsbank des Landes Brandenburg", ["Investitionsbank des Landes Brandenburg"]),
    ("die Hochschule Musterland", ["Hochschule Musterland"]),
    ("Technische Universität Musterland", ["Technische Universität Musterland"]),
    ("Fraunhofer-Institut für Wärme", ["Fraunhofer-Institut für Wärme"]),
    # in the genitive and the dative
    ("Vertreter des Landkreises Musterfeld", ["Landkreis Musterfeld"]),
    ("im Namen der Stadt Lindenau", ["Stadt Lindenau"]),
    ("ein Bescheid des Landesamtes für Umwelt", ["Landesamt für Umwelt"]),
    # several
    ("Stadt Lindenau, Amt Peitz und Muster GmbH", ["Stadt Lindenau", "Amt Peitz", "Muster GmbH"]),
    # none
    ("die Stadt plant viel", []),
    ("eine neue Stadt", []),
    ("in der Stadt", []),
    ("das Netzwerk wächst", []),
    ("der Landkreis", []),
    ("viele Vereine", []),
    ("Die Kosten", []),
    ("", []),
]

FOUND_WRONG = {"Stadt Lindenau, Amt Peitz und Muster GmbH": "one firm “Amt Peitz und Muster GmbH”"}


@pytest.mark.parametrize(("text", "expected"), cases(FOUND, FOUND_WRONG))
def test_organisations_of_a_text(text: str, expected: list[str]) -> None:
    found = sorted(organisations.discover(text), key=lambda f: f.start)
    assert [f.name for f in found] == expected


BODIES: list[tuple[str, list[tuple[str, int | None]]]] = [
    ("die Werkstatt 4 tagt", [("Werkstatt 4", 4)]),
    ("Werkstatt 12", [("Werkstatt 12", 12)]),
    ("der Begleitausschuss", [("Begleitausschuss", None)]),
    ("des Begleitausschusses", [("Begleitausschuss", None)]),
    ("im Ausschuss für Bau und Verkehr", [("Ausschuss für Bau und Verkehr", None)]),
    ("in den Bau- und Ordnungsausschuss", [("Bau- und Ordnungsausschuss", None)]),
    ("die Gemeindevertretung der Gemeinde Dubrauheide", [("Gemeindevertretung der Gemeinde Dubrauheide", None)]),
    ("der Kreistag Musterfeld", [("Kreistag Musterfeld", None)]),
    ("die Stadtverordnetenversammlung Lindenau", [("Stadtverordnetenversammlung Lindenau", None)]),
    ("der Interministeriellen Arbeitsgruppe", [("Interministerielle Arbeitsgruppe", None)]),
    ("Arbeitsgruppe „Wasser“", [("Arbeitsgruppe „Wasser“", None)]),
    # kinds of bodies, no names
    ("der Ausschuss", []),
    ("die Werkstatt", []),
    ("eine Arbeitsgruppe", []),
    ("die Fraktionen", []),
    ("Werkstattbericht", []),
]


@pytest.mark.parametrize(("text", "expected"), cases(BODIES, {}))
def test_bodies_of_a_text(text: str, expected: list[tuple[str, int | None]]) -> None:
    found = sorted((f for f in organisations.discover(text) if f.body), key=lambda f: f.start)
    assert [(f.name, f.number) for f in found] == expected


def test_the_theme_of_a_werkstatt_is_another_name() -> None:
    (found,) = organisations.discover("Die Werkstatt 5 „Kunst und Kultur“ tagt")
    assert (found.name, found.theme) == ("Werkstatt 5", "Kunst und Kultur")


def test_no_name_lies_inside_another() -> None:
    found = organisations.discover("Ministerium für Arbeit des Landes Brandenburg, Stadtwerke Lindenau GmbH")
    places = sorted((f.start, f.end) for f in found)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


SAME = [
    ("Muster GmbH", "Muster"),
    ("Heimatverein Lindenau e. V.", "Heimatverein Lindenau e.V."),
    ("Landkreises Musterfeld", "Landkreis Musterfeld"),
    ("LK Musterfeld", "Landkreis Musterfeld"),
    ("Investitionsbank des Landes Brandenburg (ILB)", "Investitionsbank Brandenburg"),
    ("Amt Peitz/Picnjo", "Amt Peitz"),
    ("BEIRAT „WANDEL“", "Beirat Wandel"),
    ("Stadt  Lindenau", "Stadt Lindenau"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[one for one, _ in SAME])
def test_spellings_of_one_organisation_have_one_key(one: str, other: str) -> None:
    assert organisations.key(one) == organisations.key(other)


DIFFERENT = [
    ("Stadt Lindenau", "Gemeinde Lindenau"),
    ("Stadt Herzberg (Elster)", "Stadt Herzberg"),
    ("Werkstatt 1", "Werkstatt 2"),
    ("Amt Peitz", "Amt Burg"),
    ("Hochschule Musterland", "Hochschule Beispielland"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=[one for one, _ in DIFFERENT])
def test_two_organisations_have_two_keys(one: str, other: str) -> None:
    assert organisations.key(one) != organisations.key(other)


NOMINATIVES = [
    ("Landkreises Musterfeld", "Landkreis Musterfeld"),
    ("Begleitausschusses", "Begleitausschuss"),
    ("Bundesamtes für Wirtschaft", "Bundesamt für Wirtschaft"),
    ("Heimatvereins Lindenau", "Heimatverein Lindenau"),
    ("Interministeriellen Arbeitsgruppe", "Interministerielle Arbeitsgruppe"),
    ("Kreistages Musterfeld", "Kreistag Musterfeld"),
    # these are the names themselves
    ("Landkreis Musterfeld", "Landkreis Musterfeld"),
    ("Stadt Dessau", "Stadt Dessau"),
    ("Gemeinde Neuhausen", "Gemeinde Neuhausen"),
]


@pytest.mark.parametrize(("name", "expected"), cases(NOMINATIVES, {}))
def test_the_nominative_of_a_name(name: str, expected: str) -> None:
    assert organisations.nominative(name) == expected


@pytest.mark.parametrize("text", ["ILB", "StK", "HSM", "LK SPN", "HuN", "WiSo", "MWFK", "BTU", "B90", "TU-BS"])
def test_abbreviations(text: str) -> None:
    assert organisations.is_abbreviation(text)


@pytest.mark.parametrize(
    "text", ["Elster", "Gast", "TOP", "CDU", "Ja", "online", "ab TOP 3", "A", "Muster GmbH", "", "1. Sitzung"]
)
def test_no_abbreviations(text: str) -> None:
    assert not organisations.is_abbreviation(text)


def test_acronyms_are_found_with_their_place() -> None:
    text = "Die IHK und der LK OSL fragen die StK; CO2-frei, TOPs."
    found = [(text[start:end], short) for start, end, short in organisations.acronyms(text)]
    assert found == [("IHK", "IHK"), ("LK OSL", "LK OSL"), ("StK", "StK"), ("TOPs", "TOPs")]
