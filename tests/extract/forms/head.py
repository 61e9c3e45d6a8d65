"""Fields of the head: day, times, place, who leads, who writes, how many there are."""

from __future__ import annotations

from notation import Form

FORMS: tuple[Form, ...] = (
    Form(
        "2 labels in lines",
        "C",
        """NIEDERSCHRIFT

Gremium: Bauausschuss
Sitzungstermin: 05.05.2014
Sitzungsort: Rathaus, Markt 1, 12345 Musterau
Beginn: 19:30 Uhr
Ende: 20:50 Uhr
""",
        (
            "body Bauausschuss",
            "date 2014-05-05",
            "start 19:30",
            "end 20:50",
            "place Rathaus, Markt 1, 12345 Musterau",
        ),
    ),
)
