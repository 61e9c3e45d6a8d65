"""Columns as wide as a reader sees them, whatever is printed in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.graph.layout import cells, fit, one_line, pad, shorten, table


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("Peitz", 5, id="ascii"),
        pytest.param("Łužyca", 6, id="letters-of-Latin-Extended"),
        pytest.param("Łuz\N{COMBINING CARON}yca", 6, id="combining-mark-takes-no-cell"),
        pytest.param("協定", 4, id="east-asian-takes-two"),
        pytest.param("Zusammen\N{SOFT HYPHEN}arbeit", 14, id="soft-hyphen-takes-none"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_control_characters_cannot_reach_the_terminal() -> None:
    assert "\x1b" not in table(("name",), [("\x1b[31mred\x1b[0m",)])
    assert one_line("a\tb\r\n c\x07") == "a b c�"


def test_table_cuts_the_widest_column_first() -> None:
    shown = table(("n", "words"), [("1", "x" * 50), ("2", "short")], width=20)
    assert max(map(cells, shown.splitlines())) <= 20
    assert "…" in shown
    assert "short" in shown


def test_table_without_rows_shows_its_header() -> None:
    assert table(("a", "b"), []).splitlines() == ["a  b", "─  ─"]


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert cells(short) <= width
    assert cells(pad(short, width)) == width


@given(
    st.lists(st.integers(min_value=1, max_value=200), min_size=1, max_size=8), st.integers(min_value=40, max_value=300)
)
def test_columns_fit_and_none_gets_more_than_it_wants(wanted: list[int], available: int) -> None:
    widths = fit(wanted, available)
    assert sum(widths) <= available
    assert all(width <= max(want, 4) for width, want in zip(widths, wanted, strict=True))
