"""Names of people: titles, given names, surnames in every printed order."""

from __future__ import annotations

import pytest
from invented_protocol import cases

from protokollgraph.extract import names
from protokollgraph.model import Gender, PersonName

F, M = Gender.FEMALE, Gender.MALE

NAMES = [
    ("Anja Muster", None, "Anja", "Muster"),
    ("  Anja   Muster ", None, "Anja", "Muster"),
    ("Anja Muster,", None, "Anja", "Muster"),
    # titles
    ("Dr. Anja Muster", "Dr.", "Anja", "Muster"),
    ("Prof. Dr. Anja Muster", "Prof. Dr.", "Anja", "Muster"),
    ("Prof. Dr.-Ing. Anja Muster", "Prof. Dr.-Ing.", "Anja", "Muster"),
    ("Prof. Dr.-Ing. habil. Anja Muster", "Prof. Dr.-Ing. habil.", "Anja", "Muster"),
    ("Dr. rer. nat. Ole Probe", "Dr. rer. nat.", "Ole", "Probe"),
    ("Dr. h. c. Ole Probe", "Dr. h. c.", "Ole", "Probe"),
    ("Dr. med. dent. Ole Probe", "Dr. med. dent.", "Ole", "Probe"),
    ("Dr. iur. Ole Probe", "Dr. iur.", "Ole", "Probe"),
    ("Prof. Dr. Dr. Ole Probe", "Prof. Dr. Dr.", "Ole", "Probe"),
    ("Dipl.-Ing. Ole Probe", "Dipl.-Ing.", "Ole", "Probe"),
    ("Dipl.-Ing. (FH) Ole Probe", "Dipl.-Ing. (FH)", "Ole", "Probe"),
    ("Dipl.-Kffr. Anja Muster", "Dipl.-Kffr.", "Anja", "Muster"),
    ("Dipl.-Geogr. Anja Muster", "Dipl.-Geogr.", "Anja", "Muster"),
    ("PD Dr. Anja Muster", "PD Dr.", "Anja", "Muster"),
    ("Priv.-Doz. Dr. Anja Muster", "Priv.-Doz. Dr.", "Anja", "Muster"),
    ("Mag. Anja Muster", "Mag.", "Anja", "Muster"),
    ("Ole Probe, M.Sc.", "M.Sc.", "Ole", "Probe"),
    ("Ole Probe M. A.", "M. A.", "Ole", "Probe"),
    ("Prof. L. Probe", "Prof.", "L.", "Probe"),
    # double names
    ("Lena-Marie Muster", None, "Lena-Marie", "Muster"),
    ("Anja Muster-Probe", None, "Anja", "Muster-Probe"),
    ("Hans Georg Probe", None, "Hans Georg", "Probe"),
    ("Karl-Heinz Wuschech-Kolm", None, "Karl-Heinz", "Wuschech-Kolm"),
    # noble names
    ("Ferdinand von Trossin", None, "Ferdinand", "von Trossin"),
    ("Ferdinand v. Trossin", None, "Ferdinand", "v. Trossin"),
    ("Dr. Ilse von der Heide", "Dr.", "Ilse", "von der Heide"),
    ("Otto Graf von Lindow", None, "Otto", "Graf von Lindow"),
    ("Otto Freiherr zu Lindow", None, "Otto", "Freiherr zu Lindow"),
    ("Jan van den Berg", None, "Jan", "van den Berg"),
    ("Maria de la Cruz", None, "Maria", "de la Cruz"),
    ("Otto von und zu Lindow", None, "Otto", "von und zu Lindow"),
    # initials
    ("A. Muster", None, "A.", "Muster"),
    ("H.-J. Probe", None, "H.-J.", "Probe"),
    ("K. H. Probe", None, "K. H.", "Probe"),
    ("Ole K. Probe", None, "Ole K.", "Probe"),
    ("Dr. A. Muster", "Dr.", "A.", "Muster"),
    # Sorbian and other letters
    ("Madlena Kubašojc", None, "Madlena", "Kubašojc"),
    ("Měrćin Šołta", None, "Měrćin", "Šołta"),
    ("Łukasz Żur", None, "Łukasz", "Żur"),
    ("Božena Wićazowa", None, "Božena", "Wićazowa"),
    ("François Lefèvre", None, "François", "Lefèvre"),
    ("Sean O’Connor", None, "Sean", "O’Connor"),
    ("Ian McAllister", None, "Ian", "McAllister"),
    # the surname first
    ("Muster, Anja", None, "Anja", "Muster"),
    ("Muster, Dr. Anja", "Dr.", "Anja", "Muster"),
    ("Dr. Muster, Anja", "Dr.", "Anja", "Muster"),
    ("Muster-Probe, Anja", None, "Anja", "Muster-Probe"),
    ("Trossin, Ferdinand von", None, "Ferdinand", "von Trossin"),
    ("von Trossin, Ferdinand", None, "Ferdinand", "von Trossin"),
    ("Probe, H.-J.", None, "H.-J.", "Probe"),
    ("Probe, Hans Georg", None, "Hans Georg", "Probe"),
    ("Muster, Anja, Dr.", "Dr.", "Anja", "Muster"),
    # Herr and Frau
    ("Frau Muster", None, None, "Muster"),
    ("Herr Probe", None, None, "Probe"),
    ("Herrn Probe", None, None, "Probe"),
    ("Fr. Muster", None, None, "Muster"),
    ("Hr. Probe", None, None, "Probe"),
    ("Frau Dr. Muster", "Dr.", None, "Muster"),
    ("Herr Prof. Dr.-Ing. Probe", "Prof. Dr.-Ing.", None, "Probe"),
    ("Frau Anja Muster", None, "Anja", "Muster"),
    ("Herr von Trossin", None, None, "von Trossin"),
    ("Frau Muster-Probe", None, None, "Muster-Probe"),
    ("Dr. Muster", "Dr.", None, "Muster"),
]

