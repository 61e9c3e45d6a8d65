"""JSON against the dataclasses of the gold: everything that does not fit is named, not only the first.

The types are the schema. A key that no dataclass has is most likely a slip ("aliasses"), and what it says would not
count without a word; so it is a problem like a wrong value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}


def problems(value: object, kind: Any, where: str) -> Iterator[str]:
    """What keeps the value from being a ``kind``, one line each, with its place as in ``persons[3].posts[0].role``."""
    if value is None and NoneType in get_args(kind):
        return
    kind = _inner(kind)
    if is_dataclass(kind):
        yield from _of_object(value, kind, where)
    elif get_origin(kind) is tuple:
        yield from _of_list(value, get_args(kind)[0], where)
    else:
        yield from _of_leaf(value, kind, where)


def _inner(kind: Any) -> Any:
    """``X`` for ``X | None``; other unions stay."""
    if get_origin(kind) not in (Union, UnionType):
        return kind
    rest = [each for each in get_args(kind) if each is not NoneType]
    return rest[0] if len(rest) == 1 else kind


def _of_object(value: object, kind: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{_at(where)}an object is wanted, not {_called(value)}."
        return
    hints = _hints(kind)
    for key in value:
        if key not in hints:
            yield f"{_at(where)}there is no key {key!r}; the keys are: {', '.join(hints)}."
    for field in fields(kind):
        inside = f"{where}.{field.name}" if where else field.name
        if field.name in value:
            yield from problems(value[field.name], hints[field.name], inside)
        elif field.default is MISSING and field.default_factory is MISSING:
            yield f"{_at(inside)}is missing."


def _of_list(value: object, kind: Any, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{_at(where)}a list is wanted, not {_called(value)}."
        return
    for place, each in enumerate(value):
        yield from problems(each, kind, f"{where}[{place}]")


def _of_leaf(value: object, kind: Any, where: str) -> Iterator[str]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield f"{_at(where)}{error}."


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The keys of an object and their types, own ones first, as the dataclass lists them."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in fields(kind)}


def _at(where: str) -> str:
    return f"{where}: " if where else ""


def _called(value: object) -> str:
    return _KINDS.get(type(value), "null")
