"""One judgement of one person on one or two entities.

Entities are named by their IRI relative to the base of the graph, so that a judgement outlives a move to another base:

>>> Judgement(Kind.SAME, "person/ines-quandel", "person/i-quandel", reason="one office, one room").word
'same'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from protokollgraph.model import EntityKind

NO = "no-"
"""What stands before the word of a judgement that is taken back."""

FAMILIES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.BODY: "organisation",
    EntityKind.PROJECT: "project",
    EntityKind.PROGRAMME: "programme",
}
"""Kinds of entities that can be judged; those of one family can be the same: a body is an organisation that meets."""

_DIGEST = re.compile(r"[0-9a-f]{8,64}", re.IGNORECASE)


class Kind(StrEnum):
    """What a judgement says."""

    SAME = "same"
    """Subject and object are one."""
    DIFFERENT = "different"
    """Subject and object are never one."""
    UNSURE = "unsure"
    """Somebody looked at subject and object and could not tell."""
    SPLIT = "split"
    """In the document that the object names, what is taken for the subject is somebody else."""
    RENAME = "rename"
    """The subject is called what the object says."""
    HIDE = "hide"
    """The subject is not shown; there is no object."""
    SAME_AS = "same-as"
    """The object is the subject's IRI in another register."""


PAIRS = frozenset({Kind.SAME, Kind.DIFFERENT, Kind.UNSURE})
"""Judgements on two entities, which mean the same with subject and object exchanged."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement; two that differ only in the line they stand in are equal."""

    kind: Kind
    subject: str
    """Relative IRI."""
    object: str = ""
    """Relative IRI, document, name or absolute IRI, as :class:`Kind` says; may be empty for a name taken back."""
    reason: str = ""
    who: str = ""
    when: str = ""
    """Day or moment in ISO 8601, as written."""
    taken_back: bool = False
    """It is no longer so: the judgement of this kind, subject and object ends."""
    line: int = field(default=0, compare=False)
    """Where it stands in its file, from 1; 0 for one that is in no file yet."""

    @property
    def word(self) -> str:
        """What stands in the file: ``same``, ``no-same`` …"""
        return f"{NO}{self.kind}" if self.taken_back else str(self.kind)

    @property
    def iris(self) -> tuple[str, ...]:
        """The relative IRIs that it is about: one, or two of a pair."""
        return (self.subject, self.object) if self.kind in PAIRS else (self.subject,)

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"line {self.line}" if self.line else f"the new judgement {self.word!r}"

    def ordered(self) -> Judgement:
        """The same with the IRIs of a pair sorted."""
        if self.kind in PAIRS and self.object < self.subject:
            return replace(self, subject=self.object, object=self.subject)
        return self

    def reversed(self) -> Judgement:
        """What takes this judgement back, or says it again; without who, when and why."""
        return Judgement(self.kind, self.subject, self.object, taken_back=not self.taken_back)


def family(iri: str) -> str:
    """What a relative IRI can be the same as; empty if entities of its kind are not judged."""
    kind = iri.partition("/")[0]
    return FAMILIES[EntityKind(kind)] if kind in FAMILIES else ""


def is_digest(document: str) -> bool:
    """Whether the object of a split can be the beginning of a SHA-256."""
    return _DIGEST.fullmatch(document) is not None


def means(document: str, name: str, sha256: str) -> bool:
    """Whether the object of a split means the document of this file name (without folders) and SHA-256."""
    return document == name or (is_digest(document) and sha256.startswith(document.lower()))
