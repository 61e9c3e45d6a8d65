"""Fields of the head: day, times, place, who leads, who writes, how many there are."""

from __future__ import annotations

from notation import Form

TITLE = "NIEDERSCHRIFT\nüber die 7. Sitzung des Bauausschusses der Gemeinde Musterau\n"

AGENDA = """
Tagesordnung
1. Eröffnung
2. Neubau des Bauhofs
3. Verschiedenes
"""

RESULTS = """
TOP 1 Eröffnung
{opening}

TOP 2 Neubau des Bauhofs
{middle}

TOP 3 Verschiedenes
{closing}
"""


def minutes(
    head: str,
    opening: str = "Die Anwesenden werden begrüßt.",
    middle: str = "Die Pläne werden vorgestellt.",
    closing: str = "Es liegt nichts vor.",
    title: str = TITLE,
) -> str:
    """A small minute of a Bauausschuss with these lines in its head and its items."""
    return title + head + "\n" + AGENDA + RESULTS.format(opening=opening, middle=middle, closing=closing)


DAY = "am 05.05.2014 im Gemeindehaus\n\n"

_LABELS = (
    ("Sitzungstermin", "05.05.2014", "date 2014-05-05"),
    ("Termin", "Mo., 05.05.2014", "date 2014-05-05"),
    ("Datum", "5. Mai 2014", "date 2014-05-05"),
    ("Tag", "Montag, 5.5.2014", "date 2014-05-05"),
    ("Sitzungstag", "05. Mai 2014", "date 2014-05-05"),
    ("Gremium", "Umweltausschuss", "body Umweltausschuss"),
    ("Körperschaft", "Umweltausschuss", "body Umweltausschuss"),
    ("Raum", "Saal 2", "place Saal 2"),
    ("Ort", "Rathaus, Markt 1, 12345 Musterau", "place Rathaus, Markt 1, 12345 Musterau"),
    ("Ort, Raum", "Rathaus, Saal 2", "place Rathaus, Saal 2"),
    ("Sitzungsort", "Gasthof Muster", "place Gasthof Muster"),
    ("Tagungsort", "Gasthof Muster", "place Gasthof Muster"),
    ("Zeit", "19:00 - 21:35", "start 19:00"),
    ("Sitzungsbeginn", "19.30 Uhr", "start 19:30"),
    ("Beginn der Sitzung", "19.30 Uhr", "start 19:30"),
    ("Sitzungsende", "21.10 Uhr", "end 21:10"),
    ("Schluss", "21.10 Uhr", "end 21:10"),
    ("Sitzungsdauer (von – bis)", "15:00 – 17:10 Uhr", "end 17:10"),
    ("Vorsitzende/r", "Jan Muster", "chair Jan Muster"),
    ("Vorsitzende", "Frau Ina Probe", "chair Ina Probe"),
    ("Vorsitz", "Jan Muster", "chair Jan Muster"),
    ("Vorsitz führte", "Muster, Jan", "chair Jan Muster"),
    ("Als Vorsitzender", "Jan Muster", "chair Jan Muster"),
    ("Leitung", "Jan Muster", "chair Jan Muster"),
    ("Sitzungsleitung", "Jan Muster", "chair Jan Muster"),
    ("Redeleitung", "Ina Probe", "chair Ina Probe"),
    ("Versammlungsleiter", "Jan Muster", "chair Jan Muster"),
    ("Moderation", "Ina Probe", "chair Ina Probe"),
    ("Altersvorsitzender", "Jan Muster", "chair Jan Muster"),
    ("Schriftführer", "Ole Beispiel", "minutes Ole Beispiel"),
    ("Schriftführerin", "Ina Probe", "minutes Ina Probe"),
    ("Protokollführer/in", "Ina Probe", "minutes Ina Probe"),
    ("Protokollant", "Ole Beispiel", "minutes Ole Beispiel"),
    ("Aktuar", "Ole Beispiel", "minutes Ole Beispiel"),
    ("Gemeindeschreiber", "Ole Beispiel", "minutes Ole Beispiel"),
    ("Für das Protokoll", "Ina Probe", "minutes Ina Probe"),
)


