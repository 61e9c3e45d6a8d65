"""A SPARQL endpoint on the loopback for tests: the protocol's form, JSON or N-Triples back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pyoxigraph

JSON, TRIPLES = "application/sparql-results+json", "application/n-triples"


@contextmanager
def endpoint(nquads: bytes) -> Iterator[str]:
    """The address of a server that answers queries over these quads."""
    store = pyoxigraph.Store()
    store.load(nquads, format=pyoxigraph.RdfFormat.N_QUADS)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            try:
                answer = store.query(form["query"][0], use_default_graph_as_union="union-default-graph" in form)
            except SyntaxError as error:
                self._say(400, "text/plain", str(error).encode())
                return
            if isinstance(answer, pyoxigraph.QueryTriples):
                self._say(200, TRIPLES, answer.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")
            else:
                self._say(200, JSON, answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"")

        def _say(self, code: int, kind: str, body: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
        finally:
            server.shutdown()
            thread.join()
