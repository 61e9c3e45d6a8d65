"""A small invented graph that follows the graph contract: three protocols of two Werkstätten and their register.

Werkstatt 4 met on 24 January (session 16) and on 6 March 2024 (session 17), Werkstatt 2 on 16 January. There is no
protocol of session 15 of Werkstatt 4, which session 16 names as the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from protokollgraph.graph.terms import Value, iri, literal, quad
from protokollgraph.ontology.iris import Iris, slug
from protokollgraph.ontology.namespaces import (
    DCT,
    DL,
    ELI,
    FOAF,
    FRAPO,
    NIF,
    OA,
    ORG,
    PG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)  # fmt: skip

IRIS = Iris()


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    organisation: str
    role: str = "Referentin"
    short: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of a Werkstatt with its protocol."""

    werkstatt: int
    day: date
    number: int
    previous: date | None
    next: date | None
    items: tuple[tuple[str, str, str, Speaker], ...]
    """Number, title, project, who presented it."""
    reported: tuple[int, date, str] | None = None
    """Werkstatt, day and project of a decision that was taken elsewhere."""
    absent: tuple[str, ...] = ()
    task: tuple[str, str, date] | None = None
    """Words, assignee, due date."""


KALAUCH = Speaker("Jördis Kalauch", "Stadtwerke Musterau GmbH")
NOWAK = Speaker("Łukasz Šołta", "Hochschule Beispielstadt", "Projektleiter")
BRETTIN = Speaker("Anne Brettin", "Stadtwerke Musterau GmbH", "Geschäftsführerin")

STORY = (
    Sitting(
        2, date(2024, 1, 16), 11, None, date(2024, 2, 20),
        (("3", "Vorstellung Wärmespeicher", "Wärmespeicher Musterau", KALAUCH),),
    ),
    Sitting(
        4, date(2024, 1, 24), 16, date(2023, 11, 21), date(2024, 3, 6),
        (
            ("3", "Projekt Campus der Dinge", "Campus der Dinge", NOWAK),
            ("4", "Wärmespeicher", "Wärmespeicher Musterau", BRETTIN),
        ),
        reported=(2, date(2024, 1, 16), "Wärmespeicher Musterau"),
        absent=("Anne Brettin",),
        task=("Frau Kalauch prüft die Kosten bis Ende März.", "Jördis Kalauch", date(2024, 3, 31)),
    ),
    Sitting(4, date(2024, 3, 6), 17, date(2024, 1, 24), None, (("2", "Sachstand", "Campus der Dinge", NOWAK),)),
)  # fmt: skip


@dataclass(slots=True)
class Lines:
    """Collects the quads of one named graph."""

    graph: str
    found: set[str] = field(default_factory=set)

    def add(self, subject: str, predicate: str, *objects: Value | tuple[str, str]) -> str:
        """Objects: a pair ("iri", address) or ("de", text) or a plain value. Returns the subject."""
        for each in objects:
            if isinstance(each, tuple):
                term = iri(each[1]) if each[0] == "iri" else literal(each[1], language=each[0])
            else:
                term = literal(each)
            self.found.add(quad(iri(subject), iri(predicate), term, iri(self.graph)))
        return subject

    def link(self, subject: str, predicate: str, *objects: str) -> str:
        return self.add(subject, predicate, *(("iri", each) for each in objects))

    def type(self, subject: str, *types: str) -> str:
        return self.link(subject, RDF.type, *types)

    def nquads(self) -> bytes:
        return "".join(sorted(self.found)).encode()


def body(lines: Lines, number: int) -> str:
    node = IRIS.body(f"werkstatt-{number}")
    lines.type(node, PG.Body, PG.Werkstatt, ORG.Organization)
    lines.add(node, PG.number, number)
    return lines.add(node, SKOS.prefLabel, ("de", f"Werkstatt {number}"))


def person(lines: Lines, speaker: Speaker) -> tuple[str, str]:
    node = lines.type(IRIS.person(slug(speaker.name)), FOAF.Person)
    organisation = lines.type(IRIS.organisation(slug(speaker.organisation)), ORG.Organization)
    lines.add(node, FOAF.name, speaker.name)
    lines.add(organisation, SKOS.prefLabel, ("de", speaker.organisation))
    return node, organisation


def project(lines: Lines, name: str) -> str:
    node = lines.type(IRIS.project(slug(name)), PG.Project, FOAF.Project)
    return lines.add(node, SKOS.prefLabel, ("de", name))


