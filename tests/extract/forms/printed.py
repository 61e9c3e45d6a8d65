"""Heads and lists as they are printed, whole: what a form means beside all the others of its page."""

from __future__ import annotations

from notation import Form

AUSTRIA = """\
Marktgemeinde Beispielkirchen                                   Lfd. Nr. 4/2013
Bezirk Musterbezirk

VERHANDLUNGSSCHRIFT

über die öffentliche Sitzung des Gemeinderates am Donnerstag, 26. September 2013,
Tagungsort: Sitzungssaal des Marktgemeindeamtes

Anwesende:

 1. Bgm. Haberl Josef als Vorsitzender          13. GR. Steiner Karl
 2. Vizebgm. Dipl.-Ing. Lechner Anna            14. GR. Mayr Elisabeth
 3. GV. Brunner Franz                           15. GR. Pichler Johann
 4. GV. Huber Maria                             16. GR.
 5. GR. Wimmer Georg

Ersatzmitglieder:

Ersatz-GR. Leitner Thomas für GR. Auer Peter
Ersatz-GR. Gruber Eva für GR. Moser Klaus

Der Leiter des Gemeindeamtes: AL Fuchs Herbert
Fachkundige Personen: DI Hofer Andreas (Planungsbüro Hofer)

Es fehlen:
entschuldigt:                                 unentschuldigt:
GR. Auer Peter                                -
GR. Moser Klaus

Der Schriftführer (§ 54 der Gemeindeordnung): Fuchs Herbert

Der Vorsitzende eröffnet um 19.30 Uhr die Sitzung und stellt fest, dass
a) die Sitzung von ihm einberufen wurde;
b) die Verständigung am 18.09.2013 unter Bekanntgabe der Tagesordnung erfolgt ist;
c) die Beschlussfähigkeit gegeben ist.

Tagesordnung:

1. Bericht des Prüfungsausschusses vom 10.09.2013
2. Flächenwidmungsplan Nr. 5, Änderung Nr. 12
3. Allfälliges

Zu Punkt 1: Bericht des Prüfungsausschusses vom 10.09.2013
Der Obmann GR. Wimmer Georg berichtet.

Zu Punkt 2: Flächenwidmungsplan Nr. 5, Änderung Nr. 12
Bgm. Haberl stellt den Antrag, die Änderung zu genehmigen. Beschluss: Der Antrag wird einstimmig angenommen.

Zu Punkt 3: Allfälliges
Keine Wortmeldungen. Der Vorsitzende schließt um 21.05 Uhr die Sitzung.
"""

SCHLESWIG_HOLSTEIN = """\
                                                              Musterkoog, den 14.12.2009
                              N i e d e r s c h r i f t

über die 7. öffentliche Sitzung der Gemeindevertretung Musterkoog
am Donnerstag, dem 10. Dezember 2009, in der Gaststätte „Zur Schleuse“

Beginn: 19.30 Uhr                                        Ende: 21.40 Uhr

Gesetzliche Mitgliederzahl: 9

Anwesend:
Bürgermeister Hansen, Uwe            als Vorsitzender
GV Petersen, Jens
GV Thomsen, Inke
1. stellv. Bgm. Carstensen, Dirk
wählbarer Bürger Nissen, Ralf
GV Lorenzen, Heike (ab TOP 4)

Entschuldigt fehlte/n:
GV Jessen, Karin

Ferner anwesend:
Herr Claussen, Amt Mittelmusterland, als Protokollführer
Frau Brodersen, LVB
3 Zuhörer

TAGESORDNUNG

1. Eröffnung, Begrüßung und Feststellung der Beschlussfähigkeit
2. Einwohnerfragestunde
3. Niederschrift der Sitzung vom 17.09.2009
4. Haushaltssatzung 2010
5. Verschiedenes

zu 1  Eröffnung, Begrüßung und Feststellung der Beschlussfähigkeit
Bürgermeister Hansen eröffnet die Sitzung.

zu 2  Einwohnerfragestunde
Herr Matthiesen fragt nach dem Winterdienst.

zu 3  Niederschrift der Sitzung vom 17.09.2009
Einwendungen werden nicht erhoben.

zu 4  Haushaltssatzung 2010
Die Gemeindevertretung beschließt die Haushaltssatzung 2010. 7 dafür, 0 dagegen, 1 Enthaltung

zu 5  Verschiedenes
Es liegt nichts vor.

gez. Hansen                            gez. Claussen
Bürgermeister                          Protokollführer
"""

