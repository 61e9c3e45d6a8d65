"""A graph on a SPARQL 1.1 server, to be read with the same calls as one on disk.

Queries go out by the SPARQL 1.1 Protocol as a form (section 2.1.2); answers come back as SPARQL JSON or N-Triples.
The server's default graph must be the union of its named graphs: Virtuoso's always is, Oxigraph is asked for it here,
others have a setting for it.
"""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph

from protokollgraph.errors import QueryError, StoreError
from protokollgraph.graph import sparql, terms
from protokollgraph.graph.store import FORMATS, Answer, GraphStore, base_of
from protokollgraph.ontology.iris import DEFAULT_BASE

TIMEOUT = 60.0
"""Seconds to wait for a server."""

_RESULTS, _TRIPLES = "application/sparql-results+json", "application/n-triples"


def open_reader(address: str | Path) -> GraphStore | RemoteStore:
    """The graph at ``address`` for reading: a folder, or the http(s) address of a server."""
    if str(address).startswith(("http://", "https://")):
        return RemoteStore(str(address))
    return GraphStore.reader(address)


class RemoteStore:
    """Read-only access to a SPARQL endpoint."""

    def __init__(self, address: str, *, timeout: float = TIMEOUT) -> None:
        if not address.startswith(("http://", "https://")):
            raise StoreError(f"{address!r} is no address of a server.", "It starts with http:// or https://.")
        self._address = address
        self._timeout = timeout
        self._base: str | None = None

    @property
    def base(self) -> str:
        """As :attr:`GraphStore.base`; asked of the server once."""
        if self._base is None:
            self._base = DEFAULT_BASE  # stands while the server is asked for its graphs
            self._base = base_of(self.graph_iris())
        return self._base

    def query(self, query: str, /) -> Answer:
        """As :meth:`GraphStore.query`."""
        sparql.refuse_unsafe(query)
        union = {} if sparql.has_dataset(query) else {"union-default-graph": "true"}
        prefixes = "".join(f"PREFIX {prefix}: <{name}> " for prefix, name in sparql.missing_prefixes(query).items())
        kind, body = self._post({"query": f"BASE <{self.base}> {prefixes}{query}", **union})
        try:
            if kind == _TRIPLES:
                return [quad.triple for quad in pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES)]
            return pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self._address} answers with something else: {error}", "Is it a SPARQL server?"
            ) from error

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad of the named graphs, in no order."""
        for row in _solutions(self.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")):
            yield pyoxigraph.Quad(row["s"], row["p"], row["o"], row["g"])

    def dump(self, format: str = "nq") -> bytes:
        """As :meth:`GraphStore.dump`."""
        return pyoxigraph.serialize(self.quads(), format=FORMATS[format]) or b""

    def graph_iris(self) -> tuple[str, ...]:
        """The named graphs, sorted."""
        rows = _solutions(self.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
        return tuple(sorted(terms.text(row["g"]) for row in rows))

    def __len__(self) -> int:
        rows = _solutions(self.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
        return int(terms.text(next(iter(rows))["n"]))

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _post(self, form: dict[str, str]) -> tuple[str, bytes]:
        """Media type and body of the answer."""
        request = urllib.request.Request(
            self._address,
            data=urllib.parse.urlencode(form).encode(),
            headers={
                "Accept": f"{_RESULTS}, {_TRIPLES}",
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": "protokollgraph",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(500).decode("utf-8", "replace").strip().partition("\n")[0]
            if error.code == 400:
                raise QueryError(f"The server refuses the query: {said}", "Correct the query.") from error
            raise StoreError(f"{self._address} answers {error.code}: {said}", "Check the address.") from error
        except (OSError, ValueError) as error:
            raise StoreError(
                f"{self._address} cannot be reached: {error}", "Check the address and the network."
            ) from error


def _solutions(answer: Answer) -> pyoxigraph.QuerySolutions:
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise StoreError("The server answers a SELECT with something else.", "Is it a SPARQL server?")
    return answer
