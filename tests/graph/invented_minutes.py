"""One invented Ergebnisprotokoll with every kind of statement, extracted by hand, and a later one of the same body."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from hashlib import sha256

from protokollgraph.model import (
    AgendaItem,
    Attendance,
    Capacity,
    Decision,
    DecisionKind,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Gender,
    ItemKind,
    Meeting,
    MeetingReference,
    Membership,
    Method,
    Outcome,
    Participation,
    PersonName,
    Place,
    ProjectFact,
    Role,
    Severity,
    Span,
    Task,
    Treatment,
    Votes,
)

TEXT = """ERGEBNISPROTOKOLL der 16. Sitzung
Werkstatt 7 „Dorf & Land“, 27.10.2024, 22:30 Uhr – 00:15 Uhr
Ort: Bürgerhaus "Quaal", Uferweg 6, 01234 Quaal/Kwałśow
Leitung: Prof. Dr. Ruth Quandel, Quaaler Seenwerke mbH (QSW)
Anwesend: Herr Ole Tann (Stadt Quaal); entschuldigt: Ines Wehr, vertreten durch Ole Tann
1\tBegrüßung
2\tVorstellung STARK-Projekt „Seeblick“
<p>Begrüßung</p> <p>Das Protokoll vom 12.09.2024 wird bestätigt.</p>
<ul>• Herr Tann stellt das <b>Projekt
„Seeblick“</b> vor (1,2 Mio. EUR, Träger QSW, Vorlage V 7/24).</ul>
• Das Projekt wird mit 5 Ja, 1 Nein an die Stadt Quaal empfohlen.
• Die Werkstatt 3 hatte es am 01.10.2024 im Konsens befürwortet.
• 12 Projekte sind bewilligt.
Herr Tann prüft die Kosten bis 30.11.2024. Die Geschäftsordnung gilt. Nächste Sitzung: 05.12.2024.
"""


def at(words: str, rule: str = "test.rule", *, confidence: float = 1.0, inferred: bool = False) -> Evidence:
    start = TEXT.index(words)
    return Evidence(Span(start, start + len(words)), rule, confidence, inferred)


def everywhere(words: str) -> tuple[Evidence, ...]:
    found, start = [], TEXT.find(words)
    while start >= 0:
        found.append(Evidence(Span(start, start + len(words)), "mentions.name"))
        start = TEXT.find(words, start + 1)
    return tuple(found)


ENTITIES = (
    Entity("b1", EntityKind.BODY, "Werkstatt 7", ("Dorf & Land",), everywhere("Werkstatt 7"), number=7),
    Entity("b2", EntityKind.BODY, "Werkstatt 3", (), everywhere("Werkstatt 3"), number=3),
    Entity(
        "o1",
        EntityKind.ORGANISATION,
        "Quaaler Seenwerke mbH",
        ("QSW",),
        everywhere("Quaaler Seenwerke mbH") + everywhere("QSW"),
    ),
    Entity("o2", EntityKind.ORGANISATION, "Stadt Quaal", (), everywhere("Stadt Quaal")),
    Entity("o3", EntityKind.ORGANISATION, "Bürgerhaus", (), everywhere("Bürgerhaus"), part_of="o2"),
    Entity(
        "p1",
        EntityKind.PERSON,
        "Ruth Quandel",
        (),
        everywhere("Ruth Quandel"),
        PersonName("Quandel", "Ruth", "Prof. Dr.", Gender.FEMALE),
    ),
    Entity(
        "p2",
        EntityKind.PERSON,
        "Ole Tann",
        ("Herr Tann",),
        everywhere("Ole Tann") + everywhere("Herr Tann"),
        PersonName("Tann", "Ole", None, Gender.MALE),
    ),
    Entity("p3", EntityKind.PERSON, "Ines Wehr", (), everywhere("Ines Wehr"), PersonName("Wehr", "Ines")),
    Entity("j1", EntityKind.PROJECT, "Seeblick", (), everywhere("„Seeblick“")),
    Entity("f1", EntityKind.PROGRAMME, "STARK", (), everywhere("STARK")),
    Entity("v1", EntityKind.PAPER, "V 7/24", (), everywhere("V 7/24"), title="Förderung „Seeblick“"),
    Entity("t1", EntityKind.TOPIC, "Geschäftsordnung", (), everywhere("Geschäftsordnung")),
    Entity(
        "e1",
        EntityKind.PROTOCOL,
        "Protokoll vom 12.09.2024",
        (),
        everywhere("Protokoll vom 12.09.2024"),
        date=date(2024, 9, 12),
    ),
)

MEETING = Meeting(
    (at("16. Sitzung"), at("27.10.2024")),
    "b1",
    16,
    date(2024, 10, 27),
    time(22, 30),
    time(0, 15),
    Place('Bürgerhaus "Quaal", Uferweg 6, 01234 Quaal/Kwałśow', "Uferweg 6", "01234", "Quaal/Kwałśow"),
    MeetingReference(at("12.09.2024", inferred=True), 15, date(2024, 9, 12)),
    MeetingReference(at("05.12.2024"), None, date(2024, 12, 5), time(10, 0), Place("Rathaus Quaal")),
)

PARTICIPATIONS = (
    # A chair whose presence is stated: the attendance goes to a participation as attendee.
    Participation(
        "p1",
        Role.CHAIR,
        (at("Leitung"),),
        organisation="o1",
        printed="Quaaler Seenwerke mbH (QSW)",
        attendance=Attendance.PRESENT,
    ),
    Participation("p2", Role.MINUTE_TAKER, (at("Herr Ole Tann"),)),
    Participation(
        "p2",
        Role.ATTENDEE,
        (at("Ole Tann (Stadt Quaal)"),),
        organisation="o2",
        attendance=Attendance.PRESENT,
        capacity=Capacity.GUEST,
        substitutes_for="p3",
        note="ohne Stimmrecht",
    ),
    Participation(
        "p3", Role.ATTENDEE, (at("entschuldigt: Ines Wehr"),), attendance=Attendance.EXCUSED, capacity=Capacity.MEMBER
    ),
    Participation("p2", Role.PRESENTER, (at("Herr Tann stellt"),), item="2"),
    # The same once more: one node.
    Participation("p2", Role.PRESENTER, (at("Ole Tann\n1"),), item="2", printed="Stadt Quaal"),
    # An item that was planned and not treated.
    Participation("p1", Role.DISCUSSANT, (at("Ruth Quandel"),), item="3"),
)

DECISIONS = (
    Decision(
        DecisionKind.CONFIRMATION,
        "Das Protokoll wird bestätigt.",
        (at("Das Protokoll vom 12.09.2024 wird bestätigt."),),
        "1",
        outcome=Outcome.ADOPTED,
        concerns=("e1",),
    ),
    Decision(
        DecisionKind.RECOMMENDATION,
        "Das Projekt wird empfohlen.",
        (at("Das Projekt wird mit 5 Ja, 1 Nein an die Stadt Quaal empfohlen."),),
        "2",
        "16/1",
        Outcome.ADOPTED,
        Method.MAJORITY,
        Votes(5, 1, None),
        date(2024, 10, 27),
        "b1",
        ("j1", "v1"),
        "o2",
    ),
    # Of another body and day: below that meeting.
    Decision(
        DecisionKind.APPROVAL,
        "Die Werkstatt 3 hatte es befürwortet.",
        (at("Die Werkstatt 3 hatte es am 01.10.2024 im Konsens befürwortet."),),
        "2",
        None,
        Outcome.ADOPTED,
        Method.CONSENSUS,
        Votes(),
        date(2024, 10, 1),
        "b2",
        ("j1",),
        reported=True,
    ),
    # Of an unknown day: below this meeting.
    Decision(
        DecisionKind.APPROVAL,
        "12 Projekte sind bewilligt.",
        (at("12 Projekte sind bewilligt."),),
        None,
        body="o1",
        reported=True,
    ),
    # Nobody decided.
    Decision(
        DecisionKind.COMMITMENT,
        "Die Geschäftsordnung gilt.",
        (at("Die Geschäftsordnung gilt."),),
        None,
        outcome=Outcome.WITHDRAWN,
        concerns=("t1",),
    ),
)


def minutes() -> Extraction:
    """The protocol of session 16."""
    return Extraction(
        Document("werkstatt-7.txt", TEXT, sha256(TEXT.encode()).hexdigest()),
        "ERGEBNISPROTOKOLL",
        True,
        date(2024, 11, 1),
        "ergebnisprotokoll",
        ENTITIES,
        MEETING,
        PARTICIPATIONS,
        (
            Membership("p1", "o1", (at("Prof. Dr. Ruth Quandel, Quaaler Seenwerke mbH"),), "Geschäftsführerin"),
            Membership("p2", "o2", (at("Ole Tann (Stadt Quaal)", confidence=0.9),)),
            Membership("p3", "b1", (at("Ines Wehr"),), "Sprecherin", former=True),
        ),
        (
            AgendaItem("1", "Begrüßung", at("1\tBegrüßung"), ItemKind.WELCOME),
            AgendaItem(
                "2",
                "Vorstellung STARK-Projekt „Seeblick“",
                at("2\tVorstellung"),
                ItemKind.PROJECT_PRESENTATION,
                ("1", "9"),
            ),
            AgendaItem("3", "Sonstiges", at("Uferweg")),
        ),
        (
            Treatment("1", at("<p>Begrüßung</p> <p>Das Protokoll vom 12.09.2024 wird bestätigt.</p>")),
            Treatment("2", at("Projekt\n„Seeblick“"), ("j1",), ("v1",)),
        ),
        (
            ProjectFact("j1", at("STARK-Projekt „Seeblick“"), programme="f1"),
            ProjectFact("j1", at("Träger QSW"), sponsor="o1"),
            ProjectFact("j1", at("Das Projekt"), lead="b2"),
            ProjectFact("j1", at("1,2 Mio. EUR"), budget=Decimal("1200000")),
            ProjectFact("j1", at("STARK-Projekt"), kind="Investitionsprojekt"),
        ),
        DECISIONS,
        (
            Task(
                "Herr Tann prüft die Kosten.",
                (at("Herr Tann prüft die Kosten bis 30.11.2024."),),
                "2",
                "p2",
                date(2024, 11, 30),
            ),
            Task("Alle lesen.", (at("gilt"),), None, done=True),
        ),
        (Figure(Decimal(12), "12 Projekte sind bewilligt.", at("12 Projekte"), None, date(2024, 10, 27)),),
        (
            Finding("plan-without-result", "Item 3 has no result.", Severity.WARNING, at("Uferweg").span),
            Finding("no-place-number", "No number.", Severity.NOTICE),
        ),
    )


def later_minutes() -> Extraction:
    """The protocol of the session that :func:`minutes` announces, with hardly anything in it."""
    text = "Werkstatt 7, 05.12.2024: Ole Tann (Stadt Quaal). Quaaler Seenwerke"
    spot = (Evidence(Span(0, 11), "test.rule"),)
    return Extraction(
        Document("werkstatt-7-spaeter.txt", text, sha256(text.encode()).hexdigest()),
        entities=(
            Entity("a", EntityKind.BODY, "Werkstatt 7", (), spot, number=7),
            Entity("b", EntityKind.PERSON, "O. Tann", (), spot, PersonName("Tann", "O.")),
            Entity("c", EntityKind.ORGANISATION, "Stadt Quaal", (), spot),
            Entity("d", EntityKind.ORGANISATION, "Quaaler Seenwerke", (), spot),
        ),
        meeting=Meeting(spot, "a", None, date(2024, 12, 5)),
        memberships=(Membership("b", "c", spot),),
    )
