"""Decisions: taken here, or elsewhere and only reported; with outcome, method, votes, day, body, subject, addressee."""

from __future__ import annotations

from protokollgraph.extract.decisions.record import read

__all__ = ["read"]
