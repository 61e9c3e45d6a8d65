"""Who and what one document speaks of: the entities met so far, and where their names stand in a text."""

from __future__ import annotations

from protokollgraph.extract.gazetteer.entities import Gazetteer
from protokollgraph.extract.gazetteer.forms import plain
from protokollgraph.extract.gazetteer.record import Mention, Record

__all__ = ["Gazetteer", "Mention", "Record", "plain"]
