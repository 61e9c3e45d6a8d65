"""The quick first look at a text."""

from __future__ import annotations

import pytest

from protokollgraph.extract import hints

_COMMITTEE = hints.bit(["ausschuss", "beirat"])
_FIRM = hints.bit(lambda: ["GmbH", "beirat"])


@pytest.mark.parametrize(
    ("text", "committee", "firm"),
    [
        pytest.param("Der Bauausschuss berät.", True, False, id="inside a longer word"),
        pytest.param("Der Ausschuss berät.", False, False, id="capitals matter"),
        pytest.param("Ein Fachbeirat tagt.", True, True, id="a word of two kinds"),
        pytest.param("Die Muster GmbH und ihr ausschuss", True, True, id="several words"),
        pytest.param("", False, False, id="no text"),
    ],
)
def test_a_bit_tells_whether_one_of_its_words_stands_in_a_text(text: str, committee: bool, firm: bool) -> None:
    found = hints.of(text)
    assert bool(found & _COMMITTEE) is committee
    assert bool(found & _FIRM) is firm


def test_words_asked_for_later_are_found_in_a_text_seen_before() -> None:
    text = "Der Spatenstich ist im Mai."
    hints.of(text)
    late = hints.bit(["Spatenstich"])
    assert hints.of(text) & late
