"""Styles: which one a protocol is in, what its words mean, and a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_protocol import read

from protokollgraph.errors import StyleError
from protokollgraph.extract import style
from protokollgraph.extract.extractor import extract
from protokollgraph.model import Document


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("ERGEBNISPROTOKOLL Werkstatt 4", "ergebnisprotokoll"),
        ("Kurzprotokoll", "ergebnisprotokoll"),
        ("NIEDERSCHRIFT über die 3. Sitzung", "niederschrift"),
        ("Stadtverordnetenversammlung Musterau, Protokoll", "niederschrift"),
        # the earlier word wins, the longer one at the same place
        ("Protokoll der Gemeindevertretung", "niederschrift"),
        ("Ergebnisniederschrift", "ergebnisprotokoll"),
        # nothing says so
        ("Bericht", "ergebnisprotokoll"),
    ],
)
def test_the_first_lines_choose_the_style(head: str, expected: str) -> None:
    assert style.choose(style.packaged(), head).name == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Datum", "datum"),
        ("DATUM:", "datum"),
        ("Teilnehmer/innen", "teilnehmer"),
        ("Teilnehmer:innen:", "teilnehmer"),
        ("Teilnehmer*innen", "teilnehmer"),
        ("Vorsitzende/r", "vorsitzende"),
        ("1. Teilnehmende", "teilnehmende"),
        ("II. Anwesende:", "anwesende"),
        ("a) Mitglieder", "mitglieder"),
        ("Ort /  Raum", "ort / raum"),
        ("x", "x"),
        ("", ""),
    ],
)
def test_spellings_of_a_label_are_one(label: str, expected: str) -> None:
    assert style.normalised(label) == expected


OWN = """name: bauhof
extends: common
recognised_by: [Bauhofrunde]
result_minutes: true
fields:
  chair: [Häuptling]
item:
  prefix: [Posten]
"""

BAUHOF = """Bauhofrunde

Datum: 14.05.2024
Häuptling: Anja Muster

Tagesordnung
Posten 1 Begrüßung
Posten 2 Streusalz

Posten 1 Begrüßung
Frau Muster begrüßt alle.

Posten 2 Streusalz
Das Lager ist voll.
"""


def test_a_style_of_ones_own_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "bauhof.yml"
    path.write_text(OWN, "utf-8")
    styles = style.from_files([path])
    assert "bauhof" in {s.name for s in styles}
    found = extract(Document("p.txt", BAUHOF, "0"), styles=styles)
    assert found.style == "bauhof"
    assert [item.title for item in found.agenda] == ["Begrüßung", "Streusalz"]
    assert [treatment.number for treatment in found.treatments] == ["1", "2"]
    assert {e.name for e in found.entities if e.person} == {"Anja Muster"}


def test_a_style_can_be_named() -> None:
    document = Document("p.txt", "Protokoll\n\nDatum: 14.05.2024\n", "0")
    assert extract(document, style="niederschrift").style == "niederschrift"
    with pytest.raises(
        ValueError,
        match="There is no style “gibtsnicht”; there are beschlussprotokoll, ergebnisprotokoll",
    ):
        extract(document, style="gibtsnicht")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: [", "no YAML"),
        ("fields: {}", "needs a name"),
        ("[]", "needs a name"),
        ("name: x\nfields: [Datum]", "“fields” must be a table"),
    ],
    ids=["broken", "nameless", "list", "fields"],
)
def test_a_style_that_cannot_be_used_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "schlecht.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(StyleError, match=problem) as caught:
        style.from_files([path])
    assert "schlecht.yml" in str(caught.value)
    assert caught.value.remedy


def test_a_style_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"nirgends\.yml"):
        style.from_files([tmp_path / "nirgends.yml"])


def test_every_style_says_whether_it_holds_results_only() -> None:
    assert [s.name for s in style.packaged() if s.result_minutes] == ["ergebnisprotokoll"]
    assert read("Protokoll\n\nDatum: 14.05.2024\n").result_minutes is True
