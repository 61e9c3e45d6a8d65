"""JSON as text: what it says is a matter of extraction, which needs it as it stands."""

from __future__ import annotations

import re

from protokollgraph.extract.reader import text
from protokollgraph.extract.reader.content import Content

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")


def recognises(head: bytes) -> bool:
    """True for what begins like a JSON object with a name, or a list of objects; "[Entwurf]" does not."""
    return _BEGINNING.match(head) is not None


def read(data: bytes) -> Content:
    """The text as it stands. FormatError if it is none."""
    return text.read(data)
