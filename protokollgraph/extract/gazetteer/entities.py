"""Who and what one document speaks of: names met so far, joined within the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from protokollgraph.extract import names, organisations
from protokollgraph.extract.gazetteer.forms import plain
from protokollgraph.extract.gazetteer.namesakes import compatible, complete, told_apart
from protokollgraph.extract.gazetteer.record import Mention, Record
from protokollgraph.extract.gazetteer.scanner import Scanner
from protokollgraph.extract.passage import Passage
from protokollgraph.model import Entity, EntityKind, Evidence, PersonName, Span

_OF_PLACE = re.compile(r"(?P<body>[^\W\d_]+) (?:der|des) (?:Gemeinde|Stadt|Landkreises|Amtes) (?P<place>[^/„]+)")


class Gazetteer:
    """The entities of one document. Asking for a name that is known gives the key that it has."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._counters: dict[EntityKind, int] = defaultdict(int)
        self._families: dict[str, list[str]] = defaultdict(list)
        self._names: dict[tuple[EntityKind, str], str] = {}
        self._shorts: dict[str, str] = {}
        self._scanner: Scanner | None = None
        self.ambiguous: list[tuple[str, Span]] = []
        self.absorbed: dict[str, str] = {}
        """Keys that turned out to be another's."""

    def __getitem__(self, key: str) -> Record:
        """The record of this key, or of the one it turned out to be."""
        while key in self.absorbed:
            key = self.absorbed[key]
        return self._records[key]

    def of_kind(self, *kinds: EntityKind) -> Iterator[Record]:
        """The records of some kinds in the order they were met."""
        return (record for record in self._records.values() if record.kind in kinds)

    def entities(self) -> tuple[Entity, ...]:
        """All entities, finished, in the order they were met."""
        return tuple(record.entity() for record in self._records.values())

    def forget(self, key: str) -> None:
        """Take back an entity that nothing speaks of."""
        del self._records[key]
        self._names = {name: k for name, k in self._names.items() if k != key}
        self._shorts = {name: k for name, k in self._shorts.items() if k != key}
        for bearers in self._families.values():
            if key in bearers:
                bearers.remove(key)
        self._scanner = None

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
            self._scanner = None
        return record

    # --- people -----------------------------------------------------------------------------------------------------

    def person(self, name: PersonName, *, fresh: bool = False, hint: str | None = None) -> str | None:
        """The key of a person; None if the name fits several people alike.

        ``fresh`` asks for somebody new of the same full name: two lines of one attendance list are two people.
        """
        fitting = [] if fresh else self._fitting(name)
        if len(fitting) > 1:
            fitting = told_apart([self._records[key] for key in fitting], name, hint)
        if len(fitting) > 1:
            return None
        if fitting:
            complete(self._records[fitting[0]], name)
            return fitting[0]
        record = self._new(EntityKind.PERSON, name.full)
        record.person = name
        self._families[names.family_key(name.family)].append(record.key)
        return record.key

    def complete(self, key: str, name: PersonName) -> None:
        """Add what a further printing of a person's name tells: the given name in full, a title, Herr or Frau."""
        complete(self._records[key], name)

    def known_person(self, name: PersonName, hint: str | None = None) -> str | None:
        """The key of a person met before, None for a stranger or if it could be several."""
        fitting = self._fitting(name)
        if len(fitting) > 1:
            fitting = told_apart([self._records[key] for key in fitting], name, hint)
        return fitting[0] if len(fitting) == 1 else None

    def namesakes(self, family: str) -> list[str]:
        """The keys of the people of one surname."""
        return list(self._families.get(names.family_key(family), ()))

    def also_called(self, key: str, family: str) -> None:
        """Note another surname of a person, former or new: whoever is called so from here on is the same."""
        record = self._records[key]
        if record.person is None or names.family_key(record.person.family) == names.family_key(family):
            return
        record.aliases.add(f"{record.person.given} {family}" if record.person.given else family)
        bearers = self._families[names.family_key(family)]
        if key not in bearers:
            bearers.append(key)
        self._scanner = None

    def _fitting(self, name: PersonName) -> list[str]:
        found = []
        for key in self._families.get(names.family_key(name.family), ()):
            known = self._records[key].person
            if known and compatible(known, name):
                found.append(key)
        exact = [key for key in found if name.given and (p := self._records[key].person) and p.given == name.given]
        return exact or found

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
            self._scanner = None
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
        self._scanner = None

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
        self._scanner = None
        return known

    def unite(self, key: str, other: str) -> None:
        """Two entities turn out to be one: ``other`` becomes ``key``."""
        self._absorb(key, other)
        self._scanner = None

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
        if self._scanner is None:
            self._scanner = Scanner(self._records.values())
        return self._scanner.scan(passage.text)
