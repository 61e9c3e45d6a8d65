"""The documents of the state into the store: everybody resolved, one named graph each, written only if it changed."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count, takewhile

from protokollgraph.graph import codec
from protokollgraph.graph.across import across, left_out, misfits
from protokollgraph.graph.authority.places import linked_places
from protokollgraph.graph.derived import claims
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.folds import Folds, Patch
from protokollgraph.graph.identity.addition import TooMuchChanges, add
from protokollgraph.graph.identity.holdings import Holdings
from protokollgraph.graph.identity.known import Known
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.matching.corpus import Corpus
from protokollgraph.graph.program import installed_version
from protokollgraph.graph.register import register_lines
from protokollgraph.graph.resolution import DocumentEntities, Resolution, sitting_key
from protokollgraph.graph.resolver import in_order_of_asking, resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_graph_iri, protocol_quads
from protokollgraph.model import EntityKind, Finding
from protokollgraph.ontology.iris import Iris

_BATCH = 200
"""So many graphs are replaced before they are brought to the disk, or wait to be loaded."""

_Graph = tuple[KeptDocument, str, bytes]
"""A document, the IRI of its named graph, the N-Quads of it."""

_Mark = tuple[str, str, str, str, int]
"""Name of a document, IRI of its named graph, SHA-256 of its N-Quads, a digest of what resolution said of it, and how
many quads there are."""

_ACROSS = "quads-across"
"""The note of how many quads belong to no single document."""
_UNFINISHED = "unfinished"
"""The note that stands in the state while graphs are written: what they hold is not what the state has noted."""


def write(
    graph: GraphStore,
    state: DocumentState,
    iris: Iris,
    known: Known,
    leaving: Sequence[str] = (),
    *,
    as_before: bool = False,
) -> list[tuple[str, Finding]]:
    """Resolve everybody, write the graphs that are not yet as they should be, drop those that nobody has any more.

    Documents that are ``leaving`` are forgotten; ``as_before`` if nothing but documents can have changed since the last
    time. What follows from several documents is written as well; its findings are returned as path and finding.
    """
    fresh = is_unfinished(graph, state)
    state.note(_UNFINISHED, "1")
    with state.together():
        step = _Step(graph, state, iris, known, fresh=fresh)
        state.remove(leaving)
        resolution = step.addition() if as_before and not fresh and not leaving else None
        if resolution is None:
            resolution = step.everybody()
        state.forget(_UNFINISHED)
    return [*misfits(resolution, known), *left_out(known), *step.folds.findings()]


class _Step:
    """One writing: the graphs, the state, and what was known."""

    def __init__(self, graph: GraphStore, state: DocumentState, iris: Iris, known: Known, *, fresh: bool) -> None:
        self.graph, self.state, self.iris, self.known, self.fresh = graph, state, iris, known, fresh
        self.folds = Folds(state, iris)
        self.holdings = Holdings(state)
        if fresh:
            self.folds.clear()
            self.holdings.clear()

    def everybody(self) -> Resolution:
        """Resolve all documents and write whatever is not as it should be."""
        state, iris, known = self.state, self.iris, self.known
        self.folds.drop_missing()
        self.holdings.drop_missing()
        decoder = codec.EntitiesDecoder()
        documents = [decoder.decode(data) for _, data in state.entities()]
        resolution = resolve(
            documents, iris, register=known.register, judgements=known.judgements, authorities=known.authorities
        )
        known.keep(resolution.handed_out)
        settled = {
            entry.name: digest
            for entry in state.entries()
            if (digest := _settled(resolution, entry.sha256, iris)) != entry.settled or self.fresh
        }
        self._write_documents(settled, resolution)
        self._hold(documents, settled, resolution, known.register.extended(resolution.handed_out))
        patches = {
            iris.register_graph: self.folds.registered(register_lines(resolution, iris), resolution.by_iri),
            iris.derived_graph: self.folds.derived(
                across(resolution, iris, linked_places(documents, known.authorities, iris))
            ),
        }
        self._patch(patches)
        wanted = set(resolution.protocols.values()) | patches.keys()
        for name in self.graph.graph_iris():
            if name not in wanted:
                self.graph.remove(name)
        self.graph.flush()
        state.note_questions(resolution.questions)
        return resolution

    def addition(self) -> Resolution | None:
        """Resolve and write the documents that are new; None if more has to change than these."""
        state, iris = self.state, self.iris
        new = [entry for entry in state.entries() if not entry.settled]
        if self.known.authorities or len(state) != self.holdings.count() + len(new):
            return None
        kept = [state.get(entry.name) for entry in new]
        documents = [codec.decode_entities(each.entities) for each in kept if each is not None]
        try:
            resolution = add(state, documents, iris, self.known.judgements)
        except TooMuchChanges:
            return None
        self.known.keep(resolution.handed_out)
        settled = {entry.name: _settled(resolution, entry.sha256, iris) for entry in new}
        self._write_documents(settled, resolution)
        self._hold(documents, settled, resolution, Register().extended(resolution.handed_out))
        lines = {iri: each for iri, each in register_lines(resolution, iris).items() if iri in resolution.by_iri}
        self._patch(
            {
                iris.register_graph: self.folds.registered(lines, resolution.by_iri, complete=False),
                iris.derived_graph: self.folds.derived(across(resolution, iris), complete=False),
            }
        )
        self.graph.flush()
        about = resolution.by_iri.keys()
        open_still = [each for each in state.questions() if about.isdisjoint(each.iris)]
        state.note_questions(sorted((*open_still, *resolution.questions), key=in_order_of_asking))
        return resolution

    def _hold(
        self,
        documents: Sequence[DocumentEntities],
        settled: Mapping[str, str],
        resolution: Resolution,
        register: Register,
    ) -> None:
        """Note what was resolved of the documents that were written.

        Records say by address what others say by name, so what one more document changes among them is not told here:
        with records nothing is noted, and everybody is resolved each time.
        """
        if any(each.record for each in documents):
            self.holdings.clear()
            return
        corpus = Corpus(documents)
        corpus.entities.update({sha256: dict(each) for sha256, each in resolution.entities.items()})
        names = {entry.sha256: entry.name for entry in self.state.entries() if entry.name in settled}
        self.holdings.hold(corpus, resolution, register, names, self.iris.base)
        self.holdings.hand_out(iri for each in resolution.handed_out for _, iri in each.iris)
        if self.fresh:
            self.holdings.hand_out(iri for iri, _ in sorted(register.order(), key=lambda each: each[1]))

    def _patch(self, patches: Mapping[str, Patch]) -> None:
        lines = 0 if self.fresh else int(self.state.setting(_ACROSS) or 0)
        for name, patch in patches.items():
            if self.fresh:
                self.graph.remove(name)
            patch.apply(self.graph, name)
            lines += len(patch.added) - len(patch.removed)
        self.state.note(_ACROSS, str(lines))

    def _write_documents(self, settled: Mapping[str, str], resolution: Resolution) -> None:
        """The graphs of these documents, names to digests of what resolution says of them."""
        marks: list[_Mark] = []
        graphs = _graphs(self.state, settled, resolution, self.iris, self.folds)
        if self.graph.is_empty():
            load_meanwhile(self.graph, _marked(graphs, settled, marks))
        else:
            _replace(self.graph, graphs, settled, marks, fresh=self.fresh)
        self.state.mark(marks)


def size(state: DocumentState) -> int:
    """How many quads the graph has; counting them in the store would take long."""
    return int(state.setting(_ACROSS) or 0) + int(state.rows("SELECT coalesce(sum(quads), 0) FROM document")[0][0])


def start_anew(state: DocumentState) -> None:
    """Forget every document: the next :func:`write` takes nothing for written."""
    state.note(_UNFINISHED, "1")
    state.clear()


def is_unfinished(graph: GraphStore, state: DocumentState) -> bool:
    """Whether everything has to be written anew: nothing is there, or a build was killed while it wrote."""
    return graph.is_empty() or state.setting(_UNFINISHED) is not None


def _settled(resolution: Resolution, sha256: str, iris: Iris) -> str:
    """A digest of what resolution says of one document: with the same one its graph is the same."""
    said: list[object] = [resolution.protocols[sha256]]
    if resolution.protocols[sha256].startswith(iris.record("")):
        said.append(sorted(resolution.addresses.items()))  # to which a record refers, whoever holds them
    for key, iri in sorted(resolution.entities[sha256].items()):
        resource = resolution.by_iri.get(iri)
        kind = None if resource is None else resource.kind
        # the name of a body stands in the labels of its meetings
        said.append((key, iri, kind, resource.name if resource is not None and kind is EntityKind.BODY else ""))
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
        marks.append(
            (document.name, name, hashlib.sha256(lines).hexdigest(), settled[document.name], lines.count(b"\n"))
        )
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
        marks.append((document.name, name, digest, settled[document.name], lines.count(b"\n")))
        if not fresh and (document.graph_iri, document.quads_sha256) == (name, digest):
            continue
        graph.replace(name, lines)
        written += 1
        if written % _BATCH == 0:
            graph.flush()
