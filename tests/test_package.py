"""What holds for the package as a whole: its public calls, its version, its files."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import protokollgraph

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "protokollgraph").rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50


@pytest.mark.parametrize("name", protokollgraph.__all__)
def test_public_call_is_there(name: str) -> None:
    assert getattr(protokollgraph, name)
    assert name in dir(protokollgraph)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = protokollgraph.nothing


def test_version_is_the_installed_one() -> None:
    assert protokollgraph.__version__ == version("protokollgraph")


def test_import_and_help_load_no_library() -> None:
    # Each of these costs more than the whole start-up may take.
    heavy = {"rdflib", "pyoxigraph", "networkx", "numpy", "pyvis", "rapidfuzz", "yaml", "msgspec"}
    code = (
        "import sys, contextlib, protokollgraph.cli as cli\n"
        "with contextlib.suppress(SystemExit): cli.main(['build', '--help'])\n"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_has_one_subject(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert path.stem not in ("utils", "helpers", "common", "misc")
    assert sum(bool(line.strip()) for line in source.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"


def test_lowest_versions_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = (ROOT / "constraints-lowest.txt").read_text(encoding="utf-8").lower().splitlines()
    exact = {line.partition("==")[0]: line.partition("==")[2] for line in pinned if "==" in line}
    for requirement in project["dependencies"]:
        name, _, lowest = requirement.lower().partition(">=")
        assert exact[name].split(".")[: len(lowest.split("."))] == lowest.split("."), requirement
