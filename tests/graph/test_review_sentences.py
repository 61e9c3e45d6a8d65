"""The sentence round a place: in prose, in lists, in tables, in mark-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.graph.layout import ELLIPSIS
from protokollgraph.graph.review.sentences import LONGEST, around

LONG = "Es wird ausführlich darüber beraten, welche Schritte zu welcher Zeit nötig sind, " * 6


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        pytest.param("Alle kommen. Frau Krahl grüßt. Ende.", "Frau Krahl", "Frau Krahl grüßt.", id="sentence"),
        pytest.param(
            "Am 3. Mai kam Dr. Krahl zur 4. Sitzung. Ende.",
            "Krahl",
            "Am 3. Mai kam Dr. Krahl zur 4. Sitzung.",
            id="ordinals-and-titles-end-nothing",
        ),
        pytest.param(
            "Frau Krahl stellt das Projekt vor und geht auf alle Fragen\nein, die offen sind. Dann ist Schluss.",
            "Frau Krahl",
            "Frau Krahl stellt das Projekt vor und geht auf alle Fragen ein, die offen sind.",
            id="a-filled-line-goes-on",
        ),
        pytest.param(
            "Anwesend:\nUte Krahl, Lauta\nBernd Noack\n", "Ute Krahl", "Ute Krahl, Lauta", id="short-lines-end"
        ),
        pytest.param("Ute Krahl\tStadt Lauta\tMitglied\n", "Ute Krahl", "Ute Krahl · Stadt Lauta · Mitglied", id="row"),
        pytest.param("<li>Frau Krahl grüßt</li><li>Ende</li>", "Frau Krahl", "Frau Krahl grüßt", id="list-item"),
        pytest.param("<p>Es <b>grüßt Frau</b> Krahl.</p>", "Krahl", "Es grüßt Frau Krahl.", id="mark-up"),
        pytest.param(
            "Die Stadt Lauta wird auch in diesem Jahr durch ihre Vertre-\nterin Frau Krahl beteiligt.",
            "Krahl",
            "Die Stadt Lauta wird auch in diesem Jahr durch ihre Vertreterin Frau Krahl beteiligt.",
            id="hyphen",
        ),
        pytest.param("Krahl", "Krahl", "Krahl", id="nothing-around"),
    ],
)
def test_around(text: str, name: str, sentence: str) -> None:
    start = text.index(name)
    found = around(text, start, start + len(name))
    assert found.exact == name
    assert found.text == sentence


def test_a_long_sentence_is_cut_at_words() -> None:
    text = f"{LONG}und Frau Krahl sagt, {LONG}Schluss."
    start = text.index("Frau Krahl")
    found = around(text, start, start + 10)
    assert len(found.text) <= LONGEST + 2 * len(ELLIPSIS + " ")
    assert found.before.startswith(f"{ELLIPSIS} ")
    assert found.after.endswith(f" {ELLIPSIS}")
    assert set(found.text.split()) - {ELLIPSIS} <= set(text.split())


def test_a_name_over_two_lines_is_whole() -> None:
    text = "Es grüßt die Stadtverordnete Frau Annegret\nKrahl-Noack.\n"
    start = text.index("Frau")
    assert around(text, start, text.index(".")).exact == "Frau Annegret Krahl-Noack"


@given(st.text(max_size=200), st.data())
def test_any_place_of_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, start, end, longest=40)
    assert len(found.before) + len(found.after) <= 40 + 4
    assert "\n" not in found.text
