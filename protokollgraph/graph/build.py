"""Documents into the store, only what changed: the one place that ties reading, resolving and writing together."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protokollgraph.errors import StoreError
from protokollgraph.extract import reader
from protokollgraph.extract.reader import Address, Piped, Source
from protokollgraph.extract.style import Selection
from protokollgraph.graph import program, writing
from protokollgraph.graph.build_report import BuildReport, failures, findings
from protokollgraph.graph.documents import DocumentState, Entry
from protokollgraph.graph.identity.known import Known
from protokollgraph.graph.identity.register import FILE_NAME
from protokollgraph.graph.intake import Intake
from protokollgraph.graph.reading import Progress, read_all
from protokollgraph.graph.store import GraphStore
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import DEFAULT_BASE, Iris


def build(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    jobs: int | None = None,
    remove_missing: bool = False,
    base: str | None = None,
    styles: Selection | None = None,
    register: str | Path | None = None,
    judgements: str | Path | None = None,
    authorities: Sequence[str | Path] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the documents behind ``paths`` into the store folder: files, folders, patterns, addresses, or ``-``.

    A document whose bytes are the same is not read again; a changed one replaces its graph; one that cannot be read is
    reported, what the store has of it stays, and the others are built all the same. Documents of the store that are
    not among ``paths`` stay; if their file is gone they are reported, or removed with ``remove_missing``.
    ``styles`` are own styles of protocol, or one for all documents. ``register`` is the file of IRIs that were handed
    out (``register.jsonl`` in the store without one), ``judgements`` the file of judgements, ``authorities`` are files
    of known people and things, or names of shipped ones. StoreError if the store cannot be used, UsageError for a bad
    ``base``, RegisterError, JudgementError or AuthorityError for a file that cannot be used; then nothing is read.
    """
    started = time.monotonic()
    iris = Iris(base or DEFAULT_BASE)
    folder = _folder(store)
    judged = Path(judgements) if judgements else None
    known = Known.read(Path(register or folder / FILE_NAME), judged, authorities, iris.base)
    found = reader.files(paths)
    styles = styles or Selection()
    kept = _kept(folder, iris)
    todo, unchanged = _sorted_out(found.taken, kept if _same_styles(folder, styles) else {})
    intake = Intake(read_all(todo, jobs, progress, already=len(unchanged), styles=styles))
    gone = _gone(found.taken, kept)
    if not intake.begins() and not kept and not folder.exists() and (found.missing or intake.failed):
        return BuildReport(failed=failures(found.missing, intake.failed), seconds=time.monotonic() - started)
    done = _bring_in(folder, kept, intake, gone if remove_missing else (), iris, styles, known)
    return replace(
        _taken_in(intake, kept, unchanged),
        removed=gone if remove_missing else (),
        missing=() if remove_missing else gone,
        failed=failures(found.missing, intake.failed),
        findings=(*findings(intake.taken, found.left_out), *done.across),
        questions=done.questions,
        quads=done.quads,
        seconds=time.monotonic() - started,
    )


def _taken_in(intake: Intake, kept: Container[str], unchanged: Iterable[str]) -> BuildReport:
    """Which documents came in, and which were there."""
    # what an address holds shows only when it is read
    again = [t for t in intake.taken if t.known and reader.is_address(t.name)]
    doubles = {taken.path for taken in intake.taken if taken.double}
    return BuildReport(
        added=tuple(sorted(t.path for t in intake.taken if t.name not in kept and t.path not in doubles)),
        changed=tuple(sorted(t.path for t in intake.taken if t.name in kept and t not in again)),
        unchanged=tuple(sorted((*unchanged, *(t.path for t in again)))),
    )


def _folder(store: str | Path) -> Path:
    if str(store).startswith(("http://", "https://")):
        raise StoreError(f"{store} is a server; build writes folders only.", "Give a folder with --store.")
    return Path(store)


def _kept(folder: Path, iris: Iris) -> dict[str, Entry]:
    """What the store has, by absolute path; nothing if another version or another base made it."""
    try:
        state = DocumentState.reader(folder)
    except StoreError:
        return {}
    with state:
        if state.setting("program") != program.fingerprint() or state.setting("base") != iris.base:
            return {}
        return {entry.name: entry for entry in state.entries()}


def _same_styles(folder: Path, styles: Selection) -> bool:
    """Whether the store was last built with these styles; with others the documents are read again."""
    try:
        with DocumentState.reader(folder) as state:
            return (state.setting("styles") or "") == styles.digest()
    except StoreError:
        return True


def _sorted_out(files: Sequence[Source], kept: dict[str, Entry]) -> tuple[list[Source], list[str]]:
    """The documents to read, and those whose bytes are known."""
    todo: list[Source] = []
    unchanged: list[str] = []
    for each in files:
        known = kept.get(reader.identity(each))
        if known and _sha256(each) == known.sha256:
            unchanged.append(str(each))
        else:
            todo.append(each)
    return todo, unchanged


def _sha256(source: Source) -> str | None:
    """The checksum of a file or of what was piped; None of what has to be fetched."""
    if isinstance(source, Piped):
        return hashlib.sha256(source.data).hexdigest()
    if isinstance(source, Address):
        return None
    try:
        with source.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _gone(files: Sequence[Source], kept: dict[str, Entry]) -> tuple[str, ...]:
    """The documents of the store whose file is no more, sorted."""
    seen = set(map(reader.identity, files))
    return tuple(sorted(name for name in kept if name not in seen and not reader.may_remain(name)))


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of writing."""

    across: tuple[tuple[str, Finding], ...]
    """Path of the minutes and finding."""
    questions: int
    """What is open in the whole store."""
    quads: int
    """In the store, all graphs together."""


def _bring_in(
    folder: Path,
    kept: dict[str, Entry],
    intake: Intake,
    leaving: Sequence[str],
    iris: Iris,
    styles: Selection,
    known: Known,
) -> _Done:
    """Write what was read and drop what leaves."""
    found: list[tuple[str, Finding]] = []
    given = {
        "program": program.fingerprint(),
        "base": iris.base,
        "styles": styles.digest(),
        "known": known.digest,
        "register": known.digest_of_register(),
    }
    with GraphStore.open(folder) as graph, DocumentState.open(folder) as state:
        if not kept and len(state):
            writing.start_anew(state)
        as_before = all(state.setting(name) == value for name, value in given.items())
        if not as_before:
            _ = known.register  # a damaged one is told before anything is written
        if intake.begins() or leaving or not as_before or writing.is_unfinished(graph, state):
            intake.into(state)
            found = writing.write(graph, state, iris, known, leaving, as_before=as_before)
            for name, value in (given | {"register": known.digest_of_register()}).items():
                state.note(name, value)
            graph.publish_snapshot()
        return _Done(tuple(found), len(state.questions()), writing.size(state))
