"""What happened: Meeting and AgendaItem, with how each item ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count

from protokollgraph.extract import organisations
from protokollgraph.extract.oparl import wordings
from protokollgraph.extract.oparl.collection import Collection
from protokollgraph.extract.oparl.objects import Thing
from protokollgraph.extract.words import load
from protokollgraph.model import (
    AgendaItem,
    Attendance,
    Decision,
    DecisionKind,
    EntityKind,
    Evidence,
    Meeting,
    Method,
    Outcome,
    Participation,
    Place,
    Role,
    Sitting,
    Treatment,
    Votes,
)


def read(found: Collection) -> list[Sitting]:
    """Every meeting of the text; items whose meeting stands elsewhere have one that is known by address only."""
    sittings: list[Sitting] = []
    told: set[int] = set()
    for thing in found.of("Meeting"):
        items = found.within(thing, "agendaItem", "AgendaItem", "meeting")
        told |= {item.node.start for item in items}
        if thing.flag("cancelled") or wordings.is_cancelled(thing.text("meetingState") or ""):
            found.note("oparl-cancelled", "Meeting was cancelled; it was left out", thing.node)
            continue
        sitting = _sitting(found, _meeting(found, thing), items, _participants(found, thing))
        off_agenda = _decisions(found, thing, None)
        sittings.append(replace(sitting, decisions=(*sitting.decisions, *off_agenda)))
    elsewhere: dict[str, list[Thing]] = {}
    for item in found.of("AgendaItem"):
        if item.node.start not in told:
            address = item.address("meeting")
            if address is None:
                found.note("oparl-broken-link", "AgendaItem lacks its meeting", item.node)
            else:
                elsewhere.setdefault(address, []).append(item)
    for address, items in elsewhere.items():
        where = items[0].evidence("meeting", "meeting-address")
        sittings.append(_sitting(found, Meeting((where,), identifiers=(address,)), items, ()))
    return sittings


def _meeting(found: Collection, thing: Thing) -> Meeting:
    name = thing.text("name") or ""
    evidence = [thing.evidence(each, f"meeting-{each}") for each in ("name", "start") if each in thing.members]
    day, start, end = _times(thing)
    return Meeting(
        tuple(evidence) or (thing.evidence("id", "meeting-id"),),
        body=_body(found, thing, name),
        number=wordings.session_number(name),
        date=day,
        start=start,
        end=end,
        place=_place(found, thing),
        identifiers=(thing.id,) if thing.id else (),
    )


def _times(thing: Thing) -> tuple[date | None, time | None, time | None]:
    start, end = thing.moment("start"), thing.moment("end")
    if start is None:
        return None, None, None
    began = start.time().replace(microsecond=0) if thing.has_clock("start") else None
    if end is None or began is None or not thing.has_clock("end") or not timedelta(0) < end - start < timedelta(days=1):
        return start.date(), began, None
    return start.date(), began, end.time().replace(microsecond=0)


def _body(found: Collection, thing: Thing, name: str) -> str | None:
    """Key of the body: the organisation that is referred to, else the one that the meeting's name is.

    A name that is nothing but a body's is another name of the organisation that met.
    """
    plain = wordings.body_in(name)
    addresses = thing.addresses("organization")
    if len(addresses) > 1:
        found.note("oparl-several-bodies", "Meeting is of several organisations; the first counts", thing.node)
        plain = None
    where = thing.evidence("organization" if addresses else "name", "meeting-body")
    for address in addresses:
        known = found.entity(EntityKind.BODY, address, where, plain or "")
        if known is not None:
            return known.key
    known = found.entity(EntityKind.BODY, None, where, plain) if plain else None
    return known.key if known else None


def _place(found: Collection, thing: Thing) -> Place | None:
    elsewhere = found.at("Location", thing.address("location"))
    for place in thing.things("location") or ([elsewhere] if elsewhere else []):
        if place.deleted:
            continue
        street, code, town = (place.text(each) for each in ("streetAddress", "postalCode", "locality"))
        parts = (place.text("room"), street, town)
        label = place.text("description") or ", ".join(each for each in parts if each)
        if label:
            usable = code is not None and 4 <= len(code) <= 10 and code.replace("-", "").replace(" ", "").isalnum()
            return Place(label, street, code.upper() if code and usable else None, town)
    return None


def _participants(found: Collection, thing: Thing) -> tuple[Participation, ...]:
    """Those who were there: OParl means people who took part, not those who were invited."""
    where = thing.evidence("participant", "participant")
    keys = dict.fromkeys(found.refer(thing, "participant", EntityKind.PERSON, "participant"))
    return tuple(Participation(key, Role.ATTENDEE, (where,), attendance=Attendance.PRESENT) for key in keys)


def _sitting(
    found: Collection, meeting: Meeting, items: list[Thing], participations: tuple[Participation, ...]
) -> Sitting:
    agenda: dict[str, AgendaItem] = {}
    often: dict[str, int] = {}
    treatments: list[Treatment] = []
    decisions: list[Decision] = []
    for thing in sorted(items, key=_order):
        number = _number(found, thing, agenda, often)
        if number is None:
            continue
        where = thing.evidence("name", "agenda-item")
        agenda[number] = AgendaItem(
            number, thing.text("name") or "", where, identifier=thing.id, consultation=thing.address("consultation")
        )
        said = [each for each in ("result", "resolutionText", DECISIONS) if each in thing.members]
        if said:
            treatments.append(Treatment(number, thing.evidence(said[0], "agenda-item-result")))
            decisions.extend(_decisions(found, thing, number))
    return Sitting(meeting, participations, tuple(agenda.values()), tuple(treatments), tuple(decisions))


def _order(thing: Thing) -> tuple[bool, int]:
    order = thing.text("order") or ""
    return (False, int(order)) if order.isdigit() and len(order) < 9 else (True, 0)


def _number(found: Collection, thing: Thing, taken: dict[str, AgendaItem], often: dict[str, int]) -> str | None:
    """The item's number; None for a heading, which has none.

    A second item with one number, mostly a motion to amend the first, is kept apart: its end is not the first one's.
    """
    number = wordings.item_number(thing.text("number") or "")
    if not number:
        if "consultation" in thing.members or "result" in thing.members:
            found.note("oparl-item-without-number", "AgendaItem has no number; it was left out", thing.node)
        return None
    if number not in taken:
        return number
    found.note("oparl-duplicate-item", "AgendaItem has the number of another; it is kept as “NUMBER (2)”", thing.node)
    often[number] = often.get(number, 1) + 1
    return next(own for n in count(often[number]) if (own := f"{number} ({n})") not in taken)


_SHOWN = 80
"""So many characters of unknown words stand in a finding."""

DECISIONS = "protokollgraph:decision"
"""Our own property: decisions one by one, where OParl has one result for each item only."""


def _decisions(found: Collection, thing: Thing, number: str | None) -> list[Decision]:
    several = thing.things(DECISIONS)
    if several:
        return [each for one in several if (each := _in_full(one, number)) is not None]
    each = _decision(found, thing, number) if thing.kind == "AgendaItem" else None
    return [each] if each is not None else []


def _in_full(thing: Thing, number: str | None) -> Decision | None:
    """A decision whose slots are all named, as an export of this program writes it; None if it has no kind."""
    kind, outcome, method = thing.text("kind"), thing.text("outcome"), thing.text("method")
    words = thing.text("resolutionText") or thing.text("result")
    if kind not in set(DecisionKind) or words is None:
        return None
    return Decision(
        DecisionKind(kind),
        words,
        (thing.evidence("resolutionText", "decision"),),
        item=number,
        label=thing.text("label"),
        outcome=Outcome(outcome) if outcome in set(Outcome) else None,
        method=Method(method) if method in set(Method) else None,
        votes=Votes(thing.count("favor"), thing.count("against"), thing.count("abstention")),
    )


def _decision(found: Collection, thing: Thing, number: str | None) -> Decision | None:
    """What the result of an item says in words."""
    said, text = thing.text("result"), thing.text("resolutionText")
    if said is None:
        if text is not None:
            found.note("oparl-no-result", "AgendaItem has a text of resolution, but no result", thing.node)
        return None
    try:
        result = wordings.result(said)
    except KeyError:
        shown = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
        found.note("oparl-unknown-result", f"The result “{shown}” is not known; nothing was read of it", thing.node)
        return None
    if result is None:
        return None
    evidence = [thing.evidence("result", "result")]
    if text is not None:
        evidence.append(thing.evidence("resolutionText", "resolution-text"))
    return Decision(
        result.kind,
        text or said,
        tuple(evidence),
        item=number,
        outcome=result.outcome,
        method=result.method,
        votes=result.votes,
        addressee=_addressee(found, said, evidence[0]) if result.kind is DecisionKind.REFERRAL else None,
    )


def _addressee(found: Collection, words: str, where: Evidence) -> str | None:
    """Key of the one body that an item was referred to, if it is named."""
    bodies = [each.name for each in organisations.discover(words) if each.body]
    if len(bodies) != 1 or bodies[0] in load("oparl")["unnamed"]:
        return None
    known = found.entity(EntityKind.BODY, None, where, bodies[0])
    return known.key if known else None
