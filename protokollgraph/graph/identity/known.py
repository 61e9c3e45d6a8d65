"""What is known before any document is read: IRIs that were handed out, judgements of people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from protokollgraph.graph.identity import register as registers
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.resolution import HandedOut


@dataclass(frozen=True, slots=True)
class Known:
    """Beside documents and configuration, what a graph is made of."""

    path: Path
    """The file of the register, to which lines are added."""
    register: Register
    judgements: Judgements
    journal: Path | None = None
    """The file of the judgements; None if there is none."""

    @classmethod
    def read(cls, register: Path, judgements: Path | None, base: str) -> Self:
        """From the files. RegisterError or JudgementError if one of them cannot be used."""
        judged = Judgements() if judgements is None else journal.read(judgements, base)
        return cls(register, registers.read(register), judged, judgements)

    @property
    def digest(self) -> str:
        """Of the judgements: with others everybody is resolved again."""
        return self.judgements.digest if self.judgements else ""

    def keep(self, handed_out: tuple[HandedOut, ...]) -> None:
        """Add to the register, before anything is written that uses it."""
        registers.append(self.path, handed_out)
