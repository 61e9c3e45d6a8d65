"""Communities: actors that are tied to each other more often than to the rest, by Louvain's method (Blondel et al.,
Fast unfolding of communities in large networks, Journal of Statistical Mechanics 2008; by networkx).

A tie counts as often as there were meetings with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protokollgraph.graph.measures.ties import Ties

_SEED = 1
NAMED = 2
"""So many bodies name a community."""


def communities(ties: Ties) -> tuple[tuple[str, ...], ...]:
    """The communities, the largest first, each with its members sorted; who has no tie is in none."""
    import networkx

    # Sorted: the method looks at nodes and ties in the order in which they came.
    tied = sorted(iri for iri, others in ties.items() if others)
    number = {iri: index for index, iri in enumerate(tied)}
    graph = networkx.empty_graph(len(tied))
    for iri in tied:
        for other, tie in sorted(ties[iri].items()):
            graph.add_edge(number[iri], number[other], weight=tie.meetings)
    groups = networkx.community.louvain_communities(graph, seed=_SEED)
    members = (tuple(tied[index] for index in sorted(group)) for group in groups)
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
