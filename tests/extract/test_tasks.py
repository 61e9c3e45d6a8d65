"""Tasks: who has to do what until when, in sentences, behind labels, in tables; and what is none."""

from __future__ import annotations

import pytest
from invented_protocol import cases, name, protocol, read, words

from protokollgraph.model import Extraction

PETERSEN, BRANDT, KRUEGER = "Jonas Petersen", "Ilse von Brandt", "Sven Krüger"
STADT, LANDKREIS, HSM = "Stadt Lindenau", "Landkreis Musterfeld", "Hochschule Musterland"
NEXT = "Nächste Sitzung: 02.07.2024"

Due = tuple[str | None, str | None]
"""Who, until when."""


def due(extraction: Extraction) -> list[Due]:
    return [(name(extraction, t.assignee), t.due.isoformat() if t.due else None) for t in extraction.tasks]


SENTENCES: list[tuple[str, list[Due]]] = [
    ("Herr Petersen legt bis zum 30.06.2024 einen Kostenplan vor.", [(PETERSEN, "2024-06-30")]),
    ("Herr Petersen prüft bis Ende Mai die Kosten.", [(PETERSEN, "2024-05-31")]),
    ("Bis zum 31.05.2024 übersendet Frau von Brandt die Liste.", [(BRANDT, "2024-05-31")]),
    ("Frau von Brandt klärt die Förderung bis zur nächsten Sitzung.", [(BRANDT, "2024-07-02")]),
    ("Herr Krüger wird die Unterlagen bis Mitte Juni nachreichen.", [(KRUEGER, "2024-06-15")]),
    ("Herr Krüger stellt die Präsentation zur Verfügung.", [(KRUEGER, None)]),
    ("Herr Krüger versendet das Protokoll.", [(KRUEGER, None)]),
    ("Frau von Brandt sagt zu, die Zahlen bis zum 31.05.2024 mitzuteilen.", [(BRANDT, "2024-05-31")]),
    ("Herr Krüger sagt eine schriftliche Antwort bis zum 14.06.2024 zu.", [(KRUEGER, "2024-06-14")]),
    ("Die Stadt Lindenau erstellt bis Ende Juni 2024 ein Konzept.", [(STADT, "2024-06-30")]),
    ("Der Landkreis Musterfeld reicht die Unterlagen bis 31.05. nach.", [(LANDKREIS, "2024-05-31")]),
    ("Die HSM liefert die Daten bis zum 10. Juni.", [(HSM, "2024-06-10")]),
    ("Herr Petersen arbeitet der Stadt bis Jahresende zu.", [(PETERSEN, "2024-12-31")]),
    ("Herr Petersen klärt die Fragen mit der Stadt Lindenau. WV 02.07.2024.", [(PETERSEN, "2024-07-02")]),
    # two in one sentence
    ("Herr Petersen prüft die Kosten bis Ende Mai; Frau von Brandt legt die Liste bis Ende Juni vor.",
     [(PETERSEN, "2024-05-31"), (BRANDT, "2024-06-30")]),
    # a pronoun
    ("Frau von Brandt erläutert die Liste. Sie übersendet sie bis zum 31.05.2024.", [(BRANDT, "2024-05-31")]),
    # a mandate is a task of whom it is given to
    ("Die Stadt Lindenau wird beauftragt, bis zum 30.06.2024 einen Plan vorzulegen.", [(STADT, "2024-06-30")]),
    ("Die HSM wird beauftragt, zur nächsten Sitzung Varianten vorzulegen.", [(HSM, "2024-07-02")]),
]  # fmt: skip

