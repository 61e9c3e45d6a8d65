"""Agendas: headings, numbers, parts, changes."""

from __future__ import annotations

from notation import Form

FORMS: tuple[Form, ...] = (
    Form(
        "4 heading in capitals",
        "C",
        """NIEDERSCHRIFT
über die Sitzung des Bauausschusses am 05.05.2014

TAGESORDNUNG:
1. Begrüßung
2. Neubau des Bauhofs
""",
        ("item 1 · Begrüßung", "item 2 · Neubau des Bauhofs"),
    ),
)
