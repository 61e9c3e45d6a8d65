"""JSON with places: the values are those of every other reader, and each place holds its value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.errors import FormatError
from protokollgraph.extract.oparl.positions import DEEPEST, Json, parse

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


def plain(node: Json) -> Any:
    """The value without places."""
    if isinstance(node.content, dict):
        return {name: plain(each) for name, each in node.content.items()}
    return [plain(each) for each in node.content] if isinstance(node.content, tuple) else node.content


def nodes(node: Json) -> list[Json]:
    inner = node.content.values() if isinstance(node.content, dict) else node.content
    below = [each for child in inner for each in nodes(child)] if isinstance(inner, tuple | type({}.values())) else []
    return [node, *below]


@given(_VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_values_are_those_of_the_standard_library(value: Any, indent: int | None, escaped: bool) -> None:
    assert plain(parse(json.dumps(value, indent=indent, ensure_ascii=escaped))) == value


@given(_VALUES)
def test_every_place_holds_its_value(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    for node in nodes(parse(text)):
        held = text[node.start : node.end]
        expected = json.loads(f'"{held}"' if isinstance(node.content, str) else held)
        assert expected == plain(node)


LIBERTIES = [
    ("byte order mark", '\ufeff{"a": 1}', {"a": 1}),
    ("a raw line break in a string", '["a\nb"]', ["a\nb"]),
    ("one object a line", '{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
    ("half of a surrogate pair", r'["\ud800"]', ["\ufffd"]),
    ("a name twice: the last counts", '{"a": 1, "a": 2}', {"a": 2}),
    ("a number of many digits", "[" + "9" * 30 + "]", [1e30]),
    ("a number beyond all", "[1e999]", [float("inf")]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LIBERTIES], ids=[case[0] for case in LIBERTIES])
def test_liberties(text: str, expected: Any) -> None:
    assert plain(parse(text)) == expected


BROKEN = [
    ("nothing", "", "no JSON"),
    ("a word", "Protokoll", "line 1"),
    ("cut off", '{"data": [\n{"id": "https', "line 2"),
    ("no colon", '{"a" 1}', "“:”"),
    ("no comma", '["a" "b"]', "“,”"),
    ("an unknown escape", r'["\x41"]', "escape"),
    ("nested too deep", "[" * (DEEPEST + 2), "nested"),
    ("nested very deep", "[" * 1_000_000, "nested"),
    ("a bare name", "{a: 1}", "string"),
]


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_is_no_json_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        parse(text)


def test_deep_but_not_too_deep() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST).start == 0
