"""The agenda: items with titles, who is to present them, what they announce, and whose treatment is where."""

from __future__ import annotations

from protokollgraph.extract.agenda.items import read
from protokollgraph.extract.agenda.titles import formal_title, kind_of

__all__ = ["formal_title", "kind_of", "read"]
