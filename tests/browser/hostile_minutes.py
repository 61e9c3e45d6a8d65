"""Minutes written to break the page: markup, formulas, letters that run backwards and endless names, all as text."""

from __future__ import annotations

from pathlib import Path

ENDLESS = "Wagenknechtshausen-" * 26
SCRIPT = "&lt;script&gt;alert(1)&lt;/script&gt;"
IMAGE = "&lt;img src=x onerror=alert(2)&gt;"
QUOTED = "&quot;&gt;&lt;/a&gt;&lt;svg onload=alert(3)&gt;"
BACKWARDS = "\u202eEsrever \u2066Omen"
FORMULA = "=1+cmd|calc!A0"

MINUTES = f"""ERGEBNISPROTOKOLL

Werkstatt {{number}} „{SCRIPT} {BACKWARDS}“

Allgemeines

Datum & Uhrzeit\t{{day}}, 13:00 Uhr – 15:45 Uhr
Ort\tBürgerhaus {IMAGE}, Uferweg 6, 01234 Quaal
Sitzungsleitung\tRuth Quandel, Quaaler Seenwerke {IMAGE} GmbH
Protokollant\tOle Tann, Stadt {ENDLESS}

Teilnehmende

Name\tFunktion, Institution\tStatus
Ruth Quandel\tGeschäftsführerin, Quaaler Seenwerke {IMAGE} GmbH\tMitglied
Ole Tann\tReferent, Stadt {ENDLESS}\tMitglied
Ines Wehr\t{QUOTED}, Verein {QUOTED} e. V.\tMitglied
Karl Oberlind\t{FORMULA}, {FORMULA} GmbH\tGast
Ida {SCRIPT} Mohn\tReferentin, Stadt {BACKWARDS}\tMitglied

Tagesordnung

1\tBegrüßung und Feststellung der Tagesordnung Ruth Quandel
2\tVorstellung STARK-Projekt „{SCRIPT}“ Ole Tann, Stadt {ENDLESS}
3\tVorstellung STARK-Projekt „{IMAGE} {QUOTED}“ Ines Wehr
4\tVorstellung STARK-Projekt „{FORMULA}“ Karl Oberlind
5\tVorstellung STARK-Projekt „{ENDLESS}“ Ole Tann
6\tVorstellung STARK-Projekt „{BACKWARDS}“ Ruth Quandel

Ergebnisse

1\tBegrüßung und Feststellung der Tagesordnung
• Frau Quandel begrüßt die Mitglieder.
2\tVorstellung STARK-Projekt „{SCRIPT}“
• Herr Tann stellt das Projekt „{SCRIPT}“ vor. {IMAGE}
• Die Werkstatt empfiehlt das Projekt „{SCRIPT}“ einstimmig der IMAG.
3\tVorstellung STARK-Projekt „{IMAGE} {QUOTED}“
• Frau Wehr stellt das Projekt „{IMAGE} {QUOTED}“ vor.
• Das Projekt „{IMAGE} {QUOTED}“ wird im Konsens befürwortet.
4\tVorstellung STARK-Projekt „{FORMULA}“
• {FORMULA} Herr Oberlind stellt das Projekt „{FORMULA}“ vor.
5\tVorstellung STARK-Projekt „{ENDLESS}“
• Träger des Projekts „{ENDLESS}“ ist die Stadt {ENDLESS}.
6\tVorstellung STARK-Projekt „{BACKWARDS}“
• Frau Quandel stellt das Projekt „{BACKWARDS}“ vor.
"""


def hostile_minutes(folder: Path) -> list[Path]:
    """Minutes of two sessions of two bodies, so that every view of the page has something to show."""
    written = []
    for number, day in ((1, "15.02.2024"), (2, "20.03.2024"), (1, "17.04.2024"), (2, "22.05.2024")):
        path = folder / f"werkstatt-{number}-{day}.txt"
        path.write_text(MINUTES.format(number=number, day=day), encoding="utf-8")
        written.append(path)
    return written
