"""Body of an item: labels, numbers of papers, proposals, motions, procedure, stage directions, reported speech."""

from __future__ import annotations

from council import COMMITTEE, COUNCIL, TREATED, decided, exactly, item
from notation import Form

UNANIMOUS = decided("adopted", "unanimous")

BLOCKS = (
    Form(
        "5 labels of blocks",
        "C",
        item(
            """
Sachverhalt:
Der Dorfladen soll im Herbst öffnen. Die Gemeinde würde die Miete tragen.

Beratung:
Frau Kowalski fragt nach den Öffnungszeiten.

Beschluss:
Der Gemeinderat beschließt einen Mietzuschuss von 500 € im Monat.

Abstimmung:
einstimmig
"""
        ),
        *exactly(UNANIMOUS),
    ),
    Form(
        "5 labels of blocks in a long form",
        "C",
        item(
            """
Sach- und Rechtslage:
Nach der Hauptsatzung beschließt der Rat über Verträge von mehr als 10.000 €.

Begründung:
Ohne Zuschuss findet sich kein Pächter.

Aus der Beratung:
Herr Petersen hält die Summe für angemessen.

Beschlussempfehlung:
Der Gemeinderat stimmt dem Pachtvertrag zu.

Beschluss:
Der Gemeinderat stimmt dem Pachtvertrag zu.

Abstimmungsergebnis:
9 Ja, 2 Nein, 1 Enthaltung

Anmerkung der Verwaltung: Die Mittel sind eingestellt.
"""
        ),
        *exactly(decided("adopted", "majority", "9:2:1")),
    ),
    Form(
        "5 verhandelt",
        "C",
        item(
            """
Verhandelt:
Der Bürgermeister trägt den Entwurf vor. Nachfragen gibt es nicht.

Beschluss: Der Gemeinderat beschließt die Nutzungsordnung des Dorfladens einstimmig.
"""
        ),
        *exactly(UNANIMOUS),
    ),
    Form(
        "5 protokoll as the heading of a debate",
        "C",
        item(
            """
Protokoll:
Herr Petersen bittet um eine zweite Kostenschätzung.

Beschluss:
Der Gemeinderat beschließt den Ausbau des Ladens.

Abstimmungsergebnis: einstimmig
"""
        ),
        *exactly(UNANIMOUS),
    ),
    Form(
        "5 decision before the debate",
        "C",
        item(
            """
Beschluss:
Der Gemeinderat beschließt den Ankauf der Regale.

Abstimmungsergebnis: Bei 10 Ja-Stimmen und 3 Nein-Stimmen mehrheitlich zugestimmt

Der Vorsitzende ruft Tagesordnungspunkt 2 zur Behandlung auf.

Gemeinderätin Kowalski (SPD): Sie könne dem Ankauf so nicht zustimmen. Der Ausschuss habe den Ankauf abgelehnt.
"""
        ),
        *exactly(decided("adopted", "majority", "10:3:?")),
    ),
    Form(
        "5 outcome in the head of the item",
        "C",
        item(
            """
Beschlussart: geändert beschlossen

Beschluss:
Der Gemeinderat beschließt die Öffnung des Ladens auch am Sonntag.
"""
        ),
        *exactly(decided("adopted")),
    ),
    Form(
        "5 label in front of a noting",
        "S",
        item("Beschluss: Kenntnisnahme\n\nAbstimmungsergebnis: Keine Abstimmung"),
        *exactly(decided("noted")),
    ),
    Form(
        "5 label in front of a referral",
        "S",
        item("Beschluss:\nBehandlung im Fachausschuss\n\nAbstimmungsergebnis:\nKeine Abstimmung"),
        *exactly(decided("referred")),
    ),
    Form(
        "5 label in front of a first reading",
        "S",
        item("Beschluss: Der Tagesordnungspunkt wurde vorberaten."),
        TREATED,
        (r"^decision 2 (?:adopted|rejected)",),
    ),
)

NUMBERS = {
    "slash": ("Vorlage: 2015/0376", "2015/0376"),
    "amended": ("Vorlage: 2021/0511/1", "2021/0511/1"),
    "ds": ("DS-Nr.: 40-1/2009", "40-1/2009"),
    "drucksache": ("Drucksache Nr.: 16051-09-E1", "16051-09-E1"),
    "ds-prefix": ("Drucksache: DS/1246/V", "DS/1246/V"),
    "roman-behind": ("Drucksache: 1265/II", "1265/II"),
    "vo": ("Vorlage: VO/AA07/2012-188", "VO/AA07/2012-188"),
    "v-str": ("Vorlage: V/STR/20/1146/14", "V/STR/20/1146/14"),
    "vorlage-nr": ("Vorlage Nr. 0702/13", "0702/13"),
    "beschlussvorlage-dash": ("Beschlussvorlage - 23/2012", "23/2012"),
    "sg": ("Vorlage: - SG 0058/2009 -", "SG 0058/2009"),
    "roman-front": ("Drucksache: IX/0145/AD", "IX/0145/AD"),
    "letter": ("Vorlage: M 69", "M 69"),
    "of": ("Vorlage: OF 379/7", "OF 379/7"),
    "dash": ("Vorlage: 2015-0030", "2015-0030"),
    "parts": ("Vorlage: pl/3/1/16", "pl/3/1/16"),
    "swiss": ("Geschäft: 2013/182", "2013/182"),
}

