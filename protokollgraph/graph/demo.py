"""Everything once, on the five fictional protocols that come with the package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from protokollgraph.errors import UsageError
from protokollgraph.graph.build import build
from protokollgraph.graph.drawing import draw
from protokollgraph.graph.layout import table
from protokollgraph.graph.query import Table, run_shipped
from protokollgraph.graph.shipped import shipped_query
from protokollgraph.graph.store import GraphStore

QUESTIONS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("presentations", {}),
    ("recommendations", {}),
    ("open-tasks", {}),
)
"""Shipped questions and their parameters."""
ROWS = 8
"""So many rows of each answer are shown."""


def demo(
    folder: Path,
    *,
    base: str | None = None,
    program: str = "protokollgraph",
    width: int = 100,
    bold: Callable[[str], str] = str,
) -> Iterator[str]:
    """Do it and tell about it, one paragraph after the other; running it again changes nothing.

    Writes ``protocols/``, ``graph-store/`` and ``network.html`` into ``folder``. ``program`` is how the reader calls
    the command line. UsageError if the folder cannot be written.
    """
    protocols, store, page = folder / "protocols", folder / "graph-store", folder / "network.html"
    copy_examples(protocols)
    report = build([protocols], store, base=base)
    count = len(report.added) + len(report.changed) + len(report.unchanged)
    yield f"{count} fictional protocols in {protocols}/ gave {report.quads} statements in {store}/"
    with GraphStore.reader(store) as graph:
        for name, values in QUESTIONS:
            answer = run_shipped(graph, name, values=values)
            assert isinstance(answer, Table)
            yield "\n" + _answered(name, values, answer, width, bold)
        draw(graph, page)
    yield "\n" + _farewell(folder, program, bold)


def copy_examples(folder: Path) -> None:
    """Put the shipped protocols into the folder. UsageError if it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for entry in files("protokollgraph").joinpath("examples").iterdir():
            if entry.name.endswith(".txt"):
                (folder / entry.name).write_bytes(entry.read_bytes())
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}.", "Choose another folder.") from error


def _answered(name: str, values: Mapping[str, str], answer: Table, width: int, bold: Callable[[str], str]) -> str:
    limits = ", ".join(f"{key} {value}" for key, value in values.items())
    title = bold(shipped_query(name).title_en + (f" ({limits})" if limits else ""))
    shown = table(answer.columns, answer.rows[:ROWS], width=width, bold=bold)
    more = len(answer.rows) - ROWS
    return "\n".join([title, shown, *([f"… and {more} more"] if more > 0 else [])])


def _farewell(folder: Path, program: str, bold: Callable[[str], str]) -> str:
    store = folder / "graph-store"
    tries = (
        f"{program} query --list",
        f"{program} query --store {store} --name open-tasks",
        f'{program} explain --store {store} "Annegret Wuschech-Kollmann"',
        f"{program} check {folder / 'protocols' / 'werkstatt-1-2024-02-15.txt'}",
        f"{program} export --store {store} --format ttl -o {folder / 'graph.ttl'}",
        f"{program} build YOUR-PROTOCOLS/ --store {store}",
    )
    places = f"{bold('The network')} is in {folder / 'network.html'}: open it in a browser, it works offline."
    return "\n".join([places, "", bold("Try next"), *(f"  {each}" for each in tries)])
