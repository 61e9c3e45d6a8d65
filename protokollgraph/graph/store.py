"""The graph on disk: an Oxigraph store with one named graph per protocol, one writer, many readers.

The folder::

    graph-store/quads/              the store, open for one writer at a time
    graph-store/documents.sqlite    what was read and what came of it (graph/documents.py)
    graph-store/snapshots/          what readers open (graph/snapshots.py)

A document is replaced in one transaction, so a killed writer leaves every graph whole, old or new. A first fill is
loaded in bulk, which is no transaction: as long as it runs, the file ``filling`` stands in the folder, and whoever
finds it there starts anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeAlias

import pyoxigraph

from protokollgraph.errors import GraphError, QueryError, StoreError
from protokollgraph.graph import snapshots, sparql, terms
from protokollgraph.ontology.iris import DEFAULT_BASE, Iris

Answer: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | Iterable[pyoxigraph.Triple]
"""Of SELECT, of ASK, of CONSTRUCT and DESCRIBE."""

FORMATS = {
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""The formats with named graphs."""

_QUADS, _SNAPSHOTS, _FILLING = "quads", "snapshots", "filling"
_REGISTER = Iris("https://base.example/").register_graph.removeprefix("https://base.example/")
_BATCH = 64 << 20
_BLANK_NODE = re.compile(rb"^_:|^\S+ \S+ _:", re.MULTILINE)


class ReadableStore(Protocol):
    """Anything that answers queries: a store on disk, in memory, on a server."""

    @property
    def base(self) -> str: ...

    def query(self, query: str, /) -> Answer: ...

    def quads(self) -> Iterable[pyoxigraph.Quad]: ...

    def graph_iris(self) -> tuple[str, ...]: ...

    def dump(self, format: str = "nq") -> bytes: ...

    def __len__(self) -> int: ...

    def close(self) -> None: ...


