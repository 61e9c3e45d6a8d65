"""What is asked: the open questions as pairs of entities, in the order in which answers help most.

Nothing here touches a store or a file. A question about more than two entities is asked pair by pair, the most
mentioned first; what earlier answers imply is not asked: the same is transitive, and different parts whole groups.

>>> asked = pairs([Question("Muth: are they one?", ("person/a", "person/b", "person/c"))], {"person/c": 9})
>>> [(pair.one, pair.other) for pair in asked]
[('person/c', 'person/a'), ('person/c', 'person/b'), ('person/a', 'person/b')]
>>> judged = settle([Judgement(Kind.SAME, "person/a", "person/c"), Judgement(Kind.DIFFERENT, "person/a", "person/b")])
>>> list(still_open(asked, Answers(judged)))
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements, settle
from protokollgraph.graph.resolution import Question

__all__ = ["Answers", "Judgement", "Kind", "Pair", "Question", "pairs", "relative", "settle", "still_open", "weighed"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities of which it is asked whether they are one, by their relative IRIs."""

    one: str
    """The one with more mentions, or of which the question is."""
    other: str
    """The other entity; or the whole IRI of a record of an authority file."""
    question: Question

    @property
    def of_record(self) -> bool:
        """Whether it is asked if an entity is a record of an authority file."""
        return any(self.other == iri for iri, _, _ in self.question.records)

    @property
    def key(self) -> tuple[str, str]:
        """The same whichever way round they stand."""
        return min(self.one, self.other), max(self.one, self.other)


class Answers:
    """What judgements say of pairs of entities, with what follows from them."""

    def __init__(self, judgements: Judgements) -> None:
        ties = (Judgement(Kind.SAME, *pair) for pair in judgements.same)
        records = (Judgement(Kind.SAME, iri, each) for iri, every in judgements.same_as.items() for each in every)
        self.groups = Judgements((*ties, *records)).groups()
        """Entities that are one, with the records of other registers that they are."""
        self._first = {iri: group[0] for group in self.groups for iri in group}
        self.apart = frozenset(self._pair(*pair) for pair in judgements.different)
        """Pairs of entities, each the first of its group, that are not one."""
        self._unsure = judgements.unsure

    def of(self, one: str, other: str) -> Kind | None:
        """``same``, ``different``, ``unsure``, or None for what nobody has judged."""
        first, second = self._pair(one, other)
        if first == second:
            return Kind.SAME
        if (first, second) in self.apart:
            return Kind.DIFFERENT
        return Kind.UNSURE if (min(one, other), max(one, other)) in self._unsure else None

    def _pair(self, one: str, other: str) -> tuple[str, str]:
        first, second = self._first.get(one, one), self._first.get(other, other)
        return min(first, second), max(first, second)

    def settles(self, question: Question) -> bool:
        """Whether it is said who is meant, where a question asks which one that is."""
        others = [*(iri for iri in question.iris if iri != question.focus), *(iri for iri, _, _ in question.records)]
        return bool(question.focus) and any(self.of(question.focus, iri) is Kind.SAME for iri in others)


def relative(questions: Iterable[Question], base: str) -> Iterator[Question]:
    """The questions with IRIs relative to the base, as judgements name them."""
    for each in questions:
        iris = tuple(iri.removeprefix(base) for iri in each.iris)
        yield replace(each, iris=iris, focus=each.focus.removeprefix(base))


def weighed(questions: Iterable[Question]) -> list[Question]:
    """The questions that matter most first."""
    return sorted(questions, key=lambda each: (-each.weight, each.text, each.iris))


def pairs(questions: Iterable[Question], mentions: Mapping[str, int]) -> list[Pair]:
    """Each pair to be asked, once, by the weight of its question and then by mentions.

    Where a question asks who one of its entities is (:attr:`Question.focus`), only pairs with that one are asked.
    With a new entity all pairs with earlier ones come before the next entity, so that answers imply the most. Records
    of authority files come last, and only where it is asked who one is.
    """
    found: dict[tuple[str, str], Pair] = {}
    for question in weighed(questions):
        iris = sorted(question.iris, key=lambda iri: (iri != question.focus, -mentions.get(iri, 0), iri))
        for n, other in enumerate(iris):
            for one in iris[: 1 if question.focus else n] if n else ():
                pair = Pair(one, other, question)
                found.setdefault(pair.key, pair)
        for record, _, _ in question.records if question.focus else ():
            pair = Pair(question.focus, record, question)
            found.setdefault(pair.key, pair)
    return list(found.values())


def still_open(asked: Iterable[Pair], answers: Answers, *, unsure: bool = False) -> Iterator[Pair]:
    """The pairs that nobody has judged yet; with ``unsure`` also those of which somebody was not sure."""
    for pair in asked:
        answer = answers.of(pair.one, pair.other)
        if unsure if answer is Kind.UNSURE else answer is None and not answers.settles(pair.question):
            yield pair
