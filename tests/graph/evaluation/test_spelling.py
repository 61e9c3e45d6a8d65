"""Spellings that count as the same."""

from __future__ import annotations

import pytest

from protokollgraph.graph.evaluation.spelling import Aliases, folded


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("Haus „Zur Linde“", "haus zur linde", True, id="quotes-and-case"),
        pytest.param("Bau – Teil 2", "Bau - Teil  2.", True, id="dash-blanks-and-full-stop"),
        pytest.param("Strasse", "Straße", True, id="sharp-s-folds"),
        pytest.param("Scho\u0308n", "Schön", True, id="composed-or-not"),
        pytest.param("Meier", "Maier", False, id="letters-count"),
        pytest.param("Müller", "Mueller", False, id="umlauts-count"),
        pytest.param("Bau-Teil", "Bauteil", False, id="hyphens-count"),
    ],
)
def test_folded(left: str, right: str, same: bool) -> None:
    assert (folded(left) == folded(right)) is same


def test_aliases_of_a_name_are_those_of_everything_it_may_mean() -> None:
    aliases = Aliases([["Musterauer Energie GmbH", "MEG"], ["Meg", "Margarete"]])
    assert aliases.of("MEG") == {"musterauer energie gmbh", "meg", "margarete"}
    assert aliases.of("Margarete") == {"meg", "margarete"}
    assert aliases.of("Jemand") == {"jemand"}
