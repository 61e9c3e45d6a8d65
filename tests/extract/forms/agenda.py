"""Agendas: headings, numbers, parts, changes."""

from __future__ import annotations

from notation import Form

TITLE = "NIEDERSCHRIFT\nüber die 7. Sitzung des Bauausschusses der Gemeinde Musterau\nam 05.05.2014 im Gemeindehaus\n"


def minutes(agenda: str, results: str = "") -> str:
    """A small minute with this agenda, and what is printed under its items."""
    return f"{TITLE}\nVorsitz: Jan Muster\n\n{agenda}\n\n{results}"


PLAN = "1. Eröffnung\n2. Neubau des Bauhofs\n3. Haushalt 2015"

ITEMS = ("item 1 · Eröffnung", "item 2 · Neubau des Bauhofs", "item 3 · Haushalt 2015")

_HEADINGS = (
    "Tagesordnung",
    "TAGESORDNUNG:",
    "T a g e s o r d n u n g",
    "Veröffentlichte Tagesordnung",
    "Traktanden",
    "Traktandenliste",
    "Verhandlungsgegenstände",
    "TO",
    "Tagesordnungspunkte (TOP)",
    "Zur Behandlung steht somit folgende Tagesordnung:",
)

_NUMBERS = (
    ("1.", "2.", "3."),
    ("1)", "2)", "3)"),
    ("01", "02", "03"),
    ("1 ", "2 ", "3 "),
    ("TOP 1", "TOP 2", "TOP 3"),
    ("TOP 1:", "TOP 2:", "TOP 3:"),
    ("Ö 1", "Ö 2", "Ö 3.1"),
    ("Ö1", "Ö2", "N3"),
    ("1.", "2 a)", "2 b)"),
    ("1.", "3a", "3b"),
    ("8", "8.1", "8.2"),
    ("10.1", "10.2", "10.3"),
    ("Pkt. 1", "Pkt. 2", "Pkt. 3"),
    ("Punkt 1.1", "Punkt 1.2", "Punkt 2.1"),
    ("I.", "II.", "III."),
    ("B03 a", "B03 b", "B04"),
)


def _bare(printed: str) -> str:
    """A number as the agenda keeps it: without what stands around it."""
    for word in ("TOP", "Pkt.", "Punkt", "Ö", "N"):
        printed = printed.removeprefix(word)
    return printed.replace(" ", "").rstrip(".:)")


def _headed(heading: str) -> Form:
    return Form(f"4 heading {heading}", "C", minutes(f"{heading}\n{PLAN}"), ITEMS)


def _numbered(numbers: tuple[str, str, str]) -> Form:
    titles = ("Eröffnung", "Neubau des Bauhofs", "Haushalt 2015")
    plan = "\n".join(f"{number} {title}" for number, title in zip(numbers, titles, strict=True))
    states = tuple(f"item {_bare(number)} · {title}" for number, title in zip(numbers, titles, strict=True))
    return Form(f"4 numbers {' '.join(numbers)}", "C", minutes(f"Tagesordnung\n{plan}"), states)


LABELS: tuple[Form, ...] = (
    *(_headed(heading) for heading in _HEADINGS),
    *(_numbered(numbers) for numbers in _NUMBERS),
)

