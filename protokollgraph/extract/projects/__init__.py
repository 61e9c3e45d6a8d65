"""Projects: ``names`` finds them in plan and results, ``statements`` reads what is said of them."""

from __future__ import annotations

from protokollgraph.extract.projects.names import read
from protokollgraph.extract.projects.statements import facts

__all__ = ["facts", "read"]