class GraphStore:
    """Quads on disk or in memory. Open one with :meth:`open`, :meth:`reader` or :meth:`memory`."""

    def __init__(self, store: pyoxigraph.Store, path: Path | None = None, held: snapshots.Held | None = None) -> None:
        self._open: pyoxigraph.Store | None = store
        self._path = path
        self._held = held
        self._base: str | None = None

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The store for writing, made if it is not there. StoreError if another writer has it open."""
        folder = Path(path)
        with _store_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            store = cls(pyoxigraph.Store(str(folder / _QUADS)), folder)
            if (folder / _FILLING).exists():
                store._start_anew()
            return store

    @classmethod
    def reader(cls, path: str | Path) -> Self:
        """The last published state, read-only; a writer may go on meanwhile. StoreError if there is none."""
        folder = Path(path)
        with _store_errors(folder):
            held = snapshots.hold(folder / _SNAPSHOTS)
            if held is None:
                raise StoreError(f"There is no graph in {folder}.", "Run protokollgraph build first, or give --store.")
            try:
                return cls(pyoxigraph.Store.read_only(str(held.path)), held=held)
            except OSError:
                held.release()
                raise

    @classmethod
    def memory(cls) -> Self:
        """An empty store that is gone with the process."""
        return cls(pyoxigraph.Store())

    def load(self, nquads: bytes | Iterable[bytes]) -> None:
        """Add N-Quads: in bulk into an empty store, else in transactions. Each chunk holds whole lines."""
        chunks = (nquads,) if isinstance(nquads, bytes) else nquads
        if len(self):
            for batch in _batches(chunks):
                with self._writing() as store:
                    store.load(batch, format=pyoxigraph.RdfFormat.N_QUADS)
            return
        with self._filling():
            for batch in _batches(chunks):
                with self._writing() as store:
                    store.bulk_load(batch, format=pyoxigraph.RdfFormat.N_QUADS)
            self.flush()

    def replace(self, graph_iri: str, nquads: bytes) -> None:
        """Put these quads in the place of the named graph, in one transaction.

        Every line must be a quad of that graph without blank nodes, as :func:`terms.quad` writes it; GraphError if not.
        """
        graph = terms.iri(graph_iri)
        triples = _triples(graph, nquads)
        insert = f"; INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}" if triples else ""
        with self._writing() as store:
            store.update(f"DROP SILENT GRAPH {graph}{insert}")

    def patch(self, graph_iri: str, removed: bytes, added: bytes) -> None:
        """Take these quads out of the named graph and put those in, in one transaction; GraphError as for replace."""
        graph = terms.iri(graph_iri)
        parts = [
            f"{what} DATA {{ GRAPH {graph} {{\n{triples}}} }}"
            for what, triples in (("DELETE", _triples(graph, removed)), ("INSERT", _triples(graph, added)))
            if triples
        ]
        with self._writing() as store:
            store.update("; ".join(parts))

    def is_empty(self) -> bool:
        """Whether there is no quad; counting them all would take long."""
        return next(iter(self.quads()), None) is None

    def remove(self, graph_iri: str) -> None:
        """Drop the named graph; nothing happens if there is none."""
        with self._writing() as store:
            store.update(f"DROP SILENT GRAPH {terms.iri(graph_iri)}")

    def clear(self) -> None:
        """Drop everything, before a rebuild."""
        with self._writing() as store:
            store.clear()

    @property
    def base(self) -> str:
        """What the IRIs of this graph start with: what its register's name has before ``graph/register``."""
        if self._base is None:
            self._base = base_of(terms.text(graph) for graph in self._store.named_graphs())
        return self._base

    def query(self, query: str, /) -> Answer:
        """Answer a query over the union of all named graphs, or over those it names with FROM.

        The prefixes of ``ontology.namespaces`` need no declaration. QueryError if the query does not parse, cannot
        run, changes something or asks another address. A statement that stands in several named graphs counts
        several times in the union: say DISTINCT. A relative IRI (``<graph/register>``) is taken from :attr:`base`.
        """
        sparql.refuse_unsafe(query)
        with _query_errors(query):
            return self._store.query(
                query,
                base_iri=self.base,
                prefixes=sparql.missing_prefixes(query),
                use_default_graph_as_union=not sparql.has_dataset(query),
            )

    def quads(self) -> Iterable[pyoxigraph.Quad]:
        """Every quad, in no order."""
        return self._store.quads_for_pattern(None, None, None, None)

    def graph_iris(self) -> tuple[str, ...]:
        """The named graphs, sorted."""
        return tuple(sorted(terms.text(graph) for graph in self._store.named_graphs()))

    def dump(self, format: str = "nq") -> bytes:
        """Everything in one of :data:`FORMATS`, in no order; ``graph.export`` sorts."""
        return self._store.dump(format=FORMATS[format]) or b""

    def flush(self) -> None:
        """Bring what was committed to the disk: a commit alone does not survive a power cut."""
        if self._path is not None:
            with self._writing() as store:
                store.flush()

    def publish_snapshot(self) -> None:
        """Let readers see what is committed. Without effect for a store in memory."""
        if self._path is not None:
            with self._writing() as store:
                snapshots.publish(self._path / _SNAPSHOTS, store.backup)

    def close(self) -> None:
        """Give the lock back. Answers that are still being read keep their own hold."""
        self._open = None
        if self._held is not None:
            self._held.release()

    def __len__(self) -> int:
        return len(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def _store(self) -> pyoxigraph.Store:
        if self._open is None:
            raise StoreError("The store was closed.", "Open it again.")
        return self._open

    @contextmanager
    def _writing(self) -> Iterator[pyoxigraph.Store]:
        if self._held is not None:
            raise StoreError("A snapshot cannot be written.", "Open the store with GraphStore.open.")
        self._base = None
        with _store_errors(self._path):
            try:
                yield self._store
            except SyntaxError as error:
                raise GraphError(
                    f"These are no N-Quads: {error}", "Write them with protokollgraph.graph.terms."
                ) from error

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Mark the folder while quads are loaded that are no transaction."""
        if self._path is None:
            yield
            return
        mark = self._path / _FILLING
        with _store_errors(self._path):
            mark.touch()
        try:
            yield
        except GraphError:
            self._start_anew()
            raise
        mark.unlink()

    def _start_anew(self) -> None:
        """Drop what a fill has left that did not come to its end."""
        self.clear()
        self.flush()
        if self._path is not None:
            (self._path / _FILLING).unlink()


def base_of(graph_iris: Iterable[str]) -> str:
    """The base of the IRIs of a graph, told by the name of its register; the default if it has none."""
    registers = sorted(each for each in graph_iris if each.endswith((f"/{_REGISTER}", f"#{_REGISTER}")))
    return registers[0].removesuffix(_REGISTER) if registers else DEFAULT_BASE


def _triples(graph: str, nquads: bytes) -> str:
    """The lines without their graph, as INSERT DATA wants them."""
    ending = f" {graph} .\n".encode()
    if nquads.count(b"\n") != nquads.count(ending) or not nquads.endswith((ending, b"")[not nquads]):
        raise GraphError(f"Not every line is a quad of {graph}.", "Give the quads of one named graph at a time.")
    if _BLANK_NODE.search(nquads):
        raise GraphError(f"A quad of {graph} has a blank node.", "Give every node an IRI.")
    return nquads.replace(ending, b" .\n").decode()


def _batches(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks joined to blocks that are worth a load of their own."""
    waiting: list[bytes] = []
    size = 0
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size >= _BATCH:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


@contextmanager
def _store_errors(path: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = f"The store {path}" if path else "The store"
        if "/LOCK:" in str(error):
            raise StoreError(
                f"{where} is in use: another build is running.", "Wait until it is done, or end it."
            ) from error
        raise StoreError(
            f"{where} cannot be used: {error}", "Check the path, its permissions and the free space, then run again."
        ) from error


@contextmanager
def _query_errors(query: str) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise sparql.syntax_error(query, error) from error
    except (RuntimeError, ValueError) as error:
        raise QueryError(
            f"The query cannot run: {error}", "See the SPARQL 1.1 specification for what is there."
        ) from error
    except OSError as error:
        raise StoreError(f"The store cannot be read: {error}", "Run protokollgraph build again.") from error
