"""The graph as OParl 1.1, as council information systems publish it.

:mod:`.statements` asks the graph, :mod:`.actors`, :mod:`.meetings` and :mod:`.papers` make objects, with words that
:mod:`.results` writes and reading understands again, :mod:`.folder` writes them. Reading an export back gives the same
meetings, items, papers and decisions.

OParl has one result per item. Where an item has several decisions, or one that has more to say, they stand in full in
the property ``protokollgraph:decision``, as OParl 1.1 allows for properties of one's own (section 2.7.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from protokollgraph.graph.oparl import folder
from protokollgraph.graph.oparl.actors import Actors
from protokollgraph.graph.oparl.meetings import Meetings
from protokollgraph.graph.oparl.objects import VERSION, Addresses, Object
from protokollgraph.graph.oparl.papers import Papers
from protokollgraph.graph.store import ReadableStore

__all__ = ["text", "write"]


def text(store: ReadableStore) -> bytes:
    """Everything as one JSON text: a list of System, Body, organisations, people, meetings and papers."""
    return folder.as_text(*_everything(store))


def write(store: ReadableStore, out: Path) -> None:
    """Everything as a folder of files, one per object, with lists in pages. UsageError if it cannot be written."""
    folder.write(out, Addresses(store.base), *_everything(store))


def _everything(store: ReadableStore) -> tuple[Object, Object, dict[str, Sequence[Object]]]:
    addresses = Addresses(store.base)
    actors, papers = Actors(store, addresses), Papers(store, addresses)
    name = actors.name(actors.whole) or urlsplit(store.base).netloc
    system = addresses.thing(
        "System",
        f"{store.base}system",
        {"oparlVersion": VERSION, "body": addresses.page("bodies"), "name": f"Protokolle: {name}"},
    )
    body = addresses.thing(
        "Body",
        f"{store.base}body",
        {
            "system": addresses.system,
            "name": name,
            "organization": addresses.page("organizations"),
            "person": addresses.page("people"),
            "meeting": addresses.page("meetings"),
            "paper": addresses.page("papers"),
        },
    ) | {"legislativeTerm": list(actors.terms(store))}
    lists: dict[str, Sequence[Object]] = {
        "organizations": list(actors.organisations()),
        "people": list(actors.people()),
        "meetings": list(Meetings(store, addresses, papers).meetings()),
        "papers": list(papers.papers()),
    }
    return system, body, lists
