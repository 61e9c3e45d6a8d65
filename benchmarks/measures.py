"""How long the measures of a network take on one core, beside networkx and networkit, and how far the estimate of who
connects lies from the exact figures.

networkit is measured where it is installed; the package does not need it.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

from benchmarks.invented_network import network

os.environ["OMP_NUM_THREADS"] = "1"

SLOWEST = 2_000
"""Above so many nodes networkx is not asked for exact figures: at 10,000 it would take ten minutes."""
SOURCES = 100
"""From so many sources networkx estimates."""
TOP = 20


def timed(what: str, call: Callable[[], Any]) -> Any:
    """The result of the call; prints how long it took."""
    start = time.process_time()
    result = call()
    print(f"  {what:58}{time.process_time() - start:8.2f} s")
    return result


def compare(nodes: int) -> None:
    """Print the times of one size, and how good the estimate is."""
    import networkx

    from protokollgraph.graph.measures.centralities import between, measures
    from protokollgraph.graph.measures.communities import communities
    from protokollgraph.graph.measures.ties import ties_of

    graph = network(nodes)
    print(f"{len(graph)} nodes, {graph.number_of_edges()} edges")
    found = timed("all measures, from network() on", lambda: measures(graph))
    ties = ties_of(graph)
    ours = between(ties)[0]
    tied = [iri for iri, others in ties.items() if others]
    number = {iri: index for index, iri in enumerate(tied)}
    simple = networkx.Graph()
    simple.add_nodes_from(range(len(tied)))
    for iri in tied:
        simple.add_weighted_edges_from((number[iri], number[other], tie.meetings) for other, tie in ties[iri].items())
    how = "estimated" if found.estimated else "exact"
    print(f"  {len(tied)} actors, {simple.number_of_edges()} ties, who connects is {how}")
    timed("communities", lambda: communities(ties))
    timed("who connects", lambda: between(ties))
    if len(tied) <= SLOWEST:
        timed("who connects, networkx, exact", lambda: networkx.betweenness_centrality(simple))
    else:
        what = f"who connects, networkx, from {SOURCES} sources"
        timed(what, lambda: networkx.betweenness_centrality(simple, k=SOURCES, seed=1))
    others(simple)
    exact = timed("who connects, exact", lambda: between(ties, exact=10**12)[0])
    first = [set(sorted(each, key=lambda iri: (-each[iri], iri))[:TOP]) for each in (ours, exact)]
    print(f"  of the first {TOP}, the first table holds {len(first[0] & first[1])}")


def others(simple: Any) -> None:
    """A library that is made for large graphs, where it is installed."""
    if find_spec("networkit"):
        import networkit

        networkit.setNumberOfThreads(1)
        other = networkit.nxadapter.nx2nk(simple)
        timed("who connects, networkit, exact", lambda: networkit.centrality.Betweenness(other).run())
        timed(
            "who connects, networkit, from 500 sources",
            lambda: networkit.centrality.EstimateBetweenness(other, 500).run(),
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the times of each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[500, 2_000, 10_000])
    for nodes in parser.parse_args(arguments).nodes:
        compare(nodes)


if __name__ == "__main__":
    main()
