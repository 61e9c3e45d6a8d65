"""Precision, recall and F1 per relation against annotated protocols, and a gate that lets no relation fall.

::

    folder ──load──▶ Gold ──expected──▶ Facts ┐
                                              ├──compare──▶ marks ──▶ Evaluation ──▶ report, baseline
    graph ───────────────────found────▶ Facts ┘
"""

from __future__ import annotations

from protokollgraph.graph.evaluation.figures import Deviation, Evaluation, Figures
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.evaluation.scoring import evaluate, score

__all__ = ["Deviation", "Evaluation", "Figures", "Relation", "evaluate", "score"]
