"""Sentences: abbreviations, ordinals and dates do not end one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_protocol import cases

from protokollgraph.extract import sentences

SPLITS = [
    ("Eins ist da. Zwei fehlt.", 2),
    ("Ist er da? Ja! Gut.", 3),
    ("Nur einer", 1),
    ("", 0),
    ("   ", 0),
    # abbreviations
    ("Herr Dr. Probe berichtet.", 1),
    ("Prof. Dr.-Ing. Muster stellt vor.", 1),
    ("Das kostet ca. 3 Mio. EUR im Jahr.", 1),
    ("Siehe Nr. 3 der Vorlage bzw. Anl. 2.", 1),
    ("Es gilt z. B. die Richtlinie.", 1),
    ("Der Heimatverein e. V. stellt vor.", 1),
    ("Angenommen mit 5 Ja, 1 Enth. und 0 Nein.", 1),
    ("Hr. Probe und Fr. Muster fehlen.", 1),
    ("Das Vorhaben der Halle u. a. mit Dach kostet viel.", 1),
    # initials
    ("A. Muster und H.-J. Probe sind da.", 1),
    # ordinals and dates
    ("Die 3. Sitzung war am 14. Mai 2024.", 1),
    ("Am 14.05.2024 wurde getagt.", 1),
    ("Im III. Quartal beginnt der Bau.", 1),
    ("Die Sitzung ist am 14.05. im Rathaus.", 1),
    # an abbreviation may end one
    ("Träger ist der Heimatverein e. V. Die Kosten steigen.", 2),
    ("Es kostet 3 Mio. Die Werkstatt berät.", 2),
    ("Beginn ist um 10 Uhr. Die Werkstatt tagt.", 2),
    ("Das kostet 3 Mio. EUR. Träger ist die Stadt.", 2),
    ("Er sprach mit der IHK. Danach ging er.", 2),
    ("Die Stadt fördert Sport, Musik usw. Andere Orte tun das nicht.", 2),
    ("Es gibt zwölf Plätze in Gruppe B. Sie sind belegt.", 2),
    # a year does
    ("Das war im Jahr 2023. Die Kosten sind bekannt.", 2),
    ("Er endet 2024. Danach folgt nichts.", 2),
    # so does the number of something
    ("Die Wärme kommt aus Halle 3. Sie ist neu.", 2),
    ("Dies betrifft TOP 3. Frau Muster ergänzt.", 2),
    # quotes and brackets
    ("Er sagt: „Das geht.“ Die Werkstatt lacht.", 2),
    ("Sie kommt. (Er nicht.)", 2),
    # a semicolon parts, in brackets it does not
    ("Das Projekt wird empfohlen; Herr Probe prüft die Kosten.", 2),
    ("Der Bau (Träger: Stadt; Kosten: 3 Mio. EUR) beginnt.", 1),
    # points of a list
    ("Beschluss: 1. Das Projekt wird empfohlen. 2. Die Frist wird verlängert.", 3),
]

SPLITS_WRONG = {
    "Die Stadt fördert Sport, Musik usw. Andere Orte tun das nicht.": "one",
    "Es gibt zwölf Plätze in Gruppe B. Sie sind belegt.": "one: “B.” is taken for an initial",
}


@pytest.mark.parametrize(("text", "count"), cases(SPLITS, SPLITS_WRONG))
def test_how_many_sentences_a_text_has(text: str, count: int) -> None:
    assert len(sentences.split(text)) == count, [text[a:b] for a, b in sentences.split(text)]


@given(st.text(st.sampled_from("abA. Dr.12;:!?()„“\n"), max_size=80))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = sentences.split(text)
    at = 0
    for start, end in found:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
