"""Votes and outcomes: figures in their printed forms, words, no vote, noting, deferral, referral, bias, elections."""

from __future__ import annotations

from council import COUNCIL, TREATED, decided, exactly, item
from notation import Form

ACT = "Beschluss:\nDer Gemeinderat beschließt den Umbau des Ladens.\n\n"
UNANIMOUS = decided("adopted", "unanimous")

RESULTS: dict[str, tuple[str, str, str]] = {
    # label and where the value stands
    "label, value on the line": ("C", "Abstimmungsergebnis: einstimmig", UNANIMOUS),
    "label, value on the next line": ("C", "Abstimmungsergebnis:\neinstimmig", UNANIMOUS),
    "label, value some lines below": ("C", "Abstimmungsergebnis:\n\n\n\neinstimmig angenommen", UNANIMOUS),
    "label in capitals": ("C", "ABSTIMMUNGSERGEBNIS: EINSTIMMIG", UNANIMOUS),
    "label abstimmung": ("C", "Abstimmung: 9 Ja, 1 Nein, 2 Enthaltungen", decided("adopted", "majority", "9:1:2")),
    "label abst.-erg.": ("C", "Abst.-Erg.: einstimmig dafür", UNANIMOUS),
    "label ergebnis": ("C", "Ergebnis: einstimmig angenommen", UNANIMOUS),
    "label stimmverhältnis": ("C", "Stimmverhältnis: 12 : 1", decided("adopted", "majority", "12:1:?")),
    "label beschlussart": ("C", "Beschlussart: ungeändert beschlossen", decided("adopted")),
    "empty cells are not zero": ("C", "Abstimmungsergebnis:\nJa:\nNein:\nEnthaltung:", decided("adopted")),
    # keywords and figures
    "colons": ("C", "Ja: 6, Nein: 3, Enthaltungen: 0", decided("adopted", "majority", "6:3:0")),
    "present instead of abstentions": ("C", "Ja: 12, Nein: 0, Anwesend: 12", decided("adopted", "-", "12:0:?")),
    "rejected by figures": (
        "C",
        "Abstimmungsergebnis: Ja: 5, Nein: 11, Anwesend: 16",
        decided("rejected", "majority", "5:11:?"),
    ),
    "yes alone": ("C", "Abstimmungsergebnis: Ja: 35", decided("adopted", "-", "35:?:?")),
    "no colon": ("C", "Abstimmungsergebnis: Ja 7  Nein 1  Enthaltung 1", decided("adopted", "majority", "7:1:1")),
    "figures first": (
        "C",
        "14 Ja-Stimmen, 4 Nein-Stimmen, 2 Enthaltungen",
        decided("adopted", "majority", "14:4:2"),
    ),
    "stimmen with colons": (
        "C",
        "Ja-Stimmen: 14 Nein-Stimmen: 4 Enthaltungen: 2\nBefangen: 1",
        decided("adopted", "majority", "14:4:2"),
    ),
    "times x": (
        "C",
        "3 x Ja-Stimmen, 1 x Enthaltung 1 x Nein-Stimme",
        decided("adopted", "majority", "3:1:1"),
    ),
    "order by keyword": ("C", "9 Ja, 1 Enthaltung, 2 Nein", decided("adopted", "majority", "9:2:1")),
    "dafür dagegen": ("S", "Abstimmung: 5 dafür 0 dagegen 0 Enthaltungen", decided("adopted", "unanimous", "5:0:0")),
    "groups in brackets": (
        "S",
        "dafür: 10 (4 CDU, 6 SPD)\ndagegen: 2 (FDP)\nEnth.: 1 (GRÜNE)",
        decided("adopted", "majority", "10:2:1"),
    ),
    "groups in brackets, dagegen left out": ("S", "dafür: 13 (5 CDU, 8 SPD)", decided("adopted", "-", "13:?:?")),
    "head row, then figures": (
        "S",
        "Ja-Stimmen\nNein-Stimmen\nEnthaltungen\n5\n0\n0",
        decided("adopted", "unanimous", "5:0:0"),
    ),
    "party matrix, empty cells dropped": (
        "S",
        "CDU SPD GRÜNE Gesamt\nJa-Stimmen 5 9 4 18\nNein-Stimmen 2 2\nEnthaltung 1 1",
        decided("adopted", "majority", "18:2:1"),
    ),
    "pair": ("S", "Der Beschluss wird mit 11:4 Stimmen gefasst.", decided("adopted", "majority", "11:4:?")),
    "pair with abstentions": (
        "S",
        "Abstimmungsergebnis: 47:39 Stimmen bei 2 Enthaltungen",
        decided("adopted", "majority", "47:39:2"),
    ),
    "pair in brackets": (
        "S",
        "Ergebnis: angenommen (8 JA, 5 NEIN)",
        decided("adopted", "majority", "8:5:?"),
    ),
    # words
    "einstimmige zustimmung": ("C", "Abstimmungsergebnis:\nEinstimmige Zustimmung", UNANIMOUS),
    "einstimmig dafür": ("C", "Abstimmungsergebnis: einstimmig dafür", UNANIMOUS),
    "einstimmig empfohlen": ("C", "Abstimmungsergebnis: einstimmig empfohlen", UNANIMOUS),
    "das ist einstimmig": ("C", "Der Vorsitzende: Wer ist dafür? – Das ist einstimmig.", UNANIMOUS),
    "das ist einstimmigkeit": ("C", "Das ist Einstimmigkeit.", UNANIMOUS),
    "mehrheitlich": ("C", "Abstimmungsergebnis: mehrheitlich", decided("adopted", "majority")),
    "mit mehrheit": ("C", "Abstimmungsergebnis: mit Mehrheit angenommen", decided("adopted", "majority")),
    "mit großer mehrheit": ("C", "Abstimmungsergebnis: mit großer Mehrheit", decided("adopted", "majority")),
    "mehrheitliche ablehnung": ("C", "Abstimmungsergebnis:\nMehrheitliche Ablehnung", decided("rejected", "majority")),
    "einvernehmlich": ("C", "Abstimmungsergebnis: einvernehmlich", decided("adopted", "consensus")),
    "ohne gegenstimme": ("C", "Abstimmungsergebnis: ohne Gegenstimme", decided("adopted", "-", "?:0:?")),
    "ohne gegenstimmen bei einer enthaltung": (
        "C",
        "Abstimmungsergebnis: ohne Gegenstimmen bei einer Enthaltung",
        decided("adopted", "-", "?:0:1"),
    ),
    "unanimous with an abstention": (
        "C",
        "Abstimmungsergebnis: einstimmig bei 1 Enthaltung",
        decided("adopted", "unanimous", "?:?:1"),
    ),
    # word and figures are two facts
    "mehrheitlich without a no": (
        "C",
        "Abstimmungsergebnis:\nBei 10 Ja-Stimmen und 1 Enthaltung mehrheitlich zugestimmt",
        decided("adopted", "majority", "10:?:1"),
    ),
    "figures without a word": (
        "C",
        "Abstimmungsergebnis:\nBei 10 Ja-Stimmen und 1 Enthaltung zugestimmt",
        decided("adopted", "-", "10:?:1"),
    ),
    "mehrheitlich abgelehnt with figures": (
        "C",
        "Abstimmungsergebnis:\nBei 4 Ja-Stimmen und 9 Nein-Stimmen mehrheitlich abgelehnt",
        decided("rejected", "majority", "4:9:?"),
    ),
    # by group
    "against a group": (
        "S",
        "Mehrheitlich gegen die CDU-Fraktion bei Enthaltung der FDP-Fraktion und Herrn Petersen zugestimmt"
        " (Nicht anwesend: Frau Dr. Brandes)",
        decided("adopted", "majority"),
    ),
    "abstentions of groups": (
        "S",
        "Abstimmungsergebnis: einstimmig bei 4 Enthaltungen (3 SPD und 1 FDP)",
        decided("adopted", "unanimous", "?:?:4"),
    ),
    "rejected against a group": (
        "S",
        "Abstimmungsergebnis: Mehrheitlich gegen die Fraktion GRÜNE abgelehnt",
        decided("rejected", "majority"),
    ),
    "tied vote": (
        "S",
        "Abstimmungsergebnis: Bei Stimmengleichheit (8 JA, 8 Nein) abgelehnt",
        decided("rejected", "-", "8:8:?"),
    ),
}