def _head(lines: Lines, sitting: Sitting) -> tuple[str, str, str]:
    protocol, slug_of_body = lines.graph, f"werkstatt-{sitting.werkstatt}"
    meeting = IRIS.meeting(slug_of_body, day=sitting.day, document="x")
    file = IRIS.file(slug(f"{sitting.werkstatt} {sitting.day}") + "0" * 16)
    lines.type(protocol, PG.Protocol, ELI.Work)
    lines.add(
        protocol,
        DCT.title,
        ("de", f"Ergebnisprotokoll der {sitting.number}. Sitzung der Werkstatt {sitting.werkstatt}"),
    )
    lines.link(protocol, PROV.wasDerivedFrom, lines.type(file, PG.SourceFile))
    lines.add(file, DCT.title, f"werkstatt-{sitting.werkstatt}-{sitting.day}.txt")
    lines.type(meeting, PG.Meeting, DL.Activity)
    lines.add(meeting, RDFS.label, ("de", f"Werkstatt {sitting.werkstatt}, {sitting.number}. Sitzung"))
    lines.add(meeting, DCT.date, sitting.day)
    lines.add(meeting, PG.sessionNumber, sitting.number)
    lines.link(meeting, DL.had_responsible_organization, body(lines, sitting.werkstatt))
    lines.link(meeting, DL.recorded_in_a_realization_of, protocol)
    for name, day, number in (
        ("previousMeeting", sitting.previous, sitting.number - 1),
        ("nextMeeting", sitting.next, 0),
    ):
        if day is not None:
            other = lines.type(IRIS.meeting(slug_of_body, day=day, document="x"), PG.Meeting)
            lines.add(lines.link(meeting, PG[name], other) and other, DCT.date, day)
            lines.link(other, DL.had_responsible_organization, body(lines, sitting.werkstatt))
            if number:
                lines.add(other, PG.sessionNumber, number)
    return protocol, meeting, file


def evidence(lines: Lines, file: str, node: str, words: str, start: int, *, inferred: bool = False) -> None:
    protocol, end = lines.graph, start + len(words)
    note = lines.type(IRIS.evidence(protocol, start, end, len(lines.found)), OA.Annotation)
    target = lines.type(IRIS.target(protocol, start, end), OA.SpecificResource)
    lines.link(lines.link(note, OA.hasBody, node), OA.hasTarget, target)
    lines.link(lines.link(target, OA.hasSource, file), OA.hasSelector, f"{target}/quote", f"{target}/position")
    lines.add(lines.type(f"{target}/quote", OA.TextQuoteSelector), OA.exact, words)
    lines.add(lines.type(f"{target}/position", OA.TextPositionSelector), OA.start, start)
    lines.add(f"{target}/position", OA.end, end)
    lines.add(note, NIF.confidence, Decimal("0.95"))
    lines.link(note, PG.statementKind, PG.Inferred if inferred else PG.Stated)


def _participation(
    lines: Lines, owner: str, meeting: str, who: str, role: str, organisation: str | None, item: str | None = None
) -> str:
    node = IRIS.participation(meeting, who.rpartition("/")[2], slug(role), item)
    lines.link(lines.type(node, DL.Participation), DL.had_participant_person, who)
    lines.link(node, DL.participation_role, PG[role])
    if organisation:
        lines.link(node, DL.participation_in_name_of, organisation)
    lines.link(owner, DL.had_participation, node)
    return node


