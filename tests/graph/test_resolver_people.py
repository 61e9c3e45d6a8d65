"""Who is who among people: every rule with a case that joins and one that does not."""

from __future__ import annotations

from datetime import date

import pytest
from invented import Paper, Thing, assert_told_apart, organisation, person, resolved

from protokollgraph.graph.matching.given import families, genders, given_names
from protokollgraph.model import Gender

FRAU, HERR = Gender.FEMALE, Gender.MALE


def minutes(of: str, *things: Thing) -> Paper:
    return Paper(things, body=of)


CASES: dict[str, tuple[Paper | list[Thing], ...]] = {
    # the same full name and a tie
    "same name, same organisation": (
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("a", "Ruth Quandel", "Stadt Musterau")],
    ),
    "same name, other organisation": (
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("b", "Ruth Quandel", "Kreisbank AG")],
    ),
    "the organisation is found under another name": (
        [person("a", "Ruth Quandel", "Kreisbank Musterau AG"), organisation("o", "Kreisbank Musterau AG", "KBM")],
        [person("a", "Ruth Quandel", "KBM")],
    ),
    "town and its administration are one employer": (
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("a", "Ruth Quandel", "Stadtverwaltung Musterau")],
    ),
    "towns of one name but another kind are not": (
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("b", "Ruth Quandel", "Amt Musterau")],
    ),
    "accents and hyphens do not matter": (
        [person("a", "Jürgen Böhm-Šolta", "Amt Nebelin")],
        [person("a", "Juergen Boehm Solta".replace(" Solta", "_Solta"), "Amt Nebelin")],
    ),
    "a chain of memberships": (
        [person("a", "Ruth Quandel", "Amt Nebelin")],
        [person("a", "Ruth Quandel", "Amt Nebelin", "Kreisbank AG")],
        [person("a", "Ruth Quandel", "Kreisbank AG")],
    ),
    # one document's word: people side by side are never one, not even through a third
    "two of one name in one document": (
        [person("a", "Jens Quandel", "Landkreis Nebelin"), person("b", "Jens Quandel", "Gemeindevertretung Quaal")],
        [person("a", "Jens Quandel", "Landkreis Nebelin")],
        [person("b", "Jens Quandel", "Gemeindevertretung Quaal")],
    ),
    "not through a third": (
        [person("a", "Jens Quandel", "Landkreis Nebelin"), person("b", "Jens Quandel", "Kreisbank AG")],
        [person("c", "Jens Quandel", "Landkreis Nebelin", "Kreisbank AG")],
    ),
    # initials and shorter given names
    "initial": ([person("a", "Anja Quandel", "Amt Nebelin")], [person("a", "A. Quandel", "Amt Nebelin")]),
    "initials of a double name": (
        [person("a", "Karl-Heinz Quandel", "Amt Nebelin")],
        [person("a", "K.-H. Quandel", "Amt Nebelin")],
    ),
    "first initial of a double name": (
        [person("a", "Lena-Marie Quandel", "Amt X")],
        [person("a", "L. Quandel", "Amt X")],
    ),
    "initial of somebody else": (
        [person("a", "Anja Quandel", "Amt Nebelin")],
        [person("b", "B. Quandel", "Amt Nebelin")],
    ),
    "initial without a tie": (
        [person("a", "Anja Quandel", "Amt Nebelin")],
        [person("b", "A. Quandel", "Kreisbank AG")],
    ),
    "initial of two people": (
        [person("a", "Anja Quandel", "Amt Nebelin"), person("b", "Arno Quandel", "Amt Nebelin")],
        [person("c", "A. Quandel", "Amt Nebelin")],
    ),
    "middle name missing": ([person("a", "Eva Maria Quandel", "Amt X")], [person("a", "Eva Quandel", "Amt X")]),
    "half of a double name": ([person("a", "Jan-Ole Quandel", "Amt X")], [person("b", "Jan Quandel", "Amt X")]),
    # spellings of one given name
    "Henrik and Henryk": ([person("a", "Henrik Quandel", "Amt X")], [person("a", "Henryk Quandel", "Amt X")]),
    "Katharina and Catarina": ([person("a", "Katharina Quandel", "Amt X")], [person("a", "Catarina Quandel", "Amt X")]),
    "Stefan and Stephan": ([person("a", "Stefan Quandel", "Amt X")], [person("a", "Stephan Quandel", "Amt X")]),
    "Heiko and Heike": ([person("a", "Heiko Quandel", "Amt X")], [person("b", "Heike Quandel", "Amt X")]),
    # forms of address
    "Frau and Herr": (
        [person("a", "Kim Quandel", "Amt X", gender=FRAU)],
        [person("b", "Kim Quandel", "Amt X", gender=HERR)],
    ),
    "Frau and no form of address": (
        [person("a", "Kim Quandel", "Amt X", gender=FRAU)],
        [person("a", "Kim Quandel", "Amt X")],
    ),
    # a slip of the pen in a long surname
    "one letter in a long surname": ([person("a", "Ines Tannhofer", "Amt X")], [person("a", "I. Tannhoffer", "Amt X")]),
    "two letters in a very long one": (
        [person("a", "Ines Wetterkammerer", "Amt X")],
        [person("a", "Ines Weterkamerer", "Amt X")],
    ),
    "one letter in a short surname": ([person("a", "Ines Meier", "Amt X")], [person("b", "Ines Maier", "Amt X")]),
    "one letter without a tie": ([person("a", "Ines Tannhofer", "Amt X")], [person("b", "Ines Tannhoffer", "Bank AG")]),
    "one letter and another given name": (
        [person("a", "Ines Tannhofer", "Amt X")],
        [person("b", "Olaf Tannhoffer", "Amt X")],
    ),
    # surname alone
    "surname alone, unique and tied": ([person("a", "Ines Quandel", "Amt X")], [person("a", "Quandel", "Amt X")]),
    "surname alone, not tied": ([person("a", "Ines Quandel", "Amt X")], [person("b", "Quandel", "Bank AG")]),
    "surname alone of a man, of whom there is one in this house": (
        [person("a", "Ines Quandel", "Amt X", gender=FRAU)],
        [person("b", "Olaf Quandel", "Bank AG", gender=HERR)],
        [person("b", "Quandel", "Bank AG", gender=HERR)],
    ),
    "surname alone, unique in the council": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", member=True)),
        minutes("Gemeindevertretung Nebelin", person("b", "Olaf Quandel", member=True)),
        minutes("Gemeindevertretung Quaal", person("a", "Quandel", member=True)),
    ),
    "surname alone of a party that is of no place": (
        [person("a", "Ines Quandel", "CDU")],
        [person("b", "Quandel", "CDU")],
    ),
    "members of two committees of one place": (
        minutes("Bauausschuss der Gemeinde Quaal", person("a", "Ines Quandel", member=True)),
        minutes("Sozialausschuss der Gemeinde Quaal", person("a", "Ines Quandel", member=True)),
    ),
    "members of committees of two places": (
        minutes("Bauausschuss der Gemeinde Quaal", person("a", "Ines Quandel", member=True)),
        minutes("Bauausschuss der Gemeinde Nebelin", person("b", "Ines Quandel", member=True)),
    ),
    "surname alone, unique in the organisation": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("b", "Olaf Quandel", "Bank AG")],
        [person("a", "Quandel", "Amt X")],
    ),
    "surname alone, not unique": (
        [person("a", "Ines Quandel", "Amt X"), person("b", "Olaf Quandel", "Amt X")],
        [person("c", "Quandel", "Amt X")],
    ),
    "surname alone of two, one of them in the body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Amt X", member=True)),
        minutes("Werkstatt 4", person("b", "Olaf Quandel", "Amt X", member=True)),
        minutes("Werkstatt 3", person("a", "Quandel", "Amt X")),
    ),
    "surname alone without organisation, unique in the body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Amt X", member=True)),
        minutes("Werkstatt 4", person("b", "Olaf Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 3", person("a", "Quandel")),
    ),
    "surname alone without organisation, in another body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Amt X", member=True)),
        minutes("Werkstatt 4", person("b", "Quandel")),
    ),
    "surnames alone without organisation, in one body": (
        minutes("Werkstatt 3", person("a", "Quandel")),
        minutes("Werkstatt 3", person("a", "Quandel", gender=HERR)),
        minutes("Werkstatt 4", person("b", "Quandel")),
    ),
    "surname alone of a councillor, in the committee of that council": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", "CDU", member=True)),
        minutes("Gemeindevertretung Nebelin", person("b", "Olaf Quandel", "CDU", member=True)),
        minutes("Bauausschuss der Gemeinde Quaal", person("a", "Quandel", member=True)),
    ),
    "surname alone of a guest, in another committee": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", "CDU", member=True)),
        minutes("Bauausschuss der Gemeinde Quaal", person("b", "Quandel")),
    ),
    "surname alone of a man, and a woman": (
        [person("a", "Ines Quandel", "Amt X", gender=FRAU)],
        [person("b", "Quandel", "Amt X", gender=HERR)],
    ),
    # no organisation on one side
    "no organisation, one candidate": ([person("a", "Ines Quandel", "Amt X")], [person("a", "Ines Quandel")]),
    "no organisation anywhere": (
        [person("a", "Ines Quandel")],
        [person("a", "Ines Quandel")],
        [person("a", "Ines Quandel")],
    ),
    "no organisation, two candidates": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("b", "Ines Quandel", "Bank AG")],
        [person("c", "Ines Quandel")],
    ),
    # bodies
    "speaker of a Werkstatt there, member of it here": (
        Paper((person("a", "Ines Quandel", "Bank AG", member=True),), body="Werkstatt 3"),
        [person("a", "I. Quandel", "Werkstatt 3")],
    ),
    "member of one Werkstatt with a new employer": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Amt X", member=True)),
    ),
    "initials of members of one Werkstatt with two employers": (
        minutes("Werkstatt 3", person("a", "I. Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 3", person("b", "I. Quandel", "Amt X", member=True)),
    ),
    "guests of one Werkstatt with two employers": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Bank AG")),
        minutes("Werkstatt 3", person("b", "Ines Quandel", "Amt X")),
    ),
    "two members of one name, and one of them with a new employer": (
        minutes(
            "Werkstatt 3",
            person("a", "Ines Quandel", "Bank AG", member=True),
            person("b", "Ines Quandel", "Amt X", member=True),
        ),
        minutes("Werkstatt 3", person("c", "Ines Quandel", "Kreisbank AG", member=True)),
    ),
    "member of a council and of its committee, with another party": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", "FDP", member=True)),
        minutes("Bauausschuss der Gemeinde Quaal", person("a", "Ines Quandel", "CDU", member=True)),
    ),
    "initials in one council, two parties": (
        minutes("Gemeindevertretung Quaal", person("a", "I. Quandel", "FDP", member=True)),
        minutes("Gemeindevertretung Quaal", person("b", "I. Quandel", "CDU", member=True)),
    ),
    "initials in one council, one without party": (
        minutes("Gemeindevertretung Quaal", person("a", "I. Quandel", "FDP", member=True)),
        minutes("Gemeindevertretung Quaal", person("a", "I. Quandel", member=True)),
    ),
    "councillor and employee of the town": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", "CDU", member=True)),
        minutes("Werkstatt 3", person("b", "Ines Quandel", "Gemeinde Quaal", member=True)),
    ),
    "no organisation, in the minutes of one body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 4", person("b", "Ines Quandel", "Amt X", member=True)),
        minutes("Werkstatt 3", person("a", "Ines Quandel")),
    ),
    "no organisation, in the minutes of one place": (
        minutes("Gemeindevertretung Quaal", person("a", "Ines Quandel", "Gemeindeverwaltung Quaal")),
        minutes("Werkstatt 4", person("b", "Ines Quandel", "Amt X", member=True)),
        minutes("Bauausschuss der Gemeinde Quaal", person("a", "Ines Quandel")),
    ),
    "initials without organisation, in the minutes of one body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 4", person("b", "Ina Quandel", "Amt X", member=True)),
        minutes("Werkstatt 3", person("a", "I. Quandel")),
    ),
    "initials without organisation, in another body": (
        minutes("Werkstatt 3", person("a", "Ines Quandel", "Bank AG", member=True)),
        minutes("Werkstatt 4", person("b", "I. Quandel")),
    ),
    # another surname
    "stated change of surname": (
        [person("a", "Ines Tann", "Amt X")],
        [person("a", "Ines Quandel", "Amt X", aliases=("Ines Tann",))],
        [person("a", "Ines Quandel", "Amt X")],
    ),
    "stated change of surname, other organisation": (
        [person("a", "Ines Tann", "Amt X")],
        [person("b", "Ines Quandel", "Bank AG", aliases=("Ines Tann",))],
    ),
    "stated change of surname, other given name": (
        [person("a", "Ute Tann", "Amt X")],
        [person("b", "Ines Quandel", "Amt X", aliases=("Ines Tann",))],
    ),
    "stated change of employer": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("a", "Ines Quandel", "Bank AG", "Amt X")],
    ),
    "a part of the surname kept": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("a", "Ines Quandel-Tann", "Amt X")],
    ),
    "a part of the surname kept, other organisation": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("b", "Ines Quandel-Tann", "Bank AG")],
    ),
    "a part of the surname and initials": (
        [person("a", "I. Quandel", "Amt X")],
        [person("b", "Ines Quandel-Tann", "Amt X")],
    ),
    "a part of two surnames": (
        [person("a", "Ines Quandel", "Amt X")],
        [person("b", "Ines Quandel-Tann", "Amt X")],
        [person("c", "Ines Quandel-Moor", "Amt X")],
    ),
    # spellings of one surname
    "letters written out": ([person("a", "Hanka Měškojc", "Amt X")], [person("a", "Hanka Meschkojc", "Amt X")]),
    "letters written out, other organisation": (
        [person("a", "Hanka Měškojc", "Amt X")],
        [person("b", "Hanka Meschkojc", "Bank AG")],
    ),
    "a doubled letter": ([person("a", "Ines Kallauke", "Amt X")], [person("a", "I. Kalauke", "Amt X")]),
    "a doubled letter in a short surname": (
        [person("a", "Ines Koller", "Amt X")],
        [person("b", "Ines Koler", "Amt X")],
    ),
    "rn read as m": ([person("a", "Ines Körner", "Amt X")], [person("a", "Ines Kömer", "Amt X")]),
    "rn read as m, two people": (
        [person("a", "Ines Körner", "Amt X")],
        [person("b", "Olaf Kömer", "Amt X")],
    ),
    "spellings of one initial": (
        [person("a", "Carola Quandel", "Amt X")],
        [person("a", "Karola Quandel", "Amt X")],
        [person("a", "C. Quandel", "Amt X")],
    ),
    "double name and a second one": (
        [person("a", "Anna-Maria Quandel", "Amt X")],
        [person("a", "Anna-Maria Ute Quandel", "Amt X")],
    ),
    "members of two councils": (
        Paper((person("a", "Ines Quandel", member=True),), body="Gemeindevertretung Quaal"),
        Paper((person("b", "Ines Quandel", member=True),), body="Gemeindevertretung Nebelin"),
    ),
    "members of two Werkstätten": (
        Paper((person("a", "Ines Quandel", member=True),), body="Werkstatt 3"),
        Paper((person("a", "Ines Quandel", member=True),), body="Werkstatt 4"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_people_are_told_apart(case: str) -> None:
    _, found = resolved(*CASES[case])
    assert_told_apart(found)


@pytest.mark.parametrize(
    ("case", "kind", "words", "focus"),
    [
        (
            "same name, other organisation",
            "namesakes",
            "Ruth Quandel is the name of people with different organisations",
            "",
        ),
        ("initial of two people", "given-name", "A. Quandel has a shortened given name", "A. Quandel"),
        ("no organisation, two candidates", "no-organisation", "Ines Quandel is named without", "Ines Quandel"),
        ("surname alone, not unique", "surname-only", "Quandel is named without a given name", "Quandel"),
    ],
)
def test_what_cannot_be_settled_becomes_a_question(case: str, kind: str, words: str, focus: str) -> None:
    resolution, found = resolved(*CASES[case])
    about = [question for question in resolution.questions if question.text.startswith(words)]
    assert about
    assert set(about[0].iris) <= set().union(*found.values())
    assert len(about[0].iris) > 1
    assert about[0].kind == kind
    assert about[0].weight > 0
    assert (resolution.by_iri[about[0].focus].name if about[0].focus else "") == focus


def test_a_question_weighs_the_mentions_of_the_smaller_side() -> None:
    resolution, _ = resolved(
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("a", "Ruth Quandel", "Stadt Musterau")],
        [person("b", "Ruth Quandel", "Kreisbank AG")],
    )
    assert [question.weight for question in resolution.questions] == [1]


def test_people_side_by_side_are_no_question() -> None:
    resolution, _ = resolved([person("a", "Jens Quandel", "Amt X"), person("b", "Jens Quandel", "Bank AG")])
    assert resolution.questions == ()


def test_the_canonical_name_is_the_fullest_and_most_usual() -> None:
    resolution, found = resolved(
        [person("a", "H. Pöllwitz-Ruhnau", "Amt X")],
        [person("a", "Henryk Pöllwitz-Ruhnau", "Amt X")],
        [person("a", "Henryk Pöllwitz-Ruhnau", "Amt X")],
        [person("a", "Henrik Pöllwitz-Runau", "Amt X")],
    )
    assert_told_apart(found)
    named = resolution.by_iri[IRI + "person/henryk-poellwitz-ruhnau"]
    assert named.name == "Henryk Pöllwitz-Ruhnau"
    assert named.aliases == ("H. Pöllwitz-Ruhnau", "Henrik Pöllwitz-Runau")
    assert any("differ by one letter" in reason for reason in named.reasons)


IRI = "https://protokolle.example/id/"


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        # the plain slug goes to the one with more mentions
        (
            [
                [
                    person("a", "Jens Quandel", "Landkreis Nebelin", mentions=2),
                    person("b", "Jens Quandel", "Bank AG", mentions=5),
                ],
            ],
            {"a": "jens-quandel-landkreis-nebelin", "b": "jens-quandel"},
        ),
        # a tie goes by the name of the organisation
        (
            [[person("a", "Jens Quandel", "Landkreis Nebelin")], [person("b", "Jens Quandel", "Bank AG")]],
            {"a": "jens-quandel-landkreis-nebelin", "b": "jens-quandel"},
        ),
        # without an organisation, the function; without both, a number
        (
            [
                [
                    person("a", "Jens Quandel", mentions=3),
                    person("b", "Jens Quandel"),
                    person("c", "Jens Quandel", "Bank AG", role="Prokurist"),
                ]
            ],
            {"a": "jens-quandel", "b": "jens-quandel-2", "c": "jens-quandel-bank"},
        ),
    ],
    ids=["mentions", "organisation", "number"],
)
def test_namesakes_are_told_apart_by_what_documents_say(papers: list[list[Thing]], expected: dict[str, str]) -> None:
    _, found = resolved(*papers)
    assert found == {label: {f"{IRI}person/{slug}"} for label, slug in expected.items()}
    _, reversed_ = resolved(*reversed(papers))
    assert reversed_ == found


def test_dates_do_not_matter_to_identity() -> None:
    _, found = resolved(
        Paper((person("a", "Ines Quandel", "Amt X"),), date(2020, 1, 1)),
        Paper((person("a", "Ines Quandel", "Amt X"),), date(2024, 1, 1)),
    )
    assert_told_apart(found)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Anja", "Anja", "same given name"),
        ("A.", "Anja", "A. can stand for Anja"),
        ("Eva", "Eva Maria", "Eva is Eva Maria with a shorter given name"),
        ("Erik", "Eric", "Erik and Eric are spellings of one given name"),
    ],
)
def test_a_comparator_says_why(one: str, other: str, reason: str) -> None:
    match = given_names(one, other)
    assert match is not None
    assert match.reason == reason
    assert given_names(other, one) is not None


def test_comparators_of_surname_and_address() -> None:
    slip = families("Tannhofer", "Tannhoffer")
    assert slip is not None
    assert slip.reason == "Tannhofer and Tannhoffer differ by one letter"
    assert families("Meier", "Maier") is None
    assert genders(FRAU, HERR) is None
    assert genders(FRAU, None) is not None
