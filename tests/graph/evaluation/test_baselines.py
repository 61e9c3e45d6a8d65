"""The gate: what counts as a fall, what a baseline holds, and that the project's own holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from protokollgraph.errors import UsageError
from protokollgraph.graph.evaluation import Evaluation, Figures, Relation, baselines, evaluate

GOLD = Path(__file__).resolve().parents[2] / "gold"


def evaluation(name: str = "set", **relations: Figures) -> Evaluation:
    return Evaluation(name, {Relation(relation.replace("_", " ")): each for relation, each in relations.items()})


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param(Figures(9, 1, 1), Figures(9, 1, 1), [], id="the-same"),
        pytest.param(Figures(9, 1, 1), Figures(10, 0, 0), [], id="better"),
        # more gold, the same shares
        pytest.param(Figures(9, 1, 1), Figures(18, 2, 2), [], id="more-facts"),
        pytest.param(
            Figures(9, 1, 1),
            Figures(9, 1, 2),
            ["set: posts fell: recall 0.9000 → 0.8182, F1 0.9000 → 0.8571."],
            id="recall",
        ),
        # more is found, but more of it is wrong: F1 rises and precision does not
        pytest.param(
            Figures(5, 0, 5),
            Figures(9, 1, 1),
            ["set: posts fell: precision 1.0000 → 0.9000."],
            id="precision-for-recall",
        ),
        pytest.param(
            Figures(1, 0, 0),
            Figures(),
            ["set: posts fell: precision 1.0000 → 0.0000, recall 1.0000 → 0.0000, F1 1.0000 → 0.0000."],
            id="gone",
        ),
        # a fall that four decimals do not show is none
        pytest.param(Figures(1_000_000, 0, 0), Figures(999_999, 1, 1), [], id="rounded"),
        # a relation that the baseline does not know
        pytest.param(None, Figures(1, 1, 1), [], id="new"),
        pytest.param(
            None, Figures(0, 2, 0), ["set: posts fell: precision 1.0000 → 0.0000."], id="wrong-where-nothing-was"
        ),
    ],
)
def test_falls(before: Figures | None, now: Figures, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baselines.write([evaluation() if before is None else evaluation(posts=before)], path)
    fallen = baselines.fallen([evaluation(posts=now)], baselines.read(path))
    assert [str(each) for each in fallen] == told


def test_the_set_is_named(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    good, bad = Figures(1, 0, 0), Figures(0, 0, 1)
    baselines.write([evaluation("one", tasks=good), evaluation("two", tasks=good)], path)
    (fall,) = baselines.fallen([evaluation("one", tasks=good), evaluation("two", tasks=bad)], baselines.read(path))
    assert (fall.name, fall.relation) == ("two", Relation.TASKS)


def test_one_relation_a_line_sorted_by_set(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baselines.write([evaluation("two", project_facts=Figures(1, 0, 2)), evaluation("one")], path)
    assert path.read_text(encoding="utf-8") == (
        '{\n "one": {},\n "two": {\n'
        '  "project facts": {"precision": 1.0, "recall": 0.3333, "f1": 0.5, "facts": 3}\n }\n}\n'
    )


def test_other_sets_stay(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baselines.write([evaluation("one", tasks=Figures(1, 0, 0)), evaluation("two", tasks=Figures(1, 0, 0))], path)
    baselines.write([evaluation("one", tasks=Figures(1, 1, 0))], path)
    found = baselines.read(path)
    assert [found[name][Relation.TASKS].precision for name in ("one", "two")] == [0.5, 1.0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "No such file", id="not-there"),
        pytest.param("{\n", "line 2: is no JSON", id="broken"),
        pytest.param('{"set": []}', "is no baseline", id="another-shape"),
        pytest.param('{"set": {"poste": {"precision": 1, "recall": 1, "f1": 1}}}', "poste", id="unknown-relation"),
        pytest.param('{"set": {"posts": {"precision": "1"}}}', "is no baseline", id="no-number"),
        pytest.param('{"other": {}}', "has no figures of 'set'", id="without-this-set"),
    ],
)
def test_a_baseline_that_cannot_be_used(content: str | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        baselines.fallen([evaluation()], baselines.read(path))


def test_a_file_that_is_no_baseline_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no JSON", encoding="utf-8")
    with pytest.raises(UsageError):
        baselines.write([evaluation()], path)
    assert path.read_text(encoding="utf-8") == "no JSON"


def test_no_relation_falls() -> None:
    """The gate of this project; CONTRIBUTING.md says how to raise the baseline."""
    folders = sorted(path.parent for path in GOLD.glob("*/entities.json"))
    baseline = baselines.read(GOLD / "baseline.json")
    assert sorted(baseline) == [folder.name for folder in folders], "run make baseline"
    fallen = baselines.fallen(evaluate(folders), baseline)
    assert not fallen, "\n".join(["", *map(str, fallen)])


def test_the_baseline_is_as_it_is_written(tmp_path: Path) -> None:
    """Nobody has edited it by hand into another form, so that its changes stay one line for one relation."""
    text = (GOLD / "baseline.json").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if '"precision"' in line]
    assert len(lines) == sum(map(len, json.loads(text).values()))
