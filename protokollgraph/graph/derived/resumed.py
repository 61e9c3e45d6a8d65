"""Items that a session left without a result, and that a later session of the same body has on its agenda.

Only told of titles that say what it is about: those of at least three words, which no earlier session has had.

A group is a title of a body: ``resumed <IRI of the body> <slug of the title>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.model import AgendaItem, Finding, ItemKind
from protokollgraph.ontology.iris import Iris, slug

NAME = "resumed"
CODE = "item-taken-up-again"
_OPEN, _TREATED = "open", "treated"
_USUAL = frozenset(
    {
        ItemKind.WELCOME,
        ItemKind.MINUTES_APPROVAL,
        ItemKind.AGENDA_APPROVAL,
        ItemKind.STATUS_REPORT,
        ItemKind.QUESTION_TIME,
        ItemKind.MISCELLANEOUS,
    }
)
"""What every session has on its agenda."""
_WORDS = 3
_SOON = timedelta(days=400)


def claims(source: Source) -> Iterator[Claim]:
    """The planned items of minutes that have results at all, with whether each has one."""
    extraction = source.extraction
    held, treated = extraction.meeting, {treatment.number for treatment in extraction.treatments}
    if extraction.record or not treated or held is None or held.date is None or held.body is None:
        return
    meeting, _ = next(source.sittings())
    for item in extraction.agenda:
        title = slug(item.title)
        if not _is_special(item, title):
            continue
        done = item.number in treated or any(number.startswith(f"{item.number}.") for number in treated)
        yield Claim(
            f"{NAME} {source.entities[held.body]} {title}",
            _TREATED if done else _OPEN,
            (meeting, item.number, item.title, source.path),
            held.date.isoformat(),
            source.protocol,
            (source.target(item.evidence.span),),
        )


def fold(subject: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """The session that had the item first, if it left it without a result, and the next one that has it."""
    days = sorted({claim.day for claim in claims})
    if len(days) < 2 or date.fromisoformat(days[1]) - date.fromisoformat(days[0]) > _SOON:
        return Derived()
    first, again = ([claim for claim in claims if claim.day == day] for day in days[:2])
    if any(claim.kind == _TREATED for claim in first):
        return Derived()
    left, taken = min(first), min(again)
    meeting, number, printed, path = left.values
    message = (
        f"Item {number} “{printed}” of {left.day} has no result;"
        f" the session of {taken.day} has one of the same title as item {taken.values[1]}."
    )
    finding, lines = Finding(CODE, message), Lines(iris)
    about = [iris.item(meeting, number), iris.item(*taken.values[:2])]
    what = f"{CODE}/{subject.rpartition(' ')[2]}"
    term = lines.finding(iris.derived_finding(left.protocol, what), finding, about, [left.protocol])
    lines.rests_on(term, [*left.targets, *taken.targets])
    return Derived(lines.sorted(), ((path, finding),))


def _is_special(item: AgendaItem, title: str) -> bool:
    return item.kind not in _USUAL and title.count("-") >= _WORDS - 1 and not item.evidence.inferred
