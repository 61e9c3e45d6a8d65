"""Rows of the page's data as columns, so that no key and no frequent value is written thousands of times.

Rows that are dictionaries or lists become ``{"rows": number, "columns": {name: column}}``; ``list`` is true for lists,
whose names are positions. A column is one of

* the list of its values,
* ``{"at": [rows], "column": column}``: the values of some rows; the others have the value ``most``, or none if there is
  no ``most``,
* ``{"words": [values], "at": [numbers]}``: numbers of values that many rows share,
* ``{"before": text, "rest": column}``: texts that begin alike,
* rows in columns again.

``script/data.js`` makes rows of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_WORTH = 8
"""A beginning that texts share is written once if it has so many characters."""


def packed(rows: Sequence[Mapping[str, Any]] | Sequence[Sequence[Any]]) -> dict[str, Any]:
    """The rows as columns.

    >>> packed([{"kind": "person", "size": 6}, {"kind": "person", "size": 9, "page": "a.html"}])
    {'rows': 2, 'columns': {'kind': {'at': [], 'column': [], 'most': 'person'}, 'size': [6, 9], \
'page': {'at': [1], 'column': ['a.html']}}}
    """
    columns: dict[str, dict[int, Any]] = {}
    for index, row in enumerate(rows):
        pairs = row.items() if isinstance(row, Mapping) else enumerate(row)
        for name, value in pairs:
            columns.setdefault(str(name), {})[index] = value
    data = {"rows": len(rows), "columns": {name: _column(values, len(rows)) for name, values in columns.items()}}
    return data | ({"list": True} if rows and not isinstance(rows[0], Mapping) else {})


def _column(values: Mapping[int, Any], rows: int) -> Any:
    if len(values) < rows:
        return {"at": list(values), "column": _dense(list(values.values()))}
    keys = [_key(value) for value in values.values()]
    (most, often), *_ = Counter(keys).most_common(1)
    if 2 * often <= rows:
        return _dense(list(values.values()))
    rest = {row: value for row, value in values.items() if keys[row] != most}
    return {"at": list(rest), "column": _dense(list(rest.values())), "most": values[keys.index(most)]}


def _key(value: Any) -> tuple[str, Any]:
    """What is equal for values that are written alike; 1 and true are not."""
    return type(value).__name__, json.dumps(value) if isinstance(value, list | dict) else value


def _dense(values: list[Any]) -> Any:
    if not values:
        return values
    if all(isinstance(value, dict) for value in values):
        return packed(values)
    if not all(isinstance(value, str) for value in values):
        return values
    words = sorted(set(values))
    if 2 * len(words) < len(values):
        number = {word: index for index, word in enumerate(words)}
        return {"words": _dense(words), "at": [number[value] for value in values]}
    before = _beginning(min(values), max(values))
    if len(before) < _WORTH or len(values) < 2:
        return values
    return {"before": before, "rest": [value.removeprefix(before) for value in values]}


def _beginning(first: str, last: str) -> str:
    """What the first and the last of sorted texts, and so all between them, begin with."""
    for index, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:index]
    return first
