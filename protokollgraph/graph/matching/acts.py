"""What was decided, handed out, counted and voted in one sitting: which acts of its documents are the same.

An act is named by its item and its place there: ``6-2`` is the second of item 6, ``2`` the second that stands under no
item. A sitting often comes in several documents, one for each item, and items heard together stand in each of their
files: what two documents say alike of one item is one act, whatever else they say has a number of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from protokollgraph.model import Decision, Extraction, Votes
from protokollgraph.ontology.iris import slug

ActKind = Literal["decision", "reported", "vote", "task", "figure"]


@dataclass(frozen=True, slots=True)
class ActMention:
    """One act of a document, as far as resolution needs it."""

    kind: ActKind
    item: str | None
    says: str
    """What it comes to, in one line: two acts of one item that say the same are one."""
    recorded: bool = False
    """Of an information system: if none says the same, it is the first act of its item; contradictions are findings."""


def mentions(extraction: Extraction) -> tuple[ActMention, ...]:
    """The acts that a document states, in the order of the extraction."""
    found: list[ActMention] = []
    for decision in extraction.decisions:
        says = f"{decision.kind} {decision.outcome} {decision.method} {_figures(decision.votes)} {decision.label or ''}"
        kind: ActKind = "reported" if is_told(decision) else "decision"
        found.append(ActMention(kind, decision.item, says, extraction.record))
    for vote in extraction.subsidiary_votes:
        found.append(ActMention("vote", vote.item, f"{vote.about} {vote.outcome} {_figures(vote.votes)}"))
    found += [ActMention("task", task.item, slug(task.words)) for task in extraction.tasks]
    found += [ActMention("figure", each.item, f"{each.value} {slug(each.words)}") for each in extraction.figures]
    return tuple(found)


def is_told(decision: Decision) -> bool:
    """Whether a decision is of another day or body that the document names, and so most likely another sitting's."""
    return decision.reported and decision.body is not None and decision.date is not None


def _figures(votes: Votes) -> str:
    return f"{votes.favor}:{votes.against}:{votes.abstention}"


def numbered(documents: Iterable[tuple[str, str, Sequence[ActMention]]]) -> Mapping[str, tuple[str, ...]]:
    """The names of all acts: document → names, in the order of its acts.

    ``documents`` are meeting, document and acts, in an order that does not depend on who came first, records last.

    >>> same = ActMention("decision", "6", "approval adopted")
    >>> other = ActMention("decision", "6", "rejection rejected")
    >>> numbered([("m", "a", [same]), ("m", "b", [other, same])])["b"]
    ('6-2', '6-1')
    """
    known: dict[tuple[str, ActKind, str | None], list[str]] = defaultdict(list)
    names: dict[str, tuple[str, ...]] = {}
    for meeting, document, acts in documents:
        taken: dict[tuple[ActKind, str | None], set[int]] = defaultdict(set)
        of_document: list[str] = []
        for act in acts:
            listed, used = known[meeting, act.kind, act.item], taken[act.kind, act.item]
            free = [n for n in range(len(listed)) if n not in used]
            same = (n for n in free if listed[n] == act.says)
            place = next(same, free[0] if act.recorded and free else len(listed))
            if place == len(listed):
                listed.append(act.says)
            used.add(place)
            of_document.append(f"{slug(act.item)}-{place + 1}" if act.item else str(place + 1))
        names[document] = tuple(of_document)
    return names
