"""Counts and the figures that follow from them.

Precision is the share of what the graph says that is right, recall the share of the gold that the graph has, F1 their
harmonic mean; 0 where nothing was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protokollgraph.graph.evaluation.relation import ORDER, Relation

MISSING, WRONG, DIFFERENT = "missing", "wrong", "different"
"""The gold has it and the graph has not; the other way round; both have something, but not the same."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """Something in which graph and gold differ."""

    what: str
    """:data:`MISSING`, :data:`WRONG` or :data:`DIFFERENT`."""
    file: str
    place: str
    """The line in the text, or the page of a file that has pages; empty if that cannot be told."""
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one comparison counts. The figures of identities are shares, all others whole facts."""

    relation: Relation
    right: float = 0
    wrong: float = 0
    missing: float = 0
    deviation: Deviation | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one relation."""

    right: float = 0
    wrong: float = 0
    missing: float = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.facts)

    @property
    def f1(self) -> float:
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def facts(self) -> float:
        """How many the gold has."""
        return self.right + self.missing

    def with_(self, mark: Mark) -> Figures:
        """These and one more comparison."""
        return Figures(self.right + mark.right, self.wrong + mark.wrong, self.missing + mark.missing)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome for one gold folder."""

    name: str
    relations: Mapping[Relation, Figures]
    """Of all relations of which gold or graph have facts, in the order of :class:`Relation`."""
    deviations: tuple[tuple[Relation, Deviation], ...] = ()
    absent: tuple[str, ...] = ()
    """Documents that the graph does not have; all their facts are missing."""

    @classmethod
    def of(cls, name: str, marks: Iterable[Mark], absent: Iterable[str] = ()) -> Evaluation:
        """The sum of all comparisons."""
        sums: dict[Relation, Figures] = {}
        deviations = []
        for mark in marks:
            sums[mark.relation] = sums.get(mark.relation, Figures()).with_(mark)
            if mark.deviation:
                deviations.append((mark.relation, mark.deviation))
        ordered = {relation: sums[relation] for relation in sorted(sums, key=ORDER.__getitem__)}
        return cls(name, ordered, tuple(sorted(deviations, key=lambda pair: ORDER[pair[0]])), tuple(absent))

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the relations that the gold has facts of."""
        scores = [each.f1 for each in self.relations.values() if each.facts]
        return _share(sum(scores), len(scores))
