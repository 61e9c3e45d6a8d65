"""Judgements that come as options or as a file: checked against the graph before anything is written.

Whoever judges an entity that the graph does not have has made a slip; a judgement that fits nothing would only be told
at the next build. Either all judgements of a call are written or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from protokollgraph.errors import JudgementError, UsageError
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.judgement import PAIRS, Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.review.checks import Graph, opened

_TOLD = 20
"""So many judgements are told one by one."""

Wish = tuple[Kind, str, str]
"""What to judge, of whom, and the object: of a pair the other entity. Entities by name or IRI."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges when, and why."""

    who: str
    now: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of judgements that were handed in."""

    new: tuple[Judgement, ...] = ()
    """Those that were added to the file."""
    known: tuple[Judgement, ...] = ()
    """Those that it has already, with their lines if these are known."""


def judge(store: str | Path, path: Path, wishes: Iterable[Wish], signature: Signature) -> Written:
    """Add judgements to the file ``path``, which is made if there is none; one that stands already is not said again.

    UsageError if a name or an IRI means nobody or more than one, JudgementError if a judgement does not fit the graph,
    cannot stand or contradicts what stands. Then nothing is written.
    """
    with opened(store, path) as graph:
        wanted = [
            Judgement(kind, graph.entity(subject), graph.entity(other) if kind in PAIRS else other, signature.reason)
            for kind, subject, other in wishes
        ]
        _check(graph, wanted, str(path))
        known = [each for wish in wanted if (each := _standing(graph.judged, wish)) is not None]
        new = [wish for wish in wanted if _standing(graph.judged, wish) is None]
        return Written(_added(graph, path, new, signature), tuple(known))


def take_over(store: str | Path, path: Path, content: bytes, name: str, signature: Signature) -> Written:
    """Add the judgements of another file, called ``name``, in their order; those that were taken over before are not.

    Lines that do not say who judged when get the signature. JudgementError as :func:`judge`, with the lines of the
    other file; then nothing is written.
    """
    with opened(store, path) as graph:
        wanted = journal.parse(content, name, graph.base, unsigned=True)
        _check(graph, wanted, name)
        earlier = set(journal.entries(path, graph.base)) if path.exists() else set()
        known = [each for each in wanted if each.ordered() in earlier or each in earlier or _said(graph.judged, each)]
        new = [each for each in wanted if each not in known]
        return Written(_added(graph, path, new, signature), tuple(replace(each, line=0) for each in known))


def take_back(store: str | Path, path: Path, line: int, signature: Signature) -> Written:
    """Take back the judgement in this line of the file. UsageError if none stands there that still counts."""
    with opened(store, path) as graph:
        found = {each.line: each for each in (journal.entries(path, graph.base) if path.exists() else ())}
        judgement = found.get(line)
        if judgement is None:
            standing = sorted(each.line for each in graph.judged.standing)
            hint = (
                f"Judgements that count are in lines {', '.join(map(str, standing))}." if standing else "It has none."
            )
            raise UsageError(f"{path}: there is no judgement in line {line}.", hint)
        if judgement.taken_back:
            raise UsageError(
                f"{path}: line {line} takes a judgement back itself.", f"Say it again with --{judgement.kind}."
            )
        last = _standing(graph.judged, judgement)
        if last is None or last.line != line:
            raise UsageError(f"{path}: line {line} does not count any more.", "A later line has the last word.")
        return Written(_added(graph, path, [replace(judgement.reversed(), reason=signature.reason)], signature))


def _check(graph: Graph, wanted: Iterable[Judgement], name: str) -> None:
    """JudgementError for everything that does not fit the graph."""
    faults = [(each.line, fault) for each in wanted for fault in graph.faults(each)]
    if faults:
        raise JudgementError(name, faults)


def _standing(judged: Judgements, wish: Judgement) -> Judgement | None:
    """The judgement by which the same stands already."""
    found = judged.origin(wish.kind, wish.subject, wish.object)
    return found if found is not None and found.object == wish.ordered().object else None


def _said(judged: Judgements, wish: Judgement) -> bool:
    """Whether a line that does not say who judged when is no news."""
    return not wish.when and not wish.taken_back and _standing(judged, wish) is not None


def _added(graph: Graph, path: Path, new: Sequence[Judgement], signature: Signature) -> tuple[Judgement, ...]:
    if new:
        journal.append(path, new, graph.base, who=signature.who, now=signature.now)
    return tuple(new)


def told(done: Written, path: Path) -> str:
    """What was written and what stood there before, and what to do next."""
    lines = [f"{each.word}: {' · '.join(filter(None, (each.subject, each.object)))}" for each in done.new]
    if len(lines) > _TOLD:
        lines = [*lines[:_TOLD], f"… and {len(lines) - _TOLD} more"]
    if done.known:
        where = ", ".join(str(each.line) for each in done.known[:_TOLD] if each.line)
        lines.append(f"{len(done.known)} said before" + (f" (line {where})" if where else ""))
    if done.new:
        lines.append(f"{len(done.new)} written to {path}. The next protokollgraph build applies what is new.")
    return "\n".join(lines or ["There is no judgement in it."])
