"""The minutes of an invented council to hang a form into, and short ways to say what has to be read from it."""

from __future__ import annotations

import re

HEAD = """Niederschrift
über die 7. öffentliche Sitzung des Gemeinderates Talheim

Datum: 14.05.2024
Beginn: 19:00 Uhr
Ende: 21:15 Uhr
Ort: Bürgerhaus, Kirchweg 2, 03999 Talheim
Vorsitz: Falk Lorenz
Schriftführerin: Greta Sommer

Anwesend
Falk Lorenz, Bürgermeister
Mira Kowalski (SPD)
Hanno Petersen (CDU)
Ulf Drechsler (CDU)
Dr. Svea Brandes (GRÜNE)
Tilo von Hagen (FDP)

"""

ITEM = """Tagesordnung
1. Eröffnung
2. {title}
3. Verschiedenes

TOP 1 Eröffnung
Der Vorsitzende eröffnet die Sitzung.

TOP 2 {title}
{words}

TOP 3 Verschiedenes
{other}
"""

COUNCIL = "Gemeinderat Talheim"


def item(
    words: str,
    *,
    title: str = "Dorfladen am Markt",
    head: str = HEAD,
    other: str = "Es liegt nichts vor.",
    end: str = "",
) -> str:
    """Minutes whose second item is treated in these words."""
    return head + ITEM.format(title=title, words=words.strip("\n"), other=other) + end


def decided(outcome: str, method: str = "-", votes: str = "-", *, at: str = "2", body: str = COUNCIL) -> str:
    """The line of a decision of this session."""
    return f"decision {at} {outcome} {method} {votes} · {body}"


COMMITTEE = HEAD.replace("des Gemeinderates Talheim", "des Bauausschusses Talheim")

TREATED = ("treated 2",)
"""What a text states that decides nothing."""


def exactly(*decisions: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """These decisions and no other one, and no task."""
    allowed = "|".join(re.escape(line.partition(" ")[2]) for line in decisions)
    return decisions, (rf"^(?:decision|reported) (?!{allowed})", "^(?:done-)?task ")
