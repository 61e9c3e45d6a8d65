"""An invented project on its way through several bodies, for the tests of its path."""

from __future__ import annotations

from datetime import date, timedelta

from network_world import BASE, World, decision, participation, protocol

from protokollgraph.graph.terms import iri, literal, quad
from protokollgraph.ontology.namespaces import DCT, DL, FOAF, FRAPO, ORG, PG, PROV, RDF

PROJECT = "Seilbahn Grießen–Kahren"
WORKSHOP, COUNCIL, COMMITTEE = ("Werkstatt 2", "Gemeinderat Heideblick", "Beirat Seilbahnen")
PRESENTER, ASKING, OWNER = ("Ottilie Laasower", "Bodo Pusack", "Trude Missener")
SPONSOR, OFFICE, FUND = ("Stadtwerke Kahren GmbH", "Staatskanzlei Dahmeland", "Sonderfonds Steilhang")
ASKED = "Herr Pusack fragt, wer die Seilbahn im Winter enteist."
PROMISED = "Frau Missener legt das Gutachten zum Talseil vor."
RECOMMENDED = "Die Werkstatt 2 empfiehlt die Seilbahn Grießen–Kahren mit 7 Ja- und 2 Nein-Stimmen."
REFUSED = "Der Gemeinderat hatte die Seilbahn am 06.03.2023 abgelehnt."
POSTPONED = "Die Bergstation wird vertagt."
NOTED = "Der Beirat nimmt den Sachstand zur Kenntnis."
DECIDED_AT_ONCE = (("Postponement", POSTPONED, "Postponed"), ("Acknowledgement", NOTED, "Noted"))


def way(extra: int = 0) -> World:
    """Four stations of the project, one of them told elsewhere only, and ``extra`` ones after them, a month apart.

    A project of one station, „Talblick“, is there too.
    """
    world = World()
    _workshop(world)
    _committee(world)
    for number in range(extra):
        body = (WORKSHOP, COUNCIL, COMMITTEE)[number % 3]
        _further(world, body, number, (date(2024, 3, 5) + timedelta(days=30 * number)).isoformat())
    return world


def _node(kind: str, name: str) -> str:
    return f"{BASE}{kind}/" + "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in name.lower()).split())


def _treatment(world: World, graph: str, meeting: str, item: int, name: str) -> tuple[str, str]:
    project = world.named(graph, _node("project", name), PG.Project, name)
    treatment = f"{meeting}/treatment/{item}"
    world.say(graph, treatment, RDF.type, to=[PG.Treatment])
    world.say(graph, treatment, PG.treatsProject, to=[project])
    world.say(graph, treatment, DL.forms_part_of, to=[meeting])
    world.because(graph, item * 1000, f"TOP {item} {name}: Die Sache wird beraten.", treatment)
    return project, treatment


def _person(world: World, graph: str, treatment: str, name: str, role: str, sentence: str, start: int) -> None:
    person = world.named(graph, _node("person", name), FOAF.Person, name, FOAF.name)
    home = world.named(graph, _node("organisation", SPONSOR), ORG.Organization, SPONSOR)
    own = participation(world, graph, treatment, person, role, organisation=home, item=2)
    world.because(graph, start, sentence, own)


def _workshop(world: World) -> None:
    graph, meeting = protocol(world, f"{BASE}body/werkstatt-2", WORKSHOP, "2023-02-07", 4)
    project, treatment = _treatment(world, graph, meeting, 2, PROJECT)
    _person(world, graph, treatment, PRESENTER, "Presenter", "Frau Laasower stellt die Seilbahn vor.", 2100)
    _person(world, graph, treatment, ASKING, "Discussant", ASKED, 2200)
    owner = world.named(graph, _node("person", OWNER), FOAF.Person, OWNER, FOAF.name)
    task = f"{meeting}/task/2"
    world.say(graph, task, RDF.type, to=[PG.Task])
    world.say(graph, task, PG.assignee, to=[owner])
    world.say(graph, task, PROV.value, "Gutachten zum Talseil")
    world.say(graph, treatment, PG.assigns, to=[task])
    world.because(graph, 2300, PROMISED, task)
    sponsor = world.named(graph, _node("organisation", SPONSOR), ORG.Organization, SPONSOR)
    fund = world.named(graph, _node("programme", FUND), FRAPO.FundingProgramme, FUND)
    world.say(graph, project, PG.sponsor, to=[sponsor])
    world.say(graph, project, FRAPO.isFundedBy, to=[fund])
    world.say(graph, project, PG.leadBody, to=[f"{BASE}body/werkstatt-2"])
    world.because(
        graph, 2400, "Träger sind die Stadtwerke Kahren, gefördert aus dem Sonderfonds.", project, sponsor, fund
    )
    office = world.named(graph, _node("organisation", OFFICE), ORG.Organization, OFFICE)
    links = {"body": f"{BASE}body/werkstatt-2", "concerns": project, "addressee": office}
    taken = decision(world, graph, meeting, 2, "Recommendation", RECOMMENDED, **links)
    world.say(graph, taken, DL.number_of_votes_favor, "7")
    world.say(graph, taken, DL.number_of_votes_against, "2")
    world.because(graph, 2500, RECOMMENDED, taken)
    _treatment(world, graph, meeting, 3, "Talblick")


def _committee(world: World) -> None:
    """The Beirat meets twice; the second time it tells what the council had decided, and decides two things."""
    body = f"{BASE}body/beirat-seilbahnen"
    graph, meeting = protocol(world, body, COMMITTEE, "2023-09-12", 1)
    _treatment(world, graph, meeting, 2, PROJECT)
    graph, meeting = protocol(world, body, COMMITTEE, "2024-02-06", 2)
    project, _ = _treatment(world, graph, meeting, 2, PROJECT)
    for number, (kind, words, outcome) in enumerate(DECIDED_AT_ONCE, start=2):
        taken = decision(world, graph, meeting, number, kind, words, body=body, concerns=project)
        world.lines = {line for line in world.lines if not (taken in line and line.split()[2].endswith("Adopted>"))}
        world.say(graph, taken, DL.decision_outcome, to=[PG[outcome]])
        world.because(graph, 2600 + number * 100, words, taken)
    council = world.named(graph, f"{BASE}body/gemeinderat-heideblick", PG.Body, COUNCIL)
    earlier = decision(world, graph, meeting, 9, "Rejection", REFUSED, body=council, concerns=project)
    world.lines = (world.lines - {_dated(earlier, "2024-02-06", graph)}) | {_dated(earlier, "2023-03-06", graph)}
    world.because(graph, 2900, REFUSED, earlier)


def _dated(node: str, day: str, graph: str) -> str:
    return quad(iri(node), iri(DCT.date), literal(day, datatype="http://www.w3.org/2001/XMLSchema#date"), iri(graph))


def _further(world: World, body: str, number: int, day: str) -> None:
    graph, meeting = protocol(world, _node("body", body), body, day, 10 + number)
    project, treatment = _treatment(world, graph, meeting, 2, PROJECT)
    _person(world, graph, treatment, PRESENTER, "Presenter", "Frau Laasower berichtet von der Seilbahn.", 2100)
    if number % 2:
        kind = ("Approval", "Rejection", "Recommendation")[number // 2 % 3]
        words = f"Beschluss {number} zur Seilbahn."
        taken = decision(world, graph, meeting, 2, kind, words, body=_node("body", body), concerns=project)
        world.because(graph, 2200, words, taken)