LABELS: list[tuple[str, list[Due]]] = [
    ("Kostenplan erstellen (V: Petersen, T: 30.06.2024)", [(PETERSEN, "2024-06-30")]),
    ("Kostenplan erstellen. V: J. Petersen / T: 30.06.2024", [(PETERSEN, "2024-06-30")]),
    ("Kostenplan erstellen, verantwortlich: Herr Petersen, Frist: 30.06.2024", [(PETERSEN, "2024-06-30")]),
    ("Aufgabe: Kostenplan, zuständig: HSM, Termin: Ende Juni", [(HSM, "2024-06-30")]),
    ("Kostenplan erstellen → Petersen, bis 30.06.2024", [(PETERSEN, "2024-06-30")]),
    ("Kostenplan (Verantw.: Frau von Brandt; Termin: nächste Sitzung)", [(BRANDT, "2024-07-02")]),
    ("To-do: Herr Petersen erstellt den Kostenplan.", [(PETERSEN, None)]),
    ("Auftrag: Herr Krüger lädt die Stadtwerke Lindenau GmbH ein.", [(KRUEGER, None)]),
    ("Festlegung: Die Stadt Lindenau prüft die Trasse bis 31.05.2024.", [(STADT, "2024-05-31")]),
]

TABLES: list[tuple[str, list[Due]]] = [
    ("Aufgabe\tVerantwortlich\tTermin\nKostenplan\tJ. Petersen\t30.06.2024\nListe\tLandkreis Musterfeld\tEnde Mai\n",
     [(PETERSEN, "2024-06-30"), (LANDKREIS, "2024-05-31")]),
    ("Was   Wer   Bis wann\nKostenplan   Petersen   30.06.\nTrasse prüfen   HSM   nächste Sitzung\n",
     [(PETERSEN, "2024-06-30"), (HSM, "2024-07-02")]),
    ("| Aufgabe | Zuständig | Frist |\n| Kostenplan | Herr Krüger | umgehend |\n", [(KRUEGER, None)]),
    ("Aufgabe\tVerantwortlich\tTermin\nKostenplan\tPetersen, Krüger\t30.06.2024\n", [(PETERSEN, "2024-06-30")]),
    # nobody of that name
    ("Aufgabe\tVerantwortlich\tTermin\nKostenplan\talle\t30.06.2024\n", [(None, "2024-06-30")]),
    # nothing to do
    ("Aufgabe\tVerantwortlich\tTermin\nkeine\t–\t–\n", []),
]  # fmt: skip

NO_TASKS: list[tuple[str, list[Due]]] = [
    # events and dates
    ("Der Baubeginn ist für Ende Mai geplant.", []),
    ("Die Messe findet am 12.06.2024 statt.", []),
    ("Die Stadt Lindenau feiert am 12.06.2024.", []),
    ("Die Frist endet am 31.05.2024.", []),
    # done
    ("Herr Petersen hat die Kosten geprüft.", []),
    ("Herr Petersen reichte die Unterlagen am 02.05.2024 nach.", []),
    ("Die Unterlagen wurden übersandt.", []),
    # wishes and questions
    ("Herr Petersen könnte die Kosten bis Ende Mai prüfen.", []),
    ("Herr Petersen sollte die Kosten bis Ende Mai prüfen.", []),
    ("Frau von Brandt bittet um eine Prüfung bis Ende Mai.", []),
    ("Frau von Brandt fragt, wer die Kosten bis Ende Mai prüft.", []),
    ("Frau von Brandt regt an, die Kosten bis Ende Mai zu prüfen.", []),
    ("Ein Einwohner bittet, die Lampe bis Mai zu reparieren.", []),
    # an account of what is
    ("Herr Petersen berichtet über die Kosten.", []),
    ("Herr Petersen informiert über die Messe am 12.06.2024.", []),
    ("Die Stadt Lindenau prüft regelmäßig die Leitungen.", []),
    ("Die Stadt Lindenau klärt jährlich zwei Millionen Liter Abwasser.", []),
    ("Die HSM koordiniert das Netzwerk.", []),
    ("Herr Petersen berichtet, dass die Stadt Lindenau bis 30.06.2024 die Halle saniert.", []),
    ("Frau von Brandt informiert, dass Anträge bis 30.06.2024 einzureichen sind.", []),
    ("Frau von Brandt berichtet über Förderaufrufe bis 30.06.2024.", []),
    ("Herr Petersen stellt die Planung bis Ende 2025 vor.", []),
    # who answers for what
    ("Die Verantwortung für den Betrieb liegt bei der Stadt Lindenau.", []),
    ("Zuständig ist der Landkreis Musterfeld.", []),
    ("Für die Planung ist der Landkreis Musterfeld zuständig.", []),
    ("Das Projekt läuft bis Ende Juni 2024.", []),
    ("Die Stadt Lindenau liefert bis Ende 2030 Wärme.", []),
    ("Herr Petersen leitet das Projekt bis 31.12.2024.", []),
]