PAPERS = (
    *(
        Form(
            f"5 number of a paper, {name}",
            "C",
            item(f"{line}\n\nBeschluss: Der Gemeinderat stimmt der Vorlage einstimmig zu."),
            (f"paper {number}", UNANIMOUS),
            (rf"^paper (?!{number})",),
        )
        for name, (line, number) in NUMBERS.items()
    ),
    Form(
        "5 month and year are no paper",
        "C",
        item("Die Zahlen für 04/2024 liegen vor. Im Zeitraum 01/2024 bis 03/2024 kamen 840 Kunden."),
        TREATED,
        (r"^paper ", r"^(?:decision|task) "),
    ),
)

PROPOSALS = (
    Form(
        "5 proposal adopted as it stands",
        "C",
        item(
            """
Beschlussvorschlag:
Der Gemeinderat beschließt die Satzung über den Wochenmarkt.

Abstimmungsergebnis: wie Vorlage, dafür: 15
"""
        ),
        *exactly(decided("adopted", votes="15:?:?")),
    ),
    Form(
        "5 proposal adopted according to it",
        "C",
        item(
            """
Beschlussvorschlag:
Der Gemeinderat beschließt die Satzung über den Wochenmarkt.

Beschluss: gemäß Beschlussvorschlag
Abstimmungsergebnis: einstimmig
"""
        ),
        *exactly(UNANIMOUS),
    ),
    Form(
        "5 proposal without an outcome",
        "C",
        item(
            """
Beschlussvorschlag:
Der Gemeinderat beschließt die Satzung über den Wochenmarkt.

Herr Drechsler bittet um eine Übersicht der Standgebühren.
"""
        ),
        TREATED,
        (r"^decision 2 ",),
    ),
    Form(
        "5 wie vorlage points to the paper",
        "C",
        item("Vorlage: 2024/0817\n\nBeschluss:\nWie Vorlage\n\ndafür: 15"),
        ("paper 2024/0817", decided("adopted", votes="15:?:?")),
        (r"^decision 2 (?!adopted)",),
    ),
    Form(
        "5 committee recommends to the council",
        "C",
        item(
            """
Beschlussempfehlung an den Gemeinderat:
Der Gemeinderat beschließt die Satzung über den Wochenmarkt.

Abstimmungsergebnis: 7 Ja, 1 Nein, 0 Enthaltungen
""",
            head=COMMITTEE,
        ),
        (decided("adopted", "majority", "7:1:0", body="Bauausschuss Talheim"),),
        (rf"^decision .* · {COUNCIL}$",),
    ),
)

SENTENCES = {
    "beschliesst": ("Der Gemeinderat beschließt einstimmig, die Halle zu sanieren.", UNANIMOUS),
    "beschloss": ("Der Gemeinderat beschloss einstimmig, die Halle zu sanieren.", UNANIMOUS),
    "stimmt-zu": ("Der Gemeinderat stimmt dem Vertrag mit der Genossenschaft einstimmig zu.", UNANIMOUS),
    "waehlt": ("Der Gemeinderat wählt einstimmig Frau Kowalski zur Marktbeauftragten.", UNANIMOUS),
    "beauftragt": ("Der Gemeinderat beauftragt die Verwaltung einstimmig, drei Angebote einzuholen.", UNANIMOUS),
    "ermaechtigt": (
        "Der Gemeinderat ermächtigt den Bürgermeister einstimmig, den Vertrag zu schließen.",
        UNANIMOUS,
    ),
    "nimmt-zur-kenntnis": ("Der Gemeinderat nimmt den Bericht der Pächterin zur Kenntnis.", decided("noted")),
    "numbered": (
        "Beschluss:\nDer Gemeinderat beschließt,\n1. den Laden umzubauen,\n2. die Miete zu senken.\n\n"
        "Abstimmungsergebnis: einstimmig",
        UNANIMOUS,
    ),
    "lettered": (
        "Beschluss:\nDer Gemeinderat beschließt:\na) Der Laden wird umgebaut.\nb) Die Miete wird gesenkt.\n\n"
        "Abstimmungsergebnis: 8 Ja, 5 Nein",
        decided("adopted", "majority", "8:5:?"),
    ),
}

DECISIONS = tuple(
    Form(f"5 decision sentence, {name}", "C", item(words), (line,), (r"^decision 2 (?:rejected|postponed)",))
    for name, (words, line) in SENTENCES.items()
)

