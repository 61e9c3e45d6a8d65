"""A gold folder: documents with what a careful reader found in them beside, and who is who across them.

``NAME.txt`` (or any other format that is read) has ``NAME.json`` beside it; ``entities.json`` may stand there too. Only
Markdown without a JSON is left alone, because notes on a folder are written so, and files without an ending.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from protokollgraph.errors import DocumentError, GoldError
from protokollgraph.extract import reader
from protokollgraph.extract.reader import formats
from protokollgraph.graph.evaluation.checked import problems
from protokollgraph.graph.evaluation.gold import Entity, Gold
from protokollgraph.model import Document

ENTITIES = "entities.json"
_NOTES = ("", ".md", ".markdown")
"""Without an annotation such files are no protocols."""
_QUOTED = 60
"""So much of a quote is shown that does not stand in its text."""
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and its gold."""

    path: Path
    document: Document
    gold: Gold


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """All of a folder; ``name`` is what its figures are called."""

    name: str
    documents: tuple[Annotated, ...]
    entities: tuple[Entity, ...]


def load_all(folders: Iterable[Path]) -> tuple[GoldFolder, ...]:
    """The gold in each folder. GoldError with everything that is wrong in any of them."""
    found: dict[str, GoldFolder] = {}
    wrong: list[str] = []
    for folder in folders:
        try:
            gold = load(folder)
        except GoldError as error:
            wrong += error.problems
            continue
        if gold.name in found:
            wrong.append(f"{folder}: another folder is called {gold.name!r} too; rename one, figures go by that name.")
        found[gold.name] = gold
    if wrong:
        raise GoldError(wrong)
    return tuple(found.values())


def load(folder: Path) -> GoldFolder:
    """The gold in a folder. GoldError with everything that is wrong in it."""
    if not folder.is_dir():
        raise GoldError([f"{folder}: there is no such folder; give one with protocols and their annotations."])
    found = _Found(folder)
    documents = tuple(found.documents())
    entities = found.entities()
    if not documents and not found.problems:
        found.problems.append(f"{folder}: no NAME.txt with NAME.json beside it; put at least one there.")
    if found.problems:
        raise GoldError(found.problems)
    return GoldFolder(folder.resolve().name, documents, entities)


class _Found:
    """What is read of a folder, and what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.texts: dict[str, str | None] = {}
        """Of the files with gold, by name; None where it cannot be read."""

    def documents(self) -> Iterator[Annotated]:
        """Those that can be scored, sorted."""
        for path, annotation in self._pairs():
            told = self._json(annotation)
            gold = self._converted(annotation, told, Gold)
            document = self._document(path)
            self.texts[path.name] = None if document is None else document.text
            if document is not None:
                self.problems.extend(_loose_quotes(annotation, path, document.text, told))
            if gold is not None and document is not None:
                yield Annotated(path, document, gold)

    def entities(self) -> tuple[Entity, ...]:
        """Who is who; nothing if no file says so. The documents were read before."""
        path = self.folder / ENTITIES
        if not path.is_file():
            return ()
        found = self._converted(path, self._json(path), tuple[Entity, ...]) or ()
        self.problems.extend(_loose_mentions(path, self.texts, found))
        return found

    def _pairs(self) -> Iterator[tuple[Path, Path]]:
        """Documents with their annotations."""
        files = sorted(path for path in self.folder.iterdir() if path.is_file() and not path.name.startswith("."))
        annotations = {path.stem: path for path in files if path.suffix == ".json" and path.name != ENTITIES}
        seen: dict[str, Path] = {}
        for path in (path for path in files if path.suffix != ".json" and formats.wanted(path.suffix)):
            if path.stem in seen:
                self.problems.append(f"{path}: {seen[path.stem].name} has the same name; keep one of them.")
            elif path.stem in annotations:
                seen[path.stem] = path
                yield path, annotations[path.stem]
            elif path.suffix not in _NOTES:
                self.problems.append(f"{path}: no {path.stem}.json stands beside it; write it, or move the file.")
        for stem, annotation in annotations.items():
            if stem not in seen:
                self.problems.append(f"{annotation}: no {stem}.txt stands beside it; add the protocol.")

    def _document(self, path: Path) -> Document | None:
        try:
            return reader.read(path)
        except DocumentError as error:
            self.problems.append(str(error))
            return None

    def _json(self, path: Path) -> Any:
        try:
            return json.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            self.problems.append(f"{path}: cannot be read ({error.strerror}).")
        except UnicodeDecodeError as error:
            self.problems.append(f"{path}: is no UTF-8 (byte {error.start}); save it as UTF-8.")
        except json.JSONDecodeError as error:
            self.problems.append(f"{path}, line {error.lineno}, column {error.colno}: is no JSON: {error.msg}.")
        except RecursionError:
            self.problems.append(f"{path}: is nested too deep for a protocol's gold.")
        return _BROKEN

    def _converted(self, path: Path, value: Any, kind: type[_Kind]) -> _Kind | None:
        if value is _BROKEN:
            return None
        wrong = [f"{path}: {each}" for each in problems(value, kind, "")]
        self.problems.extend(wrong)
        return None if wrong else msgspec.convert(value, kind)


_BROKEN = object()
"""Stands for what could not be read."""


def _loose_quotes(annotation: Path, path: Path, text: str, told: Any) -> Iterator[str]:
    """Quotes that do not stand in the text. ``told`` is as it was read; its other faults are told elsewhere."""
    for name in ("decisions", "tasks"):
        for place, each in enumerate(_list(told, name)):
            first = [each["quote"]] if isinstance(each, dict) and "quote" in each else []
            for quote in [*first, *_list(each, "alt_quotes")]:
                if isinstance(quote, str) and (not quote.strip() or quote not in text):
                    yield f"{annotation}: {name}[{place}]: {_short(quote)} does not stand in {path.name}."


def _list(told: Any, key: str) -> list[Any]:
    """What stands under the key, if it is a list."""
    found = told.get(key) if isinstance(told, dict) else None
    return found if isinstance(found, list) else []


def _loose_mentions(path: Path, texts: Mapping[str, str | None], entities: tuple[Entity, ...]) -> Iterator[str]:
    """Mentions in files that are not there, or whose words do not stand there."""
    for place, entity in enumerate(entities):
        for number, mention in enumerate(entity.mentions):
            where = f"{path}: [{place}].mentions[{number}]"
            text = texts.get(mention.file)
            if mention.file not in texts:
                yield f"{where}: there is no {mention.file} with gold in the folder."
            elif text is not None and (not mention.surface.strip() or mention.surface not in text):
                yield f"{where}: {_short(mention.surface)} does not stand in {mention.file}."


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1] + '…'}”"
