"""What the rules cannot settle and leave apart."""

from __future__ import annotations

from dataclasses import dataclass

SAID = {
    "short-form": "can mean more than one of these: which one?",
    "given-name": "has a shortened given name that can stand for more than one person: are they one?",
    "surname-only": "is named without a given name: are they one?",
    "no-organisation": "is named without an organisation: are they one?",
    "namesakes": "is the name of people with different organisations: are they one?",
}
"""What is open, with its words after the name that it is about."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A name that can mean one thing or another, with a node of each cluster that it is about."""

    kind: str
    """A key of :data:`SAID`."""
    name: str
    nodes: tuple[int, ...]
    focus: int | None = None
    """Of these the one of which it is open who or what it is; None where it is open for all alike."""

    @property
    def text(self) -> str:
        """The question in words."""
        return f"{self.name} {SAID[self.kind]}"
