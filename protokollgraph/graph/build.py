"""Documents into the store: read, extract, resolve, write; only what changed. The one place that ties the stages together."""

from __future__ import annotations

import gc
import hashlib
import os
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from protokollgraph.errors import DocumentError, StoreError
from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState, Entry, KeptDocument
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_graph_iri, protocol_quads
from protokollgraph.model import Extraction, Finding, Severity
from protokollgraph.ontology.iris import DEFAULT_BASE, Iris

Progress = Callable[[int, int], None]
"""Called with how many documents are done, and how many there are."""

_WORTH_A_PROCESS = 24
"""Fewer documents than this are read in this process: starting another takes longer."""
_BATCH = 200


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. Names are the files' paths as they were found."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Documents of the store whose file is gone; they stay until ``remove_missing``."""
    failed: tuple[DocumentError, ...] = ()
    findings: tuple[tuple[str, Finding], ...] = ()
    """Of the documents that were read now."""
    quads: int = 0
    """In the store, all graphs together."""
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """0, or 1 if a document failed."""
        return 1 if self.failed else 0


@dataclass(frozen=True, slots=True)
class _Read:
    """A document that was read and what came of it, or why it could not be."""

    path: str
    name: str = ""
    sha256: str = ""
    text: str = ""
    extraction: bytes = b""
    error: tuple[str, str] | None = None


