"""Tasks: tables, lists, mandates, promises, conditions, follow-ups; the next meeting is none."""

from __future__ import annotations

from council import TREATED, decided, item
from notation import Form

FORMS = (
    Form(
        "7 table flattened into columns",
        "S",
        item(
            """
Aufgaben
Förderregeln veröffentlichen
Antrag der Mühle prüfen
zuständig
Verwaltung
Frau Kowalski
Termin
30.06.2024
15.07.2024
"""
        ),
        ("task Mira Kowalski 2024-07-15 · Antrag der Mühle prüfen",),
        (r"^task Mira Kowalski 2024-06-30", r"^task \S+ 2024-07-15 · Förder"),
        "a table that a PDF tore into columns is not put together again",
    ),
    Form(
        "7 table with rows",
        "S",
        item(
            """
Aufgabe                         zuständig         Termin
Förderregeln veröffentlichen    Frau Kowalski     30.06.2024
Antrag der Mühle prüfen         Hanno Petersen    15.07.2024
"""
        ),
        (
            "task Mira Kowalski 2024-06-30 · Förderregeln veröffentlichen",
            "task Hanno Petersen 2024-07-15 · Antrag der Mühle prüfen",
        ),
    ),
    Form(
        "7 row between dashes",
        "S",
        item(
            "Aufgaben:\n- Förderregeln veröffentlichen – Frau Kowalski – sofort\n"
            "- Antrag der Mühle prüfen – Herr Petersen – 15.07.2024"
        ),
        (
            "task Mira Kowalski - · Förderregeln veröffentlichen",
            "task Hanno Petersen 2024-07-15 · Antrag der Mühle prüfen",
        ),
        (r"^task Mira Kowalski \d",),
    ),
    Form(
        "7 owner and date at the end of the line",
        "S",
        item(
            """
Aufgabe    Wer    Bis wann
5 Schnell-Check entwickeln    Kowalski    1.7.
6 Flyer drucken    Petersen    ab sofort
""",
        ),
        ("task Mira Kowalski 2024-07-01 · 5 Schnell-Check entwickeln",),
        (r"^task Hanno Petersen \d",),
    ),
    Form(
        "7 mandate, beauftragt",
        "S",
        item("Die Verwaltung wird beauftragt, drei Angebote einzuholen und die Anlieger zu informieren."),
        (decided("adopted"), "decision-kind 2 assignment"),
        (r"^decision 2 (?:rejected|noted)",),
    ),
    Form(
        "7 mandate, with an owner and a date",
        "S",
        item(
            "Der Gemeinderat beauftragt den Bürgermeister, bis zum 30.09.2024 einen Pachtvertrag vorzulegen.",
        ),
        (
            decided("adopted"),
            "task Falk Lorenz 2024-09-30 · Der Gemeinderat beauftragt den Bürgermeister, bis zum 30.09.2024 einen"
            " Pachtvertrag vorzulegen.",
        ),
    ),
    Form(
        "7 mandate, ersucht",
        "S",
        item("Der Gemeinderat ersucht das Landratsamt, die Haltestelle zu verlegen."),
        (decided("adopted"), "decision-kind 2 assignment"),
    ),
    Form(
        "7 promise in a debate",
        "S",
        item("Frau Dr. Brandes sagt eine schriftliche Antwort bis zum 30.06.2024 zu."),
        ("task Svea Brandes 2024-06-30 · Frau Dr. Brandes sagt eine schriftliche Antwort bis zum 30.06.2024 zu.",),
        ("^decision ",),
    ),
    Form(
        "7 promise of a later reply",
        "S",
        item("Herr Petersen reicht die Liste der Standgebühren bis Ende Juni nach."),
        ("task Hanno Petersen 2024-06-30 · Herr Petersen reicht die Liste der Standgebühren bis Ende Juni nach.",),
        ("^decision ",),
    ),
    Form(
        "7 condition of a grant",
        "S",
        item(
            "Backhaus, Heimatverein Talheim e. V.; Auflage: Nachreichen der Pläne bis zum 30.06.2024\n"
            "Der Zuschuss wird einstimmig bewilligt."
        ),
        (decided("adopted", "unanimous"),),
        (r"^task (?!Heimatverein)",),
    ),
    Form(
        "7 follow-up of decisions",
        "S",
        item("Beschlusskontrolle: B 12/24 erledigt\nB 13/24 offen", title="Protokollkontrolle"),
        TREATED,
        (r"^decision 2 ", "^task ", r"^person B"),
    ),
    Form(
        "7 follow-up, swiss",
        "S",
        item("Pendenzen: Geländer an der Brücke, erledigt; Antwort an den Kanton, offen.", title="Pendenzen"),
        TREATED,
        (r"^decision 2 ", "^task "),
    ),
    Form(
        "7 next session is no task",
        "S",
        item("Nächste Sitzung: 4. Juni 2024, 19 Uhr, Bürgerhaus"),
        ("next 2024-06-04",),
        ("^task ", "^decision ", "^date 2024-06-04"),
    ),
    Form(
        "7 next session in a sentence",
        "S",
        item("Der nächste Termin ist am 4. Juni 2024 um 19 Uhr im Bürgerhaus."),
        TREATED,
        ("^task ", "^decision "),
    ),
)