NAMES_WRONG = {
    "Prof. Dr.-Ing. habil. Anja Muster": "no name",
    "Ian McAllister": "no name",
}


@pytest.mark.parametrize(("text", "prefix", "given", "family"), cases(NAMES, NAMES_WRONG))
def test_the_parts_of_a_name(text: str, prefix: str | None, given: str | None, family: str) -> None:
    found = names.parse(text)
    assert found is not None
    assert (found.prefix, found.given, found.family) == (prefix, given, family)


NO_NAMES = [
    "",
    "Muster",
    "Gäste",
    "Alle Mitglieder",
    "Die Verwaltung",
    "Stadt Lindenau",
    "Landkreis Musterfeld",
    "Werkstatt 4",
    "Seite 3",
    "Keine Einwände",
    "12 Einwohner",
    "N. N.",
    "TOP 3",
    "anja muster",
    "Anja Muster berichtet",
    "Anja Muster (MIL)",
    "siehe Anlage",
    "x" * 100,
]


@pytest.mark.parametrize("text", NO_NAMES, ids=[text[:20] or "nothing" for text in NO_NAMES])
def test_what_is_no_name(text: str) -> None:
    assert names.parse(text) is None


def test_a_surname_alone_counts_where_it_is_asked_for() -> None:
    assert names.parse("Muster", bare_surname=True) == PersonName("Muster")
    assert names.parse("von Trossin", bare_surname=True) == PersonName("von Trossin")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Frau Muster", F),
        ("Herrn Probe", M),
        ("Hr. Probe", M),
        ("Anja Muster", F),
        ("Ole Probe", M),
        ("Lena-Marie Muster", F),
        # the salutation is surer than the given name
        ("Frau Andrea Muster", F),
        ("Herr Andrea Rossi", M),
        ("A. Muster", None),
        ("Dr. Muster", None),
    ],
)
def test_the_gender_of_a_name(text: str, gender: Gender | None) -> None:
    found = names.parse(text)
    assert found is not None
    assert found.gender is gender


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Anja", True),
        ("Lena-Marie", True),
        ("Karl-Heinz", True),
        ("A.", True),
        ("H.-J.", True),
        ("Werkstatt", False),
        ("Anja-Gasse", False),
    ],
)
def test_given_names_are_known(word: str, known: bool) -> None:
    assert names.is_given(word) is known


IN_TEXT = [
    ("Die Leitung hat Anja Muster vom Amt.", "Anja Muster"),
    ("Vorstellung durch Dr. Ole Probe und andere", "Dr. Ole Probe"),
    ("mit Prof. Dr.-Ing. Anja Muster-Probe (HSM)", "Prof. Dr.-Ing. Anja Muster-Probe"),
    ("Bericht von Ferdinand von Trossin.", "Ferdinand von Trossin"),
    ("es sprach Frau Anja Muster", "Frau Anja Muster"),
    ("(Madlena Kubašojc)", "Madlena Kubašojc"),
    # behind a name, a function
    ("Anja Muster Referentin", "Anja Muster"),
    # not inside a word, not in quotes
    ("die Anja-Muster-Gasse", None),
    ("das Projekt „Anja Muster“", None),
    # no given name, no person
    ("Stadt Lindenau und Amt Peitz", None),
    ("Am Montag Nachmittag", None),
    ("Neue Wege", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(IN_TEXT, {}))
def test_the_first_full_name_of_a_text(text: str, expected: str | None) -> None:
    found = names.find_full(text)
    assert (text[found.start : found.end] if found else None) == expected


def test_names_are_found_one_behind_the_other() -> None:
    text = "Anja Muster, Dr. Ole Probe und Ina von Beispiel"
    found, at = [], 0
    while one := names.find_full(text, at):
        found.append(one.name.full)
        at = one.end
    assert found == ["Anja Muster", "Ole Probe", "Ina von Beispiel"]


def test_a_name_is_found_only_where_it_begins() -> None:
    text = "und Anja Muster"
    assert names.full_at(text, 0) is None
    found = names.full_at(text, 4)
    assert found is not None
    assert (found.start, found.end) == (4, 15)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Gemeindevertreter", "Gemeindevertreterin"),
        ("Direktor", "Direktorin"),
        ("Referent", "Referentin"),
        ("Referentin", "Referentin"),
        ("Vorsitzende", "Vorsitzende"),
        ("Ratsfrau", "Ratsfrau"),
        ("Leitung", "Leitung"),
        ("Mitglied", "Mitglied"),
    ],
)
def test_the_feminine_of_a_function(role: str, expected: str) -> None:
    assert names.feminine(role) == expected


def test_what_is_known_of_a_gender_stays() -> None:
    anja = PersonName("Muster", "Anja", gender=F)
    assert names.with_gender(anja, M) is anja
    assert names.with_gender(PersonName("Muster"), F).gender is F
