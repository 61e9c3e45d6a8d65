"""The network page beside pyvis, as it comes and tuned by hand: made in Python, opened and moved in headless Chromium.

::

    python -m benchmarks.network_page [--nodes N …] [--rounds N] [--limit SECONDS]

All pages of one size show the same network (``invented_network.py``). What each column counts stands in
``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.invented_network import network
from benchmarks.network_browser import Seen, browser, look_at
from protokollgraph.graph.page.look import look
from protokollgraph.graph.page.writing import write_page
from protokollgraph.graph.placement import place

if TYPE_CHECKING:
    import networkx

SIZES = (200, 500, 2_000, 10_000)
MOST_FOR_DEFAULTS = 500
"""In larger networks the defaults of pyvis do not stand still within any time that one would wait."""


@dataclass(frozen=True, slots=True)
class Built:
    """How a page was made, in a process of its own."""

    seconds: float
    work: float
    """Processor time of the same."""
    memory: float
    """Peak, in MB, with the network itself."""
    size: float
    """Of the file, in MB."""


def ours(graph: networkx.MultiDiGraph, out: Path) -> None:
    """The page that ``protokollgraph network`` writes."""
    write_page(graph, out, title="Netzwerk")


def defaults(graph: networkx.MultiDiGraph, out: Path) -> None:
    """What pyvis makes of the same network when nobody sets anything; no library from elsewhere."""
    from pyvis.network import Network

    drawn = Network(cdn_resources="in_line")
    number = {node: index for index, node in enumerate(sorted(graph.nodes))}
    for node, index in number.items():
        drawn.add_node(index, label=graph.nodes[node]["label"], title=graph.nodes[node]["kind"])
    for left, right in sorted({tuple(sorted((number[left], number[right]))) for left, right in graph.edges()}):
        drawn.add_edge(left, right)
    out.write_text(drawn.generate_html(), encoding="utf-8")


def tuned(graph: networkx.MultiDiGraph, out: Path, *, hidden: bool = False) -> None:
    """pyvis with our places and colours, without physics, with straight lines; labels that are too small are left out.

    ``hidden`` also leaves out the lines while the picture moves.
    """
    from pyvis.network import Network

    drawn = Network(cdn_resources="in_line", directed=True, height="850px")
    drawn.set_options(OPTIONS.read_text(encoding="utf-8").replace('"HIDDEN"', json.dumps(hidden)))
    number = {node: index for index, node in enumerate(sorted(graph.nodes))}
    pairs = sorted({(min(ends), max(ends)) for ends in ((number[a], number[b]) for a, b in graph.edges())})
    styles = [look()["kinds"][graph.nodes[node]["kind"]] for node in number]
    where = place([style["size"] for style in styles], dict.fromkeys(pairs, 1.0))
    for (node, index), style, (x, y) in zip(number.items(), styles, where, strict=True):
        label, shape, colour, size = graph.nodes[node]["label"], style["shape"], style["light"][0], style["size"]
        drawn.add_node(index, label=label, shape=shape, color=colour, size=size, x=x, y=y)
    for left, right in pairs:
        drawn.add_edge(left, right, arrows="")
    out.write_text(drawn.generate_html(), encoding="utf-8")


def hiding(graph: networkx.MultiDiGraph, out: Path) -> None:
    """The tuned one, its lines hidden while it moves: the picture is another one then."""
    tuned(graph, out, hidden=True)


PAGES: dict[str, Callable[[networkx.MultiDiGraph, Path], None]] = {
    "pyvis, defaults": defaults,
    "pyvis, tuned": tuned,
    "pyvis, tuned, moves without lines": hiding,
    "protokollgraph": ours,
}
OPTIONS = Path(__file__).with_name("network_tuned.json")
"""What somebody who knows vis-network sets in pyvis."""
BESIDE = "pyvis, tuned"
"""What the ratios are against."""


def build(name: str, size: int, out: Path) -> Built:
    """Make a page in a process of its own, and say what that took."""
    command = [sys.executable, "-m", "benchmarks.network_page", "--make", name, str(size), str(out)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Built(told["seconds"], told["work"], told["memory"], out.stat().st_size / 1e6)


def _make(name: str, size: int, out: Path) -> None:
    graph = network(size)
    start, worked = time.perf_counter(), time.process_time()
    PAGES[name](graph, out)
    seconds, work = time.perf_counter() - start, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "work": work, "memory": peak}))


def measure(sizes: Iterable[int], folder: Path, *, rounds: int, limit: float) -> None:
    """Print a table for each size; the pages are opened in turn, so that all have the same noise."""
    print(f"load of the machine before the run: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with browser() as opened:
        for size in sizes:
            names = [name for name in PAGES if name != "pyvis, defaults" or size <= MOST_FOR_DEFAULTS]
            files = {name: folder / f"{number}-{size}.html" for number, name in enumerate(names)}
            built = {name: build(name, size, files[name]) for name in names}
            seen: dict[str, list[Seen]] = {name: [] for name in names}
            for turn in range(rounds):
                for name in names:
                    if turn and name == "pyvis, defaults":
                        continue
                    seen[name].append(look_at(opened, files[name], limit=limit))
            _table(size, built, {name: _median(each) for name, each in seen.items()}, limit)


def _median(seen: list[Seen]) -> Seen | None:
    """Of each figure by itself; None if the page was not ready each time."""
    if any(each.ready is None for each in seen):
        return None
    return Seen(*(statistics.median(figures) for figures in zip(*seen, strict=True)))


def _table(size: int, built: dict[str, Built], seen: dict[str, Seen | None], limit: float) -> None:
    graph = network(size)
    print(f"\n{len(graph)} nodes, {graph.number_of_edges()} edges")
    seen_heads = ("ready s", "ratio", "cpu s", "frames/s", "ratio", "frame ms", "p95 ms")
    heads = (*seen_heads, "file MB", "built s", "cpu s", "peak MB")
    print(f"{'':36}" + "".join(f"{head:>9}" for head in heads))
    for name, made in built.items():
        found = seen[name]
        last = f"{made.size:9.2f}{made.seconds:9.2f}{made.work:9.2f}{made.memory:9.0f}"
        if found is None:
            print(f"{name:36}{f'not ready after {limit:.0f} s':>63}{last}")
            continue
        faster, smoother = _ratios(found, seen[BESIDE])
        print(
            f"{name:36}{found.ready:9.2f}{faster:9.2f}{found.work:9.2f}{found.rate:9.1f}{smoother:9.2f}"
            f"{found.frame:9.1f}{found.slow_frame:9.1f}{last}"
        )


def _ratios(found: Seen, beside: Seen | None) -> tuple[float, float]:
    """Of the time until ready and of the frames a second to those of the page beside it; 0 without one."""
    if beside is None or not found.ready or not beside.ready or not beside.rate:
        return 0.0, 0.0
    return found.ready / beside.ready, found.rate / beside.rate


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds to wait until a page is ready")
    parser.add_argument("--keep", type=Path, help="folder to leave the pages in")
    parser.add_argument("--make", nargs=3, metavar=("PAGE", "NODES", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        _make(options.make[0], int(options.make[1]), Path(options.make[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        measure(options.nodes, folder, rounds=options.rounds, limit=options.limit)


if __name__ == "__main__":
    main()
