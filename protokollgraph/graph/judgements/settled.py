"""What stands once all has been judged.

The last word on the same thing counts. ``same``, ``different`` and ``unsure`` are words on one thing, a pair of
entities; a name is one thing of an entity, and so is whether it is shown; each document of a split and each IRI of
another register is a thing of its own. What takes a judgement back ends it and does not bring back an earlier one.

>>> judged = settle([Judgement(Kind.SAME, "person/a", "person/b"), Judgement(Kind.DIFFERENT, "person/b", "person/c")])
>>> judged.groups(), sorted(judged.apart())
((('person/a', 'person/b'),), [('person/a', 'person/c')])

What could go round in a circle: ``same`` may, and means one group however often it is said. A new name is no IRI, and
an IRI of another register is never judged itself, so neither can lead back. What cannot stand is a circle that
``different`` closes: entities that are the same through others, or through one IRI of another register, and are judged
different.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements.judgement import PAIRS, Judgement, Kind
from protokollgraph.graph.judgements.rows import write_row

Pair = tuple[str, str]
"""Two relative IRIs, sorted."""
Slot = tuple[str, str, str]
"""A thing that can be judged: what about it, its subject and, where an entity has several of it, its object."""

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements that stand, none against another; :func:`settle` makes them. The empty ones are the default."""

    standing: tuple[Judgement, ...] = ()
    """The last word on each thing, pairs sorted, in an order that does not depend on that of the file."""
    idle: tuple[Judgement, ...] = field(default=(), compare=False)
    """Those that took back what did not stand, sorted; they change nothing and are worth a second look."""
    same: frozenset[Pair] = field(init=False, repr=False, compare=False)
    """As judged; :meth:`groups` has what follows."""
    different: frozenset[Pair] = field(init=False, repr=False, compare=False)
    """As judged; :meth:`apart` has what follows."""
    unsure: frozenset[Pair] = field(init=False, repr=False, compare=False)
    splits: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    """Relative IRI to file names or beginnings of SHA-256s; :func:`~.judgement.means` compares these."""
    names: Mapping[str, str] = field(init=False, repr=False, compare=False)
    hidden: frozenset[str] = field(init=False, repr=False, compare=False)
    same_as: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """Relative IRI to IRIs of other registers, sorted."""
    _by_slot: Mapping[Slot, Judgement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        objects: dict[Kind, dict[str, list[str]]] = {kind: {} for kind in Kind}
        for each in self.standing:
            objects[each.kind].setdefault(each.subject, []).append(each.object)
        derived = {
            **{str(kind): frozenset(each.iris for each in self.standing if each.kind is kind) for kind in PAIRS},
            "splits": {iri: frozenset(found) for iri, found in objects[Kind.SPLIT].items()},
            "names": {iri: name for iri, (name,) in objects[Kind.RENAME].items()},
            "hidden": frozenset(objects[Kind.HIDE]),
            "same_as": {iri: tuple(sorted(found)) for iri, found in objects[Kind.SAME_AS].items()},
            "_by_slot": {_slot(each): each for each in self.standing},
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def __bool__(self) -> bool:
        return bool(self.standing)

    @property
    def digest(self) -> str:
        """SHA-256 of all that stands, with who said it, when and why; the lines of the file do not matter."""
        return sha256("\n".join(write_row(each) for each in self.standing).encode()).hexdigest()

    def origin(self, kind: Kind, subject: str, other: str = "") -> Judgement | None:
        """The judgement by which something stands; the IRIs of a pair in any order, ``other`` not needed for a name."""
        found = self._by_slot.get(_slot(Judgement(kind, subject, other).ordered()))
        return found if found is not None and found.kind is kind else None

    def uses(self) -> Iterator[tuple[Judgement, tuple[str, ...]]]:
        """Each judgement that stands with the relative IRIs that it is about."""
        for each in self.standing:
            yield each, each.iris

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Entities that are one, directly or through others: sorted groups of two and more, sorted."""
        found: dict[str, list[str]] = {}
        for iri, first in sorted(_representatives(_neighbours(self.same)).items()):
            found.setdefault(first, []).append(iri)
        return tuple(tuple(group) for _, group in sorted(found.items()))

    def apart(self) -> frozenset[Pair]:
        """Pairs that must never be one: each IRI stands for its whole group and is the first of it."""
        first = _representatives(_neighbours(self.same))
        pairs = ((first.get(one, one), first.get(other, other)) for one, other in self.different)
        return frozenset((min(pair), max(pair)) for pair in pairs)


def settle(judgements: Iterable[Judgement], name: str = "judgements") -> Judgements:
    """What stands after judgements in the order in which they were made.

    They are :func:`~.rows.tidy` and without :func:`~.rows.faults`; ``name`` is that of their file, for errors.
    JudgementError if some that stand contradict each other; it names every such contradiction with all its lines.
    """
    standing: dict[Slot, Judgement] = {}
    idle: set[Judgement] = set()
    for each in map(Judgement.ordered, judgements):
        slot = _slot(each)
        if not each.taken_back:
            standing[slot] = each
        elif (before := standing.get(slot)) and before.kind is each.kind and each.object in ("", before.object):
            del standing[slot]
        else:
            idle.add(each)
    settled = Judgements(tuple(sorted(standing.values(), key=write_key)), tuple(sorted(idle, key=write_key)))
    if found := sorted(_contradictions(settled)):
        raise JudgementError(name, found)
    return settled


def write_key(judgement: Judgement) -> tuple[str, ...]:
    """An order of judgements that does not depend on their lines."""
    each = judgement
    return each.kind, each.subject, each.object, each.word, each.when, each.who, each.reason


def _slot(judgement: Judgement) -> Slot:
    match judgement.kind:
        case Kind.SAME | Kind.DIFFERENT | Kind.UNSURE:
            return "pair", judgement.subject, judgement.object
        case Kind.RENAME | Kind.HIDE:
            return judgement.kind, judgement.subject, ""
        case Kind.SPLIT | Kind.SAME_AS:
            return judgement.kind, judgement.subject, judgement.object


def _contradictions(settled: Judgements) -> Iterator[tuple[int, str]]:
    """Line and words of each ``different`` that others speak against."""
    neighbours = _neighbours(settled.same)
    first = _representatives(neighbours)
    elsewhere: dict[str, dict[str, Judgement]] = {}
    for each in settled.standing:
        if each.kind is Kind.SAME_AS:
            elsewhere.setdefault(first.get(each.subject, each.subject), {}).setdefault(each.object, each)
    for each in settled.standing:
        if each.kind is not Kind.DIFFERENT:
            continue
        one, other = (first.get(iri, iri) for iri in each.iris)
        said = f"{each.subject} and {each.object} are different" + ("" if each.line else f" by {each.place}")
        if one == other:
            steps = [settled.origin(Kind.SAME, *step) for step in _path(neighbours, each.subject, each.object)]
            places = _listed(step.place for step in steps if step is not None)
            yield each.line, f"{said}, but the same by {places}; take one of these back (no-different, no-same)"
        for iri in sorted(elsewhere.get(one, {}).keys() & elsewhere.get(other, {}).keys()) if one != other else ():
            places = _listed(elsewhere[root][iri].place for root in (one, other))
            yield (
                each.line,
                f"{said}, but both are {iri} by {places}; take one of these back (no-different, no-same-as)",
            )


def _listed(places: Iterable[str]) -> str:
    """In the order of the file; of a long way only the beginning, for that is a message nobody reads."""
    found = sorted(set(places), key=lambda place: (len(place), place))
    rest = [f"{len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return " and ".join(found[:_SHOWN] + rest)


def _neighbours(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _representatives(neighbours: Mapping[str, list[str]]) -> dict[str, str]:
    """Every IRI of a group to the first of it."""
    first: dict[str, str] = {}
    for start in sorted(neighbours):
        reached = [] if start in first else [start]
        while reached:
            iri = reached.pop()
            if iri not in first:
                first[iri] = start
                reached += neighbours[iri]
    return first


def _path(neighbours: Mapping[str, list[str]], start: str, end: str) -> list[Pair]:
    """A shortest way between two IRIs of one group, as pairs."""
    came_from, reached = {start: start}, deque([start])
    while end not in came_from:
        iri = reached.popleft()
        for each in neighbours[iri]:
            if each not in came_from:
                came_from[each] = iri
                reached.append(each)
    steps = []
    while end != start:
        steps.append((came_from[end], end))
        end = came_from[end]
    return steps
