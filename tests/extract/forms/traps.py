"""Traps: texts that look like decisions, votes, tasks or people and are none."""

from __future__ import annotations

from council import COMMITTEE, COUNCIL, HEAD, TREATED, decided, exactly, item
from notation import Form

UNANIMOUS = decided("adopted", "unanimous")
NO_DECISION = ("^decision ", "^task ")

FORMS = (
    Form(
        "12 recommendation of a committee",
        "C",
        item(
            "Hauptausschuss – Beschlussempfehlung:\nDer Gemeinderat beschließt den Kauf des Grundstücks.\n\n"
            "Ja: 7, Nein: 1, Enthaltungen: 0",
            head=COMMITTEE.replace("Bauausschuss", "Hauptausschuss"),
        ),
        ("decision 2 adopted majority 7:1:0 · Hauptausschuss Talheim",),
        (f"^decision .* · {COUNCIL}$",),
    ),
    Form(
        "12 recommendation of a committee quoted in the council",
        "C",
        item(
            "Der Hauptausschuss hat in seiner Sitzung am 07.05.2024 mit 7 Ja-Stimmen bei 1 Nein-Stimme empfohlen, das"
            " Grundstück zu kaufen.\n\nBeschluss:\nDer Gemeinderat beschließt den Kauf des Grundstücks.\n\n"
            "Abstimmungsergebnis: einstimmig"
        ),
        (UNANIMOUS,),
        (rf"^decision .*7:1.* · {COUNCIL}$",),
    ),
    *(
        Form(
            f"12 proposal whose outcome is {name}",
            "C",
            item(
                "Beschlussvorschlag:\nDer Gemeinderat beschließt den Kauf des Grundstücks.\n\nAbstimmungsergebnis: "
                + words
            ),
            lines,
            ("^decision 2 adopted",),
        )
        for name, (words, lines) in {
            "taken off": ("abgesetzt", (decided("postponed"),)),
            "deferred": ("vertagt", (decided("postponed"),)),
            "rejected": ("mehrheitlich abgelehnt", (decided("rejected", "majority"),)),
            "withdrawn": ("zurückgezogen", TREATED),
        }.items()
    ),
    Form(
        "12 negative decision",
        "C",
        item("Die Versammlung lehnt die Vorlage mit 9 Nein-Stimmen gegen 3 Ja-Stimmen ab."),
        (decided("rejected", "majority", "3:9:?"),),
        ("^decision 2 adopted",),
    ),
    Form(
        "12 motion to reject is carried",
        "C",
        item(
            "Antrag der SPD-Fraktion: Die Vorlage wird abgelehnt.\n\nAbstimmungsergebnis: 9 Ja, 4 Nein – angenommen",
        ),
        TREATED,
        ("^decision 2 rejected majority 9:4", "^decision 2 rejected unanimous"),
    ),
    Form(
        "12 old decision in the perfect tense",
        "C",
        item("Am 03.02.2019 hat der Gemeinderat den Bau der Halle einstimmig beschlossen."),
        TREATED,
        ("^decision 2 ", "^decision-date 2 2024", "^task "),
    ),
    Form(
        "12 old decision without a day",
        "C",
        item("Der Gemeinderat hatte im Vorjahr den Bau der Halle beschlossen. Nach dem Beschluss ruht der Bau."),
        TREATED,
        ("^decision 2 ", "^(?:decision|reported)-date 2 2024", "^task "),
    ),
    Form(
        "12 decisions of a closed session made known",
        "C",
        item(
            "Es wird bekannt gegeben: In nichtöffentlicher Sitzung am 16.04.2024 hat der Gemeinderat den Verkauf des"
            " Grundstücks beschlossen.",
            title="Bekanntgabe nichtöffentlicher Beschlüsse",
        ),
        TREATED,
        ("^decision 2 ", "^decision-date 2 2024-05-14"),
    ),
    Form(
        "12 agenda announces",
        "C",
        item(
            "Die Verwaltung stellt den Entwurf vor.",
            title="Beratung und Beschlussfassung über die Satzung des Wochenmarkts",
        ),
        TREATED,
        NO_DECISION,
    ),
    Form(
        "12 agenda announces with a noun",
        "C",
        item(
            "Die Verwaltung stellt den Entwurf vor.",
            title="Beschluss des Haushaltsplans; hier: Satzungsbeschluss",
        ),
        TREATED,
        NO_DECISION,
    ),
    Form(
        "12 abstimmung as coordination",
        "C",
        item(
            "Nach Abstimmung mit dem Kreis wird die Halle umgebaut. Die Abstimmungsgespräche mit dem Amt laufen. Die"
            " Termine wurden in Abstimmung mit den 12 Vereinen festgelegt."
        ),
        TREATED,
        (*NO_DECISION, "^reported "),
    ),
    Form(
        "12 consent of a third party",
        "C",
        item("Die Zustimmung des Denkmalamts liegt vor. Der Eigentümer stimmt dem Umbau zu."),
        TREATED,
        (f"^decision 2 .* · {COUNCIL}$", "^task "),
    ),
    Form(
        "12 timetable that is agreed",
        "C",
        item("Der Bürgermeister stimmt den Zeitplan mit der Schule ab."),
        TREATED,
        ("^decision ",),
    ),
    Form(
        "12 unanimous formality is not the matter",
        "C",
        item(
            "Die Tagesordnung wird einstimmig genehmigt.\n\n"
            "Beschluss:\nDer Gemeinderat beschließt den Umbau.\nAbstimmungsergebnis: 7 Ja, 6 Nein"
        ),
        (decided("adopted", "majority", "7:6:?"),),
        (r"^decision 2 adopted unanimous 7:6",),
    ),
    Form(
        "12 right to speak granted is not the matter",
        "C",
        item("Der Pächterin wird einstimmig Rederecht erteilt. Sie stellt den Laden vor."),
        TREATED,
        ("^decision 2 .*(?:rejected|noted)", "^task "),
    ),
    Form(
        "12 legal boilerplate",
        "C",
        item(
            "Frau Kowalski wird gemäß § 30 der Gemeindeordnung durch Handschlag auf die gewissenhafte Erfüllung ihrer"
            " Aufgaben verpflichtet. Die Mitglieder sind verpflichtet, über vertrauliche Beschlüsse zu schweigen. Nach"
            " § 22 beschließt die Vertretung über den Ausschluss.",
            title="Verpflichtung eines Mitglieds",
        ),
        TREATED,
        NO_DECISION,
    ),
    Form(
        "12 question time of citizens",
        "C",
        item(
            "Ein Bürger bittet, die Lampe bis Ende Mai zu reparieren. Frau Seidlitz fragt, ob die Verwaltung den"
            " Zebrastreifen bis Juli erneuert. Der Bürgermeister antwortet, das werde geprüft.",
            title="Einwohnerfragestunde",
        ),
        TREATED,
        (*NO_DECISION, "^(?:present|member|of|post|group) .*Seidlitz"),
    ),
    Form(
        "12 notes of a group are no minutes of the body",
        "S",
        item(
            "Wir haben uns klar gegen den Umbau ausgesprochen. Die Mehrheit im Gemeinderat stimmt leider zu.",
            head="Mitschrift der Fraktion GRÜNE\nSitzung vom 14.05.2024\n\n",
        ),
        TREATED,
        ("^title Niederschrift", "^decision 2 rejected"),
    ),
    Form(
        "12 one block for the items of a joint debate",
        "C",
        item(
            "Beschluss:\nDer Gemeinderat beschließt den Umbau.\n\nAbstimmungsergebnis:\n"
            "TOP 2: Bei 11 Ja-Stimmen und 2 Nein-Stimmen mehrheitlich zugestimmt\nTOP 3: einstimmig zugestimmt"
        ),
        (decided("adopted", "majority", "11:2:?"),),
        ("^decision 2 adopted unanimous",),
    ),
    Form(
        "12 fewer owners than tasks",
        "C",
        item(
            "Aufgaben\nFlyer drucken\nPlakate hängen\nSaal mieten\nHelfer suchen\n"
            "zuständig\nFrau Kowalski\nHerr Petersen\nHerr Drechsler\n"
        ),
        TREATED,
        (r"^task (?:Mira|Hanno|Ulf)",),
    ),
    Form(
        "12 hyphen in an outcome",
        "C",
        item(
            "Beschluss:\nDer Gemeinderat beschließt den Umbau.\n\n"
            "Ergebnis: Bei 9 Ja-Stim-\nmen mehrheitlich zuge-\nstimmt"
        ),
        *exactly(decided("adopted", "majority", "9:?:?")),
    ),
    Form(
        "12 hyphen that stays",
        "C",
        item("Beschluss:\nDer Rat beschließt den Umbau.\n\nErgebnis: 9 Ja-\nStimmen, 2 Nein-\nStimmen"),
        *exactly(decided("adopted", "majority", "9:2:?")),
    ),
    Form(
        "12 hyphen in a name",
        "C",
        item("Frau Kowal-\nski fragt nach der Miete."),
        ("speaker 2 Mira Kowalski",),
        ("^person .*Kowal$",),
    ),
    Form(
        "12 words that grew together",
        "C",
        item("Frau Kowalskierklärt den Antrag. Herr Petersenfragt nach."),
        TREATED,
        ("^person .*(?:Kowalskie|Petersenf)",),
    ),
    Form(
        "12 function that changes hands",
        "C",
        item(
            "Ratsherr Drechsler wird zum stellvertretenden Bürgermeister gewählt. Der stellvertretende Bürgermeister"
            " Drechsler dankt für das Vertrauen."
        ),
        (decided("adopted"), "decision-kind 2 election", "concerns 2 · Ulf Drechsler"),
        ("^post Ulf Drechsler · Bürgermeister", "^post Falk Lorenz · stellv"),
    ),
    Form(
        "12 gemeinderat as the executive, swiss",
        "C",
        item(
            "Der Gemeinderat beantragt der Versammlung, den Kredit zu genehmigen.\n\n"
            "://: Der Kredit wird mit 40 Ja-Stimmen gegen 8 Nein-Stimmen genehmigt.",
            head=HEAD.replace("Sitzung des Gemeinderates Talheim", "Gemeindeversammlung Talheim"),
        ),
        ("decision 2 adopted majority 40:8:? · Gemeindeversammlung Talheim",),
        (r"^decision .* · Gemeinderat",),
    ),
    Form(
        "12 several decisions of many years",
        "S",
        item(
            "Beschluss vom 12.03.2019: Der Gemeinderat beschließt den Kauf. Beschluss vom 07.05.2021: Der Gemeinderat"
            " beschließt den Verkauf.",
            title="Sachstand Grundstück",
        ),
        TREATED,
        (r"^decision-date 2 2024-05-14", r"^decision 2 "),
    ),
    Form(
        "12 new wording of a statute is quoted",
        "C",
        item(
            "§ 4 soll künftig lauten: „Der Vorstand beschließt mit einfacher Mehrheit. Der Kassenwart wird für zwei"
            " Jahre gewählt.“ Die Satzungsänderung wird mit 28 Ja-Stimmen, 3 Nein-Stimmen und 2 Enthaltungen"
            " angenommen."
        ),
        (decided("adopted", "majority", "28:3:2"),),
        (r"^decision 2 adopted majority \?", r"^decision-kind 2 election"),
    ),
    Form(
        "12 matter voted on together with a part of an amendment",
        "S",
        item(
            "Beschluss:\nDer Gemeinderat beschließt den Bau der Halle.\n\nAbstimmungsergebnis:\n"
            "Änderungsantrag (2024/0101/1): mehrheitlich abgelehnt (9 Ja, 27 Nein, 2 Enthaltungen)\n"
            "Beschlussvorlage einschließlich Ziffer 1 des Ergänzungsantrags: mehrheitlich zugestimmt (26 Ja, 12 Nein)"
        ),
        (decided("adopted", "majority", "26:12:?"),),
        ("^decision 2 rejected",),
    ),
)
