"""The network of a store, drawn into a file or a folder: a page to explore, or a format of other programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from protokollgraph.errors import UsageError
from protokollgraph.graph.interchange.target import write_file, write_folder
from protokollgraph.graph.measures.connections import connecting
from protokollgraph.graph.network import network
from protokollgraph.graph.page.links import Pages
from protokollgraph.graph.relations.nodes import base
from protokollgraph.graph.relations.questions import Queryable
from protokollgraph.graph.thinning import LeftOut, thinned

if TYPE_CHECKING:
    import networkx

TITLE = "Netzwerk der Protokolle"


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is made: ``maker`` is module and function, which takes the graph and the ``options`` named.

    It gives the text or the bytes of a file, or the bytes of each file of a ``folder`` by name.
    """

    maker: str
    options: tuple[str, ...] = ()
    folder: bool = False
    picture: bool = False
    """Whether people look at it: then it shows no more than they, and a browser, can take in."""

    def load(self) -> Callable[..., Any]:
        """The function, imported only when its format is wanted."""
        module, _, name = self.maker.partition(":")
        found: Callable[..., Any] = getattr(import_module(f"protokollgraph.graph.{module}"), name)
        return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was written: how many nodes and edges, and what a picture leaves out."""

    nodes: int
    edges: int
    left_out: LeftOut


FORMATS: Mapping[str, Format] = {
    "html": Format("page.writing:page", ("title", "language", "pages"), picture=True),
    "gexf": Format("interchange.gexf:as_gexf"),
    "graphml": Format("interchange.graphml:as_graphml"),
    "json": Format("interchange.node_link:as_json"),
    "svg": Format("poster.svg:as_svg", ("title", "language", "view", "dark"), picture=True),
    "png": Format("poster.png:as_png", ("title", "language", "view", "dark", "width"), picture=True),
    "csv": Format("interchange.tables:as_tables", folder=True),
    "neo4j": Format("interchange.neo4j:as_import", folder=True),
}
"""What a network can be written as, by name; the names of single files are what the files end in."""


def draw(
    store: Queryable,
    out: str | Path,
    *,
    format: str | None = None,
    title: str = TITLE,
    language: str = "de",
    pages: str | None = None,
    view: str | None = None,
    dark: bool = False,
    width: int | None = None,
    between: tuple[str, str] | None = None,
    **limits: Any,
) -> Drawn:
    """Write the network that :func:`protokollgraph.graph.network.network` makes of these ``limits``.

    ``format`` is one of :data:`FORMATS`; without one, what the name of the file ends in, csv for a folder that is
    there, or else html. ``csv`` and ``neo4j`` are folders. ``-`` is standard output. ``title`` and ``language`` ("de"
    or "en") are those of a page or a picture. ``pages`` is the address of the pages of entities, to which a page links:
    ``{path}`` stands for the part of an IRI after the base of the graph, ``{iri}`` for the whole IRI. ``view`` is what
    an SVG or PNG shows (one of ``graph.page.views.VIEWS``), ``dark`` its paper, ``width`` that of a PNG in pixels.

    ``between`` are two names: only what lies on the connections that
    :func:`protokollgraph.graph.measures.connections.connections` finds between them, ``kinds`` then limits who lies
    between; it goes with neither ``around`` nor ``together``.

    A page or a picture of a very large network shows its most telling part, see :mod:`protokollgraph.graph.thinning`;
    what it leaves out is told. Other formats hold everything. An empty network is written, too.

    UsageError if there is no such format, kind, name, address or view, or the format has no such option; GraphError if
    ``out`` cannot be written, the library for a PNG is missing, or the two of ``between`` are not connected.
    """
    out = Path(out)
    chosen = _format(out, format)
    linked = None if pages is None else Pages(pages, base(store))
    options = {"title": title, "language": language, "pages": linked, "view": view, "dark": dark, "width": width}
    for name in ("view", "dark", "width"):
        if options[name] and name not in chosen.options:
            raise UsageError(f"--{name} is for pictures.", "Write a .svg or .png; only a .png has a width of its own.")
    make = partial(chosen.load(), **{name: options[name] for name in chosen.options})
    graph = network(store, **limits) if between is None else _between(store, between, **limits)
    graph, left_out = thinned(graph) if chosen.picture else (graph, LeftOut())
    content = make(graph)
    if chosen.folder:
        write_folder(out, content)
    else:
        write_file(out, content.encode("utf-8", "replace") if isinstance(content, str) else content)
    return Drawn(len(graph), graph.number_of_edges(), left_out)


def _between(store: Queryable, names: tuple[str, str], **limits: Any) -> networkx.MultiDiGraph:
    if limits.pop("around", None) is not None or limits.pop("together", None) is not None:
        raise UsageError("What lies between two is not what lies around one.", "Give only one limit.")
    limits.pop("hops", None)
    return connecting(store, *names, **limits)


def _format(out: Path, name: str | None) -> Format:
    ending = out.suffix.removeprefix(".").lower()
    if name is None and ending in FORMATS and not FORMATS[ending].folder:
        name = ending
    name = name or ("csv" if os.path.isdir(out) else "html")  # noqa: PTH112 - False for a name that cannot be
    if name not in FORMATS:
        raise UsageError(f"There is no format {name!r} for a network.", f"There are: {', '.join(FORMATS)}.")
    return FORMATS[name]
