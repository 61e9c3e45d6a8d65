"""What is known before any document is read: IRIs that were handed out, judgements of people, authority files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from protokollgraph.graph.authority import lists
from protokollgraph.graph.authority.records import AuthorityList
from protokollgraph.graph.identity import register as registers
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.resolution import HandedOut


class Known:
    """Beside documents and configuration, what a graph is made of."""

    def __init__(
        self,
        path: Path,
        judgements: Judgements | None = None,
        journal: Path | None = None,
        authorities: Sequence[AuthorityList] = (),
    ) -> None:
        self.path = path
        """The file of the register, to which lines are added."""
        self.judgements = judgements or Judgements()
        self.journal = journal
        """The file of the judgements; None if there is none."""
        self.authorities = tuple(authorities)
        """Lists of known people and things."""

    @classmethod
    def read(cls, register: Path, judgements: Path | None, authorities: Iterable[str | Path], base: str) -> Self:
        """From the files. RegisterError, JudgementError or AuthorityError if one of them cannot be used."""
        judged = None if judgements is None else journal.read(judgements, base)
        known = cls(register, judged, judgements, lists.read(authorities))
        known.digest_of_register()
        return known

    @cached_property
    def register(self) -> Register:
        """What was handed out; read when it is needed, for it is long. RegisterError if it cannot be used."""
        return registers.read(self.path)

    @property
    def digest(self) -> str:
        """Of judgements and lists: with others everybody is resolved again."""
        return " ".join(
            [self.judgements.digest if self.judgements else "", *(each.sha256 for each in self.authorities)]
        )

    def digest_of_register(self) -> str:
        """SHA-256 of the file as it is now; RegisterError if it cannot be read."""
        return hashlib.sha256(registers.content(self.path)).hexdigest()

    def keep(self, handed_out: tuple[HandedOut, ...]) -> None:
        """Add to the register, before anything is written that uses it."""
        registers.append(self.path, handed_out)
