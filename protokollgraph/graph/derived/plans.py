"""Plan against result of a session, also where the agenda stands in one file and the results in another.

That an item has no result, or was not planned, each document says of itself. What shows beyond that: that results stand
in another order than the agenda, and that an item was treated under another number.

A group is a meeting: ``plan <IRI of the meeting>``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.model import Finding
from protokollgraph.ontology.iris import Iris, slug

NAME = "plan"
ORDER, NUMBER = "order-changed", "item-renumbered"
_PLANNED, _TREATED = "planned", "treated"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as one document has it: planned, or treated."""

    number: str
    title: str
    """Its slug."""
    target: str
    """IRI of the place."""


def claims(source: Source) -> Iterator[Claim]:
    """The agenda of a document and what its results are about, each in the order of the text; records have no text."""
    extraction = source.extraction
    if extraction.record:
        return
    meeting, _ = next(source.sittings())
    titles = {item.number: slug(item.title) for item in extraction.agenda}
    planned = [(i.number, titles[i.number], i.evidence.span) for i in extraction.agenda if not i.evidence.inferred]
    treated = sorted((t.evidence.span, t.number) for t in extraction.treatments)
    done = [(number, titles.get(number, ""), span) for span, number in treated]
    for kind, items in ((_PLANNED, planned), (_TREATED, done)):
        if items:
            values = (source.path, *(part for number, title, _ in items for part in (number, title)))
            targets = tuple(source.target(span) for _, _, span in items)
            yield Claim(f"{NAME} {meeting}", kind, values, "", source.protocol, targets)


def fold(meeting: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """Results in another order, and items under another number, by the longest agenda that there is."""
    plans = [claim for claim in claims if claim.kind == _PLANNED]
    results = [claim for claim in claims if claim.kind == _TREATED]
    if not plans or not results:
        return Derived()
    plan = _items(min(plans, key=lambda claim: (-len(claim.values), claim)))
    treated = {item.number for claim in results for item in _items(claim)}
    lines, found = Lines(iris), list[tuple[str, Finding]]()
    for claim in results:
        done = _items(claim)
        for what, message, about, target in (
            *_order(plan, done, meeting),
            *_renumbered(plan, done, treated, meeting, iris),
        ):
            finding = Finding(what.partition("/")[0], message)
            term = lines.finding(iris.derived_finding(claim.protocol, what), finding, about, [claim.protocol])
            lines.rests_on(term, [target])
            found.append((claim.values[0], finding))
    return Derived(lines.sorted(), tuple(sorted(found, key=lambda each: (each[0], each[1].message))))


_Told = tuple[str, str, list[str], str]
"""What tells the finding from others of the protocol, its message, what it is about, and where it shows."""


def _order(plan: Sequence[_Item], done: Sequence[_Item], meeting: str) -> Iterator[_Told]:
    """Results that stand in another order than their items in the agenda."""
    places = {item.number: place for place, item in enumerate(plan)}
    planned = [item for item in done if item.number in places]
    early = next((b for a, b in pairwise(planned) if places[b.number] < places[a.number]), None)
    if early is not None:
        order = ", ".join(item.number for item in planned)
        message = f"The results stand in another order than the items of the agenda: {order}."
        yield ORDER, message, [meeting], early.target


def _renumbered(
    plan: Sequence[_Item], done: Sequence[_Item], treated: Collection[str], meeting: str, iris: Iris
) -> Iterator[_Told]:
    """Items that have no result, while one of the same title, which no agenda has, has one."""
    numbers = {item.number for item in plan}
    for item in done:
        same = [each for each in plan if each.title == item.title and each.number not in treated]
        if item.number not in numbers and item.title and len(same) == 1:
            number = same[0].number
            message = f"Item {number} of the agenda has its result under number {item.number}."
            about = [iris.item(meeting, number), iris.treatment(meeting, item.number)]
            yield f"{NUMBER}/{slug(number)}", message, about, item.target


def _items(claim: Claim) -> list[_Item]:
    numbers, titles = claim.values[1::2], claim.values[2::2]
    return [_Item(*each) for each in zip(numbers, titles, claim.targets, strict=True)]
