"""Building the graph of 1,000 protocols on two jobs, beside bulk loading the same quads and nothing else.

::

    python -m benchmarks.build [--protocols N] [--jobs N]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks import generate
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.reader import read
from protokollgraph.graph.build import build
from protokollgraph.graph.store import GraphStore

WARM_UP = 20
SAMPLE = 100


def read_and_extract(paths: list[Path]) -> float:
    """Median seconds to read and extract one protocol in a process that has done so before."""
    for path in paths[:WARM_UP]:
        extract(read(path))
    seconds = []
    for path in paths[:SAMPLE]:
        start = time.perf_counter()
        extract(read(path))
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def bulk_load(nquads: bytes, folder: Path) -> float:
    """Seconds to load these quads into an empty store and let readers see them."""
    start = time.perf_counter()
    with GraphStore.open(folder) as store:
        store.load(nquads)
        store.publish_snapshot()
    return time.perf_counter() - start


def peak_memory() -> float:
    """Megabytes of this process and, at most, of one of its children."""
    own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + child) / 1024


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--protocols", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = generate.write(options.protocols, folder / "protocols")
        start = time.perf_counter()
        report = build([folder / "protocols"], folder / "store", jobs=options.jobs)
        whole = time.perf_counter() - start
        memory = peak_memory()
        start = time.perf_counter()
        build([folder / "protocols"], folder / "store", jobs=options.jobs)
        again = time.perf_counter() - start
        with GraphStore.reader(folder / "store") as store:
            nquads = store.dump()
        loading = bulk_load(nquads, folder / "baseline")
        single = read_and_extract(paths)
    rows = (
        ("bulk loading the same quads alone (baseline)", loading, loading),
        ("build, new store", whole, loading),
        ("build again, nothing changed", again, loading),
    )
    print(f"{len(paths)} protocols, {options.jobs} jobs, {report.quads} quads, {len(report.failed)} failed")
    print(f"{'':48}{'seconds':>9}{'ratio':>8}")
    for label, seconds, beside in rows:
        print(f"{label:48}{seconds:9.2f}{seconds / beside:8.2f}")
    print(f"{'read and extract one protocol, warm, ms':48}{single * 1000:9.2f}")
    print(f"{'build, a protocol, ms':48}{whole / len(paths) * 1000:9.2f}")
    print(f"{'peak memory of build, MB (with its largest job)':48}{memory:9.0f}")


if __name__ == "__main__":
    main()
