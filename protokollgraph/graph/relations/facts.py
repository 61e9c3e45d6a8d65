"""Facts: one tie between two nodes, as one protocol states it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from protokollgraph.graph.readable import plain
from protokollgraph.graph.relations.passages import Passage, Quote, excerpt, quotes
from protokollgraph.graph.relations.questions import Queryable, ask, relations


@dataclass(frozen=True, slots=True)
class Source:
    """One protocol: its title for readers, the day and the meeting."""

    iri: str
    title: str
    date: str
    """ISO 8601, empty if unknown."""
    meeting: str
    body: str = ""
    """Who met; empty if the protocol does not say."""


class Occasion(NamedTuple):
    """When something was said or happened: a meeting, or only a day."""

    date: str
    """ISO 8601, empty if unknown."""
    meeting: str
    """IRI, empty where a protocol tells of another day."""
    body: str
    """IRI of the body that met, empty if unknown."""
    title: str
    """Of the meeting, else of the protocol; empty where only the day is known."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """``source`` is tied to ``target`` by ``relation``, says the protocol ``graph``."""

    source: str
    target: str
    relation: str
    date: str
    """The day it holds for, ISO 8601; empty if unknown."""
    graph: str
    statement: str
    """The node whose annotations are the evidence; empty if it is a plain triple."""
    detail: str


def protocols(store: Queryable) -> dict[str, Source]:
    """Every protocol of the store by its IRI, which is also the name of its graph."""
    found: dict[str, Source] = {}
    for row in sorted(ask(store, "protocols"), key=lambda row: sorted(row.items())):
        iri = row["protocol"]
        found.setdefault(
            iri,
            Source(
                iri=iri,
                title=plain(row.get("label") or row.get("title") or iri.rstrip("/").rpartition("/")[2]),
                date=row.get("date") or row.get("written") or "",
                meeting=row.get("meeting", iri),
                body=row.get("body", ""),
            ),
        )
    return found


def occasion(fact: Fact, source: Source) -> Occasion:
    """The meeting that a fact belongs to; for one of another day, that day."""
    if fact.date in ("", source.date):
        return Occasion(source.date, source.meeting, source.body, source.title)
    return Occasion(fact.date, "", "", "")


def facts(store: Queryable, sources: Mapping[str, Source]) -> list[Fact]:
    """Every fact that the protocols state, sorted."""
    settings = relations()
    found: set[Fact] = set()
    for relation in settings["questions"]:
        renamed = settings["renamed"].get(relation, {})
        for row in ask(store, relation):
            source = sources.get(row["graph"])
            if source is None or row["source"] == row["target"]:
                continue
            found.add(
                Fact(
                    source=row["source"],
                    target=row["target"],
                    relation=renamed.get(term_name(row.get("kind", "")), relation),
                    date=row.get("date") or source.date,
                    graph=source.iri,
                    statement=row.get("statement", ""),
                    detail=plain(row.get("detail", "")),
                )
            )
    return sorted(found)


def passages_of(
    store: Queryable, found: Iterable[Fact], sources: Mapping[str, Source], names: Mapping[str, tuple[str, ...]]
) -> dict[Fact, tuple[Passage, ...]]:
    """The sentences behind each fact; behind a plain triple, those about its two ends that name both."""
    found = list(found)
    wanted = {node for fact in found for node in ([fact.statement] if fact.statement else [fact.source, fact.target])}
    by_node = quotes(store, wanted)
    return {fact: _passages(fact, by_node, sources[fact.graph], names) for fact in found}


def _passages(
    fact: Fact, by_node: Mapping[tuple[str, str], list[Quote]], source: Source, names: Mapping[str, tuple[str, ...]]
) -> tuple[Passage, ...]:
    if fact.statement:
        chosen = by_node.get((fact.statement, fact.graph), [])
        if fact.relation in relations()["excerpts"]:
            chosen = [replace(each, sentence=excerpt(each.sentence, names.get(fact.target, ()))) for each in chosen]
    else:
        left, right = (by_node.get((end, fact.graph), []) for end in (fact.source, fact.target))
        chosen = _shared(left, right, names.get(fact.source, ()), names.get(fact.target, ()))
    return tuple(
        Passage(quote.sentence, source.title, source.date, quote.stated, source.iri, quote.page)
        for quote in _distinct(chosen)
    )


def _shared(
    left: list[Quote], right: list[Quote], left_names: tuple[str, ...], right_names: tuple[str, ...]
) -> list[Quote]:
    """Quotes that speak of both ends: annotated with both, else naming the other one, else the longest there is."""
    targets = {quote.target for quote in left} & {quote.target for quote in right}
    both = [quote for quote in left if quote.target in targets]
    naming = [quote for quote in left if any(name in quote.sentence for name in right_names)]
    naming += [quote for quote in right if any(name in quote.sentence for name in left_names)]
    longest = sorted(left + right, key=lambda quote: (-len(quote.sentence), quote))[:1]
    return both or naming or longest


def _distinct(chosen: list[Quote]) -> list[Quote]:
    """Without quotes that another one of the same place already holds."""
    kept: list[Quote] = []
    for quote in sorted(chosen, key=lambda quote: (-len(quote.sentence), quote)):
        if not any(quote.sentence in other.sentence for other in kept):
            kept.append(quote)
    return sorted(kept)


def term_name(term: str) -> str:
    """The last part of a term's IRI: ``Recommendation`` for ``…/ns#Recommendation``."""
    return term.rpartition("#")[2].rpartition("/")[2]
