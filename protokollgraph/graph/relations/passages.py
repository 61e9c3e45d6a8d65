"""The sentences that a fact rests on, as a reader wants to see them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protokollgraph.graph import terms
from protokollgraph.graph.readable import plain
from protokollgraph.graph.relations.questions import Queryable, Row, ask
from protokollgraph.ontology.namespaces import OA, PG, RDF

BATCH = 500
"""So many nodes are asked for at once; a longer list makes the query slow to parse."""
EXCERPT = 300
"""What is longer is not quoted whole where only one of its sentences tells of a fact."""
_END_OF_SENTENCE = re.compile(r"[.!?:;]\s|[\n\t]")


class Passage(NamedTuple):
    """A sentence of a protocol."""

    sentence: str
    protocol: str
    """Title of the protocol: the label of the meeting, else the title line."""
    date: str
    """Of the meeting, ISO 8601; empty if the protocol does not say."""
    stated: bool
    """True if the text states the fact, False if a reader concludes it with certainty."""
    iri: str
    """Of the protocol."""
    page: int | None = None
    """Of the file, from 1; None where it has no pages."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage before its protocol is known, with the place where it stands."""

    start: int
    sentence: str
    target: str
    stated: bool
    page: int | None = None


def quotes(store: Queryable, nodes: Collection[str]) -> dict[tuple[str, str], list[Quote]]:
    """For each (node, graph) the quotes that are evidence for the node, in the order of the text."""
    annotations = [row for batch in _batches(nodes) for row in ask(store, "annotations", nodes=batch)]
    places = _places(store, {row["target"] for row in annotations})
    found: dict[tuple[str, str], set[Quote]] = {}
    for row in annotations:
        place = places.get(row["target"], {})
        if OA.exact in place:
            found.setdefault((row["node"], row["graph"]), set()).add(_quote(row, place))
    return {key: sorted(each) for key, each in found.items()}


def _places(store: Queryable, targets: Collection[str]) -> dict[str, dict[str, str]]:
    """What the selectors of each target say: property to value."""
    places: dict[str, dict[str, str]] = {}
    for batch in _batches(targets):
        for row in ask(store, "quotes", nodes=batch):
            places.setdefault(row["target"], {})[row["property"]] = row["value"]
    return places


def _quote(annotation: Row, place: Mapping[str, str]) -> Quote:
    return Quote(
        start=int(place.get(OA.start, 0)),
        sentence=sentence(place.get(OA.prefix, ""), place[OA.exact], place.get(OA.suffix, "")),
        target=annotation["target"],
        stated=annotation.get("kind") != PG.Inferred,
        page=int(place[RDF.value].removeprefix("page=")) if RDF.value in place else None,
    )


def sentence(prefix: str, exact: str, suffix: str) -> str:
    """The quote, completed to its sentence as far as prefix and suffix reach, without mark-up and line breaks.

    >>> sentence("Das war alles. Herr ", "Kubisch", " stellt das Projekt vor. Es folgt")
    'Herr Kubisch stellt das Projekt vor.'
    """
    before = _END_OF_SENTENCE.split(prefix)[-1] if not _END_OF_SENTENCE.fullmatch(exact[:1]) else ""
    ended = _END_OF_SENTENCE.search(exact[-1:] + suffix)
    after = suffix[: ended.end() - 1] if ended else suffix
    cut_before = bool(before.strip()) and before == prefix and len(prefix) >= 10
    cut_after = bool(after.strip()) and ended is None
    return ("… " if cut_before else "") + plain(before + exact + after) + (" …" if cut_after else "")


def excerpt(text: str, names: Iterable[str]) -> str:
    """A long text cut to the words around the first of these names, or to its beginning if it has none of them.

    >>> excerpt("Ein Anfang. " * 50 + "Es geht um den Campus Drehna. " + "Ein Ende. " * 50, ["Campus Drehna"])[120:170]
    '. Ein Anfang. Es geht um den Campus Drehna. Ein En'
    """
    if len(text) <= EXCERPT:
        return text
    where = min((at for name in names if name and (at := text.find(name)) >= 0), default=0)
    start = max(0, where - EXCERPT // 2)
    end = start + EXCERPT
    words = text[start:end].strip()
    if end < len(text):
        words = words.rpartition(" ")[0] + " …"
    return words if start == 0 else "… " + words.partition(" ")[2]


def _batches(nodes: Iterable[str]) -> Iterator[list[str]]:
    terms_of_nodes = [terms.iri(node) for node in sorted(nodes)]
    for start in range(0, len(terms_of_nodes), BATCH):
        yield terms_of_nodes[start : start + BATCH]
