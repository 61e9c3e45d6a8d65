"""Projects: their names in plan and results, and what is said of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from invented_protocol import AGENDA, RESULTS, cases, known, name, protocol, read

from protokollgraph.model import EntityKind, Extraction, ProjectFact

PROJECT = "Wärmering Lindenau"
TITLE = "Vorstellung des Projektes „Wärmering Lindenau“"


def titled(title: str, item: str = "Es gab keine Fragen.") -> Extraction:
    """The second item announces something else."""
    return read(protocol(item, agenda=AGENDA.replace(TITLE, title), results=RESULTS.replace(TITLE, title)))


def projects(extraction: Extraction) -> set[str]:
    return known(extraction, EntityKind.PROJECT)


def aliases(extraction: Extraction, project: str) -> set[str]:
    return {
        alias for e in extraction.entities if e.kind is EntityKind.PROJECT and e.name == project for alias in e.aliases
    }


def facts(extraction: Extraction, project: str = PROJECT) -> list[ProjectFact]:
    return [fact for fact in extraction.project_facts if name(extraction, fact.project) == project]


TITLES: list[tuple[str, set[str]]] = [
    ("Projekt „Solardach“", {"Solardach"}),
    ("„Solardach Lindenau“ – Mitberatung", {"Solardach Lindenau"}),
    ("Vorstellung STARK-Projekt „Solardach“", {"Solardach"}),
    ("Projekte „Solardach“ und „Windrad“", {"Solardach", "Windrad"}),
    ("Wiedervorlage des Vorhabens „Solardach“ (FF: Werkstatt 2)", {"Solardach"}),
    ("Projekt Solardach Lindenau", {"Solardach Lindenau"}),
    # no projects
    ("Bericht vom Workshop „Wärme für alle“", set()),
    ("Förderprogramm „Sonnige Dörfer“", set()),
    ("Veranstaltungsreihe „Wärme“", set()),
    ("Arbeitsgruppe „Wasser“", set()),
    ("Sonstiges und Termine", set()),
    ("Bericht aus der Staatskanzlei", set()),
    ("Wahl der Sprecherin", set()),
]


@pytest.mark.parametrize(("title", "expected"), cases(TITLES, {}))
def test_projects_of_an_item_s_title(title: str, expected: set[str]) -> None:
    extraction = titled(title)
    assert projects(extraction) == expected
    (treatment,) = [t for t in extraction.treatments if t.number == "2"]
    assert {name(extraction, key) for key in treatment.projects} == expected


UNQUOTED: list[tuple[str, str, set[str]]] = [
    (
        "Solardach Lindenau",
        "Herr Petersen stellt das Vorhaben vor. Träger ist die Stadt Lindenau.",
        {"Solardach Lindenau"},
    ),
    ("Solardach Lindenau", "Die Gesamtkosten betragen 2 Mio. EUR.", {"Solardach Lindenau"}),
    ("Solardach Lindenau (SDL)", "Herr Petersen stellt das Projekt vor.", {"Solardach Lindenau"}),
    ("Solardach Lindenau – Beratung und Empfehlung", "Herr Petersen stellt das Projekt vor.", {"Solardach Lindenau"}),
    # nothing shows that it is one
    ("Neue Geschäftsordnung", "Frau von Brandt erläutert den Entwurf.", set()),
]


@pytest.mark.parametrize(("title", "item", "expected"), cases(UNQUOTED, {}))
def test_a_title_without_quotes_is_a_project_if_the_treatment_says_so(
    title: str, item: str, expected: set[str]
) -> None:
    assert projects(titled(title, item)) == expected


NAMED: list[tuple[str, set[str]]] = [
    ("Auch das Projekt „Solardach“ wird gefördert.", {"Solardach"}),
    ("Die Vorhaben „Solardach“, „Windrad“ und „Speicher“ laufen.", {"Solardach", "Windrad", "Speicher"}),
    ("Das STARK-Projekt Solardach Lindenau läuft.", {"Solardach Lindenau"}),
    ("Das Teilprojekt „Ladepark“ beginnt.", {"Ladepark"}),
    ("Das Solardach Lindenau (Träger: Stadt Lindenau, 2 Mio. EUR) läuft.", {"Solardach Lindenau"}),
    ("Die Werkstatt empfiehlt das „Solardach“ zur Förderung.", {"Solardach"}),
    # no projects
    ("Das Café „Sonnenschein“ öffnet.", set()),
    ("Der Film „Wärme“ wird gezeigt.", set()),
    ("Das Projekt läuft gut.", set()),
    ("Die Projekte der Werkstatt 2 laufen.", set()),
    ("Das Motto lautet „Wärme für alle“.", set()),
    ("Die Förderung aus dem Programm „Sonnige Dörfer“ läuft.", set()),
    ("Das Netzwerk „Wärme“ tagt.", set()),
    ("Herr Petersen nennt das „eine gute Idee“.", set()),
]


@pytest.mark.parametrize(("text", "expected"), cases(NAMED, {}))
def test_projects_of_running_text(text: str, expected: set[str]) -> None:
    assert projects(read(protocol(text))) - {PROJECT} == expected


NAMES: list[tuple[str, str, set[str]]] = [
    ("Projekt „Wärmering Lindenau“ (vormals „Nahwärme“)", "", {"Nahwärme"}),
    ("Projekt „Wärmering Lindenau“ (ehemals Nahwärme Süd)", "", {"Nahwärme Süd"}),
    ("Projekt „Wärmering Lindenau“ (WRL25)", "", {"WRL25"}),
    ("Projekt „Wärmering Lindenau“ (WRI)", "Der WRI kostet viel.", {"WRI"}),
    (TITLE, "Das Projekt wurde bisher unter dem Arbeitstitel „Nahwärme“ geführt.", {"Nahwärme"}),
    (TITLE, "Das Projekt „Wärmering Lindenau“ (früher: „Nahwärme“) läuft.", {"Nahwärme"}),
    (TITLE, "Das Vorhaben hieß früher „Nahwärme“.", {"Nahwärme"}),
    (TITLE, "Das Vorhaben, das zunächst noch „Nahwärme“ hieß, läuft.", {"Nahwärme"}),
    (
        TITLE,
        "Frau Dr. Holbein stellt den Wärmering Lindenau (WLI, ehemals Nahwärme Süd) vor.",
        {"WLI", "Nahwärme Süd"},
    ),
    (TITLE, "Das Projekt der Stadt (früher „Nahwärme“) läuft.", {"Nahwärme"}),
    (TITLE, "Das Projekt läuft.", set()),
    (TITLE, "Die Halle am Ring, die früher „Nahwärme“ gehörte, steht leer.", set()),
    (TITLE, "Der Wärmering Lindenau (HSM) läuft.", set()),
    (TITLE, "Der Wärmering Lindenau (JTF) läuft.", set()),
]


@pytest.mark.parametrize(("title", "item", "expected"), NAMES, ids=[f"{t} {i}"[:70] for t, i, _ in NAMES])
def test_other_names_of_a_project(title: str, item: str, expected: set[str]) -> None:
    assert aliases(titled(title, item or "Es gab keine Fragen."), PROJECT) == expected


def test_a_renamed_project_is_one() -> None:
    extraction = read(protocol("Das Projekt „Wärmering Lindenau“ wird in „Nahwärme Lindenau“ umbenannt."))
    assert projects(extraction) == {"Nahwärme Lindenau"}
    assert aliases(extraction, "Nahwärme Lindenau") == {PROJECT}


def test_a_longer_and_a_shorter_name_are_one() -> None:
    extraction = titled(
        "Projekt „Digitale Pfade/Digitalne sćažki“", "Die Werkstatt empfiehlt das Projekt „Digitale Pfade“."
    )
    assert projects(extraction) == {"Digitale Pfade/Digitalne sćažki"}


# --- facts ----------------------------------------------------------------------------------------------------------

PROGRAMMES = [
    ("Ob eine Förderung des Projektes aus dem LEADER-Programm möglich ist, soll geklärt werden.", None),
    ("Das Projekt wird aus STARK gefördert.", "STARK"),
    ("Das STARK-Projekt „Wärmering Lindenau“ läuft.", "STARK"),
    ("Das Projekt „Wärmering Lindenau“ (STARK) läuft.", "STARK"),
    ("Die Förderung erfolgt mit Mitteln des Landesprogramms „Sonnige Dörfer“.", "Landesprogramm „Sonnige Dörfer“"),
    ("Förderprogramm: JTF", "JTF"),
    ("Das Projekt soll über die GRW-Infrastruktur finanziert werden.", "GRW-Infrastruktur"),
    # not this one
    ("Eine Förderung aus STARK ist nicht möglich.", None),
    ("Das Projekt wird nicht aus STARK gefördert.", None),
    ("Das Netz wird stark ausgebaut.", None),
]

PROGRAMMES_WRONG = {
    "Das Projekt soll über die GRW-Infrastruktur finanziert werden.": "none",
}


@pytest.mark.parametrize(("text", "expected"), cases(PROGRAMMES, PROGRAMMES_WRONG))
def test_the_programme_of_a_project(text: str, expected: str | None) -> None:
    extraction = read(protocol(text))
    found = [name(extraction, fact.programme) for fact in facts(extraction) if fact.programme]
    assert found == ([expected] if expected else [])


SPONSORS = [
    ("Träger ist die Stadt Lindenau.", "Stadt Lindenau"),
    ("Projektträger: Stadt Lindenau.", "Stadt Lindenau"),
    ("Trägerin des Vorhabens ist die Stadt Lindenau.", "Stadt Lindenau"),
    ("Die Trägerschaft liegt bei der Stadt Lindenau.", "Stadt Lindenau"),
    ("Die Stadt Lindenau ist Träger des Projektes.", "Stadt Lindenau"),
    ("Die Stadt Lindenau übernimmt die Trägerschaft.", "Stadt Lindenau"),
    ("Das Projekt „Wärmering Lindenau“ der Stadt Lindenau läuft.", "Stadt Lindenau"),
    (
        "Das Projekt „Wärmering Lindenau“ (Träger: Heimatverein Lindenau e. V., 2 Mio. EUR) läuft.",
        "Heimatverein Lindenau e. V.",
    ),
    ("Antragsteller ist der Landkreis Musterfeld.", "Landkreis Musterfeld"),
    ("Träger: HSM", "Hochschule Musterland"),
    # others that are only named
    ("Die Stadt Lindenau begrüßt das Projekt.", None),
    ("Das Projekt liegt in der Stadt Lindenau.", None),
    ("Partner ist die Stadt Lindenau.", None),
    ("Träger ist nicht die Stadt Lindenau.", None),
    ("Ein Träger ist noch nicht gefunden; die Stadt Lindenau hilft.", None),
    ("Träger des Kindergartens ist die Stadt Lindenau.", None),
    ("Der Landkreis Musterfeld plant ein eigenes Vorhaben.", None),
    ("Die Stadt Lindenau plant eine Straße.", None),
    ("Die Stadt Lindenau möchte das Protokoll lesen.", None),
    ("Die Stadt Lindenau beantragt Rederecht.", None),
]

SPONSORS_WRONG = {
    "Träger des Kindergartens ist die Stadt Lindenau.": "the Stadt is the project's",
    "Die Trägerschaft liegt bei der Stadt Lindenau.": "none",
}


@pytest.mark.parametrize(("text", "expected"), cases(SPONSORS, SPONSORS_WRONG))
def test_the_traeger_of_a_project(text: str, expected: str | None) -> None:
    extraction = read(protocol(text))
    found = [name(extraction, fact.sponsor) for fact in facts(extraction) if fact.sponsor]
    assert found == ([expected] if expected else [])


LEADS = [
    ("Federführend ist die Werkstatt 2.", "Werkstatt 2"),
    ("Die Werkstatt 2 ist federführend.", "Werkstatt 2"),
    ("Die Federführung liegt bei der Werkstatt 2.", "Werkstatt 2"),
    ("Das Projekt „Wärmering Lindenau“ (FF: Werkstatt 2) läuft.", "Werkstatt 2"),
    ("Die Werkstatt 2 hat die Federführung.", "Werkstatt 2"),
    ("Die Werkstatt 2 berät das Projekt mit.", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(LEADS, {}))
def test_the_lead_of_a_project(text: str, expected: str | None) -> None:
    extraction = read(protocol(text))
    found = [name(extraction, fact.lead) for fact in facts(extraction) if fact.lead]
    assert found == ([expected] if expected else [])


BUDGETS = [
    ("Die Gesamtkosten betragen 2,5 Mio. EUR.", "2500000"),
    ("Das Projekt kostet 850.000 EUR.", "850000"),
    ("Das Projekt hat ein Volumen von rund 3 Mio. EUR.", "3000000"),
    ("Das Projekt „Wärmering Lindenau“ (2,5 Mio. EUR) läuft.", "2500000"),
    ("Die Gesamtkosten betragen 2,5 Mio. EUR, davon 250 TEUR Eigenanteil.", "2500000"),
    ("Der Eigenanteil beträgt 250 TEUR, die Gesamtkosten 2,5 Mio. EUR.", "2500000"),
    ("Die Gesamtkosten steigen von 2,5 Mio. EUR auf 3,1 Mio. EUR.", "3100000"),
    ("Die Gesamtkosten betrugen 2,5 Mio. EUR. Nun betragen die Gesamtkosten 3,1 Mio. EUR.", "3100000"),
    # parts of it, or of something else
    ("Der Eigenanteil beträgt 250 TEUR.", None),
    ("Die Förderung beträgt 2 Mio. EUR.", None),
    ("Die Folgekosten betragen 12.000 EUR jährlich.", None),
    ("Die Planungskosten betragen 100.000 EUR.", None),
    ("Im Landeshaushalt stehen 14 Mio. EUR bereit.", None),
    ("Davon wurden 300.000 EUR ausgezahlt.", None),
    ("Das Projekt könnte 3 Mio. EUR kosten.", None),
    # something else's
    ("Eine Kilowattstunde kostet 0,30 EUR.", None),
    ("Die Teilnahme kostet 50 EUR.", None),
    ("Vergleichbare Anlagen kosten 5 Mio. EUR.", None),
    ("Ein ähnliches Vorhaben kostete 4 Mio. EUR.", None),
    ("Die Gesamtkosten des Stadthauses betragen 4 Mio. EUR.", None),
    ("Das Gesamtvolumen von STARK beträgt 100 Mio. EUR.", None),
]

BUDGETS_WRONG = {
    "Die Gesamtkosten des Stadthauses betragen 4 Mio. EUR.": "4000000",
    "Das Gesamtvolumen von STARK beträgt 100 Mio. EUR.": "100000000",
}


@pytest.mark.parametrize(("text", "expected"), cases(BUDGETS, BUDGETS_WRONG))
def test_the_total_volume_of_a_project(text: str, expected: str | None) -> None:
    found = [fact.budget for fact in facts(read(protocol(text))) if fact.budget is not None]
    assert found == ([Decimal(expected)] if expected else [])


def test_facts_of_two_projects_in_one_sentence_are_not_mixed() -> None:
    first, second = "Träger: Stadt Lindenau, 2 Mio. EUR", "Träger: HSM, 3 Mio. EUR"
    text = f"Die Projekte „Wärmering Lindenau“ ({first}) und „Solardach“ ({second}) laufen."
    extraction = read(protocol(text))
    assert [name(extraction, f.sponsor) for f in facts(extraction) if f.sponsor] == ["Stadt Lindenau"]
    assert [name(extraction, f.sponsor) for f in facts(extraction, "Solardach") if f.sponsor] == [
        "Hochschule Musterland"
    ]
    assert [f.budget for f in facts(extraction) if f.budget] == [Decimal(2_000_000)]
    assert [f.budget for f in facts(extraction, "Solardach") if f.budget] == [Decimal(3_000_000)]


def test_what_is_said_of_a_sub_project_is_not_said_of_the_whole() -> None:
    extraction = read(protocol("Das Teilprojekt „Ladepark“ kostet 300.000 EUR."))
    assert [f.budget for f in facts(extraction) if f.budget] == []
    assert [f.budget for f in facts(extraction, "Ladepark") if f.budget] == [Decimal(300_000)]
    assert [f.kind for f in facts(extraction, "Ladepark") if f.kind] == ["Teilprojekt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Projekt ist ein Investitionsprojekt.", ["Investitionsprojekt"]),
        ("Das Pilotprojekt läuft an.", ["Pilotprojekt"]),
        ("Das Projekt läuft an.", []),
        pytest.param(
            "Das Projekt ist kein Investitionsprojekt.",
            [],
            marks=pytest.mark.xfail(strict=True, reason="Investitionsprojekt"),
        ),
    ],
)
def test_the_kind_of_a_project(text: str, expected: list[str]) -> None:
    assert [fact.kind for fact in facts(read(protocol(text))) if fact.kind] == expected


FIGURES: list[tuple[str, list[int]]] = [
    ("Bisher wurden 72 Projekte bestätigt.", [72]),
    ("Von 21 Projekten sind 13 bewilligt.", [21]),
    ("Es entstehen zwölf Arbeitsplätze.", [12]),
    ("14 Einwohner waren da.", [14]),
    ("Das Projekt läuft seit 2021.", []),
    ("TOP 3 Projekte werden genannt.", []),
    ("Die Kosten betragen 3 Mio. EUR.", []),
    ("Ein Projekt läuft.", []),
]


@pytest.mark.parametrize(("text", "expected"), cases(FIGURES, {}))
def test_figures(text: str, expected: list[int]) -> None:
    assert [int(figure.value) for figure in read(protocol(text)).figures] == expected