SWITZERLAND = """\
Einwohnergemeinde Musterwil

Protokoll der ordentlichen Gemeindeversammlung
vom Montag, 4. Dezember 2017, 20.00 Uhr, in der Turnhalle Dorf

Vorsitz           Gemeindepräsident Kurt Zbinden
Protokoll         Gemeindeschreiberin Ursula Wyss
Stimmenzähler     Beat Aebi, Dorfstrasse 12
                  Monika Gerber, Kirchweg 3
Anwesend          52 Personen, davon 48 Stimmberechtigte
Absolutes Mehr    25
Gäste             Peter Lüthi, Musterer Tagblatt
Entschuldigt      Gemeinderat Hans Kunz
Publikation       Anzeiger Nr. 44 vom 2. November 2017

Traktanden

1. Wahl der Stimmenzähler
2. Budget 2018
3. Verschiedenes

1. Wahl der Stimmenzähler
Es werden gewählt: Beat Aebi und Monika Gerber.

2. Budget 2018
Gemeinderat Fritz Moser erläutert das Budget.
Das Budget wird mit grossem Mehr genehmigt.

3. Verschiedenes
Schluss der Versammlung: 21.15 Uhr

Der Präsident             Die Gemeindeschreiberin
K. Zbinden                U. Wyss
"""

NORTH_RHINE = """\
Stadt Musterhausen
Niederschrift
über die 14. Sitzung des Ausschusses für Schule und Sport
am Mittwoch, 12.06.2013, 17:00 Uhr
im großen Sitzungssaal, Rathaus, Markt 1

Anwesend sind:

a) stimmberechtigte Mitglieder

Vorsitzende
  Rm Bauer, Sabine (SPD)
stv. Vorsitzender
  Rm Klein, Stefan (CDU)
Ratsmitglieder
  Becker, Jürgen (CDU)
  Rm Schäfer i. V. für Rm Wolf
  Dr. Neumann, Petra (GRÜNE)
sachkundige Bürger
  Krüger, Uwe (FDP)
  sB Hartmann, Nina (SPD) vertritt: Vogel, Tim

b) beratende Mitglieder
  Pastor Schuster, Martin (Kath. Kirche)

Es fehlten entschuldigt:
  Wolf, Tanja (SPD)

von der Verwaltung:
  Beig. Lange
  StVR Schubert
  Frau Engel als Schriftführerin

Tagesordnung:
A. Öffentlicher Teil
1. Einwohnerfragestunde
2. Sachstand Mensa
   Vorlage 123/2013
B. Nichtöffentlicher Teil
3. Vergaben

Die Vorsitzende Frau Bauer eröffnet um 17.02 Uhr die Sitzung. Sie stellt die form- und fristgerechte Ladung fest.

TOP 1 Einwohnerfragestunde
Keine Fragen.
TOP 2 Sachstand Mensa
Frau Lange berichtet.
TOP 3 Vergaben
Der Ausschuss nimmt Kenntnis.

Ende der Sitzung: 18.45 Uhr
"""

BAVARIA = """\
Gemeinde Musterried
Landkreis Musterland

Niederschrift
über die öffentliche Sitzung des Gemeinderates
vom 15.10.2012
Sitzungsort: Rathaus, Sitzungssaal
Vorsitzender: 1. Bürgermeister Josef Huber
Schriftführer: Maria Maier
Gremiumsmitglieder: 15          anwesend: 13
Namen der anwesenden Gremiumsmitglieder:
Albert Bauer, Christine Eder, 2. Bgm. Franz Gruber, Johann Huber sen., Johann Huber jun.,
Rosa Lang, Peter Moser (ab 19.40 Uhr), Dr. Eva Pichler
Abwesende und entschuldigt: Karl Reiter (b), Anna Seidl (p)

Tagesordnung
1  Genehmigung der Niederschrift vom 17.09.2012
2  Bauantrag Fl.-Nr. 215/34
3  Verschiedenes
1  Genehmigung der Niederschrift vom 17.09.2012
Die Niederschrift wird genehmigt. Abstimmungsergebnis: 12 : 0
2  Bauantrag Fl.-Nr. 215/34
Das Einvernehmen wird erteilt. Abstimmung: Ja: 12, Nein: 1
3  Verschiedenes
Keine Wortmeldungen.
"""

