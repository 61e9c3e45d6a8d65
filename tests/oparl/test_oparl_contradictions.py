"""What minutes and records say differently is told with both places; what only one of them says contradicts nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_built import Built
from invented_minutes_of_council import MINUTES
from invented_records import BODY, COUNCIL, MEETING, PAPER, Record, at, item, page

from protokollgraph.graph.build import build
from protokollgraph.graph.derived.contradictions import CODE

ORGANISATIONS = page([BODY, COUNCIL])
FIRST = MEETING["agendaItem"][0]


def told(built: Built) -> list[str]:
    return [finding.message for _, finding in built.report.findings if finding.code == CODE]


def files(minutes: str = MINUTES, paper: Record = PAPER, **first: object) -> dict[str, object]:
    meeting = MEETING | {"agendaItem": [FIRST | first, *MEETING["agendaItem"][1:]]}
    return {"minutes.txt": minutes, "meeting.json": meeting, "paper.json": paper, "organizations.json": ORGANISATIONS}


def test_what_agrees_is_no_finding(tmp_path: Path) -> None:
    built = Built(tmp_path, files())
    assert told(built) == []
    assert built.ask("SELECT ?g { GRAPH ?g { ?f pg:findingCode 'record-contradicts-text' } }") == []


DIFFERENT = [
    ("outcome", files(result="mehrheitlich abgelehnt"), ("How the item ended", "adopted", "rejected", "abgelehnt")),
    ("method", files(result="mehrheitlich zugestimmt"), ("How it was decided", "unanimous", "majority")),
    (
        "session",
        files(MINUTES.replace("Gremium: Gemeinderat", "Gremium: Gemeinderat\n11. Sitzung")),
        ("Number of the session", "11", "12"),
    ),
    (
        "item of the paper",
        files(paper=PAPER | {"consultation": [PAPER["consultation"][0] | {"agendaItem": at("agendaitem/33")}]}),
        ("Item of the paper", "item 1", "item 2"),
    ),
    (
        "day of the paper",
        files(MINUTES.replace("14. März 2023", "15. März 2023")),
        ("Day of the paper", "2023-03-15", "2023-03-14"),
    ),
]


@pytest.mark.parametrize(("given", "said"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT])
def test_what_differs_is_told(given: dict[str, object], said: tuple[str, ...], tmp_path: Path) -> None:
    built = Built(tmp_path, given)
    (message,) = told(built)
    assert all(word in message for word in said)
    assert ".json" in message


SILENT = [
    ("no result in the record", files(result=None)),
    ("a result of no decision", files(result="erledigt")),
    ("no method in the record", files(result="zugestimmt")),
    ("an item that only the record has", files(name="Etwas anderes")),
    ("no consultation", files(paper=PAPER | {"consultation": []})),
    (
        "a consultation that leads nowhere",
        files(
            MINUTES.replace("14. März 2023", "15. März 2023"),
            PAPER
            | {
                "consultation": [
                    *PAPER["consultation"],
                    PAPER["consultation"][0] | {"id": at("c/9"), "agendaItem": at("agendaitem/99")},
                ]
            },
        ),
    ),
]


@pytest.mark.parametrize("given", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_silence_contradicts_nothing(given: dict[str, object], tmp_path: Path) -> None:
    assert told(Built(tmp_path, given)) == []


def test_several_decisions_of_one_item_are_not_compared(tmp_path: Path) -> None:
    twice = MINUTES.replace(
        "Die Vorsitzende ruft",
        "Beschluss:\nDer Gemeinderat lehnt den Antrag auf Vertagung ab.\n\n"
        "Abstimmungsergebnis:\nMehrheitliche Ablehnung\n\nDie Vorsitzende ruft",
    )
    assert all("How" not in each for each in told(Built(tmp_path, files(twice, result="vertagt"))))


def test_the_finding_is_in_the_graph_with_both_places(tmp_path: Path) -> None:
    built = Built(tmp_path, files(result="mehrheitlich abgelehnt"))
    (row,) = built.ask("""SELECT ?f ?about ?severity { GRAPH ?g { ?f pg:findingCode 'record-contradicts-text' ;
        dct:references ?about ; pg:severity ?severity } FILTER(STRENDS(STR(?g), "graph/derived")) }""")
    assert row[1] == "meeting/gemeinderat/2023-03-14/item/1"
    assert row[2].endswith("Warning")
    quotes = built.ask("""SELECT ?exact { GRAPH ?g { ?f pg:findingCode 'record-contradicts-text' ;
        prov:wasDerivedFrom ?target } GRAPH ?h { ?target oa:hasSelector/oa:exact ?exact } }""")
    assert quotes == [("Einstimmige Zustimmung",), ("mehrheitlich abgelehnt",)]
    owners = built.ask("SELECT ?d { GRAPH ?g { ?d pg:hasFinding ?f } FILTER(STRENDS(STR(?g), 'graph/derived')) }")
    assert owners == [("protocol/gemeinderat/2023-03-14",), ("record/meeting-json",)]


def test_a_contradiction_goes_when_it_is_mended(tmp_path: Path) -> None:
    built = Built(tmp_path, files(result="mehrheitlich abgelehnt"))
    assert told(built)
    mended = Built(tmp_path, files())
    assert told(mended) == []
    assert mended.ask("SELECT ?f { GRAPH ?g { ?f pg:findingCode 'record-contradicts-text' } }") == []
    assert build([built.sources], built.store, jobs=1).findings == ()


def test_more_items_than_the_minutes_have_are_no_contradiction(tmp_path: Path) -> None:
    meeting = MEETING | {"agendaItem": [*MEETING["agendaItem"], item(7, "6", result="vertagt")]}
    assert told(Built(tmp_path, files() | {"meeting.json": meeting})) == []
