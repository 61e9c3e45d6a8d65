"""Results that only the chair tells, as in verbatim minutes: "Das ist einstimmig", "Damit ist das abgelehnt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollgraph.extract import hints, sentences
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.segment import Section
from protokollgraph.model import Decision, DecisionKind, EntityKind, Evidence, Method, Outcome

_ANNOUNCED = re.compile(
    r"(?:^|[–-]\s|[.!?]\s)(?:Das|Dies|Damit|Somit)\s(?:ist|sind|war)\s(?:(?:das|dies|damit|somit|dann|auch|jetzt|wieder|also|so)\s)*"
    r"(?:(?P<unanimous>einstimmig(?:e\s(?:Zustimmung|Annahme))?|Einstimmigkeit)"
    r"|(?P<majority>(?:eine\s|die\s)?(?:große\s|klare\s|deutliche\s|überwältigende\s|sehr\sgroße\s)?Mehrheit|mehrheitlich)"
    r"|(?=angenommen|abgelehnt|beschlossen|zugestimmt))"
    r"\s?(?:so\s)?(?P<word>angenommen|abgelehnt|beschlossen|zugestimmt|dafür|dagegen)?(?=[.,;!]|\sund\b|$)"
)
_HINT = hints.bit(["instimmig", "ehrheit", "angenommen", "abgelehnt", "beschlossen", "zugestimmt"])


def read(draft: Draft, section: Section) -> Decision | None:
    """The decision on an item whose minutes are verbatim, if all that the chair announces is of one outcome."""
    units = [unit for unit in draft.units if unit.item == section.number and not unit.title]
    found = [announcement for unit in units for announcement in _announcements(unit)]
    if not found or len({outcome for outcome, _, _, _ in found}) > 1:
        return None
    outcome = found[0][0]
    methods = {method for _, method, _, _ in found}
    papers = draft.item_papers.get(section.number, [])
    title = section.heading.squeeze().text.rstrip(" :–-") if section.heading else ""
    topic = (draft.gazetteer.thing(EntityKind.TOPIC, title[:160]),) if title and not papers else ()
    return Decision(
        kind=DecisionKind.REJECTION if outcome is Outcome.REJECTED else DecisionKind.APPROVAL,
        words=plain(" ".join(words for _, _, words, _ in found)),
        evidence=tuple(where for _, _, _, where in found),
        item=section.number,
        outcome=outcome,
        method=methods.pop() if len(methods) == 1 else Method.MAJORITY if Method.MAJORITY in methods else None,
        concerns=(*papers, *topic),
    )


def _announcements(unit: Unit) -> Iterator[tuple[Outcome, Method | None, str, Evidence]]:
    text = unit.passage.text
    if not hints.of(text) & _HINT:
        return
    for start, end in sentences.split(text):
        match = _ANNOUNCED.search(text, start, end)
        if match is None or (match.start() != start and text[match.start()] not in "–-"):
            continue
        rejected = match["word"] in ("abgelehnt", "dagegen")
        method = Method.UNANIMOUS if match["unanimous"] else Method.MAJORITY if match["majority"] else None
        where = evidence(unit.passage, "resolutions.announced", 0.85, start=start, end=end)
        yield Outcome.REJECTED if rejected else Outcome.ADOPTED, method, text[start:end], where
