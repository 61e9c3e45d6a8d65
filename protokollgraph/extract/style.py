"""Styles of protocols: the words a kind of minutes uses for its parts, kept as data in ``styles/*.yml``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from protokollgraph.errors import StyleError

_GENDERED = re.compile(r"(?:/-?in(?:nen)?|\(in(?:nen)?\)|[:*_]in(?:nen)?|/r|\(r\))(?![^\W_])")
_GENDER_SIGNS = frozenset("/(:*_")
_NUMBERED = re.compile(r"(?:\s*(?:\d+|[IVX]+|[A-Za-z])[.)])*\s*(?=[^\W\d_])")
_ADDITION = re.compile(r"^(?:Der|Die)\s(?=[A-ZÄÖÜ])|\s*\([^()]*\)$")
"""What a label may have besides: "Der Schriftführer (§ 54)"."""
_PUBLIC = re.compile(
    r"\s*[-–—:(]\s*(?:für\sden\s)?(?:[Nn]icht)?[- ]?[Öö]ffentliche?[rn]?\s?(?:Teil|Sitzung)?\)?\s*:?$", re.IGNORECASE
)
"""Which part of a session a heading is of: "Tagesordnung - öffentlicher Teil"."""
_PACKAGED = ("common", "ergebnisprotokoll", "niederschrift")
_LISTS = ("fields", "sections", "groups", "marks", "columns", "blocks")


@dataclass(frozen=True, slots=True)
class Style:
    """One style. Every table leads from a normalised word to what it means: see :func:`normalised`."""

    name: str
    result_minutes: bool
    recognised_by: tuple[str, ...]
    fields: Mapping[str, str]
    sections: Mapping[str, str]
    groups: Mapping[str, str]
    marks: Mapping[str, str]
    columns: Mapping[str, str]
    blocks: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    """Patterns for labels that the fields do not list, in their order: "Ausschussvorsitz" is a chair."""
    titles: tuple[str, ...]
    item_prefix: str
    """Alternatives of a regular expression: what stands before an item's number."""
    item_before: str
    land: str | None = None
    """Where it is at home: "AT", "CH" or the two letters of a German Land; None if abbreviations of offices stay."""

    def field(self, label: str) -> str | None:
        """What a label of the head means, None for an unknown one; "Schriftführerin" is read as "Schriftführer"."""
        word = normalised(label)
        if word not in self.fields and (label.startswith(("Der ", "Die ")) or label.endswith(")")):
            word = normalised(_ADDITION.sub("", label))
        known = self.fields.get(word) or (self.fields.get(word[:-2]) if word.endswith("rin") else None)
        if known or len(word.split()) > 3:
            return known
        return next((meaning for stem, meaning in self.stems if re.search(stem, word)), None)

    def section(self, line: str) -> str | None:
        """Which part of the protocol a line begins, None for an ordinary line."""
        if len(line) >= 60:
            return None
        return self.sections.get(normalised(line)) or self.sections.get(normalised(_PUBLIC.sub("", line)))

    def block(self, label: str) -> str | None:
        """Which part of an item's treatment a label begins ("Beschluss", "Abstimmungsergebnis"), None for no label."""
        return self.blocks.get(normalised(label))


@lru_cache(maxsize=8192)
def normalised(label: str) -> str:
    """Case, gendered endings ("/in", ":in"), leading numbers and the colon do not matter for a label."""
    bare = " ".join(label.split())
    if not _GENDER_SIGNS.isdisjoint(bare[:-1]):
        bare = _GENDERED.sub("", bare)
    number = _NUMBERED.match(bare)
    stripped = bare[number.end() :] if number else bare
    return stripped.rstrip(" :.").casefold() or bare.strip(" :.").casefold()


@cache
def packaged() -> tuple[Style, ...]:
    """The styles that come with the package, by name."""
    folder = files("protokollgraph.extract") / "styles"
    texts = {item.name: item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".yml")}
    raw = {name: _parsed(name, text) for name, text in texts.items()}
    return _assembled({str(data["name"]): data for data in raw.values()})


