"""Terms survive the way into the store and back, whatever is in them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.errors import GraphError
from protokollgraph.graph.terms import Value, iri, literal, quad, text
from protokollgraph.ontology.namespaces import XSD

P, G = iri("https://a.example/p"), iri("https://a.example/g")


def parsed(object: str, subject: str = "<https://a.example/s>") -> pyoxigraph.Quad:
    found: pyoxigraph.Quad
    (found,) = pyoxigraph.parse(quad(subject, P, object, G), format=pyoxigraph.RdfFormat.N_QUADS)
    return found


@pytest.mark.parametrize(
    ("value", "datatype", "language", "expected"),
    [
        pytest.param("Grüße", None, None, '"Grüße"', id="plain"),
        pytest.param("Grüße", None, "DE", '"Grüße"@de', id="language-in-small-letters"),
        pytest.param("Grüße", XSD.string, None, '"Grüße"', id="string-needs-no-type"),
        pytest.param('a "b" \\ c', None, None, r'"a \"b\" \\ c"', id="quotes-and-backslash"),
        pytest.param("a\nb\r\tc\x0b\x00", None, None, r'"a\nb\r\tc\u000B\u0000"', id="control-characters"),
        pytest.param("a\ud800b", None, None, '"a\ufffdb"', id="lone-surrogate"),
        pytest.param("2024-01-24", XSD.date, None, f'"2024-01-24"^^<{XSD.date}>', id="typed"),
        pytest.param(16, None, None, f'"16"^^<{XSD.integer}>', id="integer"),
        pytest.param(True, None, None, f'"true"^^<{XSD.boolean}>', id="boolean-is-no-integer"),
        pytest.param(Decimal("1E+3"), None, None, f'"1000"^^<{XSD.decimal}>', id="decimal-without-exponent"),
        pytest.param(0.95, None, None, f'"0.95"^^<{XSD.double}>', id="float"),
        pytest.param(date(2024, 1, 24), None, None, f'"2024-01-24"^^<{XSD.date}>', id="date"),
        pytest.param(time(14, 10), None, None, f'"14:10:00"^^<{XSD.time}>', id="time"),
        pytest.param(
            datetime(2024, 1, 24, 14, 10, tzinfo=timezone(timedelta(hours=1))), None, None,
            f'"2024-01-24T14:10:00+01:00"^^<{XSD.dateTime}>', id="time-with-offset",
        ),
    ],
)  # fmt: skip
def test_literal(value: Value, datatype: str | None, language: str | None, expected: str) -> None:
    term = literal(value, datatype=datatype, language=language)
    assert term == expected
    parsed(term)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("https://a.example/x#y", "<https://a.example/x#y>", id="plain"),
        pytest.param("https://a.example/Łužyca", "<https://a.example/Łužyca>", id="letters-are-allowed"),
        pytest.param("https://a.example/a b", "<https://a.example/a%20b>", id="blank"),
        pytest.param("https://a.example/<b>", "<https://a.example/%3Cb%3E>", id="angle-brackets"),
        pytest.param("https://a.example/a%20b%zz", "<https://a.example/a%20b%25zz>", id="percent"),
        pytest.param("https://a.example/#a#b", "<https://a.example/#a%23b>", id="second-hash"),
        pytest.param("https://a.example/[1]", "<https://a.example/%5B1%5D>", id="square-brackets"),
        pytest.param("https://a.example/\ud800", "<https://a.example/%EF%BF%BD>", id="lone-surrogate"),
    ],
)
def test_iri(address: str, expected: str) -> None:
    assert iri(address) == expected
    parsed('""', iri(address))


@pytest.mark.parametrize("address", ["", "person/x", "//a.example/x", "1a:b"])
def test_relative_iri_is_refused(address: str) -> None:
    with pytest.raises(GraphError, match="no absolute IRI"):
        iri(address)


def test_wrong_language_is_refused() -> None:
    with pytest.raises(GraphError, match="no language tag"):
        literal("x", language='de" .')


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_round_trip(characters: str) -> None:
    found = parsed(literal(characters))
    assert isinstance(found.object, pyoxigraph.Literal)
    assert text(found.object) == characters
    assert "\n" not in literal(characters)


@given(st.text())
def test_any_text_keeps_its_length(characters: str) -> None:
    found = parsed(literal(characters, language="de"))
    assert isinstance(found.object, pyoxigraph.Literal)
    assert len(found.object.value) == len(characters)


@given(st.text())
def test_any_iri_parses(characters: str) -> None:
    found = parsed('""', iri(f"https://a.example/{characters}"))
    assert isinstance(found.subject, pyoxigraph.NamedNode)
    assert found.subject.value.startswith("https://a.example/")
