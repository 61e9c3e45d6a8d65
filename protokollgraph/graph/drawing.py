"""The network of a store, drawn into a file: a page to explore, or a format of other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from protokollgraph.errors import UsageError
from protokollgraph.graph import interchange
from protokollgraph.graph.network import network
from protokollgraph.graph.page.writing import write_page
from protokollgraph.graph.relations.questions import Queryable

if TYPE_CHECKING:
    import networkx

TITLE = "Netzwerk der Protokolle"


def draw(
    store: Queryable,
    out: Path,
    *,
    format: str | None = None,
    title: str = TITLE,
    language: str = "de",
    kinds: Iterable[str] | None = None,
    around: str | None = None,
    hops: int = 1,
    since: date | None = None,
    until: date | None = None,
) -> None:
    """Write the network that :func:`protokollgraph.graph.network.network` makes of these limits.

    ``format`` is html, gexf, graphml or json; without one, what the name of the file ends in, or else html. ``title``
    and ``language`` ("de" or "en") are those of the page. UsageError if there is no such format, kind or name.
    """
    tied = network(store, kinds=kinds, around=around, hops=hops, since=since, until=until)
    writers: dict[str, Callable[[networkx.MultiDiGraph, Path], None]] = {
        "html": partial(write_page, title=title, language=language),
        "gexf": interchange.write_gexf,
        "graphml": interchange.write_graphml,
        "json": interchange.write_node_link,
    }
    ending = out.suffix.removeprefix(".")
    chosen = format or (ending if ending in writers else "html")
    if chosen not in writers:
        raise UsageError(f"There is no format {chosen!r} for a network.", f"There are: {', '.join(writers)}.")
    writers[chosen](tied, out)
