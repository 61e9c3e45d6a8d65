"""Each shipped style reads a small minute of its kind, and a style of one's own is chosen by name or by its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from notation import facts

from protokollgraph.errors import StyleError
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.style import Selection, packaged
from protokollgraph.model import Document

BOARD = """Protokoll der Vorstandssitzung
Heimatverein Musterau e. V.

Datum: 12.03.2024, 19:00 – 21:15 Uhr
Ort: Vereinsheim, Dorfstraße 3, 03999 Musterau
Sitzungsleitung: Ina Probe
Protokoll: Ole Beispiel

Anwesend: Ina Probe (1. Vorsitzende), Jan Muster (Kassenwart), Ole Beispiel (Schriftführer)
Entschuldigt: Kim Kalauch (Beisitzerin)

Tagesordnung
1. Begrüßung
2. Kassenbericht
3. Sommerfest

TOP 1 Begrüßung
Frau Probe begrüßt die Anwesenden.

TOP 2 Kassenbericht
Herr Muster stellt den Kassenbericht vor.
Beschluss: Der Kassenbericht wird genehmigt.
Abstimmung: einstimmig

TOP 3 Sommerfest
Der Vorstand beschließt einstimmig, das Sommerfest am 06.07.2024 auszurichten.
Frau Kalauch holt bis 30.04.2024 Angebote für das Zelt ein.
"""

RESOLUTIONS = """Beschlussprotokoll
über die 7. Sitzung des Bauausschusses der Stadt Musterau
am Dienstag, 14. Mai 2024, 18:00 Uhr, Rathaus

Vorsitz: Ina Probe
Schriftführung: Ole Beispiel

Tagesordnung
1 Genehmigung der Niederschrift vom 09.04.2024
2 Neubau der Kita Lindenweg
3 Bericht zum Radverkehr
4 Parkraumkonzept

zu 1 Genehmigung der Niederschrift vom 09.04.2024
Beschluss:
Die Niederschrift wird genehmigt.
Abstimmungsergebnis:
einstimmig beschlossen

zu 2 Neubau der Kita Lindenweg
Vorlage: BV/2024/031
Beschluss:
Der Bauausschuss empfiehlt dem Stadtrat, den Neubau der Kita Lindenweg zu beschließen.
Abstimmungsergebnis:
Ja: 7
Nein: 2
Enthaltungen: 1

zu 3 Bericht zum Radverkehr
Vorlage: IV/2024/012
Beschluss:
zur Kenntnis genommen

zu 4 Parkraumkonzept
Antrag: ABC
Vorlage: AN/2024/007
Beschluss:
Verwiesen in den Verkehrsausschuss
Abstimmungsergebnis:
Keine Abstimmung
"""


def _facts(text: str, style: str | None = None) -> frozenset[str]:
    return facts(extract(Document("minutes.txt", text, "0" * 64), style=style))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param(
            BOARD,
            (
                "style vereinsprotokoll",
                "body Vorstand",
                "post Jan Muster · Kassenwart · Vorstand",
                "post Kim Kalauch · Beisitzerin · Vorstand",
                "excused Kim Kalauch",
                "task Kim Kalauch 2024-04-30 · Frau Kalauch holt bis 30.04.2024 Angebote für das Zelt ein.",
            ),
            id="board of an association",
        ),
        pytest.param(
            RESOLUTIONS,
            (
                "style beschlussprotokoll",
                "body Bauausschuss der Stadt Musterau",
                "number 7",
                "item-paper 2 BV/2024/031",
                "item-paper 4 AN/2024/007",
                "paper-by AN/2024/007 ABC",
            ),
            id="resolutions only",
        ),
    ],
)
def test_a_shipped_style_reads_its_kind_of_minutes(text: str, states: tuple[str, ...]) -> None:
    found = _facts(text)
    assert set(states) - found == set()


def test_every_decision_of_a_list_of_resolutions_is_read() -> None:
    extraction = extract(Document("minutes.txt", RESOLUTIONS, "0" * 64))
    told = [(d.item, d.kind.value, d.outcome and d.outcome.value) for d in extraction.decisions]
    assert told == [
        ("1", "confirmation", "adopted"),
        ("2", "recommendation", "adopted"),
        ("3", "acknowledgement", "noted"),
        ("4", "referral", "referred"),
    ]


def test_packaged_styles_are_known_by_name() -> None:
    names = {style.name for style in packaged()}
    assert {"ergebnisprotokoll", "niederschrift", "vereinsprotokoll", "beschlussprotokoll"} <= names


def test_a_style_is_chosen_by_name() -> None:
    selection = Selection.of("niederschrift")
    extraction = extract(Document("a.txt", BOARD, "0" * 64), styles=selection.styles(), style=selection.name)
    assert extraction.style == "niederschrift"


def test_a_file_of_ones_own_is_a_style(tmp_path: Path) -> None:
    file = tmp_path / "ours.yml"
    file.write_text("name: ours\nextends: common\nfields:\n  chair: [Gesprächsführung]\n", encoding="utf-8")
    selection = Selection.of(str(file))
    assert selection.name == "ours"
    assert selection.digest() != Selection().digest()
    text = "Runde\nDatum: 12.03.2024\nGesprächsführung: Ina Probe\n"
    assert "chair Ina Probe" in facts(
        extract(Document("a.txt", text, "0" * 64), styles=selection.styles(), style=selection.name)
    )


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        pytest.param("niederschrft", "There is no style “niederschrft”", id="slip of the pen"),
        pytest.param("missing.yml", "cannot be read", id="no such file"),
    ],
)
def test_a_style_that_is_none_is_named(chosen: str, said: str) -> None:
    with pytest.raises(StyleError, match=said):
        Selection.of(chosen)
