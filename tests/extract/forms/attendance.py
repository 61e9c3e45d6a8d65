"""Attendance: who was there, as what, for whom, from when to when; who was not."""

from __future__ import annotations

from notation import Form

TITLE = "NIEDERSCHRIFT\nüber die 7. Sitzung des Bauausschusses der Gemeinde Musterau\nam 05.05.2014 im Gemeindehaus"

AUSTRIAN = (
    "VERHANDLUNGSSCHRIFT\nüber die Sitzung des Gemeinderates der Marktgemeinde Musterbach\nam 05.05.2014 im Gemeindeamt"
)

SWISS = "PROTOKOLL\nder Sitzung des Gemeinderates Musterwil\nvom 5. Mai 2014, 19.00 Uhr, Gemeindehaus"

END = """
Tagesordnung
1. Eröffnung
2. Neubau des Bauhofs
3. Verschiedenes

TOP 1 Eröffnung
{opening}

TOP 2 Neubau des Bauhofs
Die Pläne werden vorgestellt.

TOP 3 Verschiedenes
Es liegt nichts vor.
"""


def minutes(attendance: str, title: str = TITLE, opening: str = "Die Anwesenden werden begrüßt.") -> str:
    """A small minute with this attendance list."""
    return f"{title}\n\n{attendance}\n{END.format(opening=opening)}"


_PRESENT = (
    "Anwesend",
    "Anwesende",
    "Anwesend sind",
    "Anwesend waren (jeweils alphabetisch)",
    "Teilnehmer",
    "Teilnahme",
    "Es nahmen teil",
    "Vom Beirat anwesend",
)
_AWAY = (
    ("Abwesend", "absent"),
    ("Es fehlen", "absent"),
    ("Es fehlte", "absent"),
    ("Nicht anwesend", "absent"),
    ("An der Sitzung nahm nicht teil", "absent"),
    ("Entschuldigt", "excused"),
    ("Entschuldigt fehlten", "excused"),
    ("entschuldigt fehlte/n", "excused"),
    ("Abgesagt haben", "excused"),
    ("Unentschuldigt", "absent"),
    ("Nicht entschuldigt waren", "absent"),
)
_OTHERS = (
    ("Verwaltung", "staff"),
    ("von der Verwaltung", "staff"),
    ("Vom Magistrat waren anwesend", "present"),
    ("Gäste", "guest"),
    ("Als Gäste", "guest"),
    ("Ferner anwesend", "present"),
    ("Weiterhin sind anwesend", "present"),
    ("Außerdem anwesend", "present"),
    ("Auf Einladung", "guest"),
    ("Presse", "guest"),
    ("Zuhörer", "guest"),
    ("Gleichstellungsbeauftragte", "present"),
    ("Personalrat", "present"),
)


def _heading(word: str, fact: str) -> Form:
    listed = f"{word}:\nIna Probe\n" if fact == "present" else f"Anwesend:\nIna Probe\n\n{word}:\nOle Beispiel\n"
    who = f"{fact} Ole Beispiel" if fact != "present" else "present Ina Probe"
    wrong = ("^present Ole",) if fact in ("absent", "excused") else ("^(absent|excused)",)
    return Form(f"3 heading {word}", "C", minutes(listed), (who, "present Ina Probe"), wrong)


def _inline(word: str, fact: str) -> Form:
    return Form(
        f"3 behind the label {word}",
        "C",
        minutes(f"Anwesend: Ina Probe, Kim Vorlage\n{word}: Ole Beispiel\n"),
        (f"{fact} Ole Beispiel", "present Ina Probe", "present Kim Vorlage"),
        ("^present Ole",) if fact in ("absent", "excused") else ("^(absent|excused)",),
    )


def _beside(word: str, fact: str) -> Form:
    return Form(
        f"3 others under {word}",
        "C",
        minutes(f"Anwesend:\nIna Probe\n\n{word}:\nOle Beispiel\n"),
        (f"{fact} Ole Beispiel", "present Ole Beispiel", "present Ina Probe"),
        ("^(absent|excused)", "^(guest|staff) Ina"),
    )


LABELS: tuple[Form, ...] = (
    *(_heading(word, "present") for word in _PRESENT),
    *(_heading(*row) for row in _AWAY),
    *(_inline(*row) for row in _AWAY),
    *(_beside(*row) for row in _OTHERS),
)

