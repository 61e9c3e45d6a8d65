"""The views of the page: different parts of the network, each as a network of pyvis with fixed positions.

Which ties a view has stands in :mod:`.ties`, :mod:`.shared` and :mod:`.together`; how it is drawn in :mod:`.drawn`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from protokollgraph.graph.page.record import Record, record
from protokollgraph.graph.page.views.drawn import drawn, sizes
from protokollgraph.graph.page.views.shared import shared
from protokollgraph.graph.page.views.ties import TOGETHER, Ties, decisions, overview, people, projects
from protokollgraph.graph.page.views.together import together

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

VIEWS: Mapping[str, Callable[[Record], Ties]] = {
    "overview": overview,
    "people": people,
    "projects": projects,
    "bodies": shared,
    "decisions": decisions,
}
"""Name to the ties, in the order of the page; the last view, ``together``, also knows how many pairs it leaves out."""


def views(graph: networkx.MultiDiGraph, *, seed: int = 1, known: Record | None = None) -> dict[str, Network]:
    """The views of a network that have ties, by name, in the order of the page; without any ties, all nodes.

    Each one is a ``pyvis.network.Network``: nodes have ``id`` (a number, in the order of their IRIs), ``label``,
    ``kind``, ``x``, ``y`` and ``size`` (pixels); edges have ``from``, ``to``, ``family``, ``facts`` (numbers of facts
    of the record) and ``width``. Physics is off: it can be written with pyvis' own ``write_html`` as well. The view
    ``together`` has the attributes ``least`` and ``pairs`` of :class:`.together.Together`.
    ``known`` is the record of this network, if it has been made already.
    """
    known = known or record(graph)
    met = together(known)
    tied = {name: find(known) for name, find in VIEWS.items()} | {TOGETHER: met.ties}
    radii = sizes(known, tied["overview"])
    labels = [graph.nodes[iri]["label"] for iri in known.iris]
    found: dict[str, Network] = {}
    for name, ties in tied.items():
        if ties:
            # Who met does not stand where each is at home, but beside those who were met.
            beside = None if name == TOGETHER else found.get("overview")
            found[name] = drawn(known, ties, radii, labels, seed=seed, beside=beside)
    if not found and known.iris:
        found["overview"] = drawn(known, {}, radii, labels, seed=seed)
    if TOGETHER in found:
        found[TOGETHER].least, found[TOGETHER].pairs = met.least, met.pairs
    return found
