"""Writes constraints.txt and constraints-lowest.txt: the exact versions of a fresh environment.

constraints.txt holds what an installation with the development tools gets today, constraints-lowest.txt the lowest
versions that pyproject.toml allows for direct dependencies, with what they need. Run it with the oldest Python that
pyproject.toml allows, so that the versions fit all of them::

    python3.11 tools/lock.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = ("pip", "protokollgraph", "setuptools")
EXACT = "# Exact versions of everything that make and .ci/run install. Written by tools/lock.py, not by hand.\n"
LOWEST = (
    "# The lowest versions that pyproject.toml allows, and what they need. Written by tools/lock.py, not by hand.\n"
)


def installed(requirements: list[str]) -> list[str]:
    """``name==version`` of everything that these requirements bring into a fresh environment."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        pip = [str(Path(folder, "bin", "python")), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", *requirements], check=True)
        listing = subprocess.run([*pip, "list", "--format=freeze"], check=True, capture_output=True, text=True).stdout
    lines = (line for line in listing.splitlines() if line.partition("==")[0] not in OURS)
    return sorted(lines, key=str.casefold)


def lowest() -> list[str]:
    """The direct dependencies of pyproject.toml and of the extras for formats, each at its lower bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (each for name, of_extra in project["optional-dependencies"].items() if name != "dev" for each in of_extra)
    direct = [*project["dependencies"], *(each for each in extras if not each.startswith("protokollgraph["))]
    return [re.sub(r">=", "==", each) for each in direct]


def write(name: str, head: str, lines: list[str]) -> None:
    """Write one file of constraints and say so."""
    (ROOT / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} packages, Python {sys.version_info.major}.{sys.version_info.minor}")


if __name__ == "__main__":
    write("constraints.txt", EXACT, installed(["hatchling", "editables", f"{ROOT}[dev]"]))
    write("constraints-lowest.txt", LOWEST, installed(lowest()))