FIGURES = tuple(
    Form(f"6 {name}", mark, item(ACT + words), *exactly(line)) for name, (mark, words, line) in RESULTS.items()
)

SEVERAL = (
    Form(
        "6 empty cells of a vote",
        "C",
        item("Abstimmungsergebnis:\nJa:\nNein:\nEnthaltung:"),
        TREATED,
        (r"^decision 2 .*\d+:", "^decision 2 .*:0"),
    ),
    Form(
        "6 stated sum defines unanimity",
        "S",
        item(ACT + "18 Stimmen = einstimmig"),
        *exactly(decided("adopted", "unanimous", "18:?:?")),
    ),
    Form(
        "6 votes on several points",
        "S",
        item(
            """
Beschluss:
1. Der Gemeinderat beschließt den Umbau des Ladens.
2. Der Gemeinderat beschließt die Senkung der Miete.

Abstimmungsergebnis:
Ziffer 1: einstimmig
Ziffer 2: 8 Ja, 9 Nein
"""
        ),
        (UNANIMOUS, decided("rejected", "majority", "8:9:?")),
        (r"^decision 2 adopted .*8:9",),
    ),
    Form(
        "6 votes on several motions",
        "S",
        item(
            """
Abstimmungsergebnis:
Antrag 2.1: mehrheitlich abgelehnt
Antrag 2.2: einstimmig angenommen
Beschlussvorlage: Bei 11 Ja-Stimmen und 2 Nein-Stimmen zugestimmt
"""
        ),
        (decided("rejected", "majority"), UNANIMOUS, decided("adopted", "majority", "11:2:?")),
    ),
    Form(
        "6 block that is repeated counts once",
        "S",
        item(
            "Beschluss:\nDer Gemeinderat beschließt den Umbau.\n\n"
            "Abstimmungsergebnis:\nTOP 2: Bei 11 Ja-Stimmen und 2 Nein-Stimmen zugestimmt\n"
            "TOP 3: mehrheitlich abgelehnt"
        ),
        (decided("adopted", "majority", "11:2:?"),),
        (r"^decision 2 rejected",),
    ),
)

