"""Titles of minutes: what the paper calls itself, which session of which body it records."""

from __future__ import annotations

from notation import Form

AGENDA = """
Tagesordnung
1. Eröffnung
2. Neubau des Bauhofs
3. Verschiedenes
"""

RESULTS = """
TOP 1 Eröffnung
Der Vorsitzende eröffnet die Sitzung.

TOP 2 Neubau des Bauhofs
Die Pläne werden vorgestellt.

TOP 3 Verschiedenes
Es liegt nichts vor.
"""

FORMS: tuple[Form, ...] = (
    Form(
        "1 plain word",
        "C",
        "Niederschrift über die 4. öffentliche Sitzung des Bauausschusses der Gemeinde Musterau\n"
        "am 05.05.2014 im Gemeindehaus\n" + AGENDA + RESULTS,
        (
            "title Niederschrift über die 4. öffentliche Sitzung des Bauausschusses der Gemeinde Musterau",
            "style niederschrift",
            "number 4",
            "date 2014-05-05",
            "body Bauausschuss der Gemeinde Musterau",
        ),
    ),
)
