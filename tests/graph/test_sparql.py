"""What a query may not do, which prefixes it lacks, how it gets values, and what is said when it does not parse."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.errors import QueryError, UsageError
from protokollgraph.graph.sparql import based, bind, has_dataset, missing_prefixes, refuse_unsafe, syntax_error
from protokollgraph.graph.terms import literal

P = "PREFIX : <http://127.0.0.1:9/> "


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", id="plain"),
        pytest.param("SELECT * { service silent ?where { ?s ?p ?o } }", id="small-letters"),
        pytest.param(P + "SELECT * { SERVICE:x { ?s ?p ?o } }", id="glued-to-a-name"),
        pytest.param(P + "SELECT * { SERVICESILENT:x { ?s ?p ?o } }", id="glued-twice"),
        pytest.param(P + "SELECT * { ?s :p trueSERVICE:x { ?s ?p ?o } }", id="behind-a-boolean"),
        pytest.param(P + "SELECT * { ?s :p 1SERVICE:x { ?s ?p ?o } }", id="behind-a-number"),
        pytest.param(
            P + "SELECT * { ?s :p ?o FILTER(?a<:b#c>\n) SERVICE:x { } FILTER(1 > 2) }", id="comparison-and-comment"
        ),
        pytest.param("SELECT * { ?s ?p ?o FILTER(?a<1)SERVICE?x#>\n{ } }", id="no-iri-at-all"),
        pytest.param("SELECT * { ?s ?p 'a' . # '\n SERVICE <http://a.example/> {} }", id="quote-in-a-comment"),
        pytest.param('SELECT * { ?s ?p "\\"" . SERVICE <http://a.example/> {} }', id="escaped-quote"),
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="another address"):
        refuse_unsafe(query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT ?service { ?s schema:serviceType ?service }", id="variable-and-local-name"),
        pytest.param("SELECT * { ?s ?p 'SERVICE <x> {}' } # SERVICE", id="string-and-comment"),
        pytest.param(
            "SELECT * { <https://a.example/organisation/stadtservice#x> ?p '''a 'service' b''' }",
            id="iri-and-long-string",
        ),
        pytest.param("SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }", id="comparisons"),
    ],
)
def test_harmless_queries_pass(query: str) -> None:
    refuse_unsafe(query)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:s> <a:p> <a:o> }",
        "PREFIX x: <a:b>\nDELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "with <a:g> delete { ?s ?p ?o } where { ?s ?p ?o }",
        "DROP ALL",
    ],
)
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(QueryError, match="only reads"):
        refuse_unsafe(update)


def test_prefixes() -> None:
    query = "PREFIX pg: <a:b>\nSELECT ('foaf:x' AS ?t) { ?m a pg:Meeting ; dct:date ?d ; other:x <skos:y> } # org:x"
    assert list(missing_prefixes(query)) == ["dct"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <a:g> { ?s ?p ?o }", True),
        ("ASK from named <a:g> { ?s ?p ?o }", True),
        ("SELECT ?from { ?from <a:from> 'FROM' }", False),
    ],
)
def test_named_datasets(query: str, expected: bool) -> None:
    assert has_dataset(query) is expected


def test_base_of_packaged_queries() -> None:
    query = "BASE <https://protokolle.example/id/>\nASK { GRAPH <graph/register> {} }"
    expected = "BASE <https://a.example/x#>\nASK { GRAPH <https://a.example/x#graph/register> {} }"
    assert based(query, "https://a.example/x#") == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_bound_text_stays_text(text: str) -> None:
    query = bind("SELECT ?value { VALUES ?value { UNDEF } }", {"value": literal(text)})
    (row,) = pyoxigraph.Store().query(query)  # type: ignore[misc]
    assert row["value"].value == text


def test_unknown_parameter() -> None:
    with pytest.raises(UsageError, match="no parameter 'body'"):
        bind("SELECT * { ?s ?p ?body }", {"body": literal("x")})


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param("SELECT ?x\nWHERE (\n ?s ?p ?o )", "line 2, column 7, near '('", id="place"),
        pytest.param("SELECT * { ?s ?p ?o", "its end. Something is missing", id="end"),
        pytest.param("SELECT * { ?s nix:x ?o }", "prefix nix: is not declared. Add PREFIX nix:", id="prefix"),
        pytest.param("", "its end", id="empty"),
    ],
)
def test_syntax_errors(query: str, message: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        pyoxigraph.Store().query(query)
    assert message in str(syntax_error(query, caught.value))
