"""The same figures as another program that scores the same gold, where that is at hand."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from protokollgraph.graph.build import build
from protokollgraph.graph.evaluation import evaluate
from protokollgraph.graph.store import GraphStore

OWN = Path(__file__).resolve().parents[2] / "gold"
SHARED = Path(__file__).parents[3].parent / "shared"
SCORE = SHARED / "score.py"
DAMAGED = 0.05
"""So many of the lines of a graph are taken out, so that there is more to miss."""


@pytest.mark.shared
@pytest.mark.skipif(not SCORE.is_file(), reason=f"there is no {SCORE}")
@pytest.mark.parametrize(
    "gold",
    [SHARED / "gold", *sorted(path.parent for path in OWN.glob("*/entities.json"))],
    ids=lambda path: "shared" if path.parent == SHARED else path.name,
)
def test_all_figures_are_the_same(gold: Path, tmp_path: Path) -> None:
    build(sorted(gold.glob("*.txt")), tmp_path / "store")
    with GraphStore.reader(tmp_path / "store") as graph:
        lines = sorted(graph.dump("nq").splitlines(keepends=True))
    compare(gold, lines, tmp_path / "whole.nq")
    chance = random.Random(7)
    kept = [line for line in lines if b"wasDerivedFrom" in line or chance.random() >= DAMAGED]
    compare(gold, kept, tmp_path / "damaged.nq")


def compare(gold: Path, lines: list[bytes], export: Path) -> None:
    export.write_bytes(b"".join(lines))
    ran = subprocess.run(
        [sys.executable, str(SCORE), str(gold), str(export), "--json"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    (found,) = evaluate([gold], graph=export)
    figures = {
        str(relation): [each.precision, each.recall, each.f1, each.facts] for relation, each in found.relations.items()
    }
    # The other program also lists relations of which it counted nothing.
    expected = {relation: told for relation, told in json.loads(ran.stdout).items() if any(told) or relation in figures}
    assert set(figures) == set(expected)
    for relation, told in expected.items():
        assert figures[relation] == pytest.approx(told, abs=0.0005), relation