def protocol(sitting: Sitting) -> tuple[str, bytes]:
    """The named graph of one protocol: its IRI and its N-Quads."""
    lines = Lines(IRIS.protocol(f"werkstatt-{sitting.werkstatt}", day=sitting.day, document="x"))
    _, meeting, file = _head(lines, sitting)
    evidence(lines, file, meeting, f"Werkstatt {sitting.werkstatt}", 10)
    for index, (number, title, name, speaker) in enumerate(sitting.items):
        who, organisation = person(lines, speaker)
        topic = project(lines, name)
        item = lines.type(IRIS.item(meeting, number), PG.AgendaItem)
        lines.add(lines.add(item, SKOS.notation, number), DCT.title, ("de", title))
        lines.add(lines.link(item, DL.forms_part_of, meeting), DL.activity_order, index + 1)
        lines.link(item, DL.had_activity_type, PG.ProjectPresentation)
        treatment = lines.type(IRIS.treatment(meeting, number), PG.Treatment, DL.Activity)
        lines.link(lines.link(treatment, DL.executed, item), DL.forms_part_of, meeting)
        lines.link(treatment, PG.treatsProject, topic)
        said = _participation(lines, treatment, meeting, who, "Presenter", organisation, number)
        start = 1000 * (index + 1)
        evidence(lines, file, said, f"{speaker.name} stellt das Projekt {name} vor.", start)
        evidence(lines, file, who, speaker.name, start)
        present = _participation(lines, meeting, meeting, who, "Attendee", organisation)
        lines.link(present, PG.attendance, PG.Excused if speaker.name in sitting.absent else PG.Present)
        post = IRIS.membership(slug(speaker.name), slug(speaker.organisation), slug(speaker.role))
        role = lines.type(IRIS.role(slug(speaker.role)), SKOS.Concept)
        lines.add(role, SKOS.prefLabel, ("de", speaker.role))
        lines.link(lines.link(lines.type(post, ORG.Membership), ORG.member, who), ORG.organization, organisation)
        evidence(lines, file, lines.link(post, ORG.role, role), f"{speaker.role}, {speaker.organisation}", start + 200)
        _decision(lines, file, meeting, treatment, topic, index + 1, sitting)
    _rest(lines, file, meeting, sitting)
    return lines.graph, lines.nquads()


def _decision(lines: Lines, file: str, meeting: str, treatment: str, topic: str, n: int, sitting: Sitting) -> None:
    node = lines.type(IRIS.act(meeting, "decision", str(n)), PG.Decision, DL.Decision)
    lines.link(node, PG.decisionKind, PG.Recommendation)
    lines.link(lines.link(node, DL.decision_outcome, PG.Adopted), DL.decision_method, PG.Consensus)
    lines.add(lines.link(node, PG.concerns, topic), DCT.date, sitting.day)
    lines.link(node, DL.had_responsible_organization, IRIS.body(f"werkstatt-{sitting.werkstatt}"))
    lines.link(treatment, PROV.generated, node)
    addressee = lines.type(IRIS.organisation("ministerium-fuer-beispiele"), ORG.Organization)
    lines.link(node, PG.addressee, lines.add(addressee, SKOS.prefLabel, ("de", "Ministerium für Beispiele")))
    for name, votes in (("favor", 12), ("against", 2), ("abstention", 0)) if n == 2 else ():
        lines.add(node, DL[f"number_of_votes_{name}"], votes)
    words = f"Die Werkstatt {sitting.werkstatt} empfiehlt das Projekt dem Ministerium."
    evidence(lines, file, lines.add(node, PROV.value, ("de", words)), words, 1000 * n + 500)


def _rest(lines: Lines, file: str, meeting: str, sitting: Sitting) -> None:
    if sitting.reported is not None:
        number, day, name = sitting.reported
        other = IRIS.meeting(f"werkstatt-{number}", day=day, document="x")
        node = lines.type(IRIS.act(other, "decision", "1"), PG.Decision, DL.Decision)
        lines.link(node, PG.decisionKind, PG.Recommendation)
        lines.link(lines.link(node, DL.decision_outcome, PG.Adopted), DL.decision_method, PG.Consensus)
        lines.add(lines.link(node, PG.concerns, project(lines, name)), DCT.date, day)
        lines.link(node, DL.had_responsible_organization, body(lines, number))
        treatment = IRIS.treatment(meeting, sitting.items[-1][0])
        lines.link(lines.link(node, PG.reportedIn, treatment) and treatment, PG.reports, node)
        evidence(lines, file, node, f"In der Werkstatt {number} wurde es empfohlen.", 8000, inferred=True)
    if sitting.task is not None:
        words, name, due = sitting.task
        node = lines.type(IRIS.act(meeting, "task", "1"), PG.Task)
        who, _ = person(lines, next(each for each in (KALAUCH, NOWAK, BRETTIN) if each.name == name))
        lines.add(lines.link(node, PG.assignee, who), PG.dueDate, due)
        lines.add(lines.add(node, PROV.value, ("de", words)), PG.done, False)
        lines.link(IRIS.treatment(meeting, sitting.items[0][0]), PG.assigns, node)
        evidence(lines, file, node, words, 9000)
        figure = lines.type(IRIS.act(meeting, "figure", "1"), PG.Figure)
        lines.add(lines.add(figure, SCHEMA.value, Decimal("72")), PROV.value, ("de", "72 Projekte bestätigt"))
        lines.add(figure, DCT.date, sitting.day)
        evidence(lines, file, figure, "72 Projekte bestätigt", 9500)
        sponsored = project(lines, sitting.items[0][2])
        lines.link(sponsored, PG.sponsor, IRIS.organisation("hochschule-beispielstadt"))
        lines.link(sponsored, PG.leadBody, body(lines, sitting.werkstatt))
        lines.link(sponsored, FRAPO.isFundedBy, lines.type(IRIS.programme("stark"), FRAPO.FundingProgramme))
        lines.add(IRIS.programme("stark"), SKOS.prefLabel, ("de", "STARK"))
        budget = lines.type(IRIS.budget(sponsored, Decimal(1500000)), SCHEMA.MonetaryAmount)
        lines.link(sponsored, PG.budget, lines.add(budget, SCHEMA.value, Decimal(1500000)))