def from_files(paths: Iterable[Path]) -> tuple[Style, ...]:
    """The packaged styles and those of a user's own files; StyleError names the file that cannot be used."""
    folder = files("protokollgraph.extract") / "styles"
    data = {}
    for item in folder.iterdir():
        if item.name.endswith(".yml"):
            parsed = _parsed(item.name, item.read_text("utf-8"))
            data[str(parsed["name"])] = parsed
    for path in paths:
        parsed = _parsed(str(path), _text_of(path))
        data[str(parsed["name"])] = parsed
    return _assembled(data)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which styles a user reads with: own files beside the packaged ones, and one style for all documents or None."""

    files: tuple[Path, ...] = ()
    name: str | None = None

    @classmethod
    def of(cls, chosen: str | None, files: Iterable[Path] = ()) -> Selection:
        """From the name of a style, or the YAML file of an own one, and further files of own styles.

        StyleError if a file cannot be used or no style has that name.
        """
        paths = tuple(files)
        if chosen is not None and chosen.endswith((".yml", ".yaml")):
            path = Path(chosen)
            paths = (*paths, path)
            chosen = str(_parsed(chosen, _text_of(path))["name"])
        selection = cls(paths, chosen)
        known = [style.name for style in selection.styles()]
        if chosen is not None and chosen not in known:
            raise StyleError(
                f"There is no style “{chosen}”.", f"Take one of {', '.join(known)}, or a YAML file of your own."
            )
        return selection

    def styles(self) -> tuple[Style, ...]:
        """The packaged styles and the own ones."""
        return _read(self.files) if self.files else packaged()

    def digest(self) -> str:
        """What a document that is read again depends on: empty for the packaged styles, each chosen by its document."""
        if not self.files and self.name is None:
            return ""
        of_files = hashlib.sha256("\0".join(_text_of(path) for path in self.files).encode()).hexdigest()[:16]
        return f"{self.name or ''} {of_files}"


@cache
def _read(files: tuple[Path, ...]) -> tuple[Style, ...]:
    return from_files(files)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{path}: the style cannot be read ({error}).", "Give a UTF-8 YAML file.") from error


def choose(styles: Iterable[Style], head: str) -> Style:
    """The style whose words the first lines use: the earliest word wins, the longer one at the same place."""
    best: tuple[int, int, str] | None = None
    chosen = None
    for style in styles:
        for word in style.recognised_by:
            at = head.casefold().find(word.casefold())
            if at >= 0 and (best is None or (at, -len(word), style.name) < best):
                best, chosen = (at, -len(word), style.name), style
    return chosen or next(style for style in styles if style.name == "ergebnisprotokoll")


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise StyleError(f"{name}: the style is no YAML ({error}).", "Compare it with docs/styles.md.") from error
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        raise StyleError(f"{name}: a style needs a name.", "Add a line “name: my-style”.")
    for table in _LISTS:
        entries = data.get(table, {})
        if not isinstance(entries, dict) or not all(isinstance(words, list) for words in entries.values()):
            raise StyleError(f"{name}: “{table}” must be a table of lists.", "Compare it with docs/styles.md.")
    return data


def _known(data: Mapping[str, dict[str, Any]], name: str) -> None:
    """Refuse a table's key that no packaged style has: a slip of the pen would otherwise silently be of no use."""
    packed = [style for style in data.values() if style["name"] in _PACKAGED]
    for table in _LISTS:
        known = {meaning for style in packed for meaning in style.get(table, {})}
        unknown = sorted(set(data[name].get(table, {})) - known)
        if unknown:
            raise StyleError(
                f"The style “{name}” has “{unknown[0]}” under “{table}”, which means nothing.",
                f"Take one of {', '.join(sorted(known))}.",
            )


def _assembled(data: Mapping[str, dict[str, Any]]) -> tuple[Style, ...]:
    return tuple(_style(_lineage(data, name)) for name in sorted(data) if name != "common")


def _lineage(data: Mapping[str, dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """A style behind those that it extends, "common" first."""
    _known(data, name)
    line = [data[name]]
    while line[0]["name"] != "common":
        parent = str(line[0].get("extends", "common"))
        if parent not in data or any(style["name"] == parent for style in line):
            raise StyleError(
                f"The style “{line[0]['name']}” extends “{parent}”, which is no other style.",
                f"Take one of {', '.join(sorted(set(data) - {style['name'] for style in line}))}.",
            )
        line.insert(0, data[parent])
    return line


def _style(lineage: list[dict[str, Any]]) -> Style:
    own = lineage[-1]

    def merged(table: str) -> dict[str, Any]:
        return {key: value for style in lineage for key, value in style.get(table, {}).items()}

    tables = {name: {k: v for style in lineage for k, v in _inverted(style.get(name, {})).items()} for name in _LISTS}
    item = merged("item")
    return Style(
        name=own["name"],
        result_minutes=bool(own.get("result_minutes", False)),
        recognised_by=tuple(own.get("recognised_by", ())),
        titles=tuple(next((style["titles"] for style in reversed(lineage) if "titles" in style), ())),
        stems=tuple((str(stem), str(meaning)) for stem, meaning in merged("stems").items()),
        item_prefix="|".join(re.escape(str(word)) for word in item.get("prefix", ("TOP",))),
        item_before="|".join(re.escape(str(word)) for word in item.get("before", ("zu",))),
        land=next((str(style["land"]) for style in reversed(lineage) if "land" in style), None),
        **tables,
    )


def _inverted(table: Mapping[str, Iterable[object]]) -> dict[str, str]:
    return {normalised(str(word)): meaning for meaning, words in table.items() for word in words}
