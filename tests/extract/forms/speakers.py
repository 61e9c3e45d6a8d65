"""People in running text: salutations, functions, apposition, plurals, case endings; what is no person."""

from __future__ import annotations

from council import HEAD, TREATED, item
from notation import Form

NOBODY = (
    "^person (?!Falk Lorenz|Greta Sommer|Mira Kowalski|Hanno Petersen|Ulf Drechsler|Dr. Svea Brandes|Tilo von Hagen)",
)

NAMESAKES = HEAD.replace("Ulf Drechsler (CDU)", "Ulf Petersen (FDP)")

SPEAKS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "herr with a function and a degree": (
        "C",
        "Frau Gemeinderätin Dr. Brandes fragt nach der Miete.",
        ("speaker 2 Svea Brandes",),
    ),
    "herr alone": ("C", "Herr Petersen fragt nach der Miete.", ("speaker 2 Hanno Petersen",)),
    "function without herr": ("C", "Bürgermeister Lorenz erläutert den Vertrag.", ("presenter 2 Falk Lorenz",)),
    "function with the full name": (
        "C",
        "Gemeinderätin Mira Kowalski fragt nach der Miete.",
        ("speaker 2 Mira Kowalski",),
    ),
    "mitglied": ("C", "Mitglied Kowalski beantragt eine Pause.", ("speaker 2 Mira Kowalski",)),
    "ratsfrau": ("C", "Ratsfrau Kowalski kritisiert den Vertrag.", ("speaker 2 Mira Kowalski",)),
    "rh. with the group": ("C", "Rh. Petersen (CDU) fragt nach der Miete.", ("speaker 2 Hanno Petersen",)),
    "function alone": ("C", "Der Bürgermeister erläutert den Vertrag.", ("presenter 2 Falk Lorenz",)),
    "vorsitzender alone": ("C", "Der Vorsitzende erläutert den Vertrag.", ("presenter 2 Falk Lorenz",)),
    "nobleman": ("C", "Herr von Hagen bedauert die Verzögerung.", ("speaker 2 Tilo von Hagen",)),
    "plural salutation": (
        "S",
        "Die Herren Petersen und Drechsler fragen nach der Miete.",
        ("speaker 2 Hanno Petersen", "speaker 2 Ulf Drechsler"),
    ),
    "plural salutation and role": (
        "S",
        "Die Herren Gemeinderäte Petersen und Drechsler fragen nach der Miete.",
        ("speaker 2 Hanno Petersen", "speaker 2 Ulf Drechsler"),
    ),
    "frau and herr": (
        "S",
        "Frau Kowalski und Herr Petersen begrüßen den Entwurf.",
        ("speaker 2 Mira Kowalski", "speaker 2 Hanno Petersen"),
    ),
    "dative": (
        "S",
        "Auf Nachfrage von Herrn Drechsler erläutert der Bürgermeister den Vertrag.",
        ("speaker 2 Ulf Drechsler", "presenter 2 Falk Lorenz"),
    ),
    "genitive": (
        "S",
        "Auf Vorschlag Ratsherrn Petersens wird eine Pause eingelegt.",
        ("speaker 2 Hanno Petersen",),
    ),
}

KNOWN = tuple(
    Form(f"8 {name}", mark, item(words), lines, (*NOBODY, "^committee .*(?:Petersen|Kowalski|Brandes)"))
    for name, (mark, words, lines) in SPEAKS.items()
)

