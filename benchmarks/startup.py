"""How long commands take to start, beside ``python -c "import click"``, in one run with alternating order."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
BASELINE = "python -c 'import click'"
COMMANDS = {
    "python -c 'pass'": ["-c", "pass"],
    BASELINE: ["-c", "import click"],
    "protokollgraph --help": ["-m", "protokollgraph", "--help"],
    "protokollgraph query --list": ["-m", "protokollgraph", "query", "--list"],
    "protokollgraph build --help": ["-m", "protokollgraph", "build", "--help"],
}


def measure() -> dict[str, float]:
    """Median seconds of each command."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in seconds.items()}


def main() -> None:
    """Print a table."""
    medians = measure()
    print(f"{'start-up, median of ' + str(ROUNDS):34}{'ms':>8}{'ratio':>8}")
    for name, median in medians.items():
        print(f"{name:34}{median * 1000:8.0f}{median / medians[BASELINE]:8.2f}")


if __name__ == "__main__":
    main()
