"""From the labelled result of an item to its decisions: the item's own, those of its parts, amendments, procedure.

The word for the outcome and the figures are two facts; neither is concluded from the other, save that what nobody voted
against is not rejected. A vote on procedure or on an amendment never ends the item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protokollgraph.extract import acts, organisations, sentences
from protokollgraph.extract.acts import Act
from protokollgraph.extract.decisions.formalities import formalities
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import Passage, plain
from protokollgraph.extract.resolutions import subsidiary
from protokollgraph.extract.resolutions.ballots import Ballot, ballots, of_item
from protokollgraph.extract.resolutions.status import LONGEST, Status, is_part, is_procedural, status
from protokollgraph.extract.segment import Block, Section
from protokollgraph.model import Decision, DecisionKind, EntityKind, Evidence, Method, Outcome, Severity, Votes

_RESOLVED = ("decision", "recommendation")
_PUT_OFF = (Outcome.POSTPONED, Outcome.REFERRED)
_ELSEWHERE = re.compile(r"\b(?:in|an|im|ans|ins)\s(?:den|die|das|dem|der)?\s?")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+")
_NO_STATUS = re.compile(
    r"(?i)\bja\b|\bnein|\bstimmen|-stimmen|einstimm|mehrheit|enthalt"
    r"|\b(?:nimmt|nehmen|stimmt|beschließt|beschließen|empfiehlt|wählt|beauftragt|genehmigt|bewilligt|wird|werden|soll)\b"
)
"""The figures of a vote, or a sentence with a verb: no mere word for the outcome."""


def read(draft: Draft) -> None:
    """Record the decisions of items whose result is labelled; these items are then done with."""
    for section in draft.protocol.sections:
        if _is_labelled(section, draft.protocol.style.result_minutes):
            _section(draft, section)
            draft.recorded.add(section.number)


def _is_labelled(section: Section, result_minutes: bool) -> bool:
    """Whether labels with a line of their own end it, or in a council's minutes a word for the outcome behind one."""
    for block in section.blocks:
        if block.label is None or block.part not in ("vote", *_RESOLVED):
            continue
        if not block.value_at:
            return True
        if not result_minutes and _short_status(block.value.text):
            return True
    return False


def _short_status(text: str) -> Status | None:
    """The outcome that a short value states; a sentence with a body that acts is none."""
    if len(text) > LONGEST or _NO_STATUS.search(text):
        return None
    return status(text) if len(sentences.split(text)) <= 1 and not acts.is_past(text) else None


@dataclass(frozen=True, slots=True)
class _Text:
    """What is printed as the decision."""

    passages: tuple[Passage, ...]
    part: str
    act: Act | None
    """The act of its first sentence."""
    status: Status | None
    """The outcome, if the text is a word for it and no more."""

    @property
    def words(self) -> str:
        return plain(" ".join(passage.text for passage in self.passages))


def _section(draft: Draft, section: Section) -> None:
    texts = _texts(draft, section)
    text = texts.pop(section.number, None)
    counted = ballots([b for b in section.blocks if b.part == "vote"])
    own = _own_ballot(section, counted, text)
    others = [ballot for ballot in counted if ballot is not own]
    main = _main(draft, section, text, own, others)
    found = [main] if main is not None else []
    for ballot in others:
        if subsidiary.is_subsidiary(ballot):
            draft.subsidiary_votes.append(subsidiary.vote(draft, section.number, ballot))
            continue
        item = next((number for number in ballot.items if number in texts), None)
        other = _other(draft, section, ballot, texts.pop(item) if item else text, voted_text=item is not None)
        found += [other] if other is not None else []
    found += [each for item, left in texts.items() if (each := _unvoted(draft, section, item, left)) is not None]
    if not found and (text is not None or counted):
        draft.find(
            "outcome-not-stated",
            f"Item {section.number} has a labelled result, but how it ended is not stated.",
            Severity.NOTICE,
            section.mark.span(),
        )
    draft.decisions.extend(found)


def _texts(draft: Draft, section: Section) -> dict[str, _Text]:
    """What is printed as the decision on the item, and on the items heard with it: "Punkt 7.1: Der Ausschuss …"."""
    planned = {item.number for item in draft.agenda}
    found: dict[str, list[Block]] = {}
    item = section.number
    for block in section.blocks:
        if block.part not in _RESOLVED or not block.value:
            continue
        named = of_item(block.value.text)
        if named and named[0] in planned:
            item = named[0]
            block = replace(block, passage=block.value.cut(named[1]), value_at=0)
        if block.value:
            found.setdefault(item, []).append(block)
    return {number: text for number, blocks in found.items() if (text := _text(blocks)) is not None}


