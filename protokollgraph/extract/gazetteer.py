"""Who and what one document speaks of: names met so far, joined within the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import ahocorasick

from protokollgraph.extract import names, organisations
from protokollgraph.extract.passage import Passage
from protokollgraph.model import Entity, EntityKind, Evidence, PersonName, Span

_OF_PLACE = re.compile(r"(?P<body>[^\W\d_]+) (?:der|des) (?:Gemeinde|Stadt|Landkreises|Amtes) (?P<place>[^/„]+)")
_QUOTES = "„“”\"‚‘’'»«"


@dataclass(slots=True)
class Record:
    """One entity while the document is being read."""

    key: str
    kind: EntityKind
    name: str
    aliases: set[str] = field(default_factory=set)
    generic: set[str] = field(default_factory=set)
    """Names that mean this entity in this document only: "die Verwaltung", "der Kreistag"."""
    mentions: dict[Span, Evidence] = field(default_factory=dict)
    person: PersonName | None = None
    number: int | None = None
    part_of: str | None = None
    date: date | None = None
    title: str | None = None
    hints: set[str] = field(default_factory=set)
    """Functions and organisations printed beside a person's name, for telling namesakes apart."""

    def entity(self) -> Entity:
        """The finished entity."""
        mentions = tuple(self.mentions[span] for span in sorted(self.mentions))
        aliases = tuple(sorted(a for a in self.aliases if a and a != self.name))
        return Entity(
            self.key,
            self.kind,
            self.name,
            aliases,
            mentions,
            self.person,
            self.number,
            self.part_of,
            self.date,
            self.title,
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A known entity in a passage."""

    start: int
    end: int
    key: str
    kind: EntityKind
    saluted: bool = False


class Gazetteer:
    """The entities of one document. Asking for a name that is known gives the key that it has."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._counters: dict[EntityKind, int] = defaultdict(int)
        self._families: dict[str, list[str]] = defaultdict(list)
        self._names: dict[tuple[EntityKind, str], str] = {}
        self._shorts: dict[str, str] = {}
        self._automaton: ahocorasick.Automaton | None = None
        self.ambiguous: list[tuple[str, Span]] = []
        self.absorbed: dict[str, str] = {}
        """Keys that turned out to be another's."""

    def __getitem__(self, key: str) -> Record:
        return self._records[key]

    def of_kind(self, *kinds: EntityKind) -> Iterator[Record]:
        """The records of some kinds in the order they were met."""
        return (record for record in self._records.values() if record.kind in kinds)

    def entities(self) -> tuple[Entity, ...]:
        """All entities, finished, in the order they were met."""
        return tuple(record.entity() for record in self._records.values())

    def forget(self, key: str) -> None:
        """Take back an entity that nothing speaks of."""
        record = self._records.pop(key)
        self._names = {name: k for name, k in self._names.items() if k != key}
        self._shorts = {name: k for name, k in self._shorts.items() if k != key}
        if record.person:
            self._families[names.family_key(record.person.family)].remove(key)
        self._automaton = None

    def only_by_form(self, key: str) -> bool:
        """Whether nothing but the form of its name speaks for an organisation."""
        record = self._records[key]
        return (
            record.kind is EntityKind.ORGANISATION
            and all(e.rule == "naming.form" for e in record.mentions.values())
            and not record.aliases
        )

    def mention(self, key: str, evidence: Evidence) -> None:
        """Note that an entity is named at a place."""
        mentions = self._records[key].mentions
        if evidence.span not in mentions or mentions[evidence.span].confidence < evidence.confidence:
            mentions[evidence.span] = evidence

    def _new(self, kind: EntityKind, name: str) -> Record:
        self._counters[kind] += 1
        record = Record(f"{kind.value}/{self._counters[kind]}", kind, name)
        self._records[record.key] = record
        if kind not in (EntityKind.TOPIC, EntityKind.PROTOCOL) and (kind is not EntityKind.PERSON or " " in name):
            self._automaton = None
        return record

    # --- people -----------------------------------------------------------------------------------------------------

    def person(self, name: PersonName, *, fresh: bool = False, hint: str | None = None) -> str | None:
        """The key of a person; None if the name fits several people alike.

        ``fresh`` asks for somebody new of the same full name: two lines of one attendance list are two people.
        """
        fitting = [] if fresh else self._fitting(name)
        if len(fitting) > 1:
            fitting = self._told_apart(fitting, name, hint)
        if len(fitting) > 1:
            return None
        if fitting:
            self._complete(fitting[0], name)
            return fitting[0]
        record = self._new(EntityKind.PERSON, name.full)
        record.person = name
        self._families[names.family_key(name.family)].append(record.key)
        return record.key

    def known_person(self, name: PersonName, hint: str | None = None) -> str | None:
        """The key of a person met before, None for a stranger or if it could be several."""
        fitting = self._fitting(name)
        if len(fitting) > 1:
            fitting = self._told_apart(fitting, name, hint)
        return fitting[0] if len(fitting) == 1 else None

    def namesakes(self, family: str) -> list[str]:
        """The keys of the people of one surname."""
        return list(self._families.get(names.family_key(family), ()))

    def _fitting(self, name: PersonName) -> list[str]:
        found = []
        for key in self._families.get(names.family_key(name.family), ()):
            known = self._records[key].person
            if known and _compatible(known, name):
                found.append(key)
        exact = [key for key in found if name.given and (p := self._records[key].person) and p.given == name.given]
        return exact or found

    def _told_apart(self, fitting: list[str], name: PersonName, hint: str | None) -> list[str]:
        if hint:
            by_hint = [
                key
                for key in fitting
                if any(
                    hint.casefold() in h.casefold() or h.casefold() in hint.casefold() for h in self._records[key].hints
                )
            ]
            if len(by_hint) == 1:
                return by_hint
        if name.prefix:
            titled = [key for key in fitting if (p := self._records[key].person) and p.prefix]
            if len(titled) == 1:
                return titled
        if name.gender:
            same = [key for key in fitting if (p := self._records[key].person) and p.gender == name.gender]
            if len(same) == 1:
                return same
        return fitting

    def _complete(self, key: str, name: PersonName) -> None:
        """Keep the fullest form of a name, and the title with the most parts."""
        record = self._records[key]
        known = record.person
        if known is None:
            return
        given = (
            name.given
            if name.given and (not known.given or (_initial(known.given) and not _initial(name.given)))
            else known.given
        )
        prefix = name.prefix if name.prefix and len(name.prefix) > len(known.prefix or "") else known.prefix
        record.person = replace(known, given=given, prefix=prefix, gender=known.gender or name.gender)
        record.name = record.person.full
        if name.full != record.name and name.given:
            record.aliases.add(name.full)

    # --- organisations and bodies -----------------------------------------------------------------------------------

    def organisation(
        self, name: str, *, body: bool = False, number: int | None = None, short: str | None = None
    ) -> str:
        """The key of an organisation or of a body that meets."""
        kind = EntityKind.BODY if body else EntityKind.ORGANISATION
        normal = organisations.key(name)
        if body and " " not in name and (only := self._by_head(name)):
            self._records[only].generic.add(name)
            return only
        known = (
            self._shorts.get(name)
            or self._shorts.get(normal)
            or self._names.get((kind, normal))
            or self._names.get((EntityKind.BODY, normal))
            or self._names.get((EntityKind.ORGANISATION, normal))
        )
        if known is None:
            known = self._by_short_and_place(name) or (self._by_head(name) if body and " " in name else None)
        if known is None and short:
            known = self._shorts.get(short)
        if known is None:
            known = self._spelled_out(name) or self._beginning(kind, normal)
        if known is None:
            record = self._new(kind, name)
            record.number = number
            known = record.key
            if organisations.is_abbreviation(name):
                self._shorts.setdefault(name, known)
        record = self._records[known]
        self._names[record.kind, normal] = known
        self._rename(record, name)
        if short:
            self.abbreviate(known, short)
        lead, dash, _ = record.name.partition(" – ")
        if dash and " " not in lead and len(lead) > 4:
            record.aliases.add(lead)
        if record.kind is EntityKind.BODY and (of_place := _OF_PLACE.match(record.name)):
            record.aliases.add(f"{of_place['body']} {of_place['place']}")
        return known

    def _rename(self, record: Record, name: str) -> None:
        if name == record.name:
            return
        if len(name) > len(record.name) and not (record.kind is EntityKind.BODY and record.number):
            record.aliases.add(record.name)
            record.name = name
            self._automaton = None
        else:
            record.aliases.add(name)

    def abbreviate(self, key: str, short: str) -> None:
        """Note the abbreviation of an entity; an entity that was known by it alone is the same."""
        record = self._records[key]
        other = self._shorts.get(short)
        if other and other != key and other in self._records and self._records[other].name == short:
            self._absorb(key, other)
        self._shorts.setdefault(short, key)
        record.aliases.add(short)
        self._automaton = None

    def by_short(self, short: str) -> str | None:
        """The key of the entity with this abbreviation."""
        return self._shorts.get(short)

    def _absorb(self, key: str, other: str) -> None:
        old = self._records.pop(other)
        record = self._records[key]
        record.aliases.update(old.aliases | {old.name})
        record.generic.update(old.generic)
        record.mentions.update(old.mentions)
        self._names = {name: key if k == other else k for name, k in self._names.items()}
        self._shorts = {name: key if k == other else k for name, k in self._shorts.items()}
        self.absorbed[other] = key

    def _by_head(self, name: str) -> str | None:
        """“Begleitausschuss” for the one body of that kind; “Fraktion HuN” for the group known as HuN."""
        head, _, rest = name.partition(" ")
        if rest:
            return self._shorts.get(rest) if head == "Fraktion" else None
        same = [
            r.key
            for r in self.of_kind(EntityKind.BODY)
            if r.name.split(" ")[0] == head and " " in r.name and r.number is None
        ]
        return same[0] if len(same) == 1 else None

    def _by_short_and_place(self, name: str) -> str | None:
        """“HWK Cottbus” is the “Handwerkskammer Cottbus (HWK)”; a place alone may be left out of the long name."""
        short, _, place = name.partition(" ")
        key = self._shorts.get(short)
        if not key or not place or not organisations.is_abbreviation(short):
            return None
        long = self._records[key].name
        return key if place.split("/")[0].casefold() in long.casefold() or long == short else None

    def _beginning(self, kind: EntityKind, normal: str) -> str | None:
        """The one organisation that begins so, its place left out: "Landesbetrieb Straßenwesen (Brandenburg)"."""
        if kind is not EntityKind.ORGANISATION or " " not in normal:
            return None
        longer = {key for (other, name), key in self._names.items() if other is kind and name.startswith(normal + " ")}
        return (
            longer.pop()
            if len(longer) == 1 and normal.split(" ")[0] not in ("landkreis", "stadt", "gemeinde", "amt", "ministerium")
            else None
        )

    def _spelled_out(self, name: str) -> str | None:
        """“BTU Cottbus-Senftenberg” was met before “Brandenburgische Technische Universität Cottbus-Senftenberg”."""
        initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
        for record in self._records.values():
            short, _, place = record.name.partition(" ")
            if (
                place
                and initials.startswith(short)
                and record.kind is EntityKind.ORGANISATION
                and organisations.is_abbreviation(short)
                and name.endswith(place)
            ):
                self.abbreviate(record.key, short)
                return record.key
        return None

    def named(self, name: str, *kinds: EntityKind) -> str | None:
        """The key of an entity by one of its names, None for a stranger."""
        if name in self._shorts and (not kinds or self._records[self._shorts[name]].kind in kinds):
            return self._shorts[name]
        normal = organisations.key(name)
        for kind in kinds or tuple(EntityKind):
            if (kind, normal) in self._names:
                return self._names[kind, normal]
        return None

    # --- projects and the rest --------------------------------------------------------------------------------------

    def thing(self, kind: EntityKind, name: str, *aliases: str) -> str:
        """The key of a project, programme, paper, topic or earlier protocol."""
        normal = plain(name)
        known = self._names.get((kind, normal)) or next(
            (self._names[kind, plain(a)] for a in aliases if (kind, plain(a)) in self._names), None
        )
        if known is None:
            known = self._new(kind, name).key
        self._names[kind, normal] = known
        record = self._records[known]
        if plain(record.name) != normal:
            record.aliases.add(name)
        for alias in aliases:
            self._names.setdefault((kind, plain(alias)), known)
            record.aliases.add(alias)
        self._automaton = None
        return known

    def unite(self, key: str, other: str) -> None:
        """Two entities turn out to be one: ``other`` becomes ``key``."""
        self._absorb(key, other)
        self._automaton = None

    def prefer(self, key: str, name: str) -> None:
        """Give an entity one of its names as the main one."""
        record = self._records[key]
        if record.name != name:
            record.aliases.add(record.name)
            record.name = name

    def thing_named(self, kind: EntityKind, name: str) -> str | None:
        """The key of a project, programme … by one of its names."""
        return self._names.get((kind, plain(name)))

    # --- finding known names in text --------------------------------------------------------------------------------

    def scan(self, passage: Passage) -> list[Mention]:
        """The known entities in a passage: longest names first, none inside another, in the order of the text."""
        automaton = self._compiled()
        text = passage.text
        found: list[Mention] = []
        for last, (length, key, exact) in automaton.iter(text) if len(automaton) else ():
            start, end = last - length + 1, last + 1
            if (start and (text[start - 1].isalnum() or text[start - 1] == "-")) or not _ends(text, end, exact):
                continue
            found.append(Mention(start, end, key, self._records[key].kind))
        found.sort(key=lambda m: (m.start - m.end, m.start))
        chosen: list[Mention] = []
        for mention in found:
            if not any(m.start < mention.end and mention.start < m.end for m in chosen):
                chosen.append(mention)
        return sorted(chosen, key=lambda m: m.start)

    def _compiled(self) -> ahocorasick.Automaton:
        if self._automaton is None:
            automaton = ahocorasick.Automaton()
            for record in self._records.values():
                if record.kind in (EntityKind.TOPIC, EntityKind.PROTOCOL):
                    continue
                for form, exact in _forms(record):
                    if form not in automaton:
                        automaton.add_word(form, (len(form), record.key, exact))
            automaton.make_automaton()
            self._automaton = automaton
        return self._automaton


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """What two spellings of a project's name have in common: case, quotes, dashes and spaces do not matter."""
    return " ".join(re.sub(rf"[{_QUOTES}]", "", re.sub(r"[‐‑–—-]", "-", name)).casefold().split())


def _compatible(known: PersonName, name: PersonName) -> bool:
    if known.gender and name.gender and known.gender is not name.gender:
        return False
    if not known.given or not name.given:
        return True
    if _initial(known.given) or _initial(name.given):
        return known.given[0] == name.given[0]
    return known.given == name.given or known.given.split()[0] == name.given.split()[0]


def _initial(given: str) -> bool:
    return given.rstrip(".").__len__() <= 2 and given.endswith(".")


def _ends(text: str, end: int, exact: bool) -> bool:
    """Whether a name ends here: at a border, or before an ending of the case ("Radweges")."""
    if end >= len(text) or not (text[end].isalnum() or text[end] in "-"):
        return True
    if text[end] == "-":
        return end + 1 < len(text) and not text[end + 1].isalnum()
    return not exact and bool(re.match(r"(?:e?s|n|en)(?![\w-])", text[end : end + 3]))


def _forms(record: Record) -> Iterator[tuple[str, bool]]:
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


_GENERIC = re.compile(
    r"(?:Projekt|Neubau|Ersatzneubau|Sanierung|Erweiterung|Ausbau|Umbau|Machbarkeitsstudie|Modell|Digitale?"
    r"|Entwicklung|Errichtung|Aufbau|Zentrum|Netzwerk|Radweg|Konzept|Studie|Lausitz|Förder|Innovation|Smarte?s?"
    r"|Regional|Zukunft|Integrierte|Gemeinsame|Grüne|Neue|Haus|Campus|Verein|Bildung|Themen|Kompetenz|Gesundheits"
    r"|Mobilität|Wasserstoff|Kultur|Tourismus|Bau|Stadt|Land)",
)


def _short_project(name: str) -> Iterator[str]:
    """“Azubi-Wohnheim” for “Azubi-Wohnheim Spremberg”: a first word of its own kind may stand alone."""
    first = re.split(r"[\s/]", name, maxsplit=1)[0]
    if first != name and len(first) >= 9 and (("-" in first and first[0].isupper()) or not _GENERIC.match(first)):
        yield first
    before, slash, _ = name.partition("/")
    if slash and " " in before:
        yield before
