"""Who contributes to an item: presents, reports, asks, objects; and who is only named."""

from __future__ import annotations

import pytest
from invented_protocol import AGENDA, RESULTS, cases, protocol, read, words

from protokollgraph.model import Extraction, Role

PRESENTER, DISCUSSANT = Role.PRESENTER, Role.DISCUSSANT
PETERSEN, BRANDT, KRUEGER = "Jonas Petersen", "Ilse von Brandt", "Sven Krüger"


def speakers(extraction: Extraction, item: str = "2") -> dict[str, Role]:
    return {extraction.entity(p.person).name: p.role for p in extraction.participations if p.item == item}


SAID: list[tuple[str, dict[str, Role]]] = [
    # presents
    ("Herr Petersen stellt das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Herr Petersen berichtet über den Stand.", {PETERSEN: PRESENTER}),
    ("Herr Petersen erläutert die Kosten.", {PETERSEN: PRESENTER}),
    ("Herr Petersen gibt einen Überblick.", {PETERSEN: PRESENTER}),
    ("Herr Petersen führt in das Thema ein.", {PETERSEN: PRESENTER}),
    ("Das Projekt stellt Herr Petersen vor.", {PETERSEN: PRESENTER}),
    ("Zum Stand berichtet Frau von Brandt.", {BRANDT: PRESENTER}),
    ("Vorstellung durch Herrn Petersen", {PETERSEN: PRESENTER}),
    ("Bericht durch Frau von Brandt", {BRANDT: PRESENTER}),
    ("Herr Petersen und Frau von Brandt stellen das Projekt vor.", {PETERSEN: PRESENTER, BRANDT: PRESENTER}),
    ("Herr Petersen (HSM) stellt das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Herr Petersen, Projektleiter der HSM, stellt das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Projektleiter Petersen stellt das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Jonas Petersen stellt das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Herr Petersen stellte das Projekt vor.", {PETERSEN: PRESENTER}),
    ("Herr Petersen hat das Projekt vorgestellt.", {PETERSEN: PRESENTER}),
    ("Das Projekt wird von Herrn Petersen vorgestellt.", {PETERSEN: PRESENTER}),
    # speaks in the discussion
    ("Frau von Brandt fragt nach den Kosten.", {BRANDT: DISCUSSANT}),
    ("Frau von Brandt regt eine Prüfung an.", {BRANDT: DISCUSSANT}),
    ("Frau von Brandt lehnt die Trasse ab.", {BRANDT: DISCUSSANT}),
    ("Frau von Brandt: Die Kosten sind hoch.", {BRANDT: DISCUSSANT}),
    ("Auf Nachfrage von Frau von Brandt werden die Kosten genannt.", {BRANDT: DISCUSSANT}),
    ("Laut Frau von Brandt fehlt ein Bescheid.", {BRANDT: DISCUSSANT}),
    ("Frau von Brandt und Herr Krüger sprechen sich für das Vorhaben aus.", {BRANDT: DISCUSSANT, KRUEGER: DISCUSSANT}),
    (
        "Frau von Brandt kritisiert die Kosten, Herr Krüger hält sie für vertretbar.",
        {BRANDT: DISCUSSANT, KRUEGER: DISCUSSANT},
    ),
    ("Ergänzend betont Frau von Brandt den Bedarf.", {BRANDT: DISCUSSANT}),
    # one presents, another asks
    (
        "Herr Petersen stellt das Projekt vor. Frau von Brandt fragt nach den Kosten.",
        {PETERSEN: PRESENTER, BRANDT: DISCUSSANT},
    ),
    (
        "Herr Petersen stellt das Projekt vor und beantwortet Fragen von Frau von Brandt.",
        {PETERSEN: PRESENTER, BRANDT: DISCUSSANT},
    ),
    # HTML between name and verb
    ("<b>Herr Petersen</b> stellt das Projekt vor.", {PETERSEN: PRESENTER}),
]

