"""The derived graph and the register graph, kept so that only what changed is written.

Beside the documents the state holds the claims of each document, what was derived of each group of claims, and a
digest of what the register graph says of each entity. Whatever a document adds, changes or takes away touches the
groups and the entities that it speaks of, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from protokollgraph.graph.derived import Claim, Derived, derive
from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.resolution import Resource
from protokollgraph.graph.store import GraphStore
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import Iris

_CLAIM = "grp, kind, vals, day, protocol, targets"
_STATED = "="
"""How the names of lines begin that rest on no claims."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Lines to take out of a named graph and lines to put in; both are N-Quads."""

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def apply(self, graph: GraphStore, name: str) -> None:
        """In one transaction; nothing happens if nothing changed."""
        if self.removed or self.added:
            graph.patch(name, "".join(self.removed).encode(), "".join(self.added).encode())


class Folds:
    """Claims and what follows from them, in the state of one store."""

    def __init__(self, state: DocumentState, iris: Iris) -> None:
        self._state = state
        self._iris = iris
        self._touched: set[str] = set()

    def take(self, document: str, claims: Iterable[Claim]) -> None:
        """The claims of a document, by its name, in the place of those that it had."""
        self._drop(document)
        rows = [each.row() for each in dict.fromkeys(claims)]
        self._touched |= {row[0] for row in rows}
        self._state.write_many(
            f"INSERT INTO claim (document, {_CLAIM}) VALUES (?, ?, ?, ?, ?, ?, ?)", [(document, *row) for row in rows]
        )

    def drop_missing(self) -> None:
        """Forget the claims of documents that the state has no more."""
        gone = self._state.rows("SELECT DISTINCT document FROM claim WHERE document NOT IN (SELECT name FROM document)")
        for row in gone:
            self._drop(str(row[0]))

    def _drop(self, document: str) -> None:
        rows = self._state.rows("SELECT grp FROM claim WHERE document = ?", document)
        self._touched |= {str(row[0]) for row in rows}
        self._state.write_many("DELETE FROM claim WHERE document = ?", [(document,)])

    def derived(self, stated: Mapping[str, tuple[str, ...]], *, complete: bool = True) -> Patch:
        """Fold the groups whose claims have changed.

        ``stated`` are lines that rest on no claims, by a name of their own; if ``complete`` there are no others.
        """
        new = {group: self._folded(group) for group in sorted(self._touched)}
        if complete:
            rows = self._state.rows("SELECT grp FROM derived WHERE substr(grp, 1, 1) = ?", _STATED)
            new |= {str(row[0]): Derived() for row in rows}
        new |= {_STATED + group: Derived(each) for group, each in stated.items()}
        lines = {group: each.lines for group, each in new.items()}
        before = dict(self._lines(lines))
        self._state.write_many("DELETE FROM derived WHERE grp = ?", [(group,) for group in new])
        self._state.write_many(
            "INSERT INTO derived VALUES (?, ?, ?)",
            [
                (group, "".join(each.lines), msgspec.json.encode(each.findings))
                for group, each in new.items()
                if each.lines or each.findings
            ],
        )
        self._touched = set()
        return _patch(before.values(), lines.values())

    def findings(self) -> list[tuple[str, Finding]]:
        """What was found across documents, by path and place."""
        decoder = msgspec.json.Decoder(tuple[tuple[str, Finding], ...])
        rows = self._state.rows("SELECT findings FROM derived WHERE findings <> ?", b"[]")
        return sorted((each for row in rows for each in decoder.decode(row[0])), key=_place)

    def registered(
        self, lines: Mapping[str, tuple[str, ...]], resources: Mapping[str, Resource], *, complete: bool = True
    ) -> Patch:
        """What the register graph says of entities (IRI to lines); if ``complete`` there are no others."""
        query = "SELECT iri, lines FROM entity"
        rows = self._state.rows(query) if complete else self._state.rows_for(f"{query} WHERE iri IN ({{}})", lines)
        before = {str(iri): str(old) for iri, old in rows}
        changed = {iri: each for iri, each in lines.items() if before.get(iri) != "".join(each)}
        gone = [iri for iri in before if iri not in lines]
        self._state.write_many(
            "INSERT OR REPLACE INTO entity VALUES (?, ?, ?)",
            [(iri, _reasons(resources.get(iri)), "".join(each)) for iri, each in changed.items()],
        )
        self._state.write_many("DELETE FROM entity WHERE iri = ?", [(iri,) for iri in gone])
        return _patch((_split(before.get(iri, "")) for iri in (*changed, *gone)), changed.values())

    def clear(self) -> None:
        """Forget everything: what the graph has may not be what was noted."""
        for table in ("claim", "derived", "entity"):
            self._state.write_many(f"DELETE FROM {table}", [()])

    def _folded(self, group: str) -> Derived:
        """What follows from a group; nothing from one whose last claim is gone."""
        rows = self._state.rows(f"SELECT {_CLAIM} FROM claim WHERE grp = ?", group)
        return derive(group, map(Claim.of, rows), self._iris) if rows else Derived()

    def _lines(self, groups: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        for group, lines in self._state.rows_for("SELECT grp, lines FROM derived WHERE grp IN ({})", groups):
            yield str(group), _split(str(lines))


def _reasons(resource: Resource | None) -> str:
    return "[]" if resource is None else msgspec.json.encode(resource.reasons).decode()


def _split(lines: str) -> list[str]:
    return [f"{line}\n" for line in lines.split("\n")[:-1]]


def _patch(before: Iterable[Iterable[str]], after: Iterable[Iterable[str]]) -> Patch:
    old = {line for each in before for line in each}
    new = {line for each in after for line in each}
    return Patch(tuple(sorted(old - new)), tuple(sorted(new - old)))


def _place(about: tuple[str, Finding]) -> tuple[str, int, str, str]:
    path, finding = about
    return path, finding.span.start if finding.span else -1, finding.code, finding.message
