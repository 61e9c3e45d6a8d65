"""A session that comes as one file for each item: one meeting, each decision once, and what is missing is said."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from protokollgraph.graph.build import build
from protokollgraph.graph.query import run
from protokollgraph.graph.store import GraphStore

HEAD = """Niederschrift {number}. Sitzung des Gemeinderates
14. Mai 2024, {start} Uhr
öffentlich
Saal, Rathaus Musterau
Vorsitzende: Bürgermeisterin Ina Probe

"""

JOINT = """Punkt 2 der Tagesordnung: Radweg am Lindenbach
Vorlage: 2024/0101
Punkt 3 der Tagesordnung: Querung an der Mühle
Antrag: ABC
Vorlage: 2024/0102

Beschluss:
Punkt 2: Der Gemeinderat beschließt den Bau des Radwegs.
Punkt 3: Der Gemeinderat beschließt den Bau der Querung.

Abstimmungsergebnis:
Punkt 2: Bei 12 Ja-Stimmen und 3 Nein-Stimmen mehrheitlich zugestimmt
Punkt 3: einstimmig zugestimmt
Änderungsantrag XYZ: Bei 4 Ja-Stimmen und 11 Nein-Stimmen mehrheitlich abgelehnt

Die Vorsitzende ruft die Tagesordnungspunkte 2 und 3 gemeinsam auf.
"""

NOTED = """Punkt 6 der Tagesordnung: Bericht des Bauhofs
Vorlage: 2024/0110

Beschluss:
Kenntnisnahme

Abstimmungsergebnis:
Keine Abstimmung
"""


def _written(folder: Path, name: str, body: str, *, number: int = 7, start: str = "18:00") -> Path:
    file = folder / name
    file.write_text(HEAD.format(number=number, start=start) + body, encoding="utf-8")
    return file


def _asked(store: Path, variables: str, pattern: str) -> list[tuple[str, ...]]:
    with GraphStore.reader(store) as graph:
        found = run(graph, f"SELECT DISTINCT {variables} WHERE {{ {pattern} }}", format="csv")
    assert isinstance(found, bytes)
    return sorted(tuple(row) for row in list(csv.reader(found.decode().splitlines()))[1:])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("session")
    files = [
        _written(folder, "item-2.txt", JOINT),
        _written(folder, "item-3.txt", JOINT + "\n"),
        _written(folder, "item-6.txt", NOTED),
    ]
    report = build(files, folder / "store")
    assert not report.failed
    messages = [finding.message for _, finding in report.findings if finding.code == "parts-missing"]
    assert messages == [
        "Gemeinderat 2024-05-14 comes in 3 files; none is about item 1, 4–5. Add their files if there are any."
    ]
    return folder / "store"


def test_three_files_are_one_meeting_and_three_protocols(store: Path) -> None:
    assert len(_asked(store, "?meeting", "?meeting a pg:Meeting")) == 1
    assert len(_asked(store, "?protocol", "?protocol a pg:Protocol")) == 3


def test_what_two_files_say_alike_is_one_decision(store: Path) -> None:
    told = _asked(store, "?decision ?outcome", "?decision a pg:Decision ; dl:decision_outcome ?outcome")
    assert [(iri.rpartition("/")[2], outcome.rpartition("#")[2]) for iri, outcome in told] == [
        ("2-1", "Adopted"),
        ("3-1", "Adopted"),
        ("6-1", "Noted"),
    ]


def test_a_vote_on_an_amendment_is_no_decision(store: Path) -> None:
    told = _asked(
        store, "?vote ?about ?outcome", "?vote a pg:SubsidiaryVote ; rdfs:label ?about ; dl:decision_outcome ?outcome"
    )
    assert [(about, outcome.rpartition("#")[2]) for _, about, outcome in told] == [("Änderungsantrag XYZ", "Rejected")]


def test_each_item_treats_its_paper(store: Path) -> None:
    told = _asked(
        store,
        "?number ?paper",
        "?item skos:notation ?number . ?t dl:executed ?item ; pg:treatsPaper/dct:identifier ?paper",
    )
    assert told == [("2", "2024/0101"), ("3", "2024/0102"), ("6", "2024/0110")]


def test_the_gap_is_kept_in_the_derived_graph(store: Path) -> None:
    (found,) = _asked(
        store, "?words", "?finding pg:findingCode 'parts-missing' ; dct:references ?meeting ; dct:description ?words"
    )
    assert "item 1, 4–5" in found[-1]


@pytest.mark.parametrize(
    ("number", "start", "meetings"),
    [
        pytest.param(7, "18:00", 1, id="same number, same start"),
        pytest.param(7, "18:30", 1, id="same number, a slip in the start"),
        pytest.param(8, "20:00", 2, id="another number, another start"),
    ],
)
def test_two_sessions_of_one_day_are_told_apart_by_number_and_start(
    tmp_path: Path, number: int, start: str, meetings: int
) -> None:
    first = _written(tmp_path, "a.txt", NOTED)
    second = _written(tmp_path, "b.txt", JOINT, number=number, start=start)
    build([first, second], tmp_path / "store")
    assert len(_asked(tmp_path / "store", "?meeting", "?meeting a pg:Meeting")) == meetings
