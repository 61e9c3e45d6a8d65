"""The sessions of one body in the order of their days, and what their numbers tell for certain.

Bodies number their sessions, but some start anew with each year or term, minutes have slips, and a collection is often
a sample. So a number counts only if it fits its neighbours, and two sessions are of one count only if nothing could
have started anew between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from protokollgraph.graph.derived.sessions import Session

_FASTEST = 4
"""So many days lie between sessions on average, at least."""
_SLOWEST = 200
"""So many days lie between sessions on average, at most, or else there is no telling."""
_USUAL = 100
"""Up to so many days lie between the sessions of a body of which no new count is known."""
_WEEK, _FORTNIGHT = 7, 14
"""A body meets at most once a week; that it met once a fortnight for long, and its minutes are lost, is unlikely."""
_OFFICE = 330
"""A count lasts at least so many days: nearly a year, or a term of several."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two sessions of one count with no other known between them."""

    place: int
    """Of the later one, among all sessions."""
    before: Session
    after: Session
    first: int
    """Number of the earlier session."""
    last: int
    """Number of the later session, greater than ``first``."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is told of the sessions of one body."""

    sessions: tuple[Session, ...]
    """By day."""
    steps: tuple[Step, ...]
    doubtful: tuple[tuple[Session, Session], ...]
    """Neighbours whose numbers cannot both be right."""


def told(sessions: Iterable[Session]) -> Course:
    """What follows from the days and numbers of some sessions of one body."""
    ordered = tuple(sorted(sessions, key=lambda session: (session.day, session.meeting)))
    doubtful, restarts = _breaks([session for session in ordered if session.number is not None])
    unfit = {session.meeting for pair in doubtful for session in pair}
    return Course(ordered, tuple(_steps(ordered, unfit, restarts)), tuple(doubtful))


def _breaks(numbered: Sequence[Session]) -> tuple[list[tuple[Session, Session]], list[tuple[date, date]]]:
    """Where the numbers do not rise: by mistake, or because a new count began between two days."""
    doubtful: list[tuple[Session, Session]] = []
    restarts: list[tuple[date, date]] = []
    for before, after in pairwise(numbered):
        first, last = before.number or 0, after.number or 0
        if last > first:
            continue
        if (after.day - before.day).days > _FASTEST * (last - 1):
            restarts.append((before.day, after.day))
        else:
            doubtful.append((before, after))
    return doubtful, restarts


def _steps(ordered: Sequence[Session], unfit: set[str], restarts: Sequence[tuple[date, date]]) -> Iterator[Step]:
    for place, (before, after) in enumerate(pairwise(ordered), 1):
        if before.number is None or after.number is None or unfit & {before.meeting, after.meeting}:
            continue
        step = Step(place, before, after, before.number, after.number)
        if step.last > step.first and _of_one_count(step, restarts):
            yield step


def _of_one_count(step: Step, restarts: Sequence[tuple[date, date]]) -> bool:
    """Whether the numbers cannot be of two counts."""
    begin, end, sessions = step.before.day, step.after.day, step.last - step.first
    days = (end - begin).days
    if not _FASTEST * (sessions - 1) <= days <= _SLOWEST * sessions:
        return False
    if _too_soon(begin, end, restarts):
        return True
    if begin.year != end.year and step.last <= end.timetuple().tm_yday / _WEEK + 1:
        return False
    return step.last > days / _FORTNIGHT + 1 or (not restarts and days <= _USUAL * sessions)


def _too_soon(begin: date, end: date, restarts: Sequence[tuple[date, date]]) -> bool:
    """Whether a new count is known to have begun so shortly before, or after, that no other can have begun between."""
    if any((later[1] - earlier[0]).days < _OFFICE for earlier, later in pairwise(restarts)):
        return False
    return any(
        (begin >= after and (end - before).days < _OFFICE) or (end <= before and (after - begin).days < _OFFICE)
        for before, after in restarts
    )
