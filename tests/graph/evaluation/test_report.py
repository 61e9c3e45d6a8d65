"""Evaluations as text and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from protokollgraph.errors import UsageError
from protokollgraph.graph.evaluation import Deviation, Evaluation, Figures, Relation, report

ONE = Evaluation(
    "one",
    {Relation.PERSONS: Figures(3, 1, 0), Relation.TASKS: Figures(0, 0, 2), Relation.TITLES: Figures(0, 1, 0)},
    (
        (Relation.PERSONS, Deviation("wrong", "a.txt", "7", found="Jo\nFrey")),
        (Relation.TASKS, Deviation("missing", "a.txt", "", expected="schickt es")),
        (Relation.TASKS, Deviation("different", "b.pdf", "p. 2", expected="due: a", found="due: b")),
    ),
)
TWO = Evaluation("two", {Relation.PERSONS: Figures(1, 0, 0)})


def test_a_set() -> None:
    assert report.as_text([ONE]).splitlines() == [
        "relation  precision  recall  F1     facts  missing  wrong",
        "────────  ─────────  ──────  ─────  ─────  ───────  ─────",
        "persons   0.750      1.000   0.857  3      0        1",
        "tasks     0.000      0.000   0.000  2      2        0",
        "titles    0.000      0.000   0.000  0      0        1",
        # of titles the gold has none, so they are no part of the mean
        "macro F1                     0.429",
    ]


def test_several_sets() -> None:
    assert report.as_text([ONE, TWO]).splitlines() == [
        "F1        one    two",
        "────────  ─────  ─────",
        "persons   0.857  1.000",
        "titles    0.000",
        "tasks     0.000",
        "macro F1  0.429  1.000",
    ]


@pytest.mark.parametrize(
    ("sets", "wanted", "lines"),
    [
        pytest.param([ONE], "persons", ["persons: 1 error", "  wrong      a.txt:7  Jo Frey"], id="one-relation"),
        pytest.param(
            [ONE],
            "tasks",
            ["tasks: 2 errors", "  missing    a.txt  schickt es", "  different  b.pdf:p. 2  due: a ≠ due: b"],
            id="page",
        ),
        pytest.param(
            [ONE, TWO], "persons", ["persons: 1 error", "  wrong      one/a.txt:7  Jo Frey"], id="with-the-set"
        ),
        pytest.param([TWO], "persons", ["No errors in persons."], id="none-in-it"),
        pytest.param([TWO], "all", ["No errors in any relation."], id="none-at-all"),
    ],
)
def test_errors(sets: list[Evaluation], wanted: str, lines: list[str]) -> None:
    shown = report.as_text(sets, report.relations(wanted)).partition("macro F1")[2]
    assert shown.partition("\n\n")[2].splitlines() == lines


def test_errors_of_all_relations_leave_out_those_without() -> None:
    shown = report.as_text([ONE], report.relations("all"))
    assert [line for line in shown.splitlines() if "error" in line] == ["persons: 1 error", "tasks: 2 errors"]


def test_json() -> None:
    (told,) = json.loads(report.as_json([ONE], report.relations("persons")))["sets"]
    assert (told["name"], told["macro_f1"], told["absent"]) == ("one", 0.4286, [])
    assert told["relations"]["persons"] == {
        "precision": 0.75,
        "recall": 1.0,
        "f1": 0.8571,
        "facts": 3,
        "missing": 0,
        "wrong": 1,
    }
    assert told["errors"] == [
        {"relation": "persons", "what": "wrong", "file": "a.txt", "place": "7", "expected": "", "found": "Jo\nFrey"}
    ]
    assert "errors" not in json.loads(report.as_json([ONE]))["sets"][0]


@pytest.mark.parametrize("name", ["decision kind", "decision-kind", " Decision Kind "])
def test_names_of_relations(name: str) -> None:
    assert report.relations(name) == (Relation.DECISION_KIND,)


def test_a_relation_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="identities"):
        report.relations("names")


def test_every_relation_is_documented() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    named = {name.strip() for row in re.findall(r"^\| ([^|`]+) \|", page, re.MULTILINE) for name in row.split(",")}
    assert set(map(str, Relation)) <= named
