"""Resolutions whose result is labelled, as councils record them: "Beschluss: …", "Abstimmungsergebnis: …"."""

from __future__ import annotations

from protokollgraph.extract.resolutions.record import read

__all__ = ["read"]
