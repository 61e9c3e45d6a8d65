"""The commands as a user meets them: help, results, exit codes, one line for each mistake."""

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from protokollgraph.cli import main

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = sorted(main.commands)
EXAMPLES = Path(str(files("protokollgraph").joinpath("examples")))


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the example protocols."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    done = run("build", EXAMPLES, "--store", folder, "--jobs", "1")
    assert done.exit_code == 0, done.stderr
    return folder


def one_line(done: Result) -> str:
    """The one line that a mistake is told in, and no traceback."""
    assert done.exception is None or isinstance(done.exception, SystemExit)
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("protokollgraph: ")
    return lines[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_a_real_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"protokollgraph {command}" in done.stdout.partition("Example")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_store_and_config(command: str) -> None:
    options = {name for each in main.commands[command].params for name in each.opts}
    assert {"--store", "--config"} <= options


def test_each_command_and_option_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[-1] in section, f"{name} {parameter.opts[-1]}"


def test_docs_are_what_the_help_says() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "commands_page.py", "--check"], check=False)
    assert done.returncode == 0, "run make docs"


def test_without_a_command_there_is_help() -> None:
    done = run()
    assert done.exit_code == 0
    assert "First steps" in done.stdout


def test_version() -> None:
    assert re.fullmatch(r"protokollgraph \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["bild"], "No such command 'bild'", id="unknown-command"),
        pytest.param(["build"], "Missing argument 'PATH...'", id="missing-argument"),
        pytest.param(["build", "x", "--jobs", "0"], "0 is not in the range x>=1", id="option-out-of-range"),
        pytest.param(["query", "--name", "nothing-of-the-kind"], "nothing-of-the-kind", id="unknown-question"),
        pytest.param(["query", "ASK {}", "--name", "open-tasks"], "one", id="two-queries"),
        pytest.param(["query", "SELECT WHERE"], "query", id="broken-query"),
        pytest.param(["query", "DELETE WHERE { ?s ?p ?o }"], "would change the graph", id="update"),
        pytest.param(["query", "SELECT * { SERVICE <http://x/> {} }"], "SERVICE", id="service"),
        pytest.param(["query", "--file", "nowhere.rq"], "nowhere.rq", id="missing-query-file"),
        pytest.param(["query", "ASK {}", "--param", "x"], "name=value", id="parameter-without-value"),
        pytest.param(["export", "--format", "docx"], "docx", id="unknown-format"),
        pytest.param(["export", "-o", "no/such/folder/x.nq"], "no/such/folder", id="unwritable-output"),
        pytest.param(["network", "-o", "-", "--from", "soon"], "soon", id="no-date"),
        pytest.param(["network", "-o", "-", "--kind", "ghost"], "ghost", id="unknown-kind"),
        pytest.param(["network", "-o", "-", "--around", "Nobody at all"], "Nobody at all", id="unknown-centre"),
        pytest.param(["network"], "with --between", id="nothing-to-write"),
        pytest.param(["network", "--between", "Werkstatt 3", "Nemo Nemini"], "Nemo Nemini", id="unknown-end"),
        pytest.param(["network", "--between", "Kubisch", "Werkstatt 3"], "fits 3 nodes", id="several-ends"),
        pytest.param(["rank", "--by", "beauty"], "'beauty' is not one of", id="unknown-figure"),
        pytest.param(["rank", "--kind", "ghost"], "ghost", id="unknown-kind-to-rank"),
        pytest.param(["rank", "--from", "2024-02-01", "--to", "2024-01-01"], "is empty", id="dates-to-rank"),
        pytest.param(["explain", "Nobody at all"], "Nobody at all", id="unknown-name"),
        pytest.param(["check", "x.txt", "--bogus"], "No such option", id="unknown-option"),
        pytest.param(["build", "x.txt", "--config", "nowhere.toml"], "nowhere.toml", id="missing-configuration"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(store: Path, arguments: list[str], said: str) -> None:
    graph = [] if arguments[0] in ("bild", "build", "check") else ["--store", str(store)]
    done = run(*arguments, *graph)
    assert done.exit_code == 2
    assert said in one_line(done)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["query", "ASK {}"], id="query"),
        pytest.param(["explain", "Werkstatt 4"], id="explain"),
        pytest.param(["network", "-o", "-"], id="network"),
        pytest.param(["network", "--between", "a", "b"], id="between"),
        pytest.param(["rank"], id="rank"),
        pytest.param(["export", "-o", "-"], id="export"),
    ],
)
def test_missing_store_is_one_line_and_exit_code_3(tmp_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, "--store", tmp_path / "nothing")
    assert done.exit_code == 3
    assert "protokollgraph build" in one_line(done)


