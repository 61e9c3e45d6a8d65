"""The data block of a network page, unpacked as its script does."""

from __future__ import annotations

import json
import re
from typing import Any


def data_of(text: str) -> dict[str, Any]:
    """The data of a page, with rows instead of columns."""
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert block
    content: dict[str, Any] = json.loads(block.group(1))
    return content | {name: rows_of(content[name]) for name in ("nodes", "facts", "passages")}


def rows_of(packed: dict[str, Any]) -> list[Any]:
    """The rows behind columns."""
    rows: list[dict[Any, Any]] = [{} for _ in range(packed["rows"])]
    for name, column in packed["columns"].items():
        for row, value in _values(column, len(rows)).items():
            rows[row][name] = value
    if packed.get("list"):
        return [[row[str(place)] for place in range(len(row))] for row in rows]
    return rows


def _values(column: Any, rows: int) -> dict[int, Any]:
    if isinstance(column, list):
        return dict(enumerate(column))
    if "columns" in column:
        return dict(enumerate(rows_of(column)))
    if "words" in column:
        words = _values(column["words"], 0)
        return {row: words[word] for row, word in enumerate(column["at"])}
    if "rest" in column:
        return {row: column["before"] + rest for row, rest in enumerate(column["rest"])}
    given = _values(column["column"], len(column["at"]))
    values = dict.fromkeys(range(rows), column["most"]) if "most" in column else {}
    return values | {row: given[index] for index, row in enumerate(column["at"])}