FORMS: tuple[Form, ...] = (
    Form(
        "3 headed blocks",
        "C",
        minutes("Anwesend:\nJan Muster\nIna Probe\n\nEntschuldigt:\nOle Beispiel\n\nUnentschuldigt:\nKim Vorlage\n"),
        ("present Jan Muster", "present Ina Probe", "excused Ole Beispiel", "absent Kim Vorlage"),
        ("^present (Ole|Kim)",),
    ),
    Form(
        "3 cancelled",
        "C",
        minutes("Anwesend: Ina Probe\nAbgesagt haben: Jan Muster, Ole Beispiel\n"),
        ("present Ina Probe", "excused Jan Muster", "excused Ole Beispiel"),
        ("^present (Jan|Ole)",),
    ),
    Form(
        "3 empty blocks",
        "C",
        minutes(
            "Anwesend:\nIna Probe\n\nEntschuldigt:\nkeine\n\nUnentschuldigt:\n---\n\nNicht entschuldigt waren: -\n\n"
            "Gäste: entfällt\n"
        ),
        ("present Ina Probe",),
        ("^(excused|absent|guest)", "^person (?!Ina Probe)", "finding attendee-not-understood"),
    ),
    Form(
        "3 heading above the next heading",
        "C",
        minutes("Anwesend sind:\nIna Probe\n\nAbwesend sind:\n\nGäste:\nOle Beispiel\n"),
        ("present Ina Probe", "present Ole Beispiel", "guest Ole Beispiel"),
        ("^(excused|absent)", "^person (?!Ina Probe|Ole Beispiel)"),
    ),
    Form(
        "3 status in each line",
        "C",
        minutes(
            "Teilnehmer\nHerr Jan Muster   anwesend\nFrau Ina Probe   unentschuldigt\n"
            "Gemeindevertreter Ole Beispiel (entschuldigt )\n"
        ),
        ("present Jan Muster", "absent Ina Probe", "excused Ole Beispiel"),
        ("^present (Ina|Ole)", "^person .*(anwesend|entschuldigt)"),
    ),
    Form(
        "3 groups by vote",
        "C",
        minutes(
            "Anwesend:\na) stimmberechtigt\nJan Muster\nIna Probe\n\nb) Mitglieder ohne Stimmrecht\nOle Beispiel\n\n"
            "c) Beratende Mitglieder\nKim Vorlage\n"
        ),
        (
            "present Jan Muster",
            "member Jan Muster",
            "member Ina Probe",
            "present Ole Beispiel",
            "present Kim Vorlage",
        ),
        ("^(absent|excused|guest)", "^person (?!Jan|Ina|Ole|Kim)"),
    ),
    Form(
        "3 groups by vote, Roman",
        "C",
        minutes(
            "I. Stimmberechtigte Mitglieder\nJan Muster\nwählbarer Bürger Ole Beispiel\n\n"
            "II. Nicht stimmberechtigt\nGleichstellungsbeauftragte Ina Probe\n"
        ),
        ("present Jan Muster", "member Jan Muster", "present Ole Beispiel", "present Ina Probe"),
        ("^member Ina", "^post Ole Beispiel · (?!wählbarer)", "^(absent|excused)"),
    ),
    Form(
        "3 expert citizens",
        "C",
        minutes(
            "Anwesend:\nRatsmitglieder\nJan Muster\nIna Probe\n\nSachkundige Bürger\nOle Beispiel\n\n"
            "Sachkundige Einwohner\nKim Vorlage\n"
        ),
        (
            "present Jan Muster",
            "present Ole Beispiel",
            "post Ole Beispiel · sachkundiger Bürger · Bauausschuss der Gemeinde Musterau",
            "present Kim Vorlage",
        ),
        ("^post (Ole|Kim)\\b.*Ratsmitglied", "^(absent|excused)"),
    ),
    Form(
        "3 co-opted",
        "C",
        minutes("Anwesend:\nMitglieder\nJan Muster\n\nKooptierte\nIna Probe\n"),
        ("present Jan Muster", "present Ina Probe"),
        ("^(absent|excused)", "^person Kooptierte"),
    ),
    Form(
        "3 role before the name",
        "C",
        minutes(
            "Anwesend:\nBürgermeister Jan Muster\n1. stellv. Bürgermeister Ole Beispiel\n"
            "2. stellv. Bürgermeisterin Ina Probe\nGemeindevertreterin Kim Vorlage\nRatsherr Bernd Entwurf\n"
            "Ratsfrau Petra Fassung\nStadtverordneter Karl Absatz\nKreisrat Hans Beilage\nBeigeordneter Uwe Anhang\n"
        ),
        (
            "present Jan Muster",
            "present Ole Beispiel",
            "present Ina Probe",
            "present Kim Vorlage",
            "present Bernd Entwurf",
            "present Petra Fassung",
            "present Karl Absatz",
            "present Hans Beilage",
            "present Uwe Anhang",
        ),
        ("^person .*(meister|vertreter|Rats|Kreis|Stadt|Beig|stellv)", "^(absent|excused)"),
    ),
    Form(
        "3 role behind the name",
        "C",
        minutes(
            "Anwesend:\nJan Muster - Vorsitzender\nDr. Ina Probe -Bürgermeisterin-\nKim Vorlage, Protokollführerin\n"
            "Beispiel, Ole 2. stellv. Bezirksbürgermeister\n"
        ),
        (
            "present Jan Muster",
            "present Ina Probe",
            "person Dr. Ina Probe",
            "present Ole Beispiel",
            "present Kim Vorlage",
        ),
        ("^person .*(Bürger|meister|stellv|Vorsitz)", "^present 2", "^number 2"),
    ),
    Form(
        "3 role as heading of a block, surname first",
        "C",
        minutes(
            "Anwesend:\n\nRatsmitglieder\nMuster Jan\nProbe Ina\nVorlage Petra\n\nVerwaltung\nBeispiel Ole\n"
            "Entwurf Bernd\n"
        ),
        (
            "present Jan Muster",
            "present Ina Probe",
            "present Petra Vorlage",
            "present Ole Beispiel",
            "staff Ole Beispiel",
            "staff Bernd Entwurf",
        ),
        ("^present (Muster Jan|Probe Ina|Beispiel Ole)", "^staff (Jan|Ina|Petra)"),
    ),
    Form(
        "3 party in brackets",
        "C",
        minutes("Anwesend:\nRatsherr Jan Muster (CDU)\nRatsfrau Ina Probe (SPD)\nRatsherr Ole Beispiel (ABC)\n"),
        (
            "present Jan Muster",
            "group Jan Muster · CDU",
            "group Ina Probe · SPD",
            "group Ole Beispiel · ABC",
        ),
        ("^person .*(CDU|SPD|Rats)",),
    ),
    Form(
        "3 party in a column",
        "C",
        minutes("Anwesend:\nHerr Jan Muster CDU\nFrau Ina Probe SPD\nHerr Ole Beispiel FDP\n"),
        ("present Jan Muster", "group Jan Muster · CDU", "present Ina Probe", "group Ina Probe · SPD"),
        ("^person .*(CDU|SPD|FDP)",),
    ),
    Form(
        "3 party as heading",
        "C",
        minutes("Anwesend:\n\nCDU\nJan Muster\nOle Beispiel\n\nSPD\nIna Probe\n\nfraktionslos\nKim Vorlage\n"),
        (
            "present Jan Muster",
            "group Jan Muster · CDU",
            "group Ole Beispiel · CDU",
            "group Ina Probe · SPD",
            "present Kim Vorlage",
        ),
        ("^group Kim", "^person (CDU|SPD|frak)", "^group Ina Probe · CDU"),
    ),
    Form(
        "3 party before a colon",
        "C",
        minutes(
            "Anwesend:\nJusos: Jan Muster, Ina Probe; RCDS: Ole Beispiel, Kim Vorlage\n",
            title="PROTOKOLL\nder 7. Sitzung des Studierendenparlaments\nam 05.05.2014",
        ),
        (
            "present Jan Muster",
            "group Jan Muster · Jusos",
            "group Ina Probe · Jusos",
            "group Ole Beispiel · RCDS",
            "present Kim Vorlage",
        ),
        ("^group (Jan|Ina).*RCDS", "^group (Ole|Kim).*Jusos", "^person (Jusos|RCDS)"),
    ),
    Form(
        "3 list before a colon",
        "C",
        minutes(
            "Anwesend:\nListe „Gemeinsam für Musterbach“: Bgm. Jan Muster, Vbgm. Ina Probe, GR Ole Beispiel\n"
            "Liste „Zukunft Musterbach“: GR Kim Vorlage\n",
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "group Jan Muster · Gemeinsam für Musterbach",
            "group Ole Beispiel · Gemeinsam für Musterbach",
            "group Kim Vorlage · Zukunft Musterbach",
        ),
        ("^person .*(Bgm|GR|Liste)", "^group Kim Vorlage · Gemeinsam"),
    ),
    Form(
        "3 party and place",
        "C",
        minutes(
            "Anwesend:\nRatsherr Jan Muster (CDU) - Altdorf\nRatsherr Jan Muster (SPD) - Neudorf\n"
            "Ratsfrau Ina Probe (ABC)\n"
        ),
        ("group Jan Muster · CDU", "group Jan Muster · SPD", "present Ina Probe"),
        ("^person .*dorf",),
    ),
    Form(
        "3 parties that break patterns",
        "S",
        minutes(
            "Anwesend:\nJan Muster (DIE LINKE.)\nIna Probe (B.I.S. / FBM)\nOle Beispiel (SPD / DIE GRÜNEN)\n"
            "Kim Vorlage (FW|FÜR)\nBernd Entwurf (B90/Die Grünen)\nPetra Fassung (F.D.P.)\n"
        ),
        (
            "present Jan Muster",
            "group Jan Muster · DIE LINKE.",
            "group Ina Probe · B.I.S. / FBM",
            "group Ole Beispiel · SPD / DIE GRÜNEN",
            "group Kim Vorlage · FW|FÜR",
            "group Bernd Entwurf · B90/Die Grünen",
            "group Petra Fassung · F.D.P.",
        ),
        ("^person .*(LINKE|GRÜNE|FW|F\\.D)", "^present (?!Jan|Ina|Ole|Kim|Bernd|Petra)"),
    ),
    Form(
        "3 without a party",
        "S",
        minutes(
            "Anwesend:\nStadtrat Jan Muster (pl.)\nStadträtin Ina Probe (parteilos)\nOle Beispiel (fraktionslos)\n"
            "Kim Vorlage (Einzelmandatsträger)\n"
        ),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel", "present Kim Vorlage"),
        ("^group", "^(organisation|committee) (pl|parteilos|fraktionslos|Einzel)", "^person .*pl"),
    ),
    Form(
        "3 surname first with a comma",
        "C",
        minutes("Anwesend:\nMuster, Jan\nProbe, Dr. Ina\nvon Beispiel, Ole\nVorlage-Fassung, Kim\n"),
        (
            "present Jan Muster",
            "present Ina Probe",
            "person Dr. Ina Probe",
            "present Ole von Beispiel",
            "present Kim Vorlage-Fassung",
        ),
        ("^present (Muster|Probe)",),
    ),
    Form(
        "3 surname first without a comma",
        "C",
        minutes(
            "Anwesend:\nMuster Jan\nProbe Ina\nBeispiel Ole\nEntwurf Bernd\n",
            title=AUSTRIAN,
        ),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel", "present Bernd Entwurf"),
        ("^present (Muster|Probe|Beispiel|Entwurf)", "^person Muster"),
    ),
    Form(
        "3 surname first with degrees",
        "C",
        minutes(
            "Anwesend:\nMuster Jan, Ing.\nProbe Mag. Ina\nBeispiel Dipl.-Ing. Ole\nEntwurf Bernd, MBA\n"
            "Fassung Petra MSc\n",
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "present Ina Probe",
            "present Ole Beispiel",
            "present Bernd Entwurf",
            "present Petra Fassung",
        ),
        ("^person .*(MBA|MSc|BSc) ?(Bernd|Petra)? ?[A-Z]?$", "^organisation (MBA|MSc|Ing)", "^present Ing"),
    ),
    Form(
        "3 degrees behind the name",
        "C",
        minutes(
            "Anwesend:\nJan Muster, BSc\nIna Probe MBA\nDI Ole Beispiel\nMag. (FH) Kim Vorlage\nBernd Entwurf, DI-FH\n",
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "present Ina Probe",
            "present Ole Beispiel",
            "present Kim Vorlage",
            "present Bernd Entwurf",
        ),
        ("^organisation (BSc|MBA|DI)", "^(of|group) ", "^present .*(MBA|DI)"),
    ),
    Form(
        "3 run-on list, order known",
        "S",
        minutes("Anwesend:\nJan Muster Ina Probe Ole Beispiel Bernd Entwurf\n"),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel", "present Bernd Entwurf"),
        ("^present (Muster|Probe|Beispiel) ",),
    ),
    Form(
        "3 run-on list, surname first",
        "S",
        minutes("Anwesend:\nMuster Jan Probe Ina Beispiel Ole Entwurf Bernd\n", title=AUSTRIAN),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel", "present Bernd Entwurf"),
        ("^(present|person) (Jan Probe|Ina Beispiel|Ole Entwurf|Muster)",),
    ),
    Form(
        "3 run-on list, order not known",
        "S",
        minutes("Anwesend:\nMartin Otto Ernst Walter Paul Werner\n\nVorsitz: Kim Vorlage\n"),
        ("chair Kim Vorlage", "finding attendee-not-understood"),
        ("^present (?!Kim)", "^person (?!Kim)"),
    ),
    Form(
        "3 names in a sentence",
        "S",
        minutes(
            "Anwesend unter dem Vorsitz des Ortsbürgermeisters Bernd Entwurf waren die Ratsmitglieder Jan- Ole Muster, "
            "Ina Probe und Ole von Beispiel sowie Bürgermeisterin Petra Fassung.\n",
            title="NIEDERSCHRIFT\nüber die Sitzung des Ortsgemeinderates Musterdorf\nam 05.05.2014",
        ),
        (
            "chair Bernd Entwurf",
            "present Jan-Ole Muster",
            "present Ina Probe",
            "present Ole von Beispiel",
            "present Petra Fassung",
        ),
        ("^(chair|present) Jan Muster$", "^person .*meister"),
    ),
    Form(
        "3 only surnames",
        "S",
        minutes("Anwesend:\nJan Muster (Vorsitz)\nRm Probe i. V. für Rm Beispiel\n4. W. Vorlage (ab 19.15)\n"),
        ("present Jan Muster", "present Probe", "present W. Vorlage"),
        ("^present Beispiel", "^person .*Rm", "^person 4"),
    ),
    Form(
        "3 initials tell namesakes apart",
        "S",
        minutes("Anwesend:\nHerr U. Muster (CDU)\nHerr K. Muster (SPD)\nFrau Ina Probe\n"),
        ("present U. Muster", "present K. Muster", "group U. Muster · CDU", "group K. Muster · SPD"),
        ("^group U. Muster · SPD", "^group K. Muster · CDU"),
    ),
    Form(
        "3 numbered list",
        "S",
        minutes("Anwesend:\n1.) Jan Muster\n2.) Ina Probe\n03. Ole Beispiel\no4. Kim Vorlage\n5o. Bernd Entwurf\n"),
        (
            "present Jan Muster",
            "present Ina Probe",
            "present Ole Beispiel",
            "present Kim Vorlage",
            "present Bernd Entwurf",
        ),
        ("^person .*\\d", "^figure", "^number (?!7$)"),
    ),
    Form(
        "3 numbered list in two columns",
        "S",
        minutes(
            "Anwesende:\no1. Bgm. Jan Muster          16. GR. Ina Probe\n"
            "02. Vbgm. Ole Beispiel       17. GR. Kim Vorlage\n"
            "o7. GR. Bernd Entwurf        19. GR. Petra Fassung\n09. GR. Karl Absatz          23.\n24.    25.\n",
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "present Ina Probe",
            "present Ole Beispiel",
            "present Kim Vorlage",
            "present Bernd Entwurf",
            "present Petra Fassung",
            "present Karl Absatz",
        ),
        ("^person .*(\\d|GR|Bgm)", "^present (?!Jan|Ina|Ole|Kim|Bernd|Petra|Karl)"),
    ),
    Form(
        "3 ditto marks",
        "S",
        minutes(
            "Anwesend:\n1.) Bürgermeister   Jan Muster\n2.) Gemeinderat     Ole Beispiel\n"
            '3.)     "           Bernd Entwurf\n'
            '4.)     "           Karl Absatz\n5.) Schriftführerin Ina Probe\n',
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "present Ole Beispiel",
            "present Bernd Entwurf",
            "present Karl Absatz",
            "post Ole Beispiel · Gemeinderat · Gemeinderat der Marktgemeinde Musterbach",
            "post Bernd Entwurf · Gemeinderat · Gemeinderat der Marktgemeinde Musterbach",
            "post Karl Absatz · Gemeinderat · Gemeinderat der Marktgemeinde Musterbach",
        ),
        ('"', "^post (Ina|Jan) .*Gemeinderat ·"),
    ),
    Form(
        "3 substitute: i. V. für",
        "S",
        minutes("Anwesend:\nJan Muster i. V. für Ina Probe\nOle Beispiel\n"),
        ("present Jan Muster", "substitutes Jan Muster for Ina Probe", "present Ole Beispiel"),
        ("^present Ina",),
    ),
    Form(
        "3 substitute: in brackets",
        "S",
        minutes(
            "Anwesend:\nJan Muster (in Vertretung von Ina Probe)\nKim Vorlage (Vertretung für Herrn Ole Beispiel)\n"
        ),
        (
            "present Jan Muster",
            "substitutes Jan Muster for Ina Probe",
            "substitutes Kim Vorlage for Ole Beispiel",
        ),
        ("^present (Ina|Ole)",),
    ),
    Form(
        "3 substitute: vertritt",
        "S",
        minutes("Anwesend:\nMuster, Jan vertritt: Probe, Ina\nBeispiel, Ole\n"),
        ("present Jan Muster", "substitutes Jan Muster for Ina Probe", "present Ole Beispiel"),
        ("^present Ina",),
    ),
    Form(
        "3 substitute: anstatt, als Ersatz für",
        "S",
        minutes("Anwesend:\nJan Muster anstatt Ina Probe\nKim Vorlage als Ersatz für Ole Beispiel\n", title=AUSTRIAN),
        (
            "present Jan Muster",
            "substitutes Jan Muster for Ina Probe",
            "substitutes Kim Vorlage for Ole Beispiel",
        ),
        ("^present (Ina|Ole)",),
    ),
    Form(
        "3 substitute: Ersatzmitglieder",
        "S",
        minutes(
            "Anwesend:\nJan Muster\n\nErsatzmitglieder: Kim Vorlage für Ole Beispiel, Petra Fassung für Ina Probe\n",
            title=AUSTRIAN,
        ),
        (
            "present Jan Muster",
            "present Kim Vorlage",
            "substitutes Kim Vorlage for Ole Beispiel",
            "present Petra Fassung",
            "substitutes Petra Fassung for Ina Probe",
        ),
        ("^present (Ina|Ole)",),
    ),
    Form(
        "3 substitute: member of the committee as deputy",
        "S",
        minutes(
            "Anwesend:\nIna Probe - Vertreterin -\nstellv. Ausschussmitglied Jan Muster als Vertreter des "
            "Ausschussmitglieds Ole Beispiel\n"
        ),
        ("present Ina Probe", "present Jan Muster", "substitutes Jan Muster for Ole Beispiel"),
        ("^present Ole", "^person .*(Vertreter|mitglied)"),
    ),
    Form(
        "3 late and early, by item",
        "C",
        minutes(
            "Anwesend:\nIna Probe (ab TOP 3)\nJan Muster (bis TOP 4)\nOle Beispiel ab TOP 5.)\n"
            "Kim Vorlage (von Pkt. 7 - 12 abwesend)\nBernd Entwurf (ab Pkt. 7, 20.35 Uhr da)\n"
        ),
        (
            "present Ina Probe · ab TOP 3",
            "present Jan Muster · bis TOP 4",
            "present Ole Beispiel · ab TOP 5",
            "present Kim Vorlage",
            "present Bernd Entwurf",
        ),
        ("^absent Kim Vorlage$", "^person .*(TOP|Pkt|\\d)", "^start 20:35", "^item 5"),
    ),
    Form(
        "3 late and early, by the clock",
        "C",
        minutes(
            "Anwesend:\nIna Probe ab 20:20 Uhr\nJan Muster – bis 16.42 Uhr\nOle Beispiel [19:47]\n"
            "Kim Vorlage (bis 16 Uhr)\n"
        ),
        (
            "present Ina Probe · ab 20:20 Uhr",
            "present Jan Muster · bis 16.42 Uhr",
            "present Ole Beispiel",
            "present Kim Vorlage · bis 16 Uhr",
        ),
        ("^person .*\\d", "^(start|end) "),
    ),
    Form(
        "3 late and early, in the text",
        "C",
        minutes(
            "Anwesend:\nIna Probe\nJan Muster\n",
            opening="Ina Probe verlässt die Sitzung um 19.40 Uhr. Herr Muster nimmt ab TOP 3 an der Sitzung teil.",
        ),
        ("present Ina Probe", "present Jan Muster"),
        ("^absent", "^end 19:40", "^speaker", "^present (?!Ina|Jan)"),
    ),
    Form(
        "3 transferred vote",
        "S",
        minutes(
            "Anwesend:\nJan Muster (LHG) mit Stimmrechtsübertragung von Ina Probe\nOle Beispiel (LHG)\n",
            title="PROTOKOLL\nder 7. Sitzung des Studierendenparlaments\nam 05.05.2014",
        ),
        ("present Jan Muster", "group Jan Muster · LHG", "present Ole Beispiel"),
        ("^present Ina", "^organisation .*(Stimm|Ina)"),
    ),
    Form(
        "3 guests with their organisations",
        "C",
        minutes(
            "Anwesend:\nIna Probe\n\nVerwaltung:\nJan Muster, Bauamt\n\nGäste: Herr Beispiel (Musterzeitung), "
            "5 Personen der Öffentlichkeit\n"
        ),
        ("present Ina Probe", "staff Jan Muster", "guest Beispiel", "organisation Musterzeitung"),
        ("^person .*(Person|Öffentl|\\d)", "^guest (?!Beispiel)"),
    ),
    Form(
        "3 speaker for an item",
        "C",
        minutes(
            "Anwesend:\nIna Probe\n\nReferent zu Traktandum 2: Ole Beispiel, Musterplan AG\nPresse: Kim Vorlage\n",
            title=SWISS,
        ),
        ("present Ina Probe", "present Ole Beispiel", "present Kim Vorlage"),
        ("^person .*(Referent|Traktandum)", "^(absent|excused)"),
    ),
    Form(
        "3 magistrate and others",
        "C",
        minutes(
            "Anwesend:\nStadtverordnete\nIna Probe\n\nVom Magistrat waren anwesend:\nBürgermeister Jan Muster\n"
            "Stadtrat Ole Beispiel\n\nFerner anwesend:\nFrau Kim Vorlage, Gleichstellungsbeauftragte\n",
            title="NIEDERSCHRIFT\nüber die 7. Sitzung der Stadtverordnetenversammlung Musterstadt\nam 05.05.2014",
        ),
        ("present Ina Probe", "present Jan Muster", "present Ole Beispiel", "present Kim Vorlage"),
        (
            "^post (Jan|Ole|Kim) .*Stadtverordnete",
            "^of (Jan|Ole|Kim) .*Stadtverordnetenversammlung",
            "^member (Jan|Ole|Kim)",
        ),
    ),
    Form(
        "3 press, paper first",
        "S",
        minutes(
            "Anwesend:\nIna Probe\n\nPresse:\nMusterer Landeszeitung, Herr Beispiel\nMusterzeitung: Vorlage Petra\n"
            "Musterfunk, Entwurf Bernd\n"
        ),
        ("guest Beispiel", "guest Petra Vorlage", "guest Bernd Entwurf", "organisation Musterer Landeszeitung"),
        ("^person .*(zeitung|Zeitung|funk)", "^guest .*(zeitung|Zeitung)"),
    ),
    Form(
        "3 counted people",
        "S",
        minutes(
            "Anwesend:\nIna Probe\n\nGäste:\nca. 80 Bürger\nca. 25 Gäste\n3 Zuhörerinnen\n"
            "eine Person der Öffentlichkeit\n"
        ),
        ("present Ina Probe",),
        ("^person (?!Ina)", "^guest", "finding attendee-not-understood"),
    ),
    Form(
        "3 organisation behind the person",
        "S",
        minutes(
            "Teilnehmer\nHerr Jan Muster    Handwerkskammer Musterland\n"
            "Ole Beispiel, SGD Nord, obere Landesplanungsbehörde\n"
            "J. Vorlage, LLUR\n",
            title="PROTOKOLL\nder 7. Sitzung des Planungsbeirates\nam 05.05.2014",
        ),
        (
            "present Jan Muster",
            "of Jan Muster · Handwerkskammer Musterland",
            "present Ole Beispiel",
            "of Ole Beispiel · SGD Nord",
            "present J. Vorlage",
            "of J. Vorlage · LLUR",
        ),
        ("^person .*(Handwerk|SGD|LLUR)",),
    ),
    Form(
        "3 detached column of organisations",
        "S",
        minutes(
            "Gruppe der Studierenden\nJan Muster\nIna Probe\nOle Beispiel\nFakultät für Chemie\nFakultät für Physik\n"
            "Fakultät für Recht\n",
            title="PROTOKOLL\nder 7. Sitzung des Senats der Universität Musterstadt\nam 05.05.2014",
        ),
        (
            "present Jan Muster",
            "of Jan Muster · Fakultät für Chemie",
            "of Ina Probe · Fakultät für Physik",
            "of Ole Beispiel · Fakultät für Recht",
        ),
        ("^of Jan .*(Physik|Recht)",),
    ),
    Form(
        "3 detached column that does not match",
        "S",
        minutes(
            "Anwesend\nJan Muster\nIna Probe\nOle Beispiel\nFakultät für Chemie\nFakultät für Physik\n",
            title="PROTOKOLL\nder 7. Sitzung des Senats der Universität Musterstadt\nam 05.05.2014",
        ),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel", "finding attendee-not-understood"),
        ("^(of|for|group|post) ", "^person .*Fakultät"),
    ),
    Form(
        "3 organisation without a person",
        "S",
        minutes("Anwesend:\nIna Probe\ndie Ortsbürgermeister der Ortsgemeinden Altdorf, Neudorf\n"),
        ("present Ina Probe",),
        ("^(person|present) (?!Ina Probe)", "^post"),
    ),
    Form(
        "3 list in the annex",
        "S",
        minutes("Teilnehmer: siehe Anlage 1\n"),
        ("finding attendance-in-annex",),
        ("^(person|present|absent)", "finding no-attendance"),
    ),
    Form(
        "3 list elsewhere",
        "S",
        minutes("Anwesend: laut Anwesenheitsliste\nEntschuldigt: siehe beigefügte Anwesenheitsliste\n"),
        ("finding attendance-in-annex",),
        ("^(person|present|absent|excused)", "finding no-attendance"),
    ),
    Form(
        "3 table with ticks",
        "S",
        minutes(
            "Teilnehmer\n\nName            Fraktion   anwesend   entschuldigt\nJan Muster      CDU        ja\n"
            "Ina Probe       SPD                   ja\nOle Beispiel    CDU        ja\n"
        ),
        ("present Jan Muster", "excused Ina Probe", "present Ole Beispiel", "group Ina Probe · SPD"),
        ("^present Ina", "^(organisation|committee) ja"),
    ),
    Form(
        "3 table with ticks, columns lost",
        "S",
        minutes(
            "Teilnehmer\n\nName\nFraktion\nanwesend\nentschuldigt\n\nIna Probe\nListe A\n\nja\n\nJan Muster\n"
            "Liste B\nja\n"
        ),
        ("person Ina Probe", "person Jan Muster"),
        ("^(present|excused|absent) ", "^person (?!Ina|Jan)"),
    ),
    Form(
        "3 abbreviated offices of one meaning",
        "C",
        minutes(
            "Anwesend:\nBgm. Jan Muster\nRM Ina Probe\nRh. Ole Beispiel\nsB Kim Vorlage\nOB Bernd Entwurf\n",
            title="NIEDERSCHRIFT\nüber die 7. Sitzung des Stadtrates der Stadt Musterau\nam 05.05.2014",
        ),
        (
            "present Jan Muster",
            "post Jan Muster · Bürgermeister · Stadt Musterau",
            "present Ina Probe",
            "present Ole Beispiel",
            "post Ole Beispiel · Ratsherr · Stadtrat der Stadt Musterau",
            "present Kim Vorlage",
            "present Bernd Entwurf",
        ),
        ("^(person|present) .*(Bgm|RM|Rh|sB|OB)", "^(organisation|committee) (RM|OB|sB)"),
    ),
    Form(
        "3 abbreviated office, the Land is named",
        "C",
        minutes(
            "Anwesend:\nGV Jan Muster\nGV Ina Probe\nBM Ole Beispiel\n",
            title="NIEDERSCHRIFT\nüber die 7. Sitzung der Gemeindevertretung der Gemeinde Musterkoog\nam 05.05.2014",
        ),
        (
            "present Jan Muster",
            "post Jan Muster · Gemeindevertreter · Gemeindevertretung der Gemeinde Musterkoog",
            "post Ina Probe · Gemeindevertreterin · Gemeindevertretung der Gemeinde Musterkoog",
            "post Ole Beispiel · Bürgermeister · Gemeinde Musterkoog",
        ),
        ("Gemeindevorstand", "^person .*(GV|BM)", "^post Ole .*Gemeindevertreter"),
        style="niederschrift-sh",
    ),
    Form(
        "3 abbreviated office, the Land is not known",
        "C",
        minutes(
            "Anwesend:\nGV Jan Muster\nGV Ina Probe\nBM Ole Beispiel\n",
            title="NIEDERSCHRIFT\nüber die 7. Sitzung der Gemeindevertretung der Gemeinde Musterkoog\nam 05.05.2014",
        ),
        ("present Jan Muster", "present Ina Probe", "present Ole Beispiel"),
        ("^post", "Gemeindevorstand", "^person .*(GV|BM)"),
    ),
    Form(
        "3 abbreviated office in Austria",
        "C",
        minutes(
            "Anwesend:\nBgm. Jan Muster\nVbgm. Ina Probe\nGR Ole Beispiel\nGV Kim Vorlage\n",
            title=AUSTRIAN,
        ),
        (
            "post Jan Muster · Bürgermeister · Marktgemeinde Musterbach",
            "post Ina Probe · Vizebürgermeisterin · Marktgemeinde Musterbach",
            "post Ole Beispiel · Gemeinderat · Gemeinderat der Marktgemeinde Musterbach",
            "present Kim Vorlage",
        ),
        ("Gemeindevertreter", "^person .*(GR|GV)"),
    ),
    Form(
        "3 all others excused",
        "S",
        minutes("Anwesend:\nIna Probe\nJan Muster\n\nAlle übrigen Mitglieder sind entschuldigt.\n"),
        ("present Ina Probe", "present Jan Muster"),
        ("^excused", "^person (?!Ina|Jan)"),
    ),
)
