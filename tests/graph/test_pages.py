"""The page on which something stands goes with its evidence: into the graph, to the terminal, into the picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from protokollgraph.extract.extractor import extract
from protokollgraph.extract.reader import read_bytes
from protokollgraph.graph.check import report
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.triples import protocol_quads
from protokollgraph.model import Document
from protokollgraph.ontology.iris import Iris

TEXT = (Path(__file__).parents[2] / "protokollgraph" / "examples" / "dubrauheide-2024-05-23.txt").read_text("utf-8")
HALF = TEXT.index("\n", len(TEXT) // 2) + 1
SELECTORS = """
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?start ?page WHERE { GRAPH ?g {
  ?target oa:hasSelector/oa:start ?start .
  OPTIONAL { ?target oa:hasSelector ?fragment . ?fragment a oa:FragmentSelector ; rdf:value ?page }
} }
"""


def _document(pages: tuple[int, ...]) -> Document:
    return replace(read_bytes("minutes.txt", TEXT.encode()), pages=pages)


def _pages(document: Document) -> set[tuple[bool, str | None]]:
    """Whether a target stands in the second half of the text, and its page."""
    extraction = extract(document)
    iris = Iris()
    resolution = resolve([DocumentEntities.of(extraction)], iris)
    store = ox.Store()
    store.load(protocol_quads(extraction, resolution, iris, "1"), format=ox.RdfFormat.N_QUADS)
    found = store.query(SELECTORS)
    assert isinstance(found, ox.QuerySolutions)
    return {(int(row["start"].value) >= HALF, row["page"].value if row["page"] else None) for row in found}


def test_each_target_names_its_page() -> None:
    assert _pages(_document((0, HALF))) == {(False, "page=1"), (True, "page=2")}


def test_a_format_without_pages_names_none() -> None:
    assert {page for _, page in _pages(_document(()))} == {None}


@pytest.mark.parametrize(
    ("offset", "page"),
    [pytest.param(0, 1, id="first"), pytest.param(HALF - 1, 1, id="last of one"), pytest.param(HALF, 2, id="next")],
)
def test_a_page_begins_at_its_offset(offset: int, page: int) -> None:
    assert _document((0, HALF)).page(offset) == page


def test_check_says_the_page_beside_the_line() -> None:
    told = report(extract(_document((0, HALF))))
    assert " on page 1)" in told
    assert " on page 2)" in told
    assert " on page " not in report(extract(_document(())))
