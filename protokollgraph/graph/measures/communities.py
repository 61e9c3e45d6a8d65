"""Communities: actors that are tied to each other more often than to the rest, by Louvain's method.

A tie counts as often as there were meetings with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protokollgraph.graph.measures.louvain import louvain
from protokollgraph.graph.measures.ties import Ties

NAMED = 2
"""So many bodies name a community."""


def communities(ties: Ties) -> tuple[tuple[str, ...], ...]:
    """The communities, the largest first, each with its members sorted; who has no tie is in none."""
    tied = [iri for iri, others in ties.items() if others]
    number = {iri: index for index, iri in enumerate(tied)}
    weights = [{number[other]: tie.meetings for other, tie in ties[iri].items()} for iri in tied]
    members = (tuple(tied[index] for index in group) for group in louvain(weights))
    return tuple(sorted(members, key=lambda each: (-len(each), each)))


def name(
    members: Iterable[str], ties: Ties, labels: Mapping[str, str], kinds: Mapping[str, str], *, most: int = NAMED
) -> str:
    """What a community is called: its (at most so many) bodies with the strongest ties in it, else its member with the
    strongest."""
    inside = set(members)
    strength = {iri: sum(tie.meetings for other, tie in ties[iri].items() if other in inside) for iri in inside}
    strongest = sorted(inside, key=lambda iri: (-strength[iri], labels[iri], iri))
    bodies = [iri for iri in strongest if kinds[iri] == "body"]
    return " · ".join(labels[iri] for iri in bodies[:most] or strongest[:1])
