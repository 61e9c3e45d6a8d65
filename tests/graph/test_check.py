"""The page of one document: what it shows of an extraction."""

from datetime import date, time

import pytest

from protokollgraph.graph.check import report
from protokollgraph.model import (
    AgendaItem,
    Decision,
    DecisionKind,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Finding,
    Meeting,
    Membership,
    Method,
    Outcome,
    Participation,
    PersonName,
    Role,
    Severity,
    Span,
    Task,
    Treatment,
    Votes,
)

TEXT = "ERGEBNISPROTOKOLL\n\n1\tWahl\n\n1\tFrau Abel wird gewählt.\n• Unklare Zeile.\n"


def _evidence(words: str) -> Evidence:
    start = TEXT.rindex(words)
    return Evidence(Span(start, start + len(words)), "test.rule")


@pytest.fixture
def extraction() -> Extraction:
    here = _evidence("ERGEBNISPROTOKOLL")
    chosen = _evidence("Frau Abel wird gewählt.")
    return Extraction(
        document=Document("wahl.txt", TEXT, "0" * 64),
        title="ERGEBNISPROTOKOLL",
        style="ergebnisprotokoll",
        entities=(
            Entity("body/1", EntityKind.BODY, "Werkstatt 4", number=4),
            Entity("person/1", EntityKind.PERSON, "Ina Abel", person=PersonName("Abel", "Ina", "Dr.")),
            Entity("organisation/1", EntityKind.ORGANISATION, "Stadt Guben"),
        ),
        meeting=Meeting((here,), "body/1", 16, date(2024, 1, 24), time(14, 10), time(16, 30)),
        participations=(
            Participation("person/1", Role.CHAIR, (here,)),
            Participation("person/1", Role.PRESENTER, (chosen,), item="1"),
        ),
        memberships=(Membership("person/1", "organisation/1", (here,), role="Referentin"),),
        agenda=(AgendaItem("1", "Wahl", here), AgendaItem("2", "Sonstiges", here)),
        treatments=(Treatment("1", chosen),),
        decisions=(
            Decision(
                DecisionKind.ELECTION,
                "Frau Abel wird gewählt.",
                (chosen,),
                item="1",
                outcome=Outcome.ADOPTED,
                method=Method.MAJORITY,
                votes=Votes(6, 0, 1),
                concerns=("person/1",),
            ),
        ),
        tasks=(Task("Frau Abel prüft.", (chosen,), assignee="person/1", due=date(2024, 3, 31)),),
        findings=(
            Finding("plan-without-result", "Item 2 has no result."),
            Finding("text-not-understood", "No rule.", Severity.WARNING, _evidence("Unklare Zeile.").span),
        ),
    )


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param("wahl.txt · style ergebnisprotokoll", id="head"),
        pytest.param("date        2024-01-24 14:10 to 16:30", id="date"),
        pytest.param("Dr. Ina Abel  chair; presenter of TOP 1; Referentin, Stadt Guben", id="person-with-posts"),
        pytest.param("Agenda (2 planned, 1 with a result)", id="plan-against-result"),
        pytest.param("1  Wahl → line 5, 1 decision", id="treated-item"),
        pytest.param("2  Sonstiges → NO RESULT", id="item-without-result"),
        pytest.param(
            "election, adopted, majority, 6 for, 0 against, 1 abstained, TOP 1 · about Ina Abel", id="decision"
        ),
        pytest.param("»Frau Abel wird gewählt.« (line 5)", id="words-with-line"),
        pytest.param("Ina Abel, by 2024-03-31", id="task"),
        pytest.param("document  notice: Item 2 has no result. [plan-without-result]", id="finding-of-the-whole"),
        pytest.param("line 6    warning: No rule. [text-not-understood]", id="finding-with-line"),
    ],
)
def test_page_shows(extraction: Extraction, shown: str) -> None:
    assert shown in report(extraction)


def test_worst_findings_come_first(extraction: Extraction) -> None:
    page = report(extraction)
    assert page.index("text-not-understood") < page.index("plan-without-result")


def test_page_of_nothing() -> None:
    assert report(Extraction(Document("empty.txt", "x", "0" * 64))) == "empty.txt\n\nNothing was left over.\n"


def test_nothing_is_wider_than_asked(extraction: Extraction) -> None:
    assert max(map(len, report(extraction, width=60).splitlines())) <= 60
