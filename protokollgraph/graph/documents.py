"""What was read and what came of it: the state beside the quads, one row per document, in SQLite.

It is what makes a second build cheap: a document whose bytes are the same need not be read again, a graph whose quads
are the same need not be written again. One writer at a time, which the lock of the store ensures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from protokollgraph.errors import StoreError
from protokollgraph.graph.resolution import Question

FILE_NAME = "documents.sqlite"
_VERSION = 2
_PAGE = 200
_SCHEMA = """
CREATE TABLE document (
    name TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, graph_iri TEXT NOT NULL,
    quads_sha256 TEXT NOT NULL, settled TEXT NOT NULL, quads INTEGER NOT NULL DEFAULT 0,
    entities BLOB NOT NULL, text TEXT NOT NULL,
    extraction BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE claim (
    document TEXT NOT NULL, grp TEXT NOT NULL, kind TEXT NOT NULL, vals TEXT NOT NULL, day TEXT NOT NULL,
    protocol TEXT NOT NULL, targets TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_document ON claim (document);
CREATE INDEX claim_by_group ON claim (grp);
CREATE TABLE derived (grp TEXT PRIMARY KEY, lines TEXT NOT NULL, findings BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entity (
    iri TEXT PRIMARY KEY, reasons TEXT NOT NULL, lines TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE form (number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;
CREATE TABLE token (token INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (token, form)) STRICT, WITHOUT ROWID;
CREATE TABLE member (
    document TEXT NOT NULL, key TEXT NOT NULL, form INTEGER NOT NULL, anchor TEXT NOT NULL, iri TEXT NOT NULL,
    mentions INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (document, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_form ON member (form, iri);
CREATE INDEX member_by_iri ON member (iri, form, anchor);
CREATE TABLE held (
    sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, day TEXT NOT NULL, anchored TEXT NOT NULL,
    acts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE near (key TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (key, sha256)) STRICT, WITHOUT ROWID;
CREATE TABLE handed (iri TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""
_ENTRY = "name, path, sha256, graph_iri, quads_sha256, settled"
_KEPT = f"{_ENTRY}, entities, text, extraction"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in short."""

    name: str
    """Unique; whoever writes chooses it."""
    path: str
    sha256: str
    """Of the file's bytes, hexadecimal."""
    graph_iri: str
    quads_sha256: str
    """Of the N-Quads of its named graph, hexadecimal."""
    settled: str
    """A digest of what resolution said of it when its graph was written."""


@dataclass(frozen=True, slots=True)
class KeptDocument(Entry):
    """One document with its text and its extraction."""

    entities: bytes
    """What resolution needs of it; JSON, see ``graph.codec``."""
    text: str
    extraction: bytes
    """JSON, see ``graph.codec``."""


class DocumentState:
    """The rows of ``documents.sqlite``. Each call that writes is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """The state in this store folder, made if it is not there."""
        path = Path(folder) / FILE_NAME
        with _state_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(_prepared(sqlite3.connect(path, isolation_level=None)))

    @classmethod
    def reader(cls, folder: str | Path) -> Self:
        """The state in this store folder, read-only. StoreError if there is none."""
        path = Path(folder) / FILE_NAME
        if not path.is_file():
            raise StoreError(f"There is no graph in {folder}.", "Run protokollgraph build first, or give --store.")
        with _state_errors():
            return cls(
                _prepared(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None))
            )

    @classmethod
    def memory(cls) -> Self:
        """An empty state that is gone with the process."""
        return cls(_prepared(sqlite3.connect(":memory:", isolation_level=None)))

    def put(self, documents: Iterable[KeptDocument]) -> None:
        """Add documents or replace those of the same name."""
        with self._transaction() as connection:
            connection.executemany(
                f"INSERT OR REPLACE INTO document ({_KEPT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (astuple(document) for document in documents),
            )

    def mark(self, graphs: Iterable[tuple[str, str, str, str, int]]) -> None:
        """Note other graphs for documents that stay as they are.

        Each is name, IRI of the graph, SHA-256 of its quads, what settled it, and how many quads there are.
        """
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE document SET graph_iri = ?2, quads_sha256 = ?3, settled = ?4, quads = ?5 WHERE name = ?1",
                graphs,
            )

    def remove(self, names: Iterable[str]) -> None:
        """Forget documents; names that are not there are no error."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM document WHERE name = ?", ((name,) for name in names))

    def clear(self) -> None:
        """Forget every document."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM document")

    def get(self, name: str) -> KeptDocument | None:
        """The document of this name."""
        with _state_errors():
            row = self._connection.execute(f"SELECT {_KEPT} FROM document WHERE name = ?", (name,)).fetchone()
        return None if row is None else KeptDocument(*row)

    def entries(self) -> Iterator[Entry]:
        """Every document in short, sorted by name."""
        return (Entry(*row) for row in self._pages(_ENTRY))

    def __iter__(self) -> Iterator[KeptDocument]:
        """Every document, sorted by name, a page of them in memory at a time."""
        return (KeptDocument(*row) for row in self._pages(_KEPT))

    def entities(self) -> Iterator[tuple[Entry, bytes]]:
        """Every document in short with what resolution needs of it, sorted by name."""
        return ((Entry(*row[:-1]), row[-1]) for row in self._pages(f"{_ENTRY}, entities"))

    def __len__(self) -> int:
        with _state_errors():
            return int(self._connection.execute("SELECT count(*) FROM document").fetchone()[0])

    def setting(self, name: str) -> str | None:
        """What was noted about the whole, such as the version that wrote it."""
        with _state_errors():
            row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, name: str, value: str) -> None:
        """Note something about the whole."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def questions(self) -> list[Question]:
        """What was open after the last build; nothing if none has noted it."""
        import msgspec

        noted = self.setting("questions")
        try:
            return [] if noted is None else msgspec.json.decode(noted, type=list[Question])
        except msgspec.DecodeError as error:
            raise StoreError(
                f"The open questions cannot be read: {error}", "Run protokollgraph build again."
            ) from error

    def note_questions(self, questions: Iterable[Question]) -> None:
        """Note what is open after a build."""
        import msgspec

        self.note("questions", msgspec.json.encode(tuple(questions)).decode())

    def forget(self, name: str) -> None:
        """Take a note about the whole back."""
        self.write_many("DELETE FROM setting WHERE name = ?", [(name,)])

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query finds."""
        with _state_errors():
            return self._connection.execute(query, values).fetchall()

    def rows_for(self, query: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """What a query with ``IN ({})`` finds for many values, some hundred of them at a time."""
        every = list(values)
        for start in range(0, len(every), _PAGE):
            page = every[start : start + _PAGE]
            yield from self.rows(query.format(", ".join("?" * len(page))), *page)

    def write_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for every row."""
        with self._transaction() as connection:
            connection.executemany(statement, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written meanwhile is one transaction."""
        with self._transaction():
            yield

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _pages(self, columns: str) -> Iterator[tuple[Any, ...]]:
        """Rows by name; no statement stays open between pages, so writing meanwhile is allowed."""
        last = ""
        query = f"SELECT {columns} FROM document WHERE name > ? ORDER BY name LIMIT {_PAGE}"
        while True:
            with _state_errors():
                rows = self._connection.execute(query, (last,)).fetchall()
            yield from rows
            if len(rows) < _PAGE:
                return
            last = rows[-1][0]

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _state_errors():
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
    elif version != _VERSION:
        connection.close()
        raise StoreError(
            "Another version of protokollgraph has written this store.", "Remove its folder and build again."
        )
    return connection


@contextmanager
def _state_errors() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"The list of documents ({FILE_NAME}) cannot be used: {error}",
            "Check the permissions and the free space; if the file is damaged, remove the store and build again.",
        ) from error
