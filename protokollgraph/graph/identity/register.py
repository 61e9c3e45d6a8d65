"""The register: which name in which document was given which IRI, once and for good.

A file of one JSON object a line, to which lines are only ever added, so that it can be read, compared and kept under
version control. A line says for one document what its names were taken for::

    {"document": "3fa2b1c988aa12bb", "file": "w4.txt", "iris": {"person Jens Quandel": "person/jens-quandel"}}

``document`` are the first 16 digits of its SHA-256, IRIs are relative to the base. A later line about the same name in
the same document is the last word; the earlier one stays as history, so that an IRI is never handed out twice.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from sys import intern
from typing import Any

from protokollgraph.errors import RegisterError
from protokollgraph.graph.resolution import DocumentEntities, HandedOut
from protokollgraph.model import Entity, EntityKind

FILE_NAME = "register.jsonl"
DIGITS = 16
"""So many digits of a document's SHA-256 name it."""

_FAMILY = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "actor",
    EntityKind.BODY: "actor",
    EntityKind.PROJECT: "project",
    EntityKind.PROGRAMME: "programme",
    EntityKind.PAPER: "paper",
}
"""The kinds whose IRIs are kept; those of topics and earlier protocols follow from the sitting."""
_FIELDS = {"document", "file", "iris"}


PROTOCOL = "protocol"
"""What the register calls the protocol of a document itself."""


def meeting_anchor(sitting: int) -> str:
    """What the register calls the meeting of a document's n-th sitting, from 0."""
    return "meeting" if sitting == 0 else f"meeting #{sitting + 1}"


def anchors(document: DocumentEntities) -> dict[str, str]:
    """What the register calls each entity of a document: its family and name, from the second of a name on a number."""
    often: Counter[str] = Counter()
    found: dict[str, str] = {}
    for entity in document.entities:
        if entity.kind in _FAMILY:
            plain = f"{_FAMILY[entity.kind]} {_name(entity)}"
            often[plain] += 1
            found[entity.key] = intern(plain) if often[plain] == 1 else f"{plain} #{often[plain]}"
    return found


def _name(entity: Entity) -> str:
    return entity.name or " ".join(entity.identifiers) or entity.title or ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register."""

    document: str
    file: str
    iris: Mapping[str, str]


class Register:
    """Everything that was handed out. It grows by :meth:`extended`, which leaves this one as it is."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._lines = tuple(lines)
        self._history: dict[str, dict[str, tuple[str, ...]]] = {}
        self._named: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self._places: dict[str, int] = {}
        numbers = count()
        for line in self._lines:
            self._places.setdefault(line.document, len(self._places))
            of_document = self._history.setdefault(line.document, {})
            self._named.setdefault(line.file, set()).add(line.document)
            for anchor, iri in line.iris.items():
                of_document[anchor] = (*of_document.get(anchor, ()), iri)
                if iri not in self._order:
                    self._order[iri] = next(numbers)

    def __contains__(self, iri: object) -> bool:
        """Whether a relative IRI was ever handed out."""
        return iri in self._order

    def __len__(self) -> int:
        return len(self._order)

    def place(self, sha256: str) -> int | None:
        """The place of a document in the order in which they came; None if none of its names has an IRI."""
        return self._places.get(sha256[:DIGITS])

    def order(self) -> Iterator[tuple[str, int]]:
        """Every relative IRI with its :meth:`seniority`."""
        return iter(self._order.items())

    def seniority(self, iri: str) -> int:
        """The place of a relative IRI in the order in which they were handed out; KeyError if it was not."""
        return self._order[iri]

    def history(self, document: DocumentEntities, present: Container[str]) -> Mapping[str, tuple[str, ...]]:
        """Anchor to the relative IRIs that it has had, the last one in force.

        A document that is not known by its bytes is the one known by its file's name, if that is one and no other of
        those at hand (``present``: the shortened SHA-256 of all of them): it was changed.
        """
        own = self._history.get(document.sha256[:DIGITS])
        if own is not None:
            return own
        before = self._named.get(document.name, set())
        if len(before) == 1 and not any(each in present for each in before):
            return self._history[next(iter(before))]
        return {}

    def extended(self, handed_out: Iterable[HandedOut]) -> Register:
        """This register with more lines."""
        return Register((*self._lines, *map(line_of, handed_out)))


def line_of(handed_out: HandedOut) -> Line:
    return Line(handed_out.sha256[:DIGITS], handed_out.file, dict(handed_out.iris))


def content(path: Path) -> bytes:
    """The bytes of a register; none if there is no file. RegisterError if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}.", "Restore the file from a copy.") from error


def read(path: Path) -> Register:
    """The register in a file; an empty one if there is none. RegisterError, with the line, if it cannot be used."""
    try:
        text = content(path).decode()
    except UnicodeDecodeError as error:
        raise RegisterError(f"{path} cannot be read: {error}", "Restore the file from a copy.") from error
    return Register(_line(path, n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def _line(path: Path, n: int, text: str) -> Line:
    try:
        found: Any = json.loads(text)
    except ValueError as error:
        raise _damaged(path, n, f"is no JSON ({error})") from error
    if not isinstance(found, dict) or found.keys() != _FIELDS:
        raise _damaged(path, n, f"has not the fields {', '.join(sorted(_FIELDS))}")
    iris = found["iris"]
    texts = [found["document"], found["file"], *(iris.values() if isinstance(iris, dict) else (None,))]
    if not all(isinstance(each, str) and each for each in texts):
        raise _damaged(path, n, "has a field that is no text")
    return Line(found["document"], found["file"], iris)


def _damaged(path: Path, n: int, what: str) -> RegisterError:
    remedy = "Restore the file from a copy, or take the line out: its names then get their IRIs anew."
    return RegisterError(f"{path}, line {n} {what}.", remedy)


def append(path: Path, handed_out: Iterable[HandedOut]) -> None:
    """Add lines to the file, which is made if it is not there, and bring them to the disk."""
    lines = [
        json.dumps({"document": each.document, "file": each.file, "iris": each.iris}, ensure_ascii=False)
        for each in map(line_of, handed_out)
    ]
    if not lines:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            if stream.tell() and not _ends_a_line(path):
                stream.write("\n")
            stream.write("".join(f"{line}\n" for line in lines))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise RegisterError(
            f"{path} cannot be written: {error.strerror}.", "Check its permissions and the free space."
        ) from error


def _ends_a_line(path: Path) -> bool:
    """False after a line that was cut off, as by a full disk; what is added must not hang on it."""
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read() == b"\n"
