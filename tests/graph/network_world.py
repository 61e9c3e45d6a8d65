"""An invented world of protocols for the tests of the network, as N-Quads in the shape of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

import pyoxigraph

from protokollgraph.graph.terms import Value, iri, literal, quad
from protokollgraph.ontology.namespaces import DCT, DL, ELI, FOAF, FRAPO, OA, ORG, PG, PROV, RDF, RDFS, SKOS

BASE = "https://protokolle.example/id/"
GIVEN = [
    "Anke",
    "Bodo",
    "Cilly",
    "Detlev",
    "Elfi",
    "Falko",
    "Gesine",
    "Hanno",
    "Inka",
    "Jurij",
    "Kerstin",
    "Lutz",
    "Marit",
    "Nils",
    "Ottilie",
    "Peer",
    "Rieke",
    "Swen",
    "Trude",
    "Uwe",
    "Vera",
    "Wito",
    "Xenia",
    "Yann",
    "Zita",
    "Arno",
    "Birgit",
    "Claas",
    "Dörte",
    "Enno",
]
FAMILY = [
    "Quandtmeyer",
    "Brjazank",
    "Ohnesorgen",
    "Kelterborn",
    "Dubrauke",
    "Wendelstein",
    "Mužakec",
    "Priebusch",
    "Tranitzer",
    "Kahrendt",
    "Nowotnick",
    "Schlabendorf",
    "Zollhäuser",
    "Greifenhagen-Roy",
    "Lieskauer",
    "Pusack",
    "Byhlener",
    "Drebkauer",
    "Jänschke",
    "Koselmühl",
    "Laasower",
    "Missener",
    "Ogrosener",
    "Papitzer",
    "Radduscher",
    "Striesower",
    "Turnower",
    "Vettersfeld",
    "Werbener",
    "Zaue",
]
PLACES = [
    "Altmühle",
    "Birkenhain",
    "Drehna",
    "Eichwege",
    "Fürstlich",
    "Grießen",
    "Heideblick",
    "Illmersdorf",
    "Jocksdorf",
    "Kahren",
    "Lindchen",
    "Mulknitz",
]
KINDS_OF_ORGANISATION = (
    "Stadtwerke {} GmbH", "Landkreis {}", "Hochschule {}", "Handwerkskammer {}", "Bürgerverein {} e. V.",
    "Klinikum {} gGmbH",
)  # fmt: skip
SUBJECTS = (
    "Reallabor Wärmewende {}", "Gründerzentrum {}", "Radwegenetz {}–{}", "Telemedizinischer Verbund {}",
    "Kulturfabrik {}", "Wasserstoffnetz {}", "Fachkräftecampus {}", "Erweiterung des Bahnhofs {} mit Mobilitätsstation",
    "Digitales Rathaus {}",
)  # fmt: skip
THEMES = (
    "Wirtschaft und Fachkräfte",
    "Gesundheit und Pflege",
    "Mobilität und Energie",
    "Kultur und Tourismus",
    "Bildung",
)
DECIDED = {
    "Recommendation": "Die Werkstatt spricht im Konsens für das Projekt „{}“ eine Empfehlung an die {} aus.",
    "Acknowledgement": "Der Sachstand zu „{}“ wird zur Kenntnis genommen; die {} wird unterrichtet.",
    "Postponement": "Die Befassung mit „{}“ wird vertagt, die {} wird um Stellungnahme gebeten.",
    "Rejection": "Das Projekt „{}“ wird in dieser Form nicht weiter verfolgt; Mitteilung an die {}.",
}
KINDS_OF_DECISION = ("Recommendation", "Recommendation", *DECIDED)


@dataclass(slots=True)
class World:
    """A growing set of quads."""

    lines: set[str] = field(default_factory=set)

    def say(self, graph: str, subject: str, predicate: str, *values: Value, to: Iterable[str] = ()) -> None:
        """One subject and predicate with literal values, or with nodes in ``to``."""
        objects = [literal(value) for value in values] + [iri(each) for each in to]
        self.lines |= {quad(iri(subject), iri(predicate), each, iri(graph)) for each in objects}

    def named(self, graph: str, node: str, cls: str, name: str, predicate: str = SKOS.prefLabel) -> str:
        """An entity, stated in the protocol and kept in the register."""
        for each in (graph, BASE + "graph/register"):
            self.say(each, node, RDF.type, to=[cls])
            self.say(each, node, predicate, name)
        return node

    def because(self, graph: str, start: int, sentence: str, *bodies: str, inferred: bool = False) -> None:
        """An annotation of each body with the sentence."""
        target = f"{graph}/target/{start}-{start + len(sentence)}"
        for number, body in enumerate(bodies):
            annotation = f"{graph}/evidence/{start}-{start + len(sentence)}/{number}"
            self.say(graph, annotation, RDF.type, to=[OA.Annotation])
            self.say(graph, annotation, OA.hasBody, to=[body])
            self.say(graph, annotation, OA.hasTarget, to=[target])
            self.say(graph, annotation, PG.statementKind, to=[PG.Inferred if inferred else PG.Stated])
        self.say(graph, target, OA.hasSelector, to=[target + "/quote", target + "/position"])
        self.say(graph, target + "/quote", OA.exact, sentence)
        self.say(graph, target + "/position", OA.start, start)

    def store(self, shuffle: int | None = None) -> pyoxigraph.Store:
        """The quads in a store in memory, loaded in sorted or in a shuffled order."""
        lines = sorted(self.lines)
        if shuffle is not None:
            Random(shuffle).shuffle(lines)
        store = pyoxigraph.Store()
        store.load("".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        return store


def protocol(world: World, body: str, name: str, day: str, number: int) -> tuple[str, str]:
    """A protocol and its meeting."""
    slug = body.rpartition("/")[2]
    graph, meeting = f"{BASE}protocol/{slug}/{day}", f"{BASE}meeting/{slug}/{day}"
    world.say(graph, graph, RDF.type, to=[PG.Protocol, ELI.Work])
    world.say(graph, graph, DCT.title, "ERGEBNISPROTOKOLL")
    world.say(graph, meeting, RDF.type, to=[PG.Meeting])
    world.say(graph, meeting, RDFS.label, f"{name}, {number}. Sitzung")
    world.lines.add(quad(iri(meeting), iri(DCT.date), _date(day), iri(graph)))
    world.say(graph, meeting, DL.recorded_in_a_realization_of, to=[graph])
    world.say(graph, meeting, DL.had_responsible_organization, to=[body])
    for cls in (PG.Body, ORG.Organization):
        world.named(graph, body, cls, name)
    return graph, meeting


def _date(day: str) -> str:
    return literal(day, datatype="http://www.w3.org/2001/XMLSchema#date")


def participation(
    world: World,
    graph: str,
    at: str,
    person: str,
    role: str,
    *,
    organisation: str | None = None,
    item: int | None = None,
) -> str:
    """A participation in a meeting or a treatment."""
    meeting = at.partition("/treatment/")[0]
    node = f"{meeting}/participation/{person.rpartition('/')[2]}/{role.lower()}" + (f"/{item}" if item else "")
    world.say(graph, node, RDF.type, to=[DL.Participation])
    world.say(graph, at, DL.had_participation, to=[node])
    world.say(graph, node, DL.had_participant_person, to=[person])
    world.say(graph, node, DL.participation_role, to=[PG[role]])
    if organisation:
        world.say(graph, node, DL.participation_in_name_of, to=[organisation])
    return node


def decision(world: World, graph: str, meeting: str, number: int, kind: str, words: str, **links: str) -> str:
    """A decision of this meeting; ``links``: body, concerns, addressee."""
    node = f"{meeting}/decision/{number}"
    world.say(graph, node, RDF.type, to=[PG.Decision])
    world.say(graph, node, PG.decisionKind, to=[PG[kind]])
    world.say(graph, node, DL.decision_outcome, to=[PG.Rejected if kind == "Rejection" else PG.Adopted])
    world.say(graph, node, DL.decision_method, to=[PG.Consensus])
    world.say(graph, node, PROV.value, words)
    world.lines.add(quad(iri(node), iri(DCT.date), _date(meeting.rpartition("/")[2]), iri(graph)))
    names = {"body": DL.had_responsible_organization, "concerns": PG.concerns, "addressee": PG.addressee}
    for name, target in links.items():
        world.say(graph, node, names[name], to=[target])
    return node


def realistic(*, bodies: int = 5, sessions: int = 5, people: int = 58, seed: int = 4) -> World:
    """Some Werkstätten that meet for two years: about 150 nodes with the default arguments."""
    random, world = Random(seed), World()
    names = random.sample([f"{given} {family}" for given in GIVEN for family in FAMILY], people)
    organisations = [shape.format(place) for place in PLACES for shape in KINDS_OF_ORGANISATION]
    random.shuffle(organisations)
    pairs = [(place, PLACES[(number + 3) % len(PLACES)]) for number, place in enumerate(PLACES)]
    subjects = random.sample([shape.format(*pair) for shape in SUBJECTS for pair in pairs], bodies * 7)
    for number in range(bodies):
        staff = names[number * people // bodies : (number + 1) * people // bodies] + random.sample(names, 3)
        own = [organisations[(number * 6 + each) % len(organisations)] for each in range(7)] + [
            "Staatskanzlei Dahmeland"
        ]
        theirs = subjects[number * 7 : number * 7 + 7] + random.sample(subjects, 1)
        for session in range(sessions):
            _session(world, random, number, session, staff, own, theirs)
    return world


def _session(
    world: World, random: Random, number: int, session: int, staff: list[str], own: list[str], theirs: list[str]
) -> None:
    body = f"{BASE}body/werkstatt-{number + 1}"
    day = f"{2023 + session // 3}-{1 + (number + session * 4) % 12:02d}-{10 + number % 18:02d}"
    graph, meeting = protocol(world, body, f"Werkstatt {number + 1}", day, 10 + session)
    world.say(graph, body, SKOS.altLabel, THEMES[number % len(THEMES)])
    chancellery = world.named(graph, _iri("organisation", own[-1]), ORG.Organization, own[-1])
    start = 100
    for place, name in enumerate(random.sample(staff, max(3, len(staff) * 2 // 3))):
        person = world.named(graph, _iri("person", name), FOAF.Person, name, FOAF.name)
        home = own[staff.index(name) % (len(own) - 1)]
        organisation = world.named(graph, _iri("organisation", home), ORG.Organization, home)
        role = ("Chair", "MinuteTaker")[place] if place < 2 else "Attendee"
        taking_part = participation(world, graph, meeting, person, role, organisation=organisation)
        world.because(graph, start, f"{name}, Referentin, {home}", taking_part, person, organisation)
        start += 200
    for item, subject in enumerate(random.sample(theirs, 2), start=3):
        _treated(world, random, graph, meeting, item, subject, staff, own, chancellery, start)
        start += 1000
    words = f"Das Protokoll der {9 + session}. Sitzung wird bestätigt."
    world.because(graph, 20, words, decision(world, graph, meeting, 1, "Confirmation", words, body=body))


def _treated(
    world: World, random: Random, graph: str, meeting: str, item: int, subject: str, staff: list[str], own: list[str],
    chancellery: str, start: int,
) -> None:  # fmt: skip
    body = f"{BASE}body/{meeting.split('/')[-2]}"
    project = world.named(graph, _iri("project", subject), PG.Project, subject)
    treatment = f"{meeting}/treatment/{item}"
    world.say(graph, treatment, RDF.type, to=[PG.Treatment])
    world.say(graph, treatment, PG.treatsProject, to=[project])
    world.say(graph, treatment, DL.forms_part_of, to=[meeting])
    for offset, (role, verb) in enumerate(
        (("Presenter", "stellt das Projekt vor"), ("Discussant", "fragt nach den Kosten"))
    ):
        name = random.choice(staff)
        person = world.named(graph, _iri("person", name), FOAF.Person, name, FOAF.name)
        node = participation(world, graph, treatment, person, role, item=item)
        world.because(graph, start + offset * 150, f"{name} {verb}: „{subject}“.", node)
    sponsor = world.named(graph, _iri("organisation", own[len(subject) % 6]), ORG.Organization, own[len(subject) % 6])
    programme = ("STARK", "JTF", "InvKG")[len(subject) % 3]
    fund = world.named(graph, _iri("programme", programme), FRAPO.FundingProgramme, programme)
    world.say(graph, project, PG.sponsor, to=[sponsor])
    world.say(graph, project, FRAPO.isFundedBy, to=[fund])
    world.because(
        graph,
        start + 300,
        f"Träger von „{subject}“ ist {own[len(subject) % 6]}, gefördert aus {programme}.",
        project,
        sponsor,
        fund,
    )
    if item == 3:
        world.say(graph, project, PG.leadBody, to=[body])
        world.because(graph, start + 450, f"Federführend für „{subject}“ ist diese Werkstatt.", project, body)
    kind = random.choice(KINDS_OF_DECISION)
    words = DECIDED[kind].format(subject, own[-1])
    node = decision(world, graph, meeting, item, kind, words, body=body, concerns=project, addressee=chancellery)
    world.because(graph, start + 600, words, node)
    if random.random() < 0.4:
        name = random.choice(staff)
        person = world.named(graph, _iri("person", name), FOAF.Person, name, FOAF.name)
        task = f"{meeting}/task/{item}"
        world.say(graph, task, RDF.type, to=[PG.Task])
        world.say(graph, task, PG.assignee, to=[person])
        world.say(graph, task, PROV.value, f"Zeitplan zu „{subject}“ bis zur nächsten Sitzung vorlegen")
        world.say(graph, treatment, PG.assigns, to=[task])
        world.because(graph, start + 800, f"V: {name}, T: nächste Sitzung: Zeitplan zu „{subject}“ vorlegen.", task)


def _iri(kind: str, name: str) -> str:
    return f"{BASE}{kind}/" + "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in name.lower()).split())