def build(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    jobs: int | None = None,
    remove_missing: bool = False,
    base: str | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the documents behind ``paths`` into the store folder.

    A document whose bytes are the same is not read again; a changed one replaces its graph; one that cannot be read is
    reported, what the store has of it stays, and the others are built all the same. Documents of the store that are
    not among ``paths`` stay; if their file is gone they are reported, or removed with ``remove_missing``.
    StoreError if the store cannot be used, UsageError for a bad ``base``.
    """
    started = time.monotonic()
    iris = Iris(base or DEFAULT_BASE)
    folder = _folder(store)
    found = reader.files([Path(path) for path in paths])
    kept = _kept(folder, iris)
    todo, unchanged = _sorted_out(found.taken, kept)
    read = _all_read(todo, jobs, progress, len(unchanged))
    absent = [DocumentError(str(path), "there is no such file or folder.", "Check the path.") for path in found.missing]
    failed = (*absent, *(DocumentError(r.path, *r.error) for r in read if r.error))
    good = {r.path: r for r in read if not r.error}
    seen = {str(path.absolute()) for path in found.taken}
    gone = tuple(sorted(name for name in kept if name not in seen and not Path(name).exists()))
    doubles: dict[str, str] = {}
    if failed and not good and not kept and not folder.exists():
        return BuildReport(failed=failed, seconds=time.monotonic() - started)
    with GraphStore.open(folder) as graph, DocumentState.open(folder) as state:
        if kept == {} and len(state):
            state.clear()
        if remove_missing and gone:
            _remove(graph, state, [kept[name] for name in gone])
        if good or remove_missing and gone or not kept or not len(graph):
            doubles = _take_in(state, good.values())
            _write(graph, state, iris)
            state.note("program", _program())
            state.note("base", iris.base)
            graph.publish_snapshot()
        quads = len(graph)
    return BuildReport(
        added=tuple(sorted(r.path for r in good.values() if _name(r.path) not in kept and r.path not in doubles)),
        changed=tuple(sorted(r.path for r in good.values() if _name(r.path) in kept)),
        unchanged=tuple(sorted(unchanged)),
        removed=gone if remove_missing else (),
        missing=() if remove_missing else gone,
        failed=failed,
        findings=tuple(_findings(good.values(), doubles, found.left_out)),
        quads=quads,
        seconds=time.monotonic() - started,
    )


def _folder(store: str | Path) -> Path:
    if str(store).startswith(("http://", "https://")):
        raise StoreError(f"{store} is a server; build writes folders only.", "Give a folder with --store.")
    return Path(store)


def _name(path: str) -> str:
    """What a document is called in the state: its absolute path."""
    return str(Path(path).absolute())


def _version() -> str:
    try:
        return version("protokollgraph")
    except PackageNotFoundError:
        return "0"


@cache
def _program() -> str:
    """The version, and a digest of the rules: what other rules have read is read again."""
    digest = hashlib.sha256()
    root = Path(str(files("protokollgraph")))
    for path in sorted(p for part in ("extract", "graph", "ontology") for p in (root / part).rglob("*")):
        if path.suffix in (".py", ".yml", ".tsv"):
            digest.update(path.read_bytes())
    return f"{_version()} {digest.hexdigest()[:16]}"


def _kept(folder: Path, iris: Iris) -> dict[str, Entry]:
    """What the store has, by absolute path; nothing if another version or another base made it."""
    try:
        state = DocumentState.reader(folder)
    except StoreError:
        return {}
    with state:
        if state.setting("program") != _program() or state.setting("base") != iris.base:
            return {}
        return {entry.name: entry for entry in state.entries()}


def _sorted_out(files: Sequence[Path], kept: dict[str, Entry]) -> tuple[list[Path], list[str]]:
    """The files to read, and those whose bytes are known."""
    todo, unchanged = [], []
    for path in files:
        known = kept.get(str(path.absolute()))
        if known and _sha256(path) == known.sha256:
            unchanged.append(str(path))
        else:
            todo.append(path)
    return todo, unchanged


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


# --- reading --------------------------------------------------------------------------------------------------------


def _all_read(paths: Sequence[Path], jobs: int | None, progress: Progress | None, already: int) -> list[_Read]:
    workers = min(jobs or os.cpu_count() or 1, len(paths) // _WORTH_A_PROCESS + 1)
    total = already + len(paths)
    results: list[_Read] = []
    if workers > 1:
        with ProcessPoolExecutor(workers) as pool:
            for result in pool.map(_one_read, paths, chunksize=8):
                results.append(result)
                if progress:
                    progress(already + len(results), total)
        return results
    for path in paths:
        results.append(_one_read(path))
        if progress:
            progress(already + len(results), total)
    return results


def _one_read(path: Path) -> _Read:
    try:
        document = reader.read(path)
        with _no_collection():
            extraction = extract(document)
    except DocumentError as error:
        return _Read(str(path), error=(error.problem.removeprefix(f"{error.name}: "), error.remedy))
    unfit = next((finding for finding in extraction.findings if finding.code in ("empty", "no-protocol")), None)
    if unfit:
        return _Read(str(path), error=(unfit.message, "Give the text of a protocol, or see protokollgraph check FILE."))
    return _Read(str(path), document.name, document.sha256, document.text, codec.encode(extraction))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cyclic garbage collector, which finds nothing here and costs a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _take_in(state: DocumentState, read: Iterable[_Read]) -> dict[str, str]:
    """Keep what was read; a document whose bytes another one has already is no second one: path → the other's name."""
    owner = {entry.sha256: entry.name for entry in state.entries()}
    doubles: dict[str, str] = {}
    rows = []
    for result in sorted(read, key=lambda r: r.path):
        name = _name(result.path)
        other = owner.setdefault(result.sha256, name)
        if other != name and Path(other).exists():
            doubles[result.path] = other
            continue
        if other != name:
            state.remove([other])
            owner[result.sha256] = name
        rows.append(KeptDocument(name, result.path, result.sha256, "", "", result.text, result.extraction))
    state.put(rows)
    return doubles


def _findings(read: Iterable[_Read], doubles: dict[str, str], left_out: Sequence[Path]) -> Iterator[tuple[str, Finding]]:
    for result in sorted(read, key=lambda r: r.path):
        for finding in codec.decode(result.extraction).findings:
            yield result.path, finding
        if result.path in doubles:
            yield result.path, Finding("duplicate", f"The same bytes as {doubles[result.path]}; kept once.")
    if left_out:
        names = ", ".join(path.name for path in left_out[:5]) + (" …" if len(left_out) > 5 else "")
        yield str(left_out[0].parent), Finding("other-formats", f"{len(left_out)} files of other formats were left out: {names}", Severity.NOTICE)


# --- writing --------------------------------------------------------------------------------------------------------


def _remove(graph: GraphStore, state: DocumentState, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry.graph_iri:
            graph.remove(entry.graph_iri)
    graph.flush()
    state.remove(entry.name for entry in entries)


def _write(graph: GraphStore, state: DocumentState, iris: Iris) -> None:
    """Resolve everybody, write the graphs that are not yet as they should be, drop those that nobody has any more."""
    resolution = resolve((DocumentEntities.of(codec.decode(document.extraction)) for document in state), iris)
    render = partial(protocol_quads, resolution=resolution, iris=iris, version=_version())
    register = register_quads(resolution, iris)
    fill = len(graph) == 0
    marks: list[tuple[str, str, str]] = []

    def graphs() -> Iterator[tuple[KeptDocument, str, bytes]]:
        for document in state:
            extraction: Extraction = codec.decode(document.extraction)
            yield document, protocol_graph_iri(extraction, resolution, iris), render(extraction)

    if fill:

        def quads() -> Iterator[bytes]:
            for document, name, lines in graphs():
                marks.append((document.name, name, hashlib.sha256(lines).hexdigest()))
                yield lines
            yield register

        _load_meanwhile(graph, quads())
    else:
        _replace(graph, graphs(), marks)
        graph.replace(iris.register_graph, register)
    wanted = {name for _, name, _ in marks} | {iris.register_graph}
    for name in graph.graph_iris():
        if name not in wanted:
            graph.remove(name)
    graph.flush()
    state.mark(marks)


def _load_meanwhile(graph: GraphStore, chunks: Iterator[bytes]) -> None:
    """Load in a thread of its own while the next quads are made: loading leaves Python alone most of the time."""
    waiting: queue.Queue[bytes | None] = queue.Queue(maxsize=_BATCH)
    problem: list[BaseException] = []

    def load() -> None:
        try:
            graph.load(iter(waiting.get, None))
        except BaseException as error:  # handed on to the caller below
            problem.append(error)
            while waiting.get() is not None:
                pass

    loader = threading.Thread(target=load)
    loader.start()
    try:
        for chunk in chunks:
            if problem:
                break
            waiting.put(chunk)
    finally:
        waiting.put(None)
        loader.join()
    if problem:
        raise problem[0]


def _replace(graph: GraphStore, graphs: Iterator[tuple[KeptDocument, str, bytes]], marks: list[tuple[str, str, str]]) -> None:
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
