"""What a document contributes to what follows from several documents, and what a fold over such contributions gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

from protokollgraph.model import Finding

Row = tuple[str, str, str, str, str, str]
"""A claim as plain strings, for a table of a database."""


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One thing that one document says, kept until everybody else has spoken.

    Whatever is derived of a group needs the claims of that group and nothing else.

    >>> claim = Claim("membership https://a.example/m", "seen", ("yes",), "2024-01-24", "https://a.example/p")
    >>> Claim.of(claim.row()) == claim
    True
    """

    group: str
    """What is derived, a space, and of what: ``membership <IRI of the membership>``."""
    kind: str
    """What it says, in a word of its derivation."""
    values: tuple[str, ...] = ()
    """What it says, in the order that its derivation knows."""
    day: str = ""
    """The day of which it is true, ISO; empty if nobody knows."""
    protocol: str = ""
    """IRI of the protocol, or record, that says it."""
    targets: tuple[str, ...] = ()
    """IRIs of the stretches of text where it stands, the first one first."""

    def row(self) -> Row:
        """As plain strings."""
        values = json.dumps(self.values, ensure_ascii=False, separators=(",", ":"))
        return self.group, self.kind, values, self.day, self.protocol, " ".join(self.targets)

    @classmethod
    def of(cls, row: Row) -> Self:
        """The claim of a :meth:`row`."""
        group, kind, values, day, protocol, targets = row
        return cls(group, kind, tuple(json.loads(values)), day, protocol, tuple(targets.split()))


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the claims of a group."""

    lines: tuple[str, ...] = ()
    """N-Quads of the derived graph, each with its line break; sorted, each once. No two groups share a line."""
    findings: tuple[tuple[str, Finding], ...] = ()
    """Path of the document that a finding is about, and the finding; sorted."""
