"""Chains of meetings: which session of a body follows which, and where some are missing between them.

A session follows another if the minutes of one name the other, or if their numbers follow each other and are certain to
be of one count (:mod:`.sequence`), and if no session is known between them. What numbers or minutes show to be missing
is a gap (:mod:`.gaps`). Where documents contradict each other about that, it is a finding and nothing else.

A group is a body: ``chain <IRI of the body>``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from protokollgraph.graph.derived import gaps, sequence, sessions
from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.gaps import Gap
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.sequence import Course
from protokollgraph.graph.derived.sessions import Named, Said, Session
from protokollgraph.graph.derived.source import Source
from protokollgraph.graph.triples.frame import node
from protokollgraph.model import Finding, Severity
from protokollgraph.ontology.iris import Iris, tail
from protokollgraph.ontology.namespaces import OWL, PG

NAME = "chain"
DOUBTFUL, OTHERWISE = "session-number-doubtful", "session-named-otherwise"
_NEARLY = 3
"""A session that is named so many days from a known one, and of no other number, may be that one."""
_Found = tuple[Session, str, tuple[str, ...], Finding]
"""Whose minutes it is about, what tells it from others about them, the places that it rests on, and the finding."""


def claims(source: Source) -> Iterator[Claim]:
    """The sessions that a document records, and those that it names."""
    return sessions.claims(source, NAME)


def fold(body: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """The order of the sessions of a body, the gaps between them, and what contradicts itself about that."""
    course = sequence.told(sessions.recorded(claims))
    if not course.sessions:
        return Derived()
    chain, lines = _Chain(course, sessions.named(claims)), Lines(iris)
    _write_links(chain, body, iris, lines)
    found = list(gaps.write(list(chain.gaps()), body, len(course.sessions), iris, lines))
    for session, what, targets, finding in [*_doubtful(course), *_otherwise(chain)]:
        iri = iris.derived_finding(session.meeting, what)
        lines.rests_on(lines.finding(iri, finding, [session.meeting], [session.protocol]), targets)
        found.append((session.path, finding))
    return Derived(lines.sorted(), tuple(sorted(found, key=lambda each: (each[0], each[1].code, each[1].message))))


class _Chain:
    """The sessions of a body by day, and what is known of the slots between them.

    Slot n lies before the n-th session, the last slot behind all of them.
    """

    def __init__(self, course: Course, named: Sequence[Named]) -> None:
        self.sessions = course.sessions
        self.steps = {step.place: step for step in course.steps}
        self.links = {
            step.place: {step.before.target, step.after.target} for step in course.steps if step.last == step.first + 1
        }
        """Slots in which nothing is missing, with the places that show it."""
        self.unknown: dict[int, list[Named]] = {}
        """Slot to the sessions that are named within it and are not known."""
        self.numbered: list[tuple[Named, Session]] = []
        """Sessions that are named by their number only, and which they are."""
        self._days = {
            day: [place for place, _ in of_day]
            for day, of_day in groupby(enumerate(self.sessions), key=lambda each: each[1].day)
        }
        places = {session.meeting: place for place, session in enumerate(self.sessions)}
        for each in named:
            if each.by in places:
                self._settle(each, places[each.by])
        self.disputed = {slot for slot in self.links.keys() & self.unknown.keys() if self._is_disputed(slot)}
        """Slots in which nothing is missing by the numbers, but by what the minutes behind them say."""

    def _settle(self, each: Named, own: int) -> None:
        """Find the session that is named, or its slot; ``own`` is the place of whoever names it."""
        slot, other = (own + 1, own + 1) if each.how is Said.NEXT else (own, own - 1)
        if each.day is None:
            self._settle_number(each, slot)
        elif each.day in self._days:
            certain = self.steps.get(slot)
            contradicted = certain is not None and certain.last > certain.first + 1
            if self._days[each.day] == [other] and each.how is not Said.EARLIER and not contradicted:
                self.links.setdefault(slot, set()).add(each.target)
        elif each.how is Said.NEXT:
            self.unknown.setdefault(slot, []).append(each)
        elif each.day < self.sessions[own].day:
            step = self.steps.get(slot)
            if step is None or each.number != step.first:
                slot = bisect_left(self.sessions, each.day, key=lambda session: session.day)
            self.unknown.setdefault(slot, []).append(each)

    def _settle_number(self, each: Named, slot: int) -> None:
        step = self.steps.get(slot)
        if step is not None and step.last == step.first + 1:
            known = step.after if each.how is Said.NEXT else step.before
            if known.number == each.number:
                self.numbered.append((each, known))
        elif slot in (0, len(self.sessions)):
            self.unknown.setdefault(slot, []).append(each)

    def _is_disputed(self, slot: int) -> bool:
        own = self.sessions[slot].meeting
        return any(each.how is Said.PREVIOUS and each.by == own for each in self.unknown[slot])

    def gaps(self) -> Iterator[Gap]:
        """Every slot in which something is missing."""
        for slot in sorted({*self.steps, *self.unknown} - self.links.keys()):
            before = self.sessions[slot - 1] if slot else None
            after = self.sessions[slot] if slot < len(self.sessions) else None
            named = [each for each in self.unknown.get(slot, ()) if self._is_missing(each, slot)]
            if slot in self.steps or named:
                yield Gap(before, after, self.steps.get(slot), tuple(named))

    def _is_missing(self, each: Named, slot: int) -> bool:
        """Whether a session that is named in a slot cannot be one of its neighbours, and was not put off."""
        step = self.steps.get(slot)
        if step is not None:
            return each.number is None or step.first < each.number < step.last
        if 0 < slot < len(self.sessions) and each.how is Said.NEXT:
            return False
        neighbours = self.sessions[max(0, slot - 1) : slot + 1]
        if each.number is not None and not self._between(each.number, slot):
            return False
        return each.day is None or all(abs((each.day - session.day).days) > _NEARLY for session in neighbours)

    def _between(self, number: int, slot: int) -> bool:
        """Whether a number fits between those of the neighbours, as far as they have any."""
        before = self.sessions[slot - 1].number if slot else None
        after = self.sessions[slot].number if slot < len(self.sessions) else None
        return (before is None or before < number) and (after is None or number < after)


def _write_links(chain: _Chain, body: str, iris: Iris, lines: Lines) -> None:
    for slot, targets in sorted(chain.links.items()):
        if slot in chain.disputed:
            continue
        before, after = node(chain.sessions[slot - 1].meeting), node(chain.sessions[slot].meeting)
        lines.add(after, node(PG.previousMeeting), before)
        lines.add(before, node(PG.nextMeeting), after)
        for term in (before, after):
            lines.rests_on(term, targets)
    for each, session in chain.numbered:
        named = iris.meeting(tail(body), number=each.number, document="")
        lines.add(node(named), node(OWL.sameAs), node(session.meeting))
        lines.rests_on(node(named), [each.target])


def _doubtful(course: Course) -> Iterator[_Found]:
    """Numbers that minutes of one session, or of two, contradict each other about."""
    for session in course.sessions:
        if len(session.numbers) > 1:
            numbers = " and ".join(map(str, session.numbers))
            message = f"The minutes of {session.body} on {session.day} give the session the numbers {numbers}."
            yield session, DOUBTFUL, (session.target,), Finding(DOUBTFUL, message, Severity.WARNING)
    for before, after in course.doubtful:
        told = " and ".join(f"{each.number} on {each.day}" for each in (before, after))
        message = f"The numbers of two sessions of {after.body} do not rise with their days: {told}."
        yield after, f"{DOUBTFUL}/behind", (before.target, after.target), Finding(DOUBTFUL, message, Severity.WARNING)


def _otherwise(chain: _Chain) -> Iterator[_Found]:
    """Sessions that minutes name as their neighbours although others are."""
    for slot in sorted(chain.links.keys() & chain.unknown.keys()):
        before, after = chain.sessions[slot - 1], chain.sessions[slot]
        for each in sorted(chain.unknown[slot], key=lambda each: (each.how, each.day or date.min, each.target)):
            if each.how is Said.NEXT:
                message = f"The minutes of {before.label} announce the next one for {each.day}; {after.label} followed."
                yield before, f"{OTHERWISE}/{each.how}", (each.target,), Finding(OTHERWISE, message)
            elif each.by == after.meeting:
                message = (
                    f"The minutes of {after.label} name one of {each.day} before it; by number it is {before.label}."
                )
                yield after, f"{OTHERWISE}/{each.how}", (each.target,), Finding(OTHERWISE, message)