WRONG = {
    "Frau von Brandt berichtet über Förderaufrufe bis 30.06.2024.": "a task of von Brandt",
    "Herr Petersen stellt die Planung bis Ende 2025 vor.": "a task of Petersen, due on 31.12.2025",
    "Die Stadt Lindenau liefert bis Ende 2030 Wärme.": "a task, due on 31.12.2030",
    "Bis zum 31.05.2024 übersendet Frau von Brandt die Liste.": "none",
    "Herr Petersen klärt die Fragen mit der Stadt Lindenau. WV 02.07.2024.": "no due date, unlike “WV 2. Juli 2024”",
}


@pytest.mark.parametrize(("text", "expected"), cases([*SENTENCES, *LABELS, *TABLES, *NO_TASKS], WRONG))
def test_who_has_to_do_something_until_when(text: str, expected: list[Due]) -> None:
    assert due(read(protocol(text, other=NEXT))) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "Kostenplan\tJ. Petersen\t30.06.2024",
        "Vorlage des Kostenplans\tHSM\t30.06.2024",
    ],
)
def test_a_table_at_the_end_belongs_to_no_item(lines: str) -> None:
    extraction = read(protocol() + f"\nAufgaben\nAufgabe\tVerantwortlich\tTermin\n{lines}\n")
    assert [(t.item, t.due.isoformat() if t.due else None) for t in extraction.tasks] == [(None, "2024-06-30")]


def test_a_table_that_repeats_a_task_adds_its_place() -> None:
    text = protocol("Herr Petersen legt bis zum 30.06.2024 einen Kostenplan vor.")
    extraction = read(
        text + "\nAufgaben\nAufgabe\tVerantwortlich\tTermin\nVorlage des Kostenplanes\tJ. Petersen\t30.06.2024\n"
    )
    (task,) = extraction.tasks
    assert (task.item, name(extraction, task.assignee), len(task.evidence)) == ("2", PETERSEN, 2)


def test_two_tasks_of_one_person_stay_two() -> None:
    text = protocol(
        "Herr Petersen legt bis Ende Mai einen Kostenplan vor.\n\nHerr Petersen versendet bis Ende Mai die Einladung."
    )
    assert len(read(text).tasks) == 2


FOLLOWED = [
    ("Die Aufgabe „Kostenplan“ (Herr Petersen) ist erledigt.", True, None),
    (
        "Die Aufgabe „Kostenplan“ (Herr Petersen) ist noch offen; die Frist wird auf den 30.06.2024 verlängert.",
        False,
        "2024-06-30",
    ),
]


@pytest.mark.parametrize(("text", "done", "day"), cases(FOLLOWED, {}))
def test_a_task_of_an_earlier_session_is_followed_up(text: str, done: bool, day: str | None) -> None:
    extraction = read(protocol(text))
    (task,) = extraction.tasks
    assert (name(extraction, task.assignee), task.done, task.due.isoformat() if task.due else None) == (
        PETERSEN,
        done,
        day,
    )


def test_an_owner_that_is_nobody_is_a_finding() -> None:
    extraction = read(protocol("Aufgabe\tVerantwortlich\tTermin\nKostenplan\tXaver?\t30.06.2024\n"))
    assert "assignee-not-understood" in {f.code for f in extraction.findings}


def test_evidence_of_a_task_is_its_sentence() -> None:
    extraction = read(protocol("Es regnet. Herr Petersen prüft bis Ende Mai die Kosten. Die Sonne scheint."))
    (task,) = extraction.tasks
    assert words(extraction, task.evidence[0]) == task.words == "Herr Petersen prüft bis Ende Mai die Kosten."
