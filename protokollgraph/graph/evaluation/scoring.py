"""From gold folders to figures: build or open the graph, ask it, compare."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.build import build
from protokollgraph.graph.configuration import Configuration
from protokollgraph.graph.evaluation.comparing import Comparison, place
from protokollgraph.graph.evaluation.expected import expected
from protokollgraph.graph.evaluation.facts import Facts
from protokollgraph.graph.evaluation.figures import Evaluation, Mark
from protokollgraph.graph.evaluation.folder import GoldFolder, load_all
from protokollgraph.graph.evaluation.found import Known, found
from protokollgraph.graph.evaluation.identities import identity_marks
from protokollgraph.graph.remote import open_reader
from protokollgraph.graph.store import GraphStore, ReadableStore

FORMATS = {
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""Exports that can be scored, by suffix: those with named graphs."""


def evaluate(
    folders: Sequence[str | Path],
    *,
    store: str | Path | None = None,
    graph: str | Path | None = None,
    settings: Configuration | None = None,
) -> tuple[Evaluation, ...]:
    """Precision, recall and F1 per relation against the gold in each folder (docs/evaluation.md has its format).

    What is scored was made of the folders' documents: the graph in ``store`` (a folder, or the address of a server),
    or the export ``graph`` (N-Quads, TriG, JSON-LD); without either the documents of each folder are built now with
    ``settings``, into a store that is gone afterwards. GoldError with all that is wrong with the gold, before anything
    is built.
    """
    if store is not None and graph is not None:
        raise UsageError("A store and an export were given.", "Score one of them.")
    golds = load_all(map(Path, folders))
    if store is None and graph is None:
        return tuple(_built(gold, settings) for gold in golds)
    with _opened(store, graph) as opened:
        return tuple(score(gold, opened) for gold in golds)


def score(gold: GoldFolder, graph: ReadableStore) -> Evaluation:
    """The figures of a graph that is open."""
    known = Known.of(graph)
    stated = {each.document.name: found(graph, known, each.document.name) for each in gold.documents}
    absent = [name for name, facts in stated.items() if facts is None]
    return Evaluation.of(gold.name, _marks(gold, {name: facts or Facts({}) for name, facts in stated.items()}), absent)


def _marks(gold: GoldFolder, stated: Mapping[str, Facts]) -> Iterator[Mark]:
    for each in gold.documents:
        comparison = Comparison(each.document)
        yield from comparison.marks(expected(each.gold, each.document.text), stated[each.document.name])
    documents = {each.document.name: each.document for each in gold.documents}

    def locate(file: str, words: str) -> str:
        return place(documents[file], documents[file].text.find(words))

    yield from identity_marks(gold.entities, stated, locate)


def _built(gold: GoldFolder, settings: Configuration | None) -> Evaluation:
    """The figures of a graph of the gold's documents. What cannot be built is not in it, and so shows as absent."""
    with TemporaryDirectory(prefix="protokollgraph-") as folder:
        store = Path(folder, "store")
        build([each.path for each in gold.documents], store, **_as_set(settings, Path(folder)))
        with GraphStore.reader(store) if store.exists() else GraphStore.memory() as graph:
            return score(gold, graph)


def _as_set(settings: Configuration | None, folder: Path) -> dict[str, Any]:
    """How to build. A register is copied into the folder: what is only measured hands out no IRIs."""
    if settings is None:
        return {}
    kept = settings.register if settings.register and settings.register.is_file() else None
    register = None if kept is None else shutil.copy(kept, folder / "register.jsonl")
    return {
        "jobs": settings.jobs,
        "base": settings.base,
        "styles": settings.selection(),
        "register": register,
        "judgements": settings.judged,
        "authorities": settings.authorities,
    }


@contextmanager
def _opened(store: str | Path | None, graph: str | Path | None) -> Iterator[ReadableStore]:
    opened = _loaded(Path(graph)) if graph is not None else open_reader(store or "")
    try:
        yield opened
    finally:
        opened.close()


def _loaded(path: Path) -> GraphStore:
    """A graph in memory. UsageError if it is no file of a format with named graphs, GraphError if it does not parse."""
    kind = FORMATS.get(path.suffix)
    if kind is None:
        raise UsageError(
            f"{path}: is no export that can be scored.", f"Give one that ends in {', '.join(FORMATS)}: see export."
        )
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(path), format=kind)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Write it with protokollgraph export.") from error
    except SyntaxError as error:
        raise GraphError(f"{path} is no graph: {error}.", "Write it with protokollgraph export.") from error
    return GraphStore(store)