STRANGERS = (
    Form(
        "8 apposition, office behind a comma",
        "C",
        item("Herr Wiegand, Tiefbauamt, erläutert die Pläne."),
        ("presenter 2 Wiegand", "of Wiegand · Tiefbauamt"),
        (r"^group Wiegand",),
    ),
    Form(
        "8 apposition, office in brackets",
        "C",
        item("Frau Oertel (Tiefbauamt) erläutert die Pläne."),
        ("presenter 2 Oertel", "of Oertel · Tiefbauamt"),
        (r"^group Oertel",),
    ),
    Form(
        "8 apposition, function and office in brackets",
        "C",
        item("Herr Wiegand (Abteilungsleiter Gartenbauamt) erläutert die Pläne."),
        ("presenter 2 Wiegand", "post Wiegand · Abteilungsleiter · Gartenbauamt"),
    ),
    Form(
        "8 apposition, group in brackets",
        "C",
        item("Frau Kowalski (SPD) und Herr Petersen (CDU) widersprechen."),
        ("group Mira Kowalski · SPD", "group Hanno Petersen · CDU"),
        NOBODY,
    ),
    Form(
        "8 chair that is handed over",
        "C",
        item(
            "Der Vorsitzende übergibt den Vorsitz an Frau Kowalski. Die Vorsitzende erläutert den Antrag.",
        ),
        ("presenter 2 Mira Kowalski",),
        ("^(?:presenter|speaker) 2 Falk Lorenz", *NOBODY),
    ),
    Form(
        "8 slips of the pen are not guessed at",
        "S",
        item("Hell Petersen fragt nach der Miete. Frau Kowalskierklärt den Antrag."),
        TREATED,
        NOBODY,
    ),
    Form(
        "8 a longer surname is another one",
        "S",
        item("Herr Petersenholt fragt nach der Miete. Frau Wendt (Verwaltung) erläutert sie."),
        ("speaker 2 Petersenholt", "presenter 2 Wendt"),
        ("^speaker 2 Hanno", "^organisation Verwaltung$"),
    ),
    Form(
        "8 gendered forms are nobody",
        "S",
        item(
            "Die Antragsteller*innen sind einverstanden. Die Stadträt*innen danken Vertreter:innen der Senior:innen."
            " Die BürgermeisterInnen der Nachbarorte kommen zur Eröffnung."
        ),
        TREATED,
        (*NOBODY, "^decision "),
    ),
    Form(
        "8 private people are no members",
        "S",
        item(
            "Einwohnerin Frau Seidlitz, Gartenweg 3, fragt nach dem Zebrastreifen. Bürger Wolters wünscht eine Bank."
            " Anwohner Herr Rohde, geboren am 03.04.1951, beschwert sich."
        ),
        TREATED,
        (
            r"^(?:present|member|of|group|post) .*(?:Seidlitz|Wolters|Rohde)",
            "^task ",
            "^decision ",
            "^date 1951",
            "^organisation Gartenweg",
        ),
    ),
    Form(
        "8 the dead and the honoured are not there",
        "S",
        item(
            "Der Gemeinderat hält eine Gedenkminute für Altbürgermeister Wilhelm Harms. Frau Elfriede Thomsen wird zum"
            " 90. Geburtstag gratuliert."
        ),
        TREATED,
        (r"^(?:present|chair|presenter|speaker|listed).* (?:Wilhelm |Elfriede )?(?:Harms|Thomsen)", "^decision "),
    ),
    Form(
        "8 surnames that are words",
        "S",
        item("Herr Graf fragt nach der Miete. Frau Vogt erläutert den Plan. Der Amtmann war verhindert."),
        ("speaker 2 Graf", "presenter 2 Vogt"),
        ("^person .*Amtmann",),
    ),
    Form(
        "8 landrat as a parliament",
        "S",
        item(
            "Der Landrat beschließt den Kredit einstimmig.",
            head="Protokoll der Sitzung des Landrats vom 14.05.2024\n\nVorsitz: Falk Lorenz\n\n",
        ),
        ("decision 2 adopted unanimous - · Landrat",),
        ("^person (?!Falk Lorenz)",),
    ),
    Form(
        "8 namesakes by group",
        "S",
        item("Herr Petersen (CDU) begrüßt den Entwurf. Herr Petersen (FDP) lehnt ihn ab.", head=NAMESAKES),
        ("speaker 2 Hanno Petersen", "speaker 2 Ulf Petersen"),
        ("^group Hanno Petersen · FDP", "^group Ulf Petersen · CDU", "^person Petersen"),
    ),
    Form(
        "8 namesakes by initial",
        "S",
        item("U. Petersen begrüßt den Entwurf.", head=NAMESAKES),
        ("speaker 2 Ulf Petersen",),
        ("^speaker 2 Hanno", "^person (?:U. )?Petersen"),
    ),
    Form(
        "8 namesakes that nothing tells apart",
        "S",
        item("Herr Petersen begrüßt den Entwurf.", head=NAMESAKES),
        TREATED,
        ("^speaker 2 (?:Hanno|Ulf)",),
    ),
)

FORMS = (*KNOWN, *STRANGERS)
