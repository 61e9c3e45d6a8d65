"""Finding what the document names.

Organisations and bodies by their form, known names wherever they stand, people by Herr and Frau.
"""

from __future__ import annotations

from protokollgraph.extract.naming.mentions import mentions
from protokollgraph.extract.naming.organisations import discover
from protokollgraph.extract.naming.persons import changed_surnames

__all__ = ["changed_surnames", "discover", "mentions"]
