"""Authority files that are tables: CSV with a head, cells parted by comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from protokollgraph.graph.authority.checking import Draft, Fault
from protokollgraph.graph.authority.words import load, plain

_SEPARATORS = (",", ";", "\t")
_NEEDED = ("id", "kind", "name")
_NEARLY = 80.0
"""From which similarity on a head that is not known is taken for a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds."""

    drafts: tuple[Draft, ...]
    faults: tuple[Fault, ...]
    left_out: tuple[str, ...] = ()
    """Heads of columns that mean nothing here."""


def read(text: str) -> Table:
    """The rows of a table as drafts of records; rows without content are no rows."""
    rows = _Rows(text, _separator(text))
    head = next(iter(rows), [])
    columns, faults, left_out = _columns(head, max(rows.line, 1))
    drafts: list[Draft] = []
    if not faults:
        for row in rows:
            draft = _draft(row, columns, rows.line, faults)
            if draft is not None:
                drafts.append(draft)
    return Table(tuple(drafts), (*faults, *rows.faults), left_out)


class _Rows:
    """The rows that are not empty, with clean cells; :attr:`line` is where the latest one begins."""

    def __init__(self, text: str, separator: str) -> None:
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        self.line = 0
        self.faults: list[Fault] = []

    def __iter__(self) -> Iterator[list[str]]:
        while not self.faults:
            self.line = self._reader.line_num + 1
            try:
                row = next(self._reader, None)
            except csv.Error as error:
                self.faults.append((self.line, f"the row cannot be read ({error}); look at its quotation marks"))
                return
            if row is None:
                return
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                yield cells


def _separator(text: str) -> str:
    """The one that yields the most columns that are known."""
    known = load().columns
    return max(_SEPARATORS, key=lambda each: sum(plain(head) in known for head in next(iter(_Rows(text, each)), [])))


def _columns(head: Sequence[str], line: int) -> tuple[list[str], list[Fault], tuple[str, ...]]:
    """What each column holds ("" for what means nothing here), what is wrong with the head, and the heads left out."""
    known, faults, left_out = load().columns, list[Fault](), list[str]()
    columns: list[str] = []
    for each in head:
        column = known.get(plain(each), "")
        if column and column in columns:
            faults.append((line, f"two columns hold {column}; leave one of them out"))
        if not column:
            near = max(known, key=lambda name: fuzz.ratio(name, plain(each)))
            if each and fuzz.ratio(near, plain(each)) >= _NEARLY:
                faults.append((line, f"there is no column {each!r}; did you mean {known[near]}?"))
            left_out.append(each)
        columns.append(column)
    there = {*columns, *(("name",) if {"given_name", "family_name"} <= set(columns) else ())}
    missing = [each for each in _NEEDED if each not in there]
    if missing and not faults:
        faults.append((line, f"the first row must name the columns; there is none for {' and '.join(missing)}"))
    return columns, faults, tuple(each for each in left_out if each)


def _draft(row: Sequence[str], columns: Sequence[str], line: int, faults: list[Fault]) -> Draft | None:
    """The record of a row; None with a fault if it is none."""
    if any(row[len(columns) :]):
        faults.append((line, f"the row has {len(row)} cells and the head {len(columns)}; put names in quotation marks"))
        return None
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column}
    kind = load().kinds.get(plain(cells.get("kind", "")))
    if kind is None:
        known = ", ".join(dict.fromkeys(load().kinds.values()))
        faults.append((line, f"the kind {cells.get('kind', '')!r} is not known; write one of {known}"))
        return None
    full = " ".join(part for part in (cells.get("given_name"), cells.get("family_name")) if part)
    names = (cells.get("name", ""), full, *_parts(cells.get("short")), *_parts(cells.get("other_names")))
    of_registers = (f"{each}:{part}" for each in load().registers for part in _parts(cells.get(each)))
    return Draft(
        line,
        cells.get("id", ""),
        kind,
        tuple(dict.fromkeys(name for name in names if name)),
        (*_parts(cells.get("same_as")), *of_registers),
        cells.get("number", ""),
        cells.get("part_of", ""),
        tuple(_parts(cells.get("organisation"))),
        cells.get("post_code", ""),
        cells.get("post_name", ""),
    )


def _parts(cell: str | None) -> Iterator[str]:
    """What a cell holds, parted by bars."""
    return (part.strip() for part in (cell or "").split("|") if part.strip())
