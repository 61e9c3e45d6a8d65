"""The documents of the state into the store: everybody resolved, one named graph each, written only if it changed."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from protokollgraph.graph import codec
from protokollgraph.graph.derived import Claim, claims, derived_quads
from protokollgraph.graph.documents import DocumentState, Entry, KeptDocument
from protokollgraph.graph.program import installed_version
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_graph_iri, protocol_quads
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import Iris

_BATCH = 200
"""So many graphs are replaced before they are brought to the disk, or wait to be loaded."""

_Graph = tuple[KeptDocument, str, bytes]
"""A document, the IRI of its named graph, the N-Quads of it."""

_Mark = tuple[str, str, str]
"""A document's name, the IRI of its named graph, the SHA-256 of its N-Quads."""


def write(graph: GraphStore, state: DocumentState, iris: Iris) -> list[tuple[str, Finding]]:
    """Resolve everybody, write the graphs that are not yet as they should be, drop those that nobody has any more.

    What follows from several documents is written as well; its findings are returned as path and finding.
    """
    resolution = resolve((DocumentEntities.of(codec.decode(document.extraction)) for document in state), iris)
    register = register_quads(resolution, iris)
    marks: list[_Mark] = []
    said: list[Claim] = []
    graphs = _graphs(state, resolution, iris, said)
    if len(graph) == 0:
        load_meanwhile(graph, _marked(graphs, marks, register))
    else:
        _replace(graph, graphs, marks)
        graph.replace(iris.register_graph, register)
    wanted = {name for _, name, _ in marks} | {iris.register_graph}
    derived = derived_quads(said, iris)
    if derived.lines:
        graph.replace(iris.derived_graph, "".join(derived.lines).encode("utf-8"))
        wanted.add(iris.derived_graph)
    for name in graph.graph_iris():
        if name not in wanted:
            graph.remove(name)
    graph.flush()
    state.mark(marks)
    state.note_questions(resolution.questions)
    return list(derived.findings)


def remove(graph: GraphStore, state: DocumentState, entries: Sequence[Entry]) -> None:
    """Drop documents and their graphs."""
    for entry in entries:
        if entry.graph_iri:
            graph.remove(entry.graph_iri)
    graph.flush()
    state.remove(entry.name for entry in entries)


def load_meanwhile(graph: GraphStore, chunks: Iterable[bytes]) -> None:
    """Load in a thread of its own while the next quads are made: loading leaves Python alone most of the time."""
    waiting: queue.Queue[bytes | None] = queue.Queue(maxsize=_BATCH)
    failed = threading.Event()

    def load() -> None:
        try:
            graph.load(iter(waiting.get, None))
        except BaseException:
            failed.set()
            while waiting.get() is not None:  # whoever makes the chunks must not wait for room
                pass
            raise

    with ThreadPoolExecutor(1) as loader:
        loading = loader.submit(load)
        try:
            for chunk in chunks:
                if failed.is_set():
                    break
                waiting.put(chunk)
        finally:
            waiting.put(None)
    loading.result()


def _graphs(state: DocumentState, resolution: Resolution, iris: Iris, said: list[Claim]) -> Iterator[_Graph]:
    """The graph of each document; ``said`` grows by its claims."""
    render = partial(protocol_quads, resolution=resolution, iris=iris, version=installed_version())
    for document in state:
        extraction = codec.decode(document.extraction)
        said += claims(extraction, resolution, iris, document.path)
        yield document, protocol_graph_iri(extraction, resolution, iris), render(extraction)


def _marked(graphs: Iterable[_Graph], marks: list[_Mark], register: bytes) -> Iterator[bytes]:
    """The quads of every graph and of the register; ``marks`` grows by what goes past."""
    for document, name, lines in graphs:
        marks.append((document.name, name, hashlib.sha256(lines).hexdigest()))
        yield lines
    yield register


def _replace(graph: GraphStore, graphs: Iterable[_Graph], marks: list[_Mark]) -> None:
    """Replace the graphs whose quads are others than those that were noted; ``marks`` grows by all of them."""
    written = 0
    for document, name, lines in graphs:
        digest = hashlib.sha256(lines).hexdigest()
        marks.append((document.name, name, digest))
        if (document.graph_iri, document.quads_sha256) == (name, digest):
            continue
        graph.replace(name, lines)
        written += 1
        if written % _BATCH == 0:
            graph.flush()
