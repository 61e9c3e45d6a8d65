"""Tasks: who has to do what by when; from tables, labels, mandates and promises."""

from __future__ import annotations

from protokollgraph.extract.tasks.record import read

__all__ = ["read"]
