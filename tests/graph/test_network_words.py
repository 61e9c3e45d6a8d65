"""The words of the network page: both languages say the same things, and each only once."""

from __future__ import annotations

import json
import re
from typing import Any

from protokollgraph.graph.page.writing import SCRIPTS, read


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names), sorted({name for name in names if names.count(name) > 1})
    return dict(pairs)


def keys(words: Any, path: str = "") -> set[str]:
    if not isinstance(words, dict):
        return {path}
    return {key for name, inner in words.items() for key in keys(inner, f"{path}.{name}")}


def test_both_languages_have_the_same_words_each_once() -> None:
    words = json.loads(read("words.json"), object_pairs_hook=once)
    assert keys(words["de"]) == keys(words["en"])


def test_every_word_that_the_template_asks_for_is_there() -> None:
    asked = set(re.findall(r'data-(?:word|label)="([a-z_.]+)"', read("template.html")))
    assert {f".{name}" for name in asked} <= keys(json.loads(read("words.json"))["de"])


def test_no_name_of_the_script_is_given_twice() -> None:
    # The parts share one closure: a second function of the same name would silently take the place of the first.
    given: list[str] = []
    for part in SCRIPTS:
        for found in re.findall(
            r"^(?:async )?(?:function\*? |class |const |let )(\[[^\]]*\]|\w+)", read(f"script/{part}.js"), re.M
        ):
            given += re.findall(r"\w+", found)
    assert sorted({name for name in given if given.count(name) > 1}) == []
