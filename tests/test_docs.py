"""The documentation says what is so: links lead somewhere, commands run and print what is shown, queries have answers.

A page is read from top to bottom, in a folder that holds what ``make demo`` makes:

* ``text NAME`` and ``yaml NAME`` open blocks that are files, which the reader saves under that name;
* ``console`` blocks hold commands (``$ …``) and what they print on a terminal of 100 columns; a line ``…`` stands for
  lines that are left out, and a line that ends in ``…`` for a longer one;
* ``python`` runs, ``sparql`` has rows, and every triple of ``turtle`` is in the graph of the demo.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pyoxigraph
import pytest
from click.testing import CliRunner, _NamedTextIOWrapper

from protokollgraph.cli import main
from protokollgraph.graph.demo import demo
from protokollgraph.graph.query import Table, run
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.namespaces import PREFIXES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]
READMES = [ROOT / "README.md", ROOT / "README.de.md"]
TOLD = [
    ROOT / "README.md",
    *(
        ROOT / "docs" / f"{name}.md"
        for name in ("tutorial", "graph", "network", "extraction", "styles", "identities", "evaluation")
    ),
]
"""Pages that a reader can follow; README.de.md shows the same blocks as README.md."""
COLUMNS = "100"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?:\]\(|(?:src|srcset|href)=\")([^)\s\"]+)")
_INLINE = re.compile(r"`(protokollgraph [^`]+)`")
_VOLATILE = re.compile(r"\d+\.\d(?= s\))|\d+(?= statements)")
"""How long a build took, and how many statements today's rules make."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: its language, the file that it is, its text."""

    language: str
    file: str
    text: str


def blocks(page: Path, *languages: str) -> list[Block]:
    found = (Block(language, file, text) for language, file, text in _BLOCK.findall(page.read_text(encoding="utf-8")))
    return [block for block in found if not languages or block.language in languages]


def anchors(page: Path) -> set[str]:
    """The fragments that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", _BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo has run."""
    folder = tmp_path_factory.mktemp("docs")
    for _ in demo(folder / "demo"):
        pass
    return folder


