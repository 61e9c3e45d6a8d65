"""The forms in which a name may stand in a sentence, and what its spellings have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from protokollgraph.extract import organisations
from protokollgraph.extract.gazetteer.record import Record
from protokollgraph.model import EntityKind

_QUOTES = "„“”\"‚‘’'»«"

_GENERIC = re.compile(
    r"(?:Projekt|Neubau|Ersatzneubau|Sanierung|Erweiterung|Ausbau|Umbau|Machbarkeitsstudie|Modell|Digitale?"
    r"|Entwicklung|Errichtung|Aufbau|Zentrum|Netzwerk|Radweg|Konzept|Studie|Lausitz|Förder|Innovation|Smarte?s?"
    r"|Regional|Zukunft|Integrierte|Gemeinsame|Grüne|Neue|Haus|Campus|Verein|Bildung|Themen|Kompetenz|Gesundheits"
    r"|Mobilität|Wasserstoff|Kultur|Tourismus|Bau|Stadt|Land)",
)


def forms(record: Record) -> Iterator[tuple[str, bool]]:
    """The forms in which a name may stand in a sentence; the second value asks for the bare form."""
    every = [record.name, *sorted(record.aliases | record.generic)]
    if record.kind is EntityKind.PERSON:
        for name in every:
            if " " in name:
                yield name, True
        if record.person and re.match(r"Frei(?:frau|herr|in)\s|Gr(?:af|äfin)\s", record.person.family):
            yield record.person.family, True
        return
    if record.kind is EntityKind.PAPER:
        yield record.name, True
        return
    for name in every:
        short = organisations.is_abbreviation(name)
        if record.kind is EntityKind.PROGRAMME:
            yield name, True
            continue
        if len(name) > 2:
            yield name, short
        if record.kind in (EntityKind.ORGANISATION, EntityKind.BODY) and not short:
            yield from ((form, False) for form in _inflected(name))
    if record.kind is EntityKind.PROJECT:
        yield from ((form, False) for form in _short_project(record.name))


def _inflected(name: str) -> Iterator[str]:
    head, _, rest = name.partition(" ")
    if rest:
        for ending in ("es", "s"):
            if (head[-1:].isalpha() and not head.endswith(("s", "x", "z", "a", "e"))) or ending == "es":
                yield f"{head}{ending} {rest}"
        if head.endswith("e"):
            yield f"{head}n {rest}"
        words = name.split(" ")
        declined = [w + "n" if w.endswith(("sche", "elle", "liche", "ische", "dte")) else w for w in words]
        if declined != words:
            yield " ".join(declined)
    elif name.endswith("ss"):
        yield name + "es"
    bare = re.sub(r"\s+(?:gGmbH|GmbH(?: & Co\.? KG)?|mbH|AG|e\. ?V\.|e\. ?G\.|eG|KG|UG|GbR|SE)$", "", name)
    if bare != name and " " in bare:
        yield bare
    first, slash, _ = name.partition("/")
    if slash and " " in first:
        yield first
    quoted = name.partition(" „")[0]
    if quoted != name:
        yield quoted
        if quoted.endswith("ss"):
            yield quoted + "es"


def _short_project(name: str) -> Iterator[str]:
    """“Azubi-Wohnheim” for “Azubi-Wohnheim Spremberg”: a first word of its own kind may stand alone."""
    first = re.split(r"[\s/]", name, maxsplit=1)[0]
    if first != name and len(first) >= 9 and (("-" in first and first[0].isupper()) or not _GENERIC.match(first)):
        yield first
    before, slash, _ = name.partition("/")
    if slash and " " in before:
        yield before


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """What two spellings of a project's name have in common: case, quotes, dashes and spaces do not matter."""
    return " ".join(re.sub(rf"[{_QUOTES}]", "", re.sub(r"[‐‑–—-]", "-", name)).casefold().split())