def register(sittings: tuple[Sitting, ...] = STORY) -> tuple[str, bytes]:
    """The register graph: every entity with its canonical name."""
    lines = Lines(IRIS.register_graph)
    for sitting in sittings:
        body(lines, sitting.werkstatt)
        for _, _, name, speaker in sitting.items:
            person(lines, speaker)
            project(lines, name)
    node = lines.type(IRIS.organisation("ministerium-fuer-beispiele"), ORG.Organization)
    lines.add(node, SKOS.prefLabel, ("de", "Ministerium für Beispiele"))
    lines.add(lines.type(IRIS.programme("stark"), FRAPO.FundingProgramme), SKOS.prefLabel, ("de", "STARK"))
    lines.add(IRIS.organisation(slug(KALAUCH.organisation)), SKOS.altLabel, ("de", "SWM"))
    return lines.graph, lines.nquads()


def graphs(sittings: tuple[Sitting, ...] = STORY) -> dict[str, bytes]:
    """Every named graph of the story."""
    return dict([*(protocol(sitting) for sitting in sittings), register(sittings)])


def derived() -> bytes:
    """What follows from all protocols of the story, as the program derives it."""
    lines = Lines(IRIS.derived_graph)
    for speaker, first, last in (
        (KALAUCH, date(2024, 1, 16), date(2024, 1, 16)),
        (NOWAK, date(2024, 1, 24), date(2024, 3, 6)),
        (BRETTIN, date(2024, 1, 24), date(2024, 1, 24)),
    ):
        post = IRIS.membership(slug(speaker.name), slug(speaker.organisation), slug(speaker.role))
        lines.add(lines.add(post, PG.firstSeen, first), PG.lastSeen, last)
    one, two, three = (IRIS.meeting(f"werkstatt-{each.werkstatt}", day=each.day, document="x") for each in STORY)
    lines.link(lines.link(three, PG.previousMeeting, two) and two, PG.nextMeeting, three)
    for sitting in STORY:
        for _, _, name, _ in sitting.items:
            key = f"werkstatt-{sitting.werkstatt}/{sitting.day}"
            stage = lines.type(IRIS.stage(IRIS.project(slug(name)), key), PG.ProjectStage)
            lines.link(stage, PG.stageOf, IRIS.project(slug(name)))
            lines.link(stage, PG.stageKind, PG.ProjectPresentation, PG.Recommendation)
            position = 1 + sum(name == item[2] for each in STORY if each.day < sitting.day for item in each.items)
            lines.add(lines.add(stage, DCT.date, sitting.day), SCHEMA.position, position)
            lines.link(stage, DL.had_responsible_organization, IRIS.body(f"werkstatt-{sitting.werkstatt}"))
    gap = lines.type(IRIS.gap_before(two), PG.SessionGap)
    lines.link(lines.link(gap, PG.gapIn, IRIS.body("werkstatt-4")), PG.gapBefore, two)
    lines.link(lines.add(gap, DCT.date, date(2023, 11, 21)), PG.gapShownBy, PG.NamedAsEarlier)
    lines.add(lines.add(gap, PG.firstMissingNumber, 15), PG.lastMissingNumber, 15)
    gap = lines.type(IRIS.gap_after(one), PG.SessionGap)
    lines.link(lines.link(gap, PG.gapIn, IRIS.body("werkstatt-2")), PG.gapAfter, one)
    lines.link(lines.add(gap, DCT.date, date(2024, 2, 20)), PG.gapShownBy, PG.AnnouncedAsNext)
    return lines.nquads()
