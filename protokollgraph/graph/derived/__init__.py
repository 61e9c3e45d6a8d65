"""What follows from several documents: the graph ``<base>graph/derived``, a fold over claims.

Each document yields *claims*, plain values that belong to groups; what is derived of a group is a pure function of its
claims, in whatever order they come. So what a document adds, changes or takes away concerns the groups of its claims
only, and the whole can be dropped and made anew.

A derivation is a module with a ``NAME``, by which its groups begin, ``claims`` of one document, and ``fold`` of one
group: :mod:`.approvals` of protocols, :mod:`.chains` of meetings, :mod:`.contradictions` between minutes and records,
evidence intervals of :mod:`.memberships`, :mod:`.parts` of sessions that come in several files, :mod:`.paths` of
projects, :mod:`.plans` against results, and items that were :mod:`.resumed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from protokollgraph.graph.derived import approvals, chains, contradictions, memberships, parts, paths, plans, resumed
from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.source import Source
from protokollgraph.graph.resolution import Resolution
from protokollgraph.model import Extraction, Finding
from protokollgraph.ontology.iris import Iris

__all__ = ["Claim", "Derived", "claims", "derive", "derived_quads"]

_CLAIMS: tuple[Callable[[Source], Iterator[Claim]], ...] = (
    approvals.claims,
    chains.claims,
    contradictions.claims,
    memberships.claims,
    parts.claims,
    paths.claims,
    plans.claims,
    resumed.claims,
)
_FOLDS: dict[str, Callable[[str, Sequence[Claim], Iris], Derived]] = {
    approvals.NAME: approvals.fold,
    chains.NAME: chains.fold,
    contradictions.NAME: contradictions.fold,
    memberships.NAME: memberships.fold,
    parts.NAME: parts.fold,
    paths.NAME: paths.fold,
    plans.NAME: plans.fold,
    resumed.NAME: resumed.fold,
}


def claims(extraction: Extraction, resolution: Resolution, iris: Iris, path: str) -> Iterator[Claim]:
    """What one document contributes; ``path`` is the one that findings name.

    KeyError if the document was not among those that were resolved.
    """
    source = Source.of(extraction, resolution, iris, path)
    for of_source in _CLAIMS:
        yield from of_source(source)


def derive(group: str, claims: Iterable[Claim], iris: Iris) -> Derived:
    """What follows from all claims of a group, in any order."""
    name, _, subject = group.partition(" ")
    return _FOLDS[name](subject, sorted(set(claims)), iris)


def derived_quads(claims: Iterable[Claim], iris: Iris) -> Derived:
    """What follows from all claims of all documents, in any order."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.group, []).append(claim)
    found = [derive(group, of_group, iris) for group, of_group in groups.items()]
    lines = sorted(line for each in found for line in each.lines)
    findings = sorted((about for each in found for about in each.findings), key=_place)
    return Derived(tuple(lines), tuple(findings))


def _place(about: tuple[str, Finding]) -> tuple[str, int, str, str]:
    path, finding = about
    return path, finding.span.start if finding.span else -1, finding.code, finding.message
