"""What is known of one entity while its document is being read, and where it is mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from protokollgraph.model import Entity, EntityKind, Evidence, PersonName, Span


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

    @property
    def is_group(self) -> bool:
        """Whether it is a parliamentary group, which a document calls "X-Fraktion" or "Fraktion X"."""
        names = (self.name, *self.aliases, *self.generic)
        return any(name.startswith("Fraktion ") or name.endswith("-Fraktion") for name in names)

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
