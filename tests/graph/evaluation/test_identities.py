"""B-cubed figures of small cases, computed by hand."""

from __future__ import annotations

import pytest

from protokollgraph.graph.evaluation.facts import Facts
from protokollgraph.graph.evaluation.figures import Mark
from protokollgraph.graph.evaluation.gold import Entity, EntityMention
from protokollgraph.graph.evaluation.identities import identity_marks


def marks(gold: dict[str, str], nodes: dict[str, str]) -> list[Mark]:
    """``gold``: entity to its surfaces; ``nodes``: surface to its nodes."""
    entities = [
        Entity(type="person", name=name, mentions=tuple(EntityMention(file="a.txt", surface=s) for s in said.split()))
        for name, said in gold.items()
    ]
    found = {"a.txt": Facts({}, mentions={surface: frozenset(own.split()) for surface, own in nodes.items()})}
    return list(identity_marks(entities, found, lambda file, words: words))


@pytest.mark.parametrize(
    ("gold", "nodes", "right", "wrong", "missing"),
    [
        pytest.param({"A": "a b"}, {"a": "1", "b": "1"}, 2, 0, 0, id="one-node"),
        # each mention: precision 1, recall 1/2
        pytest.param({"A": "a b"}, {"a": "1", "b": "2"}, 1.5, 0, 1, id="split"),
        # each mention: precision 1/2, recall 1
        pytest.param({"A": "a", "B": "b"}, {"a": "1", "b": "1"}, 1.5, 1, 0, id="merged"),
        pytest.param({"A": "a b"}, {"a": "1"}, 1, 0, 1, id="no-node"),
        # a: 1/3 and 1/1; b and c: 2/3 and 1
        pytest.param({"A": "a", "B": "b c"}, {"a": "1", "b": "1", "c": "1"}, 7 / 3, 4 / 3, 0, id="two-and-one"),
        # words with several nodes are together with the mentions of each
        pytest.param({"A": "a b"}, {"a": "1 2", "b": "2"}, 2, 0, 0, id="several-nodes"),
        pytest.param({"A": "a a"}, {"a": "1"}, 1, 0, 0, id="listed-twice"),
        pytest.param({}, {"a": "1"}, 0, 0, 0, id="no-gold"),
    ],
)
def test_figures(gold: dict[str, str], nodes: dict[str, str], right: float, wrong: float, missing: float) -> None:
    found = marks(gold, nodes)
    assert sum(mark.right for mark in found) == pytest.approx(right)
    assert sum(mark.wrong for mark in found) == pytest.approx(wrong)
    assert sum(mark.missing for mark in found) == pytest.approx(missing)


@pytest.mark.parametrize(
    ("gold", "nodes", "told"),
    [
        pytest.param({"A": "a b"}, {"a": "1", "b": "1"}, [], id="nothing-to-tell"),
        pytest.param({"A": "a b"}, {"a": "1"}, [("missing", "b", "no node")], id="no-node"),
        # of a split the smaller part is told
        pytest.param(
            {"A": "a b c"},
            {"a": "1", "b": "1", "c": "2"},
            [("missing", "c", "apart from “a” in a.txt, “b” in a.txt")],
            id="split",
        ),
        # of a merger the smaller part is told
        pytest.param(
            {"A": "a", "B": "b c"}, {"a": "1", "b": "1", "c": "1"}, [("wrong", "a", "taken for B")], id="merged"
        ),
    ],
)
def test_deviations(gold: dict[str, str], nodes: dict[str, str], told: list[tuple[str, str, str]]) -> None:
    found = [mark.deviation for mark in marks(gold, nodes) if mark.deviation]
    assert [(each.what, each.place, each.found) for each in found] == told


@pytest.mark.parametrize(
    ("surface", "words", "told"),
    [
        # the graph may have drawn the border elsewhere
        pytest.param("Frau Anke Quandel", ["anke quandel"], "no node, but “anke quandel” has one", id="narrower"),
        pytest.param("Quandel", ["anke quandel", "quandel anke"], "no node, but “anke quandel” has one", id="wider"),
        pytest.param("Quandel", ["frau quandel stellt das projekt vor"], "no node", id="a-whole-sentence"),
        pytest.param("Rat", ["rathaus", "beirat"], "no node", id="part-of-a-word"),
    ],
)
def test_the_nearest_words_with_a_node(surface: str, words: list[str], told: str) -> None:
    entity = Entity(type="person", name="A", mentions=(EntityMention(file="a.txt", surface=surface),))
    found = {"a.txt": Facts({}, mentions={each: frozenset("1") for each in words})}
    (mark,) = identity_marks([entity], found, lambda file, words: "")
    assert mark.deviation
    assert mark.deviation.found == told
