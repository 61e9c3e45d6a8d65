"""Titles of minutes: what the paper calls itself, which session of which body it records."""

from __future__ import annotations

from notation import Form

AGENDA = """
Tagesordnung
1. Eröffnung
2. Neubau des Bauhofs
3. Verschiedenes
"""

RESULTS = """
TOP 1 Eröffnung
Der Vorsitzende eröffnet die Sitzung.

TOP 2 Neubau des Bauhofs
Die Pläne werden vorgestellt.

TOP 3 Verschiedenes
Es liegt nichts vor.
"""


def minutes(title: str) -> str:
    """A small council minute under ``title``."""
    return f"{title}\n{AGENDA}{RESULTS}"


FORMS: tuple[Form, ...] = (
    Form(
        "1 plain word",
        "C",
        minutes(
            "Niederschrift über die 4. öffentliche Sitzung des Bauausschusses der Gemeinde Musterau\n"
            "am 05.05.2014 im Gemeindehaus"
        ),
        (
            "title Niederschrift über die 4. öffentliche Sitzung des Bauausschusses der Gemeinde Musterau",
            "style niederschrift",
            "number 4",
            "date 2014-05-05",
            "body Bauausschuss der Gemeinde Musterau",
        ),
    ),
    Form(
        "1 plain word in capitals",
        "C",
        minutes(
            "PROTOKOLL\nDER 11. SITZUNG DES HAUPTAUSSCHUSSES\n"
            "am Dienstag, 4. November 2014, in der Aula der Grundschule"
        ),
        ("title PROTOKOLL", "number 11", "date 2014-11-04", "body Hauptausschuss"),
    ),
    Form(
        "1 letter-spaced",
        "C",
        "N i e d e r s c h r i f t\n\nüber die 9. Sitzung des Kulturausschusses vom 12.03.2015\n\n"
        "T a g e s o r d n u n g\n1. Eröffnung\n2. Neubau des Bauhofs\n3. Verschiedenes\n" + RESULTS,
        (
            "title Niederschrift",
            "style niederschrift",
            "number 9",
            "date 2015-03-12",
            "body Kulturausschuss",
            "item 2 · Neubau des Bauhofs",
            "treated 3",
        ),
    ),
    Form(
        "1 letter-spaced, Swiss",
        "C",
        "P R O T O K O L L\n\nder Gemeindeversammlung vom 4. Dezember 2017, 20.00 Uhr, Mehrzweckhalle\n\n"
        "T r a k t a n d e n\n1. Eröffnung\n2. Neubau des Bauhofs\n3. Verschiedenes\n" + RESULTS,
        (
            "title PROTOKOLL",
            "date 2017-12-04",
            "start 20:00",
            "body Gemeindeversammlung",
            "item 1 · Eröffnung",
            "item 3 · Verschiedenes",
        ),
    ),
    Form(
        "1 letter-spaced with torn capitals",
        "S",
        minutes(
            "G EMEINDEAMT  M USTERDORF\n\nN I E D E R S C H R I F T\n"
            "über die  ö f f e n t l i c h e  S I T Z U N G  des Gemeinderates am 21.09.2010 um 19.30 Uhr"
        ),
        (
            "title NIEDERSCHRIFT",
            "style niederschrift",
            "body Gemeinderat",
            "date 2010-09-21",
            "start 19:30",
        ),
    ),
    Form(
        "1 Austrian title with a running number",
        "S",
        minutes(
            "Lfd.Nr. 12    Jahr 2008\n\nVERHANDLUNGSSCHRIFT\n\nüber die öffentliche Sitzung des Gemeinderates der "
            "Marktgemeinde Musterbach\nam Donnerstag, dem 11. Dezember 2008, 19.00 Uhr"
        ),
        (
            "title VERHANDLUNGSSCHRIFT",
            "number 12",
            "date 2008-12-11",
            "start 19:00",
            "body Gemeinderat der Marktgemeinde Musterbach",
        ),
        ("^date (?!2008-12-11)",),
    ),
    Form(
        "1 Austrian title with number and year",
        "S",
        minutes(
            "GR 12/2011\n\nSitzungsprotokoll\n\nüber die Sitzung des Gemeinderates der Stadtgemeinde Musterbach\n"
            "am 14.12.2011 im Rathaussaal"
        ),
        (
            "title Sitzungsprotokoll",
            "number 12",
            "date 2011-12-14",
            "body Gemeinderat der Stadtgemeinde Musterbach",
        ),
    ),
    Form(
        "1 Ergebnisniederschrift",
        "S",
        minutes("Ergebnisniederschrift\nüber die 3. Sitzung des Klimabeirates am 03.07.2019"),
        ("title Ergebnisniederschrift", "number 3", "date 2019-07-03", "body Klimabeirat"),
    ),
    Form(
        "1 Beschlussprotokoll",
        "S",
        minutes("Beschlussprotokoll\nder 17. Sitzung des Ortsbeirates Musterdorf am 19.01.2021"),
        ("title Beschlussprotokoll", "number 17", "date 2021-01-19", "body Ortsbeirat Musterdorf"),
    ),
    Form(
        "1 Wortprotokoll",
        "S",
        minutes("Wortprotokoll\n\n8. Sitzung des Kulturausschusses, 03.06.2013"),
        ("title Wortprotokoll", "number 8", "date 2013-06-03", "body Kulturausschuss"),
    ),
    Form(
        "1 Kurzprotokoll",
        "S",
        minutes("Kurzprotokoll der Sitzung des Stadtteilbeirates Musterhagen vom 08.02.2016"),
        ("date 2016-02-08", "body Stadtteilbeirat Musterhagen"),
    ),
    Form(
        "1 Mitschrift",
        "S",
        minutes("Mitschrift\nder Sitzung des Elternbeirates am 23.04.2018"),
        ("title Mitschrift", "date 2018-04-23", "body Elternbeirat"),
    ),
    Form(
        "1 Aktenvermerk",
        "S",
        minutes("Aktenvermerk\n\nAnhörung des Umweltausschusses am 03.02.2011"),
        ("title Aktenvermerk", "date 2011-02-03", "body Umweltausschuss"),
        ("^person",),
    ),
    Form(
        "1 Unterrichtung",
        "S",
        minutes("Unterrichtung\nüber die 6. Sitzung des Verkehrsausschusses am 14.09.2016"),
        ("title Unterrichtung", "number 6", "date 2016-09-14", "body Verkehrsausschuss"),
    ),
    Form(
        "1 Auszug",
        "S",
        minutes("Auszug aus der Niederschrift\nder 6. Sitzung des Verkehrsausschusses vom 14.09.2016"),
        ("title Auszug aus der Niederschrift", "number 6", "date 2016-09-14", "body Verkehrsausschuss"),
    ),
    Form(
        "1 Dokumentation of a closed meeting",
        "S",
        minutes("Dokumentation Klausurtagung\ndes Kreisausschusses am 16. Oktober 2015"),
        ("title Dokumentation Klausurtagung", "date 2015-10-16", "body Kreisausschuss"),
    ),
    Form(
        "1 split over lines, body before and after",
        "S",
        minutes(
            "Amt Musterland\n– Der Amtsvorsteher –\n\nNiederschrift\n\n2. Sitzung\ndes Amtsausschusses\n"
            "am 27.08.2013\nin der Amtsverwaltung"
        ),
        ("title Niederschrift", "number 2", "date 2013-08-27", "body Amtsausschuss", "organisation Amt Musterland"),
        ("^person", "^chair"),
    ),
    Form(
        "1 number: plenary session",
        "S",
        minutes("Niederschrift\n13. Plenarsitzung des Stadtrates\nam 05.06.2012"),
        ("number 13", "date 2012-06-05", "body Stadtrat"),
    ),
    Form(
        "1 number: with the term of office",
        "S",
        minutes("NIEDERSCHRIFT Nr. 52 / 2005 – 2010\nüber die Sitzung des Gemeinderates vom 09.03.2010"),
        ("number 52", "date 2010-03-09", "body Gemeinderat"),
        ("^(start|end) ",),
    ),
    Form(
        "1 number: of the year",
        "S",
        minutes("Niederschrift\nSitzung 1/2020 des Werkausschusses\n22.01.2020"),
        ("number 1", "date 2020-01-22", "body Werkausschuss"),
    ),
    Form(
        "1 number: with the Roman term",
        "S",
        minutes("Niederschrift über die öff. VII/3. Sitzung der Regionalvertretung\nam 30.10.2014"),
        ("number 3", "date 2014-10-30", "body Regionalvertretung"),
        ("^number 7",),
    ),
    Form(
        "1 number: term of office beside the session",
        "S",
        minutes("NIEDERSCHRIFT\nX. Wahlperiode\n28. ordentliche Sitzung des Kreistages am 12.12.2013"),
        ("number 28", "date 2013-12-12", "body Kreistag"),
        ("^number 10",),
    ),
    Form(
        "1 constitutive session",
        "S",
        minutes("Niederschrift\nüber die konstituierende Sitzung der Gemeindevertretung Musterkoog\nam 19.06.2018"),
        ("date 2018-06-19", "body Gemeindevertretung Musterkoog"),
        ("^number",),
    ),
    Form(
        "1 special session",
        "S",
        minutes("NIEDERSCHRIFT\nSondersitzung des Finanzausschusses am 02.07.2015"),
        ("date 2015-07-02", "body Finanzausschuss"),
        ("^number",),
    ),
    Form(
        "1 continued session",
        "S",
        minutes(
            "Niederschrift\nüber die Fortsetzung der Sitzung vom 17.11.2016 des Planungsausschusses\nam 24.11.2016"
        ),
        ("date 2016-11-24", "body Planungsausschuss"),
        ("^date 2016-11-17",),
    ),
    Form(
        "1 public part only",
        "S",
        minutes("Niederschrift\nüber den öffentlichen Teil der 5. Sitzung des Hauptausschusses\nam 20.05.2015"),
        ("number 5", "date 2015-05-20", "body Hauptausschuss", "finding part-of-session"),
    ),
    Form(
        "1 one file per item",
        "S",
        "Auszug aus der Niederschrift\n12. Sitzung des Sozialausschusses, 03.05.2021, 17:00 Uhr\n\n"
        "TOP 5 Zuschuss für den Jugendtreff\nDie Verwaltung stellt die Vorlage vor.\n",
        (
            "number 12",
            "date 2021-05-03",
            "start 17:00",
            "body Sozialausschuss",
            "item 5 · Zuschuss für den Jugendtreff",
            "treated 5",
        ),
        ("^(item|treated) (?!5\\b)",),
    ),
    Form(
        "1 joint session",
        "S",
        minutes(
            "Niederschrift\nüber die gemeinsame Sitzung des Ausschusses für Umwelt mit dem Naturschutzbeirat\n"
            "am 08.09.2020"
        ),
        ("date 2020-09-08", "body Ausschuss für Umwelt", "committee Naturschutzbeirat"),
        ("^body .*mit",),
    ),
    Form(
        "1 joint session, und",
        "S",
        minutes("Niederschrift\nAusschuss für Umwelt und Verkehr und Naturschutzbeirat\n8. September 2020, 16:00 Uhr"),
        ("date 2020-09-08", "body Ausschuss für Umwelt und Verkehr", "committee Naturschutzbeirat"),
        ("^body .*beirat",),
    ),
)