PALATINATE = """\
Ortsgemeinde Musterbach                                         55555 Musterbach, den 11.11.2014

Niederschrift
über die Sitzung des Ortsgemeinderates Musterbach
am Mittwoch, dem 05.11.2014, um 19.00 Uhr im Gemeindehaus

Anwesend unter dem Vorsitz von Ortsbürgermeister Werner Schmitt waren die Beigeordneten Klaus Weber
und Petra Becker sowie die Ratsmitglieder Hans Wagner, Ute Hoffmann, Rolf Schulz, Anne Zimmer-
mann und Peter Krause.

Entschuldigt fehlte: Ratsmitglied Horst Braun

Außerdem anwesend: Herr Lang von der Verbandsgemeindeverwaltung als Schriftführer

Tagesordnung

I. Öffentlicher Teil
1. Einwohnerfragestunde
2. Annahme einer Spende
II. Nichtöffentlicher Teil
3. Grundstücksangelegenheiten

1. Einwohnerfragestunde
Es liegen keine Anfragen vor.

2. Annahme einer Spende
Der Ortsgemeinderat beschließt einstimmig die Annahme der Spende.

3. Grundstücksangelegenheiten
Es wird beraten.
"""

HESSE = """\
NIEDERSCHRIFT

der 21. öffentlichen Sitzung der Stadtverordnetenversammlung der Stadt Musterstein
am Donnerstag, 18.09.2014, 20:00 Uhr bis 22:35 Uhr
im Bürgerhaus, Großer Saal

Anwesenheiten

Vorsitz:
Stadtverordnetenvorsteher Jürgen Roth (SPD)

Anwesend:
1. Roth, Jürgen               SPD
2. Arnold, Birgit             SPD
3. Diehl, Karl-Heinz          CDU           ab 20.15 Uhr
4. Engel, Dr. Monika          GRÜNE
5. Franke, Stefan             CDU           bis TOP 6

Entschuldigt:
6. Haas, Christa              FDP

Vom Magistrat waren anwesend:
Bürgermeister Thomas Jung
Erste Stadträtin Silke Kaiser
Stadtrat Dieter Lorenz

Schriftführerin:
Frau Martina Otto

Gäste:
Musterer Allgemeine Zeitung, Herr Vogt
ca. 15 Zuhörer

Tagesordnung
Teil A
1. Eröffnung
2. Bauleitplanung
Teil B
3. Haushalt

1. Eröffnung
Stadtverordnetenvorsteher Roth eröffnet die Sitzung.
2. Bauleitplanung
Es wird beraten.
3. Haushalt
Es wird beraten.
"""

STUDENTS = """\
Protokoll der 3. ordentlichen Sitzung des Studierendenparlaments der Universität Musterstadt
Datum: 12.11.2014          Beginn: 18:15 Uhr c.t.          Ende: 21:40 Uhr
Ort: Hörsaal 3
Redeleitung: Lena Fischer
Protokoll: Max Berger

Anwesende:
Jusos: Lena Fischer, Tim Wolf, Sara Klein
RCDS: Max Berger, Paul Lange (bis 20:30)
GHG: Julia Sommer, Nina Winter (Stimmrechtsübertragung von Tom Herbst)
Gäste: Anna Frühling (AStA)
Entschuldigt: Tom Herbst
Unentschuldigt: -

Tagesordnung:
TOP 1: Begrüßung und Formalia
TOP 2: Bericht des AStA
TOP 3: Sonstiges

TOP 1: Begrüßung und Formalia
Lena eröffnet die Sitzung um 18:30 Uhr. Die Beschlussfähigkeit wird festgestellt.
TOP 2: Bericht des AStA
Anna berichtet.
TOP 3: Sonstiges
Nichts.
"""

