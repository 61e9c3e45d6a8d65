"""Organisations, projects, days, times and sums; and figures that only look like them."""

from __future__ import annotations

from council import HEAD, TREATED, decided, item
from notation import Form

ORGANISATIONS = (
    Form(
        "9 abbreviation in brackets",
        "C",
        item(
            "Die Lokale Tourismusagentur (LTA) stellt den Plan vor. Die LTA bittet um einen Zuschuss.",
        ),
        ("organisation Lokale Tourismusagentur", "alias LTA = Lokale Tourismusagentur"),
        ("^organisation LTA",),
    ),
    Form(
        "9 brackets that abbreviate nothing",
        "C",
        item("Frau Kowalski (SPD) dankt dem Heimatverein (Talheim). Der Förderverein (12) meldet sich."),
        ("group Mira Kowalski · SPD",),
        ("^alias (?:SPD|Talheim|12) = .*(?:Heimatverein|Förderverein)",),
    ),
    Form(
        "9 quoted name of a project",
        "C",
        item("Das Projekt „Backhaus Talheim“ wird vorgestellt. Das war wieder eine „tolle“ Idee."),
        ("project Backhaus Talheim",),
        ("^project tolle",),
    ),
    Form(
        "9 quoted name in other marks",
        "C",
        item("Das Projekt »Backhaus Talheim« wird vorgestellt."),
        ("project Backhaus Talheim",),
    ),
    Form(
        "9 quoted name in straight marks",
        "C",
        item('Das Projekt "Backhaus Talheim" wird vorgestellt.'),
        ("project Backhaus Talheim",),
    ),
    *(
        Form(f"9 legal form, {name}", "C", item(f"Der Zuschuss geht an {printed}."), (f"organisation {found}",))
        for name, (printed, found) in {
            "e. V.": ("den Heimatverein Talheim e. V", "Heimatverein Talheim e. V."),
            "gGmbH": ("die Lichtblick Talheim gGmbH", "Lichtblick Talheim gGmbH"),
            "mbH & Co. KG": ("die Marktbau Talheim GmbH & Co. KG", "Marktbau Talheim GmbH & Co. KG"),
            "eG": ("die Dorfladen Talheim eG", "Dorfladen Talheim eG"),
            "AG": ("die Landbank Talheim AG", "Landbank Talheim AG"),
            "Stiftung": ("die Stiftung Dorfleben Talheim", "Stiftung Dorfleben Talheim"),
            "Zweckverband": ("den Zweckverband Wasser Talheim", "Zweckverband Wasser Talheim"),
        }.items()
    ),
    Form(
        "9 authority that nobody explains",
        "C",
        item("Herr Wiegand, TBA, erläutert die Pläne."),
        ("presenter 2 Wiegand",),
        ("^group Wiegand", "^alias TBA = "),
    ),
    Form(
        "9 well-known chamber",
        "C",
        item("Die IHK unterstützt den Antrag."),
        ("organisation IHK",),
        ("^person .*IHK",),
    ),
    Form(
        "9 project by its number",
        "S",
        item("22-2024 Talheim: Mehrgenerationenplatz\nDer Gemeinderat stimmt dem Projekt einstimmig zu."),
        (decided("adopted", "unanimous"),),
        (r"^date 2024-0?2",),
    ),
    Form(
        "9 project with place and applicant",
        "S",
        item("Weihnachtslicht Innenstadt, Stadt Lindau; Auflage: Unterlagen nachreichen\nEinstimmig beschlossen."),
        TREATED,
        ("^person ", "^task (?!Stadt)")[1:],
    ),
    Form(
        "9 applicant",
        "S",
        item(
            "Antragsteller: Heimatverein Talheim e. V.\nDer Gemeinderat bewilligt den Zuschuss einstimmig.",
        ),
        ("organisation Heimatverein Talheim e. V.", decided("adopted", "unanimous")),
    ),
    Form(
        "9 applicant in the title of an item",
        "S",
        item(
            "Der Gemeinderat bewilligt den Zuschuss einstimmig.",
            title="Antrag des Musikvereins Talheim e. V. auf Zuschuss",
        ),
        ("organisation Musikverein Talheim e. V.", decided("adopted", "unanimous")),
    ),
    Form(
        "9 cost, grant and share are three figures",
        "S",
        item(
            "Projekt „Backhaus Talheim“: Gesamtkosten 120.000 €, Förderung max. 60.000 € (50 %), Eigenmittel 60.000 €."
        ),
        ("project Backhaus Talheim", "project-budget Backhaus Talheim · 120000"),
        ("^project-budget .*60000",),
    ),
    Form(
        "9 programme",
        "S",
        item("Das Projekt „Backhaus Talheim“ wird aus LEADER gefördert."),
        ("project-programme Backhaus Talheim · LEADER",),
    ),
    Form(
        "9 prepared in another body",
        "S",
        item("Nach Vorberatung im Finanzausschuss am 02.05.2024 beschließt der Gemeinderat einstimmig den Umbau."),
        (decided("adopted", "unanimous"), "decision-date 2 2024-05-14"),
        (r"^(?:decision|reported) .*Finanzausschuss", r"-date 2 2024-05-02"),
    ),
)


