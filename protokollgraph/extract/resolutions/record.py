"""From the labelled result of an item to its decisions: the item's own, those of its parts, amendments, procedure.

The word for the outcome and the figures are two facts; neither is concluded from the other, save that what nobody voted
against is not rejected. A vote on procedure or on an amendment never ends the item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollgraph.extract import organisations, votes
from protokollgraph.extract.decisions.formalities import formalities
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.resolutions import announced, ends, subsidiary
from protokollgraph.extract.resolutions.ballots import Ballot, ballots, of_item
from protokollgraph.extract.resolutions.ends import PUT_OFF, Text
from protokollgraph.extract.resolutions.status import Status, is_amendment, is_procedural, status
from protokollgraph.extract.segment import Block, Section
from protokollgraph.model import Decision, DecisionKind, EntityKind, Evidence, Outcome, Severity, Votes

_RESOLVED = ("decision", "recommendation")
_ELSEWHERE = re.compile(r"\b(?:in|an|im|ans|ins)\s(?:den|die|das|dem|der)?\s?")


def read(draft: Draft) -> None:
    """Record the decisions of items whose result is labelled or announced; these items are then done with."""
    for section in draft.protocol.sections:
        if _is_labelled(section, draft.protocol.style.result_minutes):
            _section(draft, section)
            draft.recorded.add(section.number)
        elif not draft.protocol.style.result_minutes and (told := announced.read(draft, section)) is not None:
            draft.decisions.append(told)
            draft.recorded.add(section.number)


def _is_labelled(section: Section, result_minutes: bool) -> bool:
    """Whether labels with a line of their own end it, or in a council's minutes a word for the outcome behind one."""
    for block in section.blocks:
        if block.label is None or block.part not in ("vote", *_RESOLVED):
            continue
        if not block.value_at:
            return True
        if not result_minutes and ends.short_status(block.value.text):
            return True
    return not result_minutes and _is_voted_on(section)


def _is_voted_on(section: Section) -> bool:
    """Whether figures behind a label end a motion of which nothing else is told."""
    moved = any(block.label and block.part == "mover" for block in section.blocks)
    bare = all(block.part in ("mover", "paper", "vote") for block in section.blocks)
    return moved and bare and any(block.part == "vote" and votes.is_vote(block.value.text) for block in section.blocks)


def _section(draft: Draft, section: Section) -> None:
    texts = _texts(draft, section)
    text = texts.pop(section.number, None)
    counted = [ballot for ballot in _counted(section) if not ballot.is_silent or ballot.about or ballot.status]
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


def _counted(section: Section) -> list[Ballot]:
    """The votes of a section; one right below the name of an amendment is on that, if more is told behind it."""
    found: list[Ballot] = []
    for place, (amendment, here) in enumerate(groups := _voted_groups(section)):
        on = amendment if place < len(groups) - 1 else None
        found += [replace(ballot, about=on) if on and ballot.about is None else ballot for ballot in ballots(here)]
    return found


def _voted_groups(section: Section) -> list[tuple[str | None, list[Block]]]:
    """The blocks of each vote, with the amendment whose name stands right above; empty ones for a decision's text."""
    groups: list[tuple[str | None, list[Block]]] = []
    amendment: str | None = None
    open_group = False
    for block in section.blocks:
        if block.part == "vote" and open_group and not block.label:
            groups[-1][1].append(block)
            continue
        open_group = block.part == "vote"
        if open_group:
            groups.append((amendment, [block]))
            amendment = None
        elif block.part == "mover" and block.label and is_amendment(f"{block.label.text} "):
            amendment = plain(block.passage.text)[:80]
        elif block.part in _RESOLVED:
            groups.append((None, []))
            amendment = None
    return groups


def _texts(draft: Draft, section: Section) -> dict[str, Text]:
    """What is printed as the decision on the item, and on the items heard with it: "Punkt 7.1: Der Ausschuss …"."""
    planned = {item.number for item in draft.agenda}
    parts = {block.part for block in section.blocks if block.value}
    resolved = ("decision",) if "decision" in parts else _RESOLVED
    found: dict[str, list[Block]] = {}
    item = section.number
    for block in section.blocks:
        if block.part not in resolved or not block.value:
            continue
        named = of_item(block.value.text)
        if named and named[0] in planned:
            item = named[0]
            block = replace(block, passage=block.value.cut(named[1]), value_at=0)
        if block.value:
            found.setdefault(item, []).append(block)
    return {number: text for number, blocks in found.items() if (text := ends.text_of(blocks)) is not None}


def _own_ballot(section: Section, counted: Sequence[Ballot], text: Text | None) -> Ballot | None:
    """The vote on the item itself: the one that names its number, or else the first that names nothing.

    Where the text says that the matter is put off or referred, that is the vote on the motion to do so.
    """
    put_off = text.status.outcome if text is not None and text.status is not None else None
    if put_off in PUT_OFF:
        for ballot in counted:
            aim = status(ballot.about) if ballot.about and is_procedural(ballot.about) else None
            if aim is not None and aim.outcome is put_off:
                return ballot
    for ballot in counted:
        if section.number in ballot.items and ballot.about is None:
            return ballot
    return next((b for b in counted if not b.items and b.about is None), None)


def _main(
    draft: Draft, section: Section, text: Text | None, own: Ballot | None, others: Sequence[Ballot]
) -> Decision | None:
    """The decision on the item itself, None if nothing says how it ended."""
    ended = ends.ended(text, own, others)
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
        addressee=_addressee(draft, text, own) if ended.outcome in PUT_OFF or ends.text_recommends(text) else None,
    )


def _unvoted(draft: Draft, section: Section, item: str, text: Text) -> Decision | None:
    """The decision on another item heard with this one, where its text alone says how it ended."""
    ended = ends.ended(text, None, ())
    if ended is None or ended.outcome is None or ended.kind is None:
        return None
    where = tuple(evidence(p, "resolutions.result", 0.95) for p in text.passages)
    concerns = tuple(draft.item_papers.get(item, ())) or _concerns(draft, section, None)
    return Decision(ended.kind, text.words, where, item=item, outcome=ended.outcome, concerns=concerns)


def _other(draft: Draft, section: Section, ballot: Ballot, text: Text | None, *, voted_text: bool) -> Decision | None:
    """The decision on a part of the item, on another item heard with it, on an amendment, on procedure."""
    ended = ballot.status or _told(ballot)
    if ended is None or ended.outcome is None:
        return _unvoted(draft, section, ballot.items[0], text) if voted_text and text is not None else None
    if voted_text and ended.outcome is Outcome.ADOPTED:
        ended = ends.carried(text, ended)
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


def _told(ballot: Ballot) -> Status | None:
    """How a vote ended of which there are figures alone."""
    about = ballot.about or ""
    told = ends.by_figures(ballot) if not ballot.is_silent else None
    if told is None or is_amendment(about) or is_procedural(about):
        return None
    return ends.REJECTED if told is Outcome.REJECTED else Status(told, DecisionKind.APPROVAL)


def _concerns(draft: Draft, section: Section, text: Text | None) -> tuple[str, ...]:
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


def _addressee(draft: Draft, text: Text | None, own: Ballot | None) -> str | None:
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
