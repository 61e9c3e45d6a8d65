"""Facts in the one shape in which gold and graph are compared.

A slot is the set of folded spellings that a value may have: a name with all its other names, a date alone. Two slots
agree if they share a spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.model import Span

Slot: TypeAlias = frozenset[str] | None
"""None: in the gold anything fits, in the graph nothing is said."""

GAP = " · "
"""Between the parts of a fact as it is shown."""

ATTRIBUTES: dict[str, Relation] = {
    "kind": Relation.DECISION_KIND,
    "outcome": Relation.DECISION_OUTCOME,
    "majority": Relation.DECISION_MAJORITY,
    "date": Relation.DECISION_DATE,
    "body": Relation.DECISION_BODY,
    "addressee": Relation.DECISION_ADDRESSEE,
    "votes for": Relation.DECISION_VOTES,
    "votes against": Relation.DECISION_VOTES,
    "abstentions": Relation.DECISION_VOTES,
    "project": Relation.DECISION_PROJECT,
    "assignee": Relation.TASK_ASSIGNEE,
    "due": Relation.TASK_DUE,
}
"""What is asked of a decision or a task that was found, and where it counts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a relation."""

    slots: tuple[Slot, ...]
    shown: str
    """For readers."""
    start: int | None = None
    """Where it stands, code points from the beginning of the text; None if it stands nowhere in one piece."""
    optional: bool = False

    def fits(self, found: Fact) -> bool:
        """True if the graph's fact ``found`` is this one of the gold."""
        return all(
            own is None or (other is not None and not own.isdisjoint(other))
            for own, other in zip(self.slots, found.slots, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Act:
    """A decision or a task: found where its words stand, then compared value by value."""

    spans: tuple[Span, ...]
    values: Mapping[str, frozenset[str]]
    """Keys of :data:`ATTRIBUTES` to spellings; empty where nothing is said. What has no key is not compared."""
    shown: Mapping[str, str]
    """The same for readers."""
    words: str = ""
    optional: bool = False

    @property
    def start(self) -> int | None:
        """Where the first of its places begins."""
        return min((span.start for span in self.spans), default=None)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that gold or graph say of one document."""

    simple: Mapping[Relation, tuple[Fact, ...]]
    decisions: tuple[Act, ...] = ()
    tasks: tuple[Act, ...] = ()
    mentions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Of the graph: folded words to the nodes that are said to stand there."""