def _text(blocks: Sequence[Block]) -> _Text | None:
    if not blocks:
        return None
    passages = tuple(block.value.squeeze() for block in blocks)
    first = passages[0].text
    number = _NUMBER.match(first)
    first = first[number.end() :] if number else first
    short = _short_status(first) if len(passages) == 1 else None
    ends = sentences.split(first)
    act = acts.act(first[: ends[0][1]] if ends else first, labelled=True)
    return _Text(passages, blocks[0].part or "", act, short)


def _own_ballot(section: Section, counted: Sequence[Ballot], text: _Text | None) -> Ballot | None:
    """The vote on the item itself: the one that names its number, or else the first that names nothing.

    Where the text says that the matter is put off or referred, that is the vote on the motion to do so.
    """
    put_off = text.status.outcome if text is not None and text.status is not None else None
    if put_off in _PUT_OFF:
        for ballot in counted:
            aim = status(ballot.about) if ballot.about and is_procedural(ballot.about) else None
            if aim is not None and aim.outcome is put_off:
                return ballot
    for ballot in counted:
        if section.number in ballot.items and ballot.about is None:
            return ballot
    return next((b for b in counted if not b.items and b.about is None), None)


def _main(
    draft: Draft, section: Section, text: _Text | None, own: Ballot | None, others: Sequence[Ballot]
) -> Decision | None:
    """The decision on the item itself, None if nothing says how it ended."""
    ended = _ended(text, own, others)
    if ended is None or ended.outcome is None or ended.kind is None:
        return None
    passages = [*(text.passages if text else ()), *([own.passage] if own else ())]
    if not passages:
        return None
    where = tuple(evidence(p, "resolutions.result", 0.98) for p in passages)
    method = own.method if own else None
    return Decision(
        kind=ended.kind,
        words=plain(" ".join(p.text for p in passages)),
        evidence=where,
        item=section.number,
        outcome=ended.outcome,
        method=method,
        votes=own.votes if own else Votes(),
        concerns=_concerns(draft, section, text),
        addressee=_addressee(draft, text, own) if ended.outcome in _PUT_OFF or text_recommends(text) else None,
    )


def text_recommends(text: _Text | None) -> bool:
    """Whether the printed decision recommends something to somebody."""
    return text is not None and text.act is not None and text.act.kind is DecisionKind.RECOMMENDATION


def _ended(text: _Text | None, own: Ballot | None, others: Sequence[Ballot]) -> Status | None:
    """How the item ended.

    The record of the vote says whether the matter was carried; what the matter was (to note, to refer, to put off, to
    recommend) says the decision's text. Without a vote, a word for the outcome in place of the text counts, or what the
    text itself says was decided.
    """
    voted = own.status if own else None
    if voted is not None and voted.outcome is Outcome.ADOPTED:
        return _carried(text, voted)
    if voted is not None and voted.outcome is not None:
        return voted
    if text is not None and text.status is not None and text.status.outcome is not None:
        return text.status
    if text is None or text.act is None or any(is_part(ballot.about or "") for ballot in others):
        return None
    if text.act.outcome in (Outcome.NOTED, Outcome.WITHDRAWN, *_PUT_OFF):
        return Status(text.act.outcome, text.act.kind)
    unvoted = own is not None and voted is not None
    if unvoted or others or text.part != "decision":
        return None
    if own is not None and not _carried_by_figures(own):
        return None
    return Status(text.act.outcome, text.act.kind)


def _carried(text: _Text | None, voted: Status) -> Status:
    """What was decided by consenting to a text."""
    if text is None:
        return voted
    if text.part == "recommendation":
        return Status(Outcome.ADOPTED, DecisionKind.RECOMMENDATION)
    if text.status is not None and text.status.outcome in (Outcome.NOTED, *_PUT_OFF):
        return text.status
    if text.act is None:
        return voted
    if text.act.outcome in _PUT_OFF:
        return Status(text.act.outcome, text.act.kind)
    if text.act.outcome is Outcome.ADOPTED:
        return Status(Outcome.ADOPTED, text.act.kind)
    return voted


def _carried_by_figures(ballot: Ballot) -> bool:
    """Whether more voted for than against; a vote by figures alone is carried so."""
    favor, against = ballot.votes.favor, ballot.votes.against
    if ballot.method is Method.UNANIMOUS and against in (None, 0):
        return True
    return favor is not None and favor > (against or 0)


