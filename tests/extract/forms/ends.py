"""The end of minutes: signatures, marks of pages, approval of earlier minutes, annexes, residue of portals."""

from __future__ import annotations

from council import COUNCIL, TREATED, decided, exactly, item
from notation import Form

WORDS = "Der Gemeinderat beschließt den Umbau des Ladens einstimmig."
UNANIMOUS = decided("adopted", "unanimous")
NOBODY = (
    "^person (?!Falk Lorenz$|Greta Sommer$|Mira Kowalski$|Hanno Petersen$|Ulf Drechsler$|Dr. Svea Brandes$"
    "|Tilo von Hagen$)",
)

SIGNATURES = (
    *(
        Form(
            f"11 signature, {name}",
            mark,
            item(WORDS, end=end),
            ("chair Falk Lorenz", "minutes Greta Sommer", UNANIMOUS),
            (*NOBODY, "^chair (?!Falk Lorenz)", "^minutes (?!Greta Sommer)", "^decision (?!2)"),
        )
        for name, (mark, end) in {
            "gez.": ("C", "\ngez. Lorenz\nVorsitzender\n\ngez. Sommer\nSchriftführerin\n"),
            "letter-spaced in columns": (
                "C",
                "\ngez. Lorenz          gez. Sommer\n( L o r e n z )      ( S o m m e r )\n"
                "Vorsitzender         Schriftführerin\n",
            ),
            "flattened to one line": (
                "C",
                "\ngez. Lorenz gez. Sommer ( L o r e n z ) ( S o m m e r ) Vorsitzender Schriftführerin\n",
            ),
            "lines to sign on": (
                "C",
                "\n_______________          _______________\nFalk Lorenz              Greta Sommer\n"
                "Vorsitzender             Schriftführerin\n",
            ),
            "nobody has signed": ("C", "\nZur Beurkundung:\nDie Schriftführerin:\n\nFür das Protokoll:\n"),
            "office below": (
                "C",
                "\nZur Beurkundung:\nDie Schriftführerin:\n\nHauptamt – Gremien –\n10. Juni 2024\n",
            ),
        }.items()
    ),
    Form(
        "11 day of writing",
        "C",
        item(WORDS, end="\nTalheim, den 21.05.2024\n\ngez. Sommer\nSchriftführerin\n"),
        ("date 2024-05-14", "written 2024-05-21"),
        ("^date 2024-05-21", *NOBODY),
    ),
    Form(
        "11 countersigned by a member",
        "S",
        item(WORDS, end="\nMitunterzeichnendes Ratsmitglied: Mira Kowalski\n"),
        ("chair Falk Lorenz", "minutes Greta Sommer"),
        ("^(?:chair|minutes) Mira", *NOBODY),
    ),
    Form(
        "11 undersigned, austrian",
        "S",
        item(
            WORDS,
            end="\nUnterfertigung:\nDer Vorsitzende: Lorenz   Die Schriftführerin: Sommer   Kowalski   Petersen\n",
        ),
        ("chair Falk Lorenz", "minutes Greta Sommer"),
        ("^(?:chair|minutes) (?:Mira|Hanno)", *NOBODY),
    ),
)

PAGES = tuple(
    Form(
        f"11 mark of a page, {mark}",
        "C",
        item(f"Der Gemeinderat beschließt nach kurzer Aussprache den Umbau des\n{mark}\nLadens einstimmig."),
        (
            UNANIMOUS,
            "decision-words 2 · Der Gemeinderat beschließt nach kurzer Aussprache den Umbau des Ladens einstimmig.",
        ),
        (r"^item (?![123] )", r"^treated (?![123]$)"),
    )
    for mark in ("- 2 -", "Seite: 1/6", "Seite 2", "Prot. 52 v. 13.01.10 2 von 4", "-- 4 of 4 --", "1 von 9")
)

FORMS = (
    *SIGNATURES,
    *PAGES,
    Form(
        "11 earlier minutes approved",
        "C",
        item(
            "Die Niederschrift über die Sitzung vom 16.04.2024 wird einstimmig genehmigt.",
            title="Genehmigung der Niederschrift vom 16.04.2024",
        ),
        (decided("adopted", "unanimous"), "concerns 2 · Niederschrift der Sitzung vom 16.04.2024"),
        ("^date 2024-04-16", "^(?:decision|reported)-date 2 2024-04-16"),
    ),
    Form(
        "11 earlier minutes without objections",
        "C",
        item("Gegen die Niederschrift der letzten Sitzung werden keine Einwendungen erhoben; sie gilt als genehmigt."),
        (decided("adopted"), "concerns 2 · Niederschrift der letzten Sitzung"),
        ("^decision 2 .*unanimous",),
    ),
    Form(
        "11 minutes that wait for approval",
        "C",
        item(WORDS, end="\nDiese Niederschrift wurde genehmigt am ____________\n"),
        (UNANIMOUS,),
        ("^decision (?!2)", "^written"),
    ),
    Form(
        "11 wording of the minutes stated",
        "C",
        item("Der Gemeinderat stellt Wortlaut und Inhalt der Niederschrift vom 16.04.2024 fest."),
        (decided("adopted"), "concerns 2 · Niederschrift der Sitzung vom 16.04.2024"),
    ),
    Form(
        "11 annex behind the signature",
        "S",
        item(
            WORDS,
            end="\ngez. Sommer\n\nAnlage 1: Satzung über den Markt\n§ 1 Der Gemeinderat beschließt die Gebühren.\n"
            "§ 2 Die Verwaltung wird beauftragt, sie einzuziehen.\n",
        ),
        (UNANIMOUS,),
        ("^decision (?!2)", "^task "),
    ),
    Form(
        "11 annex by reference",
        "S",
        item(WORDS + "\nDie Übersicht ist als Anlage 1 Bestandteil des Protokolls."),
        *exactly(UNANIMOUS),
    ),
    Form(
        "11 residue of a portal",
        "S",
        item(
            "Reduzieren\nBeschluss:\nReduzieren\nDer Gemeinderat beschließt den Umbau.\nMEHR ANZEIGEN\n"
            "Abstimmungsergebnis:\nReduzieren\neinstimmig\nzum Seitenanfang\nÄhnliche Dokumente"
        ),
        *exactly(UNANIMOUS),
    ),
    Form(
        "11 residue alone",
        "S",
        item("Zum Inhalt springen\nGröße: px\nReduzieren"),
        TREATED,
        ("^decision ", "^task ", "^person .*(?:Zum|Größe|Reduzieren)", f"^of .*(?!{COUNCIL})Reduzieren"),
    ),
)
