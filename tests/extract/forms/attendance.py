"""Attendance: who was there, as what, for whom, from when to when; who was not."""

from __future__ import annotations

from notation import Form

FORMS: tuple[Form, ...] = (
    Form(
        "3 block of names",
        "C",
        """NIEDERSCHRIFT
über die Sitzung des Bauausschusses am 05.05.2014

Anwesend
Jan Muster
Ina Probe

Entschuldigt
Ole Beispiel
""",
        ("present Jan Muster", "present Ina Probe", "excused Ole Beispiel"),
        ("^present Ole Beispiel",),
    ),
)
