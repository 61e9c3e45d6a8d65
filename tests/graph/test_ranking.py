"""Rankings: figures that can be counted by hand, each with its facts and a sentence."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import partial

import pytest
from measures_world import drawn
from network_world import realistic

from protokollgraph.errors import UsageError
from protokollgraph.graph.layout import cells
from protokollgraph.graph.measures import standings
from protokollgraph.graph.measures.centralities import between
from protokollgraph.graph.measures.ranking import Ranking, rank, ranking, rankings
from protokollgraph.graph.measures.ranking_text import COLUMNS, as_csv, as_json, render_text
from protokollgraph.graph.measures.standings import FIGURES, World

WORLD = World(
    drawn(
        "p1 presents c1 w1 2024-01-24 2024-03-06",
        "p1 presents c2 w2 2024-03-06",
        "p2 presents c1 w1 2024-03-06",
        "p2 speaks_for o1 w1 2024-01-24",
        "p3 speaks_for o1 w1 2024-01-24",
        "w1 treated c1 w1 2024-01-24 2024-03-06",
        "w2 treated c2 w2 2024-03-06",
        "p3 attends w1 w1 2024-01-24",
    )
)
"""w2 – c2 – p1 – c1 – p2 – o1 – p3, and w1 at c1: 7 ties of 8 actors."""


def places(found: Ranking) -> list[tuple[int, str, float]]:
    """Place, IRI and figure of each row."""
    return [(row.place, row.actor.iri, row.figure) for row in found.rows]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        # Of the 21 pairs of others, p1 lies between {w2, c2} and the other 5, p2 between {o1, p3} and the other 5.
        pytest.param("connects", [(1, "p1", 0.476190), (1, "p2", 0.476190), (3, "o1", 0.285714)], id="connects"),
        # p1 has as many ties as p2, but in more meetings.
        pytest.param("ties", [(1, "p1", 2), (1, "o1", 2), (1, "p2", 2), (4, "p3", 1)], id="ties"),
        pytest.param("presents", [(1, "p1", 3), (2, "p2", 1)], id="presents"),
        pytest.param("recurs", [(1, "c1", 2)], id="recurs"),
        pytest.param("bodies", [(1, "p1", 2)], id="bodies"),
    ],
)
def test_places(by: str, expected: list[tuple[int, str, float]]) -> None:
    assert places(ranking(WORLD, by)) == expected


@pytest.mark.parametrize(
    ("by", "said"),
    [
        pytest.param(
            "connects",
            "Lies on the shortest connections of 10 of 21 pairs of others, tied to C1, C2; reaches into 2 communities, "
            "around W1, W2; the only link to the rest for C2, W2.",
            id="connects",
        ),
        pytest.param("ties", "Tied to 2 others in 3 meetings, 2024-01-24 to 2024-03-06: C1 (2), C2 (1).", id="ties"),
        pytest.param("presents", "Presents 2 projects in 3 meetings, 2024-01-24 to 2024-03-06: C1, C2.", id="presents"),
        pytest.param("recurs", "Dealt with in 2 meetings over 42 days, 2024-01-24 to 2024-03-06: W1 (2).", id="recurs"),
        pytest.param(
            "bodies", "Appears in 3 meetings, 2024-01-24 to 2024-03-06, of 2 bodies: W1 (2), W2 (1).", id="bodies"
        ),
    ],
)
def test_the_facts_are_told_and_shown(by: str, said: str) -> None:
    first = ranking(WORLD, by).rows[0]
    assert first.explanation == said
    assert first.evidence
    assert first.actor.iri in " ".join(each.sentence for each in first.evidence)


def test_a_day_of_which_only_another_protocol_tells_is_no_second_meeting() -> None:
    graph = drawn("w1 lead c1 w1 2024-01-24", "o1 sponsor c1 w1 2024-01-24 2024-03-06", "p1 task c1 w1 2024-01-24")
    edge = graph.edges["o1", "c1", "sponsor"]
    edge["occasions"] = tuple(each._replace(meeting="", body="", title="") for each in edge["occasions"])
    (row,) = ranking(World(graph), "recurs").rows
    assert row.figure == 2
    assert row.explanation.endswith("W1 (1); 1 day of which another protocol tells.")


def test_kinds_choose_who_is_ranked_and_top_how_many() -> None:
    assert places(ranking(WORLD, "ties", frozenset({"project"}), 1)) == [(1, "c1", 3)]
    assert ranking(WORLD, "ties", frozenset({"project"}), 1).ranked == 2


STORE = realistic(bodies=3, sessions=3, people=30).store()


def test_an_overview_of_a_store_has_three_rankings_with_sentences() -> None:
    found = rankings(STORE, top=3)
    assert [each.by for each in found] == ["connects", "presents", "recurs"]
    for each in found:
        assert len(each.rows) == 3
        assert [row.figure for row in each.rows] == sorted((row.figure for row in each.rows), reverse=True)
        assert all(row.evidence and row.explanation for row in each.rows)


@pytest.mark.parametrize("by", FIGURES)
def test_every_figure_has_a_caption_that_says_what_it_is_not(by: str) -> None:
    found = rank(STORE, by, top=2)
    assert found.title
    assert " not " in f" {found.says} {found.warning} "
    assert found.says in " ".join(render_text([found]).split())


def test_time_limits_the_facts() -> None:
    early, whole = rank(STORE, "presents", until=date(2023, 6, 30)), rank(STORE, "presents")
    assert sum(row.figure for row in early.rows) < sum(row.figure for row in whole.rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param({"by": "beauty"}, "Nothing is ranked by 'beauty'. There are: connects", id="figure"),
        pytest.param({"kinds": ["ghost"]}, "no kind of node 'ghost'", id="kind"),
        pytest.param({"top": 0}, "The first 0 are none", id="none"),
        pytest.param({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "is empty", id="dates"),
    ],
)
def test_what_cannot_be_ranked_is_refused(arguments: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        rank(STORE, **arguments)  # type: ignore[arg-type]


def test_text_fits_the_width() -> None:
    text = render_text(rankings(STORE, top=3), width=72)
    assert max(cells(line) for line in text.splitlines()) <= 72


def test_an_estimate_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "between", partial(between, exact=1))
    lines = [f"p{number} speaks_for o{number % 7} w1 2024-01-24" for number in range(100)]
    lines += [f"o{number} sponsor c1 w1 2024-01-24" for number in range(7)]
    found = ranking(World(drawn(*lines)), "connects")
    assert found.estimated
    assert "Estimated from a sample" in render_text([found])


@pytest.mark.parametrize("by", FIGURES)
def test_an_empty_network_is_told_in_words(by: str) -> None:
    text = render_text([ranking(World(drawn()), by)])
    assert text.splitlines()[-1].endswith(".")
    assert "─" not in text


def test_csv_has_a_line_for_each_row() -> None:
    found = rankings(STORE, top=3)
    lines = list(csv.reader(io.StringIO(as_csv(found))))
    assert tuple(lines[0]) == COLUMNS
    assert len(lines) == 10
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_no_name_becomes_a_formula() -> None:
    graph = drawn("p1 presents c1 w1 2024-01-24")
    graph.nodes["p1"]["label"] = "=HYPERLINK(1)"
    (_, line) = csv.reader(io.StringIO(as_csv([ranking(World(graph), "presents")])))
    assert line[2] == "'=HYPERLINK(1)"


def test_hostile_names_stay_text_on_one_line() -> None:
    graph = drawn("p1 presents c1 w1 2024-01-24")
    graph.nodes["p1"]["label"] = "\x1b[31mrot\u202e\n" + "x" * 500
    text = render_text([ranking(World(graph), "presents")], width=80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert next(line for line in text.splitlines() if line.startswith("1")).count("…") == 1


def test_json_has_everything() -> None:
    (told,) = json.loads(as_json([ranking(WORLD, "recurs")]))
    assert (told["by"], told["ranked"], told["estimated"]) == ("recurs", 1, False)
    (row,) = told["rows"]
    assert (row["place"], row["iri"], row["name"], row["kind"], row["figure"]) == (1, "c1", "C1", "project", 2)
    assert {"sentence", "protocol", "date", "page"} <= set(row["evidence"][0])


def test_the_same_store_gives_the_same_text() -> None:
    world = realistic(bodies=2, sessions=2, people=12)
    texts = {render_text(rankings(world.store(shuffle=seed))) for seed in (None, 1, 2)}
    assert len(texts) == 1