def _unvoted(draft: Draft, section: Section, item: str, text: _Text) -> Decision | None:
    """The decision on another item heard with this one, where its text alone says how it ended."""
    ended = _ended(text, None, ())
    if ended is None or ended.outcome is None or ended.kind is None:
        return None
    where = tuple(evidence(p, "resolutions.result", 0.95) for p in text.passages)
    concerns = tuple(draft.item_papers.get(item, ())) or _concerns(draft, section, None)
    return Decision(ended.kind, text.words, where, item=item, outcome=ended.outcome, concerns=concerns)


def _other(draft: Draft, section: Section, ballot: Ballot, text: _Text | None, *, voted_text: bool) -> Decision | None:
    """The decision on a part of the item, on another item heard with it, on an amendment, on procedure."""
    ended = ballot.status
    if ended is None or ended.outcome is None:
        return _unvoted(draft, section, ballot.items[0], text) if voted_text and text is not None else None
    if voted_text and ended.outcome is Outcome.ADOPTED:
        ended = _carried(text, ended)
    about = ballot.about
    if about and is_procedural(about):
        ended = subsidiary.ended(about, ended)
    kind = ended.kind or DecisionKind.APPROVAL
    passages = [*(text.passages if voted_text and text is not None else ()), ballot.passage]
    where: tuple[Evidence, ...] = tuple(evidence(each, "resolutions.part", 0.95) for each in passages)
    decision = Decision(
        kind=kind,
        words=plain(" ".join(each.text for each in passages)),
        evidence=where,
        item=section.number,
        label=about or (", ".join(ballot.items) or None),
        outcome=ended.outcome,
        method=ballot.method,
        votes=ballot.votes,
    )
    items = [number for number in ballot.items if any(item.number == number for item in draft.agenda)]
    item = items[0] if items else section.number
    papers = [paper for number in items for paper in draft.item_papers.get(number, [])]
    if about or not items:
        return replace(decision, concerns=_concerns(draft, section, text))
    projects = [project for number in items for project in draft.item_projects.get(number, [])]
    title = next((each.title for each in draft.agenda if each.number == item), None)
    topic_keys = (draft.gazetteer.thing(EntityKind.TOPIC, title[:160]),) if title and not (papers or projects) else ()
    return replace(
        decision,
        item=item,
        label=None if len(items) == 1 else decision.label,
        concerns=(*projects, *papers, *topic_keys),
    )


def _concerns(draft: Draft, section: Section, text: _Text | None) -> tuple[str, ...]:
    """What the item is about: its papers and projects, people who are elected, or the item by its title."""
    if text is not None:
        formal = [key for p in text.passages[:1] for key in formalities(draft, Unit(p, section.number), 0, len(p.text))]
        if formal and text.act is not None and text.act.kind is DecisionKind.CONFIRMATION:
            return tuple(dict.fromkeys(formal))
    papers = draft.item_papers.get(section.number, [])
    projects = draft.item_projects.get(section.number, [])
    people: list[str] = []
    if text is not None and text.act is not None and text.act.kind is DecisionKind.ELECTION:
        starts = {p.span().start for p in text.passages}
        people = [
            m.key
            for unit in draft.units
            if unit.item == section.number and unit.passage and unit.passage.span().start in starts
            for m in unit.mentions
            if m.kind is EntityKind.PERSON
        ]
    found = tuple(dict.fromkeys((*people, *projects, *papers)))
    if found:
        return found
    title = section.heading.squeeze().text.rstrip(" :–-") if section.heading else ""
    return (draft.gazetteer.thing(EntityKind.TOPIC, title[:160]),) if title else ()


def _addressee(draft: Draft, text: _Text | None, own: Ballot | None) -> str | None:
    """The body that a matter goes to: the last one named behind "in den" or "an die"."""
    passages = [*(text.passages[:1] if text else ()), *([own.passage] if own else ())]
    for passage in passages:
        found = [f for f in organisations.discover(passage.text) if f.body]
        behind = [f for f in found if _ELSEWHERE.search(passage.text[max(0, f.start - 8) : f.start])] or found
        if behind:
            chosen = behind[-1]
            key = draft.gazetteer.organisation(chosen.name, body=True, number=chosen.number)
            where = evidence(passage, "resolutions.addressee", start=chosen.start, end=chosen.end)
            draft.gazetteer.mention(key, where)
            return key if key != draft.body else None
    return None
