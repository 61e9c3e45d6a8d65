"""``protokollgraph review`` as a user meets it: on a terminal, in a pipe, with options, with mistakes."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from review_world import BANK, BASE, TOWN, TRAINS, UEBIGAU, ask, build_store

from protokollgraph.cli import main
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.rows import HEADER


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("command"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(store: Path, *arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["review", "--store", str(store), *map(str, arguments)], input=stdin)


def said(path: Path) -> list[str]:
    return [f"{each.word} {each.subject} {each.object}".strip() for each in journal.entries(path, BASE)]


def test_in_a_pipe_it_lists(store: Path, here: Path) -> None:
    done = run(store)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].split() == ["mentions", "kind", "one", "other"]
    assert done.stdout.count("namesakes") == 3
    assert list(here.iterdir()) == []


def test_json(store: Path, here: Path) -> None:
    told = json.loads(run(store, "--format", "json").stdout)
    assert set(told["entities"]) == {TOWN, BANK, TRAINS}


def test_what_was_answered_is_not_listed(store: Path, here: Path) -> None:
    assert run(store, "--same", TOWN, BANK, "--unsure", BANK, TRAINS).exit_code == 0
    assert f"{BANK}  " not in run(store, "--list").stdout.replace(TRAINS, "").replace(TOWN, "")
    assert run(store, "--same", TRAINS, BANK).exit_code == 0
    assert run(store, "--list").stdout == "No question is open.\n"
    assert json.loads(run(store, "--format", "json").stdout) == {"questions": [], "entities": {}}


def test_all_shows_what_somebody_was_not_sure_of(store: Path, here: Path) -> None:
    run(store, "--unsure", BANK, TRAINS, "--different", TOWN, BANK, "--different", TOWN, TRAINS)
    assert run(store, "--list").stdout == "No question is open.\n"
    assert run(store, "--list", "--all").stdout.count("namesakes") == 1


def test_judging_by_options(store: Path, here: Path) -> None:
    done = run(
        store,
        *(
            "--same",
            TOWN,
            BANK,
            "--same",
            BANK,
            TRAINS,
            "--rename",
            TOWN,
            "Ruth Quandel-Noack",
            "--hide",
            "Nele Übigau",
        ),
        *("--split", TOWN, "werkstatt-6-2024-03-12.txt", "--same-as", TOWN, "https://register.example/7"),
        *("--reason", "one room", "--by", "Ada Muth"),
    )
    assert done.exit_code == 0, done.stderr
    assert said(here / "judgements.tsv") == [
        f"same {TOWN} {BANK}",
        f"same {BANK} {TRAINS}",
        f"split {TOWN} werkstatt-6-2024-03-12.txt",
        f"rename {TOWN} Ruth Quandel-Noack",
        f"hide {UEBIGAU}",
        f"same-as {TOWN} https://register.example/7",
    ]
    assert {(e.who, e.reason) for e in journal.entries(here / "judgements.tsv", BASE)} == {("Ada Muth", "one room")}
    assert done.stdout.splitlines()[0] == f"same: {TOWN} · {BANK}"
    assert (
        done.stdout.splitlines()[-1]
        == "6 written to judgements.tsv. The next protokollgraph build applies what is new."
    )


def test_take_back_and_say_again(store: Path, here: Path) -> None:
    run(store, "--different", TOWN, BANK)
    assert run(store, "--take-back", "2", "--reason", "no").exit_code == 0
    assert said(here / "judgements.tsv")[-1] == f"no-different {TOWN} {BANK}"
    assert run(store, "--different", TOWN, BANK).exit_code == 0
    assert run(store, "--different", BANK, TOWN).stdout == "1 said before (line 4)\n"


def test_the_file_of_judgements(store: Path, here: Path) -> None:
    run(store, "--hide", UEBIGAU, "--judgements", "mine.tsv")
    assert said(here / "mine.tsv") == [f"hide {UEBIGAU}"]
    (here / "protokollgraph.toml").write_text('judgements = "set.tsv"\n', encoding="utf-8")
    run(store, "--hide", UEBIGAU)
    assert said(here / "set.tsv") == [f"hide {UEBIGAU}"]


def test_batch_from_file_and_from_standard_input(store: Path, here: Path) -> None:
    rows = f"{HEADER}\n\t\tsame\t{TOWN}\t{BANK}\t\n"
    (here / "answers.tsv").write_text(rows, encoding="utf-8")
    assert "1 written to judgements.tsv" in run(store, "--batch", "answers.tsv").stdout
    assert run(store, "--batch", "-", stdin=rows).stdout == "1 said before\n"
    done = run(store, "--batch", "-", stdin=b"\xff\xfe")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "standard input: line 1" in done.stderr
    assert said(here / "judgements.tsv") == [f"same {TOWN} {BANK}"]


def test_html_to_file_and_to_standard_output(store: Path, here: Path) -> None:
    done = run(store, "--html", "questions.html")
    assert done.exit_code == 0
    assert done.stdout.startswith("1 open question in questions.html: ")
    assert "review --batch FILE" in done.stdout
    assert run(store, "--html", "-").stdout_bytes == (here / "questions.html").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--same", "Ruth Quandel", BANK], "is not clear", id="namesakes"),
        pytest.param(["--same", "person/ruth-quandl", TOWN], f"The nearest: {BANK}", id="unknown-iri"),
        pytest.param(["--hide", "Nobody at all"], "Nobody at all", id="unknown-name"),
        pytest.param(["--same", TOWN], "2 arguments", id="one-name-missing"),
        pytest.param(["--same", TOWN, BANK, "--list"], "one at a time", id="judge-and-list"),
        pytest.param(["--batch", "-", "--take-back", "2"], "one at a time", id="batch-and-take-back"),
        pytest.param(["--html", "x.html", "--format", "json"], "one at a time", id="page-and-list"),
        pytest.param(["--take-back", "2"], "no judgement in line 2", id="nothing-to-take-back"),
        pytest.param(["--take-back", "0"], "0 is not in the range", id="no-line"),
        pytest.param(["--batch", "nowhere.tsv"], "nowhere.tsv", id="missing-batch"),
        pytest.param(["--html", "no/such/folder/x.html"], "no/such/folder", id="missing-folder"),
        pytest.param(["--kind", "ghost"], "namesakes", id="unknown-kind"),
        pytest.param(["--limit", "0"], "0 is not in the range", id="limit"),
        pytest.param(["--judgements", "no/such/folder/j.tsv", "--hide", UEBIGAU], "no/such/folder", id="unwritable"),
    ],
)
def test_wrong_use_is_one_line_and_nothing_is_written(store: Path, here: Path, arguments: list[str], told: str) -> None:
    done = run(store, *arguments, stdin="")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr
    assert list(here.iterdir()) == []


def test_nobody_logged_in(store: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    done = run(store, "--hide", UEBIGAU)
    assert (done.exit_code, "--by" in done.stderr) == (2, True)
    assert run(store, "--hide", UEBIGAU, "--by", "Ada").exit_code == 0


def test_no_store(here: Path) -> None:
    done = run(here / "nothing")
    assert done.exit_code == 3
    assert "protokollgraph build" in done.stderr


def test_a_store_without_questions(tmp_path: Path) -> None:
    store = build_store(tmp_path)
    ask(store)
    assert run(store).stdout == "No question is open.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_on_a_terminal_it_asks(store: Path, here: Path) -> None:
    code, screen = typed(["review", "--store", str(store), "--by", "Ada"], "nnbq")
    assert code == 0
    assert "are they one?" in screen
    assert "no, two" in screen
    assert "taken back" in screen
    assert "1 answered (1 different), 2 left." in screen
    assert "Written to judgements.tsv. The next protokollgraph build" in screen
    assert [each.partition(" ")[0] for each in said(here / "judgements.tsv")] == [
        "different",
        "different",
        "no-different",
    ]
    assert {each.who for each in journal.entries(here / "judgements.tsv", BASE)} == {"Ada"}


def typed(arguments: list[str], keys: str) -> tuple[int, str]:
    """Exit code, and what stands on a terminal of 100 columns when each key is pressed at a prompt of its own."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "protokollgraph", *arguments]
    terminal = {"COLUMNS": "100", "TERM": "xterm"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | terminal) as program:
        os.close(theirs)
        shown, end = b"", time.monotonic() + 60
        try:
            for number, key in enumerate(keys, 1):
                while shown.count(b"[q]uit") < number or not waits_for_a_key(ours):
                    assert time.monotonic() < end, shown.decode()
                    shown += waiting(ours)
                os.write(ours, key.encode())
            while program.poll() is None:
                assert time.monotonic() < end, shown.decode()
                shown += waiting(ours)
            while part := waiting(ours):
                shown += part
        except OSError:  # how Linux tells the end of a terminal
            program.wait(60)
        finally:
            program.kill()
            os.close(ours)
    return program.returncode, shown.decode().replace("\r\n", "\n")


def waits_for_a_key(terminal: int) -> bool:
    """Whether keys are taken one by one: what is typed before is lost when the terminal changes to that."""
    import termios

    return not termios.tcgetattr(terminal)[3] & termios.ICANON


def waiting(terminal: int) -> bytes:
    """What the program shows next, or nothing if it shows nothing for a moment."""
    if select.select([terminal], [], [], 0.05)[0]:
        return os.read(terminal, 4096)
    return b""
