"""Minutes of the session whose records stand in ``invented_records``."""

MINUTES = """NIEDERSCHRIFT

Stadt Lindenau
Gremium: Gemeinderat
Termin: 14. März 2023, 18:00 Uhr
öffentlich
Ort: Saal der Alten Mühle
Vorsitzende: Bürgermeisterin Rosa Halm

1.

Punkt 1 der Tagesordnung: Neubau der Fußgängerbrücke am Wehr
Vorlage: 17/2023

Beschluss:
Der Gemeinderat beschließt den Neubau der Fußgängerbrücke am Wehr.

Abstimmungsergebnis:
Einstimmige Zustimmung

Die Vorsitzende ruft Tagesordnungspunkt 1 zur Behandlung auf.

Zur Beurkundung:
Die Schriftführerin:
"""