SILENT: list[tuple[str, dict[str, Role]]] = [
    ("Herr Petersen verlässt die Sitzung um 11 Uhr.", {}),
    ("Herr Petersen hat wegen Befangenheit nicht mitgestimmt.", {}),
    ("Herr Petersen wird zum Sprecher gewählt.", {}),
    ("Die Unterlagen von Herrn Petersen liegen aus.", {}),
    ("Ansprechpartner ist Herr Petersen.", {}),
    ("Herr Petersen ist entschuldigt.", {}),
    ("Die Werkstatt dankt Herrn Petersen.", {}),
    ("Das Büro Petersen stellt das Projekt vor.", {}),
    ("Frau von Brandt fragt Herrn Petersen nach den Kosten.", {BRANDT: DISCUSSANT}),
    ("Frau von Brandt verabschiedet sich von Herrn Petersen.", {}),
    ("Die Stadt Lindenau stellt das Projekt vor.", {}),
    ("Herr Petersen soll das Projekt in der nächsten Sitzung vorstellen.", {}),
    ("Herr Petersen wird im Herbst berichten.", {}),
]

SAID_WRONG = {
    "Das Projekt wird von Herrn Petersen vorgestellt.": "nobody",
    "Herr Petersen hat das Projekt vorgestellt.": "nobody",
    "Projektleiter Petersen stellt das Projekt vor.": "nobody",
}


@pytest.mark.parametrize(("text", "expected"), cases([*SAID, *SILENT], SAID_WRONG))
def test_who_contributes(text: str, expected: dict[str, Role]) -> None:
    assert speakers(read(protocol(text))) == expected


PLANNED: list[tuple[str, str, set[str]]] = [
    # the people that an agenda line names, and the title without them
    ("Bericht zum Stand (Petersen)", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand (Herr Petersen)", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand (J. Petersen, I. von Brandt)", "Bericht zum Stand", {PETERSEN, BRANDT}),
    ("Bericht zum Stand – Jonas Petersen", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand, Herr Petersen", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand / Jonas Petersen", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand; Vortrag: Jonas Petersen", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand Jonas Petersen, Projektleiter, HSM", "Bericht zum Stand", {PETERSEN}),
    ("Bericht zum Stand <i>Jonas Petersen</i>", "Bericht zum Stand", {PETERSEN}),
    # nobody
    ("Bericht zum Stand (Entwurf)", "Bericht zum Stand (Entwurf)", set()),
    ("Bericht zum Stand – Ausblick", "Bericht zum Stand – Ausblick", set()),
    ("Verleihung des Jonas-Petersen-Preises", "Verleihung des Jonas-Petersen-Preises", set()),
]

PLANNED_WRONG = {
    "Bericht zum Stand, Herr Petersen": "the name stays in the title",
    "Bericht zum Stand <i>Jonas Petersen</i>": "nobody",
}


@pytest.mark.parametrize(("line", "title", "expected"), cases(PLANNED, PLANNED_WRONG))
def test_who_is_to_present(line: str, title: str, expected: set[str]) -> None:
    old = "Vorstellung des Projektes „Wärmering Lindenau“"
    extraction = read(protocol(agenda=AGENDA.replace(old, line), results=RESULTS.replace(old, title)))
    assert [item.title for item in extraction.agenda if item.number == "2"] == [title]
    assert speakers(extraction) == dict.fromkeys(expected, PRESENTER)


def test_people_under_a_heading_present_the_item() -> None:
    extraction = read(protocol("Jonas Petersen, Projektleiter, HSM\n\nEs gab keine Fragen."))
    assert speakers(extraction) == {PETERSEN: PRESENTER}


def test_who_presents_by_plan_is_no_discussant_later() -> None:
    agenda = AGENDA.replace("TOP 3 Sonstiges", "TOP 3 Sonstiges (Herr Krüger)")
    extraction = read(protocol(other="Herr Krüger fragt nach Terminen.", agenda=agenda))
    assert speakers(extraction, "3") == {KRUEGER: PRESENTER}


def test_a_contribution_has_its_sentence_as_evidence() -> None:
    extraction = read(protocol("Herr Petersen stellt das Projekt vor. Es regnet."))
    (part,) = [p for p in extraction.participations if p.item == "2"]
    assert words(extraction, part.evidence[0]) == "Herr Petersen stellt das Projekt vor."
