"""Golden protocols: what is extracted, resolved and written is scored against gold that was made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.triples import protocol_quads
from protokollgraph.ontology.iris import Iris

SHARED = Path(__file__).parents[2].parent / "shared"
OWN = Path(__file__).parents[1] / "gold"
SCORE = SHARED / "score.py"


def exported(gold: Path) -> bytes:
    """The quads of all protocols of a folder and of their register."""
    extractions = [extract(reader.read(path)) for path in sorted(gold.glob("*.txt"))]
    iris = Iris()
    resolution = resolve([DocumentEntities.of(extraction) for extraction in extractions], iris)
    graphs = [protocol_quads(extraction, resolution, iris, "0") for extraction in extractions]
    return b"".join([*graphs, register_quads(resolution, iris)])


def scores(gold: Path, folder: Path) -> dict[str, float]:
    """F1 of each relation that the gold has facts of."""
    export = folder / "export.nq"
    export.write_bytes(exported(gold))
    ran = subprocess.run(
        [sys.executable, str(SCORE), str(gold), str(export), "--json"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert not ran.stderr
    found = json.loads(ran.stdout)
    return {relation: f1 for relation, (_, _, f1, facts) in found.items() if facts}


@pytest.mark.shared
@pytest.mark.skipif(not SCORE.is_file(), reason=f"there is no {SCORE}")
@pytest.mark.parametrize(
    ("gold", "macro", "least"),
    [
        pytest.param(SHARED / "gold", 0.97, 0.90, id="shared"),
        pytest.param(OWN / "first", 0.98, 0.93, id="first"),
        pytest.param(OWN / "second", 0.96, 0.85, id="second"),
        pytest.param(OWN / "third", 0.96, 0.85, id="third"),
        pytest.param(OWN / "fourth", 0.74, 0.25, id="fourth"),
    ],
)
def test_the_gold_is_reached(gold: Path, macro: float, least: float, tmp_path: Path) -> None:
    found = scores(gold, tmp_path)
    table = "\n".join(f"{relation:20} {f1:.3f}" for relation, f1 in sorted(found.items(), key=lambda pair: pair[1]))
    assert sum(found.values()) / len(found) >= macro, table
    assert min(found.values()) >= least, table


def test_the_same_protocols_give_the_same_bytes() -> None:
    assert exported(OWN / "first") == exported(OWN / "first")
