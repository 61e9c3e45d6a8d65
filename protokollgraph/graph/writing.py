"""The documents of the state into the store: everybody resolved, one named graph each, written only if it changed."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count, takewhile

from protokollgraph.graph import codec
from protokollgraph.graph.across import across, misfits
from protokollgraph.graph.derived import claims
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.folds import Folds
from protokollgraph.graph.identity.known import Known
from protokollgraph.graph.program import installed_version
from protokollgraph.graph.register import register_lines
from protokollgraph.graph.resolution import DocumentEntities, Resolution, sitting_key
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_graph_iri, protocol_quads
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import Iris

_BATCH = 200
"""So many graphs are replaced before they are brought to the disk, or wait to be loaded."""

_Graph = tuple[KeptDocument, str, bytes]
"""A document, the IRI of its named graph, the N-Quads of it."""

_Mark = tuple[str, str, str, str]
"""A document's name, the IRI of its named graph, the SHA-256 of its N-Quads, a digest of what resolution said of it."""

_UNFINISHED = "unfinished"
"""The note that stands in the state while graphs are written: what they hold is not what the state has noted."""


def write(
    graph: GraphStore, state: DocumentState, iris: Iris, known: Known, leaving: Iterable[str] = ()
) -> list[tuple[str, Finding]]:
    """Resolve everybody, write the graphs that are not yet as they should be, drop those that nobody has any more.

    Documents that are ``leaving`` are forgotten. What follows from several documents is written as well; its findings
    are returned as path and finding.
    """
    fresh = is_unfinished(graph, state)
    state.note(_UNFINISHED, "1")
    with state.together():
        folds = Folds(state, iris)
        if fresh:
            folds.clear()
        state.remove(leaving)
        folds.drop_missing()
        resolution = resolve(_entities(state), iris, register=known.register, judgements=known.judgements)
        known.keep(resolution.handed_out)
        _write_documents(graph, state, resolution, iris, folds, fresh=fresh)
        patches = {
            iris.register_graph: folds.registered(register_lines(resolution, iris)),
            iris.derived_graph: folds.derived(across(resolution, iris)),
        }
        for name, patch in patches.items():
            if fresh:
                graph.remove(name)
            patch.apply(graph, name)
        wanted = set(resolution.protocols.values()) | patches.keys()
        for name in graph.graph_iris():
            if name not in wanted:
                graph.remove(name)
        graph.flush()
        state.note_questions(resolution.questions)
        state.forget(_UNFINISHED)
    return [*misfits(resolution, known), *folds.findings()]


def start_anew(state: DocumentState) -> None:
    """Forget every document: the next :func:`write` takes nothing for written."""
    state.note(_UNFINISHED, "1")
    state.clear()


def is_unfinished(graph: GraphStore, state: DocumentState) -> bool:
    """Whether everything has to be written anew: nothing is there, or a build was killed while it wrote."""
    return graph.is_empty() or state.setting(_UNFINISHED) is not None


def _entities(state: DocumentState) -> Iterator[DocumentEntities]:
    return (codec.decode_entities(data) for _, data in state.entities())


def _write_documents(
    graph: GraphStore, state: DocumentState, resolution: Resolution, iris: Iris, folds: Folds, *, fresh: bool
) -> None:
    """The graphs of the documents about which resolution says something else than when they were written."""
    settled = {
        entry.name: digest
        for entry in state.entries()
        if (digest := _settled(resolution, entry.sha256)) != entry.settled or fresh
    }
    marks: list[_Mark] = []
    graphs = _graphs(state, settled, resolution, iris, folds)
    if graph.is_empty():
        load_meanwhile(graph, _marked(graphs, settled, marks))
    else:
        _replace(graph, graphs, settled, marks, fresh=fresh)
    state.mark(marks)


def _settled(resolution: Resolution, sha256: str) -> str:
    """A digest of what resolution says of one document: with the same one its graph is the same."""
    said: list[object] = [resolution.protocols[sha256]]
    for key, iri in sorted(resolution.entities[sha256].items()):
        said.append((key, iri, resolution.by_iri[iri].kind if iri in resolution.by_iri else ""))
    for key in takewhile(resolution.acts.__contains__, (sitting_key(sha256, n) for n in count())):
        said.append((resolution.meetings[key], resolution.acts[key]))
    return hashlib.sha256(repr(said).encode()).hexdigest()


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


def _graphs(
    state: DocumentState, names: Iterable[str], resolution: Resolution, iris: Iris, folds: Folds
) -> Iterator[_Graph]:
    """The graphs of these documents; ``folds`` takes their claims."""
    version = installed_version()
    for name in names:
        document = state.get(name)
        if document is not None:
            extraction = codec.decode(document.extraction)
            folds.take(name, claims(extraction, resolution, iris, document.path))
            lines = protocol_quads(extraction, resolution, iris, version)
            yield document, protocol_graph_iri(extraction, resolution, iris), lines


def _marked(graphs: Iterable[_Graph], settled: Mapping[str, str], marks: list[_Mark]) -> Iterator[bytes]:
    """The quads of every graph; ``marks`` grows by what goes past."""
    for document, name, lines in graphs:
        marks.append((document.name, name, hashlib.sha256(lines).hexdigest(), settled[document.name]))
        yield lines


def _replace(
    graph: GraphStore, graphs: Iterable[_Graph], settled: Mapping[str, str], marks: list[_Mark], *, fresh: bool
) -> None:
    """Replace the graphs whose quads are others than those that were noted; ``marks`` grows by all of them.

    ``fresh`` if nothing can be taken for noted.
    """
    written = 0
    for document, name, lines in graphs:
        digest = hashlib.sha256(lines).hexdigest()
        marks.append((document.name, name, digest, settled[document.name]))
        if not fresh and (document.graph_iri, document.quads_sha256) == (name, digest):
            continue
        graph.replace(name, lines)
        written += 1
        if written % _BATCH == 0:
            graph.flush()