MOTIONS = (
    Form(
        "5 motion of a group",
        "C",
        item(
            """
Antrag der SPD-Fraktion: Der Laden soll eine Poststelle bekommen.
Vorlage: 2024/0332

Abstimmungsergebnis: mehrheitlich abgelehnt
""",
            title="Poststelle im Dorfladen",
        ),
        ("paper 2024/0332", decided("rejected", "majority")),
        (r"^decision 2 adopted",),
    ),
    Form(
        "5 motion of several groups",
        "C",
        item("Interfraktioneller Antrag: SPD, GRÜNE\nVorlage: 2024/0332\n\nAbstimmungsergebnis: einstimmig"),
        ("paper 2024/0332", UNANIMOUS),
        (r"^person (?:SPD|FDP|GRÜNE)",),
    ),
    Form(
        "5 amendment is voted on first",
        "C",
        item(
            """
Änderungsantrag: FDP – Vorlage 2024/0332/1
Abstimmungsergebnis: mehrheitlich abgelehnt

Beschluss:
Der Gemeinderat beschließt den Umbau des Ladens.
Abstimmungsergebnis: 11 Ja, 2 Nein
"""
        ),
        (decided("adopted", "majority", "11:2:?"),),
        (r"^decision 2 rejected majority 11", r"^decision 2 adopted majority - "),
    ),
    Form(
        "5 swiss motion",
        "C",
        item(
            "Die Motion 2024/12 von Ulf Drechsler verlangt eine Poststelle.\n\n"
            "://: Die Motion 2024/12 wird stillschweigend überwiesen."
        ),
        (decided("referred"),),
        (r"^decision 2 (?:adopted|rejected)",),
    ),
)

PROCEDURE = tuple(
    Form(
        f"5 procedure, {name}",
        "C",
        item(f"{words}\n\nBeschluss:\nDer Gemeinderat beschließt den Umbau.\nAbstimmungsergebnis: 7 Ja, 6 Nein"),
        (decided("adopted", "majority", "7:6:?"),),
        (r"^decision 2 .*(?:14:3|12:1|unanimous)", r"^decision 2 (?:postponed|rejected)"),
    )
    for name, words in {
        "end-of-debate": "Antrag zur Geschäftsordnung: Schluss der Debatte: 14:3 Stimmen",
        "list-of-speakers": "Herr Drechsler stellt den GO-Antrag auf Schluss der Rednerliste.\n"
        "Abstimmung über den GO-Antrag: 12 Ja, 1 Nein",
        "right-to-speak": "Die Erteilung des Rederechts für die Pächterin wird einstimmig beschlossen.",
        "without-public": "Dem Antrag auf Ausschluss der Öffentlichkeit wird mit 12 Ja und 1 Nein zugestimmt.",
        "deferral-that-fails": "Der Vertagungsantrag der FDP-Fraktion wird mit 12 Nein und 1 Ja abgelehnt.",
    }.items()
)

SPEECH = (
    Form(
        "5 opinion with the group first",
        "S",
        item("▪ SPD | SR Kowalski: Der Laden braucht längere Zeiten.\n▪ CDU | SR Petersen: Die Zeiten reichen aus."),
        ("speaker 2 Mira Kowalski", "speaker 2 Hanno Petersen"),
        (r"^person SR", r"^person (?:SPD|CDU)", r"^(?:decision|task)"),
    ),
    Form(
        "5 turns of a transcript",
        "S",
        item(
            "Stadträtin Kowalski (SPD): Der Laden braucht längere Zeiten. Stadtrat Drechsler hat das nie verstanden.\n"
            "Petersen (CDU): fragt, wer das bezahle."
        ),
        ("speaker 2 Mira Kowalski", "speaker 2 Hanno Petersen"),
        (r"^speaker 2 .*Drechsler", r"^person Stadt", r"^(?:decision|task)"),
    ),
    Form(
        "5 stage directions",
        "S",
        item(
            "Stadträtin Kowalski (SPD): Der Laden ist für das Dorf da. (Beifall bei der SPD)\n"
            "(Zuruf Stadtrat Drechsler/CDU: Unsinn! – Heiterkeit)\n"
            "[Es zeigt sich, dass die Anlage fehlt.] Das muss nachgereicht werden."
        ),
        ("speaker 2 Mira Kowalski",),
        (r"^speaker 2 .*Drechsler", r"^person .*CDU", r"^(?:decision|task)"),
    ),
    Form(
        "5 reported speech",
        "S",
        item(
            "Frau Kowalski erklärt, der Finanzausschuss habe dem Kauf zugestimmt und die Verwaltung werde die Regale"
            " bis Juni bestellen. Der Gemeinderat sei damit einverstanden und habe die Mittel bereits beschlossen."
        ),
        ("speaker 2 Mira Kowalski",),
        (r"^decision ", r"^task "),
    ),
)

LABELS = PAPERS[1:-1]
"""Numbers of papers in their other printed forms."""

FORMS = (*BLOCKS, PAPERS[0], PAPERS[-1], *PROPOSALS, *DECISIONS, *MOTIONS, *PROCEDURE, *SPEECH)
