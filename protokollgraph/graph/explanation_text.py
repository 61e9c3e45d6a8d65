"""An explanation as a page to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from protokollgraph.graph.explain import MENTIONS, Explanation, Fact
from protokollgraph.graph.layout import one_line, paragraph, shorten
from protokollgraph.graph.passages import Protocol, Quote
from protokollgraph.graph.readable import plain

WIDTH = 100
_QUOTES = 3
"""So many places are shown for one fact; of the others only the number."""

_QUOTED = 400
"""So many cells of a quote are shown; the evidence of a whole agenda item is all of its text."""

_INTERVAL = ("first seen", "last seen")
"""Details that are told together, in this order."""


def render_text(explanation: Explanation, *, width: int = WIDTH) -> str:
    """Headline, then the facts by topic, each with its sentences, their protocols and places."""
    return "\n".join(_lines(explanation, width))


def _lines(explanation: Explanation, width: int) -> Iterator[str]:
    yield f"{one_line(explanation.name)} ({explanation.kind})"
    yield f"  {explanation.iri}"
    if explanation.other_names:
        yield paragraph(f"also: {', '.join(explanation.other_names)}", indent="  ", width=width)
    if explanation.reasons:
        yield paragraph(f"one because: {' · '.join(explanation.reasons)}", indent="    ", width=width, first="  ")
    for address in explanation.same_as:
        yield f"  same as: {address}"
    left_out = dict(explanation.left_out)
    for topic, facts in groupby(explanation.facts, key=lambda fact: fact.topic):
        yield f"\n{topic.capitalize()}"
        for fact in facts:
            yield from _fact_lines(fact, explanation.name, width)
        if topic in left_out:
            yield f"  … and {left_out[topic]} more"
    if explanation.mentions:
        yield f"\nMentions ({len(explanation.mentions) + left_out.get(MENTIONS, 0)})"
        for protocol, quotes in groupby(explanation.mentions, key=lambda quote: quote.protocol):
            words = " · ".join(dict.fromkeys(one_line(plain(each.text)) for each in quotes))
            yield paragraph(f"{_source(protocol)}: {words}", indent="    ", width=width, first="  ")


def _fact_lines(fact: Fact, name: str, width: int) -> Iterator[str]:
    head = "  ".join(filter(None, (fact.date or "no date", fact.body)))
    told = [f"{label}: {plain(value)}" for label, value in _details(fact) if label != "words" and value != name]
    yield paragraph(" · ".join([head, *told]), indent="    ", width=width, first="  ")
    for quote in fact.quotes[:_QUOTES]:
        yield paragraph(f"„{shorten(one_line(plain(quote.text)), _QUOTED)}“", indent="      ", width=width)
        yield paragraph(_where(quote), indent="        ", width=width)
    if len(fact.quotes) > _QUOTES:
        yield f"      … and {len(fact.quotes) - _QUOTES} more places"


def _details(fact: Fact) -> Iterator[tuple[str, str]]:
    """What is known; first and last day as one interval, if they are not one day, which stands before all."""
    days = {label: value for label, value in fact.details if label in _INTERVAL}
    yield from (detail for detail in fact.details if detail[0] not in days)
    if len(set(days.values())) > 1:
        yield "attested", " to ".join(days.values())


def _where(quote: Quote) -> str:
    kind = "stated" if quote.stated else "inferred"
    place = f", page {quote.page}" if quote.page else ""
    place += f", characters {quote.start}–{quote.end}"
    return f"{_source(quote.protocol)}{place}, {kind}, confidence {quote.confidence:.2f}"


def _source(protocol: Protocol) -> str:
    return " ".join(filter(None, (protocol.title, protocol.file and f"[{protocol.file}]", protocol.date)))
