"""JSON with places: each value knows where it stands in the text.

The grammar is that of RFC 8259 with three liberties that real files take: a byte order mark in front, raw line breaks
and tabs inside strings, and several values one after the other (JSON Lines), which count as one list.

>>> found = parse('{"name": "Rat"}')
>>> name = found.content["name"]
>>> name.content, name.start, name.end
('Rat', 10, 13)
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple, TypeAlias

from protokollgraph.errors import FormatError

DEEPEST = 60
"""Nobody nests deeper; OParl itself needs six levels."""

_SPACE = re.compile(r"[ \t\n\r\ufeff]*")
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_OTHER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_INTEGER = 18
"""Digits of an integer; a longer number is no count of anything and is kept as a float."""


class Json(NamedTuple):
    """A value and its place: code points, end exclusive; of a string what stands between the quotes."""

    content: Content
    start: int
    end: int


Content: TypeAlias = "dict[str, Json] | tuple[Json, ...] | str | int | float | bool | None"


def parse(text: str) -> Json:
    """The value that a text holds. FormatError, with the line, if it is no JSON."""
    values: list[Json] = []
    at = _skip(text, 0)
    while at < len(text):
        value, at = _value(text, at, 0)
        values.append(value)
        at = _skip(text, at)
    if not values:
        raise FormatError("holds no JSON.", "Remove it or put an OParl object in it.")
    return values[0] if len(values) == 1 else Json(tuple(values), values[0].start, values[-1].end)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> tuple[Json, int]:
    """The value that begins here, and where the text goes on."""
    if depth > DEEPEST:
        raise _broken(text, at, f"values are nested more than {DEEPEST} deep")
    match text[at : at + 1]:
        case "{":
            return _object(text, at, depth)
        case "[":
            return _array(text, at, depth)
        case '"':
            return _string(text, at)
    found = _OTHER.match(text, at)
    if found is None:
        raise _broken(text, at, "a value is missing")
    word = found.group()
    content = _WORDS[word] if word in _WORDS else _number(word)
    return Json(content, at, found.end()), found.end()


def _object(text: str, start: int, depth: int) -> tuple[Json, int]:
    """An object; of two members with one name the last counts, as with other readers."""
    members: dict[str, Json] = {}
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        name, at = _string(text, at)
        at = _expect(text, _skip(text, at), ":")
        members[str(name.content)], at = _value(text, _skip(text, at), depth + 1)
        at = _next(text, at, "}")
    return Json(members, start, at + 1), at + 1


def _array(text: str, start: int, depth: int) -> tuple[Json, int]:
    values: list[Json] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]":
        value, at = _value(text, at, depth + 1)
        values.append(value)
        at = _next(text, at, "]")
    return Json(tuple(values), start, at + 1), at + 1


def _next(text: str, at: int, closing: str) -> int:
    """Where the next member begins, or the closing bracket stands."""
    at = _skip(text, at)
    return at if text[at : at + 1] == closing else _skip(text, _expect(text, at, ","))


def _expect(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise _broken(text, at, f"“{sign}” is missing")
    return at + 1


def _string(text: str, at: int) -> tuple[Json, int]:
    match = _STRING.match(text, at)
    if match is None:
        raise _broken(text, at, "a string is missing or has no end")
    content = match.group(1)
    if "\\" in content:
        try:
            content = json.loads(f'"{content}"', strict=False)
        except ValueError:
            raise _broken(text, at, "a string has an escape that JSON does not know") from None
        content = _SURROGATE.sub("\ufffd", content)
    return Json(content, match.start(1), match.end(1)), match.end()


def _number(word: str) -> int | float:
    return int(word) if word.lstrip("-").isdigit() and len(word) <= _LONGEST_INTEGER else float(word)


def _broken(text: str, at: int, what: str) -> FormatError:
    line = text.count("\n", 0, at) + 1
    return FormatError(f"is no JSON: in line {line} {what}.", "Fetch it again from where it comes.")
