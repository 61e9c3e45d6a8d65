"""What lies before the meetings: Paper and Consultation."""

from __future__ import annotations

from protokollgraph.extract.oparl import wordings
from protokollgraph.extract.oparl.collection import Collection
from protokollgraph.extract.oparl.objects import Thing
from protokollgraph.model import Consultation, EntityKind, PaperFact


def read(found: Collection) -> tuple[tuple[PaperFact, ...], tuple[Consultation, ...]]:
    """What is said of papers, and the stages of their way; each once."""
    facts: dict[PaperFact, None] = {}
    stages: dict[Consultation, None] = {}
    told: set[int] = set()
    for thing in found.of("Paper"):
        key = _paper(found, thing)
        if key is None:
            continue
        facts |= dict.fromkeys(_facts(found, thing, key))
        for each in found.within(thing, "consultation", "Consultation", "paper"):
            told.add(each.node.start)
            stages[_consultation(found, each, key)] = None
    for each in found.of("Consultation"):
        if each.node.start not in told:
            papers = found.refer(each, "paper", EntityKind.PAPER, "consultation-paper")
            if papers:
                stages[_consultation(found, each, papers[0])] = None
            elif "paper" not in each.members:
                found.note("oparl-broken-link", "Consultation lacks its paper", each.node)
    return tuple(facts), tuple(stages)


def _paper(found: Collection, thing: Thing) -> str | None:
    reference = thing.text("reference") or ""
    where = thing.evidence("reference" if reference else "name", "paper-reference")
    known = found.entity(EntityKind.PAPER, thing.id, where, reference)
    if known is None:
        return None
    known.title = thing.text("name")
    known.part_of = next(iter(found.refer(thing, "body", EntityKind.ORGANISATION, "paper-body")), None)
    return known.key


def _facts(found: Collection, thing: Thing, key: str) -> list[PaperFact]:
    printed = thing.text("paperType")
    kind = wordings.paper_kind(printed) if printed else None
    facts = [] if kind is None else [PaperFact(key, thing.evidence("paperType", "paper-type"), kind=kind)]
    for property, of in (
        ("originatorPerson", EntityKind.PERSON),
        ("originatorOrganization", EntityKind.ORGANISATION),
    ):
        movers = found.refer(thing, property, of, "paper-originator")
        where = thing.evidence(property, "paper-originator")
        facts += [PaperFact(key, where, mover=mover) for mover in movers]
    return facts


def _consultation(found: Collection, thing: Thing, paper: str) -> Consultation:
    return Consultation(
        paper,
        thing.evidence("role", "consultation"),
        thing.id,
        thing.address("meeting"),
        thing.address("agendaItem"),
        tuple(found.refer(thing, "organization", EntityKind.BODY, "consultation-organization")),
        thing.text("role"),
        thing.flag("authoritative"),
    )