def _labelled(label: str, value: str, fact: str) -> Form:
    title = "NIEDERSCHRIFT\n\n" if label in ("Gremium", "Körperschaft") else TITLE + "\n"
    day = "" if fact.startswith("date") else "Datum der Sitzung: 05.05.2014\n"
    return Form(f"2 label {label}", "C", minutes(f"{day}{label}: {value}\n", title=title), (fact, "date 2014-05-05"))


LABELS: tuple[Form, ...] = tuple(_labelled(*row) for row in _LABELS)

FORMS: tuple[Form, ...] = (
    Form(
        "2 day and time in the title",
        "C",
        minutes("am Montag, dem 5. Mai 2014, 19:00 Uhr, im Gasthof Muster\n"),
        ("date 2014-05-05", "start 19:00", "place Gasthof Muster", "number 7"),
    ),
    Form(
        "2 day and time in the title, um",
        "C",
        minutes("am Donnerstag, den 8. Mai 2014 um 19.30 Uhr im Sitzungssaal des Rathauses\n"),
        ("date 2014-05-08", "start 19:30", "place Sitzungssaal des Rathauses"),
    ),
    Form(
        "2 room, then place",
        "C",
        minutes("Datum: 05.05.2014\nRaum: Saal 2\nOrt: Rathaus, Markt 1, 12345 Musterau\n"),
        ("place Saal 2, Rathaus, Markt 1, 12345 Musterau", "place-address Markt 1, 12345 Musterau"),
    ),
    Form(
        "2 occasion and addition",
        "C",
        minutes(
            "Anlass: Bauausschuss\nDatum: 05.05.2014\nZusatz: gemeinsame Ortsbesichtigung\nOrt: Rathaus\n",
            title="NIEDERSCHRIFT\n\n",
        ),
        ("body Bauausschuss", "date 2014-05-05", "place Rathaus"),
    ),
    Form(
        "2 begin and end on one line",
        "C",
        minutes(DAY + "Beginn : 19.30 Uhr Ende : 20.50 Uhr\n"),
        ("start 19:30", "end 20:50"),
    ),
    Form(
        "2 duration",
        "C",
        minutes(DAY + "Sitzungsdauer: 15:00 - 17:10 Uhr\n"),
        ("start 15:00", "end 17:10"),
    ),
    Form(
        "2 begin and end without a colon in columns",
        "C",
        minutes(DAY + "Sitzungsbeginn    18:30 Uhr\nSitzungsende      20:15 Uhr\n"),
        ("start 18:30", "end 20:15"),
    ),
    Form(
        "2 begin and end in running text",
        "S",
        minutes(
            DAY,
            opening="Der Vorsitzende eröffnet um 20 Uhr die Sitzung und begrüßt die Anwesenden.",
            closing="Der Vorsitzende schließt um 21.05 Uhr die Sitzung.",
        ),
        ("start 20:00", "end 21:05"),
    ),
    Form(
        "2 end past midnight",
        "S",
        minutes(DAY + "Beginn: 19:38 Uhr\nEnde: 00:10 Uhr\n"),
        ("start 19:38", "end 00:10", "date 2014-05-05"),
    ),
    Form(
        "2 two spans",
        "S",
        minutes(
            DAY + "Öffentliche Sitzung, 18:00 Uhr bis 19:45 Uhr\nNichtöffentliche Sitzung, 19:50 Uhr bis 20:30 Uhr\n"
        ),
        ("start 18:00", "end 20:30"),
        ("^end 19:45", "^start 19:50"),
    ),
    Form(
        "2 interruption",
        "S",
        minutes(
            DAY + "Beginn: 17:00 Uhr\nEnde: 19:20 Uhr\n",
            middle="Die Pläne werden vorgestellt.\n(Unterbrechung der Sitzung von 17:40 – 18:00 Uhr)",
        ),
        ("start 17:00", "end 19:20"),
        ("^(start|end) (17:40|18:00)",),
    ),
    Form(
        "2 interruption in the head",
        "S",
        minutes(DAY + "Beginn: 17:00 Uhr\nUnterbrechung: 17:40 – 18:00 Uhr\nEnde: 19:20 Uhr\n"),
        ("start 17:00", "end 19:20"),
        ("^(start|end) (17:40|18:00)",),
    ),
    Form(
        "2 chair in a phrase",
        "C",
        minutes("am 05.05.2014 unter dem Vorsitz des Ausschussvorsitzenden Jan Muster\n"),
        ("chair Jan Muster", "date 2014-05-05", "body Bauausschuss der Gemeinde Musterau"),
    ),
    Form(
        "2 chair with an office",
        "C",
        minutes(DAY + "Vorsitz: Bürgermeister Jan Muster\nSchriftführung: Verwaltungsfachwirtin Ina Probe\n"),
        ("chair Jan Muster", "minutes Ina Probe"),
        ("^person .*(Bürgermeister|fachwirt)",),
    ),
    Form(
        "2 also as chair",
        "C",
        minutes(DAY + "Anwesend sind:\nBürgermeister Jan Muster, zugl. als Vorsitzender\nIna Probe\n"),
        ("chair Jan Muster", "present Jan Muster", "present Ina Probe"),
        ("^chair Ina",),
    ),
    Form(
        "2 also as minute-taker",
        "C",
        minutes(DAY + "Vorsitz: Jan Muster\n\nAnwesend sind:\nJan Muster\nIna Probe, zugleich als Protokollführerin\n"),
        ("chair Jan Muster", "minutes Ina Probe", "present Ina Probe"),
    ),
    Form(
        "2 minute-taker of the administration",
        "C",
        minutes(DAY + "Vorsitz: Jan Muster\nVerwaltung/Protokollführer Kim Probe\n"),
        ("chair Jan Muster", "minutes Kim Probe"),
        ("^person .*Protokoll",),
    ),
    Form(
        "2 Protokoll: a person in the head, the debate in an item",
        "C",
        minutes(
            DAY + "Leitung: Jan Muster\nProtokoll: Ina Probe\n",
            middle="Protokoll:\nDer Ausschuss berät die Pläne der Verwaltung.",
        ),
        ("chair Jan Muster", "minutes Ina Probe", "treated 2", "treated 3"),
        ("^minutes (?!Ina Probe)", "^person (?!Jan Muster|Ina Probe)"),
    ),
    Form(
        "2 Protokoll: only the debate",
        "C",
        minutes(
            DAY + "Vorsitz: Jan Muster\n",
            middle="Protokoll:\nDer Rat berät den Entwurf. Ina Probe fragt nach den Kosten.",
        ),
        ("chair Jan Muster", "treated 2"),
        ("^minutes",),
    ),
    Form(
        "2 invited in due form, quorum",
        "C",
        minutes(
            DAY + "Beginn: 19:00 Uhr\n",
            opening="Der Vorsitzende stellt fest, dass durch Einladung vom 22.04.2014 auf Montag, den "
            "05.05.2014, form- "
            "und fristgerecht geladen wurde und der Ausschuss beschlussfähig ist.",
        ),
        ("date 2014-05-05", "start 19:00"),
        ("^date (?!2014-05-05)", "^decision"),
    ),
    Form(
        "2 invitation before the day of the session",
        "C",
        minutes(
            "Die Mitglieder des Ausschusses waren durch Einladung vom 22.04.2014 auf Montag, den 05.05.2014, "
            "19:00 Uhr, "
            "in das Gemeindehaus einberufen.\n"
        ),
        ("date 2014-05-05", "start 19:00"),
        ("^date 2014-04-22",),
    ),
    Form(
        "2 invitation in the Austrian way",
        "C",
        minutes(
            "am 05.05.2014 um 19:00 Uhr\n\nDie Einladung erfolgte am 28.04.2014 durch Kurrende.\n"
            "Der Gemeinderat ist vollzählig und beschlussfähig.\n",
            title="VERHANDLUNGSSCHRIFT\nüber die Sitzung des Gemeinderates der Marktgemeinde Musterbach\n",
        ),
        ("date 2014-05-05", "start 19:00", "body Gemeinderat der Marktgemeinde Musterbach"),
        ("^date 2014-04-28", "^person"),
    ),
    Form(
        "2 invitation in the Swiss way",
        "C",
        minutes(
            "vom 5. Mai 2014, 20.00 Uhr, Turnhalle\n\nDie Einladung wurde im Anzeiger vom 10. April 2014 publiziert.\n",
            title="Protokoll der Gemeindeversammlung\n",
        ),
        ("date 2014-05-05", "start 20:00", "body Gemeindeversammlung"),
        ("^date 2014-04-10",),
    ),
    Form(
        "2 size: legal number of members",
        "S",
        minutes(DAY + "Gesetzliche Mitgliederzahl: 13\nanwesend: 11\nVorsitz: Jan Muster\n"),
        ("chair Jan Muster", "number 7", "date 2014-05-05"),
        ("^number 1[13]", "^person 1", "^(present|person) (?!Jan Muster)"),
    ),
    Form(
        "2 size: so many of so many",
        "S",
        minutes(
            DAY + "Vorsitz: Jan Muster\n\nVon 9 Gemeindevertretern sind 7 anwesend.\n"
            "Der Ausschuss zählt 11 Mitglieder, anwesend hiervon sind 11.\n"
        ),
        ("chair Jan Muster", "date 2014-05-05", "number 7"),
        ("^(present|person) (?!Jan Muster)",),
    ),
    Form(
        "2 size: of the council and its head",
        "S",
        minutes(
            DAY + "Vorsitz: Jan Muster\nStärke des Rates: 57+1\n"
            "Anwesend sind 55 von z. Z. 57 Ratsmitgliedern.\nZahl der anwesenden Mitglieder:12\n"
        ),
        ("chair Jan Muster", "date 2014-05-05", "number 7"),
        ("^(present|person) (?!Jan Muster)", "^number (?!7$)"),
    ),
    Form(
        "2 codes for the reason of absence",
        "S",
        minutes(
            DAY + "Anwesend:\nJan Muster\n\n"
            "Abwesend: Frau Stadträtin Ina Probe (b), Herr Stadtrat Ole Beispiel (p)\n\n"
            "b = beruflich verhindert, p = privat verhindert\n"
        ),
        ("present Jan Muster", "absent Ina Probe", "absent Ole Beispiel"),
        ("^(organisation|committee) [bp]$", "^(group|of|for|post) .* [bp]$", "^person .*[(]"),
    ),
    Form(
        "2 quorum of partner groups",
        "S",
        minutes(
            "Datum: 05.05.2014\n\nBeschlussfähigkeit: 8 öffentliche Vertreter, 7 WiSo-Partner sind anwesend; "
            "das doppelte Quorum ist erfüllt.\n",
            title="PROTOKOLL\nder 7. Sitzung des LAG-Vorstandes\n",
        ),
        ("date 2014-05-05", "number 7"),
        ("^(present|guest|member|person)", "^number (?!7$)", "^decision"),
    ),
    Form(
        "2 assembly of citizens",
        "S",
        minutes(
            "vom 5. Mai 2014, 20.00 Uhr, Turnhalle\n\nVorsitz: Jan Muster\n"
            "Anwesend: 52 Personen, davon 48 Stimmberechtigte\nabsolutes Mehr: 25\nStimmenzähler: Ole Beispiel\n",
            title="Protokoll der Gemeindeversammlung\n",
        ),
        ("date 2014-05-05", "chair Jan Muster", "body Gemeindeversammlung"),
        ("^number", "^(chair|minutes) Ole", "^person .*\\d", "^end"),
    ),
    Form(
        "2 clutter of the letterhead",
        "S",
        minutes(
            DAY + "Vorsitz: Jan Muster\nbearbeitet von: Frau Probe\nTelefon: 01234 5678-90\n",
            title="Gemeinde Musterau\nMarkt 1, 12345 Musterau\nIBAN DE00 1234 5678 0000 12  BIC MUSTDE00\n"
            "Gz.: 022.31-7/14\nG:\\Rat\\2014\\bau_05.docx\nGedruckt auf 100 Prozent Recyclingpapier\n\n" + TITLE,
        ),
        ("chair Jan Muster", "date 2014-05-05", "number 7", "body Bauausschuss der Gemeinde Musterau"),
        ("^(chair|minutes|present|guest|staff) Probe", "^(person|organisation|place) .*(IBAN|Recycling|G:|BIC)"),
    ),
)
