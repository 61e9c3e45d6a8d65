"""Gold and graph of one document, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protokollgraph.graph.evaluation.facts import ATTRIBUTES, Act, Fact, Facts
from protokollgraph.graph.evaluation.figures import DIFFERENT, MISSING, WRONG, Deviation, Mark
from protokollgraph.graph.evaluation.matching import one_to_one
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.readable import plain
from protokollgraph.model import Document, Span

_REPEATABLE = frozenset({Relation.POSTS, Relation.ATTENDANCE})
"""Relations in which the graph may say twice what the gold has once."""
_SHARED = 0.5
"""Two stretches of text are about the same if they share more than this part of the shorter one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares what gold and graph say of one document."""

    document: Document

    def marks(self, gold: Facts, found: Facts) -> Iterator[Mark]:
        """What every fact counts."""
        for relation, facts in gold.simple.items():
            yield from self._simple(relation, facts, found.simple.get(relation, ()))
        yield from self._acts(Relation.DECISIONS, gold.decisions, found.decisions)
        yield from self._acts(Relation.TASKS, gold.tasks, found.tasks)

    def _simple(self, relation: Relation, gold: Sequence[Fact], found: Sequence[Fact]) -> Iterator[Mark]:
        required = [fact for fact in gold if not fact.optional]
        tolerated = gold if relation in _REPEATABLE else [fact for fact in gold if fact.optional]
        # What would be wrong if it were left over comes first.
        ordered = sorted(found, key=lambda each: any(fact.fits(each) for fact in tolerated))
        matched = one_to_one(required, ordered, Fact.fits)
        yield from (Mark(relation, right=1) for _ in matched.pairs)
        for fact in matched.missing:
            yield Mark(relation, missing=1, deviation=self._deviation(MISSING, fact.start, fact.shown, ""))
        for fact in matched.left:
            if not any(each.fits(fact) for each in tolerated):
                yield Mark(relation, wrong=1, deviation=self._deviation(WRONG, fact.start, "", fact.shown))

    def _acts(self, relation: Relation, gold: Sequence[Act], found: Sequence[Act]) -> Iterator[Mark]:
        """Found where their words stand; the shortest choose first, because long ones have more to choose from."""
        free = list(found)
        for act in sorted(gold, key=lambda act: len(act.words)):
            match = _nearest(act, free)
            if match is not None:
                free.remove(match)
            if act.optional:
                continue
            if match is None:
                deviation = self._deviation(MISSING, act.start, plain(act.words), "")
                yield Mark(relation, missing=1, deviation=deviation)
            else:
                yield Mark(relation, right=1)
                yield from self._values(act, match)
        for act in free:
            yield Mark(relation, wrong=1, deviation=self._deviation(WRONG, act.start, "", self._words(act.spans)))

    def _values(self, gold: Act, found: Act) -> Iterator[Mark]:
        """A value that differs is missing and wrong at once."""
        for key, expected in gold.values.items():
            stated = found.values.get(key, frozenset())
            if expected & stated:
                yield Mark(ATTRIBUTES[key], right=1)
            elif expected or stated:
                what = DIFFERENT if expected and stated else MISSING if expected else WRONG
                shown = (
                    f"{key}: {each.shown.get(key, '')}" if values else ""
                    for each, values in ((gold, expected), (found, stated))
                )
                deviation = self._deviation(what, gold.start, *shown)
                yield Mark(ATTRIBUTES[key], wrong=bool(stated), missing=bool(expected), deviation=deviation)

    def _words(self, spans: Iterable[Span]) -> str:
        first = min(spans, key=lambda span: (span.start, -span.end), default=None)
        return "(nowhere in the text)" if first is None else plain(self.document.text[first.start : first.end])

    def _deviation(self, what: str, start: int | None, expected: str, found: str) -> Deviation:
        return Deviation(what, self.document.name, place(self.document, start), expected, found)


def place(document: Document, start: int | None) -> str:
    """The page of a place, where the file has pages, else the line of the text; both count from 1."""
    if start is None:
        return ""
    page = document.page(start)
    return f"p. {page}" if page is not None else str(document.text.count("\n", 0, start) + 1)


def _nearest(gold: Act, found: Iterable[Act]) -> Act | None:
    """The first that stands in the same place; of several there, the first of the same kind."""
    there = [each for each in found if _overlap(gold.spans, each.spans)]
    same = (each for each in there if gold.values.get("kind", frozenset()) & each.values.get("kind", frozenset()))
    return next(same, there[0] if there else None)


def _overlap(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(
        min(one.end, other.end) - max(one.start, other.start)
        > _SHARED * min(one.end - one.start, other.end - other.start)
        for one in left
        for other in right
    )
