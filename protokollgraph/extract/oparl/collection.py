"""What one OParl text holds: its objects by class, and the entities that they speak of, each under its address."""

from __future__ import annotations

from dataclasses import dataclass, field

from protokollgraph.extract.oparl import objects
from protokollgraph.extract.oparl.objects import Thing
from protokollgraph.extract.oparl.positions import Json
from protokollgraph.model import Document, Entity, EntityKind, Evidence, Finding, PersonName, Severity, Span

_GRAVE = frozenset(("oparl-wrong-type", "oparl-duplicate-id", "oparl-unknown-result"))


@dataclass(slots=True)
class Known:
    """An entity in the making. Without a name it is only referred to, and another file may hold it."""

    key: str
    kind: EntityKind
    name: str = ""
    aliases: set[str] = field(default_factory=set)
    mentions: list[Evidence] = field(default_factory=list)
    person: PersonName | None = None
    number: int | None = None
    part_of: str | None = None
    title: str | None = None
    identifiers: set[str] = field(default_factory=set)

    def value(self) -> Entity:
        return Entity(
            self.key,
            self.kind,
            self.name,
            tuple(sorted(self.aliases - {self.name, ""})),
            tuple(sorted(dict.fromkeys(self.mentions), key=lambda each: (each.span, each.rule))),
            self.person,
            self.number,
            part_of=self.part_of,
            title=self.title,
            identifiers=tuple(sorted(self.identifiers)),
        )


class Collection:
    """The objects of one text and what was found amiss with them."""

    def __init__(self, document: Document, root: Json) -> None:
        self.document = document
        self._entities: dict[str, Known] = {}
        self._problems: dict[tuple[str, str], tuple[int, Span]] = {}
        self._by_kind: dict[str, list[Thing]] = {}
        self._gone: set[str] = set()
        self._index: dict[tuple[str, str], dict[str, list[Thing]]] = {}
        self._sorted(list(objects.things(root, self.note)))

    def _sorted(self, everything: list[Thing]) -> None:
        """Objects by class: deleted ones apart; of several with one address the one that says most."""
        best: dict[str, Thing] = {}
        for thing in everything:
            if thing.id is None:
                continue
            if thing.deleted:
                self._gone.add(thing.id)
            known = best.setdefault(thing.id, thing)
            if known is not thing and known.kind != thing.kind:
                self.note(
                    "oparl-duplicate-id", f"{known.kind} and {thing.kind} have one id; the first counts", thing.node
                )
            elif len(known.members) < len(thing.members):
                best[thing.id] = thing
        for thing in everything:
            if thing.id is None and not thing.deleted:
                self.note("oparl-no-id", f"{thing.kind} has no id that is an address", thing.node)
            if thing.id in self._gone or thing.deleted:
                self.note("oparl-deleted", f"{thing.kind} is marked as deleted; it was left out", thing.node)
            elif thing.id is None or best[thing.id] is thing:
                self._by_kind.setdefault(thing.kind, []).append(thing)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self._by_kind)

    def of(self, kind: str) -> list[Thing]:
        """The objects of a class, in the order of the text."""
        return self._by_kind.get(kind, [])

    def at(self, kind: str, address: str | None) -> Thing | None:
        """The object of a class with this address."""
        return next((each for each in self._referring(kind, "id").get(address or "", ())), None)

    def within(self, thing: Thing, name: str, kind: str, back: str) -> list[Thing]:
        """The objects that stand in a property of another, or elsewhere in the text and refer back to it."""
        inner = [each for each in thing.things(name) if not each.deleted and each.id not in self._gone]
        outer = [each for address in thing.addresses(name) if (each := self.at(kind, address)) is not None]
        outer += self._referring(kind, back).get(thing.id or "", ())
        found = {each.id or str(each.node.start): each for each in (*outer, *inner)}
        return sorted(found.values(), key=lambda each: each.node.start)

    def _referring(self, kind: str, property: str) -> dict[str, list[Thing]]:
        """The objects of a class by the addresses in one of their properties."""
        if (kind, property) not in self._index:
            index = self._index[kind, property] = {}
            for each in self.of(kind):
                for address in [each.id or ""] if property == "id" else each.addresses(property):
                    index.setdefault(address, []).append(each)
        return self._index[kind, property]

    def entity(self, kind: EntityKind, address: str | None, evidence: Evidence, name: str = "") -> Known | None:
        """The entity with this address, made if it is not there; None if it is deleted. A name alone makes one too."""
        if address is not None and address in self._gone:
            return None
        family = EntityKind.ORGANISATION if kind is EntityKind.BODY else kind
        known = self._entities.get(f"{family} {address or name}")
        if known is None:
            known = Known(f"{family}/{len(self._entities) + 1}", kind)
            self._entities[f"{family} {address or name}"] = known
        if kind is EntityKind.BODY:
            known.kind = kind
        if name:
            known.aliases.add(name)
            known.name = known.name or name
        if address is not None:
            known.identifiers.add(address)
        known.mentions.append(evidence)
        return known

    def refer(self, thing: Thing, name: str, kind: EntityKind, rule: str) -> list[str]:
        """Keys of the entities that a property refers to."""
        where = thing.evidence(name, rule)
        found = (self.entity(kind, address, where) for address in thing.addresses(name))
        return [each.key for each in found if each is not None]

    def note(self, code: str, message: str, node: Json) -> None:
        """Note what is amiss; the same thing in many places is one finding that counts them."""
        end = node.end if node.end > node.start else min(node.start + 1, len(self.document.text))
        count, span = self._problems.get((code, message), (0, Span(node.start, end)))
        self._problems[code, message] = (count + 1, span)

    def entities(self) -> tuple[Entity, ...]:
        return tuple(each.value() for each in self._entities.values())

    def findings(self) -> tuple[Finding, ...]:
        """What was noted, in the order of the text."""
        found = [
            Finding(
                code,
                f"{message} ({count} times)." if count > 1 else f"{message}.",
                Severity.WARNING if code in _GRAVE else Severity.NOTICE,
                span,
            )
            for (code, message), (count, span) in self._problems.items()
        ]
        return tuple(sorted(found, key=lambda each: (each.span or Span(0, 1), each.code, each.message)))