FORMS: tuple[Form, ...] = (
    Form(
        "4 heading in capitals",
        "C",
        minutes(f"TAGESORDNUNG:\n{PLAN}"),
        ITEMS,
    ),
    Form(
        "4 heading of a sentence",
        "C",
        minutes(f"Zur Behandlung steht somit folgende Tagesordnung:\n\n{PLAN}"),
        ITEMS,
    ),
    Form(
        "4 number in words",
        "C",
        minutes(
            "Tagesordnung\n21. Kita Musterweg\n22. Haushalt 2015",
            "Punkt 21 der Tagesordnung: Kita Musterweg\nDie Pläne werden vorgestellt.\n\n"
            "Punkt 22 der Tagesordnung: Haushalt 2015\nEs wird beraten.\n",
        ),
        ("item 21 · Kita Musterweg", "item 22 · Haushalt 2015", "treated 21", "treated 22"),
        ("^item (?!21|22)",),
    ),
    Form(
        "4 numbers with letters and parts",
        "C",
        minutes(
            "Tagesordnung\nÖ 1 Eröffnung\nÖ 4 Bauleitplanung\nÖ 4.2 Satzung\nÖ 5a Kita\nN12 Verkauf eines Grundstücks",
            "Ö 4.2 Satzung\nDie Satzung wird beraten.\n",
        ),
        ("item 4.2 · Satzung", "item 5a · Kita", "item 12 · Verkauf eines Grundstücks", "treated 4.2"),
    ),
    Form(
        "4 two counters",
        "C",
        minutes(
            "Tagesordnung\n34. Eröffnung\n35. Kita Musterweg\n36. Haushalt 2015",
            "35.\nPunkt 34 der Tagesordnung: Eröffnung\nDie Anwesenden werden begrüßt.\n\n"
            "36.\nPunkt 35 der Tagesordnung: Kita Musterweg\nDie Pläne werden vorgestellt.\n\n"
            "37.\nPunkt 36 der Tagesordnung: Haushalt 2015\nEs wird beraten.\n",
        ),
        ("item 35 · Kita Musterweg", "treated 34", "treated 35", "treated 36"),
        ("^(item|treated) 37", "^item 36 · Kita", "^item 35 · Eröffnung"),
    ),
    Form(
        "4 headings in the text: zu",
        "C",
        minutes(
            "Tagesordnung\n1. Eröffnung\n7. Neufassung der Hauptsatzung der Gemeinde\n8. Haushalt 2015",
            "zu 1  Eröffnung\nDie Anwesenden werden begrüßt.\n\nzu 7  Hauptsatzung\nDie Satzung wird beraten.\n\n"
            "zu 8  Haushalt\nEs wird beraten.\n",
        ),
        ("item 7 · Neufassung der Hauptsatzung der Gemeinde", "treated 1", "treated 7", "treated 8"),
        ("^item (?!1|7|8)",),
    ),
    Form(
        "4 headings in the text: zu TOP",
        "C",
        minutes(
            f"Tagesordnung\n{PLAN}",
            "zu TOP 1. Eröffnung\nDie Anwesenden werden begrüßt.\n\nZum Top 2 – Bauhof\n"
            "Die Pläne werden vorgestellt.\n\n"
            "Zu Punkt 3 Haushalt\nEs wird beraten.\n",
        ),
        (*ITEMS, "treated 1", "treated 2", "treated 3"),
    ),
    Form(
        "4 headings in the text: TOP with a dash",
        "C",
        minutes(
            f"Tagesordnung\n{PLAN}",
            "TOP 1 - Eröffnung\nDie Anwesenden werden begrüßt.\n\nTOP 2 - Bauhof\nDie Pläne werden vorgestellt.\n\n"
            "TOP 3 -\nEs wird beraten.\n",
        ),
        (*ITEMS, "treated 1", "treated 2", "treated 3"),
    ),
    Form(
        "4 headings in the text: Traktandum",
        "C",
        minutes(
            f"Traktanden\n{PLAN}",
            "Traktandum 1\nDie Anwesenden werden begrüsst.\n\nTraktandum 2\nDie Pläne werden vorgestellt.\n\n"
            "Traktandum 3\nEs wird beraten.\n",
        ),
        (*ITEMS, "treated 1", "treated 2", "treated 3"),
    ),
    Form(
        "4 headings in the text: bare numbers",
        "C",
        minutes(
            f"Tagesordnung\n{PLAN}",
            "1. Eröffnung\nDie Anwesenden werden begrüßt.\n\n2. Neubau des Bauhofs\nDie Pläne werden vorgestellt.\n\n"
            "3. Haushalt\nEs wird beraten.\n",
        ),
        (*ITEMS, "treated 1", "treated 2", "treated 3"),
        ("^item (?!1|2|3)",),
    ),
    Form(
        "4 public and not public",
        "C",
        minutes(
            "Tagesordnung\n\nÖffentlicher Teil\n1. Eröffnung\n2. Neubau des Bauhofs\n\nNichtöffentlicher Teil\n"
            "3. Verkauf eines Grundstücks\n4. Verschiedenes"
        ),
        ("item 2 · Neubau des Bauhofs", "item 3 · Verkauf eines Grundstücks", "item 4 · Verschiedenes"),
        ("^item .*Teil",),
    ),
    Form(
        "4 public to be treated",
        "C",
        minutes(
            "Tagesordnung\n\nÖffentlich zu behandelnde Tagesordnungspunkte\n1. Eröffnung\n2. Neubau des Bauhofs\n\n"
            "Nichtöffentlich zu behandelnde Tagesordnungspunkte\n3. Verkauf eines Grundstücks\n\n"
            "Öffentlich zu behandelnde Tagesordnungspunkte\n4. Bekanntgabe"
        ),
        ("item 2 · Neubau des Bauhofs", "item 3 · Verkauf eines Grundstücks", "item 4 · Bekanntgabe"),
        ("^item .*zu behandelnde",),
    ),
    Form(
        "4 three parts with Roman numbers",
        "C",
        minutes(
            "Tagesordnung\n\nI. Öffentlicher Teil\n1. Eröffnung\n2. Neubau des Bauhofs\n\nII. Nichtöffentlicher Teil\n"
            "9. Verkauf eines Grundstücks\n\nIII. Öffentlicher Teil\n10. Bekanntgabe"
        ),
        ("item 1 · Eröffnung", "item 9 · Verkauf eines Grundstücks", "item 10 · Bekanntgabe"),
        ("^item .*Teil",),
    ),
    Form(
        "4 exclusion of the public",
        "C",
        minutes(
            "Tagesordnung\n1. Eröffnung\n2. Neubau des Bauhofs\n\nEs folgt eine nichtöffentliche Sitzung.\n\n"
            "(*) Antrag auf Ausschluss der Öffentlichkeit"
        ),
        ("item 1 · Eröffnung", "item 2 · Neubau des Bauhofs"),
        ("^item .*(Ausschluss|folgt)",),
    ),
    Form(
        "4 parts A and B",
        "S",
        minutes(
            "Tagesordnung\n\nTeil A\n1. Eröffnung\n2. Neubau des Bauhofs\n\nTeil B\n3. Haushalt 2015\n"
            "4. Verschiedenes\n",
            "Teil A: TOP 1 – 2\nDie Punkte werden en bloc abgestimmt: einstimmig.\n\n"
            "TOP 3 Haushalt 2015\nEs wird beraten.\n\nTOP 4 Verschiedenes\nEs liegt nichts vor.\n",
        ),
        ("item 2 · Neubau des Bauhofs", "item 3 · Haushalt 2015", "treated 3", "treated 4"),
        ("^item .*Teil", "^decision 3"),
    ),
    Form(
        "4 lines below an item",
        "S",
        minutes(
            "Tagesordnung\n1. Eröffnung\n2. Bebauungsplan Nr. 12 „Am Anger“\n   hier: Satzungsbeschluss\n"
            "   Vorlage: 2014/012\n"
            "3. Antrag der ABC-Fraktion: Tempo 30\n   hierzu -> Änderungsantrag der XYZ-Fraktion\n4. Verschiedenes"
        ),
        ("item 1 · Eröffnung", "item 4 · Verschiedenes"),
        ("^item (?!1|2|3|4)", "^item 1 .*hier"),
    ),
    Form(
        "4 changes: urgent item",
        "C",
        minutes(
            f"Tagesordnung\n{PLAN}\n4. Verschiedenes",
            "TOP 1 Eröffnung\nDie Tagesordnung wird um den Dringlichkeitsantrag „Zebrastreifen“ als neuen TOP "
            "4 erweitert. "
            "Neu hinzu kommt der Punkt Wasserleitung.\n\nTOP 2 Neubau des Bauhofs\nEs wird beraten.\n\n"
            "TOP 3 Haushalt 2015\nEs wird beraten.\n",
        ),
        ("item 2 · Neubau des Bauhofs", "treated 2", "treated 3"),
        ("^item 5", "^decision 2"),
    ),
    Form(
        "4 changes: taken off",
        "C",
        minutes(
            "Tagesordnung\n1. Eröffnung\n2. Neubau des Bauhofs\n3. Haushalt 2015\n4. Verschiedenes",
            "TOP 1 Eröffnung\nTOP 3 wird von der Tagesordnung abgesetzt. TOP 4 wird vorgezogen.\n\n"
            "TOP 2 Neubau des Bauhofs\nEs wird beraten.\n\nTOP 4 Verschiedenes\nEs liegt nichts vor.\n",
        ),
        ("item 3 · Haushalt 2015", "treated 2", "treated 4"),
        ("^treated 3", "^decision . (adopted|rejected)"),
    ),
    Form(
        "4 changes: treated together",
        "C",
        minutes(
            f"Tagesordnung\n{PLAN}",
            "TOP 1 Eröffnung\nDie Punkte 2 und 3 werden gemeinsam beraten und in folgender Reihenfolge "
            "aufgerufen: 3, 2.\n\n"
            "TOP 3 Haushalt 2015\nEs wird beraten.\n\nTOP 2 Neubau des Bauhofs\nEs wird beraten.\n",
        ),
        (*ITEMS, "treated 1", "treated 2", "treated 3"),
        ("^decision",),
    ),
    Form(
        "4 page column",
        "S",
        minutes(
            "Tagesordnung\n\nTOP   Betreff                          Drucks.-Nr.   Seite\n"
            "1.    Eröffnung                        -             5\n"
            "2.    Neubau des Bauhofs               12/2014       5\n"
            "3.    Haushalt 2015                    -             6"
        ),
        ITEMS,
        ("^item .*\\d$(?<!2015)", "^(decision|presenter|figure)"),
    ),
    Form(
        "4 descending order",
        "S",
        minutes(
            "Tagesordnung\n18 Informationen\n17 Beitritt zum Zweckverband\n16 Haushalt 2015\n15 Eröffnung",
            "TOP 15 Eröffnung\nDie Anwesenden werden begrüßt.\n\nTOP 16 Haushalt 2015\nEs wird beraten.\n",
        ),
        ("item 18 · Informationen", "item 17 · Beitritt zum Zweckverband", "treated 15", "treated 16"),
    ),
    Form(
        "4 last item, Austrian",
        "S",
        minutes("Tagesordnung\n1. Eröffnung\n10. Neubau des Bauhofs\n11. Allfälliges"),
        ("item 11 · Allfälliges", "item-kind 11 miscellaneous"),
    ),
    Form(
        "4 last item, Swiss",
        "S",
        minutes("Traktanden\n1. Eröffnung\n2. Neubau des Bauhofs\n3. Diverses"),
        ("item 3 · Diverses", "item-kind 3 miscellaneous"),
    ),
    Form(
        "4 last items, German",
        "S",
        minutes(
            "Tagesordnung\n1. Verschiedenes\n2. Sonstiges\n3. Anfragen und Mitteilungen\n4. Bekanntgaben\n"
            "5. Neubau des Bauhofs"
        ),
        (
            "item-kind 1 miscellaneous",
            "item-kind 2 miscellaneous",
            "item-kind 3 miscellaneous",
            "item-kind 4 miscellaneous",
        ),
        ("^item-kind 5 misc",),
    ),
)