@pytest.fixture(scope="module")
def graph(place: Path) -> Iterator[GraphStore]:
    with GraphStore.reader(place / "demo" / "graph-store") as store:
        yield store


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_resolve(page: Path) -> None:
    for link in _LINK.findall(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        address, _, fragment = link.partition("#")
        if ":" in address:
            continue
        target = page.parent / address if address else page
        assert target.exists(), link
        assert not fragment or fragment in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_parse(page: Path) -> None:
    for line in _command_lines(page):
        called, *words = shlex.split(line)
        words = words[: words.index(">")] if ">" in words else words
        if called != "protokollgraph" or words[0].startswith("-"):
            continue
        assert words[0] in main.commands, line
        command = main.commands[words[0]]
        try:
            command.make_parser(click.Context(command)).parse_args(words[1:])
        except click.UsageError as error:
            pytest.fail(f"{line}: {error.format_message()}")


def _command_lines(page: Path) -> Iterator[str]:
    """Commands in the text and in blocks for the shell."""
    yield from _INLINE.findall(_BLOCK.sub("", page.read_text(encoding="utf-8")))
    for block in blocks(page, "console"):
        yield from (command for command, _ in commands(block.text))
    for block in blocks(page, "sh"):
        yield from block.text.splitlines()


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_readme_names_the_two_commands_at_the_top(page: Path) -> None:
    top = page.read_text(encoding="utf-8")[:4000]
    assert "make demo" in top
    assert "make test" in top


def test_both_readmes_say_the_same() -> None:
    def shape(page: Path) -> list[str]:
        return re.findall(r"^(#+) ", _BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)

    english, german = READMES
    assert shape(english) == shape(german)
    assert blocks(english, "console", "turtle", "python", "sh") == blocks(german, "console", "turtle", "python", "sh")


def test_every_finding_is_explained() -> None:
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    for module in (ROOT / "protokollgraph").rglob("*.py"):
        for code in _codes(ast.parse(module.read_text(encoding="utf-8"))):
            assert f"| `{code}` |" in page, f"{code} of {module.name} is not in docs/extraction.md"


def _codes(tree: ast.Module) -> Iterator[str]:
    """The first argument of ``draft.find("code", "Message.")``, ``found.note("code", …)``, ``Finding("code", …)``."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or len(node.args) < 2 or not isinstance(node.args[0], ast.Constant):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        hyphened = "+" if called == "note" else "*"  # the state has notes too, of one word
        if called in ("find", "note", "Finding") and re.fullmatch(
            rf"[a-z]+(?:-[a-z]+){hyphened}", str(node.args[0].value)
        ):
            yield str(node.args[0].value)


def test_every_key_of_a_style_is_explained() -> None:
    page = (ROOT / "docs" / "styles.md").read_text(encoding="utf-8")
    style = (ROOT / "protokollgraph" / "extract" / "styles" / "common.yml").read_text(encoding="utf-8")
    for key in re.findall(r"^(?:  )?([a-z_]+):", style, re.MULTILINE):
        assert f"`{key}`" in page, key


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_queries_have_answers(page: Path, graph: GraphStore) -> None:
    for block in blocks(page, "sparql"):
        answer = run(graph, block.text)
        assert isinstance(answer, Table)
        assert answer.rows, block.text


def test_turtle_is_part_of_the_graph(graph: GraphStore) -> None:
    known = {(quad.subject, quad.predicate, quad.object) for quad in graph.quads()}
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for block in (block for page in PAGES for block in blocks(page, "turtle")):
        said = list(pyoxigraph.parse(head + block.text, format=pyoxigraph.RdfFormat.TURTLE, base_iri=graph.base))
        missing = [str(triple) for quad in said if (triple := quad.triple) and tuple(triple) not in known]
        assert not missing


@pytest.mark.parametrize("page", TOLD, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_can_be_followed(page: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the files, type the commands: everything works, and what is shown is what comes out."""
    shutil.copytree(place / "demo", tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    for block in blocks(page):
        if block.file:
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            exec(compile(block.text, page.name, "exec"), {})
        elif block.language == "console":
            for command, shown in commands(block.text):
                code, printed = typed(command)
                _compare(command, shown, printed.splitlines())
                assert code == 0 or any(" failed" in line or line.startswith("protokollgraph: ") for line in shown)


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that are shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        end = next(n for n in range(1, len(lines) + 1) if _is_whole("\n".join(lines[:n])))
        yield "\n".join(lines[:end]), [line.rstrip() for line in lines[end:] if line.strip()]


def _is_whole(command: str) -> bool:
    """Whether a command ends here: no quotation is open, no ``\\`` goes on in the next line."""
    try:
        shlex.split(command)
    except ValueError:
        return False
    return True


def _compare(command: str, shown: list[str], printed: list[str]) -> None:
    """All lines that are shown were printed in this order; where no ``…`` stands, nothing was between them."""
    printed, at, gap = [line for line in printed if line], 0, False
    for line in shown:
        if line.strip() == "…":
            gap = True
            continue
        left = range(at, len(printed)) if gap else range(at, min(at + 1, len(printed)))
        found = next((index for index in left if _same(line, printed[index])), None)
        assert found is not None, f"$ {command}\nshown:   {line}\nprinted: {printed[at : at + 3]}"
        at, gap = found + 1, False
    assert gap or at == len(printed) or not shown, f"$ {command}\nnot shown: {printed[at : at + 3]}"


def _same(shown: str, printed: str) -> bool:
    shown, printed = (_VOLATILE.sub("0", line.rstrip()) for line in (shown, printed))
    return shown == printed or (shown.endswith(" …") and printed.startswith(shown.removesuffix(" …")))


def typed(command: str) -> tuple[int, str]:
    """The exit code of a command and what it prints on a terminal."""
    called, *words = shlex.split(command)
    if called == "cd":
        os.chdir(words[0])
        return 0, ""
    if called != "protokollgraph":
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    words, file = (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, None)
    with pytest.MonkeyPatch.context() as terminal:
        terminal.setenv("COLUMNS", COLUMNS)
        terminal.setattr(_NamedTextIOWrapper, "isatty", lambda stream: stream.name == "<stdout>" and file is None)
        result = CliRunner().invoke(main, words)
    if file is not None:
        Path(file).write_bytes(result.stdout_bytes)
    return result.exit_code, "" if file else "\n".join(line.rstrip() for line in result.output.splitlines())