def _held(day: str) -> str:
    return HEAD.replace("Datum: 14.05.2024", f"Datum: {day}")


DAYS = (
    *(
        Form(f"10 day, {printed}", "C", item("Es gibt keine Fragen.", head=_held(printed)), (f"date {day}",))
        for printed, day in {
            "20.08.2009": "2009-08-20",
            "18.8.2004": "2004-08-18",
            "2. Februar 2024": "2024-02-02",
            "11. März.2024": "2024-03-11",
            "20. Aug. 2009": "2009-08-20",
            "3. Febr. 2011": "2011-02-03",
            "15.06.05": "2005-06-15",
            "Do, 06.03.2014": "2014-03-06",
            "Di., 25.06.2019": "2019-06-25",
            "d. 24. November 2011": "2011-11-24",
            "01. Juni 2015": "2015-06-01",
        }.items()
    ),
    Form(
        "10 two days",
        "C",
        item("Es gibt keine Fragen.", head=_held("19./26. März 2015")),
        TREATED,
        ("^date 2015-(?!03-(?:19|26))",),
    ),
)

TIMES = (
    *(
        Form(
            f"10 time, {printed}",
            "C",
            item("Es gibt keine Fragen.", head=HEAD.replace("Beginn: 19:00 Uhr", f"Beginn: {printed}")),
            (f"start {time}",),
        )
        for printed, time in {
            "19.30 Uhr": "19:30",
            "19:30": "19:30",
            "20 Uhr": "20:00",
            "20.45h": "20:45",
            "15.00": "15:00",
            "14:30Uhr": "14:30",
            "20 Uhr c.t.": "20:00",
        }.items()
    ),
    Form(
        "10 span of hours",
        "C",
        item("Es gibt keine Fragen.", head=HEAD.replace("Beginn: 19:00 Uhr\nEnde: 21:15 Uhr", "Zeit: 14–18 Uhr")),
        ("start 14:00", "end 18:00"),
    ),
    Form(
        "10 a bare figure is no time",
        "C",
        item("Die Werte lagen bei 19.30 und 20.45. Die Stände kosten 15.00 im Monat."),
        TREATED,
        ("^start (?!19:00)", "^end (?!21:15)"),
    ),
)

SUMS = (
    *(
        Form(
            f"10 sum, {printed}",
            "C",
            item(f"Projekt „Backhaus Talheim“: Die Gesamtkosten betragen {printed}."),
            (f"project-budget Backhaus Talheim · {value}",),
        )
        for printed, value in {
            "3.000.000 €": "3000000",
            "135 Tsd. €": "135000",
            "58,304 Millionen Euro": "58304000",
            "24.000,00 €": "24000",
            "55.000.- €": "55000",
            "EUR 6.000,-": "6000",
        }.items()
    ),
    *(
        Form(
            f"10 sum in francs, {printed}",
            "C",
            item(f"Projekt „Backhaus Talheim“: Die Gesamtkosten betragen {printed}."),
            ("project Backhaus Talheim",),
            ("^project-budget ", r"^decision ", r"^figure "),
        )
        for printed in ("CHF 890'000.-", "CHF 1 630'000", "Fr. 4.00")
    ),
)

LOOKALIKES = tuple(
    Form(
        f"10 no vote and no sum, {printed}",
        "C",
        item(f"Der Gemeinderat stimmt der Vorlage zu {printed} einstimmig zu."),
        (decided("adopted", "unanimous"),),
        (r"^decision 2 .*\d:", r"^project-budget ", r"^paper "),
    )
    for printed in (
        "1.464715",
        "561000.531800",
        "Fl.-Nr. 12/3",
        "GST-NR 2078",
        "§ 34 Abs. 7",
        "B 198",
        "BBP Nr. 614",
        "dem Plan im Maßstab 1:500",
    )
)

LABELS = (*DAYS[1:-1], *TIMES[1:-2], *SUMS[1:-1], *LOOKALIKES[1:])
"""Days, times, sums and what looks like them in their other printed forms."""

FORMS = (*ORGANISATIONS, DAYS[0], DAYS[-1], TIMES[0], *TIMES[-2:], SUMS[0], SUMS[-1], LOOKALIKES[0])
