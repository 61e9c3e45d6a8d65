"""Drafts of records, as a reader finds them, into records that fit together; what does not is a fault with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from protokollgraph.graph.authority.records import ACTORS, AuthorityRecord, RecordKind
from protokollgraph.graph.authority.words import load
from protokollgraph.graph.matching.fold import fold

Fault = tuple[int, str]
"""Line, from 1, 0 if it is not known; what is wrong and what to do."""

_IRI = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>[^\s<>\"{}|\\^`\x00-\x20\x7f]+)")
_LONGEST = 1000
"""Characters of a name; what is longer is a torn table."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One record with everything as it is written."""

    line: int
    identifier: str
    kind: RecordKind
    names: tuple[str, ...] = ()
    """The first one is the record's name."""
    identifiers: tuple[str, ...] = ()
    number: str = ""
    part_of: str = ""
    organisations: tuple[str, ...] = ()
    post_code: str = ""
    post_name: str = ""


def settled(drafts: Iterable[Draft]) -> tuple[tuple[AuthorityRecord, ...], list[Fault]]:
    """The records, sorted by identifier, and every fault, in the order of the lines."""
    return _Settling(drafts).settle()


def identifier(text: str) -> str | None:
    """The absolute IRI that is written, with short forms such as ``wikidata:Q1`` in full; None if it is none.

    The address of a page at Wikidata is taken for the thing that it is about.
    """
    match = _IRI.fullmatch(text)
    if match is None:
        return None
    register = load().registers.get(match["scheme"].lower())
    if register is not None:
        return register.start + match["rest"] if register.pattern.fullmatch(match["rest"]) else None
    if match["scheme"].lower() not in load().schemes:
        return None
    for each in load().registers.values():
        if each.page is not None and (of_page := each.page.fullmatch(text)):
            return each.start + of_page[1]
    try:
        complete = match["scheme"].lower() not in ("http", "https") or bool(urlsplit(text).hostname)
    except ValueError:
        complete = False
    return text if complete else None


class _Settling:
    """One file: its drafts by identifier and by name, and the faults so far."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._faults: list[Fault] = []
        self._drafts: dict[str, Draft] = {}
        self._by_name: dict[str, list[str]] = {}
        for draft in drafts:
            self._take(draft)

    def settle(self) -> tuple[tuple[AuthorityRecord, ...], list[Fault]]:
        records = {iri: self._record(iri, draft) for iri, draft in sorted(self._drafts.items())}
        self._find_circles(records)
        return tuple(records.values()), sorted(self._faults)

    def _take(self, draft: Draft) -> None:
        iri = identifier(draft.identifier)
        if iri is None:
            self._faults.append((draft.line, _no_iri(draft.identifier, "id")))
        elif iri in self._drafts:
            first = self._drafts[iri].line
            self._faults.append((draft.line, f"the identifier {iri} stands in line {first} already; give each once"))
        else:
            self._drafts[iri] = draft
            if draft.kind in ACTORS:
                for name in dict.fromkeys(map(fold, draft.names)):
                    self._by_name.setdefault(name, []).append(iri)

    def _record(self, iri: str, draft: Draft) -> AuthorityRecord:
        for name in draft.names:
            if len(name) > _LONGEST:
                self._fault(draft, f"a name has {len(name)} characters; look for a quotation mark that is not closed")
        if not draft.names:
            self._fault(draft, f"{iri} has no name; fill in the column name")
        name = draft.names[0] if draft.names else ""
        part_of = self._part_of(iri, draft)
        return AuthorityRecord(
            iri,
            draft.kind,
            name,
            tuple(sorted(set(draft.names[1:]) - {name})),
            tuple(sorted(set(self._identifiers(draft)) - {iri})),
            self._number(draft, name),
            part_of,
            tuple(sorted(set(self._organisations(draft)))),
            draft.post_code or None,
            draft.post_name or None,
            draft.line,
        )

    def _identifiers(self, draft: Draft) -> list[str]:
        found: list[str] = []
        for text in draft.identifiers:
            iri = identifier(text)
            if iri is None:
                self._fault(draft, _no_iri(text, "same_as"))
            else:
                found.append(iri)
        return found

    def _number(self, draft: Draft, name: str) -> int | None:
        if not draft.number:
            return None
        if draft.kind is not RecordKind.BODY or not fold(name).startswith("werkstatt"):
            self._fault(draft, "only a Werkstatt has a number; write any other number into its name")
        elif not (draft.number.isascii() and draft.number.isdecimal() and len(draft.number) <= 4):
            self._fault(draft, f"{draft.number!r} is no number; write it with digits only")
        else:
            return int(draft.number)
        return None

    def _part_of(self, iri: str, draft: Draft) -> str | None:
        if not draft.part_of:
            return None
        if draft.kind not in ACTORS:
            self._fault(draft, "part_of is said of organisations and bodies only; people have the column organisation")
            return None
        found = self._referred(draft.part_of)
        if len(found) > 1:
            self._fault(draft, f"part_of {draft.part_of!r} is the name of {len(found)} records; give the identifier")
        elif not found:
            self._fault(draft, f"part_of {draft.part_of!r} is not in this file; add a record for it")
        elif self._drafts[found[0]].kind not in ACTORS:
            self._fault(draft, f"part_of {draft.part_of!r} is no organisation or body")
        elif found[0] == iri:
            self._fault(draft, "part_of is the record itself; leave it empty")
        else:
            return found[0]
        return None

    def _organisations(self, draft: Draft) -> list[str]:
        """Identifiers of records, or names; a name that only one record has is that record."""
        if draft.organisations and draft.kind is not RecordKind.PERSON:
            self._fault(draft, "organisation is said of people only; organisations and bodies have the column part_of")
            return []
        found: list[str] = []
        for text in draft.organisations:
            referred = self._referred(text)
            if identifier(text) is None:
                found.append(referred[0] if len(referred) == 1 else text)
            elif not referred or self._drafts[referred[0]].kind not in ACTORS:
                self._fault(draft, f"organisation {text!r} is no organisation or body of this file; add it, or name it")
            else:
                found.append(referred[0])
        return found

    def _referred(self, text: str) -> Sequence[str]:
        """The identifiers that another record's identifier, or one of its names, means."""
        iri = identifier(text)
        if iri is not None:
            return (iri,) if iri in self._drafts else ()
        return self._by_name.get(fold(text), ())

    def _find_circles(self, records: dict[str, AuthorityRecord]) -> None:
        """A record must not be a unit of itself, through whichever others."""
        settled: set[str] = set()
        for iri, record in records.items():
            way = [iri]
            above = record.part_of
            while above is not None and above not in settled and above not in way:
                way.append(above)
                above = records[above].part_of
            if above in way:
                line = min(records[each].line for each in way[way.index(above) :])
                self._faults.append((line, f"{above} is a unit of itself through part_of; break the circle"))
            settled.update(way)

    def _fault(self, draft: Draft, text: str) -> None:
        self._faults.append((draft.line, text))


def _no_iri(text: str, column: str) -> str:
    known = ", ".join(sorted(load().registers))
    return f"{column} {text!r} is no IRI; write it in full (https://…) or with one of {known} and a colon before it"
