"""What the protocols say of the entities that a question is about, to be laid side by side.

What is told is data: ``queries/internal/sides.yaml``. All entities are asked about at once, one small query for each
kind of fact, so two hundred questions take about as long as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from protokollgraph.graph import lookup
from protokollgraph.graph.passages import Protocol, Quote, batches, protocols, quotes, rows
from protokollgraph.graph.review.sentences import Excerpt, around
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.iris import tail

PASSAGES = 3
"""So many passages of each entity, unless told otherwise."""

_TRIED = 10
"""So many times as many are looked at to find ones that tell something."""

RECORD = "record"
"""The kind of a side that is no entity of the graph but a record of an authority file."""

TextOf = Callable[[str], str | None]
"""IRI of a protocol to its text, None if that is not at hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that protocols say of an entity."""

    label: str
    """What it says: ``post``, ``speaks for``, ``part of`` …"""
    text: str
    first: str
    """The earliest day of a protocol that says so, ISO; empty if none has a day."""
    last: str
    protocols: int
    """How many say so."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that names the entity."""

    words: Excerpt
    protocol: Protocol
    body: str = ""
    """The name of the body that met."""
    page: int | None = None

    @property
    def source(self) -> str:
        """The title of the protocol, with the body where the title does not name it; else the file."""
        title = self.protocol.title or self.protocol.file
        return title if self.body.casefold() in title.casefold() else f"{title}, {self.body}"


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one entity."""

    iri: str
    """Relative to the base."""
    kind: str
    name: str
    other_names: tuple[str, ...] = ()
    mentions: int = 0
    named_in: tuple[str, ...] = ()
    """The IRIs of the protocols that name it, sorted."""
    first: str = ""
    """The earliest day of a protocol that names it, ISO; empty if none has a day."""
    last: str = ""
    lines: tuple[Line, ...] = ()
    bodies: tuple[tuple[str, int], ...] = ()
    """In whose minutes it is named, with the number of these; the most frequent first."""
    passages: tuple[Passage, ...] = ()


def of_record(iri: str, name: str, list_: str) -> Side:
    """What is known of a record of an authority file."""
    return Side(iri, RECORD, name, lines=(Line("list", list_, "", "", 0),))


def together(one: Side, other: Side) -> int:
    """How many protocols name both: whoever is named beside somebody is usually somebody else."""
    return len(set(one.named_in) & set(other.named_in))


def sides(
    store: ReadableStore, iris: Collection[str], text_of: TextOf = lambda _: None, *, passages: int = PASSAGES
) -> dict[str, Side]:
    """What the protocols say of each of these relative IRIs; one that the graph does not have is told as such.

    ``text_of`` gives the protocols' texts, from which the sentences are; without one only the quote itself is shown.
    """
    absolute = [store.base + iri for iri in iris]
    known: dict[str, list[lookup.Candidate]] = {}
    for each in lookup.candidates(store):
        known.setdefault(each.iri, []).append(each)
    names = {iri: candidates[0].canonical for iri, candidates in known.items()}
    evidence = quotes(store, absolute)
    lines = _lines(store, absolute, names)
    found: dict[str, Side] = {}
    for iri in absolute:
        candidates = known.get(iri, [])
        own = evidence.get(iri, [])
        days = sorted(quote.protocol.date for quote in own if quote.protocol.date)
        minutes = {quote.protocol.iri: quote.protocol for quote in own}
        found[iri.removeprefix(store.base)] = Side(
            iri.removeprefix(store.base),
            candidates[0].kind if candidates else "",
            names.get(iri, tail(iri)),
            tuple(sorted({each.name for each in candidates} - {names.get(iri, "")})),
            len(own),
            tuple(sorted(minutes)),
            days[0] if days else "",
            days[-1] if days else "",
            tuple(lines.get(iri, ())),
            _bodies(minutes.values(), names),
            tuple(_passages(own, names, text_of, passages)),
        )
    return found


def _bodies(minutes: Iterable[Protocol], names: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(names[each.body] for each in minutes if each.body in names)
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _lines(store: ReadableStore, iris: Collection[str], names: Mapping[str, str]) -> dict[str, list[Line]]:
    """What is said of each entity, in the order of the table and the most frequent first."""
    said: dict[str, dict[tuple[str, str], set[str]]] = {}
    told: dict[str, set[str]] = {}
    for label, pattern in _patterns():
        before = {iri: frozenset(others) for iri, others in told.items()}
        for node, other, word, graph in sorted(_asked(store, pattern, iris)):
            if word or other not in before.get(node, ()):
                text = _worded(label, names.get(other, "") or (tail(other) if other else ""), word)
                said.setdefault(node, {}).setdefault((label, text), set()).add(graph)
            told.setdefault(node, set()).add(other)
    known = protocols(store, {graph for lines in said.values() for graphs in lines.values() for graph in graphs})
    return {node: list(_dated(lines, known)) for node, lines in said.items()}


def _asked(store: ReadableStore, pattern: str, iris: Collection[str]) -> Iterator[tuple[str, str, str, str]]:
    """Entity, the other one, the word and the graph of each fact; empty what it does not have."""
    query = f"SELECT DISTINCT ?node ?other ?word ?graph {{ VALUES ?node {{ UNDEF }} GRAPH ?graph {{ {pattern} }} }}"
    for batch in batches(iris):
        for row in rows(store, query, node=batch):
            yield row["node"], row.get("other", ""), row.get("word", ""), row["graph"]


def _worded(label: str, other: str, word: str) -> str:
    """ "Bürgermeisterin, Stadt Peitz" of a person, "Ute Krahl, Bürgermeisterin" of an organisation."""
    return ", ".join(filter(None, (other, word) if label == "people" else (word, other)))


def _dated(lines: Mapping[tuple[str, str], set[str]], known: Mapping[str, Protocol]) -> Iterator[Line]:
    order = list(dict.fromkeys(label for label, _ in _patterns()))
    for (label, text), graphs in sorted(
        lines.items(), key=lambda each: (order.index(each[0][0]), -len(each[1]), each[0][1])
    ):
        days = sorted(known[graph].date for graph in graphs if known[graph].date)
        yield Line(label, text, days[0] if days else "", days[-1] if days else "", len(graphs))


def _passages(own: list[Quote], names: Mapping[str, str], text_of: TextOf, most: int) -> Iterator[Passage]:
    """One passage of each protocol first: the latest, the earliest, those between; then further ones."""
    by_protocol: dict[str, list[Quote]] = {}
    for quote in sorted(own, key=lambda quote: (quote.protocol.date, quote.protocol.iri, quote.start), reverse=True):
        by_protocol.setdefault(quote.protocol.iri, []).insert(0, quote)
    groups = list(by_protocol.values())
    groups = [*groups[:1], *groups[-1:], *groups[1:-1]] if len(groups) > 1 else groups
    rounds = max(map(len, groups), default=0)
    told = (group[n] for n in range(rounds) for group in groups if n < len(group))
    distinct: dict[str, Passage] = {}
    for quote in islice(told, most * _TRIED):
        words = _excerpt(quote, text_of)
        body = names.get(quote.protocol.body, "")
        distinct.setdefault(words.text, Passage(words, quote.protocol, body, quote.page))
    # A name that stands alone on its line tells nothing.
    yield from sorted(distinct.values(), key=lambda each: not (each.words.before or each.words.after))[:most]


def _excerpt(quote: Quote, text_of: TextOf) -> Excerpt:
    text = text_of(quote.protocol.iri)
    if text is None or text[quote.start : quote.end] != quote.text:
        return around(quote.text, 0, len(quote.text))
    return around(text, quote.start, quote.end)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    """Label and pattern of each kind of fact."""
    import yaml

    text = files("protokollgraph.graph").joinpath("queries", "internal", "sides.yaml").read_text(encoding="utf-8")
    return tuple((each["label"], each["pattern"]) for each in yaml.safe_load(text))