def test_store_that_is_a_file_is_exit_code_3(tmp_path: Path) -> None:
    blocked = tmp_path / "store"
    blocked.write_text("no store", encoding="utf-8")
    done = run("build", EXAMPLES, "--store", blocked)
    assert done.exit_code == 3
    assert str(blocked) in one_line(done)


@pytest.mark.parametrize("content", [pytest.param(b"", id="empty"), pytest.param(b"\x7fELF\x00\x00\xff", id="binary")])
def test_bad_document_fails_alone(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    good = EXAMPLES / "werkstatt-1-2024-02-15.txt"
    done = run("build", bad, good, "--store", tmp_path / "store", "--jobs", "1")
    assert done.exit_code == 1
    assert "bad.txt" in done.stderr
    assert "Traceback" not in done.stderr
    counted = run("query", "SELECT ?file { ?file a pg:SourceFile }", "--store", tmp_path / "store", "--format", "csv")
    assert len(counted.stdout.split()) == 2


def test_missing_document_is_told(tmp_path: Path) -> None:
    done = run("build", tmp_path / "nowhere.txt", "--store", tmp_path / "store")
    assert done.exit_code in (1, 2)
    assert "nowhere.txt" in done.stderr


@pytest.mark.parametrize("content", [pytest.param(b"", id="empty"), pytest.param(None, id="missing")])
def test_check_of_a_bad_file(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    done = run("check", path)
    assert done.exit_code == 1
    assert "bad.txt" in one_line(done)


def test_check_shows_what_was_understood() -> None:
    done = run("check", EXAMPLES / "werkstatt-1-2024-02-15.txt")
    assert done.exit_code == 0
    for shown in ("Werkstatt 1", "2024-02-15", "Uwe Rosenhagen", "Agenda (9 planned", "Decisions (", "Tasks ("):
        assert shown in done.stdout


def test_check_reads_standard_input() -> None:
    text = (EXAMPLES / "werkstatt-3-2024-05-14.txt").read_text(encoding="utf-8")
    done = run("check", "-", stdin=text)
    assert done.exit_code == 0
    assert "Werkstatt 3" in done.stdout


def test_second_build_changes_nothing(store: Path) -> None:
    done = run("build", EXAMPLES, "--store", store, "--jobs", "1")
    assert done.exit_code == 0
    assert "5 unchanged" in done.stdout


@pytest.mark.parametrize("form", ["table", "json", "xml", "csv", "tsv"])
def test_query_in_each_format(store: Path, form: str) -> None:
    done = run(
        "query", "SELECT ?n { ?b a pg:Body ; pg:number ?n FILTER(?n = 3) } LIMIT 1", "--format", form, "--store", store
    )
    assert done.exit_code == 0
    assert "3" in done.stdout
    if form == "json":
        assert json.loads(done.stdout)["head"]["vars"] == ["n"]


@pytest.mark.parametrize("form", ["ttl", "nt"])
def test_construct_in_each_format(store: Path, form: str) -> None:
    done = run("query", "CONSTRUCT { ?m a pg:Meeting } WHERE { ?m a pg:Meeting }", "--format", form, "--store", store)
    assert done.exit_code == 0
    assert "Meeting" in done.stdout


def test_query_from_standard_input_and_from_a_file(store: Path, tmp_path: Path) -> None:
    question = "ASK { ?m a pg:Meeting }"
    file = tmp_path / "question.rq"
    file.write_text(question, encoding="utf-8")
    assert "true" in run("query", "-", "--store", store, stdin=question).stdout
    assert "true" in run("query", "--file", file, "--store", store).stdout


def test_shipped_questions_are_listed_and_answered(store: Path) -> None:
    listed = run("query", "--list")
    assert listed.exit_code == 0
    names = [line.split()[0] for line in listed.stdout.splitlines() if line.strip()]
    assert len(names) >= 8


def test_explain_shows_sentences(store: Path) -> None:
    done = run("explain", "Steffen Grabitz", "--store", store)
    assert done.exit_code == 0
    assert "Werkstatt 3" in done.stdout
    assert "Herr Grabitz eröffnet die Sitzung" in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines())) <= 100


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld", "rdfxml", "graphml"])
def test_export_to_file_and_to_standard_output_is_the_same(store: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "graph"
    assert run("export", "--format", form, "-o", target, "--store", store).exit_code == 0
    done = run("export", "--format", form, "-o", "-", "--store", store)
    assert done.stdout_bytes == target.read_bytes()
    assert done.stdout_bytes


@pytest.mark.parametrize("form", ["html", "svg", "gexf", "graphml", "json"])
def test_network_in_each_format(store: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"network.{form}"
    done = run("network", "-o", target, "--format", form, "--store", store)
    assert done.exit_code == 0, done.stderr
    assert "Rosenhagen" in target.read_text(encoding="utf-8")


def test_how_two_are_connected_is_told_with_sentences(store: Path) -> None:
    done = run("network", "--between", "madlena kubasojc", "werkstatt 5", "--store", store)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Madlena Kubašojc (person) and Werkstatt 5 (body) are connected in 2 steps")
    assert "Digitale Sprachpfade/Digitalne rěcne šćažki: presents" in done.stdout
    assert "Werkstatt 5, 17. Sitzung, 10.04.2024" in done.stdout


def test_meetings_in_common_are_told_as_the_weaker_kind(store: Path) -> None:
    done = run("network", "--between", "Karl-Heinz Pusch", "Werkstatt 3", "--store", store)
    assert done.exit_code == 0
    assert "not connected by anything that a protocol states" in " ".join(done.stdout.split())
    assert "attends (attendance only)" in " ".join(done.stdout.split())


def test_no_connection_is_told_and_exit_code_1(store: Path, tmp_path: Path) -> None:
    names = ("Peer Dommaschk", "Konrad Filbrandt")
    done = run("network", "--between", *names, "--store", store)
    assert (done.exit_code, done.stdout.startswith("There is no connection between Peer Dommaschk")) == (1, True)
    done = run("network", "--between", *names, "--store", store, "-o", tmp_path / "none.html")
    assert done.exit_code == 1
    assert "Nothing was written" in one_line(done)
    assert not (tmp_path / "none.html").exists()


def test_what_lies_between_two_as_a_file(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "between.json"
    done = run("network", "--between", "Kubašojc", "Werkstatt 5", "--store", store, "-o", target)
    assert done.exit_code == 0, done.stderr
    labels = {node["label"] for node in json.loads(target.read_text(encoding="utf-8"))["nodes"]}
    assert {"Madlena Kubašojc", "Werkstatt 5", "Digitale Sprachpfade/Digitalne rěcne šćažki"} <= labels
    assert "Werkstatt 3" not in labels


def test_ranks_as_an_overview_and_one_by_one(store: Path) -> None:
    overview = run("rank", "--store", store)
    assert overview.exit_code == 0, overview.stderr
    for title in ("Who connects", "Who presents", "Which projects recur"):
        assert title in overview.stdout
    one = run("rank", "--by", "presents", "--top", "1", "--store", store)
    assert "Heidrun Noatnick" in one.stdout
    assert "… and 2" in one.stdout


@pytest.mark.parametrize(("form", "begins"), [("csv", "by,place,name"), ("json", "[\n  {")])
def test_ranks_as_data(store: Path, form: str, begins: str) -> None:
    done = run("rank", "--by", "ties", "--kind", "body", "--format", form, "--store", store)
    assert done.exit_code == 0
    assert done.stdout.startswith(begins)
    assert "Werkstatt 3" in done.stdout


@pytest.mark.parametrize("form", ["csv", "neo4j"])
def test_network_as_a_folder(store: Path, tmp_path: Path, form: str) -> None:
    done = run("network", "-o", tmp_path / "network", "--format", form, "--together", "2", "--store", store)
    assert done.exit_code == 0, done.stderr
    assert "Rosenhagen" in (tmp_path / "network" / "nodes.csv").read_text(encoding="utf-8")


def test_network_never_writes_over_something_else(store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = run("network", "-o", tmp_path, "--format", "csv", "--store", store)
    assert done.exit_code == 1
    assert "holds something else" in done.stderr


def test_network_around_one_name(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.json"
    arguments = ("--around", "Falk Zerna", "--hops", "1", "--kind", "person", "--kind", "organisation")
    assert run("network", "-o", target, *arguments, "--store", store).exit_code == 0
    assert "Silke Domning" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "gexf", "json"])
def test_an_empty_network_is_written_and_said_and_exit_code_1(store: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"empty.{form}"
    done = run("network", "-o", target, "--from", "1990-01-01", "--to", "1990-12-31", "--store", store)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("The network is empty")
    assert done.stderr.count("\n") == 1
    assert target.stat().st_size > 0
    if form == "html":
        assert "Dieses Netzwerk ist leer" in target.read_text(encoding="utf-8")


def test_one_node_is_no_empty_network(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.html"
    done = run("network", "-o", target, "--around", "Falk Zerna", "--kind", "person", "--store", store)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Falk Zerna" in target.read_text(encoding="utf-8")


def test_demo_tells_where_things_are(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    done = run("demo", "--folder", folder)
    assert done.exit_code == 0, done.stderr
    assert (folder / "network.html").stat().st_size > 10_000
    assert (folder / "graph-store").is_dir()
    assert len(list((folder / "protocols").glob("*.txt"))) == 5
    for shown in ("network.html", "protokollgraph query", "protokollgraph check"):
        assert shown in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    command = f"{sys.executable} -m protokollgraph export --store {store} --format nq -o - | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
