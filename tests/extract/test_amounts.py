"""Sums of money as minutes print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_protocol import cases

from protokollgraph.extract import amounts

SUMS = [
    ("372.500 EUR", ["372500"]),
    ("372.500,00 €", ["372500"]),
    ("146.370,50 Euro", ["146370.5"]),
    ("1.234.567,89 €", ["1234567.89"]),
    ("€ 5.000", ["5000"]),
    ("EUR 6.000,-", ["6000"]),
    ("55.000,-- €", ["55000"]),
    ("3 000 000 EUR", ["3000000"]),
    ("890’000 EUR", ["890000"]),
    ("500 EUR", ["500"]),
    ("9,6 Mio. EUR", ["9600000"]),
    ("9,6 Mio. €", ["9600000"]),
    ("9,6 Mio EUR", ["9600000"]),
    ("58,304 Millionen Euro", ["58304000"]),
    ("1 Million Euro", ["1000000"]),
    ("7,45 Mio.", ["7450000"]),
    ("2,5 Mrd. EUR", ["2500000000"]),
    ("1,2 Milliarden Euro", ["1200000000"]),
    ("135 Tsd. €", ["135000"]),
    ("960 TEUR", ["960000"]),
    ("960 T€", ["960000"]),
    ("12 kEUR", ["12000"]),
    ("20 Tausend Euro", ["20000"]),
    ("von 8,9 Mio. EUR auf 9,6 Mio. EUR", ["8900000", "9600000"]),
    ("(4,2 Mio. EUR, davon 420 TEUR Eigenanteil)", ["4200000", "420000"]),
    # no sums
    ("1.200 Einwohner", []),
    ("75 %", []),
    ("14.05.2024", []),
    ("10.30 Uhr", []),
    ("5 Euroscheine", []),
    ("Paragraph 34", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), cases(SUMS, {}))
def test_sums_of_a_text(text: str, expected: list[str]) -> None:
    assert [found.value for found in amounts.find(text)] == [Decimal(value) for value in expected]


def test_a_sum_knows_where_it_stands() -> None:
    text = "Gesamtkosten: 9,6 Mio. EUR, davon"
    (found,) = amounts.find(text)
    assert text[found.start : found.end].strip() == "9,6 Mio. EUR"


@given(st.integers(1000, 10**10))
def test_grouped_figures_are_whole(value: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    assert [found.value for found in amounts.find(f"Kosten: {printed} EUR")] == [Decimal(value)]


@given(st.text(st.sampled_from("0123456789.,€ EURMioTsd-"), max_size=40))
def test_no_figures_raise(text: str) -> None:
    assert all(found.value >= 0 and 0 <= found.start < found.end <= len(text) for found in amounts.find(text))