TICKS = """\
Amt Mustersee
Der Amtsvorsteher

N i e d e r s c h r i f t
über die 4. Sitzung des Amtsausschusses am 03.12.2013 im Sitzungssaal der Amtsverwaltung

Beginn: 18.00 Uhr                      Ende: 19.25 Uhr

Anwesenheitsliste

Name                    Gemeinde        anwesend    entschuldigt    unentschuldigt
Albrecht, Heinz         Altensee           x
Brandt, Monika          Neuensee                         x
Conrad, Egon            Obersee            x
Dietrich, Ilse          Untersee                                          x
                                   - 2 -
Ernst, Walter           Mittelsee          x

Verwaltung:
LVB Herr Fuchs
Protokollantin: Frau Günther

Die Einladung erfolgte form- und fristgerecht mit Schreiben vom 19.11.2013.

Tagesordnung:
1.   Eröffnung der Sitzung
2.   Haushaltsplan 2014
3.   Verschiedenes

1.   Eröffnung der Sitzung
Der Amtsvorsteher eröffnet die Sitzung.
2.   Haushaltsplan 2014
Der Plan wird beraten.
3.   Verschiedenes
Keine.
"""

FORMS: tuple[Form, ...] = (
    Form(
        "3 whole list, Austria",
        "C",
        AUSTRIA,
        (
            "date 2013-09-26",
            "number 4",
            "start 19:30",
            "end 21:05",
            "place Sitzungssaal des Marktgemeindeamtes",
            "chair Josef Haberl",
            "minutes Herbert Fuchs",
            "present Josef Haberl",
            "present Anna Lechner",
            "present Karl Steiner",
            "present Johann Pichler",
            "substitutes Thomas Leitner for Peter Auer",
            "substitutes Eva Gruber for Klaus Moser",
            "excused Peter Auer",
            "excused Klaus Moser",
            "treated 3",
        ),
        (
            "^present (Peter Auer|Klaus Moser)",
            "^person Fachkundige",
            "^absent",
            "^person .*(GR|Bgm|GV)",
            "^(present|person) (Haberl|Brunner|Auer)",
        ),
    ),
    Form(
        "3 whole list, Schleswig-Holstein",
        "C",
        SCHLESWIG_HOLSTEIN,
        (
            "date 2009-12-10",
            "number 7",
            "start 19:30",
            "end 21:40",
            "chair Uwe Hansen",
            "minutes Claussen",
            "present Jens Petersen",
            "post Jens Petersen · Gemeindevertreter · Gemeindevertretung Musterkoog",
            "present Ralf Nissen",
            "present Heike Lorenzen · ab TOP 4",
            "excused Karin Jessen",
            "present Brodersen",
            "treated 5",
        ),
        (
            "^date 2009-12-14",
            "^number 9",
            "^(of|post|group|member) .*Brodersen",
            "^person .*(GV|Bgm)",
            "^committee (LVB|GV)",
            "^present (Petersen|Nissen)",
            "^present Karin",
        ),
        style="niederschrift-sh",
    ),
    Form(
        "3 whole head, Switzerland",
        "C",
        SWITZERLAND,
        (
            "date 2017-12-04",
            "start 20:00",
            "place Turnhalle Dorf",
            "chair Kurt Zbinden",
            "minutes Ursula Wyss",
            "guest Peter Lüthi",
            "excused Hans Kunz",
            "treated 3",
        ),
        (
            "^number",
            "^(person|guest) .*Tagblatt",
            "^(chair|minutes) (Beat|Monika)",
            "^person .*(strasse|weg)",
            "^date 2017-11",
        ),
    ),
    Form(
        "3 whole list, Nordrhein-Westfalen",
        "C",
        NORTH_RHINE,
        (
            "date 2013-06-12",
            "number 14",
            "start 17:00",
            "body Ausschuss für Schule und Sport",
            "present Sabine Bauer",
            "group Sabine Bauer · SPD",
            "group Stefan Klein · CDU",
            "present Jürgen Becker",
            "substitutes Schäfer for Tanja Wolf",
            "post Uwe Krüger · sachkundiger Bürger · Ausschuss für Schule und Sport",
            "substitutes Nina Hartmann for Tim Vogel",
            "present Martin Schuster",
            "excused Tanja Wolf",
            "staff Lange",
            "present Schubert",
            "minutes Engel",
        ),
        (
            "^present (Tanja|Tim)",
            "^excused (Lange|Schubert|Engel)",
            "^person .*(Pastor|Rm|sB)",
            "^post Martin Schuster .*Ratsmitglied",
            "^(chair|presenter 1) ",
        ),
    ),
    Form(
        "3 whole list, Bayern",
        "C",
        BAVARIA,
        (
            "date 2012-10-15",
            "place Rathaus, Sitzungssaal",
            "chair Josef Huber",
            "minutes Maria Maier",
            "present Albert Bauer",
            "post Franz Gruber · 2. Bürgermeister · Gemeinde Musterried",
            "present Peter Moser · ab 19.40 Uhr",
            "person Dr. Eva Pichler",
            "excused Karl Reiter",
            "excused Anna Seidl",
        ),
        (
            "^(start|end) ",
            "^post Christine",
            "^number",
            "^present (Karl|Anna)",
            "^group",
            "^(organisation|committee) [bp]$",
        ),
    ),
    Form(
        "3 whole list, Rheinland-Pfalz",
        "C",
        PALATINATE,
        (
            "date 2014-11-05",
            "start 19:00",
            "place Gemeindehaus",
            "chair Werner Schmitt",
            "present Klaus Weber",
            "present Anne Zimmermann",
            "present Peter Krause",
            "excused Horst Braun",
            "minutes Lang",
            "person Lang",
        ),
        ("^date 2014-11-11", "^present Horst", "^person .*(von der|meister)", "^(of|post|group) (Klaus|Petra|Anne)"),
    ),
    Form(
        "3 whole list, Hessen",
        "C",
        HESSE,
        (
            "date 2014-09-18",
            "start 20:00",
            "end 22:35",
            "number 21",
            "chair Jürgen Roth",
            "minutes Martina Otto",
            "group Birgit Arnold · SPD",
            "present Karl-Heinz Diehl · ab 20.15 Uhr",
            "person Dr. Monika Engel",
            "present Stefan Franke · bis TOP 6",
            "excused Christa Haas",
            "group Christa Haas · FDP",
            "present Thomas Jung",
            "present Silke Kaiser",
            "guest Vogt",
            "organisation Musterer Allgemeine Zeitung",
        ),
        (
            "^(member|group|of) (Thomas|Silke|Dieter)",
            "^present Christa",
            "^person .*(Zeitung|Zuhörer)",
            "^excused (Thomas|Silke|Dieter|Vogt)",
            "^start 20:15",
        ),
    ),
    Form(
        "3 whole list, students",
        "C",
        STUDENTS,
        (
            "date 2014-11-12",
            "start 18:15",
            "end 21:40",
            "number 3",
            "place Hörsaal 3",
            "chair Lena Fischer",
            "minutes Max Berger",
            "group Tim Wolf · Jusos",
            "group Max Berger · RCDS",
            "present Paul Lange · bis 20:30",
            "present Nina Winter",
            "guest Anna Frühling",
            "excused Tom Herbst",
        ),
        ("^present Tom", "^group Anna", "^person (Jusos|RCDS|GHG)", "^absent"),
    ),
    Form(
        "3 whole list, ticks under centred heads",
        "S",
        TICKS,
        (
            "date 2013-12-03",
            "start 18:00",
            "end 19:25",
            "number 4",
            "present Heinz Albrecht",
            "excused Monika Brandt",
            "absent Ilse Dietrich",
            "present Walter Ernst",
            "staff Fuchs",
            "present Fuchs",
            "minutes Günther",
        ),
        ("^present (Monika|Ilse)", "^(group|of) .*see$", "^date 2013-11", "^person .*(LVB|\\d)"),
    ),
)