NO_VOTE = (
    *(
        Form(f"6 no vote, {name}", "C", item(words), *exactly(decided(outcome)))
        for name, (words, outcome) in {
            "keine abstimmung": ("Beschluss: Kenntnisnahme\nAbstimmungsergebnis: Keine Abstimmung", "noted"),
            "es erfolgt keine": (
                "Der Gemeinderat nimmt den Bericht zur Kenntnis.\nEs erfolgt keine Abstimmung.",
                "noted",
            ),
            "kenntnisnahme, keine": ("Abstimmungsergebnis: Kenntnisnahme, keine Abstimmung", "noted"),
        }.items()
    ),
    *(
        Form(
            f"6 no vote, {name}",
            "C",
            item(words),
            TREATED,
            (r"^decision 2 (?:adopted|rejected|noted|postponed)", "^decision 2 .*(?:unanimous|majority)"),
        )
        for name, words in {
            "erledigt": "Beschluss: Erledigt\nAbstimmungsergebnis: Erledigt, keine Abstimmung",
            "zugesagt": "Abstimmungsergebnis: Zugesagt, keine Abstimmung",
            "vorberaten": "Vorberaten.",
        }.items()
    ),
)

OUTCOMES: dict[str, tuple[str, str, str]] = {
    "noted": ("C", "Der Bericht wird zur Kenntnis genommen.", decided("noted")),
    "takes note": ("C", "Der Gemeinderat nimmt Kenntnis.", decided("noted")),
    "noted, the administration's statement": (
        "C",
        "Beschluss: Kenntnisnahme von der Stellungnahme der Verwaltung",
        decided("noted"),
    ),
    "noted with consent": ("C", "Beschluss: Zustimmende Kenntnisnahme", decided("noted")),
    "noted and welcomed": (
        "C",
        "Der Gemeinderat nimmt die Vorlage zur Kenntnis und begrüßt das Vorhaben.",
        decided("noted"),
    ),
    "noted with an interim report": (
        "C",
        "Ergebnis: mit Zwischenbericht zur Kenntnis genommen",
        decided("noted"),
    ),
    "deferred": ("C", "Der Tagesordnungspunkt wird vertagt.", decided("postponed")),
    "put off": ("C", "Der TOP wird zurückgestellt.", decided("postponed")),
    "put off to the next session": (
        "C",
        "Die Beratung wird auf die nächste Sitzung verschoben.",
        decided("postponed"),
    ),
    "taken off": ("C", "Der Punkt wird von der Tagesordnung abgesetzt.", decided("postponed")),
    "not treated": ("C", "Beschlussart: nicht behandelt", decided("postponed")),
    "referred": (
        "C",
        "Die Vorlage wird ohne Aussprache in den Bauausschuss verwiesen.",
        decided("referred"),
    ),
    "referred by a phrase": ("C", "Beschluss: Behandlung im Bauausschuss", decided("referred")),
    "referred, swiss": (
        "C",
        "Das Postulat 2024/31 wird an den Gemeindevorstand überwiesen.",
        decided("referred"),
    ),
    "withdrawn": ("C", "Die SPD-Fraktion zieht ihren Antrag zurück.", "decision 2 withdrawn - - · -"),
    "recommended unanimously": ("C", "Beschlussart: Einstimmig empfohlen", UNANIMOUS),
    "ris, unchanged": ("C", "Beschlussart: ungeändert beschlossen", decided("adopted")),
    "ris, changed": ("C", "Beschlussart: geändert beschlossen", decided("adopted")),
    "ris, changed in the committee": (
        "C",
        "Beschlussart: mit Änderungen im Ausschuss beschlossen",
        decided("adopted"),
    ),
    "ris, rejected": ("C", "Beschlussart: abgelehnt", decided("rejected")),
    "ris, deferred": ("C", "Beschlussart: vertagt", decided("postponed")),
    "bavarian office": (
        "S",
        "Der Gemeinderat beschließt einstimmig den Verkauf. Herr Drechsler nimmt an der Abstimmung wegen persönlicher"
        " Beteiligung nach Art. 49 GO nicht teil.",
        UNANIMOUS,
    ),
    "bias": (
        "S",
        "Herr Petersen erklärt sich für befangen und verlässt den Sitzungsbereich.\n\n"
        + ACT
        + "Abstimmungsergebnis: 11 Ja, 0 Nein, 0 Enthaltungen",
        decided("adopted", "unanimous", "11:0:0"),
    ),
    "bias, nobody": (
        "S",
        ACT + "Abstimmungsergebnis: einstimmig\nAufgrund des § 22 GO waren keine Mitglieder von der Beratung und"
        " Abstimmung ausgeschlossen.",
        UNANIMOUS,
    ),
    "swiss mark, silent": (
        "S",
        "://: Der Kredit für den Umbau wird stillschweigend genehmigt.",
        decided("adopted"),
    ),
    "swiss mark, great majority": (
        "S",
        "://: Dem Kredit für den Umbau wird mit grossem Mehr zugestimmt.",
        decided("adopted", "majority"),
    ),
    "discharge": (
        "S",
        "Die Entlastung des Vorstands wird einstimmig bei Enthaltung des Vorstands beschlossen.",
        UNANIMOUS,
    ),
}

