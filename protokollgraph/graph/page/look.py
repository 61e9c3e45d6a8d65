"""How nodes and lines look: shapes, colours and sizes by kind, colours and dashes by family of relations."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def look() -> dict[str, Any]:
    """``style.json``; colours are those for light and for dark pages, sizes pixels."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("style.json").read_text(encoding="utf-8"))
    return content
