"""The command: what is printed where, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from gold_world import TRIG, gold, mention, nquads, write

from protokollgraph.cli import main
from protokollgraph.graph.build import build


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold folder beside the graph that agrees with it, ``good.nq``, and one that does not, ``bad.nq``."""
    monkeypatch.chdir(tmp_path)
    Path("good.nq").write_bytes(nquads())
    Path("bad.nq").write_bytes(nquads(TRIG.replace("pg:Excused", "pg:Absent")))
    return write(tmp_path / "gold")


def test_figures_and_errors(folder: Path) -> None:
    done = run(folder, "--graph", "bad.nq", "--errors", "attendance")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-3:] == [
        "attendance: 2 errors",
        "  missing    beirat.txt:3  Henning Sorge · excused",
        "  wrong      beirat.txt  Henning Sorge · absent",
    ]


def test_errors_of_all_relations(folder: Path) -> None:
    assert run(folder, "--graph", "good.nq", "--errors").stdout.endswith("No errors in any relation.\n")


def test_json_is_whole_json(folder: Path) -> None:
    (told,) = json.loads(run(folder, "--graph", "bad.nq", "--format", "json", "--errors").stdout)["sets"]
    assert told["relations"]["attendance"]["precision"] == 0.6667
    assert {each["relation"] for each in told["errors"]} == {"attendance"}


def test_the_gate(folder: Path) -> None:
    assert run(folder, "--graph", "good.nq", "--write-baseline", "baseline.json").exit_code == 0
    passed = run(folder, "--graph", "good.nq", "--baseline", "baseline.json")
    assert (passed.exit_code, passed.stderr) == (0, "")
    failed = run(folder, "--graph", "bad.nq", "--baseline", "baseline.json")
    assert failed.exit_code == 1
    assert failed.stderr.splitlines() == [
        "protokollgraph: gold: attendance fell: precision 1.0000 → 0.6667, recall 1.0000 → 0.6667, F1 1.0000 → 0.6667."
    ]


def test_a_missing_document_is_told_and_no_baseline_is_written(folder: Path) -> None:
    Path("other.nq").write_bytes(nquads(TRIG.replace('"beirat.txt"', '"another.txt"')))
    done = run(folder, "--graph", "other.nq", "--write-baseline", "baseline.json")
    assert done.exit_code == 1
    assert done.stderr == "protokollgraph: gold: beirat.txt is not in the graph: its facts are missing.\n"
    assert not Path("baseline.json").exists()


def test_all_that_is_wrong_with_the_gold_is_a_line_each(folder: Path) -> None:
    told = gold()
    told["persons"][0]["posten"] = []
    told["decisions"][0]["quote"] = "Niemand beschließt."
    write(folder, told)
    (folder / "alone.txt").write_text("Protokoll", encoding="utf-8")
    done = run(folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 3
    assert all(line.startswith(f"protokollgraph: {folder}") for line in done.stderr.splitlines())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["nowhere"], 2, "nowhere: there is no such folder", id="no-folder"),
        pytest.param(["gold", "--errors", "names"], 2, "There is no relation 'names'", id="no-relation"),
        pytest.param(["--errors", "gold"], 2, "Missing argument 'GOLD_DIR...'", id="folder-taken-for-a-relation"),
        pytest.param(["gold", "--baseline", "nowhere.json"], 2, "nowhere.json: No such file", id="no-baseline"),
        pytest.param(["gold", "--graph", "good.ttl"], 2, "no export that can be scored", id="no-export"),
        pytest.param(["gold", "--graph", "good.nq", "--store", "x"], 2, "Score one of them", id="two-graphs"),
        pytest.param(["gold", "--store", "nowhere"], 3, "There is no graph in nowhere", id="no-store"),
    ],
)
def test_wrong_use_is_one_line(folder: Path, arguments: list[str], code: int, said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == code
    (line,) = done.stderr.splitlines()
    assert said in line


def test_settings_are_those_of_the_configuration(folder: Path) -> None:
    """A style that knows the label reads the chair, who is missing without it."""
    write(folder)
    text = (folder / "beirat.txt").read_text(encoding="utf-8")
    (folder / "beirat.txt").write_text("Obmännin: Karla Winzer\n" + text, encoding="utf-8")
    Path("beirat.yml").write_text("name: beirat\nextends: common\nfields:\n  chair: [Obmännin]\n", encoding="utf-8")
    Path("own.toml").write_text('style = "beirat"\nstyles = ["beirat.yml"]\n', encoding="utf-8")

    def chairs(*options: str) -> float:
        (told,) = json.loads(run(folder, "--format", "json", *options).stdout)["sets"]
        return float(told["relations"]["duties"]["recall"])

    assert (chairs(), chairs("--config", "own.toml")) == (0, 1)


def test_judgements_count_and_the_register_stays(folder: Path) -> None:
    """Two spellings of one person are two people, until somebody says that they are one."""
    text = (folder / "beirat.txt").read_text(encoding="utf-8")
    (folder / "beirat.txt").write_text(text + "Frau Rita Ohlbers dankt.\n", encoding="utf-8")
    who = [
        {"type": "person", "name": "Rita Olbers", "mentions": [mention("Rita Olbers"), mention("Frau Rita Ohlbers")]}
    ]
    (folder / "entities.json").write_text(json.dumps(who), encoding="utf-8")
    Path("own.toml").write_text('register = "register.jsonl"\n', encoding="utf-8")

    def recall() -> float:
        (told,) = json.loads(run(folder, "--format", "json", "--config", "own.toml").stdout)["sets"]
        return float(told["relations"]["identities"]["recall"])

    before = recall()
    judged = "when\twho\tjudgement\tsubject\tobject\treason\n"
    judged += "2024-05-01\ttest\tsame\tperson/rita-olbers\tperson/rita-ohlbers\tspelling\n"
    Path("judgements.tsv").write_text(judged, encoding="utf-8")
    assert (before, recall()) == (0.6, 1.0)
    assert not Path("register.jsonl").exists()
    build([folder / "beirat.txt"], "store", register="register.jsonl")
    handed_out = Path("register.jsonl").read_bytes()
    (folder / "beirat.txt").write_text(text + "Frau Rita Ohlbers dankt Herrn Jo Frey.\n", encoding="utf-8")
    assert recall() == 1.0
    assert Path("register.jsonl").read_bytes() == handed_out
