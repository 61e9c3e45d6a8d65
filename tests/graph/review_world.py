"""Three invented protocols that leave open whether one woman or three are meant, and the store built of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protokollgraph.graph.build import build
from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.resolution import Question
from protokollgraph.ontology.iris import Iris

BASE = Iris().base
TOWN, BANK, TRAINS = "person/ruth-quandel-stadt-musterau", "person/ruth-quandel", "person/ruth-quandel-verkehrsverbund"
UEBIGAU, ZEISIG = "person/nele-uebigau", "person/bodo-zeisig"
RAILS, BANK_AG = "organisation/verkehrsverbund", "organisation/kreisbank"

PROTOCOLS = {
    "werkstatt-6-2024-03-12.txt": """\
Ergebnisprotokoll der 3. Sitzung der Werkstatt 6

Werkstatt 6 „Wasser und Wege“

Datum	12.03.2024
Ort	Rathaus Musterau
Sitzungsleitung	Ruth Quandel, Bürgermeisterin, Stadt Musterau

Teilnehmende

Ruth Quandel	Bürgermeisterin, Stadt Musterau
Bodo Zeisig	Referent, Kreisbank AG
Nele Übigau	Vorständin, Kreisbank AG

Ergebnisse

1	Frau Quandel begrüßt die Anwesenden und dankt Frau Übigau.
""",
    "werkstatt-6-2024-06-11.txt": """\
Ergebnisprotokoll der 4. Sitzung der Werkstatt 6

Werkstatt 6 „Wasser und Wege“

Datum	11.06.2024
Ort	Rathaus Musterau
Sitzungsleitung	Nele Übigau, Vorständin, Kreisbank AG

Teilnehmende

Ruth Quandel	Referentin, Kreisbank AG
Nele Übigau	Vorständin, Kreisbank AG

Ergebnisse

1	Frau Übigau begrüßt die Anwesenden.
2	Frau Quandel berichtet: Der Radweg ist bewilligt. Frau Quandel prüft die Kosten.
""",
    "werkstatt-7-2024-09-10.txt": """\
Ergebnisprotokoll der 1. Sitzung der Werkstatt 7

Werkstatt 7 „Bildung“

Datum	10.09.2024
Ort	Rathaus Nebelin
Sitzungsleitung	Ruth Quandel, Leiterin, Verkehrsverbund

Teilnehmende

Ruth Quandel	Leiterin, Verkehrsverbund

Ergebnisse

1	Frau Quandel begrüßt die Anwesenden.
""",
}


def build_store(folder: Path) -> Path:
    """Write the protocols below the folder and build them; the store folder."""
    protocols = folder / "protocols"
    protocols.mkdir(parents=True)
    for name, text in PROTOCOLS.items():
        (protocols / name).write_text(text, encoding="utf-8")
    build([protocols], folder / "store", jobs=1)
    return folder / "store"


def ask(store: Path, *questions: Question) -> None:
    """Note these questions, with relative IRIs, in the place of those of the build."""
    with DocumentState.open(store) as state:
        state.note_questions(absolute(each) for each in questions)


def absolute(question: Question) -> Question:
    """The question with whole IRIs, as the resolver asks it."""
    iris = tuple(BASE + iri for iri in question.iris)
    focus = question.focus and BASE + question.focus
    return replace(question, iris=iris, focus=focus)