TOLD = tuple(Form(f"6 {name}", mark, item(words), *exactly(line)) for name, (mark, words, line) in OUTCOMES.items())

MORE = (
    Form(
        "6 vote on a deferral",
        "C",
        item("Herr Petersen beantragt, den Punkt zu vertagen. Der Antrag wird mit 14:4 Stimmen angenommen."),
        TREATED,
        (r"^decision 2 adopted majority 14:4", r"^decision 2 rejected"),
    ),
    Form(
        "6 closed without an act",
        "C",
        item("Die Anfrage ist mit der Stellungnahme der Verwaltung erledigt. Ohne Wortmeldung."),
        TREATED,
        (r"^decision 2 ", "^task "),
    ),
    Form(
        "6 struck off, swiss",
        "C",
        item("://: Das Postulat 2020/117 wird abgeschrieben."),
        TREATED,
        (r"^decision 2 (?:adopted|rejected)",),
    ),
    Form(
        "6 status open",
        "C",
        item("Beschlussart: (offen)\n\nDer Dorfladen soll im Herbst öffnen."),
        TREATED,
        (r"^decision 2 (?:adopted|rejected|postponed)",),
    ),
    Form(
        "6 later invalidity",
        "S",
        item(
            ACT + "Abstimmungsergebnis: 11 Ja, 2 Nein\n\n"
            "Hinweis der Verwaltung: Der Beschluss ist nach § 24 KV unwirksam, weil Herr Drechsler mitgestimmt hat."
        ),
        (decided("adopted", "majority", "11:2:?"),),
        (r"^decision 2 rejected",),
    ),
    Form(
        "6 election with figures",
        "S",
        item(
            "Als Marktbeauftragte werden Frau Kowalski und Herr Petersen vorgeschlagen. Es entfielen auf Frau Kowalski"
            " 8 Stimmen und auf Herrn Petersen 4 Stimmen bei einer ungültigen Stimme. Frau Kowalski ist damit gewählt"
            " und nimmt die Wahl an."
        ),
        (decided("adopted"), "decision-kind 2 election", "concerns 2 · Mira Kowalski"),
        (r"^concerns 2 · Hanno", r"^decision 2 .*\d:"),
    ),
    Form(
        "6 election, secret, several ballots",
        "S",
        item(
            "1. Wahlgang: Kowalski 6 Stimmen, Petersen 6 Stimmen\n2. Wahlgang: Kowalski 7 Stimmen, Petersen 5 Stimmen\n"
            "Frau Kowalski ist zur Marktbeauftragten gewählt."
        ),
        (decided("adopted"), "decision-kind 2 election", "concerns 2 · Mira Kowalski"),
        (r"^concerns 2 · Hanno",),
    ),
    Form(
        "6 not elected in spite of more yes than no",
        "S",
        item("Wahl eines Beauftragten\nAbstimmung II: Hanno Petersen: 4 Ja, 1 Nein, 8 Enthaltungen – nicht gewählt"),
        TREATED,
        (r"^decision 2 adopted", r"^post Hanno"),
    ),
    Form(
        "6 points are no votes",
        "S",
        item(
            "Projekt „Backhaus Talheim“: 18 Punkte, 9 Ja, 1 Nein, keine Enthaltung. Das Projekt wird zur Antragstellung"
            " freigegeben."
        ),
        (decided("adopted", "majority", "9:1:0"),),
        (r"^decision 2 .*18",),
        "a vote in a line of figures before the sentence that decides is not joined to it",
    ),
    Form(
        "6 votes of a round by letter",
        "S",
        item(
            "Im Umlaufverfahren hat der Vorstand das Projekt „Backhaus Talheim“ mit Auflage beschlossen; das doppelte"
            " Quorum wurde erreicht."
        ),
        TREATED,
        (r"^decision 2 rejected", rf"^decision 2 .*unanimous .*{COUNCIL}"),
    ),
)

FORMS = (*FIGURES, *SEVERAL, *NO_VOTE, *TOLD, *MORE)
